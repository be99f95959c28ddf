"""Operators of the platform and their sessions (N3); indexes for what they look for.

The index of e-mail addresses begins with the address: it also finds a person at any employer.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

OPERATORS = """
CREATE TABLE "operator" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "sign_in_name" VARCHAR(30) NOT NULL UNIQUE,
    "last_name" VARCHAR(50) NOT NULL,
    "first_name" VARCHAR(50) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "password_hash" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "ended_at" TIMESTAMP
);
CREATE TABLE "operator_session" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "started_at" TIMESTAMP NOT NULL,
    "last_seen_at" TIMESTAMP NOT NULL,
    "ended_at" TIMESTAMP,
    "operator_id" BIGINT NOT NULL REFERENCES "operator" ("id") ON DELETE RESTRICT
);
DROP INDEX "account_by_email";
CREATE INDEX "account_by_email" ON "account" (lower(email), employer_id);
CREATE INDEX "outgoing_failed" ON "outgoing" (id) WHERE last_error IS NOT NULL AND state IN ('QUEUED', 'FAILED');
CREATE INDEX "webhook_delivery_failed" ON "webhook_delivery" (id) WHERE error IS NOT NULL;
"""


async def upgrade(db: BaseDBAsyncClient | None) -> str:
    """Return one transaction of its own: a kill in the middle leaves nothing done, and after it all is done."""
    names = "SELECT name FROM sqlite_master WHERE name = 'operator_session'"
    is_done = bool(await db.execute_query_dict(names)) if db else False
    return "SELECT 1" if is_done else f"BEGIN IMMEDIATE;{OPERATORS}COMMIT;"


async def downgrade(db: BaseDBAsyncClient) -> str:
    raise NotImplementedError("an installed database is not taken back: restore a backup")


MODELS_STATE = (
    "eJztXW134jiy/is6fOq5h53TIUl3T+YTk9A93EkgC2R6ZidzHAcE+MbIXsuEztnt/35Vso3lV2wDQT"
    "jqDx2QVbJ5SpaqSvXyn8bCmmCT/nhpEdfRx+7AWjUu0H8aRF9g9iHtchM1dNsOL0KDqz+avP/Y78h7"
    "PVLv8wWa6ibFrGmC6dgxbNewCPRuo+mSTJA7112kE4QXtmm9YAfNdYp0FIyFVoY7/xFGnFhjNqRBZl"
    "WIl8T49xJrrjXD7hw7bIi//moEVNABhmv8/Tf7ZJAJ/oYpdIGv9pM2NbA5iSBjTDgNtGvui83bfjFm"
    "XeJ+5n3hcR+1sWUuFyTsb7+4c4usCQzCkZphgh3dxXAH11kCUmRpmj6oAXjeDwi7eE8p0EzwVF+agD"
    "dQew8QtjU0rdcfacPOSNMaCV4EFALCfhNDEvjIHpVyAGbwCP/4qdU6Pf3Yen/64dP52ceP55/ef2J9"
    "+fMmL3387j1MiJY3FMes+6XbG8EDWYxf3iyChu+cRnd1j4ozI0Sf8yqB/+Vcd9LRD/rH8Gc/LI5/gH"
    "YeA4KGkAPhBH8NFiz0b5qJycyds6+t9zno/t4eXP7aHrxrvf8hCnHPv9LilwDsENzgpdDKzvEY4ebJ"
    "fgxgv9p8h6Vm+pQ63SPLVIQdny0HGzPyG37hLOmyZ9fJGKfA7y/lHX8ofyk/Mm58D6Zc0Bqufo6+Wi"
    "/T8ZnIYGA/HrsciEFnOBp0LxnkgPijPn5a6c5Ei0APV6yWFWtZ901eWrQW8Rad6DOOEPwUePAUDqTs"
    "tTEGZe+14qTYuNdmI5yyL6o9UJY1IW8P5H9L7IFB/1rugcU2wbxdMLENUsPBbhmA1wS7QfiwUzyC78"
    "lZAXhPzjLRhUtRcAP5XCPLxWPaxpYNcwpp7QDfvVBnW0wyMDV9MnEwpUm8R/hbxqqdpKzFCpID8Kjz"
    "B1+NF5T+2xSBfXfT/oNjvnjxr1z3e1+C7gIjLq/7v8QY4GCb4YeJq7vGM9bGxrNhGu5L+szvsLmdEO"
    "giXMkZTmb2NG7aV+2bzgXy/t6Tm35v2O3cDViL/ymu6RdaoIq8LyfZ78tJ4n2J4WvqlC04JXfcvDFk"
    "ZlLVXaLQLnySswufJHfhGIZTw9meEdFBFCcqccI1XHMbJqzpK+Hvb81vCP65QV3LedEoZr/Y3xGKq1"
    "5p1K9nn3m/L9hfURFLcmKu03mZFyBO93oLT+P9lv8ar/LefCiiZnzIVjM+JNQM/M02HANTzbXYgOzZ"
    "Euy6YlBnWDNTaGMsY7o5do0F/hE+HOGukQP3VXvUiYEJf7UnnCKyZisPIs0rzvd9zdfXVhoo1p3xvC"
    "zoUSoFe2nYn7FDjbTVInN/FSheb1s92e+22jo5+3j26fTD2Xo3XbfkbaLJDXNsWhSXXX4jRFuuu5JJ"
    "i5uX3cRZUPZRRdKmlmLd+cUn/fzbAJu6mz5T0w/7j3NLS5wQRSakPh5bS7ItUG1vlBrjtNAJvGFUm/"
    "tvaHWwbryh3gJYM6bepix1Cq2oNWFmwGUYfMv3cCAMVQwxOfeDfMB87XE7qH71BqnxvKKu7i6pNp7r"
    "ZIa3nFhDPtYlH6rGkFlLd2bBKFuB1fdHqe8baOuOy37UlpPq1hulnn443/fpODPEzrMxxhl+M8LVZp"
    "7bDPX68U4H8ZoZs2cqd9492eE5RQ0PubNdZBgK2CyD9ZqghodCe3GSUY64e/TZMPGzv3oVnr9rihoC"
    "fFYE4LNsgM/SnGIMt5yhTySpk4Pzzox9bDtc4FTX8expK9KoiZsxcXP8wzl+ScBLO4ePYJx6SaTNmG"
    "e4ONVKu4UL5gtjNt/WfjiAMeqF9l7l//XsTJH+xZmbLfuv3xMl+TcOKfnvaidXkv/hJH8lO+1Gdqp0"
    "1OcbMba1b0ZMJkeG/UG2IOHIL2UTih4IZm9D/vFjoY2owXY29PA/4MzxgLxXiSLdwWhqmRM8YU22gW"
    "mTfXWQ5Uywg95dt35AOpkgzw2EfT/5IRk+vZth78k9gZFgHX7UKUaGS7E5RU8Y2xRZBKMFk0Gb6IH7"
    "PlMmjGoG4Te9QDqC7/8wiBfDTZjq6qCVTtm9F5iiR8zujZFumsiCjZZmRXGraDV5nCSzN2RjgolrsC"
    "ulYn2iVLWTg34qsC3/lLkp/5QIqtoypkQFkWxmR6kgkkpRIypMpIJ3fLW4EBUIUgVrvNCNUrrVmqCG"
    "CLfOizits17ZutV5wm3dZiiVmshrgvoF0+z+WGWC4SR/gUmp6O4oVf1w3stSYTvWFFPwjK4Ye5xBr3"
    "zaS/u0A5RGVsTeZtlQIJd5FW/cDTtMDIT/70n76qbb6w5Hg/aozxojX6sIiHtItQQxRphWiUxaU73p"
    "mCRbp3RlORNt7GD4jZqesqhf+ZBkrDHpQ+TBCh+Ob73PW3G6N53hqH1zG1l2AG+40oosOUHruw+xib"
    "4eBH3tjn5F8BX9q9/rcDQt6s4cfsew3+hfDXgmfelaGrFWsMALmATNQVNSswrsSeV5nkKu+C01v63x"
    "E3s1l8RNUz02MDtGqzgtM6erL+Q7X7+PaGs8OjZ7jhdV2BylVC+zzFxWgbSNXfrWrU3DZSPCE4Qy63"
    "DSqtChubgs/klKxYAKDAhtcGUZkKRUDKh9PooaAa9ycquc3JJyo6jn9bY5uZXzdZVsBNuh5Och+BWc"
    "wmo2PVU2gm0Ae/1sBMeIkkpGUBoyY8L2CcvFZPwCAuOWoHXD0WqMmWmQpy2BumZD1Bgh6jkRbO0vz0"
    "epMU4qFUgxnNjPNJ4xZAfdDqkrb5y6LU6lQjAiRz/c31tPOeILUO0TPLLYfwXy2K1Hq9c8LBmyEoUh"
    "JWolgVNOeb8Ig4rFrkAQiG3qY/ZpigJfC6jSN4f4Eh3McmjqWAu0gigQgyIH6xPoGyTpQ+9uWxkBLD"
    "sce4vAEn+w0qaZKN1uLDMq0iT05ymbnztBWAtL5SuEgnr6TaUj+wilOrKX7jC3RHRqctNPLJHJ6RFs"
    "5wUtpdulXD3o4ljUTBrdFYpYSbeKaF3bQVMkA9FGmhvNyvQijRtli4kFfWK+IC9VEdIfrWeMemzK8v"
    "DTJ2y76F37Y8qGX5gqtdKvMAODDHCq1u9R7Oec5UkGMPQ3e62vaWU+92rAPL5A7+/JoNO+ukAn9+Tr"
    "oDtiTa34S5DLp9PWxw9rzsCXPF4Mb9rX10kPE5lk2UMLTgcpLuMvTiUTaEWpaim37iL0Iuc4N1NCKX"
    "2aW8u08JWklJR5vQN8a5m1JI5v9IWWqn514kw4RXJMOzfOliD9s2ptzrsXkyHbBOmThUG8s1bIUjJF"
    "TNpDY0xcJhGu5hZa6C+IjYGWBPKXwEX/Rk3EYwGQgxdMjJwkRc1dD77ZuBQRUH1S0Ir/VkKplEIp/K"
    "1i8BDplLlDOnNH1Cdk/RaWZHKUUkUoyMxlpfAcWOEJNv+yDIjSKQbsyq/Vx3UHgnotixjFBfXoNCyg"
    "CClFc8/m8NdWhPJVoKLKTzGt5xfLnaOJ/uLlajTI2FxOmI6B4DAcnA0xHHKPrYW9ZBPBO/p2eXpGoC"
    "ATtLAgBIYmNZ5dDlxE24EaaVzTw2TCE1mwHn81PP0q0qz0Hyn1Hzq27Mq5ZNbEMhsqG54xHv4Hw3yv"
    "8xW+sD/35Kbda3/h6Qfhb0Eb/Z5TDTKoHbdsIpkI0ZvOIxOsNyXAE0jeNHS2Y9m8VG+F1DtRUmUQkV"
    "1Vxna1nA0xUmUSkZnPEzw2DVIxN0eEVPFZZj6zDawSk0U6xWGZOezpU6VNaxEyZVmrbNrkSm5p9EUq"
    "Bf6uzJprg4OK1S9gdRPnYAGbZmi3UegWQDeyvm6RB8Hzl1Ah/ruJQyvrOB2L80/zn06mAsi2A4spCI"
    "oZgzfYZgOTLHrg+fcfmuhhgl32iT5wk+2Dg3VqkQdu8bXZPIIk2xeIMZ5p5IhNG+ykR13t+Z5BTSHX"
    "esIk8LyBEGc+AnfDYeitL2CXEfHx2Pxly5b/NMRiCw1tImoF5YUMMEbDY0PSgRKOOdRwsOvZp9c5X/"
    "g3unxcGK6rHHUOve03cwzVT0ZWgerNduqAVnIz9Rcvp3m33wMLdfjtngzvLi87wyG/En6uZLBuFTFY"
    "t7IN1q24wZq/3hp/TdP5k/52xMhkZk1FV+fTIlCfZkN9mgF12XDIKFXtam99KFK35UN22ZYPiaotqi"
    "7OvuvieFtxCYTXBDWs11IE35NseE8S6LLbcYlTYxvjY7k6fSmk9UN8H5WIuGycRDovkemapBarRp65"
    "dR+JNFV6+UqsODbLt6nbFNNKlUEEQsVkqZkcUcBL8jlOqw6yZOa0bttOxWCMGKnis8x8dvB0Wc2VKE"
    "qpuHwMXJ5aGUrGZtNcbAiJlY3GoHPZ6f7e4b6k3ifwJwUzXWfQudLa1+Bi+mdguhPb7sltp3fV7X0J"
    "O8Ua7knn5va6/2dnoN31fuv1v/YuULzlnrRvbwd9/gTBJ3iCz3dD76H4h3ty3Rmxu7Of0RtdIOFLFX"
    "PhPlSlsQFuJ48Z1c0z/ZEEKolnSVUjQDFH4jxP4qQrsXdGU0YpDSnqAPGrq6TWBJc3hEep6oD7vs3g"
    "HDE3PWlrti9UhOj1/HHe7wvkXZek4uevZRAVKBSc6XBWsVuIhEr8lVn8tWxczbs6Qqh4LDOPD5hWQD"
    "KuHsb19qD1st4sB3L8bw9WLksyZhT1ES1WLUuCxAJHiu+WeQVUyYxD+98KxaNSXG+jpaWyvW6FOlab"
    "HW4f/EJOvi8r1U03zZOVQYXY6+synRFcVBdJL9qqA4FrbJtBa8xm2EGeDZQiDBVEkMXdW5e2l4MOxv"
    "Xa+bxmPyA7NbK4NFPMrpOU5MixDMpBr4hXbJOLqKELc3Qw5RwrnXPsmkGleCBSqQClyiJqhaNM5ZQg"
    "v+YXWQGrHG1FBpDZx6vRvrzs3/VG2uWgw5CH46Vowz256oza3euhdtO/6n7uQpd4yz0ZdL/8OhK7xB"
    "ruye2g/7l73dHY35s+v1G8hW2L/q15ihbxWfyGsMdV57oTeVq/QRxjOOoPooN4Lfek2/u9O+Lu9f5J"
    "WayBPW17OPzaH1yFsMRbhD5s4A4M/887dodI39iV8Omu+5e/ic/mfQ+v3/XiPYKWezL0IgCGWqd3BT"
    "2i34XTxJAbiSah1+V1fxjp4zXwDDnwMgJ/br0u8ZawD3vKzu1I7BO0hH2uOpfX3Z7YJ2gJ+/g/KfI1"
    "vPpr//qKPWCvfSN2ElsTfQedG+/UNL0dTmcHQ8b2636fgavd3cLxbLSFjckQbn/pDDk/Yb7EGgQ0ww"
    "NgAdGwUQzn0MIj3ZTGSM8rXlwg1lDlTPesyFHjWfZJ41nioJEJ21Z5C41IpcwzlaUPjmJlM1kqueLG"
    "dtzg31KlhjwmBFT1OwLei3dDYPhhyjFNldI22uYFyjqpPzs7w8wsd53tQCKQ1GEav7YHCRiQyiwcQf"
    "86YL13rxFvamoTg/1fCuUkpczaXEXAdx9GWTZOtcbVOncP7syxlrbG836WE/hihErUqy7qKc+AN+sZ"
    "IN1y86ZdA2TjhvINkANfiWsODF3dXdJLLllmHH3HuzTzzr8p76x5omqhU/BstIskUxLfdQYvPz8WJi"
    "c0qbNiKc+KH/HUSsvxV+xQK6SWWOds+NFV6zArOFQZdX/vwFEK/L0nnT9uu56B3vsAR1z+cZL/oYpp"
    "ffflAPSpm5XBYzOz1sQyq1R1YpbyBKijJ4AqLadUvbfIAqXqvUFV71gB3pkfOKODpNmp0aVlPMGvvH"
    "Fe6gX7Xl3BvyzZEBna8PpaM1cNZi+GZhBtBr0LqcGNr45FZsjWKV1ZzoSixxdkTDBxDfbQThOt5lwJ"
    "RpaDiOUinSB/pqG5TpHhhpmJH6H0nmlZT0g3jSeM3t2e/pB0Gd/v7cCx/OEJvzxAfmQdsU94ApTzC5"
    "5kmeOEJhamfHQXmya7ozGeC89A0Qo7GJzTS+RW9uwOGxIos6cpcx7kd1cJSzMOg7JV/KlumEunVHi8"
    "SKKiuRPR3Nb4qVRofNBfQZkGJVso2IqWlmN3Q2x8jFaFTsusNgt7Qkk+RymVdUQ6Nic0w8MconQnTK"
    "2yXEzGWeGDsR65sqMR9tV82WOz9NgnmAlpFESmCXIgoIq6UNJCR2PdNEGiC+Q1iskEAgENJtXN2ExY"
    "i2FzaF0wpS4pLO589NS4QUHThN+djBgUMuaqUx05T3UOKVsf2iAWs+oXM+vn2fWTSetK+wwqX8FS7m"
    "zW0h1baU7z2a7GAkktIH71bHUqgXpdxTN1eCXvyYky69fFhevaIE8ZakdwKVffCGzAGtTEK6RtbOOy"
    "peR2KeV2e+mwFb+yO5ZALrMQ1PAC5i+Q9xeyVrOekLOa/YlrvYfx3Smdt1eVrlOl66TTo5RQv0niqI"
    "VQj7/ZhlOpLFKUUrFZajZXLKGi6qccCX8d/Gw9VaySI1IqLsvMZWWBURYYCXnx6o6VKsHuYbwqh5hC"
    "mpusKMPwajPXs9LrV8hO1XiwHWtqmJi7IYLjoUWwd04NX/yh0COe6QStDHeO3t1+SPGVrD6MsodJvD"
    "Y3c+xhyk7wKnYC/8WqbHYMyWW2fjXuhp3BBYL/70n76qbb67INqz3qs8bI1yomyN2XxuNJWaoVwY1Q"
    "Kq1ean3A1KmrUcwWrCpVraO0itVSsxqTSaX3WaRTyr3MHFbKvVLuJeRFDdwrREU/RW+N2QGyFVfR7F"
    "BAc52yy5QrnKtA0XTxNxcaFvqEqaDTJuKReGilQx9MeJ8FU0bZ7+CNfrHiFH12h4N7JWSCKxDt98h+"
    "qRAw2IQYQr8ROXhmwE+Hn9n0Q/4goJBY6/jCF+yid72TovrzXzzlEH9/CPsJbLNyocQN9xFPSQYETe"
    "JDKEdySRVwiL0hOCU0q5hmKJBLrRl2btrda0jPz/4EJdODaulVtMHdO6Q8sV9clQsBrdQsCAtuiMU3"
    "oI4C44nGYOl98SooCF/jFTfidTbEqh3BAPGWzRU4eJqhP6E+RLd3BfMi1hCpHhL2SmmMmR20q+4Xtq"
    "3GrA9+6z3h3lFAHszHWAOvoHLTj3SJt4TVL3qdr8Ow5gV8C68F1NHv4Jf1xXsqXgalzQtTJNti/bwb"
    "JZpivYJbpjRG6lx4o8UaWI/+dUeL2XCSbUIVjuB+sYYqL/dpkZf7NPvlPk283A7bxW0Dpwmq2REPES"
    "KZX21pYx64/FUG8jWBgrsC3L50mqocZxvzo1S1M+Z/KrKYfMpeTD6l2Y3dyqb8NfHrzfDGP+86d37O"
    "vhLygkd1gby/UAMLyjB5tZc+MxkBrnl/Yef5vf+bt3nxD3KIdMo7s9LSdGw2Qcq26CqHOCGZsvnKzF"
    "/f1FEmIYxIonLCxHPCxA1IJV+cFHK1Qkr9BvFjTOw4VkoCyWxhPEolcf5paQVyVbPkDSeyVRyANcQg"
    "T6XRF4gU8lWRF09/SnMghVhxYkdH5gfL5SwZM4qemR9NKucjxbeQT0LWyrIDjAfCcLUGOmVRLYB2kK"
    "1iS5SFFBn1RFcQGqTyq2lTip1gbqc41kSuN/M8a7w406A777vRv6aNIEU3nqA1nRfQoSPuw89dXGbG"
    "M/s0tZwL8IQxWINlTeA7j/94N/h8iT6et9KSa+989EKlsMKQapX7+uC5r1Vo/KaV62gtSAkZ9jAL6K"
    "3uuIzvoqybsoym9MpdTG2vvyZK47tNCPVXcA8Yen2beLZX5ZYnpVueKoF0cANG8IaW5UCUTjFgV3YL"
    "YTXbUhfx1+p6u/pHp2EBRU/V+NqLYeigQgtjWb684ncoJKoUTpL/1dPBfDpkO9YzhigHis0pD9y/YF"
    "cpHjsYohamfnwCRD5ASDfoaE/Y9gMakL18NI0xlDZKKa60pxsFZZV4iPk6GwGnYaN4yQj8QR0vqmO+"
    "XDza7LHcoEM42s/oYc4u8GHm1mr9RJDIwCC0eU+CpP42tmwTo7FOIqWaQGtVWQ5k37nypLlgKpU0Ca"
    "gMB5vsAiHEcyPN4J4Nb9C/Fo6++85U4C1m2v+tUizB2f4bUSrlv6Fy9ivjVtD0XdL0nkf0wh0bl1X2"
    "x7fAZe60WDGRa5xWcVpmTjNGpZWMzlGqAoraeIQri6yyyCqL7E4tstnmwhD3FX6cW1ZaheIymVW/eq"
    "PUC/O9ZlYVZmm2RbWoObWYKfWBji32nj4g3cHIqyDPM59SWx9jih6xu8KY8Cwy/faSXVg5hou5vXKR"
    "kpBm29GUBVLilbqZY4HkfxP451S70XdZalEiy+Ne6oV6r1UZfEOKWhogi1kg80yQKpj6bWpVykpSVy"
    "6XcOcTQilM01rhNNGhhKSb7pt3nC95UuKNJBHDL1tqBQm/gDrCpBSowyhQV9g0nrGT5ZMiXm7mqVA+"
    "/0CB5gTFdKk2gmyFMxzECPijcPcOiyk/7H9z8jP4W8wspvRAvUc/NWda5MFWY6W66/pjwHVv8ISzbq"
    "RPfj5OoWMsNafS0KTU0N5oVqerTpt9g//j71gxba6QMlciZ5NK9qKSvSjZfusT0OoMTyFXupzM/M7I"
    "65Nt+6pVSp9XsC6qmhMHPnf2pPHS+EfIFPyV4Q+0vbL4R+kUA3Z17C+ollse+9fSgtKMHftHp2GBQC"
    "xf+d8e3iHTCpf0kg9Xb4wjS628GXqOFV6JywYJS0iKRTG6wGw0KBazIz7Ypj7G63iuqe4gwyvcM8V4"
    "4hsGKVphByNXhzwkS/tnP+iLcteLCXaMZ9Z16lgLTkjAQEjDGLWEvfEV7nlP+HCWs8A8NwpFMPcnno"
    "cIL0tkLTBxPYsn1sfzdTIVNjUMcx00F9Y78usaeXmH2JN5Y/GgOdDy/NQs63g4uPgjelixx2eKnz8M"
    "68CGgZA4sAQEllWImVtgd87QaaIeJHIxpuwH8QZ2T8OlP6MHd+kQjT/bA6L6i4ecabEe7NkWTAvyE8"
    "I8YqCCYdndp7phLh3wkeFTnnqowFAUENeRwwZhH9axeSteVokXdwLsLQ4/0smL/3QA4YOtc7fe1Ifx"
    "HsLEU/ee6Cb8FkhOY7iFE9IEDkWe3ddDT5l5JTXzLp2MWksZLsOO9LWVKqrK54VU5fMcVfk8qSrzNa"
    "0MvmuCGiJ82ioA8Gkru4xNKw6vtzlo3s6RhDmnrkqc8BXPKUqeUEgbDMglgHJL95pEKb/VrQ/+hpoA"
    "Pt+MLZAp87XM5utQSizL4iil4rLMXA7E+hLHuiKJOtZNxmKFGk3ZFydOq14dmV8d5Xj9Jtjs4IX1XN"
    "HxWqRUL7PMXIasQmUNQCGNUiNU7PIxMUDFLh8sm2RqAvSq2NYuGiEOb7jEbhEW7nvDG6lpKUrENcTc"
    "8GsC+V4DG/o2QGRlhYaLl5t555CW37HYQWSboIDAO5Wb6xRhBvsEju5eaBMFmSUNl/JSCf8wCIJngx"
    "MnghmTEWhiSJ8xoFKCHHY/vgogl3i7bOacWwF3NYNoZQPJ43S1Cyg/LXKMdZp9inWaOMTiHtBlcY4Q"
    "1fAw67zYaWHOYWHiMMtwKuAcpVJAFwAaL/Q0G2GOg3hAUEN4W+dFUt+yXtm5Ec4TyW9tnVJI51I6yX"
    "CCsI6Iq2wUylzWrBjbAsJulbysAp0yiMrG4UqZKCimlOG0pW4daIJDbzSlYpdWsQXkcjTtKL6bFW7N"
    "Z28hxTsbKKXeHql6y+tFlhafolS1U213X6WBurpTTWyKUiqxSbpNNWHBoJi9GxXjvwVaxWqpWa0k5L"
    "pzeC0ilZVQYoTq7HpXZ9fiKdGWB6yxk6kj40bR49XYTJQqgLGNHQj4S9Fl/CvNPP1FD/tIo7W8FZVl"
    "S1/abGXkGTuBLlpUExFI6mjCPT8vZDQ/zzGanyfSqrCXqgTCfvcaoruXpDXsji5Oi7D/32G/l2EZD0"
    "niEqExdtF/kWnQY5QZcsAFMCJyYCJQLB4TFhPwYIBf0qSF19zMvv8/e/BTsQ=="
)
