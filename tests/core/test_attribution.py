from __future__ import annotations

import pytest

from trellis.core.attribution import Attribution, attribution_from
from trellis.core.errors import Invalid


def test_every_attribution_follows_the_one_pattern():
    pattern = attribution_from("{role}, {site} ({name})", ["role", "site"])

    assert pattern.told({"role": "nurse", "site": "north", "name": "Ada"}) == "nurse, north (Ada)"
    assert pattern.attributes == ("role", "site", "name")


@pytest.mark.parametrize(
    ("values", "told"),
    [({"role": "nurse"}, "nurse"), ({"site": "north"}, "north"), ({}, "")],
)
def test_what_is_not_known_is_left_out_with_its_comma(values, told):
    assert Attribution("{role}, {site}").told(values) == told


@pytest.mark.parametrize("pattern", ["", "worker", "{age}, {site}", "{role", "{role}}"])
def test_a_pattern_that_the_study_cannot_fill_is_refused_with_what_there_is(pattern):
    with pytest.raises(Invalid, match=r"\{role\}, \{site\}"):
        attribution_from(pattern, ["role", "site"])
