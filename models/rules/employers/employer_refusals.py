"""Why an employer cannot be written as it was given."""

from collections.abc import Collection
from datetime import date

from models.rules.refusals import Refusal
from models.rules.vocabulary import ErrorCode


def siret_malformed() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Un SIRET a 14 chiffres, dont les derniers se calculent : vérifiez-les.",
        "A SIRET has 14 digits, with check digits among them: check them.",
    )


def contract_number_malformed() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Un numéro de contrat s'écrit comme VF201 : vérifiez-le.",
        "A contract number is written like VF201: check it.",
    )


def employer_number_malformed() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Donnez le SIRET de l'établissement, ou son numéro de contrat, qui s'écrit comme VF201.",
        "Give the employer's SIRET, or its contract number, which is written like VF201.",
    )


def fund_unknown(fund: str, known: Collection[str]) -> Refusal:
    """`known` are the codes to choose among."""
    codes = ", ".join(sorted(known))
    return Refusal(
        ErrorCode.INVALID,
        f"« {fund} » n'est pas le code d'un fonds : choisissez parmi {codes}.",
        f"'{fund}' is not the code of a fund: choose among {codes}.",
    )


def siret_taken() -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        "Un établissement est déjà inscrit sous ce SIRET.",
        "An employer is registered under this SIRET already.",
        ("siret",),
    )


def repeated(number: int) -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        f"Le n° {number} de la liste l'a déjà : chacun n'en a qu'un.",
        f"Number {number} of the list has it already: each has its own.",
    )


def administrator_repeated(number: int) -> Refusal:
    return Refusal(
        ErrorCode.LIKELY_DUPLICATE,
        f"C'est, semble-t-il, l'administrateur n° {number} du même établissement : même adresse, "
        "ou même nom dans le même service.",
        f"This seems to be administrator {number} of the same employer: the same e-mail address, or the same "
        "name in the same department.",
    )


def contract_number_taken() -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        "Ce numéro de contrat est celui d'un autre établissement : vérifiez-le.",
        "This contract number is another employer's: check it.",
        ("contractNumber",),
    )


def employer_unknown(number: str) -> Refusal:
    return Refusal(
        ErrorCode.NOT_FOUND,
        f"Aucun établissement n'a le SIRET ou le numéro de contrat {number} : vérifiez-le.",
        f"No employer has the SIRET or contract number {number}: check it.",
    )


def administrator_unknown() -> Refusal:
    return Refusal(
        ErrorCode.NOT_FOUND,
        "Aucun administrateur n'a cet identifiant : vérifiez-le.",
        "No administrator has this identifier: check it.",
    )


def employer_conflict() -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        "Quelqu'un d'autre a changé cet établissement entre-temps : rien n'a été écrit. Rechargez la page, "
        "puis reprenez.",
        "Someone else has changed this employer since: nothing was written. Load the page again, then "
        "resume.",
        ("version",),
    )


def fund_in_use(fund: str, accounts: int) -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        f"Le contrat {fund} ne peut pas prendre fin : retirez d'abord les droits sur ses services "
        f"(comptes qui en ont : {accounts}).",
        f"The contract {fund} cannot end: first take away the rights on its services (accounts that have "
        f"some: {accounts}).",
        ("funds",),
    )


def employer_closed() -> Refusal:
    return Refusal(
        ErrorCode.NOT_SIGNED_IN,
        "Cet établissement a été fermé : il n'a plus de comptes, et rien ne peut plus y être fait.",
        "This employer was closed: it has no accounts any more, and nothing more can be done there.",
    )


def employer_closed_already(day: date) -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        f"Cet établissement est déjà fermé, depuis le {day:%d/%m/%Y}.",
        f"This employer is closed already, since {day}.",
    )
