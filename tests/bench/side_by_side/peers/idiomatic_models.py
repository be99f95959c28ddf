"""The peers' tables as Tortoise's models."""

from tortoise import fields
from tortoise.models import Model


class Service(Model):
    id = fields.IntField(primary_key=True)
    code = fields.TextField()
    label = fields.TextField()

    class Meta:
        table = "service"


class Account(Model):
    id = fields.IntField(primary_key=True)
    employer_id = fields.IntField()
    civility = fields.TextField()
    last_name = fields.TextField()
    first_name = fields.TextField()
    identifier = fields.TextField()
    department = fields.TextField()
    profile = fields.TextField()
    status = fields.TextField()
    expires_on = fields.DateField()
    last_sign_in_at = fields.DatetimeField(null=True)

    class Meta:
        table = "account"


class Right(Model):
    id = fields.IntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "peers.Account", related_name="rights"
    )
    account_id: int
    service: fields.ForeignKeyRelation[Service] = fields.ForeignKeyField(
        "peers.Service", related_name="rights"
    )
    level = fields.TextField()

    class Meta:
        table = "account_right"


class History(Model):
    id = fields.IntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "peers.Account", related_name="history"
    )
    account_id: int
    at = fields.DatetimeField()
    actor = fields.TextField()
    action = fields.TextField()
    detail = fields.TextField()

    class Meta:
        table = "history"
