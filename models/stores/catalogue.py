"""The catalogue's tables, kept equal to services.toml."""

from models.catalogue import themes
from models.database import transaction
from models.tables.employers import ServiceRow, ThemeRow


async def write_catalogue() -> None:
    """Write every theme and service. Those no longer in the file stay: rights and history name them."""
    async with transaction():
        position = 0
        for place, theme in enumerate(themes()):
            await ThemeRow.update_or_create(
                defaults={"label": theme.label, "position": place}, code=theme.code
            )
            for service in theme.services:
                await ServiceRow.update_or_create(
                    defaults={
                        "label": service.label,
                        "fund": service.fund,
                        "levels": ",".join(level.name for level in sorted(service.levels)),
                        "position": position,
                        "theme_id": theme.code,
                    },
                    code=service.code,
                )
                position += 1
