"""What a team's own workbook is held to mean: its sheets and heads as themes, its first column as cases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from trellis.analysis.table import Table
from trellis.core.attribute import Attribute
from trellis.core.case import Case
from trellis.core.errors import Invalid
from trellis.core.framework import Theme
from trellis.core.framework_tree import USABLE, Tree
from trellis.core.framework_wording import LONGEST_NAME
from trellis.core.grid import Grid
from trellis.core.keys import Key
from trellis.core.matching import Fit, Match, Names, words_of
from trellis.core.printed_reference import ReferenceKind
from trellis.exchange.framework_workbook import Matrix, Passed, matrix_in
from trellis.store.reader import Reader
from trellis.study.case_voices import speaking_cases
from trellis.study.resolve import case_named, theme_given

_NUMBERED = re.compile(
    r"\s*(?:theme|sub-?theme|chart|matrix)?\s*(?P<number>\d+(?:\.\d+)*)(?:\s*[.:)–—-]+|\s|$)\s*(?P<name>.*)",
    re.IGNORECASE | re.DOTALL,
)
_UNNAMED_SHEET = re.compile(r"(?:sheet|table|tabelle|feuil|hoja|foglio|blad)\s*\d*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookMapping:
    """How a workbook is to be read, where what is proposed does not fit.

    themes: "Sheet1", "Head" or "Sheet1/Head" to the number or name of a theme. cases: a name as the file writes it to
    a case. skip: sheets, heads, "Sheet/Head" or rows that are not of the matrix. wave: of all cells. bare: what a
    number alone in parentheses counts in. add_themes: in an empty framework, sheets become themes and heads
    sub-themes. add_cases: names that the study does not know become cases.
    """

    themes: Mapping[str, str] = field(default_factory=dict)
    cases: Mapping[str, str] = field(default_factory=dict)
    skip: frozenset[str] = frozenset()
    wave: str | None = None
    bare: ReferenceKind = ReferenceKind.PAGE
    add_themes: bool = False
    add_cases: bool = False


@dataclass(frozen=True, slots=True)
class ColumnMeant:
    """A column of the file. theme: None where none was found; fresh: the name it would get in an empty framework."""

    sheet: str
    at: int
    head: str
    theme: Key | None
    how: str
    fresh: str = ""


@dataclass(frozen=True, slots=True)
class SheetMeant:
    """A sheet of the file. main: the theme whose sub-themes its columns are, where that is known."""

    matrix: Matrix
    main: Key | None
    how: str
    fresh: str
    columns: tuple[ColumnMeant, ...]


@dataclass(frozen=True, slots=True)
class CaseMeant:
    """A name of the first column. case: None where none was found."""

    written: str
    case: Key | None
    how: str


@dataclass(frozen=True, slots=True)
class WorkbookMeant:
    """A whole workbook. passed: what is in it and is not of the matrix."""

    sheets: tuple[SheetMeant, ...]
    cases: dict[tuple[str, ...], CaseMeant]
    passed: tuple[Passed, ...]


def meant_by(reader: Reader, grids: tuple[Grid, ...], mapping: WorkbookMapping) -> WorkbookMeant:
    """What the sheets mean in this study. Raises NotFound or Ambiguous for a mapping that the study does not know."""
    return _Meaning(reader, mapping).of(grids)


class _Meaning:
    def __init__(self, reader: Reader, mapping: WorkbookMapping) -> None:
        self._mapping = mapping
        self._skipped = {_key(name) for name in mapping.skip}
        self._tree = Tree(reader.all(Theme))
        self._numbers = {number: theme.k for number, theme in self._tree.in_order()}
        self._given = {_key(name): theme_given(reader, theme).k for name, theme in mapping.themes.items()}
        self._cases = _case_names(reader, mapping)
        self._attributes = {words_of(attribute.name) for attribute in reader.all(Attribute)}
        self._names = Names((theme.name, theme.k) for theme in self._tree.themes.values() if theme.state in USABLE)

    def of(self, grids: tuple[Grid, ...]) -> WorkbookMeant:
        sheets: list[SheetMeant] = []
        passed: list[Passed] = []
        for grid in grids:
            if not any(cell.strip() for row in grid.rows for cell in row) or _key(grid.name) in self._skipped:
                continue
            matrix = matrix_in(grid, is_theme=self._is_theme, is_case=self._is_case)
            sheet = None if matrix is None else self._sheet(matrix)
            if sheet is None:
                passed.append(Passed(grid.name, "no row of it heads columns of themes; the sheet is passed over", ""))
                continue
            sheets.append(sheet)
            themed = {column.at for column in sheet.columns if column.theme is not None or column.fresh} | {None}
            passed += [each for each in sheet.matrix.passed if each.column in themed]
        return WorkbookMeant(tuple(sheets), self._people(sheets), tuple(passed))

    def _is_theme(self, name: str) -> bool:
        if len(name) > LONGEST_NAME:
            return False
        found = self._theme(name, None)
        return found.meant is not None and found.fit in {Fit.EXACT, Fit.NUMBER, Fit.GIVEN, Fit.VARIANT}

    def _is_case(self, name: str) -> bool:
        return self._cases.find(name).meant is not None

    def _sheet(self, matrix: Matrix) -> SheetMeant | None:
        main, how = self._main(matrix)
        columns = tuple(
            self._column(matrix, column.at, column.head, main)
            for column in matrix.columns
            if not {_key(column.head), _key(f"{matrix.sheet}/{column.head}")} & self._skipped
        )
        known = any(column.theme is not None for column in columns)
        if not known and not (self._mapping.add_themes or not self._numbers):
            return None
        if not matrix.rows:
            return None
        return SheetMeant(matrix, main, how, _fresh_sheet(matrix), columns)

    def _main(self, matrix: Matrix) -> tuple[Key | None, str]:
        """The theme that a sheet is about: by what was said, by its name, by a title above its heads."""
        for name in (matrix.sheet, *matrix.titles):
            found = self._theme(name, None)
            if found.meant is not None and found.fit is not Fit.ALIKE and self._tree.children(found.meant):
                return found.meant, str(found.fit)
        return None, ""

    def _column(self, matrix: Matrix, at: int, head: str, main: Key | None) -> ColumnMeant:
        given = self._given.get(_key(f"{matrix.sheet}/{head}"))
        found = Match(given, Fit.GIVEN) if given is not None else self._theme(head, main)
        if found.meant is None and words_of(head) in self._attributes:
            return ColumnMeant(matrix.sheet, at, head, None, "an attribute; passed over")
        if found.meant is not None:
            return ColumnMeant(matrix.sheet, at, head, found.meant, str(found.fit), "")
        how = f"may be {', '.join(found.several)}; say which" if found.several else "no theme of that number or name"
        return ColumnMeant(matrix.sheet, at, head, None, how, _unnumbered(head))

    def _theme(self, name: str, main: Key | None) -> Match[Key]:
        """The theme that a head means; a number and a name that mean two themes mean none."""
        if _key(name) in self._given:
            return Match(self._given[_key(name)], Fit.GIVEN)
        numbered = _NUMBERED.fullmatch(name)
        by_number = None if numbered is None else self._numbers.get(numbered["number"])
        rest = name if numbered is None else numbered["name"]
        named = self._named(rest, main) if words_of(rest) else Match(None)
        if by_number is None:
            return named
        if named.meant is None or named.meant == by_number or named.fit in {Fit.ALIKE, Fit.WITHIN}:
            return Match(by_number, Fit.NUMBER)
        labels = (self._tree.label(by_number), self._tree.label(named.meant))
        return Match(None, None, labels)

    def _named(self, name: str, main: Key | None) -> Match[Key]:
        """By name, among the sub-themes of the sheet's theme first."""
        if main is not None:
            near = Names((theme.name, theme.k) for theme in self._tree.below(main))
            found = near.find(name)
            if found.meant is not None and found.fit is not Fit.ALIKE:
                return found
        return self._names.find(name)

    def _people(self, sheets: list[SheetMeant]) -> dict[tuple[str, ...], CaseMeant]:
        people: dict[tuple[str, ...], CaseMeant] = {}
        for row in (row for sheet in sheets for row in sheet.matrix.rows):
            words = words_of(row.case)
            if words in people or _key(row.case) in self._skipped:
                continue
            found = self._cases.find(row.case)
            how = f"may be {', '.join(found.several)}; say which" if found.several else "no case of that name"
            people[words] = CaseMeant(row.case, found.meant, str(found.fit or how))
        return people


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _case_names(reader: Reader, mapping: WorkbookMapping) -> Names[Key]:
    """Cases by their own names and by those of the sources that only they speak in."""
    cases = [(case.name, case.k) for case in reader.all(Case)]
    said = {written: case_named(reader, case).k for written, case in mapping.cases.items()}
    return Names([*cases, *speaking_cases(reader)], said)


def _unnumbered(name: str) -> str:
    numbered = _NUMBERED.fullmatch(name)
    plain = name if numbered is None or not words_of(numbered["name"]) else numbered["name"]
    return " ".join(plain.split())


def _fresh_sheet(matrix: Matrix) -> str:
    if _UNNAMED_SHEET.fullmatch(matrix.sheet.strip()):
        return _unnumbered(matrix.titles[0]) if matrix.titles else ""
    return _unnumbered(matrix.sheet)


def require_empty(reader: Reader, mapping: WorkbookMapping) -> None:
    """Nothing, if the themes of a workbook may be added; raises Invalid where the study has a framework."""
    if mapping.add_themes and any(theme.state in USABLE for theme in reader.all(Theme)):
        message = (
            "this study has a framework, and a workbook adds themes to an empty one only; add what is missing with "
            "“trellis framework add”, or say which theme a column is (--theme “Head=2.3”)"
        )
        raise Invalid(message)


def matching_table(reader: Reader, meant: WorkbookMeant, mapping: WorkbookMapping) -> Table:
    """What each sheet, head and name of the first column was taken for."""
    tree = Tree(reader.all(Theme))
    cases = {case.k: case.name for case in reader.all(Case)}
    rows = tuple(_matched(tree, cases, meant, mapping))
    return Table(("in the file", "what", "in the study", "how"), rows, "What the workbook is taken for")


def _matched(
    tree: Tree, cases: dict[Key, str], meant: WorkbookMeant, mapping: WorkbookMapping
) -> Iterator[tuple[str, str, str | None, str]]:
    for sheet in meant.sheets:
        name = sheet.matrix.sheet
        label = None if sheet.main is None else tree.label(sheet.main)
        yield name, "sheet", label, sheet.how or ("new theme" if mapping.add_themes and sheet.fresh else "")
        for column in sheet.columns:
            label = None if column.theme is None else tree.label(column.theme)
            fresh = label is None and column.fresh and mapping.add_themes
            yield f"{name}/{column.head}", "theme", label, f"new theme “{column.fresh}”" if fresh else column.how
    for case in meant.cases.values():
        found = None if case.case is None else cases[case.case]
        yield case.written, "case", found, "new case" if found is None and mapping.add_cases else case.how
