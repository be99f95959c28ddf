"""The demo: the guide's people on any day, invented people beside them, and the same ones each time."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import phonenumbers
import pytest
from stdnum.fr import siret

from models.catalogue import services
from models.database import query
from models.rules.accounts.account import check_name, check_postal_address
from models.rules.accounts.expiry import status_on
from models.rules.accounts.identifier import initials, is_generated_identifier, is_identifier
from models.rules.accounts.rights import right_refusal
from models.rules.employers.employer_import import EmployerImport, ImportedAccount, life_events
from models.rules.refusals import Refused
from models.rules.vocabulary import AccessLevel, AccountStatus, ErrorCode, Profile
from resolvers.accounts.details import check_email
from resolvers.history.verify import verify_history
from resolvers.sign_in.sessions import sign_in
from server.demo.employers import MAX_DEMO_EMPLOYERS, domain, employer
from server.demo.load import LEADERS, PASSWORD, demo, load_demo
from tests.factories import NOW, POLICY, TODAY
from tests.nothing_written import rows_without_sessions

DAYS = [TODAY + timedelta(days=days) for days in range(0, 366, 5)] + [date(2028, 2, 29), date(2026, 8, 31)]
GUIDE = {
    "JLO000439": ("Jean", "Louty", Profile.ADMINISTRATOR, AccountStatus.ACTIVE),
    "CAM000628": ("Amadeus", "Chopin", Profile.ADMINISTRATOR, AccountStatus.ACTIVE),
    "SDU000601": ("Sara", "Dupont", Profile.ADMINISTRATOR, AccountStatus.ACTIVE),
    "CDU000630": ("Christophe", "Durant", Profile.USER, AccountStatus.ACTIVE),
    "SPUY4C8MN": ("Séverine", "Puythorec", Profile.ADMINISTRATOR, AccountStatus.ACTIVE),
    "FLO000394": ("Fernand", "Louty", Profile.USER, AccountStatus.EXPIRED),
}


def status(account: ImportedAccount, today: date) -> AccountStatus:
    return status_on(
        today,
        deleted=account.deleted_at is not None,
        expires_on=account.expires_on,
        has_password=account.password_created_at is not None,
    )


@pytest.fixture(scope="module")
def many() -> list[EmployerImport]:
    return list(demo(TODAY, employers=10, accounts=5_000))


@pytest.mark.parametrize("today", DAYS)
def test_the_guides_people_are_there_on_any_day(today: date) -> None:
    guide = next(demo(today, accounts=20))
    people = {
        a.identifier: (a.details.first_name, a.details.last_name, a.profile, status(a, today))
        for a in guide.accounts[:6]
    }
    assert people == GUIDE
    assert guide.accounts[0].details.phone == "+33241051938"
    assert guide.accounts[-1].identifier not in GUIDE


def test_the_guides_employer_has_every_fund() -> None:
    guide = next(demo(TODAY))
    assert (guide.name, guide.contract_number) == ("CHRU DE NANTES", "VF201")
    assert guide.postal_address == ("5 allée de l'Île-Gloriette", "BP 1005", "44035 Nantes Cedex 1")
    assert guide.funds == {"CNRACL", "IRCANTEC", "RAFP", "ATIACL", "FIPHFP"}


def test_the_same_seed_gives_the_same_people() -> None:
    assert list(demo(TODAY, seed=7)) == list(demo(TODAY, seed=7))
    assert list(demo(TODAY, seed=7)) != list(demo(TODAY, seed=8))


def test_a_larger_demo_begins_with_the_people_of_a_smaller_one() -> None:
    for small, large in zip(demo(TODAY, 3, 300), demo(TODAY, 6, 3_000), strict=False):
        assert large.accounts[: len(small.accounts)] == small.accounts


def test_no_identifier_is_given_twice(many: list[EmployerImport]) -> None:
    identifiers = [a.identifier for founding in many for a in founding.accounts]
    assert len(set(identifiers)) == len(identifiers) == 5_000
    assert all(map(is_identifier, identifiers))
    for account in many[1].accounts:
        assert is_generated_identifier(account.identifier)
        assert account.identifier.startswith(initials(account.details.first_name, account.details.last_name))


def test_all_that_is_made_up_keeps_the_rules(many: list[EmployerImport]) -> None:
    for founding in many:
        available = {service.code: service for service in services(founding.funds)}
        for account in founding.accounts:
            details = account.details
            assert check_name(details.last_name) == details.last_name
            assert check_name(details.first_name) == details.first_name
            assert check_email(details.email) == details.email
            assert details.email.endswith(".example")
            assert check_postal_address(details.professional_address) == details.professional_address
            assert details.professional_address or account.profile is Profile.USER, "A2"
            assert not [1 for code, level in account.rights.items() if right_refusal(code, level, available)]
            if details.phone:
                assert phonenumbers.is_valid_number(phonenumbers.parse(details.phone))


def test_every_life_is_in_order_and_over_by_now(many: list[EmployerImport]) -> None:
    for account in (a for founding in many for a in founding.accounts):
        events = life_events(account, TODAY)
        assert all(one.at <= other.at for one, other in pairwise(events))
        assert events[-1].at < NOW
        assert events[-1].after is status(account, TODAY)
        if account.last_sign_in_at:
            assert account.password_created_at is not None
            assert account.password_created_at < account.last_sign_in_at < NOW
        if account.deleted_at:
            assert NOW - account.deleted_at < timedelta(days=POLICY.restore_days), "D1"


def test_the_mix_is_that_of_a_real_employer(many: list[EmployerImport]) -> None:
    accounts = [a for founding in many for a in founding.accounts]
    statuses = Counter(status(a, TODAY) for a in accounts)
    share = {name: round(100 * statuses[name] / len(accounts)) for name in AccountStatus}
    assert share[AccountStatus.ACTIVE] in range(77, 84)
    assert share[AccountStatus.PENDING] in range(7, 10)
    assert share[AccountStatus.EXPIRED] in range(8, 13)
    assert share[AccountStatus.DELETED] in range(1, 4)
    administrators = sum(a.profile is Profile.ADMINISTRATOR for a in accounts)
    assert 0.05 < administrators / len(accounts) < 0.08
    generated = [a for a in accounts if a.identifier not in GUIDE]
    assert {len(a.rights) for a in generated} == set(range(3, 9))
    assert {level for a in accounts for level in a.rights.values()} == {AccessLevel.READ, AccessLevel.WRITE}


def test_every_employer_has_administrators_who_can_sign_in(many: list[EmployerImport]) -> None:
    for founding in many:
        able = [
            a
            for a in founding.accounts
            if a.password == PASSWORD
            and a.profile is Profile.ADMINISTRATOR
            and status(a, TODAY) is AccountStatus.ACTIVE
        ]
        assert len(able) >= LEADERS


def test_no_two_employers_are_alike() -> None:
    all_known = [employer(number) for number in range(1, MAX_DEMO_EMPLOYERS + 1)]
    assert all(siret.validate(each.siret) == each.siret for each in all_known)
    assert all(check_postal_address(each.postal_address) == each.postal_address for each in all_known)
    for values in (
        {each.siret for each in all_known},
        {each.contract_number for each in all_known},
        {each.name for each in all_known},
        {domain(number) for number in range(1, MAX_DEMO_EMPLOYERS + 1)},
    ):
        assert len(values) == MAX_DEMO_EMPLOYERS


@pytest.mark.parametrize("number", [0, MAX_DEMO_EMPLOYERS + 1])
def test_more_employers_than_are_known_is_an_error(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        list(demo(TODAY, employers=number))
    with pytest.raises(ValueError, match=str(number)):
        employer(number)


def test_accounts_with_a_password_exist_in_the_smallest_demo() -> None:
    assert [len(founding.accounts) for founding in demo(TODAY, 3, 0)] == [6, LEADERS, LEADERS]


async def test_the_demo_twice_changes_nothing(database: None) -> None:  # noqa: ARG001
    assert await load_demo(3, 60, 2026, NOW, POLICY) == (3, 60)
    before = await rows_without_sessions()
    assert await load_demo(3, 60, 2026, NOW + timedelta(days=40), POLICY) == (0, 0)
    assert await load_demo(3, 90, 7, NOW, POLICY) == (0, 0)
    assert await rows_without_sessions() == before


async def test_a_demo_that_was_stopped_is_finished(database: None) -> None:  # noqa: ARG001
    await load_demo(2, 40, 2026, NOW, POLICY)
    assert await load_demo(4, 80, 2026, NOW, POLICY) == (2, 40)


async def test_the_guides_people_sign_in(database: None) -> None:  # noqa: ARG001
    await load_demo(1, 10, 2026, NOW, POLICY)
    for identifier, (_, _, _, stands) in GUIDE.items():
        if stands is AccountStatus.ACTIVE:
            entered = await sign_in(identifier, PASSWORD, NOW, POLICY)
            assert entered.caller.signed_in().identifier == identifier
    with pytest.raises(Refused) as caught:
        await sign_in("FLO000394", PASSWORD, NOW, POLICY)
    assert caught.value.refusals[0].code is ErrorCode.ACCOUNT_EXPIRED


@pytest.mark.usefixtures("full_cost_hashes")
async def test_each_password_has_its_own_salt(database: None) -> None:  # noqa: ARG001
    await load_demo(2, 20, 2026, NOW, POLICY)
    hashes = [row["password_hash"] for row in await query("SELECT password_hash FROM credential", [])]
    assert len(set(hashes)) == len(hashes) == len(GUIDE) + LEADERS
    assert all(hashed.startswith("$argon2id$v=19$m=19456,t=2,p=1$") for hashed in hashes)


async def test_the_chain_of_every_employer_holds(database: None) -> None:  # noqa: ARG001
    await load_demo(4, 200, 2026, NOW, POLICY)
    verified = await verify_history()
    assert len(verified) == 4
    assert all(head.sequence >= 50 and fault is None for head, fault in verified.values())
    unrecorded = "SELECT count(*) AS n FROM account WHERE id NOT IN (SELECT account_id FROM history)"
    assert (await query(unrecorded, []))[0]["n"] == 0
