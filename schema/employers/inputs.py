"""What several inputs hold of an employer."""

import strawberry

from resolvers.employers.details import RepresentativeInput as Representative
from schema.types.enums import Civility


@strawberry.input(description="A legal representative, who receives the letters.")
class RepresentativeInput:
    civility: Civility = strawberry.field(description="How they are addressed.")
    last_name: str = strawberry.field(description="At most 100 characters.")
    first_name: str = strawberry.field(description="At most 100 characters.")
    title: str | None = strawberry.field(
        default=None, description="Their function, e.g. Directrice générale; null or blank: none."
    )

    def to_representative(self) -> Representative:
        return Representative(
            civility=self.civility, last_name=self.last_name, first_name=self.first_name, title=self.title
        )
