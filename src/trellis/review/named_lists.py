"""Whether as many people are listed by name or number as the sentence says: `quantifier-unbased`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from trellis.core.review import Level, Remark
from trellis.core.segment import Segment
from trellis.review.attributions import Named
from trellis.review.counts import NUMBER, NUMBERS, number_of
from trellis.review.material import Material
from trellis.review.people import Sample
from trellis.review.prose import CITATION, SectionKind

_WHERE = (SectionKind.FRONT, SectionKind.FINDINGS, SectionKind.DISCUSSION)
_N = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_LISTING = re.compile(
    rf"\b(?P<how>All|Each|Every one|{_N})(?: of)?(?: the| our)?(?: (?P<whole>{_N}))? (?P<group>[^.;:()]{{3,50}}?) ?\("
    rf"(?P<list>[^()]*\d[^()]*)\)",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?P<how>most|nearly all|almost all|(?:the )?(?:great |vast |large )?majority)\b(?: of)?(?: the| our)? ",
    re.IGNORECASE,
)
_MARK = re.compile(r"[a-z)][.,;]?(?P<n>\d{1,2})(?=[\s.,;]|$)")
_NOTE = re.compile(r"\s*(?P<n>\d{1,2})[.)]?\s+(?=\S)")
_NOTES = re.compile(r"^(?:\d[\d.]*\s*)?(?:end)?notes?$", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<base>.*\D)\s?(?P<n>\d{1,3})")
_FEWEST = 3
_SHARES = {"nearly all": 0.75, "almost all": 0.75}


@lru_cache(maxsize=8)
def _bases(sample: Sample) -> dict[str, dict[int, int]]:
    """The people of a sample by the words and the number of their names: "Porter 3"."""
    made: dict[str, dict[int, int]] = {}
    for at, person in enumerate(sample.people):
        for name in person.names:
            found = _NUMBERED.fullmatch(name)
            if found is not None:
                made.setdefault(" ".join(found["base"].split()).casefold(), {})[int(found["n"])] = at
    return made


def numbered_people(sample: Sample, words: str) -> tuple[frozenset[int], str]:
    """The people whom some words list by name and number ("Porters 1, 2 and 4; Nurse 3"), and the words beside."""
    bases = _bases(sample)
    if not bases:
        return frozenset(), words
    either = "|".join(re.escape(base) for base in sorted(bases, key=len, reverse=True))
    listed = re.compile(
        rf"(?<!\w)(?P<base>{either})s?\s?(?P<list>\d{{1,3}}(?:(?:\s*(?:,|–|-|\band\b|\bto\b|&))+\s*\d{{1,3}})*)\b",
        re.IGNORECASE,
    )
    again = re.compile(rf"(?<=\d)(?P<to>\s*(?:–|-|\bto\b)\s*)(?:{either})\s?(?=\d)", re.IGNORECASE)
    words = again.sub(r"\g<to>", words)  # "P1 to P7"
    people: set[int] = set()
    for found in listed.finditer(words):
        known = bases[found["base"].casefold()]
        people |= {known[n] for n in _numbers(found["list"]) if n in known}
    return frozenset(people), listed.sub(" ", words)


def _numbers(listed: str) -> set[int]:
    """The numbers of "1, 2 and 4 to 6"."""
    made: set[int] = set()
    for part in re.split(r",|\band\b|&", listed):
        ends = [int(n) for n in re.findall(r"\d+", part)]
        made |= set(range(ends[0], ends[-1] + 1)) if ends else set()
    return made


def listed_in_brackets(material: Material) -> Iterator[Remark]:
    """Groups that are said to be all, or so many, and of whom another number is listed right behind them."""
    for sentence in material.sentences(*_WHERE) if material.sample.people else ():
        words = material.authors_words(sentence)
        for found in _LISTING.finditer(words) if not CITATION.search(words) else ():
            people, rest = numbered_people(material.sample, found["list"])
            group = _group(material, words, found.start("group"), found.end("group"))
            if (
                len(people) < 2
                or group is None
                or re.search(r"\w{3,}", rest.replace("and", " "))
                or re.search(r"\d", rest)
            ):
                continue
            expected = _expected(material, found, group)
            if expected and expected != len(people):
                said = f"The text says “{_told(words, found.start(), found.end('group'))}” and lists {len(people)}"
                whole = f" of {expected}." if found["how"].casefold() in {"all", "each", "every one"} else "."
                spot = material.prose.spot(sentence.start + found.start(), sentence.start + found.end())
                yield Remark("quantifier-unbased", Level.SAY_WHY, f"{said}{whole}", (spot,), rank=6)


def _expected(material: Material, found: re.Match[str], group: Named) -> int:
    """How many people a sentence says that there are in its list."""
    n, whole = NUMBER.fullmatch(found["how"]), NUMBER.fullmatch(found["whole"] or "")
    if n is not None:
        return number_of(n)
    return number_of(whole) if whole else _size(material, group)


def _size(material: Material, group: Named) -> int:
    return sum(bool(group.values & set(person.of(group.attribute))) for person in material.sample.people)


def _group(material: Material, words: str, start: int, end: int) -> Named | None:
    found = (named for named, at in material.lexicon.mentions(words) if start <= at < end)
    return next((named for named in found if named.attribute in material.role_attributes), None)


def _told(words: str, start: int, end: int) -> str:
    return " ".join(words[start:end].split())


def listed_in_notes(material: Material) -> Iterator[Remark]:
    """Sentences that say "most" of a group and refer to a note that lists too few of it."""
    notes = _notes(material) if material.sample.people else {}
    for sentence in material.sentences(*_WHERE) if notes else ():
        words = material.authors_words(sentence)
        most = _MOST.search(words)
        mark = _MARK.search(words, most.end()) if most else None
        if most is None or mark is None or int(mark["n"]) not in notes:
            continue
        group = _group(material, words, most.end(), most.end() + 40)
        listed, _ = numbered_people(material.sample, notes[int(mark["n"])])
        if group is None:
            continue
        people = [n for n in listed if group.values & set(material.sample.people[n].of(group.attribute))]
        if len(people) < _FEWEST:
            continue
        size = _size(material, group)
        if len(people) <= _SHARES.get(most["how"].casefold(), 0.5) * size:
            said = f"The text says “{_told(words, most.start(), most.end())} {group.written}”; "
            said += f"note {mark['n']} lists {len(people)} of {size}."
            spot = material.prose.spot(sentence.start + most.start(), sentence.start + mark.end())
            yield Remark("quantifier-unbased", Level.SAY_WHY, said, (spot,), rank=6)


def _notes(material: Material) -> dict[int, str]:
    """The notes that stand under a heading of their own, by number."""
    prose = material.prose
    made: dict[int, str] = {}
    for section in prose.sections:
        if not any(_NOTES.match(head.strip()) for head in section.path[-1:]):
            continue
        for passage in prose.manuscript.passages:
            words = prose.manuscript.text[passage.start : passage.end]
            found = _NOTE.match(words) if section.start <= passage.start < section.end else None
            if found is not None:
                made[int(found["n"])] = prose.words(Segment(passage.start, passage.end))
    return made
