"""The framework: reading it, the operations on it, its versions, what must be looked at again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from trellis.core.framework import Theme
from trellis.core.keys import Key
from trellis.study.requests import Expected
from trellis.study.resolve import handle
from trellis.web.asking import AWrite, IfMatch, TheStudy
from trellis.web.schemas.base import TableShown, Written
from trellis.web.schemas.framework import (
    FrameworkShown,
    NewTheme,
    NewThemes,
    NewVersion,
    Retirement,
    Settled,
    SettleHow,
    ThemeEdit,
    ThemeMove,
    ThemesMerged,
    ThemeSplit,
    TodoList,
    VersionsShown,
)

router = APIRouter(prefix="/studies/{study}/framework", tags=["framework"])

ThemeKey = Annotated[Key, Path(alias="theme", ge=0, lt=2**53, description="Key of a theme or open code.")]
VersionName = Annotated[str, Query(max_length=200, description="Name of a version; empty for the framework as it is.")]


@router.get("", operation_id="getFramework")
def get_framework(found: TheStudy) -> FrameworkShown:
    """The framework from top to bottom, open codes, and what is gone."""
    return FrameworkShown.of(found.framework.now())


@router.post("/themes", operation_id="addTheme", status_code=201)
def add_theme(write: AWrite, given: NewTheme) -> Written:
    """Adds a theme at a spot, or an open code."""
    framework, words, spot = write.study.framework, given.words.wording(), given.spot
    if spot is None:
        return write.do(lambda: framework.add_code(words))
    return write.do(lambda: framework.add(words, spot.above(), spot.behind(), reason=given.reason))


@router.post("/themes/several", operation_id="addThemes", status_code=201)
def add_themes(write: AWrite, given: NewThemes) -> Written:
    """Adds several themes, with their sub-themes, in one change."""
    lines = [line.wordings() for line in given.lines]
    parent = "" if given.parent is None else handle(given.parent)
    return write.do(lambda: write.study.framework.add_all(lines, parent, reason=given.reason))


@router.patch("/themes/{theme}", operation_id="editTheme")
def edit_theme(write: AWrite, theme: ThemeKey, rev: IfMatch, given: ThemeEdit) -> Written:
    """Renames a theme, or says otherwise what belongs under it."""
    framework, words = write.study.framework, given.rewording()
    return write.do(
        lambda: framework.reword(handle(theme), words, reason=given.reason, wording_only=given.wording_only),
        expected=Expected(Theme, (theme,), rev),
        current=lambda: FrameworkShown.of(framework.now()).theme(theme),
    )


@router.post("/themes/{theme}/move", operation_id="moveTheme")
def move_theme(write: AWrite, theme: ThemeKey, given: ThemeMove) -> Written:
    """Moves a theme with all under it, or puts an open code into the framework."""
    return write.do(
        lambda: write.study.framework.put(handle(theme), given.above(), given.behind(), reason=given.reason)
    )


@router.post("/themes/{theme}/split", operation_id="splitTheme")
def split_theme(write: AWrite, theme: ThemeKey, given: ThemeSplit) -> Written:
    """Puts new themes where one stood; its codings wait to be allocated."""
    into = [words.wording() for words in given.into]
    return write.do(
        lambda: write.study.framework.split(handle(theme), into, sub_themes_to=given.sub_themes_to, reason=given.reason)
    )


@router.post("/themes/{theme}/retire", operation_id="retireTheme")
def retire_theme(write: AWrite, theme: ThemeKey, given: Retirement) -> Written:
    """Takes a theme out of use; its codings stay readable."""
    return write.do(
        lambda: write.study.framework.retire(handle(theme), with_sub_themes=given.with_sub_themes, reason=given.reason)
    )


@router.post("/merge", operation_id="mergeThemes")
def merge_themes(write: AWrite, given: ThemesMerged) -> Written:
    """Makes one theme of several."""
    themes = [handle(k) for k in given.themes]
    return write.do(lambda: write.study.framework.merge(themes, handle(given.into), reason=given.reason))


@router.get("/versions", operation_id="listFrameworkVersions")
def list_versions(found: TheStudy) -> VersionsShown:
    """The named versions, newest first."""
    table = found.framework.versions()
    return VersionsShown(names=[str(row["version"]) for row in table.records()], table=TableShown.of(table))


@router.post("/versions", operation_id="nameFrameworkVersion", status_code=201)
def name_version(write: AWrite, given: NewVersion) -> Written:
    """Keeps the framework as it is under a name."""
    return write.do(lambda: write.study.framework.name_version(given.name, given.reason))


@router.get("/comparison", operation_id="compareFrameworkVersions")
def compare_versions(found: TheStudy, before: VersionName, after: VersionName = "") -> TableShown:
    """What became of each theme between two versions."""
    return TableShown.of(found.framework.compare(before, after))


@router.get("/operations", operation_id="listFrameworkOperations")
def list_operations(found: TheStudy) -> TableShown:
    """Every operation on the framework, oldest first."""
    return TableShown.of(found.framework.operations())


@router.get("/todo", operation_id="listTodo")
def list_todo(found: TheStudy) -> TodoList:
    """What must be looked at again since the framework changed."""
    return TodoList.of(found.framework.todo_items())


@router.post("/todo/settle", operation_id="settleTodo")
def settle_todo(write: AWrite, given: Settled) -> Written:
    """Says of things on the list that they are right, where they belong, or that they go."""
    framework, into = write.study.framework, [handle(k) for k in given.into]
    deeds = {
        SettleHow.KEEP: lambda: framework.keep(given.items),
        SettleHow.REALLOCATE: lambda: framework.reallocate(given.items, into),
        SettleHow.REMOVE: lambda: framework.remove(given.items),
    }
    return write.do(deeds[given.how])


@router.post("/todo/accept-moved", operation_id="acceptMoved")
def accept_moved(write: AWrite) -> Written:
    """Accepts all cells that a merge carried along as they were."""
    return write.do(write.study.framework.accept_moved)
