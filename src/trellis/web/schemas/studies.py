"""The library, a study, its people."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.study import Role
from trellis.core.template import Template
from trellis.study.library import OnShelf, Removed
from trellis.study.study import Study
from trellis.web.schemas.base import Given, Key, Moment, Rev, Shown

Title = Annotated[str, Field(min_length=1, max_length=300)]
FileName = Annotated[str, Field(min_length=1, max_length=100, description="Of the study's file, without its ending.")]
Passphrase = Annotated[str, Field(min_length=1, max_length=1000)]
Question = Annotated[str, Field(max_length=2000)]


class CountsShown(Shown):
    """How much is in a study."""

    sources: int
    cases: int
    themes: int
    codings: int


class StudyOnShelf(Shown):
    """A study as the library lists it. title, counts: null where the study cannot be looked into."""

    name: FileName
    title: str | None
    bytes: int
    changed_at: Moment
    changes: int
    counts: CountsShown | None
    encrypted: bool
    open: bool
    problem: str | None = Field(description="Slug of why no more is told: locked, not-a-study, newer-format …")
    message: str | None

    @classmethod
    def of(cls, on_shelf: OnShelf, *, is_open: bool) -> StudyOnShelf:
        """The entry of a study in the library's list."""
        seen = on_shelf.glance
        return cls(
            name=on_shelf.name,
            title=None if seen is None else seen.title,
            bytes=on_shelf.bytes,
            changed_at=on_shelf.touched_at if seen is None else seen.changed_at,
            changes=0 if seen is None else seen.changes,
            counts=None if seen is None else CountsShown.model_validate(seen),
            encrypted=on_shelf.encrypted,
            open=is_open,
            problem=on_shelf.problem or None,
            message=on_shelf.message or None,
        )


class RemovedShown(Shown):
    """A deleted study. mark: what `recover` is given."""

    mark: str
    name: str
    bytes: int
    touched_at: Moment

    @classmethod
    def of(cls, removed: Removed) -> RemovedShown:
        """The entry of a deleted study."""
        return cls.model_validate(removed)


class Shelf(Shown):
    """The library: its studies in order of names, and what was deleted and can be recovered."""

    items: list[StudyOnShelf]
    deleted: list[RemovedShown]


class NewStudy(Given):
    """A study to be made. name: of its file, made from the title if not given."""

    title: Title
    name: FileName | None = None
    template: Template = Template.BLANK
    questions: list[Question] = Field(default_factory=list, max_length=50)
    passphrase: Passphrase | None = None


class Made(Shown):
    """The name of the study that is there now."""

    name: FileName


class Opening(Given):
    """The passphrase of an encrypted study; none for another one."""

    passphrase: Passphrase | None = None


class Deletion(Given):
    """typed: the study's title (or the name of its file), typed by the user."""

    typed: Annotated[str, Field(max_length=300)]


class PersonShown(Shown):
    """Somebody who works in the study."""

    k: Key
    rev: Rev
    name: str
    role: Role


class StudyShown(Shown):
    """A study: what it is, who works in it, where its history stands."""

    name: FileName
    k: Key
    rev: Rev
    guid: str
    title: str
    questions: list[str]
    notice: str
    me: PersonShown | None = Field(description="Who is signed in, null until the person has done something here.")
    people: list[PersonShown]
    warning: str = Field(description="What to know before working on (put back, another copy), empty if all is well.")
    place: str = Field(description="Why the folder asks for care (synchronised, network), empty for a local disk.")
    number: int = Field(description="The number of the newest change.")
    head: str = Field(description="The hash of the newest change.")
    encrypted: bool

    @classmethod
    def of(cls, name: str, study: Study) -> StudyShown:
        """The open study as its first page shows it."""
        about, people = study.about(), study.team.now()
        return cls(
            name=name,
            k=about.k,
            rev=about.rev,
            guid=about.guid,
            title=about.title,
            questions=list(about.questions),
            notice=about.notice,
            me=next((PersonShown.model_validate(one) for one in people if study.is_me(one)), None),
            people=[PersonShown.model_validate(one) for one in people],
            warning=study.notice,
            place=study.place,
            number=study.history.number(),
            head=study.history.head(),
            encrypted=study.history.is_encrypted(),
        )


class StudyEdit(Given):
    """Fields to change; those left out stay."""

    title: Title | None = None
    questions: list[Question] | None = Field(default=None, max_length=50)
    notice: Annotated[str, Field(max_length=2000)] | None = None


class Arrived(Shown):
    """A study's file that came in, before it is taken into the library."""

    bytes: int


class TakingIn(Given):
    """A file to be taken in. name: of the file; again: also if the library has the study already."""

    name: Annotated[str, Field(min_length=1, max_length=300)]
    passphrase: Annotated[str, Field(max_length=1000)] | None = None
    again: bool = False
