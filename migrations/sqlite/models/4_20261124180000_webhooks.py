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
    "turn_until" TIMESTAMP,
    "failures" INT NOT NULL,
    "paused_until" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "removed_at" TIMESTAMP,
    "key_id" BIGINT NOT NULL REFERENCES "partner_key" ("id") ON DELETE RESTRICT,
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
    "eJztXVt34ji2/itavJz0LKZXhVRS1eknOqGqOZ1AJqG6+kzTyyhYgCdGZiwRijVT//1I8t2WjW"
    "1uxlE9VEDWls23ZWnf9Z/G3NKRSX68sTC14Zg+WqvGNfhPA8M5Yh9kl5ugAReL4CJvoPDZFP3H"
    "bkfR65k4n6/BBJoEsSYdkbFtLKhhYd67DSZLrAM6gxRADNB8YVprZIMZJAACbyywMujsRz6ibo"
    "3ZkAaeliFeYuPfS6RRa4roDNlsiD//bHhUvAMfrvHXX+yTgXX0DRHehX9dvGgTA5l6BBlDFzS8"
    "XaPrhWj7xZh2Mf0k+vLHfdbGlrmc46D/Yk1nFvYJDCyQmiKMbEgRvwO1lxwpvDRNF1QPPOcHBF"
    "2cpwzR6GgClybHm1M7DxC0NTSt1x9oT52BpjUSvPAoQgi7TQxJzkf2qEQAMOWP8PefWq2Liw+t"
    "dxdXHy/ff/hw+fHdR9ZXPG/y0ofvzsMEaDlDCcy6n7u9AX8gi/HLmUW84buggRQ6VIIZAfqCVw"
    "n8b2bQlqPv9Y/hz35YHH8P7SwGeA0BB4IJfggWzOE3zUR4Smfsa+tdBrq/tx9vfm0/nrXe/RCF"
    "uOdeaYlLHOwAXO+l0IrO8Rjh5sl+CmAfbL7zpWbyIp3ukWUqwo5Plo2MKf4NrQVLuuzZIR4jCf"
    "zuUt5xh3KX8hPjxndvynmtwepnw5W/TMdnIoOB/XhEBRCPnafBY/eGQc4Rf4bjlxW0dS0CPb9i"
    "taxYi983eWnemsdbIIZTgRD/KfzBJRyQ7LUxBqXvteFJsXGvTUdYsi+qPbAqa0LWHij+FtgDvf"
    "613APzbYJZu2BiGySGjWgRgH2C3SB83Ckewff8fQ54z9+nossvRcH15HMNL+fPso0tHWYJae0A"
    "371Qt7CYZGBqUNdtREgS7wH6lrJqJylrsYJkADzo/CFW4zkh/zbDwJ7dt/8QmM/X7pW7fu+z1z"
    "3EiJu7/i8xBthowfBDmEJqvCJtbLwapkHX8pnfYXM7IdBFuJIxXJXZ07hv37bvO9fA+TvE9/3e"
    "U7fz5ZG1uJ/imn6uBSrP+3Ke/r6cJ96XGL4mJGzBKbjjZo1RZSaV3SVy7cLnGbvweXIXjmE4Me"
    "ztGREdRHGiFCeoQc1tmODTl8Lf3ZrfEPwzg1DLXmsEsV/s7gj5VS8Z9eHsM+/2BfsBFbEkJ2aQ"
    "zIq8AHG6wy08jXdb/msc5L25yqNmXKWrGVcJNQN9Wxi2gYhGLTYge7YEu24Z1CnWTAltjGVMN0"
    "fUmKMf+YcT3DUy4L5tDzoyo2S6zSyp3EnUjF9c0k+/PSITiudNwir3Op0mtglTZWR+wvHYWuJt"
    "gWo7o9QYpznE/BXbEqd7Z5Qa4+RuMdvB9KszSI1hYjo1XRJtPIN4uu2kehJj3YihagyZtaRTi4"
    "+yFVh9d5QaA7WANmW/astZ9eCMUk9v3fd9uteekP1qjFGKdy10tZnlXCNOv+P51sbsmYpZxfUd"
    "WjNqaApPd6QxFJBZBGufoIamo7240lS4zh49OyZ6dVev3PPXp6ghwO/zAPw+HeD3MteZ4e3WUY"
    "hTzW1hkjqFQbXO3394//Hi6r1vYPNbsuxqSRsa2w7nSBpglj5twzRq4qZM3IwoMoFfEvDCIWQD"
    "Pk69JNJmLH4sPNUKB4+FXCbGdLatceeRj1EvtPcq//uzUyL9h2duuuzvvydK8m8cU/Lf1U6uJP"
    "/jSf5KdtqN7FTKD+MaMbY1cEZMJieG/VG2oJA/RrIJRb016duQ6xvKtRE12M4GRn/TXtB6BJxX"
    "iQBoIzCxTB3prGlhINJkX21g2Tqywdld6wcAsQ4IgvZ4xr6f/5BMstrNsEM8xHwkvg4/Q4KAQQ"
    "kyJ+AFoQUBFkZgzmTQJhiJCCnChFHNwOKm1wAC/v3vBnYyvTBTXW2wgoTde44IeEbs3ghA0wQW"
    "32hJWq6XimmvTihF+oZs6AhTg10pFBEcpaqdHPRTjm35p9RN+adE6PWWkacq1HQzOwqFmpaKLV"
    "XBpCVi6MpFj6pw0TJYozk0CulWPkENEW5d5gltY73SdavLRHDbgqFUaCL7BPULud29W0VH3JM/"
    "R7hQDliUqn4472WpWNjWBBHCHqxkhlIK/QEDbBt7Qv/QWUocSiMtrn+zbBgir/Iq3vjy1GFiIP"
    "9/iNu3991e92nw2B70WWPkaxkBcQ8FGXgkMiJl4pd9qjcXuRyNySJkZdm6NrYR/40alCzqty4k"
    "KWuMfIgsWPmH01vvs1ac7n3nadC+f4gsOxxvfqUVWXK81rOr2ET3BwFfu4NfAf8K/tnvdQSaFq"
    "FTW9wx6Df4Z4M/E1xSS8PWii/wIUy8Zq8pqVl59qTiPJeQK35Xmt/W+IW9mktMZarHBmbHaBWn"
    "q8zp8gv5ztfvE9oaT47NTuBFGTZHKdXLXGUuvyKbFPMRhygO5yI+3xMrdx1b55uGuQutiB6dIK"
    "yyDldZFTowFxfFP0mpGFCCAYENrigDkpSKASUY4Pj+i4IfpVLAlwBeVe5UlTsryo28kdfbVu5U"
    "OeNlc+u1qQ0x/2kKr0y8VFC/qkOg6hAcCzJDZzuERREer7mouCVo3WC0GmNmGvhlS6Du2BA1Ro"
    "g44QNbR8qLUWqMk6oCkhMo9juNV8TLh20H1a0zTt1Wp0LZFxGvjwj1hhLvnodqH6OBxf7LUV/M"
    "Hy0futX0AMjBLZCtEoVBdvpPHKeM838iDMqXtsLzPxYmHLNPE+CFWfBjfGY8tQRyixyY2NYcrH"
    "gCiEGAjaDO+3rF08DZQysld2WHY2+RU+IOVtgqE6XbjVFGJZkEoTxFC3gmCGthpDxAFqij4JTy"
    "1kcolbe+cn7cAompyU0/sUQmp4e3nec0km5XCvOoi2NeC2l0V8hjIN0qmTVk0JPIBlFzX7pg4B"
    "oZ80kFbQygPjewwTtSy/4fAlx6QC3AT/XjCacQi4xP/+S/JnhmDUCHawIMPDaXPEP1rCNLa93H"
    "DTbLB3+GZ7nvGPhLpaJWUkpgK41Ni8ZcR4jedMg1wnrhgPWA5E1DZ6NX66WUtBSlVEFvVROWJK"
    "W/K6EUHlsDOcoxDipY4ugscD3O2vO6MBMSpIoNu4pZSdXFCoes1PJggmYZfUy28OwAYBUTJIc4"
    "WB3ULM6HcWI9rdSZyX68jMQEEY6lyaymhQjRRPBOPitEH5tr4JRKBvDZekWgx0RBUf7qBS0oOG"
    "t/kJgWclNJ7AURA4FXgf4vVbmqKntmM8NcIFieZABDf3PWvE9bZRmmwefxNXg3xI+d9u01OB/i"
    "r4/dAWtqxV+CTD5dtD5c+ZzhX7J48XTfvrtLyo1Kdzqy4O4uTgULeEepauk820XpByWaH000Dx"
    "37siW+tayaGsc3+kJXSmIMBQ9LZMZoaHG61BiKY94sMI7cON6RKIA6ItCkIyH4LZBNeG2ia8Am"
    "AWHAc5cSNRABvNR4UoYsOxCvs9pmjDKmU2QDG02WhF3iFVPXTnVUsFxw429TjOu0C46xH5Auk4"
    "bVVf/42LhUGhNdvV5NEKW3Fvw1cKOyooMpmbZyMm25o4aPc8RwTZgR2uoLe39UjMwJuH0iK2BS"
    "cN6sLEYGqLIM3Wjf3PS/9AbaDVMYBx2mMsYahvi2M2h37560+/5t91OXd4m3MG2z+/nXQbhLrG"
    "GIHx77n7p3HY39ve+LG8Vb2Lbo3vqx0+t8DT+L2xD0uO3cdSJP6zaEx3ga9B+jgzgtQ9zt/d4d"
    "tAfdfo/B0htcg1gDe9r209PX/uNtAEu8JdSHDdzhw//jC7tDpG/sSvB0d/2b38LP5nwPrn/pxX"
    "t4LTnV+D2ftsVELKu4Ty5MVWrTqZin+0h7jkCxtGNUSq64sR03ilarjlLVsAJtvgLsWRXYkyXY"
    "PUNB8UpEEso6Cb07K0qUmuOaXhAkRFKHaXzwKizQLFS62utfB6yjS8ZFK8eKcdFKXTD4Jels1n"
    "SD/V8I5SRllWX4koBf5al2f5Ve7P4qUeu+aKpOjTN0dg+ucqepUMS3yAJVt+mYMVrKl7nntK+D"
    "+dripWckDjdJdZp0r1ukLE4u31s62nnSssIvO4NXeK1Cs5M3KQ9VJT1UzvGPZU3pAXWFdZ7GQ6"
    "d32+19vgbuB27KHXR/73ADLv87xJ0/HrrCHu1+4IZ114jtfihj2t39QXdwQtMOdtzMLJ+4yiJ9"
    "nZil/I919D8qXU/pem+RBUrXU7reyQC8pa6nytDtowxdQaX485INkaIN+9eamWqwe/LYlPfOpQ"
    "Y3vtoWnvqFzgh4XoPgcPQmWM2EEgwsG2CLAoi9Ome8JBowaBMQC1BeCk1UOjEt6wVA03hB4Ozh"
    "QpLstN/b8XDW0Qtaj3hhNgjYJ+TUbrvm4a5A4AR0CxExOkWmye5ojGehZyBghWzEQ2KRnrtKS6"
    "jmVLreLz3cIN0fsdNTDSp0Nv2unBHpKv4EGubSli1gqZJSmORwYtK7/cpIuzseyBrLqgGnoun3"
    "V1DKoFTnDb4FtVlVMKwtmxOa4XGcKLFS9BKpMVmsPl12jJXJzyc99jFiQhrhIpMObJ7GQagohg"
    "vG0DS5ROfJawRhnacfGUyqm7KZ4IthM946Z0qdLDN+x6NvyqDnvzuZpxQ6/1N5darp1TmmbH1s"
    "g1jMqp/PrJ9l108Y9ovHrKlYtULhVNaSji1Z0HZ6qGuIpBYQHzrWVR0HXVvxTDmvqus5UWb9uo"
    "Rweec7SdSO0NFP6fqGfzQCP2sql7axTciWktsrKbcvljZb8UuHY4XIqywENZw03Wvg/OX1sFjP"
    "ayD+xLXe48TuYEtatSFdwvcJqgx8ZbJ/qPWCcOHTY6JUyhO0UY9SQv0miaMWQj36tjDYcCXYHK"
    "VUbK40m5ek1KscIlMesirzV51a8Ra4rCwwygJTQV4cPLDyGAchV3NZO2xUZeiIbVmWYeQA7ozI"
    "SqdfLjtVY7SwrYlhIhGGSN1DZYWfmn9xhwLPaAoxWBl0Bs4eriSxkuWHUfawCq/NzQx7mLITHM"
    "RO4L5Ypc2OAXmVrV+NL0+dx2vA/x/i9u19t9dlG1Z70GeNka9lTJC7KVweqT7ET0IspQ5EKZVW"
    "X2l9wISEagSxBas4o+O0itWVZjViEJZ5n8N0SrmvMoeVcq+U+wryogbhFWFFX6K3xuwA6Ypr2O"
    "yQQ3OdsMtEKJwrT9Gk6BvlDXOoMxV00gQiEw+sIO+DsOgzZ8oo+x2iUUdjQ3eT56L67I4Hz5OZ"
    "xwsDiVmO2Y3YlkL58RcikluV7KnSmtbMUIp5PgyWHZWWT1sLkVdaW+vct7t310D8GeK7zmDAtT"
    "fnbxkNbfdBIi/sF5flgkdbaRYEpffDZfiHWPBEY7D0Pos6POGv8dr78Yr74fr93gDxls21+EXp"
    "n/9jIzK1/ZbPi1hD5ByBoJekMWYK0G67n9lWF7MIuK1DLCKWOLk3H2MN4iyF+36kS7ylzOS9yD"
    "N5L9In70Vi8tps51gYSCYcpUfZR4iqPHUrG2cv9vwikPsECu4ScLuyUsFjFqNUtTMgf8yzmHxM"
    "X0w+ymyVtLT52Cc+3Axv/ONL54tbJ67AfuhQXQPn7xA7B9Q4p9J8Ynsgv+b85TGtv/fF1uV+qI"
    "bIoiICSy1Np2aHImyLLuM4CMiUnbHK/HUV9yJFSMIkqg5JvA5J3BxS8MWRkKsVstJvkHCdIdu2"
    "JEUL04XxKFWFax5XViBXHhJVPfWts4BneBaGP0SkDgTckXtQ1a1VdWurBXAuD2x8LdkBuKEU9d"
    "NaR/ICG1o+K+XXbhOCbJoekB253szybDt5Xl530Xejf7sNeIlcpAOfzgmohkDE0AoX89R4ZZ8m"
    "ln3NPdEGa7AsnX8X8ddnj59uwIfLlqy47c5Hz3UUTZDSqGrPHr32rEpN3bRynaw2nZCrjrOAPk"
    "CbMr6H5S/JMirplbmYLpz+WlhC3G1Blj+9e/Ch/dvEqy2qEJxKhuAoJfroSrT3hhblQJROMWBX"
    "unRoNdtSF3HX6noretFpmEPRU7aKvdgqjiq0MJZlyytuh1yiSu4i1V8dHcylAwvbekU8ypggcy"
    "ISZ6/ZVYLGNqJNXl7aORKERx7zlEquo72gBb9k81GWz6Yx5keLSA432dONvGNNRIqnnw0saNgo"
    "TjKwO6jtRFXPlvPnBXss6nUIRvsZjGbsghhmZq38J+KJxAYmzSH2imovkLUwERhDHDkqhWutKs"
    "u46jtXljTnTaWCJgGVYbzJLhBAPDNkNuB0eL3+tQh63HemsLOYaf9aSSzB6b7sKJXyZaua2cq4"
    "5TV9r2h5vRN64U6Ny6r62lvgsgjgKllIMU6rOF1lTjNGyY5szVCqPIraRMcqi6yyyCqL7E4tsu"
    "nmwgD3FXqeWZbshNAilQ2/OqPUC/O9VjYMzdJ0i2pec2o+U+qIjC32no4AtBFwTnAWlQfJAo4R"
    "Ac+IrhDCoopDv71kF1a2QZGwV84lBSG2HU1ZICu8UjczLJDibwL/jNMm4C6POquQ5XEv5/U5r1"
    "URfAOKWhog81kgs0yQKrH0bWpVykpSVy4XCOcLRfebprVCMtGhgKQrj807zZc8KfFGCgah9ZZa"
    "QSIuoI4wKQXqOArULTKNV2SnxaSELzezVCiXf1yBFgT5dKk24JXJpsjLEXBHEeEdFlN+2P+m/j"
    "OPt5jyw8z5eWtuaTxZ5sFWY0nDdd0x+HVncMnR6KE+2ZX2Qh1V0b1T0NDeaIWb206bfeP/x9+x"
    "fNrcruvXqMIXqvCFku239oCWZ7iEXOlyVeZ3So2TdNtXrcqbHMC6qCqaHNnv7EjjhfGPkCn4S8"
    "PvaXtF8Y/SKQbsyu0fUi23dPvX0oLSjLn9o9MwRyKWq/xvD+8T0wqX5EYMV2+MI0utKhqza3gr"
    "fGxHaAmRWBSjC8xGg2I+O+JoYcIx8vO5JtAGhnNwxgQh3TUMErBCNgIU8joky8XPbtIXEaEXOr"
    "KNV9Z1YltzQYi5gZAEOWoJe+MB7jnEYjjLniNRG4UAPvd1J0JEHAtizRGmjsUTwfHML6bCpoZh"
    "+klzwXkj7rkiNpoahLInc8b6EYxW7AmZbuf2ZA/LevKsN67se8ZTQNjt6Iz9/ibo8VItxoQ9sm"
    "gY4hU0KPkZjOjSxpq4/QgQuHbAMS08Bez2c6bouDVfnhEjE8Oyu0+gYS5tHgYjZrWT3MdHIhxT"
    "CGw2BvvgguL+CHZr3o/DawmEAcRr9/E4SqMFFJG70odxHsJEEwqgyX8LLz9j0NwlZ7yQIcey64"
    "CnDLkVNeQu7ZSTU1KCgu3Kn5RSUhm+zKUMX2Yow5dJZVisWkXw9QlqiPBFKwfAF630QztacXid"
    "5V9z9oYkzBmnSMQJD+iJKOiDqGy6n9jjiy3dPolSb8vbF9wNNQF8tqE6RKYM1FU2UAdCYlEWRy"
    "kVl6vMZU+qL+C4DZMox20y2ypQaIq+OHFa9epU+dVRodVvgs02mluvJUOrw5TqZa4yl3ndoKIG"
    "oIBGqREqO/mUGKCyk49WL1Ja4rwstrXLN4jDGyyxWyR+u/HuhrTwRIHMhVigfU0g32vqQpvBPp"
    "41ZAcoOFeaWf5FGPTZaY3vbZKv34o7aEuFON3Rw94g4r5meZ0RIZIauiNal5d58n4vL9Pzfvm1"
    "WPQje6kKIOx2ryG6e4ktZXek0iPa//ep30vR+QOSuCZojCn4LzANcopCawa4HIxsb0/csdOMKn"
    "Z8gF9k4uohg2a+/z+4zFvq"
)
