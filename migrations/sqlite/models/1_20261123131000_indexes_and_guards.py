"""By hand: an index for every order of a list (L2), and the guards of what is never changed (A4, H2).

The index of the default order also holds what a search and a filter look at: SQLite then answers them
from the index alone (traps.md).
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

INDEXES = """
CREATE INDEX IF NOT EXISTS "account_by_civility" ON "account" (employer_id, civility, last_name_key, first_name_key, id);
CREATE INDEX IF NOT EXISTS "account_by_last_name" ON "account" (employer_id, last_name_key, first_name_key, id, search_key, deleted_at, expires_on, password_created_at);
CREATE INDEX IF NOT EXISTS "account_by_first_name" ON "account" (employer_id, first_name_key, last_name_key, id);
CREATE INDEX IF NOT EXISTS "account_by_identifier" ON "account" (employer_id, identifier, id);
CREATE INDEX IF NOT EXISTS "account_by_department" ON "account" (employer_id, department_key, last_name_key, first_name_key, id);
CREATE INDEX IF NOT EXISTS "account_by_profile" ON "account" (employer_id, profile, last_name_key, first_name_key, id);
CREATE INDEX IF NOT EXISTS "account_by_expires_on" ON "account" (employer_id, expires_on, last_name_key, first_name_key, id);
CREATE INDEX IF NOT EXISTS "account_by_last_sign_in" ON "account" (employer_id, last_sign_in_key, last_name_key, first_name_key, id);
CREATE INDEX IF NOT EXISTS "session_live" ON "session" (account_id) WHERE ended_at IS NULL;
CREATE INDEX IF NOT EXISTS "password_link_of_account" ON "password_link" (account_id, purpose, id);
CREATE INDEX IF NOT EXISTS "outgoing_of_link" ON "outgoing" (link_id);
CREATE INDEX IF NOT EXISTS "history_by_actor" ON "history" (employer_id, actor_id);
CREATE INDEX IF NOT EXISTS "mandate_of_employer" ON "mandate" (employer_id);
"""

GUARDS = """
CREATE TRIGGER IF NOT EXISTS "history_is_kept" BEFORE DELETE ON "history"
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER IF NOT EXISTS "history_is_not_edited" BEFORE UPDATE ON "history"
WHEN NOT (
    OLD.id IS NEW.id AND OLD.employer_id IS NEW.employer_id AND OLD.sequence IS NEW.sequence
    AND OLD.at IS NEW.at AND OLD.operation IS NEW.operation AND OLD.actor_id IS NEW.actor_id
    AND OLD.actor_employer_id IS NEW.actor_employer_id AND OLD.account_id IS NEW.account_id
    AND OLD.actor_name IS NEW.actor_name AND OLD.account_version IS NEW.account_version
    AND OLD.changes_digest IS NEW.changes_digest AND OLD.hash IS NEW.hash
    AND NEW.changes IS NULL AND NEW.salt IS NULL
)
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER IF NOT EXISTS "status_change_is_kept" BEFORE DELETE ON "status_change"
BEGIN SELECT RAISE(ABORT, 'the feed is append-only'); END;
CREATE TRIGGER IF NOT EXISTS "status_change_is_not_edited" BEFORE UPDATE ON "status_change"
BEGIN SELECT RAISE(ABORT, 'the feed is append-only'); END;
CREATE TRIGGER IF NOT EXISTS "account_is_kept" BEFORE DELETE ON "account"
BEGIN SELECT RAISE(ABORT, 'accounts are never removed: their identifiers stay taken'); END;
CREATE TRIGGER IF NOT EXISTS "account_keeps_its_identifier" BEFORE UPDATE OF identifier, employer_id ON "account"
WHEN OLD.identifier IS NOT NEW.identifier OR OLD.employer_id IS NOT NEW.employer_id
BEGIN SELECT RAISE(ABORT, 'an account keeps its identifier and its employer'); END;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return INDEXES + GUARDS


async def downgrade(db: BaseDBAsyncClient) -> str:
    raise NotImplementedError("an installed database is not taken back: restore a backup")


MODELS_STATE = (
    "eJztXW1z2rgW/isavtzsnexOQtKkzTea0Ja7AbJA2p1bdhwFC/DEyKxlkmb29r9fSbbxm+"
    "zYxoDiKB8CyDrCPEc+Om86+qexsHRkkt8uLezYcOIMrKfGBfingeEC0Teiy4egAZfL4CJr"
    "cOC9yftPvI681z1x31+AKTQJok06IhPbWDqGhVnvFpiusA6cOXQAxAAtlqb1jGwwhwRA4I"
    "8Fngxn/hsbUbcmdEgDz8oQr7Dx9wppjjVDzhzZdIjv3xs+FevAhmv89Rd9Z2Ad/UCEdWEf"
    "lw/a1ECmHkHG0DkNa9ec5yVv+2jMOtj5xPuy273XJpa5WuCg//LZmVt4TWBgjtQMYWRDB7"
    "FvcOwVQwqvTNMD1QfP/QFBF/cuQzQ6msKVyfBm1O4NBG0NTev1R9qwPdK0RoIXPkUIYa+J"
    "Isn4SG+VcABm7BZ+/dBsnpycN49Ozt6/Oz0/f/f+6D3ty+83een8p3szAVruUByzzudOb8"
    "RuyKL8cmcRa/jJaaADXSrOjAB9zqsE/pdzaIvR9/vH8Kc/LI6/j3YWA/yGgAPBBN8FCxbw"
    "h2YiPHPm9GPzKAPdr63B5ZfW4KB59EsU4p53pckvMbADcP2HQis6x2OEL0/21wD2zuY7Ez"
    "XTB+F0j4ipCDs+WTYyZvh39MxZ0qH3DvEECeD3RHnbG8oT5a+MGz/9Kee3BtLPhk9rMR2f"
    "iRQG+uORw4EYtIejQeeSQs4Qv4eThydo61oEenbFalqxlnXf5KVFcxFvgRjOOELsp7AbF3"
    "BAsNbGGJS+1oYnxYtrbTrCgnVRrYGyyISsNZC/FlgD/f61XAPzLYJZq2BiGSSGjZwiAK8J"
    "qkF4v1M8gu/xaQ54j09T0WWXouD6+rmGV4t70cKWDrOAtHaAV6/ULS2qGZga1HUbEZLEe4"
    "R+pEjtJGUtJEgGwKP2n1waLwj52wwDe9Bt/ckxXzx7V677vc9+9xAjLq/7H2MMsNGS4oew"
    "Ax3jEWkT49EwDedZPPPbdG4nFLoIVzKGk5k9jW7rqtVtXwD3dYy7/d6w074d0BbvXdzSzy"
    "Wg8jwvx+nPy3HieYnha0JCBU7BFTdrDJmZVHaVyLUKH2eswsfJVTiG4dSwN2dEdBDFiVKc"
    "cAzH3IQJa/pS+HtL8xuCf24Qx7KfNYLoL/ZWhPyml4h6d/6Zo23BvkNDLMmJOSTzIg9AnG"
    "53gqdxtOFfYyfPzVkeM+Ms3cw442ZGwo+W7uZJ2iMCzfijR/rp9wEyIf+FSeaJAyWvbBFJ"
    "865FZj+cTKwV3hSoljtKjXFaQKzTn7QhTl13lBrj5EnFzWD64g5SY5ioGeisiDaZQzzbdF"
    "IN+ViXfKgaQ2atnJnFRtkIrL43So2BWkLbob9qw1l1445SzwDTz21GhIbIfjQmKCUgFLp6"
    "mBUPIm6//YWDJvSeijly9QoN8Bp6b9NjPxQFZBbBek1QQ2/HVqI/KsNki8EIEz160iv3/F"
    "1T1BDg0zwAn6YDfCqK9hj+ah2FONVDFCapU+ZO8/j0/PT9ydnp2ie0bslyBSXdPnQ5XCBh"
    "TlT6tA3TqImbMnEzEp84fknAC2c9jdg49dJID2MpT+GpVjjfKeTlN2bzTZ07AzZGvdDeqv"
    "6/np0C7T88c9N1//VzojT/xj41/6pWcqX570/zV7pTNbpTqTiM58TY1MEZcZm8Muz3sgSF"
    "4jGCRSgarUlfhrzYUK6FqEFXNnD3b+0BPd8B91EiANoITC1TRzptWhqIHNKPNrBsHdng4L"
    "r5C4BYBwRBezKnn49/Se4LqmbYMR5jNhKTw/eQIGA4BJlT8IDQkgALI7CgOughuONJPYQq"
    "o5qB+ZdeAAjY518N7G5OwtR0tcETJPS7F4iAe0S/GwFomsBiCy1J256k0rDlif6nL8iGjr"
    "Bj0CuFklijVLXTgz7kWJY/pC7KHxLZwhsmS6rsyJfZUSg7slQ6pMp/LJH2VS7hUWU4lsEa"
    "LaBRyLZaE9QQ4ea7PNlYtFe6bfUuse1jSVEqNJHXBPXLEq0+rKIjFslfIFxo21KUqn44b0"
    "VULG1rigihN1ZyU00K/Q5zQhtbQn/XG2sYlEZaKvrLumGIXGYp3rgdtqkayP6Pceuq2+l1"
    "hqNBa9SnjZGPZRTELdQQ+LE06JzWRG60KwpmynoaoYqxg+VBOsYC/cbeyMOYKp6Lq9aoHZ"
    "/VkJAny9a1iY3Yb9SgQKhfeZCkyBjxEFmwsjevT95nSZxOtz0ctbo3EbHD8GZXmhGR47ce"
    "nMUm+noQ8K0z+gLYR/Dffq/N0bSIM7P5Nwb9Rv9tsHuCK8fSsPXEBHwIE7/Zb0paVr4/qT"
    "jPBeSK31Lz25o80EdzhR2R6fECs2O0itMyc7q8IK9cfr+ipfHVsdlNvCjD5iilephl5vIj"
    "skmxGHGIYnch4uMtsbLq3Lq1a5iF0IrY0QlCmW04aU3owF1cFP8kpWJACQYEPriiDEhSKg"
    "aUYIAb+y8KfpRKAV8CeFVsUhWblJQbeTOvNy02qfaMl91br81siNlPU3hl4qWS+lUdAlWH"
    "YF+QGTpdISwH4ckzUxU3BK0TjFZjzEwDP2wI1DUdosYIETd9YONMeT5KjXFSVUCq2lIQCW"
    "Xw/GUoCFn5qPYxGln0X46iWevR8qErp1tbDG6BLRhRGESnsMRxyjiHJcKgfHsx2KaGpQkn"
    "9N0U+LkD7DiVOdsvAZmbCUxtawGe2K4GgwAbQZ319SuCgYObZsqGjArH3mCjhDdYYVdDlK"
    "4aT4PaORHkpxQtpJggrIXnbQdbG12tvVQIOkKpQtDSBScL7LZMLvoJEZmcHv5yntPzt1l9"
    "x70Kx7xuv+iqkMfrt9EOzZCXSqAbRH1Y6YqB5znLpxW0MID6wsAG6+hY9r8I8OiBYwF2uh"
    "rbRQkx38a4PoHtENzTBqDDZwIMPDFXbNvlQVu0V3MbX/CyfvA9PMvX3u6/1P5KKbUEKmls"
    "p2gicYToTecRI6wXzsIOSN40dDZ6tB5KaUtRSpXJJZuyJKhnLYVRuG8LZC/l9FUGwN5Z4I"
    "VRtfvnwkxIkCo2VJWIkWqLFc7DqGW1/cMy9phI8FQAsEp0EUMcSAc1i/NhnJCnUp1du04C"
    "EbggwgkimSWiECEaz0jJ54XoY/MZuPV/Aby3HhHoUVWQ13R6QEsHHLTOBa6F3FTCc+FDot"
    "cvq65OhpdmzTzMcBdwlicZQNF/eSv4mlZmHabB5vEFOBrjQbt1dQGOx/jboDOiTc34Q5DJ"
    "p5Pm+dmaM+xDFi+G3db1dVJvVLbTnhV3TzgVrEodpapl8KyKegZKNd+bah46y2RDfGtZCj"
    "SOb/SBlkpjDGXECnTGaL5sutYYSs59WWG885JT73hVzzsCTeeOK35LZBNWcOcC0ElAKPAs"
    "pOQYiABWPzupQ5YdiBUPbVFGGbMZsoGNpitCL7EyoM9uyU+wWjLn7yEf123nHKM/IF0nDZ"
    "ur62M841ppTHX1ex2CKL21ZI+Bl5UVHUzptNLptOWOfN3PUa81YUZoqS8c/VE5Mq8g7BOR"
    "gEnF+WVjMTKAzDp0o3V52b/tjbRLajCO2tRkjDWM8VV71OpcD7Vu/6rzqcO6xFuotdn5/G"
    "UU7hJrGOObQf9T57qt0ddun39RvIUui95XD9q99rfwvXgNQY+r9nU7crdeQ3iM4ag/iA7i"
    "toxxp/e1M2qNOv0ehaU3ugCxBnq3reHwW39wFcASbwn1oQO32fB/3NJviPSNXQnu7rp/+X"
    "v43tzPwfXbXryH35LTjN/yEVJUxbKKx+TCVKUWHcki3XtacziKpQOjQnLFjc24UbQEc5Sq"
    "hmVV81UVzyornqwr7jsKipfXEVDWSemtrNJO6sbN9CoXIZI6TOOdlxaBZqF6zH7/OmAdFR"
    "knzRwS46SZKjDYJeFs1nSD/i+EcpJSZh2+JOBneUq4n6VXcD9LFHAvulWnxjt0qgdXhdNU"
    "KuJbZIEqRrTPHC0Vy9zytq+dxdri9VQEATdByZX0qFuk1kuu2Fs62nm2ZYUfdgovj1qFZi"
    "drUhEqKSNU7pmGZV3pAbXENk/jpt276vQ+XwDvDXPljjpf28yBy17HuP3nTYf7o703zLHu"
    "ObG9N2Vcu9Wf3ganTtpphS8za00ss0pfJ2ap+GMd44/K1lO23ltkgbL1lK33agCW2NaLlY"
    "EUmHrJQpHpll6sRGUuW4+VhAEQkydkIx3YLNuMOLxmF5hA02R1OojlHoFOENZZlqThADij"
    "eAPdQgSwsh6slZ2kLtrAU/HoL230Yb87mU4ZOntHGZ9yGp/Cov3pIYk6VevfwUmnxUNrKq"
    "RWKOpjrZyJJcotSY/Ih0hqAfGuQ/LqKLZSrFA2tjLwVEELZX0EtdUFZkeo7Hq6vbGu4Mrq"
    "vG89sqT0din19uXKphK//MHtAbnMSlDD3U1wAdxXtm2f9rwA/EWOEAO2hJvL0jX8NYHMwE"
    "uTpOhYDwgXLnIdpaoG6P0KnS3bUUqpf0njqIVSj34sDTpcCTZHKRWbpWbzipR6lENkquyq"
    "zPxVxXXfApeVB0Z5YCTkxY48MPs9hExOsbbhGWRFM6KD4+1EydCRw+8y8qDdfrn8VI27pW"
    "1NDRPdsWOsHO/sKx6nZh+8ocA9mkEMngxnDg5uzgT1K8sPo/xhEsvmwwx/mPIT7MRP4D1Y"
    "pd2OAbnM3q/G7bA9uADs/xi3rrqdXocuWK1RnzZGPpZxQVZTXzF2rLBdznkTpVRWvdT2gA"
    "mJoxFEBVZxRsdpFaulZjWiEJZ5nsN0yriXmcPKuFfGvYS8qEF6RdjQF9itMT9AuuEadjvk"
    "sFyn9DLhBueTb2g66Ac/j3kBdXZ28yGAhOVZP0HWB2HeZ0GNUfo7eKOOJgaV3wJ7tuLB8+"
    "wnZvuX+SzH9IvokuKwKr08k1vtLJZJph1mGMVs8zkWneiQz1oLkUttrbW7rc71BeAvY3zd"
    "Ho2Y9ea+lrHQqk8SeaC/uCwXfFqpWRBUCA1XCx1jzhONwtL7zLcLhz+OMc/qYVVFfZ7FGn"
    "hZ1G4/0iXeUobBJ3kYfJLO4JMEg20qXZcGEikQ6ZnoESKZ2SttLjpfF4tAviZQcJeA29Mn"
    "Cp6YEqWqnZP1fR5h8j5dmLwX+fOc0i7WNfHuZnjjj9v2rVfyocCa4VJdAPd1jN1a026B6U"
    "90nWDX3FeW9/m1z+s9e2/kWNZV1lwp0fTafDWELtFlnOsBmfLFycxfz7gVKBLpbrgQye6c"
    "cEfbWtAqrpMcdxkUfHAE5EpCSv0E8fASsm1LUH8kXRmPUklcvkxahVxFEVQhpLfOArYLsj"
    "D8ISJ1tkdFITRVgkqVoJIL4MJHp/o7qjcEN7SN+3XJkbzAhsSnVLHfG2g7FO+w+BCEgAW9"
    "DrM33PP+WljAVbvn/rv/HWzo9dfEC2qpKKuUUValA+5dB/Sf0KIciNIpBlSlCoak2YZLqS"
    "er662nRKdhDj1FqdpbUbX3qrRQlmXrK16HXKpK3jqkhbQUpY7IInqz1BHK+sL7oMI0tQvQ"
    "q2opknjAX1tUQ6JqKXL6CWrBZVVM4y1wmccaS9bFidMqTsvMaeULUL4ACXlRqS9gr4Zqtp"
    "Wa10RV5unbNE/5awL/jHKpsMpa/RKZpVs5cEJZpm9Cx1E2S125nFCk0pf6UIL6xGI/NLmq"
    "FaiPJg6Kv85nPFknLbIZEz1Xg1XgkK8LTNvUHlvINiZzkeboXcnUGmHQRxql8a1ojBvuC0"
    "jXBR+R7dcGzKsOhkhqsYUzVhvs3bscOiHtlV4djF2LJYnTh6oAwl73GqK7HY3bwo5w3/d/"
    "hv1eiqodkMQVMGPigP8B0yCv0d2UAS4DI6J2JXY/xDc6xPQpNsBHkaNpl66Qn/8Halkoew"
    "=="
)
