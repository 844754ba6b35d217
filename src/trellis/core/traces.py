"""What of a person can be found again in a text: their names, and any six words of theirs in a row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

RUN_WORDS = 6
REMOVED = "[removed]"
FILLER = "█"
_LEAST_LOWERED = 5
_WORD = re.compile(r"\w+")
R = TypeVar("R")


class Traces:
    """The names and words of one person, to be found and taken out of what others wrote.

    names: found as whole words, spelt as given, in capitals or with a capital; in small letters only where that is
    no everyday word (five letters or more, or not letters alone).
    words: texts of theirs; any six words of one in a row are found, whatever stands between the words.
    """

    def __init__(self, names: Iterable[str], words: Iterable[str] = ()) -> None:
        self.names = tuple(
            sorted({name.strip() for name in names if name.strip()}, key=lambda name: (-len(name), name))
        )
        spelt = sorted({form for name in self.names for form in _spellings(name)}, key=lambda form: (-len(form), form))
        self._named = re.compile("|".join(rf"(?<![^\W_]){re.escape(form)}(?![^\W_])" for form in spelt) or r"(?!)")
        self._runs = {run for text in words for run, _, _ in _runs(text)}

    def within(self, text: str) -> bool:
        """Whether the text holds a name or six of the words in a row."""
        return bool(self._named.search(text)) or any(run in self._runs for run, _, _ in _runs(text))

    def stretches(self, text: str) -> list[tuple[int, int]]:
        """Where names and runs of words stand, in order, merged where they touch; half-open, code points."""
        found = [match.span() for match in self._named.finditer(text)]
        found += [(start, end) for run, start, end in _runs(text) if run in self._runs]
        merged: list[tuple[int, int]] = []
        for start, end in sorted(found):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return merged

    def taken_out(self, text: str) -> str:
        """The text with "[removed]" for each name and run of words."""
        pieces, reached = [], 0
        for start, end in self.stretches(text):
            pieces += [text[reached:start], REMOVED]
            reached = end
        return "".join([*pieces, text[reached:]])

    def taken_out_of(self, value: object) -> object:
        """A value of a record without them: texts, also inside tuples; anything else as it is."""
        if isinstance(value, tuple):
            return tuple(self.taken_out_of(item) for item in value)
        # Members of an enumeration are texts too, and codes, not words.
        return self.taken_out(value) if type(value) is str else value

    def clean(self, record: R, columns: Iterable[str]) -> R:
        """The record without them in the named columns."""
        return replace(record, **{name: self.taken_out_of(getattr(record, name)) for name in columns})  # type: ignore[type-var]


def blotted(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text with a block for each character of the stretches, so that everything else keeps its place."""
    letters = list(text)
    for start, end in stretches:
        letters[start:end] = ["\n" if letter == "\n" else FILLER for letter in letters[start:end]]
    return "".join(letters)


def _spellings(name: str) -> set[str]:
    everyday = name.isalpha() and len(name) < _LEAST_LOWERED
    return {name, name.upper(), name.title()} | (set() if everyday else {name.lower()})


def _runs(text: str) -> Iterable[tuple[str, int, int]]:
    """Every run of six words, folded, with where it begins and ends."""
    found = [(match.group().casefold(), match.start(), match.end()) for match in _WORD.finditer(text)]
    for at in range(len(found) - RUN_WORDS + 1):
        run = found[at : at + RUN_WORDS]
        yield " ".join(word for word, _, _ in run), run[0][1], run[-1][2]
