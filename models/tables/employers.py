"""Employers, the funds they have contracts with, and the catalogue of services (A7)."""

from tortoise import fields
from tortoise.models import Model

from models.rules.vocabulary import Civility


class EmployerRow(Model):
    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(max_length=200)
    siret = fields.CharField(max_length=14, unique=True)
    contract_number = fields.CharField(max_length=20, unique=True)
    postal_address = fields.TextField()
    representative_civility = fields.CharEnumField(Civility, max_length=10)
    representative_last_name = fields.CharField(max_length=100)
    representative_first_name = fields.CharField(max_length=100)
    representative_title = fields.CharField(max_length=100, null=True)
    history_sequence = fields.BigIntField(default=0)
    history_hash = fields.CharField(max_length=64, default="0" * 64)
    expiries_told_on = fields.DateField()
    """The feed holds the expiries of accounts whose last day is before this day (T2)."""
    name_key = fields.TextField(default="")
    search_key = fields.TextField(default="")
    """What lists of employers are ordered and searched by (`models.rules.employers.searched_employer`)."""
    version = fields.IntField(default=1)
    closed_on = fields.DateField(null=True)
    """The day on which the operator closed it: it then has no accounts, and takes part in no mandate."""

    class Meta:
        table = "employer"


class ContractRow(Model):
    """A fund that an employer has a contract with."""

    id = fields.BigIntField(primary_key=True)
    employer: fields.ForeignKeyRelation[EmployerRow] = fields.ForeignKeyField(
        "models.EmployerRow", related_name="contracts", on_delete=fields.RESTRICT
    )
    employer_id: int
    fund = fields.CharField(max_length=20)

    class Meta:
        table = "contract"
        unique_together = (("employer", "fund"),)


class ThemeRow(Model):
    code = fields.CharField(max_length=40, primary_key=True)
    label = fields.CharField(max_length=200)
    position = fields.IntField()

    class Meta:
        table = "theme"


class ServiceRow(Model):
    code = fields.CharField(max_length=20, primary_key=True)
    label = fields.CharField(max_length=200)
    fund = fields.CharField(max_length=20)
    levels = fields.CharField(max_length=40)
    position = fields.IntField()
    theme: fields.ForeignKeyRelation[ThemeRow] = fields.ForeignKeyField(
        "models.ThemeRow", related_name="services", on_delete=fields.RESTRICT
    )
    theme_id: str

    class Meta:
        table = "service"
