"""The quotations of a manuscript: found, read, looked up in the transcripts, and with whom they are ascribed to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from trellis.core.document import PartKind
from trellis.core.manuscript import Passage
from trellis.core.segment import Segment
from trellis.review.ascribing import Ascribed, Ascriber
from trellis.review.attributions import Lexicon
from trellis.review.matching import Finder, Placed, Reading
from trellis.review.pieces import Piece, pieces_of
from trellis.review.prose import Prose, SectionKind
from trellis.review.quote_marks import quoted_in


class Form(StrEnum):
    """How a quotation is set."""

    BLOCK = "block"
    INLINE = "inline"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a quotation. start, end: its words; outer_end: behind its closing mark."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    form: Form
    passage: Passage
    is_marked: bool = True
    cell: Segment | None = None
    row: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that the manuscript prints as somebody's.

    claim: the sentence that they stand in, or that leads to them. readings: how they come out of the transcripts, all
    equally good; empty where they stand nowhere, `nearest` being the place most like them.
    """

    n: int
    start: int
    end: int
    form: Form
    passage: Passage
    pieces: tuple[Piece, ...]
    ascribed: Ascribed
    claim: Segment | None
    section: SectionKind
    path: tuple[str, ...]
    readings: tuple[Reading, ...] = ()
    nearest: Placed | None = None

    @property
    def length(self) -> int:
        """Words, those in brackets aside."""
        return sum(len(piece.words) for piece in self.pieces)


_CAPTION = re.compile(r"\s*(?:Table|Figure|Fig\.|Box|Appendix)\s+[A-Z]?\d+\b", re.IGNORECASE)
FEWEST_WORDS = 4
"""Words from which a quotation without an attribution is taken for somebody's words and not for a term."""

_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|me|my)\b")
_TERM_WORDS = 8
_PLAIN_SHARE = 0.75
_PLAIN_WORDS = 8


class QuotationFinder:
    """Finds the quotations of one manuscript."""

    def __init__(self, prose: Prose, finder: Finder, lexicon: Lexicon) -> None:
        self.prose, self.finder = prose, finder
        self.manuscript = prose.manuscript
        self.ascriber = Ascriber(prose, lexicon)

    def quotations(self) -> tuple[Quotation, ...]:
        """Every quotation of what people said, in order; not terms, titles, and the words of the literature."""
        made = [(found, c) for c in self._candidates() if (found := self._quotation(c)) is not None]
        made.sort(key=lambda pair: (_precedence(*pair), pair[0].start, -pair[0].end))
        kept: list[Quotation] = []
        for quotation, _ in made:
            if all(quotation.end <= other.start or other.end <= quotation.start for other in kept):
                kept.append(quotation)
        kept.sort(key=lambda quotation: quotation.start)
        return tuple(replace(quotation, n=n) for n, quotation in enumerate(kept, start=1))

    def _candidates(self) -> Iterator[Candidate]:
        for passage in self.manuscript.passages:
            if self.prose.section(passage.start).kind is SectionKind.REFERENCES:
                continue
            if passage.kind is PartKind.TABLE:
                yield from self._in_table(passage)
            elif passage.kind is PartKind.FOOTNOTE:
                yield from self._marked(passage, Segment(passage.start, passage.end), Form.INLINE, ())
            else:
                yield from self._in_prose(passage)

    def _in_table(self, passage: Passage) -> Iterator[Candidate]:
        for row in passage.rows:
            for cell in row:
                yield from self._marked(passage, cell, Form.CELL, row)
                if len(cell):
                    yield Candidate(
                        cell.start, cell.end, cell.start, cell.end, Form.CELL, passage, False, cell, row
                    )  # fmt: skip

    def _in_prose(self, passage: Passage) -> Iterator[Candidate]:
        stretch = Segment(passage.start, passage.end)
        marked = list(self._marked(passage, stretch, Form.INLINE, ()))
        whole = marked and marked[0].outer_start == passage.start and self._ends_with(passage, marked[-1].outer_end)
        if whole and len(marked) == 1:
            yield replace(marked[0], form=Form.BLOCK)
            return
        voices = self.ascriber.dialogue(passage)
        if voices:
            yield from (Candidate(v.start, v.end, v.start, v.end, Form.BLOCK, passage) for v in voices)
            return
        if passage.is_quoted:
            body = self.ascriber.body_of(passage)
            yield Candidate(body.start, body.end, body.start, body.end, Form.BLOCK, passage)
            return
        yield from marked
        if _CAPTION.match(self.manuscript.text, passage.start):
            return
        yield from self._emphasised(passage)
        if passage.kind is not PartKind.HEADING and not any(self.ascriber.is_asked(one) for one in marked):
            body = self.ascriber.body_of(passage)
            apart = not marked and self.ascriber.stands_apart(passage)
            yield Candidate(body.start, body.end, body.start, body.end, Form.BLOCK, passage, is_marked=apart)

    def _ends_with(self, passage: Passage, at: int) -> bool:
        """Whether nothing but an attribution follows in the passage."""
        rest = self.manuscript.text[at : passage.end].strip()
        return len(rest) <= 1 or self.ascriber.is_trailer(rest)

    def _marked(self, passage: Passage, stretch: Segment, form: Form, row: tuple[Segment, ...]) -> Iterator[Candidate]:
        for found in quoted_in(self.manuscript.text, stretch.start, stretch.end):
            end = found.end
            if not found.is_closed:
                end = self.ascriber.body_of(passage).end
            cell = stretch if form is Form.CELL else None
            yield Candidate(
                found.start,
                end,
                found.outer_start,
                max(end, found.outer_end if found.is_closed else end),
                form,
                passage,
                True,
                cell,
                row,
            )

    def _emphasised(self, passage: Passage) -> Iterator[Candidate]:
        if passage.kind is PartKind.HEADING:
            return
        body = self.ascriber.body_of(passage)
        for run in self.manuscript.emphasis:
            if passage.start <= run.start and run.end <= passage.end:
                whole = run.start <= body.start and run.end >= body.end
                form, words = (Form.BLOCK, body) if whole else (Form.INLINE, run)
                yield Candidate(words.start, words.end, words.start, words.end, form, passage, whole)

    def _quotation(self, candidate: Candidate) -> Quotation | None:
        pieces = pieces_of(self.manuscript.text, candidate.start, candidate.end)
        length = sum(len(piece.words) for piece in pieces)
        if not length or (not candidate.is_marked and length < _PLAIN_WORDS):
            return None
        if not candidate.is_marked and not self._is_likely(pieces):
            return None
        ascribed = self.ascriber.ascribed(candidate)
        if ascribed.is_asking:
            return None
        readings = self.finder.readings(pieces)
        if readings and not _is_enough(readings[0], length, candidate, ascribed):
            readings = []
        if readings and not candidate.is_marked and not _begins_there(readings[0]):
            readings = []
        if readings and candidate.outer_start == candidate.start and self._is_question(readings):
            return None
        if readings and length < FEWEST_WORDS and not _is_named(ascribed, length):
            return None
        if ascribed.is_of_document and not (readings and readings[0].equal == length):
            return None
        if not readings and not self._is_somebodys(candidate, ascribed, length):
            return None
        section = self.prose.section(candidate.start)
        nearest = None if readings else self.finder.nearest(pieces)
        claim = self.ascriber.claim(candidate)
        return Quotation(
            0, candidate.start, candidate.end, candidate.form, candidate.passage, pieces, ascribed, claim, section.kind,
            section.path, tuple(readings), nearest,
        )  # fmt: skip

    def _is_question(self, readings: list[Reading]) -> bool:
        """Whether words stand in interviewers' turns alone: without quotation marks they are the question's."""
        turns = [self.finder.turn(placed) for reading in readings for placed in reading.placed]
        return all(turn is not None and turn.is_asking for turn in turns)

    def _is_note(self, candidate: Candidate) -> bool:
        """Whether words without quotation marks stand right below a table, as its notes do."""
        above = self.manuscript.passages[candidate.passage.n - 2] if candidate.passage.n > 1 else None
        return candidate.outer_start == candidate.start and above is not None and above.kind is PartKind.TABLE

    def _is_title(self, candidate: Candidate) -> bool:
        """Whether most of the longer words are written with a capital, as in the name of a book or a form."""
        long = [word for word in self.manuscript.text[candidate.start : candidate.end].split() if len(word) > 3]
        return sum(word[0].isupper() for word in long) > 0.6 * len(long)

    def _is_likely(self, pieces: tuple[Piece, ...]) -> bool:
        """Whether words without marks look like a transcript's: most of their runs of three stand together in one."""
        anchor = max(pieces, key=lambda piece: len(piece.words))
        query = self.finder.corpus.index.query(word.form for word in anchor.words)
        window = next(iter(self.finder.corpus.index.windows(query, 1)), None)
        return window is not None and window.hits >= 0.4 * (len(query) - 2)

    def _is_somebodys(self, candidate: Candidate, ascribed: Ascribed, length: int) -> bool:
        """Whether words that stand in no transcript are printed as a participant's all the same."""
        if not candidate.is_marked or self.finder.corpus.is_empty:
            return ascribed.is_explicit and candidate.is_marked and length >= FEWEST_WORDS
        is_title = not ascribed.is_explicit and self._is_title(candidate)
        if ascribed.cites or is_title or self._is_note(candidate):
            return False
        if ascribed.is_explicit:
            return length >= 3
        if candidate.form is Form.BLOCK and candidate.passage.is_quoted and not ascribed.is_told:
            return self._is_talk(candidate, length)
        return ascribed.is_told and length >= 6 and self.prose.section(candidate.start).kind is SectionKind.FINDINGS

    def _is_talk(self, candidate: Candidate, length: int) -> bool:
        """Whether a block in quotation marks among the findings, that nobody is named for, is how people talk."""
        words = self.manuscript.text[candidate.start : candidate.end]
        is_marked = candidate.outer_start < candidate.start
        is_here = self.prose.section(candidate.start).kind is SectionKind.FINDINGS
        return is_marked and is_here and length >= _PLAIN_WORDS and _FIRST_PERSON.search(words) is not None


def _is_enough(reading: Reading, length: int, candidate: Candidate, ascribed: Ascribed) -> bool:
    """Whether a reading is of the words and not of a few common ones among them.

    A few words that nobody is named for are a term or somebody's title unless they stand there exactly.
    """
    share = reading.equal / length
    if length < _TERM_WORDS and candidate.form is Form.INLINE and not ascribed.is_explicit:
        return share == 1
    return share >= (_PLAIN_SHARE if not candidate.is_marked else 0.5)


def _begins_there(reading: Reading) -> bool:
    """Whether a quotation's first two words stand in its place: else the author's own words lead to it."""
    first = reading.placed[0].steps[0]
    return first.is_equal and first.one == 0 and first.one_end > 1


def _is_named(ascribed: Ascribed, length: int) -> bool:
    """Whether so few words are printed as somebody's: beside a name, or, from three on, in a sentence with one."""
    names_somebody = bool(ascribed.told or ascribed.attribution.people)
    return ascribed.is_explicit or (length > 2 and ascribed.is_told and names_somebody)


def _precedence(quotation: Quotation, candidate: Candidate) -> int:
    """Which of two overlapping quotations counts: a whole passage that is one, then marked ones, then the rest."""
    if not candidate.is_marked and candidate.form is Form.BLOCK and quotation.readings:
        last = quotation.readings[0].placed[-1].steps[-1]
        share = quotation.readings[0].equal / quotation.length
        return 0 if last.is_equal and share > 0.9 and not quotation.readings[0].cuts else 2
    return 1 if candidate.is_marked else 2
