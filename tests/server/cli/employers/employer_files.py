"""Files of employers, as an operator writes them."""

import json
from pathlib import Path
from typing import Any

from server.demo.employers import siret


def an_entry(number: int, **changes: Any) -> dict[str, Any]:
    """An employer with one administrator; the number makes its SIRET, contract and people."""
    address = [f"{number} rue de la Mairie", "44150 ANCENIS"]
    return {
        "name": f"MAIRIE N° {number}",
        "siret": siret(f"215{number:05}"),
        "contractNumber": f"VZ{number}",
        "postalAddress": address,
        "representative": {
            "civility": "MADAME",
            "lastName": "O'Neill",
            "firstName": "Anne",
            "title": "Maire",
        },
        "funds": ["CNRACL", "RAFP"],
        "administrators": [
            {
                "civility": "MONSIEUR",
                "lastName": "Louty",
                "firstName": "Jean",
                "email": f"jean.louty@mairie{number}.example",
                "professionalAddress": address,
            }
        ],
        **changes,
    }


def write_json(folder: Path, *entries: object) -> Path:
    """An array with one entry a line, the first on line 2."""
    path = folder / "employers.json"
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    return path
