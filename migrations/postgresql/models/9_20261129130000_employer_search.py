"""Employers are searched and ordered by folded copies of their texts (E2), and can be closed.

A small index holds the pending accounts, which are counted for each employer of a list.
"""

from typing import Any

from tortoise import BaseDBAsyncClient

from models.rules.employers.searched_employer import employer_keys

RUN_IN_TRANSACTION = True

COLUMNS = """
ALTER TABLE "employer" ADD COLUMN IF NOT EXISTS "name_key" TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "employer" ADD COLUMN IF NOT EXISTS "search_key" TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "employer" ADD COLUMN IF NOT EXISTS "closed_on" DATE;
CREATE INDEX IF NOT EXISTS "account_pending" ON "account" (employer_id, expires_on)
    WHERE password_created_at IS NULL AND deleted_at IS NULL;
"""
EMPLOYERS = "SELECT id, name, siret, contract_number, postal_address FROM employer ORDER BY id"


async def upgrade(db: BaseDBAsyncClient | None) -> str:
    """Return the columns and their values; none of the employers is created or changed meanwhile."""
    if db is None:
        return COLUMNS
    await db.execute_script('LOCK TABLE "employer" IN SHARE ROW EXCLUSIVE MODE')
    return COLUMNS + "".join(map(_fill, await db.execute_query_dict(EMPLOYERS)))


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
    "e7GuCnqSSsJeGfaFYTq46nqRINpzoRBMvHl6ncgcXuTb1rNGII454jef9NPvE2yo7H6zqPJPp1/mGpw50khMSHWxMLdkX6B63igtxmmjEnjCHG"
    "XtP6H1wbr2hnoNYK2oPsZZ6iRaHKl/P5i+eIO0GCaHqvdbR1msVbLCe65XUzbWJRuqxZCZW3dlwih7gTX2R2kxUJZqu/RX7TmrbrxR2ukI8eOQ"
    "ngtTbD/oC5zjuBC7elLkt+B4/Vino7gtLOg9VTtw1Bo0FLfwlDHfR4GigI0qWIcELbTKH8RLQXpCHvDQ3MAP/upVev6GFC0E+F0ZgN/lA/yO55"
    "WgB7t1EuLck4w4SZs8TLun7z68+3h2/i48uwhbio4ssscTdDvcYK7vbv60jdPIiZszcQscdBl+WcAre+fOYJx2SaQnKdfc+FSr7JcbO43WV+t9"
    "7WETGKNdaB9U/g9nJ0f6j8/cfNk/fE6k5N85puTf1E4uJf/jSf5SdmpGdqp1dOUbMfY1cCZMJi8M+6NsQbEjLM4mlDzgyt+G/OO0UhtRh+5s6P"
    "b/4DT9FnmPkoNUG6OlaWhYo02Wjp0T+tFGpq1hG7256v6EVKIh7xyefj79KRu/2sywczInMBKsw3eqg5HuOthYonuMLQeZBKMNlUFP0C1zPnWo"
    "MKrohH3pBVIRfP6HTrwgWkJVVxvtVId+9wY76A7T78ZINQxkwkbr5IXRynAhcbzU8jdkXcPE1emVSsEWSarWyUG/lNiWf8ndlH/JRLXs6dQvvf"
    "ifZkclL/5abvvST7+Ge3I9x3zpiV8Ha7xR9Uq6VUjQQoS778t4DdNe+brV+4zfsEVRqjSRQ4L2RTM0f6yiYTjJ32BSKbw2SdU+nA+yVFi2ucSO"
    "Q2+sZvBnDr10Kq7sVAxQ6nkhU0/LhjFykVfxztfpgIqB8H9Oev3r4Wg4nU16szFtTHysIyAeINcNBHlgp05oSEj1qoNCLNVxdqatKQsbw29UVM"
    "6i3vchyVlj+EMUwQpvXt56X7TiDK8H01nv+iax7ADecKWbWHKC1jfnqYkeDoK+DWdfEHxE/x6PBgxN03FXNvvGqN/s3x24J3Xrmgoxd7DAxzAJ"
    "moOmrGYV2JOq85xDLvktNL/NxT19NLfE5akeTzA7RSs5LTKn6y/kja/fL2hrfHFs9hwv6rA5SSkfZpG5/IBtp9oZcYzi+Y6ITw/EyqZ960LTcN"
    "WQ3AyhyDqcsCp0ZC6uin+WUjKgBgMiG1xVBmQpJQNanxCgRcDLpMgyKbKg3Cjreb1vUmTpfF0nun4/lPy4+i/gFNay6Xnk6HoxlU4ZXN8wZLpG"
    "lz3TxWTxCPLPnqANo9FajJmhk/s9gbqiQ7QYIcc7E9/b/ZuN0mKcZGqLkkDR36k/YEg3uB9UfW+ctq1OlUIKEkcZzH9Z5RxZBaiOCZ6Z9F+JPG"
    "PhaO2SMCqGYCRh4ERhZHAqqBeWYFC5WAwIarAMdUHfLVHgOwBlv9YQL6GCmQktbXODdhDVoDvIxqoGfYMkaujNTTcnIKPBsfcIlPAHq2xqSNI1"
    "Y2mQkRORf0rVhL8ZwlZY3p4htNFTcGodQSco5RG0cIeTFaIts5t+ZonMTo9gOy9p+dsvJeZRF8eyZr/krlDG6rdXhGZo1+NIBnGbX2F0JlWMFG"
    "ZkLCcWjInxiLzUO0i9Mx8wGtEpy8Ip77Hloje9D5wNvzQVt3RobAYGGc1k8dAXsZ8zlmcZQNF/2gs7pBX5HKcD8/gCvZ2TyaDXv0Cnc/JtMpzR"
    "pm76ISjk01n3w3nIGfhQxIvpde/qKusxIZIse2zB6SjVKvzFqWJCqCRVK+XWJkIJCo4ncyWUyqeTrUzbXUtK4czrBvBtZRaONL7JB1qogriZM0"
    "6O5Mg7B82XIP2zV2XNupeTIXsEqdpGJzp0dCHrxhJRaQ8tMHGpRLhbm2ijPiKoKb8lkI8DLvpfdIKYbzuy8YaKkRqnWH3Dgz9tXEoIqD4paMV/"
    "S6FUSKEUXusYPOJ00twhnLkjWUAvfAorMjlJKT3uReayVHiOrPAEm39VBiTpJAOa8tP0cW1AUG9lkZm0oJ6chiUUIaloHtgc/tyKULEKVFb5Ka"
    "f1/Ga6a6Spj17uQZ0sjK1GdQwEh+HgbYjhkHthbqwtnQje0bfL0g0CBdHQxoSQDier8TQ5cBltB2pYMU0PE40lZqA9/up4+lWiWeo/Quo/zsK0"
    "audGCYlFNlR2PGM8/AfD/GjwDT7Qlzm57o16n1k6PXgtaaM/cOo8CrXtVk2MkiB61XlRgvWmAngxklcNnWWbFiulWiOVTJJUGkREV5WxVS8HQY"
    "pUmkRE5rOGF4ZOauaaSJBKPovMZ7qB1WJynE5yWGQOe/pUZdNagkxa1mqbNpmSWxn9OJUEvymzZmhwkLHnJaxu8TlYwqYZ2W0kuiXQTayve8T1"
    "e/4SMmS9mTi0itbfWPQ6x/qbjG3Pt/7GAumftv7e+pHkt8zkeuuohnvL7LUWnQWQ8vkCUbY5FCqEN5QKO2Ck3WStvXUHgvI1PQqtvlphG9l4uX"
    "XoJShE8+gVnUFby/OBgXG9dja56Q/Id82OZwZxML1OOM7ZKQ/uoBdYjeP0pgUT15/wycGkFVk8K3LAoEo8iFNJAam2dFrDiiOtdOLrfIkVsM7p"
    "TGIAoU9oepeX46+jmXI5GVDk+xco1TAn/cGsN7yaKtfj/vDTELqkW+ZkMvz8ZRbvkmqYk5vJ+NPwaqDQ1+sx+6J0C90W/a9mR0Txe/Eboh79wd"
    "Ugcbd+Q3yM6Ww8SQ7itczJcPTHcNabDccjCstodoFSDfRue9Ppt/GkH8GSbon1oQMPYPh/fqXfkOibuhLd3dX48vf4vXmfo+tfR+keQcucTAfT"
    "Kb3TqTIY9aFH8vOcDK5vrsb/Gkxi3Mg0sfM3eNQA/ZvxFDqlW6I+9B4GN7N4n6Al6tMfXF4NR/E+QUvUx7/hxMfo6pfxVZ/e4qh3He8Ub830nQ"
    "yux39wevvtdU4Vmy/4TsVRs7oFI05Va4MWzCR4pP2ZoVg7kSGXXHJjP25ULZiWpGphEaRyjgxFngxZV4bA5at6MmwOZZsUhMbyYudmpMvPSRsj"
    "acM0LpL4D5IIWDUqVU8L+rcB6+SScdYtsWKcdXMXDLjEnc2KptP/lVDOUoqs79QE/LxMwcXz/HqL55lyi1UT67Q4n07z4K5sc2spzDOv4rlhkl"
    "CKevVFvaOFBEn8L2TudvEOz2Xu9oPkbhcgLEiwBacFUUHpRN2cw2FOLu/8E+JEEvFS58T5aJeJzIk/6xRedsIam5zQJE9ThTxNvcNLk+eFU+7Y"
    "J6IWWOfs3AxG/eHo8wXy38Cxw2z4xwAOG+B1TgZ/3gzZ2Yn/Bg6B/AMX/00d03rzATvq0uVtqOWYFRKLrFK1iVnyrLyNZ+Uy+YNU9V4jC6Sq9w"
    "pVvZcK8J66nizaIYCz9OctHSJHGw6vnRSqwfTBUHSirKB3KTW48802ySosC+Ggu0eks/IV9KbtE7RbMyUYmTYipotUElSFgAISSHdPkGMiFwpH"
    "3EFyDMM075Fq6PcYvbk54+SnPuzXgev17T1+vIVEHCqi77BX6eKCJeJgOCHNxA4b3cWGQb9RX6xj9+CgHbYxuG9XSEsYy9Cfr/dz65vmnwc1Wt"
    "j0uIr/QQ6D8lX8paobW5u3gOVKSnGS5xOT3h5WRmquQri54NVOy0Uz7C+h5EFJFwqW/bSqtpymlWHFIqvNst5La9mc0QyPc4iSKtzJkRqzpT3z"
    "ZcdUUdFy0uOYYCqkOSAyaciGkCPHZaXD0EI1DJDoAnnNwUSDUDmdSnUrOhNCMWwNrRuq1PGKmTQ8+lNFT+B3Z2PqFjZWXZlp+tj2mCKR75iy9b"
    "ENYimrfjmzfpFdP2PYr+4zKH0FK7mzmVt3YfKc5vNdjWMkrYD4uX2NY4t6VfEsQSnFM+HEM3l4Je7JiTTrt8WF60on9zlqR3CpUN8IC8katHcp"
    "bWMfly0ptwspt1tbG3Kb8kXLpz18YuQiC0EdL6T8AnmvkCmZ9oRMyfQlrfUex3eHmNwMI/kSfkggMvDCRF+55j0mlWttJ6nkSdCTepQU6p+SOF"
    "oh1OPvlk6Hq5OVNUEp2Sw0m7f18qVvG82VLk/IDlg77sG8r1k7Lk4puSwyl6UFRlpgBOTFsztWmlt3ZcIdZZ+CCm6VY3+UVgUuHtSrcoodSHOT"
    "F2UYXT0p9Kz0+pWyU3VuLdtc6gZmbojgeGgS7J1Twwd/KHSHVypBO91dozc35xxfyfrDSHuYwGvzSYE9TNoJnsVO4D9Ytc2OEbnI1q/O1+lgco"
    "Hg/5z0+tfD0ZBuWL3ZmDYmPtYxQXbLmCC7+SbILr84Wy11IEkptXqh9QFDdVzFwXTBqs7oNK1ktdCslrWT2s5hqdxL5V5AXrTAvSKu6HP01pQd"
    "IF9xjZsdSmiuS3rZYQrnLlA0XfzdhYaNqlEVdHmCWCQe2qnQBxPWZ0OVUfo7WKOGF7rmB88l9dmGBy8TmcfKckNnQr+IbikulGphntwyZY9Ia9"
    "pJgVIM8TAEc8KlymlrMXKhtbXBdW94Ban86cucXA1mM9DevNc6GlrzTiL39BfX5UJAKzQLojIR8ZIRUHGB8kShsIw+e9UWYh/TdSLS1SHitSaC"
    "AdItT9eNYKl//gV1D4ajPsyLVEOi5kXUi9OYMgUo/eFnutWlLAJ+65wwjyUgD+ZjqoHV/bgeJ7qkW6KqDqPBt2lUywE+RdcC6uTnOhP/rMzEP8"
    "uf+GeZiW/TXcfSMU+wyvfQTxCJPO2F9dFn8kIVyEMCCXcNuH05i6vM5Rufk1StMz5/LLOYfMxfTD7y7JxubdNzSPx8M7zzz6+Dr36OuQp7qUd1"
    "gbxXqGoEhZi86kuf6P4J17xX8If9Y8y2Pf+NGOKO9CastTS9NBuWQ7foOocOEZm0UYrMX1/pr5LAJE4ic5ikc5ikTSkVHxwOuVwhhX6C2LEbtm"
    "2Tk/AwXxhPUgmcL1lYgVyersjMq6+dBRAdWhn+GJGsMNPQ0aLMeStz3ooFcKnT2/Ra0gC4sfD2l7WOlAU2tnwKdSbecxxsu/nO3InrJ0Wn4l6M"
    "WNCd9X3ybLyHIL0u1lBI5zljq4j537Lj6ZX+QN8tTfsCTrF12mCaGnxmvttvJp8u0Yf3XV5i3MZHL1XGJgqHlHlrj563Voa1PrVyvVhtOiNXHW"
    "cBvVFtl/I9Ln9xllFOr8LF1PL6K3EJsdlkLn8F3wFDh1+TztQo3XeEdN+RSvTRlejgCa3KgSSdZEBTunRsNdtTF/HX6nYreslpWELRk7aKg9gq"
    "jiq0UJYVyyt+h1KiSukE1988HcynQ5ZtPmDwUHawsWRBtxf0qoMXNnZPIDW1V04EvJYhHBN0tHtswSUbRtneGfoCypJwCqMc6IuCkigsPDSMJG"
    "Y0dBQvkNgf1PY8stfbzZ1Fb8sNOkSj/Ypu1/QCG2Zt7sI7giBknTgncxIk5LawaRkYLVSSKLMCWquMUBZ95yqS5oKpVNEkIKOTn7ILRBCvdZ4N"
    "OB/eoH8rnB4PHWXsLWbK/+84luD8s+wklTzLlvm2pXEraPohaGq+F/TAvTQuy8xtr4HLzIGrZhLGNK3ktMicpozilXstUKoCitZ4x0qLrLTISo"
    "tsoxbZfHNhhPsO361Nk1ddtEpWxG/eKO3C/KBZEWOzNN+iWtacWs6UeussTPqc3iLVxsir/syyFjqWusAOusPuDmPCMkCMe1t6YWfrLmb2yg0n"
    "mcS+o0kLpMAr9UmBBZK9ZvAvqFShNlkmTSDL40Fq/XmPVRV8I4pWGiDLWSCLTJAysPR1alXSStJWLldw54t59xuGucM80aGCpMv3zXuZD3lW4k"
    "0kG8KPe2oFGb+ANsIkFajjKFB9bOgP2M7zSYlfPilSoXz+gQLNCMrpUj0EWc1WOIgR8Edh7h0mVX7of0P7FfwtVlAIHWq1+Wn1eJEHe43Fddf1"
    "x4Dr3uCcsuqxPsVZ+mIdZcK+l6ChvdIMN/1Bj36C/+lnrJw213T+Gpn4Qia+kLL93ieg9RnOIZe6nMj8zslxkm/7alV6k2ewLsqMJkc+d/ak8c"
    "r4J8gk/LXhD7S9qvgn6SQDmjr2j6mWex77t9KCcpI69k9OwxKBWL7yvz+8U6oVbp1LNly7MU4stTJpTNPwClzyI7aEcCyKyQXmSYNiOTvirWWo"
    "CxzGcy1VG+le0Y0lxppvGHTQDtsYuSrkIdlav/pBXw5zvdCwrT/Qrkvb3DBCAgZCJ4pRy9gbn+E754QNZ9obzHKjOAjmvuZ5iLCSIuYGE9ezeG"
    "J1sQ6TqdCpoRth0FxUq8SvSWLjle649M68sVjQHGh5fmqWMB4OLv6Mbnf09qni5w9DO9BhICQOLAGBZRVi5jbYXVN0TtAIErnoS/qDWAP9Tt11"
    "fkW37tYmCru3W+Sojx5yhkl70HvbUC3ITwhzh4EKhqXfvlR1Y2uDjwyb8o6HCgzlAOIqsukg9E0Ymwe/kH4zIATYmwx+pJJH/+4AwltLZW693J"
    "vxbsLAS3dOVAN+CySn0d3SCWkChyLP7uuhJ828gpp5t3ZOTZYcl2Fb+BosNVXl96VU5fcFqvL7rKrM1rQq+IYELUT4rFsC4LNufkmPbhpeb3NQ"
    "vJ0jC3NBjYk04TOeU1Q8oRA2GJBJANWW7pBEKr/1rQ/+hpoBvtiMHSOT5muRzdeRlFiVxUlKyWWRuRyI9RWOdeMk8lg3G4sVaTRVH5w0rXx0RH"
    "50pOP1q2CzjTfmQ03H6zilfJhF5jJkFapqAIpopBohY5dfEgNk7PLRsklyE6DXxbZ10QhpeKMldo+wcN8bXuempagQ15Byw28J5AcIbPjxP8k+"
    "YRQ="
)
