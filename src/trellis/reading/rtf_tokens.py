"""Rich text as tokens: groups, control words, bytes and characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?"  # 1, 2: control word and its number
    rb"|\\'([0-9A-Fa-f]{2})"  # 3: a byte
    rb"|\\([^A-Za-z'])"  # 4: control sign
    rb"|([{}])"  # 5: group
    rb"|[\r\n\x00]+"
    rb"|([^\\{}\r\n\x00]+)"  # 6: text
    rb"|\\"
)

Token = tuple[str, int | None, bytes]

OPEN, CLOSE, WORD, SIGN, BYTES = "open", "close", "word", "sign", "bytes"


def tokens(data: bytes) -> Iterator[tuple[str, str, int | None, bytes]]:
    """Kind, name, number and bytes of each token, in order; binary pictures are stepped over.

    kind: OPEN and CLOSE of a group, WORD with its name and number, SIGN with its character, BYTES of text.
    """
    at = 0
    while at < len(data):
        match = _TOKEN.match(data, at)
        if match is None:
            at += 1
            continue
        at = match.end()
        word, number, byte, sign, brace, text = match.groups()
        if word is not None:
            value = int(number) if number is not None else None
            if word == b"bin":
                at += max(value or 0, 0)
            else:
                yield WORD, word.decode("ascii"), value, b""
        elif byte is not None:
            yield BYTES, "", None, bytes([int(byte, 16)])
        elif sign is not None:
            yield SIGN, sign.decode("latin-1"), None, b""
        elif brace is not None:
            yield (OPEN if brace == b"{" else CLOSE), "", None, b""
        elif text is not None:
            yield BYTES, "", None, text
