from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trellis.reading.rtf_tokens import BYTES, CLOSE, OPEN, SIGN, WORD, tokens


def test_groups_words_signs_and_bytes():
    assert list(tokens(rb"{\b0 a\'e9\~}" + b"\r\n")) == [
        (OPEN, "", None, b""), (WORD, "b", 0, b""), (BYTES, "", None, b"a"), (BYTES, "", None, b"\xe9"),
        (SIGN, "~", None, b""), (CLOSE, "", None, b""),
    ]  # fmt: skip


def test_binary_is_stepped_over():
    assert [raw for _, _, _, raw in tokens(b"a\\bin3 }}}b")] == [b"a", b"b"]


@given(st.binary(max_size=100))
def test_any_bytes_come_to_an_end(data):
    assert len(list(tokens(data))) <= len(data)
