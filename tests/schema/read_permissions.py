"""Who reads which field: a line for each field that a query can reach, so that a new one needs one (E3, T1).

A rule tells of a field whose object has been reached: what one may not reach is decided by the fields that
lead there.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias

from tests.schema.callers import Place, Standing, Who


class Verdict(StrEnum):
    READ = "read"
    NOTHING = "nothing"
    """As if it did not exist."""
    FORBIDDEN = "FORBIDDEN"
    NOT_SIGNED_IN = "NOT_SIGNED_IN"
    UNHEARD = "401"


Rule: TypeAlias = Callable[[Who, Place], Verdict]
PARTNERS = {Standing.PARTNER, Standing.SCOPELESS}
PEOPLE = {Standing.USER, Standing.ADMINISTRATOR}


def anyone(_who: Who, _place: Place) -> Verdict:
    """Whoever reaches the object."""
    return Verdict.READ


def input_only(_who: Who, _place: Place) -> Verdict:
    """What queries say of an action is about no field of an input: mutations' errors have that."""
    return Verdict.NOTHING


def no_partner(who: Who, _place: Place) -> Verdict:
    return Verdict.FORBIDDEN if who.standing in PARTNERS else Verdict.READ


def employer(who: Who, place: Place) -> Verdict:
    """Their own, and those that they administer or may ask about."""
    if who.standing is Standing.NOBODY:
        return Verdict.NOT_SIGNED_IN
    return Verdict.READ if place in who.of else Verdict.NOTHING


def account(who: Who, place: Place) -> Verdict:
    """Their own, and those that they administer."""
    if who.standing in PARTNERS:
        return Verdict.FORBIDDEN
    if who.standing is Standing.USER:
        return Verdict.READ if place is who.own else Verdict.NOTHING
    return employer(who, place)


def entry(who: Who, place: Place) -> Verdict:
    """H3."""
    return Verdict.NOTHING if who.standing is Standing.USER else account(who, place)


def administration(who: Who, _place: Place) -> Verdict:
    """Of an employer or account that is seen."""
    return Verdict.READ if who.standing is Standing.ADMINISTRATOR else Verdict.FORBIDDEN


def status(who: Who, place: Place) -> Verdict:
    """T1."""
    if who.standing is Standing.PARTNER:
        return Verdict.READ if place in who.of else Verdict.NOTHING
    return Verdict.NOT_SIGNED_IN if who.standing is Standing.NOBODY else Verdict.FORBIDDEN


def feed(who: Who, place: Place) -> Verdict:
    """Each partner has its own."""
    return Verdict.READ if who.standing is Standing.PARTNER else status(who, place)


def webhooks(who: Who, _place: Place) -> Verdict:
    return Verdict.READ if who.standing is Standing.PARTNER else Verdict.FORBIDDEN


def _own(*standings: Standing) -> Rule:
    """What a viewer of these kinds has, and others have not."""
    return lambda who, _place: Verdict.READ if who.standing in standings else Verdict.NOTHING


def _all(fields: str, rule: Rule = anyone) -> dict[str, Rule]:
    return dict.fromkeys(fields.split(), rule)


TABLE: dict[str, dict[str, Rule]] = {
    "Query": {
        **_all("_service viewer themes suggestedPassword"),
        **_all("_entities(Account) node(Account) nodes(Account) account", account),
        **_all("_entities(Employer) node(Employer) nodes(Employer) employer", employer),
        **_all("node(HistoryEntry) nodes(HistoryEntry)", entry),
        **_all("_entities(AccountStatusReport) accountStatus accountStatuses", status),
        **_all("accountStatusChanges", feed),
        **_all("passwordLink", no_partner),
    },
    "Viewer": {
        **_all("kind"),
        **_all("account profile sessions sessionLapsesAt sessionEndsAt", _own(*PEOPLE)),
        **_all("employers", _own(Standing.ADMINISTRATOR)),
        **_all("partner", _own(*PARTNERS)),
    },
    "Partner": {**_all("name scopes employers"), **_all("webhooks", webhooks)},
    "Webhook": _all("id url createdAt waiting dead retries deadLetters"),
    "Delivery": _all("id messageId identifier before after at attempts lastAttemptAt nextAttemptAt error"),
    "Session": _all("id openedAt lastUsedAt endsAt current"),
    "Employer": {
        **_all("id name siret contractNumber postalAddress services"),
        **_all("legalRepresentative administrators", no_partner),
        **_all("accounts history", administration),
    },
    "LegalRepresentative": _all("civility lastName firstName title"),
    "AdministratorContact": _all("civility lastName firstName email phone"),
    "Account": {
        **_all(
            "id identifier civility lastName firstName email phone department professionalAddress profile"
        ),
        **_all("status locked expiresOn lastSignInAt createdAt version employer invitation rights actions"),
        **_all("history", administration),
    },
    "AccountActionState": _all("action allowed refusal"),
    "AccountConnection": _all("edges nodes pageInfo totalCount groups"),
    "AccountEdge": _all("cursor node"),
    "AccountGroup": _all("key count"),
    "AccountStatusReport": _all("identifier status profile expiresOn asOf"),
    "AccountStatusChangeConnection": _all("edges pageInfo latestCursor"),
    "AccountStatusChangeEdge": _all("cursor node"),
    "AccountStatusChange": _all("identifier before after at cursor"),
    "HistoryConnection": _all("edges nodes pageInfo totalCount"),
    "HistoryEdge": _all("cursor node"),
    "HistoryEntry": _all("id at operation changes hash actor account onBehalfOf"),
    "Change": _all("field before after"),
    "Invitation": _all("state sentAt expiresAt failure"),
    "PageInfo": _all("hasNextPage hasPreviousPage startCursor endCursor"),
    "PasswordLink": _all("state purpose expiresAt"),
    "Right": _all("service level"),
    "Service": _all("code label levels theme"),
    "Theme": _all("code label services"),
    "UserError": {**_all("code message"), **_all("field", input_only)},
    "_Service": _all("sdl"),
}


def expected(who: Who, place: Place, steps: list[tuple[str, str]]) -> Verdict:
    """Along a path of (type, field): the first that is not read decides."""
    if who.standing is Standing.REVOKED:
        return Verdict.UNHEARD
    verdicts = (TABLE[kind][field](who, place) for kind, field in steps)
    return next((verdict for verdict in verdicts if verdict is not Verdict.READ), Verdict.READ)
