"""Whether what is numbered, listed and noted is in order: `numbering-gap`, `note-left-in`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trellis.core.document import PartKind
from trellis.core.manuscript import Manuscript, Passage
from trellis.core.review import Level, Remark, Spot
from trellis.core.segment import Segment
from trellis.review.counts import NUMBER, number_of
from trellis.review.material import Material
from trellis.review.prose import CITATION, SectionKind

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = re.compile(
    rf"\s*(?:(?:and|but|then)\s+)?(?P<word>{'|'.join(_ORDINALS)})(?:ly)?\b(?P<comma>,?)", re.IGNORECASE
)
_NO_STEP = re.compile(
    r"\s+(?:twelve|two|three|\d+|of|author|time|wave|round|year|person|thing|interviews?)\b", re.IGNORECASE
)
_LEAD = re.compile(
    rf"{NUMBER.pattern}\s+(?:[\w-]+\s+){{0,2}}(?P<noun>[a-z][\w-]+s)\s*:\s+(?P<list>[^:.?!\n]+(?:\([^)]*\)[^:.?!\n]*)*)[.?!]?\s*$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\s*(?P<kind>Table|Figure|Fig\.?|Box)\s+(?P<n>\d{1,2})(?P<part>[a-z]?)\s*(?P<stop>[.:–—|]|\s-|$|\s+[A-Z(])"
)
_MENTION = re.compile(
    r"\b(?P<kind>[Tt]able|[Ff]igure|[Ff]ig\.|Box)s?\s+(?P<n>\d{1,2})[a-z]?\b(?:\s*(?P<join>,|and|&|–|-"
    r"|to)\s*(?P<more>\d{1,2})\b(?!\s*(?:per cent|%)))?"
)
_PLACEHOLDER = re.compile(r"\b(?:insert|place)?\s*(?:Table|Figure|Box)\s+\d+\s+(?:about |near )?here\b", re.IGNORECASE)
_LONGEST_CAPTION = 400
_MOST_NAMED = 9
_BRACKETED = re.compile(r"[\[{<]{1,2}([^\[\]{}<>\n]{1,200})[\]}>]{1,2}")
_NOTE = re.compile(
    r"^(?:[A-Z]{2,3}\s*[:–-]\s*\S|(?:to ?do|tbc|tbd|xx+|\?+|ref(?:s|erence)?\??|refs? (?:needed|here|missing)"
    r"|citation(?: needed)?|cite"
    r"|add\b.*|check\b.*|insert\b.*|delete\b.*|note to (?:self|editor)\b.*|comment\b.*|formatted?\b.*"
    r"|fix(?: this)?\b.*)$)"
    r"|\b(?:todo|tbc|fix[m]e|check (?:this|with|w/)|needs? (?:a )?(?:ref|reference|checking)|ask (?:\w+ )?(?:about"
    r"|whether|if)"
    r"|before (?:it|this) goes|rewrite this|not sure about this)\b",
    re.IGNORECASE,
)
_BARE_NOTE = re.compile(
    r"\b(?:TO[D]O|FIX[M]E|TBC|X{3,}|\?\?\?+)(?!\w)|\bError! (?:Reference source|Bookmark) not\b"
    r"|\bComment(?:ed)? \[\w+\]:|\blorem ipsum\b"
    r"|\bFormatted: "
)


_PROSE = (SectionKind.FRONT, SectionKind.METHODS, SectionKind.FINDINGS, SectionKind.DISCUSSION)
_FEWEST_HEADS = 3
_NUMBERED = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2}){0,2})\.?\s")
_LISTS = re.compile(
    rf"\b[Ss]ection\s+(?P<section>\d{{1,2}})\s+(?:makes|lists|has|gives|sets out|offers|contains|names|ends with)\s+"
    rf"{NUMBER.pattern}\s+(?P<noun>(?:recommendations|points|suggestions|lessons|questions|proposals|implications))\b",
)
_SECTION = re.compile(
    r"\b[Ss]ections?\s+(?P<n>\d{1,2}(?:\.\d{1,2}){0,2}(?:(?:,| and|, and| or|–|-| to)\s*\d{1,2}\.\d{1,2})*)(?![\d%(])"
)
_OF_ANOTHER = re.compile(r"\s*(?:of|in|under)\s+(?:the|that|their|its|this (?:act|law|policy)|[A-Z]|our|an?)\b|\s*\(")


def counted_off(material: Material) -> Iterator[Remark]:
    """Points counted off in a passage or section ("First, … Second, … Fourth, …") of which one is left out."""
    for section in material.prose.sections:
        if section.kind is SectionKind.REFERENCES:
            continue
        steps: list[tuple[int, Segment]] = []
        for passage in material.prose.manuscript.passages:
            if section.start <= passage.start < section.end and _is_prose(passage):
                steps += _steps(material, passage)
        yield from _gaps(material, steps)


def _steps(material: Material, passage: Passage) -> Iterator[tuple[int, Segment]]:
    for sentence in material.prose.sentences(passage.start, passage.end):
        words = material.authors_words(sentence)
        found = _ORDINAL.match(words)
        if found is None or (not found["comma"] and _NO_STEP.match(words, found.end())):
            continue
        if found["comma"] or words[found.start("word") : found.end()].casefold().endswith("ly"):
            start = sentence.start + found.start("word")
            yield _ORDINALS.index(found["word"].casefold()) + 1, Segment(start, sentence.start + found.end())


def _gaps(material: Material, steps: list[tuple[int, Segment]]) -> Iterator[Remark]:
    before = 0
    for n, place in steps:
        if n > before + 1 and (before or n > 2):
            lacking = _ORDINALS[before]
            said = f"Points are counted off, and there is no {lacking}."
            yield Remark("numbering-gap", Level.SAY_WHY, said, (material.prose.spot(place.start, place.end),), rank=3)
        before = n


def announced(material: Material) -> Iterator[Remark]:
    """A number of things before a colon, and fewer of them behind it ("in five stages: a, b, c, and d")."""
    for sentence in material.sentences(*_PROSE):
        words = material.authors_words(sentence)
        found = _LEAD.search(words)
        if found is None or CITATION.search(found["list"]) or NUMBER.search(found["list"]):
            continue
        said_n, named = number_of(found), _named_at_most(found["list"])
        if 2 < said_n <= _MOST_NAMED and 1 < named < said_n:
            said = f"The text says {said_n} {found['noun']} and names {named}."
            spot = material.prose.spot(sentence.start + found.start(), sentence.start + found.end())
            yield Remark("numbering-gap", Level.SAY_WHY, said, (spot,), rank=3)


def _named_at_most(listed: str) -> int:
    """How many things a list can name, reading each "and" between two as parting them where that is in doubt.

    An "and" behind a comma parts the last two; what stands behind it is then one, whatever joins its words.
    """
    plain = re.sub(r"\([^)]*\)", "", listed)
    if ";" in plain:
        parts = [part for part in plain.split(";") if part.strip()]
        return len(parts) + (len(re.findall(r"\band\b", parts[-1])) if not re.match(r"\s*and\b", parts[-1]) else 0)
    parts = [part for part in plain.split(",") if part.strip()]
    if len(parts) > 2 and re.match(r"\s*(?:and|or)\b", parts[-1]):
        return len(parts) + sum(len(re.findall(r"\b(?:and|or)\b", part)) for part in parts[:-1])
    return len(parts) + len(re.findall(r"\b(?:and|or)\b", plain))


@dataclass(frozen=True, slots=True)
class _Numbered:
    """The captions of one kind, and where the text speaks of each number."""

    captions: dict[int, list[Passage]]
    mentions: dict[int, list[Segment]]


def tables_and_figures(material: Material) -> Iterator[Remark]:
    """Tables and figures that are spoken of and are not there, are there twice, skip a number, or are not spoken of.

    Quiet about a kind of which nothing in the manuscript has a caption.
    """
    for kind in ("table", "figure", "box"):
        found = _numbered(material, kind)
        if found.captions:
            yield from _against_captions(material, kind, found)


def _against_captions(material: Material, kind: str, found: _Numbered) -> Iterator[Remark]:
    for n, places in sorted(found.mentions.items()):
        if n not in found.captions:
            spots = tuple(material.prose.spot(place.start, place.end) for place in places)
            yield Remark("numbering-gap", Level.SAY_WHY, f"There is no {kind} {n} in the manuscript.", spots, rank=3)
    last = max(found.captions)
    for n in range(1, last + 1):
        passages = found.captions.get(n, [])
        if not passages and n not in found.mentions:
            after = next(found.captions[m][0] for m in range(n, last + 1) if m in found.captions)
            said = f"The {kind}s are numbered past {n}, and there is no {kind} {n}."
            yield Remark("numbering-gap", Level.SAY_WHY, said, (_head(material, after),), rank=2)
        if len(passages) > 1:
            spots = tuple(_head(material, passage) for passage in passages)
            yield Remark(
                "numbering-gap", Level.SAY_WHY, f"There are {len(passages)} captions of {kind} {n}.", spots, rank=3
            )
        if passages and n not in found.mentions and kind != "box":  # a box stands for itself
            said = f"The text nowhere speaks of {kind} {n}."
            yield Remark("numbering-gap", Level.LOOK, said, (_head(material, passages[0]),), rank=1)


def _head(material: Material, passage: Passage) -> Spot:
    return material.prose.spot(passage.start, min(passage.end, passage.start + 60))


def _numbered(material: Material, kind: str) -> _Numbered:
    manuscript = material.prose.manuscript
    captions: dict[int, list[Passage]] = {}
    mentions: dict[int, list[Segment]] = {}
    for passage in manuscript.passages:
        words = manuscript.text[passage.start : passage.end]
        head = _CAPTION.match(words)
        is_caption = head is not None and len(words) <= _LONGEST_CAPTION and _is_beside(material, passage, head)
        if head is not None and is_caption and _kind(head["kind"]) == kind and not head["part"]:
            captions.setdefault(int(head["n"]), []).append(passage)
        if material.prose.section(passage.start).kind is SectionKind.REFERENCES or _PLACEHOLDER.search(words):
            continue
        for n, place in _mentions(passage, words, kind, head.end() if head is not None and is_caption else 0):
            mentions.setdefault(n, []).append(place)
    return _Numbered(captions, mentions)


def _mentions(passage: Passage, words: str, kind: str, begin: int) -> Iterator[tuple[int, Segment]]:
    """The numbers of a kind that a passage speaks of from a place on, each with where it does."""
    for found in _MENTION.finditer(words, begin):
        if _kind(found["kind"]) != kind or _is_anothers(words, found):
            continue
        place = Segment(passage.start + found.start(), passage.start + found.end())
        yield from ((n, place) for n in _of_mention(found))


def _is_beside(material: Material, passage: Passage, head: re.Match[str]) -> bool:
    """Whether a passage that begins like a caption is one: it has its stop, or a table stands next to it."""
    if head["stop"].strip() in {".", ":", "–", "—", "|", "-"} or not head["stop"]:
        return True
    passages = material.prose.manuscript.passages
    beside = passages[max(passage.n - 2, 0) : passage.n + 1]
    return any(each.kind is PartKind.TABLE for each in beside) and len(_words_of(material, passage)) < 40


def _words_of(material: Material, passage: Passage) -> list[str]:
    return material.prose.manuscript.text[passage.start : passage.end].split()


def _kind(written: str) -> str:
    return {"fig.": "figure", "fig": "figure"}.get(written.casefold(), written.casefold())


def _of_mention(found: re.Match[str]) -> range | tuple[int, ...]:
    n = int(found["n"])
    if found["more"] is None or (found["join"] == "," and not found.group().split()[0].endswith("s")):
        return (n,)
    more = int(found["more"])
    return range(n, more + 1) if found["join"] in {"–", "-", "to"} and n < more < n + 10 else (n, more)


def _is_anothers(words: str, found: re.Match[str]) -> bool:
    """Whether the table is in a work of the literature ("Kessler et al., 2007, Table 2"), or in a supplement."""
    before, after = words[max(found.start() - 60, 0) : found.start()], words[found.end() : found.end() + 40]
    return (
        re.search(r"(?:19|20)\d\d[a-z]?[^.()]{0,20}$|\b(?:their|his|her|whose|supplementary|appendix)\s*$", before)
        is not None
        or re.match(r"\s*(?:in|of)\s+(?:[A-Z]|the (?:supplement|appendix|online))", after) is not None
    )


def sections_named(material: Material) -> Iterator[Remark]:
    """Sections of this paper that the text sends to and that no heading has, where headings are numbered."""
    manuscript = material.prose.manuscript
    heads = [manuscript.text[p.start : p.end] for p in manuscript.passages if p.kind is PartKind.HEADING]
    numbers = {found[1] for head in heads if (found := _NUMBERED.match(head))}
    if len(numbers) < _FEWEST_HEADS:
        return
    deepest = max(number.count(".") for number in numbers)
    for passage in manuscript.passages:
        if material.prose.section(passage.start).kind is SectionKind.REFERENCES or not _is_prose(passage):
            continue
        words = material.authors_words(Segment(passage.start, passage.end))
        for found in _SECTION.finditer(words):
            named = re.findall(r"\d{1,2}(?:\.\d{1,2})*", found["n"])
            lacking = [n for n in named if n not in numbers and n.count(".") <= deepest]
            if not lacking or _OF_ANOTHER.match(words, found.end()) or _is_anothers(words, found):
                continue
            said = f"The text sends to section {lacking[0]}, and no heading has that number."
            spot = material.prose.spot(passage.start + found.start(), passage.start + found.end())
            yield Remark("numbering-gap", Level.SAY_WHY, said, (spot,), rank=3)


def fewer_than_said(material: Material) -> Iterator[Remark]:
    """A number of things that a section is said to list, where its list has more or fewer ("Section 7 makes eight")."""
    manuscript = material.prose.manuscript
    for sentence in material.sentences(*_PROSE):
        for found in _LISTS.finditer(material.authors_words(sentence)):
            items = _items_of(manuscript, found["section"])
            n = number_of(found)
            if items and n != items and n > 1:
                said = f"The text says {n} {found['noun']}; the list in section {found['section']} has {items}."
                spot = material.prose.spot(sentence.start + found.start(), sentence.start + found.end())
                yield Remark("numbering-gap", Level.SAY_WHY, said, (spot,), rank=3)


def _items_of(manuscript: Manuscript, number: str) -> int:
    """How many items the one list of a numbered section has; 0 where it has none, or more lists than one."""
    inside, runs, before = False, list[int](), -1
    for passage in manuscript.passages:
        words = manuscript.text[passage.start : passage.end]
        if passage.kind is PartKind.HEADING:
            inside = re.match(rf"\s*{re.escape(number)}(?:\.\s|\s|\.\d)", words) is not None
        elif inside and passage.kind is PartKind.LIST_ITEM:
            if before == passage.n - 1:
                runs[-1] += 1
            else:
                runs.append(1)
            before = passage.n
    return runs[0] if len(runs) == 1 else 0


def notes_left_in(material: Material) -> Iterator[Remark]:
    """Notes of the authors to themselves that stand in the text: "[check with …]", "TO[D]O", "[REF]"."""
    text = material.prose.manuscript.text
    inside = [(quotation.start, quotation.end) for quotation in material.quotations]
    for passage in material.prose.manuscript.passages:
        found = [m.span() for m in _BRACKETED.finditer(text, passage.start, passage.end) if _NOTE.search(m[1].strip())]
        found += [m.span() for m in _BARE_NOTE.finditer(text, passage.start, passage.end)]
        for start, end in sorted(set(found)):
            if any(low <= start < high for low, high in inside) or _PLACEHOLDER.search(text[start:end]):
                continue
            said = "This looks like a note that was left in."
            yield Remark("note-left-in", Level.WRONG, said, (material.prose.spot(start, end),), rank=4)


def _is_prose(passage: Passage) -> bool:
    return passage.kind in {PartKind.PARAGRAPH, PartKind.LIST_ITEM} and not passage.is_quoted
