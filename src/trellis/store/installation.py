"""What this installation remembers outside any study: its own name, and how far it saw each study get.

A study file that is behind what was seen at its path was put back from a backup or an older cloud version;
it must not draw the same keys again.
"""

from __future__ import annotations

import hashlib
import json
import os
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path

NOTE_BYTES = 160


@dataclass(frozen=True, slots=True)
class Seen:
    """The furthest that a study got at one path here: replica, its next count, head hash (hexadecimal) and number."""

    replica: int
    next: int
    head: str
    seq: int = 0


class Installation:
    """The folder where this installation keeps its name and what it saw."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def identity(self) -> str:
        """The installation's own GUID, made on first use."""
        path = self._folder / "installation"
        if not path.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            draft = self._folder / f"installation.{uuid.uuid4()}"
            draft.write_text(str(uuid.uuid4()), encoding="ascii")
            try:
                # A link fails where another process was first; its name then counts.
                path.hardlink_to(draft)
            except FileExistsError:
                pass
            except OSError:
                draft.replace(path)
            draft.unlink(missing_ok=True)
        return path.read_text(encoding="ascii").strip()

    def place(self, study: Path) -> str:
        """A digest that says "this installation, this path" without telling either."""
        return hashlib.sha256(f"{self.identity()}\n{study.resolve()}".encode()).hexdigest()

    def _path(self, guid: str, place: str) -> Path:
        return self._folder / "seen" / f"{guid}-{place[:16]}.json"

    def seen(self, guid: str, place: str) -> Seen | None:
        """How far the study got here, or None if it was never here or the note cannot be read."""
        return _noted(self._path(guid, place))

    def furthest(self, guid: str) -> Seen | None:
        """How far the study got at any path here, None if it was never here."""
        found = [_noted(path) for path in (self._folder / "seen").glob(f"{guid}-*.json")]
        return max((seen for seen in found if seen is not None), key=lambda seen: seen.seq, default=None)

    def remember(self, guid: str, place: str, seen: Seen) -> None:
        """Notes how far the study got. A note lost in a crash costs a replica number at most."""
        path = self._path(guid, place)
        path.parent.mkdir(parents=True, exist_ok=True)
        # Written in place, without waiting for the disk: a rename would cost as much as a commit.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.write(handle, json.dumps(asdict(seen)).ljust(NOTE_BYTES).encode("ascii"))
        finally:
            os.close(handle)

    def note_copy(self, guid: str, path: Path) -> None:
        """Notes that a copy of the study was written to a path here, so that a withdrawal can name it."""
        known = self.copies(guid)
        told = str(path.resolve())
        if told not in known:
            folder = self._folder / "copies"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{guid}.json").write_text(json.dumps([*known, told]), encoding="utf-8")

    def copies(self, guid: str) -> list[str]:
        """The paths to which copies of the study were written here, oldest first; they may be gone since."""
        try:
            return [str(path) for path in json.loads((self._folder / "copies" / f"{guid}.json").read_text("utf-8"))]
        except (OSError, ValueError):
            return []


def _noted(path: Path) -> Seen | None:
    try:
        seen = Seen(**json.loads(path.read_text(encoding="ascii")))
        bytes.fromhex(seen.head)
    except (OSError, ValueError, TypeError):
        return None
    return seen
