"""Where partners want to be told of changes, and what is still to be told (T2)."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
CREATE TABLE IF NOT EXISTS "webhook" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "url" VARCHAR(500) NOT NULL,
    "nonce" VARCHAR(32) NOT NULL,
    "former_nonces" TEXT NOT NULL,
    "place" BIGINT NOT NULL,
    "wake_at" TIMESTAMP,
    "turn_until" TIMESTAMP,
    "failures" INT NOT NULL,
    "paused_until" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "removed_at" TIMESTAMP,
    "key_id" BIGINT NOT NULL REFERENCES "partner_key" ("id") ON DELETE RESTRICT,
    "partner_id" BIGINT NOT NULL REFERENCES "partner" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_webhook_partner_fa9531" ON "webhook" ("partner_id");
CREATE INDEX IF NOT EXISTS "idx_webhook_wake_at_90412a" ON "webhook" ("wake_at");
CREATE TABLE IF NOT EXISTS "webhook_delivery" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "attempts" INT NOT NULL,
    "next_attempt_at" TIMESTAMP NOT NULL,
    "last_attempt_at" TIMESTAMP,
    "error" VARCHAR(100),
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE RESTRICT,
    "change_id" BIGINT NOT NULL REFERENCES "status_change" ("id") ON DELETE RESTRICT,
    "webhook_id" BIGINT NOT NULL REFERENCES "webhook" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_webhook_del_webhook_dadd60" UNIQUE ("webhook_id", "change_id"),
    CONSTRAINT "webhook_delivery_state" CHECK (state IN ('QUEUED', 'DEAD'))
);
CREATE INDEX IF NOT EXISTS "idx_webhook_del_webhook_198ec7" ON "webhook_delivery" ("webhook_id", "state", "next_attempt_at");
CREATE INDEX IF NOT EXISTS "idx_webhook_del_webhook_49e2f1" ON "webhook_delivery" ("webhook_id", "account_id", "id");
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    raise NotImplementedError("an installed database is not taken back: restore a backup")


MODELS_STATE = (
    "eJztXVt32za2/itYejnuLE1XLMdO6j6ptpLq1JY8ttL0TN1FwyIkcUyBGoKy4jWT/36wwTsJ0i"
    "R1o2jkIZZAbJD6NgjsO/7Tmls6MdmPFxZ1bDx2bq1V6xz9p0XxnPAPsstt1MKLRXgRGhz8aIr+"
    "Y6+j6PXI3M/naIJNRniTTtjYNhaOYVHo3UWTJdWRM8MOwhSR+cK0XoiNZpghjPyx0MpwZj/CiL"
    "o15kMadFqFeEmNfy+J5lhT4syIzYf488+WTwUdYLjWX3/xTwbVyTfCoAt8XTxpE4OYegwZQxc0"
    "0K45LwvR9osx7VPnk+gLj/uojS1zOadh/8WLM7NoQGBQgdSUUGJjh8AdHHsJSNGlaXqg+uC5Py"
    "Ds4j5lhEYnE7w0AW+gdh8gbGtp2mA40u56I01rpXjhU0QQ9po4ksBH/qhMADCFR/j7T53OycmH"
    "zruTs4+n7z98OP347iPvK543fenDd/dhQrTcoQRm/c/9wQgeyOL8cmcRNHwXNNjBLpVgRoi+4F"
    "UK/4sZtuXo+/0T+PMflsTfRzuPAX5DyIFwgu+CBXP8TTMJnToz/rXzLgfd37u3F792b486736I"
    "QzzwrnTEJQA7BNd/KbSyczxB+PpkPwSwdzbfYamZPEmne2yZirHjk2UTY0p/Iy+CJX3+7JiOiQ"
    "R+bynveUN5S/mBceO7P+X81nD1s/EqWKaTM5HDwH88cQQQt7270W3/gkMOiD/i8dMK27oWgx6u"
    "WB0r0RL0TV+ad+bJFkzxVCAEPwUeXMIByV6bYFD2XhudFK/utdkIS/ZFtQfWZU3I2wPF3xJ7oN"
    "+/kXtgsU0wbxdMbYPMsIlTBuCAYDMI73eKx/A9fl8A3uP3mejCpTi4vnyu0eX8UbaxZcMsIW0c"
    "4JsX6hYWlwxMDeu6TRhL4z0i3zJW7TRlI1aQHIBHvT/Eajxn7N9mFNij6+4fAvP5i3flajj47H"
    "ePMOLiavhLggE2WXD8CHWwYzwTbWw8G6bhvMhnfo/P7ZRAF+NKznB1Zk/runvZve6dI/fvPb0e"
    "Du76vS+3vMX7lNT0Cy1QRd6X4+z35Tj1viTwNTHjC07JHTdvjDozqeouUWgXPs7ZhY/Tu3ACw4"
    "lhr8+I+CCKE5U44RiOuQ4TAvpK+Htb8xuCf2Ywx7JfNEb4L/Z2hOKql4x6d/aZd9uCfYeKWJoT"
    "M8xmZV6AJN3uFp7WuzX/tXby3pwVUTPOstWMs5SaQb4tDNsgTHMsPiB/thS7LjnUGdZMCW2CZV"
    "w3J44xJz/ChwPcNXLgvuyOejKjZLbNLK3cSdSMXzzST7/dEhOL503DKvc6HSa2KVNlbH7i8dha"
    "0nWB6rqjNBinOabwiq2J07U7SoNx8raY9WD61R2kwTBxndpZMm08w3S67qS6E2NdiKEaDJm1dK"
    "YWjLIWWENvlAYDtcC2w3/VmrPqxh2lmd6679t0r90R+9kYkwzvWuRqO8+5xtx++/OtjfkzlbOK"
    "6xu0ZjTQFJ7tSOMoELMM1gFBA01HW3GlqXCdLXp2TPLsrV6F529A0UCA3xcB+H02wO9lrjPD36"
    "3jEGea26IkTQqD6hy///D+48nZ+8DAFrTk2dXSNjS+Hc6JNMAse9pGadTEzZi4OVFkAr804KVD"
    "yEYwTrMk0nYifiw61UoHj0VcJsZ0tq5x5xbGaBbaW5X/g9kpkf6jMzdb9g/eEyX5t/Yp+W9qJ1"
    "eS//4kfyU7bUZ2quSH8YwY6xo4YyaTA8N+L1tQxB8j2YTi3prsbcjzDRXaiFp8Z0MPf9OeyMsD"
    "cl8lhrBN0MQydaLzpoVBWJt/tZFl68RGR1edHxCmOmIE2+MZ/378QzrJajPD3tN7CiPBOvyIGU"
    "GGw4g5QU+ELBiyKEFzLoO20YOIkGJcGNUMKm56jjCC7383qJvpRbnqaqMVZvzec8LQI+H3Jgib"
    "JrJgo2VZuV4qpr0+oRTZG7KhE+oY/EqpiOA4VePkoJ8KbMs/ZW7KP6VCr9eMPFWhpq+zo1Soaa"
    "XYUhVMWiGGrlr0qAoXrYI1mWOjlG4VEDQQ4c5pkdA23itbtzpNBbctOEqlJnJA0LyQ2827VXQC"
    "nvw5oaVywOJUzcN5K0vFwrYmhDH+YBUzlDLodxhg29oS+rvOUgIojay4/tdlwwh5nVfx1pe7Hh"
    "cD4f972r287g/6d6Pb7mjIG2NfqwiIWyjIAJHIhFWJXw6o3lzkcjwmi7GVZeva2CbwGzUsWdQv"
    "PUgy1hj5EHmwwofDW+/zVpz+de9u1L2+iS07gDdc6cSWHL/16Cwx0YNB0Nf+6FcEX9E/h4OeQN"
    "NiztQWdwz7jf7ZgmfCS8fSqLWCBT6Cid/sN6U1K9+eVJ7nEnLF71rz2xo/8VdzSR2Z6vEKsxO0"
    "itN15nT1hXzj6/cBbY0Hx2Y38KIKm+OU6mWuM5efic3K+YgjFLtzER9viZWbjq0LTMPgQiujR6"
    "cI66zD1VaFDs3FZfFPUyoGVGBAaIMry4A0pWJABQa4vv+y4MepFPAVgFeVO1Xlzppyo2jk9bqV"
    "O1XOeNXcem1qYwo/TeGVi5cK6ld1CFQdgn1BZuh8h7AcQscvICquCVo/HK3BmJkGfVoTqCs+RI"
    "MRYm74wNqR8mKUBuOkqoAUBIr/TuOZQPmw9aC6dMdp2upUKvsi5vURod5Y4t3zUR1SMrL4fwXq"
    "iwWjFUO3nh4AObglslXiMMhO/0nilHP+T4xBxdJWIP9jYeIx/zRBfpgFHOMzg9QSDBY5NLGtOV"
    "pBAojBkE2wDn394mno6KaTkbuywbHXyCnxBittlYnTbcYoo5JMwlCesgU8U4SNMFLuIAvUVXAq"
    "eetjlMpbXzs/bonE1PSmn1oi09PD384LGknXK4W518WxqIU0visUMZCulcwaMehJZIO4uS9bMP"
    "CMjMWkgi5FWJ8b1ICOjmX/D0MePXIsBKf6QcIppiLjMzj5r40eeQPS8QtDBh2bS8hQPerJ0lq3"
    "cYPX5YM/o7M8cAz8pVJRaykl8JXGdsrGXMeI3nTINaF66YD1kORNQ2eTZ+upkrQUp1RBb3UTli"
    "Slv2uhFO5bA9nLMQ4qWGLvLPA8ztrjS2kmpEgVGzYVs5Kpi5UOWWnkwQTtKvqYbOHZAMAqJkgO"
    "cbg6qFlcDOPUelqrM5ODeBmJCSIaS5NbTYswpongnWJWiCE1X5BbKhnhR+uZoAEXBUX5qyeycN"
    "BR94PEtFCYSmIviBkI/Ar0f6nKVXXZM9s55gLB8jQDOPqvZ80HtHWWYVowj8/Ru3t62+tenqPj"
    "e/r1tj/iTZ3kS5DLp5POh7OAM/Aljxd3192rq7TcqHSnPQvu3uJUsoB3nKqRzrNNlH5QovneRP"
    "PIsS9r4tvIqqlJfOMvdK0kxkjwsERmjIcWZ0uNkTjm1wXGBy+O90EUQH1g2HQehOC3IDaD2kTn"
    "iE8CxoEHl5JjEIag1Hhahqw6ENRZ7XJGGdMpsZFNJkvGL0HF1Be3OipaLsD42xbjuu2CY/wHZM"
    "ukUXU1OD42KZUmRFe/VxvF6a0FvAZeVFZ8MCXT1k6mrXbU8H6OGG4IMyJbfWnvj4qROQC3T2wF"
    "TAvOryuLsQHqLEO3uhcXwy+DkXbBFcZRj6uMiYZ7etkbdftXd9r18LL/qQ9dki1c2+x//nUU7Z"
    "JouKc3t8NP/auexv9eD8WNki18W/Rufdsb9L5Gn8VrCHtc9q56saf1GqJj3I2Gt/FB3JZ72h/8"
    "3h91R/3hgMMyGJ2jRAN/2u7d3dfh7WUIS7Il0ocP3IPh//GF3yHWN3ElfLqr4cVv0Wdzv4fXvw"
    "ySPfyWgmr8lk/b4iKWVd4nF6WqtOnUzNO9pz1HoFjZMSolV9xYjxtlq1XHqRpYgbZYAfa8Cuzp"
    "Euy+oaB8JSIJZZOE3o0VJcrMcc0uCBIhacI03nkVFmyWKl3t928C1vEl46RTYMU46WQuGHBJOp"
    "s13eD/l0I5TVlnGb4i4GdFqt2fZRe7P0vVui+bqtPgDJ3Ng6vcaSoU8S2yQNVt2meMlvJlbjnt"
    "a2e+tmTpGYnDTVKdJtvrFiuLU8j3lo12kbSs6MvO4RVeq8jshCbloaqlh8o9/rGqKT2krrHO07"
    "rpDS77g8/nyPsAptxR//ceGHDh7z3t/XHTF/Zo7wMY1j0jtvehiml38wfd4YmTdbDj68wKiOss"
    "0jeJWcr/2ET/o9L1lK73FlmgdD2l6x0MwGvqeqoM3TbK0JVUij8v+RAZ2nBwrZ2rBnsnj02hdy"
    "E1uPXVtug0KHTG0OMLCg9Hb6PVTCjByLIRtRyEqV/nDEqiIcNpI2YhB0qhiUonpmU9IWwaTwQd"
    "3ZxIkp22ezsIZ314Ii8PUJgNI/6JuLXbziHcFQmckG4RJkZ3iGnyOxrjWeQZGFoRm0BILNELV2"
    "mJ1JzK1vulhxtk+yM2eqpBjc6m35QzIlvFn2DDXNqyBSxTUoqS7E5MerddGWlzxwNZY1k14Ew0"
    "g/4KShmU6rzBt6A2qwqGjWVzSjPcjxMlUYpeIjWmi9Vny46JMvnFpMchJVxIYyAy6ciGNA7miG"
    "K4aIxNEyQ6X15jhOqQfmRwqW7KZ0Ighs2gdc6VOllm/IZHfy2DHn53Ok8pcv6n8urU06uzT9l6"
    "3waxhFW/mFk/z66fMuyXj1lTsWqlwqmspTO2ZEHb2aGuEZJGQLzrWFd1HHRjxTPlvKqv50SZ9Z"
    "sSwuWf7yRROyJHP2XrG8HRCHDWVCFtY52QLSW311JuXyxtvuJXDseKkNdZCGq5abrnyP0L9bB4"
    "z3Mk/iS13v3E7lBLWrUhW8IPCOoMfG2yfxzridDSp8fEqZQn6FU9Sgn1r0kcjRDqybeFwYerwO"
    "Y4pWJzrdm8ZJVe5QiZ8pDVmb/q1Iq3wGVlgVEWmBryYueBlfs4CLmey9puoyojR2zLsgxjB3Dn"
    "RFa6/QrZqVoPC9uaGCYRYYiOd6is8FPDF28o9EimmKKV4czQ0c2ZJFay+jDKHlbjtbmdYw9Tdo"
    "Kd2Am8F6uy2TEkr7P1q/Xlrnd7juD/e9q9vO4P+nzD6o6GvDH2tYoJcjOFy2PVh+AkxErqQJxS"
    "afW11gdMzByNEb5glWd0klaxutasJhzCKu9zlE4p93XmsFLulXJfQ140ILwiquhL9NaEHSBbcY"
    "2aHQporhN+mQmFc+Urmg755kDDHOtcBZ20kcjEQysMfQgVfeZcGeW/QzTqZGzoXvJcXJ/d8OBF"
    "MvOgMJCY5ZTfiG8pDhx/ISK5VcmeOq1p7RylGPJhqOyotGLaWoS81tpa77rbvzpH4s89veqNRq"
    "C9uX+raGibDxJ54r+4Khd82lqzICy9Hy3Df08FTzQOy+CzqMMT/ZqsvZ+suB+t3+8PkGx5vRa/"
    "KP3zf3xErrZfwrxINMTOEQh7SRoTpgDtsv+Zb3UJi4DXek9FxBKQ+/Mx0SDOUrgexrokW6pM3p"
    "Mik/cke/KepCavzXeOhUFkwlF2lH2MqM5Tt7Zx9mLPLwN5QKDgrgC3JyuVPGYxTtU4A/LHIovJ"
    "x+zF5KPMVulUNh8HxLub4a1/fOl98erEldgPXapz5P69p+4BNe6pNJ/4HgjX3L8Q0/r7UGxd3o"
    "d6iCwqIrDS0nRodijGt+gqjoOQTNkZ68xfT3EvU4QkSqLqkCTrkCTNISVfHAm5WiFr/QYJ1xmx"
    "bUtStDBbGI9T1bjmcW0FcuUhUdVT3zoLIMOzNPwRInUg4Ibcg6purapbWy+AC3lgk2vJBsCNpK"
    "gf1jpSFNjI8lkrv3aXMWI72QHZsevtPM+2m+fldxd9X/VvdxGUyCU6CujcgGqMRAytcDFPjWf+"
    "aWLZ5+CJNniDZenwXcRfH91+ukAfTjuy4rYbH73QUTRhSqOqPbv32rMqNfW1letgtemUXLWfBf"
    "QG2w7ne1T+kiyjkl65i+nC7a9FJcTNFmT5078HDB3cJlltUYXg1DIERynRe1ei/Te0LAfidIoB"
    "m9KlI6vZmrqIt1Y3W9GLT8MCip6yVWzFVrFXoYWzLF9e8ToUElUKF6n+6upgHh1a2NYzgShjRs"
    "yJSJw951cZGdvEaUN5afdIEIg8hpRK0NGeyAIu2TDK8tE0xnC0iORwky3dyD/WRKR4BtnAgoaP"
    "4iYDe4PablT1bDl/XPDHcvwO4Wg/o4cZvyCGmVmr4IkgkdigrH1P/aLaC2ItTILGmMaOSgGtVW"
    "UZ133nypPm/KlU0iSgMoxfswuEEM8MmQ04G16/fyOCHredKewuZtq/VhJLcLYvO06lfNmqZrYy"
    "bvlN32taXu+AXrhD47KqvvYWuCwCuCoWUkzSKk7XmdOcUbIjW3OUKp+iMdGxyiKrLLLKIrtRi2"
    "y2uTDEfUUeZ5YlOyG0TGXDr+4ozcJ8q5UNI7M026Ja1JxazJT6wMYWf08fELYJck9wFpUH2QKP"
    "CUOPxFkRQkUVh2F3yS+sbMMhwl45lxSEWHc0ZYGs8UrdzrFAir8p/HNOm8CbPOqsRpbHrZzX57"
    "5WZfANKRppgCxmgcwzQarE0repVSkrSVO5XCKcLxLdb5rWishEhxKSrjw27zBf8rTEGysYRF7W"
    "1ApScQFNhEkpUPtRoC6JaTwTOysmJXq5nadCefwDBVoQFNOluggqk02JnyPgjSLCOyyu/PD/Tf"
    "1niLeYwmHmcN6aVxpPlnmw1ljScF1vDLjuDi45Gj3SJ7/SXqSjKrp3CBraG61wc9nr8m/wf/Id"
    "K6bNbbp+jSp8oQpfKNl+bQ9odYZLyJUuV2d+Z9Q4ybZ9Naq8yQ6si6qiyZ79zq40Xhr/GJmCvz"
    "L8vrZXFv84nWLAptz+EdVyTbd/Iy0o7YTbPz4NCyRiecr/+vDeca1wyS7EcM3GOLbUqqIxm4a3"
    "xsd2RJYQiUUxvsC8alAsZkd8WJh4TIJ8rgm2keEenDEhRPcMgwytiE2Qg6EOyXLxs5f0xUTohU"
    "5s45l3ndjWXBBSMBCyMEctZW/cwT3vqRjOsudE1EZhCOa+7kaIiGNBrDmhjmvxJHg8C4qp8Klh"
    "mEHSXHjeiHeuiE2mBnP4k7ljiaQ50PK80ixBPhxc/BE9rPjjc8XPG4Z34MNAShxYAnzLKuTMzY"
    "kz4+i00QAKuRgT/oNEA7+n4bCf0YOztKkmnu0BMfziImdavAd/tjnXgryCMI8EqGBYfvcJNsyl"
    "DTEyYsozFxUYigHiGNl8EP4hyM2DX8jvDAgB9paAH2H64j0dQPiwwCKsV/ow7kOYZOLcU2zCb4"
    "HiNIZTuCCNH1Dk2n1d9JSZt6Zm3qWdca5KRsiwXftzVCqqyqeFVOXTHFX5NK0qizWtDL4BQQMR"
    "PukUAPikk32kRycJr7s5aO7OkYY554yJJOEO/RQlPRS1TQYUEkC5pTsgUcpvdeuDt6GmgM83Y0"
    "fIlPm6zubrUEosy+I4peJynbnsi/Ul3LpREuXWTedihRpN2RcnSatenTq/Oirw+k2w2SZz67li"
    "4HWUUr3MdeYyVBUqawAKaZQaoXKXD4kBKnd5b9UkpQXQq2LbuGyEJLzhErtGWrgXDW9Iy1KUyG"
    "tIhOE3BPKtJjZ0OezjWUt2vIJ7pZ3nfcRhn41WAF8nNfutuIPWVIizHT38DWLea1bUGREhaaA7"
    "onN6WiQr+PQ0OysYriViI/lLVQJhr3sD0d1K5Cm/oyM9wP1/74aDDJ0/JElqgsbYQf9FpsEOUW"
    "jNARfAyPf2JB077bhiBwP8IhNXdxlS8/3/AY2fZtE="
)
