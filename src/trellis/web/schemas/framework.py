"""The framework: its themes, what is to be looked at again, its versions."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from trellis.core.framework import Origin, ThemeState
from trellis.core.framework_todo import TodoItem, TodoKind
from trellis.core.framework_wording import LONGEST_NAME, Rewording, Wording
from trellis.study.framework_nodes import FrameworkNow
from trellis.study.resolve import handle
from trellis.web.schemas.base import Given, Key, Rev, Shown, TableShown

Name = Annotated[str, Field(max_length=LONGEST_NAME)]
Words = Annotated[str, Field(max_length=20_000)]
Reason = Annotated[str, Field(max_length=5_000)]


class ThemeShown(Shown):
    """A theme, sub-theme or open code with what is said about it and how much is under it."""

    k: Key
    rev: Rev
    parent: Key | None
    depth: int
    number: str = Field(description="As printed; empty for an open code or a theme that is gone.")
    name: str
    definition: str
    include: str
    exclude: str
    example: str
    origin: Origin
    state: ThemeState
    codings: int = Field(description="Of the adopted index, directly under it.")
    sources: int
    below: int = Field(description="Codings under it and all its sub-themes.")
    to_check: int = Field(description="How many of its codings are to be looked at again.")


class FrameworkShown(Shown):
    """The framework as it stands."""

    themes: list[ThemeShown]
    codes: list[ThemeShown]
    gone: list[ThemeShown]
    standing: str
    next_name: str

    @classmethod
    def of(cls, now: FrameworkNow) -> FrameworkShown:
        """The framework as a page draws it."""
        return cls.model_validate(now)

    def theme(self, k: Key) -> ThemeShown | None:
        """One of its themes or codes, None if it is gone for good."""
        return next((one for one in (*self.themes, *self.codes, *self.gone) if one.k == k), None)


class SpotGiven(Given):
    """Where a theme is to stand. parent: null for a main theme. after: the sibling before it, null for the first."""

    parent: Key | None = None
    after: Key | None = None

    def above(self) -> str:
        """The parent as `study.framework` takes it."""
        return "" if self.parent is None else handle(self.parent)

    def behind(self) -> str:
        """The sibling before it, as `study.framework` takes it."""
        return "" if self.after is None else handle(self.after)


class ThemeWords(Given):
    """All that is said about a new theme."""

    name: Name
    definition: Words = ""
    include: Words = ""
    exclude: Words = ""
    example: Words = ""
    origin: Origin = Origin.UNSTATED

    def wording(self) -> Wording:
        """The words as the core takes them."""
        return Wording(self.name, self.definition, self.include, self.exclude, self.example, self.origin)


class NewTheme(Given):
    """A theme to be added at a spot; without a spot it is an open code."""

    words: ThemeWords
    spot: SpotGiven | None = None
    reason: Reason = ""


class NewThemeLine(Given):
    """A theme, with the names of the sub-themes that come with it."""

    name: Name
    sub_themes: Annotated[list[Name], Field(max_length=200)] = Field(default_factory=list)

    def wordings(self) -> tuple[Wording, ...]:
        """The theme and its sub-themes as the core takes them."""
        return Wording(self.name), *(Wording(name) for name in self.sub_themes)


class NewThemes(Given):
    """Several themes, behind the last under `parent` (null: main themes)."""

    lines: Annotated[list[NewThemeLine], Field(min_length=1, max_length=200)]
    parent: Key | None = None
    reason: Reason = ""


class ThemeEdit(Given):
    """What is to be said otherwise; what is left out stays. A name alone renames and touches no coding."""

    name: Name | None = None
    definition: Words | None = None
    include: Words | None = None
    exclude: Words | None = None
    example: Words | None = None
    origin: Origin | None = None
    reason: Reason = ""
    wording_only: bool = Field(default=False, description="The meaning stays: nothing has to be looked at again.")

    def rewording(self) -> Rewording:
        """The words as the core takes them."""
        return Rewording(self.name, self.definition, self.include, self.exclude, self.example, self.origin)


class ThemeMove(SpotGiven):
    """Where a theme is to stand from now on."""

    reason: Reason = ""


class ThemeSplit(Given):
    """The themes that stand where one stood. sub_themes_to: the name of the one that takes its sub-themes."""

    into: Annotated[list[ThemeWords], Field(max_length=50)]
    sub_themes_to: Name = ""
    reason: Reason = ""


class ThemesMerged(Given):
    """Themes that go into another one, which stays."""

    themes: Annotated[list[Key], Field(min_length=1, max_length=200)]
    into: Key
    reason: Reason = ""


class Retirement(Given):
    """A theme that is taken out of use."""

    with_sub_themes: bool = False
    reason: Reason = ""


class NewVersion(Given):
    """A name for the framework as it is, for good."""

    name: Name = ""
    reason: Reason = ""


class VersionsShown(Shown):
    """The named versions, newest first: their names, and the table of them."""

    names: list[str]
    table: TableShown


class TodoShown(Shown):
    """One thing to look at again. item: what settling takes."""

    item: str
    kind: TodoKind
    k: Key
    theme: Key
    label: str
    place: str
    words: str
    why: str
    coder: str
    only_moved: bool


class TodoList(Shown):
    """All that is to be looked at again."""

    items: list[TodoShown]

    @classmethod
    def of(cls, items: list[TodoItem]) -> TodoList:
        """The list as a page shows it."""
        return cls(items=[TodoShown.model_validate(item) for item in items])


class SettleHow(StrEnum):
    """What is decided about things on the list."""

    KEEP = "keep"
    REALLOCATE = "reallocate"
    REMOVE = "remove"


class Settled(Given):
    """Things on the list, and what is decided about them. into: themes that codings are allocated to."""

    items: Annotated[list[Annotated[str, Field(max_length=200)]], Field(min_length=1, max_length=10_000)]
    how: SettleHow
    into: Annotated[list[Key], Field(max_length=50)] = Field(default_factory=list)
