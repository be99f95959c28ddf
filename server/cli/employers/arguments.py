"""Arguments and options that the commands of employers share."""

from typing import Annotated

import typer

Number = Annotated[str, typer.Argument(help="Its SIRET or contract number.", metavar="EMPLOYER")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
