"""Whether clauses that count off a whole ("two had …, five were … and one was …") come to it: `sample-arithmetic`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trellis.core.review import Level, Remark
from trellis.core.segment import Segment
from trellis.review.counts import NUMBER, NUMBERS, number_of
from trellis.review.material import Material
from trellis.review.prose import CITATION, SectionKind

_PROSE = (SectionKind.FRONT, SectionKind.METHODS, SectionKind.FINDINGS, SectionKind.DISCUSSION)
_WORD = "|".join(sorted(NUMBERS, key=len, reverse=True))
_STATE = (
    r"(?:were|was|had|has|have|held|worked|lived|came|went|could|did|chose|wanted|asked|took|left|moved|stayed|refused"
    r"|declined|withdrew|died|dropped|saw|said|thought|felt|told|spoke|described|named|preferred|would)"
)
PART = re.compile(
    rf"(?P<lead>^|[,:;]\s+(?:and\s+)?|\band\s+)(?P<n>{_WORD}|\d{{1,3}})\s+(?:of (?:them|these|whom)\s+"
    rf"|more\s+)?{_STATE}\b",
    re.IGNORECASE,
)
"""A clause that counts some of a whole: "five were", "and one had"."""
_WHOLE = re.compile(
    rf"^\s*(?P<how>Of|None of|All of|Among|All)\s+(?:the|these|our|all)?\s*(?P<n>{_WORD}|\d{{1,3}})\b", re.IGNORECASE
)
_LISTED = re.compile(
    rf"\b(?P<whole>{_WORD}|\d{{1,3}}) (?:\w+ )?(?P<noun>[a-z]+s)\b(?P<between>[^.;:]{{0,60}}?)"
    rf"(?P<list>\b(?:(?:{_WORD}|\d{{1,3}}), ){{1,8}}(?:{_WORD}|\d{{1,3}}),? and (?:{_WORD}|\d{{1,3}}))\b(?! \w+s\b)",
    re.IGNORECASE,
)
"""A whole and a bare list of numbers: "the nine wards are spread over them two, three and four"."""
_AND_THE_REST = re.compile(
    rf"^\s*(?P<first>{_WORD}|\d{{1,3}}) of (?:the|our|these) (?P<whole>{_WORD}|\d{{1,3}}) [^.;:]{{3,90}}?\b(?:and"
    rf"|while|but)"
    rf" (?P<second>{_WORD}|\d{{1,3}}) (?:the|an?|held|were|was|had|in|at|worked|lived|did)\b",
    re.IGNORECASE,
)
"""Two parts of a whole, one after the other: "five of the nine have keys and four a card"."""
_BEHIND_COLON = re.compile(
    rf"(?:^|[,;]\s+|\band\s+|\bbut\s+)(?P<n>{_WORD}|\d{{1,3}})\s+(?:of (?:them|these|whom)\s+)?"
    rf"(?:{_STATE}|could)\b[^.;:]{{0,60}}:\s+(?=(?:{_WORD}|\d{{1,3}})\s)",
    re.IGNORECASE,
)
"""A clause that counts some, and a colon before those who they are: "three were not seen: one had moved …"."""
_LOOSE = re.compile(
    r"\b(?:also|at least|more than|some of|both|several|others?|the rest|overlap\w*|about|and also|among them"
    r"|including)\b",
    re.IGNORECASE,
)
_STAYED = re.compile(
    rf"^\s*(?:The (?:other|remaining) )?(?P<n>{_WORD}|\d{{1,3}})\s+(?:\w+ )?(?:were|was|took part|remained|completed"
    rf"|stayed|came|agreed"
    r"|could be)\b[^.;:]{0,30}?\b(?:seen|interviewed|followed up|in both|twice|again|took part|remained|part|left"
    r"|second|interviews?)\b",
    re.IGNORECASE,
)
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Counted:
    """A whole and the clauses that count it off. how: the word before the whole. start, end: in the sentence."""

    whole: int
    how: str
    parts: tuple[int, ...]
    start: int
    end: int


def counted_off(material: Material) -> Iterator[Remark]:
    """Wholes whose parts, counted off clause by clause in their sentence, come to more, or after a colon to less."""
    sentences = list(material.sentences(*_PROSE))
    for n, sentence in enumerate(sentences):
        words = material.authors_words(sentence)
        told = _counted_behind_colon(words) or _counted(words)
        if told is None or CITATION.search(words):
            continue
        adds = sum(told.parts)
        after = material.authors_words(sentences[n + 1]) if n + 1 < len(sentences) else ""
        stayed = _STAYED.match(after)
        if stayed is not None and told.how == "of":
            if adds + _value(stayed["n"]) != told.whole and adds != told.whole:
                yield _lost(material, sentence, told, _value(stayed["n"]))
        elif adds > told.whole or (adds < told.whole and _is_all(words, told)):
            total = " + ".join(str(part) for part in told.parts)
            said = f"{total} is {adds}; the text says {told.whole}."
            yield _remark(material, sentence, told, said)


def listed(material: Material) -> Iterator[Remark]:
    """Wholes that a bare list of numbers, or a part and the rest, come to more or less than."""
    for sentence in material.sentences(*_PROSE):
        words = material.authors_words(sentence)
        if CITATION.search(words):
            continue
        found = _LISTED.search(words)
        if found is not None and "of " not in found["between"]:
            numbers = tuple(number_of(each) for each in NUMBER.finditer(found["list"]))
            yield from _unequal(material, sentence, _told_of(found, numbers), is_all=True)
        found = _AND_THE_REST.match(words)
        if found is not None and not _LOOSE.search(found.group()):
            yield from _unequal(material, sentence, _told_of(found, (_value(found["first"]), _value(found["second"]))))


def _told_of(found: re.Match[str], numbers: tuple[int, ...]) -> _Counted:
    return _Counted(_value(found["whole"]), "", numbers, found.start(), found.end())


def _unequal(material: Material, sentence: Segment, told: _Counted, *, is_all: bool = False) -> Iterator[Remark]:
    adds = sum(told.parts)
    if adds > told.whole >= max(told.parts) or (is_all and adds < told.whole):
        total = " + ".join(str(part) for part in told.parts)
        yield _remark(material, sentence, told, f"{total} is {adds}; the text says {told.whole}.")


def _counted(words: str) -> _Counted | None:
    """The whole that a sentence begins with, and three clauses or more that count it off to the sentence's end."""
    whole = _WHOLE.match(words)
    parts = list(PART.finditer(words, whole.end())) if whole else []
    if whole is None or len(parts) < _FEWEST or _LOOSE.search(words[whole.end() :]):
        return None
    if "and" not in parts[-1]["lead"] or len(list(NUMBER.finditer(words, parts[0].start("n")))) > len(parts) + 1:
        return None
    numbers = tuple(_value(part["n"]) for part in parts)
    return _Counted(_value(whole["n"]), whole["how"].casefold().split()[0], numbers, whole.start("n"), parts[-1].end())


def _counted_behind_colon(words: str) -> _Counted | None:
    """A clause with a number before a colon, and two clauses or more behind it that count it off to the end."""
    whole = _BEHIND_COLON.search(words)
    parts = list(PART.finditer(words, whole.end() - 1)) if whole else []
    if whole is None or len(parts) < _FEWEST - 1 or _LOOSE.search(words[whole.end() :]):
        return None
    first = re.compile(rf"(?P<n>{_WORD}|\d{{1,3}})\s+{_STATE}\b", re.IGNORECASE).match(words, whole.end())
    if first is not None and parts[0].start("n") != first.start():
        parts = [first, *parts]
    if parts[0].start("n") != whole.end() or "and" not in parts[-1].group().casefold():
        return None
    numbers = tuple(_value(part["n"]) for part in parts)
    return _Counted(_value(whole["n"]), "all", numbers, whole.start("n"), parts[-1].end())


def _is_all(words: str, told: _Counted) -> bool:
    """Whether the clauses are set out as all there is: behind a colon, right after the whole."""
    return ":" in words[told.start : told.end] and told.how != "of"


def _lost(material: Material, sentence: Segment, told: _Counted, stayed: int) -> Remark:
    gone = " + ".join(str(part) for part in told.parts)
    said = f"Of {told.whole}, {gone} are told of and {stayed} more, which is {sum(told.parts) + stayed}."
    return _remark(material, sentence, told, said)


def _remark(material: Material, sentence: Segment, told: _Counted, said: str) -> Remark:
    spot = material.prose.spot(sentence.start + told.start, sentence.start + told.end)
    return Remark("sample-arithmetic", Level.SAY_WHY, said, (spot,), rank=6)


def _value(written: str) -> int:
    found = NUMBER.match(written)
    return number_of(found) if found else 0
