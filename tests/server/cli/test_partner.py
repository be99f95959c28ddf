"""comptoir partner: the operator registers, rotates, revokes and sees partners (T1, T3)."""

import json
import re
from pathlib import Path

from joserfc.jwk import ECKey

from models.database import connected
from models.stores.partners.webhooks import insert_webhook
from models.tables.employers import EmployerRow
from models.tables.partners import PartnerKeyRow, PartnerRow
from tests.factories import NOW
from tests.server import commands
from tests.server.commands import write_demo


async def run(url: str, *words: str) -> tuple[int, str, str]:
    """The exit status, standard output and standard error of a command `comptoir partner`."""
    return await commands.run("partner", *words, url=url)


async def test_a_partners_life(database_url: str) -> None:
    await write_demo(database_url, 6)
    assert await run(database_url, "list") == (0, "", "")

    status, key, output = await run(database_url, "create", "Ircantec", "--employer", "VF201")
    assert (status, key[:5], len(key)) == (0, "cptk_", 55)
    (client_id,) = re.findall(r"client id: (partner-\d+)", output)

    status, newer, _ = await run(database_url, "rotate", "Ircantec", "--overlap-hours", "1")
    assert (status, newer != key) == (0, True)
    _, output, _ = await run(database_url, "list")
    assert output.startswith(f"Ircantec ({client_id}): VF201; status changes\n")
    assert f"{key[:11]}… key of" in output
    assert "good until" in output
    assert "0 uses" in output
    assert key.strip() not in output

    assert (await run(database_url, "revoke", "Ircantec", "--key", key[:11]))[:2] == (0, "1 key revoked\n")
    assert (await run(database_url, "revoke", "Ircantec"))[:2] == (0, "1 key revoked\n")
    _, output, _ = await run(database_url, "list")
    assert "revoked" in output.splitlines()[0]


async def test_a_partners_employers_and_scopes_are_extended_and_restricted(database_url: str) -> None:
    await write_demo(database_url, 6)
    await run(database_url, "create", "Ircantec", "--employer", "VF201", "--scope", "status")
    async with connected(database_url):
        numbers = sorted(row.contract_number for row in await EmployerRow.all())
    (other, *_) = (number for number in numbers if number != "VF201")
    status, output, _ = await run(
        database_url, "allow", "Ircantec", "--employer", other, "--scope", "webhooks"
    )
    assert (status, output.split(": ")[1]) == (0, f"{' '.join(sorted(['VF201', other]))}; status webhooks\n")
    assert (await run(database_url, "allow", "Ircantec", "--employer", other))[1] == output
    async with connected(database_url):
        (partner,) = await PartnerRow.all()
        key = await PartnerKeyRow.get(partner=partner)
        await insert_webhook(partner.id, key.id, "https://partenaire.example/suivi", "nonce", NOW)
    _, listed, _ = await run(database_url, "list")
    webhook_line = f"  webhook https://partenaire.example/suivi by {key.hint}…: 0 waiting, 0 given up\n"
    assert webhook_line in listed
    gone = ("remove-webhook", "Ircantec", "https://partenaire.example/suivi")
    assert await run(database_url, *gone) == (0, "1 webhook removed\n", "")
    status, _, why = await run(database_url, *gone)
    assert (status, "has no webhook at" in why) == (1, True)
    assert "webhook" not in (await run(database_url, "list"))[1].split("\n", 1)[1]
    status, output, _ = await run(
        database_url, "withdraw", "Ircantec", "--employer", "VF201", "--scope", "status"
    )
    assert (status, output.split(": ")[1]) == (0, f"{other}; webhooks\n")
    for words, why in (
        (("allow", "Ircantec"), "give --employer or --scope"),
        (("allow", "Ircantec", "--employer", "VF0"), "no employer has the contract number VF0"),
        (("withdraw", "Nobody", "--scope", "status"), "no partner is called 'Nobody'"),
        (("withdraw", "Ircantec", "--employer", "VF201"), "has no VF201 to withdraw"),
        (("create", "ircantec", "--employer", "VF201"), "is called 'ircantec' already"),
    ):
        status, _, error_output = await run(database_url, *words)
        assert status > 0
        assert why in error_output


async def test_a_partner_that_signs_is_given_no_key(database_url: str, tmp_path: Path) -> None:
    await write_demo(database_url, 6)
    key, path = ECKey.generate_key("P-256"), tmp_path / "key.jwk"
    options = ("--employer", "VF201", "--scope", "status", "--public-key", str(path))

    path.write_text(json.dumps(key.as_dict(private=True)))
    status, output, why = await run(database_url, "create", "Signataire", *options)
    assert (status, output, "private key" in why) == (2, "", True)

    path.write_text(json.dumps(key.as_dict(private=False)))
    status, output, why = await run(database_url, "create", "Signataire", *options)
    assert (status, output, "signs with its own key" in why) == (0, "", True)


async def test_what_cannot_be_done_is_explained_in_one_line(database_url: str, tmp_path: Path) -> None:
    await write_demo(database_url, 6)
    for words, why in (
        (("create", "A", "--employer", "VF0"), "no employer has the contract number VF0"),
        (("create", " ", "--employer", "VF201"), "1 to 100 characters"),
        (("create", "A", "--employer", "VF201", "--public-key", str(tmp_path)), "Is a directory"),
        (("rotate", "Nobody"), "no partner is called 'Nobody'"),
        (("revoke", "Nobody"), "no partner is called 'Nobody'"),
    ):
        status, output, error_output = await run(database_url, *words)
        assert status > 0
        assert output == ""
        assert why in error_output
        assert len(error_output.splitlines()) == 1
    assert await run(database_url, "list") == (0, "", "")
