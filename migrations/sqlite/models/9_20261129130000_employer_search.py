"""Employers are searched and ordered by folded copies of their texts (E2), and can be changed and closed.

A small index holds the pending accounts, which are counted for each employer of a list.
"""

from typing import Any

from tortoise import BaseDBAsyncClient

from models.rules.employers.searched_employer import employer_keys

RUN_IN_TRANSACTION = True

COLUMNS = """
ALTER TABLE "employer" ADD COLUMN "name_key" TEXT NOT NULL DEFAULT '';
ALTER TABLE "employer" ADD COLUMN "search_key" TEXT NOT NULL DEFAULT '';
ALTER TABLE "employer" ADD COLUMN "version" INT NOT NULL DEFAULT 1;
ALTER TABLE "employer" ADD COLUMN "closed_on" DATE;
CREATE INDEX IF NOT EXISTS "account_pending" ON "account" (employer_id, expires_on)
    WHERE password_created_at IS NULL AND deleted_at IS NULL;
"""
EMPLOYERS = "SELECT id, name, siret, contract_number, postal_address FROM employer ORDER BY id"


async def upgrade(db: BaseDBAsyncClient | None) -> str:
    """Return one transaction of its own: a kill in the middle leaves nothing done, and after it all is done."""
    columns = await db.execute_query_dict("SELECT name FROM pragma_table_info('employer')") if db else []
    if any(row["name"] == "closed_on" for row in columns):
        return "SELECT 1"
    employers = await db.execute_query_dict(EMPLOYERS) if db else []
    return f"BEGIN IMMEDIATE;{COLUMNS}{''.join(map(_fill, employers))}COMMIT;"


def _fill(row: dict[str, Any]) -> str:
    keys = employer_keys(
        name=row["name"],
        siret=row["siret"],
        contract_number=row["contract_number"],
        postal_address=tuple(row["postal_address"].split("\n")),
    )
    values = ", ".join(f"{column} = '{_quoted(text)}'" for column, text in keys.items())
    return f"UPDATE employer SET {values} WHERE id = {row['id']};\n"  # noqa: S608 - quoted


def _quoted(text: str) -> str:
    return text.replace("'", "''")


async def downgrade(db: BaseDBAsyncClient) -> str:
    raise NotImplementedError("an installed database is not taken back: restore a backup")


MODELS_STATE = (
    "eJztXe1z4jjS/1dUfJp9Krc1ITOZ2ewnNjAz1CaQA2Zn75Ytx8EC/MTIPtuESV3N/35q+d2WHduYoDjKhwCyWphfy1J3q1/+29mYGjacny9N4t"
    "rqwp2Yu84F+m+HqBtM3/Aun6COalnRRWhw1TuD9V/4HVmvO8d7f4GWquFg2qRhZ2HrlqubBHr30HJLNOSuVRepBOGNZZiP2EZr1UEqCsZCO91d"
    "/wwjauaCDqmTVR3iLdH/s8WKa66wu8Y2HeKvvzoBFXSA4Tp//03f6UTD37EDXeCjda8sdWxoCWR0jdFAu+I+WqztN301JO4n1hdu905ZmMZ2Q6"
    "L+1qO7NklIoBOG1AoTbKsuhm9w7S0gRbaG4YMagOf9gKiLd5cxGg0v1a0BeAO1dwNRW0dRRuOZMh3MFKWT4UVAEUPYb6JIAh/prToMgBXcwj9+"
    "6XbPzj50356df3z/7sOH9x/ffqR92f1mL3344d1MhJY3FMNs+Hk4msENmZRf3iyChh+MRnVVj4oxI0Kf8SqD/+VatfnoB/1T+NMflsY/QLuIAU"
    "FDxIFogj8HCzbqd8XAZOWu6cfu2wJ0/+hNLr/0Jm+6b39KQjzyr3TZJQA7Ajd4KJSqczxF+PRkfwlgP9t8h6Vmec+d7ollKsGOT6aN9RX5HT8y"
    "lgzpvatkgTnw+0v5wB/KX8pfGDd+BFMuaI1WP1vdhct0eiZSGOiPxy4DYjKYzibDSwo5IH6nLu53qq0pCejhitk1Uy1h3+ylTXeTblGJumIIwU"
    "+BG+dwgLPXphiUv9fGJ8WTe20+wpx9Ue6BoqwJRXsge62wBwb9W7kHltsEi3bBzDbo6DZ2qwAcEjSD8HGneALf03cl4D19l4suXEqCG8jnCtlu"
    "7ngbWz7MHNLWAd68UGeZVDIwFFXTbOw4Wbxn+HvOqp2lbMUKUgDwbPAnW403jvMfIw7sm+venwzzzaN/5Wo8+hx0jzHi8mr8W4oBNrYofpi4qq"
    "s/YGWhP+iG7j7yZ/6Azu2MQJfgSsFwIrOnc93r964HF8h7nZPr8Wg6HHyd0Bb/XVrTL7VAlXleTvOfl9PM85LC11AduuBU3HGLxhCZSXV3iVK7"
    "8GnBLnya3YVTGC51e39GJAeRnKjFCVd3jX2YENLXwt/fml8R/GvdcU37UXEw/cX+jlBe9eJRP5995u2hYH9GRSzLibXqrKs8AGm651t4Om/3/O"
    "s8y3NzXkbNOM9XM84zagb+bum2jh3FNemA9N4y7OpTqHOsmRzaFMuobo5dfYN/hjcvcNcogLvfmw1SYMKrco85Imu+8hCnecb5fqj5+txKg4NV"
    "e7GuCnqSSsJeGfYHbDs6b7XI3V9jFM+3rZ4edlvtnr778O7j2fm7cDcNW4o20eyGuTBMB1ddfhNEe667gkmLTy+7mbOg/KOKrE2NY935zSf99P"
    "sEG6rLn6n8w/6XuaVlTogSE1JdLMwt2ReonjdKi3HaqASeMEdZ+09ofbCuvaFeA1grqt5yljqJFkeJ2g+mL94gLYbJcVV36yiLtUpWeM/1asrG"
    "umRDtRgyc+uuTBhlL7DG/igtBspSbZf+qj1n1Y03Sjv9Sn4c0hFkiu0HfYFz/EBiV0+K3EAcrx/rdBQvkAW9p2rnt1qDdvcWHtrmu3xQFLBRBe"
    "uQoIWHHAdx+pCOpQf0QTDwg796lZ6/IUULAX5XBuB3+QC/4zl56G41w1WcpE0Ou40Zr+h2uMFcV+j8aRunkRM3Z+IW+Dsz/LKAV3Z2nsE47ZJI"
    "T1KezvGpVtnNOXa4r6/W+9rDJjBGu9A+qPwfzk6O9B+fufmyf/icSMm/c0zJv6mdXEr+x5P8pezUjOxU6+jKN2Lsa+BMmExeGPZH2YJiR1icTS"
    "h5wJW/DfnHaaU2og7d2dDt/4Fzwi3yHiUHqTZGS9PQsEabLB07J/SjjUxbwzZ6c9X9CalEQ55bA/18+lM2HLiZYedkTmAkWIfvVAcj3XWwsUT3"
    "GFsOMglGGyqDnqBb5svrUGFU0Qn70gukIvj8D514McmEqq422qkO/e4NdtAdpt+NkWoYyISN1smLSpbRV+I4/eVvyLqGiavTK5ViV5JUrZODfi"
    "mxLf+Suyn/kgkS2jNGQgZFPM2OSkERtaIgZNhDDW/venEOMrChDtZ4o+qVdKuQoIUId9+XccKmvfJ1q/cZN2yLolRpIocE7QsOaf5YRcNwkr/B"
    "pFK0cpKqfTgfZKmwbHOJHfD0rRlLm0MvfbQr+2gDlHpeBNrTsmGMXORVvPN1OqBiIPyfk17/ejgaTmeT3mxMGxMf6wiIB0gdBDEz2KkTaRNSve"
    "oYG0t1nJ1pa8rCxvAbFZWzqPd9SHLWGP4QRbDCm5e33hetOMPrwXTWu75JLDuAN1zpJpacoPXNeWqih4Ogb8PZFwQf0b/HowFD03Tclc2+Meo3"
    "+3cH7knduqZCzB0s8DFMguagKatZBfak6jznkEt+C81vc3FPH80tcXmqxxPMTtFKTovM6foLeePr9wvaGl8cmz3HizpsTlLKh1lkLsvA0E6Tvn"
    "WhabhqhHOGUGQdTlgVOjIXV8U/SykZUIMBkQ2uKgOylJIBrc+v0CLgZY5pmWNaUG6U9bzeN8e0dL6uE12/H0p+XP0XcApr2fQ8cnS9mEqnDK5v"
    "GDJdo8ue6WKyeAT5Z0/QhtFoLcbM0Mn9nkBd0SFajJDjnYnv7f7NRmkxTjK1RUmg6O/UHzBkb9wPqr43TttWp0ohBYmjDOa/rHKOrAJUxwTPTP"
    "qvRJ6xcLR2SRgVQzCSMHCiMDI4FZRfSzCoXCwGBDVYhrqg75Yo8B2AKmpriJdQwcyElra5QTuIatAdZGNVg75BEjX05qabE5DR4Nh7BEr4g1U2"
    "NSTpmrE0yMiJyD+lav7kDGErLG/PENroKTi1jqATlPIIWrjDyQrRltlNP7NEZqdHsJ2XtPztlxLzqItjWbNfclcoY/XbK0IztOtxJIO4za8wOp"
    "MqRgozMpYTC8bEeERe6h2k3pkPGI3olGXhlPfYctGb3gfOhl+ailuJNTYDg4xmshbri9jPGcuzDKDoP+2FHdKKfI7TgXl8gd7OyWTQ61+g0zn5"
    "NhnOaFM3/RAU8ums++E85Ax8KOLF9Lp3dZX1mBBJlj224HSU4h/+4lQxIVSSqpVyaxOhBAXHk7kSSuXTyVam7a4lpXDmdQP4tjILRxrf5AMtVH"
    "3hzBknR3LknYPmS5D+2auyZt3LyZA9glRtoxMdOrqQdWOJqLSHFpi4VCLcrU20UR8RHQNtCeTjgIv+F50g5tuObLyhYqSWFTWbHvxp41JCQPVJ"
    "QSv+WwqlQgql8FrH4BGnk+YO4cwdyXqE4VNYkclJSulxLzKXpcJzZIUn2PyrMiBJJxnQlJ+mj2sDgnori8ykBfXkNCyhCElF88Dm8OdWhIpVoL"
    "LKTzmt5zfTXSNNffRyD+pkYWw1qmMgOAwHb0MMh9wLc2Nt6UTwjr5dlm4QKIiGNiaEdDhZjafJgctoO1DDiml6mGgsMQPt8VfH068SzVL/EVL/"
    "cRamVTs3SkgssqGy4xnj4T8Y5keDb/CBvszJdW/U+8zS6cFrSRv9gVPnUahtt2pilATRq86LEqw3FcCLkbxq6CzbtFgp1RqpZJKk0iAiuqqMrX"
    "o5CFKk0iQiMp81vDB0UjPXRIJU8llkPtMNrBaT43SSwyJz2NOnKpvWEmTSslbbtMmU3Mrox6kk+E2ZNUODg4w9L2F1i8/BEjbNyG4j0S2BbmJ9"
    "3SOu3/OXkCHrzcShVbT+xqLXOdbfZGx7vvU3Fkj/tPX31o8kv2Um11tHNdxbZq+16CyAlM8XiLLNoVAhvKFU2AEj7SZr7a07EJSv6VFo9dUK28"
    "jGy61DL0Ehmkev6AzaWp4PDIzrtbPJTX9Avmt2PDOIg+l1wnHOTnlwB73AahynNy2YuP6ETw4mrcjiWZEDBlXiQZxKCki1pdMaVhxppRNf50us"
    "gHVOZxIDCH1C07u8HH8dzZTLyYAi379AqYY56Q9mveHVVLke94efhtAl3TInk+HnL7N4l1TDnNxMxp+GVwOFvl6P2RelW+i26H81OyKK34vfEP"
    "XoD64Gibv1G+JjTGfjSXIQr2VOhqM/hrPebDgeUVhGswuUaqB325tOv40n/QiWdEusDx14AMP/8yv9hkTf1JXo7q7Gl7/H7837HF3/Okr3CFrm"
    "ZDqYTumdTpXBqA89kp/nZHB9czX+12AS40amiZ2/waMG6N+Mp9Ap3RL1ofcwuJnF+wQtUZ/+4PJqOIr3CVqiPv4NJz5GV7+Mr/r0Fke963ineG"
    "um72RwPf6D09tvr3Oq2HzBdyqOmtUtGHGqWhu0YCbBI+3PDMXaiQy55JIb+3GjasG0JFULiyCVc2Qo8mTIujIELl/Vk2FzKNukIDSWFzs3I11+"
    "TtoYSRumcZHEf5BEwKpRqXpa0L8NWCeXjLNuiRXjrJu7YMAl7mxWNJ3+r4RyllJkfacm4OdlCi6e59dbPM+UW6yaWKfF+XSaB3dlm1tLYZ55Fc"
    "8Nk4RS1Ksv6h0tJEjifyFzt4t3eC5ztx8kd7sAYUGCLTgtiApKJ+rmHA5zcnnnnxAnkoiXOifOR7tMZE78WafwshPW2OSEJnmaKuRp6h1emjwv"
    "nHLHPhG1wDpn52Yw6g9Hny+Q/waOHWbDPwZw2ACvczL482bIzk78N3AI5B+4+G/qmNabD9hRly5vQy3HrJBYZJWqTcySZ+VtPCuXyR+kqvcaWS"
    "BVvVeo6r1UgPfU9WTRDgGcpT9v6RA52nB47aRQDaYPhqITZQW9S6nBnW+2SVZhWQgH3T0inZWvoDdtn6DdminByLQRMV2kkqAqBBSQQLp7ghwT"
    "uVA44g6SYximeY9UQ7/H6M3NGSc/9WG/Dlyvb+/x4y0k4lARfYe9ShcXLBEHwwlpJnbY6C42DPqN+mIduwcH7bCNwX27QlrCWIb+fL2fW980/z"
    "yo0cKmx1X8D3IYlK/iL1Xd2Nq8BSxXUoqTPJ+Y9PawMlJzFcLNBa92Wi6aYX8JJQ9KulCw7KdVteU0rQwrFlltlvVeWsvmjGZ4nEOUVOFOjtSY"
    "Le2ZLzumioqWkx7HBFMhzQGRSUM2hBw5LisdhhaqYYBEF8hrDiYahMrpVKpb0ZkQimFraN1QpY5XzKTh0Z8qegK/OxtTt7Cx6spM08e2xxSJfM"
    "eUrY9tEEtZ9cuZ9Yvs+hnDfnWfQekrWMmdzdy6C5PnNJ/vahwjaQXEz+1rHFvUq4pnCUopngknnsnDK3FPTqRZvy0uXFc6uc9RO4JLhfpGWEjW"
    "oL1LaRv7uGxJuV1Iud3a2pDblC9aPu3hEyMXWQjqeCHlF8h7hUzJtCdkSqYvaa33OL47xORmGMmX8EMCkYEXJvrKNe8xqVxrO0klT4Ke1KOkUP"
    "+UxNEKoR5/t3Q6XJ2srAlKyWah2bytly9922iudHlCdsDacQ/mfc3acXFKyWWRuSwtMNICIyAvnt2x0ty6KxPuKPsUVHCrHPujtCpw8aBelVPs"
    "QJqbvCjD6OpJoWel16+Unapza9nmUjcwc0MEx0OTYO+cGj74Q6E7vFIJ2unuGr25Oef4StYfRtrDBF6bTwrsYdJO8Cx2Av/Bqm12jMhFtn51vk"
    "4HkwsE/+ek178ejoZ0w+rNxrQx8bGOCbJbxgTZzTdBdvnF2WqpA0lKqdULrQ8YquMqDqYLVnVGp2klq4Vmtayd1HYOS+VeKvcC8qIF7hVxRZ+j"
    "t6bsAPmKa9zsUEJzXdLLDlM4d4Gi6eLvLjRsVI2qoMsTxCLx0E6FPpiwPhuqjNLfwRo1vNA1P3guqc82PHiZyDxWlhs6E/pFdEtxoVQL8+SWKX"
    "tEWtNOCpRiiIchmBMuVU5bi5ELra0NrnvDK0jlT1/m5Gowm4H25r3W0dCadxK5p7+4LhcCWqFZEJWJiJeMgIoLlCcKhWX02au2EPuYrhORrg4R"
    "rzURDJBuebpuBEv98y+oezAc9WFepBoSNS+iXpzGlClA6Q8/060uZRHwW+eEeSwBeTAfUw2s7sf1ONEl3RJVdRgNvk2jWg7wKboWUCc/x6pdBB"
    "1SDXUejbMyj8ZZ/qNxlnk0bLovWTrmiV75PvwJIpEfDGG9+JlEUQXykEDCXQNuXxLjqnv55ukkVevM0x/LLCYf8xeTjzxLqFvbOB0SP98M7/zz"
    "6+Crn4Wuwm7rUV0g7xXqHkGpJq8+0ye6w8I17xU8Zv8Ys43RfyOGQCT9DWstTS/NyuXQLbrOsUREJq2YIvPXNwtUSXESJ5FZTtJZTtLGlooPDo"
    "dcrpBCP0HsYA7btslJiZgvjCepBM6oLKxALs9fZG7W184CiB+tDH+MSNagaejwUWbFlVlxxQK41Pluei1pANxYAPzLWkfKAhtbPoU6Ne85Drbd"
    "fHfvxPWTonNzL4os6M76Pnl63kOQgBdrKKTz3LVVxDx02QH2Sn+g75amfQHn3DptME0NPjPv7jeTT5fow/suL3Vu46OXKnQTBUzKzLZHz2wrA1"
    "+fWrlerDadkauOs4DeqLZL+R6XvzjLKKdX4WJqef2VuITYbLqXv4LvgKHDr0nncpQOPkI6+Egl+uhKdPCEVuVAkk4yoCldOraa7amL+Gt1uxW9"
    "5DQsoehJW8VBbBVHFVooy4rlFb9DKVGldArsb54O5tMhyzYfMPgwO9hYsrDcC3rVwQsbuyeQvNorOAJ+zRCwCTraPbbgkg2jbO8MfQGFSzilUw"
    "70RUHRFBZAGsYaMxo6ihdq7A9qez7b6+3mzqK35QYdotF+RbdreoENszZ34R1BmLJOnJM5CVJ2W9i0DIwWKkkUYgGtVcYwi75zFUlzwVSqaBKQ"
    "8ctP2QUiiNc6zwacD2/QvxVOj4eOQ/YWM+X/dxxLcP5ZdpJKnmXLjNzSuBU0/RA0ed8LeuBeGpdlbrfXwGXmwFUzTWOaVnJaZE5TRvEKwhYoVQ"
    "FFa7xjpUVWWmSlRbZRi2y+uTDCfYfv1qbJqz9aJW/iN2+UdmF+0LyJsVmab1Eta04tZ0q9dRYmfU5vkWpj5NWHZnkNHUtdYAfdYXeHMWE5Isa9"
    "Lb2ws3UXM3vlhpNuYt/RpAVS4JX6pMACyV4z+BfUslCbLKQmkOXxINUAvceqCr4RRSsNkOUskEUmSBlY+jq1KmklaSuXK7jzxbz7DcPcYZ7oUE"
    "HS5fvmvcyHPCvxJtIR4cc9tYKMX0AbYZIK1HEUqD429Ads5/mkxC+fFKlQPv9AgWYE5XSpHoK8ZyscxAj4ozD3DpMqP/S/of0K/hYrKJUO1dz8"
    "xHu8yIO9xuK66/pjwHVvcE7h9Vif4jx+sY4ypd9L0NBeaYab/qBHP8H/9DNWTptrOn+NTHwhE19I2X7vE9D6DOeQS11OZH7n5DjJt321Kr3JM1"
    "gXZUaTI587e9J4ZfwTZBL+2vAH2l5V/JN0kgFNHfvHVMs9j/1baUE5SR37J6dhiUAsX/nfH94p1Qq3ziUbrt0YJ5ZamTSmaXgFLgoSW0I4FsXk"
    "AvOkQbGcHfHWMtQFDuO5lqqNdK8sxxJjzTcMOmiHbYxcFfKQbK1f/aAvh7leaNjWH2jXpW1uGCEBA6ETxahl7I3P8J1zwoYz7Q1muVEcBHNf8z"
    "xEWNERc4OJ61k8sbpYh8lU6NTQjTBoLqpm4lctsfFKd1x6Z95YLGgOtDw/NUsYDwcXf0a3O3r7VPHzh6Ed6DAQEgeWgMCyCjFzG+yuKTonaASJ"
    "XPQl/UGsgX6n7jq/olt3axOF3dstctRHDznDpD3ovW2oFuQnhLnDQAXD0m9fqrqxtcFHhk15x0MFhnIAcRXZdBD6JozNg19IvxkQAuxNBj9Sya"
    "N/dwDhraUyt17uzXg3YeClOyeqAb8FktPobumENIFDkWf39dCTZl5BzbxbO6dqS47LsC18lZaaqvL7Uqry+wJV+X1WVWZrWhV8Q4IWInzWLQHw"
    "WTe/pEc3Da+3OSjezpGFuaDGRJrwGc8pKp5QCBsMyCSAakt3SCKV3/rWB39DzQBfbMaOkUnztcjm60hKrMriJKXksshcDsT6Cse6cRJ5rJuNxY"
    "o0mqoPTppWPjoiPzrS8fpVsNnGG/OhpuN1nFI+zCJzGbIKVTUARTRSjZCxyy+JATJ2+WjZJLkJ0Oti27pohDS80RK7R1i47w2vc9NSVIhrSLnh"
    "twTyAwQ2/PgfX/7ULA=="
)
