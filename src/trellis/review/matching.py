"""Where in the transcripts a printed quotation stands, piece by piece, as exactly as can be told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from trellis.analysis.fitting import Fit, Step, fitted
from trellis.review.pieces import Piece
from trellis.review.transcripts import Corpus, Transcript, Turn

NEAR_ENOUGH = 0.62
"""Share of a piece's words that must stand in a place, in order, for it to be that place."""

NEAREST = 0.4
"""Share from which a place is shown as the nearest one."""

REACH = 1_500
"""Words before or after a piece within which the next piece is looked for first."""

MOST_PLACES = 40
_FEW = 3
_LONG_GAP = 6
_SHORT_GAP = 4
_LONGEST_RUN = 40
_NEARLY_ALL = 0.85


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece of a quotation and the place of the transcripts where it stands.

    transcript: its number. first, last: words in the corpus, `last` not included; start, end: code points in the
    transcript. steps: how the piece's words become those of the place, `other` counted in the corpus.
    """

    piece: Piece
    transcript: int
    first: int
    last: int
    start: int
    end: int
    steps: tuple[Step, ...]

    @property
    def equal(self) -> int:
        """How many words stand there as they are."""
        return sum(step.one_end - step.one for step in self.steps if step.is_equal)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which a quotation comes out of the transcripts: its pieces placed, and those that stand nowhere.

    cuts: numbers of placed pieces before which the manuscript prints no ellipsis though words were left out.
    """

    placed: tuple[Placed, ...]
    lost: tuple[Piece, ...] = ()
    cuts: frozenset[int] = frozenset()

    @property
    def equal(self) -> int:
        """How many words stand in the transcripts as they are printed."""
        return sum(placed.equal for placed in self.placed)


class Finder:
    """Looks quotations up in a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus

    def transcript(self, placed: Placed) -> Transcript:
        """The transcript of a place."""
        return self.corpus.transcripts[placed.transcript]

    def turn(self, placed: Placed) -> Turn | None:
        """The turn in which a place begins."""
        return self.transcript(placed).turn_at(placed.start)

    def words(self, first: int, last: int) -> str:
        """The words of a transcript from one word of the corpus up to another, as they stand there."""
        if first >= last:
            return ""
        text = self.corpus.transcripts[self.corpus.index.text_of(first)].text
        return text[int(self.corpus.starts[first]) : int(self.corpus.ends[last - 1])]

    def readings(self, pieces: tuple[Piece, ...]) -> list[Reading]:
        """The best ways to read a quotation, all equally good, in the order of the transcripts."""
        anchor = max(pieces, key=lambda piece: len(piece.words), default=None)
        if anchor is None or self.corpus.is_empty:
            return []
        anchored = self._places(anchor)
        if not anchored and len(anchor.words) >= 2 * _LONG_GAP:
            anchored = self._halves(anchor)
        found = [self._around(place, pieces, pieces.index(anchor)) for place in anchored[:MOST_PLACES]]
        most = max((reading.equal for reading in found), default=0)
        if len(pieces) == 1 and most < NEAR_ENOUGH * len(anchor.words):
            found += self._pieced(anchor)
        best = max((self._worth(reading) for reading in found), default=None)
        return [reading for reading in found if self._worth(reading) == best]

    def nearest(self, pieces: tuple[Piece, ...]) -> Placed | None:
        """The place most like a quotation that stands nowhere, if any is like it at all."""
        anchor = max(pieces, key=lambda piece: len(piece.words), default=None)
        if anchor is None or self.corpus.is_empty:
            return None
        return next(iter(self._fitting(anchor, NEAREST)), None)

    def _worth(self, reading: Reading) -> tuple[int, int, int]:
        """What makes one reading better than another: words that stand there, one transcript, in order, few cuts."""
        apart = len({placed.transcript for placed in reading.placed})
        backwards = sum(b.first < a.last for a, b in pairwise(reading.placed))
        return (reading.equal - 2 * len(reading.cuts), -apart - backwards, -sum(_extra(p) for p in reading.placed))

    def _places(self, piece: Piece) -> list[Placed]:
        """Where a whole piece stands: exactly if it does so anywhere, else nearly."""
        query = self._query(piece)
        exact = self.corpus.index.exact(query)
        if len(exact):
            return [self._exactly(piece, int(place)) for place in exact[:MOST_PLACES]]
        if len(piece.words) <= _FEW and not piece.loose and not piece.put:
            return []
        return self._fitting(piece, NEAR_ENOUGH)

    def _query(self, piece: Piece) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        return self.corpus.index.query(word.form for word in piece.words)

    def _exactly(self, piece: Piece, first: int) -> Placed:
        length = len(piece.words)
        return self._placed(piece, first, Fit(0, length, (Step(True, 0, length, 0, length),)))

    def _fitting(self, piece: Piece, share: float, within: tuple[int, int] | None = None) -> list[Placed]:
        """Places where at least a share of the piece's words stand in order; the best ones, equally good."""
        query = self._query(piece)
        stretches = [within] if within else [(w.start, w.end) for w in self.corpus.index.windows(query)]
        made: dict[tuple[int, int], Placed] = {}
        for start, end in stretches:
            fit = fitted(query, self.corpus.index.words[start:end])
            if fit.equal >= max(share * len(query), min(2, len(query))):
                placed = self._placed(piece, start, fit)
                made.setdefault((placed.first, placed.last), placed)
        best = max((_closeness(placed) for placed in made.values()), default=0)
        return [placed for _, placed in sorted(made.items()) if _closeness(placed) == best]

    def _placed(self, piece: Piece, base: int, fit: Fit) -> Placed:
        """A fit in a stretch of the corpus that begins at `base`, as a place; never beyond one transcript."""
        steps = tuple(step._replace(other=step.other + base, other_end=step.other_end + base) for step in fit.steps)
        first, last = base + fit.start, base + fit.end
        transcript = self.corpus.index.text_of(next((step.other for step in steps if step.is_equal), first))
        start, end = int(self.corpus.starts[first]), int(self.corpus.ends[max(last - 1, first)])
        return Placed(piece, transcript, first, last, start, end, steps)

    def _halves(self, piece: Piece) -> list[Placed]:
        """Places of a long piece's stretches that stand somewhere though the whole does not."""
        middle = len(piece.words) // 2
        halves = piece.part(0, middle), piece.part(middle, len(piece.words))
        return [place for half in halves for place in self._places(half)]

    def _pieced(self, piece: Piece) -> list[Reading]:
        """A piece that stands nowhere as a whole, read as runs of words that do, if they are nearly all of it."""
        words, at, runs = len(piece.words), 0, list[tuple[int, int]]()
        while at < words:
            ends = range(min(words, at + _LONGEST_RUN), at + _SHORT_GAP - 1, -1)
            end = next((end for end in ends if len(self.corpus.index.exact(self._query(piece.part(at, end))))), at)
            runs += [(at, end)] if end > at else []
            at = max(end, at + 1)
        if len(runs) < 2 or sum(end - start for start, end in runs) < _NEARLY_ALL * words:
            return []
        longest = max(runs, key=lambda run: run[1] - run[0])
        home = self._places(piece.part(*longest))[0].transcript
        places = [self._places(piece.part(*run)) for run in runs]
        placed = tuple(min(each, key=lambda spot: spot.transcript != home) for each in places)
        return [Reading(placed, (), frozenset(range(1, len(placed))))]

    def _around(self, place: Placed, pieces: tuple[Piece, ...], at: int) -> Reading:
        """The reading that has one piece at a place and the others as near to it as they stand."""
        inner = self._mended(pieces[at], place)
        groups: list[list[Placed]] = [inner]
        edge = min(spot.first for spot in inner if spot.transcript == place.transcript)
        for piece in reversed(pieces[:at]):
            group = self._beside(piece, place.transcript, edge, before=True)
            groups.insert(0, group)
            edge = group[0].first if group and group[0].transcript == place.transcript else edge
        edge = max(spot.last for spot in inner if spot.transcript == place.transcript)
        for piece in pieces[at + 1 :]:
            group = self._beside(piece, place.transcript, edge, before=False)
            groups.append(group)
            edge = group[-1].last if group and group[-1].transcript == place.transcript else edge
        placed: list[Placed] = []
        cuts: set[int] = set()
        for group in groups:
            cuts |= {len(placed) + n for n in range(1, len(group))}
            placed += group
        lost = tuple(piece for piece, group in zip(pieces, groups, strict=True) if not group)
        return Reading(tuple(placed), lost, frozenset(cuts))

    def _beside(self, piece: Piece, transcript: int, edge: int, *, before: bool) -> list[Placed]:
        """A piece before or after a word of the corpus, else anywhere in that transcript, else anywhere."""
        low, high = self._bounds(transcript)
        low, high = (max(low, edge - REACH), edge) if before else (edge, min(high, edge + REACH))
        query = self._query(piece)
        exact = self.corpus.index.exact(query)
        inside = exact[(exact >= low) & (exact + len(query) <= high)]
        if len(inside):
            return [self._exactly(piece, int(inside[-1 if before else 0]))]
        if high > low and (len(query) > _FEW or piece.loose or piece.put):
            near = self._fitting(piece, NEAR_ENOUGH, (low, high))
            if near:
                return self._mended(piece, near[0])
        if len(query) < _FEW and not len(exact):
            return []
        anywhere = self._places(piece)
        return sorted(anywhere, key=lambda spot: (spot.transcript != transcript, spot.first))[:1]

    def _bounds(self, transcript: int) -> tuple[int, int]:
        """The words of the corpus that are a transcript's."""
        starts = self.corpus.index.starts
        after = starts[transcript + 1] if transcript + 1 < len(starts) else len(self.corpus.index.words)
        return int(starts[transcript]), int(after) - 1

    def _mended(self, piece: Piece, place: Placed) -> list[Placed]:
        """The place of a piece; where a long run of its words does not stand there, that run by itself as well."""
        if place.piece is not piece:
            first = piece.words.index(place.piece.words[0])
            last = first + len(place.piece.words)
            head, tail = piece.part(0, first), piece.part(last, len(piece.words))
            return [*self._apart(head, place), *self._mended(place.piece, place), *self._apart(tail, place)]
        made: list[Placed] = []
        for steps in self._parted(piece, place):
            if any(step.is_equal for step in steps):
                made.append(self._narrowed(place, steps))
            else:
                made += self._apart(piece.part(steps[0].one, steps[-1].one_end), place)
        return made

    def _parted(self, piece: Piece, place: Placed) -> list[list[Step]]:
        """The steps of a place parted at long runs of words that do not stand there.

        A run of four or five words at either end is parted too where just these stand elsewhere in the transcript.
        """
        runs = _runs(place.steps)
        for at in (0, -1):
            step = runs[at][at] if len(runs[at]) > 1 else None
            if step is None or step.is_equal or not _SHORT_GAP <= step.one_end - step.one < _LONG_GAP:
                continue
            part = piece.part(step.one, step.one_end)
            low, high = self._bounds(place.transcript)
            found = self.corpus.index.exact(self._query(part))
            if part.put or part.loose or not ((found >= low) & (found < high)).any():
                continue
            rest = runs[at][1:] if at == 0 else runs[at][:-1]
            runs[at : at + 1 if at == 0 else None] = [[step], rest] if at == 0 else [rest, [step]]
        return runs

    def _narrowed(self, place: Placed, steps: list[Step]) -> Placed:
        """The part of a place that some of its steps are."""
        if len(steps) == len(place.steps):
            return place
        base, first, last = steps[0].one, steps[0].other, steps[-1].other_end
        moved = tuple(step._replace(one=step.one - base, one_end=step.one_end - base) for step in steps)
        start, end = int(self.corpus.starts[first]), int(self.corpus.ends[last - 1])
        return replace(
            place,
            piece=place.piece.part(base, steps[-1].one_end),
            first=first,
            last=last,
            start=start,
            end=end,
            steps=moved,
        )

    def _apart(self, part: Piece, place: Placed) -> list[Placed]:
        if len(part.words) < _SHORT_GAP:
            return []
        found = self._places(part)
        return sorted(found, key=lambda spot: (spot.transcript != place.transcript, spot.first))[:1]


def _closeness(placed: Placed) -> int:
    return placed.equal - _extra(placed)


def _extra(placed: Placed) -> int:
    """Words that stand in the place and not in the piece."""
    return placed.last - placed.first - placed.equal


def _runs(steps: tuple[Step, ...]) -> list[list[Step]]:
    """Steps parted at long runs of words that do not stand in the place, each of those by itself."""
    runs: list[list[Step]] = [[]]
    for step in steps:
        if step.is_equal or step.one_end - step.one < _LONG_GAP:
            runs[-1].append(step)
        else:
            runs += [[step], []]
    return [run for run in runs if run]
