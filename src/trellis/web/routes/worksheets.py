"""Worksheets of the chart's columns: elements drawn from the data, categories made of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import Response

from trellis.core.keys import Key
from trellis.core.worksheet import Category, Element
from trellis.study.requests import Expected
from trellis.study.resolve import handle
from trellis.web.asking import AWrite, IfMatch, TheStudy
from trellis.web.schemas.base import Written
from trellis.web.schemas.worksheets import (
    CategoriesChosen,
    CategoryEdit,
    ElementEdit,
    ElementMove,
    ElementOrder,
    ElementsChosen,
    Grouping,
    NewCategory,
    NewElement,
    StatementsChosen,
    WorksheetShown,
    WorksheetStandShown,
)

router = APIRouter(prefix="/studies/{study}/worksheets", tags=["worksheets"])

ThemeKey = Annotated[Key, Path(alias="theme", ge=0, lt=2**53, description="Key of the theme whose column it is.")]
ElementKey = Annotated[Key, Path(alias="element", ge=0, lt=2**53)]
CategoryKey = Annotated[Key, Path(alias="category", ge=0, lt=2**53)]


class WorksheetFile(StrEnum):
    """The kind of file that a worksheet is written to."""

    DOCX = "docx"
    XLSX = "xlsx"


_MEDIA = {
    WorksheetFile.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    WorksheetFile.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@router.get("", operation_id="listWorksheets")
def list_worksheets(found: TheStudy) -> list[WorksheetStandShown]:
    """The columns in which something is said or was drawn, with how far each worksheet is."""
    return [WorksheetStandShown.of(one) for one in found.worksheets.stands()]


@router.get("/{theme}", operation_id="getWorksheet")
def get_worksheet(found: TheStudy, theme: ThemeKey) -> WorksheetShown:
    """The data of a column, the elements drawn from it, the categories made of them."""
    return WorksheetShown.of(found.worksheets.sheet(handle(theme)))


@router.get(
    "/{theme}/file",
    operation_id="getWorksheetFile",
    response_class=Response,
    responses={200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}},
)
def get_worksheet_file(
    found: TheStudy, theme: ThemeKey, ending: Annotated[WorksheetFile, Query()] = WorksheetFile.DOCX
) -> Response:
    """Data, elements and categories side by side, to be printed or sorted elsewhere."""
    content = found.worksheets.written(handle(theme), f".{ending.value}")
    disposition = f'attachment; filename="worksheet.{ending.value}"'
    return Response(content, media_type=_MEDIA[ending], headers={"content-disposition": disposition})


@router.post("/{theme}/elements", operation_id="drawElement", status_code=201)
def draw_element(write: AWrite, theme: ThemeKey, given: NewElement) -> Written:
    """Draws an element from statements of the column."""
    category = None if given.category is None else handle(given.category)
    sheets = write.study.worksheets
    return write.do(lambda: sheets.draw(handle(theme), given.text, given.statements, category=category))


@router.patch("/{theme}/elements/{element}", operation_id="rewordElement")
def reword_element(write: AWrite, theme: ThemeKey, element: ElementKey, rev: IfMatch, given: ElementEdit) -> Written:
    """Puts an element in other words."""
    sheets = write.study.worksheets
    return write.do(
        lambda: sheets.reword(element, given.text),
        expected=Expected(Element, (element,), rev),
        current=lambda: WorksheetShown.of(sheets.sheet(handle(theme))),
    )


@router.post("/elements/{element}/link", operation_id="linkElement")
def link_element(write: AWrite, element: ElementKey, given: StatementsChosen) -> Written:
    """Adds statements to what an element was drawn from."""
    return write.do(lambda: write.study.worksheets.link(element, given.statements))


@router.post("/elements/{element}/unlink", operation_id="unlinkElement")
def unlink_element(write: AWrite, element: ElementKey, given: StatementsChosen) -> Written:
    """Takes the first of these statements from what an element was drawn from."""
    return write.do(lambda: write.study.worksheets.unlink(element, given.statements[0]))


@router.post("/elements/{element}/order", operation_id="orderElement")
def order_element(write: AWrite, element: ElementKey, given: ElementOrder) -> Written:
    """Moves an element to another place in its worksheet."""
    return write.do(lambda: write.study.worksheets.order(element, given.to))


@router.post("/elements/group", operation_id="groupElements")
def group_elements(write: AWrite, given: Grouping) -> Written:
    """Puts elements into a category, or out of any."""
    category = None if given.category is None else handle(given.category)
    return write.do(lambda: write.study.worksheets.group(given.elements, category))


@router.post("/elements/join", operation_id="joinElements")
def join_elements(write: AWrite, given: ElementsChosen) -> Written:
    """Makes one of several elements: the first one given."""
    return write.do(lambda: write.study.worksheets.join(given.elements))


@router.post("/elements/confirm", operation_id="confirmElements")
def confirm_elements(write: AWrite, given: ElementsChosen) -> Written:
    """Says that elements are still right."""
    return write.do(lambda: write.study.worksheets.confirm(given.elements))


@router.post("/elements/remove", operation_id="removeElements")
def remove_elements(write: AWrite, given: ElementsChosen) -> Written:
    """Removes elements; the statements stay."""
    return write.do(lambda: write.study.worksheets.remove(given.elements))


@router.post("/elements/move", operation_id="moveElements")
def move_elements(write: AWrite, given: ElementMove) -> Written:
    """Puts elements into the worksheet of another column."""
    return write.do(lambda: write.study.worksheets.move(given.elements, handle(given.theme)))


@router.post("/{theme}/categories", operation_id="addCategory", status_code=201)
def add_category(write: AWrite, theme: ThemeKey, given: NewCategory) -> Written:
    """Makes a category of elements."""
    add = write.study.worksheets.add_category
    said = {"definition": given.definition, "kind": given.kind}
    return write.do(lambda: add(handle(theme), given.name, elements=given.elements, **said))


@router.patch("/{theme}/categories/{category}", operation_id="editCategory")
def edit_category(write: AWrite, theme: ThemeKey, category: CategoryKey, rev: IfMatch, given: CategoryEdit) -> Written:
    """Changes name, definition or class of a category."""
    sheets = write.study.worksheets
    said = {"name": given.name, "definition": given.definition, "kind": given.kind}
    return write.do(
        lambda: sheets.change_category(handle(theme), handle(category), **said),
        expected=Expected(Category, (category,), rev),
        current=lambda: WorksheetShown.of(sheets.sheet(handle(theme))),
    )


@router.post("/{theme}/categories/{category}/order", operation_id="orderCategory")
def order_category(write: AWrite, theme: ThemeKey, category: CategoryKey, given: ElementOrder) -> Written:
    """Moves a category to another place in its worksheet."""
    return write.do(lambda: write.study.worksheets.order_category(handle(theme), handle(category), given.to))


@router.post("/{theme}/categories/join", operation_id="joinCategories")
def join_categories(write: AWrite, theme: ThemeKey, given: CategoriesChosen) -> Written:
    """Makes one of several categories: the first one given."""
    names = [handle(k) for k in given.categories]
    return write.do(lambda: write.study.worksheets.join_categories(handle(theme), names))


@router.post("/{theme}/categories/{category}/remove", operation_id="removeCategory")
def remove_category(write: AWrite, theme: ThemeKey, category: CategoryKey) -> Written:
    """Removes a category; its elements are in none then."""
    return write.do(lambda: write.study.worksheets.remove_category(handle(theme), handle(category)))
