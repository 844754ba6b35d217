"""Indexing one by one: apply, take away, move, resize, annotate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from trellis.core.chart import Evidence
from trellis.core.coding import Coding, LookedOver, Round
from trellis.core.errors import AlreadyThere, Invalid, NotAllowed, NotFound
from trellis.core.framework import Origin, Theme, ThemeTodo
from trellis.core.framework_wording import Wording
from trellis.core.keys import NO_KEY, Key
from trellis.core.memo import About, Memo
from trellis.core.segment import Segment
from trellis.core.source import Version
from trellis.core.study import Person, Role
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.blindness import blindness_of, seen_coding
from trellis.study.framework_writing import new_code
from trellis.study.locating import Reading, Where, reading_of
from trellis.study.resolve import (
    adopted_round,
    framework_version_named,
    newest_framework_version,
    round_named,
    source_named,
    theme_given,
)
from trellis.study.version_maps import standing_now
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class Coded:
    """What indexing did: codings that were made, and those that stood there already and were left alone."""

    added: tuple[Coding, ...]
    already: tuple[Coding, ...]


def open_round(reader: Reader, name: str | None) -> Round:
    """The round of that name, the adopted one for None. Raises NotFound, or Invalid if it is closed."""
    found = adopted_round(reader) if name is None else round_named(reader, name)
    if found.closed:
        message = f"the round “{found.name}” is closed; open another one, or name one that is open"
        raise Invalid(message)
    return found


def may_code_for(worker: Person, coder: Person) -> None:
    """Nothing, if the person who works may make or change codings of the coder. Raises NotAllowed."""
    if worker.role is Role.CODER and worker.k != coder.k:
        message = f"{worker.name} is a coder in this study and may only change codings of their own, not {coder.name}'s"
        raise NotAllowed(message)


def coder_given(change: Change, name: str | None) -> Person:
    """The person of exactly that name (capitals aside), the one who works for None; a new name joins as coder."""
    worker = change.get(Person, change.person)
    if name is None or not name.strip():
        return worker
    wanted = " ".join(name.split())
    known = {person.name.casefold(): person for person in change.all(Person)}
    coder = known.get(wanted.casefold()) or Person(change.new_key(), 0, wanted, Role.CODER)
    may_code_for(worker, coder)
    if coder.name.casefold() not in known:
        change.insert(coder)
    return coder


Place = tuple[Key, int, int, Key, Key, Key]


def same_place(coding: Coding) -> Place:
    """What makes two codings one: text, segment, theme, coder, round."""
    return (coding.version, coding.start, coding.end, coding.theme, coding.coder, coding.round)


def _owned(change: Change, keys: Sequence[Key]) -> list[Coding]:
    """The codings, once it is known that the person who works may see and change them."""
    worker = change.get(Person, change.person)
    codings = [seen_coding(change, k) for k in dict.fromkeys(keys)]
    for coder in sorted({coding.coder for coding in codings}):
        may_code_for(worker, change.get(Person, coder))
    return codings


def twins(reader: Reader, codings: Iterable[Coding]) -> dict[Place, Coding]:
    """The codings of the study that stand at the same places as the given ones, by place."""
    at = dict.fromkeys((coding.version, coding.start) for coding in codings)
    found = (coding for version, start in at for coding in reader.all(Coding, version=version, start=start))
    return {same_place(coding): coding for coding in found}


def add(change: Change, drafts: Sequence[Coding]) -> Coded:
    """Stores the drafts that no coding stands for yet, with keys of their own."""
    standing = twins(change, drafts)
    fresh = {same_place(draft): draft for draft in drafts if same_place(draft) not in standing}
    keys = change.new_keys(len(fresh))
    added = tuple(replace(draft, k=k, rev=change.key) for k, draft in zip(keys, fresh.values(), strict=True))
    change.insert_all(added)
    already = {same_place(draft): standing[same_place(draft)] for draft in drafts if same_place(draft) in standing}
    return Coded(added, tuple(already.values()))


def release(change: Change, codings: Sequence[Coding]) -> None:
    """Deletes codings, once what points at them points at their words instead."""
    for coding in codings:
        resting = change.all(Evidence, coding=coding.k)
        change.update_all((evidence, replace(evidence, coding=None, seen=NO_KEY)) for evidence in resting)
        for memo in change.all(Memo, about=coding.k):
            change.update(
                memo,
                replace(
                    memo,
                    about_kind=About.SOURCE,
                    about=coding.source,
                    version=coding.version,
                    start=coding.start,
                    end=coding.end,
                ),
            )
        change.delete(*change.all(ThemeTodo, coding=coding.k), *change.all(LookedOver, coding=coding.k))
    change.delete(*codings)


def _moved(change: Change, codings: Sequence[Coding], target: Theme) -> Coded:
    moved: list[Coding] = []
    already: list[Coding] = []
    for coding in codings:
        after = replace(coding, theme=target.k)
        standing = twins(change, [after]).get(same_place(after))
        if standing is None:
            change.update(coding, after)
            moved.append(after)
        elif standing.k != coding.k:
            release(change, [coding])
            already.append(standing)
    return Coded(tuple(moved), tuple(already))


@dataclass(frozen=True, slots=True)
class Act:
    """By whom, in which round and under which framework version something is indexed; names, None for the usual."""

    coder: str | None
    round: str | None
    version: str | None


def _in_current(change: Change, reading: Reading, where: Where) -> Where:
    """A stretch that was chosen by its place in a version, by its place in the text that is read now."""
    if where.start is None or where.end is None:
        return where
    now = standing_now(change, reading.source, Segment(where.start, where.end), where.version)
    return replace(where, start=now.start, end=now.end, version=None)


def _draft(change: Change, reading: Reading, where: Where, act: Act) -> Coding:
    """A coding of the stretch that has no key and no theme yet."""
    segment = reading.segment(_in_current(change, reading, where))
    named = newest_framework_version(change) if act.version is None else framework_version_named(change, act.version)
    return Coding(
        k=0,
        rev=0,
        source=reading.source.k,
        version=reading.version.k,
        start=segment.start,
        end=segment.end,
        theme=0,
        coder=coder_given(change, act.coder).k,
        round=open_round(change, act.round).k,
        framework_version=None if named is None else named.k,
        note="",
        origins=(),
        at=change.at,
    )


class Codings:
    """The calls that make and change single codings."""

    _work: Work

    def code(
        self,
        source: str,
        theme: str | Sequence[str],
        where: Where | None = None,
        *,
        quote: str | None = None,
        start: int | None = None,
        end: int | None = None,
        turn: int | None = None,
        turns: str | None = None,
        coder: str | None = None,
        round: str | None = None,
        version: str | None = None,
        note: str = "",
    ) -> Coded:
        """Indexes a stretch of a source under one theme or several.

        The stretch: `quote` (located and verified; `turn` narrows it), `start` and `end` in code points, `turn`
        (a part's number) or `turns` ("43-45"); or all of these as `where`. theme: printed number or name.
        version: name of the framework version, the newest where not given.
        The same segment, theme, coder and round twice is one coding.
        Raises NotFound, Ambiguous, QuoteNotFound, OutOfRange, Invalid, NotAllowed.
        """
        wanted = where or Where(quote=quote, start=start, end=end, turns=turns if turn is None else str(turn))
        themes = (theme,) if isinstance(theme, str) else tuple(theme)
        with self._work.change("index.code") as change:
            reading = reading_of(change, source_named(change, source))
            draft = _draft(change, reading, wanted, Act(coder, round, version))
            drafts = [replace(draft, theme=theme_given(change, given).k, note=note) for given in themes]
            return add(change, drafts)

    def code_new(
        self,
        source: str,
        name: str,
        where: Where,
        *,
        coder: str | None = None,
        round: str | None = None,
        note: str = "",
    ) -> Coded:
        """Indexes a stretch under a new open code, which is made with it: a label, or the participant's own words.

        Raises AlreadyThere for the name of a code that is there, and what `code` raises.
        """
        with self._work.change("index.new_code") as change:
            reading = reading_of(change, source_named(change, source))
            draft = _draft(change, reading, where, Act(coder, round, None))
            made = new_code(change, Wording(name, origin=Origin.EMERGENT))
            return add(change, [replace(draft, theme=made.k, note=note)])

    def coding(self, k: Key) -> Coding:
        """One coding by its key. Raises NotFound."""
        with self._work.read() as reader:
            found = reader.find(Coding, k)
            if found is not None and blindness_of(reader, self._work.person_name).sees(found):
                return found
        message = f"there is no coding {k} any more; somebody has removed it"
        raise NotFound(message)

    def remove(self, *keys: Key) -> list[Coding]:
        """Takes codings away; what rests on them as evidence keeps its segment. Returns them as they were.

        Raises NotFound, NotAllowed, Conflict.
        """
        with self._work.change("index.remove") as change:
            codings = _owned(change, keys)
            release(change, codings)
            return codings

    def recode(self, keys: Sequence[Key], theme: str) -> Coded:
        """Moves codings to another theme. One that stands there already absorbs the one that comes.

        Raises NotFound, NotAllowed.
        """
        with self._work.change("index.recode") as change:
            target = theme_given(change, theme)
            return _moved(change, _owned(change, keys), target)

    def resize(self, k: Key, start: int, end: int) -> Coding:
        """Gives a coding other bounds, in code points of its text. Raises NotFound, OutOfRange, AlreadyThere."""
        with self._work.change("index.resize") as change:
            [coding] = _owned(change, [k])
            Segment(start, end).within(change.get(Version, coding.version).length)
            after = replace(coding, start=start, end=end)
            standing = twins(change, [after]).get(same_place(after))
            if standing is not None and standing.k != k:
                message = f"coding {standing.k} indexes just these words under the same theme; remove one of the two"
                raise AlreadyThere(message)
            change.update(coding, after)
            return after

    def annotate(self, k: Key, note: str) -> Coding:
        """Gives a coding a note, replacing the one it had; "" takes it away. Raises NotFound."""
        with self._work.change("index.note") as change:
            [coding] = _owned(change, [k])
            after = replace(coding, note=note)
            change.update(coding, after)
            return after
