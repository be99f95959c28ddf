"""The MIME message of an e-mail: its accents, its two parts, its Message-ID."""

import re
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from html import unescape
from html.parser import HTMLParser

import pytest

from models.rules.messages.emails import MessageText
from models.rules.vocabulary import Language
from resolvers.messages.sending import PermanentSendError
from server.mail.mime import email_of
from tests.factories import NOW
from tests.processes.smtp import parsed
from tests.server.outbox_messages import LINK, SENDER, URLS, an_invitation


class Page(HTMLParser):
    """The HTML part as a mail program reads it: its text, its elements in order, its links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def part(email: EmailMessage, kind: str) -> str:
    body = email.get_body((kind,))
    assert body
    assert body.get_content_charset() == "utf-8"
    assert body["Content-Transfer-Encoding"] == "quoted-printable"
    return str(body.get_content())


def flat(text: str) -> str:
    return " ".join(text.split())


def test_accents_come_out_as_they_went_in() -> None:
    email = parsed(email_of(an_invitation(), SENDER))
    for text in (part(email, "plain"), " ".join(Page(part(email, "html")).words)):
        assert "Bonjour Madame Le Goff-Ménard," in flat(text)
        assert "Monsieur Œuvrard (joignable au 02 41 05 19 38)" in flat(text)
        assert "CHRU de Nantes & Cie <Île> VF201" in flat(text)
        assert "5 allée de l'Île-Gloriette, BP 1005, 44035 Nantes Cedex 1" in flat(text)
    assert email["From"].addresses[0].display_name == "Plateforme employeurs publics – Œuvre"


@pytest.mark.parametrize(
    "subject",
    [
        "Choisissez le mot de passe de votre compte à la Plateforme employeurs publics dès aujourd'hui, Zoé",
        "éàüœç " * 30 + "fin",
        "É",
    ],
)
def test_a_subject_of_any_length_keeps_its_accents_and_its_spaces(subject: str) -> None:
    content = email_of(replace(an_invitation(), text=MessageText(subject, ("Bonjour,",))), SENDER)
    assert parsed(content)["Subject"] == " ".join(subject.split())
    assert content.isascii()
    assert max(map(len, content.splitlines())) <= 78


def test_every_byte_is_plain_and_every_line_short_enough_for_any_server() -> None:
    content = email_of(an_invitation(), SENDER)
    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 78
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_the_same_message_is_the_same_to_the_last_byte() -> None:
    assert email_of(an_invitation(), SENDER) == email_of(an_invitation(), SENDER)
    email = parsed(email_of(an_invitation(number=7), SENDER))
    assert email["Message-ID"] == f"<{7:032x}@comptoir>"
    assert email["Date"].datetime == NOW


def test_it_says_that_a_machine_wrote_it() -> None:
    email = parsed(email_of(an_invitation(), SENDER))
    assert email["Auto-Submitted"] == "auto-generated"
    assert email["Content-Language"] == "fr"
    assert email["To"] == "zoe@chu-nantes.example"


def test_the_text_comes_first_its_lines_short_and_its_link_whole() -> None:
    email = parsed(email_of(an_invitation(), SENDER))
    assert email.get_content_type() == "multipart/alternative"
    assert [piece.get_content_type() for piece in email.iter_parts()] == ["text/plain", "text/html"]
    lines = part(email, "plain").splitlines()
    assert LINK in lines
    assert max(len(line) for line in lines if line != LINK) <= 72
    assert not [line for line in lines if line.startswith((":", ";", "!", "?"))]


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        (
            Language.FRENCH,
            (
                "Créer mon mot de passe",
                "Accéder à la Plateforme employeurs publics",
                "Découvrez comment nous traitons vos données",
            ),
        ),
        (
            Language.ENGLISH,
            (
                "Create my password",
                "Go to the public employers&#x27; platform",
                "Read how we use your data",
            ),
        ),
    ],
)
def test_the_page_names_its_language_and_each_link_says_what_it_is_for(
    language: Language, labels: tuple[str, ...]
) -> None:
    email = parsed(email_of(an_invitation(language=language), SENDER))
    html = part(email, "html")
    page = Page(html)
    assert page.of("html") == [{"lang": language.value}]
    assert [link["href"] for link in page.of("a")] == [LINK, URLS.home, URLS.personal_data]
    assert tuple(re.findall(r"<a [^>]*>([^<]*)</a>", html)) == labels
    lines = part(email, "plain").splitlines()
    for label, url in zip(labels, (LINK, URLS.home, URLS.personal_data), strict=True):
        assert lines[lines.index(url) - 1] == f"{unescape(label)}\N{NO-BREAK SPACE}:"
    assert LINK in " ".join(page.words)
    assert len(page.of("h1")) == 1
    assert not page.of("script") + page.of("style") + page.of("img") + page.of("link")


def test_the_two_parts_say_the_same() -> None:
    email = parsed(email_of(an_invitation(), SENDER))
    words = flat(" ".join(Page(part(email, "html")).words))
    for paragraph in part(email, "plain").split("\n\n"):
        for line in [flat(paragraph)] if "https:" not in paragraph else paragraph.splitlines()[:1]:
            assert line.removesuffix("\N{NO-BREAK SPACE}:") in words


def test_what_people_are_called_cannot_become_markup() -> None:
    text = MessageText("<b>Objet</b>", ('Bonjour <script>alert("1")</script> & autres,',))
    html = part(parsed(email_of(an_invitation(text=text, link=""), SENDER)), "html")
    page = Page(html)
    assert not page.of("script") + page.of("b")
    assert 'Bonjour <script>alert("1")</script> & autres,' in page.words


def test_the_identifier_never_travels_with_the_link() -> None:
    assert "identifiant ne figure pas ici" in part(parsed(email_of(an_invitation(), SENDER)), "plain")


@pytest.mark.parametrize(
    "recipient",
    [
        "zoe@chu-nantes.example\r\nBcc: all@chu-nantes.example",
        "zoe@chu-nantes.example\nX: y",
        "=?utf-8?q?a=0D=0ABcc=3A_all?=@chu-nantes.example",
        "=?utf-8?b?YQpCY2M6IGI=?=@chu-nantes.example",
        "Zoé <zoe@chu-nantes.example>",
        "",
    ],
)
def test_no_address_of_the_outbox_can_write_a_header(recipient: str) -> None:
    with pytest.raises(PermanentSendError) as refused:
        email_of(an_invitation(recipient), SENDER)
    assert refused.value.reason == "the address is malformed"


@pytest.mark.parametrize(
    ("subject", "written"),
    [
        ("Objet\r\nBcc: all@chu-nantes.example", "Objet Bcc: all@chu-nantes.example"),
        ("=?utf-8?q?a=0D=0ABcc=3A_all?=", "= ?utf-8?q?a=0D=0ABcc=3A_all?="),
        ("=?utf-8?b?YQpCY2M6IGI=?=", "= ?utf-8?b?YQpCY2M6IGI= ?="),
    ],
)
def test_a_subject_cannot_write_a_header(subject: str, written: str) -> None:
    email = parsed(email_of(an_invitation(text=MessageText(subject, ("Bonjour,",))), SENDER))
    assert email["Subject"] == written
    assert email["Bcc"] is None


def test_a_domain_with_accents_is_written_as_servers_take_it() -> None:
    assert (
        parsed(email_of(an_invitation("zoe@hôpital.example"), SENDER))["To"] == "zoe@xn--hpital-ixa.example"
    )


def test_the_hour_is_that_of_paris() -> None:
    later = an_invitation(created_at=NOW + timedelta(microseconds=5))
    assert b"Date: Mon, 23 Nov 2026 10:00:00 +0100" in email_of(later, SENDER)
