"""Partner systems, the employers they may ask about, and their keys, kept as hashes (T1, T3)."""

from tortoise import fields
from tortoise.models import Model

from models.tables.employer import EmployerRow


class PartnerRow(Model):
    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(max_length=100, unique=True)
    created_at = fields.DatetimeField()
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "partner"


class PartnerEmployerRow(Model):
    id = fields.BigIntField(primary_key=True)
    partner: fields.ForeignKeyRelation[PartnerRow] = fields.ForeignKeyField(
        "models.PartnerRow", related_name="scopes", on_delete=fields.RESTRICT
    )
    partner_id: int
    employer: fields.ForeignKeyRelation[EmployerRow] = fields.ForeignKeyField(
        "models.EmployerRow", related_name="partners", on_delete=fields.RESTRICT
    )
    employer_id: int

    class Meta:
        table = "partner_employer"
        unique_together = (("partner", "employer"),)


class PartnerKeyRow(Model):
    id = fields.BigIntField(primary_key=True)
    partner: fields.ForeignKeyRelation[PartnerRow] = fields.ForeignKeyField(
        "models.PartnerRow", related_name="keys", on_delete=fields.RESTRICT
    )
    partner_id: int
    key_hash = fields.CharField(max_length=64, unique=True)
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField(null=True)
    revoked_at = fields.DatetimeField(null=True)
    last_used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "partner_key"
