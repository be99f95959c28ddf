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
    """Id, `sha256:` and the digest in hex → text. Made by graphql-codegen, committed, read once."""
    documents: dict[str, str] = json.loads(manifest.read_bytes())
    return documents


def may_execute(caller: Caller, text: str, settings: Settings) -> bool:
    """Whether this kind of caller may have this document executed."""
    wanted = settings.documents_anonymous
    if caller.account or caller.partner:
        wanted = settings.documents_accounts if caller.account else settings.documents_partners
    return wanted is Documents.ANY or is_trusted(text)


def is_trusted(text: str) -> bool:
    """A text that is in the manifest is as good as its id."""
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}" in trusted_documents()
