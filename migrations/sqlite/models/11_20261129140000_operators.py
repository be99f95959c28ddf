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
    "eJztXW132ri2/itafOrcxcxqSJN2Mp+YhLbcSSAn0HbOmcxyHBDgGyNzLBOadU7/+9WW323ZsY0Jwl"
    "E+BJC1hXm2LO13/ae1tKbYpL+cW8Sx9YlzY21aZ+g/LaIvMXsjutxGLX21Ci9Cg6Pfm7z/xOvIe91T"
    "9/0ZmukmxaxpiunENlaOYRHo3UWzNZkiZ6E7SCcIL1em9YRttNAp0pE/FtoYzuIXGHFqTdiQBplXIV"
    "4T499rrDnWHDsLbLMh/vqr5VNBBxiu9fff7J1Bpvg7ptAFPq4etJmBzWkMGWPKaaBdc55WvO13Y94n"
    "zkfeF273XptY5npJwv6rJ2dhkYDAIBypOSbY1h0M3+DYa0CKrE3TA9UHz/0BYRf3LiM0UzzT1ybgDd"
    "TuDYRtLU0bDMfaqDfWtFaKFz5FBGGviSEJfGS3SjkAc7iFn3/tdI6P33feHp9+OHn3/v3Jh7cfWF9+"
    "v+lL73+4NxOi5Q7FMet/6g/GcEMW45c7i6DhB6fRHd2l4swI0ee8SuF/vtBtMfp+/wT+7Icl8ffRzm"
    "OA3xByIJzgL8GCpf5dMzGZOwv2sfM2B92v3Zvzz92bN523P8UhHnhXOvwSgB2C6z8UWtk5niB8frIf"
    "AtgvNt9hqZk9CKd7bJmKseOjZWNjTv7AT5wlfXbvOplgAfzeUt7zhvKW8gPjxg9/yvmt4epn65tgmU"
    "7ORAYD+/HY4UDc9Ebjm/45gxwQv9cnDxvdnmox6OGK1bESLUHf9KVlZ5ls0Yk+5wjBT4EbF3BAsNcm"
    "GJS910YnxbN7bTbCgn1R7YGyrAl5eyB/LbEH+v0buQcW2wTzdsHUNkgNGztlAA4I6kF4v1M8hu/Ruw"
    "LwHr3LRBcuxcH15XONrJf3oo0tG2YBaeMAr1+oW1lMMjA1fTq1MaVpvMf4e8aqnaZsxAqSA/C49ydf"
    "jZeU/tuMAvvmqvsnx3z55F25HA4++d0jjDi/HP6eYICNVww/TBzdMR6xNjEeDdNwnsQzv8fmdkqgi3"
    "ElZziZ2dO66l50r3pnyH29JVfDwajf+3LDWrx3SU2/0AJV5Hk5yn5ejlLPSwJfU6dswSm54+aNITOT"
    "qu4ShXbho5xd+Ci9CycwnBn29oyID6I4UYkTjuGY2zAhoK+Ev7c1vyL4FwZ1LPtJo5j9Ym9HKK56ia"
    "hfzj7zdlewv6AilubEQqeLMg9Aku7lFp7W2y3/Wi/y3JwWUTNOs9WM05Sagb+vDNvAVHMsNiC7txS7"
    "LhjUGdZMAW2CZUw3x46xxL/AmwPcNXLgvuiOeyKjZLbNLK3cCdSM3z3Sj3/cYFPn95uGVex1OkxsU6"
    "bK2PzUJxNrTbYFquuO0mCcljqBR4xqC+9JrQ7WlTvUawBrzuQswZKn0BLs5tvB9NkdpMEwUSa2r6k2"
    "Wehkjrdcr0Z8rHM+VIMhs9bO3IJRtgJr6I3SYKBWuu2wX7XlrLp2R2mmg/PHLj2SI2w/GhOc4ZCMXG"
    "3n+SOp229/7sgJu6dyjoRpjQagBnoPsn2PDAVslsE6IGigtW0n3kcV4bRDZ5iJH73Vq/D8DSgaCPC7"
    "IgC/ywb4ncjbaPi7dRziTAtllKRJkWOdo3fv3304Pn0X2CSDljxTZNrsyLbDJRbG5GVP2yiNmrgZEz"
    "cn8I7jlwa8dNTdGMZplkTaToTcRada6Xi7iJfJmC+2tYfdwBjNQnun8n8wOwXSf3TmZsv+wXOiJP/W"
    "PiX/unZyJfnvT/JXslM9slMl15VnxNjWwBkzmRwY9nvZgiIuLMEmFHdwZW9Dnjut0EbUYjsbuvsf7Q"
    "E/3SH3UaJItzGaWeYUT1nTysC0zT7ayLKn2EZvLjs/IZ1MEcW6PVmwz0c/pfPS6hn2ltwSGAnW4Xud"
    "YmQ4FJsz9IDxiiKLYLRkMmgb3fGgMsqEUc0g/EvPkI7g888GcZPjCFNdbbTRKfvuJaboHrPvxkg3TW"
    "TBRkuz0uNUGoA80SfZG7IxxcQx2JVSQdRxqsbJQb8W2JZ/zdyUf01Fq28ZrKuic59nR6no3ErhuCr+"
    "tkLYYbWAWxVhWwVrvNSNUrpVQNBAhDsnRaIBWa9s3eokFQ+4YiiVmsgBQfOilOt3q0wxePKXmJRKm4"
    "tTNQ/nnSwVK9uaYUrZjVVM6sqgf8GY5NaO0H/pxC6A0shKhXheNoyQy7yKt76MekwMhP+3pHtx1R/0"
    "R+Ob7njIGmMfqwiIO6hhAcHbmFYJ+Q6oXl2wdzwmi9KNZU+1iY3hN2q6YFG/8CDJWGPEQ+TBCm8Ob7"
    "3PW3H6V73RuHt1HVt2AG+40oktOX7rm9PERA8GQd/6488IPqJ/DQc9jqZFnbnNvzHsN/5XC+5JXzuW"
    "RqwNLPARTPxmvymtWfn2pPI8F5ArfkvNb2vywB7NNXFEqsczzE7QKk7LzOnqC3nt6/cBbY0Hx2Y38K"
    "IKm+OU6mGWmcuP2KblfMQRipdzER/tiJV1x9YFpmFwoZXRo1OEMutw0qrQobm4LP5pSsWACgwIbXBl"
    "GZCmVAyowADX918W/DiVAr4C8KrYqSp2Kik3ikZeb1vsVAVfV8mu3w4lL6/+MwSFNWx67jm7Xk6lUy"
    "XX1wyZMWXLnuVgMnkC+WdL0PrhaA3GzDTIw5ZAXbIhGowQdX3iW4d/81EajJMqbVEQKPY7jUcMZcS2"
    "g+rCHadpq1OplIKYK4PHL+sCl5WP6pDgscX+FagzFozWLAmjZApGHAbRKUBJnHLOAYoxqFguBiQ1rE"
    "x9wt7NkB87AMf5LCBfQgczE5rZ1hJtIKvBoMjG+hT6+kXU0JvrTkZCRo1jb5Eo4Q1W2tQQp6vH0qAy"
    "J8L4lLKFPFOEjbC8vUBqo6vgVHJBxyiVC1o652SJbMv0pp9aItPTw9/OC1r+tiuJudfFsajZL74rFL"
    "H6bZWhGdj1BJJB1OaXm53JFCONGxmLiQVDYj4ht/QO0u+tR4wGbMrydMoHvHLQm+57wYZfmEp4JGBk"
    "BvoVzdShgAexn3OWpxnA0H8+CjugldmP04J5fIbe3pKbXvfiDB3dkm83/TFr6iQfglw+HXfenwacgQ"
    "95vBhddS8v0xETMsmy+xac9lKF3lucShaEilM1Um6tI5Ugxz2ZKaGU9k42smx3JSlFMK9rwLeRVTiS"
    "+MYfaKkOukz5OAWSo8gPmi1Ber5XbcG7F5MhuwTp06VBDOjoQNWNGWLSHppg4jCJcLOw0FJ/QnBW9J"
    "pAPQ646H1RG/HYdmTjJRMjp4JDqGse/HnjUkxA9UhBK/5bCaVSCqXwWsXgEaVT5g7pzB3xg7GCp7Ak"
    "k+OUKuJeZi4rhWfPCo+/+ZdlQJxOMaCuOE0P1xoE9UYeMpMU1OPTsIAipBTNHZvDX1oRyleBiio/xb"
    "Se3y1ngab6k1t70CATcz1lOgYCZzhEG2Jwck+s5WrNJoLr+nZ4uUGgIFO0tCClg6Y1njoHLqLtwBlW"
    "XNPDZMoLM7Aef7Vc/SrWrPQfKfUfOrFWlWujBMQyGypbrjEe/oNhftD7Bh/Yyy256g66n3g5PXgtaK"
    "Pfcek8BrXtlC2MEiN61XVR/PWmBHgRklcN3cq2mFJWrZRMnFQZRGRXlfGqWg2CBKkyicjM5ymemAap"
    "WGsiRqr4LDOf2QZWiclROsVhmTns6lOlTWsxMmVZq2za5EpuafSjVAr8usyagcFB5Z4XsLpF52ABm2"
    "Zot1HoFkA3tr5ukdfvxkuolPV68tBKWn8j2esC6288tz3b+htJpH/e+nvnZZLfcZPrHdVN547ba1ds"
    "FkDJ5zPE2EYZVAgvGRWmYKRdpq29VQeC42u6DFpjPsc2svFsTdklOIjmyT10Bq1XbgwMjOu288nNfk"
    "B2aHa0MgjF7DoRBGcnIrj9XmA1jtJbK5i43oSPD6asyPJZkX0GleJBlEoJSJWl0wpWHGWlk1/ni62A"
    "VbwzsQGk9tB0z8+HXwZj7fymx5C/OEOJhlty0Rt3+5cj7Wp40f/Yhy7Jllty0//0eRztkmi4Jdc3w4"
    "/9y57GXq+G/IuSLWxb9L6au4ii9+I1hD0uepe92N16DdExRuPhTXwQt+WW9Adf++PuuD8cMFgG4zOU"
    "aGB32x2Nvg1vLkJYki2RPmzgHgz/jy/sG2J9E1fCu7scnv8RvTf3c3j9yyDZw2+5JaPeaMTudKT1Bh"
    "fQI/75lvSuri+H/+zdRLiRauL+N3jUAP3r4Qg6JVvCPuweetfjaB+/Jexz0Tu/7A+iffyWsI93w7GP"
    "4dXPw8sLdouD7lW0U7Q11femdzX8KujttTMe9W5GjKmXwyGDTvtyzXiTaGFjMvy6n3ojzi2YDYmGKr"
    "7J+o+NZ0KtVd4OEqWqtM1LZljc0y7PUaxcDlFIrrixHTfKHrsWp2rgUUrFwiHy4iHSARF+4Fj5ktoC"
    "yiapGbVV186sa5dd2TZC0oRpnKc37KScsG6WOoPN798ErONLxnGnwIpx3MlcMOCScDZrU4P9L4Vyml"
    "Jmraki4KdFjm08zT618TR1aGPZ8jwNrspTP7hz21qvNB7fV9L7GCdUol51UW9viUUK/zNVAV4+F7yq"
    "AL+TCvASJBdJtuA0ILcoWe5b4GIWVATP9jPHSpEX8jZno10kvyf6rDN4uZ82MjmhSflkpfTJ3uOZJY"
    "rlKeY8Cqkl1jlb173BRX/wCSzq/A04L8b9rz1wWcDrLen9ed3nHhjvDbiSPLeN96aKab3+tB995og2"
    "1GLMCohlVqmaxCzlcW+ix12VkFCq3mtkgVL1XqGqd6gAb6nrqaM/JAi5/rRmQ2Row8G1dq4azB4MzS"
    "DaHHoXUoNb32yLzIPDJSi6f0IGPwSD3bTdRpsFV4KRZSNiOUgn/tkScAwFMpw2ohZy4PiJeyixYVrW"
    "A9JN4wGjN9fHgirXu/06COC+e8BPd1DOQ0fsHXbPyzjj5Tw4TmhqYcpHd7Bpsm80JovIPVC0wTaGIP"
    "ASxQ0jdf6z9X7hKanZ/qBaj0fdr+K/E2dQtoo/0w1zbYsWsExJKUrycmLS293KSPWdM25NRCewZaIZ"
    "9FdQiqBkCwWvoVpWW07SquRkmdVmdWpMY9mc0gz340RJHP8pkBrTB4Rmy46Jo0mLSY9DgpmQRkFkmi"
    "IbEpeoww8gQxPdNEGi8+U1iskUEu4MJtXN2UwIxLAFtC6ZUic6EqXm0Z87OgV+dzozb2Jj3VH1qvdt"
    "j8kT+fYpW+/bIJaw6hcz6+fZ9VOG/fIxgypWsFQ4m7V2JpYoaD471DhC0giIXzrWOLKolxXPYpRKPJ"
    "NOPFPOK3k9J8qs35QQrkuDPGSoHf6lXH0jOI7WZL0LaRvbhGwpuV1KuX21tqFCqli0fD7CJ0IusxDU"
    "chPTz5D7CvWWWU+ot8xeklrvfmJ3iCWsU5It4QcEMgMvTfaVYz1gUvrE7jiV8gQ9q0cpof45iaMRQj"
    "3+vjLYcFVqu8YoFZulZvO6WtX1da0V15WHbIcn0D1aDxVPoItSKi7LzGVlgVEWGAl58eKBldbamVtw"
    "R+mnoERY5dAbpVGJizuNqhxhCmVusrIMw6vt3MhKt18hO1XrbmVbM8PEPAwRAg8tgl0/NXzwhkL3eK"
    "4TtDGcBXpzfSqIlaw+jLKHSbw2t3PsYcpO8CJ2Au/Bqmx2DMlltn61vox6N2cI/t+S7sVVf9BnG1Z3"
    "PGSNsY9VTJCdIibITrYJsiM+4q2SOhCnVFq91PqAqVNHo5gtWOUZnaRVrJaa1eoEpqZzWCn3SrmXkB"
    "cNCK+IKvoCvTVhB8hWXKNmhwKa64xdplzh3PiKpoO/O9Cw1KdMBZ21Ec/EQxsd+mDC+yyZMsp+B2+c"
    "4okx9ZLn4vpszYMXyczjh3tDZ8K+iG0pDhz4wiO5Vckemda0do5SDPkwBAvSpYppaxFyqbW13lW3fw"
    "kHArCXW3LZG49Be3Nfq2ho9QeJPLBfXJULPq3ULAgPm4gePAHnNjCeaAyWwSf3zIbIx+RpE8kzJqIn"
    "VvgDJFueP32Cl/75J5ye0B9cwLxINMROzgh7CRoTpgDtov+JbXUJi4DXekt4xBKQ+/Mx0cBPD7kaxr"
    "okW8KzIQa9b6PwRAj4FF7zqeOfq0z84yIT/zh74h+nJr7Ndp2VgUWCVXaEfoxI5mkvbYw+lxfKQB4Q"
    "KLgrwO3JWUJlLtv4HKdqnPH5Q5HF5EP2YvJBZOd0KpueA+KXm+Gtf3zpffFqzJXYS12qM+S+wtlIcI"
    "CPe4bTR7Z/wjX3FeJhvw75tue9kUPcUdGElZamQ7NhUbZFV3E6hGTKRikzfz2lv0wBkyiJqmGSrGGS"
    "NKWUfHAE5GqFlPoJ4m43bNuWoOBhtjAep5K4XrK0ArnyrqjKq6+dBZAdWhr+CJE6YaYm16Kqeatq3s"
    "oFcCHvbXItqQHcSHr7Ya0jRYGNLJ9S+cS7lGLbyQ7mjl1v53nF3Rwxvzvv+6xvvIugvC6eooDODcbW"
    "EY+/5e7pufHI3s0s+wy82AZrsKwpfOax229uPp6j9ycdUWHc2kcvdIxNmA6p6tbuvW6tSmt9buU6WG"
    "06JVftZwG91m2H8T0qfwmWUUGv3MV05fbXohJivcVc/vK/A4YOviZZqVGF70gZvqOU6L0r0f4TWpYD"
    "cTrFgLp06chqtqUu4q3VzVb04tOwgKKnbBU7sVXsVWhhLMuXV7wOhUSVwgWuv7k6mEeHVrb1iCFCmW"
    "JzxpNuz9hViic2dtpQmto9TgSiliEdE3S0B7yCSzaMsr43jQkcSyI4GGVHX+QficLTQ4NMYk7DRnET"
    "ib1BbTcie7Fe3q/YbTl+h3C039Ddgl3gwyysTXBHkIRsENq+JX5B7hW2ViZGE53EjlkBrVVlKMu+c+"
    "VJc/5UKmkSUNnJz9kFQogXhsgGnA2v378RQY+7zjJ2FzPt/zYCS3C2LztOpXzZqt62Mm75TT8kLc13"
    "QA/coXFZVW57DVzmAVwVizAmaRWnZeY0Y5TouNccpcqnaEx0rLLIKousssjWapHNNheGuG/w/cKyRK"
    "eLlqmK+M0dpVmY77QqYmSWZltUi5pTi5lS7+jEYs/pHdJtjNzTn3nVQrrSJ5iie+xsMCa8AsSwu2YX"
    "NrbhYG6vXAqKSWw7mrJASrxSt3MskPw1hX/OSRV6ncekSWR53MlZf+5jVQbfkKKRBshiFsg8E6RKLH"
    "2dWpWykjSVyyXC+SLR/aZpbbBIdCgh6Ypj8w7zIU9LvLFiQ/hpS60gFRfQRJiUArUfBeoCm8YjtrNi"
    "UqKX23kqlMc/UKA5QTFdqougqtkc+zkC3ig8vMNiyg/7b05/g3iLORyEDme1eWX1RJkHW40lDNf1xo"
    "Dr7uCCY9UjffKr9EU6qoJ9h6ChvdIKNxe9LvsE/5PPWDFtru76NarwhSp8oWT7rT2g1RkuIFe6nMz8"
    "zqhxkm37alR5kxewLqqKJnv2O7vSeGn8Y2QK/srw+9peWfzjdIoBdbn9I6rllm7/RlpQ2gm3f3waFk"
    "jE8pT/7eEdMa1wTc/5cM3GOLbUqqIxdcMr8ZEfkSVEYFGMLzDPGhSL2RHvVqY+wUE+10y3keEeujHD"
    "eOoZBinaYBsjR4c6JOvVb17SF+WhF1NsG4+s68y2lpyQgIGQhjlqKXvjC3znLeHDWfYS89ooFMHcn7"
    "oRIvxIEWuJieNaPLE+WQTFVNjUMMwgaS48q8Q7k8TGc4M67M7csXjSHGh5XmmWIB8OLv6C7jbs9pni"
    "5w3DOrBhICUOLAG+ZRVy5pbYWTB02mgAhVyMGftBvIF9p+HQ39Cds7aJxu/tDlH9yUXOtFgPdm9Lpg"
    "V5BWHuMVDBsOzbZ7phrm2IkeFTnrqowFAUENeRzQZhb4LcPPiF7JsBIcDe4vAjnTx5dwcQ3q10HtYr"
    "vBn3Jkw8c26JbsJvgeI0hlO4II0fUOTafV30lJlXUjPv2s44kyUjZNiW/gyWiqrySSFV+SRHVT5Jq8"
    "p8TSuDb0DQQISPOwUAPu5kH+nRScLrbg6au3OkYc45YyJJ+IJ+ipIeCmmTAbkEUG7pDkiU8lvd+uBt"
    "qCng883YETJlvpbZfB1KiWVZHKdUXJaZy75YX8KtGyVRbt10Llao0ZR9cJK06tGR+dFRgdevgs02Xl"
    "qPFQOvo5TqYZaZy1BVqKwBKKRRaoTKXT4kBqjc5b1VkxQWQK+KbeOyEZLwhkvsFmnhXjS8ISxLUSKv"
    "IRGG3xDId5rYMFwBRFZWanj0cjvPD2l5HYs5IrsE+QSuV26hU4QZ7FNw3T3RNvIrSxoO5Ucl/GwQBP"
    "cGHieCGZMRaGJInzOgBEkO9Y+vEsgl3i7bOX4r4K5mEK1sInmSrnEJ5fUfnM4joMviHCNqoDPrpJi3"
    "MMdZmHJmGXYFnONUCugCQOOlLrIR5gSI+wQNhLdzUqT0LeuVXRvhJFX8dqVTCuVcShcZThE2EXFVjU"
    "KZy9oVc1tA2K1SlzVCpwyisnG4UiUKiillOG2pW/ua4MgdTanYpVXsCHI5mnYc3+cVbs1jbyHFOxso"
    "pd4eqHrLz4ssLT7FqRqn2tZ/SgN1dLua2BSnVGKTdJtqyoJBMXs2KuZ/R2gVq6VmtZKQm87hQEQqK6"
    "EkCJXvui7fddRLtKWDNeGZOjBuFHWvJmaiVAmMXWxDwp9Al/GutPP0Fz3sI43W8lpUli1jabOVkUds"
    "+7poUU0kQtJEE+7JSSGj+UmO0fwkVVaFPVQlEPa6NxDdnRStYd/oYFGG/f+OhoMMy3hIkpQIjYmD/o"
    "tMgx6izJADLoARkwNTiWLJnLCEgAcD/C6SFl5yM/vx/2oRVXQ="
)
