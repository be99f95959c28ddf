"""Requests to create employers, as the command line makes them."""

from itertools import count
from typing import Any

from models.rules.vocabulary import Civility
from resolvers.accounts.details import DetailsInput
from resolvers.employers.create import EmployerCreation
from resolvers.employers.details import EmployerInput, RepresentativeInput
from server.demo.employers import siret

_numbers = count(1)


def an_employer_input(**changes: Any) -> EmployerInput:
    """An employer with a SIRET and a contract number of its own."""
    number = next(_numbers)
    made = EmployerInput(
        name="MAIRIE D'ANCENIS",
        siret=siret(f"214{number:05}"),
        contract_number=f"VX{number}",
        postal_address=("1 place de la Mairie", "44150 ANCENIS"),
        representative=RepresentativeInput(
            civility=Civility.MADAME, last_name="O'Neill", first_name="Anne-Lise", title="Maire"
        ),
        funds=("CNRACL", "RAFP"),
    )
    made.update(changes)  # type: ignore[typeddict-item]
    return made


def an_administrator_input(**changes: Any) -> DetailsInput:
    made = DetailsInput(
        civility=Civility.MONSIEUR,
        last_name="D’Almeida",
        first_name="Jean",
        email="jean.dalmeida@ancenis.example",
        phone="02 41 05 19 38",
        department=None,
        professional_address=("1 place de la Mairie", "44150 ANCENIS"),
    )
    made.update(changes)  # type: ignore[typeddict-item]
    return made


def a_creation_request(*administrators: DetailsInput, **changes: Any) -> EmployerCreation:
    return EmployerCreation(an_employer_input(**changes), administrators)
