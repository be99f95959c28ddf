"""Accounts, their password hashes and rights (A1, A7, P2)."""

from tortoise import fields
from tortoise.models import Model

from models.rules.vocabulary import AccessLevel, Civility, Profile
from models.tables.employers import EmployerRow, ServiceRow


class AccountRow(Model):
    """The `*_key` columns are folded copies, for order (L2) and search (L1).

    The database itself keeps one more, `last_sign_in_key`: a sign-in that never was comes before all others.
    """

    id = fields.BigIntField(primary_key=True)
    employer: fields.ForeignKeyRelation[EmployerRow] = fields.ForeignKeyField(
        "models.EmployerRow", related_name="accounts", on_delete=fields.RESTRICT
    )
    employer_id: int
    identifier = fields.CharField(max_length=9, unique=True)
    civility = fields.CharEnumField(Civility, max_length=10)
    last_name = fields.CharField(max_length=100)
    first_name = fields.CharField(max_length=100)
    email = fields.CharField(max_length=254)
    phone = fields.CharField(max_length=20, null=True)
    department = fields.CharField(max_length=100, null=True)
    professional_address = fields.TextField(default="")
    profile = fields.CharEnumField(Profile, max_length=20)
    expires_on = fields.DateField()
    password_created_at = fields.DatetimeField(null=True)
    last_sign_in_at = fields.DatetimeField(null=True)
    locked_until = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()
    deleted_at = fields.DatetimeField(null=True)
    version = fields.IntField(default=1)
    last_name_key = fields.TextField()
    first_name_key = fields.TextField()
    department_key = fields.TextField()
    search_key = fields.TextField()

    class Meta:
        table = "account"


class CredentialRow(Model):
    """The one place of password hashes, apart from what is read of accounts (P2)."""

    account: fields.OneToOneRelation[AccountRow] = fields.OneToOneField(
        "models.AccountRow", related_name="credential", on_delete=fields.RESTRICT, primary_key=True
    )
    account_id: int
    password_hash = fields.CharField(max_length=200)
    changed_at = fields.DatetimeField()

    class Meta:
        table = "credential"


class RightRow(Model):
    """Only levels above NONE are kept (A7)."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[AccountRow] = fields.ForeignKeyField(
        "models.AccountRow", related_name="rights", on_delete=fields.RESTRICT
    )
    account_id: int
    service: fields.ForeignKeyRelation[ServiceRow] = fields.ForeignKeyField(
        "models.ServiceRow", related_name="rights", on_delete=fields.RESTRICT
    )
    service_id: str
    level = fields.IntEnumField(AccessLevel)

    class Meta:
        table = "access_right"
        unique_together = (("account", "service"),)
