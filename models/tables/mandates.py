"""Mandates of employers to management centres, and who holds them (E1)."""

from tortoise import fields
from tortoise.models import Model

from models.rules.vocabulary import MandateScope
from models.tables.accounts import AccountRow
from models.tables.employers import EmployerRow


class MandateRow(Model):
    """Both days are included. The state is computed from the days and moments."""

    id = fields.BigIntField(primary_key=True)
    giver: fields.ForeignKeyRelation[EmployerRow] = fields.ForeignKeyField(
        "models.EmployerRow", related_name="mandates_given", on_delete=fields.RESTRICT
    )
    giver_id: int
    centre: fields.ForeignKeyRelation[EmployerRow] = fields.ForeignKeyField(
        "models.EmployerRow", related_name="mandates_held", on_delete=fields.RESTRICT
    )
    centre_id: int
    scope = fields.CharEnumField(MandateScope, max_length=10)
    starts_on = fields.DateField()
    ends_on = fields.DateField()
    proposed_at = fields.DatetimeField()
    accepted_at = fields.DatetimeField(null=True)
    declined_at = fields.DatetimeField(null=True)
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "mandate"
        indexes = (("giver", "ends_on"), ("centre", "ends_on"))


class MandateHolderRow(Model):
    """An administrator of the centre who may act under the mandate, until removed."""

    id = fields.BigIntField(primary_key=True)
    mandate: fields.ForeignKeyRelation[MandateRow] = fields.ForeignKeyField(
        "models.MandateRow", related_name="holders", on_delete=fields.RESTRICT
    )
    mandate_id: int
    account: fields.ForeignKeyRelation[AccountRow] = fields.ForeignKeyField(
        "models.AccountRow", related_name="mandates", on_delete=fields.RESTRICT
    )
    account_id: int
    named_at = fields.DatetimeField()
    removed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "mandate_holder"
        indexes = (("account", "removed_at"),)


class MandatesVersionRow(Model):
    """A random value, which triggers replace whenever the centre's mandates or their holders change."""

    centre: fields.OneToOneRelation[EmployerRow] = fields.OneToOneField(
        "models.EmployerRow", primary_key=True, related_name="mandates_version", on_delete=fields.RESTRICT
    )
    centre_id: int
    version = fields.CharField(max_length=32)

    class Meta:
        table = "mandates_version"
