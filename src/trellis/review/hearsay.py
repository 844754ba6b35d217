"""Whether what a speaker has from others is told as if it was known: `second-hand`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark
from trellis.review.matching import Reading
from trellis.review.material import Material
from trellis.review.prose import CITATION, SectionKind
from trellis.review.word_kinds import phrases

_HAVE_IT_FROM = re.compile(
    r"\b(?:I['’]?m told|I am told|I was told|I['’]?ve been told|I have been told|I(?:['’]ve| have)? heard(?: that| it)?"
    r"|I hear|I gather|apparently|they tell me|people tell me|supposedly|I understand that|rumou?r has it"
    r"|it['’]?s said)\b[^.?!]{0,60}$",
    re.IGNORECASE,
)
_SAID_SO = phrases(
    r"""told / heard / hear / hears / hearsay / second[- ]hand / from others / at second hand / rumou?rs? / gather\w*
    / apparently / supposedly / reported\w* / according to / by (?:\w+ ){1,2}account / had it from / passed on
    / understood"""
)


def hearsay(material: Material) -> Iterator[Remark]:
    """Quotations cut off behind "I'm told" or the like, where the sentence does not say so."""
    for quotation in material.quotations:
        if quotation.section is SectionKind.METHODS or not quotation.readings:
            continue
        found = [_from_others(material, reading) for reading in quotation.readings]
        claim = material.claimed(quotation)
        if not all(found) or _SAID_SO.search(claim) or CITATION.search(claim):
            continue
        said = f"The speaker has it from others (“{found[0]}” stands right before), which the sentence does not say."
        words = (material.source_words(quotation.readings[0].placed[0]),)
        yield Remark("second-hand", Level.SAY_WHY, said, (material.spot(quotation),), words, rank=6)


def _from_others(material: Material, reading: Reading) -> str:
    placed = reading.placed[0]
    turn = material.finder.turn(placed)
    transcript = material.finder.transcript(placed)
    if turn is None or turn.is_asking:
        return ""
    before = re.split(r"[.?!\n]", transcript.text[turn.words : placed.start])[-1]
    found = _HAVE_IT_FROM.search(before)
    return " ".join(found.group().split()) if found else ""
