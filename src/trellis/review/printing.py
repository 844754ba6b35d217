"""Whether a quotation that is to be printed is what stands in a text: brackets and ellipses allowed, the rest exact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trellis.core.finding_view import FindingView
from trellis.core.review import Level
from trellis.core.study_review import Point
from trellis.review.differences import Weight, differences, gaps
from trellis.review.matching import Finder, Reading
from trellis.review.pieces import pieces_of
from trellis.review.quotations import FEWEST_WORDS
from trellis.review.quote_marks import quoted_in
from trellis.review.study_material import StudyMaterial, ground_of, of_finding
from trellis.review.transcripts import Corpus, Transcript


@dataclass(frozen=True, slots=True)
class Checked:
    """A printed quotation held against texts.

    source: the name of the text that it stands in, "" where it stands in none. told: every difference that neither
    brackets nor an ellipsis mark, and what an ellipsis must not drop or join, in words; empty where nothing does.
    is_wrong: one of them can change what is said.
    """

    source: str
    told: tuple[str, ...]
    is_wrong: bool

    @property
    def is_as_said(self) -> bool:
        """Whether it may be printed as it is."""
        return bool(self.source) and not self.told


def checked(printed: str, texts: Iterable[tuple[str, str]]) -> Checked:
    """A quotation held against texts, given as name and words; case, typography and short forms make no difference.

    Square brackets hold the author's words, an ellipsis (… or ...) stands for words left out of one text.
    """
    finder = Finder(Corpus.of([Transcript(name, text, ()) for name, text in texts]))
    readings = finder.readings(pieces_of(printed, 0, len(printed)))
    found = [_against(finder, printed, reading) for reading in readings]
    nowhere = Checked("", ("it stands in none of the texts",), is_wrong=True)
    return min(found, key=lambda each: (each.is_wrong, len(each.told)), default=nowhere)


def _against(finder: Finder, printed: str, reading: Reading) -> Checked:
    differing = [each for placed in reading.placed for each in differences(finder, printed, placed)]
    told = [each.told() for each in differing if each.weight is not Weight.TALK]
    is_wrong = any(each.weight is Weight.SENSE for each in differing)
    for gap in gaps(finder, reading.placed, reading.cuts):
        if gap.words is None:
            told.append("the ellipsis joins words that do not follow each other in one text")
        elif gap.negation or gap.limit:
            told.append(f"the ellipsis drops “{gap.negation or gap.limit}”")
        elif not gap.is_marked and gap.words:
            told.append(f"“{' '.join(gap.words.split())}” is left out without a mark")
        else:
            continue
        is_wrong = True
    for piece in reading.lost:
        told.append(f"“{' '.join(printed[piece.start : piece.end].split())}” stands nowhere")
        is_wrong = True
    return Checked(finder.transcript(reading.placed[0]).name, tuple(told), is_wrong)


def printed_in_accounts(material: StudyMaterial) -> Iterator[Point]:
    """Quotations in the account of a ready finding that are not what stands in the turns that it rests on."""
    for view in material.ready:
        texts = [(one.source_name, talk.turn) for one in view.evidence if (talk := material.talks.get(one.k))]
        for words in _quoted(view) if texts else ():
            found = checked(words, texts)
            if found.is_as_said or not found.told:
                continue
            level = Level.WRONG if found.source and found.is_wrong else Level.SAY_WHY
            where = f"differs from {found.source}" if found.source else "stands in none of the turns that it rests on"
            rest = f": {'; '.join(found.told[:3])}" if found.source else ""
            said = f"“{words[:80]}” in the account {where}{rest}."
            target = of_finding(view)
            yield Point("verbatim-mismatch", level, said, (target,), ground_of(view), 8)


def _quoted(view: FindingView) -> Iterator[str]:
    """What stands between quotation marks in the account of a finding, terms of a few words left out."""
    account = view.finding.account
    for found in quoted_in(account, 0, len(account)):
        words = account[found.start : found.end]
        if found.is_closed and len(words.split()) >= FEWEST_WORDS:
            yield words
