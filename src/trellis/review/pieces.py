"""A printed quotation taken apart: its words, what stands in brackets, and the pieces between its ellipses."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from trellis.core.wording import Word, words_in

_DOTS = r"…|\.(?:[ \u00a0]?\.){2,}"
_ELLIPSIS = rf"{_DOTS}|\[\s*(?:…|\.(?:[ \u00a0]?\.)+|-{{2,}}|—)\s*\]|\(\s*(?:{_DOTS})\s*\)|\[\s*\]"
_MARK = re.compile(
    rf"(?P<note>\[\^?\d{{1,3}}\]|\[[*†‡]\])|(?P<gap>[\[(]?\s*(?:{_ELLIPSIS})\s*[\])]?)"
    r"|(?P<sound>[\[(](?:laugh\w*|pause\w*|sigh\w*|inaudible|unclear|long pause|laughter|crying|cries|silence|smil\w+"
    r"|overlapping|emphasis\b[^\])]{0,20}|sic|original emphasis|our emphasis|interruption|cough\w*)\.?[\])])"
    r"|(?P<put>\[[^\]\n]{0,160}\])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of a quotation between two ellipses.

    words: without those in square brackets. put: for each place between words (0 before the first) where brackets
    stand, what is in them. loose: which words have brackets inside them ("work[ed]", "[T]he").
    """

    words: tuple[Word, ...]
    put: tuple[tuple[int, str], ...] = ()
    loose: frozenset[int] = frozenset()

    @property
    def start(self) -> int:
        """Where its first word begins in the manuscript."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where its last word ends in the manuscript."""
        return self.words[-1].end

    def part(self, first: int, last: int) -> Piece:
        """The piece from word `first` up to but not including word `last`."""
        return Piece(
            self.words[first:last],
            tuple((at - first, put) for at, put in self.put if first <= at <= last),
            frozenset(at - first for at in self.loose if first <= at < last),
        )


def pieces_of(text: str, start: int, end: int) -> tuple[Piece, ...]:
    """The pieces of a quotation in order; those without words are left out.

    Marks of footnotes and transcribers' notes ("[laughs]") are passed over.
    """
    made: list[Piece] = []
    words: list[Word] = []
    put: list[tuple[int, str]] = []
    loose: set[int] = set()
    at = start
    for mark in [*_MARK.finditer(text, start, end), None]:
        until = end if mark is None else mark.start()
        words.extend(words_in(text, at, until))
        if mark is None or mark["gap"]:
            made.append(Piece(tuple(words), tuple(put), frozenset(loose)))
            words, put, loose = [], [], set()
        elif mark["put"] and not _closed_in(text, mark, words, loose, end):
            put.append((len(words), mark.group()[1:-1]))
        at = end if mark is None else max(mark.end(), words[-1].end if words else 0)
    return tuple(piece for piece in made if piece.words)


def _closed_in(text: str, mark: re.Match[str], words: list[Word], loose: set[int], end: int) -> bool:
    """Whether brackets belong to a word ("[T]he", "work[ed]", "[s]he"), which is then one word with them."""
    inside = mark.group()[1:-1]
    if not inside.isalpha():
        return False
    after = next(words_in(text, mark.end(), end), None)
    joins_after = after is not None and after.start == mark.end()
    joins_before = bool(words) and words[-1].end == mark.start()
    if not joins_after and not joins_before:
        return False
    word = Word(inside.casefold(), mark.start(), mark.end())
    if joins_before:
        word = replace(word, form=words[-1].form + word.form, start=words[-1].start)
        words.pop()
    if joins_after and after is not None:
        word = replace(word, form=word.form + after.form, end=after.end)
    loose.add(len(words))
    words.append(word)
    return True
