"""What partners may do and prove themselves with (T1, T3); how far each feed tells of expiries (T2).

An employer of before tells of none: the first turn of a day, or the first writing, tells of them all.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

COLUMNS = {
    "employer": {"expiries_told_on": "DATE NOT NULL DEFAULT '1900-01-01'"},
    "partner": {"scopes": "VARCHAR(200) NOT NULL DEFAULT 'status changes'"},
    "partner_key": {
        "hint": "VARCHAR(20) NOT NULL DEFAULT ''",
        "public_jwk": "TEXT",
        "uses": "BIGINT NOT NULL DEFAULT 0",
    },
}
"""SQLite cannot add a column only if it is missing: what an interrupted run has added is looked up."""


async def upgrade(db: BaseDBAsyncClient | None) -> str:
    lines = []
    for table, columns in COLUMNS.items():
        told = await db.execute_query_dict("SELECT name FROM pragma_table_info(?)", [table]) if db else []
        there = {row["name"] for row in told}
        for name, kind in columns.items():
            if name not in there:
                lines.append(f'ALTER TABLE "{table}" ADD COLUMN "{name}" {kind};')
    return "\n".join(lines) + TABLES


TABLES = """
CREATE TABLE IF NOT EXISTS "used_assertion" (
    "key" VARCHAR(64) NOT NULL PRIMARY KEY,
    "expires_at" TIMESTAMP NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_used_assert_expires_1c6667" ON "used_assertion" ("expires_at");
CREATE INDEX IF NOT EXISTS "partner_key_of_partner" ON "partner_key" (partner_id);
CREATE INDEX IF NOT EXISTS "employer_not_told" ON "employer" (expiries_told_on);
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    raise NotImplementedError("an installed database is not taken back: restore a backup")


MODELS_STATE = (
    "eJztXVtz4jgW/isqXjazxUwl5NbNPtEJ3cNOAhlCumen6XIULMAbIzOWCZ2a7f++kny3ZW"
    "Obm3GUhwCyjjDfkaVz19+1maEinfxyZWDLhCOrbyxrTfB3DcMZom9El+ugBudz/yJrsOCT"
    "zvuPnI681xOx3zfBGOoE0SYVkZGpzS3NwKx3C4wXWAXWFFoAYoBmc914RSaYQgIgcMcCS8"
    "2a/sJGVI0RHVLDkyLEC6z9tUCKZUyQNUUmHeLr15pLxTqw4WrfvtF3GlbRd0RYF/Zx/qyM"
    "NaSrIWQ0ldOwdsV6nfO2D9qkg62PvC+73SdlZOiLGfb7z1+tqYE9Ag1zpCYIIxNaiH2DZS"
    "4YUnih6w6oLnj2D/C72HcZoFHRGC50hjejtm/Ab6spSrc3UO7bA0WpxXjhUgQQdpookoyP"
    "9FYJB2DCbuHn943G6ell4/j04t352eXl+bvjd7Qvv9/4pcsf9s34aNlDccw6nzrdAbshg/"
    "LLnkWs4QengRa0qTgzfPQ5r2L4X02hKUbf7R/Bn/6wKP4u2mkMcBt8DvgTfBcsmMHvio7w"
    "xJrSj43jFHQ/t/pXv7b6R43jn8IQd50rDX6Jge2D6z4USt45HiFcPdkPAeydzXe21Iyfhd"
    "M9tEyF2PHRMJE2wb+hV86SDr13iEdIAL+zlLedoZyl/MC48cOdcm6rv/qZcOkt09GZSGGg"
    "Px5ZHIh++37Q71xRyBniT3D0vISmqoSgZ1eMhhFp8frGL80as2gLxHDCEWI/hd24gAOCvT"
    "bCoOS9NjgpVu61yQgL9kW5B5ZlTUjbA/lrjj3Q7V/JPTDbJpi2C8a2QaKZyMoDsEewGYT3"
    "O8VD+J6cZYD35CwRXXYpDK4rnyt4MXsSbWzJMAtIKwf45oW6uUElA12BqmoiQuJ4D9D3hF"
    "U7TlmJFSQF4EH7D74azwj5Sw8Ce3Tb+oNjPnt1rtz0up/c7gFGXN30PkQYYKI5xQ9hC1ra"
    "C1JG2ouma9areOa36dyOCXQhrqQMV2b21G5b163bdhPYr0N82+ved9oPfdrivItq+pkWqC"
    "zPy0ny83ISe14i+OqQ0AUn546bNkaZmVR0l8i0C5+k7MIn8V04guFYM9dnRHgQyYlCnLA0"
    "S1+HCR59IfydrfkNwT/ViGWYrwpB9Bc7O0J21UtEvTv7zPG2YN+hIhbnxBSSaZ4HIEq3u4"
    "WndrzmX20nz81FFjXjIlnNuIipGej7XDM1RBTLoAPSe4ux65pCnWDNFNBGWEZ1c2RpM/QL"
    "e3OAu0YK3NetQVtklEy2mcWVO4Ga8cEh/fhbH+mQ328cVrHX6TCxjZkqQ/MTjkbGAq8LVM"
    "sepcI4zSBmj9iaON3ao1QYJ2eLWQ+mX+1BKgwT1amtBVFGU4gn606qez7WFR+qwpAZC2ti"
    "sFHWAqvnjFJhoObQtOivWnNW3dmjVNNb92Ob7rV7ZL5oI5TgXQtcrac514jdb3++tRG9p3"
    "xWcXWD1owKmsKTHWkUBaTnwdojqKDpaCuuNBmus0XPjo5enNUr8/z1KCoI8FkWgM+SAT4T"
    "uc40d7cOQ5xobguSVCkMqnFydnn27vTizDOweS1pdrW4DY1uhzMkDDBLnrZBGjlxEyZuSh"
    "QZxy8OeO4QsgEbp1oSaT0SPxacarmDxwIuE20yXde402djVAvtrcr/3uwUSP/BmZss+3vP"
    "iZT8a/uU/De1k0vJf3+Sv5SdNiM7FfLDOEaMdQ2cIZPJgWG/ly0o4I8RbEJhb03yNuT4hj"
    "JtRDW6s4HHfyrP6PUR2I8SAdBEYGzoKlJp01xDpE4/msAwVWSCo5vGTwBiFRAEzdGUfj75"
    "KZ5ktZlhh3iI2UhsHX6CBAHNIkgfg2eE5gQYGIEZlUHr4JFHSBEqjCoa5l/aBBCwzz9r2M"
    "70wlR1NcESEvrdM0TAE6LfjQDUdWCwjZYk5XrJmPbyhFIkb8iairCl0Su5IoLDVJWTg95n"
    "2JbfJ27K72Oh12tGnspQ09XsyBVqWii2VAaTFoihKxY9KsNFi2CNZlDLpVt5BBVEuHGeJb"
    "SN9krWrc5jwW1zilKuiewRVC/kdvNuFRUxT/4M4Vw5YGGq6uG8laVibhpjRAi9sYIZSgn0"
    "OwywrW0J/V1nKTEotaS4/tWyYYC8zKt47eG+TcVA9n+IW9e3nW7nftBvDXq0MfSxiIC4hY"
    "IMLBIZkSLxyx7Vm4tcDsdkEbI0TFUZmYj9RgUKFvVrB5KENUY8RBqs7M3hrfdpK07ntn0/"
    "aN3ehZYdhje70ggtOW7r0UVkonuDgC+dwa+AfQR/9rptjqZBrInJv9HvN/izxu4JLixDwc"
    "aSLfABTNxmtymuWbn2pPw8F5BLfpea38bomT6aC2yJVI8VzI7QSk6XmdPFF/KNr98HtDUe"
    "HJvtwIsibA5Tyoe5zFx+QSbJ5yMOUOzORXyyJVZuOrbOMw0zF1oePTpGWGYdrrQqtG8uzo"
    "t/nFIyoAADfBtcXgbEKSUDCjDA9v3nBT9MJYEvALys3Ckrd5aUG1kjr9et3Clzxovm1isT"
    "E2L20yReqXjJoH5Zh0DWIdgXZJpKdwjDQnj0ykTFNUHr+KNVGDNdw89rAnVDh6gwQsQOH1"
    "g7Up6PUmGcZBWQTaUUhFwZPH4ZClxWLqo9jAYG/ZehaJY3WjZ0y2nWFoObIwUjDIPoSJso"
    "TimH2oQYlC0XgyU1zHU4ou/GwI0dYGfTTFm+BGRmJjA2jRlYsqwGjQATQZX1dSuCgaO7Rk"
    "JCxgbHXiNRwhkst6khTLcZS4PMnPDjU/JWpYwRVsLytoPURltqL+SCDlFKF3TpnJM5si3j"
    "m35siYxPD3c7z2j5W6++414Xx6xmv/CukMXqt1aGZsBKJZANwjasZMHAsZxlkwpaGEB1pm"
    "GNdbQM8x8EOPTAMgA7qo5lUULM0xi94+zq4Ik2ABW+EqDhkb5gaZdHbVGu5ja+YLV88DU4"
    "yz1r9zeZX1lKKYGuNKaVN5A4RPSm44gRVnNHYfskbxo6E70Yz4WkpTCljOQqm7AkqGddCq"
    "Vw3xrIXs4mkBEAe2eB40ZVnl5zMyFGKtmwqUCMRF0sdxxGJavt14voY6KFZwMAy0AXMcT+"
    "6iBncTaMY+tpqQ4C9oJABCaIYIBIaokoRIjCI1KyWSF6WH8Fdv1fAJ+MFwS6VBTkNZ2e0d"
    "wCR61LgWkhM5XAXhAyELhl1b/Jckxl2TPrKeYCzvI4Ayj6q1PBPdoyyzA1No+b4HiI++3W"
    "dROcDPGXfmdAmxrRhyCVT6eNywuPM+xDGi/ub1s3N3G5UepOexbcncUpZ1XqMFUlnWebqG"
    "cgRfO9ieaBs0zWxLeSpUCj+IYf6FJJjIGIWIHMGI6XTZYaA8G5qwXGRyc49ZFX9XwkULce"
    "ueA3RyZhBXeagE4CQoFnLiVLQwSw+tlxGbLoQKx4aIsySptMkAlMNF4QeomVAX21S36CxZ"
    "wZf+t8XLudc4z+gGSZNKiuemeiRqXSiOjq9qqDML0xZ4+BE5UVHkzKtKWTaYudn7ufc3Mr"
    "wozAVp/b+yNjZA7A7RNaAeOC82plMTRAmWXoWuvqqvfQHShXVGEctKnKGGkY4uv2oNW5uV"
    "due9edjx3WJdpCtc3Op18HwS6RhiG+6/c+dm7aCn297fEvirbQbdH56n672/4SvBenwe9x"
    "3b5ph+7WaQiOcT/o9cOD2C1D3Ol+7gxag06vS2HpDpog0kDvtnV//6XXv/ZhibYE+tCB22"
    "z43x/oN4T6Rq74d3fTu/oteG/2Z//6Qzfaw23JqMZv+QgpKmIZ+X1yQapCm07JPN172nM4"
    "ioUdo0JyyY31uJG3BHOYqoJlVbNVFU8rKx6vK+4aCvKX1xFQVkno3VilncTEzeQqFwGSKk"
    "zjnZcWgXquesxu/ypgHV4yThsZVozTRuKCwS4JZ7OiavR/LpTjlGWW4QsCfpGlhPtFcgX3"
    "i1gB97ypOhXO0Nk8uNKdJkMR3yILZDGifcZoSV/mltO+duZri9ZTETjcBCVXkr1uoVovmX"
    "xvyWhnScsKPuwUXu61CsxO1iQ9VKX0UNlnGhY1pfvUJdZ5anft7nWn+6kJnDfMlDvofG4z"
    "Ay57HeL2H3cdbo923jDDumPEdt4UMe1u/vQ2OLaSTitczSyPuMwifZWYJf2PVfQ/Sl1P6n"
    "pvkQVS15O63sEAXGJd79OCDpGg5HnX6qnanXNK1IT1zqTd1b6YBp549bsIeHoF/kHWdbCc"
    "ct0OGCbAhgUgdst3sUpfQLPqgBj2mei8gIduGM8A6tozAkd3p4Icnu1+HYvSfOTHxGsEQE"
    "DfIbskWZNFcQKOE1ANRPjoFtJ1+o3aaBq4BwKWyEQs0hOpmYuPBEopJauzwkL0yWb2jVag"
    "L9E54puysSdrrmOo6QtT5BBNFACCJLvb/Y+3u/Vv7igXYySq3JqIptdfQimCUp4N9xa0QV"
    "mYr7Jsjik8+5EXI2XDBVJjvLB4suwYKWmeTXrsYUSFNMJEJhWYLDuBWLzGKxhBXWcSnSuv"
    "EYRVllWjUaluQmeCJ4ZNWeuM6iqihO8Nj74qMZz97nj6TeCsRumsKKezYp+y9b7tPBFjdT"
    "ZrdZq5Omavzh+KJUOwckUJGQtrZIhikZMjOAMklYB41yGc8ujeyopn0idTXoeAtFZXxVrt"
    "nsUjUDsCx/Qk6xtexX92LlAmbWOdSCQpt5dSbp8vTLriF44yCpCXWQiq2dmnTWC/sjJPtG"
    "cT8Jeo1rufkBRsCIsRJEv4HkGZgS9NUotlPCOc+1CUMJX0BK3Uo6RQv0riqIRQj77PNTpc"
    "ATaHKSWbS83mBSn0KAfIpIeszPyVhzG8BS5LC4y0wJSQFzuywOz30NpyLmtrnlmbN4POPw"
    "5ZlDwXOiw5JbLS7pfJTlV7nJvGWNMRD0O0nLNSuZ+afXCGAk9oAjFYatYUHN1dCGIliw8j"
    "7WElXpvrKfYwaSfYiZ3AebAKmx198jJbv2oP9+1+E7D/Q9y6vu10O3TDag16tDH0sYgJcj"
    "P1uENFddgBf4XUgTCl1OpLrQ/okFgKQXTBys/oKK1kdalZjSiERZ7nIJ1U7svMYancS+W+"
    "hLyoQHhFUNEX6K0RO0Cy4ho0O2TQXMf0MuEK59JVNC303WINM6hSFXRcBzwTDywh64Mw7z"
    "Ojyij9HbxRRSNNdZLnwvrshgfPkpnH6t3wWY7pF9EtxWKnOvBIblmJpkxrWj1FKWb5MFh0"
    "Alg2bS1AXmptrX3b6tw0AX8Z4pv2YMC0N/u1iIa2+SCRZ/qLi3LBpS01C/yK8sHq8kPMea"
    "JQWLqfeHmZ4MdoSfloIflgWXp3gGjL6hLzvKLNf+iIVG2/ZvMi0hAqj+/3EjRGTAHKdecT"
    "3eoiFgGndYh5xBIjd+djpIEfEXDbC3WJthSZvKdZJu9p8uQ9jU1ek+4ccw2JhKPkKPsQUZ"
    "mnbmnj7Pmenwdyj0DCXQBuR1bKeXpgmKpyBuR3WRaTd8mLyTuRrdIqbD72iHc3w2u/P7Qf"
    "nPJnOfZDm6oJ7Nchts9dsQ9b+Uj3QHbNfmUxrZ97fOty3pRDZJERgYWWpkOzQxG6RRdxHP"
    "hk0s5YZv46inueIiRBElmHJFqHJGoOyfngCMjlClnqJ4i7zpBpGoJafMnCeJiqxKV8SyuQ"
    "Sw+JLAr61lnAMjxzwx8gkufcbcg9KMuxynKs5QI4kwc2upZsANxAivphrSNZgQ0sn6Xya7"
    "cIQaaVHJAdul5P82zbeV5ud953pX+7BViJXKQCj84OqIaAx9ByF/NEe6HvxobZZJ5ojTYY"
    "hso+8/jro/7HK3B53hAVt9346JlOWPFTGmXt2b3XnpWpqatWroPVpmNy1X4W0DtoWpTvQf"
    "lLsIwKeqUupnO7vxKUEDdbkOWr+x1saO9rotUWZQhOKUNwpBK9dyXafULzciBMJxmwKV06"
    "sJqtqYs4a3W1Fb3wNMyg6ElbxVZsFXsVWijL0uUVp0MmUSVzkeovtg7m0IG5abwgFmVMkD"
    "7mibNNepWgkYmsOisvbR8JwiKPWUol09Ge0ZxdMtkoiyddG7GjRQSHm2zpi9xjTXiKp5cN"
    "zGnoKHYysDOoaUdVTxezpzm9Lcvt4I/2L/A4pRf4MFNj6d0RSyTWMKkPsVtUe46MuY7ACO"
    "LQUSlMa5VZxmXfudKkOXcq5TQJyAzjVXYBH+KpJrIBJ8Pr9q9E0OO2M4XtxUz571JgCU72"
    "ZYeppC9b1syWxi236UdJy+sd0AN3aFyW1dfeApd5AFfBQopRWsnpMnOaMkoQHpumVLkUlY"
    "mOlRZZaZGVFtmNWmT3ai5MtxVmNRRmMxI+kpFBZ+AjgCYC9tnEvKYemcMRIuAJWUuEMK9P"
    "0Gst6IWlqVmIW+JmglIH644mbWslXoPqKbY1/hrDP+UcBbjJQ7xKZFPbykl09mOVB1+fop"
    "KmtWy2tTTjmkyZfJv6gtT/q8rlHIFqgbh1XTeWSCQ65KhOLY46O8yHPF6lOlQKB72KtO38"
    "WPke76rAtNXocWRqo2lNoBQ4V1IVAuj3Kc1Zc29FLF8zczlZ4H5BpluZPatMGCCpolB4fp"
    "5FKDw/TxYK2bVIGit9qHIg7HSvILpbUWvoN1rCylT/vu91E2RtnyQqgWkjC/wP6Bo5REti"
    "CrgMjJDcFfNpR93XEYGKDfBBZEPcpZXrx/8BOFgx2A=="
)
