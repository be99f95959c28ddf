"""Fewer indexes of accounts, each of those that are not deleted, or of those that are.

None holds `expires_on`: renewing then updates the row in place (HOT). A search reads the index of the names, or of a
large employer the trigrams, which are now those of one employer (`btree_gin`). The index of rights holds the level.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

INDEXES = """
DROP INDEX IF EXISTS "account_by_civility";
DROP INDEX IF EXISTS "account_by_profile";
DROP INDEX IF EXISTS "account_by_expires_on";
DROP INDEX IF EXISTS "account_by_last_sign_in";
DROP INDEX IF EXISTS "account_by_last_name";
DROP INDEX IF EXISTS "account_by_first_name";
DROP INDEX IF EXISTS "account_by_department";
DROP INDEX IF EXISTS "account_deleted";
DROP INDEX IF EXISTS "account_pending";
DROP INDEX IF EXISTS "account_search";
CREATE INDEX "account_by_last_name" ON "account" (employer_id, last_name_key, first_name_key, id)
    INCLUDE (search_key) WHERE deleted_at IS NULL;
CREATE INDEX "account_by_first_name" ON "account" (employer_id, first_name_key, last_name_key, id)
    WHERE deleted_at IS NULL;
CREATE INDEX "account_by_department" ON "account" (employer_id, department_key, last_name_key, first_name_key, id)
    WHERE deleted_at IS NULL;
CREATE INDEX "account_by_last_sign_in" ON "account" (employer_id, last_sign_in_key, last_name_key, first_name_key, id)
    WHERE deleted_at IS NULL;
CREATE INDEX "account_administrator" ON "account" (employer_id, last_name_key, first_name_key, id)
    WHERE deleted_at IS NULL AND profile = 'ADMINISTRATOR';
CREATE INDEX "account_pending" ON "account" (employer_id)
    WHERE deleted_at IS NULL AND password_created_at IS NULL;
CREATE INDEX "account_deleted" ON "account" (employer_id, last_name_key, first_name_key, id)
    WHERE deleted_at IS NOT NULL;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE INDEX "account_search" ON "account" USING gin (employer_id, search_key gin_trgm_ops);
ALTER TABLE "access_right" DROP CONSTRAINT "uid_access_righ_account_0302dd";
CREATE UNIQUE INDEX "access_right_of_account" ON "access_right" (account_id, service_id) INCLUDE (level);
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return INDEXES


async def downgrade(db: BaseDBAsyncClient) -> str:
    raise NotImplementedError("an installed database is not taken back: restore a backup")


MODELS_STATE = (
    "eJztXWtz4rjS/isqPs2+xW5Nkrlt9hObMLPUJpADZGf3bLYcBwT4jZF9LBMmdWr++1HLN/mKbSAIR/NhgmW1ME/LUnerL/9tLa0pNulPFx"
    "ZxHX3iDq116xz9t0X0JWYfsm63UUu37egmNLj6g8n7T/yOvNcD9T6fo5luUsyapphOHMN2DYtA7w6arcgUuQvdRTpBeGmb1jN20EKnSEfB"
    "WGhtuIufYMSpNWFDGmReh3hFjP+ssOZac+wusMOG+PvvVkAFHWC41j//sE8GmeJvmEIXuLQftZmBzWkMGWPKaaBdc59t3varMe8R9zPvC4"
    "/7oE0sc7UkUX/72V1YJCQwCEdqjgl2dBfDN7jOCpAiK9P0QQ3A835A1MV7SoFmimf6ygS8gdp7gKitpWn9wVgbdcea1krxIqAQEPabGJLA"
    "R/aolAMwh0f48efT07Ozj6dvzz58ev/u48f3n95+Yn3586ZvffzuPUyEljcUx6z3pdcfwwNZjF/eLIKG75xGd3WPijMjQp/zKoX/xUJ3st"
    "EP+ifwZz8siX+AdhEDgoaIA9EEfwkWLPVvmonJ3F2wy9O3Bej+0Rle/NYZvjl9+0Mc4r5/55TfArAjcIOXQqs6xxOEmyf7MYD9YvMdlprZ"
    "Y+Z0jy1TMXZ8thxszMnv+JmzpMeeXScTnAG/v5R3/aH8pfzIuPE9mHJBa7T6Ofo6XKaTM5HBwH48djkQw+5oPOxdMMgB8Qd98rjWnakWgx"
    "7uWKdWoiXsm761PF0mW3SizzlC8FPgwTM4kLHXJhiUv9eKk2LjXpuPcMa+qPZAWdaEoj2Q/62wBwb9G7kHltsEi3bB1DZIDQe7VQAOCXaD"
    "8GGneAzfk3cl4D15l4su3IqDG8jnGlktH7I2tnyYM0gbB/juhTrbYpKBqenTqYMpTeM9xt9yVu00ZSNWkAKAx90/+Wq8pPQ/pgjsm+vOnx"
    "zz5bN/52rQ/xJ0FxhxcTX4NcEAB9sMP0xc3TWesDYxngzTcJ+zZ36Xze2UQBfjSsFwMrOndd257Fx3z5H3945cD/qjXvd2yFr8T0lNv9QC"
    "VeZ9Ocl/X05S70sCX1OnbMGpuOMWjSEzk+ruEqV24ZOCXfgkvQsnMJwZzvaMiA+iOFGLE67hmtswIaSvhb+/Nb8i+BcGdS3nWaOY/WJ/Ry"
    "ivemVRv5x95u2+YH9BRSzNiYVOF1VegCTdyy08rbdb/mu9yHvzoYya8SFfzfiQUjPwN9twDEw112IDsmdLseuSQZ1jzcygTbCM6ebYNZb4"
    "J/hwhLtGAdyXnXE3ASb81R5xhsiarzyINC843/c1X19aaaBYdyaLqqDHqRTslWF/wg41slaL3P1VoHi5bfVkv9vq6cm7j+8+nX14F+6mYU"
    "vRJpreMCemRXHV5TdGtOW6K5m0uHnZTZ0F5R9VpG1qGdadX33Sz78Psam72TM1+7D/OLe01AlRbELqk4m1ItsC1fFGaTBOS53AG0a1hf+G"
    "1gfr2hvqNYA1Z+ptxlKn0IpbE+YG3IbBt3wPh8JQ5RCTcz8oBszXHreD6jdvkAbPK+rq7opqk4VO5njLiTXiY13woRoMmbVy5xaMshVYA3"
    "+U5r6Btu647EdtOaluvFGa6YfzfZ+OMyPsPBkTnOM3I9xtF7nNUK8f73QQr5kJe6Zq593THZ5TNPCQO99FhqGAzSpYhwQNPBTai5OMcsTd"
    "o8+GiZ/81av0/A0pGgjwuzIAv8sH+F2WU4zhVjP0iSRNcnDembGPbYdLnOk6nj9tRRo1cXMmboF/OMcvDXhl5/AxjNMsibSd8AwXp1plt3"
    "DBfGHMF9vaD4cwRrPQ3qv8H87ODOlfnLn5sn/4nijJv3VIyX9XO7mS/A8n+SvZaTeyU62jPt+Isa19M2YyOTLsD7IFCUd+GZtQ/EAwfxvy"
    "jx9LbUQttrOh+/8DZ4575L1KFOkORjPLnOIpa7INTNvs0kGWM8UOenN1+gPSyRR5biDs+uSHdPj0boa9I3cERoJ1+EGnGBkuxeYMPWJsU2"
    "QRjJZMBm2je+77TJkwqhmEf+k50hFc/2gQL4abMNXVQWudsu9eYooeMPtujHTTRBZstDQviltFq8njJJm/IRtTTFyD3akU6xOnapwc9HOJ"
    "bfnn3E3551RQ1ZYxJSqIZDM7KgWR1IoaUWEiNbzj68WFqECQOljjpW5U0q1CggYifPq+jNM665WvW71Pua3bDKVKEzkkaF4wze6PVaYYTv"
    "KXmFSK7o5TNQ/nvSwVtmPNMAXP6Jqxxzn0yqe9sk87QGnkRextlg0FcplX8dbtqMvEQPj/jnQur3v93mg87IwHrDF2WUdA3EOqJYgxwrRO"
    "ZFJI9apjkmyd0rXlTLWJg+E3anrGon7pQ5KzxmQPUQQrfDi+9b5oxeldd0fjzvVNbNkBvOHOaWzJCVrffEhM9HAQ9LU3/g3BJfr3oN/laF"
    "rUnTv8G6N+43+34Jn0lWtpxFrDAi9gEjQHTWnNKrAnVed5Brnit9T8tiaP7NVcETdL9djA7ASt4rTMnK6/kO98/T6irfHo2Ow5XtRhc5xS"
    "vcwyc1kF0rZ26VsXmoarRoSnCGXW4aRVoSNzcVX805SKATUYENngqjIgTakY0Ph8FA0CXuXkVjm5JeVGWc/rbXNyK+frOtkItkPJz0PwGz"
    "iFNWx6qmwE2wD28tkIjhEllYygMmTGlO0TlovJ5BkExi1B60WjNRgz0yCPWwJ1xYZoMELUcyLY2l+ej9JgnFQqkHI4sZ9pPGHIDrodUpfe"
    "OE1bnCqFYMSOfri/t55xxBegOiB4bLH/SuSxC0dr1jysGLIShyEjaiWFU0F5vxiDysWuQBCIbeoT9mmGAl8LqNK3gPgSHcxyaOZYS7SGKB"
    "CDIgfrU+gbJOlDb25OcwJYdjj2FoEl/mCVTTNxut1YZlSkSeTPUzU/d4qwEZbKFwgF9fSbWkf2MUp1ZC/dYW6F6NT0pp9aItPTI9jOS1pK"
    "t0u5etDFsayZNL4rlLGSbhXRGtpBMyQD0UZaGM3K9CKNG2XLiQUDYj4jL1UR0h+sJ4z6bMry8NNHbLvoTedjxoZfmiqz0q8wA4MMcKrW71"
    "Hs55zlaQYw9Dd7rYe0Mp97tWAen6O3d2TY7Vyeo5M78nXYG7Om0+RLUMins9OPH0LOwEURL0bXnaurtIeJTLLsoQWngxSX8Renigm04lSN"
    "lFt3EXpRcJybK6FUPs1tZFr4WlJKxrzeAb6NzFqSxDf+QktVvzp1JpwhOWadG+dLkP5Ztbbg3cvJkB2C9OnSIN5ZK2QpmSEm7aEJJi6TCN"
    "cLCy31Z8TGQCsC+Uvgpv9FbcRjAZCDl0yMnKZFzV0Pvtm4FBNQfVLQiv9RQqmUQin8rWPwEOmUuUM6c0fcJyR8CysyOU6pIhRk5rJSeA6s"
    "8ASbf1UGxOkUA3bl1+rjugNBvZFFjJKCenwallCElKK5Z3P4SytCxSpQWeWnnNbzq+Uu0FR/9nI1GmRirqZMx0BwGA7OhhgOuSfW0l6xie"
    "Adfbs8PSNQkClaWhACQ9Mazy4HLqPtQI00rulhMuWJLFiPv1uefhVrVvqPlPoPnVh27VwyIbHMhsqWZ4yH/8Ew3+9+hQv2545cd/qdLzz9"
    "IPwtaaPfc6pBBrXjVk0kEyN61XlkgvWmAngCyauGznYsm5fqrZF6J06qDCKyq8rYrpezIUGqTCIy83mKJ6ZBaubmiJEqPsvMZ7aB1WKySK"
    "c4LDOHPX2qsmktRqYsa7VNm1zJrYy+SKXA35VZMzQ4qFj9ElY3cQ6WsGlGdhuFbgl0Y+vrFnkQPH8JFeK/mzi0qo7TiTj/LP/pdCqAfDuw"
    "mIKgnDF4g202MMmie55//76N7qfYZZ/oPTfZ3jtYpxa55xZfm80jSLJ9jhjjmUaO2LTBTnbU1Z6/M6gp5FqPmASeNxDizEfgbjgMvfAGdh"
    "kRH4/NX7Zs+U9DLLbQ0DaiVlBeyABjNDw2JB2o4JhDDQe7nn06zPnCr+jqYWm4rnLUOfS23y4wVD8aeQWqN9upA1rJzdRfvJzmvUEfLNTR"
    "1R0Z3V5cdEcjfif6XMtgfVrGYH2ab7A+TRqs+eut8dc0mz/Zb0eCTGbW1HR1PisD9Vk+1Gc5UFcNh4xTNa721ocydVs+5Jdt+ZCq2qLq4u"
    "y7Lo63FVdAOCRoYL2WMvie5MN7kkKXfR2XODW2MT5Uq9OXQdo8xPdRiYjLxmmkixKZhiSNWDWKzK37SKSp0svXYsWxWb5N3aaY1qoMIhAq"
    "JkvN5JgCXpHPSVp1kCUzp3XbdmoGYyRIFZ9l5rODZ6t6rkRxSsXlY+DyzMpRMjab5hJDSKxstIbdi27vjy73JfU+gT8pmOm6w+6l1rkCF9"
    "O/AtOd2HZHbrr9y17/S9Qp0XBHutc3V4O/ukPttv97f/C1f46SLXekc3MzHPAnCD7BE3y+HXkPxT/ckavumH07+xn98TkSLuqYC/ehKk0M"
    "cDt5yKlunuuPJFBJPEvqGgHKORIXeRKnXYm9M5oqSmlE0QSIX1wltaa4uiE8TtUE3PdtBueIudlJW/N9oWJEL+eP83ZfIO+6JBU/f62CqE"
    "Ch4MyGs47dQiRU4q/M4q9l43re1TFCxWOZeXzAtAKScfUwrrcHrZf1ajlQ4H97sHJZkjGjrI9ouWpZEiQWOFJ8t8wroEpmHNr/VigeleF6"
    "Gy8tle91K9Sx2uxwe+8XcvJ9WaluulmerAwqxF5fl+mM4KK6THvR1h0IXGM7DFpjPscO8mygFGGoIIIs7t66sr0cdDCu187nNfsB+amRxa"
    "WZYnafZCRHTmRQDnrFvGLbXESNXJjjgynnWOmcY0MGVeKBSKUClGqLqDWOMpVTgvyaX2wFrHO0FRtAZh+vVufiYnDbH2sXwy5DHo6X4g13"
    "5LI77vSuRtr14LL3uQddki13ZNj78ttY7JJouCM3w8Hn3lVXY3+vB/yLki1sW/S/mqdoEZ/Fb4h6XHavurGn9RvEMUbjwTA+iNdyR3r9P3"
    "pj7l7vn5QlGtjTdkajr4PhZQRLskXowwbuwvD/umXfEOubuBM93dXg4nfx2bzr6P5tP9kjaLkjIy8CYKR1+5fQI34tnCZG3Eg1Cb0urgaj"
    "WB+vgWfIgZcR+HPjdUm2RH3YU3ZvxmKfoCXqc9m9uOr1xT5BS9TH/0mxy+jub4OrS/aA/c612ElsTfUddq+9U9PsdjidHY4Y268GAwaudn"
    "sDx7PxFjYmQ7jzpTvi/IT5kmgQ0IwOgAVEo0YxnEOLjnQzGmM9L3lxgURDnTPdd2WOGt/lnzS+Sx00MmHbqm6hEamUeaa29MFRrG0myyRX"
    "3NiOG/wqU2ooYkJA1bwj4L14NwSGH6Yc00wpbaNtXqBskvqzszPM3HLX+Q4kAkkTpvFLe5CAAanKwhH0bwLWe/ca8aamNjXY/5VQTlPKrM"
    "3VBHz3YZRV41QbXK1z9+DOHWtlazzvZzWBL0GoRL36op7yDHi1ngHSLTev2jVANm4o3wA58JW45sDI1d0VveCSZc7Rd7JLu+j8m/LOmieq"
    "ljoFz0e7TDIl8V1n8PLzY2FyQpM6K5byrPgBz6ysHH/lDrUiaol1zpYfXRWGWcGhyrj3RxeOUuDvHen+edPzDPTeBzji8o+T/A91TOu7Lw"
    "egz9y8DB6bmRUSy6xSNYlZyhOgiZ4AqrScUvVeIwuUqvcKVb1jBXhnfuCMDpJmZ0aXVvEEv/TGeW4W7Ht1Bf+yYkPkaMPhvXahGsxeDM0g"
    "2hx6l1KDW18di8yRrVO6tpwpRQ/PyJhi4hrsoZ02Wi+4EowsBxHLRTpB/kxDC50iw40yEz9A6T3Tsh6RbhqPGL25Ofsh7TK+368Dx/L7R/"
    "x8D/mRdcQ+4SlQLs55kmWOE5pamPLRXWya7BuNyUJ4BorW2MHgnF4ht7Jnd9iQQJk9TZXzIL+7SliacxiUr+LPdMNcOZXC40USFc2diua2"
    "Jo+VQuOD/grKLCjZQsFWtKwcuxti4xO0KnRaZrVZ2BMq8jlOqawj0rE5pRke5hClN2VqleViMskLH0z0KJQdjaiv5ssem6XHAcFMSKMgMk"
    "2RAwFV1IWSFjqa6KYJEl0gr1FMphAIaDCpbs5mQiiGLaB1yZS6tLC489Ez4wYFTRN+dzpiUMiYq0515DzVOaRsfWiDWMKqX86sX2TXTyet"
    "q+wzqHwFK7mzWSt3YmU5zee7GgskjYD4xbPVqQTqTRXP1OGVvCcnyqzfFBeuK4M85qgdwa1CfSOwAWtQE6+UtrGNy5aS26WU2+2Vw1b82u"
    "5YArnMQlDLC5g/R95fyFrNekLOavYnqfUexnenct5eVbpOla6TTo9SQv0miaMRQj3+ZhtOrbJIcUrFZqnZXLOEiqqfciT8dfCT9VizSo5I"
    "qbgsM5eVBUZZYCTkxYs7VqoEu4fxqhxhCmlu8qIMo7vtQs9Kr18pO1Xr3nasmWFi7oYIjocWwd45NVz4Q6EHPNcJWhvuAr25+ZDhK1l/GG"
    "UPk3htbhfYw5Sd4EXsBP6LVdvsGJHLbP1q3Y66w3ME/9+RzuV1r99jG1ZnPGCNscs6Jsjdl8bjSVnqFcGNUSqtXmp9wNSpq1HMFqw6Va3j"
    "tIrVUrMak2mt91mkU8q9zBxWyr1S7iXkRQPcK0RFP0NvTdgB8hVX0exQQnOdsduUK5zrQNF08TcXGpb6lKmgszbikXhorUMfTHifJVNG2e"
    "/gjX6x4gx9doeDeyVkgjsQ7ffAfqkQMNiGGEK/ETl4bsBPh5/Z9kP+IKCQWGF84TN20Zv+SVn9+W+ecoi/P4T9BLZZuVDihvuIZyQDgibx"
    "IZQjuaQKOMTeEJwRmlVOMxTIpdYMu9ed3hWk52d/gpLpQbX0Otrg7h1SHtkvrsuFgFZqFkQFN8TiG1BHgfFEY7D0v3gVFITLZMWNZJ0NsW"
    "pHMECyZXMFDp5m6C+oD9HrX8K8SDTEqodEvTIaE2YH7bL3hW2rCeuD33pHuHcUkAfzMdHAK6hcD2Jdki1R9Yt+9+soqnkBV9G9gDp+LdSw"
    "CDokGsBz64v33LxQSoeXrki3Jfp5j5JqSvQKvjOjMVYJwxst0cB6DK66WsLKk26r83KflXm5z/Jf7rPUy+2wXdw2cJagmh/xECOS+dWWNu"
    "aBy19VIA8JFNw14Pal00zlON+YH6dqnDH/U5nF5FP+YvIpy27s1jblh8QvN8Nb/7rt3vo5+yrICx7VOfL+Qg0sKMPk1V76zGQEuOf9hX3l"
    "j8Hv3tbEP8gh0invzFpL07HZBCnbousc4kRkyuYrM399U0eVhDAiicoJk8wJkzQgVXxxMsjVCin1G8SPMbHjWBkJJPOF8TiVxPmnpRXIVc"
    "2SV5zIVnEA1hCDPFZGXyBSyNdFXjz9qcyBDGLFiR0dmR8sl7NkzCh7Zn40qZyPFN9SPgl5K8sOMB4KwzUa6IxFtQTaQbaKLVEWUmQ0E11B"
    "aJDKr6ZDKXaCuZ3hWBO73y7yrPHiTIPuvO9G/5oOghTdeIpCOi+gQ0fch5+7uMyNJ/ZpZjnn4AljsAbLmsI1j/94M/x8gT6+P81Krr3z0U"
    "uVwopCqlXu64Pnvlah8ZtWrqO1IKVk2MMsoDe64zK+i7JuxjKa0atwMbW9/pooje82IdTfwXfA0OHXJLO9Krc8Kd3yVAmkgxswgje0Kgfi"
    "dIoBu7JbCKvZlrqIv1Y329U/Pg1LKHqqxtdeDEMHFVoYy4rlFb9DKVGldJL8r54O5tMh27GeMEQ5UGzOeOD+ObtL8cTBELUw8+MTIPIBQr"
    "pBR3vEth/QgOzVg2lMoLRRRnGlPX1RUFaJh5iH2Qg4DRvFS0bgD+p4UR2L1fLBZo/lBh2i0X5B9wt2gw+zsNbhE0EiA4PQ9h0Jkvrb2LJN"
    "jCY6iZVqAq1VZTmQfecqkuaCqVTRJKAyHGyyC0QQL4wsg3s+vEH/Rjj67jtTgbeYaf+/zrAE5/tvxKmU/4bK2a+MW0HTd0nTex7RC3dsXF"
    "bZH18Dl7nTYs1ErklaxWmZOc0YlVUyukCpCiga4xGuLLLKIqsssju1yOabCyPc1/hhYVlZFYqrZFb96o3SLMz3mllVmKX5FtWy5tRyptR7"
    "OrHYe3qPdAcjr4I8z3xKbX2CKXrA7hpjwrPIDDordmPtGC7m9splRkKabUdTFkiJV+p2gQWS/03hX1DtRt9lqUWJLI97qRfqvVZV8I0oGm"
    "mALGeBLDJBqmDq16lVKStJU7lcwZ1PCKUwTWuNs0SHCpJutm/ecb7kaYk3lkQMP2+pFaT8ApoIk1KgDqNAXWLTeMJOnk+KeLtdpEL5/AMF"
    "mhOU06U6CLIVznEQI+CPwt07LKb8sP/N6S/gbzG3mNID9R791JxZkQdbjZXpruuPAfe9wVPOurE+xfk4hY6J1JxKQ5NSQ3ulWZ0uux12Bf"
    "8n37Fy2lwpZa5CziaV7EUle1Gy/dYnoPUZnkGudDmZ+Z2T1yff9tWolD4vYF1UNScOfO7sSeOV8Y+RKfhrwx9oe1Xxj9MpBuzq2F9QLbc8"
    "9m+kBaWdOPaPT8MSgVi+8r89vCOmFa7oBR+u2RjHllp5M/QcK7wSlw0SlpAMi2J8gdloUCxnR7y3TX2Cw3iume4gwyvcM8N46hsGKVpjBy"
    "NXhzwkK/sXP+iLcteLKXaMJ9Z15lhLTkjAQEijGLWUvfEFvvOO8OEsZ4l5bhSKYO5PPQ8RXpbIWmLiehZPrE8WYTIVNjUMMwyai+od+XWN"
    "vLxD7Mm8sXjQHGh5fmqWMB4Obv6E7tfs8Zni5w/DOrBhICQOLAGBZRVi5pbYXTB02qgPiVyMGftBvIF9p+HSX9C9u3KIxp/tHlH92UPOtF"
    "gP9mxLpgX5CWEeMFDBsOzbZ7phrhzwkeFTnnqowFAUENeRwwZhH8LYvDUvq8SLOwH2Focf6eTZfzqA8N7WuVtv5sN4D2HimXtHdBN+CySn"
    "MdzSCWkChyLP7uuhp8y8kpp5V05OraUcl2FH+tpKNVXl96VU5fcFqvL7tKrM17Qq+IYEDUT47LQEwGen+WVsTpPwepuD5u0caZgL6qokCV"
    "/wnKLiCYW0wYBcAqi2dIckSvmtb33wN9QU8MVmbIFMma9lNl9HUmJVFscpFZdl5nIg1lc41hVJ1LFuOhYr0miqvjhJWvXqyPzqKMfrV8Fm"
    "By+tp5qO1yKlepll5jJkFapqAIpolBqhYpePiQEqdvlg2SQzE6DXxbZx0QhJeKMldouwcN8b3shMS1EhriHhht8QyPca2DCwASIrLzRcvN"
    "0uOoe0/I7lDiI7BAUE3qncQqcIM9incHT3TNsoyCxpuJSXSvjRIAieDU6cCGZMRqCJIX3OgMoIctj9+CqAXOLtsl1wbgXc1QyiVQ0kT9I1"
    "LqD8rMwx1ln+KdZZ6hCLe0BXxTlG1MDDrPflTgsLDgtTh1mGUwPnOJUCugTQeKln2QgLHMQDggbCe/q+TOpb1is/N8L7VPJbW6cU0rlUTj"
    "KcImwi4iobhTKXtWvGtoCwWycvq0CnDKKycbhWJgqKKWU4balbB5rgyBtNqdiVVWwBuQJNO47vZoVb89lbSvHOB0qpt0eq3vJ6kZXFpzhV"
    "41Tb3VdpoK7u1BOb4pRKbJJuU01ZMChm70bN+G+BVrFaalYrCbnpHA5FpKoSSoJQnV3v6uxaPCXa8oA1cTJ1ZNwoe7yamIkSBDB+/x8Oyi"
    "vO"
)
