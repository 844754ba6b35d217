"""Memos: what the team thinks, saw, doubts and decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from trellis.core.coding import Coding
from trellis.core.errors import Invalid
from trellis.core.keys import Key
from trellis.core.membership import iso_date
from trellis.core.memo import About, Memo, MemoKind
from trellis.core.study import Person
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.blindness import blindness_of
from trellis.study.memo_about import (
    AboutNames,
    Place,
    Topic,
    memo_numbered,
    number_of,
    place_meant,
    place_of,
)
from trellis.study.resolve import folded
from trellis.study.sheet import sheet_in
from trellis.study.table import Table
from trellis.study.work import Work

_STUDY = Topic()


@dataclass(frozen=True, slots=True)
class MemosIn:
    """What became of a table of memos. unknown: lines about something that the study does not know, kept all the same.

    refused: line and reason.
    """

    new: int
    same: int
    unknown: tuple[tuple[int, str], ...]
    refused: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class MemoNow:
    """A memo as it stands, with what it is about in words and who wrote it.

    beside: source, start and end (code points) of the words that it stands beside or whose coding it is about.
    """

    memo: Memo
    about: str
    by: str
    beside: tuple[Key, int, int] | None


class MemosOfStudy:
    """Notes on anything: the study, a source or some of its words, a case, a theme, a coding, a cell, a memo."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(
        self,
        text: str,
        about: Topic = _STUDY,
        *,
        kind: str = "analytic",
        present: Iterable[str] = (),
        on: str | None = None,
    ) -> Key:
        """Writes a memo and returns its key. kind: analytic, field note, reflexive, decision or margin.

        present: who was there. on: the day it speaks of (ISO date). Raises NotFound, Ambiguous, OutOfRange, Invalid.
        """
        with self._work.change("memo.add") as change:
            place = place_of(change, about)
            memo = _memo(change, place, memo_kind(kind), text)
            made = replace(memo, present=_names(present), on=None if on is None else iso_date(on))
            change.insert(made)
            return made.k

    def edit(
        self,
        number: Key,
        *,
        text: str | None = None,
        kind: str | None = None,
        present: Iterable[str] | None = None,
        on: str | None = None,
    ) -> None:
        """Changes what is given of a memo; its history keeps the words it had. Raises NotFound, Invalid."""
        with self._work.change("memo.edit") as change:
            before = memo_numbered(change, number)
            after = replace(
                before,
                text=before.text if text is None else _worded(text),
                kind=before.kind if kind is None else memo_kind(kind),
                present=before.present if present is None else _names(present),
                on=before.on if on is None else iso_date(on),
            )
            change.update(before, after)

    def remove(self, number: Key) -> None:
        """Removes a memo. Raises NotFound."""
        with self._work.change("memo.remove") as change:
            change.delete(memo_numbered(change, number))

    def get(self, number: Key) -> Memo:
        """One memo by its number. Raises NotFound."""
        with self._work.read() as reader:
            return memo_numbered(reader, number)

    def now(self) -> list[MemoNow]:
        """Every memo that the person who works may see, as records, the newest first."""
        with self._work.read() as reader:
            names = AboutNames(reader)
            people = {person.k: person.name for person in reader.all(Person)}
            blindness = blindness_of(reader, self._work.person_name)
            seen = [memo for memo in reader.all(Memo) if not blindness.hides(reader, memo)]
            beside = {memo.k: _beside(reader, memo) for memo in seen}
        seen.sort(key=lambda memo: (memo.at, memo.k), reverse=True)
        return [MemoNow(memo, names.of(memo), _writer(memo, people), beside[memo.k]) for memo in seen]

    def show(self, number: Key) -> Table:
        """One memo with everything that is known of it. Raises NotFound."""
        with self._work.read() as reader:
            memo = memo_numbered(reader, number)
            return _table(reader, [memo])

    def listing(
        self,
        about: Topic | None = None,
        *,
        kind: str | None = None,
        by: str | None = None,
        search: str | None = None,
    ) -> Table:
        """The memos in order of time: those about one thing, of a kind, by a person, with all of the words searched.

        Case and accents do not count in a search. Raises NotFound, Ambiguous, Invalid.
        """
        words = folded(search or "").split()
        with self._work.read() as reader:
            place = None if about is None else place_of(reader, about)
            wanted = None if kind is None else memo_kind(kind)
            people = {person.k: person.name for person in reader.all(Person)}
            blindness = blindness_of(reader, self._work.person_name)
            found = [
                memo
                for memo in reader.all(Memo)
                if not blindness.hides(reader, memo)
                and (place is None or _is_at(memo, place))
                and (wanted is None or memo.kind is wanted)
                and (by is None or folded(_writer(memo, people)) == folded(by))
                and all(word in folded(memo.text) for word in words)
            ]
            return _table(reader, found)

    def import_table(self, path: Path) -> MemosIn:
        """Brings in memos from a .csv or .xlsx: kind, about, by, date, who_was_there, text.

        about: the number or name of a theme, the name of a source or case, nothing for the study; a word that
        the study does not know is kept in front of the text. by: somebody of the study, else the name is kept with
        the memo. A memo that is there already is left. Raises Unreadable, BadTable.
        """
        listed = sheet_in(path).records("text")
        new = same = 0
        unknown: list[tuple[int, str]] = []
        refused: list[tuple[int, str]] = []
        with self._work.change("memo.import") as change:
            people = {folded(person.name): person.k for person in change.all(Person)}
            there = {_identity(memo) for memo in change.all(Memo)}
            for line, record in listed:
                place = place_meant(change, record.get("about", ""))
                try:
                    memo = _from_record(change, record, place, people)
                except Invalid as error:
                    refused.append((line, str(error)))
                    continue
                if _identity(memo) in there:
                    same += 1
                    continue
                there.add(_identity(memo))
                change.insert(memo)
                new += 1
                if place is None:
                    unknown.append((line, record["about"]))
        return MemosIn(new, same, tuple(unknown), tuple(refused))


def memo_kind(given: str) -> MemoKind:
    """The kind of memo with this name. Raises Invalid."""
    wanted = " ".join(given.casefold().replace("_", " ").split())
    for kind in MemoKind:
        if kind.value == wanted:
            return kind
    message = f"“{given}” is no kind of memo; give one of: {', '.join(kind.value for kind in MemoKind)}"
    raise Invalid(message)


def _memo(change: Change, place: Place, kind: MemoKind, text: str) -> Memo:
    return Memo(
        change.new_key(),
        0,
        kind,
        place.kind,
        place.k,
        place.version,
        place.start,
        place.end,
        _worded(text),
        (),
        None,
        "",
        change.person,
        change.at,
        place.theme,
        place.wave,
    )


def _from_record(change: Change, record: dict[str, str], place: Place | None, people: dict[str, Key]) -> Memo:
    text = record["text"] if place is not None else f"[{record['about']}] {record['text']}"
    at = place if place is not None else place_of(change, _STUDY)
    memo = _memo(change, at, memo_kind(record.get("kind") or "analytic"), text if record["text"] else "")
    by = record.get("by", "")
    known = people.get(folded(by))
    return replace(
        memo,
        present=_names(record.get("who was there", "").split(";")),
        on=iso_date(record["date"]) if record.get("date") else None,
        author="" if known is not None else by,
        by=memo.by if known is None else known,
    )


def _worded(text: str) -> str:
    if not text.strip():
        message = "a memo needs words"
        raise Invalid(message)
    return text.strip()


def _names(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for name in given if name.strip())


def _identity(memo: Memo) -> tuple[object, ...]:
    return memo.kind, memo.about_kind, memo.about, memo.theme, memo.on, memo.text


def _is_at(memo: Memo, place: Place) -> bool:
    if (memo.about_kind, memo.about, memo.theme, memo.wave) != (place.kind, place.k, place.theme, place.wave):
        return False
    return place.start is None or (memo.version, memo.start, memo.end) == (place.version, place.start, place.end)


def _beside(reader: Reader, memo: Memo) -> tuple[Key, int, int] | None:
    if memo.about_kind is About.CODING:
        coding = reader.find(Coding, memo.about)
        return None if coding is None else (coding.source, coding.start, coding.end)
    if memo.about_kind is not About.SOURCE or memo.start is None or memo.end is None:
        return None
    return memo.about, memo.start, memo.end


def _writer(memo: Memo, people: dict[Key, str]) -> str:
    return memo.author or people.get(memo.by, "")


def _table(reader: Reader, memos: list[Memo]) -> Table:
    names = AboutNames(reader)
    people = {person.k: person.name for person in reader.all(Person)}
    everything = reader.all(Memo)
    memos = sorted(memos, key=lambda memo: (memo.on or "9999", memo.at, memo.k))
    rows = tuple(
        (
            number_of(memo, everything),
            memo.kind.value,
            names.of(memo),
            _writer(memo, people),
            memo.on,
            "; ".join(memo.present) or None,
            memo.text,
        )
        for memo in memos
    )
    return Table(("memo", "kind", "about", "by", "on", "who was there", "text"), rows, "Memos")
