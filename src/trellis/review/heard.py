"""Whose voices a manuscript lets be heard: `single-voice`, `voice-missing`, `voice-dominant`, `consent`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from trellis.core.review import Level, Remark, Spot
from trellis.review.ascribing import Place
from trellis.review.material import Material
from trellis.review.prose import SectionKind
from trellis.review.quotations import Form, Quotation
from trellis.review.word_kinds import phrases

_FEWEST_IN_SECTION = 2
_LONG = 6
_FEWEST_FOR_SHARE = 6
_FEWEST_OF_ONE = 4
_FEWEST_FOR_GROUPS = 5
_FEWEST_IN_GROUP = 3
_SHARE = 1 / 3
_TINY = 1 / 20

_SAID_WHY = phrases(
    r"""elsewhere / not (?:reported|quoted|presented|included|drawn on) / reported separately / separate paper
    / background / context only / (?:are|is|were|was) not the focus / did not (?:agree|consent) / informed the
    / beyond the scope / excluded / asked not to be quoted / no quotations"""
)


def single_voice(material: Material) -> Iterator[Remark]:
    """Sections of the findings with several quotations, all of one person."""
    for section in material.prose.sections:
        quotations = [q for q in material.quotations_in(section) if q.section is SectionKind.FINDINGS]
        speakers = {material.speaker(quotation) for quotation in quotations}
        # A dialogue, and a phrase that the text comes back to, are one piece of evidence.
        places = {q.passage.n for q in quotations if q.length >= _LONG or q.form is Form.BLOCK}
        if len(places) < _FEWEST_IN_SECTION or len(speakers) != 1 or len(material.sample.people) < 2:
            continue
        person = next(iter(speakers))
        if person is None or _is_about_one(material, quotations):
            continue
        head = f"“{section.path[-1]}”" if section.path else "This part"
        said = f"{head} rests on one person: all {len(quotations)} quotations are of {material.told(person)}."
        spots = tuple(material.spot(quotation) for quotation in quotations)
        yield Remark("single-voice", Level.SAY_WHY, said, spots, rank=5)


def _is_about_one(material: Material, quotations: list[Quotation]) -> bool:
    """Whether the text says that it tells of one person."""
    words = " ".join(material.claimed(quotation) for quotation in quotations)
    return (
        re.search(r"\b(?:one (?:case|participant|person|worker)|case study|his|her|this \w+ worker|only one)\b", words)
        is not None
    )


def dominant(material: Material) -> Iterator[Remark]:
    """One person with a third of the quotations or more."""
    known = [(speaker, q) for q in material.in_findings if (speaker := material.speaker(q)) is not None]
    counts = Counter(speaker for speaker, _ in known)
    if len(known) < _FEWEST_FOR_SHARE or not counts:
        return
    person, count = max(counts.items(), key=lambda item: (item[1], -item[0]))
    if (
        count >= _FEWEST_OF_ONE
        and count >= _SHARE * len(known)
        and count > 2 * len(known) / max(len(material.sample.people), 1)
    ):
        said = f"{count} of {len(known)} quotations are of one person, {material.told(person)}."
        spots = tuple(material.spot(quotation) for speaker, quotation in known if speaker == person)
        yield Remark("voice-dominant", Level.SAY_WHY, said, spots, rank=4)


def missing(material: Material) -> Iterator[Remark]:
    """Groups of the sample of whom nobody is quoted, by the attributes that attributions print and by role."""
    known = [q for q in material.quotations if material.speakers[q.n]]
    if len(known) < _FEWEST_FOR_GROUPS or len(known) < 0.7 * len(material.quotations):
        return
    for attribute in _printed(material):
        heard = material.values_of((p for q in known for p in material.speakers[q.n]), attribute)
        values = material.sample.values.get(attribute, ())
        silent = [
            v for v in values if v not in heard and not (_is_lone(material, attribute, v) or _is_explained(material, v))
        ]
        if (
            not silent
            or len(values) < 2
            or len(silent) > 0.75 * len(values)
            or len(values) > len(material.sample.people) / 2
        ):
            continue
        told = ", ".join(f"{value} ({material.sample.count(attribute, value)} in the sample)" for value in silent)
        said = f"Nobody is quoted of {attribute}: {told}."
        few = max(material.sample.count(attribute, value) for value in silent) < _FEWEST_IN_GROUP
        level = Level.LOOK if few else Level.SAY_WHY  # so few may not be quoted for fear that they are recognised
        yield Remark("voice-missing", level, said, (_first_mention(material, silent[0], known[0]),), rank=4)


def _is_lone(material: Material, attribute: str, value: str) -> bool:
    """Whether one person in twenty or fewer has a value, or one alone, or nobody of those who have it may be quoted."""
    people = [person for person in material.sample.people if value in person.of(attribute)]
    is_tiny = len(people) < max(2, _TINY * len(material.sample.people))
    return is_tiny or all(person.may_be_quoted is False for person in people)


def _first_mention(material: Material, value: str, instead: Quotation) -> Spot:
    """Where the authors first speak of a group; a quotation where they never do."""
    found = [
        (len(named.values), sentence.start + at, named.written)
        for sentence in material.sentences(SectionKind.METHODS, SectionKind.FINDINGS)
        for named, at in material.lexicon.mentions(material.authors_words(sentence))
        if value in named.values
    ]
    if not found:
        return material.spot(instead)
    _, start, written = min(found)
    return material.prose.spot(start, start + len(written))


def _printed(material: Material) -> list[str]:
    """The attributes that at least a third of the attributions print, and those of role."""
    explicit = [q.ascribed for q in material.quotations if q.ascribed.place is not Place.NOWHERE]
    counts = Counter(named.attribute for each in explicit for named in each.attribution.named)
    usual = [a for a in material.sample.attributes if counts[a] * 3 >= len(explicit) > 0]
    if material.role_attributes & set(usual):
        return usual
    return [a for a in material.sample.attributes if a in usual or a in material.role_attributes]


def _is_explained(material: Material, value: str) -> bool:
    """Whether a sentence that mentions the group says why it is not heard."""
    for sentence in material.sentences(SectionKind.METHODS, SectionKind.FINDINGS, SectionKind.DISCUSSION):
        words = material.authors_words(sentence)
        if _SAID_WHY.search(words) and any(value in named.values for named, _ in material.lexicon.mentions(words)):
            return True
    return False


def consent(material: Material) -> Iterator[Remark]:
    """Quotations of people who, by the sheet, may not be quoted."""
    for quotation in material.quotations:
        person = material.speaker(quotation)
        if person is None or material.sample.people[person].may_be_quoted is not False:
            continue
        said = f"By the sheet, {material.told(person)} did not agree to be quoted."
        sources = (material.source_words(quotation.readings[0].placed[0]),) if quotation.readings else ()
        yield Remark("consent", Level.WRONG, said, (material.spot(quotation),), sources, rank=9)
