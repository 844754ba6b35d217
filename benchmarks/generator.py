"""The large study, made up from a fixed seed: three waves of 481 people, 1,500 interviews of 8,000 words.

Nothing in it means anything. Its words are made of syllables, drawn by a Zipf distribution, some with diacritics.
The same seed gives the same bytes on every machine. A smaller share has fewer people and interviews of the same length.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

SEED = 20261123
WAVES = ("wave 1", "wave 2", "wave 3")
PEOPLE, INTERVIEWS, CODINGS = 481, 1_500, 200_000
MILLION = 1_000_000
"""Codings of the same interviews, for the counts that are promised over so many."""
WORDS = 8_000
SUB_THEMES = (8, 5, 5, 5, 5, 5, 5, 5, 5, 4, 4, 4)
"""How many sub-themes each of the twelve themes has: sixty in all; the first has the eight of the chart targets."""
CODERS = ("Ana", "Bo", "Cleo", "Dov", "Edda")
REGIONS = ("east", "north", "south", "west", "centre", "islands")
AGES = ("18 to 29", "30 to 44", "45 to 59", "60 and over")
INTERVIEWER = "INT"
VOCABULARY = 12_000
FILLED = 1_000 / (PEOPLE * len(WAVES))
"""Share of the places of a chart that have a cell: 1,000 of the 1,443 of each sub-theme, 60,000 in all."""
STATEMENTS = 3

_ONSETS = ("b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z")
_CLUSTERS = ("br", "dr", "kl", "pl", "st", "tr")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")
_MARKED = {"a": "ä", "e": "é", "o": "ö", "u": "ü"}
_MEAN_CODING = 283


@dataclass(frozen=True, slots=True)
class Scale:
    """A share of the large study. percent: 1, 10, 100 (or any other)."""

    percent: int

    def share(self, whole: int) -> int:
        """That share of a number, at least 1."""
        return max(1, round(whole * self.percent / 100))

    @property
    def people(self) -> int:
        """How many people take part."""
        return self.share(PEOPLE)

    @property
    def interviews(self) -> int:
        """How many interviews there are: everybody in each wave, and second sittings in the last one."""
        return max(self.share(INTERVIEWS), self.people * len(WAVES))


@dataclass(frozen=True, slots=True)
class Interview:
    """Which interview it is. wave: 0, 1, 2; person: number from 0."""

    number: int
    wave: int
    person: int

    @property
    def file_name(self) -> str:
        """The name of its transcript."""
        return f"interview {self.number:04}.txt"


@dataclass(frozen=True, slots=True)
class CodingDraft:
    """A coding to be made. interview, theme, coder: numbers from 0; start, end: code points."""

    interview: int
    start: int
    end: int
    theme: int
    coder: int


def _random(*about: object) -> random.Random:
    # A text as the seed is hashed by SHA-512, the same everywhere; an object's own hash is not.
    return random.Random(":".join(map(str, (SEED, *about))))


@cache
def vocabulary() -> tuple[str, ...]:
    """Nonsense words, the most frequent first; about one in twenty carries a diacritic."""
    chosen = _random("vocabulary")
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        syllables = 1 + (len(words) > 120) + (chosen.random() < 0.5) + (len(words) > 4_000)
        word = "".join(chosen.choice(_ONSETS + _CLUSTERS) + chosen.choice(_VOWELS) for _ in range(syllables))
        if chosen.random() < 0.3:
            word += chosen.choice(("n", "s", "r", "l"))
        if chosen.random() < 0.08:
            word = "".join(_MARKED.get(letter, letter) if at % 3 == 1 else letter for at, letter in enumerate(word))
        words[word] = None
    return tuple(words)


@cache
def _weights() -> tuple[float, ...]:
    return tuple(accumulate(1 / (rank + 2.7) for rank in range(1, VOCABULARY + 1)))


@cache
def people() -> tuple[str, ...]:
    """The label of each person in the transcripts: a name that is no word of the vocabulary."""
    chosen = _random("people")
    names: dict[str, None] = {}
    while len(names) < PEOPLE:
        name = "".join(chosen.choice(_ONSETS + _CLUSTERS) + chosen.choice(_VOWELS) for _ in range(3)).capitalize()
        if name.casefold() not in vocabulary():
            names[name] = None
    return tuple(names)


def interviews(scale: Scale) -> list[Interview]:
    """The interviews of a share of the study, in the order of their numbers."""
    count = scale.people
    return [
        Interview(number, min(number // count, len(WAVES) - 1), number % count) for number in range(scale.interviews)
    ]


def transcript(interview: Interview, words: int = WORDS) -> str:
    """The text of an interview: turns of "INT:" and of the person by name, a blank line between them."""
    chosen = _random("transcript", interview.number)
    drawn = chosen.choices(vocabulary(), cum_weights=_weights(), k=words)
    turns: list[str] = []
    at = 0
    while at < words:
        asks = len(turns) % 2 == 0
        long = chosen.randint(8, 32) if asks else chosen.randint(20, 130)
        label = INTERVIEWER if asks else people()[interview.person]
        turns.append(f"{label}: {_sentences(drawn[at : at + long], '?' if asks else '.')}")
        at += long
    return "\n\n".join(turns) + "\n"


def _sentences(words: list[str], ending: str) -> str:
    said = (" ".join(words[at : at + 14]) for at in range(0, len(words), 14))
    return " ".join(f"{sentence[:1].upper()}{sentence[1:]}{ending}" for sentence in said)


def write_transcripts(folder: Path, scale: Scale) -> list[list[Path]]:
    """Writes the transcripts, a folder a wave; the paths wave by wave. Those that are there are left alone."""
    waves: list[list[Path]] = [[] for _ in WAVES]
    for interview in interviews(scale):
        path = folder / WAVES[interview.wave] / interview.file_name
        waves[interview.wave].append(path)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(transcript(interview), encoding="utf-8")
    return waves


def codings(count: int, lengths: list[int], about: str = "codings") -> Iterator[CodingDraft]:
    """Codings at random places. lengths: code points of each interview's text. about: names another such draw."""
    chosen = _random(about)
    themes = sum(SUB_THEMES)
    for _ in range(count):
        interview = chosen.randrange(len(lengths))
        long = min(20 + int(chosen.expovariate(1 / (_MEAN_CODING - 20))), lengths[interview] - 1)
        start = chosen.randrange(lengths[interview] - long)
        yield CodingDraft(interview, start, start + long, int(themes * chosen.random() ** 1.5), chosen.randrange(5))


def region(person: int) -> str:
    """Where a person lives."""
    return REGIONS[_random("region", person).randrange(len(REGIONS))]


def age(person: int) -> str:
    """A person's age band."""
    return AGES[_random("age", person).randrange(len(AGES))]


def in_work(person: int, wave: int) -> bool:
    """Whether a person is in work in a wave."""
    return _random("work", person, wave).random() < 0.6


def is_filled(theme: int, person: int, wave: int) -> bool:
    """Whether the chart has a cell here."""
    return _random("cell", theme, person, wave).random() < FILLED


def statements(theme: int, person: int, wave: int) -> tuple[str, ...]:
    """What a cell says: three lines of a dozen words."""
    chosen = _random("statement", theme, person, wave)
    drawn = chosen.choices(vocabulary(), cum_weights=_weights(), k=12 * STATEMENTS)
    return tuple(_sentences(drawn[12 * n : 12 * (n + 1)], ".") for n in range(STATEMENTS))
