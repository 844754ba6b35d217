"""Names as people write them in their own tables, held against the names that the study has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")
_ALIKE = 0.86
"""Share of letters in common from which a name is taken for another one that is spelt a little differently."""
_FEWEST_LETTERS = 4
_WORD = re.compile(r"[^\W\d_]+|\d+")


class Fit(StrEnum):
    """How a name was found."""

    GIVEN = "as said"
    EXACT = "same name"
    NUMBER = "same number"
    VARIANT = "another spelling"
    BEGINNING = "same beginning"
    WITHIN = "name within it"
    ALIKE = "much alike"


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """What a name was found to mean; several: what it may mean, none of it certain."""

    meant: T | None
    fit: Fit | None = None
    several: tuple[str, ...] = ()


def words_of(name: str) -> tuple[str, ...]:
    """The words and numbers of a name without case, accents, signs and leading zeros: "STR-03 " is ("str", "3")."""
    flat = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in flat if not unicodedata.combining(letter))
    return tuple(word.lstrip("0") or "0" if word.isdecimal() else word for word in _WORD.findall(bare))


class Names(Generic[T]):
    """Things by their names, in which a name is looked up as people write it."""

    def __init__(self, named: Iterable[tuple[str, T]], said: Mapping[str, T] | None = None) -> None:
        self._by_words: dict[tuple[str, ...], dict[T, str]] = {}
        for name, thing in named:
            self._by_words.setdefault(words_of(name), {}).setdefault(thing, name)
        self._by_words.pop((), None)
        self._said = {words_of(name): thing for name, thing in (said or {}).items()}

    def find(self, name: str) -> Match[T]:
        """What the name means: as somebody said, the same words, the same beginning, within it, or much alike."""
        wanted = words_of(name)
        if wanted in self._said:
            return Match(self._said[wanted], Fit.GIVEN)
        if not wanted:
            return Match(None)
        for fit, fitting in (
            (Fit.EXACT, [words for words in self._by_words if words == wanted]),
            (Fit.VARIANT, [words for words in self._by_words if "".join(words) == "".join(wanted)]),
            (Fit.BEGINNING, self._beginning(wanted)),
            (Fit.WITHIN, self._within(wanted)),
            (Fit.ALIKE, self._alike(wanted)),
        ):
            found = {thing: name for words in fitting for thing, name in self._by_words[words].items()}
            if len(found) == 1:
                return Match(next(iter(found)), fit)
            if found:
                return Match(None, None, tuple(found.values()))
        return Match(None)

    def _beginning(self, wanted: tuple[str, ...]) -> list[tuple[str, ...]]:
        flat = " ".join(wanted)
        if len(flat) < _FEWEST_LETTERS:
            return []
        return [words for words in self._by_words if " ".join(words).startswith(flat)]

    def _within(self, wanted: tuple[str, ...]) -> list[tuple[str, ...]]:
        """Names whose words stand in the wanted one, in a row; the longest win."""
        inside = [words for words in self._by_words if _stands_in(words, wanted) and not "".join(words).isdecimal()]
        longest = max(map(len, inside), default=0)
        return [words for words in inside if len(words) == longest]

    def _alike(self, wanted: tuple[str, ...]) -> list[tuple[str, ...]]:
        flat = " ".join(wanted)
        if len(flat) < _FEWEST_LETTERS or any(word.isdecimal() for word in wanted):
            return []
        rated = [
            (SequenceMatcher(None, flat, " ".join(words), autojunk=False).ratio(), words) for words in self._by_words
        ]
        best = max((rate for rate, _ in rated), default=0.0)
        return [words for rate, words in rated if rate >= _ALIKE and rate == best]


def _stands_in(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return any(wanted[at : at + len(words)] == words for at in range(len(wanted) - len(words) + 1))
