"""What serving needs, looked at one by one."""

from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path

from models.database import connected
from models.rules.paris_calendar import PARIS
from resolvers.messages.deliver import TemporarySendError
from resolvers.sign_in.passwords import hash_password, password_matches
from resolvers.sign_in.sessions import password_opens_account
from schema.schema import schema_text
from server.cli.writable_folder import unwritable
from server.demo.load import ADMINISTRATOR, PASSWORD
from server.health import unreadiness
from server.letters.check import findings as letter_findings
from server.mail.mail_url import MailFolder
from server.mail.smtp import SmtpSender
from server.rate_limits.redis_limiter import RedisLimiter
from server.setting_types import Environment
from server.settings import Settings


@dataclass(frozen=True, slots=True)
class Finding:
    what: str
    good: bool


async def unfit_for_production(settings: Settings) -> list[str]:
    """What may not stay as it is in production, in settings and in the database; nothing in the demo."""
    faults = settings.unfit_for_production()
    if settings.environment is Environment.PRODUCTION and await _demo_remains(settings):
        faults.append("the database holds the demo's accounts, with a password that everyone knows")
    return faults


async def _demo_remains(settings: Settings) -> bool:
    """A database that does not answer yet holds nothing that we know of; /readyz tells of it."""
    async with connected(settings.database_url):
        if await unreadiness(settings):
            return False
        return await password_opens_account(ADMINISTRATOR, PASSWORD)


async def examine(settings: Settings) -> list[Finding]:
    faults = await unfit_for_production(settings)
    findings = [Finding(f"settings for {settings.environment}: {'; '.join(faults) or 'fit'}", not faults)]
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


def _folder(what: str, path: Path) -> Finding:
    reason = unwritable(path)
    return Finding(f"{what}: {reason or f'files in {path}, which can be written to'}", reason is None)


async def _limits(settings: Settings) -> Finding:
    """One is counted in the Redis or Valkey, as a sign-in would be, under a key of its own."""
    if settings.redis is None:
        return Finding("limits: each process keeps its own (COMPTOIR_REDIS_URL is not set)", True)
    async with aclosing(RedisLimiter(settings.redis)) as limiter:
        reason = await limiter.fault()
    return Finding(
        f"limits: shared through {settings.redis}{f': {reason}' if reason else ''}", reason is None
    )


async def _mail(settings: Settings) -> Finding:
    """A server is connected to and signed in at; nothing is sent."""
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
