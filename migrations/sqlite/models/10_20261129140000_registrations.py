"""Registrations and successions come before an account (N1, N2): the outbox holds messages without one."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

REGISTRATION = """
CREATE TABLE "registration" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(12) NOT NULL,
    "token_nonce" VARCHAR(32) NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "email" VARCHAR(254) NOT NULL,
    "siret" VARCHAR(14),
    "contract_number" VARCHAR(20),
    "details" TEXT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "lapses_at" TIMESTAMP NOT NULL,
    "submitted_at" TIMESTAMP,
    "approved_at" TIMESTAMP,
    "refused_at" TIMESTAMP,
    "refused_for" VARCHAR(20),
    "decided_by" VARCHAR(110),
    "reason" TEXT,
    "code_nonce" VARCHAR(32),
    "code_tries" INT NOT NULL,
    "letters" INT NOT NULL,
    "letter_at" TIMESTAMP,
    "opened_at" TIMESTAMP,
    "account_id" BIGINT REFERENCES "account" ("id") ON DELETE RESTRICT,
    "employer_id" BIGINT REFERENCES "employer" ("id") ON DELETE RESTRICT,
    CONSTRAINT "registration_kind" CHECK (kind IN ('REGISTRATION', 'SUCCESSION')),
    CONSTRAINT "registration_decision" CHECK (approved_at IS NULL OR (
        submitted_at IS NOT NULL AND refused_at IS NULL AND code_nonce IS NOT NULL AND letters > 0
    )),
    CONSTRAINT "registration_refusal" CHECK ((refused_at IS NULL) = (refused_for IS NULL)),
    CONSTRAINT "registration_opening" CHECK (opened_at IS NULL OR (
        approved_at IS NOT NULL AND account_id IS NOT NULL AND employer_id IS NOT NULL
    )),
    CONSTRAINT "registration_tries" CHECK (code_tries >= 0 AND code_tries <= 5 AND letters >= 0 AND letters <= 3)
);
CREATE INDEX "idx_registration_siret" ON "registration" ("siret");
CREATE INDEX "idx_registration_employer" ON "registration" ("employer_id");
CREATE INDEX "idx_registration_submitted" ON "registration" ("submitted_at");
"""

# SQLite cannot take a column's NOT NULL back: the table is written anew.
OUTGOING = """
ALTER TABLE "outgoing" RENAME TO "outgoing_before";
CREATE TABLE "outgoing" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "channel" VARCHAR(10) NOT NULL,
    "kind" VARCHAR(30) NOT NULL,
    "recipient" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "message_id" VARCHAR(80) NOT NULL UNIQUE,
    "state" VARCHAR(10) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "sent_at" TIMESTAMP,
    "attempts" INT NOT NULL,
    "next_attempt_at" TIMESTAMP NOT NULL,
    "last_error" TEXT,
    "account_id" BIGINT REFERENCES "account" ("id") ON DELETE RESTRICT,
    "employer_id" BIGINT REFERENCES "employer" ("id") ON DELETE RESTRICT,
    "link_id" BIGINT REFERENCES "password_link" ("id") ON DELETE RESTRICT,
    "registration_id" BIGINT REFERENCES "registration" ("id") ON DELETE RESTRICT,
    CONSTRAINT "outgoing_channel" CHECK (channel IN ('EMAIL', 'LETTER')),
    CONSTRAINT "outgoing_state" CHECK (state IN ('QUEUED', 'SENT', 'FAILED', 'REVOKED')),
    CONSTRAINT "outgoing_about" CHECK (
        registration_id IS NOT NULL OR (account_id IS NOT NULL AND employer_id IS NOT NULL)
    )
);
INSERT INTO "outgoing" (id, channel, kind, recipient, facts, message_id, state, created_at, sent_at, attempts,
    next_attempt_at, last_error, account_id, employer_id, link_id)
SELECT id, channel, kind, recipient, facts, message_id, state, created_at, sent_at, attempts,
    next_attempt_at, last_error, account_id, employer_id, link_id FROM "outgoing_before" ORDER BY id;
DROP TABLE "outgoing_before";
CREATE INDEX "idx_outgoing_state_d5359d" ON "outgoing" ("state", "next_attempt_at");
CREATE INDEX "idx_outgoing_account_3d9df8" ON "outgoing" ("account_id", "id");
CREATE INDEX "outgoing_of_link" ON "outgoing" (link_id);
CREATE INDEX "idx_outgoing_registration" ON "outgoing" ("registration_id");
"""


async def upgrade(db: BaseDBAsyncClient | None) -> str:
    """Return one transaction of its own: a kill in the middle leaves nothing done, and after it all is done."""
    tables = "SELECT name FROM sqlite_master WHERE name = 'registration'"
    is_done = bool(await db.execute_query_dict(tables)) if db else False
    return "SELECT 1" if is_done else f"BEGIN IMMEDIATE;{REGISTRATION}{OUTGOING}COMMIT;"


async def downgrade(db: BaseDBAsyncClient) -> str:
    raise NotImplementedError("an installed database is not taken back: restore a backup")


MODELS_STATE = (
    "eJztXW132ri2/itafOrcxZnVkKTtZD4xgbbcSSAHaDtzhlmOAwJ8Y2Qf24RmndP/frXld1t2bPMmHPVDA7K2bJ4tS3tv7Zf/NFbGDOv2z9"
    "cGcSx16gyNTeMK/adB1BWmH3iXm6ihmmZ4ERoc9UFn/adeR9brwXY/X6G5qtuYNs2wPbU009EMAr3baL4mM+QsVQepBOGVqRvP2EJL1UYq"
    "8sdCG81Z/gwjzowpHVIjiyrEa6L9e40Vx1hgZ4ktOsRffzV8KugAwzX+/pt+0sgMf8c2dIGv5qMy17A+iyGjzRgNtCvOs8naftMWPeJ8ZH"
    "3hcR+UqaGvVyTsbz47S4MEBBphSC0wwZbqYLiDY60BKbLWdQ9UHzz3B4Rd3KeM0MzwXF3rgDdQuw8QtjUUpT8YK6PuWFEaKV74FBGEvSaK"
    "JPCRPqrNAFjAI/zjl1br/Px96+35uw+XF+/fX354+4H2Zc+bvvT+h/swIVruUAyz3qdefwwPZFB+ubMIGn4wGtVRXSrGjBB9xqsU/tdL1e"
    "Kj7/dP4E9/WBJ/H+08BvgNIQfCCX4IFqzU74qOycJZ0q+ttznofm0Prz+3h29ab3+KQ9z3rrTYJQA7BNd/KZSyczxB+PJkPwWwDzbfYamZ"
    "P3Kne2yZirHjo2FhbUF+x8+MJT367CqZYg783lLe9YbylvIT48YPf8r5reHqZ6mbYJlOzkQKA/3x2GFADLuj8bB3TSEHxB/U6eNGtWZKDH"
    "q4YrSMREvQN31p1VolW1SiLhhC8FPgwTkc4Oy1CQZl77XRSfHiXpuNMGdflHugKGtC3h7I/pbYA/3+tdwDi22Cebtgahu0NQs7ZQAOCHaD"
    "8HGneAzfs4sC8J5dZKILl+Lg+vK5QtarB97Glg0zh7R2gO9eqDMNKhnoijqbWdi203iP8feMVTtNWYsVJAfgcfcPthqvbPvfehTYN7ftPx"
    "jmq2fvys2g/8nvHmHE9c3gtwQDLGxS/DBxVEd7wspUe9J0zXnmz/wundspgS7GlZzhRGZP47bdad92r5D7d0JuB/1Rr/tlSFu8T0lNv9AC"
    "VeR9Oct+X85S70sCX1216YJTcsfNG0NkJlXdJQrtwmc5u/BZehdOYDjXrO0ZER9EcqISJxzN0bdhQkBfCX9va35F8C812zGsZ8XG9Bd7O0"
    "Jx1YtHfTj7zNt9wX5ARSzNiaVqL8u8AEm6wy08jbdb/msc5L15V0TNeJetZrxLqRn4u6lZGrYVx6AD0mdLsatDoc6wZnJoEyyjujl2tBX+"
    "GT6c4K6RA3enPe4mwIS/yiPmiKzZykOU5oDzfV/z9dBKg41Va7osC3qcSsJeGvYnbNkab7XI3F8jFIfbVs/2u622zi7eX3w4f3cR7KZBS9"
    "4mmt4wp7ph47LLb4xoy3VXMGnx5WU3dRaUfVSRtqlxrDu/eaQffx9iXXX4M5V/2H+aW1rqhCg2IdXp1FiTbYFqu6PUGKeVSuANs5Wl94ZW"
    "B+vWHeo1gLWg6i1nqZNoxa0JCw0uw+BbvofDyFDFEBNzP8gHzNMet4PqsztIjeeV7ajO2lamS5Us8JYTa8TGumZD1RgyY+0sDBhlK7AG3i"
    "j1fQNN1XLoj9pyUt25o9TTD+fHPh1nRth60qY4w28mcrWZ5zZju/1Yp6N4zUzpM5U7757t8Jyihofc2S4yFAWsl8E6IKjhodBenGSkI+4e"
    "fTZ0/OStXoXnb0BRQ4AvigB8kQ3wBc8pRnPKGfqiJHVycN6ZsY9uhyvMdR3PnrZRGjlxMyZujn84wy8NeGnn8DGMUy+JtJnwDI9OtdJu4R"
    "HzhbZYbms/HMIY9UJ7r/J/MDs50n905mbL/sF7IiX/xjEl/13t5FLyP57kL2Wn3chOlY76PCPGtvbNmMnkxLA/yhYUOfLjbELxA8Hsbcg7"
    "fiy0ETXozobu/wecOe6R+yrZSLUwmhv6DM9ok6lhu0m/WsiwZthCb25aPyGVzJDrBkK/n/2UDp/ezbATMiEwEqzDD6qNkebYWJ+jR4xNGx"
    "kEoxWVQZvonvk+21QYVTTCbnqFVATf/6ERN4abUNXVQhvVpvdeYRs9YHpvjFRdRwZstHZWFLeMVhPHSTJ7Q9ZmmDgavVIq1idOVTs56JcC"
    "2/IvmZvyL6mgqi1jSmQQycvsKBVEUilqRIaJVPCOrxYXIgNBqmCNV6pWSrcKCGqIcOuyiNM67ZWtW12m3NZNilKpiRwQ1C+YZvfHKjMMJ/"
    "krTEpFd8ep6ofzXpYK0zLm2AbP6Iqxxxn00qe9tE87QKllRey9LBtGyEVexRtfRl0qBsL/E9Lu3Pb6vdF42B4PaGPsaxUBcQ+pliDGCNtV"
    "IpMCqlcdk2Sqtr0xrJkytTD8RkXlLOodD5KMNYY/RB6s8OH01vu8Fad32x2N27d3sWUH8IYrrdiS47e+eZeY6MEg6Ftv/BnBV/SvQb/L0D"
    "RsZ2GxO4b9xv9qwDOpa8dQiLGBBT6Cid/sN6U1K9+eVJ7nHHLJb6H5bUwf6au5Jg5P9XiB2QlayWmROV19Id/5+n1CW+PJsdl1vKjC5jil"
    "fJlF5rIMpG3s0rcuMA2XjQhPEYqswwmrQofm4rL4pyklAyowILTBlWVAmlIyoPb5KGoEvMzJLXNyC8qNop7X2+bkls7XVbIRbIeSl4fgMz"
    "iF1Wx6ymwE2wB2+GwEp4iSTEZQGjJtRvcJw8Fk+gwC45ag9cLRaoyZrpHHLYG6oUPUGCHbdSLY2l+ejVJjnGQqkGI40Z+pPWHIDrodUh13"
    "nLotTqVCMGJHP8zfW+Uc8fmoDggeG/S/AnnsgtHqNQ9LhqzEYeBEraRwyinvF2NQsdgVCAIxdXVKP82R72sBVfqWEF+iglkOzS1jhTYQBa"
    "LZyMLqDPr6SfrQm7tWRgDLDsfeIrDEG6y0aSZOtxvLjIw0Cf15yubnThHWwlJ5gFBQV7+pdGQfo5RH9sId5paITk1v+qklMj09/O28oKV0"
    "u5SrR10ci5pJ47tCESvpVhGtgR2UIxlEbaS50axUL1KYUbaYWDAg+jNyUxUh9cF4wqhPpywLP33EpoPetN9zNvzCVNxKv5EZ6GeAk7V+T2"
    "I/ZyxPM4Ci/7LXekAr8rlXA+bxFXo7IcNuu3OFzibk27A3pk2t5EuQy6fz1vt3AWfgSx4vRrftm5u0h4lIsuyxBaejFJfxFqeSCbTiVLWU"
    "W3cRepFznJspoZQ+za1lWvhKUgpnXu8A31pmLUniG3+hhapfnToT5kiOvHPjbAnSO6tWlqx7MRmyTZA6W2nEPWuFLCVzRKU9NMXEoRLhZm"
    "mglfqM6BhoTSB/CVz0btRELBYAWXhFxchZWtTc9eAvG5diAqpHClrx31IoFVIohb9VDB5ROmnuEM7cEfcJCd7CkkyOU8oIBZG5LBWeIys8"
    "/uZflgFxOsmAXfm1erjuQFCvZRGjpKAen4YFFCGpaO7ZHH5oRShfBSqq/BTTen4znCWaqc9urkaNTPX1jOoYCA7DwdkQwyH31FiZazoR3K"
    "Nvh6VnBAoyQysDQmDstMazy4GLaDtQI41pepjMWCIL2uOvhqtfxZql/iOk/mNPDbNyLpmAWGRDZcM1xsP/YJjvd7/BF/pnQm7b/fYnln4Q"
    "/ha00e851SCF2nLKJpKJEb3qPDL+elMCvAjJq4bOtAyTleqtkHonTioNIqKrytislrMhQSpNIiLzeYanukYq5uaIkUo+i8xnuoFVYnKUTn"
    "JYZA67+lRp01qMTFrWKps2mZJbGv0olQR/V2bNwOAgY/ULWN2ic7CATTO020h0C6AbW1+3yIPg+kvIEP/dxKGVdZxOxPnz/KfTqQCy7cDR"
    "FATFjMEv2GZ9kyy6Z/n375vofoYd+sm+ZybbewurtkHumcXXpPMIkmxfIcp4qpEjOm2wxY+62vM9/ZpCjvGIie95AyHObATmhkPRCy5ghx"
    "Kx8ej8pcuW9zTEoAuN3US24ZcX0sAYDY8NSQdKOObYmoUd1z4d5Hxh3+z1w0pzHOmoc+xtv5ljqH7UsgpUv2yn9mkFN1N/cnOa9wZ9sFCH"
    "3yZk9OX6ujsasSvh50oG61YRg3Ur22DdShqs2eutsNeUzx/+25EgE5k1FV2dz4tAfZ4N9XkG1GXDIeNUtau99a5I3ZZ32WVb3qWqtsi6OP"
    "uui+NuxSUQDghqWK+lCL5n2fCepdClt2MSp0I3xodydfo4pPVDfB+ViJhsnEY6L5FpQFKLVSPP3LqPRJoyvXwlVpya5VtXTRvblSqDRAgl"
    "k4VmckwBL8nnJK08yBKZ06ppWhWDMRKkks8i89nC83U1V6I4peTyKXB5bmQoGS+b5hJDCKxsNIbd627va5f5krqfwJ8UzHTdYbejtG/Axf"
    "RP33QXbZuQu26/0+t/CjslGiake3t3M/izO1S+9H/vD771r1CyZULad3fDAXsC/xM8wccvI/eh2IcJuemO6d3pz+iPr1DkSxVz4T5UpakG"
    "bicPGdXNM/2RIlQCz5KqRoBijsR5nsRpV2L3jKaMUhpS1AHig6ukxgyXN4THqeqA+77N4Awxh5+0NdsXKkZ0OH+ct/sCedclqdj5axlEIx"
    "QSTj6cVewWUUIp/oos/homruZdHSOUPBaZx0dMKyAYV4/jenvUelmvlgM5/rdHK5clGDOK+ogWq5YlQGKBE8V3y7wCsmTGsf1vI8WjOK63"
    "8dJS2V63kTpWLzvc3nuFnDxfVlvVHZ4nK4UK0dfXoTojuKiu0l60VQcC19g2hVZbLLCFXBuojTBUEEEGc29dm24OOhjXbWfzmv6A7NTI0a"
    "XZxvQ64SRHTmRQ9nvFvGKbTEQNXZjjg0nnWOGcYwMGleJBlEoGKFUWUSscZUqnBPE1v9gKWOVoKzaAyD5ejfb19eBLf6xcD7sUeTheijdM"
    "SKc7bvduRsrtoNP72IMuyZYJGfY+fR5HuyQaJuRuOPjYu+kq9O/tgN0o2UK3Re/WLEVL9Fm8hrBHp3vTjT2t1xAdYzQeDOODuC0T0ut/7Y"
    "2Ze713UpZooE/bHo2+DYadEJZkS6QPHbgLw//zC71DrG/iSvh0N4Pr36PP5n4Pr3/pJ3v4LRMyciMARkq334Ee8e+R08SQG6mmSK/rm8Eo"
    "1sdtYBly4GUE/ty5XZItYR/6lN27cbSP3xL26XSvb3r9aB+/Jezj/aTY1/Dq58FNhz5gv30b7RRtTfUddm/dU1N+ewSH8Og2gkXYGA3EUM"
    "LDWE5jrGeHlQVINFQ5jb0ockh4kX1GeJE6IqRislHethKlkoaVynIDQ7GygYtLLrmxHTfYN+5+n8cEn6p+h7d78UvwTTZUrbW58tWLVvUI"
    "ZZ0Ul52dPmYWqs52/YiQ1GEaH9r3A0w/ZRYOv38dsN67v4c7NZWZRv8vhXKaUmQ9rCLguw+ALBthWuM6m7sHd2EZa1NhGTvLCXwJQinqVR"
    "f15Jn+qz3TF265edWH+qJxQ57qi4GvwNUCRo7qrO1rJllmHFonuzTzTq5t1llxRdVC59fZaBdJgxR91ym87OQ3MjmhSZ7yCnnK+4DnBi87"
    "X7HjqJBaYJ2z4cVFBQFScBwy7n3twiEI/J2Q7h93PddA736AwynvIMj7UMW0vvtE/urcycq98TKzAmKRVao6MUue4dfxDF8WhZOq3mtkgV"
    "T1XqGqd6oA78yDm9JBumtuXGgZH+6OO85zvWDfqxP3pzUdIkMbDq41c9Vg+mIoGlEW0LuQGtz4ZhlkgUzVtjeGNbPRwzPSZpg4Gn1oq4k2"
    "S6YEI8NCxHCQSpA309BStZHmhDmFH6Bonm4Yj0jVtUeM3tyd/5R29t7v7cAl/P4RP99DZmMV0U94BpTLK5YemeGEZga22egO1nV6R226jD"
    "yDjTbYwuBWXiIrsmt3eCH1MX2aMudBXneZajTjMChbxZ+rmr62SgW2R0lkHHYqDtuYPpYKavf7Syh5UNKFgq5ovOy4L0S1J2hl0LPIanNk"
    "TyjJ5ziltI4Ix+aUZnicQ5TejKpVhoPJNCvwL9EjV3bUwr6KJ3u8LD0OCKZCmg0i0wxZEAplO1CMQkVTVddBovPlNRuTGYTwaVSqW9CZEI"
    "hhS2hdUaUuLSzufHRuxF9E04TfnY71i+S6lac6Yp7qHFO2PrZBLGHVL2bWz7Prp9PNlfYZlL6CpdzZjLUzNXhO89muxhGSWkB88DxzMvV5"
    "XcUzeXgl7smJNOvXxYXrRiOPGWqHfylX3/BtwApUsyukbWzjsiXldiHldnNt0RW/sjtWhFxkIajhhrpfIfcv5JumPSHbNP2T1HqP47tTOu"
    "OuLDoni84Jp0dJof4liaMWQj3+bmpWpYJGcUrJZqHZXLH4iax8ciL8tfCT8Vixvk2UUnJZZC5LC4y0wAjIi4M7VsrUuMfxqhxhG9LcZEUZ"
    "hlebuZ6Vbr9CdqrGvWkZc03HzA0RHA8Ngt1zavjiDYUe8EIlaKM5S/Tm7h3HV7L6MNIeJvDa3Myxh0k7wUHsBN6LVdnsGJKLbP1qfBl1h1"
    "cI/p+Qdue21+/RDas9HtDG2NcqJsjdF7VjSVmqla+NUUqtXmh9QFdtR7ExXbCq1KOO00pWC81qTGaV3uconVTuReawVO6lci8gL2rgXhFV"
    "9Dl6a8IOkK24Rs0OBTTXOb1sM4Vz4yuaDv7uQMNKnVEVdN5ELBIPbVTogwnrs6LKKP0drNErM8zRZ3c4uFv8xb8C0X4P9JdGAgabEEPoNS"
    "ILLzT46fAzm17IHwQUEiOIL3zGDnrTPyuqP//FUg6x94fQn0A3KweK0zAfcU4yIGiKPoR0JBdUAYfYG4I5oVnFNMMIudCaYfe23buB9Pz0"
    "j1/s3K9zXkUb3L1DyiP9xVW54NMKzYKwVEa0bAbUUaA8USgs/U9uBYXI12StjGSFjGi9DX+AZMvLtTNYmqE/obJDr9+BeZFoiNX9CHtxGh"
    "NmB6XT+0S31YT1wWudEOYdBeT+fEw0sNont4NYl2RLWLei3/02CqtVwLfwmk8d/w5+WZ/cp2IFTNqsMEW6LdHPvVGqKdHLvyWnMVbnwh0t"
    "0UB7DG66SsKGk26LVOHw75doqPJynxd5uc+zX+7z1Mtt0V3c1DBPUM2OeIgRifxqCxvzwOSvMpAHBBLuCnB70ilXOc425sepamfM/1BkMf"
    "mQvZh84NmNncqm/ID4cDO88c8v3S9ezr4S8oJLdYXcv1C9CgpuuVW2PlIZAa65f2Hn+Tr43d282AcxRDrpnVlpaTo1m6BNt+gqhzghmbT5"
    "isxfz9RRJiFMlETmhEnmhEkakEq+OBxyuUIK/QaxY0xsWQYngWS2MB6nEjj/tLACuaxZ8ooT2UoOwBqikcfS6EeIJPJVkY+e/pTmAIdYcm"
    "JHR+ZHy+UsGDOKnpmfTCrnE8W3kE9C1sqyA4yHkeFqDTRnUS2Atp+tYkuUIyky6oluRGgQyq+mbdvY8uc2x7Emdr2Z51njxpn63VnfF/1r"
    "2ghSdOMZCujcgA4VMR9+5uKy0J7op7lhXYEnjEYbDGMG31n8x5vhx2v0/rLFS66989ELlcIKQ6pl7uuj576WofEvrVwna0FKybDHWUDvVM"
    "uhfI/KupxllNMrdzE13f5KVBrfbUKov/x7wNDBbZLZXqVbnpBuebIE0tENGP4bWpYDcTrJgF3ZLSKr2Za6iLdW19vVPz4NCyh6ssbXXgxD"
    "RxVaKMvy5RWvQyFRpXCS/G+uDubRIdMynjBEOdhYn7PA/St61cZTC0PUwtyLT4DIBwjpBh3tEZteQAMy1w+6NoXSRpziSnu6kV9WiYWYB9"
    "kIGA0dxU1G4A1quVEdy/XqwaSP5fgdwtF+RfdLeoENszQ2wRNBIgON2M0J8ZP6m9gwdYymKomVagKtVWY5EH3nypPm/KlU0iQgMxy8ZBcI"
    "IV5qPIN7Nrx+/1o4+u47U4G7mCn/t+FYgrP9N+JU0n9D5uyXxi2/6Yeg6T1P6IU7NS7L7I+vgcvMabFiItckreS0yJymjOKVjM5RqnyK2n"
    "iES4ustMhKi+xOLbLZ5sIQ9w1+WBoGr0Jxmcyq39xR6oX5XjOrRmZptkW1qDm1mCn13p4a9D29R6qFkVtBnmU+tU11im30gJ0NxoRlkRm0"
    "1/TCxtIczOyVK05Cmm1HkxZIgVfqZo4Fkv1N4Z9T7UbdZalFgSyPe6kX6r5WZfANKWppgCxmgcwzQcpg6tepVUkrSV25XMKdLxJKoevGBv"
    "NEhxKSLt837zRf8rTEG0sihp+31ApSfgF1hEkqUMdRoDpY156wleWTEr3czFOhPP6BAs0IiulSbQTZChfYjxHwRmHuHQZVfuj/+uxX8LdY"
    "GFTpgXqPXmpOXuTBVmNx3XW9MeC6O3jKWTfWJz8fZ6RjIjWn1NCE1NBeaVanTrdNv8H/yXesmDZXSJkrkbNJJnuRyV6kbL/1CWh1hnPIpS"
    "4nMr8z8vpk275qldLnANZFWXPiyOfOrjReGv8YmYS/Mvy+tlcW/zidZMCujv0jquWWx/61tKA0E8f+8WlYIBDLU/63h3dEtcK1fc2GqzfG"
    "saVW3Aw9pwqvwGWDIksIx6IYX2BeNCgWsyPem7o6xUE811y1kOYW7pljPPMMgzbaYAsjR4U8JGvzVy/oy2auFzNsaU+069wyVoyQgIHQDm"
    "PUUvbGA9xzQthwhrXCLDeKjWDuz1wPEVaWyFhh4rgWT6xOl0EyFTo1ND0ImgvrHXl1jdy8Q/TJ3LFY0BxoeV5qliAeDi7+jO439PGp4ucN"
    "QzvQYSAkDiwBvmUVYuZW2FlSdJqoD4lctDn9QayB3lNz7F/RvbO2iMKe7R7Z6rOLnG7QHvTZVlQL8hLCPGCggmHp3eeqpq8t8JFhU952UY"
    "GhbEBcRRYdhH4IYvM2rKwSK+4E2BsMfqSSZ+/pAMJ7U2VuvdyHcR9Cx3NnQlQdfgskp9GcwglpfIci1+7roifNvIKaeddWRq2lDJdhS/ja"
    "ShVV5ctCqvJljqp8mVaV2ZpWBt+AoIYIn7cKAHzeyi5j00rC624OirtzpGHOqauSJDzgOUXJEwphgwGZBFBu6Q5IpPJb3frgbagp4PPN2B"
    "Eyab4W2XwdSollWRynlFwWmcu+WF/iWDdKIo9107FYoUZT9sVJ0spXR+RXRzpevwo2W3hlPFV0vI5SypdZZC5DVqGyBqCQRqoRMnb5lBgg"
    "Y5ePlk2SmwC9Kra1i0ZIwhsusVuEhXve8Bo3LUWJuIaEG35NIN9rYEObwj5dNnjlFdwrzbzTRzXss9MM4NuEZr+W46AtFeLsgx76BtncAj"
    "XZhxERkhoeR7QuL4tEBV9eZkcFw7WEbyR9qUog7HWvIbp78Tyld3Qwz03mf0eDfobOH5IkNUFt6qD/Il2zT1FozQEXwMg/7Uke7DTjih0M"
    "8BtPXD2kS82P/wekTzQB"
)
