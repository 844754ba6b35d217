"""Whether women and men of a counted whole come to it, and no part is larger than its whole: `sample-arithmetic`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark
from trellis.core.segment import Segment
from trellis.review.counts import NUMBER, NUMBERS, counts_in, number_of
from trellis.review.material import Material
from trellis.review.prose import CITATION, SectionKind

_WORD = "|".join(sorted(NUMBERS, key=len, reverse=True))
_PART_OF_THEM = re.compile(
    rf"^\s*(?:In all,? |Altogether,? )?(?P<whole>{_WORD}|\d{{1,3}}) [^.;:]{{3,80}}?[,(]\s*(?P<part>{_WORD}|\d{{1,3}})"
    rf" of (?:them|these|whom)\b",
    re.IGNORECASE,
)
"""A number that a sentence begins with, and some of it: "Three lived abroad, two of them in Norway"."""
_SOME_ONLY = re.compile(
    r"\b(?:at least|about|more than|fewer|other|non-binary|unknown|not (?:say|known|told))\b", re.IGNORECASE
)


def of_whole(material: Material) -> Iterator[Remark]:
    """Parts of a counted whole ("Of the 32 workers 20 were women and 12 men") that do not come to it."""
    for sentence in material.sentences(SectionKind.METHODS, SectionKind.FINDINGS):
        words = material.authors_words(sentence)
        yield from _of_them(material, sentence, words)
        lead = re.match(r"\s*Of (?:the|these|our|all) ", words)
        if lead is None or CITATION.search(words) or _SOME_ONLY.search(re.split(r";|\.\s", words)[0]):
            continue
        whole = next((count for count in counts_in(material, words) if count.start == lead.end()), None)
        clause = re.split(r";|\.\s", words)[0]
        numbers = [found for found in NUMBER.finditer(clause) if whole is not None and found.start() >= whole.end]
        named = [_sex_behind(words, found.end()) for found in numbers]
        if whole is None or len(numbers) != 2 or None in named or named[0] == named[1]:
            continue
        parts = [number_of(found) for found in numbers]
        if sum(parts) != whole.n:
            said = f"{parts[0]} + {parts[1]} is {sum(parts)}; the text says {whole.n}."
            spot = material.prose.spot(sentence.start + whole.start, sentence.start + numbers[-1].end())
            yield Remark("sample-arithmetic", Level.WRONG, said, (spot,), rank=6)


def _of_them(material: Material, sentence: Segment, words: str) -> Iterator[Remark]:
    """The same behind the whole: "44 people, 23 of them women and 21 men"."""
    for whole in counts_in(material, words) if not re.match(r"\s*Of\b", words) else ():
        clause = re.match(r"\s*[,(:]\s*(?P<parts>[^,.;:()]{5,60})", words[whole.end :])
        start, end = (whole.end + clause.start("parts"), whole.end + clause.end()) if clause else (0, 0)
        numbers = list(NUMBER.finditer(words, start, end))
        named = [_sex_behind(words, each.end()) for each in numbers]
        if clause is None or len(numbers) != 2 or numbers[0].start() != start or {*named} != {"women", "men"}:
            continue
        parts = [number_of(each) for each in numbers]
        if sum(parts) != whole.n:
            said = f"{parts[0]} + {parts[1]} is {sum(parts)}; the text says {whole.n}."
            spot = material.prose.spot(sentence.start + whole.start, sentence.start + end)
            yield Remark("sample-arithmetic", Level.WRONG, said, (spot,), rank=6)


def _sex_behind(words: str, at: int) -> str | None:
    """The sex that a number is of."""
    found = re.match(
        r"\s+(?:of (?:them|whom)\s+)?(?:were\s+|was\s+)?(?:(women|female)|(men|male))\b", words[at:], re.IGNORECASE
    )
    return None if found is None else "women" if found[1] else "men"


def larger_parts(material: Material) -> Iterator[Remark]:
    """Numbers of some of a whole that are larger than the whole."""
    for sentence in material.sentences(
        SectionKind.FRONT, SectionKind.METHODS, SectionKind.FINDINGS, SectionKind.DISCUSSION
    ):
        words = material.authors_words(sentence)
        found = _PART_OF_THEM.match(words)
        if found is None or CITATION.search(words) or len(list(NUMBER.finditer(found.group()))) != 2:
            continue
        whole, part = (number_of(n) for n in NUMBER.finditer(found.group()))
        if part > whole:
            said = f"The text says {part} of {whole}: a part larger than its whole."
            spot = material.prose.spot(sentence.start + found.start("whole"), sentence.start + found.end())
            yield Remark("sample-arithmetic", Level.WRONG, said, (spot,), rank=6)
