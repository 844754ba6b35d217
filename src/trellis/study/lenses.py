"""Lenses of a study: declared before the cases are read, judged with evidence; outcomes follow and are never typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from trellis.core.chart import Evidence
from trellis.core.errors import AlreadyThere, Invalid, TrellisError
from trellis.core.judgement import DeclaredLens, Judgement, Override
from trellis.core.keys import NO_KEY, Key
from trellis.core.lens import Lens, folded
from trellis.core.lens_file import nearest, read_lens
from trellis.store.changes import Change
from trellis.study import lens_results as results
from trellis.study import lens_view as view
from trellis.study.chart_given import Given as GivenEvidence
from trellis.study.chart_writing import seen_now
from trellis.study.judgement_files import JudgementRow, rows_in
from trellis.study.lens_bench import Bench
from trellis.study.lens_files import bytes_of, shipped, shipped_text, units_of
from trellis.study.lens_pictures import placing_svg
from trellis.study.lens_steps import (
    NAMED,
    Said,
    Standing,
    evidence_of_judgement,
    judgements_under,
    lens_named,
    lens_of,
    newest_lenses,
    put_judgement,
    put_override,
    remove_judgement,
    versions_of,
)
from trellis.study.lens_units import Given, Units
from trellis.study.lens_view import CellBeside, JudgementShown, LensCard, LensNow, SheetShown
from trellis.study.requests import require_seen
from trellis.study.resolve import case_named, wave_named
from trellis.study.table import Table
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class JudgementsIn:
    """What became of a file of judgements. refused: line and reason. named: units that go by a name new to the study.

    without_evidence: lines of judgements that say something definite and rest on nothing.
    """

    new: int
    changed: int
    same: int
    refused: tuple[tuple[int, str], ...]
    named: tuple[str, ...]
    without_evidence: tuple[int, ...]


class LensesOfStudy:
    """Declared ways to classify or test, and the judgements under them."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, lens: str | Path) -> Key:
        """Declares a lens, from a file or by the name of one that comes with Trellis; a changed file is a new version.

        Raises BadLens, NotFound, AlreadyThere where the newest version says the same.
        """
        return self._declare(_text_of(lens), str(lens))

    def add_text(self, text: str, name: str = "lens.toml") -> Key:
        """Declares the lens that a text in the form of a lens file holds. Raises BadLens, AlreadyThere."""
        return self._declare(text, name)

    def _declare(self, text: str, name: str) -> Key:
        read = read_lens(text.encode(), Path(name).name)
        with self._work.change("lens.declare") as change:
            versions = versions_of(change, read.id)
            if versions and versions[-1].text == text:
                message = f"the study has the lens “{read.id}” as it stands in {name} already; change the file first"
                raise AlreadyThere(message)
            kept = _names_kept(versions[-1].names if versions else (), read)
            made = DeclaredLens(
                change.new_key(), 0, read.id, len(versions) + 1, read.title, text, kept, change.person, change.at
            )
            change.insert(made)
            return made.k

    def name_cell(self, lens: str, cell: str, name: str, *, seen: Key | None = None) -> None:
        """Names a cell of two axes that no source names; "" takes the name away. cell: its id ("high-low").

        seen: the revision of the lens that was looked at, None where nobody looked. Raises NotFound, Outdated, or
        Invalid for a cell that the file names.
        """
        with self._work.change("lens.name_cell") as change:
            before = lens_named(change, lens)
            require_seen(before.rev, seen)
            blank = {one.id for one in _plain(before).outcomes if not one.name}
            if cell not in blank:
                message = (
                    f"“{cell}” is no blank cell of the lens “{before.title}”; {nearest(cell, blank)}"
                    f"there are: {', '.join(sorted(blank)) or 'none'}"
                )
                raise Invalid(message)
            others = tuple(pair for pair in before.names if not pair.startswith(cell + NAMED))
            named = (f"{cell}{NAMED}{' '.join(name.split())}",) if name.strip() else ()
            change.update(before, replace(before, names=tuple(sorted((*others, *named)))))

    def remove(self, lens: str) -> None:
        """Takes a lens out with all its versions. Raises Invalid where judgements rest on it."""
        with self._work.change("lens.remove") as change:
            record = lens_named(change, lens)
            made = len(judgements_under(change, record.ident))
            if made:
                message = f"the lens “{record.title}” cannot go: {made} judgements were made under it"
                raise Invalid(message)
            versions = versions_of(change, record.ident)
            change.delete(*(one for version in versions for one in change.all(Override, lens=version.k)))
            change.delete(*versions)

    def listing(self) -> Table:
        """The lenses of the study: id, title, version, since when it is declared, units, judgements."""
        with self._work.read() as reader:
            rows = []
            for record in newest_lenses(reader):
                lens = lens_of(record)
                first = versions_of(reader, record.ident)[0]
                rows.append(
                    (
                        record.ident,
                        record.title,
                        lens.version,
                        _day(first.at),
                        units_of(lens),
                        len(judgements_under(reader, record.ident)),
                        lens.label or None,
                    )
                )
        heads = ("lens", "title", "version", "declared", "units", "judgements", "label")
        return Table(heads, tuple(rows), "Lenses")

    def get(self, lens: str) -> Lens:
        """A lens as it is declared now. Raises NotFound."""
        with self._work.read() as reader:
            return lens_of(lens_named(reader, lens))

    def text(self, lens: str) -> str:
        """The file of a lens as it was declared. Raises NotFound."""
        with self._work.read() as reader:
            return lens_named(reader, lens).text

    def judge(
        self,
        lens: str,
        unit: str,
        dimension: str,
        value: str | Iterable[str],
        *,
        wave: str | None = None,
        kind: str = "",
        confidence: str = "",
        judge: str = "",
        word: str | Iterable[str] = (),
        evidence: Iterable[GivenEvidence] = (),
        against: Iterable[GivenEvidence] = (),
        rationale: str = "",
        seen: Key | None = None,
    ) -> Key:
        """Records what a judge says of a unit on a dimension; it takes the place of what the same judge said before.

        unit: a case, a role, a group of stakeholders, or "study"; kind: only where its name could be two things.
        value: admissible ones. word: whose word it rests on. judge: "" for who works. seen: the revision of what the
        same judge said before, NO_KEY for nothing, None where nobody looked.
        Raises NotFound, Ambiguous, Invalid, QuoteNotFound, OutOfRange, Outdated.
        """
        said = Said(
            dimension,
            value if isinstance(value, str) else tuple(value),
            confidence,
            judge,
            word if isinstance(word, str) else tuple(word),
            tuple(evidence),
            tuple(against),
            rationale,
            seen,
        )
        with self._work.change("lens.judge") as change:
            standing = Standing(change, lens_named(change, lens))
            place = Units(change, standing.lens).place(Given(unit, wave, kind))
            made, _ = put_judgement(change, standing, place, said)
            return made.k

    def judge_from(self, path: Path, lens: str | None = None, *, dry_run: bool = False) -> JudgementsIn:
        """Brings in judgements from a .csv, .xlsx or .toml; see docs/reference/judgement-files.md.

        lens: for rows that name none. A row that does not fit is refused, the others go in.
        Raises Unreadable, BadTable, NotFound.
        """
        rows = rows_in(path)
        open_change = self._work.rehearsal if dry_run else self._work.change
        with open_change("lens.judge_from") as change:
            return _Bringing(change, lens).bring(rows)

    def withdraw_judgement(self, judgement: Key) -> None:
        """Takes a judgement out, with its evidence. Raises NotFound."""
        with self._work.change("lens.unjudge") as change:
            remove_judgement(change, change.get(Judgement, judgement))

    def confirm(self, judgement: Key) -> None:
        """Says that a judgement is still right: what it rests on has been seen as it is now. Raises NotFound."""
        with self._work.change("lens.confirm") as change:
            made = change.get(Judgement, judgement)
            resting: list[Evidence] = evidence_of_judgement(change, made.k)
            change.update_all((one, replace(one, seen=seen_now(change, one))) for one in resting)
            change.update(made, replace(made, by=change.person, at=change.at))

    def override(
        self,
        lens: str,
        unit: str,
        outcome: str,
        reason: str,
        *,
        wave: str | None = None,
        kind: str = "",
        seen: Key | None = None,
    ) -> None:
        """Puts an outcome in the place of the derived one; it shows as such. outcome: "" takes it away again.

        seen: the revision of the override that stood there, NO_KEY for none, None where nobody looked.
        Raises NotFound, Ambiguous, Outdated, or Invalid for an outcome the lens does not have, or without a reason.
        """
        with self._work.change("lens.override") as change:
            record = lens_named(change, lens)
            place = Units(change, lens_of(record)).place(Given(unit, wave, kind))
            put_override(change, record, place, (outcome, reason), seen)

    def cards(self) -> tuple[LensCard, ...]:
        """The lenses of the study, as a page lists them."""
        with self._work.read() as reader:
            return tuple(view.card(Bench(reader, record)) for record in newest_lenses(reader))

    def now(self, lens: str) -> LensNow:
        """A lens with every unit that was judged and what came out. Raises NotFound."""
        with self._work.read() as reader:
            return view.lens_now(Bench(reader, lens_named(reader, lens)))

    def sheet(self, lens: str, unit: str, *, wave: str | None = None, kind: str = "") -> SheetShown:
        """The judgement sheet of a unit, judged or not yet. Raises NotFound, Ambiguous, Invalid."""
        with self._work.read() as reader:
            bench = Bench(reader, lens_named(reader, lens))
            return view.sheet(bench, bench.units.place(Given(unit, wave, kind)))

    def judgement(
        self, lens: str, unit: str, dimension: str, *, wave: str | None = None, kind: str = ""
    ) -> JudgementShown | None:
        """What who works says of a unit on a dimension, None for nothing. Raises NotFound, Ambiguous, Invalid."""
        with self._work.read() as reader:
            bench = Bench(reader, lens_named(reader, lens))
            return view.own_judgement(
                bench, bench.units.place(Given(unit, wave, kind)), dimension, self._work.person_name
            )

    def material(self, case: str, *, wave: str | None = None) -> tuple[CellBeside, ...]:
        """The charted cells of a case with the segments they rest on, to judge by. Raises NotFound, Ambiguous."""
        with self._work.read() as reader:
            at = NO_KEY if wave is None else wave_named(reader, wave).k
            return view.material(reader, case_named(reader, case), at)

    def judgements(self, lens: str) -> Table:
        """Every judgement under a lens. Raises NotFound."""
        with self._work.read() as reader:
            return results.judgements_table(Bench(reader, lens_named(reader, lens)))

    def outcomes(self, lens: str) -> Table:
        """What came out for each unit, with the nearest other outcome, its ground and what it depends on."""
        with self._work.read() as reader:
            return results.outcomes_table(Bench(reader, lens_named(reader, lens)))

    def picture(self, lens: str) -> bytes:
        """Where the units came out, as the report draws it: an SVG file. Raises NotFound."""
        with self._work.read() as reader:
            return placing_svg(Bench(reader, lens_named(reader, lens)))

    def rests_on(self, lens: str) -> Table:
        """Which outcomes would be others without one case, site, source or judge, in words. Raises NotFound."""
        with self._work.read() as reader:
            return results.rests_table(Bench(reader, lens_named(reader, lens)))

    def agreement(self, lens: str) -> Table:
        """How far judges agree, dimension by dimension. Raises NotFound."""
        with self._work.read() as reader:
            return results.agreement_table(Bench(reader, lens_named(reader, lens)))

    def trajectories(self, lens: str) -> Table:
        """Outcomes wave by wave. Raises NotFound."""
        with self._work.read() as reader:
            return results.trajectories_table(Bench(reader, lens_named(reader, lens)))

    def cross(self, down: str, across: str) -> Table:
        """Two lenses crossed, or one of their dimensions: "indirect-use" or "shaping-context:team-structure".

        Raises NotFound, Invalid.
        """
        (one, one_by), (other, other_by) = _axis(down), _axis(across)
        with self._work.read() as reader:
            benches = [Bench(reader, lens_named(reader, name)) for name in (one, other)]
            return results.crossed(*benches, down_by=one_by, across_by=other_by)


def _axis(given: str) -> tuple[str, str]:
    """A lens, or a lens and a dimension of it."""
    lens, _, dimension = given.partition(":")
    return lens.strip(), dimension.strip()


class _Bringing:
    """Rows of a file going in, one after the other."""

    def __init__(self, change: Change, lens: str | None) -> None:
        self._change = change
        self._lens = lens
        self._standing: dict[str, tuple[Standing, Units]] = {}
        self._counts = {"new": 0, "changed": 0, "same": 0}
        self._named: dict[str, None] = {}
        self._without: list[int] = []

    def bring(self, rows: list[JudgementRow]) -> JudgementsIn:
        """Writes each row that fits."""
        refused: list[tuple[int, str]] = []
        for row in rows:
            try:
                self._put(row)
            except TrellisError as error:
                refused.append((row.line, str(error)))
        counts = self._counts
        return JudgementsIn(
            counts["new"], counts["changed"], counts["same"], tuple(refused), tuple(self._named), tuple(self._without)
        )

    def _put(self, row: JudgementRow) -> None:
        name = row.lens or self._lens
        if not name:
            message = "this row names no lens; add a column “lens”, or name the lens on the command line"
            raise Invalid(message)
        standing, units = self._under(name)
        place = units.place(row.unit)
        made, done = put_judgement(self._change, standing, place, row.said())
        self._counts[done] += 1
        if units.is_new(place):
            self._named[units.label(place)] = None
        if not made.is_open and not evidence_of_judgement(self._change, made.k):
            self._without.append(row.line)

    def _under(self, name: str) -> tuple[Standing, Units]:
        if name not in self._standing:
            standing = Standing(self._change, lens_named(self._change, name))
            self._standing[name] = (standing, Units(self._change, standing.lens))
        return self._standing[name]


def _day(at: int) -> str:
    return dt.datetime.fromtimestamp(at / 1000, dt.UTC).date().isoformat()


def _plain(record: DeclaredLens) -> Lens:
    return lens_of(replace(record, names=()))


def _names_kept(names: tuple[str, ...], lens: Lens) -> tuple[str, ...]:
    """The names given to cells before that a new version still leaves blank."""
    blank = {one.id for one in lens.outcomes if not one.name}
    return tuple(pair for pair in names if pair.partition(NAMED)[0] in blank)


def _text_of(lens: str | Path) -> str:
    names = {folded(name) for ident, one in shipped().items() for name in (ident, one.title)}
    if isinstance(lens, str) and folded(lens) in names and not Path(lens).exists():
        return shipped_text(lens)
    content = bytes_of(Path(lens))
    read_lens(content, Path(lens).name)
    return content.decode("utf-8-sig")
