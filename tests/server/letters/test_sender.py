"""The folder of a day's letters: whole files, one line each, with several senders and repeated sends (C4)."""

import csv
import hashlib
import io
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models.rules.messages.facts import CreationLetterFacts
from models.rules.messages.letters import creation_letter
from models.rules.paris_calendar import paris_day
from models.rules.vocabulary import Channel, Language, MessageKind
from models.stores.employers.employers import employers_by_id
from resolvers.messages.compose import queue_letter
from resolvers.messages.deliver import OutboxMessage, OutboxRun, SendOutcome, deliver_due_messages
from resolvers.messages.sending import PermanentSendError, TemporarySendError
from server.letters.preview import ADDRESS, FACTS
from server.letters.sender import LetterSender
from tests.factories import POLICY, a_house
from tests.server.letters.letter_pdfs import BLOCK, words_of
from tests.server.outbox_messages import an_invitation

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
FOLDER = "2026-11-23"


def a_message(message_id: str = "0a1b@comptoir", facts: CreationLetterFacts = FACTS) -> OutboxMessage:
    return OutboxMessage(
        channel=Channel.LETTER,
        recipient="\n".join(ADDRESS),
        message_id=message_id,
        created_at=AT,
        facts=facts,
        text=creation_letter(facts),
        link="",
        language=Language.FRENCH,
    )


def manifest_of(directory: Path) -> list[dict[str, str]]:
    text = (directory / FOLDER / "manifest.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


async def test_a_letter_is_a_file_and_a_line(tmp_path: Path) -> None:
    await LetterSender(tmp_path / "letters").send(a_message())
    pdf = (tmp_path / "letters" / FOLDER / "0a1b@comptoir.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert manifest_of(tmp_path / "letters") == [
        {
            "reference": "0a1b@comptoir",
            "file": "0a1b@comptoir.pdf",
            "sha256": hashlib.sha256(pdf).hexdigest(),
            "pages": "1",
            "format": "A4",
            **{f"recipient_{number}": line for number, line in enumerate((*BLOCK, ""), 1)},
            "created_at": "2026-11-23T10:00:00+01:00",
        }
    ]


@pytest.mark.usefixtures("database")
async def test_a_letter_of_the_outbox_leaves_as_it_was_queued(tmp_path: Path) -> None:
    house = await a_house("CHRU DE NANTES")
    employer = (await employers_by_id([house.employer_id]))[house.employer_id]
    await queue_letter(
        MessageKind.CREATION_LETTER, house.paul, employer, house.jean, AT, paris_day(AT), POLICY
    )
    round_ = OutboxRun({Channel.LETTER: LetterSender(tmp_path)}, POLICY, clock=lambda: AT, draw=lambda: 0.5)
    assert await deliver_due_messages(round_) == {SendOutcome.SENT: 1}
    (line,) = manifest_of(tmp_path)
    assert line["recipient_2"] == "Madame Anne Le Goff"
    words = words_of((tmp_path / FOLDER / line["file"]).read_bytes())
    assert "au nom de Monsieur Paul Martin, pour CHRU DE NANTES" in words


async def test_the_folder_holds_the_letters_and_the_manifest_only(tmp_path: Path) -> None:
    await LetterSender(tmp_path).send(a_message())
    assert sorted(path.name for path in (tmp_path / FOLDER).iterdir()) == [
        "0a1b@comptoir.pdf",
        "manifest.csv",
    ]


async def test_the_manifest_opens_in_a_french_spreadsheet(tmp_path: Path) -> None:
    await LetterSender(tmp_path).send(a_message())
    written = (tmp_path / FOLDER / "manifest.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfreference;file;")
    assert written.count(b"\r\n") == written.count(b"\n") == 2


async def test_the_same_letter_twice_changes_nothing(tmp_path: Path) -> None:
    sender = LetterSender(tmp_path)
    await sender.send(a_message())
    before = contents(tmp_path)
    await sender.send(a_message())
    assert contents(tmp_path) == before


async def test_a_letter_that_has_left_stays_as_it_left(tmp_path: Path) -> None:
    await LetterSender(tmp_path).send(a_message())
    before = contents(tmp_path)
    await LetterSender(tmp_path).send(a_message(facts=replace(FACTS, employer_name="Autre nom")))
    assert contents(tmp_path) == before


async def test_the_day_of_the_folder_is_the_messages_own_in_paris(tmp_path: Path) -> None:
    late = replace(a_message(), created_at=datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    await LetterSender(tmp_path).send(late)
    assert (tmp_path / "2026-11-24" / "0a1b@comptoir.pdf").exists()


def test_two_processes_at_once_write_each_letter_once(tmp_path: Path) -> None:
    script = (
        "import anyio, pathlib, sys\n"
        "from server.letters.sender import LetterSender\n"
        "from tests.server.letters.test_sender import a_message\n"
        "async def main():\n"
        "    async with anyio.create_task_group() as group:\n"
        "        sender = LetterSender(pathlib.Path(sys.argv[1]))\n"
        "        for number in range(20):\n"
        "            group.start_soon(sender.send, a_message(f'{number:02}@x'))\n"
        "anyio.run(main)\n"
    )
    command, root = [sys.executable, "-c", script, str(tmp_path)], Path(__file__).parents[3]
    with subprocess.Popen(command, cwd=root) as one, subprocess.Popen(command, cwd=root) as other:
        assert (one.wait(), other.wait()) == (0, 0)
    listed = manifest_of(tmp_path)
    assert sorted(line["reference"] for line in listed) == [f"{number:02}@x" for number in range(20)]
    for line in listed:
        pdf = (tmp_path / FOLDER / line["file"]).read_bytes()
        assert hashlib.sha256(pdf).hexdigest() == line["sha256"]


async def test_a_crash_before_the_line_is_made_good_by_the_next_try(tmp_path: Path) -> None:
    await LetterSender(tmp_path / "whole").send(a_message())
    (tmp_path / "cut" / FOLDER).mkdir(parents=True)
    (tmp_path / "cut" / FOLDER / "0a1b@comptoir.pdf").write_bytes(b"half a lett")
    await LetterSender(tmp_path / "cut").send(a_message())
    assert contents(tmp_path / "cut") == contents(tmp_path / "whole")


@pytest.mark.parametrize("written_bytes", [1, 30, -1, -2, -40])
async def test_a_crash_amid_a_line_is_made_good_by_the_next_try(tmp_path: Path, written_bytes: int) -> None:
    sender = LetterSender(tmp_path)
    await sender.send(a_message())
    manifest = tmp_path / FOLDER / "manifest.csv"
    whole = manifest.read_bytes()
    manifest.write_bytes(whole[:written_bytes])
    await sender.send(a_message())
    assert manifest.read_bytes() == whole


async def test_no_cell_of_the_manifest_is_a_formula(tmp_path: Path) -> None:
    message = replace(a_message(), recipient="=HYPERLINK(A1)\n+33 rue\n-1 étage\n@lieu\n44000 Nantes")
    await LetterSender(tmp_path).send(message)
    (line,) = manifest_of(tmp_path)
    cells = [line[f"recipient_{number}"] for number in range(1, 7)]
    assert cells == [
        "Madame Anne Le Goff",
        "'=HYPERLINK(A1)",
        "'+33 rue",
        "'-1 ÉTAGE",
        "'@LIEU",
        "44000 NANTES",
    ]


async def test_a_semicolon_in_an_address_stays_in_its_cell(tmp_path: Path) -> None:
    await LetterSender(tmp_path).send(replace(a_message(), recipient='3; rue "Haute"\n44000 Nantes'))
    (line,) = manifest_of(tmp_path)
    assert line["recipient_3"] == '3; RUE "HAUTE"'


@pytest.mark.parametrize("message_id", ["../../etc/x@comptoir", "a/b", ".hidden", "", "a\nb"])
async def test_a_message_id_never_leads_out_of_the_folder(tmp_path: Path, message_id: str) -> None:
    with pytest.raises(PermanentSendError):
        await LetterSender(tmp_path).send(a_message(message_id))
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("recipient", ["", "W" * 39, "\n".join("abcdefg")])
async def test_a_letter_without_a_usable_address_never_leaves(tmp_path: Path, recipient: str) -> None:
    with pytest.raises(PermanentSendError) as refused:
        await LetterSender(tmp_path).send(replace(a_message(), recipient=recipient))
    assert refused.value.reason == "letter: no postal address of at most 6 lines of 38 characters"
    assert contents(tmp_path) == {}


async def test_a_disk_that_does_not_take_it_now_is_tried_again(tmp_path: Path) -> None:
    (tmp_path / "letters").write_text("a file where the folder should be")
    with pytest.raises(TemporarySendError):
        await LetterSender(tmp_path / "letters").send(a_message())


async def test_a_template_that_does_not_compile_is_tried_again(tmp_path: Path) -> None:
    broken = tmp_path / "letter.typ"
    broken.write_text("#nothing", encoding="utf-8")
    with pytest.raises(TemporarySendError) as refused:
        await LetterSender(tmp_path / "letters", broken).send(a_message())
    assert "comptoir doctor" in refused.value.reason
    assert set(contents(tmp_path / "letters")) == {".lock"}


def contents(directory: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(directory)): path.read_bytes() for path in directory.rglob("*") if path.is_file()
    }


async def test_a_message_that_is_no_letter_is_refused_for_good(tmp_path: Path) -> None:
    with pytest.raises(PermanentSendError, match="INVITATION is no letter"):
        await LetterSender(tmp_path).send(an_invitation())
    assert contents(tmp_path) == {}
