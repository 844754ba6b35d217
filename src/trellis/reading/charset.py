"""Bytes into text: byte-order mark, strict UTF-8, UTF-16 by its zeros, then a ranked guess that says so."""

from __future__ import annotations

import codecs

from trellis.core.document import Notice
from trellis.core.errors import Damaged, Invalid, NotSupported

from .draft import control_notice, without_control

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Nearly every file in these eight-bit families came from Windows; the guesser mixes them up (euro signs, quotes).
_LIKE_CP1252 = frozenset({"cp1250", "cp1252", "iso8859_1", "latin_1", "iso8859_15", "iso8859_2", "cp1254", "cp1257"})
# Code pages of MS-DOS: a short text with two or three accents is easily taken for one, and nobody transcribes in them.
_DOS = frozenset(
    f"cp{page}" for page in (437, 720, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 866, 869, 1125)
)

# Bytes that cp1250 and its like use for letters which cp1252 prints as signs: Polish, Czech, Hungarian text has many.
_EASTERN = frozenset(b"\x9c\x9f\xb9\xbf\xb3\xa3\xaf\x8c\x8f\xa5\xea\xe6\xf1\xec\xf8\xf9\xe8\xef\xf2\xf5\xfb")
_SIGNS_IN_CP1252 = frozenset(b"\xb9\xbf\xb3\xa3\xaf\xa5\x8f\xbe\xbc\xaa\xba\xde\xfe\xf0\xd0\xf5\xfb")

# Enough to rank the guesses; the whole is decoded strictly afterwards.
_SAMPLE_BYTES = 200_000

_CONTROL_BYTES = bytes(sorted({*range(32)} - {*b"\t\n\r\x0b\x0c\x1b\x01\x02\x1a"}))


def decode(name: str, data: bytes, charset: str | None = None) -> tuple[str, tuple[Notice, ...]]:
    r"""The canonical text of a file: `\n` line ends, no byte-order mark, and what was noticed on the way.

    charset: the encoding to use; None finds it. Raises NotSupported for what is no text, Damaged where the bytes
    do not fit the charset that was given or marked, Invalid for a charset that does not exist.
    """
    text, notices = _decoded(name, data, charset)
    if "\x00" in text:
        raise binary(name)
    return canonical(text, notices)


def canonical(text: str, notices: tuple[Notice, ...] = ()) -> tuple[str, tuple[Notice, ...]]:
    """A text by the rules for canonical text; whatever had to be left out is noticed."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, removed = without_control(text)
    return text, (*notices, control_notice(removed)) if removed else notices


def binary(name: str) -> NotSupported:
    """The refusal of a file that holds no text."""
    return NotSupported(
        name, "this is a binary file, not text", "bring in the transcript as .docx, .odt, .pdf, .txt or .md"
    )


def _decoded(name: str, data: bytes, charset: str | None) -> tuple[str, tuple[Notice, ...]]:
    if charset is not None:
        return _strict(name, data, charset), ()
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(name, data[len(mark) :], encoding), ()
    wide = _wide(data)
    if wide is not None:
        notice = Notice("charset-guessed", f"read as {wide}, judging by its zero bytes; another charset can be given")
        return _strict(name, data, wide), (notice,)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _guessed(name, data)


def _strict(name: str, data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except LookupError as error:
        raise Invalid(f"there is no charset called {encoding!r}; give one such as utf-8, cp1252 or utf-16") from error
    except (UnicodeError, ValueError) as error:
        raise Damaged(
            name, f"its bytes are not {encoding}", "give another charset, or save it anew as UTF-8"
        ) from error
    if not isinstance(text, str):
        raise Invalid(f"{encoding!r} is not a charset; give one such as utf-8, cp1252 or utf-16")
    return text


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin text has a zero in every other byte and hardly any elsewhere."""
    sample = data[:4000]
    if len(sample) < 4 or b"\x00" not in sample or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _guessed(name: str, data: bytes) -> tuple[str, tuple[Notice, ...]]:
    control = len(data) - len(data.translate(None, _CONTROL_BYTES))
    if control > len(data) // 200:
        raise binary(name)
    encoding = _best_guess(data)
    if encoding is None:
        raise NotSupported(name, "its characters fit no known charset", "save it anew as UTF-8, or give its charset")
    notice = Notice(
        "charset-guessed",
        f"not UTF-8; read as {encoding}, a guess: check quotes and accents, and give another charset if they are wrong",
    )
    return _strict(name, data, encoding), (notice,)


def _best_guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE_BYTES]).best()
    encoding = best.encoding if best is not None else None
    if encoding in _LIKE_CP1252 | _DOS and _fits(data, "cp1252") and not _is_eastern(data, encoding):
        return "cp1252"
    if encoding is not None and _fits(data, encoding):
        return encoding
    return next((code for code in ("cp1252", "latin-1") if _fits(data, code)), None)


def _is_eastern(data: bytes, encoding: str | None) -> bool:
    """Whether a guess other than western is borne out by letters that cp1252 would print as signs."""
    high = [byte for byte in data[:_SAMPLE_BYTES] if byte > 0x9F or byte in b"\x8a\x8c\x8d\x8e\x8f\x9a\x9c\x9d\x9e\x9f"]
    signs = sum(byte in _SIGNS_IN_CP1252 for byte in high)
    eastern = sum(byte in _EASTERN for byte in high)
    return encoding != "cp1252" and bool(high) and signs * 5 > len(high) and eastern * 3 > len(high)


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True
