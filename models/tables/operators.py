"""Operators of the platform and their sessions, apart from those of accounts (N3)."""

from tortoise import fields
from tortoise.models import Model


class OperatorRow(Model):
    """An operator that has ended stays, so that its sign-in name is never used again."""

    id = fields.BigIntField(primary_key=True)
    sign_in_name = fields.CharField(max_length=30, unique=True)
    last_name = fields.CharField(max_length=50)
    first_name = fields.CharField(max_length=50)
    email = fields.CharField(max_length=254)
    password_hash = fields.CharField(max_length=200)
    created_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "operator"


class OperatorSessionRow(Model):
    id = fields.BigIntField(primary_key=True)
    operator: fields.ForeignKeyRelation[OperatorRow] = fields.ForeignKeyField(
        "models.OperatorRow", related_name="sessions", on_delete=fields.RESTRICT
    )
    operator_id: int
    token_hash = fields.CharField(max_length=64, unique=True)
    started_at = fields.DatetimeField()
    last_seen_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "operator_session"
