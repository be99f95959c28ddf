"""The interface of objects that can be fetched by their id."""

import strawberry


@strawberry.interface(description="Anything that can be fetched again by its id.")
class Node:
    id: strawberry.ID = strawberry.field(description="Opaque and permanent; send it back unchanged.")
