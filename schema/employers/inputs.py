"""What several inputs hold of an employer."""

import strawberry

from resolvers.employers.details import RepresentativeInput as RepresentativeDetails
from schema.types.enums import Civility


@strawberry.input(description="The legal representative, to whom letters are addressed.")
class RepresentativeInput:
    civility: Civility = strawberry.field(description="How the letters address them.")
    last_name: str = strawberry.field(description="Their last name, at most 100 characters.")
    first_name: str = strawberry.field(description="Their first name, at most 100 characters.")
    title: str | None = strawberry.field(default=None, description="E.g. Directrice générale.")

    def to_details(self) -> RepresentativeDetails:
        return RepresentativeDetails(
            civility=self.civility, last_name=self.last_name, first_name=self.first_name, title=self.title
        )
