"""Why a message could not be sent."""


class SendError(Exception):
    """The message was not sent. `reason` is stored with it and holds no personal data."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TemporarySendError(SendError):
    """The message stays in the outbox and is retried."""


class PermanentSendError(SendError):
    """The message is not retried: it becomes a dead letter."""
