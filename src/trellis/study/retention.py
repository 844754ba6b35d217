"""How long original files are kept, and their disposal."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from trellis.core.keys import Key
from trellis.core.membership import iso_date
from trellis.core.source import Source, Version
from trellis.core.study import Setting
from trellis.store.changes import Change
from trellis.store.erasing import Erasure
from trellis.store.reader import Reader
from trellis.study.putting_away import require_here
from trellis.study.resolve import source_named
from trellis.study.table import Table
from trellis.study.work import Work

UNTIL, GONE = "keep original until", "original destroyed"


class RetentionOfStudy:
    """Dates until which originals are kept, and the record of those that were destroyed."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def keep_until(self, date: str, source: str | None = None) -> None:
        """Sets the last day (ISO) on which the original of a source is kept; of every source for None.

        Raises NotFound, Ambiguous, Invalid.
        """
        day = iso_date(date)
        with self._work.change("source.keep_until") as change:
            sources = change.all(Source) if source is None else [source_named(change, source)]
            for one in sources:
                if one.original is not None:
                    _set(change, UNTIL, one.k, day)

    def listing(self) -> Table:
        """Every source with an original: its file, until when it is kept, when it was destroyed."""
        with self._work.read() as reader:
            return _table(reader, [one for one in reader.all(Source) if one.original is not None])

    def dispose(self, on: str | None = None) -> Table:
        """Destroys the originals whose day lies before `on` (ISO, today where not given), and returns which.

        Cannot be undone; the texts and the digests of the files stay. Raises Invalid.
        """
        today = dt.datetime.fromtimestamp(self._work.file.now() / 1000, dt.UTC).date().isoformat()
        day = today if on is None else iso_date(on)
        with self._work.change("source.dispose") as change:
            due = [one for one in change.all(Source) if _is_due(change, one, day)]
            if due:
                require_here(change, "a disposal")
            for one in due:
                _set(change, GONE, one.k, day)
            change.erase_at_end(Erasure(originals=files_of(change, due)))
        if due:
            self._work.file.database.vacuum()
        with self._work.read() as reader:
            return _table(reader, due)


def files_of(reader: Reader, due: list[Source]) -> frozenset[str]:
    """SHA-256 of the files of these sources, leaving those that another source came from as well."""
    files = {one.original for one in due if one.original is not None}
    files |= {v.original for one in due for v in reader.all(Version, source=one.k) if v.original is not None}
    return frozenset(files - {one.original for one in reader.all(Source) if one not in due})


def _date(reader: Reader, what: str, source: Key) -> str | None:
    found = reader.find(Setting, f"{what} {source}")
    return None if found is None else found.value


def _is_due(reader: Reader, source: Source, day: str) -> bool:
    until = _date(reader, UNTIL, source.k)
    return until is not None and until < day and _date(reader, GONE, source.k) is None


def _set(change: Change, what: str, source: Key, day: str) -> None:
    made = Setting(f"{what} {source}", 0, day)
    before = change.find(Setting, made.name)
    if before is None:
        change.insert(made)
    else:
        change.update(before, replace(before, value=day))


def _table(reader: Reader, sources: list[Source]) -> Table:
    rows = tuple(
        (one.name, one.original_name, _date(reader, UNTIL, one.k), _date(reader, GONE, one.k)) for one in sources
    )
    return Table(("source", "file", "kept until", "destroyed"), rows, "Original files")
