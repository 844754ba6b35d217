"""Findings as they are read: every case in its list, evidence in words, stale by the state of the study."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from trellis.core.chart import Blank, EvidenceFor, Side
from trellis.core.finding import CounterSearch, Finding, FindingCase, FindingLink, LinkKind
from trellis.core.finding_placing import CellSeen, Placed, placed
from trellis.core.finding_view import FindingEvidence, FindingNamed, FindingPlace, FindingView, SearchSeen, ThemeNamed
from trellis.core.framework import Theme
from trellis.core.framework_tree import USABLE
from trellis.core.keys import NO_KEY, Key
from trellis.core.numbering import numbered_themes
from trellis.core.quantifier import quantifiers
from trellis.core.study import Person, StudyRecord
from trellis.store.queries import codings as coding_queries
from trellis.store.queries import evidence as queries
from trellis.store.reader import Reader
from trellis.study.evidence_reading import Seen, read_evidence
from trellis.study.finding_scope import InScope, Scoping, in_order
from trellis.study.resolve import main_chart

R = TypeVar("R", FindingLink, FindingCase, CounterSearch)


def read_findings(reader: Reader, only: Iterable[Key] | None = None) -> list[FindingView]:
    """The findings in their order, or those with these keys, with everything that belongs to them."""
    listed = in_order(reader)
    wanted = None if only is None else set(only)
    reading = _Reading(reader, listed, [finding.k for finding in listed if wanted is None or finding.k in wanted])
    return [
        reading.view(number, finding)
        for number, finding in enumerate(listed, 1)
        if wanted is None or finding.k in wanted
    ]


@dataclass(frozen=True, slots=True)
class _Cell:
    wave: Key
    theme: Key
    seen: CellSeen
    words: str


class _Reading:
    """What views of findings are made of, read once for all of them."""

    def __init__(self, reader: Reader, listed: list[Finding], keys: list[Key]) -> None:
        self._reader = reader
        self._named = {f.k: FindingNamed(f.k, number, f.statement) for number, f in enumerate(listed, 1)}
        self._scoping = Scoping(reader)
        self._people = {person.k: person.name for person in reader.all(Person)}
        self._questions = reader.all(StudyRecord)[0].questions
        self._numbers = {theme.k: number for number, theme in numbered_themes(reader.all(Theme))}
        self._evidence = read_evidence(reader, EvidenceFor.FINDING, keys)
        self._links = _by_finding(reader.all(FindingLink))
        self._said = _by_finding(reader.all(FindingCase))
        self._searches = _by_finding(reader.all(CounterSearch))
        self._follow: dict[Key, list[Key]] = {}
        for links in self._links.values():
            for link in links:
                if link.what is LinkKind.FINDING:
                    self._follow.setdefault(link.about, []).append(link.finding)

    def view(self, number: int, finding: Finding) -> FindingView:
        """One finding as it is read."""
        links = self._links.get(finding.k, [])
        seen = self._evidence.get(finding.k, ())
        themes = [link.about for link in links if link.what is LinkKind.THEME and link.about in self._scoping.themes]
        return FindingView(
            finding,
            number,
            self._people.get(finding.by, ""),
            self._scoping.in_words(links),
            tuple((link.what.value, link.about, link.value) for link in links if link.what in _SCOPE),
            tuple(self._theme(k) for k in themes),
            self._findings(link.about for link in links if link.what is LinkKind.FINDING),
            self._findings(self._follow.get(finding.k, ())),
            tuple(question for question in finding.answers if question not in self._questions),
            tuple(self._places(finding, links, seen, themes)),
            tuple(self._shown(one) for one in seen),
            tuple(self._search(one) for one in self._searches.get(finding.k, ())),
            tuple(quantifiers(finding.statement)),
            tuple(self._stale(seen, themes)),
        )

    def _theme(self, k: Key) -> ThemeNamed:
        theme = self._scoping.themes[k]
        return ThemeNamed(k, self._numbers.get(k, ""), theme.name)

    def _findings(self, keys: Iterable[Key]) -> tuple[FindingNamed, ...]:
        found = (self._named[k] for k in keys if k in self._named)
        return tuple(sorted(found, key=lambda one: one.number))

    def _search(self, one: CounterSearch) -> SearchSeen:
        by = self._people.get(one.by, "")
        return SearchSeen(one.k, one.rev, one.where, one.found, one.done, one.note, by, one.at)

    def _shown(self, one: Seen) -> FindingEvidence:
        names = tuple(self._scoping.cases[k].name for k in one.cases if k in self._scoping.cases)
        return FindingEvidence(
            one.k, one.side, one.cases, names, one.wave, one.reference, one.words, one.star, one.stale, one.source,
            one.source_name, one.version, one.start, one.end, one.coding, one.cell_case, one.theme, one.label,
        )  # fmt: skip

    def _stale(self, seen: Iterable[Seen], themes: Iterable[Key]) -> Iterable[str]:
        reasons = dict.fromkeys(one.stale.value for one in seen if one.stale is not None)
        yield from reasons
        for k in themes:
            theme = self._scoping.themes[k]
            if theme.state not in USABLE:
                yield f"its theme {theme.name} is no longer in the framework"

    def _places(
        self, finding: Finding, links: list[FindingLink], seen: tuple[Seen, ...], themes: list[Key]
    ) -> Iterable[FindingPlace]:
        """Where each case stands: those in scope, then those from outside that are evidence or were placed."""
        scope = self._scoping.meant(links)
        has_waves = any(one.wave != NO_KEY for one in scope)
        said = {(one.case, one.wave): one for one in self._said.get(finding.k, ())}
        cells, columns = self._cells(themes)
        inside = {(one.case.k, one.wave) for one in scope}
        for one in (*scope, *self._outside(inside, said, seen, has_waves=has_waves)):
            here, k = _in_wave(one.wave), one.case.k
            mine = [each for each in seen if k in each.cases and here(each.wave)]
            own = [cell for cell in cells.get(k, ()) if here(cell.wave)]
            told = said.get((k, one.wave)) or said.get((k, NO_KEY))
            place = _placed(told, mine, own, columns)
            wave = self._scoping.waves.get(one.wave)
            yield FindingPlace(
                k, one.case.name, one.case.kind.value, one.wave, "" if wave is None else wave.name, place.group,
                place.basis, (k, one.wave) in inside, "" if told is None else told.note,
                " ".join(cell.words for cell in own if cell.words), tuple(each.k for each in mine),
            )  # fmt: skip

    def _outside(
        self,
        inside: set[tuple[Key, Key]],
        said: Mapping[tuple[Key, Key], FindingCase],
        seen: Iterable[Seen],
        *,
        has_waves: bool,
    ) -> list[InScope]:
        """Cases that the finding does not speak of, and that were placed or are its evidence."""
        met = {case for case, _ in inside}
        people = {k for one in seen for k in _most_particular(one.cases, met)}
        placed_by_hand = {case for case, _ in said}
        found = [(k, NO_KEY) for k in sorted((people | placed_by_hand) - met)]
        if has_waves:
            found += [place for place in sorted(said) if place not in inside and place[1] != NO_KEY and place[0] in met]
        return [InScope(self._scoping.cases[k], wave) for k, wave in found if k in self._scoping.cases]

    def _cells(self, themes: list[Key]) -> tuple[dict[Key, list[_Cell]], list[Key]]:
        """The filled cells under these themes by case, and the columns that they are in."""
        below = {k for theme in themes for k in coding_queries.subtree(self._reader.connection, theme)}
        found: dict[Key, list[_Cell]] = {}
        used: set[Key] = set()
        for case, wave, theme, blank, words in queries.cells_under(
            self._reader.connection, main_chart(self._reader).k, sorted(below)
        ):
            used.add(theme)
            why = None if blank is None else Blank(blank)
            found.setdefault(case, []).append(_Cell(wave, theme, CellSeen(bool(words), why), words))
        return found, sorted(used) or sorted(themes)


_SCOPE = frozenset({LinkKind.CASE, LinkKind.WAVE, LinkKind.ATTRIBUTE})


def _in_wave(wave: Key) -> Callable[[Key], bool]:
    return lambda at: wave in {NO_KEY, at} or at == NO_KEY


def _placed(told: FindingCase | None, seen: list[Seen], cells: list[_Cell], columns: list[Key]) -> Placed:
    sides: set[Side] = {one.side for one in seen}
    there = {cell.theme for cell in cells}
    open_cells = [CellSeen() for theme in columns if theme not in there]
    return placed(None if told is None else told.stance, sides, [*(cell.seen for cell in cells), *open_cells])


def _most_particular(cases: tuple[Key, ...], met: set[Key]) -> tuple[Key, ...]:
    """None if the words are already somebody's of whom the finding speaks; else all whose they are."""
    return () if met & set(cases) else cases


def _by_finding(records: Iterable[R]) -> dict[Key, list[R]]:
    found: dict[Key, list[R]] = {}
    for record in records:
        found.setdefault(record.finding, []).append(record)
    return found
