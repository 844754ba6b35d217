"""Whether what stands around the words in the transcript agrees with what the text makes of them.

The checks are `hedge-lost`, `sample-arithmetic` and `consent`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark
from trellis.core.wording import stem_of, words_in
from trellis.review.counts import NUMBER, NUMBERS, number_of
from trellis.review.matching import Placed
from trellis.review.material import Material
from trellis.review.quotations import Quotation
from trellis.review.word_kinds import NEGATIONS, phrases
from trellis.review.word_kinds import words as listed

_OFTEN = phrases(
    r"""time and again / again and again / over and over / repeatedly / regularly / constantly / continually
    / all the time / many times / on many occasions / routinely / frequently"""
)
_SELDOM = re.compile(
    r"\b(?:(?:only |just )?(?:once|twice)|(?:the )?one time|(?:only )?two times|a couple of times"
    r"|once or twice)\b(?! (?:a|an|every|per|the|they|we|i)\b)",
    re.IGNORECASE,
)
_WORD = "|".join(sorted(NUMBERS, key=len, reverse=True))
_OUT_OF = re.compile(
    rf"\b(?P<part>\d{{1,3}}|{_WORD})(?: \w+){{0,2}}? (?:out )?of (?:the |these |those |us "
    rf"|them )?(?P<whole>\d{{1,3}}|{_WORD})\b",
    re.IGNORECASE,
)
_LONG = 5
_COMMON = listed(
    """about after before their there which would could should other others thing things people might where while these
    those again still always think thought really worker workers manager nurse spoke asked called being having
    known knows saying says goes going comes coming wants wanted makes making takes taking gives giving likes liked"""
)
_EVERYDAY = frozenset(stem_of(form) for form in _COMMON)
_KEEP_OUT = re.compile(
    r"\b(?:(?:don['’]?t|do not|you['’]ll not be|you won['’]?t be|not to be|never) (?:put|putting|write|writing|quote"
    r"|quoting|print|printing)"
    r" (?:that|this|it)(?: (?:in|down|up))?|off the record|(?:keep|leave) (?:that|this|it) out(?: of (?:it|that|this))?"
    r"|(?:don['’]?t|do not|never) (?:say|tell|repeat|mention|pass on) (?:that|this|it)(?: on)? to (?:any\w+|him|her"
    r"|them)(?: \w+)?"
    r"(?:,? please)?|(?:I['’]?d|I would) rather (?:he|she|they|nobody) (?:didn['’]?t|did not) know"
    r"|(?:switch|turn) (?:that|this|it) off|between (?:you and me|ourselves|you, me and the wall))\s*[,.;?!—–]",
    re.IGNORECASE,
)
_REPORTED = re.compile(r"\b(?:told|tell|tells|said|say|says|asked|goes)\b(?: \w+){0,3}[\s,:'’‘“\"]*\Z", re.IGNORECASE)
"""What makes the words behind it somebody's that were said at another time."""


def seldom(material: Material) -> Iterator[Remark]:
    """Sentences that say "often" or "time and again" of what, right beside the quotation, is said to have been once."""
    for quotation in material.in_findings:
        claim = quotation.claim
        lead = material.claimed(quotation)[: max(quotation.start - claim.start, 0)] if claim else ""
        often = _OFTEN.search(lead)
        if often is None or not quotation.readings:
            continue
        around = [_around(material, reading.placed[0]) for reading in quotation.readings]
        found = [(_SELDOM.search(words), _OFTEN.search(words)) for words in around]
        if not all(rare is not None and many is None for rare, many in found):
            continue
        rare = found[0][0]
        told = rare.group() if rare else ""
        said = f"The sentence says “{often.group()}”; beside these words the transcript says “{told}”."
        words = (material.source_words(quotation.readings[0].placed[0]),)
        yield Remark("hedge-lost", Level.SAY_WHY, said, (material.spot(quotation),), words, rank=6)


def _around(material: Material, placed: Placed) -> str:
    """The sentences of the turn in which words stand, with the one before and the two after."""
    transcript, turn = material.finder.transcript(placed), material.finder.turn(placed)
    low, high = (turn.words, turn.end) if turn else (0, len(transcript.text))
    before = re.split(r"(?<=[.?!])\s+", transcript.text[low : placed.start])[-2:]
    after = re.split(r"(?<=[.?!])\s+", transcript.text[placed.start : high])[:4]
    return " ".join((*before, *after))


def numbers_told(material: Material) -> Iterator[Remark]:
    """Sentences that give "three of eight" for what the one who is quoted in them puts as another number of eight."""
    for quotation in material.in_findings:
        if quotation.claim is None or not quotation.readings:
            continue
        told = [_pair(found) for found in _OUT_OF.finditer(material.claimed(quotation))]
        for part, whole in told:
            others = [_said_of(material, reading.placed[0], whole) for reading in quotation.readings]
            if not all(others) or any(part in parts for parts in others):
                continue
            heard = min(others[0])
            said = f"The sentence says {part} of {whole}; in the transcript it is {heard} of {whole}."
            words = (material.source_words(quotation.readings[0].placed[0]),)
            spot = material.prose.spot(quotation.claim.start, quotation.claim.end)
            yield Remark("sample-arithmetic", Level.SAY_WHY, said, (spot,), words, rank=6)


def _said_of(material: Material, placed: Placed, whole: int) -> set[int]:
    """The numbers that the speaker of some words gives of a whole, anywhere in the transcript."""
    transcript, turn = material.finder.transcript(placed), material.finder.turn(placed)
    spoken = [t for t in transcript.turns if turn is not None and t.person == turn.person and not t.is_asking]
    found = [_pair(f) for t in spoken for f in _OUT_OF.finditer(transcript.text, t.words, t.end)]
    return {part for part, of in found if of == whole}


def _pair(found: re.Match[str]) -> tuple[int, int]:
    part, whole = NUMBER.match(found["part"]), NUMBER.match(found["whole"])
    return (number_of(part), number_of(whole)) if part and whole else (0, 0)


def denied(material: Material) -> Iterator[Remark]:
    """Sentences that say of the speaker what, right beside the words, the speaker denies with the same word."""
    for quotation in material.in_findings:
        claim = material.claimed(quotation)
        forms = [word.form for word in words_in(claim)]
        if not quotation.readings or NEGATIONS & set(forms):
            continue
        stems = {stem_of(form): form for form in forms if len(form) >= _LONG and stem_of(form) not in _EVERYDAY}
        found = [_denied_beside(material, quotation, reading.placed[0], set(stems)) for reading in quotation.readings]
        first = found[0]
        if first is None or not all(found):
            continue
        said = f"The sentence says “{stems[first[0]]}”; beside these words the speaker says “{first[1]}”."
        words = (material.source_words(quotation.readings[0].placed[0]),)
        yield Remark("quotation-spliced", Level.SAY_WHY, said, (material.spot(quotation),), words, rank=7)


def _denied_beside(material: Material, quotation: Quotation, placed: Placed, stems: set[str]) -> tuple[str, str] | None:
    """A stem that stands right behind a "not" beside some words, and nowhere else near them, and the words there."""
    around = [word.form for word in words_in(_around(material, placed))]
    own = {stem_of(word.form) for piece in quotation.pieces for word in piece.words}
    places = [n for n, form in enumerate(around) if stem_of(form) in stems - own]
    if len(places) != 1:
        return None
    before = around[max(places[0] - 2, 0) : places[0]]
    if not NEGATIONS & set(before):
        return None
    return stem_of(around[places[0]]), " ".join(around[max(places[0] - 3, 0) : places[0] + 1])


def kept_out(material: Material) -> Iterator[Remark]:
    """Quotations from a turn in which the speaker asks that it be left out."""
    for quotation in material.quotations:
        asked = [_asked_out(material, reading.placed[0]) for reading in quotation.readings]
        if not asked or not all(asked):
            continue
        said = f"In the same turn the speaker asks that it be left out: “{asked[0]}”."
        words = (material.source_words(quotation.readings[0].placed[0]),)
        yield Remark("consent", Level.SAY_WHY, said, (material.spot(quotation),), words, rank=8)


def _asked_out(material: Material, placed: Placed) -> str:
    transcript, turn = material.finder.transcript(placed), material.finder.turn(placed)
    found = _KEEP_OUT.search(transcript.text, turn.words, turn.end) if turn and not turn.is_asking else None
    if found is None or _REPORTED.search(transcript.text, turn.words if turn else 0, found.start()):
        return ""
    return " ".join(found.group().split()).rstrip(".,;?!—– ")
