"""What follows once another copy's rows are in: one of what is there twice, no theme inside itself, names apart.

Shared steps on the open change of a merge. Each looks at the state only, so that both copies come to the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from trellis.core.attribute import Attribute
from trellis.core.case import Case, Extent, Wave
from trellis.core.chart import Cell, Evidence
from trellis.core.coding import Coding, Round, Rule
from trellis.core.framework import FrameworkVersion, Theme, ThemeTodo, TodoState
from trellis.core.framework_merging import joined_coding, same_place
from trellis.core.keys import Key
from trellis.core.merging import Conflict
from trellis.core.source import Source
from trellis.core.study import Person
from trellis.store import history
from trellis.store.changes import Change
from trellis.store.mapping import CODEC_OF, CODECS, Record
from trellis.store.merging import Brought
from trellis.store.people import point_to_person
from trellis.store.queries.codings import twice_coded
from trellis.study.chart_given import statements_of
from trellis.study.framework_carrying import point_elsewhere, rewritten
from trellis.study.merging_framework import follow_framework
from trellis.study.merging_texts import follow_corrections, number_versions
from trellis.study.resolve import folded

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Mended:
    """What had to be put right after two copies were brought together. Counts.

    people: persons known twice who became one. joined: codings and links there twice that became one.
    carried: codings and cells put under the theme that theirs went into. listed: codings put on the to-do list.
    renamed: things named apart. asked: conflicts that only showed in the whole. moved: segments put on a text
    that was corrected meanwhile.
    """

    people: int = 0
    joined: int = 0
    carried: int = 0
    listed: int = 0
    renamed: int = 0
    asked: int = 0
    moved: int = 0


def mend(change: Change, brought: Brought) -> Mended:
    """Puts right what only shows in the whole."""
    people = _one_of_each_person(change)
    asked = _no_theme_in_itself(change, brought)
    asked += _one_index(change, brought)
    number_versions(change)
    moved = follow_corrections(change, brought)
    carried, listed = follow_framework(change, brought)
    joined = _join_codings(change, brought)
    joined += _join_alike(change, Evidence, brought, "evidence") + _join_alike(change, Extent, brought, "extent")
    _join_todos(change)
    _no_hollow_cells(change, brought)
    renamed = _names_apart(change, brought) + _numbers_apart(change)
    return Mended(people, joined, carried, listed, renamed, asked, moved)


def _one_of_each_person(change: Change) -> int:
    """Somebody who joined two copies apart is one person: who has the lower key."""
    kept: dict[str, Person] = {}
    gone = 0
    for person in sorted(change.all(Person), key=lambda person: person.k):
        first = kept.setdefault(folded(person.name), person)
        if first is not person:
            point_to_person(change, person.k, first.k)
            change.delete(person)
            gone += 1
    return gone


def _no_theme_in_itself(change: Change, brought: Brought) -> int:
    """A move of theirs that, with ours, would put a theme into itself waits for a decision."""
    asked = 0
    for k in brought.keys("theme"):
        themes = {theme.k: theme for theme in change.all(Theme)}
        before = brought.before.get(("theme", (k,)))
        if k not in themes or before is None or not _goes_round(themes, k):
            continue
        old = CODECS["theme"].record(before)
        ask(change, themes[k], {"parent": old.parent}, {"parent": themes[k].parent}, old.rev)
        change.update(themes[k], replace(themes[k], parent=old.parent, pos=old.pos))
        asked += 1
    return asked


def _goes_round(themes: Mapping[Key, Theme], k: Key) -> bool:
    seen: set[Key] = set()
    at: Key | None = k
    while at is not None and at not in seen:
        seen.add(at)
        at = themes[at].parent if at in themes else None
    return at is not None


def ask(
    change: Change,
    record: Record,
    ours: Mapping[str, Any],
    theirs: Mapping[str, Any],
    our_rev: Key,
    *,
    subject: Key = 0,
) -> None:
    """Records a conflict about fields of a record that the merge itself decided for now."""
    spec = CODEC_OF[type(record)].spec
    place = json.dumps([getattr(record, name) for name in spec.key], separators=(",", ":"))
    states = sorted([(our_rev, json.dumps(ours)), (record.rev, json.dumps(theirs))])
    (one, one_said), (other, other_said) = states
    if change.find(Conflict, spec.name, place, one, other) is None:
        one_by, other_by = _person(change, one), _person(change, other)
        change.insert(Conflict(spec.name, place, one, other, 0, subject, one_said, other_said, one_by, other_by))


def _person(change: Change, k: Key) -> Key:
    found = history.origin_of(change.connection, k)
    return change.person if found is None else found.person


def _one_index(change: Change, brought: Brought) -> int:
    """One round is the study's index: ours, where both sides adopted another one."""
    rounds = change.all(Round)
    adopted = [found for found in rounds if found.adopted]
    if len(adopted) == 1:
        return 0
    kept = _kept_round(rounds, adopted, brought)
    asked = 0
    for found in adopted:
        if found.k != kept.k:
            _ask_index(change, kept, found)
            change.update(found, replace(found, adopted=False))
            asked += 1
    if not kept.adopted:
        change.update(kept, replace(kept, adopted=True))
    return asked


def _ask_index(change: Change, kept: Round, found: Round) -> None:
    """Asks which of two rounds is the index, in the same words on both sides: about the one with the lower key."""
    low, high = sorted((kept, found), key=lambda one: one.k)
    ours, theirs = {"adopted": int(kept is low)}, {"adopted": int(found is low)}
    ask(change, replace(low, rev=found.rev), ours, theirs, kept.rev, subject=high.k)


def _kept_round(rounds: list[Round], adopted: list[Round], brought: Brought) -> Round:
    def ours(found: Round) -> bool:
        before = brought.before.get(("round", (found.k,)))
        if ("round", (found.k,)) not in brought.before:
            return found.adopted
        return before is not None and bool(CODECS["round"].record(before).adopted)

    return next((found for found in rounds if ours(found)), next(iter(adopted or rounds)))


def _join_codings(change: Change, brought: Brought) -> int:
    """The same segment under the same theme by the same coder in the same round is one coding, with both notes."""
    joined = 0
    came = set(brought.keys("coding"))
    for k in twice_coded(change.connection):
        coding = change.find(Coding, k) if k in came else None
        if coding is None:
            continue
        at = {"version": coding.version, "start": coding.start, "end": coding.end, "theme": coding.theme}
        twins = [twin for twin in change.all(Coding, **at) if same_place(twin) == same_place(coding)]
        kept, *others = sorted(twins, key=lambda twin: twin.k)
        for twin in others:
            kept = rewritten(change, kept, joined_coding(kept, twin))
            point_elsewhere(change, twin, kept)
            change.delete(twin)
            joined += 1
    return joined


def _join_alike(change: Change, kind: type[R], brought: Brought, table: str) -> int:
    """Links that say the same, made once on each side, become one. What one side has twice is its own affair."""
    joined = 0
    came = set(brought.keys(table))
    for k in sorted(came):
        record: Record = change.find(kind, k)
        if record is None:
            continue
        by = {"for_k": record.for_k} if table == "evidence" else {"case": record.case, "source": record.source}
        alike: list[Record] = [other for other in change.all(kind, **by) if _sense(other) == _sense(record)]
        if any(other.k not in came and not brought.theirs.knows(other.rev) for other in alike):
            others = sorted(alike, key=lambda one: int(one.k))[1:]
            change.delete(*others)
            joined += len(others)
    return joined


def _sense(record: Record) -> Record:
    """A link without its key and what follows from others."""
    bare = replace(record, k=0, rev=0)
    return replace(bare, seen=0, star=False) if isinstance(bare, Evidence) else bare


def _join_todos(change: Change) -> None:
    """One entry of the to-do list for a coding and an operation; a settled one counts before an open one."""
    kept: dict[tuple[Key, Key], ThemeTodo] = {}
    todos = sorted(change.all(ThemeTodo), key=lambda todo: (todo.state is TodoState.OPEN, todo.k))
    for todo in todos:
        if kept.setdefault((todo.operation, todo.coding), todo) is not todo:
            change.delete(todo)


def _no_hollow_cells(change: Change, brought: Brought) -> None:
    """A cell that lost its last statement, each side having taken out or moved others, is uncharted again."""
    codec = CODECS["statement"]
    lost = [row for place, row in brought.before.items() if place[0] == "statement" and row is not None]
    for place in sorted({codec.record(row).place for row in lost}):
        cell = change.find(Cell, place.chart, place.theme, place.row, place.wave)
        if cell is not None and cell.blank is None and not statements_of(change, place):
            change.delete(cell)


_NAMED: tuple[type, ...] = (Source, Case, Wave, Round, Rule, Attribute, FrameworkVersion)


def _names_apart(change: Change, brought: Brought) -> int:
    """Of two things of one name, made apart, the one with the higher key is called by a number as well."""
    renamed = 0
    for kind in _NAMED:
        came = set(brought.keys(CODEC_OF[kind].spec.name))
        if not came:
            continue
        taken: dict[str, Key] = {}
        records: list[Record] = sorted(change.all(kind), key=lambda record: record.k)
        names = {folded(record.name) for record in records}
        for record in records:
            name = folded(record.name)
            if name in taken and came & {record.k, taken[name]}:
                after = _numbered(record.name, names)
                names.add(folded(after))
                change.update(record, replace(record, name=after))
                renamed += 1
            taken.setdefault(name, record.k)
    return renamed


def _numbered(name: str, taken: Iterable[str]) -> str:
    names, n = set(taken), 2
    while folded(f"{name} ({n})") in names:
        n += 1
    return f"{name} ({n})"


def _numbers_apart(change: Change) -> int:
    """Framework versions named on both sides are numbered on, in the order in which they were named."""
    versions = sorted(change.all(FrameworkVersion), key=lambda version: (version.number, version.at, version.k))
    numbers = [version.number for version in versions]
    if len(set(numbers)) == len(numbers):
        return 0
    pairs = [(old, replace(old, number=at)) for at, old in enumerate(versions, 1) if old.number != at]
    change.update_all(pairs)
    return len(pairs)
