"""Where partners want to be told of changes, and what is still to be told (T2)."""

from tortoise import fields
from tortoise.models import Model

from models.rules.vocabulary import DeliveryState
from models.tables.account import AccountRow
from models.tables.history import StatusChangeRow
from models.tables.partner import PartnerRow


class WebhookRow(Model):
    """`place` is how far in the feed changes were taken up; its secret is derived from the nonce."""

    id = fields.BigIntField(primary_key=True)
    partner: fields.ForeignKeyRelation[PartnerRow] = fields.ForeignKeyField(
        "models.PartnerRow", related_name="webhooks", on_delete=fields.RESTRICT
    )
    partner_id: int
    url = fields.CharField(max_length=500)
    nonce = fields.CharField(max_length=32)
    place = fields.BigIntField()
    created_at = fields.DatetimeField()
    removed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "webhook"
        indexes = (("partner",),)


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
        indexes = (("state", "next_attempt_at"), ("webhook", "account", "id"))
