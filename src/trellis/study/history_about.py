"""What a change was about, in the names that things have now: a cell, a theme, a source, a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from trellis.core.attribute import Attribute
from trellis.core.case import Case, Wave
from trellis.core.change import Entry
from trellis.core.chart import EvidenceFor, Statement
from trellis.core.coding import Coding
from trellis.core.framework import Theme
from trellis.core.intent import Experience, Provision, in_order
from trellis.core.keys import Key
from trellis.core.memo import About
from trellis.core.numbering import numbered_themes
from trellis.core.source import Source
from trellis.core.wave_change import WaveChange
from trellis.store.reader import Reader
from trellis.store.touched import Touched, rows_touched, subjects_of
from trellis.study.blindness import Blindness

MOST_NAMED = 3
Fields = Mapping[str, Any]
_CELLS = frozenset({"cell", "statement"})


class Abouts:
    """Tells what changes were about to one person, from one state of the study.

    Only places are told, by the names that they have now, and only what the person may see: no words of anybody, and
    nothing of the codings of a blind round that are not the person's own.
    """

    def __init__(self, reader: Reader, blind: Blindness) -> None:
        self._reader = reader
        self._blind = blind
        themes = reader.all(Theme)
        numbers = {theme.k: number for number, theme in numbered_themes(themes)}
        self._themes = {theme.k: f"{numbers.get(theme.k, '')} {theme.name}".strip() for theme in themes}
        self._cases = {case.k: case.name for case in reader.all(Case)}
        self._sources = {source.k: source.name for source in reader.all(Source)}
        self._provisions = {one.k: number for number, one in enumerate(in_order(reader.all(Provision)), 1)}
        self._waves = {wave.k: wave.name for wave in reader.all(Wave)}

    def of(self, entries: Iterable[Entry]) -> str:
        """What a change, or a batch of them, was about; "" where nothing can be named."""
        named: dict[str, None] = {}
        for entry in entries:
            named.update(dict.fromkeys(self._named(entry)))
        names = list(named)
        if len(names) <= MOST_NAMED:
            return "; ".join(names)
        return f"{'; '.join(names[:MOST_NAMED])} and more"

    def _named(self, entry: Entry) -> list[str]:
        touched = rows_touched(self._reader.connection, entry.k)
        told = [name for row in touched if (name := self._row(row, touched))]
        person = self._blind.person
        is_hidden = bool(self._blind.hidden) and (person is None or entry.person != person.k)
        if told or is_hidden or any(row.table == "coding" for row in touched):
            return told
        subjects = subjects_of(self._reader.connection, entry.k)
        known = {**self._cases, **self._sources}
        return [known[k] for k in subjects if k in known]

    def _row(self, row: Touched, beside: list[Touched]) -> str:
        said = row.fields
        if row.table in _CELLS:
            return self._cell(said)
        if row.table == "evidence":
            return "" if any(one.table in _CELLS for one in beside) else self._rests(said)
        if row.table == "wave_change":
            return self._between(said)
        if row.table in {"provision", "experience"}:
            return self._intent(row, beside)
        if row.table in {"coding", "looked_over"}:
            return self._coding(row)
        if row.table == "memo":
            return self._memo(said)
        if row.table == "theme":
            return self._themes.get(said["k"], str(said["name"]))
        return "; ".join(self._things(said))

    def _cell(self, said: Fields) -> str:
        row, theme = self._cases.get(said["row"]), self._themes.get(said["theme"])
        if row is None or theme is None:
            return ""
        wave = self._waves.get(said["wave"])
        return f"{row}{f' ({wave})' if wave else ''}, {theme}"

    def _rests(self, said: Fields) -> str:
        """What evidence is for: a statement's cell, a change between waves, a provision, how a group tells one."""
        kind, k = said["for_kind"], said["for_k"]
        if kind == EvidenceFor.STATEMENT.value:
            found = self._reader.find(Statement, k)
            return "" if found is None else self._place(found.row, found.wave, found.theme)
        if kind == EvidenceFor.WAVE_CHANGE.value:
            changed = self._reader.find(WaveChange, k)
            return "" if changed is None else self._between(asdict(changed))
        if kind == EvidenceFor.PROVISION.value:
            return ", ".join(piece for piece in (self._sources.get(said["source"]), self._provision(k)) if piece)
        if kind == EvidenceFor.EXPERIENCE.value and (told := self._reader.find(Experience, k)) is not None:
            return self._experience(told.provision, told.group)
        return ""

    def _intent(self, row: Touched, beside: list[Touched]) -> str:
        """A provision, which words beside it tell already, or how a group tells one."""
        said = row.fields
        if row.table == "experience":
            return self._experience(said["provision"], said["group"])
        return "" if any(one.table == "evidence" for one in beside) else self._provision(said["k"])

    def _provision(self, k: Key) -> str:
        """The number of a provision among those that there are; its words are not told."""
        return f"provision {self._provisions[k]}" if k in self._provisions else ""

    def _experience(self, provision: Key, group: str) -> str:
        """The cell of a group's experience in the chart of intent: the provision, then the group."""
        return ", ".join(piece for piece in (self._provision(provision), group) if piece)

    def _between(self, said: Fields) -> str:
        """The case, waves and theme of a change between waves."""
        row, theme = self._cases.get(said["row"]), self._themes.get(said["theme"])
        waves = [self._waves.get(said[name], "") for name in ("earlier", "later")]
        return "" if row is None or theme is None else f"{row} ({' to '.join(waves)}), {theme}"

    def _place(self, row: Key, wave: Key, theme: Key) -> str:
        return self._cell({"row": row, "wave": wave, "theme": theme})

    def _coding(self, row: Touched) -> str:
        said = row.fields
        if row.table == "looked_over":
            found = self._reader.find(Coding, said["coding"])
            if found is None or not self._blind.sees(found):
                return ""
            return self._themes.get(found.theme, "")
        if not self._blind.sees_by(said["round"], said["coder"]) or said["source"] not in self._sources:
            return ""
        return f"{self._sources[said['source']]}, {self._themes.get(said['theme'], '')}".strip(", ")

    def _memo(self, said: Fields) -> str:
        kind, about = said["about_kind"], said["about"]
        if kind == About.CELL_ROW.value and said.get("theme"):
            return self._place(about, said["wave"], said["theme"])
        names = {About.THEME.value: self._themes, About.CASE.value: self._cases, About.SOURCE.value: self._sources}
        return names[kind].get(about, "") if kind in names else ""

    def _things(self, said: Fields) -> Iterator[str]:
        """The source, case, theme and so on that a row names, or is."""
        known: tuple[tuple[dict[Key, str], tuple[str, ...]], ...] = (
            (self._sources, ("k", "source", "owner")),
            (self._cases, ("k", "case", "owner")),
            (self._waves, ("k",)),
            (self._themes, ("theme",)),
        )
        for names, columns in known:
            yield from (names[said[column]] for column in columns if said.get(column) in names)
        attribute = said.get("attribute")
        found = None if attribute is None else self._reader.find(Attribute, attribute)
        if found is not None:
            yield found.name
