"""The disagreements of a round with their words, as a team talks about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trellis.analysis.table import Table
from trellis.core.coding import Coding
from trellis.core.disagreement import Difference, Outcome, SettledCoding, Standing, stands
from trellis.core.framework import FrameworkVersion, Theme
from trellis.core.keys import Key
from trellis.core.numbering import numbered_themes
from trellis.core.segment import Segment
from trellis.core.source import Source, Version
from trellis.core.study import Person
from trellis.core.turns import clock
from trellis.store.reader import Reader
from trellis.study.comparing import Found, Past, RoundCompared, Settled, now_in
from trellis.study.settling import ITEM
from trellis.study.voices import Voices

BEFORE, AFTER = 300, 150
"""Code points of the text around the words that are shown: a question is worth more than what comes after."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A theme as the framework version of the round words it."""

    theme: Key
    number: str
    name: str
    definition: str
    include: str
    exclude: str
    example: str

    @property
    def label(self) -> str:
        """Number and name."""
        return f"{self.number} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Chosen:
    """One coding: who put which words under which theme. start, end: code points. stands: once it is settled."""

    coding: Key
    coder: str
    theme: Key
    label: str
    start: int
    end: int
    words: str
    note: str
    stands: bool = True


@dataclass(frozen=True, slots=True)
class Decision:
    """How a disagreement was settled. at: ms since 1970, UTC. then: the codings as they were."""

    outcome: Outcome
    adopted: str
    reason: str
    by: str
    at: int
    then: tuple[Chosen, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Some words that coders of a round read differently, with all that a team needs to talk about them.

    number: in the list; it stays when others are settled. about: what `settle` takes as well. difference: None for
    one that is settled and shows no more.
    coders: who has indexed anything in the source, and so has read it. silent: those of them who indexed none of it.
    before, words, after: the text; start, end: code points of the words.
    chosen: what is in dispute; shared: what they agree on there.
    """

    number: int
    about: Key
    source: str
    difference: Difference | None
    standing: Standing
    start: int
    end: int
    before: str
    words: str
    after: str
    speaker: str
    part: int | None
    from_ms: int | None
    chosen: tuple[Chosen, ...]
    shared: tuple[Chosen, ...]
    coders: tuple[str, ...]
    silent: tuple[str, ...]
    definitions: tuple[Definition, ...]
    decision: Decision | None

    def read_by(self, coder: str) -> str:
        """What a coder chose, as a list of themes; "not indexed" for nothing, "" if they have not read the source."""
        if coder not in self.coders:
            return ""
        themes = [chosen.label for chosen in (*self.shared, *self.chosen) if chosen.coder == coder]
        return "; ".join(dict.fromkeys(sorted(themes))) or "not indexed"

    @property
    def item(self) -> str:
        """What `settle` takes, whatever becomes of the numbers."""
        return f"{ITEM}{self.about}"

    @property
    def outcome(self) -> str:
        """How it was settled, in a few words; "" if it is open."""
        if self.decision is None:
            return ""
        adopted = f"{self.decision.adopted} adopted"
        return adopted if self.decision.outcome is Outcome.ADOPTED else self.decision.outcome.value


@dataclass(frozen=True, slots=True)
class Disagreements:
    """The disagreements of a round, in order of source and place, with those that are settled and show no more.

    beside: the round that the second reading was taken from, "" where the round has it. single: sources that one
    coder alone has indexed, so that nothing could be compared. agreed: stretches under a theme on which all agree.
    earlier: codings on an earlier text of their source. tolerance: code points that bounds may differ by.
    """

    round: str
    beside: str
    framework: str
    coders: tuple[str, ...]
    sources: tuple[str, ...]
    single: tuple[str, ...]
    agreed: int
    earlier: int
    tolerance: int
    items: tuple[Disagreement, ...]

    @property
    def note(self) -> str:
        """What a reader must know of how the list was made."""
        pieces = [
            f"{self.agreed} stretches are indexed alike; bounds within {self.tolerance} characters count as alike."
        ]
        if self.beside:
            pieces.append(f"The other reading is taken from “{self.beside}”.")
        if self.single:
            pieces.append(f"{len(self.single)} sources were indexed by one coder alone and cannot be compared.")
        if self.earlier:
            pieces.append(f"{self.earlier} codings wait on an earlier text of their source (trellis correct --review).")
        return " ".join(pieces)

    def table(self) -> Table:
        """One row a disagreement, one column a coder."""
        heads = ("number", "source", "part", "time", "speaker", "words", *(f"{coder} chose" for coder in self.coders))
        rows = tuple(
            (
                item.number,
                item.source,
                item.part,
                clock(item.from_ms),
                item.speaker,
                item.words,
                *(item.read_by(coder) for coder in self.coders),
                None if item.difference is None else item.difference.value,
                item.standing.value,
                item.outcome,
                "" if item.decision is None else item.decision.reason,
                "" if item.decision is None else item.decision.by,
                item.item,
            )
            for item in self.items
        )
        more = ("differs", "state", "outcome", "reason", "settled by", "item")
        return Table((*heads, *more), rows, f"Disagreements in “{self.round}”", self.note)


def disagreements_of(reader: Reader, compared: RoundCompared) -> Disagreements:
    """The disagreements with their words, context, definitions and what was settled."""
    telling = _Telling(reader, compared)
    double = [sheet for sheet in compared.sheets if sheet.is_double]
    items = [telling.found(found) for found in compared.found]
    items += [telling.past(past) for past in compared.past]
    coders = {k for sheet in double for k in sheet.coders}
    return Disagreements(
        round=compared.round.name,
        beside="" if compared.beside is None else compared.beside.name,
        framework=telling.framework,
        coders=tuple(sorted(telling.people[k] for k in coders)),
        sources=tuple(sheet.source.name for sheet in double),
        single=tuple(sheet.source.name for sheet in compared.sheets if not sheet.is_double),
        agreed=sum(len(sheet.compared.agreed) for sheet in double),
        earlier=compared.earlier,
        tolerance=compared.tolerance,
        items=tuple(sorted(items, key=lambda item: item.number)),
    )


class _Telling:
    """Names, texts and definitions of one state of the study."""

    def __init__(self, reader: Reader, compared: RoundCompared) -> None:
        self._reader = reader
        self.people = {person.k: person.name for person in reader.all(Person)}
        self._definitions, self.framework = _definitions(reader, compared)
        self._texts: dict[Key, str] = {}
        self._sheets = {sheet.source.k: sheet for sheet in compared.sheets}
        spots = [(found.source.current, found.spot.start, found.spot.end) for found in compared.found]
        sources = {past.source.k for past in compared.past}
        gone = [
            (reader.get(Source, k).current, 0, reader.get(Version, reader.get(Source, k).current).length)
            for k in sources
        ]
        self._voices = Voices(reader, [*spots, *gone])

    def _text(self, version: Key) -> str:
        if version not in self._texts:
            self._texts[version] = self._reader.text(self._reader.get(Version, version).sha)
        return self._texts[version]

    def found(self, found: Found) -> Disagreement:
        """A disagreement as it stands."""
        sheet, spot = self._sheets[found.source.k], found.spot
        shared = [sheet.codings[mark.k] for cluster in spot.shared for mark in cluster.marks]
        settled = found.settled if found.standing is Standing.SETTLED else None
        chosen = tuple(self._chosen(coding, settled) for coding in found.codings)
        there = {coding.coder for coding in (*found.codings, *shared)}
        return self._told(
            number=found.number,
            about=found.about,
            source=found.source,
            stretch=(found.source.current, spot.start, spot.end),
            difference=spot.difference,
            standing=found.standing,
            chosen=chosen,
            shared=tuple(self._chosen(coding, None) for coding in shared),
            coders=tuple(sorted(self.people[k] for k in sheet.coders)),
            silent=tuple(sorted(self.people[k] for k in sheet.coders if k not in there)),
            settled=found.settled,
        )

    def past(self, past: Past) -> Disagreement:
        """One that was settled and shows no more, as it was then."""
        sheet = self._sheets.get(past.source.k)
        read = {s.coder for s in past.settled.codings} | set(() if sheet is None else sheet.coders)
        return self._told(
            number=past.number,
            about=past.settled.settlement.about,
            source=past.source,
            stretch=(past.source.current, past.start, past.end),
            difference=None,
            standing=Standing.SETTLED,
            chosen=self._then(past.settled),
            shared=(),
            coders=tuple(sorted(self.people[k] for k in read)),
            silent=(),
            settled=past.settled,
        )

    def _told(
        self,
        *,
        number: int,
        about: Key,
        source: Source,
        stretch: tuple[Key, int, int],
        difference: Difference | None,
        standing: Standing,
        chosen: tuple[Chosen, ...],
        shared: tuple[Chosen, ...],
        coders: tuple[str, ...],
        silent: tuple[str, ...],
        settled: Settled | None,
    ) -> Disagreement:
        version, start, end = stretch
        text, place = self._text(version), self._voices.place(version, start)
        themes = dict.fromkeys(one.theme for one in (*chosen, *shared))
        definitions = sorted((self._definitions[k] for k in themes), key=lambda one: one.label)
        return Disagreement(
            number,
            about,
            source.name,
            difference,
            standing,
            start,
            end,
            _from_a_word(text[max(0, start - BEFORE) : start], cut=start > BEFORE),
            text[start:end],
            _to_a_word(text[end : end + AFTER], cut=end + AFTER < len(text)),
            place.label or "",
            place.part,
            place.from_ms,
            chosen,
            shared,
            coders,
            silent,
            tuple(definitions),
            None if settled is None else self._decision(settled),
        )

    def _chosen(self, coding: Coding, settled: Settled | None) -> Chosen:
        source = self._sheets[coding.source].source
        decided = settled is None or stands(settled.settlement, coding.coder)
        return self._put(source, (coding.version, coding.start, coding.end), coding, (coding.k, coding.note, decided))

    def _then(self, settled: Settled) -> tuple[Chosen, ...]:
        """The codings as they were when it was settled, in the text as it is read now."""
        ordered = sorted(settled.codings, key=lambda one: (one.start, one.end, one.theme, one.coding))
        source = self._reader.get(Source, settled.settlement.source)
        return tuple(
            self._put(
                source, (one.version, one.start, one.end), one, (one.coding, "", stands(settled.settlement, one.coder))
            )
            for one in ordered
        )

    def _put(
        self,
        source: Source,
        stretch: tuple[Key, int, int],
        coding: Coding | SettledCoding,
        more: tuple[Key, str, bool],
    ) -> Chosen:
        version, first, last = stretch
        place = now_in(self._reader, source, version, Segment(first, last)) or Segment(0, 0)
        return Chosen(
            coding=more[0],
            coder=self.people[coding.coder],
            theme=coding.theme,
            label=self._definitions[coding.theme].label,
            start=place.start,
            end=place.end,
            words=place.words(self._text(source.current)),
            note=more[1],
            stands=more[2],
        )

    def _decision(self, settled: Settled) -> Decision:
        said = settled.settlement
        adopted = "" if said.adopted is None else self.people[said.adopted]
        return Decision(said.outcome, adopted, said.reason, self.people[said.by], said.at, self._then(settled))


def _definitions(reader: Reader, compared: RoundCompared) -> tuple[dict[Key, Definition], str]:
    """Every theme as the round's codings knew it, as it is now where that version has it not; and the version's name.

    The newest version that a coding was made under counts, since a round may go on after its framework moved.
    """
    themes = reader.all(Theme)
    numbers = {theme.k: number for number, theme in numbered_themes(themes)}
    found = {
        theme.k: Definition(
            theme.k, numbers.get(theme.k, ""), theme.name, theme.definition, theme.include, theme.exclude, theme.example
        )
        for theme in themes
    }
    under = {coding.framework_version for sheet in compared.sheets for coding in sheet.codings.values()}
    versions = [version for version in reader.all(FrameworkVersion) if version.k in under]
    named = max(versions, key=lambda version: version.number, default=None)
    if named is None:
        return found, ""
    for k, _, number, name, definition, include, exclude, example, _ in named.themes:
        found[k] = Definition(k, number, name, definition, include, exclude, example)
    return found, named.name


def _from_a_word(text: str, *, cut: bool) -> str:
    """The end of a text from the beginning of a word on."""
    return text.partition(" ")[2] if cut else text


def _to_a_word(text: str, *, cut: bool) -> str:
    """The beginning of a text up to the end of a word."""
    return text.rpartition(" ")[0] if cut else text


def only(items: Iterable[Disagreement], *, standing: str | None, source: str | None) -> tuple[Disagreement, ...]:
    """Those in a state ("open" takes what was reopened with it) and of a source; None for any."""
    states = {Standing.OPEN, Standing.REOPENED} if standing == Standing.OPEN.value else {standing}
    return tuple(
        item
        for item in items
        if (standing is None or item.standing in states) and (source is None or item.source == source)
    )
