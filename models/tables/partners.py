"""Partner systems, the employers each is allowed, and their keys, stored as hashes (T1, T3)."""

from tortoise import fields
from tortoise.models import Model

from models.tables.employers import EmployerRow


class PartnerRow(Model):
    """`scopes` are words with spaces between, as OAuth writes them.

    Triggers give `employers_version` another random value with every change of the partner's employers; it is
    empty as long as there was none.
    """

    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(max_length=100, unique=True)
    scopes = fields.CharField(max_length=200)
    created_at = fields.DatetimeField()
    revoked_at = fields.DatetimeField(null=True)
    employers_version = fields.CharField(max_length=32, default="")

    class Meta:
        table = "partner"


class PartnerEmployerRow(Model):
    id = fields.BigIntField(primary_key=True)
    partner: fields.ForeignKeyRelation[PartnerRow] = fields.ForeignKeyField(
        "models.PartnerRow", related_name="allowed", on_delete=fields.RESTRICT
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
    """What a partner proves itself with: a secret, of which the hash is kept, or a public key.

    `key_hash` is the hash of the secret, or the thumbprint of the public key; `hint` is how a secret begins,
    so that people can tell which it is.
    """

    id = fields.BigIntField(primary_key=True)
    partner: fields.ForeignKeyRelation[PartnerRow] = fields.ForeignKeyField(
        "models.PartnerRow", related_name="keys", on_delete=fields.RESTRICT
    )
    partner_id: int
    key_hash = fields.CharField(max_length=64, unique=True)
    hint = fields.CharField(max_length=20)
    public_jwk = fields.TextField(null=True)
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField(null=True)
    revoked_at = fields.DatetimeField(null=True)
    last_used_at = fields.DatetimeField(null=True)
    uses = fields.BigIntField(default=0)

    class Meta:
        table = "partner_key"


class AssertionRow(Model):
    """A signed assertion that a token was given for: it is good for one (RFC 7523)."""

    key = fields.CharField(max_length=64, primary_key=True)
    expires_at = fields.DatetimeField()

    class Meta:
        table = "used_assertion"
        indexes = (("expires_at",),)
