"""Who works on which study file: what every use case stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from trellis.core.errors import Locked, NotAllowed, NotFound
from trellis.core.keys import NO_KEY, Key
from trellis.core.study import Person, Role, require
from trellis.store.changes import Change, Intent
from trellis.store.key_file import beside
from trellis.store.reader import Reader
from trellis.store.study_file import StudyFile
from trellis.study.kept import Kept
from trellis.study.new_use import require_no_new_use
from trellis.study.open_key import OpenKey
from trellis.study.requests import marked
from trellis.study.sight import BY_SETTING, Sight, is_narrow


@dataclass(frozen=True, slots=True)
class Step:
    """How far a long piece of work is: `done` of `total` things, and what is being worked on."""

    done: int
    total: int
    what: str


Progress = Callable[[Step], None]
"""Told of each step; raises `Stopped` (or KeyboardInterrupt) to end the work after the last whole change."""


def silent(_step: Step) -> None:
    """Progress that nobody watches."""


class _Rehearsed(Exception):
    """Leaves a change without keeping it, once it has shown what it would do."""


class Work:
    """An open study and the person who works on it."""

    def __init__(self, file: StudyFile, person: str, sight: Sight = BY_SETTING) -> None:
        self.file = file
        self.person_name = person
        self.sight = sight
        self.kept = Kept()
        self.key: OpenKey | None = None

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """One consistent state of the study, as far as this person may see it, for reading."""
        with self.file.read() as reader, self.sight.of(reader, self.person_name):
            yield reader

    @contextmanager
    def change(self, action: str, *, batch: Key | None = None) -> Iterator[Change]:
        """One change by this person. Raises NotAllowed if the person's role does not permit the action.

        action: a code such as "coding.apply"; never words from the study. The first change that is made under a
        request of a client carries its mark, and raises Outdated if what the request rests on has changed.
        """
        person = self.person()
        require(person, action)
        with marked(Intent(action, person.k, self.file.now(), batch)) as mark, self.file.change(mark.intent) as change:
            mark.require(change)
            with self.sight.of(change, self.person_name, writing=True):
                yield change
            require_no_new_use(change, action)

    @contextmanager
    def rehearsal(self, action: str) -> Iterator[Change]:
        """A change of which nothing is kept: to show what it would do. Raises as `change` does.

        Somebody who is new does not join the study by it.
        """
        person = self._known() or Person(NO_KEY, NO_KEY, self.person_name, Role.ANALYST)
        require(person, action)
        with (
            suppress(_Rehearsed),
            marked(Intent(action, person.k, self.file.now())) as mark,
            self.file.change(mark.intent) as change,
        ):
            mark.require(change)
            with self.sight.of(change, self.person_name, writing=True):
                yield change
            require_no_new_use(change, action)
            raise _Rehearsed

    def key_path(self) -> Path:
        """Where the file of pseudonyms lies unless another place is named. Raises Locked for a state of the past."""
        if self.file.database.path is None:
            message = "this is an earlier state of the study, in memory; open the study itself"
            raise Locked(message)
        return beside(self.file.database.path)

    def require_key(self) -> OpenKey:
        """The file of pseudonyms. Raises Locked where it has not been opened."""
        if self.key is None:
            message = (
                f"which name stands behind a pseudonym is kept in {self.key_path()}, under a passphrase of its own; "
                "open it first (`study.pseudonyms.open`; on the command line TRELLIS_KEY_PASSPHRASE)"
            )
            raise Locked(message)
        return self.key

    def require_full_sight(self, what: str) -> None:
        """Nothing, if this person sees all texts; raises NotAllowed otherwise. what: of which they would be all."""
        with self.file.read() as reader:
            if self.sight.always or is_narrow(reader, self.person_name):
                message = (
                    f"{self.person_name} sees pseudonymised texts only, and {what} holds all; ask the study's lead"
                )
                raise NotAllowed(message)

    def person(self) -> Person:
        """The person who works; joins the study as an analyst on first use."""
        found = self._known()
        if found is not None:
            return found
        with self.file.change(Intent("person.join", 0, self.file.now())) as change:
            k = change.new_key()
            change.insert(Person(k, 0, self.person_name, Role.ANALYST))
        with self.read() as reader:
            return reader.get(Person, k)

    def known_person(self) -> Person:
        """The person who works, if the study knows them. Raises NotFound."""
        found = self._known()
        if found is not None:
            return found
        message = f"{self.person_name} has not done anything in this study yet"
        raise NotFound(message)

    def _known(self) -> Person | None:
        with self.read() as reader:
            known = {person.name.casefold(): person for person in reader.all(Person)}
        return known.get(self.person_name.casefold())
