"""Operators of the platform and their sessions (N3); indexes for what they look for.

The index of e-mail addresses begins with the address: it also finds a person at any employer.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
CREATE TABLE "operator" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "sign_in_name" VARCHAR(30) NOT NULL UNIQUE,
    "last_name" VARCHAR(50) NOT NULL,
    "first_name" VARCHAR(50) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "password_hash" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ
);
CREATE TABLE "operator_session" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "started_at" TIMESTAMPTZ NOT NULL,
    "last_seen_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,
    "operator_id" BIGINT NOT NULL REFERENCES "operator" ("id") ON DELETE RESTRICT
);
DROP INDEX "account_by_email";
CREATE INDEX "account_by_email" ON "account" (lower(email), employer_id);
CREATE INDEX "outgoing_failed" ON "outgoing" (id) WHERE last_error IS NOT NULL AND state IN ('QUEUED', 'FAILED');
CREATE INDEX "webhook_delivery_failed" ON "webhook_delivery" (id) WHERE error IS NOT NULL;
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    raise NotImplementedError("an installed database is not taken back: restore a backup")


MODELS_STATE = (
    "eJztXVt34ji2/itaPFWfxfSq3Kqq0090QlVzOoEMkK7u6fRyHCzAJ0ZmLBMqa6b++9GWb/I1toEgHN"
    "VDBWRt2XxblvZd/2ktbANb9McLm7iOPnGH9rp1jv7TIvoCsw9Zl9uopS+X0UVocPUHi/ef+B15rwfq"
    "fT5HU92imDUZmE4cc+maNoHeHTRdEQO5c91FOkF4sbTsZ+yguU6RjoKx0Np05z/CiIY9YUOaZFaHeE"
    "XMf6+w5toz7M6xw4b4669WQAUdYLjW33+zTyYx8DdMoQt8XT5qUxNbRgwZ0+A00K65z0ve9os56xH3"
    "M+8Lj/ugTWxrtSBR/+WzO7dJSGASjtQME+zoLoY7uM4KkCIry/JBDcDzfkDUxXtKgcbAU31lAd5A7T"
    "1A1NbStP5grI26Y01rpXgRUAgI+00MSeAje1TKAZjBI/zjp+Pjk5OPx+9PPnw6O/348ezT+0+sL3/e"
    "9KWP372HidDyhuKY9b70+mN4IJvxy5tF0PCd0+iu7lFxZkToc16l8L+Y6042+kH/BP7shyXxD9AuYk"
    "DQEHEgmuCvwYKF/k2zMJm5c/b1+H0Bur93hhe/dobvjt//EIe471855pcA7Ajc4KXQqs7xBOHLk/0Q"
    "wH61+Q5LzfQxc7rHlqkYOz7bDjZn5Df8zFnSY8+ukwnOgN9fyrv+UP5SfmDc+B5MuaA1Wv0cfR0u08"
    "mZyGBgPx67HIhhdzQe9i4Y5ID4gz55XOuOocWghyv2sZ1oCfumLy2OF8kWnegzjhD8FHjwDA5k7LUJ"
    "BuXvteKkeHGvzUc4Y19Ue6Asa0LRHsj/VtgDg/6N3APLbYJFu2BqG6Smg90qAIcE20F4v1M8hu/RaQ"
    "l4j05z0YVLcXAD+Vwjq8VD1saWD3MGaeMA375Qt7SZZGBpumE4mNI03mP8LWfVTlM2YgUpAHjc/YOv"
    "xgtK/22JwL677vzBMV88+1euBv0vQXeBERdXg18SDHDwkuGHiau75hPWJuaTaZnuc/bM77K5nRLoYl"
    "wpGE5m9rSuO5ed6+458v7eketBf9Tr3g5Zi/8pqemXWqDKvC9H+e/LUep9SeBr6ZQtOBV33KIxZGZS"
    "3V2i1C58VLALH6V34QSGU9PZnBHxQRQnanHCNV1rEyaE9LXw97fmNwT/3KSu7TxrFLNf7O8I5VWvLO"
    "rXs8+83xXsr6iIpTkx1+m8yguQpHu9haf1fsN/rVd5bz6UUTM+5KsZH1JqBv62NB0TU8212YDs2VLs"
    "umRQ51gzM2gTLGO6OXbNBf4RPhzgrlEA92Vn3M0ySubbzNLKXYaa8YtP+vm3IbZ0/rxpWLO9ToeJbc"
    "pUGZuf+mRir8imQHW8URqM00In8IpRbe6/qfXBuvaGegtgzZiclbHkKbTiYu3MhMsw+Ibv4VAYqhxi"
    "komxpQDzxZjNoPrVG6TB84oyPWdFtclcJzO84cQa8bEu+FANhsxeuTMbRtkIrIE/SnPfwKXuuOxHbT"
    "ipbrxRmukQ/r5LD+4IO0/mBOc4cIWr7SL/LfX67c99O2HPVM3xYmzRYNZAb0u+r5ahgK0qWIcEDbRO"
    "7sRbqyLCdug8tPCTv3qVnr8hRQMBPi0D8Gk+wKdZ3lkz2K3jEOdadEWSJkXaHR+dfjz9dPLhNLThhi"
    "1Fptu0mZZthwucGcOYP21FGjVxcyZuQaAixy8NeOUoxTGM0yyJtJ0IURSnWuX4RMF8Yc7mm9oPhzBG"
    "s9Deqfwfzs4M6V+cufmyf/ieKMm/tU/Jf1s7uZL89yf5K9lpO7JTLVefb8TY1L4ZM5kcGPZ72YIEl1"
    "/GJhR3COZvQ777sdRG1GI7G7r/H+0RP98j71WiSHcwmtqWgQ3WtDQxbbOvDrIdAzvo3dXxD0gnBqJY"
    "dyZz9v3oh3Qe33aGvSN3BEaCdfhBpxiZLsXWFD1ivKTIJhgtmAzaRvc8CI8yYVQzCb/pOdIRfP+HSb"
    "xkQsJUVwetdcruvcAUPWB2b4x0y0I2bLQ0L51QpU3IE62TvyGbBiauya5UCjqPUzVODvqpxLb8U+6m"
    "/FMqun/D4GYVzfwyOypFM9cKX1bxyjXCNOsFKKuI5DpY44VuVtKtQoIGInx8ViZ6kvXK163OUvGTS4"
    "ZSpYkcEjQvqnv7bhUDgyd/gUmlNMM4VfNw3slSsXTsKaaUPVjNJLgc+leM4W7tCP3XToQDKM281JGX"
    "ZUOBXOZVvHU76jIxEP6/I53L616/NxoPO+MBa4x9rSMg7qDmBwS7Y1onRD6kenPB8fGYLErXtmNoEw"
    "fDb9T0jEX90ockZ43JHqIIVvhweOt90YrTu+6Oxp3rm9iyA3jDlePYkhO0vvuQmOjhIOhrb/wrgq/o"
    "X4N+l6NpU3fm8DtG/cb/asEz6SvX1oi9hgVewCRoDprSmlVgT6rO8wxyxW+p+W1PHtmruSJulurxAr"
    "MTtIrTMnO6/kK+9fX7gLbGg2OzF3hRh81xSvUyy8zlJ+zQaj5igeL1XMRHO2LltmPrQtMwuNCq6NEp"
    "Qpl1OGlV6MhcXBX/NKViQA0GRDa4qgxIUyoG1GCA5/uvCn6cSgFfA3hVHFYVh5WUG2UjrzctDquCr+"
    "tUI9gMJb8Owa8QFNaw6amqEWwC2OtXIzhElFQxgsqQmQbbJ2wXk8kzCIwbgtaLRmswZpZJHjcE6ooN"
    "0WCEqBdEsHG8PB+lwTipUiDlcGI/03zCUKZuM6QuvXGatjhVSsGIuX54vLee4eILUB0QPLbZfyXq2I"
    "WjNWseVkxZicOQdcpUEqeCc6ZiDCqXuwJJIEtLn7BPUxTEWsBxUXPIL9HBLIemjr1Aa8gCMSlysG5A"
    "36BIH3p3c5yTwLLFsTdILPEHq2yaidNtxzKjMk2ieJ6qhWJThI2wVL5CKqin39Ry2ccolcteOmduhe"
    "zU9KafWiLT0yPYzktaSjcrubrXxbGsmTS+K5Sxkm6U0RraQTMkA9FGWpjNyvQijRtly4kFA2I9I69U"
    "EdIf7CeM+mzK8vTTR7x00bvOx4wNvzRV5pGTwgwMKsCpQycPYj/nLE8zgKH/ctR6SCuz36sF8/gcvb"
    "8jw27n8hwd3ZGvw96YNR0nX4JCPp0cf/wQcga+FPFidN25ukpHmMgky+5bcNrLKQf+4lSxgFacqpFy"
    "6zZSLwrcubkSSmVvbiPLwteSUjLm9RbwbWTVkiS+8RdaqoNUUz7hDMkxy2+cL0H6vmptzruXkyE7BO"
    "nGwiSerxWqlEwRk/bQBBOXSYTruY0W+jOCs8hXBOqXwEX/Rm3EcwGQgxdMjDQyDjnf8uAvG5diAqpP"
    "Clrx30oolVIohb91DB4inTJ3SGfuiMeEhG9hRSbHKVWGgsxcVgrPnhWeYPOvyoA4nWLAtuJafVy3IK"
    "g38hCjpKAen4YlFCGlaO7YHP7ailCxClRW+Smn9fxiu3Nk6M9erUaTTKyVwXQMBM5wCDbE4OSe2Ivl"
    "ik0Ez/Xt8vKMQEEMtLAhBYamNZ5tDlxG24Ez0rimh4nBC1mwHn+1PP0q1qz0Hyn1Hzqxl7VryYTEMh"
    "sqW54xHv4Hw3y/+xW+sD935LrT73zh5Qfhb0kb/Y5LDTKoHbdqIZkY0ZuuIxOsNxXAE0jeNHRLx2ZK"
    "Wb3SO3FSZRCRXVXGy3o1GxKkyiQiM58NPLFMUrM2R4xU8VlmPrMNrBaTRTrFYZk57OlTlU1rMTJlWa"
    "tt2uRKbmX0RSoF/rbMmqHBQeXql7C6iXOwhE0zstsodEugG1tfN6iD4MVLqBT/7eShVQ2cTuT5Z8VP"
    "p0sB5NuBxRIE5YzBL9hmA5Msuuf19+/b6N7ALvtE77nJ9t7BOrXJPbf4Ltk8giLb54gxnmnkiE0b7G"
    "RnXe34nsGZQq79iEkQeQMpznwEHobD0AsvYJcR8fHY/GXLlv80xGYLDW0jagfHC5lgjIbHhqIDFQJz"
    "qOlg17NPhzVf+De6eliYrqsCdfa97bcLDNWPZt4B1S/bqQNayc3UX7ya5r1BHyzU0bc7Mrq9uOiORv"
    "xK9LmWwfq4jMH6ON9gfZw0WPPXW+OvaTZ/st+OBJnMrKkZ6nxSBuqTfKhPcqCumg4Zp2rc2Vsfypzb"
    "8iH/2JYPqVNb1Lk4uz4Xx9uKKyAcEjTwvJYy+B7lw3uUQpfdjkucGtsYH6qd05dB2jzEd3ESEZeN00"
    "gXFTINSRqxahSZW3dRSFOVl6/FikOzfFv6kmJa62QQgVAxWWomxxTwinxO0ipHlsyc1pdLp2YyRoJU"
    "8VlmPjt4uqoXShSnVFw+BC5P7Rwl42XTXGIIiZWN1rB70e393uWxpN4niCcFM1132L3UOlcQYvpnYL"
    "oT2+7ITbd/2et/iTolGu5I9/rmavBnd6jd9n/rD772z1Gy5Y50bm6GA/4EwSd4gs+3I++h+Ic7ctUd"
    "s7uzn9EfnyPhSx1z4S5UpYkJYScPOaeb58YjCVQSz5K6RoBygcRFkcTpUGLPR1NFKY0omgDxq6ukto"
    "GrG8LjVE3AfddmcI6Ym120NT8WKkb0evE473cF8raPpOL+1yqIChQKzmw469gtREIl/sos/tpLXC+6"
    "OkaoeCwzj/dYVkAyru4n9Hav52W9WQ4UxN/u7bgsyZhRNka03GlZEhQWOFB8N6wroI7M2Hf8rXB4VE"
    "bobfxoqfyoW+Ecq5cDbu/9g5z8WFaqW25WJCuDCrHX12U6I4SoLtJRtHUHgtDYDoPWnM2wgzwbKEUY"
    "ThBBNg9vXS29GnQwrtfO5zX7AfmlkcWlmWJ2nWQUR05UUA56xaJi21xEjUKY44Op4FjpgmNDBlXigU"
    "ilEpRqi6g1XJkqKEF+zS+2AtZxbcUGkDnGq9W5uBjc9sfaxbDLkAf3Urzhjlx2x53e1Ui7Hlz2Pveg"
    "S7Lljgx7X34di10SDXfkZjj43Lvqauzv9YDfKNnCtkX/1rxEi/gsfkPU47J71Y09rd8gjjEaD4bxQb"
    "yWO9Lr/94b8/B631OWaGBP2xmNvg6GlxEsyRahDxu4C8P/85bdIdY3cSV6uqvBxW/is3nfo+u3/WSP"
    "oOWOjLwMgJHW7V9Cj/h3wZsYcSPVxOvfwKsG6N8MuBMx2RL1Yc/QvRmLfYKWqM9l9+Kq1xf7BC1RH/"
    "+BY1+jq78Ori7ZI/Y712InsTXVd9i99nyi2e3gex2OGFOvBgMGnXZ7A87XeAsbk+HX+dIdcW7BbEg0"
    "CIhG7l0B06hRTNbQIodtRmOs5yU/OiDRUMdje1rGkXia70c8TbkRmShtV7e/iFTK+FJbtuAo1jaCZZ"
    "IrbmzGDf4tUyYoYkJA1TwH705iFwKzDlN9aaYM9qLlXaBsknKzNQ9l7mHW+eEhAkkTpvFrx4eAeajK"
    "whH0bwLWO48J8aamZpjs/0oopyll1tVqAr79JMmqWagNPotz++DOHHu11HhVz2oCX4JQiXr1RT3l93"
    "+zfn/plps37fiXjRvK8y8HvhKfKDBydXdFL7hkmePYTnZpF3m3Ke+seaJqKR93PtplSiWJ7zqDl3uH"
    "hckJTcoTLKUn+AFP7awKfuVcVhG1xDpny8+dCpOowGUy7v3eBUcJ/L0j3T9uep6B3vsADizfWeR/qG"
    "Na336xf33q5tXneJlZIbHMKlWTmKX8/E3086uD45Sq9xZZoFS9N6jqHSrAW4vyZnRQEjszd7RKnPel"
    "N85zs2DfaaD3lxUbIkcbDq+1C9Vg9mJoJtFm0LuUGtz66thkhpY6pWvbMSh6eEamgYlrsod22mg950"
    "owsh1EbBfpBPkzDc11ikw3qjv8AAfrWbb9iHTLfMTo3c3JD+mA8N3eDsLG7x/x8z1UP9YR+4QNoJyf"
    "8xLKHCdk2Jjy0V1sWeyO5mQuPANFa+xgCD2vUDnZszu8UB6ZPU0Vf5DfXZUjzXEG5av4U920Vk6l5H"
    "eRROVqp3K17cljpcT3oL+CMgtKtlCwFS2rgu4Lme8JWpUYLbPaLOwJFfkcp1TWEenYnNIM9+NE6RlM"
    "rbJdTCZ5yYGJHoWyoxn11XzZ42XpcUAwE9IoiEwGciBdirpwYIWOJrplgUQXyGsUEwPS/Ewm1c3YTA"
    "jFsDm0LphSlxYWtz56ZlagoGnC707nAwr1cJVXR06vzj5l630bxBJW/XJm/SK7frokXeWYQRUrWCmc"
    "zV65EzsraD4/1FggaQTEr16LTpVHb6p4ppxX8npOlFm/KSFcVyZ5zFE7gkuF+kZgA9bgxLtS2sYmIV"
    "tKbpdSbl+uHLbi1w7HEshlFoJaXjr8OfL+Qk1q1hMqUrM/Sa13P7E7lavyqoPp1MF00ulRSqh/SeJo"
    "hFCPvy1Np9ahR3FKxWap2VzzgBR1OsqB8NfBT/ZjzTNwRErFZZm5rCwwygIjIS9ePbBSlc/dT1TlCF"
    "Moc5OXZRhdbRdGVnr9StmpWvdLx56aFuZhiBB4aBPs+anhiz8UesAznaC16c7Ru5sPGbGS9YdR9jCJ"
    "1+Z2gT1M2QlexU7gv1i1zY4RuczWr9btqDs8R/D/HelcXvf6PbZhdcYD1hj7WscEuf2D73hRlnpH3M"
    "YolVYvtT5g6dTVKGYLVp0zq+O0itVSsxoTo9b7LNIp5V5mDivlXin3EvKiAeEVoqKfobcm7AD5iqto"
    "diihuU7ZZcoVznWgaLr4mwsNC91gKui0jXgmHlrr0AcT3mfBlFH2O3ijfxRxhj67xcG9A2KCK5Dt98"
    "B+qZAw2IYcQr8ROXhmwk+Hn9n2U/4goZDYYX7hM3bRu/5RWf35L15yiL8/hP0Etlm5cIANjxHPKAYE"
    "TeJDqEBySRVwyL0hOCM1q5xmKJBLrRl2rzu9KyjPz/4EB6IHZ6HX0Qa3H5DyyH5xXS4EtFKzIDpOQz"
    "xaA85RYDzRGCz9L94JCsLX5HkayVM0xDM5ggGSLS+fr8HLDP0J50P0+pcwLxINsbNBol4ZjQmzg3bZ"
    "+8K21YT1wW+9Izw6CsiD+Zho4OejXA9iXZIt0ekX/e7XUXTmBXyLrgXU8e8Ql/XFeyp+yEmHH0yRbk"
    "v0826Uakr0Cm6Z0Rg758IbLdHAegyuulrChpNuq/PqnpR5dU/yX92T1KvrsD16aeIsMTQ/nyFGJPOL"
    "K21GA5euqkAeEii4a8Dty56Zqm++qT5O1ThT/acyi8mn/MXkU5ZV2K1tqA+JX2+Gt/552731K/JVkA"
    "Y8qnPk/YXzq+CQJe9kpc9MAoBr3l/YV34f/OZtTfyDHAKbir2stTQdmsWPsi26josmIlMWXZn56xsy"
    "qpR7EUlUxZdkxZekeajii5NBrlZIqd8g7qTEjmNnlIfMF8bjVBJXl5ZWIFcnkrzhMrWKA7CGmOSxMv"
    "oCkUK+LvKib6cyBzKIFSe25BDfW6VmyZhR1iN+MIWaDxTfUhEHeSvLFjAeCsM1GuiMRbUE2kEtig1R"
    "FgpgNBNdQWiQKmqmQyl2grmdETYTu94uipvxskiD7rzvi9EzHQQFuLGBQjovXUNHPEKfB7DMzCf2aW"
    "o75xDnYrIG2zbgO8/ueDf8fIE+nh1nlc7e+uilDrqKEqZVZeu9V7ZWie8vrVwHa0FKybD7WUBvdMdl"
    "fBdl3YxlNKNX4WK69PprojS+3XJPfwX3gKHD2yRruaqgOymD7tQBR3s3YARvaFUOxOkUA7ZltxBWsw"
    "11EX+tbnYgf3wallD01AleOzEM7VVoYSwrllf8DqVEldIl8L96OphPh5aO/YQhh4Fia8rT8s/ZVYon"
    "DoachKmffQB5DZCwDTraI1766QpouXqwzAkcXJRxdNKObhQcmsQTyMNaA5yGjeKVGvAHdbycjflq8b"
    "Bkj+UGHaLRfkb3c3aBDzO31+ETQZkCk9D2HQlK9i+xvbQwmugkdhATaK2qhoHsO1eRNBdMpYomAVW/"
    "4CW7QATx3MwyuOfDG/RvRKDvrusQeIuZ9n/rDEtwfvxGnErFb6iK/Mq4FTR9l7R45wG9cIfGZVXb8S"
    "1wmQct1izTmqRVnJaZ04xRWQdCFyhVAUVjIsKVRVZZZJVFdqsW2XxzYYT7Gj/MbTvr/OEqdVO/eqM0"
    "C/Od1k0VZmm+RbWsObWcKfWeTmz2nt4j3cHIOx+e1zWlS32CKXrA7hpjwmvEDDordmHtmC7m9spFRr"
    "mZTUdTFkiJV+p2gQWS/03hX3CWjb7NgxQlsjzu5DRQ77Wqgm9E0UgDZDkLZJEJUiVTv02tSllJmsrl"
    "CuF8QiqFZdlrnCU6VJB0s2PzDvMlT0u8sRJh+HlDrSAVF9BEmJQCtR8F6hJb5hN28mJSxMvtIhXK5x"
    "8o0JygnC7VQVCLcIaDHAF/FB7eYTPlh/1vGT9DvMXMZkoPnOboF97MyjzYaKzMcF1/DLjuDZ4K1o31"
    "Ka62KXRMFN5UGpqUGtobrep02e2wb/B/8h0rp82VUuYq1GxSxV5UsRcl22/sAa3P8AxypcvJzO+cuj"
    "75tq9GlfR5BeuiOlFiz35nTxqvjH+MTMFfG/5A26uKf5xOMWBbbn9BtdzQ7d9IC0o74faPT8MSiVi+"
    "8r85vCOmFa7oBR+u2RjHllp5K/QcKrwSHwokLCEZFsX4AvOiQbGcHfF+aekTHOZzTXUHmd6xPFOMDd"
    "8wSNEaOxi5OtQhWS1/9pO+KA+9MLBjPrGuU8decEICBkIa5ail7I2vcM87woeznQXmtVEogrlveBEi"
    "/NAhe4GJ61k8sT6Zh8VU2NQwrTBpLjrNyD+1yKs7xJ7MG4snzYGW55dmCfPh4OKP6H7NHp8pfv4wrA"
    "MbBlLiwBIQWFYhZ26B3TlDp436UMjFnLIfxBvYPU2X/ozu3ZVDNP5s94jqzx5yls16sGdbMC3ILwjz"
    "gIEKhmV3n+qmtXIgRoZPeeqhAkNRQFxHDhuEfQhz89b80CR+dBNgb3P4kU6e/acDCO+XOg/rzXwY7y"
    "EsPHXviG7Bb4HiNKZbuiBNEFDk2X099JSZV1Iz78rJOUkpJ2TYkf7kpJqq8lkpVfmsQFU+S6vKfE2r"
    "gm9I0ECET45LAHxynH+MzXESXm9z0LydIw1zwbkqScJX9FNU9FBImwzIJYBqS3dIopTf+tYHf0NNAV"
    "9sxhbIlPlaZvN1JCVWZXGcUnFZZi4HYn0Ft65Ioty66VysSKOp+uIkadWrI/OrowKv3wSbHbywn2oG"
    "XouU6mWWmctQVaiqASiiUWqEyl0+JAao3OW9VZPMLIBeF9vGZSMk4Y2W2A3Swv1oeDOzLEWFvIZEGH"
    "5DIN9pYsNgCRDZeanh4uV2kR/S9juWc0R2CAoIPK/cXKcIM9gNcN090zYKKkuaLuVHJfzDJAieDTxO"
    "BDMmI9DEkD5jQGUkOWx/fJVALvF22S7wWwF3NZNoVRPJk3SNSyg/KePGOsn3Yp2knFg8AroqzjGiBj"
    "qzzsp5CwuchSlnlunUwDlOpYAuATRe6Fk2woIA8YCggfAen5Upfct65ddGOEsVv13qlEI5l8pFhlOE"
    "TURcVaNQ5rJ2zdwWEHbr1GUV6JRBVDYO16pEQTGlDKcNdetAExx5oykVu7KKLSBXoGnH8X1Z4dZ89p"
    "ZSvPOBUurtgaq3/LzIyuJTnKpxqu32T2mgru7UE5vilEpskm5TTVkwKGbvRs38b4FWsVpqVisJuekc"
    "DkWkqhJKglD5rrfluxa9RBs6WBOeqQPjRln3amImSpXA2MEOJPxl6DL+lXaR/qJHfaTRWt6KyrJhLG"
    "2+MvKEnUAXLauJCCRNNOGenZUymp8VGM3PUmVV2EtVAWG/ewPR3UnRGnZHF2dl2P/vaNDPsYxHJEmJ"
    "0Jy46L/IMukhygwF4AIYMTkwlSiWzAlLCHgwwC9Z0sJrbmbf/x/vcIMn"
)
