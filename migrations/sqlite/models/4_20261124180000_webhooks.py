"""Where partners want to be told of changes, and what is still to be told (T2)."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
CREATE TABLE IF NOT EXISTS "webhook" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "url" VARCHAR(500) NOT NULL,
    "nonce" VARCHAR(32) NOT NULL,
    "former_nonce" VARCHAR(32),
    "former_until" TIMESTAMP,
    "place" BIGINT NOT NULL,
    "wake_at" TIMESTAMP,
    "failures" INT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "removed_at" TIMESTAMP,
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
    "eJztXWt34jYa/is6fNl0D9szIZeZpp9owkzZJpAmTKe7TY+jYAHaGJm1TJic7vz3leS7LRvbGD"
    "CO8iGArFeY55Wl966/WnNTRwb9/tIktgXH9p25al2Av1oEzhF7I7vcBi24WAQXeYMNnwzRf+x2"
    "FL2eqPP+AkygQRFr0hEdW3hhY5Pw3l0wWRId2DNoA0gAmi8M8xVZYAYpgMAbC6ywPfuej6ibYz"
    "YkJtMyxEuC/7tEmm1OkT1DFhvijz9aHhXvwIdr/fkne4eJjr4iyrvwj4tnbYKRoUeQwbqg4e2a"
    "/boQbT/haZ/YH0VffrtP2tg0lnMS9F+82jOT+ASYCKSmiCAL2oh/g20tOVJkaRguqB54zg8Iuj"
    "h3GaLR0QQuDY43p3ZuIGhradpgONLueyNNayV44VGEEHabGJKcj+xWqQBgym/hHz90Oicn7zvv"
    "Ts4/nJ2+f3/24d0H1lfcb/LS+2/OzQRoOUMJzPqf+oMRvyGT8cuZRbzhm6CBNnSoBDMC9AWvEv"
    "hfzqAlR9/rH8Of/bA4/h7aWQzwGgIOBBN8FyyYw6+agcjUnrGPnXcZ6P7Wvbv8uXt31Hn3XRTi"
    "gXulIy5xsANwvYdCKzrHY4TrJ/shgL2z+c6XmsmzdLpHlqkIOz6aFsJT8gt6FSzps3uHZIwk8L"
    "tLec8dyl3KD4wb37wp57UGq58FV/4yHZ+JDAb245EtgLjr3Y/u+pcMco74Exw/r6ClaxHo+RWz"
    "Y8Za/L7JS/POPN4CCZwKhPhP4Tcu4YBkr40xKH2vDU+KtXttOsKSfVHtgXVZE7L2QPFaYA/0+j"
    "dyD8y3CWbtgoltkGIL2UUA9gmqQXi/UzyC7/FpDniPT1PR5Zei4HryuUaW8yfZxpYOs4S0cYBX"
    "L9QtTCYZGBrUdQtRmsR7hL6mrNpJykasIBkAj3q/i9V4Tul/jTCwRzfd3wXm81f3yvVw8MnrHm"
    "LE5fXwpxgDLLRg+CFiQxu/IG2MX7CB7Vf5zO+xuZ0Q6CJcyRiuzuxp3XSvuje9C+C8PpCb4eC+"
    "3/t8x1rcd3FNP9cCled5OU5/Xo4Tz0sMXwNStuAU3HGzxqgzk8ruErl24eOMXfg4uQvHMJxga3"
    "NGRAdRnCjFCRvbxiZM8OlL4e9uzW8I/hmmtmm9ahSxX+zuCPlVLxn17uwz77YF+w4VsSQnZpDO"
    "ijwAcbrdLTytdxv+tXby3JznUTPO09WM84Sagb4usIUR1WyTDcjuLcGuKwZ1ijVTQhtjGdPNkY"
    "3n6Hv+5gB3jQy4r7qjnswomW4zSyp3EjXjJ5f04y93yIDifpOwyr1Oh4ltwlQZmZ9wPDaXZFOg"
    "us4oDcZpDgl/xDbE6cYZpcE4uVvMZjD97AzSYJiYTm0vqTaeQTLddFLdi7EuxVANhsxc2lOTj7"
    "IRWEN3lAYDtYCWzX7VhrPq1hmlmd66b9t0r90j6wWPUYp3LXS1neVco06//fnWxuyeilnF9Qqt"
    "GQ00hac70hgKyCiCtU/QQNPRVlxpKlxni54dA724q1fu+etTNBDg0zwAn6YDfCpznWFvt45CnG"
    "puC5M0KQyqc3z6/vTDyfmpb2DzW7LsakkbGtsO50gaYJY+bcM0auKmTNyMKDKBXxLwwiFkIz5O"
    "syTSdix+LDzVCgePhVwmeDrb1Lhzx8doFtpblf/92SmR/sMzN132958TJfm39in5V7WTK8l/f5"
    "K/kp2qkZ1K+WFcI8amBs6IyeTAsN/LFhTyx0g2oai3Jn0bcn1DuTaiFtvZwOPftWf0+gicR4kC"
    "aCEwMQ0d6axpgRFts48WMC0dWeDouvMdgEQHFEFrPGOfj79LJllVM+wDeSB8JL4OP0GKALYpMi"
    "bgGaEFBSZBYM5k0DZ4FBFSlAmjGibiSy8ABPzzPzBxMr0IU10tsIKUffccUfCE2HcjAA0DmHyj"
    "pWm5XiqmvT6hFOkbMtYRsTG7UigiOErVODnohxzb8g+pm/IPidDrDSNPVajpenYUCjUtFVuqgk"
    "lLxNCVix5V4aJlsEZziAvpVj5BAxHunOUJbWO90nWrs0Rw24KhVGgi+wTNC7mt3q2iI+7JnyNS"
    "KAcsStU8nLeyVCwsc4IoZTdWMkMphX6HAbatLaG/6ywlDiVOi+tfLxuGyOu8irc+3/eYGMj/P5"
    "Du1U1/0L8f3XVHQ9YY+VhGQNxCQQYeiYxomfhln+rNRS5HY7IoXZmWro0txH+jBiWL+pULScoa"
    "Ix8iC1b+5vDW+6wVp3/Tux91b24jyw7Hm1/pRJYcr/XoPDbR/UHAl/7oZ8A/gn8PBz2BpkntqS"
    "W+Meg3+neL3xNc2qZGzBVf4EOYeM1eU1Kz8uxJxXkuIVf8rjW/zfEzezSXxJapHmuYHaNVnK4z"
    "p8sv5JWv3we0NR4cm53AizJsjlKqh7nOXH5BFi3mIw5R7M5FfLwlVlYdW+ebhrkLrYgenSCssw"
    "5XWxU6MBcXxT9JqRhQggGBDa4oA5KUigElGOD4/ouCH6VSwJcAXlXuVJU7a8qNvJHXm1buVDnj"
    "ZXPrtakFCf9pCq9MvFRQv6pDoOoQ7AsyrLMdwrQRGb9yUXFD0PrBaA3GzMDkeUOgrtkQDUaIOu"
    "EDG0fKi1EajJOqApITKPY78Qvi5cM2g+rKGadpq1Oh7IuI10eEekOJd89DdUjQyGT/ctQX80fL"
    "h249PQBycAtkq0RhkJ3+E8cp4/yfCIPypa3w/I+FAcfs3QR4YRb8GJ8ZTy2B3CIHJpY5ByueAI"
    "IpsBDUeV+veBo4uu2k5K5UOPYGOSXuYIWtMlG6aowyKskkCOUpWsAzQdgII+UOskAdBaeUtz5C"
    "qbz1tfPjFkhMTW76iSUyOT287TynkXSzUph7XRzzWkiju0IeA+lGyawhg55ENoia+9IFA9fImE"
    "8q6BIA9TkmmHe0TetvFLj0wDYBP9WPJ5xCIjI+/ZP/2uCJNQAdvlKAydhY8gzVo54srXUbX7Be"
    "PvgjPMt9x8CfKhW1llICW2ksu2jMdYToTYdcI6IXDlgPSN40dBZ6MZ9LSUtRShX0VjdhSVL6ux"
    "ZK4b41kL0c46CCJfbOAtfjrD29FmZCglSxoaqYlVRdrHDISiMPJmiX0cdkC08FAKuYIDnEweqg"
    "ZnE+jBPraa3OTPbjZSQmiHAsTWY1LUSpJoJ38lkhhsR4BU6pZACfzBcEBkwUFOWvntHCBkfd9x"
    "LTQm4qib0gYiDwKtD/qSpX1WXPbGeYCwTLkwxg6K/Pmvdp6yzDtPg8vgDvHshdr3t1AY4fyJe7"
    "/og1deIPQSafTjrvz33O8A9ZvLi/6V5fJ+VGpTvtWXB3F6eCBbyjVI10nlVR+kGJ5nsTzUPHvm"
    "yIbyOrpsbxjT7QtZIYQ8HDEpkxGlqcLjWG4pjXC4yPbhzvoyiA+kihYT8KwW+BLMprE10ANgko"
    "A567lGyMKOClxpMyZNmBeJ3VLmMUnk6RBSw0WVJ2iVdMfXWqo4Llght/22Jcp11wjP2AdJk0rK"
    "76x8fGpdKY6Or1aoMovbngj4EblRUdTMm0tZNpyx01vJ8jhhvCjNBWX9j7o2JkDsDtE1kBk4Lz"
    "emUxMkCdZehW9/Jy+Hkw0i6ZwjjqMZUx1vBArnqjbv/6XrsZXvU/9nmXeAvTNvuffh6Fu8QaHs"
    "jt3fBj/7qnsdebofiieAvbFt2vvusNel/C9+I2BD2uete9yN26DeEx7kfDu+ggTssD6Q9+64+6"
    "o/5wwGAZjC5ArIHdbff+/svw7iqAJd4S6sMG7vHhf/3MviHSN3YluLvr4eUv4XtzPgfXPw/iPb"
    "yWnGr8lk/bYiKWWdwnF6YqtenUzNO9pz1HoFjaMSolV9zYjBtFq1VHqRpYgTZfAfasCuzJEuye"
    "oaB4JSIJZZOE3sqKEqXmuKYXBAmRNGEa77wKCzQKla72+jcB6+iScdLJsWKcdFIXDH5JOps1Hb"
    "P/hVBOUtZZhi8J+Hmeavfn6cXuzxO17oum6jQ4Q6d6cJU7TYUivkUWqLpN+4zRUr7MLad97czX"
    "Fi89I3G4SarTpHvdImVxcvne0tHOk5YVftgZvMJrFZqdvEl5qGrpoXKOfyxrSg+oa6zztG57g6"
    "v+4NMFcN9wU+6o/1uPG3D56wPp/X7bF/Zo9w03rLtGbPdNGdNu9QfdwYmddrDjemb5xHUW6ZvE"
    "LOV/bKL/Uel6Std7iyxQup7S9Q4G4A11PVWGbhtl6AoqxZ+WbIgUbdi/1s5Ug92Tx6a8dy41uP"
    "XFMsnUL3RGwdMrCA5Hb4PVTCjBwLQAMW0AiVfnjJdEA9huA2oCm5dCE5VODNN8BtDAzwgc3Z5I"
    "kp22+3U8nPXxGb0+8sJsELB3yKnddsHDXYHACegmomJ0GxkG+0Y8noXugYIVshAPiUV67iotoZ"
    "pT6Xq/9HCDdH9Epaca1Ohs+qqcEekq/gRiY2nJFrBUSSlMsjsx6d12ZaTqjgcyx7JqwKlo+v0V"
    "lDIo1XmDb0FtVhUMG8vmhGa4HydKrBS9RGpMFqtPlx1jZfLzSY9DgpiQRrnIpAOLp3FQWxTDBW"
    "NoGFyi8+Q1iojO048wk+qmbCb4YtiMt86ZUifLjK949HUZ9Px3J/OUQud/Kq9OPb06+5St920Q"
    "i1n185n1s+z6CcN+8Zg1FatWKJzKXNpjUxa0nR7qGiJpBMS7jnVVx0E3VjxTzqv6ek6UWb8pIV"
    "ze+U4StSN09FO6vuEfjcDPmsqlbWwSsqXk9lrK7YulxVb80uFYIfI6C0EtJ033AjivvB4W63kB"
    "xEtc691P7A4xpVUb0iV8n6DOwNcm+8c2nxEpfHpMlEp5gtbqUUqoXydxNEKoR18XmA1Xgs1RSs"
    "XmWrN5SUs9yiEy5SGrM3/VqRVvgcvKAqMsMDXkxc4DK/dxEHI9l7XdRlWGjtiWZRlGDuDOiKx0"
    "+uWyU7UeF5Y5wQYSYYi2e6is8FPzD+5Q4AlNIQErbM/A0e25JFay/DDKHlbjtbmdYQ9TdoKd2A"
    "ncB6u02TEgr7P1q/X5vnd3Afj/B9K9uukP+mzD6o6GrDHysYwJsprC5ZHqQ/wkxFLqQJRSafW1"
    "1gcMSG2NIrZgFWd0nFaxutasRgzCMs9zmE4p93XmsFLulXJfQ140ILwirOhL9NaYHSBdcQ2bHX"
    "JorhN2mQqFc+Upmjb6avOGOdSZCjppA5GJB1aQ90FE9JkzZZT9DtGoozHW3eS5qD5b8eB5MvN4"
    "YSAxywn7Iral2Pz4CxHJrUr21GlNa2coxTwfhsiOSsunrYXIa62t9W66/esLIF4eyHVvNOLam/"
    "NaRkOrPkjkmf3islzwaGvNgqD0frgM/wMRPNEYLINPog5P+GO89n684n64fr83QLxlfS1+Ufrn"
    "X2xEprZf8XkRa4icIxD0kjTGTAHaVf8T2+piFgG39YGIiCVO7s3HWIM4S+FmGOkSbykzeU/yTN"
    "6T9Ml7kpi8Fts5FhjJhKP0KPsIUZ2nbm3j7MWeXwRyn0DBXQJuV1YqeMxilKpxBuQPeRaTD+mL"
    "yQeZrdIubT72iXc3w1u/fu59duvEFdgPHaoL4Lw+EOeAGudUmo9sD+TXnFce0/rbUGxd7pt6iC"
    "wqIrDU0nRodijKtugyjoOATNkZ68xfV3EvUoQkTKLqkMTrkMTNIQUfHAm5WiFr/QQJ1xmyLFNS"
    "tDBdGI9S1bjmcW0FcuUhUdVT3zoLeIZnYfhDROpAwIrcg6purapbWy+Ac3lg42tJBeCGUtQPax"
    "3JC2xo+ayVX7tLKbLs9IDsyPV2lmfbyfPyuou+a/3bXcBL5CId+HROQDUEIoZWuJin+IW9m5jW"
    "BfdEY9Zgmjr/LOKvj+4+XoL3Zx1ZcdvKR891FE2Q0qhqz+699qxKTV23ch2sNp2Qq/azgN5Cy2"
    "Z8D8tfkmVU0itzMV04/bWwhFhtQZY/vO/gQ/tfE6+2qEJwahmCo5TovSvR3hNalANROsWAqnTp"
    "0Gq2oS7irtXNVvSi0zCHoqdsFVuxVexVaGEsy5ZX3A65RJXcRaq/ODqYSwcWlvmCeJQxRcZEJM"
    "5esKsUjS1kt3l5aedIEB55zFMquY72jBb8ksVHWT4ZeMyPFpEcbrKlL/KONREpnn42sKBhozjJ"
    "wO6glhNVPVvOnxbstmyvQzDaj+Bxxi6IYWbmyr8jnkiMCW0/EK+o9gKZCwOBMSSRo1K41qqyjO"
    "u+c2VJc95UKmgSUBnG6+wCAcQzLLMBp8Pr9W9E0OO2M4WdxUz7z0piCU73ZUeplC9b1cxWxi2v"
    "6VtNy+sd0AN3aFxW1dfeApdFAFfJQopxWsXpOnOaMUp2ZGuGUuVRNCY6VllklUVWWWQrtcju1V"
    "yYbSvMayjMZyR8pGOTzcBHAC0EnLOJRU09uoBjRMETslcIEVGfYNhdsgsrC9tIWOLmklIHm46m"
    "bGs1XoPaGbY18ZrAP+McBVjlIV41sqlt5SQ657Eqgm9A0UjTWj7bWpZxTaVMvk19Qen/TeVygU"
    "C1UNy6YZgrJBMdClSnlkedHeZDnqxSHSmFg15l2nZxrAKPdxNhWqGnmWk+bwjVF2eUhuG0TQXq"
    "Chn4BVlp0Rbhy+0sFcrlH1cNBUE+XaoLnCPsveh3dxQRuGAy5Yf9N/QfeSTBlB/TzU8Sc4u+yW"
    "LqNxpLGojqjsGvO4NLDv0O9cmuIRfqqMrJHYKG9kZrt1z1uuwT/x9/xvJpc1VXZlElHVRJByXb"
    "b+zbK89wCbnS5erM75TqHem2r0YV7tiBdVHV6tizR9WRxgvjHyFT8JeG39P2iuIfpVMMqMqhHV"
    "ItN3RoN9KC0o45tKPTMEeKkav8bw7vPdMKl/RSDNdsjCNLrSqHUjW8NT6QIrSESCyK0QVmrUEx"
    "nx3xcWHAMfIzlSbQAtg5EmKCkO4aBilYIQsBG/IKG8vFj246ExWhFzqy8AvrOrHMuSAk3EAoMT"
    "Nu76tE8taKkTAdyz37glFjW+RVcaXbM2ICas6RPWM31AYDXgwET9gYogGsILbpj+BxArGxtHhg"
    "iZgnTiKYvbQI5bcLH4jFbp6981O1bG4rdUfJXVLEC5xx7JvOrStzZk3NmUsr5WSMlKBPq/YnYZ"
    "RUCc9yqYRnGSrhWVIlFA9xEXx9ggYifNLJAfBJJ/1Qhk4c3olpzZGlFUY5Ttc8A8fWsGbbBpas"
    "GNm2wjitMhTW2VAoZJlie7JPorT38uYTV1Iq+GyFyNRjVefHyhO+C3gswyTKY5kw96pI07fw3F"
    "hobr6UjDQNU6rVsc5cVtlw9XIeqGy4XWbDBbi7oZJYmo1bIOg1FqPZENi3GvXaZbCPZy1ZVWnn"
    "SjvLNA2DPpUWPt0kb++t2FA3FCnTraPsCaLuY5bXthQiaaANr3N2lidl7OwsPWWMX4sFzrCHqg"
    "DCbvcGoruVsCT2jbb03Np/3g8HKfpRQBKXmvHYBv8DBqaHKFllgMvBiMjKiYpX8eJWMSGYD/CT"
    "TKbapb/12/8Be+AYZw=="
)
