"""The transcripts that quotations are looked for in: their turns, who speaks, and an index of their words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from trellis.analysis.word_index import Whole, WordIndex
from trellis.core.wording import WORD, form_of


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of a transcript that one voice speaks, or a paragraph where no turns are known.

    n: its number, from 1. words: where the words begin, after the label. person: place in the sample of who speaks,
    None where that is not known. voice: how the voice is called; is_asking: whether the interviewer speaks.
    """

    n: int
    start: int
    words: int
    end: int
    voice: str = ""
    person: int | None = None
    is_asking: bool = False


@dataclass(frozen=True)
class Transcript:
    """A source with its turns in order. people: everybody in the sample who may speak in it."""

    name: str
    text: str
    turns: tuple[Turn, ...]
    people: frozenset[int] = frozenset()

    def turn_at(self, at: int) -> Turn | None:
        """The turn in which a code point lies, or the one before it; None before the first."""
        found = bisect_right(self._starts, at) - 1
        return self.turns[found] if found >= 0 else None

    @cached_property
    def _starts(self) -> list[int]:
        return [turn.start for turn in self.turns]

    def sentence(self, start: int, end: int) -> str:
        """The words from the sentence's beginning before `start` to its end after `end`, within the turn."""
        turn = self.turn_at(start)
        low, high = (turn.words, turn.end) if turn else (0, len(self.text))
        left = max((self.text.rfind(mark, low, start) for mark in ".?!\n"), default=-1)
        ends = [found for mark in ".?!\n" if (found := self.text.find(mark, end, high)) >= 0]
        return self.text[max(left + 1, low) : min(ends, default=high)].strip()


@dataclass(frozen=True)
class Corpus:
    """All transcripts with the places of all their words.

    index: the words of all, in the order of the transcripts. starts, ends: code points of each word in its transcript;
    the places between two transcripts hold 0.
    """

    transcripts: tuple[Transcript, ...]
    index: WordIndex
    starts: Whole
    ends: Whole

    @classmethod
    def of(cls, transcripts: Sequence[Transcript]) -> Corpus:
        """The corpus of some transcripts; a speaker's label before the words is no word of the text."""
        texts: list[list[str]] = []
        starts: list[int] = [0]
        ends: list[int] = [0]
        for transcript in transcripts:
            forms, places = _forms(transcript)
            texts.append(forms)
            starts += [*(start for start, _ in places), 0]
            ends += [*(end for _, end in places), 0]
        columns = np.array(starts, dtype=np.int64), np.array(ends, dtype=np.int64)
        return cls(tuple(transcripts), WordIndex.of(texts), *columns)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look in."""
        return not self.transcripts


_NOTE = re.compile(r"\[[^\]\n]{0,100}\]|\((?:laugh|pause|sigh|inaudible|unclear|crying|silence|cough)[^)\n]{0,40}\)")
"""What the transcriber put in: sounds, pauses, words in the place of names."""


def _forms(transcript: Transcript) -> tuple[list[str], list[tuple[int, int]]]:
    """The words of a transcript and their places; speakers' labels and the transcriber's notes left out."""
    text = transcript.text
    stretches = [(turn.words, turn.end) for turn in transcript.turns] or [(0, len(text))]
    forms: list[str] = []
    places: list[tuple[int, int]] = []
    for start, end in stretches:
        at = start
        notes = [note.span() for note in _NOTE.finditer(text, start, end)] if "[" in text or "(" in text else []
        for low, high in [*notes, (end, end)]:
            for found in WORD.finditer(text, at, low):
                forms.append(form_of(found.group()))
                places.append(found.span())
            at = high
    return forms, places
