from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from trellis.core.source import text_sha


def test_the_hash_of_a_text_is_that_of_its_utf8_bytes():
    assert text_sha("Übung 🙂") == hashlib.sha256("Übung 🙂".encode()).hexdigest()


@given(st.text(), st.text())
def test_only_equal_texts_have_equal_hashes(one, other):
    assert (text_sha(one) == text_sha(other)) == (one == other)
