"""The outbox: every e-mail and letter, queued with the change that it reports, sent later (C1)."""

from tortoise import fields
from tortoise.models import Model

from models.rules.vocabulary import Channel, MessageKind, OutgoingState
from models.tables.accounts import AccountRow
from models.tables.employers import EmployerRow
from models.tables.registrations import RegistrationRow
from models.tables.sign_in import LinkRow


class OutgoingRow(Model):
    """`facts` is what the text is made of, as it was when the message was decided.

    A message is about an account, or about a registration, which has no account yet (N1).
    """

    id = fields.BigIntField(primary_key=True)
    employer: fields.ForeignKeyNullableRelation[EmployerRow] = fields.ForeignKeyField(
        "models.EmployerRow", related_name="outgoing", on_delete=fields.RESTRICT, null=True
    )
    employer_id: int | None
    account: fields.ForeignKeyNullableRelation[AccountRow] = fields.ForeignKeyField(
        "models.AccountRow", related_name="outgoing", on_delete=fields.RESTRICT, null=True
    )
    account_id: int | None
    registration: fields.ForeignKeyNullableRelation[RegistrationRow] = fields.ForeignKeyField(
        "models.RegistrationRow", related_name="outgoing", on_delete=fields.RESTRICT, null=True
    )
    registration_id: int | None
    link: fields.ForeignKeyNullableRelation[LinkRow] = fields.ForeignKeyField(
        "models.LinkRow", related_name="outgoing", on_delete=fields.RESTRICT, null=True
    )
    link_id: int | None
    channel = fields.CharEnumField(Channel, max_length=10)
    kind = fields.CharEnumField(MessageKind, max_length=30)
    recipient = fields.TextField()
    facts = fields.TextField()
    message_id = fields.CharField(max_length=80, unique=True)
    state = fields.CharEnumField(OutgoingState, max_length=10, default=OutgoingState.QUEUED)
    created_at = fields.DatetimeField()
    sent_at = fields.DatetimeField(null=True)
    attempts = fields.IntField(default=0)
    next_attempt_at = fields.DatetimeField()
    last_error = fields.TextField(null=True)

    class Meta:
        table = "outgoing"
        indexes = (("state", "next_attempt_at"), ("account", "id"), ("registration",))
