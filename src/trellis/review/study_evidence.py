"""What findings, judgements and statements rest on.

The checks are `evidence-missing`, `evidence-stale`, `evidence-reused`, `evidence-off-scope`, `counter-evidence`,
`hedge-lost`, `prompted` and `outside-claim`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from trellis.core.chart import Side
from trellis.core.finding import Done, LinkKind, Output
from trellis.core.finding_placing import Group
from trellis.core.finding_view import FindingEvidence, FindingView
from trellis.core.review import Level
from trellis.core.study_review import At, Point, Target
from trellis.core.wording import stem_of, words_in
from trellis.review.certainty import says_yes_to
from trellis.review.prose import CITATION
from trellis.review.study_changes import bare_changes, stale_changes
from trellis.review.study_material import (
    Bare,
    JudgementSeen,
    StudyMaterial,
    carrying,
    ground_of,
    of_finding,
    places_told,
)
from trellis.review.unheard import ELSEWHERE
from trellis.review.word_kinds import CERTAIN, HEDGED, PERCEIVED, SMALL, STRONG_HEDGES

_MANY = 3


def missing(material: StudyMaterial) -> Iterator[Point]:
    """Ready findings, judgements and charted statements that rest on nothing; a recommendation rests on findings."""
    for view in material.ready:
        if view.finding.output is Output.RECOMMENDATION:
            if not view.follows:
                said = "The recommendation follows from no finding."
                yield Point("evidence-missing", Level.WRONG, said, (of_finding(view),), ground_of(view), 8)
        elif not carrying(view):
            against = "; what is linked speaks against it" if view.evidence else ""
            said = f"Nothing is given as evidence for it{against}."
            yield Point("evidence-missing", Level.WRONG, said, (of_finding(view),), ground_of(view), 8)
    for one in material.judgements:
        if not one.evidence and not one.is_open:
            said = f"“{one.value}” of {one.unit} on {one.dimension} rests on nothing."
            yield Point("evidence-missing", Level.SAY_WHY, said, (_judged(one),), one.rationale, 4)
    yield from bare_changes(material)
    yield from _bare_statements(material)


def _judged(one: JudgementSeen) -> Target:
    return Target(At.JUDGEMENT, f"{one.lens}: {one.unit}, {one.dimension}", one.k, judged=one.at)


def _bare_statements(material: StudyMaterial) -> Iterator[Point]:
    """Statements that rest on nothing, theme by theme."""
    by_theme: dict[int, list[Bare]] = {}
    for one in material.bare:
        by_theme.setdefault(one.theme, []).append(one)
    for theme, found in by_theme.items():
        targets = tuple(
            Target(At.CELL, f"{material.case(b.case)}: {b.text[:80]}", b.k, b.case, b.wave, b.theme) for b in found
        )
        head = Target(At.THEME, material.theme(theme), theme)
        count = "One statement rests" if len(found) == 1 else f"{len(found)} statements rest"
        said = f"{count} on nothing under {material.theme(theme)}."
        ground = " ".join(str(one.k) for one in found)
        yield Point("evidence-missing", Level.SAY_WHY, said, (head, *targets), ground, 3)


def stale(material: StudyMaterial) -> Iterator[Point]:
    """Ready findings and judgements of which something that they rest on has changed since."""
    for view in material.ready:
        if view.stale:
            said = f"What it rests on has changed since it was linked: {'; '.join(view.stale)}."
            yield Point("evidence-stale", Level.SAY_WHY, said, (of_finding(view),), ground_of(view), 6)
    for one in material.judgements:
        if one.stale:
            said = f"What “{one.value}” of {one.unit} on {one.dimension} rests on has changed: {'; '.join(one.stale)}."
            yield Point("evidence-stale", Level.SAY_WHY, said, (_judged(one),), one.rationale, 4)
    yield from stale_changes(material)


def reused(material: StudyMaterial) -> Iterator[Point]:
    """One segment starred for two findings, or used for two findings that speak of different people."""
    for one, other in combinations(material.ready, 2):
        shared = [(e, f) for e in carrying(one) for f in carrying(other) if _overlap(e, f)]
        printed = [(e, f) for e, f in shared if e.star and f.star]
        if not shared or not (printed or _are_disjoint(one, other)):
            continue
        first = (printed or shared)[0][0]
        why = "is starred for both" if printed else "is evidence for two findings that speak of different people"
        said = f"“{_short(first.words)}” ({first.source_name}, {first.reference}) {why}."
        ground = f"{ground_of(one)}\n{ground_of(other)}"
        yield Point("evidence-reused", Level.SAY_WHY, said, (_pair(one, other), of_finding(other)), ground, 5)


def _pair(one: FindingView, other: FindingView) -> Target:
    """The first of two findings, told apart from the same finding in another pair."""
    target = of_finding(one)
    return Target(target.at, target.words, target.k, case=other.finding.k)


def _overlap(one: FindingEvidence, other: FindingEvidence) -> bool:
    if one.source is None or one.source != other.source or one.version != other.version:
        return False
    starts, ends = (one.start, other.start), (one.end, other.end)
    if None in starts or None in ends:
        return False
    return max(s for s in starts if s is not None) < min(e for e in ends if e is not None)


def _are_disjoint(one: FindingView, other: FindingView) -> bool:
    """Whether two findings have a scope each, and nobody is in both."""
    if not one.scope or not other.scope:
        return False
    people = [{place.case for place in view.places if place.in_scope} for view in (one, other)]
    return bool(people[0]) and bool(people[1]) and not people[0] & people[1]


def off_scope(material: StudyMaterial) -> Iterator[Point]:
    """Ready findings of some people that rest on words of others."""
    for view in material.ready:
        if not view.scope or not any(what != LinkKind.WAVE.value for what, _, _ in view.speaks_of):
            continue
        inside = {place.case for place in view.places if place.in_scope}
        evidence = [one for one in carrying(view) if one.cases]
        outside = [one for one in evidence if not inside & set(one.cases)]
        if not outside:
            continue
        names = ", ".join(dict.fromkeys(name for one in outside for name in one.case_names))
        all_of_it = len(outside) == len(evidence)
        share = "All its evidence is" if all_of_it else f"{len(outside)} of {len(evidence)} pieces of evidence are"
        said = f"{share} of somebody that it does not speak of: {names}."
        level = Level.SAY_WHY if all_of_it else Level.LOOK
        yield Point("evidence-off-scope", level, said, (of_finding(view),), ground_of(view), 6)


def counter_evidence(material: StudyMaterial) -> Iterator[Point]:
    """Ready findings against which nobody looked for cases, or where what was found does not fit what is there."""
    for view in material.ready:
        if view.finding.output is Output.RECOMMENDATION:
            continue
        target, ground = (of_finding(view),), ground_of(view)
        contrary, open_ = view.of(Group.CONTRARY), view.of(Group.TO_PLACE)
        if not view.is_tested:
            many = f"; {len(open_)} charted cases are not placed" if open_ else ""
            said = f"Nobody has recorded that they looked for cases against it{many}."
            yield Point("counter-evidence", Level.SAY_WHY, said, target, ground, 5)
        elif contrary and all(search.done is Done.NOTHING for search in view.searches):
            said = f"The search says that nothing was found against it; contrary are {places_told(contrary)}."
            yield Point("counter-evidence", Level.WRONG, said, target, ground, 7)


def hedge_lost(material: StudyMaterial) -> Iterator[Point]:
    """Ready findings that leave no doubt and rest on words that do, all of them."""
    for view in material.ready:
        claim = view.finding.statement
        sure = CERTAIN.search(claim)
        if sure is None or PERCEIVED.search(claim) or STRONG_HEDGES.search(claim):
            continue
        told = [one for one in carrying(view) if one.words and _speak_of_one_thing(claim, one.words)]
        hedged = [(one, found) for one in told if (found := HEDGED.search(one.words)) is not None]
        if hedged and len(hedged) == len(told):
            first, found = hedged[0]
            said = f"The finding says “{sure.group()}”; what it rests on says “{found.group()}” ({first.source_name})."
            yield Point("hedge-lost", Level.SAY_WHY, said, (of_finding(view),), ground_of(view), 5)


def _speak_of_one_thing(claim: str, words: str) -> bool:
    one, other = ({stem_of(w.form) for w in words_in(each) if w.form not in SMALL} for each in (claim, words))
    return len(one & other) >= _MANY


def prompted(material: StudyMaterial) -> Iterator[Point]:
    """Evidence for a ready finding that is a yes to a question which held the words."""
    for view in material.ready:
        for one in carrying(view, Side.FOR):
            talk = material.talks.get(one.k)
            if talk is None or not talk.question or not says_yes_to(talk.question, talk.turn):
                continue
            who = ", ".join(one.case_names) or one.source_name
            said = f"“{_short(one.words)}” ({who}) is a yes to “{_short(talk.question)}”."
            target = Target(At.FINDING, of_finding(view).words, view.finding.k, theme=one.k)
            yield Point("prompted", Level.SAY_WHY, said, (target,), ground_of(view), 4)


def outside(material: StudyMaterial) -> Iterator[Point]:
    """Ready findings whose statement rests on another report or on the literature."""
    for view in material.ready:
        claim = view.finding.statement
        found = ELSEWHERE.search(claim) or CITATION.search(claim)
        if found is not None:
            said = f"The claim itself refers to another report (“{found.group()}”): what of it rests on this study?"
            yield Point("outside-claim", Level.SAY_WHY, said, (of_finding(view),), ground_of(view), 3)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 90 else f"{flat[:87]}…"
