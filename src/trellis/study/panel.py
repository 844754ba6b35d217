"""Working with a panel: a pack of extracts and a chart in plain words to print, and what became of their points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from trellis.core.attributed import Attributing
from trellis.core.chart import Evidence, EvidenceFor, Statement
from trellis.core.coding import Coding
from trellis.core.consent import ConsentScope
from trellis.core.errors import Invalid, NotFound, NotSupported
from trellis.core.framework import Theme
from trellis.core.keys import Key
from trellis.core.memo import About, Memo, MemoKind
from trellis.core.numbering import numbered_themes
from trellis.core.study import Person, Role
from trellis.report.blocks import Block, Grid, Head, Points, Quotation, Report, Room, Words
from trellis.store.changes import Change
from trellis.store.queries import codings as coding_queries
from trellis.store.queries import evidence as evidence_queries
from trellis.store.queries import texts as text_queries
from trellis.store.reader import Reader
from trellis.study.chart_export import export_note, keep
from trellis.study.known_names import blocks_without_names
from trellis.study.report_people import attributions
from trellis.study.report_templates import kept_template
from trellis.study.reporting import WRITERS
from trellis.study.resolve import adopted_round, main_chart, theme_given
from trellis.study.sample_units import people
from trellis.study.speaking import withheld_sources
from trellis.study.table import Table
from trellis.study.voices import Voices
from trellis.study.work import Work

MOST_EXTRACTS = 4
_LONGEST = 600
_LINES = 5
"""Empty lines below a theme, for a pen."""
_INTRODUCTION = (
    "Thank you for reading with us. Below are some themes of the study, in plain words. Under each there are a few "
    "things that people said, and a table of what we wrote down for everybody who spoke of it. Names are left out. "
    "You need not read it all, and there are no wrong answers: write on the page, or tell us when we meet."
)
_ASKED = (
    "What stands out to you here?",
    "Would you have called it something else?",
    "What is missing, or does not sound right?",
)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What goes under one theme. extracts: whose words, and the words; told: of whom, and what was charted."""

    theme: Theme
    number: str
    extracts: tuple[tuple[Key, str], ...]
    told: tuple[tuple[Key, str], ...]


@dataclass(frozen=True, slots=True)
class PanelPoint:
    """What somebody of the panel said of a theme, and what was done about it, None where nothing is answered.

    k: its number. theme: number and name; theme_k: its key. by: what the member goes by.
    """

    k: Key
    theme: str
    theme_k: Key
    by: str
    said: str
    did: str | None


class PanelOfStudy:
    """What a panel is given, and what became of the points that its members made.

    A point is a memo on a theme by somebody who is a panel member of the study; an answer is a memo on that memo.
    """

    def __init__(self, work: Work) -> None:
        self._work = work

    def written(self, name: str, themes: Iterable[str], *, most: int = MOST_EXTRACTS) -> bytes:
        """The pack's bytes under this name: .docx, .html or .md; the same study, the same bytes.

        themes: by number or name, in the order of printing. most: extracts under each. Starred segments come first, one
        of a person. Left out are those who have not agreed to be quoted; people are attributed as in the report, names
        of the sample become “[name]”, and names that the file of pseudonyms knows become pseudonyms if it is open.
        Raises NotFound, NotSupported, Invalid.
        """
        writer = WRITERS.get(Path(name).suffix.lower())
        if writer is None:
            advice = f"end its name in one of {', '.join(WRITERS)}"
            raise NotSupported(Path(name).name, "a panel pack cannot be written to this kind of file", advice)
        with self._work.read() as reader:
            report = _pack(reader, list(themes), most)
        if self._work.key is not None:
            report = replace(report, blocks=blocks_without_names(report.blocks, self._work.key.book()))
        return writer(report, None)

    def write(
        self, path: str | Path, themes: Iterable[str], *, most: int = MOST_EXTRACTS, overwrite: bool = False
    ) -> Path:
        """Writes the pack to a file, its form by its ending. Raises as `written`, and AlreadyThere, StudyFileError."""
        target = Path(path)
        keep(target, self.written(target.name, themes, most=most), replace=overwrite)
        return target

    def said(self, theme: str, words: str, by: str) -> Key:
        """Keeps what a member of the panel said of a theme, and returns the point's number.

        by: what the member goes by; somebody new joins as a panel member. Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.change("panel.said") as change:
            member, about, text = _member(change, by), theme_given(change, theme), _worded(words)
            made = Memo(
                change.new_key(), 0, MemoKind.ANALYTIC, About.THEME, about.k, None, None, None, text, (), None, "",
                member.k, change.at,
            )  # fmt: skip
            change.insert(made)
            return made.k

    def answered(self, point: Key, words: str) -> Key:
        """Keeps what was done about a point, and returns the memo's number. Raises NotFound, Invalid."""
        with self._work.change("panel.answered") as change:
            if point not in {one.k for one in _points(change)}:
                message = f"no point of the panel has the number {point}; trellis panel points STUDY lists them"
                raise NotFound(message)
            made = Memo(
                change.new_key(), 0, MemoKind.DECISION, About.MEMO, point, None, None, None, _worded(words), (), None,
                "", change.person, change.at,
            )  # fmt: skip
            change.insert(made)
            return made.k

    def listed(self) -> tuple[PanelPoint, ...]:
        """What panel members said, theme by theme."""
        with self._work.read() as reader:
            return tuple(_points(reader))

    def points(self) -> Table:
        """What panel members said, theme by theme, and what the team did about it; None where nothing is answered."""
        rows = tuple((one.k, one.theme, one.by, one.said, one.did) for one in self.listed())
        return Table(("point", "theme", "panel member", "you said", "we did"), rows, "What the panel said")


def _member(change: Change, by: str) -> Person:
    """The panel member of that name; somebody new joins. Raises Invalid for somebody who has another part."""
    name = " ".join(by.split())
    known = {person.name.casefold(): person for person in change.all(Person)}
    found = known.get(name.casefold())
    if not name or (found is not None and found.role is not Role.PANEL):
        told = f"{found.name} is {found.role.value} in this study" if found is not None else "nobody is named"
        message = f"{told}; name the panel member by what they go by, such as “Member 3”"
        raise Invalid(message)
    if found is not None:
        return found
    made = Person(change.new_key(), 0, name, Role.PANEL)
    change.insert(made)
    return made


def _worded(words: str) -> str:
    if words.strip():
        return words.strip()
    message = "write what was said; nothing is left of it"
    raise Invalid(message)


def _pack(reader: Reader, themes: list[str], most: int) -> Report:
    if not themes:
        message = "choose the themes that the panel is to read, by number: --theme 2.1 --theme 3.2"
        raise Invalid(message)
    if most < 1:
        message = f"{most} extracts under a theme; give at least 1"
        raise Invalid(message)
    template = kept_template(reader)[0]
    printed = attributions(reader, template.attribution, template.k)
    numbers = {theme.k: number for number, theme in numbered_themes(reader.all(Theme))}
    withheld = withheld_sources(reader, ConsentScope.QUOTE)
    unnamed = _Unnamed(reader)
    blocks: list[Block] = [Head(1, "About these pages"), Words(_INTRODUCTION)]
    for given in themes:
        theme = theme_given(reader, given)
        chosen = _Chosen(
            theme,
            numbers.get(theme.k, ""),
            tuple((case, unnamed(words)) for case, words in _extracts(reader, theme.k, withheld, most)),
            tuple((case, unnamed(words)) for case, words in _told(reader, theme.k)),
        )
        blocks += _of_theme(chosen, printed)
    blocks += _you_said(reader)
    note = export_note(reader)
    return Report(f"{note.title}: for the panel", note, tuple(blocks))


class _Unnamed:
    """Puts "[name]" where words hold the name of somebody of the sample, pseudonyms too: a panel may know them."""

    def __init__(self, reader: Reader) -> None:
        names = sorted({case.name for case in people(reader)}, key=len, reverse=True)
        self._names = re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in names)})\b") if names else None

    def __call__(self, words: str) -> str:
        return words if self._names is None else self._names.sub("[name]", words)


def _of_theme(chosen: _Chosen, printed: Attributing) -> Iterator[Block]:
    theme = chosen.theme
    yield Head(1, f"{chosen.number} {theme.name}".strip())
    if theme.definition:
        yield Words(f"We use this for: {theme.definition}")
    if chosen.extracts:
        yield Head(2, "What people said")
    for case, words in chosen.extracts:
        yield Quotation(words, printed.of(case), "")
    if chosen.told:
        yield Head(2, "What we wrote down")
        rows = tuple((printed.of(case), words) for case, words in chosen.told)
        yield Grid(Table(("who", "what they told us, in our words"), rows, f"{theme.name}: one line for each person"))
    if not chosen.extracts and not chosen.told:
        yield Words("Nothing is charted or chosen under this theme yet.")
    yield Head(2, "What do you think?")
    yield Points(_ASKED)
    yield Room("Your words:", _LINES)


def _extracts(reader: Reader, theme: Key, withheld: frozenset[Key], most: int) -> Iterator[tuple[Key, str]]:
    """Segments of different people: those starred under the theme first, then indexed ones, in order of their keys."""
    below = set(coding_queries.subtree(reader.connection, theme))
    statements = {one.k for one in reader.all(Statement) if one.theme in below}
    starred = [
        (one.source, one.version, one.start, one.end)
        for one in reader.all(Evidence, for_kind=EvidenceFor.STATEMENT.value)
        if one.star and one.for_k in statements
    ]
    round_ = adopted_round(reader).k
    indexed = [
        (coding.source, coding.version, coding.start, coding.end)
        for k in sorted(below)
        for coding in reader.all(Coding, theme=k)
        if coding.round == round_
    ]
    found = [
        (source, version, start, end)
        for source, version, start, end in (*starred, *indexed)
        if source is not None and version is not None and start is not None and end is not None
        if source not in withheld
    ]
    yield from _one_each(reader, found, most)


def _one_each(reader: Reader, found: list[tuple[Key, Key, int, int]], most: int) -> Iterator[tuple[Key, str]]:
    """The first segment of each person that is not too long to print, with its words on one line."""
    voices = Voices(reader, ((version, start, end) for _, version, start, end in found))
    texts = text_queries.bodies(reader.connection, {version for _, version, _, _ in found})
    met: set[Key] = set()
    for (_, version, start, end), cases in zip(found, voices.cases_of(found), strict=True):
        if len(met) == most:
            return
        if len(cases) != 1 or cases[0] in met or end - start > _LONGEST:
            continue
        met.add(cases[0])
        yield cases[0], " ".join(texts.get(version, "")[start:end].split())


def _told(reader: Reader, theme: Key) -> Iterator[tuple[Key, str]]:
    """What the cells under a theme say of each person, in the order of the chart's rows.

    What is summarised of a group, a role or a site is nobody's own, so it has no line.
    """
    persons = {case.k for case in people(reader)}
    below = sorted(coding_queries.subtree(reader.connection, theme))
    told: dict[Key, list[str]] = {}
    for case, _, _, _, words in evidence_queries.cells_under(reader.connection, main_chart(reader).k, below):
        if words and case in persons:
            told.setdefault(case, []).append(words)
    yield from ((case, " ".join(words)) for case, words in told.items())


def _points(reader: Reader) -> Iterator[PanelPoint]:
    """The points by theme, in the order of the framework; those on a theme that is gone at the end."""
    members = {person.k: person.name for person in reader.all(Person) if person.role is Role.PANEL}
    themes = {theme.k: f"{number} {theme.name}" for number, theme in numbered_themes(reader.all(Theme))}
    memos = sorted(reader.all(Memo), key=lambda memo: (memo.at, memo.k))
    answers: dict[Key, list[str]] = {}
    for memo in memos:
        if memo.about_kind is About.MEMO and memo.by not in members:
            answers.setdefault(memo.about, []).append(memo.text)
    made = [memo for memo in memos if memo.by in members and memo.about_kind is About.THEME]
    for memo in sorted(made, key=lambda memo: list(themes).index(memo.about) if memo.about in themes else len(themes)):
        did = " ".join(answers.get(memo.k, ())) or None
        theme = themes.get(memo.about, "a theme that is gone")
        yield PanelPoint(memo.k, theme, memo.about, members[memo.by], memo.text, did)


def _you_said(reader: Reader) -> Iterator[Block]:
    """Their earlier points by theme, each with what was done; names of members are left out."""
    rows = tuple((one.theme, one.said, one.did or "not answered yet") for one in _points(reader))
    if rows:
        yield Head(1, "You said, we did")
        yield Grid(Table(("theme", "you said", "we did"), rows, "What became of what the panel said before"))
