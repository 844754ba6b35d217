"""Whether a quotation is printed twice: `evidence-reused`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from trellis.core.document import PartKind
from trellis.core.review import Level, Remark
from trellis.review.material import Material
from trellis.review.prose import SectionKind
from trellis.review.quotations import Form, Quotation
from trellis.review.word_kinds import phrases

_RUN = 5
_SHARE = 0.6
_ECHO = 12
"""Words up to which a quotation that is part of another one is taken for a phrase that the text comes back to."""

_ON_PURPOSE = phrases(
    r"""above / earlier / already quoted / quoted (?:again|before|in) / again / return(?:s|ed|ing)? to / as we saw
    / below / see section / the same (?:quotation|words|extract|worker|participant|passage) / recall(?:ed|ing)?
    / echo\w* / repeat\w* / once more / revisit\w* / as (?:noted|shown|seen|quoted)
    / in the (?:opening|title|previous) / title"""
)


_TOLD = {SectionKind.FINDINGS, SectionKind.DISCUSSION}
_NEW = re.compile(
    r"\b(?:not|none|no|never|nothing|neither)\b[^.]{0,40}\b(?:print\w*|quot\w*|repeat\w*|appear\w*|shown|reproduc\w*|given|used"
    r"|included)\b[^.]{0,30}\b(?:elsewhere|in the text|twice|again|anywhere|otherwise|body|article|paper)\b"
    r"|\b(?:further|additional|other|more) (?:\w+ ){0,2}(?:quotations|quotes|extracts|excerpts)\b"
    r"|\brepeats? (?:nothing|none)\b",
    re.IGNORECASE,
)
"""How a table says that its quotations are printed there alone."""


def reused(material: Material) -> Iterator[Remark]:
    """Pairs of quotations that print the same words of the same place, and not on purpose."""
    runs = [_runs(quotation) for quotation in material.quotations]
    for one, other in combinations(range(len(runs)), 2):
        if runs[one] & runs[other]:
            yield from _twice(material, material.quotations[one], material.quotations[other])


def _runs(quotation: Quotation) -> set[tuple[str, ...]]:
    """The runs of five words of a quotation, which two others hardly share by chance."""
    found: set[tuple[str, ...]] = set()
    for piece in quotation.pieces:
        forms = [word.form for word in piece.words]
        found |= {tuple(forms[at : at + _RUN]) for at in range(len(forms) - _RUN + 1)}
    return found


def _twice(material: Material, one: Quotation, other: Quotation) -> Iterator[Remark]:
    if not _is_much(one, other) or not _is_one_place(one, other):
        return
    differ = _differ(material, one, other)
    if not differ and _is_on_purpose(material, one, other):
        return
    spots = (material.spot(one), material.spot(other))
    if differ:
        said = f"The same words are printed twice, as said by “{_who(one)}” and by “{_who(other)}”."
        yield Remark("evidence-reused", Level.WRONG, said, spots, rank=7)
        return
    apart = one.path != other.path and one.path and other.path
    where = f", under “{one.path[-1]}” and under “{other.path[-1]}”" if apart else ""
    said = f"The same quotation is printed twice{where}."
    yield Remark("evidence-reused", Level.SAY_WHY, said, spots, rank=6)


def _is_much(one: Quotation, other: Quotation) -> bool:
    """Whether most of the shorter one is in the longer one."""
    shared = len(_runs(one) & _runs(other)) + _RUN - 1
    return shared >= _SHARE * min(one.length, other.length)


def _is_one_place(one: Quotation, other: Quotation) -> bool:
    """Whether both stand in the same place of the transcripts; where one stands nowhere, the print alone counts."""
    places = [
        {(placed.transcript, word) for reading in q.readings for placed in reading.placed for word in _span(placed)}
        for q in (one, other)
    ]
    return not places[0] or not places[1] or bool(places[0] & places[1])


def _span(placed: object) -> range:
    return range(placed.first, placed.last)  # type: ignore[attr-defined]


def _differ(material: Material, one: Quotation, other: Quotation) -> bool:
    """Whether both have attributions and nobody fits the two of them."""
    fits = [q.ascribed.attribution.fitting(material.sample) for q in (one, other) if q.ascribed.is_explicit]
    return len(fits) == 2 and bool(fits[0]) and bool(fits[1]) and not fits[0] & fits[1]


def _is_on_purpose(material: Material, one: Quotation, other: Quotation) -> bool:
    """Whether words may well be printed twice: in a title, a table, a summary, or coming back to what was quoted."""
    if PartKind.HEADING in {one.passage.kind, other.passage.kind}:
        return True
    if Form.CELL in {one.form, other.form}:
        return not _is_said_to_be_new(material, one, other)
    if {one.section, other.section} - _TOLD or _is_said_again(material, one, other):
        return True
    shorter = min(one, other, key=lambda quotation: quotation.length)
    is_part = shorter.length <= _ECHO and shorter.form is Form.INLINE and shorter.length < max(one.length, other.length)
    if {one.section, other.section} == {SectionKind.FINDINGS} and one.path == other.path:
        return is_part
    # Words that come back in another place with their attribution are evidence there; without it they are an echo.
    return (
        not (one.ascribed.is_explicit and other.ascribed.is_explicit)
        if is_part or len({one.section, other.section}) > 1
        else False
    )


def _is_said_again(material: Material, one: Quotation, other: Quotation) -> bool:
    """Whether the sentences of two printings, or those before them, say that words are quoted again."""
    return any(_ON_PURPOSE.search(_around(material, quotation)) for quotation in (one, other))


def _around(material: Material, quotation: Quotation) -> str:
    """The authors' words of a quotation's sentence and of the one before it in its passage."""
    claim = quotation.claim
    if claim is None:
        return ""
    passage = material.prose.manuscript.passage_at(claim.start)
    before = [s for s in material.prose.sentences(passage.start, claim.start) if s.end <= claim.start]
    return " ".join(material.authors_words(each) for each in (*before[-1:], claim))


def _is_said_to_be_new(material: Material, one: Quotation, other: Quotation) -> bool:
    """Whether a table's caption or note says that what it prints stands nowhere else, and one printing does."""
    cells = [each for each in (one, other) if each.form is Form.CELL]
    if len(cells) != 1:
        return False
    passages, text = material.prose.manuscript.passages, material.prose.manuscript.text
    n = cells[0].passage.n
    beside = [passages[at] for at in (n - 2, n) if 0 <= at < len(passages)]
    return any(_NEW.search(text[each.start : each.end]) for each in beside)


def _who(quotation: Quotation) -> str:
    return " ".join(quotation.ascribed.attribution.written.split())
