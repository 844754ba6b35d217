"""Recordings as files: told by their content, read once for their digest, and left where they are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from trellis.core.errors import EmptyFile, NotFound, NotSupported, Unreadable
from trellis.core.recording import HEAD_BYTES, RecordingFile, Standing, media_of

_BLOCK = 1 << 20
ENDINGS = frozenset(
    {".wav", ".mp3", ".m4a", ".m4b", ".mp4", ".mov", ".ogg", ".oga", ".opus", ".flac", ".webm", ".mka", ".mkv", ".aac"}
    | {".aif", ".aiff", ".amr", ".wma", ".wmv", ".asf", ".caf"}
)
"""How the names of recordings end: what a list of a folder shows. What a file is, its content says."""
MOST_LISTED = 2000
_OTHER = "link a recording: .wav, .mp3, .m4a, .mp4, .ogg, .flac or .webm"


def recording_at(path: Path) -> RecordingFile:
    """The file as a recording, read whole for its digest.

    Raises NotFound, EmptyFile, NotSupported for what is no recording, Unreadable.
    """
    place = path.expanduser()
    try:
        real = place.resolve(strict=True)
        with real.open("rb") as file:
            head = file.read(HEAD_BYTES)
            media = _media(place.name, head)
            digest = hashlib.sha256(head)
            while block := file.read(_BLOCK):
                digest.update(block)
        said = real.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        message = f"there is no file {place}; give the recording's whole path, as a file manager copies it"
        raise NotFound(message) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise Unreadable(place.name, f"it cannot be read ({error})", "give a file that you may open") from error
    return RecordingFile(digest.hexdigest(), str(real), media, said.st_size, said.st_mtime_ns)


def _media(name: str, head: bytes) -> str:
    if not head:
        raise EmptyFile(name, "the file is empty (0 bytes)", "copy it again from the recorder")
    media = media_of(head)
    if media is None:
        raise NotSupported(name, "its content is no recording that Trellis knows", _OTHER)
    return media


def standing_of(known: RecordingFile | None) -> tuple[Standing, RecordingFile | None]:
    """How a recording stands, and the file as it is now where it is the one that was linked.

    A file of the same size and time is taken for the same; otherwise it is read.
    """
    if known is None:
        return Standing.UNPLACED, None
    try:
        said = Path(known.path).stat()
    except (OSError, ValueError):
        return Standing.MOVED, None
    if (said.st_size, said.st_mtime_ns) == (known.size, known.mtime_ns):
        return Standing.HERE, known
    if said.st_size != known.size:
        return Standing.OTHER, None
    try:
        found = recording_at(Path(known.path))
    except (NotFound, Unreadable):
        return Standing.OTHER, None
    return (Standing.HERE, found) if found.sha == known.sha else (Standing.OTHER, None)


def recordings_in(folder: Path, sizes: frozenset[int] | None = None) -> Iterator[RecordingFile]:
    """The recordings in a folder and below it, in order of names; sizes: of which only these are read, in bytes.

    What cannot be read is passed over. Raises NotFound where there is no such folder.
    """
    root = _folder(folder)
    for path in sorted(one for one in root.rglob("*") if one.suffix.lower() in ENDINGS):
        try:
            if path.is_file() and (sizes is None or path.stat().st_size in sizes):
                yield recording_at(path)
        except (OSError, NotFound, Unreadable):
            continue


@dataclass(frozen=True, slots=True)
class Listed:
    """What a folder holds: its own path, the one above (None at the top), folders and recordings by name."""

    path: str
    above: str | None
    folders: tuple[str, ...]
    files: tuple[str, ...]


def list_folder(folder: Path) -> Listed:
    """The folders and the recordings in a folder, hidden ones aside, at most 2,000 each. Raises NotFound."""
    root = _folder(folder)
    folders, files = [], []
    try:
        for one in root.iterdir():
            if one.name.startswith("."):
                continue
            if one.suffix.lower() in ENDINGS and one.is_file():
                files.append(one.name)
            elif one.is_dir():
                folders.append(one.name)
    except OSError as error:
        message = f"the folder {root} cannot be read ({error.strerror})"
        raise NotFound(message) from error
    above = None if root.parent == root else str(root.parent)
    return Listed(str(root), above, _few(folders), _few(files))


def _few(names: list[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=str.casefold)[:MOST_LISTED])


def _folder(given: Path) -> Path:
    try:
        found = given.expanduser().resolve(strict=True)
        is_folder = found.is_dir()
    except (OSError, ValueError, RuntimeError) as error:
        message = f"there is no folder {given}"
        raise NotFound(message) from error
    if not is_folder:
        message = f"{given} is no folder"
        raise NotFound(message)
    return found
