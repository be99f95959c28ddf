"""Trusted documents: the panel's operations, asked for by their id instead of their text."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

MANIFEST = Path(__file__).parents[1] / "admin_ui" / "src" / "gql" / "persisted-documents.json"


@cache
def trusted_documents(manifest: Path = MANIFEST) -> Mapping[str, str]:
    """Id, `sha256:` and the digest in hex → text. Made by graphql-codegen, committed, read once."""
    documents: dict[str, str] = json.loads(manifest.read_bytes())
    return documents
