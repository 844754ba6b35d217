"""Two copies of a study side by side, and what is to become of each row in which they may differ."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection

from trellis.core.merging import Decision, Fields, Side, Verdict
from trellis.store import sql
from trellis.store.changes import Change
from trellis.store.images import Image
from trellis.store.lineage import Lineage, require_own_keys, require_same_study
from trellis.store.mapping import CODECS, Row
from trellis.store.sides import Place, fields_of, row_of, sides
from trellis.store.tombstones import Tombstones


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


class Copies:
    """Our open change and the other copy, with what each made of every row since they parted."""

    def __init__(self, change: Change, theirs: Connection, name: str) -> None:
        self.change, self.ours, self.theirs = change, change.connection, theirs
        require_same_study(self.ours, theirs, name)
        self.mine, self.yours = Lineage(self.ours), Lineage(theirs)
        require_own_keys(self.ours, theirs, (self.mine, self.yours), name)
        self.news = self.yours.all_beyond(self.mine)
        own = self.mine.own_beyond(self.yours)
        self.behind = not own and self.mine.handed is None and self.yours.handed is None
        """Whether the other copy has seen and decided upon everything that was done here."""
        self.our_sides = sides(self.ours, own, self.mine, self.yours)
        self.their_sides = sides(theirs, self.yours.own_beyond(self.mine), self.yours, self.mine)
        self.gone = Tombstones(self.ours)

    def live(self, connection: Connection, place: Place) -> Row | None:
        """The row at a place as it is in one of the files."""
        table, key = place
        row = connection.exec_driver_sql(sql.select(table, *CODECS[table].spec.key), key).fetchone()
        return None if row is None else tuple(row)

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


def settle_row(copies: Copies, plan: Plan, place: Place, decision: Decision) -> None:
    """Writes a decision into the plan."""
    now = copies.our_side(place).now
    plan.before[place] = None if now is None else row_of(place[0], now)
    plan.after[place] = copies.row(place, decision.now, decision.verdict)
    plan.verdicts[place] = decision.verdict
    if decision.verdict is Verdict.CONFLICT:
        plan.at_odds[place] = decision.at_odds
