"""Registrations of employers, and successions of administrators (N1, N2)."""

from tortoise import fields
from tortoise.models import Model

from models.rules.registrations.states import RegistrationKind, RegistrationNews
from models.tables.accounts import AccountRow
from models.tables.employers import EmployerRow


class RegistrationRow(Model):
    """The state is computed from the moments. `email`, `details` and `reason` are personal: erased later.

    The token of the link and the code of the letter are derived from nonces, so that neither is stored.
    """

    id = fields.BigIntField(primary_key=True)
    kind = fields.CharEnumField(RegistrationKind, max_length=12)
    token_nonce = fields.CharField(max_length=32)
    token_hash = fields.CharField(max_length=64, unique=True)
    email = fields.CharField(max_length=254)
    siret = fields.CharField(max_length=14, null=True)
    contract_number = fields.CharField(max_length=20, null=True)
    employer: fields.ForeignKeyNullableRelation[EmployerRow] = fields.ForeignKeyField(
        "models.EmployerRow", related_name="registrations", on_delete=fields.RESTRICT, null=True
    )
    employer_id: int | None
    account: fields.ForeignKeyNullableRelation[AccountRow] = fields.ForeignKeyField(
        "models.AccountRow", related_name="registrations", on_delete=fields.RESTRICT, null=True
    )
    account_id: int | None
    """The account that it has opened."""
    details = fields.TextField()
    created_at = fields.DatetimeField()
    lapses_at = fields.DatetimeField()
    submitted_at = fields.DatetimeField(null=True)
    approved_at = fields.DatetimeField(null=True)
    refused_at = fields.DatetimeField(null=True)
    refused_for = fields.CharEnumField(RegistrationNews, max_length=20, null=True)
    decided_by = fields.CharField(max_length=110, null=True)
    reason = fields.TextField(null=True)
    code_nonce = fields.CharField(max_length=32, null=True)
    code_tries = fields.IntField(default=0)
    letters = fields.IntField(default=0)
    letter_at = fields.DatetimeField(null=True)
    opened_at = fields.DatetimeField(null=True)
    email_confirmed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "registration"
        indexes = (("siret",), ("employer",), ("submitted_at",))
