"""Whether shares in per cent come out of the numbers beside them, and have such numbers: `sample-arithmetic`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark
from trellis.core.segment import Segment
from trellis.review.counts import NUMBER, NUMBERS, number_of
from trellis.review.material import Material
from trellis.review.prose import CITATION, SectionKind
from trellis.review.unheard import is_reporting

_PROSE = (SectionKind.FRONT, SectionKind.METHODS, SectionKind.FINDINGS, SectionKind.DISCUSSION)
_TOLD = (SectionKind.FRONT, SectionKind.FINDINGS, SectionKind.DISCUSSION)
_TEN = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
_N = rf"(?:\d{{1,4}}|{_TEN}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_PER_CENT = r"(?:%|per ?cent\b)"
_P = rf"\d{{1,3}}(?:\.\d+)?\s*{_PER_CENT}"
_NOT_ROUND = r"(?<![\d.~<>])"
_PAIRS = (
    re.compile(
        rf"(?<![\w.,-])(?P<part>{_N})\s*(?:/|of(?: the| all| our)?"
        rf"|out of(?: the)?)\s*(?P<whole>{_N})\b[^().%;:]{{0,40}}"
        rf"(?:\(\s*|, or |, that is,? |, i\.e\.,? ?)(?P<share>{_P})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_NOT_ROUND}(?P<share>{_P})[^().%;:]{{0,40}}\(\s*(?P<part>{_N})\s*(?:/|of(?: the)?"
        rf"|out of)\s*(?P<whole>{_N})\b",
        re.IGNORECASE,
    ),
)
"""Part, whole and share: "12 of the 30 workers (40%)", "twelve out of thirty, or 40 per cent", "40% (12 of 30)"."""
_OF_BASE = re.compile(
    rf"{_NOT_ROUND}(?P<share>{_P})\s+of\s+(?:the|all|our|these|those)\s+(?P<whole>{_N})\b", re.IGNORECASE
)
_ROUGHLY = re.compile(
    r"\b(?:about|around|roughly|nearly|almost|over|more than|less than|under|at least|some|up to)\s*$", re.IGNORECASE
)
_SHARE = re.compile(rf"{_NOT_ROUND}(?P<share>{_P})(?!\s+of\b)", re.IGNORECASE)
_RATE = re.compile(
    r"\b(?:pay|wage|salary|salaries|rent|budget\w*|inflation|interest|tax|time|week|day|cut|rise|target|full[- ]time"
    r"|a year"
    r"|per year|confidence|agreement|kappa|rounded)\b",
    re.IGNORECASE,
)
_NEAR = 3
"""Sentences before a share in which its numbers may stand."""


def shares_told(material: Material) -> Iterator[Remark]:
    """Shares whose part and whole stand beside them in figures or words, and that come to something else."""
    for sentence in material.sentences(*_PROSE):
        words = material.authors_words(sentence)
        if "%" not in words and "cent" not in words:
            continue
        if CITATION.search(words):
            continue
        pairs = [found for pattern in _PAIRS for found in pattern.finditer(words)]
        for found in pairs:
            part, whole = _value(found["part"]), _value(found["whole"])
            if whole and part <= whole and not _fits(part, whole, found["share"]) and not _is_rough(words, found):
                yield _unlike(material, sentence, found.span(), (part, whole, found["share"]))
        yield from _of_bases(material, sentence, words, [found.span() for found in pairs])


def _of_bases(material: Material, sentence: Segment, words: str, told: list[tuple[int, int]]) -> Iterator[Remark]:
    """Shares "of the ten" beside another one, of another whole, that tells how many they are of."""
    found = [each for each in _OF_BASE.finditer(words) if not any(a <= each.start() < b for a, b in told)]
    if len(found) < 2:
        return
    taken = [each.span("whole") for each in found]
    numbers = [number_of(n) for n in NUMBER.finditer(words) if not any(a <= n.start() < b for a, b in taken)]
    parts = [n for n in numbers if any(_fits(n, _value(each["whole"]), each["share"]) for each in found)]
    for each in found:
        whole = _value(each["whole"])
        if parts and whole and not any(_fits(n, whole, each["share"]) for n in parts) and not _is_rough(words, each):
            yield _unlike(material, sentence, each.span(), (parts[0], whole, each["share"]))


def _unlike(material: Material, sentence: Segment, at: tuple[int, int], told: tuple[int, int, str]) -> Remark:
    part, whole, share = told
    said = f"{part} of {whole} are {100 * part / whole:.0f} per cent; the text says {_number(share):g}."
    spot = material.prose.spot(sentence.start + at[0], sentence.start + at[1])
    return Remark("sample-arithmetic", Level.WRONG, said, (spot,), rank=6)


def _fits(part: int, whole: int, share: str) -> bool:
    return whole > 0 and abs(100 * part / whole - _number(share)) <= 1


def _number(share: str) -> float:
    return float(re.split(r"[^\d.]", share)[0])


def _is_rough(words: str, found: re.Match[str]) -> bool:
    return _ROUGHLY.search(words[: found.start("share")]) is not None


def _value(written: str) -> int:
    found = NUMBER.match(written)
    return number_of(found) if found else 0


def without_base(material: Material) -> Iterator[Remark]:
    """Shares among the results beside which, and in the sentences right before, no number says of how many."""
    for sentence in material.sentences(*_TOLD):
        words = material.authors_words(sentence)
        found = _SHARE.search(words)
        if found is None or CITATION.search(words) or _RATE.search(words) or not is_reporting(material.prose, sentence):
            continue
        passage = material.prose.manuscript.passage_at(sentence.start)
        before = [s for s in material.prose.sentences(passage.start, sentence.start) if s.end <= sentence.start][
            -_NEAR:
        ]
        around = " ".join(material.prose.words(each) for each in (*before, sentence))
        if NUMBER.search(_SHARE.sub(" ", around)):
            continue
        said = f"“{found['share'].strip()}” of how many? No number stands beside it."
        spot = material.prose.spot(sentence.start + found.start(), sentence.start + found.end())
        yield Remark("sample-arithmetic", Level.SAY_WHY, said, (spot,), rank=4)
