"""Whether somebody whom a sentence places somewhere said the words that follow: `attribution-mismatch`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark
from trellis.core.segment import Segment
from trellis.review.attributions import Named
from trellis.review.claims import is_a_place
from trellis.review.material import Material
from trellis.review.prose import CITATION, SectionKind
from trellis.review.quotations import Quotation
from trellis.review.speakers import is_known_everywhere, is_reported
from trellis.review.tellers import speaks_of_document
from trellis.review.word_kinds import SPEECH, phrases

_SOMEBODY = re.compile(
    r"\s*(?:(?:And|But|Yet|Then|Still|Here|There|At first|By contrast|In contrast),?\s+)?"
    r"(?:(?:An?|One|Another|The|This|That|The (?:same|other|first|second|third)|An? (?:first|second|third|fourth"
    r"|fifth|sixth))\b)"
    r"(?:\s+(?!whose\b|where\b)[\w'’-]+){0,5}?,?\s+(?:in|at|from|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before the place of whom a sentence begins with: "One in", "A staff member who ran a group, at"."""
_ANOTHER = phrases(
    "unlike / whereas / while / about / another / others? / who had / colleague / told (?:him|her|them) of"
)
_PRONOUN = re.compile(r"\b(?P<who>he|she)\b", re.IGNORECASE)


def placed_elsewhere(material: Material) -> Iterator[Remark]:
    """Words of somebody whom the sentence, or the one before it for "he" and "she", places where no speaker is."""
    for quotation in material.quotations:
        heard = material.heard(quotation)
        if quotation.section is SectionKind.FRONT or quotation.ascribed.is_explicit or not heard:
            continue
        if not is_known_everywhere(material, quotation) or is_reported(material, quotation):
            continue
        place = _place_of_teller(material, quotation)
        if place is None or place.values & material.values_of(heard, place.attribute):
            continue
        names = "; ".join(material.told(person) for person in sorted(heard)[:3])
        said = f"The sentence places who says it at “{place.written}”; the words were said by {names}."
        words = material.source_words(quotation.readings[0].placed[0])
        yield Remark("attribution-mismatch", Level.SAY_WHY, said, (material.spot(quotation),), (words,), rank=8)


def _place_of_teller(material: Material, quotation: Quotation) -> Named | None:
    """Where the one is who says the words, by the sentence's beginning, or that of the sentence before."""
    claim = quotation.claim
    if claim is None or quotation.start < claim.start or quotation.passage.rows:
        return None
    words = material.authors_words(claim)
    if CITATION.search(words) or speaks_of_document(words, ""):
        return None
    before = words[: quotation.start - claim.start]
    places = _places(material, words)
    if places:
        return _first(places, words, before)
    pronoun = _PRONOUN.search(before)
    kinds = {each["who"].casefold() for each in _PRONOUN.finditer(words)}
    if pronoun is None or _role_in(material, words) or len(kinds) > 1:
        return None
    lead = _sentence_before(material, claim)
    told = material.authors_words(lead) if lead else ""
    return _first(_places(material, told), told, told) if told and not CITATION.search(told) else None


def _first(places: list[tuple[Named, int]], words: str, before: str) -> Named | None:
    """The one place of a sentence where it stands with whom it begins with, if nobody else comes in between."""
    if len({(each.attribute, each.values) for each, _ in places}) != 1:
        return None
    named, at = places[0]
    rest = before[at + len(named.written) :] if at < len(before) else ""
    if at >= len(before) or _SOMEBODY.fullmatch(words[:at]) is None or _ANOTHER.search(rest) or CITATION.search(words):
        return None
    is_said = words is before or SPEECH.search(rest) is not None or rest.rstrip().endswith(":")
    return named if is_said else None


def _places(material: Material, words: str) -> list[tuple[Named, int]]:
    roles = material.role_attributes
    found = material.lexicon.mentions(words)
    return [(each, at) for each, at in found if each.attribute not in roles and is_a_place(each)]


def _role_in(material: Material, words: str) -> bool:
    return any(each.attribute in material.role_attributes for each, _ in material.lexicon.mentions(words))


def _sentence_before(material: Material, claim: Segment) -> Segment | None:
    passage = material.prose.manuscript.passage_at(claim.start)
    before = [s for s in material.prose.sentences(passage.start, claim.start) if s.end <= claim.start]
    return before[-1] if before else None
