"""The networks from which operators are served (N3)."""

import pytest
from pydantic import ValidationError

from server.operators.networks import is_within
from server.setting_types import networks_of
from tests.client import settings_of

DEFAULT = networks_of(settings_of("sqlite://x.db").operator_networks)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])
def test_by_default_this_machine_is_within(address: str) -> None:
    assert is_within(address, DEFAULT)


@pytest.mark.parametrize("address", ["203.0.113.5", "::2", "::ffff:203.0.113.5", "127.0.0.1.x", "", "unix"])
def test_any_other_address_is_not(address: str) -> None:
    assert not is_within(address, DEFAULT)


def test_an_empty_setting_serves_no_operator() -> None:
    assert networks_of("") == ()


@pytest.mark.parametrize("text", ["localhost", "10.0.0.1/8", "10.0.0.0/33"])
def test_what_is_no_network_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        settings_of("sqlite://x.db", operator_networks=text)
