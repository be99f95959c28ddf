"""comptoir doctor: what serving needs, checked one by one."""

from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path

import typer

from models.database import connected
from models.rules.paris_calendar import PARIS
from resolvers.messages.sending import TemporarySendError
from resolvers.sign_in.passwords import hash_password, password_matches
from server.cli.production import unfit_for_production
from server.cli.terminal import run, settings_or_exit
from server.cli.writable_folder import unwritable
from server.health import unreadiness
from server.letters.check import findings as letter_findings
from server.mail.mail_url import MailFolder
from server.mail.smtp import SmtpSender
from server.rate_limits.redis_limiter import RedisLimiter
from server.settings import Settings


@dataclass(frozen=True, slots=True)
class Finding:
    what: str
    good: bool


def doctor() -> None:
    """Look at what serving needs, and say what is missing."""
    findings = run(examine(settings_or_exit()))
    for finding in findings:
        typer.echo(f"{'ok  ' if finding.good else 'FAIL'}  {finding.what}")
    if not all(finding.good for finding in findings):
        raise typer.Exit(1)


async def examine(settings: Settings) -> list[Finding]:
    """Check settings, database, password hashing, schema, letters, limits and mail; each is one finding."""
    # Imported here: building the schema takes longer than most commands, which need none.
    from schema.schema import schema_text

    faults = await unfit_for_production(settings)
    findings = [Finding(f"settings for {settings.environment}: {'; '.join(faults) or 'fit'}", not faults)]
    findings.append(Finding(_origins(settings), True))
    async with connected(settings.database_url):
        reason = await unreadiness(settings)
    findings.append(Finding(f"database: {reason or 'reachable and migrated'}", reason is None))
    matches = await password_matches("a password", await hash_password("a password"))
    findings.append(Finding("password hashing: argon2id works", matches))
    findings.append(Finding(f"time zone: {PARIS.key} is known", True))
    findings.append(Finding("schema: builds", bool(schema_text())))
    missing = letter_findings()
    findings.append(Finding(f"letters: {'; '.join(missing) or 'a sample composes'}", not missing))
    findings.append(_folder("letters", settings.letters_dir))
    findings.append(await _limits(settings))
    findings.append(await _mail(settings))
    return findings


def _origins(settings: Settings) -> str:
    others = f"; pages without a session: {', '.join(settings.origins)}" if settings.origins else ""
    also = "" if settings.https else ", or any name that leads here without TLS"
    return f"origin: the panel is opened at {settings.public_url}{also}{others}"


def _folder(what: str, path: Path) -> Finding:
    reason = unwritable(path)
    return Finding(f"{what}: {reason or f'files in {path}, which can be written to'}", reason is None)


async def _limits(settings: Settings) -> Finding:
    """Count one attempt in Redis or Valkey, as for a sign-in, under a key of its own."""
    if settings.redis is None:
        return Finding("limits: each process keeps its own (COMPTOIR_REDIS_URL is not set)", True)
    async with aclosing(RedisLimiter(settings.redis)) as limiter:
        reason = await limiter.fault()
    return Finding(
        f"limits: shared through {settings.redis}{f': {reason}' if reason else ''}", reason is None
    )


async def _mail(settings: Settings) -> Finding:
    """Connect to the mail server and sign in; nothing is sent."""
    if isinstance(settings.mail, MailFolder):
        return _folder("mail", settings.mail.path)
    smtp = SmtpSender(settings.mail, settings.sender, seconds_a_command=10)
    try:
        await smtp.reach()
    except TemporarySendError as error:
        return Finding(f"mail: {settings.mail}: {error.reason}", False)
    finally:
        await smtp.close()
    return Finding(f"mail: {settings.mail} answers", True)
