"""The library: the folder in which studies lie, each a file, and where deleted ones wait to be recovered."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from trellis.core.errors import (
    AlreadyThere,
    Invalid,
    Locked,
    NotAStudy,
    NotFound,
    StudyFileError,
    TrellisError,
    WrongPassphrase,
)
from trellis.core.study_name import is_study_name, name_from, require_study_name
from trellis.store.glance import Glance, glance, guid_of, may_be_study
from trellis.store.moving import move_study
from trellis.store.study_file import restore

ENDING = ".trellis"
DELETED = "Deleted"
ARRIVING = ".arriving-"
_MARKED = re.compile(r"^(?P<name>.+)~(?P<mark>[0-9a-f]{8})$")


@dataclass(frozen=True, slots=True)
class OnShelf:
    """A study as the library lists it. name: of its file. bytes: with its log. encrypted: None if not known.

    problem: slug and message of why nothing more is told, both empty where all is well.
    """

    name: str
    bytes: int
    touched_at: int
    glance: Glance | None
    encrypted: bool
    problem: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Removed:
    """A deleted study, and under which name it can be asked back. touched_at: of its file, ms since 1970, UTC."""

    mark: str
    name: str
    bytes: int
    touched_at: int


class Library:
    """A folder of studies."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seen: dict[str, tuple[tuple[int, ...], OnShelf]] = {}

    def names(self) -> list[str]:
        """The names of all studies, in order."""
        found = (path.stem for path in self.folder.glob(f"*{ENDING}") if path.is_file())
        return sorted((name for name in found if is_study_name(name)), key=str.casefold)

    def path(self, name: str) -> Path:
        """The file of a study. Raises NotFound, also for a name that would lead elsewhere."""
        path = self.folder / f"{name}{ENDING}"
        if not is_study_name(name) or not path.is_file():
            message = f"there is no study “{name[:100]}” in the library; it has: {', '.join(self.names()) or 'none'}"
            raise NotFound(message)
        return path

    def free_path(self, title: str, name: str | None = None) -> Path:
        """Where a new study goes: under the given name, else under one made from its title, numbered if taken.

        Raises Invalid for a name that no file may have, StudyFileError if the given one is taken.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        taken = {taken.casefold() for taken in self.names()}
        if name is not None:
            if require_study_name(name).casefold() in taken:
                message = f"there is a study “{name}” in the library already; choose another name, or open it"
                raise StudyFileError(message)
            return self.folder / f"{name}{ENDING}"
        wanted, number = name_from(title), 1
        while (wanted if number == 1 else f"{wanted} {number}").casefold() in taken:
            number += 1
        return self.folder / f"{wanted if number == 1 else f'{wanted} {number}'}{ENDING}"

    def shelf(self) -> list[OnShelf]:
        """Every study of the library; one that cannot be read is listed with the reason."""
        return [self.on_shelf(name) for name in self.names()]

    def on_shelf(self, name: str) -> OnShelf:
        """One study as the list shows it. Raises NotFound."""
        path = self.path(name)
        try:
            state = _state(path)
        except OSError:
            state = ()
        seen = self._seen.get(name)
        if seen is None or seen[0] != state:
            seen = (state, _looked_at(name, path))
            self._seen[name] = seen
        return seen[1]

    def delete(self, name: str, typed: str, request: str, title: str | None = None) -> Removed:
        """Moves a study, of which nobody here has the file open, to the folder `Deleted`.

        typed: its title, or the name of its file, as the user typed it. request: the mark of the client's request.
        title: of an encrypted study that was open, since it cannot be looked into.
        Raises NotFound, Invalid if something else was typed, StudyFileError if another program has it open.
        """
        mark = f"{name}~{hashlib.sha256(request.encode()).hexdigest()[:8]}"
        kept = self.folder / DELETED / f"{mark}{ENDING}"
        if kept.exists():
            return _removed(kept)
        shown = self.on_shelf(name)
        fitting = {name, *filter(None, (title, None if shown.glance is None else shown.glance.title))}
        if " ".join(typed.split()) not in fitting:
            message = f"to delete this study, type its title: {' or '.join(sorted(fitting))}; “{typed[:100]}” is not it"
            raise Invalid(message)
        kept.parent.mkdir(exist_ok=True)
        move_study(self.path(name), kept)
        return _removed(kept)

    def arriving(self, mark: str) -> Path:
        """Where a study file is written while it comes in: beside the studies, under a name that none has."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return self.folder / f"{ARRIVING}{mark}"

    def require_arrived(self, mark: str, head: bytes, size: int) -> None:
        """Nothing, if a file that came in may be a study; what is plainly none is thrown away. Raises NotAStudy.

        head: its first bytes. size: of the whole, bytes.
        """
        if not may_be_study(head, size):
            self.throw_away(mark)
            message = "this file is not a Trellis study; a study is one file that ends in .trellis"
            raise NotAStudy(message)

    def throw_away(self, mark: str) -> None:
        """Throws a file that came in away, with what lies beside it."""
        waiting = self.arriving(mark)
        for path in (waiting, *(waiting.with_name(f"{waiting.name}{end}") for end in ("-wal", "-shm", "-journal"))):
            path.unlink(missing_ok=True)

    def take_in(self, mark: str, name: str, passphrase: str | None = None, *, again: bool = False) -> str:
        """Makes a study of a file that came in, checked whole; its name in the library.

        name: of the file. again: also if the library has the study already. The file that came in is gone afterwards,
        unless a passphrase is missing or wrong, or the study is there already: then it may be asked for once more.
        Raises NotFound, NotAStudy, Locked, WrongPassphrase, NewerFormat, AlreadyThere, StudyFileError.
        """
        waiting = self.arriving(mark)
        if not waiting.is_file():
            message = f"“{name}” has not come in; choose it again"
            raise NotFound(message)
        try:
            guid = guid_of(waiting, passphrase)
        except (Locked, WrongPassphrase):
            raise
        except StudyFileError as error:
            self.throw_away(mark)
            raise type(error)(str(error).replace(str(waiting), f"“{name}”")) from error
        alike, _shut = self.holding(guid)
        if alike and not again:
            message = (
                f"“{name}” is the study “{alike[0]}”, which is in the library already: to bring what was done in this "
                "copy into it, merge it (`trellis merge`); or take it in as a study beside it"
            )
            raise AlreadyThere(message)
        target = self.free_path(name.removesuffix(ENDING))
        try:
            restore(waiting, target, passphrase)
        except StudyFileError:
            self.throw_away(mark)
            raise
        self.throw_away(mark)
        return target.stem

    def holding(self, guid: str) -> tuple[list[str], list[str]]:
        """The names of the studies with this GUID, and of those that cannot be looked into: encrypted, or broken."""
        found: list[str] = []
        shut: list[str] = []
        for name in self.names():
            try:
                if guid_of(self.path(name)) == guid:
                    found.append(name)
            except TrellisError:
                shut.append(name)
        return found, shut

    def deleted(self) -> list[Removed]:
        """What waits in the folder `Deleted`, in order of names."""
        found = sorted((self.folder / DELETED).glob(f"*{ENDING}"), key=lambda path: path.stem.casefold())
        return [_removed(path) for path in found if _MARKED.match(path.stem)]

    def recover(self, mark: str) -> str:
        """Brings a deleted study back, under a name that is free now, and returns that. Raises NotFound."""
        kept = next((removed for removed in self.deleted() if removed.mark == mark), None)
        if kept is None:
            message = f"there is no deleted study “{mark[:120]}”; it may have been recovered already"
            raise NotFound(message)
        taken = {name.casefold() for name in self.names()}
        target = self.free_path(kept.name, None if kept.name.casefold() in taken else kept.name)
        move_study(self.folder / DELETED / f"{mark}{ENDING}", target)
        return target.stem


def _state(path: Path) -> tuple[int, ...]:
    """What changes when a study's file, or the log beside it, does."""
    log = path.with_name(f"{path.name}-wal")
    found = path.stat()
    beside = log.stat() if log.exists() else None
    return (found.st_ino, found.st_mtime_ns, found.st_size) + (
        (beside.st_mtime_ns, beside.st_size) if beside is not None else ()
    )


def _looked_at(name: str, path: Path) -> OnShelf:
    found = path.stat()
    size, touched = found.st_size, found.st_mtime_ns // 1_000_000
    try:
        return OnShelf(name, size, touched, glance(path), encrypted=False)
    except TrellisError as error:
        return OnShelf(name, size, touched, None, isinstance(error, Locked), error.slug, str(error))


def _removed(path: Path) -> Removed:
    match = _MARKED.match(path.stem)
    found = path.stat()
    name = path.stem if match is None else match["name"]
    return Removed(path.stem, name, found.st_size, found.st_mtime_ns // 1_000_000)
