"""What happens beside the window: an administrator's requests, and the letter box of the holders."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from typing import Any

import httpx2

from tests.panel.panel import JEAN, PASSWORD, SIGN_IN
from tests.panel.patience import DEADLINE_MS

_CREATE = """mutation ($new: CreateAccountInput!) {
    createAccount(input: $new) { account { id identifier } errors { message } } }"""
_LINK = re.compile(r'href="http[^"/]*//[^"/]*(/[^"#]*#[0-9a-f]+)"')


class Administrator:
    """Jean Louty at another machine."""

    def __init__(self, client: httpx2.Client) -> None:
        self._client = client
        viewer = self.asks(SIGN_IN, who={"identifier": JEAN, "password": PASSWORD})["signIn"]["viewer"]
        self.employer_id: str = viewer["employers"][0]["id"]

    def asks(self, query: str, **variables: Any) -> Any:
        answer = self._client.post("/graphql", json={"query": query, "variables": variables}).json()
        assert "errors" not in answer, answer
        return answer["data"]

    def creates_an_account(self, first_name: str, last_name: str, email: str) -> Any:
        """Its id and identifier; the invitation leaves for this address."""
        details = {"civility": "MADAME", "firstName": first_name, "lastName": last_name, "email": email}
        new = details | {"employerId": self.employer_id, "allowDuplicate": True}
        created = self.asks(_CREATE, new=new)["createAccount"]
        assert created["errors"] == []
        return created["account"]


@contextmanager
def administrator(url: str) -> Iterator[Administrator]:
    with client_of(url) as client:
        yield Administrator(client)


def client_of(url: str) -> httpx2.Client:
    """Without certificates, which take 28 ms to load: it is plain HTTP."""
    return httpx2.Client(base_url=url, timeout=DEADLINE_MS / 1000, verify=False)


def address_of_the_link(url: str, recipient: str, other_than: str = "", screen: str = "/mot-de-passe") -> str:
    """Where an e-mail to this recipient leads, past the host: to this screen. Waits for it to come."""
    deadline = time.monotonic() + DEADLINE_MS / 1000
    while not (links := _links(url, recipient, screen) - {other_than}):
        assert time.monotonic() < deadline, f"no link came for {recipient}"
        time.sleep(0.05)
    (link,) = links
    return link


def _links(url: str, recipient: str, screen: str) -> set[str]:
    with client_of(url) as client:
        page = client.get("/demo/courrier").text
        names = re.findall(rf'<td>{re.escape(recipient)}</td><td><a href="([^"]+)"', page)
        bodies = [client.get(unescape(name)).text for name in names]
    links = {found[1] for body in bodies if (found := _LINK.search(body))}
    return {link for link in links if link.startswith(f"{screen}#")}


def subjects(url: str, recipient: str) -> list[str]:
    """Of the e-mails that have come for this recipient."""
    with client_of(url) as client:
        page = client.get("/demo/courrier").text
    found = re.findall(rf'<td>{re.escape(recipient)}</td><td><a href="[^"]+"[^>]*>([^<]+)</a>', page)
    return [unescape(subject) for subject in found]
