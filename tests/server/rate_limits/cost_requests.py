"""Small requests with what they cost, and a service with little budget."""

from typing import Any

KIND = "{ viewer { kind } }"
SIGN_OUT = "mutation { signOut { errors { code } } }"
SMALL: dict[str, Any] = {"cost_limit": 1_000, "cost_per_minute": 2_050}


def cost_of(answer: Any) -> tuple[int, int, int | None]:
    told = answer["extensions"]["cost"]
    return told["asked"], told["allowed"], told.get("left")


def code_of(answer: Any) -> str:
    (error,) = answer["errors"]
    return str(error["extensions"]["code"])
