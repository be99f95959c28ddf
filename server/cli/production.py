"""Commands that do not run in production on values of the demo."""

from server.cli.doctor import unfit_for_production
from server.cli.terminal import fail, run, settings_or_exit


def exit_if_unfit_for_production() -> None:
    """End the command, in production, if settings or the database hold values of the demo; name each."""
    if faults := run(unfit_for_production(settings_or_exit())):
        fail("refusing to start in production:\n" + "\n".join(f"- {fault}" for fault in faults), 2)
