"""Refusals: a code for programs, and a sentence with the remedy for people.

A refusal of one item is a value; a refusal of a whole request is raised as `Refused` and rolls it back.
"""

from dataclasses import dataclass, replace
from typing import Self, TypeAlias

from models.rules.vocabulary import ErrorCode, Language, LinkPurpose, LinkState

FieldPath: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    code: ErrorCode
    french: str
    english: str
    field: FieldPath | None = None
    """The path into the input, e.g. ("rights", "0", "level"); None when no field is at fault."""

    def message(self, language: Language) -> str:
        return self.english if language is Language.ENGLISH else self.french

    def under(self, *field: str) -> Self:
        """The same refusal, with the path of the field at fault."""
        return replace(self, field=field)


class Refused(Exception):
    """The whole request is refused, and its transaction rolls back."""

    def __init__(self, *refusals: Refusal) -> None:
        super().__init__(", ".join(r.code for r in refusals))
        self.refusals = refusals


def required() -> Refusal:
    return Refusal(ErrorCode.REQUIRED, "Ce champ est à renseigner.", "This field is required.")


def address_required() -> Refusal:
    return Refusal(
        ErrorCode.REQUIRED,
        "Un compte administrateur a besoin d'une adresse professionnelle : renseignez-la.",
        "An administrator's account needs a professional postal address: give one.",
    )


def too_long(limit: int, length: int) -> Refusal:
    return Refusal(
        ErrorCode.TOO_LONG,
        f"{length} caractères, c'est trop : {limit} au plus.",
        f"{length} characters are too many: at most {limit}.",
    )


def too_many_lines(limit: int, lines: int) -> Refusal:
    return Refusal(
        ErrorCode.TOO_LONG,
        f"{lines} lignes, c'est trop : {limit} au plus.",
        f"{lines} lines are too many: at most {limit}.",
    )


def control_character(code_point: str) -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        f"Un caractère invisible ({code_point}) s'y trouve : effacez-le.",
        f"It holds an invisible character ({code_point}): remove it.",
    )


def nameless() -> Refusal:
    return Refusal(
        ErrorCode.INVALID, "Un nom comporte au moins une lettre.", "A name holds at least one letter."
    )


def department_without_letter() -> Refusal:
    return malformed(
        "Un service comporte au moins une lettre ou un chiffre : écrivez son nom, ou laissez vide.",
        "A department holds at least one letter or digit: write its name, or leave it empty.",
    )


def too_many_marks(limit: int) -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        f"Une lettre porte au plus {limit} accents ou signes : retapez ce texte.",
        f"A letter carries at most {limit} accents or marks: type this text again.",
    )


def lone_mark() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Un accent ou un signe s'y trouve sans sa lettre : retapez ce texte.",
        "It holds an accent or mark without its letter: type this text again.",
    )


def email_malformed() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Cette adresse n'a pas la forme d'une adresse de courriel, comme prenom.nom@exemple.fr.",
        "This does not have the form of an e-mail address, such as first.last@example.org.",
    )


def phone_malformed() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Ce numéro n'existe pas sous cette forme : écrivez-le comme 02 41 05 19 38 ou +33 2 41 05 19 38.",
        "No number has this form: write it like 02 41 05 19 38 or +33 2 41 05 19 38.",
    )


def malformed(french: str, english: str) -> Refusal:
    return Refusal(ErrorCode.INVALID, french, english)


def out_of_range(name: str, low: int, high: int) -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        f"« {name} » va de {low} à {high}.",
        f"'{name}' goes from {low} to {high}.",
    )


def one_page_direction() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Donnez « first » (avec « after ») ou « last » (avec « before »), l'un des deux.",
        "Give 'first' (with 'after') or 'last' (with 'before'), one of the two.",
    )


def foreign_cursor() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Ce curseur vient d'une autre liste, d'une autre recherche ou d'un autre ordre : "
        "reprenez à la première page.",
        "This cursor comes from another list, search or order: start again from the first page.",
    )


def malformed_id() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Cet id n'est pas de la forme attendue ici : donnez-le tel que le service l'a rendu.",
        "This id is not of the kind expected here: give it as the service returned it.",
    )


def not_found() -> Refusal:
    return Refusal(
        ErrorCode.NOT_FOUND,
        "Introuvable parmi ce que vous administrez : vérifiez la saisie.",
        "Not found among what you administer: check what was given.",
    )


def identifier_unknown() -> Refusal:
    """For operators only: to others an unknown identifier and a wrong password look alike (P3)."""
    return Refusal(
        ErrorCode.NOT_FOUND,
        "Aucun compte n'a cet identifiant : vérifiez-le.",
        "No account has this identifier: check it.",
    )


def not_signed_in() -> Refusal:
    return Refusal(
        ErrorCode.NOT_SIGNED_IN,
        "Vous n'êtes pas connecté, ou votre session a pris fin : connectez-vous.",
        "You are not signed in, or your session has ended: sign in.",
    )


def forbidden() -> Refusal:
    return Refusal(
        ErrorCode.FORBIDDEN,
        "Votre profil ne le permet pas : adressez-vous à un administrateur de votre établissement.",
        "Your profile does not allow this: ask an administrator of your employer.",
    )


def not_for_partners() -> Refusal:
    """T1."""
    return Refusal(
        ErrorCode.FORBIDDEN,
        "Un système partenaire ne lit que les statuts des comptes, dans les limites qui lui sont données.",
        "A partner system reads the statuses of accounts and no more, within the scopes it was given.",
    )


def partners_only() -> Refusal:
    """T1."""
    return Refusal(
        ErrorCode.FORBIDDEN,
        "Réservé aux systèmes partenaires, qui montrent une clé : votre compte n'y suffit pas.",
        "This is for partner systems, which show a key: an account is not enough.",
    )


def scope_missing(scope: str) -> Refusal:
    """T1, T3."""
    return Refusal(
        ErrorCode.FORBIDDEN,
        f"Il y faut la portée « {scope} », que cette clé ou ce jeton n'a pas : demandez-la à l'exploitant.",
        f"This takes the scope '{scope}', which this key or token has not: ask the platform's operator.",
    )


def key_missing() -> Refusal:
    return Refusal(
        ErrorCode.NOT_SIGNED_IN,
        "Réservé aux systèmes partenaires : montrez une clé ou un jeton (Authorization: Bearer …).",
        "This is for partner systems: show a key or a token (Authorization: Bearer …).",
    )


def invalid_key() -> Refusal:
    return Refusal(
        ErrorCode.NOT_SIGNED_IN,
        "Cette clé ou ce jeton n'est pas valable, ou ne l'est plus : prenez-en un autre.",
        "This key or token is not good, or not any more: take another.",
    )


def no_such_webhook() -> Refusal:
    return Refusal(
        ErrorCode.NOT_FOUND,
        "Vous n'avez pas, ou plus, ce webhook : relisez la liste des vôtres.",
        "You have no such webhook, or not any more: look at the list of yours.",
    )


def too_many_streams(limit: int) -> Refusal:
    return Refusal(
        ErrorCode.LIMIT_EXCEEDED,
        f"Vous suivez déjà {limit} flux, le plus qu'il se peut : mettez fin à l'un d'eux.",
        f"You follow {limit} streams already, the most there may be: end one of them.",
    )


def bad_credentials() -> Refusal:
    """P3: one text for a wrong identifier, a wrong password, and a pending, locked or deleted account."""
    return Refusal(
        ErrorCode.BAD_CREDENTIALS,
        "Identifiant ou mot de passe incorrect, ou compte qui ne permet pas de se connecter.",
        "Wrong identifier or password, or an account that cannot sign in.",
    )


def wrong_current_password() -> Refusal:
    """P4: one text for a wrong password and for an account that was locked meanwhile (P3)."""
    return Refusal(
        ErrorCode.BAD_CREDENTIALS,
        "Ce n'est pas votre mot de passe actuel : ressaisissez-le, ou passez par « Mot de passe oublié ».",
        "This is not your current password: type it again, or use 'Forgotten password'.",
    )


def no_such_session() -> Refusal:
    """P5."""
    return Refusal(
        ErrorCode.NOT_FOUND,
        "Cette session n'est pas l'une des vôtres, ou a déjà pris fin : relisez la liste de vos sessions.",
        "This session is none of yours, or has ended already: look at the list of your sessions.",
    )


def mandate_ended() -> Refusal:
    """E1: a mandate that was withdrawn, or ended, while the request waited."""
    return Refusal(
        ErrorCode.NOT_SIGNED_IN,
        "Vous n'agissez plus pour cet établissement : adressez-vous à ses administrateurs.",
        "You act for this employer no longer: ask its administrators.",
    )


def likely_duplicate(name: str, identifier: str) -> Refusal:
    """C1: the person of a new account seems to have one already."""
    return Refusal(
        ErrorCode.LIKELY_DUPLICATE,
        f"{name} existe déjà : {identifier}. Servez-vous de ce compte, ou confirmez qu'il en faut un autre.",
        f"{name} exists already: {identifier}. Use this account, or confirm that another is needed.",
    )


def idempotency_mismatch() -> Refusal:
    return Refusal(
        ErrorCode.IDEMPOTENCY_MISMATCH,
        "Cette clé d'idempotence a déjà servi pour une autre demande : prenez-en une nouvelle.",
        "This idempotency key was already used for another request: take a new one.",
        ("idempotencyKey",),
    )


def limit_exceeded(limit: int, count: int) -> Refusal:
    return Refusal(
        ErrorCode.LIMIT_EXCEEDED,
        f"{count} à la fois, c'est trop : {limit} au plus. Restreignez la demande.",
        f"{count} at once are too many: at most {limit}. Ask for fewer.",
    )


def too_many_webhooks(limit: int) -> Refusal:
    return Refusal(
        ErrorCode.LIMIT_EXCEEDED,
        f"Vous avez déjà {limit} webhooks, le plus qu'il se peut : retirez-en un.",
        f"You have {limit} webhooks already, the most there may be: remove one.",
    )


def private_address() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Cette adresse mène dans un réseau privé : donnez-en une que chacun peut joindre.",
        "This address leads into a private network: give one that anyone can reach.",
    )


def document_exceeds(french: str, english: str, limit: int) -> Refusal:
    """`french` and `english` name what exceeds `limit` in a GraphQL document."""
    return Refusal(
        ErrorCode.LIMIT_EXCEEDED,
        f"Ce document demande trop : {french}, {limit} au plus. Réduisez-le.",
        f"This document asks too much: {english}, at most {limit}. Make it smaller.",
    )


def too_costly(limit: int, cost: int) -> Refusal:
    return Refusal(
        ErrorCode.LIMIT_EXCEEDED,
        f"Cette demande coûterait {cost}, et {limit} au plus sont permis : demandez moins à la fois.",
        f"This request would cost {cost}, and at most {limit} is allowed: ask for less at once.",
    )


def too_costly_for_strangers(limit: int, cost: int) -> Refusal:
    """Why it needs a session: also for a caller whose session has just ended."""
    return Refusal(
        ErrorCode.NOT_SIGNED_IN,
        f"Cette demande coûterait {cost}, et {limit} au plus sont permis sans session : connectez-vous.",
        f"This request would cost {cost}, and without a session at most {limit} is allowed: sign in.",
    )


def introspection_off() -> Refusal:
    return Refusal(
        ErrorCode.FORBIDDEN,
        "Ce service ne décrit pas son schéma : lisez schema.graphql.",
        "This service does not describe its schema: read schema.graphql.",
    )


def introspection_closed() -> Refusal:
    return Refusal(
        ErrorCode.NOT_SIGNED_IN,
        "Ce service ne décrit son schéma qu'à qui est connecté : connectez-vous.",
        "This service describes its schema to whoever is signed in only: sign in.",
    )


def ids_or_matching() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Donnez « ids » ou « matching », l'un des deux.",
        "Give 'ids' or 'matching', one of the two.",
    )


def one_employer_at_a_time() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Ces comptes relèvent de plusieurs employeurs : faites une demande pour chacun.",
        "These accounts belong to several employers: make one request for each.",
        ("ids",),
    )


def conflict() -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        "Quelqu'un d'autre a changé ce compte entre-temps : rien n'a été écrit. Relisez-le, puis reprenez.",
        "Someone else has changed this account since: nothing was written. Read it again, then resume.",
    )


def link_unusable(state: LinkState, purpose: LinkPurpose = LinkPurpose.CREATE) -> Refusal:
    """C3: why a link cannot be used. A lapsed RESET link is replaced by its holder, without help (P7)."""
    lapsed_reset = state is LinkState.LAPSED and purpose is LinkPurpose.RESET
    french, english = _LAPSED_RESET if lapsed_reset else _LINKS[state]
    return Refusal(ErrorCode.LINK_UNUSABLE, french, english)


_LINKS = {
    LinkState.USED: (
        "Ce lien a déjà servi : connectez-vous avec votre mot de passe, ou demandez-en un nouveau.",
        "This link has been used: sign in with your password, or ask for a new one.",
    ),
    LinkState.LAPSED: (
        "Ce lien n'est plus valable : ouvrez le courriel le plus récent, ou demandez à votre administrateur "
        "de vous en renvoyer un.",
        "This link is no longer good: open the latest e-mail, or ask your administrator to send you another.",
    ),
    LinkState.UNKNOWN: (
        "Ce lien n'existe pas : vérifiez qu'il est recopié en entier.",
        "There is no such link: check that it was copied whole.",
    ),
}

_LAPSED_RESET = (
    "Ce lien n'est plus valable : demandez-en un autre vous-même, par « Mot de passe oublié ».",
    "This link is no longer good: ask for another yourself, through 'Forgotten password'.",
)


def rate_limited(seconds: int) -> Refusal:
    plural = "s" if seconds > 1 else ""
    return Refusal(
        ErrorCode.RATE_LIMITED,
        f"Trop de demandes en peu de temps : recommencez dans {seconds} seconde{plural}.",
        f"Too many requests in a short time: try again in {seconds} second{plural}.",
    )


def too_many_terms(limit: int, terms: int) -> Refusal:
    return Refusal(
        ErrorCode.TOO_LONG,
        f"{terms} termes, c'est trop : {limit} au plus.",
        f"{terms} terms are too many: at most {limit}.",
    )


def nothing_to_find() -> Refusal:
    return Refusal(
        ErrorCode.INVALID,
        "Rien dans ce texte ne peut être cherché : donnez au moins une lettre ou un chiffre.",
        "Nothing in this text can be looked for: give at least one letter or digit.",
    )
