"""Registrations and successions come before an account (N1, N2): the outbox holds messages without one."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

REGISTRATION = """
CREATE TABLE "registration" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(12) NOT NULL,
    "token_nonce" VARCHAR(32) NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "email" VARCHAR(254) NOT NULL,
    "siret" VARCHAR(14),
    "contract_number" VARCHAR(20),
    "details" TEXT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "lapses_at" TIMESTAMP NOT NULL,
    "submitted_at" TIMESTAMP,
    "approved_at" TIMESTAMP,
    "refused_at" TIMESTAMP,
    "refused_for" VARCHAR(20),
    "decided_by" VARCHAR(110),
    "reason" TEXT,
    "code_nonce" VARCHAR(32),
    "code_tries" INT NOT NULL,
    "letters" INT NOT NULL,
    "letter_at" TIMESTAMP,
    "opened_at" TIMESTAMP,
    "account_id" BIGINT REFERENCES "account" ("id") ON DELETE RESTRICT,
    "employer_id" BIGINT REFERENCES "employer" ("id") ON DELETE RESTRICT,
    CONSTRAINT "registration_kind" CHECK (kind IN ('REGISTRATION', 'SUCCESSION')),
    CONSTRAINT "registration_decision" CHECK (approved_at IS NULL OR (
        submitted_at IS NOT NULL AND refused_at IS NULL AND code_nonce IS NOT NULL AND letters > 0
    )),
    CONSTRAINT "registration_refusal" CHECK ((refused_at IS NULL) = (refused_for IS NULL)),
    CONSTRAINT "registration_opening" CHECK (opened_at IS NULL OR (
        approved_at IS NOT NULL AND account_id IS NOT NULL AND employer_id IS NOT NULL
    )),
    CONSTRAINT "registration_tries" CHECK (code_tries >= 0 AND code_tries <= 5 AND letters >= 0 AND letters <= 3)
);
CREATE INDEX "idx_registration_siret" ON "registration" ("siret");
CREATE INDEX "idx_registration_employer" ON "registration" ("employer_id");
CREATE INDEX "idx_registration_submitted" ON "registration" ("submitted_at");
"""

# SQLite cannot take a column's NOT NULL back: the table is written anew.
OUTGOING = """
ALTER TABLE "outgoing" RENAME TO "outgoing_before";
CREATE TABLE "outgoing" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "channel" VARCHAR(10) NOT NULL,
    "kind" VARCHAR(30) NOT NULL,
    "recipient" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "message_id" VARCHAR(80) NOT NULL UNIQUE,
    "state" VARCHAR(10) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "sent_at" TIMESTAMP,
    "attempts" INT NOT NULL,
    "next_attempt_at" TIMESTAMP NOT NULL,
    "last_error" TEXT,
    "account_id" BIGINT REFERENCES "account" ("id") ON DELETE RESTRICT,
    "employer_id" BIGINT REFERENCES "employer" ("id") ON DELETE RESTRICT,
    "link_id" BIGINT REFERENCES "password_link" ("id") ON DELETE RESTRICT,
    "registration_id" BIGINT REFERENCES "registration" ("id") ON DELETE RESTRICT,
    CONSTRAINT "outgoing_channel" CHECK (channel IN ('EMAIL', 'LETTER')),
    CONSTRAINT "outgoing_state" CHECK (state IN ('QUEUED', 'SENT', 'FAILED', 'REVOKED')),
    CONSTRAINT "outgoing_about" CHECK (
        registration_id IS NOT NULL OR (account_id IS NOT NULL AND employer_id IS NOT NULL)
    )
);
INSERT INTO "outgoing" (id, channel, kind, recipient, facts, message_id, state, created_at, sent_at, attempts,
    next_attempt_at, last_error, account_id, employer_id, link_id)
SELECT id, channel, kind, recipient, facts, message_id, state, created_at, sent_at, attempts,
    next_attempt_at, last_error, account_id, employer_id, link_id FROM "outgoing_before" ORDER BY id;
DROP TABLE "outgoing_before";
CREATE INDEX "idx_outgoing_state_d5359d" ON "outgoing" ("state", "next_attempt_at");
CREATE INDEX "idx_outgoing_account_3d9df8" ON "outgoing" ("account_id", "id");
CREATE INDEX "outgoing_of_link" ON "outgoing" (link_id);
CREATE INDEX "idx_outgoing_registration" ON "outgoing" ("registration_id");
"""


async def upgrade(db: BaseDBAsyncClient | None) -> str:
    """Return one transaction of its own: a kill in the middle leaves nothing done, and after it all is done."""
    tables = "SELECT name FROM sqlite_master WHERE name = 'registration'"
    is_done = bool(await db.execute_query_dict(tables)) if db else False
    return "SELECT 1" if is_done else f"BEGIN IMMEDIATE;{REGISTRATION}{OUTGOING}COMMIT;"


async def downgrade(db: BaseDBAsyncClient) -> str:
    raise NotImplementedError("an installed database is not taken back: restore a backup")


MODELS_STATE = (
    "eJztXWtz4jjW/isqPvW8xU51Ln2ZzCcm0N3UJJAFenpmhy3HwQL8xshe24RObfV/Xx35Jl+xDQThqD90sKwjzHNk6Zyjc/lva2Vq2HB+vj"
    "aJa6szd2RuWlfovy2irjD9kHW7jVqqZUU3ocFVHwzWf+Z3ZL0eHO/zFZqrhoNpk4adma1brm4S6N1B8zXRkLtUXaQShFeWYT5jGy1VB6ko"
    "GAttdHf5M4yomTM6pE4WdYjXRP/PGiuuucDuEtt0iL//bgVU0AGGa/373/STTjT8HTvQBS6tR2WuY0OLIaNrjAbaFffZYm2/6Ys+cT+xvv"
    "C4D8rMNNYrEvW3nt2lSUICnTCkFphgW3UxfINrrwEpsjYMH9QAPO8HRF28p+RoNDxX1wbgDdTeA0RtLUUZDCfKuDdRlFaKFwEFh7DfRJEE"
    "PtJHdRgAC3iEf/xyfn5x8eH87cX7j+8uP3x49/HtR9qXPW/61ocf3sNEaHlDMcz6n/uDCTyQSfnlzSJo+MFoVFf1qBgzIvQZr1L4Xy9VOx"
    "v9oH8Cf/rDkvgHaBcxIGiIOBBN8JdgwUr9rhiYLNwlvTx/W4DuH53R9ZfO6M3525/iEA/8O+fsFoAdgRu8FErVOZ4g3D7ZTwHsF5vvsNTM"
    "HzOne2yZirHjk2ljfUF+x8+MJX367CqZ4Qz4/aW85w/lL+Unxo0fwZQLWqPVz1Y34TKdnIkUBvrjscuAGPXGk1H/mkIOiD+os8eNamtKDH"
    "q4Y56biZawb/rW6nyVbFGJumAIwU+BB8/gQMZem2BQ/l7LT4qte20+whn7otwDRVkTivZA9rfCHhj0b+QeWG4TLNoFU9ugo9vYrQJwSLAf"
    "hI87xWP4nl2WgPfsMhdduBUHN5DPFbJePWRtbPkwZ5A2DvD9C3WWSSUDQ1E1zcaOk8Z7gr/nrNppykasIAUAT3p/stV45Tj/MXhg39x2/m"
    "SYr579OzfDweegO8eI65vhbwkG2Nii+GHiqq7+hJWZ/qQbuvucPfN7dG6nBLoYVwqGE5k9rdtOt3Pbu0Le3ym5HQ7G/d7XEW3xPyU1/VIL"
    "VJn35Sz/fTlLvS8JfA3VoQtOxR23aAyRmVR3lyi1C58V7MJn6V04geFct3dnRHwQyYlanHB119iFCSF9Lfz9rfkVwb/UHde0nxUH01/s7w"
    "jlVa8s6pezz7w9FOwvqIilObFUnWWVFyBJ93ILT+vtjv9aL/LevC+jZrzPVzPep9QM/N3SbR07imvSAemzpdjVpVDnWDMzaBMso7o5dvUV"
    "/hk+nOCuUQB3tzPpJcCEv8ojzhBZ85UHnuYF5/uh5utLKw0OVu3ZsirocSoJe2XYn7Dt6FmrRe7+ylG83LZ6dtht9fzs8sPlx4v3l+FuGr"
    "YUbaLpDXNmmA6uuvzGiHZcdwWTFrcvu6mzoPyjirRNLcO685tP+un3ETZUN3umZh/2n+aWljohik1IdTYz12RXoDreKA3GaaUSeMMcZem/"
    "ofXBuvWGeg1gLah6m7HUSbTi1oSFDrdh8B3fwxE3VDnExNwPigHztcfdoPriDdLgeeW4qrt2lNlSJQu848Qas7Gu2VANhsxcuwsTRtkJrK"
    "E/SnPfQEu1XfqjdpxUd94ozfTD+XFIx5kxtp/0Gc7xm+HutovcZhyvH+t0FK+ZGX2maufd2h7PKRp4yJ3vIkNRwEYVrEOCBh4KHcRJRjri"
    "HtBnw8BP/upVev6GFA0E+LIMwJf5AF9mOcXobjVDH0/SJAfnvRn76Ha4wpmu4/nTlqeREzdn4hb4hzP80oBXdg6fwDjNkkjbCc9wfqpVdg"
    "vnzBf6Yrmr/XAEYzQL7YPK/+HszJD++ZmbL/uH74mU/FvHlPz3tZNLyf94kr+UnfYjO9U66vONGLvaN2MmkxPD/ihbEHfkl7EJxQ8E87ch"
    "//ix1EbUojsbuv8/cOa4R96r5CDVxmhuGhrWaJOlY6dNL21k2hq20Zub85+QSjTkuYHQ67Of0uHT+xl2SqYERoJ1+EF1MNJdBxtz9Iix5S"
    "CTYLSiMmgb3TPfZ4cKo4pO2JdeIRXB9T904sVwE6q62mijOvS7V9hBD5h+N0aqYSATNlonL4pbRquJ4ySZvyHrGiauTu9UivWJUzVODvql"
    "xLb8S+6m/EsqqGrHmBIZRLKdHZWCSGpFjcgwkRre8fXiQmQgSB2s8UrVK+lWIUEDET5/V8ZpnfbK163epdzWLYpSpYkcEjQvmGb/xyoahp"
    "P8FSaVorvjVM3D+SBLhWWbc+yAZ3TN2OMceunTXtmnHaDU8yL2tsuGHLnIq3jr67hHxUD4f0o63dv+oD+ejDqTIW2MXdYREA+QaglijLBT"
    "JzIppHrVMUmW6jgb09aUmY3hNypqxqLe9SHJWWOyhyiCFT6c3npftOL0b3vjSef2LrbsAN5w5zy25AStb94nJno4CPrWn3xBcIn+NRz0GJ"
    "qm4y5s9o1Rv8m/WvBM6to1FWJuYIHnMAmag6a0ZhXYk6rzPINc8ltofpuzR/pqrombpXpsYXaCVnJaZE7XX8j3vn6f0NZ4cmz2HC/qsDlO"
    "KV9mkbksA2lb+/StC03DVSPCU4Qi63DCqtCRubgq/mlKyYAaDIhscFUZkKaUDGh8PooGAS9zcsuc3IJyo6zn9a45uaXzdZ1sBLuh5Och+A"
    "JOYQ2bnjIbwS6AvXw2glNESSYjqAyZrtF9wnQxmT2DwLgjaP1otAZjZujkcUegbugQDUbI8ZwIdvaXZ6M0GCeZCqQcTvRn6k8YsoPuhlTX"
    "G6dpi1OlEIzY0Q/z91YzjvgCVIcET0z6X4k8duFozZqHFUNW4jBkRK2kcCoo7xdjULnYFQgCsQx1Rj/NUeBrAVX6lhBfooJZDs1tc4U2EA"
    "WiO8jGqgZ9gyR96M3deU4Ayx7H3iGwxB+ssmkmTrcfy4yMNIn8earm504RNsJS+QKhoJ5+U+vIPkYpj+yFO8ytEJ2a3vRTS2R6egTbeUlL"
    "6W4pV4+6OJY1k8Z3hTJW0p0iWkM7aIZkwNtIC6NZqV6kMKNsObFgSIxn5KUqQuqD+YTRgE5ZFn76iC0Xvel8yNjwS1NlVvrlZmCQAU7W+j"
    "2J/ZyxPM0Aiv52r/WQVuRzrxbM4yv0dkpGvU73Cp1NybdRf0KbzpMvQSGfLs4/vA85AxdFvBjfdm5u0h4mIsmyxxacjlJcxl+cKibQilM1"
    "Um7dR+hFwXFuroRS+TS3kWnha0kpGfN6D/g2MmtJEt/4Cy1U/erUmXCG5Jh1bpwvQfpn1cqSdS8nQ3YIUrWVTryzVshSMkdU2kMzTFwqEW"
    "6WJlqpz4iOgdYE8pfATf+L2ojFAiAbr6gYqaVFzX0Pvt24FBNQfVLQiv8thVIhhVL4W8fgwdNJc4dw5o64T0j4FlZkcpxSRiiIzGWp8BxZ"
    "4Qk2/6oMiNNJBuzLr9XHdQ+CeiOLGCUF9fg0LKEISUXzwObwl1aEilWgsspPOa3nN9NdIk199nI16mRmrDWqYyA4DAdnQwyH3DNzZa3pRP"
    "COvl2WnhEoiIZWJoTAOGmNZ58Dl9F2oEYa0/Qw0VgiC9rj75anX8Wapf4jpP7jzEyrdi6ZkFhkQ2XLM8bD/2CYH/S+wQX9MyW3nUHnM0s/"
    "CH9L2ugPnGqQQm27VRPJxIhedR6ZYL2pAB5H8qqhs2zTYqV6a6TeiZNKg4joqjK26uVsSJBKk4jIfNbwzNBJzdwcMVLJZ5H5TDewWkzm6S"
    "SHReawp09VNq3FyKRlrbZpkym5ldHnqST4+zJrhgYHGatfwurGz8ESNs3IbiPRLYFubH3dIQ+C5y8hQ/z3E4dW1XE6Eeef5T+dTgWQbwfm"
    "UxCUMwZvsc0GJll0z/Lv37fRvYZd+sm5ZybbexurjknumcXXovMIkmxfIcp4qpEjOm2wnR11deDvDGoKueYjJoHnDYQ4sxGYGw5FL7yBXU"
    "rExqPzly5b/tMQky40Ths5ZlBeSAdjNDw2JB2o4Jjj6DZ2Pft0mPOFXTnrh5XuutJR59jbfrvAUP2o5xWo3m6nDmgFN1N/9nKa94cDsFBH"
    "V1My/np93RuP2Z3ocy2D9XkZg/V5vsH6PGmwZq+3wl7TbP5kvx0JMpFZU9PV+aIM1Bf5UF/kQF01HDJO1bjaW+/L1G15n1+25X2qaousi3"
    "PoujjeVlwB4ZCggfVayuB7lg/vWQpd+nVM4lToxvhQrU5fBmnzED9EJSImG6eRLkpkGpI0YtUoMrceIpGmTC9fixWnZvk2VMvBTq3KIByh"
    "ZLLQTI4p4BX5nKSVB1kic1q1LLtmMEaCVPJZZD7beL6u50oUp5RcPgUuz80cJWO7aS4xhMDKRmvUu+71/+gxX1LvE/iTgpmuN+p1lc4NuJ"
    "j+FZju+LYpuesNuv3B56hTomFKerd3N8O/eiPl6+D3wfDb4AolW6akc3c3GrInCD7BE3z6OvYein2YkpvehH47/RmDyRXiLuqYCw+hKs10"
    "cDt5yKlunuuPxFEJPEvqGgHKORIXeRKnXYm9M5oqSmlE0QSIX1wlNTVc3RAep2oC7oc2gzPE3Oykrfm+UDGil/PHeXsokPddkoqdv1ZBlK"
    "OQcGbDWcduwRNK8Vdk8de0cD3v6hih5LHIPD5iWgHBuHoc19uj1st6tRwo8L89WrkswZhR1ke0XLUsARILnCi+O+YVkCUzju1/yxWPynC9"
    "jZeWyve65epYbXe4vfcLOfm+rI5quFmerBQqRF9fl+qM4KK6SnvR1h0IXGM7FFp9scA28mygDsJQQQSZzL11bXk56GBcr53Na/oD8lMj80"
    "uzg+l9kpEcOZFBOegV84ptMxE1cmGODyadY4Vzjg0ZVIkHPJUMUKototY4ypROCeJrfrEVsM7RVmwAkX28Wp3r6+HXwUS5HvUo8nC8FG+Y"
    "km5v0unfjJXbYbf/qQ9dki1TMup//jLhuyQapuRuNPzUv+kp9O/tkH1RsoVui/5XsxQt/LP4DVGPbu+mF3tav4EfYzwZjuKDeC1T0h/80Z"
    "8w93r/pCzRQJ+2Mx5/G466ESzJFq4PHbgHw//zK/2GWN/EnejpbobXv/PP5l1H978Okj2ClikZexEAY6U36EKP+DV3mhhxI9XE9bq+GY5j"
    "fbwGliEHXkbgz53XJdkS9aFP2bub8H2ClqhPt3d90x/wfYKWqI//k2KX0d0vw5sufcBB55bvxLem+o56t96paXY7h0N0dMthETXygRhKdB"
    "ib0Rjr2WVlARINdU5jL8scEl7mnxFepo4IqZhsVret8FTSsFJbbmAo1jZwZZJLbuzGDXaVud8XMSGgat7h7UH8EgKTDVVrnUz5aqtVnaNs"
    "kuKyt9PH3ELV+a4fHEkTpvFL+36A6afKwhH0bwLWB/f38Kamoun0/0oopylF1sNqAr7/AMiqEaYNrrO5f3AXtrm2FJaxs5rAlyCUol59UU"
    "+e6b/aM33hlptXfagvGjfkqb4Y+ApcLWDsqu7auWaSZc6hdbJLu+jk2mGdFU9ULXV+nY92mTRI/LtO4WUnv9zkhCZ5yivkKe8DnptZ2fnK"
    "HUdF1ALrnC0/LioMkILjkEn/jx4cgsDfKen9edf3DPTeBzic8g+C/A91TOv7T+Svzt283BvbmRUSi6xSNYlZ8gy/iWf4siicVPVeIwukqv"
    "cKVb1TBXhvHtyUDtJdZ8aFVvHh7nrjPDcL9oM6cX9e0yFytOHwXrtQDaYvhqITZQG9S6nBrW+2SRbIUh1nY9qagx6eka5h4ur0oe022iyZ"
    "EoxMGxHTRSpB/kxDS9VBuhvlFH6AonmGaT4i1dAfMXpzd/FT2tn7sF8HLuH3j/j5HjIbq4h+whpQLq9YemSGE9JM7LDRXWwY9Bv12ZJ7Bg"
    "dtsI3BrbxCVmTP7rAl9TF9mirnQX53mWo05zAoX8Wfq7qxtisFtvMkMg47FYdtzh4rBbUH/SWUWVDShYKuaFnZcbdEtSdoZdCzyGoztydU"
    "5HOcUlpHhGNzSjM8ziFKX6NqleliMssL/Ev0KJQd9aiv4sse26XHIcFUSHNAZNKQDaFQjgvFKFQ0Uw0DJLpAXnMw0SCET6dS3YLOhFAMW0"
    "Lriip1aWFx76NnRvxxmib87nSsH5frVp7qiHmqc0zZ+tgGsYRVv5xZv8iun043V9lnUPoKVnJnM9fuzMxyms93NeZIGgHxi+eZk6nPmyqe"
    "ycMrcU9OpFm/KS5cNzp5zFE7gluF+kZgA1agml0pbWMXly0ptwspt1trm674td2xOHKRhaCWF+p+hby/kG+a9oRs0/RPUus9ju9O5Yy7su"
    "icLDonnB4lhfptEkcjhHr83dLtWgWN4pSSzUKzuWbxE1n55ET4a+Mn87FmfRueUnJZZC5LC4y0wAjIixd3rJSpcY/jVTnGDqS5yYsyjO62"
    "Cz0rvX6l7FSte8s257qBmRsiOB6aBHvn1HDhD4Ue8EIlaKO7S/Tm7n2Gr2T9YaQ9TOC1uV1gD5N2ghexE/gvVm2zY0QusvWr9XXcG10h+H"
    "9KOt3b/qBPN6zOZEgbY5d1TJD7L2rHkrLUK18bo5RavdD6gKE6ruJgumDVqUcdp5WsFprVmGi13meeTir3InNYKvdSuReQFw1wr+AV/Qy9"
    "NWEHyFdcebNDCc11Tm87TOHcBIqmi7+70LBSNaqCztuIReKhjQp9MGF9VlQZpb+DNfplhjP02T0O7hV/Ce5AtN8D/aVcwGAbYgj9RmTjhQ"
    "4/HX5m2w/5g4BCYobxhc/YRW8GZ2X1579ZyiH2/hD6E+hm5UJxGuYjnpEMCJr4h5CO5IIq4BB7Q3BGaFY5zZAjF1oz7N12+jeQnp/+CYqd"
    "B3XO62iD+3dIeaS/uC4XAlqhWRCVyuDLZkAdBcoThcIy+OxVUOAuk7UykhUy+HobwQDJlu21M1iaob+gskN/0IV5kWiI1f2IemU0JswOSr"
    "f/mW6rCeuD3zolzDsKyIP5mGhgtU9uh7EuyZaobsWg920cVauAq+heQB2/5mpYBB0SDeC59dl7blbipMNKV6TbEv28R0k1JXoF35nRGKuE"
    "4Y2WaKA9hjc9JWHlSbfVebkvyrzcF/kv90Xq5bbpLm7pOEtQzY94iBGJ/GoLG/PA5K8qkIcEEu4acPvSaaZynG/Mj1M1zpj/scxi8jF/Mf"
    "mYZTd2a5vyQ+KXm+Gtf37tffVz9lWQFzyqK+T9hepVUHDLq7L1icoIcM/7C/vKH8Pfva2JfRBDpJPembWWplOzCTp0i65ziBORSZuvyPz1"
    "TR1VEsLwJDInTDInTNKAVPHFySCXK6TQbxA7xsS2bWYkkMwXxuNUAuefFlYglzVLXnEiW8kBWEN08lgZfY5IIl8Xef70pzIHMoglJ/Z0ZH"
    "60XM6CMaPsmfnJpHI+UXxL+STkrSx7wHjEDddooDMW1RJoB9kqdkSZS5HRTHQ5oUEov5qO42A7mNsZjjWx++0izxovzjTozvpu9a/pIEjR"
    "jTUU0nkBHSpiPvzMxWWhP9FPc9O+Ak8YnTaYpgbXLP7jzejTNfrw7jwrufbeRy9VCisKqZa5r4+e+1qGxm9buU7WgpSSYY+zgN6ptkv5zs"
    "u6GctoRq/CxdTy+iu8NL7fhFB/B98BQ4dfk8z2Kt3yhHTLkyWQjm7ACN7QqhyI00kG7Mtuwa1mO+oi/lrdbFf/+DQsoejJGl8HMQwdVWih"
    "LCuWV/wOpUSV0knyv3k6mE+HLNt8whDl4GBjzgL3r+hdB89sDFELcz8+ASIfIKQbdLRHbPkBDchaPxj6DEobZRRXOtAXBWWVWIh5mI2A0d"
    "BRvGQE/qC2F9WxXK8eLPpYbtAhGu1XdL+kN9gwS3MTPhEkMtCJ056SIKm/hU3LwGimklipJtBaZZYD0XeuImkumEoVTQIyw8E2u0AE8VLP"
    "Mrjnwxv0b4Sj76EzFXiLmfL/mwxLcL7/RpxK+m/InP3SuBU0/RA0vecJvXCnxmWZ/fE1cJk5LdZM5JqklZwWmdOUUVklowuUqoCiMR7h0i"
    "IrLbLSIrtXi2y+uTDCfYMflqaZVaG4SmbVb94ozcL8oJlVuVmab1Eta04tZ0q9d2YmfU/vkWpj5FWQZ5lPHUudYQc9YHeDMWFZZIadNb2x"
    "sXUXM3vlKiMhza6jSQukwCt1u8ACyf6m8C+odqPus9SiQJbHg9QL9V6rKvhGFI00QJazQBaZIGUw9evUqqSVpKlcruDOx4VSGIa5wVmiQw"
    "VJN9s37zRf8rTEG0sihp931ApSfgFNhEkqUMdRoLrY0J+wneeTwt9uF6lQPv9AgWYE5XSpDoJshQscxAj4ozD3DpMqP/R/Q/sV/C0WJlV6"
    "oN6jn5ozK/Jgp7Ey3XX9MeC+N3jKWTfWpzgfJ9cxkZpTamhCamivNKtTt9ehV/B/8h0rp82VUuYq5GySyV5kshcp2+98Alqf4RnkUpcTmd"
    "85eX3ybV+NSunzAtZFWXPiyOfOnjReGf8YmYS/NvyBtlcV/zidZMC+jv051XLHY/9GWlDaiWP/+DQsEYjlK/+7wzumWuHauWbDNRvj2FIr"
    "boaeU4VX4LJB3BKSYVGMLzBbDYrl7Ij3lqHOcBjPNVdtpHuFe+YYa75h0EEbbGPkqpCHZG396gd9Ocz1QsO2/kS7zm1zxQgJGAidKEYtZW"
    "98ge+cEjacaa8wy43iIJj7muchwsoSmStMXM/iidXZMkymQqeGboRBc1G9I7+ukZd3iD6ZNxYLmgMtz0/NEsbDwc2f0f2GPj5V/PxhaAc6"
    "DITEgSUgsKxCzNwKu0uKThsNIJGLPqc/iDXQ79Rd51d0765torBnu0eO+uwhZ5i0B322FdWC/IQwDxioYFj67XNVN9Y2+MiwKe94qMBQDi"
    "CuIpsOQj+EsXkbVlaJFXcC7E0GP1LJs/90AOG9pTK33syH8R7CwHN3SlQDfgskp9Hd0glpAociz+7roSfNvIKaedd2Tq2lHJdhW/jaSjVV"
    "5XelVOV3Baryu7SqzNa0KviGBA1E+OK8BMAX5/llbM6T8Hqbg+LtHGmYC+qqJAlf8Jyi4gmFsMGATAKotnSHJFL5rW998DfUFPDFZmyOTJ"
    "qvRTZfR1JiVRbHKSWXReZyINZXONblSeSxbjoWK9Joqr44SVr56oj86kjH61fBZhuvzKeajtc8pXyZReYyZBWqagCKaKQaIWOXT4kBMnb5"
    "aNkkMxOg18W2cdEISXijJXaHsHDfG17PTEtRIa4h4YbfEMgPENjw43/Dsgwe"
)
