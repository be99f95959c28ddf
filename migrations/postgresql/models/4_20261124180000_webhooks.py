"""Where partners want to be told of changes, and what is still to be told (T2)."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
CREATE TABLE IF NOT EXISTS "webhook" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "url" VARCHAR(500) NOT NULL,
    "nonce" VARCHAR(32) NOT NULL,
    "place" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "removed_at" TIMESTAMPTZ,
    "partner_id" BIGINT NOT NULL REFERENCES "partner" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_webhook_partner_fa9531" ON "webhook" ("partner_id");
CREATE TABLE IF NOT EXISTS "webhook_delivery" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "state" VARCHAR(10) NOT NULL,
    "attempts" INT NOT NULL,
    "next_attempt_at" TIMESTAMPTZ NOT NULL,
    "last_attempt_at" TIMESTAMPTZ,
    "error" VARCHAR(100),
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE RESTRICT,
    "change_id" BIGINT NOT NULL REFERENCES "status_change" ("id") ON DELETE RESTRICT,
    "webhook_id" BIGINT NOT NULL REFERENCES "webhook" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_webhook_del_webhook_dadd60" UNIQUE ("webhook_id", "change_id"),
    CONSTRAINT "webhook_delivery_state" CHECK (state IN ('QUEUED', 'DEAD'))
);
CREATE INDEX IF NOT EXISTS "idx_webhook_del_state_70521b" ON "webhook_delivery" ("state", "next_attempt_at");
CREATE INDEX IF NOT EXISTS "idx_webhook_del_webhook_49e2f1" ON "webhook_delivery" ("webhook_id", "account_id", "id");
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    raise NotImplementedError("an installed database is not taken back: restore a backup")


MODELS_STATE = (
    "eJztXW134jYW/is6fNl0D9szIS8zTT/RhJmyTSCbMJ3uNj2OggV4Y2RqmTA53fnvK8mvsm"
    "VjGwPGUT4EkHWFea4s3Tfd+1drbunIJN9fWtix4di5s1atC/BXC8M5om9kl9ugBReL8CJr"
    "cOCTyfuPvY681xNx31+ACTQJok06ImPbWDiGhVnvLpgssQ6cGXQAxADNF6b1imwwgwRA4I"
    "8FVoYz+56NqFtjOqSBp2WIl9j4c4k0x5oiZ4ZsOsTvv7d8KtaBDdf64w/6zsA6+ooI68I+"
    "Lp61iYFMXUDG0DkNa9ec1wVv+8mY9rHzkfdlt/ukjS1zOcdh/8WrM7NwQGBgjtQUYWRDB7"
    "FvcOwlQwovTdMD1QfP/QFhF/cuIzQ6msClyfBm1O4NhG0tTRsMR9p9b6RprQQvfIoIwl4T"
    "RZLxkd4q4QBM2S3844dO5+TkfefdyfmHs9P3788+vPtA+/L7TV56/829mRAtdyiOWf9Tfz"
    "BiN2RRfrmziDV84zTQgS4VZ0aIPudVAv/LGbTl6Pv9Y/jTHxbH30c7iwF+Q8iBcILvggVz"
    "+FUzEZ46M/qx8y4D3V+7d5c/d++OOu++EyEeeFc6/BIDOwTXfyi0onM8Rrh+sh8C2Dub72"
    "ypmTxLp7uwTAns+GjZyJjiX9ArZ0mf3jvEYySB31vKe95Q3lJ+YNz45k85vzVc/Wy4Cpbp"
    "+EykMNAfjxwOxF3vfnTXv6SQM8Sf4Ph5BW1dE6BnV6yOFWsJ+iYvzTvzeAvEcMoRYj+F3b"
    "iEA5K9Nsag9L02OinW7rXpCEv2RbUH1mVNyNoD+WuBPdDv38g9MN8mmLULJrZBYtjIKQJw"
    "QFANwvud4gK+x6c54D0+TUWXXRLB9eVzDS/nT7KNLR1mCWnjAK9eqFtYVDIwNajrNiIkif"
    "cIfU1ZtZOUjVhBMgAe9X7jq/GckD/NKLBHN93fOObzV+/K9XDwye8eYcTl9fCnGANstKD4"
    "IexAx3hB2th4MUzDeZXP/B6d2wmBTuBKxnB1Zk/rpnvVveldAPf1Ad8MB/f93uc72uK9i2"
    "v6uRaoPM/Lcfrzcpx4XmL4mpDQBafgjps1Rp2ZVHaXyLULH2fswsfJXTiG4cSwN2eEOIji"
    "RClOOIZjbsKEgL4U/t7W/IbgnxnEsexXjSD6i70dIb/qJaPenX3m3bZg36EiluTEDJJZkQ"
    "cgTre7haf1bsO/1k6em/M8asZ5uppxnlAz0NeFYRuIaI5FB6T3lmDXFYU6xZopoY2xjOrm"
    "yDHm6Hv25gB3jQy4r7qjnswomW4zSyp3EjXjJ4/04y93yIT8fpOwyr1Oh4ltwlQpzE84Hl"
    "tLvClQXXeUBuM0h5g9YhvidOOO0mCcvC1mM5h+dgdpMExUp3aWRBvPIJ5uOqnu+ViXfKgG"
    "Q2YtnanFRtkIrKE3SoOBWkDbob9qw1l1647STG/dt2261+6R/WKMUYp3LXK1neVcI26//f"
    "nWxvSeilnF9QqtGQ00hac70igKyCyCdUDQQNPRVlxpKlxni54dE714q1fu+RtQNBDg0zwA"
    "n6YDfCpznRn+bi1CnGpui5I0KQyqc3z6/vTDyflpYGALWrLsakkbGt0O50gaYJY+baM0au"
    "KmTNyMKDKOXxLwwiFkIzZOsyTSdix+LDrVCgePRVwmxnS2qXHnjo3RLLS3Kv8Hs1Mi/Udn"
    "brrsHzwnSvJv7VPyr2onV5L//iR/JTtVIzuV8sN4RoxNDZyCyeTAsN/LFhTxx0g2IdFbk7"
    "4Neb6hXBtRi+5s4PHv2jN6fQTuo0QAtBGYWKaOdNq0MBBp0482sGwd2eDouvMdgFgHBEF7"
    "PKOfj79LHrKqZtgH/IDZSGwdfoIEAcMhyJyAZ4QWBFgYgTmVQdvgkUdIESqMagbmX3oBIG"
    "Cf/2Fg96QXpqqrDVaQ0O+eIwKeEP1uBKBpAotttCTtrJeKaa9PKEX6hmzoCDsGvVIoIlik"
    "apwc9EOObfmH1E35h0To9YaRpyrUdD07CoWalootVcGkJWLoykWPqnDRMlijOTQK6VYBQQ"
    "MR7pzlCW2jvdJ1q7NEcNuColRoIgcEzQu5rd6toiPmyZ8jXOgMmEjVPJy3slQsbGuCCKE3"
    "VvKEUgr9DgNsW1tCf9enlBiURlpc/3rZMEJe51W89fm+R8VA9v8Bd69u+oP+/eiuOxrSRu"
    "FjGQFxCwkZWCQyImXilwOqNxe5LMZkEbKybF0b24j9Rg1KFvUrD5KUNUY+RBas7M3hrfdZ"
    "K07/pnc/6t7cCssOw5td6QhLjt96dB6b6MEg4Et/9DNgH8F/hoMeR9MiztTm3xj2G/2nxe"
    "4JLh1Lw9aKLfARTPxmvympWfn2pOI8l5Arftea39b4mT6aS+zIVI81zI7RKk7XmdPlF/LK"
    "1+8D2hoPjs1u4EUZNouU6mGuM5dfkE2K+YgjFLtzER9viZVVx9YFpmHmQiuiRycI66zD1V"
    "aFDs3FRfFPUioGlGBAaIMryoAkpWJACQa4vv+i4ItUCvgSwKvMnSpzZ025kTfyetPMnerM"
    "eNmz9drUhpj9NIVXJl4qqF/lIVB5CPYFmaHTHcJyEB6/MlFxQ9D64WgNxsw08POGQF3TIR"
    "qMEHHDBzaOlOejNBgnlQUkJ1D0dxoviKUP2wyqK3ecpq1OhU5fCF4fHuoNJd49H9UhRiOL"
    "/suRXywYLR+69fQAyMEtcFpFhEFW/SeOU0b9H4FB+Y6tsPMfCxOO6bsJ8MMsWBmfGTtaAp"
    "lFDkxsaw5W7ACIQYCNoM76+snTwNFtJ+XsSoVjb3CmxBussFVGpKvGKKMOmYShPEUTeCYI"
    "G2Gk3MEpUFfBKeWtFyiVt752ftwCB1OTm35iiUxOD387z2kk3SwV5l4Xx7wWUnFXyGMg3e"
    "gwa8SgJ5ENRHNfumDgGRnzSQVdDKA+N7DBOjqW/TcCPHrgWIBV9WMHTiHmJz6Dyn9t8EQb"
    "gA5fCTDw2FyyE6pHPdmx1m18wXr54PfoLA8cA3+oo6i1lBLoSmM7RWOuBaI3HXKNsF44YD"
    "0kedPQ2ejFei4lLYmUKuitbsKSJPV3LZTCfWsgeynjoIIl9s4Cz+OsPb0WZkKCVLGhqpiV"
    "VF2scMhKIwsTtMvoY7KFpwKAVUyQHOJwdVCzOB/GifW0VjWTg3gZiQkiGkuTmU0LEaLx4J"
    "18VoghNl+BmyoZwCfrBYEBFQV5+qtntHDAUfe9xLSQm0piLxAMBH4G+j9U5qq67JntDHMB"
    "Z3mSART99afmA9o6yzAtNo8vwLsHfNfrXl2A4wf85a4/ok2d+EOQyaeTzvvzgDPsQxYv7m"
    "+619dJuVHpTnsW3L3FqWACb5Gqkc6zKlI/KNF8b6J5pOzLhvg2MmtqHF/xga6VxBgJHpbI"
    "jGJocbrUGIljXi8wPnpxvI88AeojgabzyAW/BbIJy010AegkIBR45lJyDEQASzWelCHLDs"
    "TyrHYpo4zpFNnARpMloZdYxtRXNzsqWC6Y8bfNx3XbOcfoD0iXSaPqalA+Ni6VxkRXv1cb"
    "iPTWgj0GXlSWOJiSaWsn05YrNbyfEsMNYUZkqy/s/VExMgfg9hFWwKTgvF5ZFAaoswzd6l"
    "5eDj8PRtolVRhHPaoyxhoe8FVv1O1f32s3w6v+xz7rEm+h2mb/08+jaJdYwwO+vRt+7F/3"
    "NPp6M+RfFG+h26L31Xe9Qe9L9F68hrDHVe+6J9yt1xAd4340vBMHcVsecH/wa3/UHfWHAw"
    "rLYHQBYg30brv391+Gd1chLPGWSB86cI8N/6/P9BuEvrEr4d1dDy9/id6b+zm8/nkQ7+G3"
    "5FTjt1xti4pYVnGfXJSq1KZTM0/3nvYcjmJpx6iUXHFjM24UzVYtUjUwA22+BOxZGdiTKd"
    "h9Q0HxTEQSyiYJvZUlJUo945qeECRC0oRpvPMsLNAslLra798ErMUl46STY8U46aQuGOyS"
    "dDZrukH/F0I5SVlnGb4k4Od5st2fpye7P0/kui96VKfBJ3SqB1e501Qo4ltkgcrbtM8YLe"
    "XL3PKxr5352uKpZyQON0l2mnSvm5AWJ5fvLR3tPMeyog87hZd7rSKzkzUpD1UtPVRu+cey"
    "pvSQusY6T+u2N7jqDz5dAO8NM+WO+r/2mAGXvT7g3m+3fW6P9t4ww7pnxPbelDHtVl/oDk"
    "6ctMKO65kVENdZpG8Ss5T/sYn+R6XrKV3vLbJA6XpK1zsYgDfU9VQaum2koSuoFH9a0iFS"
    "tOHgWjtTDfYqj01Z71xqcOuLbeFpkOiMgKdXEBZHb4PVjCvBwLIBthwAsZ/njKVEA4bTBs"
    "QCDkuFxjOdmJb1DKBpPCNwdHsiOey03a9j4ayPz+j1kSVmg4C+Q27utgsW7go4TkC3EOGj"
    "O8g06Tca41nkHghYIRuxkFik587SEsk5la73S4sbpPsjKq1qUKPa9FU5I9JV/Ak0zKUtW8"
    "BSJaUoye7EpHfblZGqKw9kjWXZgFPRDPorKGVQqnqDb0FtVhkMG8vmhGa4HydKLBW9RGpM"
    "JqtPlx1jafLzSY9DjKiQRpjIpAObHeMgDk+GC8bQNJlE58trBGGdHT8yqFQ3pTMhEMNmrH"
    "VOlTrZyfiKR193gp797uQ5pUj9T+XVqadXZ5+y9b4NYjGrfj6zfpZdP2HYLx6zpmLVCoVT"
    "WUtnbMmCttNDXSMkjYB417Guqhx0Y8Uz5byqr+dEmfWbEsLl13eSqB2R0k/p+kZQGoHVms"
    "qlbWwSsqXk9lrK7YulTVf80uFYEfI6C0Et95juBXBfWT4s2vMC8Je41ruf2B1sSbM2pEv4"
    "AUGdga/N6R/Heka4cPUYkUp5gtbqUUqoXydxNEKoR18XBh2uBJtFSsXmWrN5SUo9yhEy5S"
    "GrM39V1Yq3wGVlgVEWmBryYueBlfsohFzPZW23UZWREtuyU4ZCAe6MyEq3Xy47VetxYVsT"
    "w0Q8DNHxispyPzX74A0FntAUYrAynBk4uj2XxEqWH0bZw2q8Nrcz7GHKTrATO4H3YJU2O4"
    "bkdbZ+tT7f9+4uAPv/gLtXN/1Bn25Y3dGQNgofy5ggq0lcLmQfYpUQS6kDIqXS6mutD5iQ"
    "OBpBdMEqzug4rWJ1rVmNKIRlnuconVLu68xhpdwr5b6GvGhAeEVU0ZforTE7QLriGjU75N"
    "BcJ/Qy4Qrnylc0HfTVYQ1zqFMVdNIG/CQeWEHWB2HeZ06VUfo7eKOOxobuHZ4T9dmKB89z"
    "Mo8lBuKzHNMvoluKw8pf8EhulbKnTmtaO0MpZudhsKxUWj5tLUJea22td9PtX18A/vKAr3"
    "ujEdPe3NcyGlr1QSLP9BeX5YJPW2sWhKn3o2n4HzDniUZhGXzieXiiH+O59+MZ96P5+/0B"
    "4i3rc/Hz1D//piNStf2KzYtYg1BHIOwlaYyZArSr/ie61cUsAl7rA+YRS4zcn4+xBl5L4W"
    "YodIm3lJm8J3km70n65D1JTF6b7hwLA8mEo/Qoe4GozlO3tnH2fM8vAnlAoOAuAbcnKxUs"
    "syhSNc6A/CHPYvIhfTH5ILNVOqXNxwHx7mZ461+fe5+9PHEF9kOX6gK4rw/YLVDjVqX5SP"
    "dAds19ZTGtvw751uW9qYfIoiICSy1Nh2aHInSLLuM4CMmUnbHO/PUU9yJJSKIkKg9JPA9J"
    "3BxS8MGRkKsVstZPEHedIdu2JEkL04VxkarGOY9rK5ArD4nKnvrWWcBOeBaGP0KkCgJW5B"
    "5UeWtV3tp6AZzLAxtfSyoAN3JE/bDWkbzARpbPWvm1u4Qg20kPyBaut7M82+45L78777vW"
    "v90FLEUu0kFA5wZUQ8BjaLmLeWq80HcTy75gnmiDNliWzj7z+Ouju4+X4P1ZR5bctvLRc5"
    "WiCY80qtyze889q46mrlu5DlabTshV+1lAb6HtUL5H5S/JMirplbmYLtz+WlRCrDYhy+/+"
    "d7Chg6+JZ1tUITi1DMFRSvTelWj/CS3KAZFOMaAqXTqymm2oi3hrdbMVPXEa5lD0lK1iK7"
    "aKvQotlGXZ8orXIZeokjtJ9RdXB/PowMK2XhCLMibInPCDsxf0KkFjGzltll7aLQnCIo/Z"
    "kUqmoz2jBbtks1GWT6YxZqVFJMVNtvRFflkTfsQzOA3Maego7mFgb1DbjaqeLedPC3pbjt"
    "8hHO1H8DijF/gwM2sV3BE7SGxg0n7AflLtBbIWJgJjiIVSKUxrVaeM675zZUlz/lQqaBJQ"
    "J4zX2QVCiGeGzAacDq/fvxFBj9s+KewuZtp/VxJLcLovW6RSvmyVM1sZt/ymbzVNr3dAD9"
    "yhcVllX3sLXOYBXCUTKcZpFafrzGnKKFnJ1gylyqdoTHSsssgqi6yyyFZqkd2ruTDbVpjX"
    "UJjPSPhIxhadgY8A2gi4tYl5Tj2ygGNEwBNyVghhnp9g2F3SCyvbcBC3xM0lqQ42HU3Z1m"
    "q8BrUzbGv8NYF/Rh0FWGURrxrZ1LZSic59rIrgG1I00rSWz7aWZVxTRybfpr6g9P+mcrlA"
    "oFokbt00rRWSiQ4FslPLo84O8yFPZqkWUuGgV5m2XRyr0OPdRJhW6GlmWc8bQvXFHaVhOG"
    "1TgbpCpvGC7LRoi+jldpYK5fGPqYacIJ8u1QVuCXs/+t0bhQcuWFT5of9N/UcWSTBlZbpZ"
    "JTEv6Zsspn6jsaSBqN4Y7Lo7uKTod3biuMgIKofcIahlbzRhy1WvSz+x//EHK58KV3U6Fp"
    "XHQeVxUAL9xg698gyXkCsFrs78TknZkW7walS2jh2YFFWCjj27UV0RvDD+ApmCvzT8vopX"
    "FH+RTjGgKi92RLXc0IvdSLNJO+bFFqdhjnNFnsa/Obz3VCtckks+XLMxFpZalQOlanhrXI"
    "UisoRIzIjiArPWipjPePi4MOEYBceTJtAGhlsHYoKQ7lkDCVghGwEHsrQaywWz/xH/HJPB"
    "qkTYxgvtPLGtOSfFzC4oq7C41e/Kk77DD1JRhsN6Gg6XdkrhiZSYSrv2hSZKKl9nuZSvsw"
    "zl6yypfPFnpQi+AUEDET7p5AD4pJNe86CTOCjFlrdiq0dAoiT68hqtiqB5C6Y5G82tl5IR"
    "NFFKZYCtM5dVlH+97CMqyn+XUf4h7l4IiCE9ZVQgmCcWe9IQ2LcazdOlsI9nLVm2TPdKO0"
    "v7hmGfShO6bXIe4a0orxv6+dPVUvoEEe8xy6s6RUgaqDx1zs7yhMKfnaWHwrNrMd8gfagK"
    "IOx1byC6W/G80m90pPX4/nk/HKToRyFJXGo2xg74HzANcoiSVQa4DAxBVk5k8ogn7YgJwW"
    "yAn2Qy1S5Nyt/+D9bwywg="
)
