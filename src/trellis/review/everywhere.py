"""Whether those who are said to be of all places were asked in all of them: `sample-arithmetic`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark
from trellis.review.counts import NUMBER, NUMBERS, number_of
from trellis.review.material import Material
from trellis.review.people import tokens_of
from trellis.review.prose import CITATION, SectionKind

_WHERE = (SectionKind.FRONT, SectionKind.METHODS, SectionKind.FINDINGS, SectionKind.DISCUSSION)
_N = rf"(?:\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_ALL_PLACES = (
    r"(?:in|at|from|of|across) (?:all|each|every one|every)(?: of)?(?: the| our| these)?"
    rf"(?: (?P<n>{_N}))? (?P<noun>[a-z]{{3,}})\b"
)
_BEHIND = re.compile(rf"\s+{_ALL_PLACES}", re.IGNORECASE)
_EVERY_KIND = re.compile(
    rf"\b(?:every|each|all) (?:kinds?|types?|groups?|categor(?:y|ies)|roles?)\b[^.;:]{{0,60}}?\b{_ALL_PLACES}",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|nearly|almost|never|nobody|planned|aimed|wanted|hoped|intended|meant)\b", re.IGNORECASE)


def groups_everywhere(material: Material) -> Iterator[Remark]:
    """Groups that are said to be of all places and, by the sheet, are of some only."""
    for sentence in material.sentences(*_WHERE) if material.sample.people else ():
        words = material.authors_words(sentence)
        if CITATION.search(words):
            continue
        for named, at in material.lexicon.mentions(words):
            found = _BEHIND.match(words, at + len(named.written))
            places = _places(material, found) if found and named.attribute in material.role_attributes else None
            if found is None or places is None or _NOT.search(words[: found.end()]):
                continue
            people = [p for p in material.sample.people if named.values & set(p.of(named.attribute))]
            held = {value for person in people for value in person.of(places)}
            lacking = [value for value in material.sample.values[places] if value not in held]
            if people and lacking:
                said = f"The sheet has no {named.written} of {', '.join(lacking)}."
                spot = material.prose.spot(sentence.start + at, sentence.start + found.end())
                yield Remark("sample-arithmetic", Level.SAY_WHY, said, (spot,), rank=6)


def kinds_everywhere(material: Material) -> Iterator[Remark]:
    """Sentences that say that every kind of participant was heard in every place, where some pairs have nobody."""
    for sentence in material.sentences(*_WHERE) if material.sample.people else ():
        words = material.authors_words(sentence)
        found = _EVERY_KIND.search(words)
        places = _places(material, found) if found and not CITATION.search(words) and not _NOT.search(words) else None
        kinds = _kinds(material)
        if found is None or places is None or kinds is None:
            continue
        held = {(k, v) for p in material.sample.people for k in p.of(kinds) for v in p.of(places)}
        lacking = [
            f"no {kind} of {value}"
            for kind in material.sample.values[kinds]
            for value in material.sample.values[places]
            if (kind, value) not in held
        ]
        if lacking:
            said = f"The sheet has {', '.join(lacking[:3])}{' and others' if len(lacking) > 3 else ''}."
            spot = material.prose.spot(sentence.start + found.start(), sentence.start + found.end())
            yield Remark("sample-arithmetic", Level.SAY_WHY, said, (spot,), rank=6)


def _kinds(material: Material) -> str | None:
    """The attribute that says of everybody what they are, in the fewest values."""
    of_all = [a for a in material.role_attributes if all(person.of(a) for person in material.sample.people)]
    return min(of_all, key=lambda name: (len(material.sample.values[name]), name), default=None)


def _places(material: Material, found: re.Match[str]) -> str | None:
    """The attribute of the sheet that a noun for places names, if it has as many values as are told."""
    noun = tokens_of(found["noun"])
    told = NUMBER.fullmatch(found["n"]) if found["n"] else None
    for attribute, values in material.sample.values.items():
        is_named = tuple(word.replace("z", "s") for word in noun) == tuple(
            word.replace("z", "s") for word in tokens_of(attribute)
        )
        if is_named and attribute not in material.role_attributes and (told is None or number_of(told) == len(values)):
            return attribute
    return None
