"""Why a registration or succession cannot go on as it was asked (N1, N2)."""

from datetime import datetime

from models.rules.paris_calendar import PARIS
from models.rules.refusals import Refusal
from models.rules.registrations.states import RegistrationNews, RegistrationState
from models.rules.vocabulary import ErrorCode


def registration_link_unknown() -> Refusal:
    return Refusal(
        ErrorCode.LINK_UNUSABLE,
        "Ce lien ne mène à aucune demande : suivez celui du dernier courriel reçu.",
        "This link leads to no request: follow the one in the latest e-mail.",
        ("token",),
    )


def registration_lapsed() -> Refusal:
    return Refusal(
        ErrorCode.LINK_UNUSABLE,
        "Il est trop tard pour cette demande : faites-en une nouvelle.",
        "It is too late for this request: send a new one.",
        ("token",),
    )


def registration_waits() -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        "Cette demande n'est pas encore acceptée : un courriel vous le dira.",
        "This request is not approved yet: an e-mail will say when it is.",
        ("token",),
    )


def registration_was_refused() -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        "Cette demande a été refusée : le courriel reçu dit pourquoi.",
        "This request was refused: the e-mail says why.",
        ("token",),
    )


def registration_opened_already() -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        "Le compte est déjà ouvert : suivez l'invitation reçue par courriel.",
        "The account is open already: follow the invitation in the e-mail.",
        ("token",),
    )


def code_wrong(tries_left: int) -> Refusal:
    return Refusal(
        ErrorCode.BAD_CREDENTIALS,
        f"Ce n'est pas le code du dernier courrier. Essais restants : {tries_left}.",
        f"This is not the code of the latest letter. Tries left: {tries_left}.",
        ("code",),
    )


def code_tries_used_up() -> Refusal:
    return Refusal(
        ErrorCode.LIMIT_EXCEEDED,
        "Tous les essais de ce code sont faits : demandez un nouveau courrier.",
        "All tries of this code are used up: ask for another letter.",
        ("code",),
    )


def letters_used_up(limit: int) -> Refusal:
    return Refusal(
        ErrorCode.LIMIT_EXCEEDED,
        f"{limit} courriers sont déjà partis, c'est le plus : écrivez à l'assistance.",
        f"{limit} letters have left already, which is the most: write to support.",
        ("token",),
    )


def letter_too_soon(from_: datetime) -> Refusal:
    """`from_` is when another letter can be requested."""
    moment = f"{from_.astimezone(PARIS):%d/%m/%Y %H:%M}"
    return Refusal(
        ErrorCode.RATE_LIMITED,
        f"Le dernier courrier est encore en route : attendez le {moment}.",
        f"The latest letter is still on its way: wait until {moment}.",
        ("token",),
    )


def employer_taken_meanwhile() -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        "Un établissement a été inscrit entre-temps sous ce SIRET ou ce numéro de contrat : demandez à ses "
        "administrateurs, ou à l'assistance.",
        "An employer has been registered meanwhile under this SIRET or contract number: ask its "
        "administrators, or support.",
    )


def registered_already() -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        "Cet établissement est déjà inscrit : demandez un compte à ses administrateurs.",
        "This employer is registered already: ask its administrators for an account.",
    )


def pending_already() -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        "Une demande est déjà en cours pour cet établissement : attendez sa réponse.",
        "A request for this employer is under way already: wait for its answer.",
    )


def other_request_approved() -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        "Une autre demande a été acceptée pour cet établissement : voyez avec vos collègues qui l'a faite.",
        "Another request for this employer was approved: ask your colleagues who sent it.",
    )


def gave_way() -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        "Trop de demandes sont arrivées depuis pour cet établissement, et votre adresse n'était pas "
        "confirmée : refaites la demande, puis suivez le lien du courriel.",
        "Too many requests for this employer have come since, and your address was not confirmed: send the "
        "request again, then follow the link of the e-mail.",
    )


def succession_employer_unknown() -> Refusal:
    return Refusal(
        ErrorCode.NOT_FOUND,
        "Aucun établissement n'est inscrit sous ce SIRET ou ce numéro de contrat : inscrivez-le.",
        "No employer is registered under this SIRET or contract number: register it.",
    )


def succession_employer_closed() -> Refusal:
    return Refusal(
        ErrorCode.NOT_FOUND,
        "Cet établissement a été fermé : plus rien ne peut y être fait.",
        "This employer was closed: nothing more can be done there.",
    )


def refused_by_itself(refused_for: RegistrationNews | None) -> Refusal | None:
    """Why the service refused a request without an operator; None if it did not."""
    match refused_for:
        case RegistrationNews.REGISTERED_ALREADY:
            return registered_already()
        case RegistrationNews.PENDING_ALREADY:
            return pending_already()
        case RegistrationNews.EMPLOYER_UNKNOWN:
            return succession_employer_unknown()
        case RegistrationNews.OTHER_APPROVED:
            return other_request_approved()
        case RegistrationNews.GAVE_WAY:
            return gave_way()
        case _:
            return None


def registration_unknown(number: int) -> Refusal:
    """For operators, who give the number."""
    return Refusal(
        ErrorCode.NOT_FOUND,
        f"Aucune demande ne porte le numéro {number} : regardez la liste.",
        f"No request has the number {number}: look at the list.",
    )


_STATES = {
    RegistrationState.DRAFT: ("n'est pas encore envoyée", "is not sent yet"),
    RegistrationState.SUBMITTED: ("attend une décision", "waits for a decision"),
    RegistrationState.APPROVED: ("est déjà acceptée", "is approved already"),
    RegistrationState.REFUSED: ("est déjà refusée", "is refused already"),
    RegistrationState.OPENED: ("a déjà ouvert un compte", "has opened an account already"),
    RegistrationState.LAPSED: ("est caduque", "has lapsed"),
    RegistrationState.UNKNOWN: ("n'existe pas", "does not exist"),
}


def decided_already(state: RegistrationState, decided_by: str | None) -> Refusal:
    """For the second of two operators: what the first decided."""
    french, english = _STATES[state]
    by = (f" ({decided_by})", f" ({decided_by})") if decided_by else ("", "")
    return Refusal(
        ErrorCode.CONFLICT,
        f"Cette demande {french}{by[0]} : rechargez la liste.",
        f"This request {english}{by[1]}: load the list again.",
    )


def other_approved(number: int) -> Refusal:
    """Another request for the same employer is approved, and its code awaited."""
    return Refusal(
        ErrorCode.CONFLICT,
        f"La demande {number} pour le même établissement est acceptée, et son code attendu : refusez l'une.",
        f"Request {number} for the same employer is approved, and its code awaited: refuse one of them.",
    )
