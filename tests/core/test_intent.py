from __future__ import annotations

import pytest

from trellis.core.errors import Invalid
from trellis.core.intent import Experienced, experienced_from


def test_a_value_is_known_by_its_first_word():
    assert experienced_from("unknown") is Experienced.UNKNOWN
    assert experienced_from("as_intended") is Experienced.AS_INTENDED


def test_another_word_is_refused_with_what_would_fit():
    with pytest.raises(Invalid, match="diluted"):
        experienced_from("watered down")
