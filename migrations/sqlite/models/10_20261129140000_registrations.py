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
    "eJztXW132ri2/itafOrcxZnVkKTtZD4xgbbcSSAHaDtzhlmOgwX4xsgc24RmndP/frXld1t2bPMmHPVDA7K2bJ4tS3tv7Zf/NJamhg3752"
    "uTOJY6dYbmpnGF/tMg6hLTD7zLTdRQV6vwIjQ46oPB+k+9jqzXg+1+vkIz1bAxbdKwPbX0laObBHq30WxNNOQsVAepBOHlyjCfsYUWqo1U"
    "5I+FNrqz+BlG1MwpHVIn8yrEa6L/e40Vx5xjZ4EtOsRffzV8KugAwzX+/pt+0omGv2MbusDX1aMy07GhxZDRNUYD7YrzvGJtv+nzHnE+sr"
    "7wuA/K1DTWSxL2Xz07C5MEBDphSM0xwZbqYLiDY60BKbI2DA9UHzz3B4Rd3KeM0Gh4pq4NwBuo3QcI2xqK0h+MlVF3rCiNFC98igjCXhNF"
    "EvhIH9VmAMzhEf7xS6t1fv6+9fb83YfLi/fvLz+8/UD7sudNX3r/w32YEC13KIZZ71OvP4YHMim/3FkEDT8YjeqoLhVjRog+41UK/+uFav"
    "HR9/sn8Kc/LIm/j3YeA/yGkAPhBD8EC5bqd8XAZO4s6NfW2xx0v7aH15/bwzettz/FIe57V1rsEoAdguu/FErZOZ4gfHmynwLYB5vvsNTM"
    "HrnTPbZMxdjx0bSwPie/42fGkh59dpVMMQd+bynvekN5S/mJceOHP+X81nD1s9RNsEwnZyKFgf547DAght3ReNi7ppAD4g/q9HGjWpoSgx"
    "6umC0z0RL0TV9atpbJFpWoc4YQ/BR4cA4HOHttgkHZe210Ury412YjzNkX5R4oypqQtweyvyX2QL9/LffAYptg3i6Y2gZt3cJOGYADgt0g"
    "fNwpHsP37KIAvGcXmejCpTi4vnyukPXygbexZcPMIa0d4LsX6lYmlQwMRdU0C9t2Gu8x/p6xaqcpa7GC5AA87v7BVuOlbf/biAL75rb9B8"
    "N8+exduRn0P/ndI4y4vhn8lmCAhVcUP0wc1dGfsDLVn3RDd575M79L53ZKoItxJWc4kdnTuG132rfdK+T+nZDbQX/U634Z0hbvU1LTL7RA"
    "FXlfzrLfl7PU+5LA11BtuuCU3HHzxhCZSVV3iUK78FnOLnyW3oUTGM50a3tGxAeRnKjECUd3jG2YENBXwt/bml8R/AvddkzrWbEx/cXejl"
    "Bc9eJRH84+83ZfsB9QEUtzYqHaizIvQJLucAtP4+2W/xoHeW/eFVEz3mWrGe9Sagb+vtItHduKY9IB6bOl2NWhUGdYMzm0CZZR3Rw7+hL/"
    "DB9OcNfIgbvTHnd5Rslsm1laueOoGb95pB9/H2JDZc+bhpV/6nSa2KZMlbH5qU6n5ppsC1TbHaXGOC1VAq+YrSy8N7U6WLfuUK8BrDmVsz"
    "hLnkQrLtbOdbgMg2/5Hg4jQxVDTDAxthBgnhizHVSf3UFqPK9squesbWW6UMkcbzmxRmysazZUjSEz187chFG2AmvgjVLfN3ClWg79UVtO"
    "qjt3lHoeCP/Y5wnuCFtP+hRnHOBGrjbzzm9tt9/xjm+n9JnKHbxoOzSY1fC0JfuslqKAjTJYBwQ1tE7u5bRWeoTt8fDQwE/e6lV4/gYUNQ"
    "T4ogjAF9kAX/BOZ3V/t45DnGnRjZLUydOudXbx/uLD+buLwIYbtOSZbtNmWrodLjHXhzF72kZp5MTNmLg5jooMvzTgpb0UxzBOvSTSZsJF"
    "MTrVSvsnRswX+nyxrf1wCGPUC+29yv/B7ORI/9GZmy37B++JlPwbx5T8d7WTS8n/eJK/lJ12IztVOurzjBjb2jdjJpMTw/4oW1DkyI+zCc"
    "UPBLO3Ie/4sdBG1KA7G7r/H+URP98j91WykWphNDMNDWu0aaVju0m/Wsi0NGyhNzetn5BKNGRj1Zou6Pezn9JxfLsZdkImBEaCdfhBtTHS"
    "HRsbM/SI8cpGJsFoSWXQJrpnTng2FUYVnbCbXiEVwfd/6MQNJiRUdbXQRrXpvZfYRg+Y3hsj1TCQCRutnRVOKMMmxPHWyd6QdQ0TR6dXSj"
    "mdx6lqJwf9UmBb/iVzU/4l5d2/pXOz9GZ+mR2lvJkruS9Lf+UKbprVHJSlR3IVrPFS1UvpVgFBDRFuXRbxnqS9snWry5T/5IqiVGoiBwT1"
    "8+re/bGKhuEkf4lJqTDDOFX9cN7LUrGyzBm2bfpgFYPgMugP6MPd2BP6hw6EAyj1rNCRl2XDCLnIq3jjy6hLxUD4f0LandtevzcaD9vjAW"
    "2Mfa0iIO4h5wc4u2O7iot8QPXqnOPjPlm2vTEtTZlaGH6jonIW9Y4HScYawx8iD1b4cHrrfd6K07vtjsbt27vYsgN4w5VWbMnxW9+8S0z0"
    "YBD0rTf+jOAr+teg32VomrYzt9gdw37jfzXgmdS1YyrE3MACH8HEb/ab0pqVb08qz3MOueS30Pw2p4/01VwTh6d6vMDsBK3ktMicrr6Q73"
    "z9PqGt8eTY7DpeVGFznFK+zCJz+Qlbdrkz4gjF4Y6Iz/bEyl371gWmYThCK6NHpwhF1uGEVaFDc3FZ/NOUkgEVGBDa4MoyIE0pGVCBAe7Z"
    "f1nw41QS+ArAy+SwMjmsoNwo6nm9bXJY6XxdJRvBdih5eQg+g1NYzaanzEawDWCHz0ZwiijJZASlIdM1uk+YDibTZxAYtwStF45WY8wMnT"
    "xuCdQNHaLGCNmuE8HW/vJslBrjJFOBFMOJ/kz9CUOauu2Q6rjj1G1xKhWCETv6Yf7eKueIz0d1QPDYpP8VyGMXjFaveVgyZCUOA6/KVBKn"
    "nDpTMQYVi12BIJCVoU7ppxnyfS2gXNQC4ktUMMuhmWUu0QaiQHQbWVjVoK+fpA+9uWtlBLDscOwtAku8wUqbZuJ0u7HMyEiT0J+nbKLYFG"
    "EtLJUHCAV19ZtKR/YxSnlkL9xhbono1PSmn1oi09PD384LWkq3S7l61MWxqJk0visUsZJuFdEa2EE5kkHURpobzUr1IoUZZYuJBQNiPCM3"
    "VRFSH8wnjPp0yrLw00e8ctCb9nvOhl+YiltyMjID/QxwsujkSeznjOVpBlD0X/ZaD2hFPvdqwDy+Qm8nZNhtd67Q2YR8G/bGtKmVfAly+X"
    "Teev8u4Ax8yePF6LZ9c5P2MBFJlj224HSUKgfe4lQygVacqpZy6y5CL3KOczMllNKnubVMC19JSuHM6x3gW8usJUl84y+0UIVUU2fCHMmR"
    "d26cLUF6Z9XKgnUvJkO2CVK1pU7cs1bIUjJDVNpDU0wcKhFuFiZaqs8IapGvCeQvgYvejZqIxQIgCy+pGKlxipzvePCXjUsxAdUjBa34by"
    "mUCimUwt8qBo8onTR3CGfuiPuEBG9hSSbHKWWEgshclgrPkRUef/Mvy4A4nWTArvxaPVx3IKjXsohRUlCPT8MCipBUNPdsDj+0IpSvAhVV"
    "foppPb+ZzgJp6rObq1EnU2OtUR0DwWE4OBtiOOSemsvVmk4E9+jbYekZgYJoaGlCCIyd1nh2OXARbQdqpDFNDxONJbKgPf5quPpVrFnqP0"
    "LqP/bUXFXOJRMQi2yobLjGePgfDPP97jf4Qv9MyG273/7E0g/C34I2+j2nGqRQW07ZRDIxoledR8Zfb0qAFyF51dCtLJMqZdVS78RJpUFE"
    "dFUZr6rlbEiQSpOIyHzW8NTQScXcHDFSyWeR+Uw3sEpMjtJJDovMYVefKm1ai5FJy1pl0yZTckujH6WS4O/KrBkYHGSsfgGrW3QOFrBphn"
    "YbiW4BdGPr6xZ5EFx/CRniv5s4tLKO04k4f57/dDoVQLYdOJqCoJgx+AXbrG+SRfcs//59E91r2KGf7Htmsr23sGqb5J5ZfFd0HkGS7StE"
    "GU81ckSnDbb4UVd7vqdfU8gxHzHxPW8gxJmNwNxwKHrBBexQIjYenb902fKehph0obGbyDb98kI6GKPhsSHpQAnHHFu3sOPap4OcL+ybvX"
    "5Y6o4jHXWOve03cwzVj3pWgeqX7dQ+reBm6k9uTvPeoA8W6vDbhIy+XF93RyN2JfxcyWDdKmKwbmUbrFtJgzV7vRX2mvL5w387EmQis6ai"
    "q/N5EajPs6E+z4C6bDhknKp2tbfeFanb8i67bMu7VNUWWRdn33Vx3K24BMIBQQ3rtRTB9ywb3rMUuvR2TOJU6Mb4UK5OH4e0fojvoxIRk4"
    "3TSOclMg1IarFq5Jlb95FIU6aXr8SKU7N8G+rKxnalyiARQslkoZkcU8BL8jlJKw+yROa0ulpZFYMxEqSSzyLz2cKzdTVXojil5PIpcHlm"
    "ZigZL5vmEkMIrGw0ht3rbu9rl/mSup/AnxTMdN1ht6O0b8DF9E/fdBdtm5C7br/T638KOyUaJqR7e3cz+LM7VL70f+8PvvWvULJlQtp3d8"
    "MBewL/EzzBxy8j96HYhwm56Y7p3enP6I+vUORLFXPhPlSlqQ5uJw8Z1c0z/ZEiVALPkqpGgGKOxHmexGlXYveMpoxSGlLUAeKDq6Smhssb"
    "wuNUdcB932ZwhpjDT9qa7QsVIzqcP87bfYG865JU7Py1DKIRCgknH84qdosooRR/RRZ/zRWu5l0dI5Q8FpnHR0wrIBhXj+N6e9R6Wa+WAz"
    "n+t0crlyUYM4r6iBarliVAYoETxXfLvAKyZMax/W8jxaM4rrfx0lLZXreROlYvO9zee4WcPF9WWzUcnicrhQrR19ehOiO4qC7TXrRVBwLX"
    "2DaFVp/PsYVcG6iNMFQQQSZzb12v3Bx0MK7bzuY1/QHZqZGjS7ON6XXCSY6cyKDs94p5xTaZiBq6MMcHk86xwjnHBgwqxYMolQxQqiyiVj"
    "jKlE4J4mt+sRWwytFWbACRfbwa7evrwZf+WLkedinycLwUb5iQTnfc7t2MlNtBp/exB12SLRMy7H36PI52STRMyN1w8LF301Xo39sBu1Gy"
    "hW6L3q1Zipbos3gNYY9O96Ybe1qvITrGaDwYxgdxWyak1//aGzP3eu+kLNFAn7Y9Gn0bDDshLMmWSB86cBeG/+cXeodY38SV8OluBte/R5"
    "/N/R5e/9JP9vBbJmTkRgCMlG6/Az3i3yOniSE3Uk0s/w28aoD+3YAdIiZbwj70Gbp342gfvyXs0+le3/T60T5+S9jHe+DY1/Dq58FNhz5i"
    "v30b7RRtTfUddm/dM1F+ewSL8GA2gkbYGA2zUMKjVk5jrGeHJf1PNFQ5a70ocgR4kX0CeJE6AKRCsFnechKlkmaTylIBQ7Gy+YpLLrmxHT"
    "fYN+5unscEn6p+R7N78TrwDTJUabW50tOLNvMIZZ3Ukp2dLWaWoc527IiQ1GEaH9qzAww7ZRYOv38dsN67N4c7NRVNp/+XQjlNKbKWVRHw"
    "3Yc3lo0frXEVzd2DO7fM9Uph+TjLCXwJQinqVRf15In9qz2xF265edVH9qJxQ57Zi4GvwLUARo7qrO1rJllmHEknuzTzzqVt1llxRdVCp9"
    "PZaBdJchR91ym87Fw3MjmhSZ7hCnmG+4BnJi/3XrHDppBaYJ2z4UU9BeFPcNgx7n3twhEH/J2Q7h93PddA736AoyfvmMf7UMW0vvs0/erM"
    "ycqs8TKzAmKRVao6MUue0NfxhF6WfJOq3mtkgVT1XqGqd6oA78w/m9JBMmtu1GcZD+2OO85zvWDfq4v2pzUdIkMbDq41c9Vg+mIoOlHm0L"
    "uQGtz4ZplkjlaqbW9MS7PRwzPSNUwcnT601USbBVOCkWkhYjpIJcibaWih2kh3wozBD1ASzzDNR6Qa+iNGb+7Of0q7cu/3duDwff+In+8h"
    "b7GK6CesAeXiiiU/ZjghzcQ2G93BhkHvqE8XkWew0QZbGJzGS+Q8du0OLyQ2pk9T5jzI6y4TiWYcBmWr+DNVN9ZWqbD1KImMsk5FWZvTx1"
    "Ih635/CSUPSrpQ0BWNl/v2hZj1BK0MaRZZbY7sCSX5HKeU1hHh2JzSDI9ziNLTqFplOphMs8L6Ej1yZUc97Kt4ssfL0uOAYCqk2SAyaciC"
    "QCfbgVITKpqqhgESnS+v2ZhoEKCnU6luTmdCIIYtoHVJlbq0sLjz0bnxfBFNE353OpIvkslWnuqIeapzTNn62AaxhFW/mFk/z66fTiZX2m"
    "dQ+gqWcmcz187U5DnNZ7saR0hqAfHBs8jJxOZ1Fc/k4ZW4JyfSrF8XF64bnTxmqB3+pVx9w7cBK1CrrpC2sY3LlpTbhZTbV2uLrviV3bEi"
    "5CILQQ03kP0KuX8hmzTtCbmk6Z+k1nsc353S+XRlSTlZUk44PUoK9S9JHLUQ6vH3lW5VKlcUp5RsFprNFUubyLomJ8JfCz+ZjxWr10QpJZ"
    "dF5rK0wEgLjIC8OLhjpUx8exyvyhG2Ic1NVpRheLWZ61np9itkp2rcryxzphuYuSGC46FJsHtODV+8odADnqsEbXRngd7cveP4SlYfRtrD"
    "BF6bmzn2MGknOIidwHuxKpsdQ3KRrV+NL6Pu8ArB/xPS7tz2+j26YbXHA9oY+1rFBLn7knUsKUu14rQxSqnVC60PGKrtKDamC1aVatNxWs"
    "lqoVmNiVbpfY7SSeVeZA5L5V4q9wLyogbuFVFFn6O3JuwA2Ypr1OxQQHOd0cs2Uzg3vqLp4O8ONCxVjaqgsyZikXhoo0IfTFifJVVG6e9g"
    "jV4RYY4+u8PB3dIu/hWI9nugvzQSMNiEGEKvEVl4rsNPh5/Z9EL+IKCQmEF84TN20Jv+WVH9+S+Wcoi9P4T+BLpZOVB6hvmIc5IBQVP0Ia"
    "QjuaAKOMTeEMwJzSqmGUbIhdYMu7ft3g2k56d//FLmfhXzKtrg7h1SHukvrsoFn1ZoFoSFMKJFMaCOAuWJQmHpf3IrKES+JithJOtfRKtp"
    "+AMkW16ujMHSDP0JlR16/Q7Mi0RDrKpH2IvTmDA7KJ3eJ7qtJqwPXuuEMO8oIPfnY6KBVTa5HcS6JFvCuhX97rdRWK0CvoXXfOr4d/DL+u"
    "Q+FStP0maFKdJtiX7ujVJNiV7+LTmNsToX7miJBtpjcNNVEjacdFuVV/e8yKt7nv3qnqdeXYvu0Ssd88TQ7HiGGJHIL66wEQ1MuioDeUAg"
    "4a4Atyd7clXfbFN9nKp2pvoPRRaTD9mLyQeeVdipbKgPiA83wxv//NL94mXkKyENuFRXyP0LlaegWJZbIesjlQDgmvsX9pWvg9/drYl9EE"
    "Ngk76XlZamU7P42XSLrnJEE5JJi67I/PUMGWXSvURJZMaXZMaXpHmo5IvDIZcrpNBvEDukxJZlctJDZgvjcSqBs0sLK5DLiiSvOE2t5ACs"
    "ITp5LI1+hEgiXxX56NlOaQ5wiCUndnQgfrRMzYIxo+iJ+Mkkaj5RfAt5HGStLDvAeBgZrtZAcxbVAmj7uSi2RDmSAKOe6EaEBqG8Ztq2jS"
    "1/bnPcZmLXm3l+M24Uqd+d9X3Re6aNIAE31lBA54ZrqIh56DMHlrn+RD/NTOsK/Fx02mCaGnxn0R1vhh+v0fvLFi919s5HL1ToKgyYlpmt"
    "j57ZWga+v7RynawFKSXDHmcBvVMth/I9KutyllFOr9zFdOX2V6LS+G7TPf3l3wOGDm6TzOUqne6EdLqTBY6ObsDw39CyHIjTSQbsym4RWc"
    "221EW8tbrejvzxaVhA0ZMVvPZiGDqq0EJZli+veB0KiSqFU+B/c3Uwjw6tLPMJQwyDjY0ZC8u/oldtPLUwxCTMvOgDiGuAgG3Q0R7xygtX"
    "QKv1g6FPoXARp3TSnm7kF01iAeRBrgFGQ0dxUw14g1puzMZivXxY0cdy/A7haL+i+wW9wIZZmJvgiSBNgU7s5oT4KftX2FwZGE1VEivEBF"
    "qrzGEg+s6VJ835U6mkSUDmL3jJLhBCvNB5BvdseP3+tXD03XceAncxU/5vw7EEZ/tvxKmk/4bMyC+NW37TD0GTd57QC3dqXJa5HV8Dl5nT"
    "YsU0rUlayWmROU0ZxSsInaNU+RS18QiXFllpkZUW2Z1aZLPNhSHuG/ywME1e/eEyeVO/uaPUC/O95k2NzNJsi2pRc2oxU+q9PTXpe3qPVA"
    "sjtz48y2tqr9QpttEDdjYYE5YjZtBe0wsbS3cws1cuOelmth1NWiAFXqmbORZI9jeFf04tG3WXhRQFsjzupRqo+1qVwTekqKUBspgFMs8E"
    "KYOpX6dWJa0kdeVyCXe+SCiFYZgbzBMdSki6fN+803zJ0xJvLEUYft5SK0j5BdQRJqlAHUeB6mBDf8JWlk9K9HIzT4Xy+AcKNCMopku1Ee"
    "QinGM/RsAbhbl3mFT5of8b2q/gbzE3qdID1Ry9xJu8yIOtxuK663pjwHV38JSzbqxPfrbNSMdE4k2poQmpob3SrE6dbpt+g/+T71gxba6Q"
    "MlciZ5NM9iKTvUjZfusT0OoM55BLXU5kfmfk9cm2fdUqpc8BrIuyosSRz51dabw0/jEyCX9l+H1tryz+cTrJgF0d+0dUyy2P/WtpQWkmjv"
    "3j07BAIJan/G8P74hqhWv7mg1Xb4xjS624GXpOFV6BiwJFlhCORTG+wLxoUCxmR7xfGeoUB/FcM9VCuluWZ4ax5hkGbbTBFkaOCnlI1qtf"
    "vaAvm7leaNjSn2jXmWUuGSEBA6Edxqil7I0HuOeEsOFMa4lZbhQbwdzXXA8RVnTIXGLiuBZPrE4XQTIVOjV0IwiaC6sZeVWL3LxD9MncsV"
    "jQHGh5XmqWIB4OLv6M7jf08ani5w1DO9BhICQOLAG+ZRVi5pbYWVB0mqgPiVz0Gf1BrIHeU3fsX9G9s7aIwp7tHtnqs4ucYdIe9NmWVAvy"
    "EsI8YKCCYendZ6purC3wkWFT3nZRgaFsQFxFFh2Efghi8zasaBIr3QTYmwx+pJJn7+kAwvuVytx6uQ/jPoSBZ86EqAb8FkhOozuFE9L4Dk"
    "Wu3ddFT5p5BTXzrq2MSkoZLsOW8JWTKqrKl4VU5cscVfkyrSqzNa0MvgFBDRE+bxUA+LyVXcamlYTX3RwUd+dIw5xTVyVJeMBzipInFMIG"
    "AzIJoNzSHZBI5be69cHbUFPA55uxI2TSfC2y+TqUEsuyOE4puSwyl32xvsSxbpREHuumY7FCjabsi5Okla+OyK+OdLx+FWy28NJ8quh4Ha"
    "WUL7PIXIasQmUNQCGNVCNk7PIpMUDGLh8tmyQ3AXpVbGsXjZCEN1xitwgL97zhdW5aihJxDQk3/JpAvtfAhjaFfbpo8MoruFeaeaePathn"
    "pxnAtwnNfi3HQVsqxNkHPfQNsrkFarIPIyIkNTyOaF1eFokKvrzMjgqGawnfSPpSlUDY615DdPfieUrv6GCem8z/jgb9DJ0/JElqgvrUQf"
    "9Fhm6fotCaAy6AkX/akzzYacYVOxjgN564ekiXmh//D/R6Y3c="
)
