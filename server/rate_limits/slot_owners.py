"""Whose slots a request takes: an employer's, a partner's, or those of a network address."""

from resolvers.caller import Caller
from server.rate_limits.cost_budget import client_network
from server.rate_limits.fair_queue import CallerClass, SlotOwner


def slot_owner(caller: Caller, address: str) -> SlotOwner:
    """Return whose slots an operation of this caller takes."""
    if caller.account is not None:
        account = caller.account
        return SlotOwner(CallerClass.SIGNED_IN, f"employer {account.employer_id}", str(account.id))
    if caller.partner is not None:
        partner = f"partner {caller.partner.id}"
        return SlotOwner(CallerClass.SIGNED_IN, partner, partner)
    if caller.operator is not None:
        return SlotOwner(CallerClass.SIGNED_IN, "operators", f"operator {caller.operator.id}")
    return address_owner(CallerClass.ANONYMOUS, address)


def address_owner(caller_class: CallerClass, address: str) -> SlotOwner:
    """Return whose slots a request takes of which only the network address is known."""
    network = client_network(address)
    return SlotOwner(caller_class, network, network)
