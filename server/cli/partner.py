"""comptoir partner: partner systems, their keys, employers, scopes and webhooks (T1, T3)."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from models.database import connected
from models.rules.partners.partner import PartnerKey, RegisteredPartner, format_client_id, format_scopes
from models.rules.vocabulary import Scope
from resolvers.partners import manage
from resolvers.partners.manage import PartnerCommandError, PartnerRegistration, PublicKey
from server.auth.public_keys import NotAPublicKey, parse_public_key
from server.cli.terminal import counted, fail, run, settings_or_exit

partner = typer.Typer(help="Partner systems and their keys.", no_args_is_help=True)

_Name = Annotated[str, typer.Argument(help="What people call it.")]
_Employers = Annotated[list[str], typer.Option(help="Contract number, such as VF201; may be repeated.")]
_Scopes = Annotated[list[Scope], typer.Option(help="What it may do; may be repeated.")]
_PublicKey = Annotated[
    Path | None,
    typer.Option(help="A JWK or PEM file: the partner signs with its own key, and is given none."),
]
T = TypeVar("T")


@partner.command("create")
def create(
    name: _Name,
    employer: _Employers,
    scope: Annotated[
        list[Scope], typer.Option(help="What it may do; may be repeated. All but webhooks if left out.")
    ] = [Scope.STATUS, Scope.CHANGES],  # noqa: B006 - typer copies it
    public_key: _PublicKey = None,
) -> None:
    """Register a partner; its key is shown once."""
    key = _read(public_key)
    _show(_work(lambda now: manage.create_partner(_named(name), employer, scope, now, key)))


@partner.command("rotate")
def rotate(
    name: _Name,
    overlap_hours: Annotated[
        int, typer.Option(help="For how long the former keys are still good.", min=0, max=24 * 90)
    ] = 24,
    public_key: _PublicKey = None,
) -> None:
    """Give a new key; the former ones end when the overlap does."""
    key = _read(public_key)
    _show(_work(lambda now: manage.rotate_key(name, timedelta(hours=overlap_hours), now, key)))


@partner.command("allow")
def allow(name: _Name, employer: _Employers = [], scope: _Scopes = []) -> None:  # noqa: B006 - typer copies
    """Let it ask about more employers, or do more."""
    _fail_without_options(employer, scope)
    typer.echo(_line(_work(lambda _now: manage.extend_partner(name, employer, scope))))


@partner.command("withdraw")
def withdraw(name: _Name, employer: _Employers = [], scope: _Scopes = []) -> None:  # noqa: B006
    """Let it ask about fewer employers, or do less, at once; its webhooks go with their scope."""
    _fail_without_options(employer, scope)
    typer.echo(_line(_work(lambda now: manage.restrict_partner(name, employer, scope, now))))


@partner.command("revoke")
def revoke(
    name: _Name,
    key: Annotated[
        str | None, typer.Option(help="One key alone, by how it begins (see `partner list`).")
    ] = None,
) -> None:
    """End its access at once, for good; or that of one key. Webhooks registered with it go too."""
    done = _work(lambda now: manage.revoke_partner(name, now, key))
    webhooks = f", {counted(done.webhooks, 'webhook')} removed" if done.webhooks else ""
    typer.echo(f"{counted(done.keys, 'key')} revoked{webhooks}")


@partner.command("remove-webhook")
def remove_webhook(name: _Name, url: Annotated[str, typer.Argument(help="As `list` shows it.")]) -> None:
    """Have changes posted there no more, not even those that wait."""
    _work(lambda now: manage.remove_partner_webhook(name, url, now))
    typer.echo("1 webhook removed")


@partner.command("list")
def list_all() -> None:
    """Every partner with its employers, scopes and keys: how often each was used, and when last; its webhooks
    with what they have not taken."""
    now = datetime.now(UTC)
    for registered in _work(lambda _now: manage.list_partners()):
        typer.echo(_line(registered))
        for key in registered.keys:
            typer.echo(f"  {_key_line(key, now)}")
        for webhook in registered.webhooks:
            deliveries = f"{webhook.waiting} waiting, {webhook.dead} given up"
            typer.echo(f"  webhook {webhook.url} by {webhook.hint}…: {deliveries}")


def _fail_without_options(employer: list[str], scope: list[Scope]) -> None:
    if not employer and not scope:
        fail("give --employer or --scope, or both", 2)


def _named(name: str) -> str:
    name = name.strip()
    if not 1 <= len(name) <= 100 or not name.isprintable():
        fail("a partner's name has 1 to 100 characters, on one line", 2)
    return name


def _read(path: Path | None) -> PublicKey | None:
    try:
        return parse_public_key(path.read_text()) if path else None
    except (OSError, UnicodeDecodeError, NotAPublicKey) as error:
        fail(f"{path}: {error.strerror if isinstance(error, OSError) else error}", 2)


def _work(act: Callable[[datetime], Awaitable[T]]) -> T:
    async def work() -> T:
        async with connected(settings_or_exit().database_url):
            return await act(datetime.now(UTC))

    try:
        return run(work())
    except PartnerCommandError as error:
        fail(str(error), 1)


def _show(registered: PartnerRegistration) -> None:
    """Only the key goes to the standard output, so that it can be piped into a password store."""
    typer.echo(f"client id: {format_client_id(registered.partner_id)}", err=True)
    if registered.key is None:
        typer.echo("it signs with its own key: there is nothing else to pass on", err=True)
    else:
        typer.echo("its key, shown this once:", err=True)
        typer.echo(registered.key)


def _line(registered: RegisteredPartner) -> str:
    facts = registered.partner
    state = f", revoked {registered.revoked_at:%Y-%m-%d}" if registered.revoked_at else ""
    employers = " ".join(registered.contract_numbers) or "no employer"
    return f"{facts.name} ({facts.client_id}): {employers}; {format_scopes(facts.scopes)}{state}"


def _key_line(key: PartnerKey, now: datetime) -> str:
    kind = "public key" if key.public_jwk else "key"
    state = f"revoked {key.revoked_at:%Y-%m-%d}" if key.revoked_at else "good"
    if key.revoked_at is None and key.expires_at is not None:
        state = f"good until {key.expires_at:%Y-%m-%d %H:%M} UTC" if key.valid(now) else "lapsed"
    last = f", last {key.last_used_at:%Y-%m-%d %H:%M} UTC" if key.last_used_at else ""
    return f"{key.hint}… {kind} of {key.created_at:%Y-%m-%d}: {state}; {key.uses} uses{last}"
