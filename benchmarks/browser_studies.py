"""Studies for the browser to show: long transcripts with codings, wide matrices, a framework of a thousand themes."""

from __future__ import annotations

from pathlib import Path

import trellis
from benchmarks import generator, large
from benchmarks.generator import Interview
from trellis.core.chart import Cell, CellState, Layer, Statement
from trellis.core.framework import Origin, Theme, ThemeState
from trellis.core.keys import NO_KEY, Key
from trellis.core.order import spread
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.bringing import GivenFile
from trellis.study.resolve import main_chart
from trellis.study.study import Study

TEXTS = {"middle": (20_000, 600), "long": (100_000, 3_000)}
"""Words and codings of the two transcripts."""
MATRICES = {"matrix": (200, ()), "waves": (481, generator.WAVES)}
"""Cases and waves of the two matrices of sixty columns."""
MAIN, BELOW = 40, 24
"""Main themes of the large framework, and sub-themes of each: a thousand in all."""
CASES_A_CHANGE = 100


def make_library(folder: Path) -> None:
    """Makes every study that the browser is measured on, led by the first coder."""
    for name, (words, codings) in TEXTS.items():
        with trellis.new(folder / f"{name}.trellis", f"A {name} transcript", large.PERSON) as study:
            _transcript(study, name, words, codings)
    for name, (cases, waves) in MATRICES.items():
        with trellis.new(folder / f"{name}.trellis", f"The {name} of sixty columns", large.PERSON) as study:
            _matrix(study, cases, waves)
    with trellis.new(folder / "tree.trellis", "A thousand themes", large.PERSON) as study:
        _tree(study)


def _transcript(study: Study, name: str, words: int, codings: int) -> None:
    text = generator.transcript(Interview(0, 0, 0), words)
    study.sources.bring_in_given([GivenFile(f"{name}.txt", text.encode)])
    large.frame(study)
    large.code(study, large.drafts(study, codings, name))


def _matrix(study: Study, cases: int, waves: tuple[str, ...]) -> None:
    for wave in waves:
        study.waves.add(wave)
    for person in generator.people()[:cases]:
        study.cases.add(person)
    large.frame(study)
    work = large.work_of(study)
    with work.read() as reader:
        themes = large.sub_themes(reader)
        rows = _rows(reader)
    for first in range(0, len(rows), CASES_A_CHANGE):
        with work.change("chart.write") as change:
            _fill(change, themes, rows[first : first + CASES_A_CHANGE])


def _rows(reader: Reader) -> list[tuple[Key, Key, Key, int, int]]:
    """Chart, case, wave, the person's number and the wave's of every row."""
    chart, waves = main_chart(reader).k, large.waves_in_order(reader) or [NO_KEY]
    cases = sorted(large.cases_by_person(reader).items())
    return [(chart, case, wave, person, number) for person, case in cases for number, wave in enumerate(waves)]


def _fill(change: Change, themes: list[Key], rows: list[tuple[Key, Key, Key, int, int]]) -> None:
    cells: list[Cell] = []
    lines: list[Statement] = []
    for chart, case, wave, person, number in rows:
        for at, theme in enumerate(themes):
            if not generator.is_filled(at, person, number):
                continue
            place = (chart, case, wave, theme)
            cells.append(Cell(*place, 0, CellState.CHARTED, None, None, change.key, change.person, change.at))
            said = generator.statements(at, person, number)
            lines += [
                Statement(k, 0, *place, pos, Layer.SUMMARY, text, None, change.person, change.at)
                for k, pos, text in zip(change.new_keys(len(said)), spread(len(said)), said, strict=True)
            ]
    change.insert_all(cells)
    change.insert_all(lines)


def _tree(study: Study) -> None:
    with large.work_of(study).change("framework.add") as change:
        for number, pos in enumerate(spread(MAIN), 1):
            main = _theme(change, None, pos, f"Main theme {number}")
            change.insert(main)
            change.insert_all(
                _theme(change, main.k, below, f"Sub-theme {number}-{at}") for at, below in enumerate(spread(BELOW), 1)
            )


def _theme(change: Change, parent: Key | None, pos: str, name: str) -> Theme:
    said = (f"What is said on {name.casefold()}", "", "", "")
    return Theme(change.new_key(), 0, parent, pos, name, *said, Origin.A_PRIORI, ThemeState.ACTIVE, change.key)
