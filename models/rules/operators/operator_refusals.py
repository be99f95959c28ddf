"""Why something of the operators is refused (N3)."""

from models.rules.refusals import Refusal
from models.rules.vocabulary import ErrorCode


def operators_only() -> Refusal:
    return Refusal(
        ErrorCode.FORBIDDEN,
        "Réservé à l'équipe de la plateforme : votre compte n'y suffit pas.",
        "This is for the platform's operators: an account is not enough.",
    )


def not_for_operators() -> Refusal:
    return Refusal(
        ErrorCode.FORBIDDEN,
        "Réservé aux comptes des établissements : passez par l'adresse publique de la plateforme.",
        "This is for the accounts of employers: use the platform's public address.",
    )


def operator_bad_credentials() -> Refusal:
    """P3: one text for a wrong name, a wrong password, and an operator who is locked or has ended."""
    return Refusal(
        ErrorCode.BAD_CREDENTIALS,
        "Nom ou mot de passe incorrect, ou accès qui ne permet pas de se connecter.",
        "Wrong name or password, or an operator who cannot sign in.",
    )


def sign_in_name_malformed() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Un nom de connexion commence par une lettre et a de 3 à 30 lettres, chiffres, points ou tirets.",
        "A sign-in name begins with a letter and has 3 to 30 letters, digits, dots or hyphens.",
    )


def sign_in_name_taken() -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        "Ce nom de connexion a déjà servi, et ne sert qu'une fois : prenez-en un autre.",
        "This sign-in name was used before, and is used once only: take another.",
        ("signInName",),
    )


def operator_unknown(name: str) -> Refusal:
    return Refusal(
        ErrorCode.NOT_FOUND,
        f"Il n'y a pas d'opérateur en exercice du nom de {name} : voyez « comptoir operator list ».",
        f"There is no active operator named {name}: see 'comptoir operator list'.",
    )


def reason_too_short(least: int) -> Refusal:
    return Refusal(
        ErrorCode.REQUIRED,
        f"Donnez un motif d'au moins {least} caractères : l'établissement le lira dans son historique.",
        f"Give a reason of at least {least} characters: the employer reads it in its history.",
        ("reason",),
    )


def identifier_or_email() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Donnez « identifier » ou « email », l'un des deux, en entier.",
        "Give 'identifier' or 'email', one of the two, in full.",
    )


def person_not_found() -> Refusal:
    return Refusal(
        ErrorCode.NOT_FOUND,
        "Ce compte n'est pas de ceux que vous avez cherchés, ou n'existe plus : cherchez-le d'abord.",
        "This account is none of those that you looked up, or exists no longer: look it up first.",
    )
