"""What the service says where it refuses a request by itself, and to the second of two operators (N1)."""

import pytest

from models.rules.registrations.registration_refusals import decided_already, refused_by_itself
from models.rules.registrations.states import RegistrationNews, RegistrationState

BY_ITSELF = {
    RegistrationNews.REGISTERED_ALREADY,
    RegistrationNews.PENDING_ALREADY,
    RegistrationNews.EMPLOYER_UNKNOWN,
    RegistrationNews.OTHER_APPROVED,
    RegistrationNews.GAVE_WAY,
}


@pytest.mark.parametrize("news", [None, *RegistrationNews])
def test_only_what_needs_no_operator_is_refused_by_the_service_itself(news: RegistrationNews | None) -> None:
    assert (refused_by_itself(news) is not None) is (news in BY_ITSELF)


@pytest.mark.parametrize("state", RegistrationState)
def test_the_second_operator_reads_what_the_first_decided(state: RegistrationState) -> None:
    assert "(operator)" in decided_already(state, "operator").english
    assert "(" not in decided_already(state, None).french
