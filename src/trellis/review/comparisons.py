"""Comparisons of places and the like that the authors state: `contrast-one-sided`, `contrast-confounded`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark
from trellis.core.segment import Segment
from trellis.review.attributions import ROLE_NOUNS, Named
from trellis.review.claims import CONTRAST, is_a_place
from trellis.review.material import Material
from trellis.review.people import tokens_of
from trellis.review.prose import CITATION, SectionKind
from trellis.review.quotations import Quotation
from trellis.review.rounds import rounds_of
from trellis.review.unheard import is_reporting
from trellis.review.word_kinds import PERCEIVED, phrases

_WHERE = (SectionKind.FRONT, SectionKind.FINDINGS, SectionKind.DISCUSSION)
_SILENCE = re.compile(
    r"\b(?:who|and|which|they|but) (?:made no mention|did not mention|never mentioned|said nothing (?:of|about)"
    r"|did not speak of|were silent (?:on|about)|had nothing to say (?:on|about|of))\b",
    re.IGNORECASE,
)
_ASKED = phrases("asked / question\\w* / guides? / topics?")
_THAN_OTHERS = re.compile(
    r"\b(?:more|less|fewer|\w{3,}er)\b(?: \w+){0,4} than (?:(?:of|in|at|among|for|by|with|from) )?(?:the |all )?"
    r"(?:others?|rest|elsewhere)\b",
    re.IGNORECASE,
)
_NO_CLAIM = phrases("might / may / would / could / should / whether / if / perhaps / cannot / can not / not")
_OVERLAP = 0.35
_FEWEST = 2


def _compared(material: Material) -> Iterator[tuple[Segment, str, str, list[Named]]]:
    """Sentences that state a difference between values of one attribute of places, terms or the like."""
    rounds = {each.attribute for each in rounds_of(material.sample)}
    for sentence in material.sentences(*_WHERE):
        words = material.authors_words(sentence)
        if not CONTRAST.search(words) or CITATION.search(words) or not is_reporting(material.prose, sentence):
            continue
        if PERCEIVED.search(words) or _NO_CLAIM.search(words):
            continue
        sides: dict[str, list[Named]] = {}
        for named, _ in material.lexicon.mentions(words):
            known = sides.setdefault(named.attribute, [])
            if not any(named.values & each.values for each in known):
                known.append(named)
        for attribute, found in sides.items():
            if len(found) > 1 and attribute not in rounds and all(map(_may_part, found)):
                yield sentence, words, attribute, found
                break


def _may_part(named: Named) -> bool:
    """Whether people may differ by it since they are somewhere, or on some terms; not by what they are."""
    is_role = any(ROLE_NOUNS & set(tokens_of(value)) for value in named.values)
    return is_a_place(named) and len(named.values) == 1 and not is_role


def confounded_values(material: Material) -> Iterator[Remark]:
    """Differences between two values that go together with another attribute in the sample."""
    for sentence, _, attribute, sides in _compared(material):
        other = next(
            (name for name in material.sample.attributes if _goes_with(material, attribute, sides, name)), None
        )
        if other is None:
            continue
        one, two = sides[0].written, sides[1].written
        said = f"The sentence sets {one} against {two}; in the sample they differ by {other} too."
        spot = material.prose.spot(sentence.start, sentence.end)
        yield Remark("contrast-confounded", Level.LOOK, said, (spot,), rank=4)


def _goes_with(material: Material, attribute: str, sides: list[Named], name: str) -> bool:
    """Whether people of two values have hardly a value of another attribute in common."""
    values = {attribute: material.sample.values[attribute], name: material.sample.values[name]}
    pairs = {(v, w) for p in material.sample.people for v in p.of(attribute) for w in p.of(name)}
    if all(len({pair for pair in pairs if pair[n] == v}) < 2 for n, a in enumerate(values) for v in values[a]):
        return False  # another name for the same
    if name == attribute or not 2 <= len(material.sample.values[name]) <= len(material.sample.people) / 3:
        return False
    shares: list[dict[str, float]] = []
    for side in sides[:2]:
        held = [v for p in material.sample.people if side.values & set(p.of(attribute)) for v in p.of(name)]
        if len(held) < _FEWEST:
            return False
        shares.append({value: held.count(value) / len(held) for value in held})
    return sum(min(share, shares[1].get(value, 0.0)) for value, share in shares[0].items()) <= _OVERLAP


def nothing_beside(material: Material) -> Iterator[Remark]:
    """Differences between places of which one is neither quoted nor spoken of beside them, and another is."""
    for sentence, _, attribute, sides in _compared(material):
        if material.prose.section(sentence.start).kind is not SectionKind.FINDINGS:
            continue
        told = [_is_told_of(material, sentence, attribute, side) for side in sides]
        if not any(told) or all(told):
            continue
        silent = sides[told.index(False)].written
        said = (
            f"The sentence sets {sides[0].written} against {sides[1].written}; nothing of {silent} is told beside it."
        )
        spot = material.prose.spot(sentence.start, sentence.end)
        yield Remark("contrast-one-sided", Level.SAY_WHY, said, (spot,), rank=5)


def _is_told_of(material: Material, sentence: Segment, attribute: str, side: Named) -> bool:
    """Whether the passage of a sentence quotes a side, or speaks of it in another sentence."""
    passage = material.prose.manuscript.passage_at(sentence.start)
    quoted = [q for q in material.quotations if passage.start <= q.start < passage.end or q.claim == sentence]
    if any(_is_of(material, quotation, attribute, side) for quotation in quoted):
        return True
    others = [s for s in material.prose.sentences(passage.start, passage.end) if s != sentence]
    mentioned = (named for each in others for named, _ in material.lexicon.mentions(material.authors_words(each)))
    return any(named.attribute == attribute and named.values & side.values for named in mentioned)


def _is_of(material: Material, quotation: Quotation, attribute: str, side: Named) -> bool:
    return bool(material.values_of(material.speakers[quotation.n], attribute) & side.values)


def against_others(material: Material) -> Iterator[Remark]:
    """Sentences that set a place or kind of team against all others and quote nobody but its own."""
    for sentence in material.sentences(SectionKind.FINDINGS):
        words = material.authors_words(sentence)
        if not _THAN_OTHERS.search(words) or CITATION.search(words):
            continue
        sides = [n for n, _ in material.lexicon.mentions(words) if n.attribute not in material.role_attributes]
        quoted = [q for q in material.quotations if q.claim == sentence]
        side = next((each for each in sides if _may_part(each)), None)
        if side is None or not quoted or not all(_is_of(material, q, side.attribute, side) for q in quoted):
            continue
        said = f"The sentence sets {side.written} against others; nobody of the others is quoted for it."
        spot = material.prose.spot(sentence.start, sentence.end)
        yield Remark("contrast-one-sided", Level.SAY_WHY, said, (spot,), rank=5)


def by_silence(material: Material) -> Iterator[Remark]:
    """Comparisons in which one side is said to be otherwise since it did not mention something."""
    for sentence in material.sentences(SectionKind.FINDINGS, SectionKind.DISCUSSION):
        words = material.authors_words(sentence)
        if not CONTRAST.search(words) or not _SILENCE.search(words) or CITATION.search(words) or _ASKED.search(words):
            continue
        said = "The sentence takes it for a difference that one side did not speak of it; were they asked?"
        spot = material.prose.spot(sentence.start, sentence.end)
        yield Remark("contrast-one-sided", Level.SAY_WHY, said, (spot,), rank=5)


def concluded_of_one(material: Material) -> Iterator[Remark]:
    """Comparisons of two groups in the discussion of which one is quoted nowhere in the findings."""
    for sentence in material.sentences(SectionKind.DISCUSSION):
        words = material.authors_words(sentence)
        if not CONTRAST.search(words) or CITATION.search(words):
            continue
        groups = [n for n, _ in material.lexicon.mentions(words) if n.attribute in material.role_attributes]
        if len(groups) < 2 or groups[0].values & groups[1].values or _NO_CLAIM.search(words):
            continue
        heard = [any(_is_of(material, q, g.attribute, g) for q in material.in_findings) for g in groups[:2]]
        if heard[0] == heard[1]:
            continue
        silent = groups[heard.index(False)].written
        said = f"The sentence sets {groups[0].written} against {groups[1].written}; nobody of {silent} is quoted."
        spot = material.prose.spot(sentence.start, sentence.end)
        yield Remark("contrast-one-sided", Level.SAY_WHY, said, (spot,), rank=6)
