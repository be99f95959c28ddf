"""Wrong passwords counted (P3); what was deleted is found when it is time to erase it (D1)."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
CREATE TABLE IF NOT EXISTS "sign_in_guard" (
    "key" VARCHAR(64) NOT NULL PRIMARY KEY,
    "failures" INT NOT NULL,
    "locks" INT NOT NULL,
    "locked_until" TIMESTAMPTZ,
    "changed_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "sign_in_guard_counts" CHECK (failures >= 0 AND locks >= 0)
);
CREATE INDEX IF NOT EXISTS "idx_sign_in_gua_changed_0f2b4c" ON "sign_in_guard" ("changed_at");
CREATE INDEX IF NOT EXISTS "account_deleted" ON "account" (deleted_at) WHERE deleted_at IS NOT NULL;
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    raise NotImplementedError("an installed database is not taken back: restore a backup")


MODELS_STATE = (
    "eJztXW132jgW/is6fNnMHqYnIWna8o0mtGUngQyQdnbKHEfBAnxiZMY2STmz/e8rye+27N"
    "jGgOIoHwLIusI8V766b7r6p7E0VKRbby4MbJtwag+Np0Yb/NPAcInIG97lJmjA1Sq4SBts"
    "eK+z/lO3I+t1bznv22AGdQuRJhVZU1Nb2ZqBae8OmK2xCuwFtAHEAC1XurFBJlhAC0DgjQ"
    "WeNHvxho6oGlMypIbnZYjXWPt7jRTbmCN7gUwyxPfvDY+KdqDDNf76i7zTsIp+IIt2oR9X"
    "D8pMQ7oaQUZTGQ1tV+zNirV91OY9bH9ifent3itTQ18vcdB/tbEXBvYJNMyQmiOMTGgj+g"
    "22uaZI4bWuu6B64Dk/IOji3GWIRkUzuNYp3pTauYGgraEo/cFYGXXHitJI8MKjCCHsNhEk"
    "KR/JrVoMgDm9hV8/tFqnp+9ax6fn79+evXv39v3xe9KX3W/y0rufzs0EaDlDMcx6n3v9Mb"
    "0hg/DLmUW04SejgTZ0qBgzAvQZrxL4XyygyUff6x/Dn/ywOP4e2lkM8BoCDgQTfB8sWMIf"
    "io7w3F6Qj63jDHS/doYXXzrDo9bxL1GI++6VFrtEwQ7A9R4KpegcjxE+P9lfAth7m+9U1M"
    "weuNM9IqYi7PhkmEib49/QhrGkR+4d4iniwO+K8q47lCvKXxg3fnpTzmsNpJ8Jn3wxHZ+J"
    "BAby45HNgBh2R+Nh74JAThG/h9OHJ2iqSgR6esVoGbEWv2/y0rK1jLdADOcMIfpT6I1zOM"
    "BZa2MMSl9rw5Pi2bU2HWHOuijXQFFkQtYayF4LrIFe/1qugfkWwaxVMLEMWpqJ7CIA+wTV"
    "IHzYKR7B9+QsB7wnZ6no0ktRcD39XMHr5T1vYUuHmUNaO8CrV+pWBtEMdAWqqoksK4n3GP"
    "1IkdpJylpIkAyAx90/mDReWtbfehjYo+vOHwzz5ca9cjXof/a6hxhxcTX4GGOAiVYEP4Rt"
    "aGuPSJlqj5qu2Rv+zO+SuZ1Q6CJcyRhOZPY0rjuXnetuGzivE3w96I963dshaXHfxS39XA"
    "Iqz/Nykv68nCSelxi+OrSIwCm44maNITKTyq4SuVbhk4xV+CS5CscwnGnm9oyIDiI5UYoT"
    "tmbr2zDBpy+Fv7s0vyL4F5plG+ZGsRD5xe6KkN/04lHvzz9zvCvY92iIJTmxgNaiyAMQp9"
    "uf4Gkcb/nX2Mtzc57HzDhPNzPOmZmR8KOlu3mS9ghHM/7okn76bYh0yH5hknn8QMkLW0TS"
    "vGuR2Q+nU2ONtwWq44xSY5yWEKvkJ22J07UzSo1xcqXidjB9cQapMUzEDLTXljJdQDzfdl"
    "KN2FgXbKgaQ2as7blBR9kKrIE7So2BWkHTJr9qy1l144xSzwDTz11GhEbIfNSmKCUgFLra"
    "zIoHWU6/w4WDpuSeijly1QoN8Bp6b9NjPwQFpBfB2ieoobdjJ9EfmWGyw2CEjh5d6ZV7/v"
    "oUNQT4LA/AZ+kAn/GiPZq3WkchTvUQhUnqlLnTOjl7d/b+9PzM9wn5LVmuoKTbhyyHS8TN"
    "iUqftmEaOXFTJm5G4hPDLwl44aynMR2nXhppM5byFJ5qhfOdQl5+bb7Y1rkzpGPUC+2d6v"
    "/+7ORo/+GZm677+8+J1Pwbh9T8q1rJpeZ/OM1f6k7V6E6l4jCuE2NbB2fEZfLCsD/IEhSK"
    "x3AWoWi0Jn0ZcmNDuRaiBlnZwN2/lQe0uQPOo2QBaCIwM3QVqaRppSGrST6awDBVZIKjq9"
    "YvAGIVWAia0wX5fPJLcl9QNcNO8ATTkagcvocWApptIX0GHhBaWcDACCyJDtoEdyypxyLK"
    "qKJh9qVtAAH9/KuGnc1JmJiuJniCFvnuJbLAPSLfjQDUdWDQhdZK254k07DFif6nL8iair"
    "CtkSuFklijVLXTgz7kWJY/pC7KHxLZwlsmS8rsyOfZUSg7slQ6pMx/LJH2VS7hUWY4lsEa"
    "LaFWyLbyCWqIcOttnmws0ivdtnqb2PaxIigVmsg+Qf2yRKsPq6iIRvKXCBfathSlqh/OOx"
    "EVK9OYIcsiN1ZyU00K/R5zQhs7Qn/fG2solFpaKvrzumGIXGQp3rgddYkaSP9PcOfyutfv"
    "jcbDznhAGiMfyyiIO6gh8GOlkTmt8NxolwTMlPU0QhVjB82DtLUlekPfiMOYKp6Ly864G5"
    "/V0LKeDFNVpiaiv1GBHKF+6UKSImP4Q2TBSt+8PHmfJXF6193RuHN9ExE7FG96pRUROV7r"
    "0XlsovuDgG+98RdAP4I/B/0uQ9Ow7LnJvjHoN/6zQe8Jrm1DwcYTFfAhTLxmrylpWXn+pO"
    "I855BLfgvNb2P6QB7NNbZ5psczzI7RSk6LzOnygrxy+f2ClsYXx2Yn8aIMm6OU8mEWmcuP"
    "yLSKxYhDFPsLEZ/siJVV59b5rmEaQitiRycIRbbhhDWhA3dxUfyTlJIBJRgQ+OCKMiBJKR"
    "lQggFO7L8o+FEqCXwJ4GWxSVlsUlBu5M283rbYpNwzXnZvvTI3IaY/TeKViZdM6pd1CGQd"
    "gkNBpqlkhTBshKcbqipuCVovGK3GmOkaftgSqCsyRI0Rspz0ga0z5dkoNcZJVgGpaktBJJ"
    "TB8pchJ2TloTrAaGyQfzmKZvmj5UNXTLc2H9wCWzCiMPBOYYnjlHEOS4RB+fZi0E0NKx1O"
    "ybsZ8HIH6HEqC7pfAlI3E5iZxhI80V0NmgVMBFXa16sIBo5uWikbMioce4uNEu5ghV0NUb"
    "pqPA1y50SQn1K0kGKCsBaetz1sbXS09lIh6AilDEELF5wssNsyuegnRGRyenjLeU7P33b1"
    "HQ8qHPO6/aKrQh6v31Y7NENeKo5uEPVhpSsGrucsn1bQwQCqSw1rtKNtmP+ygEsPbAPQ09"
    "XoLkqI2TZG/wS2JrgnDUCFGwtoeKqv6bbLoy5vr+YuvuB5/eB7eJb73u6/5P5KIbUEImlM"
    "u2gicYToVecRI6wWzsIOSF41dCZ6NB5KaUtRSpnJJZqyxKlnLYRReGgL5CDl9GUGwMFZ4I"
    "ZRlftNYSYkSCUbqkrESLXFCudh1LLafrOMPcYTPBUALBNd+BAH0kHO4nwYJ+SpUGfX+kkg"
    "HBdEOEEks0QUsiyFZaTk80IMsL4BTv1fAO+NRwT6RBVkNZ0e0MoGR513HNdCbiruufAh0e"
    "uVVZcnwwuzZjYz3AWM5UkGEPSf3wru04qswzToPG6D4wkedjuXbXAywd+GvTFpasUfgkw+"
    "nbbenfucoR+yeDG67lxdJfVGaTsdWHF3hVPBqtRRqloGz6qoZyBV84Op5qGzTLbEt5alQO"
    "P4Rh9ooTTGUEYsR2eM5suma42h5NznFcY7Nzn1jlX1vLOgbt8xxW+FTIsW3GkDMgksAjwN"
    "KdkasgCtn53UIcsORIuHdgijtPkcmcBEs7VFLtEyoBun5CdYr6jzt8nGddoZx8gPSNdJw+"
    "aqf4xnXCuNqa5eryaI0hsr+hi4WVnRwaROK5xOW+7I18Mc9VoTZoSW+sLRH5kj8wLCPhEJ"
    "mFScnzcWIwOIrEM3OhcXg9v+WLkgBuO4S0zGWMMEX3bHnd7VSLkeXPY+9WiXeAuxNnufv4"
    "zDXWINE3wzHHzqXXUV8no9YF8UbyHLovvVw26/+y18L25D0OOye9WN3K3bEB5jNB4Mo4M4"
    "LRPc63/tjTvj3qBPYOmP2yDWQO62Mxp9GwwvA1jiLaE+ZOAuHf73W/INkb6xK8HdXQ0ufg"
    "vfm/M5uH7bj/fwWnKa8Ts+QoqoWEbxmFyYqtSiI1ik+0BrDkOxdGCUSy65sR03ipZgjlLV"
    "sKxqvqriWWXFk3XFPUdB8fI6HMo6Kb2VVdpJ3biZXuUiRFKHabz30iJQL1SP2etfB6yjIu"
    "O0lUNinLZSBQa9xJ3NiqqR/4VQTlKKrMOXBPw8Twn38/QK7ueJAu5Ft+rUeIdO9eDKcJpM"
    "RXyNLJDFiA6ZoyVjmTve9rW3WFu8ngon4MYpuZIedYvUeskVe0tHO8+2rPDDTuBlUavQ7K"
    "RNMkIlZITKOdOwrCs9oBbY5mncdPuXvf7nNnDfUFfuuPe1Sx249HWCu3/c9Jg/2n1DHeuu"
    "E9t9U8a1W/3pbXBmp51W+DyzfGKRVfo6MUvGH+sYf5S2nrT1XiMLpK0nbb0XA7DAtt7nNR"
    "kixcjzrzUzrTv3lKg57Z3Lumt8Mw089+t3WeB+A4KDrJvgacFsO2CYABs2gNgr30UrfQHN"
    "bgLLcM5EZwU8dMN4AFDXHhA4ujnl7OHZ7dfRLM07dky8ZgEIyDvklCRr0yxOwHACqoEsNr"
    "qNdJ18ozZdhO7BAk/IRDTTE6m5i4+ESimlm7PcQvTpbvZKK9ALdI54VT72dMt1BjV9bfIC"
    "oqkKQJhkf6v/8W6X/uqOcjGmvMqtqWj6/SWUPCjl2XCvwRqUhflqy+aEwXMYfTFWNpyjNS"
    "YLi6frjrGS5vm0xwFGREmzqMqkApPuTrBsVuMVTKGuU43O09cshFW6q0YjWt2czARfDVvQ"
    "1iWxVXgbvise/bmN4fR3J7ffhM5qlMEKMYMVh9StD+3niTmr83mrs9zVCX918VQsmYJVKE"
    "vIWNtTg5eLnJ7BGSKpBcT7TuGUR/fWVj2TMRlxAwLSW10Xb7V3Fg/H7Agd05Nub/gV/+m5"
    "QLmsjW0ykaTeLqTevlqbROKXzjIKkYusBDWc3adt4LzSMk+kZxuwl7jVe5iUFGxwixGka/"
    "g+gcjAC7OpxTYeEC58KEqUSkaCnrWjpFL/nMZRC6Ue/VhpZLgSbI5SSjYLzea1VepRDpHJ"
    "CJnI/JWHMbwGLksPjPTACMiLPXlgDntorZhibcsza4vuoAuOQ+ZtnosclpyRWen0y+Wnat"
    "ytTGOm6YilIdruWaksTk0/uEOBezSHGDxp9gIc3ZxzciXLDyP9YQLL5maGP0z6CfbiJ3Af"
    "rNJux4BcZO9X43bUHbYB/T/BncvrXr9HFqzOeEAaIx/LuCCrqccdKapDD/grZQ5EKaVVL7"
    "Q9oEPLVixEBFZxRsdpJauFZjUiEJZ5nsN00rgXmcPSuJfGvYC8qEF6RdjQ59itMT9AuuEa"
    "djvksFxn5LLFDM4nz9C00Q+bNiyhSkzQWROwnXjgCdI+CLM+S2KMkt/BGlU01VR381zUnq"
    "148Dw782i9GzbLMfkisqTY9FQHlsktK9GIJNOaGUYx3Q+DeSeA5bPWQuRCW2vd607vqg3Y"
    "ywRfdcdjar05r2UstOqTRB7ILy7LBY9WaBYEFeXD1eUnmPFEIbD0P7PyMuGP8ZLy8ULy4b"
    "L03gDxludLzLOKNv8lIxKz/ZLOi1hDpDx+0IvTGHMFKJe9z2Spi3kE3NYJZhlLlNybj7EG"
    "dkTA9SDSJd5SZvKe5pm8p+mT9zQxeU2ycqw0xFOO0rPsI0QiT11h8+zZml8Ecp9Awl0Cbl"
    "dXKnh6YJSqdg7k93mEyft0YfKe56u0S7uPfeL9zfDG77fdW7f8WYH10KFqA+d1gp1zV5zD"
    "Vj6RNZBec15pTuvXAVu63DdiqCwyI7CUaHppfiiLLNFlAgcBmfQzisxf13AvUoQkTCLrkM"
    "TrkMTdIQUfHA65lJBCP0EsdIZM0+DU4ktXxqNUApfyFVYhlxESWRT0tbOA7vAsDH+ISJ5z"
    "V1F4UJZjleVYxQI4VwQ2LksqADe0Rf1lyZG8wIbEp1Bx7Rto2gTvsPjghLc5vZrZxQRYfy"
    "Us4KqtJ/Dd+w46tP818WJhMoIsZARZ6oAH1wG9J7QoB6J0kgFVqYIhabblUurK6nrrKdFp"
    "mENPkar2TlTtgyothGXZ+orbIZeqkrfGaiEtRaojoojeLHWEsL7wHq8wTe0C9LISjCAe8J"
    "cW1RCoEoyYfoJacFkWCnkNXGaxxpI1f+K0ktMic1r6AqQvQEBeVOoLOKihmm2l5jVRpXn6"
    "Os1T9prAP6MULKzyHAKBzNKdHKYhLdNXoeNIm6WuXE4oUulLfShBfWqseCdSFqn9xg+Kv8"
    "xnPFkDLrLRFG2qwSpwyNcFpl1qjx1katMFT3N0r2RqjTDoI4zS+Fo0xi33BaTrgo/I9Ooe"
    "5lUHQyS12MIZq3v29m0OnZD0Sq98Rq/FksTJQ1UAYbd7DdHdjcZtYJu77/s/o0E/RdUOSO"
    "IKmDa1wf+Arlkv0d2UAS4FI6J2JXY/xDc6xPQpOsBHnqNpn66Qn/8HJPiwdg=="
)
