"""A source for screens: its text with turns, codings, memos and redactions, read in one go."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence

from trellis.core.case import Wave
from trellis.core.coding import Round
from trellis.core.columns import turned
from trellis.core.consent import Redaction
from trellis.core.document import PartKind
from trellis.core.keys import Key
from trellis.core.memo import About, Memo
from trellis.core.source import Source, SpeakerRole
from trellis.core.source_columns import CodingColumns, PartColumns, SourceSheet, Voice
from trellis.core.study import Person
from trellis.store import history
from trellis.store.queries import source_sheet as queries
from trellis.store.queries.plain import Row
from trellis.store.reader import Reader
from trellis.study.blindness import blindness_of
from trellis.study.resolve import adopted_round, current_text, round_named, source_named
from trellis.study.work import Work


class SourceSheets:
    """The call that a reader's screen is drawn from."""

    _work: Work

    def sheet(self, name: str | Key, *, round: str | None = None) -> SourceSheet:
        """A source with all that lies on its current text. name: its name or key; round: None for the adopted one.

        In an open blind round whoever codes in it sees their own codings only. Raises NotFound or Ambiguous.
        """
        with self._work.read() as reader:
            source = reader.get(Source, name) if isinstance(name, int) else source_named(reader, name)
            round_ = adopted_round(reader) if round is None else round_named(reader, round)
            return _sheet(reader, source, round_, self._work.person_name)


def _sheet(reader: Reader, source: Source, round_: Round, name: str) -> SourceSheet:
    version, text = current_text(reader, source)
    connection, people = reader.connection, reader.all(Person)
    blindness = blindness_of(reader, name)
    every = queries.codings(connection, version.k, round_.k)
    shown = [row for row in every if blindness.sees_by(round_.k, row[5])]
    left = queries.codings_elsewhere(connection, source.k, version.k, round_.k)
    k, rev, start, end, theme, coder, note, origins, at = turned(shown, 9)
    coders = frozenset(coder)
    return SourceSheet(
        history.newest(connection),
        source,
        version,
        "" if source.wave is None else reader.get(Wave, source.wave).name,
        text,
        _parts(queries.parts(connection, version.k)),
        tuple(Voice(label, SpeakerRole(role), *case) for label, role, *case in queries.voices(connection, source.k)),
        tuple(queries.cases(connection, source.k)),
        round_.k,
        CodingColumns(k, rev, start, end, theme, coder, note, tuple(tuple(json.loads(each)) for each in origins), at),
        len(every) - len(shown),
        sum(blindness.sees_by(round_.k, row[5]) for row in left),
        tuple((person.k, person.name) for person in people if person.k in coders),
        tuple(_memos(reader, source, version.k, frozenset(k))),
        tuple(sorted(reader.all(Redaction, version=version.k), key=lambda one: (one.start, one.k))),
    )


def _parts(rows: Sequence[Row]) -> PartColumns:
    n, kind, *rest = turned(rows, 10)
    return PartColumns(n, tuple(map(PartKind, kind)), *rest)


def _memos(reader: Reader, source: Source, version: Key, codings: Collection[Key]) -> Iterator[Memo]:
    for k, kind, about in queries.memos(reader.connection, source.k, version):
        if kind != About.CODING or about in codings:
            yield reader.get(Memo, k)
