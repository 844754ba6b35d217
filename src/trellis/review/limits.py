"""What an ellipsis, or the end of a quotation, takes away right there that limits, excepts or takes back what is kept.

The check is `quotation-spliced`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark
from trellis.core.wording import stem_of, words_in
from trellis.review.matching import Reading
from trellis.review.material import Material
from trellis.review.word_kinds import AMOUNTS, CHATTER, SMALL

_IN_SENTENCE = re.compile(
    r"[\s,;:—–-]*(?:but|except|unless|though|although|only|if|when|apart from|on (?:an? )?\w+days?)\b", re.IGNORECASE
)
"""How the rest of a sentence begins that limits what stands before it."""
_NEW_SENTENCE = re.compile(
    r"[.?!…]\s+(?:(?:well|no|actually|oh|and|but)[,.]? )?(?P<limit>(?:I tell a lie|mind you"
    r"|not (?:always|all|every\w*|that|on|in|when|for)"
    r"|except|unless|there was one\b[^.?!]{0,20}|the rest of|then again|it (?:all )?depends|but not"
    r"|only (?:on|in|when|if|for))\b[^.?!]*)",
    re.IGNORECASE,
)
"""How a sentence begins that takes back, or narrows down, the one before."""
_TOO = re.compile(r"\btoo \w+", re.IGNORECASE)
_SHORT_GAP = 6
_BEHIND = re.compile(
    r"[\s,;:—–-]*(?:(?:(?:but|though|although) (?:not|never|only|hardly)|except|unless|apart from"
    r"|only (?:if|when|on|in|for)|if not)\b"
    r"|and (?:I|we)(?:['’]ve|['’]d| have| had) (?:not|never)\b)[^.?!]*"
    r"|[.?!]\s+(?=[^.?!]*\b(?:no|not|nothing|nobody|none|never)\b[^.?!,]{0,24}\bat all[.?!])[^.?!]{4,70}",
    re.IGNORECASE,
)
"""How a sentence goes on behind the end of a quotation with a limit to it, or the next one says "not at all"."""


def limit_in(between: str) -> str:
    """What a gap within one turn drops that limits the kept words beside it, "" for nothing."""
    first = re.split(r"[.?!…]", between)[0]
    if _IN_SENTENCE.match(between):
        return _flat(first)
    is_within = len(between.split()) <= _SHORT_GAP and re.search(r"[.?!]", between) is None
    if is_within and _TOO.search(between):
        return _flat(between)
    found = _NEW_SENTENCE.search(between)
    return _flat(found["limit"]) if found else ""


def limit_behind(rest: str) -> str:
    """How the sentence goes on behind a quotation's last words, where that limits them; "" where it does not."""
    found = _BEHIND.match(rest)
    return _flat(found.group().lstrip(".?!")) if found else ""


def is_told(claim: str, limit: str) -> bool:
    """Whether the authors say themselves, beside the quotation, what was left out of it."""
    return len(_matter(claim) & _matter(limit)) > 1


def _matter(text: str) -> set[str]:
    return {stem_of(word.form) for word in words_in(text) if word.form not in SMALL | AMOUNTS | CHATTER}


def _flat(words: str) -> str:
    return " ".join(words.split()).strip(" ,;:–—-")


def cut_short(material: Material) -> Iterator[Remark]:
    """Quotations that end where the sentence of the transcript goes on with a limit to what they say."""
    for quotation in material.quotations:
        found = [_behind(material, reading) for reading in quotation.readings]
        if not found or not all(found) or is_told(material.claimed(quotation), found[0]):
            continue
        said = f"The quotation ends right before “{found[0]}”, which limits it."
        words = (material.source_words(quotation.readings[0].placed[-1]),)
        yield Remark("quotation-spliced", Level.LOOK, said, (material.spot(quotation),), words, rank=4)


def _behind(material: Material, reading: Reading) -> str:
    placed = reading.placed[-1]
    turn = material.finder.turn(placed)
    return limit_behind(material.finder.transcript(placed).text[placed.end : turn.end]) if turn is not None else ""
