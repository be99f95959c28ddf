"""What may be done to an account, and why not (M2–M4, R3, D1, D2), for operations and for their hints.

Who may act for an employer at all is decided in `resolvers/caller.py`.
"""

from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.employers.mandate_refusals import administrators_stay_theirs
from models.rules.paris_calendar import days_after
from models.rules.refusals import Refusal
from models.rules.vocabulary import AccountStatus, ErrorCode, Profile


def mandate_refusal(account: Account, *, by_mandate: bool) -> Refusal | None:
    """E4: the holder of a mandate neither changes nor removes the employer's administrators."""
    return administrators_stay_theirs() if by_mandate and account.profile is Profile.ADMINISTRATOR else None


def modification_refusal(account: Account, today: date) -> Refusal | None:
    """M3: the rights and details of an expired account cannot be modified until it is renewed."""
    match account.status(today):
        case AccountStatus.DELETED:
            return deleted_refusal("de le modifier", "modifying it")
        case AccountStatus.EXPIRED:
            return expired_refusal("renouvelez-le avant de le modifier", "renew it before modifying it")
        case _:
            return None


def profile_refusal(account: Account, wanted: Profile, caller_id: int, *, by_mandate: bool) -> Refusal | None:
    """M2, M4, E4: a user can become an administrator, never the reverse; no caller changes their own profile,
    and the holder of a mandate promotes no user."""
    if wanted is account.profile:
        return None
    if by_mandate:
        return administrators_stay_theirs()
    if account.id == caller_id:
        return own_account_refusal(
            "Nul ne change son propre profil ni ses propres droits : demandez-le à un autre administrateur.",
            "Nobody changes their own profile or rights: ask another administrator.",
        )
    if account.profile is Profile.ADMINISTRATOR:
        return Refusal(
            ErrorCode.DEMOTION_FORBIDDEN,
            "Un administrateur ne redevient pas utilisateur : supprimez le compte et recréez-le.",
            "An administrator cannot become a user: delete the account and create it anew.",
        )
    return None


def rights_refusal(account: Account, caller_id: int) -> Refusal | None:
    """M4: callers cannot change their own rights. Ask only when rights really change."""
    if account.id != caller_id:
        return None
    return own_account_refusal(
        "Nul ne change son propre profil ni ses propres droits : demandez-le à un autre administrateur.",
        "Nobody changes their own profile or rights: ask another administrator.",
    )


def promotion_refusal(account: Account, caller_id: int, today: date, *, by_mandate: bool) -> Refusal | None:
    """The hint for 'promote', which is not offered for an administrator (M2)."""
    if account.profile is Profile.ADMINISTRATOR:
        return Refusal(
            ErrorCode.INVALID,
            "Ce compte est déjà administrateur : il n'y a rien à changer.",
            "This account is an administrator already: there is nothing to change.",
        )
    match account.status(today):
        case AccountStatus.DELETED:
            return deleted_refusal("d'en faire un administrateur", "making it an administrator")
        case AccountStatus.EXPIRED:
            return expired_refusal(
                "renouvelez-le avant d'en faire un administrateur",
                "renew it before making it an administrator",
            )
        case _:
            return profile_refusal(account, Profile.ADMINISTRATOR, caller_id, by_mandate=by_mandate)


def renewal_refusal(account: Account, today: date) -> Refusal | None:
    """R3: expired and active accounts can be renewed."""
    match account.status(today):
        case AccountStatus.DELETED:
            return deleted_refusal("de le renouveler", "renewing it")
        case AccountStatus.PENDING:
            return Refusal(
                ErrorCode.ACCOUNT_PENDING,
                "Ce compte attend encore son mot de passe : renvoyez plutôt l'invitation.",
                "This account still waits for its password: send the invitation again instead.",
            )
        case _:
            return None


def deletion_refusal(
    account: Account, caller_id: int, active_administrators: int, today: date
) -> Refusal | None:
    """D2. `active_administrators` counts those of the account's employer, this one included."""
    if account.deleted_at is not None:
        return Refusal(
            ErrorCode.ACCOUNT_DELETED,
            "Ce compte est déjà supprimé : il n'y a rien à faire.",
            "This account is deleted already: there is nothing to do.",
        )
    if account.id == caller_id:
        return own_account_refusal(
            "Nul ne supprime son propre compte : demandez-le à un autre administrateur.",
            "Nobody deletes their own account: ask another administrator.",
        )
    if is_active_administrator(account, today) and active_administrators <= 1:
        return Refusal(
            ErrorCode.LAST_ADMINISTRATOR,
            "C'est le dernier administrateur actif de l'établissement : nommez-en un autre d'abord.",
            "This is the employer's last active administrator: appoint another first.",
        )
    return None


def restoration_refusal(account: Account, now: datetime, grace_days: int) -> Refusal | None:
    """D1: a deleted account can be restored for 30 days (a setting)."""
    if account.deleted_at is None:
        return Refusal(
            ErrorCode.INVALID,
            "Ce compte n'est pas supprimé : il n'y a rien à restaurer.",
            "This account is not deleted: there is nothing to restore.",
        )
    if now >= days_after(account.deleted_at, grace_days):
        return Refusal(
            ErrorCode.ACCOUNT_DELETED,
            f"Supprimé depuis plus de {grace_days} jours, ce compte ne peut plus être restauré : recréez-le.",
            f"Deleted for more than {grace_days} days, this account cannot be restored: create it anew.",
        )
    return None


def invitation_refusal(account: Account, today: date) -> Refusal | None:
    """C5: only a pending account can be invited again."""
    match account.status(today):
        case AccountStatus.DELETED:
            return deleted_refusal("de renvoyer l'invitation", "sending the invitation again")
        case AccountStatus.EXPIRED if account.has_password:
            return expired_refusal(
                "renouvelez-le, et le titulaire se connecte avec le mot de passe qu'il a déjà créé",
                "renew it, and the holder signs in with the password already created",
            )
        case AccountStatus.EXPIRED:
            return expired_refusal(
                "renouvelez-le, puis renvoyez l'invitation", "renew it, then send the invitation again"
            )
        case AccountStatus.ACTIVE:
            return Refusal(
                ErrorCode.INVALID,
                "Le mot de passe est déjà créé : le titulaire se connecte, ou en demande un autre lui-même.",
                "The password was already created: the holder signs in, or asks for another.",
            )
        case _:
            return None


def unlocking_refusal(account: Account, now: datetime) -> Refusal | None:
    """P3: only a locked account can be unlocked."""
    if account.deleted_at is not None:
        return Refusal(
            ErrorCode.ACCOUNT_DELETED,
            "Ce compte est supprimé : le restaurer, s'il est encore temps, le déverrouille aussi.",
            "This account is deleted: restoring it, while there is time, unlocks it as well.",
        )
    if not account.locked(now):
        return Refusal(
            ErrorCode.INVALID,
            "Ce compte n'est pas verrouillé : il n'y a rien à déverrouiller.",
            "This account is not locked: there is nothing to unlock.",
        )
    return None


def is_active_administrator(account: Account, today: date) -> bool:
    return account.profile is Profile.ADMINISTRATOR and account.status(today) is AccountStatus.ACTIVE


def deleted_refusal(french_act: str, english_act: str) -> Refusal:
    """The refusal of an act that a deleted account can have once it is restored."""
    return Refusal(
        ErrorCode.ACCOUNT_DELETED,
        f"Ce compte est supprimé : restaurez-le avant {french_act}, ou créez-en un autre s'il est trop tard.",
        f"This account is deleted: restore it before {english_act}, or create another if it is too late.",
    )


def expired_refusal(french_remedy: str, english_remedy: str) -> Refusal:
    """The refusal of an act on an expired account, with its remedy."""
    return Refusal(
        ErrorCode.ACCOUNT_EXPIRED,
        f"Ce compte a expiré : {french_remedy}.",
        f"This account has expired: {english_remedy}.",
    )


def own_account_refusal(french: str, english: str) -> Refusal:
    return Refusal(ErrorCode.SELF_FORBIDDEN, french, english)
