"""Employers are searched and ordered by folded copies of their texts (E2), and can be changed and closed.

A small index holds the pending accounts, which are counted for each employer of a list.
"""

from typing import Any

from tortoise import BaseDBAsyncClient

from models.rules.employers.searched_employer import employer_keys

RUN_IN_TRANSACTION = True

COLUMNS = """
ALTER TABLE "employer" ADD COLUMN IF NOT EXISTS "name_key" TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "employer" ADD COLUMN IF NOT EXISTS "search_key" TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "employer" ADD COLUMN IF NOT EXISTS "version" INT NOT NULL DEFAULT 1;
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
    "ZDqYTumdTpXBqA89kp/nZHB9czX+12AS40amKdbr8mo8TfTxGtgJHTyMwJ8br0u6JepD73JwM4v3CVqiPv3B5dVwFO8TtER9/J+U+Bhd/TK+6t"
    "MbHPWu453irZm+k8H1+A9Ob7+9zrlj8yXhqcBqVrdxxKlqbeGCGQ2PtIMzFGunOuSSS27sx42qJdWSVC0sk1TO1aHI1yHr7BA4hVVPl82hbJMK"
    "0Vjm7NycdflZa2MkbZjGRTrBQVIFq0al+mpB/zZgnVwyzrolVoyzbu6CAZe4s1nRdPq/EspZSpE1opqAn5cpyXieX5HxPFOQsWrqnRZn3Gke3J"
    "Vtbi2F+e5VPFlMEkpRr76od7SgIYn/hczuLt7xuszufpDs7gIEDgm24LQgbiidyptzfMzJ9p1/hpxIM17qJDkf7TKxO/FnncLLzmBjkxOa5Hmr"
    "kOetd3hp8vx0yh0MRdQC65ydm8GoPxx9vkD+GziYmA3/GMBxBLzOyeDPmyE7XfHfwDGRfyTjv6ljWm8+pEddurwNtRyzQmKRVao2MUueprfxNF"
    "2mh5Cq3mtkgVT1XqGq91IB3lPXk2U9BHCn/rylQ+Row+G1k0I1mD4Yik6UFfQupQZ3vtkmWYWFIxx094h0VuCC3rR9gnZrpgQj00bEdJFKgroR"
    "UGIC6e4JckzkQmmJO0ifYZjmPVIN/R6jNzdnnAzWh/06cM6+vcePt5CqQ0X0HfZqYVywVB0MJ6SZ2GGju9gw6Dfqi3XsHhy0wzYGB+8KiQtjOf"
    "zz9X5uBdT886BGS58eV/E/yGFQvoq/VHVja/MWsFxJKU7yfGLS28PKSM3VEDcXvOpquWiG/SWUPCjpQsHyo1bVltO0MvBYZLVZVoRpLZszmuFx"
    "DlFSpT05UmO2+Ge+7JgqO1pOehwTTIU0B0QmDdkQlOS4rLgYWqiGARJdIK85mGgQTKdTqW5FZ0Iohq2hdUOVOl65k4ZHf6osCvzubNTdwsaqK3"
    "NRH9seUyTyHVO2PrZBLGXVL2fWL7LrZwz71X0Gpa9gJXc2c+suTJ7TfL6rcYykFRA/t69xbFGvKp4lKKV4Jpx4Jg+vxD05kWb9trhwXenkPkft"
    "CC4V6hthqVmD9i6lbezjsiXldiHldmtrQ/ZTvmj5tIdPjFxkIajjBZ1fIO8VcinTnpBLmb6ktd7j+O4Qk5uDJF/CDwlEBl6Y6CvXvMekcjXuJJ"
    "U8CXpSj5JC/VMSRyuEevzd0ulwdfK2Jiglm4Vm87ZeRvVto9nU5QnZAavLPZj3NavLxSkll0XmsrTASAuMgLx4dsdKc+uuTLij7FNQwa1y7I/S"
    "qsDFg3pVTrEDaW7yogyjqyeFnpVev1J2qs6tZZtL3cDMDREcD02CvXNq+OAPhe7wSiVop7tr9ObmnOMrWX8YaQ8TeG0+KbCHSTvBs9gJ/Aertt"
    "kxIhfZ+tX5Oh1MLhD8n5Ne/3o4GtINqzcb08bExzomyG4ZE2Q33wTZ5Zdvq6UOJCmlVi+0PmCojqs4mC5Y1RmdppWsFprVsrpS2zkslXup3AvI"
    "ixa4V8QVfY7emrID5CuucbNDCc11SS87TOHcBYqmi7+70LBRNaqCLk8Qi8RDOxX6YML6bKgySn8Ha9TwQtf84LmkPtvw4GUi81jhbuhM6BfRLc"
    "WFYi7Mk1um7BFpTTspUIohHoZgTrhUOW0tRi60tja47g2vIJE/fZmTq8FsBtqb91pHQ2veSeSe/uK6XAhohWZBVEgiXlQCqi1QnigUltFnr9ZC"
    "7GO6kkS6fkS8GkUwQLrl6coSLPXPv6DuwXDUh3mRakhUxYh6cRpTpgClP/xMt7qURcBvnRPmsQTkwXxMNbDKINfjRJd0S1TVYTT4No1qOcCn6F"
    "pAnfwcq3QRdEg11Hk0zso8Gmf5j8ZZ5tGw6b5k6ZgneuX78CeIRH4whPXiZxJFFchDAgl3Dbh9SYyr7uWbp5NUrTNPfyyzmHzMX0w+8iyhbm3j"
    "dEj8fDO888+vg69+FroKu61HdYG8V6iMBMWcvApOn+gOC9e8V/CY/WPMNkb/jRgCkfQ3rLU0vTQrl0O36DrHEhGZtGKKzF/fLFAlxUmcRGY5SW"
    "c5SRtbKj44HHK5Qgr9BLGDOWzbJiclYr4wnqQSOKOysAK5PH+RuVlfOwsgfrQy/DEiWYOmocNHmRVXZsUVC+BS57vptaQBcGMB8C9rHSkLbGz5"
    "FOrUvOc42Hbz3b0T10+Kzs29KLKgO+v75Ol5D0ECXqyhkM5z11YR89BlB9gr/YG+W5r2BZxz67TBNDX4zLy730w+XaIP77u81LmNj16q0E0UMC"
    "kz2x49s60MfH1q5Xqx2nRGrjrOAnqj2i7le1z+4iyjnF6Fi6nl9VfiEmKz6V7+Cr4Dhg6/Jp3LUTr4COngI5XooyvRwRNalQNJOsmApnTp2Gq2"
    "py7ir9XtVvSS07CEoidtFQexVRxVaKEsK5ZX/A6lRJXSKbC/eTqYT4cs23zA4MPsYGPJwnIv6FUHL2zsnkDyaq/gCPg1Q8Am6Gj32IJLNoyyvT"
    "P0BRQu4ZROOdAXBUVTWABpGGvMaOgoXqixP6jt+Wyvt5s7i96WG3SIRvsV3a7pBTbM2tyFdwRhyjpxTuYkSNltYdMyMFqoJFGIBbRWGcMs+s5V"
    "JM0FU6miSUDGLz9lF4ggXus8G3A+vEH/Vjg9HjoO2VvMlP/fcSzB+WfZSSp5li0zckvjVtD0Q9DkfS/ogXtpXJa53V4Dl5kDV800jWlayWmROU"
    "0ZxSsIW6BUBRSt8Y6VFllpkZUW2UYtsvnmwgj3Hb5bmyav/miVvInfvFHahflB8ybGZmm+RbWsObWcKfXWWZj0Ob1Fqo2RVx+a5TV0LHWBHXSH"
    "3R3GhOWIGPe29MLO1l3M7JUbTrqJfUeTFkiBV+qTAgske83gX1DLQm2ykJpAlseDVAP0Hqsq+EYUrTRAlrNAFpkgZWDp69SqpJWkrVyu4M4X8+"
    "43DHOHeaJDBUmX75v3Mh/yrMSbSEeEH/fUCjJ+AW2ESSpQx1Gg+tjQH7Cd55MSv3xSpEL5/AMFmhGU06V6CPKerXAQI+CPwtw7TKr80P+G9iv4"
    "W6ygVDpUc/MT7/EiD/Yai+uu648B173BOYXXY32K8/jFOsqUfi9BQ3ulGW76gx79BP/Tz1g5ba7p/DUy8YVMfCFl+71PQOsznEMudTmR+Z2T4y"
    "Tf9tWq9CbPYF2UGU2OfO7sSeOV8U+QSfhrwx9oe1XxT9JJBjR17B9TLfc89m+lBeUkdeyfnIYlArF85X9/eKdUK9w6l2y4dmOcWGpl0pim4RW4"
    "KEhsCeFYFJMLzJMGxXJ2xFvLUBc4jOdaqjbSvbIcS4w13zDooB22MXJVyEOytX71g74c5nqhYVt/oF2XtrlhhAQMhE4Uo5axNz7Dd84JG860N5"
    "jlRnEQzH3N8xBhRUfMDSauZ/HE6mIdJlOhU0M3wqC5qJqJX7XExivdcemdeWOxoDnQ8vzULGE8HFz8Gd3u6O1Txc8fhnagw0BIHFgCAssqxMxt"
    "sLum6JygESRy0Zf0B7EG+p266/yKbt2tTRR2b7fIUR895AyT9qD3tqFakJ8Q5g4DFQxLv32p6sbWBh8ZNuUdDxUYygHEVWTTQeibMDYPfiH9Zk"
    "AIsDcZ/Eglj/7dAYS3lsrcerk3492EgZfunKgG/BZITqO7pRPSBA5Fnt3XQ0+aeQU1827tnKotOS7DtvBVWmqqyu9LqcrvC1Tl91lVma1pVfAN"
    "CVqI8Fm3BMBn3fySHt00vN7moHg7RxbmghoTacJnPKeoeEIhbDAgkwCqLd0hiVR+61sf/A01A3yxGTtGJs3XIpuvIymxKouTlJLLInM5EOsrHO"
    "vGSeSxbjYWK9Joqj44aVr56Ij86EjH61fBZhtvzIeajtdxSvkwi8xlyCpU1QAU0Ug1QsYuvyQGyNjlo2WT5CZAr4tt66IR0vBGS+weYeG+N7zO"
    "TUtRIa4h5YbfEsgPENjw43/C295c"
)
