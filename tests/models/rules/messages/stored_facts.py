"""Facts as the first versions stored them, copied from their outbox: rows of this form are still sent."""

from models.rules.vocabulary import MessageKind

STORED_FACTS = {
    MessageKind.INVITATION: (
        '{"holder": {"civility": "MADAME", "last_name": "Le Goff-Ménard", "first_name": "Claire"}, '
        '"creator": {"civility": "MONSIEUR", "last_name": "Louty", "first_name": "Jean"}, '
        '"creator_phone": "+33241051938", "created_on": "2026-11-23", '
        '"employer_name": "CHRU DE NANTES", "contract_number": "VF201", '
        """"representative_address": ["5 ALLEE DE L'ILE GLORIETTE", "BP 1005", "44035 NANTES CEDEX 1"], """
        '"link_days": 15, "representative_is_told": true}'
    ),
    MessageKind.EMAIL_CHANGED: (
        '{"holder": {"civility": "MONSIEUR", "last_name": "Martin", "first_name": "Paul"}, '
        '"employer_name": "CHRU DE NANTES", "on": "2026-11-23"}'
    ),
    MessageKind.PASSWORD_RESET: (
        '{"holder": {"civility": "MONSIEUR", "last_name": "Durant", "first_name": "Christophe"}, '
        '"employer_name": "CHRU DE NANTES", "on": "2026-11-23", "minutes": 60}'
    ),
    MessageKind.PASSWORD_CHANGED: (
        '{"holder": {"civility": "MONSIEUR", "last_name": "Durant", "first_name": "Christophe"}, '
        '"employer_name": "CHRU DE NANTES", "on": "2026-11-23", "minutes": null}'
    ),
    MessageKind.ACCOUNT_LOCKED: (
        '{"holder": {"civility": "MONSIEUR", "last_name": "Durant", "first_name": "Christophe"}, '
        '"employer_name": "CHRU DE NANTES", "minutes": 15}'
    ),
    MessageKind.EXPIRY_REMINDER: (
        '{"holder": {"civility": "MONSIEUR", "last_name": "Zola", "first_name": "Christophe"}, '
        '"employer_name": "CHRU DE NANTES", "expires_on": "2027-01-31"}'
    ),
    MessageKind.INVITATION_REMINDER: (
        '{"holder": {"civility": "MONSIEUR", "last_name": "Ménard", "first_name": "Zoé"}, '
        '"employer_name": "CHRU DE NANTES", "lapses_on": "2026-12-23", "on": "2026-12-20"}'
    ),
    MessageKind.ADMINISTRATOR_DIGEST: (
        '{"administrator": {"civility": "MADAME", "last_name": "Dupont", "first_name": "Sara"}, '
        '"employer_name": "CHRU DE NANTES", "expiring": [{"holder": {"civility": "MONSIEUR", '
        '"last_name": "Zola", "first_name": "Christophe"}, "on": "2027-01-31"}], '
        '"lapsing": [{"holder": {"civility": "MONSIEUR", "last_name": "Ménard", "first_name": "Zoé"}, '
        '"on": "2026-12-23"}]}'
    ),
    MessageKind.CREATION_LETTER: (
        '{"representative": {"civility": "MADAME", "last_name": "Le Goff", "first_name": "Anne"}, '
        '"representative_title": "Directrice générale", "holder": {"civility": "MADAME", '
        '"last_name": "Le Goff-Ménard", "first_name": "Claire"}, "actor": {"civility": "MONSIEUR", '
        '"last_name": "Louty", "first_name": "Jean"}, "on": "2026-11-23", '
        '"employer_name": "CHRU DE NANTES", "contract_number": "VF201", "profile": "USER"}'
    ),
    MessageKind.PROMOTION_LETTER: (
        '{"representative": {"civility": "MADAME", "last_name": "Le Goff", "first_name": "Anne"}, '
        '"representative_title": "Directrice générale", "holder": {"civility": "MONSIEUR", '
        '"last_name": "Martin", "first_name": "Paul"}, "actor": {"civility": "MONSIEUR", '
        '"last_name": "Louty", "first_name": "Jean"}, "on": "2026-11-23", '
        '"employer_name": "CHRU DE NANTES", "contract_number": "VF201", "profile": "ADMINISTRATOR"}'
    ),
    MessageKind.MANDATE_NEWS: (
        '{"administrator": {"civility": "MADAME", "last_name": "Dupont", "first_name": "Sara"}, '
        '"news": "PROPOSED", "giver_name": "COMMUNE", "centre_name": "CENTRE DE GESTION", "scope": "RENEW", '
        '"starts_on": "2026-11-23", "ends_on": "2027-11-22"}'
    ),
    MessageKind.MANDATE_LETTER: (
        '{"representative": {"civility": "MADAME", "last_name": "Le Goff", "first_name": "Anne"}, '
        '"representative_title": "Directrice générale", "actor": {"civility": "MONSIEUR", '
        '"last_name": "Louty", "first_name": "Jean"}, "on": "2026-11-23", "employer_name": "COMMUNE", '
        '"contract_number": "VF301", "centre_name": "CENTRE DE GESTION", "scope": "RENEW", '
        '"starts_on": "2026-11-23", "ends_on": "2027-11-22"}'
    ),
    MessageKind.REGISTRATION_SAVED: '{"until": "2026-12-23"}',
    MessageKind.REGISTRATION_NEWS: (
        '{"administrator": {"civility": "MADAME", "last_name": "Dupont", "first_name": "Sara"}, '
        '"request": "REGISTRATION", "news": "APPROVED", "employer_name": "COMMUNE", "reason": null, '
        '"until": "2026-12-08"}'
    ),
    MessageKind.REGISTRATION_LETTER: (
        '{"representative": {"civility": "MADAME", "last_name": "Le Goff", "first_name": "Anne"}, '
        '"representative_title": "Directrice générale", "request": "SUCCESSION", '
        '"administrator": {"civility": "MADAME", "last_name": "Dupont", "first_name": "Sara"}, '
        '"on": "2026-11-23", "until": "2026-12-08", "tries": 5, "employer_name": "COMMUNE", '
        '"siret": "21440003600019", "contract_number": "VF301"}'
    ),
    MessageKind.SUCCESSION_NEWS: (
        '{"administrator": {"civility": "MONSIEUR", "last_name": "Louty", "first_name": "Jean"}, '
        '"news": "DONE", "employer_name": "COMMUNE", '
        '"successor": {"civility": "MADAME", "last_name": "Dupont", "first_name": "Sara"}, '
        '"on": "2026-11-23"}'
    ),
    MessageKind.SOLE_ADMINISTRATOR: (
        '{"administrator": {"civility": "MADAME", "last_name": "Dupont", "first_name": "Sara"}, '
        '"employer_name": "COMMUNE"}'
    ),
    MessageKind.EMPLOYER_LETTER: (
        '{"representative": {"civility": "MADAME", "last_name": "Le Goff", "first_name": "Anne"}, '
        '"representative_title": "Directrice générale", "actor": {"civility": "MONSIEUR", '
        '"last_name": "Louty", "first_name": "Jean"}, "on": "2026-11-23", "employer_name": "COMMUNE", '
        '"contract_number": "VF301", "postal_address": ["1 rue Neuve", "44000 NANTES"], '
        '"next_representative": {"civility": "MONSIEUR", "last_name": "Brun", "first_name": "Luc"}, '
        '"next_representative_title": null}'
    ),
}
