"""The file of pseudonyms of an open study, opened with its passphrase."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from trellis.core.keys import Key
from trellis.core.pseudonym_key import KeyBook, book_of
from trellis.store import key_file
from trellis.store.key_file import Secret


@dataclass(frozen=True, slots=True)
class OpenKey:
    """Where the file lies and what opens it. It is read anew each time, since another process may have written it.

    Whoever writes it holds the study's write lock meanwhile, so that two do not write over each other.
    """

    path: Path
    secret: Secret

    def book(self) -> KeyBook:
        """The key and the log. Raises NotFound, StudyFileError."""
        return self._read()[0]

    def away(self) -> dict[Key, bytes]:
        """What was put away, by the change that did so."""
        book, pieces = self._read()
        return dict(zip(book.away, pieces, strict=True))

    def save(self, book: KeyBook, away: Mapping[Key, bytes] | None = None) -> None:
        """Writes the key and the log, whole or not at all. away: all that is put away; None leaves it as it is."""
        kept = self.away() if away is None else away
        named = KeyBook(book.pseudonyms, book.log, tuple(sorted(kept)))
        key_file.write(self.path, self.secret, [_said(named), *(kept[k] for k in named.away)])

    def rewrap(self, passphrase: str) -> None:
        """Puts the file under another passphrase. Raises Invalid for one that is too short."""
        key_file.rewrap(self.path, self.secret, passphrase)

    def _read(self) -> tuple[KeyBook, list[bytes]]:
        first, *pieces = key_file.read(self.path, self.secret)
        return book_of(json.loads(first)), pieces


def unlocked(path: Path, study: str, passphrase: str) -> OpenKey:
    """The file of the study with this GUID. Raises NotFound, WrongPassphrase, StudyFileError."""
    return OpenKey(path, key_file.unlock(path, study, passphrase))


def made(path: Path, study: str, passphrase: str) -> OpenKey:
    """A new, empty file. Raises StudyFileError if it is there, Invalid for too short a passphrase."""
    return OpenKey(path, key_file.create(path, study, passphrase, [_said(KeyBook())]))


def _said(book: KeyBook) -> bytes:
    return json.dumps(book.record(), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
