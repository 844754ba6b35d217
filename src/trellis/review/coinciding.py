"""Comparisons by what coincides in the sample, and changes between different people.

The checks are `contrast-confounded` and `wave-artefact`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from trellis.core.review import Level, Remark
from trellis.core.segment import Segment
from trellis.core.wording import words_in
from trellis.review.claims import CONTRAST
from trellis.review.material import Material
from trellis.review.prose import CITATION, SectionKind
from trellis.review.word_kinds import NEGATIONS, PERCEIVED, phrases

_DIFFER = phrases(
    r"differ(?:s|ed|ence|ences|ent|ently)? / compar\w+ / var(?:y|ies|ied|iation) / contrast\w* / depend(?:s|ed)? on"
)
_SAID = phrases(
    r"""overlap\w* / coincid\w+ / confound\w* / cannot be (?:told apart|separated|distinguished)
    / hard to (?:separate|tell apart|disentangle)
    / disentangl\w+ / go(?:es)? together / only at one / at one site / all (?:at|from) one / not independent
    / associated with each other"""
)
_EVERYWHERE = (SectionKind.FRONT, SectionKind.METHODS, SectionKind.FINDINGS, SectionKind.DISCUSSION)
_FEWEST = 6
_EMPTY = 0.25
_PERIOD = (
    r"(?:spring|summer|autumn|winter|(?:first|second) (?:year|half|round|wave|period|phase)|beginning"
    r"|end of the (?:year|study)|(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october"
    r"|november|december)"
)
_BETWEEN_PERIODS = re.compile(
    rf"\b(?:by|in|at) (?:the )?{_PERIOD}\b[^.;]{{0,80}}\b(?:more|fewer|less|better|worse"
    rf"|\w{{3,}}er)\b[^.;]{{0,80}}\bthan (?:in|at|by) (?:the )?{_PERIOD}\b"
    rf"|\b(?:hardly|little|few|nothing|nobody|none|rarely|seldom)\b[^.;]{{0,60}}"
    rf"\b(?:in|at|by) (?:the )?{_PERIOD}\b[^.;]{{0,12}}"
    rf"\b(?:and|but|while)\b[^.;]{{0,60}}\b(?:in|at|by) (?:the )?{_PERIOD}\b"
    rf"|\b(?:more|fewer|less)\b[^.;]{{0,60}}\b(?:by|in|at) (?:the )?{_PERIOD}\b[^.;]{{0,20}}\bthan (?:in|at"
    rf"|by) (?:the )?{_PERIOD}\b"
    rf"|\b(?:rose|fell|grew|declined|increased|decreased)\b[^.;]{{0,40}}\b(?:between"
    rf"|from) (?:the )?{_PERIOD}\b[^.;]{{0,20}}\b(?:and|to) (?:the )?{_PERIOD}\b",
    re.IGNORECASE,
)
_GROWN = re.compile(
    r"\b(?:has|have) (?:\w+ly )?(?:grown|increased|decreased|declined|risen|fallen|worsened|improved|spread|shrunk"
    r"|changed)\b(?: \w+ly)? (?:since|over (?:the )?(?:years?|time|period|months)|year (?:on|by) year"
    r"|from year to year)\b"
    r"|\bhad (?:grown|increased|decreased|declined|risen|fallen|worsened|improved|spread) (?:in|over) the course of\b"
    r"|\b(?:grew|rose|fell|declined|increased|decreased|worsened|improved) (?:steadily|gradually|constantly)? ?"
    r"(?:over (?:the )?(?:years|time|period of (?:the|our) study)|year (?:on|by) year)\b",
    re.IGNORECASE,
)
_MAY = re.compile(r"\b(?:may|might|could|can|would|should|if|whether|perhaps|possibly)\W*$", re.IGNORECASE)
_PEOPLE = phrases(
    r"workers? / participants? / people / staff / managers? / users? / carers? / interviewees? / respondents? / "
    r"worked / told / spoke / said / heard"
)


def confounded(material: Material) -> Iterator[Remark]:
    """Comparisons by an attribute that goes with another one in the sample, where nothing says that it does."""
    if len(material.sample.people) < _FEWEST or _is_said(material):
        return
    for one, other in combinations(_compared(material), 2):
        told = _coincidence(material, one, other)
        sentence = _comparing(material, one, other) if told else None
        if sentence is None:
            continue
        said = f"By {one} and by {other} people are compared, and in the sample the two go together: {told}."
        spot = material.prose.spot(sentence.start, sentence.end)
        yield Remark("contrast-confounded", Level.LOOK, said, (spot,), rank=4)


def _is_said(material: Material) -> bool:
    """Whether a sentence on the sample or its attributes says that two of them overlap."""
    about = [re.escape(name) for name in ("sample", *material.sample.attributes)]
    named = re.compile(rf"\b(?:{'|'.join(about)})s?\b", re.IGNORECASE)
    every = (material.authors_words(sentence) for sentence in material.sentences(*_EVERYWHERE))
    return any(_SAID.search(words) is not None and named.search(words) is not None for words in every)


def _compared(material: Material) -> list[str]:
    """The attributes of few values by which people can be compared."""
    size = len(material.sample.people)
    return [a for a, values in material.sample.values.items() if 2 <= len(values) <= max(size / 3, 2)]


def _coincidence(material: Material, one: str, other: str) -> str:
    """How two attributes go together, in words; "" where they do not: at least a quarter of their pairs nobody has.

    Values of fewer than three people do not count, since such pairs are empty by chance.
    """
    rows, columns = (
        [v for v in material.sample.values[name] if material.sample.count(name, v) > 2] for name in (one, other)
    )
    if len(rows) < 2 or len(columns) < 2:
        return ""
    held = {(r, c) for person in material.sample.people for r in person.of(one) for c in person.of(other)}
    pairs = [(r, c) for r in rows for c in columns]
    empty = [pair for pair in pairs if pair not in held]
    if len(empty) < _EMPTY * len(pairs):
        return ""
    told = ", ".join(f"no {r} with {c}" for r, c in empty[:3])
    return f"{told}{f' and {len(empty) - 3} more' if len(empty) > 3 else ''}"


def _comparing(material: Material, one: str, other: str) -> Segment | None:
    """The first sentence that compares by both attributes, by their names or by values of theirs."""
    for sentence in material.sentences(SectionKind.FRONT, SectionKind.FINDINGS, SectionKind.DISCUSSION):
        words = material.authors_words(sentence)
        if CITATION.search(words) or not (_DIFFER.search(words) or CONTRAST.search(words)):
            continue
        if all(re.search(rf"\b{re.escape(name)}s?\b", words, re.IGNORECASE) for name in (one, other)):
            return sentence
    return None


def changed_between(material: Material) -> Iterator[Remark]:
    """Changes from one time to another where, by the sheet, nobody was interviewed twice."""
    dated = [person for person in material.sample.people if person.dates]
    if len(dated) < 0.9 * len(material.sample.people) or not dated or any(len(set(p.dates)) > 1 for p in dated):
        return
    yield from _followed(material)
    for sentence in material.sentences(SectionKind.FRONT, SectionKind.FINDINGS, SectionKind.DISCUSSION):
        words = material.authors_words(sentence)
        found = _BETWEEN_PERIODS.search(words)
        if found is None or CITATION.search(words) or not _PEOPLE.search(words) or _is_told(words, found.start()):
            yield from _grown(material, sentence, words)
            continue
        said = "A change is told of; by the sheet nobody was interviewed twice, so that different people are compared."
        spot = material.prose.spot(sentence.start, sentence.end)
        yield Remark("wave-artefact", Level.SAY_WHY, said, (spot,), rank=4)


def _followed(material: Material) -> Iterator[Remark]:
    """Sentences that say that the same people were followed, where by the sheet nobody was interviewed twice."""
    for sentence in material.sentences(SectionKind.FRONT, SectionKind.METHODS):
        words = material.authors_words(sentence)
        found = _SAME_PEOPLE.search(words)
        if found is None or CITATION.search(words) or NEGATIONS & {word.form for word in words_in(words)}:
            continue
        said = "The same people are said to have been followed; by the sheet nobody was interviewed twice."
        spot = material.prose.spot(sentence.start + found.start(), sentence.start + found.end())
        yield Remark("wave-artefact", Level.SAY_WHY, said, (spot,), rank=6)


_SAME_PEOPLE = re.compile(
    r"\bchanges? in the same (?:people|persons|participants|individuals|workers|\w+s)\b"
    r"|\bthe same (?:people|persons|participants|individuals|\w+s) (?:were|could be) (?:followed|seen again|interviewed"
    r" again|interviewed twice|re-?interviewed)\b",
    re.IGNORECASE,
)


def _grown(material: Material, sentence: Segment, words: str) -> Iterator[Remark]:
    """A growth or decline over time that findings or conclusions state as a fact, nobody's word for it beside."""
    found = _GROWN.search(words)
    if found is None or CITATION.search(words) or PERCEIVED.search(words) or _MAY.search(words[: found.start()]):
        return
    is_quoted = any(quotation.claim == sentence for quotation in material.quotations)
    if is_quoted or material.prose.section(sentence.start).kind is SectionKind.FRONT:
        return
    said = "A change over time is told of as a fact; by the sheet everybody was interviewed once."
    spot = material.prose.spot(sentence.start, sentence.end)
    yield Remark("wave-artefact", Level.LOOK, said, (spot,), rank=3)


def _is_told(words: str, at: int) -> bool:
    """Whether somebody tells of the change, looking back."""
    return PERCEIVED.search(words[:at]) is not None
