"""What a type says to be an entity of a federated graph (Apollo Federation 2): by which field it is found."""

import strawberry
from strawberry.schema_directive import Location


@strawberry.schema_directive(
    locations=[Location.OBJECT],
    name="key",
    repeatable=True,
    description="Other graphs that are joined with this one find the object by these fields.",
)
class Key:
    fields: str


@strawberry.schema_directive(
    locations=[Location.SCHEMA],
    name="link",
    repeatable=True,
    description="The specification that the directives named here are of.",
)
class Link:
    url: str
    names: list[str] = strawberry.directive_field(name="import")


FEDERATION = Link(url="https://specs.apollo.dev/federation/v2.7", names=["@key"])
BY_ID, BY_IDENTIFIER = Key(fields="id"), Key(fields="identifier")
