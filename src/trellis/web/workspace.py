"""The studies of a library that this process has open: each file once, for everybody who works in it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar, cast

from trellis.bootstrap import make_example, may_write, new_study, open_study, remember_person
from trellis.core.errors import Locked, NotFound, RequestReused, StudyFileError, TrellisError
from trellis.core.study_name import name_from
from trellis.core.template import Template
from trellis.study.demo import Example
from trellis.study.library import Library, OnShelf, Removed
from trellis.study.requests import Request, under
from trellis.study.study import Study
from trellis.study.watching import Happened, StudyWatch

LANES = 64
"""Locks that equal requests meet at; two unequal ones that share one merely wait for each other."""


MOST_ANSWERS = 500
"""Answers about the library that are kept for requests that come again. What is done to a study is in its history."""
MOST_PAST = 2
"""Earlier states of studies that are kept in memory for whoever reads on in them."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A study to be made. name: of its file, made from the title if None."""

    title: str
    name: str | None = None
    questions: tuple[str, ...] = ()
    passphrase: str | None = None
    template: Template = Template.BLANK


@dataclass(slots=True)
class Opened:
    """An open file, and the people who work in it here."""

    study: Study
    path: Path
    file: tuple[int, int]
    watch: StudyWatch
    people: dict[str, Study] = field(default_factory=dict)


class Workspace:
    """A library with its open studies. Safe for many threads; closing it closes them all."""

    def __init__(self, library: Library, person: str) -> None:
        self.library = library
        self.person = person
        self._opened: dict[str, Opened] = {}
        self._guard = threading.RLock()
        self._making = threading.Lock()
        self._looking_back = threading.Lock()
        self._past: OrderedDict[tuple[str, str, int], Study] = OrderedDict()
        self._answered: OrderedDict[str, tuple[bytes, object]] = OrderedDict()
        self._lanes = [threading.Lock() for _ in range(LANES)]

    def study(self, name: str) -> Study:
        """The study as the person who is signed in works in it; opened on first use, and then kept open.

        Raises NotFound, Locked for an encrypted one that has not been opened with its passphrase.
        """
        with self._guard:
            return self._under(self._open(name, None))

    def study_at(self, name: str, number: int) -> Study:
        """The study as it was right after a change, for reading only. Raises NotFound, also for the number.

        The last few that were asked for are kept, each a copy of the study in memory.
        """
        study = self.study(name)
        asked = (name, self.person, number)
        with self._looking_back:
            found = self._past.pop(asked, None) or study.at(number)
            self._past[asked] = found
            while len(self._past) > MOST_PAST:
                self._past.popitem(last=False)
            return found

    def open(self, name: str, passphrase: str | None) -> Study:
        """The same, with the passphrase of an encrypted study. Raises WrongPassphrase besides."""
        with self._guard:
            return self._under(self._open(name, passphrase))

    def study_with(self, guid: str, title: str) -> Study:
        """The study of the library with this GUID, under whatever name. title: what it was called.

        Raises NotFound where it is not in the library, Locked where it may be an encrypted one that is not open.
        """
        opened = self._studies_open()
        known = next((study for study in opened.values() if study.about().guid == guid), None)
        if known is not None:
            return known
        found, shut = self.library.holding(guid)
        if found:
            return self.study(found[0])
        shut = [name for name in shut if name not in opened]
        if shut:
            message = (
                f"“{title}” is not among the studies of the library that can be looked into; if it is one of these, "
                f"open that first, with its passphrase: {', '.join(shut)}"
            )
            raise Locked(message)
        message = f"“{title}” is not in this library; put its file there to read what stands around these words"
        raise NotFound(message)

    def _studies_open(self) -> dict[str, Study]:
        """The studies that are open here and whose files are still there, by name."""
        found: dict[str, Study] = {}
        for name in self.open_names():
            with suppress(NotFound):
                found[name] = self.study(name)
        return found

    def open_names(self) -> list[str]:
        """The studies that are open here."""
        with self._guard:
            return sorted(self._opened)

    def _under(self, opened: Opened) -> Study:
        person = self.person
        if person not in opened.people:
            opened.people[person] = opened.study.under(person)
        return opened.people[person]

    def _open(self, name: str, passphrase: str | None) -> Opened:
        try:
            path = self.library.path(name)
        except NotFound:
            self._let_go(name)
            raise
        found = path.stat()
        file = (found.st_dev, found.st_ino)
        opened = self._opened.get(name)
        # Another file under the same name: a backup was put back, or a copy moved there.
        if opened is not None and opened.file != file:
            self._let_go(name)
            opened = None
        if opened is None:
            study = open_study(path, self.person, readonly=not may_write(path), passphrase=passphrase)
            opened = Opened(study, path, file, study.watch())
            self._opened[name] = opened
        return opened

    def _let_go(self, name: str) -> None:
        opened = self._opened.pop(name, None)
        for asked in [asked for asked in self._past if asked[0] == name]:
            self._past.pop(asked, None)
        if opened is not None:
            opened.watch.close()
            opened.study.close()

    def news(self) -> Iterator[tuple[str, Happened]]:
        """What was done in the open studies since the last look, here or by another process."""
        with self._guard:
            watched = [(name, opened.watch) for name, opened in self._opened.items()]
        for name, watch in watched:
            found: list[Happened] = []
            # A file that cannot be read just now is looked at again; whoever asks for it is told.
            with suppress(TrellisError):
                found = watch.news()
            yield from ((name, change) for change in found)

    def create(self, wanted: Wanted, request: Request) -> str:
        """Makes a new study with this person as its lead; its name in the library. Raises StudyFileError, Invalid."""
        with self._making:
            made = self._made_before(name_from(wanted.title) if wanted.name is None else wanted.name, wanted, request)
            if made is not None:
                return made
            path = self.library.free_path(wanted.title, wanted.name)
            with under(request):
                new_study(
                    path,
                    wanted.title,
                    self.person,
                    questions=wanted.questions,
                    passphrase=wanted.passphrase,
                    template=wanted.template,
                ).close()
            self.open(path.stem, wanted.passphrase)
            return path.stem

    def example(self, request: Request, example: Example) -> str:
        """Makes an example study; its name in the library."""
        with self._making:
            made = self._made_before(example, Wanted(example), request)
            if made is not None:
                return made
            path = self.library.free_path(example)
            with under(request):
                make_example(path, lambda _line: None, example=example).close()
            return path.stem

    def _made_before(self, name: str, wanted: Wanted, request: Request) -> str | None:
        """The study that this request made already, before the server was started again."""
        alike = (other for other in self.library.names() if other == name or other.startswith(f"{name} "))
        return next((other for other in alike if self._was_made_by(other, wanted, request)), None)

    def _was_made_by(self, name: str, wanted: Wanted, request: Request) -> bool:
        with suppress(StudyFileError):
            return self.open(name, wanted.passphrase).history.carried_out(request) is not None
        return False

    def delete(self, name: str, typed: str, request: Request) -> Removed:
        """Closes a study and moves it to the deleted ones. Raises NotFound, Invalid, StudyFileError."""
        with self._guard:
            opened = self._opened.get(name)
            title = None if opened is None else opened.study.title
            self._let_go(name)
            return self.library.delete(name, typed, request.id, title)

    def rename_person(self, name: str) -> None:
        """Gives the person who works here another name, and remembers it for this user of the machine."""
        self.person = " ".join(name.split())
        remember_person(self.person)

    def once(self, request: Request, deed: Callable[[], T]) -> T:
        """Does something to the library, or answers as before where an equal request came already.

        Raises RequestReused, and what the deed raises; a deed that failed may be asked for again.
        """
        with self.lane(request.id):
            before = self._answered.get(request.id)
            if before is not None:
                if before[0] != request.fingerprint:
                    raise RequestReused(request.id)
                return cast("T", before[1])
            answer = deed()
            self._answered[request.id] = (request.fingerprint, answer)
            while len(self._answered) > MOST_ANSWERS:
                self._answered.popitem(last=False)
            return answer

    def shelf(self) -> list[OnShelf]:
        """Every study of the library; an encrypted one that is open here is looked into."""
        return [self._looked_into(one) for one in self.library.shelf()]

    def _looked_into(self, one: OnShelf) -> OnShelf:
        with self._guard:
            opened = self._opened.get(one.name)
        if not one.encrypted or opened is None:
            return one
        return replace(one, glance=opened.study.glance(), problem="", message="")

    @contextmanager
    def lane(self, mark: str) -> Iterator[None]:
        """Holds up a request while an equal one is being carried out."""
        with self._lanes[hash(mark) % LANES]:
            yield

    def close(self) -> None:
        """Lets go of every study."""
        with self._guard:
            for name in list(self._opened):
                self._let_go(name)
