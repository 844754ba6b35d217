"""Whose words a stretch is: the one place that says which cases and speakers a segment belongs to.

The rule. A segment belongs to a case if

1. it touches words of a speaker who stands for the case (label → case, kept per source), or
2. it touches a stretch that is linked to the case as "speaks", or
3. the whole source is linked to the case as "speaks", the segment touches a part that is not the
   interviewer's, and the case has no speaker of its own in that source (if it has, rule 1 decides).

So the interviewer's words alone belong to nobody unless a stretch is linked, two people in one interview are
kept apart by their labels, and a group to which the whole source is linked has all of its members' words.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trellis.analysis.intervals import Intervals, Pairs, Truth, Whole, different, overlapping, repeated, touching

NOBODY = 0
"""Stands in a column of cases for none."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The parts of texts (pages aside): where they are, whose they are.

    stretches: group is the version; from the beginning of the words to the end of the part.
    case: key of the case its speaker stands for, NOBODY for none.
    asked: whether the interviewer speaks.
    """

    stretches: Intervals
    case: Whole
    asked: Truth


@dataclass(frozen=True, slots=True)
class Links:
    """The "speaks" links to cases, and which cases have speakers of their own, as columns.

    source, source_case: links to whole sources. stretches, stretch_case: links to stretches; group is the version.
    own_source, own_case: the cases for which a label stands in a source.
    """

    source: Whole
    source_case: Whole
    own_source: Whole
    own_case: Whole
    stretches: Intervals
    stretch_case: Whole


@dataclass(frozen=True, slots=True)
class Shares:
    """What of some segments is whose: row of the segment, key of the case, start and end of the words (code points).

    A segment that runs over several turns of a case has a share in each; shares of one segment may overlap where it
    belongs to a case in two ways.
    """

    row: Whole
    case: Whole
    start: Whole
    end: Whole


def belonging(segments: Intervals, source: Whole, spoken: Spoken, links: Links) -> Pairs:
    """Every pair (row of `segments`, key of a case the segment belongs to), each once, sorted.

    segments: group is the version. source: the source of each segment.
    """
    found = shares(segments, source, spoken, links)
    known = different(found.case)
    wide = max(len(known), 1)
    both = different(found.row * wide + np.searchsorted(known, found.case))
    return Pairs(both // wide, known[both % wide])


def shares(segments: Intervals, source: Whole, spoken: Spoken, links: Links) -> Shares:
    """Which words of each segment belong to which case. Arguments as in `belonging`."""
    touched = overlapping(segments, spoken.stretches)
    named = spoken.case[touched.right] != NOBODY
    by_speaker = Pairs(touched.left[named], touched.right[named])
    through_stretch = touching(segments, links.stretches)
    said = ~spoken.asked[touched.right]
    part, free = _through_sources(source[touched.left[said]], links)
    through_source = Pairs(touched.left[said][part], touched.right[said][part])
    ways = (
        (by_speaker, spoken.stretches, spoken.case[by_speaker.right]),
        (through_stretch, links.stretches, links.stretch_case[through_stretch.right]),
        (through_source, spoken.stretches, free),
    )
    return Shares(
        np.concatenate([pairs.left for pairs, _, _ in ways]),
        np.concatenate([case for _, _, case in ways]),
        np.concatenate([np.maximum(segments.start[at.left], held.start[at.right]) for at, held, _ in ways]),
        np.concatenate([np.minimum(segments.end[at.left], held.end[at.right]) for at, held, _ in ways]),
    )


def _through_sources(source: Whole, links: Links) -> tuple[Whole, Whole]:
    """For each source of a column the cases that have it as a whole and no speaker in it: (row, case)."""
    own = set(zip(links.own_source.tolist(), links.own_case.tolist(), strict=True))
    pairs = zip(links.source.tolist(), links.source_case.tolist(), strict=True)
    free = sorted(pair for pair in pairs if pair not in own)
    of_source = np.array([pair[0] for pair in free], dtype=np.int64)
    of_case = np.array([pair[1] for pair in free], dtype=np.int64)
    first = np.searchsorted(of_source, source, side="left")
    row, at = repeated(first, np.searchsorted(of_source, source, side="right") - first)
    return row, of_case[at]
