"""Column worksheets: elements drawn from what is charted in a column, and categories made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from trellis.core.chart_view import ChartView
from trellis.core.errors import Invalid
from trellis.core.framework import Theme
from trellis.core.keys import Key
from trellis.core.order import between
from trellis.core.typology import DimensionValue
from trellis.core.worksheet import Category, Element, ElementLink
from trellis.core.worksheet_rules import worded
from trellis.core.worksheet_view import Worksheet
from trellis.store.changes import Change
from trellis.study.chart_export import export_note, keep
from trellis.study.consents import quotable
from trellis.study.identified import without_naming
from trellis.study.known_names import without_names
from trellis.study.table import Table
from trellis.study.table_export import table_file
from trellis.study.work import Work
from trellis.study.worksheet_given import (
    AnElement,
    Said,
    categories_of,
    category_given,
    column_given,
    element_given,
    elements_given,
    elements_of,
    free_category_name,
    links_of,
    place_at,
    statements_given,
)
from trellis.study.worksheet_reading import WorksheetStand, listing, read_worksheet, stands, whole_table
from trellis.study.worksheet_writing import (
    add_links,
    confirm_element,
    draw_element,
    join_elements,
    remove_element,
    to_column,
)


class WorksheetsOfStudy:
    """Data, elements and categories of the chart's columns, one worksheet a column."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def sheet(self, theme: str, *, words: bool = True) -> Worksheet:
        """The worksheet of a column: what is charted, the elements drawn from it, the categories made of them.

        theme: number or name; "#key" also for a theme that is no longer in use. words: whether evidence carries its
        words and printed references. Raises NotFound, Ambiguous.
        """
        with self._work.read() as reader:
            return read_worksheet(reader, column_given(reader, theme), words=words)

    def listing(self) -> Table:
        """The columns in which something is said or was drawn, with how far each worksheet is."""
        with self._work.read() as reader:
            return listing(reader)

    def stands(self) -> tuple[WorksheetStand, ...]:
        """The same as records: column by column, in the order of the framework."""
        with self._work.read() as reader:
            return stands(reader)

    def draw(self, theme: str, text: str, of: Iterable[Said], *, category: str | None = None) -> Key:
        """Draws an element from statements of a column, and returns its key.

        category: name of a category of the worksheet, for grouping it at once. Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.change("worksheet.draw") as change:
            column = column_given(change, theme)
            group = None if category is None else category_given(change, column.k, category).k
            return draw_element(change, column, text, statements_given(change, column, of), group).k

    def reword(self, element: AnElement, text: str) -> None:
        """Puts an element in other words; what it was drawn from stays. Raises NotFound, Invalid."""
        with self._work.change("worksheet.reword") as change:
            before = element_given(change, element)
            change.update(before, replace(before, text=worded(text, "an element")))

    def link(self, element: AnElement, of: Iterable[Said]) -> int:
        """Adds statements to what an element was drawn from. How many are new. Raises NotFound, Invalid."""
        with self._work.change("worksheet.link") as change:
            before = element_given(change, element)
            return add_links(change, before, statements_given(change, change.get(Theme, before.theme), of))

    def unlink(self, element: AnElement, statement: Said) -> None:
        """Takes a statement from what an element was drawn from; the last one stays. Raises NotFound, Invalid."""
        with self._work.change("worksheet.unlink") as change:
            before = element_given(change, element)
            gone = change.get(ElementLink, before.k, _statement(change, before, statement))
            if len(links_of(change, before.k)) == 1:
                message = "an element keeps at least one statement it was drawn from; remove the element instead"
                raise Invalid(message)
            change.delete(gone)

    def join(self, elements: Sequence[AnElement]) -> None:
        """Makes one of several elements: the first one given, drawn from all that the others were. Raises Invalid."""
        with self._work.change("worksheet.join") as change:
            kept, *others = elements_given(change, elements)
            join_elements(change, kept, others)

    def remove(self, elements: Iterable[AnElement]) -> None:
        """Removes elements; the statements stay as they are. Raises NotFound, Invalid."""
        with self._work.change("worksheet.remove") as change:
            for element in elements_given(change, elements):
                remove_element(change, element)

    def order(self, element: AnElement, to: int) -> None:
        """Moves an element to the place `to` in its worksheet, from 1; past the end means last. Raises NotFound."""
        with self._work.change("worksheet.order") as change:
            moved = element_given(change, element)
            others = [other for other in elements_of(change, moved.theme) if other.k != moved.k]
            change.update(moved, replace(moved, pos=place_at(others, to)))

    def group(self, elements: Iterable[AnElement], category: str | None) -> None:
        """Puts elements into a category of their worksheet, or out of any (None). Raises NotFound, Invalid."""
        with self._work.change("worksheet.group") as change:
            chosen = elements_given(change, elements)
            into = None if category is None else category_given(change, chosen[0].theme, category).k
            change.update_all((element, replace(element, category=into)) for element in chosen)

    def confirm(self, elements: Iterable[AnElement]) -> None:
        """Says that elements are still right, after what they were drawn from changed. Raises NotFound, Invalid."""
        with self._work.change("worksheet.confirm") as change:
            for element in elements_given(change, elements):
                confirm_element(change, element)

    def move(self, elements: Iterable[AnElement], theme: str) -> None:
        """Puts elements into the worksheet of another column, after a split; they leave their category.

        Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.change("worksheet.move") as change:
            to_column(change, elements_given(change, elements), column_given(change, theme))

    def add_category(
        self, theme: str, name: str, *, definition: str = "", kind: str = "", elements: Iterable[AnElement] = ()
    ) -> Key:
        """Makes a category in a column's worksheet, of these elements, and returns its key.

        kind: the more abstract class it belongs to. Raises NotFound, AlreadyThere, Invalid.
        """
        with self._work.change("worksheet.add_category") as change:
            column = column_given(change, theme)
            chosen = [element_given(change, element) for element in elements]
            if any(element.theme != column.k for element in chosen):
                message = f"a category of “{column.name}” holds elements of its worksheet; some are of another one"
                raise Invalid(message)
            made = _category(change, column.k, free_category_name(change, column.k, name), definition, kind)
            change.insert(made)
            change.update_all((element, replace(element, category=made.k)) for element in chosen)
            return made.k

    def change_category(
        self,
        theme: str,
        category: str,
        *,
        name: str | None = None,
        definition: str | None = None,
        kind: str | None = None,
    ) -> None:
        """Changes what is given of a category. Raises NotFound, AlreadyThere, Invalid."""
        with self._work.change("worksheet.change_category") as change:
            before = category_given(change, column_given(change, theme).k, category)
            called = before.name if name is None else free_category_name(change, before.theme, name, before.k)
            after = replace(
                before,
                name=called,
                definition=before.definition if definition is None else definition.strip(),
                kind=before.kind if kind is None else " ".join(kind.split()),
            )
            change.update(before, after)

    def order_category(self, theme: str, category: str, to: int) -> None:
        """Moves a category to the place `to` in its worksheet, from 1; past the end means last. Raises NotFound."""
        with self._work.change("worksheet.order_category") as change:
            moved = category_given(change, column_given(change, theme).k, category)
            others = [other for other in categories_of(change, moved.theme) if other.k != moved.k]
            change.update(moved, replace(moved, pos=place_at(others, to)))

    def join_categories(self, theme: str, categories: Sequence[str]) -> None:
        """Makes one of several categories: the first one given, with the elements of all. Raises NotFound, Invalid."""
        with self._work.change("worksheet.join_categories") as change:
            column = column_given(change, theme).k
            kept, *others = [category_given(change, column, name) for name in categories]
            for gone in others:
                change.update_all((one, replace(one, category=kept.k)) for one in change.all(Element, category=gone.k))
                made = change.all(DimensionValue, category=gone.k)
                change.update_all((value, replace(value, category=kept.k)) for value in made)
                change.delete(gone)

    def remove_category(self, theme: str, category: str) -> None:
        """Removes a category; its elements are in none then, and values of typologies keep their names.

        Raises NotFound, Ambiguous.
        """
        with self._work.change("worksheet.remove_category") as change:
            gone = category_given(change, column_given(change, theme).k, category)
            change.update_all((one, replace(one, category=None)) for one in change.all(Element, category=gone.k))
            made = change.all(DimensionValue, category=gone.k)
            change.update_all((value, replace(value, category=None)) for value in made)
            change.delete(gone)

    def written(self, theme: str, ending: str) -> bytes:
        """The worksheet as a file: ".docx" or ".xlsx", a line a statement and element.

        Quotations of people who have not agreed to be quoted are left out, and names become pseudonyms, as in a
        chart's export. Raises NotFound, Ambiguous, NotSupported.
        """
        with self._work.read() as reader:
            note = export_note(reader)
            withheld: list[str] = []

            def shown(view: ChartView) -> ChartView:
                kept, line = quotable(reader, without_naming(reader, view))
                withheld.append(line)
                return kept

            table = whole_table(read_worksheet(reader, column_given(reader, theme), words=True, shown=shown))
            if self._work.key is not None:
                table = without_names([table], self._work.key.book())[0]
        return table_file(table, replace(note, withheld=withheld[0]), ending)

    def export(self, theme: str, path: str | Path, *, overwrite: bool = False) -> Path:
        """Writes the worksheet to a .docx or .xlsx file; see `written`. Raises AlreadyThere as well."""
        target = Path(path)
        keep(target, self.written(theme, target.suffix.lower()), replace=overwrite)
        return target


def _category(change: Change, theme: Key, name: str, definition: str, kind: str) -> Category:
    last = max((category.pos for category in categories_of(change, theme)), default=None)
    return Category(
        change.new_key(), 0, theme, between(last, None), name, definition.strip(), " ".join(kind.split()),
        change.person, change.at,
    )  # fmt: skip


def _statement(change: Change, element: Element, given: Said) -> Key:
    """The key of a statement; by key, also of one that is no longer there."""
    if isinstance(given, int):
        return given
    return statements_given(change, change.get(Theme, element.theme), [given])[0].k
