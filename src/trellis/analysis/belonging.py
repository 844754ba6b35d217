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


def belonging(segments: Intervals, source: Whole, spoken: Spoken, links: Links) -> Pairs:
    """Every pair (row of `segments`, key of a case the segment belongs to), each once, sorted.

    segments: group is the version. source: the source of each segment.
    """
    touched = overlapping(segments, spoken.stretches)
    by_speaker = Pairs(touched.left, spoken.case[touched.right])
    linked = Pairs(*_through_stretches(segments, links))
    said = different(touched.left[~spoken.asked[touched.right]])
    through_source = _through_sources(said, source, links)
    rows = np.concatenate([by_speaker.left, linked.left, through_source.left])
    cases = np.concatenate([by_speaker.right, linked.right, through_source.right])
    named = cases != NOBODY
    known = different(cases[named])
    wide = max(len(known), 1)
    both = different(rows[named] * wide + np.searchsorted(known, cases[named]))
    return Pairs(both // wide, known[both % wide])


def _through_stretches(segments: Intervals, links: Links) -> tuple[Whole, Whole]:
    pairs = touching(segments, links.stretches)
    return pairs.left, links.stretch_case[pairs.right]


def _through_sources(said: Whole, source: Whole, links: Links) -> Pairs:
    own = set(zip(links.own_source.tolist(), links.own_case.tolist(), strict=True))
    pairs = zip(links.source.tolist(), links.source_case.tolist(), strict=True)
    free = sorted(pair for pair in pairs if pair not in own)
    of_source = np.array([pair[0] for pair in free], dtype=np.int64)
    of_case = np.array([pair[1] for pair in free], dtype=np.int64)
    first = np.searchsorted(of_source, source[said], side="left")
    count = np.searchsorted(of_source, source[said], side="right") - first
    row, at = repeated(first, count)
    return Pairs(said[row], of_case[at])
