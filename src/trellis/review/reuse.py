"""Whether a quotation is printed twice: `evidence-reused`."""

from __future__ import annotations

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
    if PartKind.HEADING in {one.passage.kind, other.passage.kind}:
        return True
    if {one.section, other.section} != {SectionKind.FINDINGS} or Form.CELL in {one.form, other.form}:
        return True
    shorter = min(one, other, key=lambda quotation: quotation.length)
    if shorter.length <= _ECHO and shorter.form is Form.INLINE and shorter.length < max(one.length, other.length):
        return True
    text = material.prose.manuscript.text
    around = " ".join(text[q.passage.start : q.start] + " " + text[q.end : q.passage.end] for q in (one, other))
    leading = " ".join(material.claimed(quotation) for quotation in (one, other))
    return _ON_PURPOSE.search(f"{around} {leading}") is not None


def _who(quotation: Quotation) -> str:
    return " ".join(quotation.ascribed.attribution.written.split())
