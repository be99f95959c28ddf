"""The tables that the peers serve: the accounts of the service in plain columns, the status being stored.

Their indexes suit what the peers are asked. Those for trigrams are on PostgreSQL only.
"""

from datetime import date

_TABLES = """
CREATE TABLE {to}employer (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE {to}service (id integer PRIMARY KEY, code text NOT NULL, label text NOT NULL);
CREATE TABLE {to}account (
    id integer PRIMARY KEY,
    employer_id integer NOT NULL REFERENCES employer,
    civility text NOT NULL,
    last_name text NOT NULL,
    first_name text NOT NULL,
    identifier text NOT NULL UNIQUE,
    department text NOT NULL,
    profile text NOT NULL,
    status text NOT NULL,
    expires_on date NOT NULL,
    last_sign_in_at {moment}
){loose};
CREATE TABLE {to}account_right (
    {id},
    account_id integer NOT NULL REFERENCES account,
    service_id integer NOT NULL REFERENCES service,
    level text NOT NULL
);
CREATE TABLE {to}history (
    {id},
    account_id integer NOT NULL REFERENCES account,
    at {moment} NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    detail text NOT NULL
);
INSERT INTO {to}employer SELECT id, name FROM {source}employer;
INSERT INTO {to}service SELECT row_number() OVER (ORDER BY code), code, label FROM {source}service
    WHERE fund IN ('MULTI', 'IRCANTEC', 'FIPHFP');
INSERT INTO {to}account
    SELECT id, employer_id, civility, last_name, first_name, identifier, department, profile,
    CASE WHEN expires_on < '{today}' THEN 'EXPIRED' WHEN password_created_at IS NULL THEN 'PENDING'
        ELSE 'ACTIVE' END, expires_on, last_sign_in_at FROM {source}account ORDER BY id;
INSERT INTO {to}account_right (account_id, service_id, level)
    SELECT a.id, s.id, CASE r.level WHEN 2 THEN 'WRITE' WHEN 1 THEN 'READ' ELSE 'NONE' END
    FROM {source}account a CROSS JOIN {to}service s
    LEFT JOIN {source}access_right r ON r.account_id = a.id AND r.service_id = s.code ORDER BY a.id, s.id;
INSERT INTO {to}history (account_id, at, actor, action, detail)
    SELECT account_id, at, coalesce(actor_name, 'holder'), operation, 'of old' FROM {source}history
    WHERE account_id IS NOT NULL ORDER BY id;
CREATE INDEX {of}account_of_employer ON account (employer_id, last_name, first_name, id);
CREATE UNIQUE INDEX {of}right_of_account ON account_right (account_id, service_id);
CREATE INDEX {of}history_of_account ON history (account_id, at);
"""
_TRIGRAMS = "CREATE INDEX ON account USING gin ({column} gin_trgm_ops);"
_RENEW = """
CREATE FUNCTION peers.renew_accounts(ids int[], until date, actor text) RETURNS int
LANGUAGE sql VOLATILE AS $$
    WITH renewed AS (
        UPDATE peers.account SET expires_on = until, status = 'ACTIVE' WHERE id = ANY (ids) RETURNING id
    ), logged AS (
        INSERT INTO peers.history (account_id, at, actor, action, detail)
        SELECT id, now(), actor, 'RENEWED', 'until ' || until FROM renewed RETURNING 1
    ) SELECT count(*)::int FROM logged
$$;
"""
"""How PostGraphile changes many rows: a function of the database. The bare handler calls it, too."""


def postgresql_script(today: date) -> str:
    """SQL that makes the schema `peers` beside the tables of the service."""
    words = {
        "id": "id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
        "moment": "timestamptz",
        "loose": " WITH (fillfactor = 80)",
        "source": "public.",
        "to": "peers.",
        "of": "",
        "today": today.isoformat(),
    }
    trigrams = [
        _TRIGRAMS.format(column=column) for column in ("last_name", "first_name", "identifier", "department")
    ]
    beginning = "CREATE SCHEMA peers; SET search_path = peers, public;"
    return "\n".join([beginning, _TABLES.format(**words), *trigrams, _RENEW])


def sqlite_script(today: date) -> str:
    """SQL that fills an empty file, attached as `peers` to the file of the service."""
    words = {
        "id": "id integer PRIMARY KEY",
        "moment": "timestamp",
        "loose": "",
        "source": "main.",
        "to": "peers.",
        "of": "peers.",
        "today": today.isoformat(),
    }
    return _TABLES.format(**words)
