"""Random searches, and the texts of an account that a search looks at (L1)."""

from random import Random

from models.rules.accounts.account import Account
from models.rules.accounts.search import Search, search_terms
from models.rules.vocabulary import SearchField, TermMatch
from tests.random_accounts import TERMS


def texts(account: Account) -> dict[SearchField, str]:
    """The text of each field that a search looks at."""
    return {
        SearchField.LAST_NAME: account.last_name,
        SearchField.FIRST_NAME: account.first_name,
        SearchField.IDENTIFIER: account.identifier,
        SearchField.DEPARTMENT: account.department or "",
        SearchField.EMAIL: account.email,
        SearchField.PHONE: account.phone or "",
    }


def random_search(random: Random) -> Search:
    return Search(
        terms=search_terms(" ".join(random.choices(TERMS, k=random.choice((1, 1, 2, 3))))),
        within=random.choice([SearchField.ALL, SearchField.ALL, *SearchField]),
        match=random.choice(list(TermMatch)),
    )
