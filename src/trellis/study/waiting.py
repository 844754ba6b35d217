"""What rules and searches suggest and nobody has settled yet, over all sources."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.analysis.table import Table
from trellis.core.coding import Rule, Suggestion
from trellis.core.source import Source
from trellis.core.turns import clock
from trellis.store.queries import texts
from trellis.store.reader import Reader
from trellis.study.derivation_package import below
from trellis.study.resolve import source_named, theme_given
from trellis.study.suggestion_states import theme_words, waiting_of
from trellis.study.voices import Voices
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class Waits:
    """A suggestion that waits. part: number of its turn; time: into the recording, ""; speaker: "" if none is told."""

    suggestion: Suggestion
    rule: str
    source: str
    part: int | None
    time: str | None
    speaker: str
    words: str


class WaitingSuggestions:
    """The calls on all suggestions that wait."""

    _work: Work

    def waiting(self, *, theme: str | None = None, source: str | None = None) -> list[Waits]:
        """Every suggestion that waits, theme by theme in the framework's order and then by source and place.

        Those of texts that have been corrected since are left out: their rule is to be run again. theme: with all
        below it. Raises NotFound, Ambiguous.
        """
        with self._work.read() as reader:
            found = waiting_of(reader, self._work.person_name)
            if theme is not None:
                themes = below(reader, [theme_given(reader, theme).k])
                found = [one for one in found if one.theme in themes]
            if source is not None:
                only = source_named(reader, source).k
                found = [one for one in found if one.source == only]
            return _told(reader, found)

    def waiting_listing(self, *, theme: str | None = None, source: str | None = None) -> Table:
        """The same as a table; the first column is the number by which a suggestion is accepted or rejected."""
        found = self.waiting(theme=theme, source=source)
        with self._work.read() as reader:
            called = theme_words(reader)
        rows = tuple(
            (
                one.suggestion.k,
                one.rule,
                one.source,
                one.part,
                one.time,
                one.speaker,
                one.words,
                called[one.suggestion.theme],
            )
            for one in found
        )
        columns = ("suggestion", "rule", "source", "part", "time", "speaker", "words", "theme")
        return Table(columns, rows, "Suggestions that wait")


def _told(reader: Reader, found: list[Suggestion]) -> list[Waits]:
    rules = {rule.k: rule.name for rule in reader.all(Rule)}
    names = {source.k: source.name for source in reader.all(Source)}
    voices = Voices(reader, ((one.version, one.start, one.end) for one in found))
    bodies = texts.bodies(reader.connection, dict.fromkeys(one.version for one in found))
    told = []
    for one in found:
        at = voices.place(one.version, one.start)
        words = bodies[one.version][one.start : one.end]
        told.append(Waits(one, rules[one.rule], names[one.source], at.part, clock(at.from_ms), at.label or "", words))
    return told
