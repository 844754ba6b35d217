"""Who speaks in which transcript: labels and file names held against the sample, interviewers told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from trellis.core.matching import words_of
from trellis.review.people import Sample
from trellis.review.transcripts import Transcript, Turn
from trellis.review.word_kinds import words

_ASKS = 0.4
"""Share of a voice's turns that are questions, from which an unnamed voice of two is taken for the interviewer's."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A stretch of a source as it was read. label: "" where nobody is named; is_asking: it is an interviewer's."""

    start: int
    words: int
    end: int
    label: str
    is_asking: bool


def cast(sources: Iterable[tuple[str, str, Sequence[Heard]]], sample: Sample) -> tuple[Transcript, ...]:
    """Transcripts of sources given by file name, text and stretches, with who speaks as far as that can be known.

    A voice is the person of that name; else the one person whom the sheet or the file's name gives for the source. A
    label that nobody in the sample has, and that stands in several sources, is an interviewer's.
    """
    given = list(sources)
    names = _Names(sample)
    askers = _askers(given, names, sample)
    return tuple(_transcript(name, text, heard, (names, sample, askers)) for name, text, heard in given)


def _askers(given: Sequence[tuple[str, str, Sequence[Heard]]], names: _Names, sample: Sample) -> frozenset[str]:
    sources: dict[str, int] = {}
    for _, _, heard in given:
        for label in {each.label for each in heard if each.label}:
            sources[label] = sources.get(label, 0) + 1
    named = {name.casefold() for name in sample.interviewers}
    several = {
        label for label, count in sources.items() if count >= 3 and names.of(label) is None and not _is_general(label)
    }
    return frozenset({label for label in sources if label.casefold().strip() in named} | several)


_CODE = re.compile(r"[A-Za-z]{1,3} ?\d{1,2}")
"""A label that may number the voices of one source or the people of the study."""


def _is_general(label: str) -> bool:
    """Whether a label says "the one who is interviewed" in every source."""
    return label.casefold().strip(" .:").rstrip("0123456789 ") in _GENERAL


_GENERAL = words(
    """p r s participant respondent interviewee speaker informant patient client carer user worker manager pt ppt
    answer a male female man woman resp part inf"""
)


def _transcript(name: str, text: str, heard: Sequence[Heard], who: tuple[_Names, Sample, frozenset[str]]) -> Transcript:
    names, sample, askers = who
    labelled = any(each.label for each in heard)
    asking = {each.label for each in heard if each.is_asking or each.label in askers}
    voices = [label for label in dict.fromkeys(each.label for each in heard if each.label) if label not in asking]
    by_label = {label: _named(label, names) for label in voices}
    people = _people_of(name, sample, names)
    if not asking:
        asking |= _questioner(text, heard, [label for label in voices if by_label[label] is None])
    answering = [label for label in voices if label not in asking]
    by_label |= {
        label: names.ending(label, people)
        for label in [each for each in voices if each not in asking]
        if by_label[label] is None
    }
    alone = next(iter(people)) if len(people) == 1 else None
    if alone is not None and len(answering) == 1 and _CODE.fullmatch(answering[0].strip(" .:")):
        by_label[answering[0]] = alone  # "P1" where one person speaks is the first to speak, not the study's P1
    if alone is not None and sum(by_label[label] is None for label in answering) == 1:
        by_label |= {label: alone for label in answering if by_label[label] is None}
    elif alone is not None:
        short = [label for label in answering if by_label[label] is None and names.begins(label, alone)]
        by_label |= dict.fromkeys(short, alone) if len(short) == 1 else {}
    turns = []
    for n, each in enumerate(_spoken(heard, labelled=labelled), start=1):
        person = by_label.get(each.label) if labelled else alone
        turns.append(Turn(n, each.start, each.words, each.end, each.label, person, each.label in asking))
    found = frozenset(person for person in by_label.values() if person is not None)
    return Transcript(name, text, tuple(turns), found | people)


def _spoken(heard: Sequence[Heard], *, labelled: bool) -> list[Heard]:
    """The stretches that somebody speaks; in a source with labels, what has none goes with the turn before it."""
    if not labelled:
        return list(heard)
    return [each for each in heard if each.label]


def _named(label: str, names: _Names) -> int | None:
    bare = label.strip().rstrip(":").strip()
    return names.of(bare) if len(bare) > 1 or bare.isdecimal() else None


class _Names:
    """The people of a sample by the words of their names; a name that several have means none of them."""

    def __init__(self, sample: Sample) -> None:
        self._by_words: dict[str, set[int]] = {}
        for n, person in enumerate(sample.people):
            for name in person.names:
                self._by_words.setdefault("".join(words_of(name)), set()).add(n)
        self._by_words.pop("", None)

    def of(self, name: str) -> int | None:
        """Who is called so, case, accents, signs and leading zeros aside."""
        return _only(self._by_words.get("".join(words_of(name)), set()))

    def ending(self, label: str, people: frozenset[int]) -> int | None:
        """Which of some people has a name that ends like this ("P3" of "FG1-P3")."""
        wanted = "".join(words_of(label))
        return _only({n for name, found in self._by_words.items() for n in found & people if name.endswith(wanted)})

    def begins(self, label: str, person: int) -> bool:
        """Whether a label of two letters or more is the beginning of a person's name ("DEN" of "Denise")."""
        wanted = "".join(words_of(label))
        return len(wanted) > 1 and any(n.startswith(wanted) and person in who for n, who in self._by_words.items())

    def within(self, name: str) -> int | None:
        """Whose name stands among the words of a longer one, such as that of a file; the longest name wins."""
        words = words_of(name)
        for size in range(len(words), 0, -1):
            runs = ["".join(words[at : at + size]) for at in range(len(words) - size + 1)]
            found = set().union(*(self._by_words.get(run, set()) for run in runs if size > 1 or not run.isdecimal()))
            if found:
                return _only(found)
        numbered = [self._by_words[word] for word in words if word.isdecimal() and word in self._by_words]
        return _only(numbered[0]) if numbered else None


def _only(found: set[int]) -> int | None:
    return next(iter(found)) if len(found) == 1 else None


def _people_of(name: str, sample: Sample, names: _Names) -> frozenset[int]:
    stem = PurePath(name).stem.casefold()
    listed = {
        n
        for n, person in enumerate(sample.people)
        if any(PurePath(source).stem.casefold() == stem or source.casefold() == stem for source in person.sources)
    }
    if listed:
        return frozenset(listed)
    found = names.within(PurePath(name).stem)
    return frozenset() if found is None else frozenset({found})


def _questioner(text: str, heard: Sequence[Heard], unknown: list[str]) -> set[str]:
    """The voice that mostly asks, where no label tells and there are several voices."""
    asked: dict[str, list[bool]] = {}
    for each in heard:
        if each.label:
            asked.setdefault(each.label, []).append("?" in text[each.words : each.end][-200:])
    if len(asked) < 2:
        return set()
    shares = {label: sum(asked[label]) / len(asked[label]) for label in unknown}
    best = max(sorted(shares), key=lambda label: shares[label], default="")
    return {best} if best and shares[best] >= _ASKS else set()
