"""Whether two sentences that say the same of one group give it the same number: `quantifier-unbased`.

A quantifier of one ("most workers carried more than was agreed") is held against the count of the other ("three workers
named a larger number than the one agreed"), and a count against a count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from trellis.core.review import Level, Remark
from trellis.core.segment import Segment
from trellis.core.wording import stem_of, words_in
from trellis.review.attributions import Named
from trellis.review.counts import NUMBER, counts_in, number_of
from trellis.review.material import Material
from trellis.review.parts import PART
from trellis.review.prose import CITATION, SectionKind
from trellis.review.unheard import is_reporting
from trellis.review.word_kinds import NEGATIONS, SMALL, words

_WHERE = (SectionKind.FRONT, SectionKind.FINDINGS, SectionKind.DISCUSSION)
_AMOUNT = re.compile(
    rf"\b(?P<how>nearly all|almost all|all|most|the (?:vast |great )?majority|few|none|hardly any|a minority"
    rf"|more than half|fewer than half"
    rf"|half)\b(?: of)?(?: the| our)?(?:\s+(?P<base>{NUMBER.pattern}))?",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"(?P<part>\b(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)) of (?:the|our|these) $", re.IGNORECASE)
_WHOLE = re.compile(r"\b(?:all|all of|all the|each|none of|of the|the|both|our|these|those)(?: the)? $", re.IGNORECASE)
_LOWEST = {"nearly all": 0.75, "almost all": 0.75, "all": 0.9, "most": 0.5, "more than half": 0.5}
_HIGHEST = {"few": 0.4, "none": 0.0, "hardly any": 0.25, "a minority": 0.5, "fewer than half": 0.5}
_SHARED = 3
_OFTEN = 0.12
_MOST_NUMBERS = 5
_MOST_CLAUSES = 1
_RARE = 3
_NEAR = 3
_ENOUGH = 0.5
_DULL = SMALL | words(
    """they them their there he she him her his we us our you your i so do does did have has had not could would said
    say told spoke one two three four five six seven eight nine ten eleven twelve all most some many several few nearly
    almost both other others another because what who whom when where than then also more less as by but if no nor or
    about into from"""
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence that gives a number or quantifier of a group. low, high: shares of `base` people."""

    sentence: Segment
    written: str
    values: frozenset[str]
    low: float
    high: float
    base: int
    is_counted: bool
    stems: frozenset[str]
    is_front: bool


def otherwise(material: Material) -> Iterator[Remark]:
    """Sentences on one group that say the same in the same words and give it a number that cannot be both."""
    if not material.sample.people:
        return
    said = _Paper(material).said
    told: set[Segment] = set()
    for one in said:
        other = next((each for each in said if _differs(one, each)), None)
        if other is None or other.sentence in told:
            continue
        told.add(one.sentence)
        spots = tuple(material.prose.spot(each.sentence.start, each.sentence.end) for each in (one, other))
        words_told = f"“{one.written}” here; elsewhere, of what seems the same, “{other.written}”."
        yield Remark("quantifier-unbased", Level.SAY_WHY, words_told, spots, rank=5)


@dataclass(frozen=True)
class _Paper:
    """The sentences of a manuscript that give numbers of groups."""

    material: Material

    @cached_property
    def said(self) -> list[_Said]:
        return [each for sentence in self.material.sentences(*_WHERE) for each in self._of(sentence)]

    @cached_property
    def dull(self) -> frozenset[str]:
        """The stems that stand in so many of the paper's sentences that they tell nothing of what one is about."""
        sentences = list(self.material.sentences(*_WHERE))
        counts = Counter(stem for each in sentences for stem in _stems(self.material.authors_words(each)))
        return frozenset(stem for stem, n in counts.items() if n > max(_OFTEN * len(sentences), _RARE))

    def _of(self, sentence: Segment) -> Iterator[_Said]:
        text = self.material.authors_words(sentence)
        if CITATION.search(text) or not is_reporting(self.material.prose, sentence):
            return
        if len(list(NUMBER.finditer(text))) > _MOST_NUMBERS or len(list(PART.finditer(text))) > _MOST_CLAUSES:
            return  # of a list of numbers it cannot be told which one a word belongs to
        amounts = [self._amount(text, found) for found in _AMOUNT.finditer(text)]
        for amount in [*amounts, *_counts(self.material, text)]:
            if amount is None or not amount.base:
                continue
            stems = _stems(text) - self.dull - {stem_of(w.form) for w in words_in(amount.named.written)}
            is_front = self.material.prose.section(sentence.start).kind is SectionKind.FRONT
            yield _Said(
                sentence, amount.written, amount.named.values, amount.low, amount.high, amount.base, amount.is_counted,
                frozenset(stems), is_front,
            )  # fmt: skip

    def _amount(self, text: str, found: re.Match[str]) -> _Amount | None:
        named = _behind(self.material, text, found.end())
        if named is None or _is_narrowed(text, found.end(), named):
            return None
        how = found["how"].casefold().removeprefix("the ").replace("vast ", "").replace("great ", "")
        how = how.replace("majority", "most")
        base = NUMBER.fullmatch(found["base"]) if found["base"] else None
        size = number_of(base) if base else _size(self.material, named)
        written = " ".join(text[found.start() : found.end()].split())
        low, high = _LOWEST.get(how, 0.0), _HIGHEST.get(how, 1.0)
        return _Amount(f"{written} {named.written}", named, low, high, size, is_counted=False)


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number or quantifier of a group, as shares of a base."""

    written: str
    named: Named
    low: float
    high: float
    base: int
    is_counted: bool


def _counts(material: Material, text: str) -> Iterator[_Amount]:
    """Numbers of a group: "four of the ten staff", "of the ten staff … four", "four staff"."""
    counts = counts_in(material, text)
    for count in counts:
        named = next((n for n in count.named if n.attribute in material.role_attributes), None)
        if named is None or len(count.named) > 1:
            continue
        lead = text[: count.start]
        part = _PART_OF.search(lead)
        first = NUMBER.search(text, count.end) if re.match(r"\s*of (?:the|our|these) $", lead, re.IGNORECASE) else None
        written = " ".join(text[count.start : count.end].split())
        if part is not None and (n := NUMBER.fullmatch(part["part"])):
            yield _exactly(f"{part.group().strip()} {written}", named, number_of(n), count.n)
        elif first is not None and not first["digits"]:
            yield _exactly(f"{first.group()} of the {written}", named, number_of(first), count.n)
        elif not _WHOLE.search(lead):
            yield _exactly(written, named, count.n, _size(material, named))


def _exactly(written: str, named: Named, n: int, base: int) -> _Amount:
    share = n / base if base else 0.0
    return _Amount(written, named, share, share, base if n <= base else 0, is_counted=True)


def _behind(material: Material, text: str, at: int) -> Named | None:
    """The group that follows right away."""
    found = ((n, place) for n, place in material.lexicon.mentions(text) if place >= at)
    near = (n for n, place in found if len(text[at:place].split()) < _NEAR and n.attribute in material.role_attributes)
    return next(near, None)


def _is_narrowed(text: str, at: int, named: Named) -> bool:
    """Whether what follows a group makes it some of it only ("the seven tenants whom we saw twice")."""
    place = text.find(named.written, at)
    behind = text[place + len(named.written) :] if place >= 0 else ""
    return re.match(r"\s+(?:who|whom|whose|that|which|seen|interviewed|heard|we|at|in|from|with)\b", behind) is not None


def _size(material: Material, named: Named) -> int:
    return sum(bool(named.values & set(person.of(named.attribute))) for person in material.sample.people)


def _stems(text: str) -> set[str]:
    return {stem_of(word.form) for word in words_in(text) if word.form not in _DULL and word.form not in NEGATIONS}


def _differs(one: _Said, other: _Said) -> bool:
    """Whether two sentences speak of one group and thing, and the first one's number cannot be the second's count."""
    if one.sentence == other.sentence or not other.is_counted or (one.is_counted and not one.is_front):
        return False
    if not (one.values <= other.values or other.values <= one.values):
        return False
    shared = one.stems & other.stems
    if len(shared) < _SHARED or len(shared) < _ENOUGH * min(len(one.stems), len(other.stems)):
        return False
    share = other.low * other.base / one.base
    return not one.low - 0.01 <= share <= one.high + 0.01


def paired_otherwise(material: Material) -> Iterator[Remark]:
    """Sentences of an abstract on two groups of which a finding counts one alike and the other otherwise."""
    if not material.sample.people:
        return
    said = _Paper(material).said
    front = _by_sentence(each for each in said if each.is_front)
    body = _by_sentence(each for each in said if not each.is_front)
    for ones in front.values():
        pairs = [found for others in body.values() if (found := _pair(ones, others)) is not None]
        unlike = [found for found in pairs if not found[2]]
        if not unlike or len(unlike) < len(pairs):
            continue
        one, other, _ = unlike[0]
        spots = tuple(material.prose.spot(each.sentence.start, each.sentence.end) for each in (one, other))
        told = f"“{one.written}” here; elsewhere, beside the same group, “{other.written}”."
        yield Remark("quantifier-unbased", Level.SAY_WHY, told, spots, rank=5)


def _by_sentence(said: Iterable[_Said]) -> dict[Segment, list[_Said]]:
    made: dict[Segment, list[_Said]] = {}
    for each in said:
        made.setdefault(each.sentence, []).append(each)
    return made


def _pair(ones: list[_Said], others: list[_Said]) -> tuple[_Said, _Said, bool] | None:
    """Two amounts of one group, where another group has the same amount in both sentences, and whether they agree."""
    same = [(a, b) for a in ones for b in others if a.values == b.values]
    alike = {a.values for a, b in same if (a.low, a.high, a.base) == (b.low, b.high, b.base)}
    rest = [(a, b) for a, b in same if a.values not in alike and b.is_counted]
    if not alike or len({a.values for a, _ in same}) < 2:
        return None
    if not rest:
        a, b = same[0]
        return a, b, True
    a, b = rest[0]
    return a, b, a.low - 0.01 <= b.low * b.base / a.base <= a.high + 0.01
