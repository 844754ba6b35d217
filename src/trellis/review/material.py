"""What the rules look at: manuscript, quotations, transcripts, sample, and what the user has settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from trellis.core.document import PartKind
from trellis.core.review import SourceWords, Spot
from trellis.core.segment import Segment
from trellis.review.attributions import ROLE_NOUNS, Lexicon
from trellis.review.matching import Finder, Placed, Reading
from trellis.review.people import Sample, tokens_of
from trellis.review.prose import Prose, Section, SectionKind
from trellis.review.quotations import Quotation
from trellis.review.tidying import left_unmarked

DEFAULT_K = 2
_ROLE_HEADS = frozenset({"role", "post", "position", "job", "job title", "profession", "occupation"})


@dataclass(frozen=True, slots=True)
class Waiver:
    """A remark that somebody lets stand. check: its check's id, or its key; words: part of the spot, "" for all."""

    check: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has settled about a review.

    k: people who must share an attribution. order: attributes in the order in which they may be coarsened, empty for
    that of the sample. groups: of an attribute, wider values by value. population: post-holders by value of an
    attribute. waivers: remarks that are let stand.
    """

    k: int = DEFAULT_K
    order: tuple[str, ...] = ()
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    population: tuple[tuple[str, int], ...] = ()
    waivers: tuple[Waiver, ...] = field(default=())


@dataclass(frozen=True)
class Material:
    """Everything that the rules of a review may ask about."""

    prose: Prose
    finder: Finder
    sample: Sample
    lexicon: Lexicon
    quotations: tuple[Quotation, ...]
    settings: Settings = Settings()

    @cached_property
    def speakers(self) -> dict[int, frozenset[int]]:
        """For each quotation by its number, the people who may have said it: by its words, else by its attribution."""
        return {quotation.n: self._speakers(quotation) for quotation in self.quotations}

    def _speakers(self, quotation: Quotation) -> frozenset[int]:
        found = self.heard(quotation)
        if found:
            who = quotation.ascribed.attribution
            fitting = frozenset(person for person in found if who.fits(self.sample, person))
            return fitting or found
        return quotation.ascribed.attribution.people

    def heard(self, quotation: Quotation) -> frozenset[int]:
        """The people in whose turns the words stand, over all equally good readings; empty where nobody is known."""
        people: set[int] = set()
        for reading in quotation.readings:
            for placed in reading.placed:
                turn = self.finder.turn(placed)
                if turn is not None and turn.person is not None and not turn.is_asking:
                    people.add(turn.person)
        return frozenset(people)

    def likeliest(self, quotation: Quotation) -> Reading | None:
        """Of equally good readings the first one in whose turns somebody speaks whom the attribution fits."""
        for reading in quotation.readings:
            turns = [self.finder.turn(placed) for placed in reading.placed]
            people = {turn.person for turn in turns if turn is not None and turn.person is not None}
            if any(quotation.ascribed.attribution.fits(self.sample, person) for person in people):
                return reading
        return next(iter(quotation.readings), None)

    def speaker(self, quotation: Quotation) -> int | None:
        """The one person who said it, None where that is not certain."""
        found = self.speakers[quotation.n]
        return next(iter(found)) if len(found) == 1 else None

    @cached_property
    def left_unmarked(self) -> frozenset[str]:
        """The words that the methods say are left out of quotations without a mark."""
        return left_unmarked(self.prose)

    @property
    def in_findings(self) -> tuple[Quotation, ...]:
        """The quotations printed where findings are reported."""
        kinds = {SectionKind.FINDINGS, SectionKind.DISCUSSION}
        return tuple(quotation for quotation in self.quotations if quotation.section in kinds)

    def authors_words(self, stretch: Segment) -> str:
        """A stretch of the manuscript with quotations and their attributions blanked out, code point for code point."""
        known = self._authors_words
        if stretch not in known:
            known[stretch] = self._without_others(stretch)
        return known[stretch]

    @cached_property
    def _authors_words(self) -> dict[Segment, str]:
        return {}

    def _without_others(self, stretch: Segment) -> str:
        letters = list(self.prose.manuscript.text[stretch.start : stretch.end])
        for start, end in self._of_others:
            low, high = max(start, stretch.start), min(end, stretch.end)
            if low < high:
                letters[low - stretch.start : high - stretch.start] = " " * (high - low)
        return "".join(letters).replace("\n", " ")

    @cached_property
    def _of_others(self) -> list[tuple[int, int]]:
        found = [(quotation.start, quotation.end) for quotation in self.quotations]
        told = [quotation.ascribed for quotation in self.quotations if quotation.ascribed.is_explicit]
        return [*found, *((ascribed.start, ascribed.end) for ascribed in told)]

    def sentences(self, *kinds: SectionKind) -> Iterator[Segment]:
        """The sentences of the authors' own prose in sections that do these things; footnotes and blocks left out."""
        for passage in self.prose.manuscript.passages:
            if passage.kind not in {PartKind.PARAGRAPH, PartKind.LIST_ITEM} or passage.is_quoted:
                continue
            if self.prose.section(passage.start).kind in kinds:
                yield from self.prose.sentences(passage.start, passage.end)

    def claimed(self, quotation: Quotation) -> str:
        """The authors' words of the sentence that a quotation belongs to, "" where there is none."""
        return self.authors_words(quotation.claim) if quotation.claim is not None else ""

    @property
    def role_attributes(self) -> frozenset[str]:
        """The attributes whose values say what people are, by their nouns."""
        return frozenset(
            attribute
            for attribute, values in self.sample.values.items()
            if attribute.casefold() in _ROLE_HEADS or any(ROLE_NOUNS & set(tokens_of(value)) for value in values)
        )

    def spot(self, quotation: Quotation) -> Spot:
        """A quotation as a spot."""
        return self.prose.spot(quotation.start, quotation.end)

    def attribution_spot(self, quotation: Quotation) -> Spot:
        """A quotation's attribution as a spot; the quotation where it has none of its own."""
        ascribed = quotation.ascribed
        if not ascribed.is_explicit:
            return self.spot(quotation)
        return self.prose.spot(ascribed.start, ascribed.end)

    def source_words(self, placed: Placed, change: str = "") -> SourceWords:
        """The sentence or sentences of the transcript in which a piece stands."""
        transcript = self.finder.transcript(placed)
        turn = self.finder.turn(placed)
        words = " ".join(transcript.sentence(placed.start, placed.end).split())
        return SourceWords(transcript.name, turn.n if turn else None, self.voice(placed), words, change)

    def voice(self, placed: Placed) -> str:
        """Whose turn a piece stands in, for people: the interviewer's, or a person's with what the sample says."""
        turn = self.finder.turn(placed)
        if turn is None:
            return ""
        if turn.is_asking:
            return "interviewer"
        return self.told(turn.person) if turn.person is not None else turn.voice

    def told(self, person: int) -> str:
        """A person with the values of the sample's first attributes."""
        who = self.sample.people[person]
        values = [value for attribute in self.sample.attributes[:3] for value in who.of(attribute)[:1]]
        return ", ".join([who.name, *values])

    def values_of(self, people: Iterable[int], attribute: str) -> frozenset[str]:
        """All values that some people have of an attribute."""
        return frozenset(value for person in people for value in self.sample.people[person].of(attribute))

    def quotations_in(self, section: Section) -> tuple[Quotation, ...]:
        """The quotations of a section."""
        return tuple(q for q in self.quotations if section.start <= q.start < section.end)
