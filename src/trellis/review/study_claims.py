"""How findings are worded against whom they rest on.

The checks are `second-hand`, `contrast-one-sided`, `contrast-confounded`, `not-asked` and `quantifier-unbased`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.finding import Output
from trellis.core.finding_placing import ASKED, Group
from trellis.core.finding_view import FindingView
from trellis.core.keys import Key
from trellis.core.review import Level
from trellis.core.study_review import Point
from trellis.review.attributions import Named
from trellis.review.claims import BEFORE_SUBJECT, CONTRAST, OTHER_GROUPS
from trellis.review.study_material import StudyMaterial, carrying, ground_of, of_finding, places_told, voices
from trellis.review.word_kinds import PERCEIVED

_NO_SUBJECT = re.compile(r"\s*(?:,|and\b|or\b|who\b|whose\b|['’])", re.IGNORECASE)
_MORE_THAN_HALF = re.compile(r"\b(?:most|majority)\b", re.IGNORECASE)
_ALL = re.compile(r"\b(?:all|everybody|everyone)\b", re.IGNORECASE)
_NEARLY = re.compile(r"\b(?:almost|nearly) (?:all|everybody|everyone)\b", re.IGNORECASE)
_NONE = re.compile(r"\b(?:none|nobody|no one)\b", re.IGNORECASE)
_FEWEST_A_SIDE = 2


def second_hand(material: StudyMaterial) -> Iterator[Point]:
    """Ready findings that say as a fact what a group does, with nobody of the group among those they rest on."""
    for view in material.ready:
        claim = view.finding.statement
        people = voices(carrying(view))
        subject = None if PERCEIVED.search(claim) or not people else _subject(material, claim)
        if subject is None or subject[1] & people:
            continue
        names = ", ".join(sorted({material.case(k) for k in people})[:4])
        said = f"It says as a fact what {subject[0]} do or are, and rests on the word of others ({names})."
        yield Point("second-hand", Level.SAY_WHY, said, (of_finding(view),), ground_of(view), 6)


def _subject(material: StudyMaterial, claim: str) -> tuple[str, frozenset[Key]] | None:
    """The group that a statement begins with, in the plural, and its people in the sample."""
    head = BEFORE_SUBJECT.match(claim)
    at = head.end() if head else 0
    for named, place in material.lexicon.mentions(claim):
        plural = named.written.rstrip("’'").endswith("s")
        if place == at and plural and named.attribute in material.roles:
            return _if_subject(claim, at, named.written, material.having(named))
    other = OTHER_GROUPS.match(claim, at)
    return _if_subject(claim, at, other.group(), frozenset()) if other else None


def _if_subject(claim: str, at: int, written: str, people: frozenset[Key]) -> tuple[str, frozenset[Key]] | None:
    return None if _NO_SUBJECT.match(claim[at + len(written) :]) else (written.strip(), people)


def _compared(material: StudyMaterial, view: FindingView) -> tuple[str, tuple[Named, Named]] | None:
    """The two values of one attribute that a statement sets against each other, None where it compares nothing."""
    claim = view.finding.statement
    if CONTRAST.search(claim) is None:
        return None
    by_attribute: dict[str, list[Named]] = {}
    for named, _ in material.lexicon.mentions(claim):
        sides = by_attribute.setdefault(named.attribute, [])
        if not any(named.values & side.values for side in sides):
            sides.append(named)
    two = [(name, (sides[0], sides[1])) for name, sides in sorted(by_attribute.items()) if len(sides) > 1]
    return two[0] if two else None


def one_sided(material: StudyMaterial) -> Iterator[Point]:
    """Ready findings that compare two groups and have evidence from one of them only."""
    for view in material.ready:
        compared = _compared(material, view)
        if compared is None:
            continue
        people = voices(carrying(view))
        heard = [bool(material.having(side) & people) for side in compared[1]]
        if any(heard) and not all(heard):
            silent = compared[1][heard.index(False)].written
            said = f"It sets {compared[1][0].written} against {compared[1][1].written}; nobody of {silent} is evidence."
            yield Point("contrast-one-sided", Level.SAY_WHY, said, (of_finding(view),), ground_of(view), 6)


def not_asked(material: StudyMaterial) -> Iterator[Point]:
    """Ready findings of groups of which one, or most, were not asked, or that call silent whom nobody asked."""
    for view in material.ready:
        compared = _compared(material, view)
        asked = {place.case for group in ASKED for place in view.of(group)}
        untold = view.of(Group.NOT_ASKED)
        unasked = {place.case for place in untold} - asked
        sides = compared[1] if compared is not None else ()
        silent = [
            side.written
            for side in sides
            if material.having(side) & unasked and not material.having(side) & asked
        ]  # fmt: skip
        target, ground = (of_finding(view),), ground_of(view)
        if silent:
            said = f"It compares, and nobody of {silent[0]} was asked."
            yield Point("not-asked", Level.SAY_WHY, said, target, ground, 6)
        elif untold and len(unasked) >= max(len(asked), 1):
            said = f"{len(unasked)} of {len(unasked | asked)} whom it speaks of were not asked: {places_told(untold)}."
            yield Point("not-asked", Level.SAY_WHY, said, target, ground, 4)
        quiet = [
            place
            for place in view.of(Group.SILENT)
            if view.themes and all((place.case, place.wave, theme.k) in material.unasked for theme in view.themes)
        ]
        if quiet:
            said = f"Silent in it are {places_told(quiet)}, whom the topic guide says nobody asked."
            yield Point("not-asked", Level.SAY_WHY, said, target, ground, 4)


def confounded(material: StudyMaterial) -> Iterator[Point]:
    """Ready findings that compare by one attribute where the groups are parted by another one as well."""
    for view in material.ready:
        compared = _compared(material, view)
        if compared is None:
            continue
        attribute, sides = compared
        groups = [material.having(side) for side in sides]
        if min(len(group) for group in groups) < _FEWEST_A_SIDE:
            continue
        for other in material.attributes:
            values = [material.values(group, other) for group in groups]
            if other != attribute and all(values) and not values[0] & values[1] and _is_shared(material, other):
                told = " and ".join(
                    f"{s.written} are {'/'.join(sorted(v))}" for s, v in zip(sides, values, strict=True)
                )
                said = f"It compares by {attribute}, and {other} parts the same people: {told}."
                yield Point("contrast-confounded", Level.SAY_WHY, said, (of_finding(view),), ground_of(view), 5)
                break


def _is_shared(material: StudyMaterial, attribute: str) -> bool:
    """Whether an attribute sorts people into groups, and does not name each of them."""
    return len(material.sample.values.get(attribute, ())) <= len(material.cases) / 2


def quantifiers(material: StudyMaterial) -> Iterator[Point]:
    """Ready findings that say how many, where cases are not placed yet or their lists do not bear the word out."""
    for view in material.ready:
        if not view.quantifiers or view.finding.output is Output.RECOMMENDATION:
            continue
        claim = view.finding.statement
        words = ", ".join(f"“{claim[q.start : q.end]}”" for q in view.quantifiers)
        holds, base = len(view.of(Group.HOLDS)) + len(view.of(Group.QUALIFIED)), view.base
        open_ = [*view.of(Group.TO_PLACE), *view.of(Group.UNCHARTED)]
        target, ground = (of_finding(view),), ground_of(view)
        unborne = _unborne(claim, holds, base, len(view.of(Group.CONTRARY)))
        if not base or not holds:
            said = f"{words}: no list of cases stands behind it."
            yield Point("quantifier-unbased", Level.SAY_WHY, said, target, ground, 5)
        elif unborne:
            said = f"{words}: {unborne}."
            yield Point("quantifier-unbased", Level.SAY_WHY, said, target, ground, 6)
        elif open_:
            said = f"{words}: {len(open_)} of {base + len(view.of(Group.UNCHARTED))} cases are not placed yet."
            yield Point("quantifier-unbased", Level.LOOK, said, target, ground, 3)


def _unborne(claim: str, holds: int, base: int, contrary: int) -> str:
    """In what way a quantifier and its lists of cases disagree, "" for none."""
    if _NEARLY.search(claim):
        return f"it holds for {holds} of {base} who were asked" if holds < 0.8 * base else ""
    if _ALL.search(claim) and holds < base:
        return f"it holds for {holds} of {base} who were asked"
    if _MORE_THAN_HALF.search(claim) and holds <= base / 2:
        return f"it holds for {holds} of {base} who were asked"
    if _NONE.search(claim) and contrary:
        return f"{contrary} are contrary to it"
    return ""
