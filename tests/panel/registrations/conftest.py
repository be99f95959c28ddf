import pytest

from tests.panel.registrations.operator import Operator
from tests.server.comptoir_process import Serving


@pytest.fixture
def operator(desk_database: str, desk: Serving) -> Operator:
    return Operator(desk_database, desk)
