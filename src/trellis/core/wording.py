"""The words of a text as quotations are compared: without case, punctuation and typography, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_MARKS = "\u0300-\u036f"
_APOSTROPHES = "'’ʼ‘´`′＇"
_LETTER = f"[^\\W_⁰¹²³⁴⁵⁶⁷⁸⁹][{_MARKS}{_UNSEEN}]*"
# A hyphen at a line's end joins the halves; whether it also stands in the word is left to the comparison.
_BREAK = r"[-‐\u00ad][ \t]*\n[ \t]*"
WORD = re.compile(f"{_LETTER}(?:(?:[{_APOSTROPHES}]|{_BREAK})?{_LETTER})*")
_GONE = re.compile(f"[{_UNSEEN}{_APOSTROPHES}\\s‐-]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text. form: as it is compared; start, end: code points in the text."""

    form: str
    start: int
    end: int


def words_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of a stretch of a text, in order. Hyphens part words, apostrophes do not."""
    for found in WORD.finditer(text, start, len(text) if end is None else end):
        yield Word(form_of(found.group()), found.start(), found.end())


@lru_cache(maxsize=100_000)
def form_of(written: str) -> str:
    """A word without case, apostrophes and characters that do not show; accents stay, composed."""
    return unicodedata.normalize("NFC", _GONE.sub("", written)).casefold()


@lru_cache(maxsize=50_000)
def stem_of(form: str) -> str:
    """A word without its commonest English endings: enough to see that two sentences speak of the same thing."""
    for ending in (
        "ational",
        "ations",
        "ation",
        "ated",
        "ates",
        "ating",
        "ate",
        "nesses",
        "ments",
        "ment",
        "ness",
        "ings",
        "ing",
        "ies",
        "ied",
    ):
        if form.endswith(ending) and len(form) - len(ending) >= 3:
            return form[: -len(ending)]
    for ending in ("edly", "ed", "es", "ly", "s", "e", "y"):
        if form.endswith(ending) and len(form) - len(ending) >= 3 and not form.endswith("ss"):
            return form[: -len(ending)]
    return form
