"""Recordings of what was said: linked where they lie, told by their digest, never copied into the study."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from trellis.core.errors import Invalid, NotFound
from trellis.core.recording import UNPLAYABLE, RecordingFile, Standing
from trellis.core.source import Source
from trellis.reading.recordings import Listed, list_folder, recording_at, recordings_in, standing_of
from trellis.store import recordings as stored
from trellis.study.resolve import source_named
from trellis.study.table import Table
from trellis.study.work import Work

_SAID = {
    Standing.HERE: "here",
    Standing.MOVED: "not where it was: link it again, or find it with its folder",
    Standing.OTHER: "another file lies in its place: link the right one",
    Standing.UNPLACED: "linked in another copy: say where it lies on this computer",
}


@dataclass(frozen=True, slots=True)
class Recording:
    """The recording of a source, as it stands on this computer.

    file: where it lies or lay, None where this copy of the study never knew. words: what there is to do, "" if nothing.
    """

    source: str
    sha: str
    standing: Standing
    file: RecordingFile | None

    @property
    def words(self) -> str:
        """What there is to do before it can be played, "" if nothing."""
        if self.standing is not Standing.HERE:
            return _SAID[self.standing]
        if self.file is not None and self.file.media in UNPLAYABLE:
            return f"browsers do not play {self.file.media}: convert a copy to .mp3, .m4a or .wav and link that"
        return ""


class RecordingsOfStudy:
    """The recordings behind the transcripts. Where they lie is known to this copy of the study only."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def link(self, source: str, path: Path, *, another: bool = False) -> Recording:
        """Links a source to its recording, which stays where it lies; it is read once, for its digest.

        A source that has one already takes the same recording at another place, and another one only if `another`.
        The same recording at another place is no change of the study.
        Raises NotFound, Ambiguous, Invalid, Unreadable, NotAllowed.
        """
        self._work.require_full_sight("a recording")
        with self._work.read() as reader:
            source_named(reader, source)
        file = recording_at(path)
        with self._work.change("recording.link") as change:
            found = source_named(change, source)
            if found.recording not in {None, file.sha} and not another:
                message = (
                    f"{path.name} is not the recording that “{found.name}” was linked to: its content is another; "
                    "give the right file, or say that another recording is meant (--another)"
                )
                raise Invalid(message)
            stored.keep_place(change.connection, file)
            change.update(found, replace(found, recording=file.sha))
            return Recording(found.name, file.sha, Standing.HERE, file)

    def unlink(self, source: str) -> None:
        """Takes a source's link away; the file stays as it is. Raises NotFound, Ambiguous, NotAllowed."""
        self._work.require_full_sight("a recording")
        with self._work.change("recording.unlink") as change:
            found = source_named(change, source)
            if found.recording is None:
                message = f"no recording is linked to “{found.name}”"
                raise NotFound(message)
            change.update(found, replace(found, recording=None))

    def of(self, source: str) -> Recording | None:
        """The recording of a source as it stands now, None if none is linked. Raises NotFound, Ambiguous."""
        with self._work.read() as reader:
            found = source_named(reader, source)
            known = stored.places(reader.connection)
        return None if found.recording is None else _standing(found.name, found.recording, known)

    def playable(self, source: str) -> RecordingFile:
        """The file to be played. Raises NotFound where none is linked, or it is not where it was."""
        found = self.of(source)
        if found is None:
            message = "no recording is linked to this source"
            raise NotFound(message)
        if found.standing is not Standing.HERE or found.file is None:
            message = f"the recording of “{found.source}” is {_SAID[found.standing]}"
            raise NotFound(message)
        return found.file

    def find(self, folder: Path) -> Table:
        """Looks in a folder, and below it, for recordings that are not where they were: source, where it lies now.

        Files are told by their content, whatever their names. Raises NotFound, NotAllowed.
        """
        self._work.require_full_sight("a recording")
        with self._work.read() as reader:
            known = stored.places(reader.connection)
            sought = {one.recording: one.name for one in reader.all(Source) if one.recording is not None}
        missing = {sha for sha, name in sought.items() if _standing(name, sha, known).standing is not Standing.HERE}
        sizes = frozenset(known[sha].size for sha in missing) if missing <= known.keys() else None
        found = {file.sha: file for file in recordings_in(folder, sizes)}
        with self._work.change("recording.link") as change:
            for sha in missing & found.keys():
                stored.keep_place(change.connection, found[sha])
        names = sorted(missing, key=sought.__getitem__)
        rows = tuple((sought[sha], found[sha].path if sha in found else "not found") for sha in names)
        return Table(("source", "recording"), rows, "Recordings that were not where they were")

    def listing(self) -> Table:
        """Every source with its recording: the file, how it stands."""
        with self._work.read() as reader:
            known = stored.places(reader.connection)
            sources = sorted(reader.all(Source), key=lambda one: one.name)
        rows = tuple(_row(one, known) for one in sources)
        return Table(("source", "recording", "state"), rows, "Recordings")

    def folder(self, path: Path | None = None) -> Listed:
        """The folders and recordings in a folder of this computer, to choose from; the home folder if none is given.

        Raises NotFound, NotAllowed.
        """
        self._work.require_full_sight("a recording")
        return list_folder(Path.home() if path is None else path)


def _standing(name: str, sha: str, known: dict[str, RecordingFile]) -> Recording:
    standing, now = standing_of(known.get(sha))
    return Recording(name, sha, standing, now or known.get(sha))


def _row(source: Source, known: dict[str, RecordingFile]) -> tuple[str, str | None, str | None]:
    if source.recording is None:
        return source.name, None, None
    found = _standing(source.name, source.recording, known)
    return source.name, None if found.file is None else found.file.path, _SAID[found.standing]
