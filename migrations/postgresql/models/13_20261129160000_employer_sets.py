"""Versions of the employers of a partner, and of the mandates of a centre, for what processes remember of them.

Triggers change a version with the rows, in the same transaction, whatever writes them. A version is random, so
that those of a restored database are never those of another one.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

VERSIONS = """
ALTER TABLE "partner" ADD COLUMN "employers_version" VARCHAR(32) NOT NULL DEFAULT '';
UPDATE "partner" SET employers_version = replace(gen_random_uuid()::text, '-', '')
    WHERE id IN (SELECT partner_id FROM "partner_employer");
CREATE TABLE "mandates_version" (
    "version" VARCHAR(32) NOT NULL,
    "centre_id" BIGINT NOT NULL PRIMARY KEY REFERENCES "employer" ("id") ON DELETE RESTRICT
);
INSERT INTO "mandates_version" (centre_id, version)
    SELECT DISTINCT ON (centre_id) centre_id, replace(gen_random_uuid()::text, '-', '') FROM "mandate";
"""

# Centres are locked in the order of their ids, so that two transactions never wait for each other.
FUNCTIONS = """
CREATE FUNCTION comptoir_partner_employer_changed() RETURNS trigger LANGUAGE plpgsql AS $changed$
BEGIN
    UPDATE partner SET employers_version = replace(gen_random_uuid()::text, '-', '')
        WHERE id IN (SELECT partner_id FROM changed);
    RETURN NULL;
END $changed$;
CREATE FUNCTION comptoir_mandate_changed() RETURNS trigger LANGUAGE plpgsql AS $changed$
BEGIN
    INSERT INTO mandates_version (centre_id, version)
        SELECT centre_id, replace(gen_random_uuid()::text, '-', '')
        FROM (SELECT DISTINCT centre_id FROM changed) c ORDER BY centre_id
        ON CONFLICT (centre_id) DO UPDATE SET version = excluded.version;
    RETURN NULL;
END $changed$;
CREATE FUNCTION comptoir_mandate_holder_changed() RETURNS trigger LANGUAGE plpgsql AS $changed$
BEGIN
    INSERT INTO mandates_version (centre_id, version)
        SELECT centre_id, replace(gen_random_uuid()::text, '-', '')
        FROM (SELECT DISTINCT m.centre_id FROM changed h JOIN mandate m ON m.id = h.mandate_id) c
        ORDER BY centre_id
        ON CONFLICT (centre_id) DO UPDATE SET version = excluded.version;
    RETURN NULL;
END $changed$;
"""


def _trigger(table: str, event: str, rows: str) -> str:
    """A trigger for the rows of one statement as they were, OLD, or as they are, NEW."""
    return (
        f'CREATE TRIGGER "{table}_version_on_{event.lower()}_{rows.lower()}" AFTER {event} ON "{table}" '
        f"REFERENCING {rows} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION comptoir_{table}_changed();\n"
    )


EVENTS = (("INSERT", "NEW"), ("UPDATE", "OLD"), ("UPDATE", "NEW"), ("DELETE", "OLD"))
TABLES = ("partner_employer", "mandate", "mandate_holder")
TRIGGERS = "".join(_trigger(table, event, rows) for table in TABLES for event, rows in EVENTS)


async def upgrade(db: BaseDBAsyncClient) -> str:
    return VERSIONS + FUNCTIONS + TRIGGERS


async def downgrade(db: BaseDBAsyncClient) -> str:
    raise NotImplementedError("an installed database is not taken back: restore a backup")


MODELS_STATE = (
    "eJztXVt34riy/itavOyes5hZnaTT3ZN5YhK6hzMJZAPpntmTWY4DAnxiZLZlks7au//7UUk2vjuWuQ"
    "lHeQggq4T5SpaqSnX5T2PujLFNfzp3iOeaI6/vPDXO0H8axJxj9ibrchM1zMUivAgNnnlv8/4jvyPv"
    "dU/F+zM0MW2KWdMY05FrLTzLIdC7hSZLMkbezPSQSRCeL2znGbtoZlJkomAs9GR5s59gxLEzYkNaZF"
    "qFeEmsfy+x4TlT7M2wy4b4669GQAUdYLjG33+zdxYZ42+YQhf4uHgwJha2xzFkrDGngXbDe17wtl+t"
    "aYd4n3hfuN17Y+TYyzkJ+y+evZlDVgQW4UhNMcGu6WH4Bs9dAlJkads+qAF44geEXcRdRmjGeGIubc"
    "AbqMUNhG0Nw+j2hsagPTSMRooXAUUEYb+JIQl8ZLdKOQBTuIUffz4+Pjn5cPz25P3H03cfPpx+fPuR"
    "9eX3m7704bu4mRAtMRTHrPO50x3CDTmMX2IWQcN3TmN6pqDizAjR57xK4X8+M91s9IP+CfzZD0viH6"
    "BdxICgIeRAOMF3wYK5+c2wMZl6M/bx+G0Bul9a/fPfWv03x29/iEPc9a8c80sAdghu8FAYsnM8Qfjy"
    "ZD8EsHc232GpmTxkTvfYMhVjxyfHxdaU/I6fOUs67N5NMsIZ8PtLedsfyl/KD4wb34MpF7SGq59rPq"
    "2W6eRMZDCwH489DkS/PRj2O+cMckD83hw9PJnu2IhBD1ecYyfRsuqbvjQ/nidbTGJOOULwU+DGMziQ"
    "sdcmGJS/10YnxYt7bT7CGfui3gNVWROK9kD+KrEHBv1ruQeW2wSLdsHUNkgtF3syAK8INoPwfqd4DN"
    "+jdyXgPXqXiy5cioMbyOcGWc7vsza2fJgzSGsH+OaFuoXDJAPbMMdjF1OaxnuIv+Ws2mnKWqwgBQAP"
    "23/w1XhO6b/tKLBvrlp/cMznz/6Vy173c9A9wojzy96vCQa4eMHww8QzPesRGyPr0bIt7zl75rfZ3E"
    "4JdDGuFAynMnsaV62L1lX7DInXW3LV6w467Zs+a/HfJTX9UgtUmeflKP95OUo9Lwl8bZOyBUdyxy0a"
    "Q2UmVd0lSu3CRwW78FF6F05gOLHc9RkRH0RzohInPMuz12HCir4S/v7W/Irgn1nUc9xng2L2i/0dob"
    "zqlUW9O/vM223BvkNFLM2JmUlnMg9Akm53C0/j7Zp/jZ08N+/LqBnv89WM9yk1A39bWK6FqeE5bEB2"
    "byl2XTCoc6yZGbQJljHdHHvWHP8Ebw5w1yiA+6I1bCfAhFfjAWeIrPnKQ5Rmh/N9W/N110oDxaY7ms"
    "mCHqfSsEvD/ohdamWtFrn7a4Rid9vq0Xa31eOjdx/efTx5/261m65aijbR9IY5sh2KZZffGNGa665i"
    "0uLLy27qLCj/qCJtU8uw7vzqk376vY9t08ueqdmH/Ye5paVOiGIT0hyNnCVZF6iWGKXGOM1NAk8YNW"
    "b+E1odrCsx1GsAa8rU24ylTqMVtyZMLbgMg6/5HPYjQ5VDTM39oBgwX3tcD6rfxCA1nlfUM70lNUYz"
    "k0zxmhNrwMc650PVGDJn6U0dGGUtsHr+KPV9Ahem67Efteakuhaj1NMP57uU40zG3pmreQUQ9wgeOu"
    "xf6T2UfhFD1mteSvocDbD7aI1wjstR5GqzyOOIin68014cjkbsnuRcBcYbPOKpoX9AvncRQwHbMliv"
    "CGp4nrYV/yLtw7xFdxcbP/qrV+n5u6KoIcDvygD8Lh/gd1n+RJaXuVPn2kijJHXyDd+YnZRth3Oc6X"
    "WfP22jNHri5kzcAtd6jl8acGm/+iGMUy9hvplwqo9ONWmP+ojlx5rO1jW99mGMeqEtpzpJyv+r2Zkh"
    "/Udnbr7sv3pOtOTf2Kfkv6mdXEv++5P8tey0Gdmp0impb8RY1zQcM5kcGPZ72YIip6UZm1D8LDV/G/"
    "JPbkttRA22s6G7/wE/mDskHiWKTBejiWOP8Zg1LSxMm+yjixx3jF305vL4B2SSMRIeNOzz0Q/pyPPN"
    "DHtLbgmMBOvwvUkxsjyK7Ql6wHhBkUMwmjMZtInuuNs4ZcKoYRH+pWfIRPD5R4uI8HfCVFcXPZmUff"
    "ccU3SP2XdjZNo2cmCjpXkB8DrQTx3/0vwN2Rpj4lnsilSYVJyqdnLQzyW25Z9zN+WfU/Foa4bj6Pib"
    "l9khFX9TKeBGR9hUCCyoFlKjY2iqYI3npiWlW60Iaojw8WkZf3/WK1+3Ok15/C8YSlITeUVQvzikzR"
    "+rjDE4QcwxkQqMj1PVD+etLBUL15lgCp4LFcO2c+h1OIB0OABAaeUFO74sG0bIVV7FGzeDNhMD4f8t"
    "aV1cdbqdwbDfGvZYY+xjFQFxC1mqIDwL0ypBXSuqVx3OtTApfXLcsTFyMfxGw8xY1C98SHLWmOwhim"
    "CFN4e33hetOJ2r9mDYurqOLTuAN1w5ji05Qeub94mJvhoEfe0Mf0PwEf2r121zNB3qTV3+jWG/4b8a"
    "cE/m0nMM4jzBAh/BJGgOmtKaVWBPkud5Brnmt9L8dkYP7NFcEi9L9XiB2QlazWmVOV19Id/4+n1AW+"
    "PBsVk4XlRhc5xSP8wqc1nHIDc26Vu3Mg3LBtOnCFXW4ZRVoUNzsSz+aUrNgAoMCG1wsgxIU2oG1D6V"
    "R42A1+nMdTpzRblR1vN63XTm2vm6SiKH9VDyw09/A6ewmk1PnchhHcB2n8jhEFHSeRykIbPGbJ9wPE"
    "xGzyAwrglaJxytxpjZFnlYE6hLNkSNEaLCiWBtf3laPgnDQeKks6iUw4n9TOsRQ2LV9ZC6EOPUbXGq"
    "mEBl5GLu721mHPHJp045X41Wr3koGbIShyEjaiWFU0FlxBiDysWuQBDIwjZH7N0EBb4WUOBwBvElJp"
    "jl0MR15ugJokAsilxsjqFvkN8Qvbk+zglg2eDYawSW+INJm2bidJuxzOhIk9CfRza1eYqwFpbKHYSC"
    "Cv2m0pF9jFIf2St3mCsRnZre9FNLZHp6BNt5SUvpetlq97o4ljWTxneFMlbStSJaV3bQDMkgaiMtjG"
    "ZlepHBjbLlxIIesZ+RSFWEzHvnEaMum7I8/PQBLzz0pvUhY8MvTZVZJDkyA4MMcLpM8kHs55zlaQYw"
    "9F/2Wl/Rqnzu1YB5fIbe3pJ+u3Vxho5uydd+Z8iajpMPQSGfTo4/vF9xBj4U8WJw1bq8THuYqCTL7l"
    "tw2ktdHn9xkkygFaeqpdy6idCLguPcXAlF+jS3lhn1K0kpGfN6A/jWMmtJEt/4A61U6e/UmXCG5Jh1"
    "bpwvQfpn1caMdy8nQ7YIMsdzi4izVshSMkFM2kMjTDwmET7NHDQ3nxEbAy0J5C+Bi/4XNRGPBUAunj"
    "MxcpwWNTc9+MvGpZiA6pOCVvy3FkqVFErhtYrBI0qnzR3KmTviPiGrp1CSyXFKHaGgMpe1wrNnhSfY"
    "/GUZEKfTDNiUX6uP6wYE9VrWf0oK6vFpWEIR0ormls3hu1aEilWgsspPOa3nV8ebobH5LHI1WmRkL8"
    "dMx0BwGA7OhhgOuUfOfLFkE0EcfXs8PSNQkDGaOxACQ9MazyYHLqPtQHk5rulhMuaJLFiPvxpCv4o1"
    "a/1HSf2HjpxF5VwyK2KVDZUNYYyH/2CY77a/wgf2ckuuWt3WZ55+EF5L2ui3nGqQQe16solkYkSvOo"
    "9MsN5IgBchedXQLVxnwascV0i9EyfVBhHVVWW8qJazIUGqTSIq83mMR7ZFKubmiJFqPqvMZ7aBVWJy"
    "lE5zWGUOC31K2rQWI9OWtcqmTa7kSqMfpdLgb8qsuTI46Fj9Ela36BwsYdMM7TYa3RLoxtbXNfIgCH"
    "8JHeK/mTi0atbfaGXufCtwon73i9bgWA3xEs4wyGV0zhw9mjZMt6eZNZoxCKzplA2DXCyCpJ5mWFTZ"
    "CX1Z/kEDvxWKHH7BcpE/r5CIzshwj9n6161TZE8ZmUebifPz/+W7suYnAFTKPFzRj/XkuITh9+Q41/"
    "ALl6RqxhVF5eRt25JBOWtu2gcRlSO9Za8XlJPIIZMVm5NOM5O/q0TT25TbUV449wuO+9Adr+1y10R3"
    "Y+yxd/SOHwfeudikDrnjp4kL9kRDAYczxOYFZcMwkQS72RG9W/7OoF6d5zxgEnh1QvoMPgLfpxh6qw"
    "vYY0R8PLZBMZHYvxvisOeBNhF1gtJ1FuxScNuQ0EbC6ZNaLvbE2ecqnxj/RJf3c8vztBOoyrvbA/vx"
    "Vc9AA1qV9zi2tn0W9TI6vS6cfoafbsng5vy8PRjwK+H7SoehZfbEo/w98eg4eRjKH2+DP6YyokeCTG"
    "XW7FX8SEMtG2ofp6pdXcf3ZWqCvc8vCfY+VRFM11zbds01sRVLILwiqGEtsDL4HuXDe5RCl30dlzgN"
    "tjHey9WAzSCtH+LbqHLHZeM00kVJslcktVg1io7ytpGkWZcuqcSKQztVtc0FxbRS1akIoWay0kyOKe"
    "CSfE7SaicJlTltLhZuxUC/BKnms8p8dvFkWc1NNU6puXwIXJ44OUrGy6a5xBAKKxuNfvu83fnS5nEK"
    "4h3EKoCZrt1vXxitSwhf+DMw3UXbbsl1u3vR6X4OOyUabkn76vqy92e7b9x0f+/2vnbPULLllrSur/"
    "s9fgfBO7iDTzcDcVP8zS25bA/Zt7Of0R2eociHKubCbahKIwtcGu8z8tkXFQSPUik8S6oaAcoFqRRF"
    "qaTDVMQZjYxSGlLUAeKdq6TOGMsbwuNUdcB922ZwjpiXnRA83+ckRrQ7X8+32wJ50+UO+fmrDKIRCg"
    "1nNpxV7BZRQi3+qiz+OgtcLXInRqh5rDKP95iyRjGu7iesY6+1GF8tBwpiO/ZWilExZpR1ZixXiVGB"
    "pDUHiu+aOWt0OaZ9x3ZEChNmuN7Gyxbme91GaiS+7HB75xcJ9H1ZqWl7WZ6sDCrEHl+P6YzgojpPe9"
    "FWHQhcY1tBEAcSNlCKIH7jGTncvXW5EPlNYVzRzuc1+wH5afejSzPF7DrJSLyfyM4f9Ip5xTa5iBq6"
    "MMcH086xyjnHrhgkxYMolQ5+rSyiVjjK1E4J6mt+sRWwytFWbACVfbwarfPz3k13aJz32wx5OF6KN9"
    "ySi/aw1bkcGFe9i86nDnRJttySfufzb8Nol0TDLbnu9z51LtsGe73q8S9KtrBt0f9qnv4rei9+Q9jj"
    "on3Zjt2t3xAdYzDs9eODiJZb0ul+6Qy5e71/UpZoYHfbGgy+9voXISzJlkgfNnAbhv/nDfuGWN/Elf"
    "DuLnvnv0fvTXwOr990kz2CllsyEBEAA6PdvYAe8c+R08SQG6mmSK/zy94g1kc08Oxr8DACf65Fl2RL"
    "2IfdZft6GO0TtIR9Ltrnl51utE/QEvbxf1LsY3j1t97lBbvBbusq2inamurbb1+JU9Psdjid7Q8Y2y"
    "97PQaucXMNx7PxFjYmQ7j1uT3g/IT5kmiIoBkeAEcQDRuj4RxGeKSb0RjrecEL1yQaqpzpvitz1Pgu"
    "/6TxXeqgkQnbjryFJkqlzTOVpQ+OYmUzWSa55sZ63OCfMqWGIiYEVPU7At6Kd0Ng+MkNe3/RNp8f/X"
    "7Q6s/GzjB944aMA0mEpA7TeNceJGBAklk4gv51wHrrXiNiahpji/2XQjlNqbI2VxHwzYdRysap1rgS"
    "9ObBnbrOcmHwnNJyAl+CUIt61UU97Rnwaj0DlFtuXrVrgGrc0L4BauCrcD2bgWd6S3rOJcuco+9kl2"
    "bR+TflnQ0hqpY6Bc9Hu0wypeizzuDl58eRyQlN+qxYybPiezxxshLRlTvUCqkV1jkbfnTVKswKDlWG"
    "nS9tOEqB11vS/uO6Iwz04g0ccfnHSf6bKqb1zZeaMSdeXgaPl5m1IlZZpaoTs7QnQB09AXTZUq3qvU"
    "YWaFXvFap6hwrwxvzAGR0UZMiMLpXxBL8Q4zzXC/atuoJ/XrIhcrTh1bVmoRrMHgzDIsYUepdSgxtf"
    "XYdM0cKk9MlxxxTdPyNrjIlnsZt2Id8+V4Ihgz5xPGQS5M80NDMpsrwwM/E9lHW1HecBmbb1gNGb65"
    "Mf0i7j2/06cCy/e8DPd5Af2UTsHR4D5eyMJ1nmOKGxgykf3cO27RcUCO+BoifsYnBOl8itLOwOLyRQ"
    "Zncjcx7kd9cJS3MOg/JV/Ilp2UtXKjw+SqKjuVPR3M7oQSo0PuivocyCki0UbEXLyrH7Qmx8glaHTq"
    "usNkf2BEk+xym1dUQ5Nqc0w/0conTGTK1yPExGeeGDiR6FsqMV9jV82eNl6bFHMBPSKIhMY+RCQBX1"
    "oKSFiUambYNEF8hrFJMxBAJaTKqbspmwEsNm0DpnSl1aWNz46JlxgxFNE353OmIwkjFXn+qoeaqzT9"
    "l63waxhFW/nFm/yK6fTlon7TOofQWl3NmcpTdyspzm812NIyS1gHjn2ep0AvW6imf68ErdkxNt1q+L"
    "C9elRR5y1I7gUqG+EdiADaiJV0rbWMdlS8vtSsrti6XLVvzK7lgRcpWFoIYImD9D4hWyVrOekLOavS"
    "S13v347kjn7dWl63TpOuX0KC3UvyRx1EKox98WllupLFKcUrNZaTZXLKGi66ccCH9d/Og8VKySE6XU"
    "XFaZy9oCoy0wCvJi546VOsHufrwqB5hCmpu8KMPwarPQs1L0K2WnatwtXGdi2Zi7IYLjoUOwOKeGD/"
    "5Q6B5PTYKeLG+G3ly/z/CVrD6MtocpvDY3C+xh2k6wEzuB/2BVNjuG5Cpbvxo3g3b/DMH/W9K6uOp0"
    "O2zDag17rDH2sYoJcvOl8XhSlmpFcGOUWqtXWh+wTeoZFLMFq0pV6zitZrXSrMZkXOl5jtJp5V5lDm"
    "vlXiv3CvKiBu4VUUU/Q29N2AHyFdeo2aGE5jphlylXOJ8CRdPD3zxomJtjpoJOmohH4qEnE/pgwvvM"
    "mTLKfgdv9IsVZ+izGxxclJAJrkC03z37pZGAwSbEEPqNyMVTC346/MymH/IHAYXEWcUXPmMPvekeld"
    "Wf/+Iph/jzQ9hPYJuVByVuuI94RjIgaIrehHYkV1QBh9gbgjNCs8pphhFypTXD9lWrcwnp+dlLUDI9"
    "qJZeRRvcvEPKA/vFVbkQ0CrNgrDgRrT4BtRRYDwxGCzdz6KCQuRjsuJGss5GtGpHMECy5eUKHDzN0J"
    "9QH6LTvYB5kWiIVQ8Je2U0JswOxkXnM9tWE9YHv/WWcO8oIA/mY6KBV1C56sW6JFvC6hfd9tdBWPMC"
    "PoXXAur450gNi6BDogE8tz6L++aFUlq8dEW6LdFP3EqqKdEr+M6MxlglDDFaooH16F22jYSVJ91W5e"
    "E+KfNwn+Q/3Ceph9tlu/jCwlmCan7EQ4xI5Udb2ZgHLn/JQL4i0HBXgNuXTjOV43xjfpyqdsb8j2UW"
    "k4/5i8nHLLuxV9mUvyLe3Qxv/POmfePn7JOQFwTVGRKvUAMLyjCJ2kufmIwA18Qr7Ctfer+LrYm/UU"
    "Ok096ZlZamQ7MJUrZFVznECcm0zVdl/vqmDpmEMFESnRMmmRMmaUCSfHAyyPUKqfQTxI8xses6GQkk"
    "84XxOJXC+aeVFch1zZJXnMhWcwDWEIs8SKMfIdLIV0U+evojzYEMYs2JDR2Z7y2Xs2LMKHtmfjCpnA"
    "8U31I+CXkrywYw7keGqzXQGYtqCbSDbBVrohxJkVFPdCNCg1J+NS1KsRvM7QzHmtj1ZpFnjYgzDbrz"
    "vi/617QQpOjGY7SiEwEdJuI+/NzFZWo9sncTxz0DTxiLNTjOGD7z+I83/U/n6MPpcVZy7Y2PXqoUVh"
    "hSrXNf7z33tQ6Nf2nlOlgLUkqG3c8Cem26HuN7VNbNWEYzehUupgvR34hK45tNCPVX8B0w9Oprktle"
    "tVuekm55ugTS3g0YwRMqy4E4nWbApuwWkdVsTV3EX6vr7eofn4YlFD1d42srhqG9Ci2MZcXyit+hlK"
    "hSOkn+V6GD+XRo4TqPGKIcKLYnPHD/jF2leORiiFqY+PEJEPkAId2goz3ghR/QgBbLe9saQWmjjOJK"
    "W/qioKwSDzFfZSPgNGwUkYzAH9QVUR2z5fx+wW7LCzqEo/2C7mbsAh9m5jyt7ggSGViENm9JkNR/gZ"
    "2FjdHIJLFSTaC16iwHqu9cRdJcMJUkTQI6w8FLdoEQ4pmVZXDPhzfoXwtH321nKhCLmfF/TxmW4Hz/"
    "jTiV9t/QOfu1cSto+q5oes8DeuAOjcs6++Nr4DJ3WqyYyDVJqzmtMqcZo7JKRhcoVQFFbTzCtUVWW2"
    "S1RXajFtl8c2GI+xO+nzlOVoVimcyqX8Uo9cJ8q5lVI7M036Ja1pxazpR6R0cOe07vkOliJCrI88yn"
    "dGGOMEX32HvCmPAsMr3Wkl14ci0Pc3vlPCMhzTqjgVF06FrTKdSMB68adBdYwKnxyP6xW2YjQw1S7C"
    "LXJGNnjh5Ne4nFl2DW5xmJWr8rK6nA4h8UrYb6RRg8bwmE9zzDrdgOmcIrjCuS4hCH5NY31RZRVXaO"
    "ZoFFlL+m8C+ovmNusvSjQpbQrdQvFY+5DL4hRS0NouUsokUmUR3c/Tq1PG21eQ1cTgkyMmtnJvEO02"
    "s0drKIbqZGnIRPZySexradJ5wlr0moO9kOmoe5sqbVnlgmOfy8pmqYcg6pI0xai96PFn2BbQtUwRw1"
    "Onq5WaRH+/wDKwonKKdQtwIN1A8U8UfhPj4O04DZf3vMddCpwzRfKPrp52fNCj9Za6xMn21/DLguBk"
    "95bMf6FCdljXRM5GfVarGSavErTe110W6xT/A/+YyVU6FLadASibt0xh+d8UcrVGsfg1dneAa5VqBV"
    "5ndOcqcCpblOeZ12YNLVhUf27HwgpHFp/GNkGv7K8Afaniz+cTrNgE35fkRUyzV9P2ppQWkmfD/i07"
    "BENJ6v/K8P74BphUt6zoerN8axpVbdNE2HCq/CtaMiS0iGRTG+wLxoUCxnR7xb2OYIr4L6JqaLLFG9"
    "aYLx2DcMUvQELiueCclolotf/Mg/yv1vxti1HlnXievMOSEBAyENAxVT9sYdfOct4cM57hzzBDkUwd"
    "wfCw8eXpvKmWPiCYsnNkezVUYdNjUsexU5GRa98otbieRT7M7EWDxyErQ8Pz/PKigSLv6E7p7Y7TPF"
    "zx+GdWDDQFwkWAICyyoETs6xN2PoNFEXsvlYEwTuR6yBfafl0V/Qnbd0icHv7Q5R81kgJzyKPPZjqO"
    "dnBbrHQAXDsm+fmJa9dMFRik95KlCBoSggbiKXDcLerAI0hVOS57soeQ6HH5nk2b87gPBuYXLf7syb"
    "ETdh44l3S0wbfgtkKLK80lmJAq8yYfcV6Gkzr6Jm3qWbU3Arx2/cVb7AVkVV+bSUqnxaoCqfplVlvq"
    "bJ4LsiqCHCmzm2jxXV4ZuDIXaONMwFxXWShDXwkdh1RCiXAOSW7hWJVn6rWx/8DTUFfLEZO0Kmzdcq"
    "m69DKVGWxXFKzWWVuRyI9RLHulESfaybDsgLNRrZBydJqx8dlR8d7e3+Ktjs4rnzWNHbPUqpH2aVuQ"
    "yppWQNQCGNViN0APshMUAHsO8tpWhmFvyq2NYuGiEJb7jErpEbwPeGtzJzk0jENSTc8GsC+VYDG3oL"
    "gMjJyw8QvdwsOod0/I7lDiJbBAUE4lRuZlKEGexjOLp7pk0UpBe1PMrrZfxoEQT3BidOBKLyEWhiyJ"
    "wyoDKCHDY/vo7aV3i7bBacWwF3DYsYstH7SbraRfGflDnGOsk/xTpJHWJxD2hZnGNENTzMOi13Wlhw"
    "WJg6zLLcCjjHqTTQJYDGczPLRlgUVW1mGgbrAO/xaZn8x6xXfkKK01QG5IVJKeT0kc40nSKsI+I6BY"
    "g2lzUrxraAsFslOW+EThtEVeNwpUwUFFNI8LGmbh1oggMxmlaxpVXsCHIFmnYc35cVbsNnbynFOx8o"
    "rd4eqHrLi4ZKi09xqtqptpsv1UE9060mNsUptdik3KaasmBQzJ6NivHfEVrNaqVZrSXkunN4JSLJSi"
    "gJQn12vamz6+gp0ZoHrImTqQPjRtnj1cRMVCqAsYVdCPjL0GX8K80i/cUM+yijtbwWlWVNX9p8ZaRC"
    "ItK9pB/dodH8tJTR/LTAaH6aSqvCHioJhP3uNUR3K0lr2Dd6OCvC/n8HvW6OZTwkSUqE1shD/0W2RQ"
    "9RZigAF8CIyYGpQLFkTFhCwIMBfpVLrrv5zez7/wMNw4JW"
)
