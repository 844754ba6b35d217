"""The large study made through Trellis, in stages: texts (imported), framed (themes, attributes), full (the rest)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import trellis
from benchmarks import generator
from benchmarks.measure import Place
from trellis.core.attribute import Attribute, AttributeType, AttributeValue, HowKnown, Owner
from trellis.core.case import Case, Wave
from trellis.core.chart import Cell, CellState, Evidence, EvidenceFor, Layer, Side, Statement
from trellis.core.coding import Coding
from trellis.core.framework import Origin, Theme, ThemeState
from trellis.core.keys import NO_KEY, Key
from trellis.core.order import spread
from trellis.core.source import Source, Version
from trellis.core.study import Person, Role
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.bringing import BringIn
from trellis.study.resolve import adopted_round, main_chart
from trellis.study.study import Study
from trellis.study.work import Work

CODINGS_A_CHANGE = 5_000
PERSON = "Ana"


def home(folder: Path) -> None:
    """Keeps this installation's notes in the folder of the benchmarks."""
    os.environ["TRELLIS_HOME"] = str(folder / "home")


def opened(path: Path) -> Study:
    """A study of the benchmarks, under the name of its first coder."""
    return trellis.open(path, PERSON)


def stage(place: Place, name: str) -> Path:
    """The study at a stage, made if it is not there yet."""
    path = place.folder / f"{name}.trellis"
    if not path.exists():
        _STAGES[name](place, path)
    return path


def transcripts(place: Place) -> list[list[Path]]:
    """The transcripts, wave by wave."""
    return generator.write_transcripts(place.folder / "transcripts", place.scale)


def bring_in(study: Study, waves: list[list[Path]]) -> None:
    """Brings the transcripts in, a batch a wave."""
    for wave, paths in zip(generator.WAVES, waves, strict=True):
        study.sources.bring_in(paths, BringIn(wave=wave))


def copied(place: Place, name: str) -> Path:
    """A copy of the study at a stage, for work that writes."""
    origin = stage(place, name)
    target = place.fresh("copy.trellis")
    with opened(origin) as study:
        study.history.backup(target)
    return target


def _texts(place: Place, path: Path) -> None:
    waves = transcripts(place)
    with trellis.new(path, "A large study", PERSON) as study:
        bring_in(study, waves)


def _framed(place: Place, path: Path) -> None:
    with opened(stage(place, "texts")) as texts:
        texts.history.backup(path)
    with opened(path) as study:
        frame(study)


def _full(place: Place, path: Path) -> None:
    with opened(stage(place, "framed")) as framed:
        framed.history.backup(path)
    with opened(path) as study:
        code(study, drafts(study, place.scale.share(generator.CODINGS)))
        fill_chart(study)


def _million(place: Place, path: Path) -> None:
    with opened(stage(place, "framed")) as framed:
        framed.history.backup(path)
    with opened(path) as study:
        code(study, drafts(study, place.scale.share(generator.MILLION), "million"))


_STAGES = {
    "files": lambda place, _path: transcripts(place),
    "texts": _texts,
    "framed": _framed,
    "full": _full,
    "million": _million,
}


def work_of(study: Study) -> Work:
    """The unit of work beneath a study, for writing whole records."""
    return study._work  # noqa: SLF001  # no public call writes records as they are


def frame(study: Study) -> None:
    """Writes themes, coders and attributes with their values."""
    with work_of(study).change("framework.add") as change:
        for number, below in enumerate(generator.SUB_THEMES):
            main = _theme(change, None, spread(len(generator.SUB_THEMES))[number], f"theme {number + 1}")
            change.insert(main)
            places = spread(below)
            change.insert_all(
                _theme(change, main.k, places[at], f"sub-theme {number + 1}.{at + 1}") for at in range(below)
            )
    with work_of(study).change("person.add") as change:
        change.insert_all(Person(change.new_key(), 0, name, Role.CODER) for name in generator.CODERS[1:])
    with work_of(study).change("case.attribute") as change:
        _attributes(change)


def _theme(change: Change, parent: Key | None, pos: str, name: str) -> Theme:
    return Theme(change.new_key(), 0, parent, pos, name, "", "", "", "", Origin.A_PRIORI, ThemeState.ACTIVE, change.key)


def _attributes(change: Change) -> None:
    made = [
        Attribute(change.new_key(), 0, name, Owner.CASE, kind, levels, per_wave=per_wave, pos=pos)
        for (name, kind, levels, per_wave), pos in zip(
            (
                ("region", AttributeType.CATEGORY, generator.REGIONS, False),
                ("age", AttributeType.ORDERED, generator.AGES, False),
                ("in work", AttributeType.BOOLEAN, (), True),
            ),
            spread(3),
            strict=True,
        )
    ]
    change.insert_all(made)
    region, age, work = (attribute.k for attribute in made)
    waves = waves_in_order(change)
    values: list[AttributeValue] = []
    for person, case in cases_by_person(change).items():
        values.append(_value(region, case, NO_KEY, generator.region(person)))
        values.append(_value(age, case, NO_KEY, generator.age(person)))
        for number, wave in enumerate(waves):
            values.append(_value(work, case, wave, str(generator.in_work(person, number)).lower()))
    change.insert_all(values)


def _value(attribute: Key, case: Key, wave: Key, value: str) -> AttributeValue:
    return AttributeValue(attribute, case, wave, 0, value, HowKnown.RECORDED, "")


def cases_by_person(reader: Reader) -> dict[int, Key]:
    """The case of each person's number."""
    numbers = {name: number for number, name in enumerate(generator.people())}
    return {numbers[case.name]: case.k for case in reader.all(Case)}


def waves_in_order(reader: Reader) -> list[Key]:
    """The keys of the waves, the first first."""
    return [wave.k for wave in sorted(reader.all(Wave), key=lambda wave: wave.pos)]


def number_of(theme: int) -> str:
    """The printed number of the sub-theme at a place in their order."""
    for main, below in enumerate(generator.SUB_THEMES, 1):
        if theme < below:
            return f"{main}.{theme + 1}"
        theme -= below
    message = f"there is no sub-theme {theme}"
    raise ValueError(message)


def sub_themes(reader: Reader) -> list[Key]:
    """The keys of the sixty sub-themes, in the order of the framework."""
    return [theme.k for theme in reader.all(Theme) if theme.parent is not None]


def interviews_in_order(reader: Reader) -> list[tuple[Source, Version]]:
    """The sources with their versions, by the number of the interview."""
    versions = {version.k: version for version in reader.all(Version)}
    sources = sorted(reader.all(Source), key=lambda source: source.name)
    return [(source, versions[source.current]) for source in sources]


def drafts(study: Study, count: int, about: str = "codings") -> list[generator.CodingDraft]:
    """That many codings to be made, at random places in the texts of the study."""
    with work_of(study).read() as reader:
        lengths = [version.length for _, version in interviews_in_order(reader)]
    return list(generator.codings(count, lengths, about))


def code(study: Study, given: list[generator.CodingDraft]) -> None:
    """Stores codings as whole records: one batch, 5,000 a change."""
    work = work_of(study)
    with work.read() as reader:
        texts = interviews_in_order(reader)
        themes = sub_themes(reader)
        known = {person.name: person.k for person in reader.all(Person)}
        round_ = adopted_round(reader).k
    coders = [known[name] for name in generator.CODERS]
    waiting = iter(given)
    batch: Key | None = None
    while piece := list(islice(waiting, CODINGS_A_CHANGE)):
        with work.change("index.bulk", batch=batch) as change:
            batch = batch or change.start_batch()
            change.insert_all(
                Coding(
                    k,
                    0,
                    texts[draft.interview][0].k,
                    texts[draft.interview][1].k,
                    draft.start,
                    draft.end,
                    themes[draft.theme],
                    coders[draft.coder],
                    round_,
                    None,
                    "",
                    (),
                    change.at,
                )
                for k, draft in zip(change.new_keys(len(piece)), piece, strict=True)
            )


def fill_chart(study: Study) -> None:
    """Fills the chart, a change a sub-theme: cells of three statements, each resting on a coding of the case."""
    work = work_of(study)
    with work.read() as reader:
        themes = sub_themes(reader)
        places = _places(reader)
    for number, theme in enumerate(themes):
        with work.change("chart.write") as change:
            lines: list[tuple[Statement, Evidence]] = []
            cells: list[Cell] = []
            for place in places:
                if generator.is_filled(number, place.person, place.wave):
                    row = (place.chart, place.case, place.wave_key, theme)
                    cells.append(Cell(*row, 0, CellState.CHARTED, None, None, change.key, change.person, change.at))
                    lines += _lines(change, row, place, number)
            change.insert_all(cells)
            change.insert_all(statement for statement, _ in lines)
            change.insert_all(resting for _, resting in lines)


@dataclass(frozen=True, slots=True)
class _Seat:
    """A row of the chart: a person in a wave, with the codings of their interview."""

    person: int
    wave: int
    chart: Key
    case: Key
    wave_key: Key
    codings: list[Coding]


def _places(reader: Reader) -> list[_Seat]:
    cases, waves, chart = cases_by_person(reader), waves_in_order(reader), main_chart(reader).k
    found: dict[Key, list[Coding]] = {}
    for coding in reader.all(Coding):
        found.setdefault(coding.source, []).append(coding)
    texts = interviews_in_order(reader)
    return [
        _Seat(person, wave, chart, case, wave_key, found[texts[wave * len(cases) + person][0].k])
        for wave, wave_key in enumerate(waves)
        for person, case in sorted(cases.items())
    ]


def _lines(
    change: Change, row: tuple[Key, Key, Key, Key], place: _Seat, theme: int
) -> Iterator[tuple[Statement, Evidence]]:
    said = generator.statements(theme, place.person, place.wave)
    for at, (text, pos) in enumerate(zip(said, spread(len(said)), strict=True)):
        k = change.new_key()
        coding = place.codings[(theme * len(said) + at) % len(place.codings)]
        statement = Statement(k, 0, *row, pos, Layer.SUMMARY, text, None, change.person, change.at)
        yield statement, _evidence(change, k, coding)


def _evidence(change: Change, statement: Key, coding: Coding) -> Evidence:
    return Evidence(
        change.new_key(),
        0,
        EvidenceFor.STATEMENT,
        statement,
        Side.FOR,
        coding.source,
        coding.version,
        coding.start,
        coding.end,
        coding.k,
        None,
        None,
        None,
        None,
        star=False,
        seen=coding.rev,
    )
