"""Small requests, the settings of a small budget, and the cost and error code in a response."""

from typing import Any

KIND = "{ viewer { kind } }"
SIGN_OUT = "mutation { signOut { errors { code } } }"
SMALL: dict[str, Any] = {"cost_limit": 1_000, "cost_per_minute": 2_050}


def cost_of(content: Any) -> tuple[int, int, int | None]:
    cost = content["extensions"]["cost"]
    return cost["asked"], cost["allowed"], cost.get("left")


def code_of(content: Any) -> str:
    (error,) = content["errors"]
    return str(error["extensions"]["code"])
