from __future__ import annotations

import pytest

from trellis.core.derivation import Secondary, secondary_from
from trellis.core.errors import Invalid


def test_a_kind_is_known_by_its_name():
    assert secondary_from(" Supra ") is Secondary.SUPRA


def test_another_word_is_refused_with_what_would_fit():
    with pytest.raises(Invalid, match="supplementary"):
        secondary_from("another look")
