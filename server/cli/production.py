"""Commands that do not run in production on values of the demo, or behind a proxy that anyone may be."""

import os
from ipaddress import ip_network

from server.cli.terminal import fail, run, settings_or_exit
from server.setting_types import Environment
from server.settings import Settings

TRUSTED_PROXIES = "FORWARDED_ALLOW_IPS"
"""The environment variable that uvicorn reads: whose X-Forwarded-For gives the client's address."""


def exit_if_unfit_for_production() -> None:
    """End the command, in production, if settings or the database hold values of the demo; name each."""
    if faults := run(unfit_for_production(settings_or_exit())):
        fail("refusing to start in production:\n" + "\n".join(f"- {fault}" for fault in faults), 2)


async def unfit_for_production(settings: Settings) -> list[str]:
    """What production refuses in settings, environment and database; empty outside production."""
    faults = settings.unfit_for_production()
    if settings.environment is Environment.PRODUCTION and trusts_everyone(
        os.environ.get(TRUSTED_PROXIES, "")
    ):
        faults.append(
            f"{TRUSTED_PROXIES} trusts everyone, who could then seem to come from any network: "
            "name the addresses of the proxy"
        )
    if settings.environment is Environment.PRODUCTION and await _demo_remains(settings):
        faults.append("the database holds the demo's accounts, with a password that everyone knows")
    return faults


def trusts_everyone(proxies: str) -> bool:
    """Return whether a list of addresses and networks, with commas between, has `*` or a network of all."""
    return any(proxy.strip() == "*" or _is_all(proxy.strip()) for proxy in proxies.split(","))


def _is_all(proxy: str) -> bool:
    try:
        return ip_network(proxy, strict=False).prefixlen == 0
    except ValueError:  # a name, which uvicorn compares as it is
        return False


async def _demo_remains(settings: Settings) -> bool:
    """Return whether an administrator of the demo can sign in; False while the database is not ready."""
    # Only production asks the database: elsewhere the parent of several workers never loads these.
    from models.database import connected
    from resolvers.sign_in.sessions import password_opens_account
    from server.demo.centre import CENTRE_ADMINISTRATOR
    from server.demo.load import ADMINISTRATOR, PASSWORD
    from server.health import unreadiness

    async with connected(settings.database_url):
        if await unreadiness(settings):
            return False
        administrators = (ADMINISTRATOR, CENTRE_ADMINISTRATOR)
        return any([await password_opens_account(identifier, PASSWORD) for identifier in administrators])
