"""The messages of a creation, and the link in the e-mail (C2-C4)."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from models.database import query
from models.rules.sign_in.tokens import link_token, token_hash
from models.rules.vocabulary import InvitationState, LetterPolicy, LinkPurpose, MessageKind, Profile
from models.stores.employers.employers import employers_by_id
from models.stores.sign_in.password_links import latest_invitations
from resolvers.accounts.create import create
from resolvers.messages.compose import queue_invitations
from tests.factories import NOW, POLICY, TODAY, a_house, signed_in
from tests.nothing_written import all_rows
from tests.resolvers.requests import a_creation

pytestmark = pytest.mark.usefixtures("database")

INVITATION, LETTER = MessageKind.INVITATION, MessageKind.CREATION_LETTER


async def kinds() -> list[str]:
    return [row["kind"] for row in await query("SELECT kind FROM outgoing ORDER BY id", [])]


async def test_an_email_and_a_letter_go_out_with_every_creation() -> None:
    house = await a_house()
    for profile in Profile:
        await create(signed_in(house.jean), a_creation(house.employer_id, profile), NOW, POLICY)
    assert await kinds() == [INVITATION, LETTER] * 2


async def test_a_setting_limits_letters_to_administrators_and_the_email_says_so() -> None:
    house = await a_house()
    policy = replace(POLICY, letters=LetterPolicy.ADMINISTRATORS)
    for profile in (Profile.USER, Profile.ADMINISTRATOR):
        await create(signed_in(house.jean), a_creation(house.employer_id, profile), NOW, policy)
    assert await kinds() == [INVITATION, INVITATION, LETTER]
    emails = await query("SELECT facts FROM outgoing WHERE channel = 'EMAIL' ORDER BY id", [])
    assert [json.loads(row["facts"])["representative_is_told"] for row in emails] == [False, True]


async def test_the_email_states_its_facts_and_never_the_identifier() -> None:
    house = await a_house()
    account = await create(signed_in(house.jean), a_creation(house.employer_id), NOW, POLICY)
    email, letter = await query("SELECT * FROM outgoing ORDER BY id", [])
    assert (email["recipient"], email["channel"]) == (account.email, "EMAIL")
    facts = json.loads(email["facts"])
    assert facts == {
        "holder": {"civility": "MADAME", "last_name": "Le Goff-Ménard", "first_name": "Claire"},
        "creator": {"civility": "MONSIEUR", "last_name": "Louty", "first_name": "Jean"},
        "creator_phone": "+33241051938",
        "created_on": "2026-11-23",
        "employer_name": "CHRU DE NANTES",
        "contract_number": facts["contract_number"],
        "representative_address": ["5 ALLEE DE L'ILE GLORIETTE", "BP 1005", "44035 NANTES CEDEX 1"],
        "link_days": 15,
        "representative_is_told": True,
        "profile": "USER",
    }
    assert facts["contract_number"].startswith("VF")
    assert account.identifier not in repr(email) + repr(letter)
    letter_facts = json.loads(letter["facts"])
    assert (letter_facts["representative"]["last_name"], letter_facts["representative_title"]) == (
        "Le Goff",
        "Directrice générale",
    )
    assert (letter_facts["profile"], letter_facts["actor"]["last_name"], letter_facts["on"]) == (
        "USER",
        "Louty",
        "2026-11-23",
    )


async def test_the_link_is_valid_for_15_days_and_the_database_holds_nothing_that_opens_it() -> None:
    house = await a_house()
    account = await create(signed_in(house.jean), a_creation(house.employer_id), NOW, POLICY)
    (link,) = await query("SELECT nonce, token_hash, purpose FROM password_link", [])
    token = link_token(POLICY.secret_key, link["nonce"])
    assert (link["token_hash"], link["purpose"]) == (token_hash(token), LinkPurpose.CREATE)
    assert token not in repr(await all_rows())
    lapses = NOW + timedelta(days=15)
    assert (await latest_invitations([account.id], NOW))[account.id].expires_at == lapses
    states = [
        (await latest_invitations([account.id], when))[account.id].state
        for when in (lapses - timedelta(microseconds=1), lapses)
    ]
    assert states == [InvitationState.QUEUED, InvitationState.LAPSED]


async def test_a_new_link_revokes_the_older_ones() -> None:
    house = await a_house()
    account = await create(signed_in(house.jean), a_creation(house.employer_id), NOW, POLICY)
    employer = (await employers_by_id([house.employer_id]))[house.employer_id]
    later = NOW + timedelta(days=2)
    await queue_invitations([account], employer, house.sara, later, TODAY + timedelta(days=2), POLICY)
    links = await query("SELECT revoked_at FROM password_link ORDER BY id", [])
    assert [row["revoked_at"] is None for row in links] == [False, True]
    emails = await query("SELECT state FROM outgoing WHERE channel = 'EMAIL' ORDER BY id", [])
    assert [row["state"] for row in emails] == ["REVOKED", "QUEUED"]
    assert (await latest_invitations([account.id], later))[account.id].state is InvitationState.QUEUED


async def test_each_message_has_a_message_id_of_its_own() -> None:
    house = await a_house()
    for _ in range(3):
        await create(signed_in(house.jean), a_creation(house.employer_id), NOW, POLICY)
    ids = {row["message_id"] for row in await query("SELECT message_id FROM outgoing", [])}
    assert len(ids) == 6
    assert {message_id.partition("@")[2] for message_id in ids} == {POLICY.message_host}
