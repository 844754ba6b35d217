"""The people of a sample sheet, what is known of them, and the words by which an attribution may mean them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from trellis.core.matching import words_of
from trellis.review.round_columns import Told, told_by

NAME_HEADS = (
    "participant", "participant id", "participant code", "participant number", "participant no", "case", "pseudonym",
    "id", "code", "name", "interviewee", "respondent", "person", "no", "number", "interview", "interview id", "key",
    "participant pseudonym", "study id", "subject", "informant", "pid", "alias", "code name",
)  # fmt: skip
_NAME_HEAD = re.compile(
    r"(?:study |research )?"
    r"(?:p|ppt|pt|participants?|interviewees?|respondents?|informants?|persons?|subjects?|interviews?|study|pseudonyms?|case)"
    r"(?: (?:pseudonym|code|study))? (?:ids?|nr|no|num|number|code|identifier|name|pseudonym)(?: number)?"
)
"""Heads such as "Interviewee code", "Participant ID number", "P no."."""
SOURCE_HEADS = (
    "source", "sources", "file", "files", "filename", "file name", "transcript", "transcripts", "document",
    "source file", "source files", "source name", "transcript file", "transcript files", "transcript name",
    "transcript id", "text file", "text",
)  # fmt: skip
_INTERVIEWER_HEADS = ("interviewer", "interviewers", "interviewed by", "researcher", "researchers")
_APART = re.compile(
    r"\b(?:date|minutes?|duration|length|notes?|notice|licen[cs]e|comments?|interviewers?|e-?mail|phone|recording|consent"
    r"|transcri\w+|background|held on|status|years?|age|kind)\b"
)
_MINUTES = re.compile(r"\b(?:minutes?|mins?|duration|length)\b")
_DATES = re.compile(r"\b(?:dates?|held on)\b")
_AGES = re.compile(r"^ages?$|\bage (?:in )?years\b|^years of age$")
_TOTAL = re.compile(r"(?:grand |sub)?totals?|sum|all|n", re.IGNORECASE)
_RECOGNISED = re.compile(r"identif|recogni|be named|named|attribut|single|by role|with role|disclos", re.IGNORECASE)
_YES = frozenset({"yes", "y", "true", "1", "given", "agreed", "ok", "consented"})
_NO = frozenset({"no", "n", "false", "0", "refused", "not given", "declined", "withdrawn"})
_WAIVED_IN_WORDS = re.compile(
    r"(?:agree|consent|happy|content|permission|approv)\w*\b.{0,40}\b(?:identif|recogni|named|attribut|by role|quoted"
    r"\s(?:by|with|under))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Interview:
    """One row of the sheet: the files that it names, its month, and what else stands there."""

    sources: tuple[str, ...]
    date: tuple[int, int] | None
    values: tuple[tuple[str, str], ...]

    def of(self, attribute: str) -> str:
        """What the row says of an attribute, "" for nothing."""
        return next((value for name, value in self.values if name == attribute), "")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the sample.

    names: identifiers and pseudonyms, the first one to print. values: attribute and value, more than one for an
    attribute that varies. sources: files named in the sheet. may_be_quoted: None where the sheet does not say.
    is_open: the person agreed to be recognisable. minutes, dates: how long and when they were interviewed, once for
    each row, as far as the sheet says; dates as (year, month). interviews: the rows themselves.
    """

    names: tuple[str, ...]
    values: tuple[tuple[str, str], ...]
    sources: tuple[str, ...] = ()
    may_be_quoted: bool | None = None
    is_open: bool = False
    minutes: tuple[float, ...] = ()
    dates: tuple[tuple[int, int], ...] = ()
    age: float | None = None
    interviews: tuple[Interview, ...] = ()

    @property
    def name(self) -> str:
        """The name that stands for the person."""
        return self.names[0]

    def of(self, attribute: str) -> tuple[str, ...]:
        """The person's values of an attribute."""
        return tuple(value for name, value in self.values if name == attribute)


@dataclass(frozen=True)
class Sample:
    """The people of a sample sheet and its attributes, in the order of the columns.

    interviewers: names found in a column of that head. guessed: the head of the first column, where no head says who a
    row is about and that one was taken for the names.
    """

    people: tuple[Person, ...]
    attributes: tuple[str, ...]
    interviewers: tuple[str, ...] = ()
    guessed: str = ""

    @cached_property
    def values(self) -> dict[str, tuple[str, ...]]:
        """Every value of each attribute, in order of first use."""
        return {
            attribute: tuple(dict.fromkeys(value for person in self.people for value in person.of(attribute)))
            for attribute in self.attributes
        }

    def count(self, attribute: str, value: str) -> int:
        """How many people have a value."""
        return sum(value in person.of(attribute) for person in self.people)


NOBODY = Sample((), ())
"""The sample where no sheet was given."""


def sample_of(rows: Sequence[Sequence[str]]) -> Sample:
    """The sample that a sheet holds; its heads are looked for below titles and notes.

    Rows of totals are left out, and several rows of one name are one person. A sheet without people gives none.
    """
    at = _heads_at(rows)
    if at is None:
        return NOBODY
    columns = _Columns.of(rows[at])
    people: dict[str, Person] = {}
    for row in rows[at + 1 :]:
        person = columns.person([" ".join(cell.split()) for cell in (*row, *[""] * len(columns.titles))])
        if person is not None:
            before = people.get(person.name)
            people[person.name] = person if before is None else _joined(before, person)
    asked = {part for row in rows[at + 1 :] for n in columns.interviewers if n < len(row) for part in _parts(row[n])}
    guessed = columns.titles[0] if columns.is_guessed else ""
    return Sample(tuple(people.values()), columns.attributes, tuple(sorted(asked)), guessed)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns of a sheet hold names, files, attributes, and who interviewed.

    told: what each head says of a round. rounds: what the rounds are called that columns tell apart, "" for none.
    """

    titles: tuple[str, ...]
    heads: tuple[str, ...]
    told: tuple[Told, ...]
    names: tuple[int, ...]
    sources: tuple[int, ...]
    kept: tuple[int, ...]
    interviewers: tuple[int, ...]
    rounds: str = ""
    is_guessed: bool = False

    @classmethod
    def of(cls, row: Sequence[str]) -> _Columns:
        heads = tuple(_plain(cell) for cell in row)
        told = tuple(told_by(head) for head in heads)
        names = tuple(n for n, head in enumerate(heads) if head in NAME_HEADS or _NAME_HEAD.fullmatch(head))
        sources = tuple(n for n, each in enumerate(told) if each.what in SOURCE_HEADS)
        is_guessed = not names and not sources and heads[0] not in _SIGNS
        if not names and not sources:
            names = (0,)
        taken = {*names, *sources}
        kept = tuple(n for n, head in enumerate(heads) if head and n not in taken and not _APART.search(head))
        asked = tuple(n for n, head in enumerate(heads) if head in _INTERVIEWER_HEADS)
        values = {told[n].value for n in sources if told[n].value}
        rounds = next(told[n].attribute for n in sources if told[n].value) if len(values) > 1 else ""
        if rounds in {heads[n] for n in kept}:
            rounds = ""
        return cls(
            tuple(" ".join(cell.split()) for cell in row), heads, told, names, sources, kept, asked, rounds, is_guessed
        )

    @property
    def attributes(self) -> tuple[str, ...]:
        """The attributes of the people, the round that columns tell apart last."""
        return (*(self.titles[n] for n in self.kept), *([self.rounds] if self.rounds else []))

    def person(self, cells: list[str]) -> Person | None:
        """Whom a row is about; None for totals, empty rows, and rows about documents or places."""
        files = tuple(part for n in self.sources for part in _parts(cells[n]))
        called = tuple(dict.fromkeys(cells[n] for n in self.names if cells[n]))
        called = called or tuple(re.sub(r"\.\w{2,5}$", "", name) for name in files[:1])
        values = tuple((self.titles[n], cells[n]) for n in self.kept if cells[n].casefold() not in _EMPTY)
        if not called or _TOTAL.fullmatch(called[0]) or not (values or files or not self.kept):
            return None
        kinds = {cells[n].casefold() for n, head in enumerate(self.heads) if head == "kind"}
        if kinds & _NO_PERSON:
            return None
        quoted, is_open = _consents(self.heads, cells)
        rows = tuple(self._interviews(cells, values))
        seen = tuple((self.rounds, value) for row in rows if self.rounds and (value := row.of(self.rounds)))
        minutes = self._minutes(cells)
        dates = tuple(row.date for row in rows if row.date)
        age = next((n for _, cell in self._under(_AGES, cells) if (n := _number(cell)) is not None), None)
        return Person(called, (*values, *seen), files, quoted, is_open, minutes, dates, age, rows)

    def _interviews(self, cells: list[str], values: tuple[tuple[str, str], ...]) -> Iterator[Interview]:
        """The interviews that a row tells of: one for each round with a file, or for each file with its own date."""
        of_rounds = dict.fromkeys(self.told[n].value for n in self.sources if self.rounds)
        found = list[Interview]()
        for value in of_rounds or [""]:
            own = [n for n in self.sources if not self.rounds or self.told[n].value == value]
            files = tuple(part for n in own for part in _parts(cells[n]))
            dates = [part for n in self._dates(value) for part in _parts(cells[n])]
            if self.rounds and not files:
                continue
            more = (*values, (self.rounds, value)) if value else values
            if len(files) == len(dates) > 1:
                found += [Interview((file,), _month(date), more) for file, date in zip(files, dates, strict=True)]
            else:
                found.append(Interview(files, next((day for each in dates if (day := _month(each))), None), more))
        yield from found or [Interview((), None, values)]

    def _dates(self, value: str) -> list[int]:
        """The columns with the dates of a round, or, without rounds, of the interview."""
        found = [n for n, head in enumerate(self.heads) if _DATES.search(head)]
        return [n for n in found if not self.rounds or self.told[n].value == value]

    def _minutes(self, cells: list[str]) -> tuple[float, ...]:
        """How long the interviews of a row took: a number in one cell for each of them, or one."""
        for head, cell in self._under(_MINUTES, cells):
            found = [_minutes(head, part) for part in _parts(cell)]
            known = tuple(each for each in found if each is not None)
            if known and len(known) == len(found):
                return known
        return ()

    def _under(self, heads: re.Pattern[str], cells: list[str]) -> Iterator[tuple[str, str]]:
        return ((head, cell) for head, cell in zip(self.heads, cells, strict=False) if heads.search(head) and cell)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[;,\n]", cell) if part.strip())


def _number(cell: str) -> float | None:
    found = re.fullmatch(r"(\d{1,4}(?:\.\d+)?)\s*[a-z.]*", cell.casefold())
    return float(found[1]) if found else None


def _minutes(head: str, cell: str) -> float | None:
    """The minutes that a cell gives: plain, "1:12:30", "72:10", "1 h 12"; hours where the head says so."""
    clock = re.fullmatch(r"(\d{1,2}):(\d\d):(\d\d)", cell)
    if clock:
        return int(clock[1]) * 60 + int(clock[2]) + int(clock[3]) / 60
    spoken = re.fullmatch(r"(\d{1,2})\s*h(?:ours?|rs?)?\s*(\d{1,2})?\s*(?:m\w*)?", cell.casefold())
    if spoken:
        return int(spoken[1]) * 60 + int(spoken[2] or 0)
    number = _number(cell)
    if number is None or re.search(r"\b(?:page|word|line|character)", head):
        return None
    return number * 60 if re.search(r"\bhours?\b", head) else number


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def month_of(name: str) -> int:
    """The number of a month by its English name or the beginning of it. Raises ValueError for other words."""
    return _MONTHS.index(name[:3].casefold()) + 1


def _month(cell: str) -> tuple[int, int] | None:
    """Year and month of a date in one of the usual forms; None where day and month cannot be told apart."""
    found = re.match(r"((?:19|20)\d\d)[-/.](\d{1,2})\b", cell)
    if found and 1 <= int(found[2]) <= 12:
        return int(found[1]), int(found[2])
    found = re.search(r"\b([A-Za-z]{3,9})\.?,?\s+((?:19|20)\d\d)\b", cell)
    if found and found[1][:3].casefold() in _MONTHS:
        return int(found[2]), month_of(found[1])
    found = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)", cell)
    if found and 1 <= int(found[2]) <= 12 and (int(found[1]) > 12 or found[1] == found[2]):
        return int(found[3]), int(found[2])
    return None


_EMPTY = frozenset({"", "-", "–", "n/a", "na", "none"})
_NO_PERSON = frozenset({"document", "site", "team", "organisation", "organization", "group", "pair"})


def _heads_at(rows: Sequence[Sequence[str]]) -> int | None:
    """The row of heads: the one among the first that knows most heads, else the first that is as wide as the sheet."""
    first = rows[:15]
    filled = [sum(bool(cell.strip()) for cell in row) for row in first]
    if not any(count >= 2 for count in filled):
        return None
    known = [sum(_is_known_head(_plain(cell)) for cell in row) for row in first]
    if max(known) > 0:
        return max(range(len(first)), key=lambda at: (known[at], filled[at], -at))
    return next(at for at, count in enumerate(filled) if count >= max(2, max(filled) - 1))


def _is_known_head(head: str) -> bool:
    return head in {*NAME_HEADS, *SOURCE_HEADS, *_USUAL} or _NAME_HEAD.fullmatch(head) is not None


_SIGNS = frozenset({"", "nr", "num", "p"})
"""Heads of a first column that number the rows: "#", "Nr.", "P"."""
_USUAL = ("role", "site", "gender", "sex", "team", "age", "group", "organisation", "organization", "wave", "band")


def _consents(heads: Sequence[str], cells: Sequence[str]) -> tuple[bool | None, bool]:
    quoted: bool | None = None
    is_open = any(_WAIVED_IN_WORDS.search(cell) and not re.search(r"\bnot\b", cell) for cell in cells)
    for head, cell in zip(heads, cells, strict=False):
        answer = cell.casefold()
        if not re.search(r"consent|agree|permission", head):
            continue
        if _RECOGNISED.search(head):
            is_open = is_open or answer in _YES
        elif re.search(r"quot|verbatim|excerpt", head):
            quoted = True if answer in _YES else False if answer in _NO else quoted
    return quoted, is_open


def _joined(one: Person, other: Person) -> Person:
    return Person(
        tuple(dict.fromkeys((*one.names, *other.names))),
        tuple(dict.fromkeys((*one.values, *other.values))),
        tuple(dict.fromkeys((*one.sources, *other.sources))),
        one.may_be_quoted if other.may_be_quoted is None else other.may_be_quoted,
        one.is_open or other.is_open,
        (*one.minutes, *other.minutes),
        (*one.dates, *other.dates),
        one.age if other.age is None else other.age,
        (*one.interviews, *other.interviews),
    )


def _plain(head: str) -> str:
    bare = re.sub(r"[_:.#()/]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", head))
    return " ".join(bare.casefold().split())


def singular(word: str) -> str:
    """A word without the ending of its plural, as far as English is regular."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return {"women": "woman", "men": "man", "people": "person"}.get(word, word)


def tokens_of(text: str) -> tuple[str, ...]:
    """The words and numbers of a name or attribution, each in the singular, without case, accents and signs."""
    return tuple(singular(word) for word in words_of(text.replace("’", "").replace("'", "")))


def aliases_of(attribute: str, value: str) -> Iterable[tuple[str, ...]]:
    """The ways in which a value may be written: with its brackets or without, by initials, after its attribute."""
    whole = tokens_of(value)
    if not whole:
        return
    if len("".join(whole)) <= 2 or all(word.isdecimal() for word in whole):
        head = tokens_of(attribute)
        yield (*head[-1:], *whole)
        if len("".join(whole)) > 1 and not all(word.isdecimal() for word in whole):
            yield whole
        return
    yield whole
    bare = tokens_of(re.sub(r"\([^)]*\)", " ", value))
    inside = re.findall(r"\(([^)]*)\)", value)
    if inside and bare:
        yield bare
        for piece in inside:
            yield tokens_of(piece)
            yield (*tokens_of(piece), bare[-1])
    named = [word for word in (bare or whole) if word not in _SMALL]
    if len(named) >= 3:
        yield ("".join(word[0] for word in named),)
    yield from (_SEXES[word] for word in whole if len(whole) == 1 and word in _SEXES)


_SMALL = frozenset({"and", "of", "the", "for", "in", "at", "or", "a", "an", "to"})
_SEXES: dict[str, tuple[str, ...]] = {"female": ("woman",), "male": ("man",), "woman": ("female",), "man": ("male",)}
