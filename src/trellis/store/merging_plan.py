"""Two copies of a study side by side, and what is to become of each row in which they may differ."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from trellis.core.errors import StudyFileError
from trellis.core.keys import Key
from trellis.core.merging import Decision, Fields, Side, Verdict
from trellis.store import sql
from trellis.store.changes import Change
from trellis.store.erasing import erased_tables
from trellis.store.images import Image
from trellis.store.lineage import Lineage, Link, require_own_keys, require_same_study
from trellis.store.mapping import CODECS, Row
from trellis.store.rekeying import require_not_rekeyed
from trellis.store.sides import Place, fields_of, row_of, sides
from trellis.store.tombstones import Tombstones, unheard


@dataclass(slots=True)
class Plan:
    """What is to become of each row that may differ. before, after: the row here, None where there is none."""

    before: dict[Place, Row | None] = field(default_factory=dict)
    after: dict[Place, Row | None] = field(default_factory=dict)
    verdicts: dict[Place, Verdict] = field(default_factory=dict)
    at_odds: dict[Place, tuple[str, ...]] = field(default_factory=dict)

    def images(self) -> list[Image]:
        """What has to be written."""
        pairs = ((place, self.before[place], after) for place, after in self.after.items())
        return [Image(place[0], before, after) for place, before, after in pairs if before != after]


@dataclass(frozen=True, slots=True)
class Heeded:
    """What withdrawals ask of a merge.

    done: the change that carried withdrawals of the other copy out here, 0 for none. away: keys of what the other
    copy has of people who withdrew here.
    """

    done: Key = 0
    away: frozenset[Key] = frozenset()


class Copies:
    """Our open change and the other copy, with what each made of every row since they parted."""

    def __init__(self, change: Change, theirs: Connection, heeded: Heeded) -> None:
        self.change, self.ours, self.theirs = change, change.connection, theirs
        self.mine, self.yours = Lineage(self.ours), Lineage(theirs)
        self.news = self.yours.all_beyond(self.mine)
        self.heeded = heeded
        self._rows: dict[bool, dict[Place, Row | None]] = {True: {}, False: {}}
        own = self.mine.own_beyond(self.yours)
        whole = self.mine.handed is None and self.yours.handed is None
        self.behind = whole and all(link.k == heeded.done for link in own)
        """Whether the other copy has seen and decided upon everything that was done here."""
        self.our_sides = sides(self.ours, own, self.mine, self.yours)
        news = self.yours.own_beyond(self.mine)
        self.their_sides = sides(theirs, news, self.yours, self.mine)
        self._look_behind_erased(self.ours, own, self.our_sides, ours=True)
        self._look_behind_erased(theirs, news, self.their_sides, ours=False)
        self.read(self.ours, self.their_sides)
        self.gone = Tombstones(self.ours, unheard(self.ours, theirs), heeded.away)

    def _look_behind_erased(
        self, connection: Connection, links: list[Link], found: dict[Place, Side], *, ours: bool
    ) -> None:
        """Where images were erased, the rows themselves say what a side came to.

        What was erased here is nobody's doing to be held against the other side.
        """
        erased = {k: tables for k, tables in erased_tables(connection).items() if k in {link.k for link in links}}
        if not erased:
            return
        self.read(connection, found)
        for place, side in list(found.items()):
            row = self.live(connection, place)
            now = None if row is None else fields_of(place[0], row)
            begun = 0 if side.base is None else int(str(side.base["rev"]))
            # What the row was before what was erased is not known.
            unseen = not ours and now is not None and place[0] in erased.get(begun, set())
            found[place] = replace(side, base=None if unseen else side.base, now=now)
        for place, row in _written_by(connection, erased):
            if place not in found:
                now = fields_of(place[0], row)
                found[place] = Side(now if ours else None, now, {}, row[CODECS[place[0]].rev_at], wrote=True)

    def live(self, connection: Connection, place: Place) -> Row | None:
        """The row at a place as it is in one of the files, before the merge writes."""
        found = self._rows[connection is self.ours]
        if place not in found:
            self.read(connection, [place])
        return found[place]

    def read(self, connection: Connection, places: Iterable[Place]) -> None:
        """Reads many rows at once, to be had by `live`: a statement a row costs more than all else of a merge."""
        found = self._rows[connection is self.ours]
        keys: dict[str, list[Row]] = {}
        for place in places:
            if place not in found:
                found[place] = None
                keys.setdefault(place[0], []).append(place[1])
        for table, listed in keys.items():
            key = CODECS[table].key
            rows = connection.exec_driver_sql(sql.select_listed(table), (json.dumps(listed),)).fetchall()
            found.update(((table, key(tuple(row))), tuple(row)) for row in rows)

    def our_side(self, place: Place) -> Side:
        """What we made of a row; one that we did not write is as it was."""
        if place in self.our_sides:
            return self.our_sides[place]
        row = self.live(self.ours, place)
        now = None if row is None else fields_of(place[0], row)
        return Side(now, now, {}, 0 if now is None else int(str(now["rev"])))

    def row(self, place: Place, now: Fields | None, verdict: Verdict) -> Row | None:
        """The row that a decision asks for; what neither side had so is written by this merge."""
        if now is None:
            return None
        table = place[0]
        mine = self.our_side(place).now
        composed = verdict in {Verdict.BOTH, Verdict.CONFLICT} and (mine is None or dict(mine) != dict(now))
        return row_of(table, {**now, "rev": self.change.key} if composed else now)


def require_mergeable(ours: Connection, theirs: Connection, name: str) -> None:
    """Nothing, if the files are copies of one study whose keys can be told apart; raises StudyFileError otherwise."""
    require_same_study(ours, theirs, name)
    mine, yours = Lineage(ours), Lineage(theirs)
    require_not_rekeyed(ours, (mine, yours), theirs, name)
    require_own_keys(ours, theirs, (mine, yours), name)
    if mine.handed is not None and yours.handed is None:
        message = (
            f"this file is a package and {name} is the whole study; merge the package into the study, "
            "and hand out again for what has changed there"
        )
        raise StudyFileError(message)


def _written_by(connection: Connection, erased: dict[Key, set[str]]) -> Iterable[tuple[Place, Row]]:
    """The rows that are as a change left them of which such images were erased."""
    for table in {table for tables in erased.values() for table in tables}:
        codec = CODECS[table]
        for row in connection.exec_driver_sql(sql.select(table)).fetchall():
            if table in erased.get(row[codec.rev_at], ()):
                yield (table, codec.key(tuple(row))), tuple(row)


def settle_row(copies: Copies, plan: Plan, place: Place, decision: Decision) -> None:
    """Writes a decision into the plan."""
    now = copies.our_side(place).now
    plan.before[place] = None if now is None else row_of(place[0], now)
    plan.after[place] = copies.row(place, decision.now, decision.verdict)
    plan.verdicts[place] = decision.verdict
    if decision.verdict is Verdict.CONFLICT:
        plan.at_odds[place] = decision.at_odds
