"""The catalogue of services, as services.toml defines it (A7)."""

from models.catalogue import services, themes
from models.rules.accounts.rights import MULTI_FUND
from models.rules.vocabulary import AccessLevel


def test_an_employer_has_the_services_of_its_funds_and_those_of_every_employer() -> None:
    codes = [service.code for service in services(frozenset({"RAFP"}))]
    assert codes == ["MULTI-01", "RAFP-01", "COM-01", "COM-02", "COM-03"]


def test_every_service_may_be_left_at_none_and_has_a_code_of_its_own() -> None:
    every = [service for theme in themes() for service in theme.services]
    assert len({service.code for service in every}) == len(every)
    assert all(AccessLevel.NONE in service.levels for service in every)
    assert {service.fund for service in every} == {
        MULTI_FUND, "CNRACL", "RAFP", "IRCANTEC", "FIPHFP", "ATIACL",
    }  # fmt: skip
