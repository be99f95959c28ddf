"""The settings for the mail server and the sender, COMPTOIR_MAIL_URL and COMPTOIR_MAIL_FROM."""

from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from server.mail.mail_url import MailFolder, MailServer, Security, parse_mail_from, parse_mail_url
from server.setting_types import Environment
from server.settings import Settings


@pytest.mark.parametrize(
    ("url", "way"),
    [
        ("file:var/mail", MailFolder(Path("var/mail"))),
        ("file:/srv/mon%20courrier", MailFolder(Path("/srv/mon courrier"))),
        ("file:///srv/mail", MailFolder(Path("/srv/mail"))),
        ("smtp://mail.example", MailServer("mail.example", 587, Security.STARTTLS_REQUIRED)),
        (
            "smtp://mail.example:25?starttls=optional",
            MailServer("mail.example", 25, Security.STARTTLS_OPTIONAL),
        ),
        (
            "smtp://moi%40x:p%3A%2F@mail.example?starttls=required",
            MailServer("mail.example", 587, Security.STARTTLS_REQUIRED, "moi@x", "p:/"),
        ),
        (
            "smtps://moi:secret@[::1]:4650?ca=ca.pem",
            MailServer("::1", 4650, Security.TLS, "moi", "secret", Path("ca.pem")),
        ),
        ("smtps://mail.example", MailServer("mail.example", 465, Security.TLS)),
    ],
)
def test_each_way_is_read_from_its_url(url: str, way: MailFolder | MailServer) -> None:
    assert parse_mail_url(url) == way


@pytest.mark.parametrize(
    "url",
    [
        "",
        "var/mail",
        "file:",
        "file://host/mail",
        "http://mail.example",
        "smtp://",
        "smtp://:25",
        "smtp://mail.example/folder",
        "smtp://mail.example:0x",
        "smtp://mail.example:70000",
        "smtp://mail.example?starttls=maybe",
        "smtp://mail.example?startls=required",
        "smtps://mail.example?starttls=required",
        "smtp://moi:secret@mail.example?starttls=optional",
        "smtp://moi:se/cret@mail.example",
    ],
)
def test_a_url_that_makes_no_sense_is_refused_without_telling_its_password(url: str) -> None:
    with pytest.raises(ValueError, match=r".+") as refused:
        parse_mail_url(url)
    assert "cret" not in str(refused.value)
    with pytest.raises(ValidationError) as invalid:
        Settings(mail_url=SecretStr(url))
    assert "cret" not in str(invalid.value)


def test_a_password_is_never_shown() -> None:
    settings = Settings(mail_url=SecretStr("smtps://moi:pa55word@mail.example"))
    assert "pa55word" not in f"{settings!r} {settings.mail!r} {settings.mail}"


def test_e_mails_come_from_a_name_and_an_address() -> None:
    sender = parse_mail_from("Direction des ressources humaines – CHRU <rh@hôpital.example>")
    assert sender.display_name == "Direction des ressources humaines – CHRU"
    assert sender.addr_spec == "rh@xn--hpital-ixa.example"
    assert parse_mail_from("rh@chu-nantes.example").display_name == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "rh",
        "RH <rh>",
        "RH <rh@x.fr>\r\nBcc: a@b.fr",
        "été@chu-nantes.example",
        "RH\n <rh@x.fr>",
        "=?utf-8?q?a=0ABcc=3A?= <rh@x.fr>",
    ],
)
def test_a_sender_that_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_mail_from(text)
    with pytest.raises(ValidationError):
        Settings(mail_from=text)


def test_in_production_e_mails_are_not_kept_in_files_nor_sent_in_the_demos_name() -> None:
    production = Settings(environment=Environment.PRODUCTION)
    assert [fault.split()[0] for fault in production.unfit_for_production()][-3:] == [
        "COMPTOIR_MAIL_URL",
        "COMPTOIR_MAIL_FROM",
        "COMPTOIR_LETTERS_SENDER",
    ]
    fit = Settings(
        environment=Environment.PRODUCTION,
        public_url="https://comptoir.example",
        secret_key=SecretStr("a secret of one's own, long enough"),
        mail_url=SecretStr("smtp://mail.example"),
        mail_from="RH <rh@chu-nantes.example>",
        letters_sender="Comptoir;1 rue de la Paix;44000 Nantes",
    )
    assert fit.unfit_for_production() == []
    assert Settings().unfit_for_production() == []
