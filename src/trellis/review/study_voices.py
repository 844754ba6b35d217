"""Whose voices the findings of a study let be heard: `single-voice`, `voice-missing`, `voice-dominant`, `consent`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from trellis.core.finding import Output
from trellis.core.keys import Key
from trellis.core.review import Level
from trellis.core.study_review import At, Point, Target
from trellis.review.study_material import StudyMaterial, carrying, ground_of, of_finding, voices

_FEWEST_FINDINGS = 3
_FEWEST_OF_ONE = 4
_FEWEST_FOR_SHARE = 6
_SHARE = 1 / 3
_A_GROUP = 4
"""People a value, on average, from which an attribute sorts them into groups and does not name each."""


def single(material: StudyMaterial) -> Iterator[Point]:
    """Ready findings of more than one person that rest on one."""
    for view in material.ready:
        people = {place.case for place in view.places if place.in_scope}
        speakers = voices(carrying(view))
        if len(speakers) != 1 or len(people) < 2 or view.finding.output is Output.RECOMMENDATION:
            continue
        named = [one for one in carrying(view) if one.cases]
        if len(named) < len(carrying(view)):
            continue
        who = named[0].case_names[0] if named[0].case_names else "one case"
        said = f"It speaks of {len(people)} and rests on one, {who}."
        yield Point("single-voice", Level.SAY_WHY, said, (of_finding(view),), ground_of(view), 5)


def missing(material: StudyMaterial) -> Iterator[Point]:
    """Groups of the sample of whom nobody carries any ready finding."""
    if len(material.ready) < _FEWEST_FINDINGS:
        return
    heard = frozenset(k for view in material.ready for k in voices(carrying(view)))
    asked = [a for a in material.attributes if a in material.roles or a.casefold() in {"site", "team", "group", "wave"}]
    for attribute in asked:
        values = material.sample.values.get(attribute, ())
        spoken = material.values(heard, attribute)
        silent = [value for value in values if value not in spoken]
        sorts = 2 <= len(values) <= max(len(material.cases) / _A_GROUP, _FEWEST_FINDINGS)
        if not spoken or not silent or not sorts or len(silent) > len(values) / 2:
            continue
        told = ", ".join(f"{value} ({material.sample.count(attribute, value)})" for value in silent)
        said = f"Nobody of these carries any finding, by {attribute}: {told}."
        target = Target(At.SAMPLE, attribute)
        yield Point("voice-missing", Level.SAY_WHY, said, (target,), " ".join(silent), 4)


def dominant(material: StudyMaterial) -> Iterator[Point]:
    """One person with a third of the quotations to print, or, where none are starred, of all that is evidence."""
    pieces = {one.k: one for view in material.ready for one in carrying(view) if one.source is not None}
    starred = [one for one in pieces.values() if one.star]
    counted = starred if len(starred) >= _FEWEST_FOR_SHARE else list(pieces.values())
    counts: Counter[Key] = Counter(k for one in counted for k in one.cases if k in material.by_case)
    if len(counted) < _FEWEST_FOR_SHARE or not counts:
        return
    person, count = max(counts.items(), key=lambda item: (item[1], -item[0]))
    fair = 2 * len(counted) / max(len(material.cases), 1)
    if count >= _FEWEST_OF_ONE and count >= _SHARE * len(counted) and count > fair:
        kind = "starred quotations" if counted is starred else "pieces of evidence"
        said = f"{count} of {len(counted)} {kind} are {material.case(person)}’s."
        target = Target(At.CASE, material.case(person), person)
        yield Point("voice-dominant", Level.SAY_WHY, said, (target,), str(count), 4)


def consent(material: StudyMaterial) -> Iterator[Point]:
    """Starred quotations of ready findings whose speaker has not agreed to be quoted."""
    for view in material.ready:
        for one in view.evidence:
            refused = [k for k in one.cases if k in material.by_case and material.by_case[k].may_be_quoted is False]
            if one.star and refused:
                who = ", ".join(material.case(k) for k in refused)
                said = f"A starred quotation is of somebody who has not agreed to be quoted: {who}."
                target = Target(At.FINDING, of_finding(view).words, view.finding.k, case=refused[0])
                yield Point("consent", Level.WRONG, said, (target,), str(one.k), 9)
