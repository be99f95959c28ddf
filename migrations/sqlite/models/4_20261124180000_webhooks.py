"""Where partners want to be told of changes, and what is still to be told (T2)."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
CREATE TABLE IF NOT EXISTS "webhook" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "url" VARCHAR(500) NOT NULL,
    "nonce" VARCHAR(32) NOT NULL,
    "former_nonces" TEXT NOT NULL,
    "place" BIGINT NOT NULL,
    "wake_at" TIMESTAMP,
    "failures" INT NOT NULL,
    "paused_until" TIMESTAMP,
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
    "eJztXWt34jYa/is6fNl0D9szIZeZpp9owkzZJpAmTKe7pcdRsABvjMxaIgynO/99Jfluy8Y2N+"
    "NoPkxA1iub55Wl966/GjNLRyb5/trC1IYj+mAtG1fgrwaGM8Q+yC43QQPO58FF3kDhsyn6j9yO"
    "otczcT5fgTE0CWJNOiIj25hTw8K8dxuMF1gHdAopgBig2dy0VsgGU0gABN5YYGnQ6fd8RN0asS"
    "ENPClDvMDGfxdIo9YE0Smy2RB//NHwqHgHPlzjzz/ZJwPr6CsivAv/On/RxgYy9Qgyhi5oeLtG"
    "V3PR9pMx6WL6UfTlj/usjSxzMcNB//mKTi3sExhYIDVBGNmQIn4Hai84Unhhmi6oHnjODwi6OE"
    "8ZotHRGC5Mjjendh4gaGtoWq8/0B47A01rJHjhUYQQdpsYkpyP7FGJAGDCH+EfP7RaZ2fvW+/O"
    "Lj9cnL9/f/Hh3QfWVzxv8tL7b87DBGg5QwnMup+6vQF/IIvxy5lFvOGboIEUOlSCGQH6glcJ/K"
    "+n0Jaj7/WP4c9+WBx/D+0sBngNAQeCCb4PFszgV81EeEKn7GvrXQa6v7Ufrn9uP5y03n0Xhbjn"
    "XmmJSxzsAFzvpdCKzvEY4frJfgxg722+86Vm/CKd7pFlKsKOj5aNjAn+Ba0ES7rs2SEeIQn87l"
    "LecYdyl/Ij48Y3b8p5rcHqZ8Olv0zHZyKDgf14RAUQD53HwUP3mkHOEX+Go5cltHUtAj2/YrWs"
    "WIvfN3lp1prFWyCGE4EQ/yn8wSUckOy1MQal77XhSbF2r01HWLIvqj2wKmtC1h4o/hbYA73+td"
    "wD822CWbtgYhskho1oEYB9gu0gfNgpHsH39DwHvKfnqejyS1FwPflcw4vZs2xjS4dZQlo7wLcv"
    "1M0tJhmYGtR1GxGSxHuAvqas2knKWqwgGQAPOr+L1XhGyH/NMLAnd+3fBeazlXvltt/75HUPMe"
    "L6tv9TjAE2mjP8EKaQGq9IGxmvhmnQlXzmd9jcTgh0Ea5kDFdl9jTu2jftu84VcP4O8V2/99jt"
    "fH5gLe6nuKafa4HK876cpr8vp4n3JYavCQlbcAruuFljVJlJZXeJXLvwacYufJrchWMYjg17c0"
    "ZEB1GcKMUJalBzEyb49KXwd7fmNwT/1CDUslcaQewXuztCftVLRr0/+8y7XcG+R0UsyYkpJNMi"
    "L0Ccbn8LT+Pdhv8ae3lvLvOoGZfpasZlQs1AX+eGbSCiUYsNyJ4twa4bBnWKNVNCG2MZ080RNW"
    "boe/7hCHeNDLhv2oOOzCiZbjNLKncSNeMnl/TjLw/IhOJ5k7DKvU7HiW3CVBmZn3A0shZ4U6Da"
    "zig1xmkGMX/FNsTpzhmlxji5W8xmMP3sDFJjmJhOTRdEG00hnmw6qR7FWNdiqBpDZi3oxOKjbA"
    "RW3x2lxkDNoU3Zr9pwVt07o9TTW/dtl+61R2S/GiOU4l0LXW1mOdeI0+9wvrURe6ZiVnF9i9aM"
    "GprC0x1pDAVkFsHaJ6ih6WgnrjQVrrNDz46JXt3VK/f89SlqCPB5HoDP0wE+l7nODG+3jkKcam"
    "4Lk9QpDKp1ev7+/MPZ5blvYPNbsuxqSRsa2w5nSBpglj5twzRq4qZM3IwoMoFfEvDCIWQDPk69"
    "JNJmLH4sPNUKB4+FXCbGZLqpceeBj1EvtHcq//uzUyL9h2duuuzvvydK8m8cUvLf1k6uJP/DSf"
    "5KdtqO7FTKD+MaMTY1cEZMJkeG/UG2oJA/RrIJRb016duQ6xvKtRE12M4Gnv6uvaDVE3BeJQKg"
    "jcDYMnWks6a5gUiTfbWBZevIBie3re8AxDogCNqjKft++l0yyWo7ww7xEPOR+Dr8DAkCBiXIHI"
    "MXhOYEWBiBGZNBm+BJREgRJoxqBhY3vQIQ8O//MLCT6YWZ6mqDJSTs3jNEwDNi90YAmiaw+EZL"
    "0nK9VEx7dUIp0jdkQ0eYGuxKoYjgKFXt5KAfcmzLP6Ruyj8kQq83jDxVoabr2VEo1LRUbKkKJi"
    "0RQ1cuelSFi5bBGs2gUUi38glqiHDrIk9oG+uVrltdJILb5gylQhPZJ6hfyO323So64p78GcKF"
    "csCiVPXDeSdLxdy2xogQ9mAlM5RS6PcYYNvYEfr7zlLiUBppcf3rZcMQeZVX8cbnxw4TA/n/Q9"
    "y+uev2uo+Dh/agzxojX8sIiDsoyMAjkREpE7/sU725yOVoTBYhS8vWtZGN+G/UoGRRv3EhSVlj"
    "5ENkwco/HN96n7XidO86j4P23X1k2eF48yutyJLjtZ5cxia6Pwj40h38DPhX8O9+ryPQtAid2O"
    "KOQb/Bvxv8meCCWhq2lnyBD2HiNXtNSc3KsycV57mEXPG70vy2Ri/s1VxgKlM91jA7Rqs4XWVO"
    "l1/It75+H9HWeHRsdgIvyrA5Sqle5ipz+RXZpJiPOESxPxfx6Y5Yue3YOt80zF1oRfToBGGVdb"
    "jKqtCBubgo/klKxYASDAhscEUZkKRUDCjBAMf3XxT8KJUCvgTwqnKnqtxZUW7kjbzetHKnyhkv"
    "m1uvTWyI+U9TeGXipYL6VR0CVYfgUJAZOtshLIrwaMVFxQ1B6waj1Rgz08AvGwJ1y4aoMULECR"
    "/YOFJejFJjnFQVkJxAsd9pvCJePmwzqG6cceq2OhXKvoh4fUSoN5R49zxU+xgNLPZfjvpi/mj5"
    "0K2mB0AOboFslSgMstN/4jhlnP8TYVC+tBWe/zE34Yh9GgMvzIIf4zPlqSWQW+TA2LZmYMkTQA"
    "wCbAR13tcrngZO7lspuStbHHuDnBJ3sMJWmSjddowyKskkCOUpWsAzQVgLI+UeskAdBaeUtz5C"
    "qbz1lfPjFkhMTW76iSUyOT287TynkXSzUpgHXRzzWkiju0IeA+lGyawhg55ENoia+9IFA9fImE"
    "8qaGMA9ZmBDd6RWvbfCHDpAbUAP9WPJ5xCLDI+/ZP/muCZNQAdrggw8Mhc8AzVk44srXUXN1gv"
    "H/wRnuW+Y+BPlYpaSSmBrTQ2LRpzHSF60yHXCOuFA9YDkjcNnY1erZdS0lKUUgW9VU1YkpT+ro"
    "RSeGgN5CDHOKhgiYOzwPU4a8+rwkxIkCo2bCtmJVUXKxyyUsuDCZpl9DHZwrMFgFVMkBziYHVQ"
    "szgfxon1tFJnJvvxMhITRDiWJrOaFiJEE8E7+awQfWyugFMqGcBn6xWBHhMFRfmrFzSn4KT9Xm"
    "JayE0lsRdEDAReBfo/VeWqquyZzQxzgWB5kgEM/fVZ8z5tlWWYBp/HV+DdED902jdX4HSIvzx0"
    "B6ypFX8JMvl01np/6XOGf8nixeNd+/Y2KTcq3enAgru7OBUs4B2lqqXzbBulH5RofjDRPHTsy4"
    "b41rJqahzf6AtdKYkxFDwskRmjocXpUmMojnm9wPjkxvE+iQKoTwSa9EkIfnNkE16b6AqwSUAY"
    "8NylRA1EAC81npQhyw7E66y2GaOMyQTZwEbjBWGXeMXUlVMdFSzm3PjbFOM67YJj7Aeky6Rhdd"
    "U/PjYulcZEV69XE0TprTl/DdyorOhgSqatnExb7qjhwxwxXBNmhLb6wt4fFSNzBG6fyAqYFJzX"
    "K4uRAaosQzfa19f9z72Bds0UxkGHqYyxhiG+6Qza3dtH7a5/0/3Y5V3iLUzb7H76eRDuEmsY4v"
    "uH/sfubUdjf+/64kbxFrYturd+6PQ6X8LP4jYEPW46t53I07oN4TEeB/2H6CBOyxB3e791B+1B"
    "t99jsPQGVyDWwJ62/fj4pf9wE8ASbwn1YQN3+PC/fmZ3iPSNXQme7rZ//Uv42ZzvwfXPvXgPry"
    "WnGr/j07aYiGUV98mFqUptOhXzdB9ozxEolnaMSskVNzbjRtFq1VGqGlagzVeAPasCe7IEu2co"
    "KF6JSEJZJ6F3a0WJUnNc0wuChEjqMI33XoUFmoVKV3v964B1dMk4a+VYMc5aqQsGvySdzZpusP"
    "8LoZykrLIMXxLwyzzV7i/Ti91fJmrdF03VqXGGzvbBVe40FYr4Flmg6jYdMkZL+TJ3nPa1N19b"
    "vPSMxOEmqU6T7nWLlMXJ5XtLRztPWlb4ZWfwCq9VaHbyJuWhqqSHyjn+sawpPaCusM7TuO/0br"
    "q9T1fA/cBNuYPubx1uwOV/h7jz+31X2KPdD9yw7hqx3Q9lTLvbP+gOjmnawY7rmeUTV1mkrxOz"
    "lP+xjv5HpespXe8tskDpekrXOxqAN9T1VBm6XZShK6gUf1qwIVK0Yf9aM1MNdk8em/DeudTgxh"
    "fbwhO/0BkBzysQHI7eBMupUIKBZQNsUQCxV+eMl0QDBm0CYgHKS6GJSiemZb0AaBovCJzcn0mS"
    "nXZ7Ox7O+vSCVk+8MBsE7BNyardd8XBXIHACuoWIGJ0i02R3NEbT0DMQsEQ24iGxSM9dpSVUcy"
    "pd75cebpDuj9jqqQYVOpt+W86IdBV/DA1zYcsWsFRJKUyyPzHp3W5lpO0dD2SNZNWAU9H0+yso"
    "ZVCq8wbfgtqsKhjWls0JzfAwTpRYKXqJ1JgsVp8uO8bK5OeTHvsYMSGNcJFJBzZP4yBUFMMFI2"
    "iaXKLz5DWCsM7Tjwwm1U3YTPDFsClvnTGlTpYZv+XR12XQ89+dzFMKnf+pvDrV9OocUrY+tEEs"
    "ZtXPZ9bPsusnDPvFY9ZUrFqhcCprQUeWLGg7PdQ1RFILiPcd66qOg66teKacV9X1nCizfl1CuL"
    "zznSRqR+jop3R9wz8agZ81lUvb2CRkS8ntlZTb5wubrfilw7FC5FUWghpOmu4VcP7yelis5xUQ"
    "f+Ja72Fid7AlrdqQLuH7BFUGvjLZP9R6Qbjw6TFRKuUJWqtHKaF+ncRRC6EefZ0bbLgSbI5SKj"
    "ZXms0LUupVDpEpD1mV+atOrXgLXFYWGGWBqSAv9h5YeYiDkKu5rO03qjJ0xLYsyzByAHdGZKXT"
    "L5edqvE0t62xYSIRhkjdQ2WFn5p/cYcCz2gCMVgadApO7i8lsZLlh1H2sAqvzc0Me5iyE+zFTu"
    "C+WKXNjgF5la1fjc+PnYcrwP8f4vbNXbfXZRtWe9BnjZGvZUyQ2ylcHqk+xE9CLKUORCmVVl9p"
    "fcCEhGoEsQWrOKPjtIrVlWY1YhCWeZ/DdEq5rzKHlXKvlPsK8qIG4RVhRV+it8bsAOmKa9jskE"
    "NzHbPLRCicS0/RpOgr5Q0zqDMVdNwEIhMPLCHvg7DoM2PKKPsdolFHI0N3k+ei+uyWB8+TmccL"
    "A4lZjtmN2JZC+fEXIpJbleyp0prWzFCKeT4Mlh2Vlk9bC5FXWlvr3LW7t1dA/Bni285gwLU352"
    "8ZDW37QSIv7BeX5YJHW2kWBKX3w2X4h1jwRGOw9D6JOjzhr/Ha+/GK++H6/d4A8Zb1tfhF6Z9/"
    "sRGZ2n7D50WsIXKOQNBL0hgzBWg33U9sq4tZBNzWIRYRS5zcm4+xBnGWwl0/0iXeUmbynuWZvG"
    "fpk/csMXlttnPMDSQTjtKj7CNEVZ66lY2zF3t+Ech9AgV3CbhdWangMYtRqtoZkD/kWUw+pC8m"
    "H2S2SlrafOwT72+GN3793Pns1okrsB86VFfA+TvEzgE1zqk0H9keyK85f3lM6299sXW5H6ohsq"
    "iIwFJL07HZoQjboss4DgIyZWesMn9dxb1IEZIwiapDEq9DEjeHFHxxJORqhaz0GyRcZ8i2LUnR"
    "wnRhPEpV4ZrHlRXIlYdEVU996yzgGZ6F4Q8RqQMBt+QeVHVrVd3aagGcywMbX0u2AG4oRf241p"
    "G8wIaWz0r5tduEIJumB2RHrjezPNtOnpfXXfRd699uA14iF+nAp3MCqiEQMbTCxTwxXtmnsWVf"
    "cU+0wRosS+ffRfz1ycPHa/D+oiUrbrv10XMdRROkNKraswevPatSU9etXEerTSfkqsMsoPfQpo"
    "zvYflLsoxKemUupnOnvxaWELdbkOUP7x58aP828WqLKgSnkiE4Sok+uBLtvaFFORClUwzYli4d"
    "Ws021EXctbreil50GuZQ9JStYie2ioMKLYxl2fKK2yGXqJK7SPUXRwdz6cDctl4RjzImyByLxN"
    "krdpWgkY1ok5eXdo4E4ZHHPKWS62gvaM4v2XyUxbNpjPjRIpLDTXZ0I+9YE5Hi6WcDCxo2ipMM"
    "7A5qO1HV08Xsec4ei3odgtF+BE9TdkEMM7WW/hPxRGIDk+YQe0W158iamwiMII4clcK1VpVlXP"
    "WdK0ua86ZSQZOAyjBeZxcIIJ4aMhtwOrxe/1oEPe46U9hZzLT/LCWW4HRfdpRK+bJVzWxl3PKa"
    "vlW0vN4RvXDHxmVVfe0tcFkEcJUspBinVZyuMqcZo2RHtmYoVR5FbaJjlUVWWWSVRXarFtmDmg"
    "uzbYV5DYX5jIRPZGSxGfgEoI2AczaxqKlH5nCECHhGdIkQFvUJ+u0Fu7C0DYqEJW4mKXWw6WjK"
    "tlbhNaiZYVsTfxP4Z5yjALd5iFeFbGo7OYnOea2K4BtQ1NK0ls+2lmVcUymTb1NfUPp/XblcIF"
    "AtFLdumtYSyUSHAtWp5VFnx/mSJ6tUR0rhoJVM2y6OVeDxriNMS/Q8tayXDaH64oxSM5x2qUDd"
    "INN4RXZatEX4cjNLhXL5x1VDQZBPl2oD5wh7L/rdHUUELlhM+WH/m/qPPJJgwo/p5ieJuUXfZD"
    "H1G40lDUR1x+DXncElh36H+mTXkAt1VOXkjkFDe6O1W246bfaN/x9/x/Jpc9uuzKJKOqiSDkq2"
    "39i3V57hEnKly1WZ3ynVO9JtX7Uq3LEH66Kq1XFgj6ojjRfGP0Km4C8Nv6ftFcU/SqcYsC2Hdk"
    "i13NChXUsLSjPm0I5OwxwpRq7yvzm8j0wrXJBrMVy9MY4staocyrbhrfCBFKElRGJRjC4waw2K"
    "+eyIT3MTjpCfqTSGNjCcIyHGCOmuYZCAJbIRoJBX2FjMf3TTmYgIvdCRbbyyrmPbmglCzA2EJM"
    "i+Stgb93DPIRbDWfYMiaofBPC5rzsRIuLAC2uGMHUsngiOpn6ZEDY1DNNJB1uyezOtzT1Ngz2G"
    "QUWmFlfjPbMoIGwgOmW/rAl6vLyIMWYPIxrAEhqU/AiextAwFzYPVREzz0ktowsbE/674RDbDA"
    "X2yU/+4kVM2CC8H4fAEigAiFfujfgveZpDETcqnvcJELhy0DQtdmen7ImJxhRAkz8VL35i0NwF"
    "T7ywHsf66sCgjK0VNbYu7JRzO1JCUu3Kn9NRUmG9yKWwXmQorBdJhVWsLEXw9QlqiPBZKwfAZ6"
    "30IyNacXidJVpz1u8kzBlnGMQJ9+gtKOgnqGyymdiHiy3dPolSQcvbANwNNQF8tjE5RKaMyFU2"
    "InvyXgG3W5hEud2SWSCBqFv0rYnTqlenyq+OCox9E2y20cx6LRkYG6ZUL3OVuayS96rl61DJe/"
    "tM3gtwdyM7DWnycIEY3VhIaU1g32mQbpvBPpo2ZEWwnSvNLEs6DPpstU7rJmmGb8WouqHykG4u"
    "ZW8QcV+zvCa9EEkNjXqti4s8GW4XF+kZbvxaLM6HvVQFEHa71xDdnURRsTtS6TG7/3zs91L0o4"
    "AkLjUbIwr+B0yDHKNklQEuByPbZho3j8aEYD7ATzKZap/u4W//B3NpVZI="
)
