"""The authors' own text: its sentences, its sections, and the references in it to other people's work."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from trellis.core.document import PartKind
from trellis.core.manuscript import Manuscript, Passage
from trellis.core.review import Spot
from trellis.core.segment import Segment
from trellis.review.word_kinds import phrases

_SHORT = "".join(
    rf"(?<!\b{short})" for short in (r"e\.g", r"i\.e", "al", "cf", "Dr", "Mr", "Ms", "Mrs", "vs", "pp", "St")
)
_END = re.compile(rf"(?<![A-Z]){_SHORT}[.?!…]['\"”’)\]]{{0,3}}(?=\s+['\"“‘(\[„«]{{0,2}}[A-Z0-9])")
CITATION = re.compile(
    r"[(\[](?:see |e\.g\.,? |cf\.? |also |quoted in |cited in )?[A-Z][^()\[\]\n]{1,120}?,?\s(?:19|20)\d\d[a-z]?\b"
    r"[^()\[\]\n]{0,160}[)\]]"
    r"|\b[A-Z][\w'’-]+(?:,? (?:and|&) [A-Z][\w'’-]+| et al\.?)?(?:['’]s)?,? \((?:19|20)\d\d[a-z]?[^()\n]{0,30}\)"
    r"|\((?:19|20)\d\d[a-z]?(?:[:,] ?(?:p{1,2}\. ?)?\d+(?:[–-]\d+)?)?\)"
)
"""A reference to the literature: (Smith and Jones, 2012: 4), Smith et al. (2012)."""


class SectionKind(StrEnum):
    """What a section of a manuscript does."""

    FRONT = "front"
    METHODS = "methods"
    FINDINGS = "findings"
    DISCUSSION = "discussion"
    REFERENCES = "references"


_METHODS = """methods? / methodology / design / sampl(?:e|ing) / participants / data collection / setting / ethic\\w*
    / recruitment / procedure / data analysis / analysis"""
_AFTER = "discussion / conclusions? / implications / limitations / acknowledge?ments? / funding / declarations?"
_SECTIONS = (
    (
        SectionKind.REFERENCES,
        re.compile(r"^(?:\d[\d.]*\s*)?(?:references|bibliography|works cited|literature cited)\b"),
    ),
    (SectionKind.METHODS, phrases(_METHODS)),
    (SectionKind.DISCUSSION, phrases(_AFTER)),
    (SectionKind.FINDINGS, phrases("findings / results / themes?")),
    (SectionKind.FRONT, phrases("abstract / summary / introduction / background / literature / keywords / aims?")),
)


_BEFORE_FINDINGS = frozenset({SectionKind.METHODS, SectionKind.FINDINGS})


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch between two headings. path: the headings over it. kind: what it does, from its headings."""

    start: int
    end: int
    path: tuple[str, ...]
    kind: SectionKind


@dataclass(frozen=True)
class Prose:
    """A manuscript with its sentences and sections looked up by place."""

    manuscript: Manuscript

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections in order; what comes before the first heading is the first."""
        text, passages = self.manuscript.text, self.manuscript.passages
        heads = [passage for passage in passages if passage.kind is PartKind.HEADING]
        kinds = self._kinds([(head.level or 2, _kind_of(_flat(text, head))) for head in heads])
        first = SectionKind.FRONT if any(kind is not SectionKind.FINDINGS for kind in kinds) else SectionKind.FINDINGS
        bounds = [0, *(head.start for head in heads), len(text)]
        paths = [(), *(self.manuscript.headings_over(head.start) for head in heads)]
        return tuple(
            Section(start, end, path, kind)
            for (start, end), path, kind in zip(pairwise(bounds), paths, [first, *kinds], strict=True)
            if end > start
        )

    def _kinds(self, heads: list[tuple[int, SectionKind | None]]) -> list[SectionKind]:
        """What each section does, by its heading and those over it.

        A heading over a section counts before its own words ("Recruitment" under Findings is a theme). One that says
        nothing goes on with what came before until findings can begin: under their own heading, or after the methods.
        """
        named = {kind for _, kind in heads}
        made: list[SectionKind] = []
        over: dict[int, SectionKind] = {}
        for level, kind in heads:
            over = {at: each for at, each in over.items() if at < level}
            if kind is not None and not over:
                over[level] = kind
            found = over[min(over)] if over else None
            before = made[-1] if made else SectionKind.FRONT if named - {None} else SectionKind.FINDINGS
            made.append(found or _going_on(before, named))
        return made

    def section(self, at: int) -> Section:
        """The section in which a code point lies."""
        starts = [section.start for section in self.sections]
        return self.sections[max(bisect_right(starts, at) - 1, 0)]

    @cached_property
    def _sentences(self) -> tuple[Segment, ...]:
        made: list[Segment] = []
        for passage in self.manuscript.passages:
            if passage.kind is PartKind.TABLE:
                continue
            start = passage.start
            for end in _END.finditer(self.manuscript.text, passage.start, passage.end):
                made.append(Segment(start, end.end()))
                start = end.end()
            if start < passage.end:
                made.append(Segment(start, passage.end))
        return tuple(made)

    def sentences(self, start: int, end: int) -> list[Segment]:
        """The sentences that lie in a stretch or reach into it."""
        first = max(bisect_right([sentence.start for sentence in self._sentences], start) - 1, 0)
        return [s for s in self._sentences[first:] if s.end > start and s.start < end]

    def words(self, stretch: Segment) -> str:
        """The words of a stretch in one line."""
        return " ".join(self.manuscript.text[stretch.start : stretch.end].split())

    def spot(self, start: int, end: int) -> Spot:
        """A stretch as a spot."""
        passage = self.manuscript.passage_at(start)
        path = self.manuscript.headings_over(start)
        words = " ".join(self.manuscript.text[start:end].split())
        return Spot(start, end, words, passage.n, self.manuscript.page_at(start), path[-1] if path else "")

    def cites(self, start: int, end: int) -> bool:
        """Whether the sentences of a stretch refer to the literature."""
        return any(CITATION.search(self.words(sentence)) for sentence in self.sentences(start, end))


def _flat(text: str, passage: Passage) -> str:
    return " ".join(text[passage.start : passage.end].split()).casefold()


def _kind_of(head: str) -> SectionKind | None:
    return next((kind for kind, pattern in _SECTIONS if pattern.search(head)), None)


def _going_on(before: SectionKind, named: set[SectionKind | None]) -> SectionKind:
    if before is SectionKind.METHODS or (before is SectionKind.FRONT and not named & _BEFORE_FINDINGS):
        return SectionKind.FINDINGS
    return before
