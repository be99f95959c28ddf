"""A large employer with something in every list, for measuring what documents cost."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from models.database import query
from models.rules.policy import Policy
from models.rules.vocabulary import Profile, Scope
from models.stores.accounts.accounts import accounts_by_id
from models.stores.sign_in.sessions import insert_session
from models.stores.sql import Statement
from models.tables.partners import PartnerKeyRow
from models.tables.webhooks import WebhookRow
from resolvers.caller import Caller
from resolvers.partners.recognise import recognise_key
from schema.context import Context
from schema.ids import Kind, encode_id
from schema.types.enums import ViewerKind
from server.demo.load import load_demo
from tests.factories import a_partner, an_employer, an_operator, operating

NOW = datetime.now(UTC)
POLICY = Policy(secret_key=b"the secret of the measurements, of no use elsewhere", bulk_matches=10_000)
LINKS = """INSERT INTO password_link (account_id, purpose, nonce, token_hash, created_at, expires_at, used_at)
    SELECT id, 'CREATE', 'x', 'invitation ' || id, created_at, {now}, created_at FROM account"""
INVITATIONS = """INSERT INTO outgoing (employer_id, account_id, link_id, channel, kind, recipient, facts,
        message_id, state, created_at, attempts, next_attempt_at)
    SELECT a.employer_id, a.id, l.id, 'EMAIL', 'INVITATION', a.email, '{}', 'to ' || l.id, 'SENT',
        a.created_at, 1, a.created_at
    FROM password_link l JOIN account a ON a.id = l.account_id WHERE l.nonce = 'x'"""
DELIVERIES = """INSERT INTO webhook_delivery (webhook_id, change_id, account_id, state, attempts,
        next_attempt_at, last_attempt_at, error)
    SELECT w.id, c.id, c.account_id, CASE WHEN c.id % 2 = 0 THEN 'DEAD' ELSE 'QUEUED' END, 3,
        w.created_at, w.created_at, 'answered 500'
    FROM webhook w CROSS JOIN (SELECT id, account_id FROM status_change ORDER BY id LIMIT 1000) c"""


@dataclass(frozen=True, slots=True)
class LargeEmployer:
    administrator: Caller
    partner: Caller
    operator: Caller
    variables: dict[str, Any]

    def context(self, reader: ViewerKind) -> Context:
        callers = {ViewerKind.PARTNER: self.partner, ViewerKind.OPERATOR: self.operator}
        return Context(callers.get(reader, self.administrator), NOW, POLICY)


async def a_large_employer(accounts: int, others: int = 50) -> LargeEmployer:
    """Write an employer with as many accounts, each with an invitation, and others without any."""
    await load_demo(1, accounts, 2026, NOW, POLICY)
    (employer,) = await query("SELECT id FROM employer", [])
    employers = [employer["id"], *[await an_employer(f"MAIRIE {number}") for number in range(others)]]
    statement = Statement()
    await statement.rows(LINKS.format(now=statement.value(NOW)))
    await query(INVITATIONS, [])
    (own,) = await query(
        "SELECT min(id) AS id FROM account WHERE profile = 'ADMINISTRATOR' AND deleted_at IS NULL "
        "AND password_created_at IS NOT NULL",
        [],
    )
    account = (await accounts_by_id([own["id"]], employers))[own["id"]]
    for number in range(20):
        await insert_session(account.id, f"session {number}", Profile.ADMINISTRATOR, NOW)
    key = await _a_partner_with_webhooks(employers)
    await query("ANALYZE", [])
    recognised = await recognise_key(key, NOW)
    assert recognised
    administrator = Caller(account, Profile.ADMINISTRATOR, None, frozenset(employers))
    operator = await operating(await an_operator(), NOW)
    variables = await _variables(employers, account.identifier)
    return LargeEmployer(administrator, recognised.caller, operator, variables)


async def _a_partner_with_webhooks(employers: list[int]) -> str:
    partner = await a_partner(*employers, scopes=list(Scope))
    key = await PartnerKeyRow.get(partner_id=partner.id)
    for number in range(10):
        url = f"https://partenaire.example/{number}"
        await WebhookRow.create(
            partner_id=partner.id, key=key, url=url, nonce="a" * 32, place=2**40, created_at=NOW
        )
    await query(DELIVERIES, [])
    return partner.key


async def _variables(employers: list[int], identifier: str) -> dict[str, Any]:
    accounts = await query("SELECT id, identifier FROM account ORDER BY id LIMIT 250", [])
    entries = await query("SELECT id FROM history ORDER BY id DESC LIMIT 100", [])
    ids = {
        "accounts": [encode_id(Kind.ACCOUNT, row["id"]) for row in accounts[:100]],
        "employers": [encode_id(Kind.EMPLOYER, each) for each in employers[:100]],
        "entries": [encode_id(Kind.HISTORY_ENTRY, row["id"]) for row in entries],
    }
    return {
        **ids,
        "account": ids["accounts"][0],
        "employer": ids["employers"][0],
        "entry": ids["entries"][0],
        "identifier": identifier,
        "identifiers": [row["identifier"] for row in accounts],
        "token": "no such link",
        "account_references": [{"__typename": "Account", "id": each} for each in ids["accounts"]],
        "status_references": [
            {"__typename": "AccountStatusReport", "identifier": row["identifier"]} for row in accounts[:100]
        ],
    }
