"""`comptoir deliver`: several processes, killed or stopped, and what they print; the doctor's mail check."""

import asyncio
import os
import signal
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from models.rules.vocabulary import OutgoingState
from resolvers.messages.deliver import (
    MAX_CONCURRENT_SENDS,
    MESSAGE_LEASE,
    OutboxRun,
    deliver_due_messages,
)
from server.cli.doctor import examine
from server.workers.outbox import senders_of
from tests.processes.smtp import LetterBox, smtp_server
from tests.server.comptoir_process import DEADLINE
from tests.server.workers.outbox_deliveries import (
    deliver_command,
    invitations,
    settings_of,
    states,
)


async def test_several_processes_send_each_message_once(url: str) -> None:
    ids, letter_box = await invitations(40), LetterBox()
    async with smtp_server(letter_box) as server:
        settings = settings_of(url, server)
        processes = [await deliver_command(settings, "--once") for _ in range(3)]
        outputs = [await process.communicate() for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], outputs
    assert letter_box.message_ids == ids
    assert await states() == {OutgoingState.SENT: 40}


async def test_after_a_kill_between_sending_and_marking_what_was_on_its_way_goes_again_as_the_same_message(
    url: str,
) -> None:
    ids, letter_box = await invitations(12), LetterBox()
    async with smtp_server(letter_box) as server:
        settings = settings_of(url, server)
        process = await deliver_command(settings, "--once")

        def kill() -> None:
            if len(letter_box.envelopes) == 6:
                os.kill(process.pid, signal.SIGKILL)

        letter_box.received = kill
        await process.communicate()
        assert process.returncode == -signal.SIGKILL
        letter_box.received = lambda: None
        before = await states()
        assert before[OutgoingState.SENT] < 6
        async with senders_of(settings) as senders:
            later = datetime.now(UTC) + MESSAGE_LEASE
            outbox_run = OutboxRun(senders, settings.policy, clock=lambda: later, draw=lambda: 0.5)
            await deliver_due_messages(outbox_run)
    assert await states() == {OutgoingState.SENT: 12}
    assert sorted(set(letter_box.message_ids)) == ids
    twice = [one for one, times in Counter(letter_box.message_ids).items() if times > 1]
    assert 1 <= len(twice) <= MAX_CONCURRENT_SENDS
    copies = [envelope.content for envelope in letter_box.envelopes]
    assert len(set(map(str, copies))) == 12


async def test_the_command_delivers_until_it_gets_sigterm(url: str) -> None:
    arrived = asyncio.Event()
    letter_box = LetterBox(received=arrived.set)
    await invitations(1)
    async with smtp_server(letter_box) as server:
        process = await deliver_command(settings_of(url, server))
        await asyncio.wait_for(arrived.wait(), DEADLINE)
        process.send_signal(signal.SIGTERM)
        out, err = await asyncio.wait_for(process.communicate(), DEADLINE)
    assert (process.returncode, out) == (0, b"")
    assert b"chu-nantes" not in err
    assert await states() == {OutgoingState.SENT: 1}


async def test_the_command_says_what_it_did(url: str, tmp_path: Path) -> None:
    await invitations(2)
    settings = settings_of(url, tmp_path / "mail")
    for output in (b"2 sent\n", b"nothing to do\n"):
        process = await deliver_command(settings, "--once")
        assert (await process.communicate())[0] == output
    assert len(list((tmp_path / "mail").glob("*.eml"))) == 2


async def test_the_doctor_looks_at_the_way_that_e_mails_go(database_url: str, tmp_path: Path) -> None:
    async with smtp_server(LetterBox()) as server:
        settings = settings_of(database_url, server)
        assert (await examine(settings))[-1].good
    unreachable = (await examine(settings))[-1]
    assert not unreachable.good
    assert unreachable.what == f"mail: 127.0.0.1:{server.port}: CONNECT: no connection, or lost"
    assert (await examine(settings_of(database_url, tmp_path)))[-1].good
