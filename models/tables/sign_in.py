"""Sessions and password links, stored as hashes (C3, P5); wrong passwords (P3); idempotency keys."""

from tortoise import fields
from tortoise.models import Model

from models.rules.vocabulary import LinkPurpose, Profile
from models.tables.accounts import AccountRow


class SessionRow(Model):
    """`profile` is the one that the session began with (P6)."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[AccountRow] = fields.ForeignKeyField(
        "models.AccountRow", related_name="sessions", on_delete=fields.RESTRICT
    )
    account_id: int
    token_hash = fields.CharField(max_length=64, unique=True)
    profile = fields.CharEnumField(Profile, max_length=20)
    started_at = fields.DatetimeField()
    last_seen_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "session"


class LinkRow(Model):
    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[AccountRow] = fields.ForeignKeyField(
        "models.AccountRow", related_name="links", on_delete=fields.RESTRICT
    )
    account_id: int
    purpose = fields.CharEnumField(LinkPurpose, max_length=10)
    nonce = fields.CharField(max_length=32)
    token_hash = fields.CharField(max_length=64, unique=True)
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "password_link"


class GuardRow(Model):
    """Wrong passwords by identifier, whether or not an account has it, so that both look alike (P3).

    `key` is a keyed hash: the table does not tell which identifiers were tried.
    """

    key = fields.CharField(max_length=64, primary_key=True)
    failures = fields.IntField(default=0)
    locks = fields.IntField(default=0)
    locked_until = fields.DatetimeField(null=True)
    changed_at = fields.DatetimeField()

    class Meta:
        table = "sign_in_guard"
        indexes = (("changed_at",),)


class IdempotencyRow(Model):
    """One answered request of a caller, so that sending it again does nothing more."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[AccountRow] = fields.ForeignKeyField(
        "models.AccountRow", related_name="idempotency_keys", on_delete=fields.RESTRICT
    )
    account_id: int
    key = fields.CharField(max_length=100)
    digest = fields.CharField(max_length=64)
    outcome = fields.TextField()
    created_at = fields.DatetimeField()

    class Meta:
        table = "idempotency_key"
        unique_together = (("account", "key"),)
        indexes = (("created_at",),)
