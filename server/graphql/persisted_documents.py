"""Trusted documents: the panel's operations, sent by id instead of text."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from resolvers.caller import Caller
from server.setting_types import Documents
from server.settings import Settings

MANIFEST = Path(__file__).parents[2] / "admin_ui" / "src" / "gql" / "persisted-documents.json"


@cache
def trusted_documents(manifest: Path = MANIFEST) -> Mapping[str, str]:
    """The documents by id (`sha256:` and the digest in hex), from the manifest of graphql-codegen."""
    documents: dict[str, str] = json.loads(manifest.read_bytes())
    return documents


def may_execute(caller: Caller, text: str, settings: Settings) -> bool:
    """Whether a caller of this kind may execute this document."""
    wanted = settings.documents_anonymous
    if caller.account or caller.partner:
        wanted = settings.documents_accounts if caller.account else settings.documents_partners
    return wanted is Documents.ANY or is_trusted(text)


def is_trusted(text: str) -> bool:
    """Whether the text is that of a document in the manifest."""
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}" in trusted_documents()
