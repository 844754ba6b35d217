"""What all schemas share: strict input, plain output, pages, problems, answers to writes."""

from __future__ import annotations

from typing import Annotated, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from trellis.core.errors import TrellisError
from trellis.study.requests import Done
from trellis.study.table import Table

T = TypeVar("T")

Key = Annotated[int, Field(ge=0, lt=2**53, description="Key of a record, unique in its study and its copies.")]
Rev = Annotated[int, Field(ge=0, lt=2**53, description="Key of the change that last wrote the record: its ETag.")]
InVersion = Annotated[
    Key | None, Field(description="Key of the version that the positions are in; null for the one that is read now.")
]
Moment = Annotated[int, Field(ge=0, description="Milliseconds since 1970, UTC.")]


class Given(BaseModel):
    """What a client sends; a field that is not known is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Shown(BaseModel):
    """What a client gets."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class Page(Shown, Generic[T]):
    """A stretch of a long list. next: the cursor to give as `after`, null at the end."""

    items: list[T]
    next: str | None = None


class Problem(Shown):
    """What went wrong (RFC 9457): a stable slug, and the message that Trellis says everywhere."""

    type: str = Field(description="`urn:trellis:` and the slug.", examples=["urn:trellis:not-found"])
    title: str
    status: int
    slug: str
    detail: str
    current: object | None = Field(default=None, description="The record as it is now, where a revision was outdated.")
    later: int | None = Field(default=None, description="The number of the later change that forbids an undo.")
    fields: list[str] | None = Field(default=None, description="Where in the request, for input that does not fit.")

    @classmethod
    def of(cls, error: TrellisError, status: int, title: str) -> Self:
        """The problem that a core error is."""
        return cls(
            type=f"urn:trellis:{error.slug}",
            title=title,
            status=status,
            slug=error.slug,
            detail=str(error),
            current=None,
        )


class MadeShown(Shown):
    """A record that a write made: its table and its key (one part, or several for a place)."""

    table: str
    key: list[int | str | None]


class Written(Shown):
    """What a write did; the second of two equal requests gets the same, for as long as the history stands.

    All of it is null or empty where nothing had to be changed.
    """

    rev: Rev | None = Field(description="The change's key: what it wrote has this as its revision.")
    change: int | None = Field(description="Its number in the history; the last one's of a batch.")
    changes: int = Field(description="How many changes were made: more than one for a batch.")
    action: str | None
    made: list[MadeShown] = Field(description="The records that it made, the first thousand.")

    @classmethod
    def of(cls, done: Done | None) -> Self:
        """The answer, from the history alone."""
        if done is None:
            return cls(rev=None, change=None, changes=0, action=None, made=[])
        made = [MadeShown(table=one.table, key=list(one.key)) for one in done.made]  # type: ignore[arg-type]
        return cls(rev=done.k, change=done.number, changes=done.changes, action=done.action, made=made)


class TableShown(Shown):
    """A table of results. values: rows of plain values, in the order of the columns; null where there is none."""

    columns: list[str]
    values: list[list[str | int | float | bool | None]]
    title: str
    note: str

    @classmethod
    def of(cls, table: Table) -> Self:
        """The table as JSON."""
        return cls(
            columns=list(table.columns), values=[list(row) for row in table.values], title=table.title, note=table.note
        )
