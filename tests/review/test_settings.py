from __future__ import annotations

import pytest

from trellis.core.errors import Invalid
from trellis.review.material import Settings, Waiver
from trellis.review.settings import settings_of


def test_a_file_settles_k_order_groups_population_and_waivers():
    data = b"""
k = 3
order = ["site", "role"]
[groups.role]
HIW = "NPA worker"
[population]
"Recovery lead" = 1
[[waiver]]
check = "verbatim-mismatch"
words = "no desk"
reason = "as corrected by the participant"
"""

    assert settings_of("r.toml", data) == Settings(
        3,
        ("site", "role"),
        (("role", (("HIW", "NPA worker"),)),),
        (("Recovery lead", 1),),
        (Waiver("verbatim-mismatch", "no desk", "as corrected by the participant"),),
    )


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"k = 0", "k is 0"),
        (b"kk = 3", "no setting “kk”"),
        (b"order = 3", "order is 3"),
        (b"k = ", "no TOML file"),
        (b"[population]\nlead = 'one'", "population of “lead”"),
        (b"[groups]\nrole = 3", "groups holds 3"),
        (b"[[waiver]]\ncheck = 'nonsense'\nreason = 'x'", "'nonsense'"),
        (b"[[waiver]]\ncheck = 'verbatim-mismatch'", "gives no reason"),
    ],
)
def test_what_does_not_fit_is_told(data, told):
    with pytest.raises(Invalid, match=told):
        settings_of("r.toml", data)
