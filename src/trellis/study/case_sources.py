"""Which case a row of a table means, and the sources it speaks in. Steps of `study/case_import.py`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from trellis.core.case import Case, CaseKind, Extent, Link, Wave
from trellis.core.case_table import CaseRow, Refused
from trellis.core.keys import Key
from trellis.core.source import Source
from trellis.study.resolve import folded

if TYPE_CHECKING:
    from trellis.study.case_import import CaseImport

_SPOKEN_OF = frozenset({CaseKind.TEAM, CaseKind.SITE, CaseKind.ORGANISATION})


@dataclass(frozen=True, slots=True)
class _Told:
    """A fact about a source: the record's field, its value, and as it was written."""

    field: str
    value: object
    given: str


def join_sources(work: CaseImport, row: CaseRow) -> Case | None:
    """The case of a row, found, renamed or made, linked to the row's sources.

    A case that importing a source made under the source's own name, or under a label written otherwise (in capitals),
    takes the table's name; where the table's case is there already, the two become one. None (and a line in the
    report) where the source is another case's.
    """
    sources = _sources(work, row)
    case = work.index.case(row.case)
    made = [(source, work.index.only_speaker(source)) for source in sources]
    if case is None:
        mine = next(((s, c) for s, c in made if c is not None and c.k not in work.claimed), None)
        if mine is not None and row.kind in {None, CaseKind.PERSON}:
            source, found = mine
            ours = work.index.is_provisional(found, source)
            if not ours and not work.differs(row, "case", found.name, row.case):
                return None
            case = work.rename(found, row.case)
        else:
            case = work.new_case(row.case, row.kind or CaseKind.PERSON)
    elif case.name != row.case and any(work.index.is_provisional(case, source) for source in sources):
        case = work.rename(case, row.case)  # LENA of the transcript is Lena in the table
    work.claimed.add(case.k)
    for source, other in made:
        if other is not None and other.k != case.k and other.k not in work.claimed:
            _absorb(work, row, source, other, case)
        _link(work, source, case)
    return case


def _sources(work: CaseImport, row: CaseRow) -> list[Source]:
    found: list[Source] = []
    for name in row.sources:
        source = work.index.source(name)
        if source is None:
            reason = "no source has this name; bring the file in first, or mend the name"
            work.refused.append(Refused(row.line, "source", name, reason))
        elif source not in found:
            found.append(source)
    return found


def _absorb(work: CaseImport, row: CaseRow, source: Source, other: Case, case: Case) -> None:
    """Makes the case that an import made for a source one with the row's case, unless more is known of it."""
    index = work.index
    if not index.is_provisional(other, source) or not index.is_bare(other):
        reason = f"“{other.name}” speaks in it as well, and stays a case of its own"
        work.refused.append(Refused(row.line, "source", source.name, reason))
        return
    for listed in index.extents.values():
        listed[:] = [work.pending.edit(e, case=case.k) if e.case == other.k else e for e in listed]
    for speakers in index.speakers.values():
        speakers[:] = [work.pending.edit(s, case=case.k) if s.case == other.k else s for s in speakers]
    work.renamed.append((other.name, case.name))
    work.pending.remove(other)
    index.forget(other)
    if other.participant is not None:
        work.pending.remove(index.participants.pop(other.participant))


def _link(work: CaseImport, source: Source, case: Case) -> None:
    how = Link.ABOUT if case.kind in _SPOKEN_OF else Link.SPEAKS
    extents = work.index.extents.setdefault(source.k, [])
    if not any(e.case == case.k and e.how is how and e.start is None for e in extents):
        extents.append(work.pending.add(Extent(work.pending.draw(), 0, case.k, source.k, None, None, None, how)))
        work.linked += 1
    if how is Link.ABOUT:
        return
    taking_part = work.index.taking_part(source)
    mine = [s for s in taking_part if folded(s.label) == folded(case.name)] or taking_part
    if len(mine) == 1 and mine[0].case is None:
        speakers = work.index.speakers[source.k]
        at = speakers.index(mine[0])
        speakers[at] = work.pending.edit(mine[0], case=case.k)


def describe_sources(work: CaseImport, row: CaseRow, wave: Wave | None) -> None:
    """Notes wave, date and length that a row gives for its source or sources."""
    sources = [source for name in row.sources if (source := work.index.source(name)) is not None]
    for source in sources:
        if wave is not None:
            _set(work, row, source.k, _Told("wave", wave.k, wave.name))
    for column, given, field in (("date", row.date, "held_on"), ("duration", row.minutes, "duration_s")):
        if not given or not sources:
            continue
        if len(sources) > 1:
            reason = "the row names several sources; give each a row of its own"
            work.refused.append(Refused(row.line, column, given, reason))
            continue
        value = _date(given) if field == "held_on" else _seconds(given)
        if value is None:
            reason = (
                "it takes a date such as 2026-03-31" if field == "held_on" else "it takes minutes such as 45 or 62.5"
            )
            work.refused.append(Refused(row.line, column, given, reason))
        else:
            _set(work, row, sources[0].k, _Told(field, value, given))


def _set(work: CaseImport, row: CaseRow, source: Key, told: _Told) -> None:
    now = work.index.sources[source]
    here = getattr(now, told.field)
    if here == told.value:
        return
    if here is None or work.differs(row, told.field.replace("_", " "), _said(work, told.field, here), told.given):
        work.index.sources[source] = work.pending.edit(now, **{told.field: told.value})


def _said(work: CaseImport, field: str, here: object) -> str:
    if field == "wave":
        return next((wave.name for wave in work.index.waves.values() if wave.k == here), "")
    return f"{here} s" if field == "duration_s" else str(here)


def _date(given: str) -> str | None:
    try:
        return dt.date.fromisoformat(given).isoformat()
    except ValueError:
        return None


def _seconds(given: str) -> int | None:
    try:
        minutes = Decimal(given)
    except InvalidOperation:
        return None
    return round(minutes * 60) if minutes.is_finite() and minutes > 0 else None
