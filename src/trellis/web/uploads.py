"""Files on their way in: kept until they are imported, and readable for this process only.

An upload lies in a temporary file without a name, which is gone when the process ends, however it ends; and in it
under a key that only this process has, so that no transcript of an encrypted study stands on the disk in plain.
"""

from __future__ import annotations

import struct
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from trellis.core.errors import NotFound, TooLarge

MOST_FILE_BYTES = 200_000_000
MOST_UPLOAD_BYTES = 2_000_000_000
MOST_FILES = 5_000
IDLE_S = 3_600.0
NONCE = struct.Struct(">IQ")


@dataclass(slots=True)
class Held:
    """One file: its name, its size, and where its pieces lie (place in the temporary file, length, number)."""

    name: str
    size: int = 0
    pieces: list[tuple[int, int, int]] = field(default_factory=list)


class Upload:
    """The files of one batch, in one temporary file."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._file: IO[bytes] = tempfile.TemporaryFile(prefix="trellis-")  # noqa: SIM115  # closed by `close`
        self._key = AESGCM(AESGCM.generate_key(bit_length=256))
        self._guard = threading.Lock()
        self._end = 0
        self._pieces = 0
        self._held: dict[int, Held] = {}
        self.touched = now()

    def begin(self, name: str) -> Held:
        """A file that is coming in; it counts once it is kept."""
        return Held(name)

    def add(self, held: Held, data: bytes) -> None:
        """Takes a piece of a file. Raises TooLarge once the file or the batch is beyond what is taken."""
        require_file_size(held.name, held.size + len(data))
        with self._guard:
            self.touched = self._now()
            if self._end + len(data) > MOST_UPLOAD_BYTES:
                raise TooLarge(
                    held.name,
                    f"with it the batch has more than {MOST_UPLOAD_BYTES // 1_000_000} MB",
                    "import what is there, and then the rest",
                )
            sealed = self._key.encrypt(NONCE.pack(0, self._pieces), data, None)
            self._file.seek(self._end)
            self._file.write(sealed)
            held.pieces.append((self._end, len(sealed), self._pieces))
            held.size += len(data)
            self._end += len(sealed)
            self._pieces += 1

    def keep(self, n: int, held: Held) -> None:
        """Makes a file that is whole the batch's file number `n`, in the place of an earlier one. Raises TooLarge."""
        with self._guard:
            self._held[n] = held

    def files(self) -> list[tuple[int, Held]]:
        """The files of the batch, by number."""
        with self._guard:
            return sorted(self._held.items())

    def bytes_of(self, held: Held) -> bytes:
        """The content of a file."""
        whole: list[bytes] = []
        for place, length, number in held.pieces:
            with self._guard:
                self._file.seek(place)
                sealed = self._file.read(length)
            whole.append(self._key.decrypt(NONCE.pack(0, number), sealed, None))
        return b"".join(whole)

    def close(self) -> None:
        """Throws the files away."""
        with self._guard:
            self._held.clear()
            self._file.close()


class Uploads:
    """The batches of this process, by study and by the id that the client made."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._guard = threading.Lock()
        self._uploads: dict[tuple[str, str], Upload] = {}

    def open(self, study: str, id: str) -> Upload:
        """The batch, begun if it is new. Batches that nobody has touched for an hour are thrown away."""
        with self._guard:
            for key in [key for key, one in self._uploads.items() if self._now() - one.touched > IDLE_S]:
                self._uploads.pop(key).close()
            found = self._uploads.get((study, id))
            if found is None:
                found = self._uploads[study, id] = Upload(self._now)
            found.touched = self._now()
            return found

    def get(self, study: str, id: str) -> Upload:
        """The batch. Raises NotFound."""
        with self._guard:
            found = self._uploads.get((study, id))
        if found is None:
            message = f"there is no upload “{id[:64]}”: it was imported, thrown away, or an hour has passed"
            raise NotFound(message)
        found.touched = self._now()
        return found

    def discard(self, study: str, id: str) -> None:
        """Throws a batch away; one that is not there is as good."""
        with self._guard:
            found = self._uploads.pop((study, id), None)
        if found is not None:
            found.close()

    def close(self) -> None:
        """Throws all away."""
        with self._guard:
            for upload in self._uploads.values():
                upload.close()
            self._uploads.clear()


def require_file_size(name: str, size: int) -> None:
    """Nothing for a file of bearable size, announced or counted. Raises TooLarge."""
    if size > MOST_FILE_BYTES:
        raise TooLarge(
            name,
            f"the file has more than {MOST_FILE_BYTES // 1_000_000} MB",
            "split it, or save it without pictures; recordings are linked, not brought in",
        )


def shown_name(name: str) -> str:
    """A file's name as it is told, with its folders: no way up, no drive, no control characters."""
    plain = "".join(sign if sign.isprintable() else "_" for sign in name.replace("\\", "/"))
    parts = [part for part in plain.split("/") if part not in {"", ".", ".."}]
    return "/".join(parts)[-300:] or "unnamed"
