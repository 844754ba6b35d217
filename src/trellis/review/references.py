"""Whether what the text refers to is in the list of references, and the other way round: `reference-missing`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trellis.core.document import PartKind
from trellis.core.review import Level, Remark
from trellis.core.segment import Segment
from trellis.review.material import Material
from trellis.review.prose import SectionKind
from trellis.review.word_kinds import words

_YEAR = r"(?:19|20)\d\d"
_NAME = r"(?:(?:van|von|de|der|den|del|della|di|da|dos|la|le|ten|ter|el|al)\s+)*[A-ZÀ-Þ][\w'’.-]*[\w]"
_BRACKETS = re.compile(rf"[(\[]([^()\[\]\n]{{3,300}}?{_YEAR}[a-z]?[^()\[\]\n]{{0,120}})[)\]]")
_PART = re.compile(
    rf"^\s*(?:(?:see|also|e\.g\.?|cf\.?|for example|such as|as in|after|in|and|but|quoted in|cited in"
    rf"|reviewed in)[,:]?\s+)*"
    rf"(?P<who>{_NAME}[^;\d]{{0,120}}?),?\s+\(?(?P<years>{_YEAR}[a-z]?(?:\s*(?:,|and|&|/)\s*(?:{_YEAR})?[a-z]?\b)*)"
)
_NARRATIVE = re.compile(
    rf"(?P<who>{_NAME}(?:,\s+{_NAME})*(?:,?\s+(?:and|&)\s+{_NAME})?(?:,?\s+et al\.?"
    rf"|\s+and colleagues)?)(?:['’]s?)?,?\s+"
    rf"[(\[](?P<years>{_YEAR}[a-z]?(?:\s*[,;]\s*{_YEAR}[a-z]?)*)(?=[)\],:;])"
)
_YEARS = re.compile(rf"({_YEAR})([a-z]?)((?:\s*,\s*[a-z]\b)*)")
_ENTRY = re.compile(rf"(?P<head>[^\n]{{2,260}}?)[\s(,.]+(?P<year>{_YEAR})(?P<letter>[a-z]?)\b")
_NUMBER_MARK = re.compile(r"^\s*(?:\[\d{1,3}\]|\d{1,3}[.)])\s*")
_JOINING = words("and et al the of for in a an on colleagues de van von der den la le")
_NO_WORK = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sept?|Oct|Nov|Dec|Spring|Summer|Autumn|Winter|Act|Bill|Regulations?|Order|Directive|Census|Version|Table"
    r"|Figure|Wave|Time|Since|Until|From|Between|Day|Mr|Mrs|Dr|n|T\d)\b"
)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Work:
    """A reference in the text or an entry of the list. names: of its authors, small; year: with its letter."""

    names: tuple[str, ...]
    year: str
    start: int
    end: int
    written: str

    @property
    def plain_year(self) -> str:
        """The year without a letter."""
        return self.year[:4]


def missing_references(material: Material) -> Iterator[Remark]:
    """References in the text that the list lacks, and entries of the list that the text nowhere refers to.

    Quiet without a list of at least two works, and where the text refers by number.
    """
    entries = list(_entries(material))
    if len(entries) < _FEWEST:
        return
    cited = list(_cited(material))
    if not cited:
        return
    lacking: dict[str, list[Work]] = {}
    for work in cited:
        if not any(_is_one(work, entry) for entry in entries):
            lacking.setdefault(work.written, []).append(work)
    for written, works in lacking.items():
        near = [e for e in entries if _share_a_name(works[0], e) and e.names[:1] == works[0].names[:1]]
        listed = f"; it has {_told(near[0])}" if near else ""
        said = f"“{written}” is not in the list of references{listed}."
        spots = tuple(material.prose.spot(work.start, work.end) for work in works)
        yield Remark("reference-missing", Level.SAY_WHY, said, spots, rank=3)
    mistaken = {work.names[:1] for works in lacking.values() for work in works}
    for entry in entries:
        is_cited = any(_is_one(work, entry) for work in cited) or entry.names[:1] in mistaken
        if not is_cited and not _is_named(material, entry):
            said = f"Nothing in the text refers to {_told(entry)}."
            spot = material.prose.spot(entry.start, entry.end)
            yield Remark("reference-missing", Level.SAY_WHY, said, (spot,), rank=2)
    yield from _lone_letters(material, entries)


def _told(entry: Work) -> str:
    return f"{entry.written} ({entry.year})"


def _lone_letters(material: Material, entries: list[Work]) -> Iterator[Remark]:
    """Entries whose year has a letter though the list has no other work of that author and year."""
    for entry in entries:
        alike = [e for e in entries if e.names[:1] == entry.names[:1] and e.plain_year == entry.plain_year]
        if entry.year[4:] and len(alike) == 1:
            said = f"{_told(entry)} has a letter, and the list has no other work of that author and year."
            yield Remark("reference-missing", Level.LOOK, said, (material.prose.spot(entry.start, entry.end),), rank=1)


def _entries(material: Material) -> Iterator[Work]:
    """The works of the list, one a passage, or one a line where a passage has several that begin like one."""
    manuscript = material.prose.manuscript
    for passage in manuscript.passages:
        in_list = material.prose.section(passage.start).kind is SectionKind.REFERENCES
        if not in_list or passage.kind in {PartKind.HEADING, PartKind.TABLE, PartKind.FOOTNOTE}:
            continue
        at = passage.start
        for line in manuscript.text[passage.start : passage.end].split("\n"):
            entry = _entry(line, at)
            if entry is not None:
                yield entry
            at += len(line) + 1


def _entry(line: str, at: int) -> Work | None:
    mark = _NUMBER_MARK.match(line)
    begin = mark.end() if mark else 0
    found = _ENTRY.match(line, begin)
    if found is None or not line[begin : begin + 1].isalpha():
        return None
    head = found["head"]
    names = _names_of(head)
    if not names:
        return None
    first = re.split(r",|\s+\(|\.\s", head.strip(), maxsplit=1)[0].strip()
    return Work(names, found["year"] + found["letter"], at + begin, at + found.end(), first)


def _names_of(head: str) -> tuple[str, ...]:
    """The words that can be an author's name, in order: initials and joining words left out."""
    found = re.findall(r"[^\W\d_][\w'’-]*", head)
    kept = [_flat(word) for word in found if len(word) > 1 and word.casefold() not in _JOINING]
    return tuple(word for word in kept if word)


def _flat(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.casefold()).replace("’", "'")


def _cited(material: Material) -> Iterator[Work]:
    """The works that the text refers to by name and year."""
    text = material.prose.manuscript.text
    for stretch in _stretches(material):
        for found in _BRACKETS.finditer(text, stretch.start, stretch.end):
            at = found.start(1)
            for part in found[1].split(";"):
                yield from _works(material, _PART.match(part), at)
                at += len(part) + 1
        for found in _NARRATIVE.finditer(text, stretch.start, stretch.end):
            yield from _works(material, found, 0)


def _stretches(material: Material) -> Iterator[Segment]:
    for passage in material.prose.manuscript.passages:
        if material.prose.section(passage.start).kind is not SectionKind.REFERENCES:
            yield Segment(passage.start, passage.end)


def _works(material: Material, found: re.Match[str] | None, base: int) -> Iterator[Work]:
    if found is None or _NO_WORK.search(found["who"]) or _is_somebody(material, found["who"]):
        return
    names = _names_of(found["who"])
    for year in _YEARS.finditer(found["years"]):
        for letter in (year[2], *re.findall(r"[a-z]", year[3])):
            written = f"{' '.join(found['who'].split())}, {year[1]}{letter}"
            yield Work(names, year[1] + letter, base + found.start("who"), base + found.end("years"), written)


def _is_somebody(material: Material, who: str) -> bool:
    """Whether the words mean people or groups of the sample and no author."""
    found = material.lexicon.read(who)
    return bool(found.people or found.named or found.unknown)


def _is_one(work: Work, entry: Work) -> bool:
    """Whether a reference can mean an entry: a name, or the initials of an organisation, and the year."""
    return work.plain_year == entry.plain_year and _letters_agree(work, entry) and _share_a_name(work, entry)


def _letters_agree(work: Work, entry: Work) -> bool:
    return not work.year[4:] or not entry.year[4:] or work.year == entry.year


def _share_a_name(work: Work, entry: Work) -> bool:
    initials = "".join(name[0] for name in entry.names)
    short = "".join(name[0] for name in work.names)
    return any(name in entry.names or (len(name) > 1 and initials.startswith(name)) for name in work.names) or (
        len(short) > 1 and short == entry.names[0]
    )


def _is_named(material: Material, entry: Work) -> bool:
    """Whether the text has the first author's name and the year near each other, in a form that was not read."""
    text = material.prose.manuscript.text
    name = re.compile(rf"\b{re.escape(entry.names[0])}\b", re.IGNORECASE)
    for stretch in _stretches(material):
        for found in name.finditer(text, stretch.start, stretch.end):
            if entry.plain_year in text[found.end() : found.end() + 120]:
                return True
    return _is_numbered(material)


def _is_numbered(material: Material) -> bool:
    """Whether the text refers by numbers in brackets."""
    text = material.prose.manuscript.text
    return (
        sum(
            1
            for s in _stretches(material)
            for _ in re.finditer(r"\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]", text[s.start : s.end])
        )
        > 2
    )
