"""Bringing another copy of a study in: its rows compared with ours, its changes carried along.

What stands here is about rows; what the framework, duplicates and names ask for follows in the same change.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection

from trellis.core.keys import Key
from trellis.core.merging import (
    Conflict,
    ConflictState,
    Decision,
    Fields,
    Filled,
    Side,
    Verdict,
    decide,
    decide_cell,
    decide_conflict,
)
from trellis.store import history, sql
from trellis.store.changes import Change
from trellis.store.images import Image
from trellis.store.lineage import HANDED, Lineage
from trellis.store.mapping import CODECS, Row
from trellis.store.merging_links import close_links
from trellis.store.merging_plan import Copies, Heeded, Plan, settle_row
from trellis.store.sides import Place, fields_of, row_of
from trellis.store.specs import SPECS
from trellis.store.tombstones import take_over
from trellis.store.verify import HANDOUT


@dataclass(frozen=True, slots=True)
class Brought:
    """What came in.

    changes: how many of the other copy's changes were carried along. places: the rows that were written here,
    with what became of them; before, after: those rows as they were and as they are. asked: how many conflicts are new.
    mine, theirs: what each copy's state rests on. followed: whether the other copy had seen all of ours.
    carried: the other copy's changes that were carried along. at_odds: the places of what has to be settled.
    """

    changes: int
    places: dict[Place, Verdict]
    asked: int
    mine: Lineage
    theirs: Lineage
    followed: bool = False
    before: dict[Place, Row | None] = field(default_factory=dict)
    after: dict[Place, Row | None] = field(default_factory=dict)
    carried: frozenset[Key] = frozenset()
    at_odds: frozenset[Place] = frozenset()

    def keys(self, table: str) -> list[Key]:
        """The keys of the rows of a table (keyed by one number) that were written."""
        return [place[1][0] for place in self.places if place[0] == table]


_NOTHING_HEEDED = Heeded()


def bring(change: Change, theirs: Connection, heeded: Heeded = _NOTHING_HEEDED) -> Brought:
    """Writes what another copy of the study has made since the copies parted, in the open change.

    The files are mergeable (`require_mergeable`). heeded: what withdrawals ask for.
    """
    copies = Copies(change, theirs, heeded)
    if not copies.news:
        return Brought(0, {}, 0, copies.mine, copies.yours)
    plan = planned(copies)
    conflicts = list(_asked(copies, plan))
    images = plan.images()
    if not (images or conflicts) and all(link.parent2 or link.action == HANDOUT for link in copies.news):
        # The other copy only merged what is known here, or nothing was done in a package; there is nothing to record.
        return Brought(0, {}, 0, copies.mine, copies.yours)
    _bring_contents(copies, images)
    change.writer.apply(images)
    _record(change, conflicts)
    _carry(copies)
    take_over(copies.ours, theirs)
    written = {(image.table, image.key): plan.verdicts[image.table, image.key] for image in images}
    carried = frozenset(link.k for link in copies.news)
    return Brought(
        sum(link.action != HANDOUT for link in copies.news),
        written,
        len(conflicts),
        copies.mine,
        copies.yours,
        copies.behind,
        plan.before,
        plan.after,
        carried,
        frozenset((one.about, tuple(json.loads(one.place))) for one in conflicts),
    )


def planned(copies: Copies) -> Plan:
    """What becomes of every row that the other copy wrote."""
    plan = Plan()
    if copies.behind:
        _follow(copies, plan)
        return plan
    for place in [place for place in copies.their_sides if place[0] == "conflict"]:
        _heed(copies, place)
    places = [place for place in copies.their_sides if not _stays_away(copies, place)]
    for place in places:
        if place[0] == "conflict":
            settle_row(copies, plan, place, decide_conflict(copies.our_side(place), copies.their_sides[place]))
        elif place[0] != "cell":
            theirs = copies.their_sides[place]
            settle_row(copies, plan, place, _decided(copies, place, theirs))
    if cells := [place for place in places if place[0] == "cell"]:
        filled = _filled(copies, plan)
        for place in cells:
            said = decide_cell(copies.our_side(place), copies.their_sides[place], filled(place[1]))
            settle_row(copies, plan, place, said)
    close_links(copies, plan)
    return plan


def _follow(copies: Copies, plan: Plan) -> None:
    """Takes every row as it is in a copy that has seen all that was done here.

    Where conflicts were decided there, more may differ than what was written since the copies last met.
    """
    decided = copies.heeded.done or copies.theirs.exec_driver_sql("SELECT count(*) FROM conflict").scalar_one()
    places = set(copies.their_sides) | (_unequal(copies) if decided else set())
    for place in sorted(places):
        row = copies.live(copies.theirs, place)
        if place == ("setting", (HANDED,)) or (row is not None and copies.gone.covers(place[0], row)):
            continue
        plan.before[place], plan.after[place] = copies.live(copies.ours, place), row
        plan.verdicts[place] = Verdict.TAKE


def _unequal(copies: Copies) -> set[Place]:
    """The places where the two files hold rows that were not written by the same change."""
    found: set[Place] = set()
    for spec in SPECS:
        statement = sql.keys_and_rev(spec.name)
        ours, theirs = (
            {tuple(row) for row in connection.exec_driver_sql(statement).fetchall()}
            for connection in (copies.ours, copies.theirs)
        )
        found |= {(spec.name, row[:-1]) for row in ours ^ theirs}
    return found


def _heed(copies: Copies, place: Place) -> None:
    """Makes a conflict that was settled count: the row that it was about is as on the side that settled it last."""
    ours, theirs = copies.our_side(place), copies.their_sides[place]
    if theirs.now is None or theirs.now["state"] != ConflictState.SETTLED.value:
        return
    about = (str(theirs.now["about"]), tuple(json.loads(str(theirs.now["place"]))))
    mine = copies.our_side(about)
    chosen = decide_conflict(ours, theirs).now
    if chosen is not None and ours.now is not None and chosen["rev"] == ours.now["rev"]:
        copies.their_sides[about] = Side(mine.base, mine.base)
        return
    row = copies.live(copies.theirs, about)
    if about not in copies.their_sides:
        now = None if row is None else fields_of(about[0], row)
        copies.their_sides[about] = Side(mine.base, now, {}, 0 if now is None else int(str(now["rev"])), wrote=True)
    if mine.now is None and row is not None:
        _bring_along(copies, about[1][0])
    if ours.now is not None and ours.now["state"] == ConflictState.SETTLED.value:
        copies.our_sides[about] = Side(mine.now, mine.now, {}, mine.writer)


def _bring_along(copies: Copies, k: object) -> None:
    """What hangs on a row that was kept after all comes back with it."""
    for table, column in (("theme_todo", "coding"), ("looked_over", "coding"), ("evidence", "for_k")):
        for found in copies.theirs.exec_driver_sql(sql.select(table, column), (k,)).fetchall():
            row = tuple(found)
            now = fields_of(table, row)
            side = Side(None, now, {}, int(str(now["rev"])), wrote=True)
            copies.their_sides.setdefault((table, CODECS[table].key(row)), side)


def _decided(copies: Copies, place: Place, theirs: Side) -> Decision:
    ours = copies.our_side(place)
    if copies.mine.handed is not None and ours.now is None and ours.base is None and theirs.now is not None:
        return Decision(Verdict.TAKE, theirs.now)
    return decide(place[0], ours, theirs)


def _stays_away(copies: Copies, place: Place) -> bool:
    """What is never taken over: what a package says of itself, and what belongs to somebody who withdrew."""
    if place == ("setting", (HANDED,)):
        return True
    now = copies.their_sides[place].now
    return now is not None and copies.gone.covers(place[0], row_of(place[0], now))


_CELLS = 'SELECT k, chart, theme, "row", wave FROM statement'


def _filled(copies: Copies, plan: Plan) -> Callable[[Row], Filled]:
    """Tells of a cell, by its key, in which states there are statements in it; those of the plan are decided upon."""
    ours, theirs = (
        {row[0]: tuple(row[1:]) for row in connection.exec_driver_sql(_CELLS).fetchall()}
        for connection in (copies.ours, copies.theirs)
    )
    after = dict(ours)
    for (table, key), row in plan.after.items():
        if table == "statement" and row is not None:
            after[key[0]] = cell_of(row)
        elif table == "statement":
            after.pop(key[0], None)
    here, there, then = (frozenset(cells.values()) for cells in (ours, theirs, after))
    return lambda cell: Filled(cell in here, cell in there, cell in then)


_STATEMENT = CODECS["statement"].columns


def cell_of(statement: Row) -> Row:
    """The key of the cell that a statement's row stands in."""
    return tuple(statement[_STATEMENT.index(name)] for name in ("chart", "theme", "row", "wave"))


def _asked(copies: Copies, plan: Plan) -> Iterator[Conflict]:
    """The conflicts of a plan that were not asked before."""
    for place, fields in plan.at_odds.items():
        ours, theirs = copies.our_side(place), copies.their_sides.get(place) or copies.our_side(place)
        conflict = _conflict(copies, place, fields, ours, theirs)
        key = (conflict.about, conflict.place, conflict.one, conflict.other)
        if copies.change.find(Conflict, *key) is None and ("conflict", key) not in plan.after:
            yield conflict


def _conflict(copies: Copies, place: Place, fields: tuple[str, ...], ours: Side, theirs: Side) -> Conflict:
    states = [(side.writer, _said(side.now, fields)) for side in (ours, theirs)]
    (one, one_said), (other, other_said) = sorted(states)
    now = ours.now or theirs.now or {}
    subject = CODECS[place[0]].subject(row_of(place[0], now))
    one_by, other_by = _person(copies, one), _person(copies, other)
    key = json.dumps(place[1], ensure_ascii=False, separators=(",", ":"))
    return Conflict(place[0], key, one, other, 0, subject, one_said, other_said, one_by, other_by)


def _said(now: Fields | None, fields: tuple[str, ...]) -> str:
    """The fields in question, as JSON; all of them where one side removed the row."""
    chosen = now if now is None or fields == ("",) else {name: now[name] for name in fields}
    return json.dumps(None if chosen is None else dict(chosen), ensure_ascii=False, separators=(",", ":"))


def _person(copies: Copies, change: Key) -> Key:
    for connection in (copies.ours, copies.theirs):
        found = history.origin_of(connection, change)
        if found is not None:
            return found.person
    return 0


def _record(change: Change, conflicts: Iterable[Conflict]) -> None:
    """Keeps the conflicts; one that is open about the same and older is asked no more."""
    for conflict in conflicts:
        for older in change.all(Conflict, about=conflict.about, place=conflict.place, state=ConflictState.OPEN.value):
            if {older.one, older.other} & {conflict.one, conflict.other}:
                change.delete(older)
        change.insert(conflict)


_VERSION, _SOURCE = CODECS["version"].columns, CODECS["source"].columns


def _bring_contents(copies: Copies, images: list[Image]) -> None:
    """Copies the texts and originals that rows which come in name."""
    for image in images:
        if image.table == "version" and image.after is not None:
            _bring_content(copies, image.after[_VERSION.index("sha")])
            _bring_content(copies, image.after[_VERSION.index("original")])
        if image.table == "source" and image.after is not None:
            _bring_content(copies, image.after[_SOURCE.index("original")])


def _bring_content(copies: Copies, sha: str | None) -> None:
    found = "SELECT body, data FROM content WHERE sha = ?"
    row = None if sha is None else copies.theirs.exec_driver_sql(found, (sha,)).fetchone()
    # What is here and has no content any more was destroyed on purpose.
    if sha is None or row is None or copies.ours.exec_driver_sql(found, (sha,)).fetchone() is not None:
        return
    if row[0] is not None:
        copies.change.keep_text(row[0])
    if row[1] is not None:
        copies.change.keep_original(sha, row[1])


def _carry(copies: Copies) -> None:
    """The other copy's changes, as they are, and the numbers that it draws keys under."""
    keys = [link.k for link in copies.news]
    history.carry(copies.theirs, copies.ours, keys, copies.change.key, copies.gone.covers_chunk)
    copies.change.join(copies.mine.head, copies.yours.head)
    replicas = copies.theirs.exec_driver_sql("SELECT number, guid, '', made_at, next FROM replica").fetchall()
    copies.ours.exec_driver_sql(
        "INSERT OR IGNORE INTO replica (number, guid, place, made_at, next) VALUES (?, ?, ?, ?, ?)",
        [tuple(row) for row in replicas],
    )
