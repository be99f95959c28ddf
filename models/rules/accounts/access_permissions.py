"""When an administrator may send a colleague a link to a new password, or end their sessions (P4, P7).

Who may act for an employer at all is decided in `resolvers/caller.py`.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from models.rules.accounts.account import Account
from models.rules.accounts.account_permissions import deleted_refusal, expired_refusal, own_account_refusal
from models.rules.refusals import Refusal
from models.rules.vocabulary import AccountStatus, ErrorCode

_MINUTE = timedelta(minutes=1)


def password_reset_refusal(account: Account, caller_id: int, today: date) -> Refusal | None:
    """P7: another's active account. A locked one too, as a new password lifts the lock (P3)."""
    match account.status(today):
        case AccountStatus.DELETED:
            return deleted_refusal("d'envoyer un lien de mot de passe", "sending a link to a new password")
        case AccountStatus.EXPIRED if account.has_password:
            return expired_refusal(
                "renouvelez-le, puis envoyez le lien de mot de passe",
                "renew it, then send the link to a new password",
            )
        case AccountStatus.EXPIRED:
            return expired_refusal(
                "renouvelez-le, puis renvoyez l'invitation", "renew it, then send the invitation again"
            )
        case AccountStatus.PENDING:
            return Refusal(
                ErrorCode.ACCOUNT_PENDING,
                "Ce compte attend encore son premier mot de passe : renvoyez plutôt l'invitation.",
                "This account still waits for its first password: send the invitation again instead.",
            )
        case _ if account.id == caller_id:
            return own_account_refusal(
                "Votre propre mot de passe se change dans « Mon compte ».",
                "Change your own password under 'My account'.",
            )
        case _:
            return None


def reset_limit_refusal(
    sent_at: Sequence[datetime], limit: int, window: timedelta, now: datetime
) -> Refusal | None:
    """P7: at most `limit` links to a new password within `window`, also those that the holder requested.

    `sent_at` are the moments of the account's links within the window, the oldest first.
    """
    if len(sent_at) < limit:
        return None
    minutes = -((now - sent_at[-limit] - window) // _MINUTE)
    plural = "s" if minutes > 1 else ""
    return Refusal(
        ErrorCode.RATE_LIMITED,
        f"Le titulaire a reçu {len(sent_at)} liens en peu de temps, et le dernier est dans sa messagerie : "
        f"recommencez dans {minutes} minute{plural}.",
        f"The holder has received {len(sent_at)} links in a short time, and the last is in the mailbox: "
        f"try again in {minutes} minute{plural}.",
    )


def sessions_refusal(account: Account, caller_id: int, now: datetime, today: date) -> Refusal | None:
    """P4: another's active account; deletion, expiry and a lock have ended the sessions already."""
    match account.status(today):
        case AccountStatus.DELETED:
            return Refusal(
                ErrorCode.ACCOUNT_DELETED,
                "Ce compte est supprimé, et ses sessions ont pris fin : il n'y a rien à faire.",
                "This account is deleted, and its sessions have ended: there is nothing to do.",
            )
        case AccountStatus.EXPIRED:
            return Refusal(
                ErrorCode.ACCOUNT_EXPIRED,
                "Ce compte a expiré, et ses sessions ont pris fin : il n'y a rien à faire.",
                "This account has expired, and its sessions have ended: there is nothing to do.",
            )
        case AccountStatus.PENDING:
            return Refusal(
                ErrorCode.ACCOUNT_PENDING,
                "Ce compte n'a pas encore de mot de passe, ni donc de session : il n'y a rien à faire.",
                "This account has no password yet, hence no session: there is nothing to do.",
            )
        case _ if account.id == caller_id:
            return own_account_refusal(
                "Vos propres sessions se ferment dans « Mon compte ».",
                "End your own sessions under 'My account'.",
            )
        case _ if account.locked(now):
            return Refusal(
                ErrorCode.ACCOUNT_LOCKED,
                "Ce compte est verrouillé, et ses sessions ont pris fin : il n'y a rien à faire.",
                "This account is locked, and its sessions have ended: there is nothing to do.",
            )
        case _:
            return None
