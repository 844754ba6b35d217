"""Reading the matrix set-wise: one `ChartView` from a handful of queries, however many cells there are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from trellis.core.case import Case, Wave
from trellis.core.chart import Blank, CellState, Layer
from trellis.core.chart_rules import Stale, Target, fingerprint, stale_cell, stale_segment, stale_theme
from trellis.core.chart_view import CellView, ChartTheme, ChartView, EvidenceView, Spot, StatementView
from trellis.core.chart_words import Landmarks, landmarks, reference
from trellis.core.framework import Theme
from trellis.core.keys import NO_KEY, Key
from trellis.core.numbering import numbered_themes
from trellis.core.source import Source
from trellis.store.queries import chart as queries
from trellis.store.queries.chart import Part
from trellis.store.reader import Reader
from trellis.study.chart_rows import Wanted, columns, rows
from trellis.study.resolve import main_chart

_STATES = {state.value: state for state in CellState}
_BLANKS: dict[str | None, Blank | None] = {None: None, **{reason.value: reason for reason in Blank}}
_LAYERS = {layer.value: layer for layer in Layer}


def read_view(reader: Reader, wanted: Wanted, *, words: bool, title: str) -> ChartView:
    """The chart of what is wanted. words: whether evidence carries its words and printed references."""
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
        cells_of(reader, part, groups, words=words),
    )


def cells_of(reader: Reader, part: Part, groups: Iterable[ChartTheme], *, words: bool) -> dict[Spot, CellView]:
    """The cells of a part of a chart, by case, wave and theme."""
    resting = _evidence(reader, part, words=words)
    by_cell = _statements(reader, part, resting)
    events = _events(reader)
    none: list[StatementView] = []
    found: dict[Spot, CellView] = {}
    main_of = {column.theme: group.theme for group in groups for column in group.columns}
    for case, wave, theme, rev, state, blank, confirmed in queries.cells(reader.connection, part):
        statements = by_cell.get((case, wave, theme), none)
        about = [*events.get(theme, ()), *(events.get(main_of[theme], ()) if theme in main_of else ())]
        reasons = [evidence.stale for line in statements for evidence in line.evidence if evidence.stale is not None]
        if any(at > confirmed for at, _ in about):
            reasons += stale_theme(about, confirmed)
        stale = tuple(reason for reason in Stale if reason in reasons) if reasons else ()
        found[case, wave, theme] = CellView(rev, _STATES[state], _BLANKS[blank], tuple(statements), stale)
    return found


def _events(reader: Reader) -> dict[Key, list[tuple[int, Stale]]]:
    """What happened to each theme that makes its cells stale, with the number of the change."""
    found: dict[Key, list[tuple[int, Stale]]] = {}
    what = {"redefine": Stale.REDEFINED, "split": Stale.SPLIT, "merge": Stale.MERGED}
    for theme, at, kind, into in queries.theme_events(reader.connection):
        touched = {theme, *(json.loads(into) if kind != "redefine" else ())}
        for k in sorted(touched):
            found.setdefault(k, []).append((at, what[kind]))
    return found


def _statements(reader: Reader, part: Part, resting: dict[Key, list[EvidenceView]]) -> dict[Spot, list[StatementView]]:
    names = {theme.k: theme.name for theme in reader.all(Theme)}
    numbers = {theme.k: number for number, theme in numbered_themes(reader.all(Theme))}
    by_cell: dict[Spot, list[StatementView]] = {}
    none: list[EvidenceView] = []
    for case, wave, theme, k, rev, layer, text, origin in queries.statements(reader.connection, part):
        came = "" if origin is None else numbers.get(origin) or names.get(origin, "")
        line = StatementView(k, rev, _LAYERS[layer], text, came, tuple(resting.get(k, none)))
        by_cell.setdefault((case, wave, theme), []).append(line)
    return by_cell


def _evidence(reader: Reader, part: Part, *, words: bool) -> dict[Key, list[EvidenceView]]:
    found = queries.evidence(reader.connection, part)
    prints = _prints(reader, {(row[7], row[8], row[9], row[10]) for row in found if row[7] is not None})
    names = {source.k: source.name for source in reader.all(Source)} if found else {}
    by_statement: dict[Key, list[EvidenceView]] = {}
    for row in found:
        (statement, k, source, version, start, end, coding, chart, case, wave, theme, star, seen, *now) = row
        if chart is not None:
            target = Target(cell_print=prints.get((chart, case, wave, theme)))
            view = EvidenceView(
                k, None, "", None, None, None, None, (case, wave, theme), False, stale_cell(seen, target)
            )
        elif source is None:
            view = EvidenceView(k, None, "", None, None, None, None, None, False, None)
        else:
            coding_rev, current, text_rev = now[:3]
            stale = stale_segment(coding, seen, Target(coding_rev, text_rev, version == current))
            view = EvidenceView(k, source, names[source], version, start, end, coding, None, bool(star), stale)
        by_statement.setdefault(statement, []).append(view)
    if words:
        _add_words(reader, by_statement, {row[0]: (row[-2], row[-1]) for row in found})
    return by_statement


def _prints(reader: Reader, places: set[tuple[Key, Key, Key, Key]]) -> dict[tuple[Key, Key, Key, Key], int]:
    """The fingerprint of each of these cells that is there."""
    if not places:
        return {}
    lines: dict[tuple[Key, Key, Key, Key], list[tuple[str, str]]] = {}
    blanks: dict[tuple[Key, Key, Key, Key], str | None] = {}
    for chart, case, wave, theme, blank, layer, text in queries.lines_of_cells(reader.connection, sorted(places)):
        place = (chart, case, wave, theme)
        blanks[place] = blank
        lines.setdefault(place, [])
        if layer is not None:
            lines[place].append((layer, text))
    return {place: fingerprint(said, blanks[place]) for place, said in lines.items()}


def _add_words(
    reader: Reader, by_statement: dict[Key, list[EvidenceView]], rows_of: dict[Key, tuple[Key, Key]]
) -> None:
    """Gives evidence its words and its printed reference; each text is read once.

    rows_of: case and wave of each statement. A reference names the source unless the row has just that one.
    """
    every = {e.version for found in by_statement.values() for e in found if e.version is not None}
    seen = _Seen(reader, sorted(every), sorted({case for case, _ in rows_of.values()}))
    cells = _cell_names(reader, by_statement)
    for statement, found in by_statement.items():
        own = seen.sources_of(*rows_of[statement])
        found[:] = [
            replace(evidence, reference="all segments" if evidence.cell is None else cells[evidence.cell])
            if evidence.version is None or evidence.start is None
            else seen.worded(evidence, own)
            for evidence in found
        ]


class _Seen:
    """The texts that evidence points at, with their landmarks, and which sources each row has."""

    def __init__(self, reader: Reader, versions: list[Key], cases: list[Key]) -> None:
        self._texts = queries.texts(reader.connection, versions)
        self._marks = marks_of(reader, versions)
        self._sources: dict[tuple[Key, Key], set[Key]] = {}
        for case, wave, source in queries.sources_of_cases(reader.connection, cases):
            for when in {wave, NO_KEY}:
                self._sources.setdefault((case, when), set()).add(source)

    def sources_of(self, case: Key, wave: Key) -> set[Key]:
        """The sources of a row; of the case in all waves where the row is outside any."""
        return self._sources.get((case, wave), set())

    def worded(self, evidence: EvidenceView, own: set[Key]) -> EvidenceView:
        """The evidence with its words and reference. own: the sources of its row."""
        version, start = evidence.version or NO_KEY, evidence.start or 0
        named = reference(self._marks.get(version, Landmarks()), start)
        if own != {evidence.source}:
            named = f"{evidence.source_name}, {named}"
        return replace(evidence, reference=named, words=self._texts.get(version, "")[start : evidence.end])


def marks_of(reader: Reader, versions: list[Key]) -> dict[Key, Landmarks]:
    """The landmarks of these versions."""
    by_version: dict[Key, list[tuple[str, int, int, str | None, int | None]]] = {}
    for version, *part in queries.parts(reader.connection, versions):
        by_version.setdefault(version, []).append(tuple(part))
    return {version: landmarks(parts) for version, parts in by_version.items()}


def _cell_names(reader: Reader, by_statement: dict[Key, list[EvidenceView]]) -> dict[Spot, str]:
    spots = {e.cell for found in by_statement.values() for e in found if e.cell is not None}
    if not spots:
        return {}
    return {spot: cell_name(reader, spot) for spot in spots}


def cell_name(reader: Reader, spot: Spot) -> str:
    """A cell as references print it: "→ Denise 2.3", with the wave where it has one."""
    case, wave, theme = spot
    numbers = {found.k: number for number, found in numbered_themes(reader.all(Theme))}
    name = reader.get(Case, case).name
    when = "" if wave == NO_KEY else f" ({reader.get(Wave, wave).name})"
    return f"→ {name}{when} {numbers.get(theme) or reader.get(Theme, theme).name}"
