"""Shares in per cent whose whole stands before them, or that stand right behind a number: `sample-arithmetic`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trellis.core.review import Level, Remark
from trellis.core.segment import Segment
from trellis.review.counts import GENERAL, NUMBER, NUMBERS, counts_in, number_of
from trellis.review.material import Material
from trellis.review.prose import CITATION, SectionKind

_WHERE = (SectionKind.FRONT, SectionKind.METHODS, SectionKind.FINDINGS, SectionKind.DISCUSSION)
_WORD = "|".join(sorted(NUMBERS, key=len, reverse=True))
_TEN = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
_N = rf"(?:\d{{1,4}}|{_TEN}|{_WORD})"
_SHARE = r"\(\s*(?P<share>\d{1,3})(?P<decimals>\.\d+)?\s*(?:%|per ?cent)\s*\)"
_BRACKETED = re.compile(_SHARE, re.IGNORECASE)
_LEAD = re.compile(
    rf"(?:^\s*|[.;]\s+)(?:Of|Among) (?:the |these |our |all )?(?P<whole>{_N}) (?!per ?cent)[a-z]", re.IGNORECASE
)
"""The whole that a clause begins with: "Of the 40 nurses …"."""
_PART = re.compile(rf"(?<![\w.,/–-])(?P<part>{_N})(?: (?P<noun>[a-z][\w-]+(?: [a-z][\w-]+)?))? {_SHARE}", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|out of|/)(?: the| all| our| these)?\s*$", re.IGNORECASE)
_DETERMINED = re.compile(rf"\b(?:the|all|these|our) (?P<whole>{_N})\b", re.IGNORECASE)
_ANSWERED = re.compile(
    r"\b(?:respon\w+|answer\w*|repl(?:y|ied)|invited|approached|eligible|agreed|accepted|returned|uptake)\b",
    re.IGNORECASE,
)
"""Words by which a share may be of those who were asked, whom no number near needs to give."""
_FIRST_YEAR = 1900
_CLOSE = 1.0


def of_bases_before(material: Material) -> Iterator[Remark]:
    """Shares in brackets of a clause that begins with its whole, of which no number before them is the part."""
    for sentence in material.sentences(*_WHERE):
        words = material.authors_words(sentence)
        if CITATION.search(words):
            continue
        for lead in _LEAD.finditer(words):
            end = re.compile(r"[;.]\s|$").search(words, lead.end())
            for found in _BRACKETED.finditer(words, lead.end(), end.start() if end else len(words)):
                yield from _unlike(material, sentence, words, (lead, found))


def _unlike(
    material: Material, sentence: Segment, words: str, told: tuple[re.Match[str], re.Match[str]]
) -> Iterator[Remark]:
    lead, found = told
    between = words[lead.end("whole") : found.start()]
    parts = [number_of(n) for n in NUMBER.finditer(between)]
    whole = _value(lead["whole"])
    if not parts or not whole or re.search(rf"\bof (?:the |all )?{_N} *$|\bof (?:the |all )?\d+ \w+ *$", between):
        return
    if max(parts) > whole or any(_fits(part, whole, found) for part in parts):
        return
    said = f"{parts[-1]} of {whole} are {100 * parts[-1] / whole:.0f} per cent; the text says {found['share']}."
    spot = material.prose.spot(sentence.start + lead.start("whole"), sentence.start + found.end())
    yield Remark("sample-arithmetic", Level.WRONG, said, (spot,), rank=6)


def beside_a_part(material: Material) -> Iterator[Remark]:
    """Shares right behind a number ("Nine porters (41%)") that no whole near them or in the sheet gives."""
    for sentence in material.sentences(*_WHERE) if material.sample.people else ():
        words = material.authors_words(sentence)
        if CITATION.search(words) or _ANSWERED.search(words):
            continue
        leads = [found.start() for found in _LEAD.finditer(words)]
        for found in _PART.finditer(words):
            if any(at < found.start() for at in leads) or _OF.search(words[: found.start()]):
                continue
            part, bases = _value(found["part"]), _bases(material, sentence, words, found)
            if not part or not bases or any(_fits(part, base, found) for base in bases):
                continue
            whole = max(bases)
            if part > whole:
                continue
            said = f"{part} of {whole} are {100 * part / whole:.0f} per cent; the text says {found['share']}."
            spot = material.prose.spot(sentence.start + found.start(), sentence.start + found.end())
            yield Remark("sample-arithmetic", Level.SAY_WHY, said, (spot,), rank=5)


def _bases(material: Material, sentence: Segment, words: str, found: re.Match[str]) -> set[int]:
    """What a share can be of: the numbers before it in its passage and, for people, those of the sheet.

    None where neither a noun for people nor a whole in the passage says what the part is of.
    """
    passage = material.prose.manuscript.passage_at(sentence.start)
    before = material.prose.manuscript.text[passage.start : sentence.start]
    numbers = {number_of(n) for n in NUMBER.finditer(f"{before} {words}")} - {_value(found["part"]), 0, 1}
    near = {n for n in numbers if n < _FIRST_YEAR}
    noun = found["noun"] or ""
    if not noun:
        wholes = [_value(each["whole"]) for each in _DETERMINED.finditer(before)]
        return near if wholes else set()
    group = next((c for c in counts_in(material, words) if c.start == found.start("part")), None)
    if group is None or not (GENERAL.match(noun) or group.named):
        return set()
    return near | _sizes(material)


def _sizes(material: Material) -> set[int]:
    """How many people, interviews and transcripts there are, and how many people in each group of the sheet."""
    sample = material.sample
    groups = {sample.count(name, value) for name, values in sample.values.items() for value in values}
    return groups | {len(sample.people), len(material.finder.corpus.transcripts)}


def _fits(part: int, whole: int, found: re.Match[str]) -> bool:
    share = float(f"{found['share']}{found['decimals'] or ''}")
    return whole > 0 and abs(100 * part / whole - share) <= _CLOSE


def _value(written: str) -> int:
    found = NUMBER.match(written)
    return number_of(found) if found else 0
