"""Password hashes (P2)."""

import asyncio

import pytest
from argon2 import PasswordHasher, extract_parameters

from models.rules.sign_in.password import broken_rules
from resolvers.sign_in import passwords
from resolvers.sign_in.passwords import hash_password, needs_rehash, password_matches, suggest_password
from tests.factories import PASSWORD

pytestmark = pytest.mark.usefixtures("full_cost_hashes")


async def test_a_password_matches_its_hash_and_no_other_does() -> None:
    hashed = await hash_password("Mot de passe éà 9!")
    assert await password_matches("Mot de passe éà 9!", hashed)
    assert not await password_matches("Mot de passe ea 9!", hashed)
    assert not await password_matches("", hashed)


async def test_an_accent_is_the_same_whether_a_keyboard_sends_it_as_one_character_or_as_two() -> None:
    assert await password_matches("Velo-rose\u0301-42", await hash_password("Velo-rosé-42"))
    assert await password_matches("Velo-rosé-42", await hash_password("Velo-rose\u0301-42"))


async def test_hashes_are_argon2id_with_what_owasp_asks_for() -> None:
    hashed = await hash_password(PASSWORD)
    parameters = extract_parameters(hashed)
    assert hashed.startswith("$argon2id$")
    assert (parameters.time_cost, parameters.memory_cost, parameters.parallelism) == (2, 19_456, 1)
    assert parameters.salt_len >= 16
    assert not needs_rehash(hashed)


async def test_two_hashes_of_one_password_differ() -> None:
    assert await hash_password(PASSWORD) != await hash_password(PASSWORD)


def test_a_hash_made_with_weaker_parameters_is_outdated() -> None:
    assert needs_rehash(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD))


@pytest.mark.parametrize("nothing", [None, "", "no hash at all"])
async def test_nothing_matches_where_there_is_no_hash(nothing: str | None) -> None:
    assert not await password_matches(PASSWORD, nothing)
    assert not await password_matches("nobody's password", nothing)


def test_comparing_with_the_dummy_hash_costs_the_same_as_with_any_other() -> None:
    assert not needs_rehash(passwords._dummy_hash())


async def test_a_password_of_128_characters_counts_to_the_last_and_a_longer_one_never_matches() -> None:
    longest = "é" * 127 + "x"
    hashed = await hash_password(longest)
    assert await password_matches(longest, hashed)
    for other in (longest[:-1], longest[:-1] + "y", longest + "x", longest + "x" * 10_000):
        assert not await password_matches(other, hashed)


async def test_hashing_does_not_hold_up_the_event_loop_and_is_done_few_at_a_time() -> None:
    hashing = [asyncio.create_task(hash_password(PASSWORD)) for _ in range(5)]
    iterations, max_running = 0, 0
    while not all(task.done() for task in hashing):
        await asyncio.sleep(0)
        iterations += 1
        max_running = max(max_running, int(passwords._limiter().borrowed_tokens))
    assert max_running == passwords.MAX_CONCURRENT_HASHES
    assert iterations > 100
    assert len({task.result() for task in hashing}) == 5


def test_a_suggested_password_follows_every_rule_and_is_never_the_same() -> None:
    suggested = {suggest_password() for _ in range(20)}
    assert len(suggested) == 20
    assert all(broken_rules(password) == [] for password in suggested)
