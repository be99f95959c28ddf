"""The append-only tables: the history (H1, H2) and the feed of status changes (T2)."""

from tortoise import fields
from tortoise.models import Model

from models.rules.vocabulary import AccountStatus, Operation
from models.tables.accounts import AccountRow
from models.tables.employers import EmployerRow


class HistoryRow(Model):
    """`changes` and `salt` are personal: erasing empties them.

    A trigger refuses every other update, and every deletion.
    """

    id = fields.BigIntField(primary_key=True)
    employer: fields.ForeignKeyRelation[EmployerRow] = fields.ForeignKeyField(
        "models.EmployerRow", related_name="history", on_delete=fields.RESTRICT
    )
    employer_id: int
    sequence = fields.BigIntField()
    at = fields.DatetimeField()
    operation = fields.CharEnumField(Operation, max_length=40)
    actor_id = fields.BigIntField(null=True)
    actor_employer_id = fields.BigIntField(null=True)
    actor_name = fields.CharField(max_length=110, null=True)
    account: fields.ForeignKeyNullableRelation[AccountRow] = fields.ForeignKeyField(
        "models.AccountRow", related_name="history", on_delete=fields.RESTRICT, null=True
    )
    account_id: int | None
    """None for what was done to the employer itself: its details, its mandates."""
    account_version = fields.IntField()
    changes = fields.TextField(null=True)
    salt = fields.CharField(max_length=32, null=True)
    changes_digest = fields.CharField(max_length=64)
    hash = fields.CharField(max_length=64)
    group_start = fields.BigIntField(null=True)

    class Meta:
        table = "history"
        unique_together = (("employer", "sequence"),)
        indexes = (("account", "sequence"), ("employer", "operation", "sequence"))


class StatusChangeRow(Model):
    id = fields.BigIntField(primary_key=True)
    employer: fields.ForeignKeyRelation[EmployerRow] = fields.ForeignKeyField(
        "models.EmployerRow", related_name="status_changes", on_delete=fields.RESTRICT
    )
    employer_id: int
    account: fields.ForeignKeyRelation[AccountRow] = fields.ForeignKeyField(
        "models.AccountRow", related_name="status_changes", on_delete=fields.RESTRICT
    )
    account_id: int
    before = fields.CharEnumField(AccountStatus, max_length=10, null=True)
    after = fields.CharEnumField(AccountStatus, max_length=10)
    at = fields.DatetimeField()

    class Meta:
        table = "status_change"
        indexes = (("employer", "id"), ("account", "id"))
