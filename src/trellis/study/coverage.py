"""How much of each source is indexed, and what nobody has indexed yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from trellis.analysis.coverage import coverage, unindexed
from trellis.analysis.intervals import Intervals, intervals
from trellis.analysis.table import Table
from trellis.core.document import PartKind
from trellis.core.filters import EVERYTHING, Filters
from trellis.core.keys import Key
from trellis.core.source import SpeakerRole
from trellis.core.turns import clock
from trellis.core.voice import counts_as_said
from trellis.store.queries import texts as queries
from trellis.store.queries.codings import CodingRow
from trellis.store.queries.texts import PartRow, Text
from trellis.store.reader import Reader
from trellis.study.retrieval import Gathering, Names
from trellis.study.voices import Voices
from trellis.study.work import Work

NOTE = (
    "Share: characters of participants' words under at least one coding, over all of their characters; "
    "the interviewer's words, headings and printed questions count on neither side."
)


class Coverage:
    """The calls that say what has been indexed and what has not."""

    _work: Work

    def coverage(self, filters: Filters = EVERYTHING) -> Table:
        """Each source: characters said by participants, indexed, their share (0 to 1), codings, coders.

        Raises NotFound or Ambiguous for names that do not fit.
        """
        with self._work.read() as reader:
            gathering = Gathering(reader, filters, self._work.person_name)
            codings = list(gathering.codings())
            said = _said(reader, gathering.scope.texts)
            names = Names(reader, gathering.scope.texts)
        found = coverage(said, _segments(codings))
        here = Counter(coding.source for coding in codings)
        coders: dict[Key, set[str]] = {}
        for coding in codings:
            coders.setdefault(coding.source, set()).add(names.people[coding.coder])
        rows = []
        for text in gathering.scope.texts:
            covered = found.get(text.version)
            length, indexed = (0, 0) if covered is None else (covered.said, covered.indexed)
            share = None if covered is None or covered.share is None else round(covered.share, 4)
            who = "; ".join(sorted(coders.get(text.source, ())))
            rows.append((text.name, length, indexed, share, here[text.source], who))
        columns = ("source", "characters", "indexed", "share", "codings", "coders")
        return Table(columns, tuple(rows), "Coverage", NOTE)

    def unindexed(self, source: str | None = None, filters: Filters = EVERYTHING, *, shortest: int = 1) -> Table:
        """The stretches of participants' words that no coding touches, with their words.

        source: one source, None for all that the filters leave. shortest: characters below which a stretch is
        left out; white space alone always is. Raises NotFound or Ambiguous.
        """
        named = filters if source is None else replace(filters, source=(source,))
        with self._work.read() as reader:
            gathering = Gathering(reader, named, self._work.person_name)
            texts = gathering.scope.texts
            parts = queries.parts(reader.connection, [text.version for text in texts])
            bare = unindexed(said_in(parts), _segments(list(gathering.codings())))
            bodies = queries.bodies(reader.connection, [text.version for text in texts])
            stretches = _with_words(bare, texts, bodies, shortest)
            voices = Voices(reader, ((texts[at].version, start, end) for at, start, end, _ in stretches))
        rows = []
        for at, start, end, words in stretches:
            place = voices.place(texts[at].version, start)
            rows.append((texts[at].name, place.part, clock(place.from_ms), place.label, start, end, words))
        columns = ("source", "part", "time", "speaker", "start", "end", "words")
        return Table(columns, tuple(rows), "Not indexed", NOTE)


def _segments(codings: Sequence[CodingRow]) -> Intervals:
    return intervals(
        [coding.version for coding in codings],
        [coding.start for coding in codings],
        [coding.end for coding in codings],
    )


def _said(reader: Reader, texts: Sequence[Text]) -> Intervals:
    return said_in(queries.parts(reader.connection, [text.version for text in texts]))


def said_in(parts: Sequence[PartRow]) -> Intervals:
    """What participants said, by version: from the beginning of a part's words to its end."""
    labelled = {part.version for part in parts if part.label is not None}
    kept = [
        part
        for part in parts
        if part.end > part.words
        and counts_as_said(
            PartKind(part.kind),
            part.label,
            None if part.role is None else SpeakerRole(part.role),
            labelled=part.version in labelled,
        )
    ]
    return intervals([part.version for part in kept], [part.words for part in kept], [part.end for part in kept])


def _with_words(
    bare: Intervals, texts: Sequence[Text], bodies: dict[Key, str], shortest: int
) -> list[tuple[int, int, int, str]]:
    """The stretches without white space around them: place of the text in the list, start, end, words."""
    place = {text.version: at for at, text in enumerate(texts)}
    found: list[tuple[int, int, int, str]] = []
    for version, start, end in zip(bare.group.tolist(), bare.start.tolist(), bare.end.tolist(), strict=True):
        words = bodies[version][start:end]
        first = start + len(words) - len(words.lstrip())
        trimmed = words.strip()
        if len(trimmed) >= max(shortest, 1):
            found.append((place[version], first, first + len(trimmed), trimmed))
    return sorted(found)
