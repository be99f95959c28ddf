"""Tortoise's SQLite, but a file that cannot be opened fails each time it is asked, and blocks nobody."""

from tortoise.backends.sqlite.client import SqliteClient


class Client(SqliteClient):
    async def create_connection(self, with_db: bool) -> None:
        try:
            await super().create_connection(with_db)
        except BaseException:
            # Half open, it would go on without the pragmas that are still to come: foreign_keys is one.
            await self.close()
            # Whoever opens holds the lock, and Tortoise does not give it back.
            self._lock.release()
            raise


client_class = Client
