"""No error repeats a value that the client sent: it may be a password."""

from typing import Any

import pytest

from resolvers.caller import ANONYMOUS
from schema.context import Context
from schema.schema import build_schema
from tests.factories import NOW, POLICY

SECRET = "Tres#Secret2026"
NUMBER = "20262027"
BY_VARIABLE = "mutation ($who: SignInInput!) { signIn(input: $who) { errors { code } } }"
LITERAL = "mutation {{ signIn(input: {}) {{ errors {{ code }} }} }}"
MISTYPED: list[tuple[str, dict[str, Any]]] = [
    (BY_VARIABLE, {"who": {"identifer": "JLO000439", "password": SECRET}}),
    (BY_VARIABLE, {"who": {"identifier": "JLO000439", "password": [SECRET]}}),
    (BY_VARIABLE, {"who": SECRET}),
    (BY_VARIABLE, {"who": {"identifier": {"password": SECRET}, "password": SECRET}}),
    (LITERAL.format(f'{{identifer: "x", password: "{SECRET}"}}'), {}),
    (
        f'mutation {{ signIn(input: {{identifier: "x", password: ["{SECRET}"]}}) {{ errors {{ code }} }} }}',
        {},
    ),
    (LITERAL.format(f'{{identifier: "x", password "{SECRET}"}}'), {}),
    (LITERAL.format(f'"{SECRET}"'), {}),
    (LITERAL.format(f'{{identifier: "x", password """{SECRET}"""}}'), {}),
    (LITERAL.format(f'{{identifier: "x", password {NUMBER}}}'), {}),
    (LITERAL.format(f'{{identifier: "x", password {NUMBER}.5}}'), {}),
]


@pytest.mark.parametrize(("document", "variables"), MISTYPED)
async def test_the_errors_of_a_mistyped_request_do_not_hold_its_values(
    document: str, variables: dict[str, Any]
) -> None:
    result = await build_schema().execute(
        document, variable_values=variables, context_value=Context(ANONYMOUS, NOW, POLICY)
    )
    assert result.errors
    text = " ".join(str(error.formatted) for error in result.errors)
    assert SECRET not in text
    assert NUMBER not in text
    assert all(error.extensions["code"] for error in result.errors if error.extensions is not None)
