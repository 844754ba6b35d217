"""Comparing what two copies of a study made of one row since they parted, field by field. Pure rules.

A side says what a row was when the copies parted, what it is now, and which of its fields were changed in
between. Fields are named by column; a removed row has no fields.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from trellis.core.chart import CellState
from trellis.core.framework_merging import lower
from trellis.core.keys import Key

Fields = Mapping[str, object]
"""The values of one row by column name."""


class ConflictState(StrEnum):
    """Whether a conflict has been settled."""

    OPEN = "open"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that both copies changed, each in its own way, kept until a person decides.

    about: the table; place: the key of the row, as JSON. one, other: keys of the changes that made the two
    states, the lower first, so that both copies call the same conflict the same. one_fields, other_fields: the
    fields in question as a JSON object; "null" where that side removed the row. subject: the source or case it
    is about, the other round where two were adopted, 0 for none. outcome: "one", "other", or the text that was
    written instead.
    """

    about: str
    place: str
    one: Key
    other: Key
    rev: Key
    subject: Key
    one_fields: str
    other_fields: str
    one_by: Key
    other_by: Key
    state: ConflictState = ConflictState.OPEN
    outcome: str = ""
    settled_by: Key | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One copy's way from the common state to now. base, now: None where there was no such row.

    pulled: fields as an earlier merge wrote them here, of a state that the other copy knows. writer: key of the
    last change to the row. wrote: whether this side wrote the row at all since. mended: whether only merges did, of
    what the other copy knows; then nobody's work is in it.
    """

    base: Fields | None
    now: Fields | None
    pulled: Fields = field(default_factory=dict)
    writer: Key = 0
    wrote: bool = False
    mended: bool = False

    @property
    def made(self) -> bool:
        """Whether the row came into being on this side."""
        return self.base is None and self.now is not None

    @property
    def removed(self) -> bool:
        """Whether the row was removed on this side."""
        return self.base is not None and self.now is None

    def touched(self, other: Side) -> frozenset[str]:
        """The fields that this side changed, net of what it changed back or took over from the other."""
        now = self.now
        if now is None:
            return frozenset()
        return frozenset(name for name in now if name != "rev" and now[name] != self._before(name, other))

    def _before(self, name: str, other: Side) -> object:
        """The value of a field from which this side began: the newest one that both sides know."""
        shared = None if other.base is None else other.base.get(name)
        if self.base is None:
            return _NOTHING if other.base is None else shared
        if name in self.pulled and other.base is not None and self.pulled[name] == shared:
            return shared
        return self.base.get(name)

    def still(self, other: Side) -> bool:
        """Whether nothing was done to the row on this side."""
        if self.now is None:
            return self.base is None
        if self.base is None and other.base is None:
            return False
        return not self.touched(other)


_NOTHING = object()
"""The value of a field before there was a row; equal to no value."""


class Verdict(StrEnum):
    """What becomes of a row."""

    SAME = "the same"
    KEEP = "ours"
    TAKE = "theirs"
    BOTH = "both"
    CONFLICT = "changed on both sides"


@dataclass(frozen=True, slots=True)
class Decision:
    """The row as it is to be; at_odds: the fields that both changed differently, "" for the row as a whole."""

    verdict: Verdict
    now: Fields | None
    at_odds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """How the rows of one table are compared.

    units: fields that only mean something together. quiet: fields that follow from others; where both sides
    changed them, the later side's count and nobody is asked. united: lists of which both sides' entries stay.
    """

    units: tuple[tuple[str, ...], ...] = ()
    quiet: frozenset[str] = frozenset()
    united: frozenset[str] = field(default_factory=frozenset)


_STRETCH = ("version", "start", "end")
_NOBODY: frozenset[str] = frozenset({"at", "by"})
RULES: dict[str, Rule] = {
    "coding": Rule((_STRETCH,), frozenset({"at", "framework_version"}), frozenset({"origins"})),
    "theme": Rule((), frozenset({"pos", "defined"})),
    "theme_todo": Rule((), frozenset({"state", "by", "coding"})),
    "looked_over": Rule((), _NOBODY),
    "statement": Rule((("chart", "row", "wave", "theme"),), _NOBODY | {"pos", "origin_theme"}),
    "evidence": Rule((_STRETCH, ("chart", "row", "wave", "theme")), frozenset({"seen", "coding"})),
    "cell": Rule((), _NOBODY | {"confirmed", "framework_version"}),
    "memo": Rule((_STRETCH,), _NOBODY),
    "element": Rule((), _NOBODY | {"pos", "confirmed"}),
    "element_link": Rule((), frozenset({"row", "wave", "layer", "words", "gone"})),
    "typology": Rule((), _NOBODY),
    "typology_dimension": Rule((), frozenset({"pos"})),
    "dimension_value": Rule((), frozenset({"pos"})),
    "case_type": Rule((), frozenset({"pos"})),
    "placement": Rule((), _NOBODY | {"note"}),
    "set_aside": Rule((), _NOBODY),
    "category": Rule((), _NOBODY | {"pos"}),
    "extent": Rule((_STRETCH,)),
    "rule": Rule((), _NOBODY),
    "kase": Rule((), frozenset({"pos"})),
    "attribute": Rule((), frozenset({"pos"})),
    "attribute_value": Rule((), frozenset({"origin"})),
    "wave": Rule((), frozenset({"pos"})),
    "topic": Rule((), frozenset({"pos"})),
    "framework_version": Rule((), frozenset({"number"})),
    "settlement": Rule((("outcome", "adopted", "reason", "by", "at"),)),
    "settled_coding": Rule((_STRETCH,), frozenset({*_STRETCH, "source", "theme", "coder"})),
    "finding": Rule((), _NOBODY | {"pos"}, frozenset({"answers"})),
    "finding_case": Rule((("stance", "note"),), _NOBODY),
    "counter_search": Rule((), _NOBODY),
    "waiver": Rule((("reason", "rests"),), _NOBODY),
    "wave_change": Rule((("kind", "text"),), _NOBODY | {"seen_earlier", "seen_later"}),
    "provision": Rule((), _NOBODY | {"pos"}),
    "experience": Rule((("value", "text"),), _NOBODY),
    "power_statement": Rule((), _NOBODY),
    "lens": Rule((("text", "title"),), _NOBODY | {"number"}, frozenset({"names"})),
    "judgement": Rule((("values", "lens"),), _NOBODY | {"framework_version"}),
    "override": Rule((("outcome", "reason"),), _NOBODY),
    "conflict": Rule((("state", "outcome", "settled_by"),), frozenset({"rev"})),
}
"""The tables that need a rule of their own."""

_PLAIN = Rule()


def rule_for(table: str) -> Rule:
    """How rows of a table are compared."""
    return RULES.get(table, _PLAIN)


def decide(table: str, ours: Side, theirs: Side) -> Decision:
    """What becomes of a row of which each copy made something since they parted."""
    if _alike(ours.now, theirs.now):
        return Decision(Verdict.SAME, _same(ours, theirs))
    if theirs.still(ours):
        return Decision(Verdict.KEEP, ours.now)
    rule = rule_for(table)
    if theirs.now is None or ours.now is None:
        return _one_gone(rule, ours, theirs)
    return _composed(rule, ours, theirs, ours.now, theirs.now)


def _alike(one: Fields | None, other: Fields | None) -> bool:
    """Whether two states say the same; the change that wrote them does not count."""
    if one is None or other is None:
        return one is other
    return all(one[name] == other[name] for name in one if name != "rev")


def _same(ours: Side, theirs: Side) -> Fields | None:
    """Which of two equal states is written down: that of the side that wrote it, else the later one."""
    if ours.now is None or theirs.now is None:
        return None
    if ours.wrote != theirs.wrote:
        return ours.now if ours.wrote else theirs.now
    return max(ours.now, theirs.now, key=_age)


def _age(state: Fields) -> tuple[int, int]:
    at, rev = state.get("at", 0), state["rev"]
    return (at if isinstance(at, int) else 0, rev if isinstance(rev, int) else 0)


def _one_gone(rule: Rule, ours: Side, theirs: Side) -> Decision:
    """One side has no such row (any more): what was removed stays so, unless the other side changed it."""
    if theirs.now is None:
        if theirs.mended:
            return Decision(Verdict.KEEP, ours.now)
        if not ours.mended and (ours.made or ours.touched(theirs) - rule.quiet):
            return Decision(Verdict.CONFLICT, ours.now, ("",))
        return Decision(Verdict.TAKE, None)
    if not ours.removed:
        return Decision(Verdict.TAKE, theirs.now)
    if ours.mended and not theirs.mended:
        return Decision(Verdict.TAKE, theirs.now)
    if not theirs.mended and (theirs.made or theirs.touched(ours) - rule.quiet):
        return Decision(Verdict.CONFLICT, None, ("",))
    return Decision(Verdict.KEEP, None)


def _composed(rule: Rule, ours: Side, theirs: Side, mine: Fields, yours: Fields) -> Decision:
    here, there = ours.touched(theirs), theirs.touched(ours)
    now: dict[str, object] = dict(mine)
    at_odds: list[str] = []
    later = max(mine, yours, key=_age)
    for unit in _units(rule, mine):
        equal = all(mine[name] == yours[name] for name in unit)
        if equal or not there.intersection(unit) or (theirs.mended and here.intersection(unit)):
            continue
        if ours.mended or not here.intersection(unit):
            now.update((name, yours[name]) for name in unit)
        elif rule.united.issuperset(unit):
            now.update((name, _united(mine[name], yours[name])) for name in unit)
        elif _both_moved(unit, ours, theirs):
            continue
        elif rule.quiet.issuperset(unit):
            now.update((name, later[name]) for name in unit)
        else:
            at_odds.extend(unit)
    if at_odds:
        return Decision(Verdict.CONFLICT, now, tuple(at_odds))
    if _alike(now, yours):
        return Decision(Verdict.TAKE, yours)
    return Decision(Verdict.KEEP if _alike(now, mine) else Verdict.BOTH, now)


def _both_moved(unit: tuple[str, ...], ours: Side, theirs: Side) -> bool:
    """Whether both sides put a segment on a corrected text of their own: which text is read is asked, not each."""
    sides = (ours, theirs)
    return unit == _STRETCH and all(
        side.now is not None and side.base is not None and side.now["version"] != side.base["version"] for side in sides
    )


def _units(rule: Rule, state: Fields) -> list[tuple[str, ...]]:
    joined = {name for unit in rule.units for name in unit}
    alone = [(name,) for name in state if name not in joined and name != "rev"]
    return [*rule.units, *alone]


def _united(one: object, other: object) -> object:
    """The entries of two JSON lists, each once, in an order that does not tell whose came first."""
    entries = {json.dumps(entry): entry for text in (one, other) for entry in json.loads(str(text))}
    return json.dumps([entries[key] for key in sorted(entries)], ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Filled:
    """In which states of a cell there are statements: here, there, and once both are brought together."""

    ours: bool
    theirs: bool
    after: bool


def decide_cell(ours: Side, theirs: Side, filled: Filled) -> Decision:
    """What becomes of a cell: words go before a reason for a blank; both filled, the state that is less done.

    A cell that one side emptied stays where the other side has words in it.
    """
    if filled.after and theirs.now is None and ours.now is not None:
        return Decision(Verdict.KEEP, ours.now)
    if filled.after and ours.now is None and theirs.now is not None:
        return Decision(Verdict.TAKE, theirs.now)
    plain = decide("cell", ours, theirs)
    if plain.verdict is not Verdict.CONFLICT or ours.now is None or theirs.now is None or plain.now is None:
        return plain
    if not filled.after:
        return plain
    said = dict(plain.now)
    if filled.ours == filled.theirs:
        state = lower(CellState(str(ours.now["state"])), CellState(str(theirs.now["state"]))).value
        said.update(state=state, blank=None)
    else:
        chosen = ours.now if filled.ours else theirs.now
        said.update(state=chosen["state"], blank=chosen["blank"])
    return Decision(Verdict.KEEP if _alike(said, ours.now) else Verdict.BOTH, said)


def decide_conflict(ours: Side, theirs: Side) -> Decision:
    """What becomes of a conflict that both copies know: settled by one is settled; by both, the later one counts."""
    plain = decide("conflict", ours, theirs)
    if plain.verdict is not Verdict.CONFLICT or ours.now is None or theirs.now is None:
        return Decision(Verdict.KEEP, ours.now or theirs.now) if plain.verdict is Verdict.CONFLICT else plain
    settled = [now for now in (ours.now, theirs.now) if now["state"] == ConflictState.SETTLED.value]
    return Decision(Verdict.BOTH, max(settled, key=_age))
