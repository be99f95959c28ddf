"""What uvicorn calls in each process that serves."""

import gc

from starlette.applications import Starlette


def create_app() -> Starlette:
    """Import and create the service without collecting garbage: nearly all that imports create stays.

    Freezing it keeps it out of later collections too.
    """
    gc.disable()
    try:
        import server.without_rich  # noqa: F401

        # isort: split
        from server.app import create_app

        return create_app()
    finally:
        gc.freeze()
        gc.enable()
