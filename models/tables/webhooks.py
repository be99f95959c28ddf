"""Webhooks of partners, and the queue of their deliveries (T2)."""

from tortoise import fields
from tortoise.models import Model

from models.rules.vocabulary import DeliveryState
from models.tables.accounts import AccountRow
from models.tables.history import StatusChangeRow
from models.tables.partners import PartnerKeyRow, PartnerRow


class WebhookRow(Model):
    """`place` is how far in the feed changes were taken up; secrets are derived from the nonces, of which
    the former ones stand with the moment that each is good until.

    `key` is what it was registered with, or last given a secret with. `wake_at` is when it can next be told
    something, None if nothing waits; `turn_until` says how long at most it is being told. `failures` counts
    the turns in a row in which it was not there to take anything, and `paused_until` says how long it is left
    alone for it.
    """

    id = fields.BigIntField(primary_key=True)
    partner: fields.ForeignKeyRelation[PartnerRow] = fields.ForeignKeyField(
        "models.PartnerRow", related_name="webhooks", on_delete=fields.RESTRICT
    )
    partner_id: int
    key: fields.ForeignKeyRelation[PartnerKeyRow] = fields.ForeignKeyField(
        "models.PartnerKeyRow", related_name="webhooks", on_delete=fields.RESTRICT
    )
    key_id: int
    url = fields.CharField(max_length=500)
    nonce = fields.CharField(max_length=32)
    former_nonces = fields.TextField(default="")
    place = fields.BigIntField()
    wake_at = fields.DatetimeField(null=True)
    turn_until = fields.DatetimeField(null=True)
    failures = fields.IntField(default=0)
    paused_until = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()
    removed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "webhook"
        indexes = (("partner",), ("wake_at",))


class DeliveryRow(Model):
    """A change that a webhook is to be told; it goes once it was."""

    id = fields.BigIntField(primary_key=True)
    webhook: fields.ForeignKeyRelation[WebhookRow] = fields.ForeignKeyField(
        "models.WebhookRow", related_name="deliveries", on_delete=fields.RESTRICT
    )
    webhook_id: int
    change: fields.ForeignKeyRelation[StatusChangeRow] = fields.ForeignKeyField(
        "models.StatusChangeRow", related_name="deliveries", on_delete=fields.RESTRICT
    )
    change_id: int
    account: fields.ForeignKeyRelation[AccountRow] = fields.ForeignKeyField(
        "models.AccountRow", related_name="deliveries", on_delete=fields.RESTRICT
    )
    account_id: int
    state = fields.CharEnumField(DeliveryState, max_length=10, default=DeliveryState.QUEUED)
    attempts = fields.IntField(default=0)
    next_attempt_at = fields.DatetimeField()
    last_attempt_at = fields.DatetimeField(null=True)
    error = fields.CharField(max_length=100, null=True)

    class Meta:
        table = "webhook_delivery"
        unique_together = (("webhook", "change"),)
        indexes = (("webhook", "state", "next_attempt_at"), ("webhook", "account", "id"))
