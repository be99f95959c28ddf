"""The caller of a request, and the checks of what it may do, used by every use case (E1, E3, P6)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from models.rules.accounts.account import Account
from models.rules.employers.mandate import covers
from models.rules.employers.mandate_refusals import beyond_mandate, own_administrators_only
from models.rules.history_entry import SYSTEM, Actor
from models.rules.operators.operator import Operator
from models.rules.operators.operator_refusals import not_for_operators, operators_only
from models.rules.partners.partner import Partner
from models.rules.refusals import (
    Refused,
    forbidden,
    key_missing,
    not_for_partners,
    not_found,
    not_signed_in,
    partners_only,
    scope_missing,
)
from models.rules.vocabulary import MandateScope, Profile, Scope


@dataclass(frozen=True, slots=True)
class Caller:
    """The authenticated caller of a request. `administers` is empty unless the caller is an administrator."""

    account: Account | None = None
    profile: Profile | None = None
    """The profile of the session: the one with which it began (P6)."""
    session_id: int | None = None
    administers: frozenset[int] = frozenset()
    session_ends_at: datetime | None = None
    """When the session ends at the latest, however much it is used (P5)."""
    mandates: Mapping[int, MandateScope] = field(default_factory=dict, hash=False)
    """Those of `administers` that the caller acts for by a mandate, each with its scope (E1)."""
    partner: Partner | None = None
    """A partner system; it has no account (T1)."""
    key_id: int | None = None
    """The partner's key: the one sent, or the one for which its token was issued (T3)."""
    operator: Operator | None = None
    """An operator of the platform, who is signed in; it has no account (N3)."""
    operator_session_id: int | None = None
    at_operators_endpoint: bool = False
    """The request came by the operators' endpoint, which recognises no account and no partner (N3)."""

    @property
    def own_employers(self) -> int:
        """How many employers the account administers, or the partner may read."""
        return len(self.partner.employers if self.partner else self.administers)

    @property
    def actor(self) -> Actor:
        """The caller as the actor of history entries."""
        if self.operator is not None:
            return self.operator.actor
        if self.account is None:
            return SYSTEM
        return Actor(self.account.id, self.account.employer_id)

    def in_session(self, session_id: int, ends_at: datetime) -> "Caller":
        """Return the same caller in another session."""
        return replace(self, session_id=session_id, session_ends_at=ends_at)

    def person_only(self) -> None:
        """Check that the caller is a holder, signed in or not: partners only read statuses and changes (T1).

        Raises: Refused(FORBIDDEN), at the operators' endpoint too (N3).
        """
        if self.partner is not None:
            raise Refused(not_for_partners())
        if self.at_operators_endpoint:
            raise Refused(not_for_operators())

    def signed_in(self) -> Account:
        """Return the account that is signed in.

        Raises: Refused(NOT_SIGNED_IN); FORBIDDEN for a partner, and at the operators' endpoint.
        """
        self.person_only()
        if self.account is None:
            raise Refused(not_signed_in())
        return self.account


ANONYMOUS = Caller()
ANONYMOUS_OPERATOR = Caller(at_operators_endpoint=True)
"""At the operators' endpoint, not signed in."""


def require_administrator_of(
    caller: Caller, employer_id: int | None, *field: str, scope: MandateScope = MandateScope.READ
) -> int:
    """Return the employer's id, if the caller administers it; `field` is the path of the input that names it.

    A caller who acts by a mandate needs one of this scope, or a wider one (E1).

    Raises: Refused, with NOT_SIGNED_IN for an anonymous caller; FORBIDDEN for a user of that employer, for a
    partner, and beyond the scope of a mandate; NOT_FOUND for all others, whether or not that employer exists
    (E3).
    """
    account = caller.signed_in()
    if employer_id is not None and employer_id in caller.administers:
        if not covers(caller.mandates.get(employer_id, MandateScope.MANAGE), scope):
            raise Refused(beyond_mandate())
        return employer_id
    if employer_id == account.employer_id and not caller.administers:
        raise Refused(forbidden())
    raise Refused(not_found().under(*field) if field else not_found())


def restrict_to_employer(caller: Caller, employer_id: int | None) -> Caller:
    """Return the caller as an administrator of this employer alone, so that ids of others are unknown (E5).

    None leaves the caller as it is. Raises: Refused, as `require_administrator_of`, under employerId.
    """
    if employer_id is None:
        return caller
    return replace(
        caller, administers=frozenset({require_administrator_of(caller, employer_id, "employerId")})
    )


def require_own_administrator(caller: Caller, employer_id: int, *field: str) -> Account:
    """Return the caller's account, if it is one of the employer's own administrators, not by a mandate (E4).

    Raises: Refused, as `require_administrator_of`; FORBIDDEN for the holder of a mandate.
    """
    require_administrator_of(caller, employer_id, *field)
    if employer_id in caller.mandates:
        raise Refused(own_administrators_only())
    return caller.signed_in()


def require_administrator(caller: Caller) -> Account:
    """Return the caller's account, if it administers any employer.

    Raises: Refused(NOT_SIGNED_IN or FORBIDDEN).
    """
    account = caller.signed_in()
    if not caller.administers:
        raise Refused(forbidden())
    return account


def require_partner(caller: Caller, scope: Scope) -> Partner:
    """Return the partner that is the caller, if it has the scope (T1).

    Raises: Refused, with NOT_SIGNED_IN for an anonymous caller; FORBIDDEN for people, and without the scope.
    """
    if caller.partner is not None:
        if scope in caller.partner.scopes:
            return caller.partner
        raise Refused(scope_missing(scope))
    is_anonymous = caller.account is None and caller.operator is None
    raise Refused(key_missing() if is_anonymous else partners_only())


def require_operator(caller: Caller) -> Operator:
    """Return the operator that is the caller (N3).

    Raises: Refused, with NOT_SIGNED_IN for an anonymous caller; FORBIDDEN for accounts and partners.
    """
    if caller.operator is not None:
        return caller.operator
    is_anonymous = caller.account is None and caller.partner is None
    raise Refused(not_signed_in() if is_anonymous else operators_only())


def require_operators_endpoint(caller: Caller) -> None:
    """Check that the request came by the operators' endpoint, which is open to their networks only (N3).

    Raises: Refused(FORBIDDEN).
    """
    if not caller.at_operators_endpoint:
        raise Refused(operators_only())
