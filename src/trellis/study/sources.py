"""The sources of a study: bringing them in, listing and showing them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from trellis.core.document import PartKind
from trellis.core.errors import Invalid, NotFound, Unreadable
from trellis.core.source import Source, SourceKind, StoredPart, Version
from trellis.reading import read_bytes
from trellis.reading.files import bytes_of
from trellis.store.queries import sources as queries
from trellis.store.reader import Reader
from trellis.study.batch import keep_all
from trellis.study.bringing import (
    BringIn,
    Brought,
    Candidate,
    GivenFile,
    Item,
    Outcome,
    files_in,
)
from trellis.study.correcting import Correcting
from trellis.study.resolve import current_text, source_named
from trellis.study.source_sheet import SourceSheets
from trellis.study.table import Table
from trellis.study.work import Progress, Work, silent


class SourcesOfStudy(Correcting, SourceSheets):
    """The texts of the study."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def bring_in(
        self, paths: Iterable[Path], how: BringIn | None = None, *, dry_run: bool = False, progress: Progress = silent
    ) -> Brought:
        """Reads files and folders and keeps them as sources, one change a source, the whole one batch.

        A file that cannot be read, or that is in the study already, is named with the reason and the others
        go in. Files are read outside any transaction. Ctrl-C ends the work after the last whole source.
        dry_run: nothing is written; the result tells what would come in.
        """
        files = list(files_in(list(paths)))
        options = how or BringIn()
        return keep_all(self._work, _read(files, options), len(files), options, dry_run=dry_run, progress=progress)

    def bring_in_given(
        self,
        given: Sequence[GivenFile],
        how: BringIn | None = None,
        *,
        dry_run: bool = False,
        progress: Progress = silent,
    ) -> Brought:
        """The same for files that lie nowhere: each is asked for its bytes when its turn comes."""
        options = how or BringIn()
        found = _read_given(given, options)
        return keep_all(self._work, found, len(given), options, dry_run=dry_run, progress=progress)

    def listing(self) -> Table:
        """Every source: name, kind, wave, characters, turns, timed turns, speakers, codings, date."""
        with self._work.read() as reader:
            rows = tuple(
                (s.name, s.kind, s.wave, s.length, s.turns, s.timed, s.labels, s.codings, s.held_on)
                for s in queries.listed(reader.connection)
            )
        heads = ("source", "kind", "wave", "characters", "turns", "timed", "speakers", "codings", "held on")
        return Table(heads, rows, "Sources")

    def text(self, name: str) -> str:
        """The canonical text of a source as it is read now. Raises NotFound or Ambiguous."""
        with self._work.read() as reader:
            return current_text(reader, source_named(reader, name))[1]

    def original(self, name: str, *, version: int | None = None) -> bytes:
        """The bytes of the file that the source was imported from, or that a corrected version was read from.

        version: its number. Raises NotFound once they are destroyed, and where the text was typed.
        """
        with self._work.read() as reader:
            source = source_named(reader, name)
            sha = source.original if version in {None, 1} else _numbered(reader, source, version).original
            data = None if sha is None else queries.original(reader.connection, sha)
        if data is None:
            message = f"the original file of “{source.name}” is not in this study"
            raise NotFound(message)
        return data

    def parts(self, name: str) -> Table:
        """A source part by part: number, kind, speaker, time, page, start and end (code points), words."""
        with self._work.read() as reader:
            source = source_named(reader, name)
            version, text = current_text(reader, source)
            parts = reader.all(StoredPart, version=version.k)
        pages = [part for part in parts if part.kind is PartKind.PAGE]
        rows = tuple(
            (
                part.n,
                part.kind.value,
                part.label,
                clock(part.from_ms),
                _page_of(part.start, pages),
                part.start,
                part.end,
                text[part.words : part.end],
            )
            for part in parts
            if part.kind is not PartKind.PAGE
        )
        return Table(("part", "kind", "speaker", "time", "page", "start", "end", "words"), rows, source.name)

    def set_kind(self, kind: SourceKind | str, *names: str) -> list[Source]:
        """Says what kind of source these are; one change. Raises NotFound, Ambiguous, Invalid."""
        with self._work.change("source.kind") as change:
            wanted = _kind(kind)
            found = [source_named(change, name) for name in names]
            changed = [(source, replace(source, kind=wanted)) for source in found if source.kind is not wanted]
            change.update_all(changed)
            return [after for _, after in changed]

    def rename(self, name: str, new: str) -> Source:
        """Gives a source another name. Raises NotFound or Ambiguous."""
        with self._work.change("source.rename") as change:
            source = source_named(change, name)
            change.update(source, replace(source, name=new))
            return change.get(Source, source.k)


def _numbered(reader: Reader, source: Source, number: int | None) -> Version:
    versions = {version.number: version for version in reader.all(Version, source=source.k)}
    if number is None or number not in versions:
        message = f"“{source.name}” has no version {number}; it has: {', '.join(map(str, sorted(versions)))}"
        raise NotFound(message)
    return versions[number]


def clock(ms: int | None) -> str | None:
    """Milliseconds as "00:12:26"; None stays None."""
    if ms is None:
        return None
    seconds = ms // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _page_of(start: int, pages: list[StoredPart]) -> str | None:
    for page in pages:
        if page.start <= start < page.end:
            return page.number
    return None


def _kind(given: SourceKind | str) -> SourceKind:
    try:
        return SourceKind(given)
    except ValueError as error:
        message = f"“{given}” is no kind of source; give one of: {', '.join(SourceKind)}"
        raise Invalid(message) from error


def _read(files: list[tuple[Path, str]], how: BringIn) -> Iterator[Candidate | Item]:
    return (_read_one(name, partial(bytes_of, path), how) for path, name in files)


def _read_given(given: Sequence[GivenFile], how: BringIn) -> Iterator[Candidate | Item]:
    return (_read_one(one.name, one.content, how) for one in given)


def _read_one(name: str, content_of: Callable[[], bytes], how: BringIn) -> Candidate | Item:
    try:
        content = content_of()
        document = read_bytes(name, content, how.reading)
    except Unreadable as error:
        return Item(name, Outcome.REFUSED, f"{error.reason}; {error.advice}")
    return Candidate(name, Path(name).stem, document, content)
