"""Whether the same thing is counted alike wherever it is counted: `sample-arithmetic`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from trellis.core.document import PartKind
from trellis.core.manuscript import Passage
from trellis.core.review import Level, Remark
from trellis.core.wording import stem_of, words_in
from trellis.review.counts import NUMBER, number_of
from trellis.review.material import Material
from trellis.review.people import singular
from trellis.review.prose import CITATION, SectionKind
from trellis.review.word_kinds import words as listed

_PROSE = (SectionKind.FRONT, SectionKind.METHODS, SectionKind.FINDINGS, SectionKind.DISCUSSION)
_THING = re.compile(
    rf"{NUMBER.pattern}\s+(?P<such>such )?(?P<adjective>[a-z][\w-]+ )?(?P<noun>[a-z][a-z-]{{3,}}s)\b", re.IGNORECASE
)
_DETERMINED = re.compile(
    r"(?:^|\b)(?:the|all|all the|these|our|all of the|both|between them the|of the|those)\s+$", re.IGNORECASE
)
_SOME = re.compile(
    r"\b(?:other|first|last|remaining|another|same|next|two of|one of|some of|three of|only|further|more|those|each"
    r"|every)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_FOUND = re.compile(
    r"\b(?:found|identified|identify|heard of|told of|were told of|there (?:were|are)|counted|lists?|describe[ds]?"
    r"|reports?|yielded|produced"
    r"|derived|developed|distinguish\w*|discern\w*|present(?:s|ed)?|comprised|consisted of|into"
    r"|generated)\s+(?:\w+ly )?(?:the |all (?:the )?)?$",
    re.IGNORECASE,
)
_NARROWED = re.compile(
    r"\s*(?:there|here|who|whom|whose|that|which|where|in|at|on|with|without|we|from|of|to|for|by|about|after|before"
    r"|since|left|only|alone"
    r"|outside|inside|named|held|made|concerned)\b",
    re.IGNORECASE,
)
_NO_THING = listed(
    """months years weeks days hours minutes times nights pounds pages words cases ways lines points others occasions
    steps sides hundreds thousands parts halves quarters sentences things reasons voices mornings miles sheets
    questions answers quotations extracts interviews rounds"""
)
"""Plural nouns of which a paper counts several lots."""
_OF_ROWS = re.compile(
    rf"(?P<n>{NUMBER.pattern})\s+of (?:the|these|our|all)\s+(?P<whole>\d{{1,3}}"
    rf"|[a-z-]+)\s+(?:\w+ ){{0,2}}in table (?P<table>\d{{1,2}})\b",
    re.IGNORECASE,
)
_LONGEST_CELL = 2


@dataclass(frozen=True, slots=True)
class _Thing:
    """A counted thing in a sentence. start, end: in the manuscript. is_whole: it is said to be all of them."""

    n: int
    noun: str
    start: int
    end: int
    is_whole: bool
    is_found: bool
    kind: SectionKind


def counted_twice(material: Material) -> Iterator[Remark]:
    """Things that abstract or methods count as a whole, once, otherwise than the rest of the paper does."""
    things = list(_things(material))
    by_noun: dict[str, list[_Thing]] = {}
    for thing in things:
        by_noun.setdefault(thing.noun, []).append(thing)
    for found in by_noun.values():
        odd = _odd(found) or _found_otherwise(found)
        if odd is None:
            continue
        thing, other = odd
        text = material.prose.manuscript.text
        said = (
            f"“{' '.join(text[thing.start : thing.end].split())}” here; "
            f"elsewhere “{' '.join(text[other.start : other.end].split())}”."
        )
        spots = (material.prose.spot(thing.start, thing.end), material.prose.spot(other.start, other.end))
        yield Remark("sample-arithmetic", Level.SAY_WHY, said, spots, rank=5)


def _things(material: Material) -> Iterator[_Thing]:
    for sentence in material.sentences(*_PROSE):
        words = material.authors_words(sentence)
        if CITATION.search(words):
            continue
        kind = material.prose.section(sentence.start).kind
        for found in _THING.finditer(words):
            lead = words[: found.start()]
            if found["noun"].casefold() in _NO_THING or _SOME.search(lead) or _is_of_people(material, found):
                continue
            is_whole = _DETERMINED.search(lead) is not None and _NARROWED.match(words, found.end()) is None
            is_found = _FOUND.search(lead) is not None
            noun = f"{found['adjective'] or ''}{singular(found['noun'])}".casefold()
            at = sentence.start + found.start(), sentence.start + found.end()
            yield _Thing(number_of(found), noun, *at, is_whole, is_found, kind)


def _is_of_people(material: Material, found: re.Match[str]) -> bool:
    return bool(material.lexicon.read(found["noun"]).named)


def _odd(things: list[_Thing]) -> tuple[_Thing, _Thing] | None:
    """The one place where methods or abstract count all of something otherwise than all the other places do."""
    counts = Counter(thing.n for thing in things)
    usual = max(counts, key=lambda n: (counts[n], n))
    odd = [thing for thing in things if thing.n != usual and thing.is_whole]
    if len(odd) != 1 or counts[usual] < 2 or counts[odd[0].n] != 1:
        return None
    if odd[0].kind not in {SectionKind.FRONT, SectionKind.METHODS}:
        return None
    whole = next((thing for thing in things if thing.n == usual and (thing.is_whole or thing.is_found)), None)
    return (odd[0], whole) if whole is not None else None


def _found_otherwise(things: list[_Thing]) -> tuple[_Thing, _Thing] | None:
    """What abstract or summary say was found, where the findings count all of the same as fewer or more."""
    front = [thing for thing in things if thing.kind is SectionKind.FRONT and (thing.is_found or thing.is_whole)]
    body = [thing for thing in things if thing.kind is SectionKind.FINDINGS]
    whole = {thing.n for thing in body if thing.is_whole or thing.is_found}
    if len({thing.n for thing in front}) != 1 or len(whole) != 1 or front[0].n in {thing.n for thing in body}:
        return None
    return front[0], next(thing for thing in body if thing.n in whole and (thing.is_whole or thing.is_found))


def rows_counted(material: Material) -> Iterator[Remark]:
    """Numbers of rows that a sentence gives of a table ("nine of the twelve groups in Table 2"), against its cells."""
    for sentence in material.sentences(SectionKind.FRONT, SectionKind.FINDINGS, SectionKind.DISCUSSION):
        words = material.authors_words(sentence)
        for found in _OF_ROWS.finditer(words):
            table = _table(material, int(found["table"]))
            n, whole = NUMBER.match(found["n"]), NUMBER.match(found["whole"])
            if table is None or n is None or whole is None:
                continue
            fits = _with_words(material, table, words, number_of(whole))
            if fits and number_of(n) not in fits:
                said = f"The text says “{found.group().split(' in ')[0]}”; in the table it is {min(fits)}."
                spot = material.prose.spot(sentence.start + found.start(), sentence.start + found.end())
                yield Remark("sample-arithmetic", Level.SAY_WHY, said, (spot,), rank=6)


def _table(material: Material, n: int) -> Passage | None:
    """The table below, or above, the caption of a number."""
    passages, text = material.prose.manuscript.passages, material.prose.manuscript.text
    for passage in passages:
        if passage.kind is not PartKind.TABLE:
            continue
        beside = [passages[at] for at in (passage.n - 2, passage.n) if 0 <= at < len(passages)]
        if any(re.match(rf"\s*Table {n}\b", text[each.start : each.end]) for each in beside):
            return passage
    return None


def _with_words(material: Material, table: Passage, words: str, whole: int) -> set[int]:
    """How many rows have a short cell of which the sentence has the word, alone and with others."""
    text = material.prose.manuscript.text
    rows = table.rows[1:]
    if len(rows) != whole:
        return set()
    stems = {stem_of(word.form) for word in words_in(words)}
    found: set[int] = set()
    for column in range(1, len(table.rows[0])):
        cells = [text[row[column].start : row[column].end].strip().casefold() for row in rows if column < len(row)]
        counts = Counter(cell for cell in cells if _is_a_word(cell))
        named = [cell for cell in counts if counts[cell] > 1 and all(stem_of(w.form) in stems for w in words_in(cell))]
        for cell in named:
            found |= _sums(counts[cell], [count for other, count in counts.items() if other != cell])
    return found


def _is_a_word(cell: str) -> bool:
    return any(letter.isalpha() for letter in cell) and len(list(words_in(cell))) <= _LONGEST_CELL


def _sums(first: int, others: list[int]) -> set[int]:
    """What a count comes to alone and with any of the others, which may mean the same in other words."""
    reached = {first}
    for count in others:
        reached |= {each + count for each in reached}
    return reached
