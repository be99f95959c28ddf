"""The words of an employer's name that no password of its holders may hold (P1)."""

import re
from collections.abc import Iterator

from models.rules.folding import fold

_MIN_LETTERS = 4
_GENERAL_WORDS = """
action agglomeration agglo association bains centre chef communal communale communaute commune communes
conseil dans departement departemental departementale departements district ecole etablissement france
gestion grand grande habitat haut haute hopital hopitaux hospitalier hospitaliere intercommunal
intercommunale interhospitalier lycee mairie maison metropole metropolitain mixte national nationale nord
office ouest pays plaine pole pour public publique publics regie region regional regionale regionales
residence retraite saint sainte sante secours service services social sociale sous syndicat territoire
territorial territoriale universite urbain urbaine vallee ville villes
"""
"""They say what an employer is, not which one: alone, they forbid no password."""


def proper_words(employer_name: str) -> Iterator[str]:
    """The words of four letters or more that tell this employer from others, folded."""
    for part in re.split(r"[\W\d_]+", employer_name):
        word = fold(part)
        if len(word) >= _MIN_LETTERS and word not in _GENERAL_WORDS.split():
            yield word
