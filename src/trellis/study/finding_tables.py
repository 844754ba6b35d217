"""Findings as tables: the list, the cases of one, and those that speak against it or are not placed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trellis.core.finding_placing import Basis, Group
from trellis.core.finding_view import FindingPlace, FindingView
from trellis.study.table import Table, Value

_SHOWN = (Group.HOLDS, Group.QUALIFIED, Group.CONTRARY, Group.NOT_ASKED, Group.SILENT, Group.TO_PLACE)


def findings_table(views: Sequence[FindingView]) -> Table:
    """Every finding: what it is, how many of its cases stand in which list, how much evidence, what it lacks."""
    rows = tuple(_line(view) for view in views)
    heads = ("n", "status", "output", "finding", *(group.value for group in _SHOWN), "asked", "evidence", "wants")
    note = "“asked” is the base of “most” and “some”: its cases without those not asked, not charted, not applicable."
    return Table(heads, rows, "Findings", note)


def _line(view: FindingView) -> tuple[Value, ...]:
    wants = [*view.stale, *view.wanting]
    counts = (len(view.of(group)) for group in _SHOWN)
    said = view.finding
    return (
        view.number,
        said.status.value,
        said.output.value,
        said.statement,
        *counts,
        view.base,
        len(view.evidence),
        "; ".join(wants),
    )


def cases_table(view: FindingView, group: Group | None) -> Table:
    """The cases of a finding, list by list. group: this list alone."""
    wanted = [each for each in Group if group in {None, each}]
    places = [place for each in wanted for place in view.of(each)]
    places += [place for place in view.outside if group in {None, place.group}]
    return _table(places, f"Cases of finding {view.number}", f"{view.base} were asked.")


def counter_table(view: FindingView) -> Table:
    """The cases that were charted and do not carry the claim: contrary, not placed, silent."""
    said = "Nobody has recorded a search for cases against it." if not view.is_tested else ""
    return _table(view.counter, f"Cases that do not carry finding {view.number}", said)


def _table(places: Iterable[FindingPlace], title: str, note: str) -> Table:
    heads = ("case", "wave", "list", "rests on", "in scope", "evidence", "reason", "what its cells say")
    rows = tuple(
        (
            place.name,
            place.wave_name,
            place.group.value,
            "" if place.basis is Basis.NOTHING else place.basis.value,
            "yes" if place.in_scope else "no",
            len(place.evidence),
            place.note,
            place.cells,
        )
        for place in places
    )
    return Table(heads, rows, title, note)
