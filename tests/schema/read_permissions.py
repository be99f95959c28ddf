"""Who reads which field: a line for each field that a query can reach, so that a new one needs one (E3, T1).

A rule is about a field whose object has been reached: the rules of the fields that lead there decide whether
it can be.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias

from tests.schema.callers import CallerKind, Role, Target


class Verdict(StrEnum):
    READ = "read"
    NOTHING = "nothing"
    """As if it did not exist."""
    FORBIDDEN = "FORBIDDEN"
    NOT_SIGNED_IN = "NOT_SIGNED_IN"
    UNAUTHENTICATED = "401"


Rule: TypeAlias = Callable[[CallerKind, Target], Verdict]
PARTNERS = {Role.PARTNER, Role.PARTNER_WITHOUT_SCOPES}
NO_ACCOUNT = {*PARTNERS, Role.OPERATOR}
"""They are recognised, and have no account."""
PEOPLE = {Role.USER, Role.ADMINISTRATOR}


def anyone(_caller: CallerKind, _target: Target) -> Verdict:
    """Every caller who reaches the object."""
    return Verdict.READ


def of_a_form(caller: CallerKind, _target: Target) -> Verdict:
    """The faults of a form name its fields; the refusal of an action, which partners read too, names none."""
    return Verdict.NOTHING if caller.role in NO_ACCOUNT else Verdict.READ


def unless_refused(_caller: CallerKind, _target: Target) -> Verdict:
    """Null: the registration that the queries are about is approved, and no succession."""
    return Verdict.NOTHING


def no_partner(caller: CallerKind, _target: Target) -> Verdict:
    return Verdict.FORBIDDEN if caller.role in NO_ACCOUNT else Verdict.READ


def operators(caller: CallerKind, _target: Target) -> Verdict:
    """N3."""
    if caller.role is Role.OPERATOR:
        return Verdict.READ
    return Verdict.NOT_SIGNED_IN if caller.role is Role.ANONYMOUS else Verdict.FORBIDDEN


def employer(caller: CallerKind, target: Target) -> Verdict:
    """Their own, those that they administer, and for partners, those of their agreement."""
    if caller.role is Role.ANONYMOUS:
        return Verdict.NOT_SIGNED_IN
    if caller.role is Role.OPERATOR:
        return Verdict.FORBIDDEN
    return Verdict.READ if target in caller.employers else Verdict.NOTHING


def account(caller: CallerKind, target: Target) -> Verdict:
    """Their own, and those that they administer."""
    if caller.role in NO_ACCOUNT:
        return Verdict.FORBIDDEN
    if caller.role is Role.USER:
        return Verdict.READ if target is caller.own else Verdict.NOTHING
    return employer(caller, target)


def entry(caller: CallerKind, target: Target) -> Verdict:
    """H3."""
    return Verdict.NOTHING if caller.role is Role.USER else account(caller, target)


def administration(caller: CallerKind, _target: Target) -> Verdict:
    """For administrators, of an employer or account that they can see."""
    return Verdict.READ if caller.role is Role.ADMINISTRATOR else Verdict.FORBIDDEN


def own_administration(caller: CallerKind, target: Target) -> Verdict:
    """For the employer's own administrators, not for the holders of a mandate (E4)."""
    by_mandate = caller.mandate is not None and target is Target.HOUSE
    return Verdict.FORBIDDEN if by_mandate else administration(caller, target)


def mandate(caller: CallerKind, target: Target) -> Verdict:
    """For the administrators of its sides; the mandate of `node` is one that the house gave."""
    by_mandate = caller.mandate is not None and target is Target.HOUSE
    return Verdict.NOTHING if by_mandate or caller.role is Role.USER else account(caller, target)


def status(caller: CallerKind, target: Target) -> Verdict:
    """T1."""
    if caller.role is Role.PARTNER:
        return Verdict.READ if target in caller.employers else Verdict.NOTHING
    return Verdict.NOT_SIGNED_IN if caller.role is Role.ANONYMOUS else Verdict.FORBIDDEN


def feed(caller: CallerKind, target: Target) -> Verdict:
    """Each partner has its own."""
    return Verdict.READ if caller.role is Role.PARTNER else status(caller, target)


def webhooks(caller: CallerKind, _target: Target) -> Verdict:
    return Verdict.READ if caller.role is Role.PARTNER else Verdict.FORBIDDEN


def people_anywhere(caller: CallerKind, _target: Target) -> Verdict:
    """Searched across employers by administrators (E2)."""
    if caller.role is Role.ANONYMOUS:
        return Verdict.NOT_SIGNED_IN
    return Verdict.READ if caller.role is Role.ADMINISTRATOR else Verdict.FORBIDDEN


def acting_for_another(caller: CallerKind, _target: Target) -> Verdict:
    """The mandate under which the caller acts; one's own employer has none."""
    return Verdict.READ if caller.mandate else Verdict.NOTHING


def administered_employer(caller: CallerKind, target: Target) -> Verdict:
    """For those who administer it; to others it does not exist (E3)."""
    administers = caller.role is Role.ADMINISTRATOR and target in caller.employers
    return Verdict.READ if administers else Verdict.NOTHING


def mandate_acted_under(caller: CallerKind, target: Target) -> Verdict:
    """Every mandate of the table is given by the house; one's own employer has none."""
    return Verdict.READ if caller.mandate and target is Target.HOUSE else Verdict.NOTHING


def _own(*roles: Role) -> Rule:
    """Only viewers of these roles have it; for others it is null or empty."""
    return lambda caller, _target: Verdict.READ if caller.role in roles else Verdict.NOTHING


def _all(fields: str, rule: Rule = anyone) -> dict[str, Rule]:
    return dict.fromkeys(fields.split(), rule)


TABLE: dict[str, dict[str, Rule]] = {
    "Query": {
        **_all("_service viewer themes suggestedPassword"),
        **_all("_entities(Account) node(Account) nodes(Account) account", account),
        **_all("_entities(Employer) node(Employer) nodes(Employer) employer", employer),
        **_all("node(HistoryEntry) nodes(HistoryEntry)", entry),
        **_all("node(Mandate) nodes(Mandate)", mandate),
        **_all("_entities(AccountStatusReport) accountStatus accountStatuses", status),
        **_all("accountStatusChanges", feed),
        **_all("passwordLink registration savedRegistration registrationFaults", no_partner),
        **_all("failedMessages registrations", operators),
    },
    "Viewer": {
        **_all("kind"),
        **_all("account profile sessions", _own(*PEOPLE)),
        **_all("sessionLapsesAt sessionEndsAt", _own(*PEOPLE, Role.OPERATOR)),
        **_all("operator", _own(Role.OPERATOR)),
        **_all("employers", _own(Role.ADMINISTRATOR)),
        **_all("partner", _own(*PARTNERS)),
        **_all("administered"),
        **_all("accounts", people_anywhere),
        **_all("actingFor", administered_employer),
    },
    "ActingFor": {
        **_all("employer"),
        **_all("mandate", mandate_acted_under),
    },
    "AdministeredConnection": {
        **_all("totalCount pageInfo"),
        **_all("nodes", _own(Role.ADMINISTRATOR)),
    },
    "Administered": {
        **_all("employer expired expiring pending"),
        **_all("mandate", acting_for_another),
    },
    "PeopleConnection": _all("nodes pageInfo"),
    "Partner": {**_all("name scopes employers"), **_all("webhooks", webhooks)},
    "Webhook": _all("id url createdAt waiting dead retries deadLetters"),
    "Delivery": _all("id messageId identifier before after at attempts lastAttemptAt nextAttemptAt error"),
    "Session": _all("id openedAt lastUsedAt endsAt current"),
    "Employer": {
        **_all("id name siret contractNumber postalAddress funds services version"),
        **_all("legalRepresentative administrators", no_partner),
        **_all("accounts history historyGroups", administration),
        **_all("mandatesGiven mandatesHeld", own_administration),
    },
    "Mandate": _all("id giver centre scope startsOn endsOn state holders"),
    "EmployerName": _all("id name siret"),
    "MandateHolder": _all("id civility lastName firstName identifier"),
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
    "AccountGroup": _all("key count spellings"),
    "AccountStatusReport": _all("identifier status profile expiresOn asOf"),
    "AccountStatusChangeConnection": _all("edges pageInfo latestCursor"),
    "AccountStatusChangeEdge": _all("cursor node"),
    "AccountStatusChange": _all("identifier before after at cursor"),
    "FailedMessageConnection": _all("nodes pageInfo"),
    "FailedMessage": _all(
        "id channel state kind employer partner attempts lastAttemptAt nextAttemptAt reason"
    ),
    "HistoryConnection": _all("edges nodes pageInfo totalCount"),
    "HistoryEdge": _all("cursor node"),
    "HistoryGroup": _all("count entry"),
    "HistoryGroupConnection": _all("edges nodes pageInfo totalCount"),
    "HistoryGroupEdge": _all("cursor node"),
    "HistoryEntry": _all("id at operation changes hash actor account onBehalfOf"),
    "Change": _all("field before after"),
    "Invitation": _all("state sentAt expiresAt failure"),
    "Operator": _all("signInName lastName firstName"),
    "PageInfo": _all("hasNextPage hasPreviousPage startCursor endCursor"),
    "PasswordLink": _all("state purpose expiresAt"),
    "QueuedRegistrationConnection": _all("nodes pageInfo funds"),
    "QueuedRegistration": {
        **_all("id number kind state submittedAt lapsesAt employerName siret contractNumber postalAddress"),
        **_all("representative administrator presentAdministrators decidedBy letters triesLeft"),
        **_all("others emailConfirmed"),
        **_all("refusal requestReason recentChanges", unless_refused),
    },
    "RecentEmployerChange": _all("at actor changes", unless_refused),
    "Registration": {
        **_all("state kind employerName triesLeft codeExpiresAt lettersLeft nextLetterAt"),
        **_all("refusal", unless_refused),
    },
    "SavedRegistration": _all(
        "email lapsesAt siret contractNumber name postalAddress representative administrator"
    ),
    "SavedRepresentative": _all("civility lastName firstName title"),
    "SavedAdministrator": _all("civility lastName firstName email phone department professionalAddress"),
    "Right": _all("service level"),
    "Service": _all("code label levels theme"),
    "Theme": _all("code label services"),
    "UserError": {**_all("code message"), **_all("field", of_a_form)},
    "_Service": _all("sdl"),
}


def expected(caller: CallerKind, target: Target, steps: list[tuple[str, str]]) -> Verdict:
    """Return the verdict of a path of (type, field): the first that is not READ decides."""
    if caller.role is Role.REVOKED:
        return Verdict.UNAUTHENTICATED
    verdicts = (TABLE[kind][field](caller, target) for kind, field in steps)
    return next((verdict for verdict in verdicts if verdict is not Verdict.READ), Verdict.READ)
