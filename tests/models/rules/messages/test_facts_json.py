"""Message facts become JSON and are read back; what was stored by former versions is read as well."""

import json
from dataclasses import MISSING, fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.messages.facts import InvitationFacts, MessageFacts
from models.rules.messages.facts_json import FACTS_BY_KIND, facts_from_json, facts_to_json
from models.rules.vocabulary import MessageKind, Profile
from tests.models.rules.messages.stored_facts import STORED_FACTS


def stored_invitation(**changes: Any) -> dict[str, Any]:
    return {**json.loads(STORED_FACTS[MessageKind.INVITATION]), **changes}


def test_each_kind_of_message_has_its_facts() -> None:
    assert set(FACTS_BY_KIND) == set(MessageKind)


@given(st.one_of(*map(st.from_type, FACTS_BY_KIND.values())))
def test_facts_of_every_kind_survive_the_way_to_json_and_back(facts: MessageFacts) -> None:
    stored = json.dumps(facts_to_json(facts), ensure_ascii=False)
    assert facts_from_json(facts.kind, json.loads(stored)) == facts


@pytest.mark.parametrize("kind", MessageKind)
def test_the_stored_form_of_every_kind_is_the_one_of_former_versions(kind: MessageKind) -> None:
    """Byte for byte, but for the fields that came later, which stand at the end."""
    stored = STORED_FACTS[kind]
    facts = facts_from_json(kind, json.loads(stored))
    assert facts.kind is kind
    assert json.dumps(facts_to_json(facts), ensure_ascii=False).startswith(stored.removesuffix("}"))


def test_a_key_that_another_version_added_is_ignored() -> None:
    facts = facts_from_json(MessageKind.INVITATION, stored_invitation(salutation="Chère collègue"))
    assert facts == facts_from_json(MessageKind.INVITATION, stored_invitation())


@pytest.mark.parametrize("kind", MessageKind)
def test_a_missing_key_has_the_default_of_its_field(kind: MessageKind) -> None:
    """A former version did not know the field."""
    stored = json.loads(STORED_FACTS[kind])
    for field in fields(FACTS_BY_KIND[kind]):
        if field.default is not MISSING:
            stored.pop(field.name, None)
            assert getattr(facts_from_json(kind, stored), field.name) == field.default


def test_the_profile_of_an_invitation_is_stored_and_read_back() -> None:
    facts = facts_from_json(MessageKind.INVITATION, stored_invitation(profile="ADMINISTRATOR"))
    assert isinstance(facts, InvitationFacts)
    assert facts.profile is Profile.ADMINISTRATOR
    assert facts_to_json(facts)["profile"] == "ADMINISTRATOR"


@pytest.mark.parametrize("key", [field.name for field in fields(InvitationFacts) if field.default is MISSING])
def test_a_missing_key_is_an_error_that_names_it(key: str) -> None:
    stored = stored_invitation()
    del stored[key]
    with pytest.raises(ValueError, match=rf"^INVITATION\.{key} is missing$"):
        facts_from_json(MessageKind.INVITATION, stored)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"holder": "Dupont"}, "INVITATION.holder is not an object"),
        ({"holder": {"civility": "MADAME"}}, "INVITATION.holder.last_name is missing"),
        (
            {"creator": {"civility": "DUPONT", "last_name": "", "first_name": ""}},
            "INVITATION.creator.civility is not a Civility",
        ),
        ({"creator_phone": 33241051938}, "INVITATION.creator_phone is not a str"),
        ({"created_on": "Dupont"}, "INVITATION.created_on is not a date"),
        ({"created_on": 20261123}, "INVITATION.created_on is not a date"),
        ({"employer_name": None}, "INVITATION.employer_name is not a str"),
        ({"representative_address": "BP 1005"}, "INVITATION.representative_address is not a list"),
        ({"representative_address": [1005]}, "INVITATION.representative_address is not a str"),
        ({"link_days": True}, "INVITATION.link_days is not a int"),
        ({"representative_is_told": 1}, "INVITATION.representative_is_told is not a bool"),
    ],
)
def test_a_value_of_another_type_is_an_error_that_names_its_key_only(
    changes: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=r".") as error:
        facts_from_json(MessageKind.INVITATION, stored_invitation(**changes))
    assert str(error.value) == message


@pytest.mark.parametrize("stored", [None, [], "{}", 1])
def test_stored_facts_that_are_no_object_are_an_error(stored: object) -> None:
    with pytest.raises(ValueError, match="INVITATION is not an object"):
        facts_from_json(MessageKind.INVITATION, stored)
