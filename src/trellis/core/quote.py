"""Where a quotation stands in a text: exactly, or but for white space and typography."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

from trellis.core.folding import Folded, exchanged, marks_in, replaced
from trellis.core.segment import Segment, grown

MOST_PLACES = 50
"""Places after which the search stops: whoever quotes three letters need not be told all of them."""

_SAME = {
    **dict.fromkeys("‘’‚‛′`´ʼ＇", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘－", "-"),
}
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


def folded_for_quoting(text: str) -> Folded:
    """The text with white space, quotation marks, apostrophes, dashes and ellipses made equal.

    Soft hyphens and other characters without width go; letters with combining marks are composed.
    Upper and lower case stay apart.
    """
    even = exchanged(text, _SAME.get)
    marks = marks_in(even)
    accented = f"|[^\\s{marks}][{marks}]+" if marks else ""
    pattern = re.compile(f"\\s+|…|[{_UNSEEN}]+{accented}")
    return replaced(even, pattern, _shortest)


def _shortest(piece: str) -> str:
    if piece.isspace():
        return " "
    if piece == "…":
        return "..."
    return "" if piece[0] in _UNSEEN else unicodedata.normalize("NFC", piece)


class Quotable:
    """A text in which quotations are looked up; folded once, at the first one that is not found as it is."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def folded(self) -> Folded:
        """The text as quotations are compared with it."""
        return folded_for_quoting(self.text)

    def places(self, quote: str) -> tuple[Segment, ...]:
        """The segments where the quotation stands, in order; at most `MOST_PLACES`.

        Exact places win over places that differ in white space or typography. Empty if there is none.
        """
        wanted = quote.strip()
        if not wanted:
            return ()
        exact = _found(self.text, wanted)
        if exact:
            return tuple(Segment(at, at + len(wanted)) for at in exact)
        bare = folded_for_quoting(wanted).text.strip()
        if not bare:
            return ()
        places = (self.folded.original(at, at + len(bare)) for at in _found(self.folded.text, bare))
        return tuple(grown(place, self.text) for place in places)


def _found(text: str, wanted: str) -> list[int]:
    places: list[int] = []
    at = text.find(wanted)
    while at >= 0 and len(places) < MOST_PLACES:
        places.append(at)
        at = text.find(wanted, at + 1)
    return places
