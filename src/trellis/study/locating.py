"""From what somebody gives (a quotation, turns, offsets) to a segment of a source's current text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile, takewhile

from rapidfuzz.distance import Levenshtein, Opcode
from rapidfuzz.fuzz import partial_ratio_alignment

from trellis.core.document import PartKind
from trellis.core.errors import Ambiguous, Invalid, QuoteNotFound
from trellis.core.keys import Key
from trellis.core.quote import MOST_PLACES, Quotable, folded_for_quoting
from trellis.core.segment import Segment
from trellis.core.source import Source, StoredPart, Version
from trellis.core.turns import clock, part_at, part_numbers, stretch_of
from trellis.store.reader import Reader
from trellis.study.resolve import current_text

_NEAR_ENOUGH = 60.0  # percent alike, below which a "nearest place" would only mislead
_SHOWN_CHARACTERS = 120
_SHOWN_PLACES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A stretch as people give it: a quotation (narrowed to turns where given too), turns, or offsets.

    start, end: code points in the current text, or in a version of it (by key). turns: part numbers, "43" or "43-45".
    """

    quote: str | None = None
    start: int | None = None
    end: int | None = None
    turns: str | None = None
    version: Key | None = None


@dataclass(frozen=True)
class Reading:
    """A source's current text with its parts, in which several things can be located."""

    source: Source
    version: Version
    text: str
    parts: tuple[StoredPart, ...]

    @cached_property
    def quotable(self) -> Quotable:
        """The text as quotations are looked up in it."""
        return Quotable(self.text)

    def segment(self, where: Where) -> Segment:
        """The segment that is meant. Raises Invalid, OutOfRange, NotFound, QuoteNotFound or Ambiguous."""
        if where.quote is not None and where.quote.strip():
            return self._quoted(where.quote, where.turns)
        if where.start is not None and where.end is not None:
            return Segment(where.start, where.end).within(len(self.text))
        if where.turns is not None:
            return stretch_of(self.parts, *part_numbers(where.turns)).within(len(self.text))
        message = "nothing says which words are meant; give a quote, a turn (43 or 43-45), or start and end"
        raise Invalid(message)

    def _quoted(self, quote: str, turns: str | None) -> Segment:
        places = self.quotable.places(quote)
        if turns is not None:
            held = stretch_of(self.parts, *part_numbers(turns))
            places = tuple(place for place in places if place.start < held.end and held.start < place.end)
        if len(places) == 1:
            return places[0]
        if places:
            raise Ambiguous(self._several(quote, places))
        raise QuoteNotFound(self._missing(quote, turns))

    def _several(self, quote: str, places: tuple[Segment, ...]) -> str:
        listed = "; ".join(self.place_in_words(place.start) for place in places[:_SHOWN_PLACES])
        more = " and elsewhere" if len(places) > _SHOWN_PLACES else ""
        count = f"{MOST_PLACES} times or more" if len(places) == MOST_PLACES else f"{len(places)} times"
        return (
            f"“{_short(quote)}” stands {count} in {self.source.name}: {listed}{more}; "
            "quote more words, name the turn, or give start and end"
        )

    def place_in_words(self, at: int) -> str:
        """Where a code point is: turn, time where known, and its offset."""
        part = part_at(self.parts, at)
        if part is None:
            return f"character {at}"
        time = clock(part.from_ms)
        return f"turn {part.n}{f' at {time}' if time else ''} (character {at})"

    def _missing(self, quote: str, turns: str | None) -> str:
        within = f", turn {turns}" if turns else ""
        told = f"“{_short(quote)}” does not stand in {self.source.name}{within}"
        near = self._nearest(quote)
        if near is None:
            return f"{told}, nor anything like it; check the source's name, or copy the words from the transcript"
        words = near.words(self.text)
        return (
            f"{told}; nearest is {self.place_in_words(near.start)}: “{_short(words)}”"
            f"{_first_difference(quote, words)}; quote the words as they stand there"
        )

    def _nearest(self, quote: str) -> Segment | None:
        bare = folded_for_quoting(quote).text.strip()
        folded = self.quotable.folded
        if not bare or not folded.text:
            return None
        found = partial_ratio_alignment(bare.casefold(), folded.text.casefold(), score_cutoff=_NEAR_ENOUGH)
        # Where casefolding lengthens a text (ß), the place may be off by a few characters: it is only shown.
        if found is None or found.dest_end <= found.dest_start:
            return None
        place = folded.original(min(found.dest_start, len(folded.text)), min(found.dest_end, len(folded.text)))
        return self._within_turn(place) if len(place) > 0 else None

    def _within_turn(self, place: Segment) -> Segment:
        """The place without what runs over into the next turn."""
        part = part_at(self.parts, place.start)
        return place if part is None or part.end <= place.start else Segment(place.start, min(place.end, part.end))


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHOWN_CHARACTERS else flat[: _SHOWN_CHARACTERS - 1] + "…"


def _first_difference(quote: str, words: str) -> str:
    """How the first words that differ were given and how they stand; nothing where they only go on longer."""
    given, standing = quote.split(), words.split()
    bare = [[_bare(word) for word in side] for side in (given, standing)]
    inner = [
        step for step in Levenshtein.opcodes(*bare) if not (step.tag == "insert" and step.src_start in {0, len(given)})
    ]
    steps = list(takewhile(_differs, dropwhile(lambda step: not _differs(step), inner)))
    if not steps:
        return ""
    one = " ".join(given[steps[0].src_start : steps[-1].src_end])
    other = " ".join(standing[steps[0].dest_start : steps[-1].dest_end])
    return f" (there stands {_or_nothing(other)} where {_or_nothing(one)} is given)"


def _differs(step: Opcode) -> bool:
    return bool(step.tag != "equal")


def _bare(word: str) -> str:
    return "".join(letter for letter in folded_for_quoting(word).text.casefold() if letter.isalnum())


def _or_nothing(words: str) -> str:
    return f"“{_short(words)}”" if words else "nothing"


def reading_of(reader: Reader, source: Source) -> Reading:
    """The source's current text and parts."""
    version, text = current_text(reader, source)
    parts = tuple(part for part in reader.all(StoredPart, version=version.k) if part.kind is not PartKind.PAGE)
    return Reading(source, version, text, parts)
