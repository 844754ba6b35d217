from __future__ import annotations

import pytest

from trellis.core.errors import Invalid
from trellis.reading import LAYOUTS, ReadOptions


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_can_be_named(layout):
    assert ReadOptions(turns=layout).turns == layout


def test_an_unknown_layout_is_refused_with_those_there_are():
    with pytest.raises(Invalid, match="bold labels"):
        ReadOptions(turns="Bold")
