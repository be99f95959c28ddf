"""comptoir schema: the GraphQL schema, printed."""

from typing import Annotated

import typer


def schema(
    docs: Annotated[bool, typer.Option("--docs", help="The page that is written from it instead.")] = False,
) -> None:
    """Print the GraphQL schema, as it is committed in schema/schema.graphql."""
    # Imported here: building the schema takes longer than most commands, which need none.
    from schema.schema import schema_docs, schema_text

    typer.echo(schema_docs() if docs else schema_text(), nl=False)
