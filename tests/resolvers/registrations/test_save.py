"""Saving the form of a registration to go on with it later (N1)."""

from datetime import timedelta

import pytest

from models.rules.registrations.form import (
    FormAdministrator,
    FormRepresentative,
    RegistrationForm,
)
from models.rules.registrations.registration import DRAFT_DAYS
from models.rules.registrations.states import RegistrationState
from models.rules.vocabulary import Civility, ErrorCode, MessageKind, OutgoingState
from models.tables.messages import OutgoingRow
from resolvers.registrations.queue import list_registrations, show_registration
from resolvers.registrations.read import find_draft, find_registration
from resolvers.registrations.save import save_registration
from tests.factories import NOW, POLICY
from tests.nothing_written import refused
from tests.resolvers.registrations.steps import (
    a_registration_request,
    latest_id,
    messages,
    registered,
    state_of,
    token_of,
)

pytestmark = pytest.mark.usefixtures("database")

EMAIL = "claire@ancenis.example"
FORM = RegistrationForm(
    name="MAIRIE D'ANCENIS",
    siret="214400036",
    postal_address=("1 place de la Mairie", ""),
    representative=FormRepresentative(civility=Civility.MADAME, last_name="O'"),
    administrator=FormAdministrator(email="pas encore"),
)


async def saved(form: RegistrationForm = FORM, token: str | None = None) -> str:
    await save_registration(EMAIL, form, token, NOW, POLICY)
    return await token_of(await latest_id())


async def test_a_half_filled_form_is_kept_as_it_stands_and_its_link_e_mailed() -> None:
    draft = await find_draft(await saved(), NOW)
    assert draft
    assert (draft.form, draft.email) == (FORM, EMAIL)
    assert await messages() == [("REGISTRATION_SAVED", {"until": "2026-12-23"})]


async def test_saving_again_replaces_the_form_under_the_same_link_and_begins_the_days_anew() -> None:
    token = await saved()
    later = NOW + timedelta(days=20)
    changed = RegistrationForm(name="MAIRIE D'ANCENIS", siret="21440003600019")
    await save_registration(EMAIL, changed, token, later, POLICY)
    draft = await find_draft(token, later + timedelta(days=DRAFT_DAYS))
    assert draft
    assert (draft.form, draft.email) == (changed, EMAIL)


async def test_another_e_mail_address_gets_a_link_of_its_own_and_the_former_one_is_unknown() -> None:
    token = await saved()
    await OutgoingRow.all().update(state=OutgoingState.FAILED)
    await save_registration("paul@ancenis.example", FORM, token, NOW, POLICY)
    assert await find_draft(token, NOW) is None
    new = await token_of(await latest_id())
    draft = await find_draft(new, NOW)
    assert draft
    assert draft.email == "paul@ancenis.example"
    states = [(row.recipient, row.state) for row in await OutgoingRow.all().order_by("id")]
    assert states == [(EMAIL, OutgoingState.REVOKED), ("paul@ancenis.example", OutgoingState.QUEUED)]


async def test_a_form_that_is_sent_gets_a_new_link_and_its_draft_is_not_written_over_any_more() -> None:
    token = await saved()
    number = await registered(a_registration_request(token=token))
    assert number == await latest_id()
    assert await token_of(number) != token
    assert await find_registration(token) == (None, None)
    assert (await OutgoingRow.get(kind=MessageKind.REGISTRATION_SAVED)).state is OutgoingState.REVOKED
    await saved(token=token)
    assert await latest_id() != number


async def test_the_link_of_no_draft_makes_a_new_one_without_a_word() -> None:
    token = await saved(token="none")
    assert await find_draft(token, NOW)


async def test_a_draft_is_gone_after_its_last_day() -> None:
    token = await saved()
    assert await find_draft(token, NOW + timedelta(days=DRAFT_DAYS))
    assert await find_draft(token, NOW + timedelta(days=DRAFT_DAYS + 1)) is None
    assert await find_draft("none", NOW) is None
    assert await find_registration("none") == (None, None)
    assert await state_of(await latest_id(), NOW + timedelta(days=40)) is RegistrationState.LAPSED


async def test_operators_see_no_draft() -> None:
    await saved()
    assert await list_registrations(tuple(RegistrationState), NOW + timedelta(days=40), 10) == []
    async with refused(ErrorCode.NOT_FOUND):
        await show_registration(await latest_id(), NOW)


async def test_only_the_e_mail_address_and_the_size_are_checked() -> None:
    too_much = RegistrationForm(
        name="a" * 301,
        postal_address=tuple("abcdefghijklm"),
        administrator=FormAdministrator(professional_address=("ok", "b" * 301)),
    )
    async with refused(
        ErrorCode.INVALID, ErrorCode.TOO_LONG, ErrorCode.TOO_LONG, ErrorCode.TOO_LONG
    ) as refusals:
        await save_registration("nowhere", too_much, None, NOW, POLICY)
    assert [refusal.field for refusal in refusals] == [
        ("email",),
        ("postalAddress",),
        ("name",),
        ("administrator", "professionalAddress", "1"),
    ]
