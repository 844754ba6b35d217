"""Typologies built from the categories found in chart columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from trellis.core.case import CaseKind
from trellis.core.errors import AlreadyThere, Invalid, NotFound
from trellis.core.keys import Key
from trellis.core.order import between, spread
from trellis.core.study import StudyRecord
from trellis.core.typology import (
    CaseType,
    DimensionValue,
    Placement,
    SetAside,
    TypeValue,
    Typology,
    TypologyDimension,
)
from trellis.core.typology_lens import Axis, Finished, Named, lens_text
from trellis.core.typology_rules import standing_print
from trellis.core.worksheet import Category
from trellis.core.worksheet_rules import worded
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.chart_export import keep
from trellis.study.chart_reading import read_view
from trellis.study.chart_rows import Wanted
from trellis.study.requests import require_seen
from trellis.study.resolve import folded, keyed
from trellis.study.table import Table
from trellis.study.typology_reading import (
    TypologyNow,
    dimension_named,
    dimensions_of,
    read_typology,
    types_in,
    typology_named,
    unit_given,
    value_named,
    values_of,
)
from trellis.study.typology_tables import by_type_table
from trellis.study.work import Work
from trellis.study.worksheet_given import categories_of, category_given, column_given


class TypologiesOfStudy:
    """Types of cases: dimensions, every case once on each, combinations, types."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def new(self, name: str, *, kind: CaseKind | str = CaseKind.PERSON, description: str = "") -> Key:
        """Begins a typology of the cases of one kind, and returns its key. Raises AlreadyThere, Invalid."""
        with self._work.change("typology.new") as change:
            called = _free(worded(name, "a typology's name"), [one.name for one in change.all(Typology)], "typology")
            made = Typology(change.new_key(), 0, called, description.strip(), _kind(kind), change.person, change.at)
            change.insert(made)
            return made.k

    def remove(self, typology: str) -> None:
        """Removes a typology with all that is in it; categories and elements stay. Raises NotFound, Ambiguous."""
        with self._work.change("typology.remove") as change:
            gone = typology_named(change, typology)
            for one in types_in(change, gone.k):
                _remove_type(change, one)
            for dimension in dimensions_of(change, gone.k):
                _remove_dimension(change, dimension)
            change.delete(*change.all(SetAside, typology=gone.k))
            change.delete(gone)

    def add_dimension(
        self,
        typology: str,
        name: str,
        *,
        theme: str | None = None,
        categories: Sequence[str] = (),
        values: Sequence[str] = (),
        question: str = "",
    ) -> Key:
        """Adds a dimension, and returns its key.

        Its values are made of the categories of a theme's worksheet (those named, or all), and of further names.
        Raises NotFound, Ambiguous, AlreadyThere, Invalid.
        """
        with self._work.change("typology.add_dimension") as change:
            into = typology_named(change, typology)
            own = dimensions_of(change, into.k)
            called = _free(worded(name, "a dimension's name"), [one.name for one in own], "dimension")
            pos = between(max((one.pos for one in own), default=None), None)
            made = TypologyDimension(change.new_key(), 0, into.k, pos, called, question.strip())
            change.insert(made)
            _add_values(change, made, [*_made_of(change, theme, categories), *((each, None) for each in values)])
            return made.k

    def add_value(
        self, typology: str, dimension: str, name: str, *, theme: str | None = None, category: str | None = None
    ) -> None:
        """Adds a value to a dimension, made of a category where one is named. Raises NotFound, AlreadyThere."""
        with self._work.change("typology.add_value") as change:
            into = dimension_named(change, typology_named(change, typology).k, dimension)
            made = None if category is None else _made_of(change, theme, [category])[0][1]
            _add_values(change, into, [(name, made)])

    def rename_value(self, typology: str, dimension: str, value: str, name: str) -> None:
        """Gives a value another name; who is on it stays. Raises NotFound, AlreadyThere, Invalid."""
        with self._work.change("typology.rename_value") as change:
            on = dimension_named(change, typology_named(change, typology).k, dimension)
            before = value_named(change, on, value)
            others = [one.name for one in values_of(change, on.k) if one.k != before.k]
            change.update(before, replace(before, name=_free(worded(name, "a value's name"), others, "value")))

    def remove_value(self, typology: str, dimension: str, value: str) -> None:
        """Removes a value; the cases on it are not placed any more. Raises NotFound, Ambiguous."""
        with self._work.change("typology.remove_value") as change:
            on = dimension_named(change, typology_named(change, typology).k, dimension)
            _remove_value(change, value_named(change, on, value))

    def remove_dimension(self, typology: str, dimension: str) -> None:
        """Removes a dimension with its values. Raises NotFound, Ambiguous."""
        with self._work.change("typology.remove_dimension") as change:
            _remove_dimension(change, dimension_named(change, typology_named(change, typology).k, dimension))

    def place(
        self,
        typology: str,
        case: str,
        dimension: str,
        value: str | None,
        *,
        wave: str | None = None,
        note: str = "",
        also: bool = False,
        seen: Key | None = None,
    ) -> None:
        """Places a case on a value of a dimension instead of where it was; None takes it off.

        also: beside where it is, which says that the dimension's values are not discrete. seen: what stood for its
        place there (`TypologyNow.standing`), None where nobody looked. Raises NotFound, Invalid, Outdated.
        """
        with self._work.change("typology.place") as change:
            into = typology_named(change, typology)
            unit, on = unit_given(change, into, case, wave), dimension_named(change, into.k, dimension)
            chosen = None if value is None else value_named(change, on, value)
            before = [change.find(Placement, one.k, *unit) for one in values_of(change, on.k)]
            there = [one for one in before if one is not None]
            require_seen(standing_print(one.rev for one in there), seen)
            if not also:
                change.delete(*(one for one in there if chosen is None or one.value != chosen.k))
            if chosen is not None and all(one.value != chosen.k for one in there):
                change.insert(Placement(chosen.k, *unit, 0, note.strip(), change.person, change.at))

    def place_by_elements(self, typology: str) -> int:
        """Places cases whose elements speak for exactly one value of a dimension they are not on yet. How many.

        What a case's elements say is the ground, and the analyst's to judge: what they leave open stays open.
        Raises NotFound, Ambiguous.
        """
        with self._work.change("typology.place") as change:
            now = read_typology(change, typology_named(change, typology))
            made = [
                Placement(said[0], *unit, 0, "", change.person, change.at)
                for unit in now.units
                for values in now.axes.values()
                if not set(values) & set(now.placed.get(unit, ()))
                and len(said := [k for k in now.ground.get(unit, ()) if k in values]) == 1
            ]
            change.insert_all(made)
            return len(made)

    def set_aside(self, typology: str, case: str, reason: str | None, *, wave: str | None = None) -> None:
        """Says that a case cannot be placed, and why; None takes that back. Raises NotFound, Invalid."""
        with self._work.change("typology.set_aside") as change:
            into = typology_named(change, typology)
            unit = unit_given(change, into, case, wave)
            before = change.find(SetAside, into.k, *unit)
            if before is not None:
                change.delete(before)
            if reason is not None:
                said = worded(reason, "a reason")
                change.insert(SetAside(into.k, *unit, 0, said, change.person, change.at))

    def add_type(self, typology: str, name: str, values: Sequence[tuple[str, str]], *, description: str = "") -> Key:
        """Names a type by the values that its cases have, as (dimension, value); its key.

        Several of one dimension: any of these. A dimension of which none is named may have any value.
        Raises NotFound, Ambiguous, AlreadyThere, Invalid.
        """
        with self._work.change("typology.add_type") as change:
            into = typology_named(change, typology)
            own = types_in(change, into.k)
            called = _free(worded(name, "a type's name"), [one.name for one in own], "type")
            chosen = {value_named(change, dimension_named(change, into.k, on), value).k for on, value in values}
            if not chosen:
                message = "a type is a combination of values; give at least one"
                raise Invalid(message)
            pos = between(max((one.pos for one in own), default=None), None)
            made = CaseType(change.new_key(), 0, into.k, pos, called, description.strip())
            change.insert(made)
            change.insert_all(TypeValue(made.k, value, 0) for value in sorted(chosen))
            return made.k

    def remove_type(self, typology: str, name: str) -> None:
        """Takes a type's name away; the cases stay where they are. Raises NotFound, Ambiguous."""
        with self._work.change("typology.remove_type") as change:
            _remove_type(change, _type_named(change, typology_named(change, typology).k, name))

    def now(self, typology: str) -> TypologyNow:
        """The typology as it stands. Raises NotFound, Ambiguous."""
        with self._work.read() as reader:
            return read_typology(reader, typology_named(reader, typology))

    def every(self) -> tuple[TypologyNow, ...]:
        """The typologies as they stand, in the order of their names."""
        with self._work.read() as reader:
            return _every(reader)

    def listing(self) -> Table:
        """The typologies: dimensions, types, cases, how many of them are not placed once on every dimension."""
        with self._work.read() as reader:
            found = _every(reader)
        rows = tuple(
            (
                now.typology.name,
                now.typology.kind.value,
                len(now.dimensions),
                len(now.types),
                len(now.units),
                len({one.unit for one in now.open}),
                len(now.aside),
            )
            for now in found
        )
        return Table(("typology", "of", "dimensions", "types", "cases", "open", "set aside"), rows, "Typologies")

    def by_type(self, typology: str, themes: Sequence[str]) -> Table:
        """The chart of these themes, its rows grouped by type. Raises NotFound, Ambiguous, Invalid."""
        with self._work.read() as reader:
            now = read_typology(reader, typology_named(reader, typology))
            return by_type_table(now, read_view(reader, Wanted(themes=themes, header=()), words=False, title=""))

    def as_lens(self, typology: str) -> str:
        """The typology as the text of a lens file. Raises Invalid while it is not finished.

        Finished: two dimensions or more, every case placed once on each or set aside, at least one type, and no
        combination in two types.
        """
        with self._work.read() as reader:
            now = read_typology(reader, typology_named(reader, typology))
            _require_finished(now)
            categories = {one.k: one.definition for one in reader.all(Category)}
            return lens_text(_finished(now, reader.all(StudyRecord)[0].title, categories))

    def save_as_lens(self, typology: str, path: str | Path, *, overwrite: bool = False) -> Path:
        """Writes the typology as a lens file (.toml). Raises Invalid while it is not finished, AlreadyThere."""
        target = Path(path)
        keep(target, self.as_lens(typology).encode(), replace=overwrite)
        return target


def _every(reader: Reader) -> tuple[TypologyNow, ...]:
    return tuple(read_typology(reader, one) for one in sorted(reader.all(Typology), key=lambda one: one.name))


def _kind(given: CaseKind | str) -> CaseKind:
    try:
        return CaseKind(given)
    except ValueError as error:
        message = f"“{given}” is no kind of case; there are: {', '.join(kind.value for kind in CaseKind)}"
        raise Invalid(message) from error


def _free(name: str, taken: Sequence[str], what: str) -> str:
    if folded(name) in {folded(each) for each in taken}:
        message = f"there is a {what} “{name}” already; give another name"
        raise AlreadyThere(message)
    return name


def _made_of(reader: Reader, theme: str | None, categories: Sequence[str]) -> list[tuple[str, Key | None]]:
    """The categories of a worksheet that values are made of, with their names."""
    if theme is None:
        if categories:
            message = "say of which theme's worksheet the categories are"
            raise Invalid(message)
        return []
    column = column_given(reader, theme)
    found = [category_given(reader, column.k, name) for name in categories] or categories_of(reader, column.k)
    if not found:
        message = f"the worksheet of “{column.name}” has no categories yet; make some, or name the values"
        raise Invalid(message)
    return [(one.name, one.k) for one in found]


def _add_values(change: Change, dimension: TypologyDimension, given: Sequence[tuple[str, Key | None]]) -> None:
    own = values_of(change, dimension.k)
    taken = [one.name for one in own]
    places = spread(len(given), max((one.pos for one in own), default=None))
    for (name, category), pos in zip(given, places, strict=True):
        called = _free(worded(name, "a value's name"), taken, "value")
        taken.append(called)
        change.insert(DimensionValue(change.new_key(), 0, dimension.k, pos, called, category))


def _remove_value(change: Change, value: DimensionValue) -> None:
    change.delete(*change.all(Placement, value=value.k))
    change.delete(*change.all(TypeValue, value=value.k))
    change.delete(value)


def _remove_dimension(change: Change, dimension: TypologyDimension) -> None:
    for value in values_of(change, dimension.k):
        _remove_value(change, value)
    change.delete(dimension)


def _remove_type(change: Change, one: CaseType) -> None:
    change.delete(*change.all(TypeValue, type=one.k))
    change.delete(one)


def _type_named(reader: Reader, typology: Key, name: str) -> CaseType:
    by_key = keyed(reader, CaseType, name)
    for one in types_in(reader, typology):
        if one == by_key or folded(one.name) == folded(name):
            return one
    message = f"there is no type “{name}”; there are: {', '.join(one.name for one in types_in(reader, typology))}"
    raise NotFound(message)


def _require_finished(now: TypologyNow) -> None:
    """Nothing, if the typology is finished; raises Invalid, saying what is missing."""
    crossing = now.crossing()
    waiting = len({one.unit for one in crossing.open})
    if waiting:
        message = f"{waiting} cases are not placed once on every dimension; place them, or set them aside"
        raise Invalid(message)
    if not now.types:
        message = "no combination is named yet; a lens needs at least one type"
        raise Invalid(message)
    if any(len(now.types_at(combination)) > 1 for combination in crossing.combinations):
        message = "a combination is in two types; a case belongs to one type only, so adjust what they require"
        raise Invalid(message)


def _finished(now: TypologyNow, title: str, definitions: dict[Key, str]) -> Finished:
    axes = tuple(
        Axis(
            one.name,
            one.question,
            tuple(value.name for value in now.values[one.k]),
            "; ".join(
                f"{value.name}: {definitions[value.category]}"
                for value in now.values[one.k]
                if value.category is not None and definitions.get(value.category)
            ),
        )
        for one in now.dimensions
    )
    types = tuple(
        Named(
            one.name,
            one.description,
            tuple(
                (at, named)
                for at, dimension in enumerate(now.dimensions)
                if (named := tuple(v.name for v in now.values[dimension.k] if v.k in now.admitted[one.k]))
            ),
        )
        for one in now.types
    )
    by_wave = any(wave for _, wave in now.units)
    return Finished(now.typology.name, now.typology.description, title, by_wave, axes, types)
