"""Whether names of participants stand in a paper that names nobody: `disclosure`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark, Spot
from trellis.review.material import Material
from trellis.review.prose import SectionKind
from trellis.review.word_kinds import phrases, words

_FEWEST_ATTRIBUTIONS = 5
_MOST_NAMES = 3
_MOST_SLIPS = 3
_CALLED = words("interviewer interviewee participant respondent speaker patient client manager worker nurse voice")
_NAME = re.compile(r"[A-Z][a-zà-ÿ]{2,}")
_TOLD = (SectionKind.FRONT, SectionKind.FINDINGS, SectionKind.DISCUSSION)
_INVENTED = phrases(
    r"""names? (?:\w+ ){0,4}(?:are|were|is|have been|has been) (?:\w+ )?(?:pseudonyms?|changed|invented|fictitious)
    / names? (?:\w+ ){0,4}(?:are|were|have been) replaced by others
    / pseudonyms? (?:are|were|is) used / (?:all|first) names are pseudonyms"""
)
_LEFT_OUT = phrases(
    r"names? (?:\w+ ){0,6}(?:left out|omitted|removed|not (?:given|printed|used)) / left out of the quotations"
)
_NAMELESS = phrases(
    r"""instead of (?:a |the |their )?names? / (?:in|for) (?:the )?place of (?:a |the |their )?names?
    / stands? for a name / replac\w+ (?:the |all |any |their |first )*names? / names? (?:\w+ ){0,6}replaced / no names?
    / nobody is named / not named / without names / anonymi[sz]\w+ / de-?identif\w+"""
)
"""What a paper says whose quotations are to name nobody. Elsewhere a name may be one that the team gave."""


def names_left(material: Material) -> Iterator[Remark]:
    """Names of participants, from the transcripts' labels or the sheet, in a paper that says that it names nobody."""
    explicit = [q.ascribed for q in material.quotations if q.ascribed.is_explicit]
    if len(explicit) < _FEWEST_ATTRIBUTIONS or not _names_nobody(material):
        return
    text = material.prose.manuscript.text
    names = _names(material, set(_NAME.findall(text)))
    shown = " ".join(each.attribution.written for each in explicit)
    if not names or any(re.search(rf"\b{name}\b", shown) for name in names):
        return
    for name in sorted(names):
        found = list(re.finditer(rf"\b{name}\b(?!\s+(?:et al|and [A-Z]|\(?(?:19|20)\d\d))", text))
        spots = tuple(material.prose.spot(*each.span()) for each in found if _is_told(material, each))
        if not spots or _is_in_use(material, spots):
            continue
        said = f"“{name}” is what a participant is called in transcripts or sheet; attributions name nobody."
        yield Remark("disclosure", Level.SAY_WHY, said, spots, rank=7)


def _is_in_use(material: Material, spots: tuple[Spot, ...]) -> bool:
    """Whether the authors' own words call somebody so time and again, as one does with names that are invented."""
    quoted = [(quotation.start, quotation.end) for quotation in material.quotations]
    own = [spot for spot in spots if not any(start <= spot.start < end for start, end in quoted)]
    return len(own) > _MOST_SLIPS


def _names(material: Material, printed: set[str]) -> frozenset[str]:
    """First names of participants that are printed: no words of every day, words of the sheet's values, or askers."""
    labels, asking = set[str](), set[str]()
    for transcript in material.finder.corpus.transcripts:
        for turn in transcript.turns:
            (asking if turn.is_asking else labels).add(turn.voice)
    called = {name for person in material.sample.people for name in person.names}
    first = {found for each in (*labels, *called) if (found := _first_name(each))}
    asked = {found for each in (*asking, *material.sample.interviewers) if (found := _first_name(each))}
    values = {word for each in material.sample.values.values() for value in each for word in _NAME.findall(value)}
    return frozenset(name for name in (first & printed) - asked - values if not _is_a_word(material, name))


def _first_name(label: str) -> str:
    """The first word of a name of one, two or three words with capitals; "" for a role with a number and the like."""
    parts = label.strip(" .:").split()
    is_name = 0 < len(parts) <= _MOST_NAMES and all(part[:1].isupper() for part in parts)
    found = _NAME.fullmatch(parts[0]) if is_name and not any(map(str.isdigit, label)) else None
    return found.group() if found and found.group().casefold() not in _CALLED else ""


def _is_a_word(material: Material, name: str) -> bool:
    """Whether a name is also a word of every day, by the texts themselves, or that of an author, here or cited."""
    text = material.prose.manuscript.text
    small = re.compile(rf"\b{name.casefold()}\b")
    if small.search(text) or any(small.search(each.text) for each in material.finder.corpus.transcripts):
        return True
    return any(
        re.search(rf"\b{name}\b", text[section.start : section.end])
        for n, section in enumerate(material.prose.sections)
        if section.kind is SectionKind.REFERENCES or (n == 0 and section.kind is SectionKind.FRONT)
    )


def _names_nobody(material: Material) -> bool:
    """Whether the paper says that names are left out or replaced, and not by names that are invented."""
    text = material.prose.manuscript.text
    if _LEFT_OUT.search(text):
        return True
    return _NAMELESS.search(text) is not None and _INVENTED.search(text) is None


def _is_told(material: Material, found: re.Match[str]) -> bool:
    section = material.prose.section(found.start())
    if section.kind not in _TOLD or not section.path:
        return False
    return not material.prose.cites(*found.span())
