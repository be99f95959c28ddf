"""Mandates go to a centre, which names holders (E1); the history holds what was done to an employer itself."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# SQLite cannot take a column's NOT NULL back: the table is written anew.
HISTORY = """
ALTER TABLE "history" RENAME TO "history_before";
DROP TRIGGER "history_is_kept";
DROP TRIGGER "history_is_not_edited";
CREATE TABLE "history" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "operation" VARCHAR(40) NOT NULL,
    "actor_id" BIGINT,
    "actor_employer_id" BIGINT,
    "actor_name" VARCHAR(110),
    "account_version" INT NOT NULL,
    "changes" TEXT,
    "salt" VARCHAR(32),
    "changes_digest" VARCHAR(64) NOT NULL,
    "hash" VARCHAR(64) NOT NULL,
    "account_id" BIGINT REFERENCES "account" ("id") ON DELETE RESTRICT,
    "employer_id" BIGINT NOT NULL REFERENCES "employer" ("id") ON DELETE RESTRICT,
    "group_start" BIGINT,
    CONSTRAINT "uid_history_employe_ebb287" UNIQUE ("employer_id", "sequence"),
    CONSTRAINT "history_chain" CHECK (sequence >= 1 AND length(hash) = 64 AND length(changes_digest) = 64)
);
INSERT INTO "history" (id, sequence, at, operation, actor_id, actor_employer_id, actor_name, account_version,
    changes, salt, changes_digest, hash, account_id, employer_id, group_start)
SELECT id, sequence, at, operation, actor_id, actor_employer_id, actor_name, account_version,
    changes, salt, changes_digest, hash, account_id, employer_id, group_start FROM "history_before" ORDER BY id;
DROP TABLE "history_before";
CREATE INDEX "idx_history_account_298e5a" ON "history" ("account_id", "sequence");
CREATE INDEX "idx_history_employe_b80896" ON "history" ("employer_id", "operation", "sequence");
CREATE INDEX "history_by_actor" ON "history" (employer_id, actor_id);
CREATE INDEX "history_group" ON "history" (employer_id, sequence) WHERE group_start IS NULL;
CREATE INDEX "history_group_by_operation" ON "history" (employer_id, operation, sequence)
    WHERE group_start IS NULL;
CREATE TRIGGER "history_is_kept" BEFORE DELETE ON "history"
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER "history_is_not_edited" BEFORE UPDATE ON "history"
WHEN NOT (
    OLD.id IS NEW.id AND OLD.employer_id IS NEW.employer_id AND OLD.sequence IS NEW.sequence
    AND OLD.at IS NEW.at AND OLD.operation IS NEW.operation AND OLD.actor_id IS NEW.actor_id
    AND OLD.actor_employer_id IS NEW.actor_employer_id AND OLD.account_id IS NEW.account_id
    AND OLD.actor_name IS NEW.actor_name AND OLD.account_version IS NEW.account_version
    AND OLD.changes_digest IS NEW.changes_digest AND OLD.hash IS NEW.hash
    AND OLD.group_start IS NEW.group_start
    AND NEW.changes IS NULL AND NEW.salt IS NULL
)
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
"""

# A mandate of before, from an employer to a person, becomes one to that person's employer, accepted, of which
# that person is the holder.
MANDATES = """
ALTER TABLE "mandate" RENAME TO "mandate_before";
CREATE TABLE "mandate" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "scope" VARCHAR(10) NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "proposed_at" TIMESTAMP NOT NULL,
    "accepted_at" TIMESTAMP,
    "declined_at" TIMESTAMP,
    "ended_at" TIMESTAMP,
    "centre_id" BIGINT NOT NULL REFERENCES "employer" ("id") ON DELETE RESTRICT,
    "giver_id" BIGINT NOT NULL REFERENCES "employer" ("id") ON DELETE RESTRICT,
    CONSTRAINT "mandate_days" CHECK (starts_on <= ends_on),
    CONSTRAINT "mandate_scope" CHECK (scope IN ('READ', 'RENEW', 'MANAGE')),
    CONSTRAINT "mandate_sides" CHECK (giver_id <> centre_id),
    CONSTRAINT "mandate_answer" CHECK (accepted_at IS NULL OR declined_at IS NULL)
);
INSERT INTO "mandate" (id, scope, starts_on, ends_on, proposed_at, accepted_at, ended_at, centre_id, giver_id)
SELECT m.id, 'MANAGE', m.starts_on, m.ends_on, m.starts_on || ' 00:00:00+00:00', m.starts_on || ' 00:00:00+00:00',
    m.revoked_at, a.employer_id, m.employer_id
    FROM "mandate_before" m JOIN "account" a ON a.id = m.account_id WHERE a.employer_id <> m.employer_id;
CREATE TABLE "mandate_holder" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "named_at" TIMESTAMP NOT NULL,
    "removed_at" TIMESTAMP,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE RESTRICT,
    "mandate_id" BIGINT NOT NULL REFERENCES "mandate" ("id") ON DELETE RESTRICT
);
INSERT INTO "mandate_holder" (named_at, account_id, mandate_id)
SELECT m.proposed_at, b.account_id, m.id FROM "mandate" m JOIN "mandate_before" b ON b.id = m.id;
DROP TABLE "mandate_before";
CREATE INDEX "idx_mandate_giver" ON "mandate" ("giver_id", "ends_on");
CREATE INDEX "idx_mandate_centre" ON "mandate" ("centre_id", "ends_on");
CREATE INDEX "idx_mandate_holder_account" ON "mandate_holder" ("account_id", "removed_at");
CREATE UNIQUE INDEX "mandate_holder_once" ON "mandate_holder" (mandate_id, account_id) WHERE removed_at IS NULL;
"""


async def upgrade(db: BaseDBAsyncClient | None) -> str:
    """Return one transaction of its own: a kill in the middle leaves nothing done, and after it all is done."""
    tables = "SELECT name FROM sqlite_master WHERE name = 'mandate_holder'"
    is_done = bool(await db.execute_query_dict(tables)) if db else False
    return "SELECT 1" if is_done else f"BEGIN IMMEDIATE;{HISTORY}{MANDATES}COMMIT;"


async def downgrade(db: BaseDBAsyncClient) -> str:
    raise NotImplementedError("an installed database is not taken back: restore a backup")


MODELS_STATE = (
    "eJztXe1z4jjS/1dUfJp9ituakJnMbPYTG5gZahPIAbOzd8uW42ABfmJkzjZhUlfzv59afrdlxzYGFE"
    "f5EEBWC/NrWepu9ct/W2tTw4b985VJHEudO2Nz17pE/20RdY3pG97lNmqpm014ERoc9d5g/edeR9br"
    "3nbfX6KFatiYNmnYnlv6xtFNAr27aLElGnJWqoNUgvB6Y5hP2EIr1UYq8sdCO91Z/QwjauacDqmTZR"
    "XiLdH/s8WKYy6xs8IWHeKvv1o+FXSA4Vp//03f6UTD37ENXeDj5kFZ6NjQYsjoGqOBdsV52rC23/Tl"
    "gDifWF+43XtlbhrbNQn7b56clUkCAp0wpJaYYEt1MHyDY20BKbI1DA9UHzz3B4Rd3LuM0Gh4oW4NwB"
    "uo3RsI21qKMhxNlUl/qiitFC98igjCXhNFEvhIb9VmACzhFv7xS6dzfv6h8/b84uP7dx8+vP/49iPt"
    "y+43fenDD/dmQrTcoRhmg8+D4RRuyKT8cmcRNPxgNKqjulSMGSH6jFcp/K9WqsVH3++fwJ/+sCT+Pt"
    "p5DPAbQg6EE/wYLFir3xUDk6Wzoh87b3PQ/aM7vvrSHb/pvP0pDvHQu9JhlwDsEFz/oVDKzvEE4fOT"
    "/SWAfbT5DkvN4oE73WPLVIwdn0wL60vyO35iLBnQe1fJHHPg95byvjeUt5S/MG788Kec3xqufpa6C5"
    "bp5EykMNAfjx0GxLg/mY4HVxRyQPxenT/sVEtTYtDDFbNjJlqCvulL68462aISdckQgp8CN87hAGev"
    "TTAoe6+NTopn99pshDn7otwDRVkT8vZA9lpiD/T7N3IPLLYJ5u2CqW3Q1i3slAE4IKgH4dNO8Ri+Z+"
    "8KwHv2LhNduBQH15fPFbJd3/M2tmyYOaSNA7x+oW5jUsnAUFRNs7Btp/Ge4u8Zq3aashErSA7A0/6f"
    "bDVe2/Z/jCiwb266fzLM10/elevR8LPfPcKIq+vRbwkGWHhD8cPEUR39EStz/VE3dOeJP/P7dG6nBL"
    "oYV3KGE5k9rZtur3vTv0Tu64zcjIaTQf/rmLZ475KafqEFqsjzcpb9vJylnpcEvoZq0wWn5I6bN4bI"
    "TKq6SxTahc9yduGz9C6cwHChW/szIj6I5EQlTji6Y+zDhIC+Ev7e1vyK4F/ptmNaT4qN6S/2doTiqh"
    "eP+nj2mbeHgv2IiliaEyvVXpV5AJJ0x1t4Wm/3/Gsd5bm5KKJmXGSrGRcpNQN/3+iWjm3FMemA9N5S"
    "7OpRqDOsmRzaBMuobo4dfY1/hjcvcNfIgbvXnfZ5Rslsm1laueOoGb95pJ9+H2NDZfebhpV/6vQysU"
    "2ZKmPzU53PzS3ZF6iuO0qDcVqrBB4xW1l5T2p1sG7coV4DWEsqZ3GWPIkWZzffD6Yv7iANhsmmYvvW"
    "VuYrlSzxnuvVhI11xYZqMGTm1lmaMMpeYI28URoM1Ea1HPqr9pxVt+4ozTzg/HHIE8kJth71Oc44kI"
    "xcbeedR9puv9MdR87pPZU7SNBqNAA18PQg++yRooCNMlgHBA20th3k9FF6OB3wMMzAj97qVXj+BhQN"
    "BPhdEYDfZQP8jnfaqPu7dRziTAtllKRJnmOds3cf3n08v3gX2CSDljxTZNrsSLfDNeb65GVP2yiNnL"
    "gZEzfH8Y7hlwa8tNfdFMZplkTaTrjcRadaaX+7yCmTvlztaw8bwxjNQvug8n8wOznSf3TmZsv+wXMi"
    "Jf/WKSX/unZyKfmfTvKXslM9slOloyvPiLGvgTNmMnlh2J9kC4ocYXE2ofgBV/Y25B2nFdqIWnRnQ3"
    "f/pzzgpzvkPko2Ui2MFqahYY02bXRst+lHC5mWhi305rrzE1KJhmysWvMV/Xz2UzourZ5hZ2RGYCRY"
    "h+9VGyPdsbGxQA8Yb2xkEozWVAZtozvmVGZTYVTRCfvSS6Qi+PwPnbjBcYSqrhbaqTb97jW20T2m34"
    "2RahjIhI3WzgqPk2EA4nifZG/IuoaJo9MrpZyo41SNk4N+KbAt/5K5Kf+S8lbf01lXeuc+z45S3rmV"
    "3HGl/20Ft8NqDrfSw7YK1nit6qV0q4CggQh33hfxBqS9snWr9yl/wA1FqdREDgia56Vc/7GKhuEkf4"
    "1JqbC5OFXzcD7IUrGxzAW2bXpjFYO6MuiP6JPcOhD6xw7sAij1rFCI52XDCLnIq3jr66RPxUD4PyPd"
    "3s1gOJhMx93piDbGPlYREA+QwwKct7FdxeU7oHp1zt5xnyzb3pmWpswtDL9RUTmLes+DJGON4Q+RBy"
    "u8eXnrfd6KM7jpT6bdm9vYsgN4w5VObMnxW99cJCZ6MAj6Nph+QfAR/Xs07DM0TdtZWuwbw37Tf7fg"
    "ntStYyrE3MECH8HEb/ab0pqVb08qz3MOueS30Pw25w/00dwSh6d6PMPsBK3ktMicrr6Q175+v6Ct8c"
    "Wx2XW8qMLmOKV8mEXm8iO27HJnxBGK4x0Rnx2IlXX71gWmYThCK6NHpwhF1uGEVaFDc3FZ/NOUkgEV"
    "GBDa4MoyIE0pGVCBAe7Zf1nw41QS+ArAy2SnMtmpoNwo6nm9b7JT6XxdJbp+P5S8uPov4BTWsOl54u"
    "h6MZVOGVxfM2S6Rpc908Fk/gTyz56gDcLRGoyZoZOHPYG6pkM0GCHbPRPf2/2bjdJgnGRqi4JA0d+p"
    "P2JII7YfVD13nKatTqVCCmJHGcx/WeUcWfmojgiemvRfgTxjwWjNkjBKhmDEYeBVAUrilFMHKMagYr"
    "EYENSwMdQ5fbdAvu8AlPNZQbyECmYmtLDMNdpBVINuIwurGvT1k6ihN7edjICMGsfeI1DCG6y0qSFO"
    "V4+lQUZOhP4pZRN5pggbYXk7Qmijq+BUOoKOUcojaOEOJ0tEW6Y3/dQSmZ4e/nZe0PK3X0rMky6ORc"
    "1+8V2hiNVvrwjNwK7HkQyiNr/c6EyqGCnMyFhMLBgR4wm5qXeQem8+YjSkU5aFUz7gjYPedD9wNvzC"
    "VNySgJEZ6Gc0k0UBX8R+zlieZgBF/3kv7IBW5HOcFszjS/R2Rsb9bu8Snc3It/FgSps6yYcgl0/nnQ"
    "8XAWfgQx4vJjfd6+u0x4RIsuypBaeTZKH3FqeSCaHiVI2UW+sIJcg5nsyUUEqfTjYybXclKYUzr2vA"
    "t5FZOJL4xh9ooQpdps44OZIj7xw0W4L0zl6VFeteTIbsEqRqa53o0NGBrBsLRKU9NMfEoRLhbmWitf"
    "qEoFb0lkA+DrjofVEbMd92ZOE1FSM1ThHqmgd/3rgUE1A9UtCK/5ZCqZBCKbxWMXhE6aS5QzhzR7ww"
    "VvAUlmRynFJ63IvMZanwnFjh8Tf/sgyI00kG1OWn6eFag6DeyCIzSUE9Pg0LKEJS0TywOfzYilC+Cl"
    "RU+Smm9fxmOiukqU9u7kGdzI2tRnUMBIfh4G2I4ZB7bq43WzoR3KNvh6UbBAqiobUJIR12WuOpc+Ai"
    "2g7UsGKaHiYaS8xAe/zVcvWrWLPUf4TUf+y5uamcGyUgFtlQ2XKN8fAfDPPD/jf4QF9m5KY77H5m6f"
    "TgtaCN/sCp8yjUllM2MUqM6FXnRfHXmxLgRUheNXQby6RKWbVUMnFSaRARXVXGm2o5CBKk0iQiMp81"
    "PDd0UjHXRIxU8llkPtMNrBKTo3SSwyJz2NWnSpvWYmTSslbZtMmU3NLoR6kk+HWZNQODg4w9L2B1i8"
    "7BAjbN0G4j0S2Abmx93SOu3/WXkCHr9cShlbT+RqLXOdbfeGx7tvU3Ekj/vPX3zoskv2Mm1ztbNZw7"
    "Zq/d0FkAKZ8vEWWbTaFCeE2psA1G2nXa2lt1IChf06XQ6ssltpCFF1ubXoJCNE9u0Rm03bg+MDCu28"
    "4mN/0B2a7Z0cwgNqbXCcc5O+HB7fcCq3GU3tzAxPUmfHwwaUUWz4rsM6gUD6JUUkCqLJ1WsOJIK534"
    "Ol9sBaxyOhMbQOgTmu7V1ejrcKpcjfsU+d4lSjTMSK8/7Q6uJ8rNqDf4NIAuyZYZGQ8+f5lGuyQaZu"
    "R2PPo0uO4r9PVmxL4o2UK3Re+r2RFR9F68hrBHr3/dj92t1xAdYzIdjeODuC0zMhj+MZh2p4PRkMIy"
    "nF6iRAO92+5k8m007oWwJFsifejAfRj+n1/pN8T6Jq6Ed3c9uvo9em/u5/D612Gyh98yI5P+ZELvdK"
    "L0hz3oEf88I/2b2+vRv/rjCDdSTez8DR41QP92NIFOyZawD72H/u002sdvCfv0+lfXg2G0j98S9vFu"
    "OPYxvPpldN2jtzjs3kQ7RVtTfcf9m9EfnN5ee5VTxfoLvlNx1CxvwYhSVdqgBTMJnmh/ZihWTmTIJZ"
    "fc2I8bZQumxakaWASpmCNDnidD2pXBd/kqnwybQ9kkBaG2vNiZGemyc9JGSJowjfMk/oMkAlaNUtXT"
    "/P5NwDq+ZJx3CqwY553MBQMucWezoun0fymU05Qi6zsVAb8oUnDxIrve4kWq3GLZxDoNzqdTP7hLy9"
    "xuFOaZV/LcME4oRb3qot7JQoIk/pcyd7t4h+cyd/tBcrcLEBYk2ILTgKigZKJuzuEwJ5d39glxLIl4"
    "oXPibLSLROZEn3UKLzthjUxOaJKnqUKept7jhcnzwil27BNSC6xztm77w95g+PkSeW/g2GE6+KMPhw"
    "3wOiP9P28H7OzEewOHQN6Bi/emimm9/oAddeHwNtRizAqIRVapmsQseVbexLNymfxBqnqvkQVS1XuF"
    "qt5LBXhPXU8W7RDAWfrzlg6RoQ0H19q5ajB9MBSdKEvoXUgNbn2zTLIMykLY6P4J6ax8Bb1pq412K6"
    "YEI9NCxHSQSvyqEFBAAulOG9kmcqBwxD0kxzBM8wGphv6A0Zvbc05+6sN+Hbhe3z3gpztIxKEi+g67"
    "lS4uWSIOhhPSTGyz0R1sGPQb9fkqcg822mELg/t2ibSEkQz92Xo/t75p9nlQrYVNT6v4H+QwKFvFX6"
    "i6sbV4C1impBQlOZ6Y9PawMlJ9FcLNOa92WiaaQX8JJQ9KulCw7KdlteUkrQwrFlltlvVeGsvmlGZ4"
    "mkOUROFOjtSYLu2ZLTsmiooWkx5HBFMhzQaRSUMWhBzZDisdhuaqYYBE58trNiYahMrpVKpb0pkQiG"
    "EraF1TpY5XzKTm0Z8regK/Ox1TN7ew6shM06e2x+SJfKeUrU9tEEtY9YuZ9fPs+inDfnmfQekrWMqd"
    "zdw6c5PnNJ/tahwhaQTEx/Y1jizqZcWzGKUUz4QTz+ThlbgnJ9Ks3xQXrmudPGSoHf6lXH0jKCRr0N"
    "6FtI19XLak3C6k3L7ZWpDblC9aPu/hEyEXWQhquSHll8h9hUzJtCdkSqYvSa33NL47xORmGMmW8AMC"
    "kYEXJvrKMR8wKV1rO04lT4Ke1aOkUP+cxNEIoR5/3+h0uCpZWWOUks1Cs3lbLV/6ttZc6fKE7IC14x"
    "7Nh4q146KUkssic1laYKQFRkBeHN2x0tw6SxPuKP0UlHCrHHmjNCpw8aBelRNsQ5qbrCjD8Go717PS"
    "7VfITtW621jmQjcwc0MEx0OTYPecGj54Q6F7vFQJ2unOCr25veD4SlYfRtrDBF6b2zn2MGknOIqdwH"
    "uwKpsdQ3KRrV+tr5P++BLB/xnp9m4GwwHdsLrTEW2MfaxiguwUMUF2sk2QHX5xtkrqQJxSavVC6wOG"
    "ajuKjemCVZ7RSVrJaqFZLWsnNZ3DUrmXyr2AvGiAe0VU0eforQk7QLbiGjU7FNBcF/SyzRTOna9oOv"
    "i7Aw1rVaMq6KKNWCQe2qnQBxPWZ02VUfo7WKOG57rmBc/F9dmaBy8SmcfKckNnQr+IbikOlGphntwy"
    "ZY9Ia1o7RymGeBiCOeFSxbS1CLnQ2lr/pju4hlT+9GVGrvvTKWhv7msVDa1+J5EH+ourcsGnFZoFYZ"
    "mIaMkIqLhAeaJQWIaf3WoLkY/JOhHJ6hDRWhP+AMmW5+tGsNQ//4K6B4NhD+ZFoiFW8yLsxWlMmAKU"
    "3uAz3eoSFgGvdUaYxxKQ+/Mx0cDqftyMYl2SLWFVh2H/2ySs5QCfwms+dfxzlYl/XmTin2dP/PPUxL"
    "forrPRMU+wyvbQjxGJPO2F9dFn8kIZyAMCCXcFuD05i6vMZRuf41SNMz5/LLKYfMxeTD7y7JxOZdNz"
    "QHy8Gd7659f+Vy/HXIm91KW6RO4rVDWCQkxu9aVPdP+Ea+4r+MP+MWLbnvdGDHFHehNWWppemg3Lpl"
    "t0lUOHkEzaKEXmr6f0l0lgEiWROUySOUySppSSDw6HXK6QQj9B7NgNW5bJSXiYLYzHqQTOlyysQC5P"
    "V2Tm1dfOAogOLQ1/hEhWmKnpaFHmvJU5b8UCuNDpbXItqQHcSHj7y1pHigIbWT6FOhPv2ja2nGxn7t"
    "j1dt6puBsj5ndnfZ89G+8iSK+LNRTQuc7YKmL+t+x4eqk/0ncL07qEU2ydNpimBp+Z7/ab8acr9OF9"
    "h5cYt/bRC5WxCcMhZd7ak+etlWGtz61cL1abTslVp1lAb1XLoXyPyl+cZZTTK3cx3bj9laiEWG8yl7"
    "/874Chg69JZmqU7jtCuu9IJfrkSrT/hJblQJxOMqAuXTqymu2pi3hrdbMVvfg0LKDoSVvFQWwVJxVa"
    "KMvy5RWvQyFRpXCC62+uDubRoY1lPmLwULaxsWBBt5f0qo3nFnbakJraLScCXssQjgk62gPewCULRt"
    "neG/ocypJwCqMc6Iv8kigsPDSIJGY0dBQ3kNgb1HI9slfb9f2G3pbjdwhH+xXdregFNszK3AV3BEHI"
    "OrHbM+In5N5gc2NgNFdJrMwKaK0yQln0nStPmvOnUkmTgIxOfs4uEEK80nk24Gx4/f6NcHo8dJSxu5"
    "gp/7/jWIKzz7LjVPIsW+bblsYtv+mHoKn5XtAD99K4LDO3vQYuMweuikkYk7SS0yJzmjKKV+41R6ny"
    "KRrjHSststIiKy2ytVpks82FIe47fL8yTV510TJZEb+5ozQL84NmRYzM0myLalFzajFT6p09N+lzeo"
    "dUCyO3+jPLWmhv1Dm20T12dhgTlgFi1N3SCztLdzCzV645yST2HU1aIAVeqds5Fkj2msI/p1KFWmeZ"
    "NIEsjwep9ec+VmXwDSkaaYAsZoHMM0HKwNLXqVVJK0lTuVzCnS/i3W8Y5g7zRIcSki7fN+9lPuRpiT"
    "eWbAg/7akVpPwCmgiTVKBOo0D1sKE/YivLJyV6uZ2nQnn8AwWaERTTpboIspotsR8j4I3C3DtMqvzQ"
    "/4b2K/hbLKEQOtRq89Lq8SIP9hqL667rjQHX3cE5ZdUjffKz9EU6yoR9L0FDe6UZbnr9Lv0E/5PPWD"
    "Ftru78NTLxhUx8IWX7vU9AqzOcQy51OZH5nZHjJNv21aj0JkewLsqMJic+d3al8dL4x8gk/JXh97W9"
    "svjH6SQD6jr2j6iWex77N9KC0k4c+8enYYFALE/53x/eCdUKt/YVG67ZGMeWWpk0pm54BS75EVlCOB"
    "bF+ALzrEGxmB3xbmOocxzEcy1UC+lu0Y0FxppnGLTRDlsYOSrkIdlufvWCvmzmeqFhS3+kXReWuWaE"
    "BAyEdhijlrI3HuE7Z4QNZ1przHKj2AjmvuZ6iLCSIuYaE8e1eGJ1vgqSqdCpoRtB0FxYq8SrSWLhpW"
    "479M7csVjQHGh5XmqWIB4OLv6M7nb09qni5w1DO9BhICQOLAG+ZRVi5tbYWVF02mgIiVz0Bf1BrIF+"
    "p+7Yv6I7Z2sRhd3bHbLVJxc5w6Q96L2tqRbkJYS5x0AFw9JvX6i6sbXAR4ZNedtFBYayAXEVWXQQ+i"
    "aIzYNfSL8ZEALsTQY/UsmTd3cA4d1GZW693Jtxb8LAC2dGVAN+CySn0Z3CCWl8hyLX7uuiJ828gpp5"
    "t1ZGTZYMl2FL+BosFVXl94VU5fc5qvL7tKrM1rQy+AYEDUT4vFMA4PNOdkmPThJed3NQ3J0jDXNOjY"
    "kk4RHPKUqeUAgbDMgkgHJLd0Aild/q1gdvQ00Bn2/GjpBJ87XI5utQSizL4jil5LLIXPbF+hLHulES"
    "eaybjsUKNZqyD06SVj46Ij860vH6VbDZwmvzsaLjdZRSPswicxmyCpU1AIU0Uo2QscsviQEydvlk2S"
    "S5CdCrYtu4aIQkvOESu0dYuOcNr3PTUpSIa0i44TcE8gMENvz4HyHiDeE="
)
