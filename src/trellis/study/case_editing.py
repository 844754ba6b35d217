"""Adding, linking and removing single cases. Steps of `study/cases.py`."""

from __future__ import annotations

from collections.abc import Sequence

from trellis.core.attribute import Attribute, AttributeValue, Owner
from trellis.core.case import Attended, Case, CaseKind, Extent, Link, Membership, Participant, Recruitment
from trellis.core.chart import Cell, Evidence, Statement
from trellis.core.consent import Consent, Redaction, Withdrawal
from trellis.core.document import PartKind
from trellis.core.errors import AlreadyThere, Invalid, NotFound, OutOfRange
from trellis.core.finding import FindingCase, FindingLink
from trellis.core.judgement import Judgement, Override
from trellis.core.memo import About, Assignment, Memo
from trellis.core.order import between
from trellis.core.source import Source, Speaker, StoredPart, Version
from trellis.core.typology import Placement, SetAside
from trellis.core.wave_change import WaveChange
from trellis.core.worksheet import ElementLink
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.resolve import folded


def require_free_name(reader: Reader, name: str, but: Case | None = None) -> None:
    """Nothing, if no other case has the name; raises AlreadyThere, or Invalid for an empty name."""
    if not name.strip():
        message = "a case needs a name"
        raise Invalid(message)
    if any(folded(case.name) == folded(name) and case != but for case in reader.all(Case)):
        message = f"there is a case “{name}” already; give another name, or work with that one"
        raise AlreadyThere(message)


def add_case(change: Change, name: str, kind: CaseKind, status: Recruitment, note: str) -> Case:
    """Adds a case behind the others, a person with their participant record. Raises AlreadyThere, Invalid."""
    require_free_name(change, name)
    participant = None
    if kind is CaseKind.PERSON:
        participant = change.new_key()
        change.insert(Participant(participant, 0, name.strip(), status))
    last = max((case.pos for case in change.all(Case)), default=None)
    case = Case(change.new_key(), 0, kind, name.strip(), participant, between(last, None), note)
    change.insert(case)
    return case


def remove_case(change: Change, case: Case) -> None:
    """Removes a case with its links, values and its participant. Raises Invalid where work rests on it."""
    resting = {
        "cells": len(change.all(Cell, row=case.k)) + len(change.all(Statement, row=case.k)),
        "pieces of evidence": len(change.all(Evidence, row=case.k)),
        "places in findings": len(change.all(FindingCase, case=case.k)) + len(change.all(FindingLink, about=case.k)),
        "changes between waves": len(change.all(WaveChange, row=case.k)),
        "elements of worksheets": len(change.all(ElementLink, row=case.k)),
        "judgements": len(change.all(Judgement, case=case.k)) + len(change.all(Override, case=case.k)),
        "places in typologies": len(change.all(Placement, row=case.k)) + len(change.all(SetAside, row=case.k)),
        "assignments": len(change.all(Assignment, case=case.k)),
        "memos": len(change.all(Memo, about_kind=About.CASE.value, about=case.k)),
    }
    if case.participant is not None:
        resting["redactions"] = len(change.all(Redaction, participant=case.participant))
        resting["withdrawals"] = len(change.all(Withdrawal, participant=case.participant))
    listed = ", ".join(f"{number} {what}" for what, number in resting.items() if number)
    if listed:
        message = f"“{case.name}” cannot go: {listed} rest on it; remove those first"
        raise Invalid(message)
    for speaker in change.all(Speaker, case=case.k):
        change.update(speaker, Speaker(speaker.source, speaker.label, speaker.rev, speaker.role, None))
    change.delete(*_values_of(change, case), *change.all(Attended, case=case.k), *change.all(Extent, case=case.k))
    change.delete(*change.all(Membership, child=case.k), *change.all(Membership, parent=case.k))
    change.delete(case)
    if case.participant is not None:
        change.delete(*change.all(Consent, participant=case.participant), change.get(Participant, case.participant))


def _values_of(reader: Reader, case: Case) -> list[AttributeValue]:
    of_cases = {attribute.k for attribute in reader.all(Attribute) if attribute.of is Owner.CASE}
    return [value for value in reader.all(AttributeValue, owner=case.k) if value.attribute in of_cases]


def moved_pos(reader: Reader, case: Case, *, before: Case | None, after: Case | None) -> str:
    """The position before or after another case; at the end where neither is given. Raises Invalid."""
    neighbour = before or after
    if neighbour == case:
        message = "a case cannot be moved beside itself"
        raise Invalid(message)
    others = sorted((other for other in reader.all(Case) if other.k != case.k), key=lambda other: (other.pos, other.k))
    if neighbour is None:
        return between(others[-1].pos if others else None, None)
    at = [other.k for other in others].index(neighbour.k) + (1 if before is None else 0)
    low = others[at - 1].pos if at else None
    return between(low, next((other.pos for other in others[at:] if low is None or other.pos > low), None))


def stretch_of(
    reader: Reader, source: Source, segment: tuple[int, int] | None, turns: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Start and end in code points of a stretch given so, or as turns by number; None for the whole source.

    Raises OutOfRange, NotFound, Invalid.
    """
    if segment is not None and turns is not None:
        message = "give either a segment or turns, not both"
        raise Invalid(message)
    if segment is not None:
        length = reader.get(Version, source.current).length
        if not 0 <= segment[0] < segment[1] <= length:
            raise OutOfRange(*segment, length)
        return segment
    return None if turns is None else _turns(source, turns, reader.all(StoredPart, version=source.current))


def _turns(source: Source, wanted: tuple[int, int], parts: Sequence[StoredPart]) -> tuple[int, int]:
    spoken = sorted((part for part in parts if part.kind is PartKind.TURN), key=lambda part: part.start)
    first, last = wanted
    if not 1 <= first <= last <= len(spoken):
        message = f"“{source.name}” has turns 1 to {len(spoken)}, not {first} to {last}"
        raise NotFound(message)
    return spoken[first - 1].start, spoken[last - 1].end


def extent_at(reader: Reader, case: Case, source: Source, how: Link, stretch: tuple[int, int] | None) -> Extent | None:
    """The link of a case to a source or to exactly this stretch of it, None if there is none."""
    start, end = stretch or (None, None)
    listed = reader.all(Extent, case=case.k, source=source.k, how=how.value)
    return next((extent for extent in listed if (extent.start, extent.end) == (start, end)), None)
