from __future__ import annotations

import pytest

from trellis.core.errors import Invalid
from trellis.study.lens_files import shipped


def test_dimensions_and_values_are_found_whatever_capitals_and_hyphens():
    lens = shipped()["assistant-role"]

    dimension = lens.dimension("Prior ownership")

    assert dimension.id == "prior-ownership"
    assert lens.value(dimension, "Non Core professional") == "non-core professional"
    assert lens.value(dimension, "not_evidenced") == "not evidenced"


def test_what_a_lens_does_not_know_is_answered_with_what_it_does():
    lens = shipped()["assistant-role"]

    with pytest.raises(Invalid, match="there are: prior-ownership, stance"):
        lens.dimension("ownership of the canteen")
    with pytest.raises(Invalid, match="what fits: happy, reluctant, not applicable, unknown, not evidenced"):
        lens.value(lens.dimension("stance"), "furious")
