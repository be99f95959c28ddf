"""Search in SQL finds what the rule finds (L1), whatever the names and the terms."""

from random import Random

import pytest

from models.database import transaction
from models.rules.accounts.account import Account
from models.rules.accounts.search import Search, Selection, matches, search_terms
from models.rules.vocabulary import SearchField, TermMatch
from models.stores.accounts.account_list import all_matching, count
from tests.factories import NOW, an_account, an_employer
from tests.models.stores.accounts.searched_accounts import random_search, texts
from tests.random_accounts import TERMS, populate
from tests.raw_sql import explained, run

pytestmark = pytest.mark.usefixtures("database")


def expected(accounts: list[Account], search: Search) -> set[int]:
    return {a.id for a in accounts if a.deleted_at is None and matches(search, texts(a))}


async def matching_ids(employer_id: int, search: Search) -> set[int]:
    return {a.id for a in await all_matching(Selection(employer_id, search), NOW, 1_000)}


@pytest.mark.parametrize("seed", range(3))
async def test_every_search_finds_what_the_rule_finds(seed: int) -> None:
    random, employer_id = Random(seed), await an_employer()
    accounts = await populate(random, employer_id, 150)
    several = 0

    for _ in range(150):
        search = random_search(random)
        wanted = expected(accounts, search)
        assert await matching_ids(employer_id, search) == wanted, search
        assert await count(Selection(employer_id, search), NOW) == len(wanted), search
        several += 0 < len(wanted) < len(accounts)
    assert several > 50


@pytest.mark.parametrize("within", SearchField)
async def test_each_awkward_term_is_taken_literally_in_each_field(within: SearchField) -> None:
    employer_id = await an_employer()
    accounts = await populate(Random(within), employer_id, 100)
    for text in TERMS:
        search = Search(search_terms(text), within)
        assert await matching_ids(employer_id, search) == expected(accounts, search), text


async def test_accents_case_hyphens_and_apostrophes_do_not_matter() -> None:
    employer_id = await an_employer()
    account = await an_account(employer_id, "L’Hermitte-Œuvrard", "Gaëlle", department="Épargne")
    for text in (
        "lhermitte",
        "HERMITTEOEUVRARD",
        "l'herm",
        "l hermitte",
        "Gaelle EPARGNE",
        "gaëlle -œuvrard",
    ):
        assert await matching_ids(employer_id, Search(search_terms(text))) == {account.id}
    for text in ("lhermitteg", "gaelle durant", "hermitte oeuvrart"):
        assert await matching_ids(employer_id, Search(search_terms(text))) == set()


async def test_a_term_never_runs_from_one_field_into_the_next() -> None:
    employer_id = await an_employer()
    await an_account(employer_id, "Durant", "Anne", identifier="ADU222222", department="Paye")
    for term in ("duranta", "annead", "222paye", "payeanne", "example0", "durant\x01anne"):
        assert await matching_ids(employer_id, Search(search_terms(term))) == set()


async def test_no_term_finds_everything_whether_any_or_every_one_is_requested() -> None:
    employer_id = await an_employer()
    account = await an_account(employer_id)
    for match in TermMatch:
        assert await matching_ids(employer_id, Search((), SearchField.ALL, match)) == {account.id}


@pytest.mark.only_on("postgresql")
async def test_the_index_of_trigrams_finds_what_the_rule_finds() -> None:
    random, employer_id = Random(9), await an_employer()
    accounts = await populate(random, employer_id, 150)

    async with transaction():
        await run("SET LOCAL enable_seqscan = off", "SET LOCAL enable_indexscan = off")
        plan = await explained("SELECT id FROM account WHERE search_key LIKE '%durant%'", [])
        assert "account_search" in plan
        for text in TERMS:
            search = Search(search_terms(text))
            assert await matching_ids(employer_id, search) == expected(accounts, search), text
