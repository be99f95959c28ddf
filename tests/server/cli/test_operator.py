"""comptoir operator: made with a password that is never printed, listed, ended (N3)."""

import pytest

from tests.server import commands

PASSWORD = "chaise-VELOS-9-tulipe"
ODILE = ("--last-name", "Brun", "--first-name", "Odile", "--email", "odile@plateforme.example")


async def create(url: str, name: str, *options: str, typed: str) -> tuple[int, str, str]:
    return await commands.run("operator", "create", name, *ODILE, *options, url=url, typed=typed)


@pytest.mark.parametrize(
    ("options", "typed"),
    [(("--password-stdin",), f"{PASSWORD}\n"), ((), f"{PASSWORD}\n{PASSWORD}\n")],
    ids=["piped", "typed twice"],
)
async def test_an_operators_life(database_url: str, options: tuple[str, ...], typed: str) -> None:
    status, output, errors = await create(database_url, "Odile", *options, typed=typed)
    assert (status, PASSWORD in output + errors) == (0, False)
    assert "odile may sign in at http://127.0.0.1:8000/exploitation" in output
    _, listed, _ = await commands.run("operator", "list", url=database_url)
    assert listed.startswith("odile  Odile Brun  odile@plateforme.example  since 20")
    assert listed.endswith("active\n")
    assert (await commands.run("operator", "end", "odile", url=database_url))[0] == 0
    assert "ended 20" in (await commands.run("operator", "list", url=database_url))[1]


async def test_a_name_that_was_used_is_refused_before_a_password_is_asked(database_url: str) -> None:
    await create(database_url, "odile", "--password-stdin", typed=f"{PASSWORD}\n")
    await commands.run("operator", "end", "odile", url=database_url)
    status, output, errors = await create(database_url, "odile", typed="")
    assert (status, output) == (1, "")
    assert errors == "signInName: This sign-in name was used before, and is used once only: take another.\n"


@pytest.mark.parametrize("typed", ["", "\n", "court\n"])
async def test_without_a_good_password_no_operator_is_made(database_url: str, typed: str) -> None:
    status, _, errors = await create(database_url, "odile", "--password-stdin", typed=typed)
    assert status in {1, 2}
    assert "password" in errors
    assert (await commands.run("operator", "list", url=database_url))[1] == ""


async def test_an_unknown_operator_cannot_be_ended(database_url: str) -> None:
    status, _, errors = await commands.run("operator", "end", "odile", url=database_url)
    assert (status, "comptoir operator list" in errors) == (1, True)
