"""By hand: an index for every order of a list (L2), and the guards of what is never changed (A4, H2).

Trigrams find a term anywhere in the folded text (L1).
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

INDEXES = """
CREATE INDEX IF NOT EXISTS "account_by_civility" ON "account" (employer_id, civility, last_name_key, first_name_key, id);
CREATE INDEX IF NOT EXISTS "account_by_last_name" ON "account" (employer_id, last_name_key, first_name_key, id);
CREATE INDEX IF NOT EXISTS "account_by_first_name" ON "account" (employer_id, first_name_key, last_name_key, id);
CREATE INDEX IF NOT EXISTS "account_by_identifier" ON "account" (employer_id, identifier, id);
CREATE INDEX IF NOT EXISTS "account_by_department" ON "account" (employer_id, department_key, last_name_key, first_name_key, id);
CREATE INDEX IF NOT EXISTS "account_by_profile" ON "account" (employer_id, profile, last_name_key, first_name_key, id);
CREATE INDEX IF NOT EXISTS "account_by_expires_on" ON "account" (employer_id, expires_on, last_name_key, first_name_key, id);
CREATE INDEX IF NOT EXISTS "account_by_last_sign_in" ON "account"
    (employer_id, COALESCE(last_sign_in_at, '0001-01-01 00:00:00+00'::timestamptz), last_name_key, first_name_key, id);
CREATE INDEX IF NOT EXISTS "session_live" ON "session" (account_id) WHERE ended_at IS NULL;
CREATE INDEX IF NOT EXISTS "password_link_of_account" ON "password_link" (account_id, purpose, id);
CREATE INDEX IF NOT EXISTS "outgoing_of_link" ON "outgoing" (link_id);
CREATE INDEX IF NOT EXISTS "mandate_of_employer" ON "mandate" (employer_id);
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX IF NOT EXISTS "account_search" ON "account" USING gin (search_key gin_trgm_ops);
CREATE INDEX IF NOT EXISTS "history_search" ON "history" USING gin (search_key gin_trgm_ops);
"""

GUARDS = """
CREATE OR REPLACE FUNCTION comptoir_refuse() RETURNS trigger LANGUAGE plpgsql AS $refuse$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $refuse$;
CREATE OR REPLACE TRIGGER "history_is_kept" BEFORE DELETE ON "history"
    FOR EACH ROW EXECUTE FUNCTION comptoir_refuse('history is append-only');
CREATE OR REPLACE TRIGGER "history_is_not_truncated" BEFORE TRUNCATE ON "history"
    FOR EACH STATEMENT EXECUTE FUNCTION comptoir_refuse('history is append-only');
CREATE OR REPLACE TRIGGER "history_is_not_edited" BEFORE UPDATE ON "history" FOR EACH ROW WHEN (NOT (
    (OLD.id, OLD.employer_id, OLD.sequence, OLD.at, OLD.operation, OLD.account_id, OLD.account_version)
        = (NEW.id, NEW.employer_id, NEW.sequence, NEW.at, NEW.operation, NEW.account_id, NEW.account_version)
    AND OLD.actor_id IS NOT DISTINCT FROM NEW.actor_id
    AND OLD.actor_employer_id IS NOT DISTINCT FROM NEW.actor_employer_id
    AND (OLD.personal_digest, OLD.hash) = (NEW.personal_digest, NEW.hash)
    AND NEW.actor_label IS NULL AND NEW.account_label IS NULL AND NEW.changes IS NULL
    AND NEW.search_key IS NULL AND NEW.salt IS NULL
)) EXECUTE FUNCTION comptoir_refuse('history is append-only');
CREATE OR REPLACE TRIGGER "status_change_is_kept" BEFORE DELETE OR UPDATE ON "status_change"
    FOR EACH ROW EXECUTE FUNCTION comptoir_refuse('the feed is append-only');
CREATE OR REPLACE TRIGGER "account_is_kept" BEFORE DELETE ON "account"
    FOR EACH ROW EXECUTE FUNCTION comptoir_refuse('accounts are never removed: their identifiers stay taken');
CREATE OR REPLACE TRIGGER "account_keeps_its_identifier" BEFORE UPDATE OF identifier, employer_id ON "account"
    FOR EACH ROW WHEN (OLD.identifier <> NEW.identifier OR OLD.employer_id <> NEW.employer_id)
    EXECUTE FUNCTION comptoir_refuse('an account keeps its identifier and its employer');
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return INDEXES + GUARDS


async def downgrade(db: BaseDBAsyncClient) -> str:
    raise NotImplementedError("an installed database is not taken back: restore a backup")


MODELS_STATE = (
    "eJztXW1z2rgW/isavtzsndydhKRJm280oS13A2SBtDtbdhwFC/DEyKxtkjJ7+9+vJL/bsm"
    "MbA8JRPgSQdYR5jnx03nT0T2NhqEi3fr02sG3CiT0wXhpX4J8GhgtE3vAuH4MGXC6Di7TB"
    "ho866z9xO7Jej5bz/gpMoW4h0qQia2JqS1szMO3dAtMVVoE9hzaAGKDFUjfWyARzaAEIvL"
    "HAi2bPf6UjqsaEDKnhWRniFdb+XiHFNmbIniOTDPH9e8Ojoh3ocI2//iLvNKyiH8iiXejH"
    "5ZMy1ZCuRpDRVEZD2xV7vWRtH7VZB9ufWF96u4/KxNBXCxz0X67tuYF9Ag0zpGYIIxPaiH"
    "6Dba4oUnil6y6oHnjODwi6OHcZolHRFK50ijeldm4gaGsoSq8/UobtkaI0ErzwKEIIu00E"
    "ScpHcqsWA2BGb+E/H5rNs7PL5snZxft355eX796fvCd92f0mL13+dG4mQMsZimHW+dzpje"
    "gNGYRfziyiDT8ZDbShQ8WYEaDPeJXA/3oOTT76Xv8Y/uSHxfH30M5igNcQcCCY4LtgwQL+"
    "UHSEZ/acfGyeZKD7tTW4/tIaHDVPfolC3HOvNNklCnYArvdQKEXneIzw9cl+CGDvbL5TUT"
    "N94k73iJiKsOOTYSJthn9Da8aSDrl3iCeIA78rytvuUK4oPzBu/PSmnNcaSD8TvvhiOj4T"
    "CQzkxyObATFoD0eDzjWBnCL+CCdPL9BUlQj09IrRNGItft/kpUVzEW+BGM4YQvSn0BvncI"
    "Cz1sYYlL7WhifFq2ttOsKcdVGugaLIhKw1kL0WWAO9/rVcA/MtglmrYGIZtDQT2UUA9gmq"
    "QXi/UzyC7+l5DnhPz1PRpZei4Hr6uYJXi0fewpYOM4e0doBXr9QtDaIZ6ApUVRNZVhLvEf"
    "qRIrWTlLWQIBkAj9p/MGm8sKy/9TCwR93WHwzzxdq9ctvvffa6hxhxfdv/GGOAiZYEP4Rt"
    "aGvPSJloz5qu2Wv+zG+TuZ1Q6CJcyRhOZPY0uq2bVrd9BZzXMe72e8NO+35AWtx3cUs/l4"
    "DK87ycpj8vp4nnJYavDi0icAquuFljiMyksqtErlX4NGMVPk2uwjEMp5q5OSOig0hOlOKE"
    "rdn6Jkzw6Uvh7y7Nbwj+uWbZhrlWLER+sbsi5De9eNS788+cbAv2HRpiSU7MoTUv8gDE6X"
    "YneBonG/41dvLcXOQxMy7SzYwLZmYk/Gjpbp6kPcLRjD+6pJ9+GyAdsl+YZB4/UHJgi0ia"
    "dy0y++FkYqzwpkC1nFFqjNMCYpX8pA1x6jqj1BgnVypuBtMXZ5Aaw0TMQHtlKZM5xLNNJ9"
    "WQjXXNhqoxZMbKnhl0lI3A6ruj1BioJTRt8qs2nFV3zij1DDD93GZEaIjMZ22CUgJCoavH"
    "WfEgy+m3v3DQhNxTMUeuWqEBXkPvbXrsh6CA9CJY+wQ19HZsJfojM0y2GIzQ0bMrvXLPX5"
    "+ihgCf5wH4PB3gc160R/NW6yjEqR6iMEmdMneap+eX5+/PLs59n5DfkuUKSrp9yHK4QNyc"
    "qPRpG6aREzdl4mYkPjH8koAXznoa0XHqpZEex1KewlOtcL5TyMuvzeabOncGdIx6ob1V/d"
    "+fnRztPzxz03V//zmRmn9jn5p/VSu51Pz3p/lL3aka3alUHMZ1Ymzq4Iy4TA4M+70sQaF4"
    "DGcRikZr0pchNzaUayFqkJUNPPxbeULrB+A8ShaAJgJTQ1eRSpqWGrKOyUcTGKaKTHB02/"
    "wFQKwCC0FzMiefT39J7guqbliZGS10QD59jdRUhG2NXCmUVxqlqp1q8iHHSvkhdZ38kEjg"
    "3TB/USYsvs6OQgmLpTIUZUpiiUyscjmIMumwDNZoAbVC5o5PUEOEm+/yJEiRXunmzrvETo"
    "wlQanQRPYJ6pe4WX2kQ0U0uL5AuNBOoihV/XDeiqhYmsYUWRa5sZL7XFLod5im2dgS+rve"
    "60Kh1NKyw1/XDUPkIkvxxv2wTdRA+n+MWzfdTq8zHA1aoz5pjHwsoyBuYVv/j6VG5rTC82"
    "zdEDBT1tMIVYwdNDXR1hboV/pGHMZU8VzctEbt+KyGlvVimKoyMRH9jQrkCPUbF5IUGcMf"
    "IgtW+ubw5H2WxOl028NRq3sXETsUb3qlGRE5XuvRRWyi+4OAb53RF0A/gj/7vTZD07Dsmc"
    "m+Meg3+rNB7wmubEPBxgsV8CFMvGavKWlZWdoMKxouwXMOueS30Pw2Jk/k0Vxhm2d6vMLs"
    "GK3ktMicLi/IK5ffB7Q0HhybnVyIMmyOUsqHWWQuPyPTKha2DVHsLmp7uiVWVp3u5ruGaS"
    "itiB2dIBTZhhPWhA7cxUXxT1JKBpRgQOCDK8qAJKVkQAkGOOH4ouBHqSTwJYCX9R9l/UdB"
    "uZE3GXrT+o9yG3fZ7e7KzISY/jSJVyZeMs9elgaQpQH2BZmmkhXCsBGerKmquCFonWC0Gm"
    "Oma/hpQ6BuyRA1Rshy0gc2Tl5no9QYJ1mYo6os/0gog+UvQ07IykO1j9HIIP9y1LHyR8uH"
    "rphubT64BXZFRGHgHYwSxynjaJQIg/JtjzAwAksdTsi7KfByB+gJJ3O6hQFSNxOYmsYCvN"
    "BTUDQLmAiqtK9XpAsc3TVT9khUOPYGGyXcwQq7GqJ01Xga5M6JID+laG3DBGEtPG872G3o"
    "aO2lQtARShmCFi44WWADZHLRT4jI5PTwlvOcnr/NSi7uVTjmdftFV4U8Xr+NNk2GvFQc3S"
    "Dqw0pXDFzPWT6toIUBVBca1mhH2zD/ZQGXHtgGoAee0Y2NEBt0IfYPRTsGj6QBqHBtAQ1P"
    "9BXdCXnU5m2f3MYXvK4ffA/Pct/b/ZfcXymklkAkjWkXTSSOEL3pPGKE1cJZ2AHJm4bORM"
    "/GUyltKUopM7lEU5Y4JaaFMAr3bYHspcK9zADYOwvcMKryuC7MhASpZENViRiptljhPIxa"
    "FsA/LmOP8QRPBQDLRBc+xIF0kLM4H8YJeSrUcbJ+EgjHBRFOEMms2oQsS2EZKfm8EH2sr4"
    "FTkhfAR+MZgR5RBVmZpSe0tMFR65LjWshNxT2qPSR6vUrn8rB2YdbM4wx3AWN5kgEE/de3"
    "gvu0IuswDTqPr8DJGA/arZsrcDrG3wadEWlqxh+CTD6dNS8vfM7QD1m8GHZbt7dJvVHaTn"
    "tW3F3hVLBQdJSqlsGzKuoZSNV8b6p56HiRDfGtZXXOOL7RB1oojTGUEcvRGaP5sulaYyg5"
    "93WF8YFcNUyF1SJ+OAYP3uzzG9zkVfo22MHzwMpyPlhQtx+YmrhEpkXL81wBMmUswiYagL"
    "I1ZAFaADupce7ma8d4jFtkEmizGTKBiaYri1wiiou5Bk6YbLWkjuVjNq7TzmYDASdd3w2b"
    "wv6pnXGNN6YWe72OQZTeWNJHzM34ig4m9WXh9OVyJ7zu52TXmjAjpEYUjizJ/JsDCClFJG"
    "BSKX/dEI0MILJ+3mhdX/fveyPlmhijozYxR2MNY3zTHrU6t0Ol27/pfOrQLvEWYsl2Pn8Z"
    "hbvEGsb4btD/1LltK+S122dfFG8hy6L71YN2r/0tfC9uQ9Djpn3bjtyt2xAeYzjqD6KDOC"
    "1j3Ol97Yxao06/R2Dpja5ArIHcbWs4/NYf3ASwxFtCfcjAbTr87/fkGyJ9Y1eCu7vtX/8W"
    "vjfnc3D9vhfv4bXkdBFs+cQoR1Mq7jUIqEotOoJF0fe05jAUSwddueSSG+W54RgJxevJcC"
    "jrpIlVVlomZJUl0U0v7RAjq0NZ3F2XdogYwMWwjxFK9Iujn7pDNx33EIlE/IBqyLx13KFe"
    "qOC5178OWEc19bNmDk39rJmqqdNLsTLErjdSUTUiGQrBzCEV2ZQtCflFnlMSLtIPSbhInJ"
    "FQdDdcjTfBVQ+ujFjLbN+3yAJZ72ufaZAyXWDLOyt3Fs6OlyzixLQ5VY3SA9uRckq5wtvp"
    "aOfZ+Rh+2Am8LHgbmp20SQZqhQzUPqIpERZlI0oBtcBWT+Ou3bvp9D5fAfcNjWiMOl/bNI"
    "5BX8e4/cddh4Vl3Dc0vuTGctw3ZSIc1R+QCKd22oGgrzPLJxZZpa8Ts2QYvo5heGnrSVvv"
    "LbJA2nrS1jsYgAW29WKVVjmmXrIWa7qlF6sCm8vWo1WXAMTWCzKRCkyadGnZrCwemEBdp6"
    "VwLAPYtGaehbBKk4U1G8AZwRuoBrIArZxDWxdk7vH2yFU8+mt76ejvTmYVh463ksanmMYn"
    "N6aZHpKo04EYOzhMuHhsTYbUCkV9jJU9MRYc50l6WD5EUguId55+Ik87lDa2tLFlzRhpfZ"
    "SzPrzjCzhmR+hkg3R7wy+STI9S2HpkSertQurty5VJJH7pqFGIXGQlqOFsqrkCziutjEF6"
    "XgH2IkaIARvcPZbpGr5PIDLwwqQp2sYTwoXryEepqgF6v0Jny3aUVOpf0zhqodSjH0uNDF"
    "eCzVFKyWah2byySj3KITJZ2Vhk/sr61W+By9IDIz0wAvJiRx6Y/Z7zJ6ZY2/CYv6IZ0cEJ"
    "krxk6Mj5khl50E6/XH6qxsPSNKaajh7oSXG2e7wci1PTD+5Q4BHNIAYvmj0HR3cXnBKx5Y"
    "eR/jCBZfNxhj9M+gl24idwH6zSbseAXGTvV+N+2B5cAfp/jFs33U6vQxas1qhPGiMfy7gg"
    "qylhGju52yznvIlSSqteaHtAh5atWIgIrOKMjtNKVgvNakQgLPM8h+mkcS8yh6VxL417AX"
    "lRg/SKsKHPsVtjfoB0wzXsdshhuU7JZYsZnC+eoWmjH+zI8wVU6fHoxwBaNM/6BdI+CLM+"
    "C2KMkt/BGlU00Yj85tizFQ+eZz8x3b/MZjkmX0SWFJsWq2aZ3HJnsUgy7TjDKKabzzGvQl"
    "s+ay1ELrS11u62OrdXgL2M8W17NKLWm/NaxkKrPknkifzislzwaIVmQVAoN1w0d4wZTxQC"
    "S+8z2y4c/jjGLKuHFtf1eBZrYNWBu/1Il3hLGQaf5WHwWTqDzxIMNol0XWqIp0CkZ6JHiE"
    "Rmr7C56GxdLAK5TyDhLgG3q08UPJQoSlU7J+v7PMLkfbowec/z59mlXaw+8e5meOP3+/a9"
    "W/KhwJrhUF0B53WMnZLrTp31T2SdoNecV5r3+bXPyp67b8RY1mXWXCnRdGi+Goss0WWc6w"
    "GZ9MWJzF/XuOUoEuluuBDJ7pxwJ9ta0CquzB53GRR8cDjkUkIK/QSx8BIyTYNTfyRdGY9S"
    "CVy+TFiFXEYRZCGkt84CuguyMPwhInnETUUhNFmCSpagEgvgwqcTezuqNwQ3tI37sORIXm"
    "BD4lOo2O8dNG2Cd1h8cELAnF7H2RvuWX8lLOCq3XP/3fsOOrT/NfGCWjLKKmSUVeqAe9cB"
    "vSe0KAeidJIBVamCIWm24VLqyup66ynRaZhDT5Gq9lZU7b0qLYRl2fqK2yGXqpK3DmkhLU"
    "WqI6KI3ix1hLC+8D6oME3tAvSyWoogHvBDi2oIVC1FTD9BLbgsi2m8BS6zWGPJujhxWslp"
    "kTktfQHSFyAgLyr1BezVUM22UvOaqNI8fZvmKXtN4J9RLhVWWatfILN0KwdOSMv0Teg40m"
    "apK5cTilT6Uh9KUJ8Y9IcmV7UC9dH4QfHDfMaTddIimzHRuhqsAod8XWDapvbYQqY2mfM0"
    "R/dKptYIgz7CKI1vRWPccF9Aui74jEyvNmBedTBEUostnLHaYO/e5dAJSa/06mD0WixJnD"
    "xUBRB2u9cQ3e1o3Aa2ufu+/zvs91JU7YAkroBpExv8D+iadYjupgxwKRgRtSux+yG+0SGm"
    "T9EBPvIcTbt0hfz8P875GcA="
)
