"""Reading the matrix set-wise: one `ChartView` from a handful of queries, however many cells there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from trellis.core.case import Case, Wave
from trellis.core.chart import Blank, CellState, Layer
from trellis.core.chart_view import CellView, ChartView, EvidenceView, Spot, StatementView
from trellis.core.chart_words import Landmarks, landmarks, reference
from trellis.core.collecting import uncollected
from trellis.core.framework import Theme
from trellis.core.keys import NO_KEY, Key
from trellis.core.numbering import numbered_themes
from trellis.store.queries import chart as queries
from trellis.store.queries.chart import Part
from trellis.store.queries.plain import Row
from trellis.store.reader import Reader
from trellis.study.chart_rows import Wanted, columns, rows
from trellis.study.chart_staleness import Staleness
from trellis.study.resolve import main_chart

_STATES = {state.value: state for state in CellState}
_BLANKS: dict[str | None, Blank | None] = {None: None, **{reason.value: reason for reason in Blank}}
_LAYERS = {layer.value: layer for layer in Layer}


def read_view(reader: Reader, wanted: Wanted, *, words: bool, title: str) -> ChartView:
    """The chart of what is wanted. words: whether evidence carries its words and printed references."""
    with uncollected():
        return _read_view(reader, wanted, words=words, title=title)


def _read_view(reader: Reader, wanted: Wanted, *, words: bool, title: str) -> ChartView:
    groups = columns(reader, wanted.themes)
    lines = rows(reader, wanted)
    cases = None if wanted.cases is None else tuple(sorted({row.case for row in lines.rows}))
    part = Part(main_chart(reader).k, tuple(c.theme for group in groups for c in group.columns), cases)
    return ChartView(
        title,
        lines.header,
        lines.group,
        lines.waves,
        words,
        lines.rows,
        groups,
        ReadCells(reader, part, words=words),
    )


class ReadCells(Mapping[Spot, CellView]):
    """The cells of a part of a chart, by case, wave and theme; each is put together when somebody looks at it.

    A whole chart of a large study has 60,000 cells and 360,000 rows behind them; a screen shows forty.
    """

    def __init__(self, reader: Reader, part: Part, *, words: bool) -> None:
        self._cells = {row[:3]: row for row in queries.cells(reader.connection, part)}
        self._statements = _grouped(queries.statements(reader.connection, part), slice(0, 3))
        evidence = queries.evidence(reader.connection, part)
        self._evidence = _grouped(evidence, 0)
        self._stale = Staleness(reader, evidence)
        self._origins = names_of_themes(reader)
        self._seen = _Seen(reader, evidence, sorted({spot[0] for spot in self._cells})) if words else None
        self._made: dict[Spot, CellView] = {}

    def __iter__(self) -> Iterator[Spot]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)

    def __contains__(self, spot: object) -> bool:
        return spot in self._cells

    def __getitem__(self, spot: Spot) -> CellView:
        made = self._made.get(spot)
        if made is None:
            made = self._made[spot] = self._cell(self._cells[spot])
        return made

    def _cell(self, row: Row) -> CellView:
        case, wave, theme, rev, state, blank, confirmed = row
        own = set() if self._seen is None else self._seen.sources_of(case, wave)
        statements = tuple(self._statement(line, own) for line in self._statements.get((case, wave, theme), ()))
        rests = [e.stale for statement in statements for e in statement.evidence if e.stale is not None]
        stale = self._stale.of_cell(theme, confirmed, rests)
        return CellView(rev, _STATES[state], _BLANKS[blank], statements, stale)

    def _statement(self, row: Row, own: set[Key]) -> StatementView:
        _, _, _, k, rev, layer, text, origin = row
        came = "" if origin is None else self._origins.get(origin, "")
        evidence = tuple(self._rests(each, own) for each in self._evidence.get(k, ()))
        return StatementView(k, rev, _LAYERS[layer], text, came, evidence)

    def _rests(self, row: Row, own: set[Key]) -> EvidenceView:
        _, k, source, version, start, end, coding, chart, case, wave, theme, star, _, _ = row
        stale = self._stale.of_evidence(row)
        if chart is not None:
            spot = (case, wave, theme)
            name = "" if self._seen is None else self._seen.cell_name(spot)
            return EvidenceView(k, None, "", None, None, None, None, spot, False, stale, name)
        if source is None:
            whole = "" if self._seen is None else "all segments"
            return EvidenceView(k, None, "", None, None, None, None, None, False, None, whole)
        name = self._stale.sources[source][0]
        place, words = ("", "") if self._seen is None else self._seen.words(row, name, own)
        return EvidenceView(k, source, name, version, start, end, coding, None, bool(star), stale, place, words)


def _grouped(rows: list[Row], by: int | slice) -> dict[Any, list[Row]]:
    found: dict[Any, list[Row]] = {}
    for row in rows:
        key = row[by]
        if key in found:
            found[key].append(row)
        else:
            found[key] = [row]
    return found


def names_of_themes(reader: Reader) -> dict[Key, str]:
    """The printed number of each theme, or the name of one that has none any more."""
    themes = reader.all(Theme)
    return {theme.k: theme.name for theme in themes} | {theme.k: number for number, theme in numbered_themes(themes)}


class _Seen:
    """The texts that evidence points at, with their landmarks, which sources each row has, and the names of cells."""

    def __init__(self, reader: Reader, evidence: list[Row], cases: list[Key]) -> None:
        versions = sorted({row[3] for row in evidence if row[3] is not None})
        self._texts = queries.texts(reader.connection, versions)
        self._marks = marks_of(reader, versions)
        self._sources: dict[tuple[Key, Key], set[Key]] = {}
        for case, wave, source in queries.sources_of_cases(reader.connection, cases):
            for when in {wave, NO_KEY}:
                self._sources.setdefault((case, when), set()).add(source)
        self._cases = {case.k: case.name for case in reader.all(Case)}
        self._waves = {wave.k: f" ({wave.name})" for wave in reader.all(Wave)}
        self._themes = names_of_themes(reader)

    def sources_of(self, case: Key, wave: Key) -> set[Key]:
        """The sources of a row; of the case in all waves where the row is outside any."""
        return self._sources.get((case, wave), set())

    def words(self, row: Row, name: str, own: set[Key]) -> tuple[str, str]:
        """The printed reference and the words of evidence on a segment of a source with this name.

        The reference names the source unless it is the one that the row has.
        """
        source, version, start, end = row[2:6]
        place = reference(self._marks.get(version, Landmarks()), start)
        text = self._texts.get(version, "")
        return place if own == {source} else f"{name}, {place}", text[start:end]

    def cell_name(self, spot: Spot) -> str:
        """A cell as references print it: "→ Denise 2.3", with the wave where it has one."""
        case, wave, theme = spot
        return f"→ {self._cases[case]}{self._waves.get(wave, '')} {self._themes[theme]}"


def marks_of(reader: Reader, versions: list[Key]) -> dict[Key, Landmarks]:
    """The landmarks of these versions."""
    by_version: dict[Key, list[tuple[str, int, int, str | None, int | None]]] = {}
    for version, *part in queries.parts(reader.connection, versions):
        by_version.setdefault(version, []).append(tuple(part))
    return {version: landmarks(parts) for version, parts in by_version.items()}
