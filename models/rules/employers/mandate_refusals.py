"""Why a mandate cannot be proposed, answered, ended or used as it was asked (E1, E4)."""

from datetime import date

from models.rules.refusals import Refusal
from models.rules.vocabulary import ErrorCode, MandateState


def mandate_to_oneself() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Un établissement ne se donne pas de mandat à lui-même : indiquez un autre établissement.",
        "An employer gives no mandate to itself: name another.",
    )


def centre_unknown() -> Refusal:
    return Refusal(
        ErrorCode.NOT_FOUND,
        "Aucun établissement inscrit n'a ce SIRET ou ce numéro de contrat : vérifiez-le auprès du centre.",
        "No registered employer has this SIRET or contract number: check it with the centre.",
        ("centre",),
    )


def centre_without_administrators() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Cet établissement n'a aucun administrateur actif pour répondre : voyez avec lui.",
        "This employer has no active administrator who could answer: see with it.",
        ("centre",),
    )


def mandate_in_the_past() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Un mandat commence aujourd'hui ou plus tard.",
        "A mandate starts today or later.",
    )


def mandate_upside_down() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Un mandat ne finit pas avant d'avoir commencé.",
        "A mandate does not end before it starts.",
    )


def mandate_too_long(months: int) -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        f"Un mandat dure {months} mois au plus : choisissez une fin plus proche.",
        f"A mandate lasts {months} months at most: choose an earlier end.",
    )


def mandate_overlaps(starts_on: date, ends_on: date) -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        f"Un mandat court déjà, ou est proposé, du {starts_on:%d/%m/%Y} au {ends_on:%d/%m/%Y} : choisissez "
        "d'autres jours, ou mettez-y fin.",
        f"A mandate runs already, or is proposed, from {starts_on} to {ends_on}: choose other days, "
        "or end it.",
        ("startsOn",),
    )


_STATES = {
    MandateState.PROPOSED: ("n'est pas encore accepté", "is not accepted yet"),
    MandateState.ACTIVE: ("est déjà accepté", "is accepted already"),
    MandateState.DECLINED: ("a été refusé", "was declined"),
    MandateState.LAPSED: ("est resté sans réponse trop longtemps", "was left without an answer for too long"),
    MandateState.ENDED: ("a pris fin", "was ended"),
    MandateState.EXPIRED: ("est arrivé à son terme", "has expired"),
}


def mandate_is_not_open(state: MandateState) -> Refusal:
    """Why nothing of the kind can be done to a mandate in this state."""
    french, english = _STATES[state]
    return Refusal(
        ErrorCode.CONFLICT,
        f"Ce mandat {french} : rechargez la page.",
        f"This mandate {english}: load the page again.",
        ("mandateId",),
    )


def holder_is_no_administrator() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Seul un administrateur actif du centre peut être désigné.",
        "Only an active administrator of the centre can be named.",
        ("accountId",),
    )


def holder_named_already() -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        "Cette personne est déjà désignée pour ce mandat.",
        "This person is named for this mandate already.",
        ("accountId",),
    )


def holder_not_named() -> Refusal:
    return Refusal(
        ErrorCode.NOT_FOUND,
        "Cette personne n'est pas désignée pour ce mandat.",
        "This person is not named for this mandate.",
        ("accountId",),
    )


def own_administrators_only() -> Refusal:
    return Refusal(
        ErrorCode.FORBIDDEN,
        "Seuls les administrateurs de l'établissement lui-même peuvent le faire : demandez-le-leur.",
        "Only the employer's own administrators can do this: ask them.",
    )


def administrators_stay_theirs() -> Refusal:
    return Refusal(
        ErrorCode.FORBIDDEN,
        "Les droits et les coordonnées des administrateurs restent à leur établissement : demandez-le à l'un "
        "d'eux.",
        "The rights and details of administrators stay with their employer: ask one of them.",
    )


def beyond_mandate() -> Refusal:
    return Refusal(
        ErrorCode.FORBIDDEN,
        "Votre mandat ne va pas jusque-là : demandez-le à un administrateur de l'établissement.",
        "Your mandate does not go that far: ask an administrator of the employer.",
    )
