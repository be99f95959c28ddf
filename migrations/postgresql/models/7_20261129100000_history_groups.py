"""By hand: the first entry of the group of each history entry, by which a list shows a bulk as one item (H3).

The entries of former versions have none, and stand by themselves. The indexes hold the entries that start a group,
which a page of groups reads; the guard of the history refuses to change the new column too.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
ALTER TABLE "history" ADD COLUMN IF NOT EXISTS "group_start" BIGINT;
CREATE INDEX IF NOT EXISTS "history_group" ON "history" (employer_id, sequence) WHERE group_start IS NULL;
CREATE INDEX IF NOT EXISTS "password_link_resets" ON "password_link" (created_at) WHERE purpose = 'RESET';
CREATE INDEX IF NOT EXISTS "history_group_by_operation" ON "history" (employer_id, operation, sequence)
    WHERE group_start IS NULL;
CREATE OR REPLACE TRIGGER "history_is_not_edited" BEFORE UPDATE ON "history" FOR EACH ROW WHEN (NOT (
    (OLD.id, OLD.employer_id, OLD.sequence, OLD.at, OLD.operation, OLD.account_id, OLD.account_version)
        = (NEW.id, NEW.employer_id, NEW.sequence, NEW.at, NEW.operation, NEW.account_id, NEW.account_version)
    AND OLD.actor_id IS NOT DISTINCT FROM NEW.actor_id
    AND OLD.actor_employer_id IS NOT DISTINCT FROM NEW.actor_employer_id
    AND OLD.actor_name IS NOT DISTINCT FROM NEW.actor_name
    AND OLD.group_start IS NOT DISTINCT FROM NEW.group_start
    AND (OLD.changes_digest, OLD.hash) = (NEW.changes_digest, NEW.hash)
    AND NEW.changes IS NULL AND NEW.salt IS NULL
)) EXECUTE FUNCTION comptoir_refuse('history is append-only');
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    raise NotImplementedError("an installed database is not taken back: restore a backup")


MODELS_STATE = (
    "eJztXVt32za2/itYejnuLE1XLMdO6j6ptpLq1JY8ltL0TN1FwyIkcUyBGoKy4jWT/36wwTsJ0iR1"
    "o2nkIZZAbJD6NgjsO/7TWlg6MdmPFxZ1bDxxbq116xz9p0XxgvAPsstt1MLLZXgRGhz8YIr+E6+j"
    "6PXA3M/naIpNRniTTtjENpaOYVHo3UXTFdWRM8cOwhSRxdK0nomN5pghjPyx0Npw5j/CiLo14UMa"
    "dFaFeEWNf6+I5lgz4syJzYf488+WTwUdYLjWX3/xTwbVyTfCoAt8XT5qU4OYegwZQxc00K45z0vR"
    "9osx61Pnk+gLj/ugTSxztaBh/+WzM7doQGBQgdSMUGJjh8AdHHsFSNGVaXqg+uC5PyDs4j5lhEYn"
    "U7wyAW+gdh8gbGtp2mA41ka9saa1UrzwKSIIe00cSeAjf1QmAJjBI/z9p07n5ORD593J2cfT9x8+"
    "nH5895H3Fc+bvvThu/swIVruUAKz/uf+YAwPZHF+ubMIGr4LGuxgl0owI0Rf8CqF/8Uc23L0/f4J"
    "/PkPS+Lvo53HAL8h5EA4wffBggX+ppmEzpw5/9p5l4Pu793bi1+7t0eddz/EIR54VzriEoAdguu/"
    "FFrZOZ4gfHmyvwaw9zbfYamZPkqne2yZirHjk2UTY0Z/I8+CJX3+7JhOiAR+bynveUN5S/kr48Z3"
    "f8r5reHqZ+N1sEwnZyKHgf944gggbnuj8W3/gkMOiD/gyeMa27oWgx6uWB0r0RL0TV9adBbJFkzx"
    "TCAEPwUeXMIByV6bYFD2XhudFC/utdkIS/ZFtQfWZU3I2wPF3xJ7oN+/kXtgsU0wbxdMbYPMsIlT"
    "BuCAYDsIH3aKx/A9fl8A3uP3mejCpTi4vnyu0dXiQbaxZcMsIW0c4NsX6pYWlwxMDeu6TRhL4z0m"
    "3zJW7TRlI1aQHIDHvT/Earxg7N9mFNij6+4fAvPFs3flajj47HePMOLiavhLggE2WXL8CHWwYzwR"
    "bWI8GabhPMtnfo/P7ZRAF+NKznB1Zk/runvZve6dI/fvHb0eDkb93pdb3uJ9Smr6hRaoIu/Lcfb7"
    "cpx6XxL4mpjxBafkjps3Rp2ZVHWXKLQLH+fswsfpXTiB4dSwN2dEfBDFiUqccAzH3IQJAX0l/L2t"
    "+Q3BPzeYY9nPGiP8F3s7QnHVS0a9P/vMu13BvkdFLM2JOWbzMi9Akm5/C0/r3Yb/Wnt5b86KqBln"
    "2WrGWUrNIN+Whm0QpjkWH5A/W4pdlxzqDGumhDbBMq6bE8dYkB/hwyvcNXLgvuyOezKjZLbNLK3c"
    "SdSMXzzST7/dEhOL503DKvc6vU5sU6bK2PzEk4m1opsC1XVHaTBOC0zhFdsQp2t3lAbj5G0xm8H0"
    "qztIg2HiOrWzYtpkjuls00k1EmNdiKEaDJm1cmYWjLIRWENvlAYDtcS2w3/VhrPqxh2lmd6677t0"
    "r42I/WRMSIZ3LXK1nedcY26/w/nWJvyZylnF9S1aMxpoCs92pHEUiFkG64CggaajnbjSVLjODj07"
    "JnnyVq/C8zegaCDA74sA/D4b4Pcy15nh79ZxiDPNbVGSJoVBdY7ff3j/8eTsfWBgC1ry7GppGxrf"
    "DhdEGmCWPW2jNGriZkzcnCgygV8a8NIhZGMYp1kSaTsRPxadaqWDxyIuE2M239S4cwtjNAvtncr/"
    "weyUSP/RmZst+wfviZL8W4eU/Le1kyvJ/3CSv5KdtiM7VfLDeEaMTQ2cMZPJK8P+IFtQxB8j2YTi"
    "3prsbcjzDRXaiFp8Z0P3f9MeyfM9cl8lhrBN0NQydaLzpqVBWJt/tZFl68RGR1edHxCmOmIE25M5"
    "/378QzrJajvD3tE7CiPBOvyAGUGGw4g5RY+ELBmyKEELLoO20b2IkGJcGNUMKm56jjCC7383qJvp"
    "RbnqaqM1ZvzeC8LQA+H3JgibJrJgo2VZuV4qpr0+oRTZG7KhE+oY/EqpiOA4VePkoJ8KbMs/ZW7K"
    "P6VCrzeMPFWhpi+zo1SoaaXYUhVMWiGGrlr0qAoXrYI1WWCjlG4VEDQQ4c5pkdA23itbtzpNBbct"
    "OUqlJnJA0LyQ2+27VXQCnvwFoaVywOJUzcN5J0vF0ramhDH+YBUzlDLo9xhg29oR+vvOUgIojay4"
    "/pdlwwh5nVfx1pdRj4uB8P8d7V5e9wf90fi2Ox7yxtjXKgLiDgoyQCQyYVXilwOqNxe5HI/JYmxt"
    "2bo2sQn8Rg1LFvVLD5KMNUY+RB6s8OH1rfd5K07/ujcad69vYssO4A1XOrElx289OktM9GAQ9LU/"
    "/hXBV/TP4aAn0LSYM7PFHcN+43+24JnwyrE0aq1hgY9g4jf7TWnNyrcnlee5hFzxu9b8tiaP/NVc"
    "UUemerzA7ASt4nSdOV19Id/6+v2KtsZXx2Y38KIKm+OU6mWuM5efiM3K+YgjFPtzER/viJXbjq0L"
    "TMPgQiujR6cI66zD1VaFDs3FZfFPUyoGVGBAaIMry4A0pWJABQa4vv+y4MepFPAVgFeVO1Xlzppy"
    "o2jk9aaVO1XOeNXcem1mYwo/TeGVi5cK6ld1CFQdgkNBZuh8h7AcQifPICpuCFo/HK3BmJkGfdwQ"
    "qCs+RIMRYm74wMaR8mKUBuOkqoAUBIr/TuOJQPmwzaC6dMdp2upUKvsi5vURod5Y4t3zUR1SMrb4"
    "fwXqiwWjFUO3nh4AObglslXiMMhO/0nilHP+T4xBxdJWIP9jaeIJ/zRFfpgFHOMzh9QSDBY5NLWt"
    "BVpDAojBkE2wDn394mno6KaTkbuyxbE3yCnxBittlYnTbccoo5JMwlCesgU8U4SNMFLuIQvUVXAq"
    "eetjlMpbXzs/bonE1PSmn1oi09PD384LGkk3K4V50MWxqIU0visUMZBulMwaMehJZIO4uS9bMPCM"
    "jMWkgi5FWF8Y1ICOjmX/D0MePXIsBKf6QcIppiLjMzj5r40eeAPS8TNDBp2YK8hQPerJ0lp3cYOX"
    "5YM/o7M8cAz8pVJRaykl8JXGdsrGXMeI3nTINaF66YD1kORNQ2eTJ+uxkrQUp1RBb3UTliSlv2uh"
    "FB5aAznIMQ4qWOLgLPA8ztrDc2kmpEgVG7YVs5Kpi5UOWWnkwQTtKvqYbOHZAsAqJkgOcbg6qFlc"
    "DOPUelqrM5ODeBmJCSIaS5NbTYswpongnWJWiCE1n5FbKhnhB+uJoAEXBUX5q0eydNBR94PEtFCY"
    "SmIviBkI/Ar0f6nKVXXZM9s55gLB8jQDOPovZ80HtHWWYVowj8/Ruzt62+tenqPjO/r1tj/mTZ3k"
    "S5DLp5POh7OAM/Aljxej6+7VVVpuVLrTgQV3b3EqWcA7TtVI59k2Sj8o0fxgonnk2JcN8W1k1dQk"
    "vvEXulYSYyR4WCIzxkOLs6XGSBzzywLjvRfHey8KoN4zbDr3QvBbEptBbaJzxCcB48CDS8kxCENQ"
    "ajwtQ1YdCOqsdjmjjNmM2Mgm0xXjl6Bi6rNbHRWtlmD8bYtx3XbBMf4DsmXSqLoaHB+blEoToqvf"
    "q43i9NYSXgMvKis+mJJpayfTVjtq+DBHDDeEGZGtvrT3R8XIvAK3T2wFTAvOLyuLsQHqLEO3uhcX"
    "wy+DsXbBFcZxj6uMiYY7etkbd/tXI+16eNn/1IcuyRaubfY//zqOdkk03NGb2+Gn/lVP43+vh+JG"
    "yRa+LXq3vu0Nel+jz+I1hD0ue1e92NN6DdExRuPhbXwQt+WO9ge/98fdcX844LAMxuco0cCftjsa"
    "fR3eXoawJFsiffjAPRj+H1/4HWJ9E1fCp7saXvwWfTb3e3j9yyDZw2+5o6PeaMSfdKT1BpfQI/69"
    "oJq/49O4uAhmlffZRakqbUo184QfaE8SKFZ2nErJFTc240bZatZxqgZWqC1WoD2vQnu6RLtvSChf"
    "qUhC2SSheGtFizJzYLMLhkRImjCN916lBZulSlv7/ZuAdXzJOOkUWDFOOpkLBlySzmZNN/j/pVBO"
    "U9ZZxq8I+FmRavhn2cXwz1K18Mum8jQ4g2f74M5sa7XURGxzOYEvQahEveqinnJ4qmDRt8cCVVnr"
    "kFF0ytu848S8vXlDk8WBJC5RSf2gbL9orHBRIe9oNtpFEueiLzuHV/gVI7MTmpQPsZY+RPeAzqrO"
    "jpC6xlpn66Y3uOwPPp8j7wMY28f933tgYoe/d7T3x01feAy8D+D68NwM3ocqxvXtH0WIp07W0Zsv"
    "MysgrrNS1SRmKQ9xEz3EStdTut5bZIHS9ZSu92oA3lDXU4UCd1EosKRS/HnFh8jQhoNr7Vw12Dsb"
    "bga9C6nBra+2RWdBKTqGHp5ReHx9G63nQglGlo2o5SBM/Up0ULQOGU4bMQs5UKxO1KIxLesRYdN4"
    "JOjo5kSSjrbb20HA8f0jeb6H0nkY8U/Era53DgHJSOCEdIswMbpDTJPf0ZjMI8/A0JrYBIKWiV64"
    "jk6kKli23i89fiLbI7TVcycOq/jvxB2UreJPsWGubNkClikpRUn2Jya9262MtL0DnKyJrF5zJppB"
    "fwWlDEp1IuRbUJtVjcnGsjmlGR7GiZI4LEAiNaaPE8iWHRMHGRSTHoeUcCGNgcikIxsSbZgjyhWj"
    "CTZNkOh8eY0RqkOCmMGluhmfCYEYNofWBVfqZLULtjz6SzUO4HenM8kiJ7Qqr049vTqHlK0PbRBL"
    "WPWLmfXz7Popw375qEEVLVgqoM1aORNLFjafHWwcIWkExPuONlYHdjdWPFPOq/p6TpRZvykhXP4J"
    "XBK1I3I4V7a+ERxeAaeBFdI2NgnZUnJ7LeX25crmK37lcKwIeZ2FoJabSH2O3L9QsYz3PEfiT1Lr"
    "PUzsDrWkdTWyJfyAoM7A1yb/yrEeCS19vk+cSnmCXtSjlFD/ksTRCKGefFsafLgKbI5TKjbXms0r"
    "VulVjpApD1md+avOFXkLXFYWGGWBqSEv9h5YeYijquu5rO03qjJyCLosyzB2RHpOZKXbr5CdqnW/"
    "tK2pYRIRhuh4x/4KPzV88YZCD2SGKVobzhwd3ZxJYiWrD6PsYTVem9s59jBlJ9iLncB7sSqbHUPy"
    "Olu/Wl9GvdtzBP/f0e7ldX/Q5xtWdzzkjbGvVUyQ2yktH6v/BGVZKqkDcUql1ddaHzAxczRG+IJV"
    "ntFJWsXqWrOacAirvM9ROqXc15nDSrlXyn0NedGA8Iqooi/RWxN2gGzFNWp2KKC5TvllJhTOta9o"
    "OuSbAw0LrHMVdNpGIhMPrTH0IVT0WXBllP8O0aiTiaF7yXNxfXbLgxfJzIPCQGKWU34jvqU4cECJ"
    "iORWJXvqtKa1c5RiyIehssPsimlrEfJaa2u9627/6hyJP3f0qjceg/bm/q2ioW0/SOSR/+KqXPBp"
    "a82C8HCE6EEJd1TwROOwDD6LOjzRr8nTEZJnIkRPWPAHSLa8fFqCKP3zf3xErrZfwrxINMROegh7"
    "SRoTpgDtsv+Zb3UJi4DXekdFxBKQ+/Mx0SBOu7gexrokW6pM3pMik/cke/KepCavzXeOpUFkwlF2"
    "lH2MqM5Tt7Zx9mLPLwN5QKDgrgC3JyuVPAgzTtU4A/LHIovJx+zF5KPMVulUNh8HxPub4a1/fOl9"
    "8erEldgPXapz5P6F83jgCCH33KBPfA+Ea+5fiGn9fSi2Lu9DPUQWFRFYaWl6bXYoxrfoKo6DkEzZ"
    "GevMX09xL1OEJEqi6pAk65AkzSElXxwJuVoha/0GCdcZsW1LUrQwWxiPU9W45nFtBXLlIVHVU986"
    "CyDDszT8ESJ1Ts+W3IOqbq2qW1svgAt5YJNryRbAjaSov651pCiwkeWzVn7tLmPEdrIDsmPX23me"
    "bTfPy+8u+r7o3+4iKJFLdBTQuQHVGIkYWuFinhlP/NPUss/BE23wBsvS4buIvz66/XSBPpx2ZMVt"
    "tz56oaNowpRGVXv24LVnVWrqSyvXq9WmU3LVYRbQG2w7nO9R+UuyjEp65S6mS7e/FpUQt1uQ5U//"
    "HjB0cJtktUUVglPLEBylRB9cifbf0LIciNMpBmxLl46sZhvqIt5a3WxFLz4NCyh6ylaxE1vFQYUW"
    "zrJ8ecXrUEhUKVyk+qurg3l0aGlbTwSijBkxpyJx9pxfZWRiE6cN5aXdI0Eg8hhSKkFHeyRLuGTD"
    "KKsH05jA0SKSw012dCP/WBOR4hlkAwsaPoqbDOwNartR1fPV4mHJH8vxO4Sj/Yzu5/yCGGZurYMn"
    "gkRig7L2HfWLai+JtTQJmmAaOyoFtFaVZVz3nStPmvOnUkmTgMowfskuEEI8N2Q24Gx4/f6NCHrc"
    "daawu5hp/1pLLMHZvuw4lfJlq5rZyrjlN32vaXm9V/TCvTYuq+prb4HLIoCrYiHFJK3idJ05zRkl"
    "O7I1R6nyKRoTHassssoiqyyyW7XIZpsLQ9zX5GFuWbITQstUNvzqjtIszHda2TAyS7MtqkXNqcVM"
    "qfdsYvH39B5hmyD3BGdReZAt8YQw9ECcNSFUVHEYdlf8wto2HCLslQtJQYhNR1MWyBqv1O0cC6T4"
    "m8I/57QJvM2jzmpkedzJeX3ua1UG35CikQbIYhbIPBOkSix9m1qVspI0lcslwvki0f2maa2JTHQo"
    "IenKY/Ne50uelnhjBYPI84ZaQSouoIkwKQXqMArUJTGNJ2JnxaREL7fzVCiPf6BAC4JiulQXQWWy"
    "GfFzBLxRRHiHxZUf/r+p/wzxFjM4zBzOW/NK48kyDzYaSxqu640B193BJUejR/rkV9qLdFRF916D"
    "hvZGK9xc9rr8G/yffMeKaXPbrl+jCl+owhdKtt/YA1qd4RJypcvVmd8ZNU6ybV+NKm+yB+uiqmhy"
    "YL+zK42Xxj9GpuCvDL+v7ZXFP06nGLAtt39EtdzQ7d9IC0o74faPT8MCiVie8r85vCOuFa7YhRiu"
    "2RjHllpVNGbb8Nb42I7IEiKxKMYXmBcNisXsiPdLE09IkM81xTYy3IMzpoTonmGQoTWxCXIw1CFZ"
    "LX/2kr6YCL3QiW088a5T21oIQgoGQhbmqKXsjXu45x0Vw1n2gojaKAzB3NfdCBFxLIi1INRxLZ4E"
    "T+ZBMRU+NQwzSJoLzxvxzhWxycxgDn8ydyyRNAdanleaJciHg4s/ovs1f3yu+HnD8A58GEiJA0uA"
    "b1mFnLkFceYcnTYaQCEXY8p/kGjg9zQc9jO6d1Y21cSz3SOGn13kTIv34M+24FqQVxDmgQAVDMvv"
    "PsWGubIhRkZMeeaiAkMxQBwjmw/CPwS5efAL+Z0BIcDeEvAjTJ+9pwMI75dYhPVKH8Z9CJNMnTuK"
    "TfgtUJzGcAoXpPEDily7r4ueMvPW1My7sjPOVckIGbZrf45KRVX5tJCqfJqjKp+mVWWxppXBNyBo"
    "IMInnQIAn3Syj/ToJOF1NwfN3TnSMOecMZEk3KOfoqSHorbJgEICKLd0ByRK+a1uffA21BTw+Wbs"
    "CJkyX9fZfB1KiWVZHKdUXK4zl32xvoRbN0qi3LrpXKxQoyn74iRp1atT51dHBV6/CTbbZGE9VQy8"
    "jlKql7nOXIaqQmUNQCGNUiNU7vJrYoDKXT5YNUlpAfSq2DYuGyEJb7jEbpAW7kXDG9KyFCXyGhJh"
    "+A2BfKeJDV0O+2Tekh2v4F5p53kfcdhnqxXAN0nNfivuoA0V4mxHD3+DmPeaFXVGREga6I7onJ4W"
    "yQo+Pc3OCoZridhI/lKVQNjr3kB0dxJ5yu/oSA9w/9/RcJCh84ckSU3QmDjov8g02GsUWnPABTDy"
    "vT1Jx047rtjBAL/IxNV9htR8/39Cp+fr"
)
