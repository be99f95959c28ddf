"""A webhook belongs to the key that registered it: revoking keys and scopes removes webhooks (T1, T3)."""

from datetime import timedelta

import pytest

from models.rules.refusals import Refused
from models.rules.vocabulary import ErrorCode, Scope
from models.tables.webhooks import WebhookRow
from resolvers.partners import manage, recognise, webhooks
from tests.factories import NOW, POLICY, a_house, a_partner, asking
from tests.nothing_written import rows_without_sessions
from tests.resolvers.partners.registered_webhooks import (
    URL,
    register,
)

pytestmark = pytest.mark.usefixtures("database")


async def test_a_revoked_partner_registers_nothing_and_keeps_nothing() -> None:
    house = await a_house()
    partner = await a_partner(house.employer_id, scopes=[Scope.WEBHOOKS])
    caller = await asking(partner)
    await register(caller)
    await manage.revoke_partner(partner.name, NOW)
    before = await rows_without_sessions()
    with pytest.raises(Refused) as refused:
        await register(caller)  # it was authenticated just before
    assert refused.value.refusals[0].code is ErrorCode.NOT_SIGNED_IN
    assert await webhooks.own_webhooks(caller) == []
    assert await rows_without_sessions() == before


async def test_revoking_a_key_removes_the_webhooks_that_it_registered() -> None:
    """Otherwise a stolen key would get changes for ever. A key that expires after a rotation leaves them."""
    house = await a_house()
    partner = await a_partner(house.employer_id, scopes=[Scope.WEBHOOKS])
    former = await asking(partner)
    await register(former, "https://partenaire.example/former")
    new_key = (await manage.rotate_key(partner.name, timedelta(0), NOW)).key
    assert new_key
    newest = await recognise.recognise_key(new_key, NOW)
    assert newest
    await register(newest.caller, "https://partenaire.example/newer")
    assert len(await webhooks.own_webhooks(newest.caller)) == 2
    result = await manage.revoke_partner(partner.name, NOW, partner.key[:11])
    assert result == manage.RevocationResult(keys=1, webhooks=1)
    (remaining,) = await webhooks.own_webhooks(newest.caller)
    assert remaining.url == "https://partenaire.example/newer"


async def test_a_webhook_belongs_to_the_key_that_rotated_its_secret_last() -> None:
    """Otherwise the holder of a leaked key would know the secret that signs messages."""
    house = await a_house()
    partner = await a_partner(house.employer_id, scopes=[Scope.WEBHOOKS])
    leaked = await asking(partner)
    new_key = (await manage.rotate_key(partner.name, timedelta(days=1), NOW)).key
    assert new_key
    newest = await recognise.recognise_key(new_key, NOW)
    assert newest
    await register(newest.caller)
    (own,) = await webhooks.own_webhooks(leaked)
    await webhooks.rotate_secret(leaked, own.id, NOW, POLICY)
    assert await manage.revoke_partner(partner.name, NOW, partner.key[:11]) == manage.RevocationResult(
        1, webhooks=1
    )
    assert await webhooks.own_webhooks(newest.caller) == []


async def test_a_key_that_is_revoked_while_the_host_is_looked_up_registers_no_webhook() -> None:
    house = await a_house()
    partner = await a_partner(house.employer_id, scopes=[Scope.WEBHOOKS])
    caller = await asking(partner)

    async def meanwhile(_url: str) -> bool:
        await manage.revoke_partner(partner.name, NOW, partner.key[:11])
        return True

    with pytest.raises(Refused) as refused:
        await webhooks.register(caller, URL, NOW, POLICY, meanwhile)
    assert [one.code for one in refused.value.refusals] == [ErrorCode.NOT_SIGNED_IN]
    assert await WebhookRow.all().count() == 0


async def test_a_scope_that_is_withdrawn_while_the_host_is_looked_up_registers_no_webhook() -> None:
    """The owner of the host decides how long the look-up takes."""
    house = await a_house()
    partner = await a_partner(house.employer_id, scopes=[Scope.STATUS, Scope.WEBHOOKS])
    caller = await asking(partner)

    async def meanwhile(_url: str) -> bool:
        await manage.restrict_partner(partner.name, [], [Scope.WEBHOOKS], NOW)
        return True

    with pytest.raises(Refused) as refused:
        await webhooks.register(caller, "https://partenaire.example/suivi", NOW, POLICY, meanwhile)
    assert [one.code for one in refused.value.refusals] == [ErrorCode.FORBIDDEN]
    assert await WebhookRow.all().count() == 0
