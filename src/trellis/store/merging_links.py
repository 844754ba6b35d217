"""What a row needs beside it: after two copies are brought together, nothing may name what is gone.

What one copy removed and the other has since built upon stays, and is listed as changed on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator

from trellis.core.merging import Side, Verdict
from trellis.store.mapping import CODECS, Row
from trellis.store.merging_plan import Copies, Plan
from trellis.store.sides import Place, fields_of, row_of
from trellis.store.specs import BEARERS, SPECS
from trellis.store.sql import quoted

LET_GO: dict[tuple[str, str], dict[str, object]] = {
    ("evidence", "coding"): {"coding": None, "seen": 0},
    ("theme_operation", "memo"): {"memo": None},
}
"""Links that may be let go of, with what the row then says."""
GOES_ALONG = frozenset({"theme_todo", "looked_over", "placement", "type_value", "topic_theme"})
"""Rows that go with what they name."""


def close_links(copies: Copies, plan: Plan) -> None:
    """Extends the plan until every row of it, and every row that rests on what it removes, has what it needs."""
    ahead = [place for place, row in plan.after.items() if row is not None]
    ahead += list(_resting_on_removed(copies, plan))
    while ahead:
        place = ahead.pop()
        missing = next(_missing(copies, plan, place), None)
        if missing is not None:
            ahead += [place, *_mend(copies, plan, place, *missing)]


def _missing(copies: Copies, plan: Plan, place: Place) -> Iterator[tuple[str, Place]]:
    """What a row needs that is not there."""
    row = _after(copies, plan, place)
    if row is not None:
        yield from ((column, target) for column, target in needs(place[0], row) if _after(copies, plan, target) is None)


def needs(table: str, row: Row) -> Iterator[tuple[str, Place]]:
    """What a row cannot be without, with the column that says so."""
    codec = CODECS[table]
    for column, target in codec.spec.refs:
        value = row[codec.columns.index(column)]
        if value is not None:
            yield column, (target, (value,))
    said = fields_of(table, row)
    if table == "evidence" and said["for_kind"] in BEARERS:
        yield "for_k", (str(said["for_kind"]), (said["for_k"],))
    if table == "statement":
        yield "theme", ("cell", tuple(said[name] for name in ("chart", "theme", "row", "wave")))


def _after(copies: Copies, plan: Plan, place: Place) -> Row | None:
    return plan.after[place] if place in plan.after else copies.live(copies.ours, place)


def _mend(copies: Copies, plan: Plan, place: Place, column: str, target: Place) -> list[Place]:
    """Lets go of a link, lets the row go along, or keeps what it needs; the rows to look at next."""
    table = place[0]
    row = _after(copies, plan, place)
    if row is None:
        return []
    if (table, column) in LET_GO:
        said = {**fields_of(table, row), **LET_GO[table, column], "rev": copies.change.key}
        _put(copies, plan, place, tuple(said[name] for name in CODECS[table].columns))
        return []
    if table in GOES_ALONG:
        _put(copies, plan, place, None)
        return []
    kept = _last_seen(copies, plan, target)
    if kept is None:
        _put(copies, plan, place, plan.before.get(place))
        return []
    _put(copies, plan, target, kept)
    if target[0] not in {"cell", *GOES_ALONG}:
        plan.verdicts[target] = Verdict.CONFLICT
        plan.at_odds[target] = ("",)
        _remember_both(copies, target, kept)
    return [target]


def _last_seen(copies: Copies, plan: Plan, place: Place) -> Row | None:
    """The row as it was last anywhere: here, in the other copy, or when the copies parted."""
    if plan.before.get(place) is not None:
        return plan.before[place]
    sides = (copies.our_sides.get(place), copies.their_sides.get(place))
    bases = (row_of(place[0], side.base) for side in sides if side is not None and side.base is not None)
    seen = [copies.live(copies.theirs, place), *bases]
    # What was destroyed on purpose stays so; what needs it does not come.
    return next((row for row in seen if row is not None and not copies.gone.covers(place[0], row)), None)


def _put(copies: Copies, plan: Plan, place: Place, row: Row | None) -> None:
    plan.before.setdefault(place, copies.live(copies.ours, place))
    plan.after[place] = row
    plan.verdicts.setdefault(place, Verdict.BOTH)


def _remember_both(copies: Copies, place: Place, kept: Row) -> None:
    """Both sides of a row that one removed and the other needs, for the list of conflicts."""
    said = fields_of(place[0], kept)
    for sides in (copies.our_sides, copies.their_sides):
        if place not in sides:
            rev = said["rev"]
            sides[place] = Side(said, said, {}, rev if isinstance(rev, int) else 0)


def _resting_on_removed(copies: Copies, plan: Plan) -> Iterator[Place]:
    """Our rows that name something that the plan removes, and that the plan leaves as they are."""
    going = {place[1][0] for place, row in plan.after.items() if row is None and CODECS[place[0]].spec.key == ("k",)}
    emptied = {place[1] for place, row in plan.after.items() if row is None and place[0] == "cell"}
    for cell in emptied:
        at = 'SELECT k FROM statement WHERE chart = ? AND theme = ? AND "row" = ? AND wave = ?'
        for (k,) in copies.ours.exec_driver_sql(at, cell).fetchall():
            yield "statement", (k,)
    if not going:
        return
    copies.ours.exec_driver_sql("CREATE TEMP TABLE IF NOT EXISTS leaving (k INTEGER PRIMARY KEY)")
    copies.ours.exec_driver_sql("DELETE FROM temp.leaving")
    copies.ours.exec_driver_sql("INSERT INTO temp.leaving VALUES (?)", [(k,) for k in going])
    for spec in SPECS:
        key = ", ".join(quoted(name) for name in spec.key)
        columns = [column for column, _ in spec.refs] + (["for_k"] if spec.name == "evidence" else [])
        for column in columns:
            rows = copies.ours.exec_driver_sql(
                f"SELECT {key} FROM {quoted(spec.name)} WHERE {quoted(column)} IN (SELECT k FROM temp.leaving)"
            ).fetchall()
            yield from ((spec.name, tuple(row)) for row in rows)
