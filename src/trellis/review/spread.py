"""Whether a sample is spread over values and months as the text says: `sample-arithmetic`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from trellis.core.review import Level, Remark
from trellis.core.segment import Segment
from trellis.review.counts import NUMBER, number_of
from trellis.review.material import Material
from trellis.review.people import month_of
from trellis.review.prose import CITATION, SectionKind

_FEWEST = 3
_FEWEST_ROUNDS = 2
_NEAR = 5
_MOST_VALUES = 12
_DATED_SHARE = 0.9
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_IN_MONTHS = re.compile(
    rf"\b(?:from|between|in)\s+(?P<m1>{_MONTH})(?:\s+(?P<y1>(?:19|20)\d\d))?"
    rf"(?:\s*(?:to|and|until|[–-])\s*(?P<m2>{_MONTH})(?:\s+(?P<y2>(?:19|20)\d\d))?)?"
)
_NTH = re.compile(
    r"\b(?P<n>\d{1,3})(?:st|nd|rd|th)\s+(?:interview|participant|interviewee|transcript)\b", re.IGNORECASE
)

_PROSE = (SectionKind.FRONT, SectionKind.METHODS, SectionKind.FINDINGS, SectionKind.DISCUSSION)
Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Told:
    """Numbers that a sentence gives, with what each is of. start, end: in the sentence."""

    numbers: tuple[int, ...]
    of: tuple[str, ...]
    start: int
    end: int


def spread_over_values(material: Material) -> Iterator[Remark]:
    """Numbers of three or more values of one attribute that come to as many as the sheet has, split otherwise."""
    for sentence in material.sentences(SectionKind.FRONT, SectionKind.METHODS):
        words = material.authors_words(sentence)
        if CITATION.search(words):
            continue
        for attribute, values in material.sample.values.items():
            told = _of_values(material, words, attribute) if len(values) <= _MOST_VALUES else None
            if told is None:
                continue
            fits = [material.sample.count(attribute, value) for value in told.of]
            is_split = sum(fits) == sum(told.numbers) and tuple(fits) != told.numbers
            if is_split and not _of_some(material, told, attribute):
                yield _unlike(material, sentence, told, fits)


def _of_values(material: Material, words: str, attribute: str) -> _Told | None:
    """The numbers that a sentence gives of different values of an attribute, each right before its value."""
    mentions = [(at, at + len(m.written), m) for m, at in material.lexicon.mentions(words) if m.attribute == attribute]
    numbers = [n for n in NUMBER.finditer(words) if not any(a <= n.start() < b for a, b, _ in mentions)]
    found: list[tuple[re.Match[str], str, int]] = []
    for at, end, named in mentions:
        before = [n for n in numbers if n.end() <= at]
        if len(named.values) != 1 or not before or len(words[before[-1].end() : at].split()) > _NEAR:
            continue
        if not any(before[-1].end() <= other < at for other, _, _ in mentions):
            found.append((before[-1], next(iter(named.values)), end))
    values = tuple(value for _, value, _ in found)
    if len(set(values)) != len(values) or len(values) < _FEWEST:
        return None
    return _Told(tuple(number_of(n) for n, _, _ in found), values, found[0][0].start(), found[-1][2])


def _of_some(material: Material, told: _Told, attribute: str) -> bool:
    """Whether the numbers are right of those who share one value of another attribute."""
    for other, values in material.sample.values.items():
        for value in values if other != attribute else ():
            some = [person for person in material.sample.people if value in person.of(other)]
            if tuple(sum(each in person.of(attribute) for person in some) for each in told.of) == told.numbers:
                return True
    return False


def spread_over_months(material: Material) -> Iterator[Remark]:
    """Numbers of interviews in two or more stretches of months that come to all of them, and are split otherwise."""
    dates = [day for person in material.sample.people for day in person.dates]
    if len(dates) < _DATED_SHARE * len(material.sample.people) or not dates:
        return
    for sentence in material.sentences(SectionKind.FRONT, SectionKind.METHODS):
        words = material.authors_words(sentence)
        told, months = _of_months(words, dates)
        if told is None or CITATION.search(words):
            continue
        fits = [sum(low <= day <= high for day in dates) for low, high in months]
        if sum(fits) == sum(told.numbers) == len(dates) and tuple(fits) != told.numbers:
            yield _unlike(material, sentence, told, fits)


def _of_months(words: str, dates: Sequence[Month]) -> tuple[_Told | None, list[tuple[Month, Month]]]:
    years = {year for year, _ in dates}
    found: list[tuple[re.Match[str], str, int]] = []
    months: list[tuple[Month, Month]] = []
    for stretch in _IN_MONTHS.finditer(words):
        before = [n for n in NUMBER.finditer(words, 0, stretch.start()) if not found or n.start() >= found[-1][2]]
        year2 = stretch["y2"] or stretch["y1"] or (str(next(iter(years))) if len(years) == 1 else "")
        if not before or not year2 or len(words[before[-1].end() : stretch.start()].split()) > _NEAR:
            continue
        low = int(stretch["y1"] or year2), month_of(stretch["m1"])
        high = int(year2), month_of(stretch["m2"] or stretch["m1"])
        found.append((before[-1], stretch.group(), stretch.end()))
        months.append((low, high))
    if len(found) < _FEWEST_ROUNDS or any(a[1] >= b[0] for a, b in pairwise(months)):
        return None, []
    told = tuple(" ".join(where.split()) for _, where, _ in found)
    return _Told(tuple(number_of(n) for n, _, _ in found), told, found[0][0].start(), found[-1][2]), months


def _unlike(material: Material, sentence: Segment, told: _Told, fits: Sequence[int]) -> Remark:
    pairs = zip(told.numbers, fits, told.of, strict=True)
    parts = "; ".join(f"{where}: {n} in the text, {fit} in the sheet" for n, fit, where in pairs if n != fit)
    spot = material.prose.spot(sentence.start + told.start, sentence.start + told.end)
    said = f"The sample is split otherwise in the sheet ({parts})."
    return Remark("sample-arithmetic", Level.WRONG, said, (spot,), rank=6)


def beyond_the_last(material: Material) -> Iterator[Remark]:
    """An interview or participant whose number in the order is higher than there are any."""
    people = material.sample.people
    sources = sum(bool(transcript.people) for transcript in material.finder.corpus.transcripts)
    rows = sum(max(len(person.dates), len(person.minutes), 1) for person in people)
    most = max(rows, sources)
    for sentence in material.sentences(*_PROSE):
        words = material.authors_words(sentence)
        for found in _NTH.finditer(words):
            if people and int(found["n"]) > most and not CITATION.search(words):
                said = f"The text speaks of the {found.group()}; there are {most} at most."
                spot = material.prose.spot(sentence.start + found.start(), sentence.start + found.end())
                yield Remark("sample-arithmetic", Level.WRONG, said, (spot,), rank=6)
