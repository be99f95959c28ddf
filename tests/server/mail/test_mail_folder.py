"""E-mails that are written to a folder instead of sent, one file each."""

from dataclasses import replace
from pathlib import Path

import pytest

from resolvers.messages.sending import TemporarySendError
from server.mail.mail_url import MailFolder
from server.mail.mime import email_of
from server.mail.smtp import FolderSender, email_sender
from tests.server.outbox_messages import SENDER, an_invitation


async def test_files_hold_one_e_mail_each_and_a_second_delivery_writes_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "var" / "mail"
    async with email_sender(MailFolder(folder), SENDER) as sender:
        for number in (1, 2, 2):
            await sender.send(an_invitation(number=number))
    files = sorted(folder.iterdir())
    assert [file.name for file in files] == [f"20261123-100000-{number:032x}.eml" for number in (1, 2)]
    assert files[1].read_bytes() == email_of(an_invitation(number=2), SENDER)


async def test_a_message_id_names_no_file_elsewhere(tmp_path: Path) -> None:
    odd = replace(an_invitation(), message_id="../../../etc/x@comptoir")
    await FolderSender(tmp_path / "mail", SENDER).send(odd)
    assert {path.stat().st_mode & 0o077 for path in (tmp_path / "mail").iterdir()} == {0}
    assert [file.name for file in (tmp_path / "mail").iterdir()] == ["20261123-100000--etc-x.eml"]


async def test_a_folder_that_cannot_be_written_keeps_the_message_waiting(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file, not a folder")
    with pytest.raises(TemporarySendError) as undelivered:
        await FolderSender(tmp_path / "mail", SENDER).send(an_invitation())
    assert undelivered.value.reason == "file: FileExistsError"
