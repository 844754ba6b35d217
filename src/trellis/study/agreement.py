"""Figures of agreement for a round: by character, theme by theme, within each framework version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from trellis.analysis.agreement import NOT_VARYING, Measured, ac1, alpha, cohen, fleiss, pairs_of, percent, pooled
from trellis.analysis.agreement_by_character import Crossed, Marked, crossed
from trellis.analysis.columns import whole_columns
from trellis.analysis.intervals import Intervals, Whole, different, lengths, overlapping
from trellis.analysis.table import Table
from trellis.analysis.units_by_theme import unitised
from trellis.core.coding import Round
from trellis.core.framework import FrameworkVersion, Theme
from trellis.core.keys import NO_KEY, Key
from trellis.core.numbering import numbered_themes
from trellis.core.source import Source, Version
from trellis.core.study import Person
from trellis.store.queries import texts
from trellis.store.queries.codings import marks_of, subtree
from trellis.store.reader import Reader
from trellis.study.comparing import second_reading
from trellis.study.coverage import said_in
from trellis.study.resolve import theme_given

NO_VARIATION = "no variation"
ALL_THEMES = "all themes"
NOTE = (
    "By character. kappa: Cohen's for two coders, for more the mean over pairs. pi: Scott's for two, Fleiss' kappa for "
    "more. alpha: Krippendorff's, nominal. Empty: nothing varies, so chance could spoil nothing. Most characters are "
    "indexed by nobody, which makes percentages high. Figures say how much coders differ, not who is right."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What figures are wanted of: a theme (number or name) with its sub-themes, None for all; and how it is counted."""

    theme: str | None
    said: bool
    main: bool
    units: bool


@dataclass(frozen=True, slots=True)
class ThemeAgreement:
    """How far the coders agree on one theme, or on all (theme 0), under one framework version.

    characters: that two coders or more read; by_any, by_all: of these, marked by one at least, by all who read
    them; for all themes, added up over them. Coefficients: None where nothing varies; then `why` says so. u: alpha
    of the stretches as units, None where it was not asked for.
    """

    framework: str
    theme: Key
    number: str
    name: str
    characters: int
    by_any: int
    by_all: int
    percent: float | None
    kappa: float | None
    pi: float | None
    alpha: float | None
    ac1: float | None
    u: float | None
    why: str


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Two coders on one theme, or on all (theme 0): characters that both, one, the other and neither marked."""

    framework: str
    theme: Key
    number: str
    name: str
    one: str
    other: str
    both: int
    only_one: int
    only_other: int
    neither: int
    percent: float
    kappa: float | None


@dataclass(frozen=True, slots=True)
class RoundAgreement:
    """The figures of a round. beside: the round that the second reading was taken from, "" where it has both.

    sources: what was compared. apart: sources that coders read under different framework versions, left out.
    themes: a line for all themes first, then theme by theme, version by version.
    """

    round: str
    beside: str
    coders: tuple[str, ...]
    sources: tuple[str, ...]
    apart: tuple[str, ...]
    said: bool
    units: bool
    themes: tuple[ThemeAgreement, ...]
    pairs: tuple[PairAgreement, ...]

    @property
    def note(self) -> str:
        """How the figures are made and what was left out, in a few sentences."""
        nothing = "No source was indexed by two coders under one framework version, so there is nothing to compare."
        pieces = [f"{', '.join(self.coders)} on {len(self.sources)} sources.", NOTE] if self.sources else [nothing]
        if self.said:
            pieces.append("Only what participants said is counted.")
        if self.units:
            pieces.append("u: alpha of the stretches as units, where they lie and how long they are.")
        if self.beside:
            pieces.append(f"The other reading is taken from “{self.beside}”.")
        if self.apart:
            pieces.append(f"{len(self.apart)} sources were read under different framework versions and are left out.")
        if len({line.framework for line in self.themes}) > 1:
            pieces.append("Figures under different framework versions cannot be compared.")
        return " ".join(pieces)

    def table(self) -> Table:
        """One row a theme and framework version; coefficients to four places."""
        heads = ("framework", "number", "theme", "characters", "by any", "by all")
        rows = tuple(
            (
                line.framework,
                line.number,
                line.name,
                line.characters,
                line.by_any,
                line.by_all,
                *map(_rounded, (line.percent, line.kappa, line.pi, line.alpha, line.ac1)),
                *([_rounded(line.u)] if self.units else []),
                line.why,
            )
            for line in self.themes
        )
        figures = ("percent", "kappa", "pi", "alpha", "AC1", *(["u"] if self.units else []), "remark")
        return Table((*heads, *figures), rows, f"Agreement in “{self.round}”", self.note)

    def pair_table(self) -> Table:
        """One row for two coders on a theme, in characters."""
        heads = ("framework", "number", "theme", "one", "other", "both", "only one", "only other", "neither")
        rows = tuple(
            (
                line.framework, line.number, line.name, line.one, line.other, line.both, line.only_one,
                line.only_other, line.neither, _rounded(line.percent), _rounded(line.kappa),
            )
            for line in self.pairs
        )  # fmt: skip
        return Table((*heads, "percent", "kappa"), rows, f"Agreement in “{self.round}” by pairs of coders", self.note)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def agreement_of(reader: Reader, round_: Round, asked: Asked) -> RoundAgreement:
    """The figures of a round. Raises NotFound or Ambiguous for the theme, Invalid for more than 62 coders."""
    beside = second_reading(reader, round_)
    columns = _marks(reader, round_, beside)
    naming = _Naming(reader)
    if asked.main:
        columns = (*columns[:2], naming.main_of(columns[2]), *columns[3:])
    wanted = None if asked.theme is None else frozenset(subtree(reader.connection, theme_given(reader, asked.theme).k))
    counted = _Counted(reader, columns[4], said=asked.said)
    themes: list[ThemeAgreement] = []
    pairs: list[PairAgreement] = []
    compared: set[Key] = set()
    people: set[Key] = set()
    for version in sorted(different(columns[0]).tolist(), key=naming.place_of):
        marked, coders = counted.clipped(tuple(column[columns[0] == version] for column in columns))
        found = crossed(marked, counted.lengths, len(coders))
        read = _read_twice(marked)
        compared |= read
        people |= {coders[n] for n in different(marked.coder[np.isin(marked.text, list(read))]).tolist()}
        telling = _Telling(naming, naming.version(version), coders)
        lines = [(k, part) for k, part in found.by_theme() if wanted is None or k in wanted]
        lines.sort(key=lambda line: naming.order_of(line[0]))
        if lines:
            units = unitised(marked, counted.lengths) if asked.units else {}
            themes += telling.themes(lines, units)
            pairs += telling.pairs(lines)
    names = {source.current: source.name for source in reader.all(Source)}
    apart = _read_twice(Marked(columns[2], columns[3], columns[4], columns[5], columns[6])) - compared
    return RoundAgreement(
        round_.name,
        "" if beside is None else beside.name,
        tuple(sorted(naming.people[k] for k in people)),
        tuple(sorted(names[k] for k in compared)),
        tuple(sorted(names[k] for k in apart)),
        asked.said,
        asked.units,
        tuple(themes),
        tuple(pairs),
    )


def _marks(reader: Reader, round_: Round, beside: Round | None) -> tuple[Whole, ...]:
    """Columns: framework version, round, theme, coder, text, start, end; of another round, only others' codings."""
    rounds = [round_.k] if beside is None else [round_.k, beside.k]
    columns = whole_columns(marks_of(reader.connection, rounds), 7)
    if beside is None:
        return columns
    ours = columns[1] == round_.k
    coders, read = columns[3][ours], columns[4][ours]
    kept = ours | (~np.isin(columns[3], coders) & np.isin(columns[4], read))
    return tuple(column[kept] for column in columns)


def _read_twice(marked: Marked) -> set[Key]:
    """The texts in which two coders or more have marked anything."""
    coder = np.searchsorted(different(marked.coder), marked.coder)
    wide = int(coder.max()) + 1 if len(coder) else 1
    texts = different(np.searchsorted(names := different(marked.text), marked.text) * wide + coder) // wide
    found, times = np.unique(texts, return_counts=True)
    return {int(k) for k in names[found[times > 1]].tolist()}


class _Counted:
    """Which characters count, by text: all of them, or what participants said."""

    def __init__(self, reader: Reader, of: Whole, *, said: bool) -> None:
        versions = different(of).tolist()
        self._said: Intervals | None = None
        if said:
            self._said = said_in(texts.parts(reader.connection, versions))
            spoken = lengths(self._said)
            self.lengths = {k: spoken.get(k, 0) for k in versions}
        else:
            self.lengths = {k: reader.get(Version, k).length for k in versions}

    def clipped(self, columns: Sequence[Whole]) -> tuple[Marked, list[Key]]:
        """The codings of one framework version as far as they count, with the coders by number."""
        _, _, theme, coder, text, start, end = columns
        coders = different(coder).tolist()
        number = np.searchsorted(np.array(coders, dtype=np.int64), coder)
        if self._said is None:
            return Marked(theme, number, text, start, end), coders
        pairs = overlapping(Intervals(text, start, end), self._said)
        at, part = pairs.left, pairs.right
        first, last = np.maximum(start[at], self._said.start[part]), np.minimum(end[at], self._said.end[part])
        return Marked(theme[at], number[at], text[at], first, last), coders


class _Naming:
    """Names of themes, people and framework versions in one state of the study."""

    def __init__(self, reader: Reader) -> None:
        themes = reader.all(Theme)
        numbered = numbered_themes(themes)
        self.people = {person.k: person.name for person in reader.all(Person)}
        self._names = {theme.k: theme.name for theme in themes}
        self._numbers = {theme.k: number for number, theme in numbered}
        self._order = {theme.k: n for n, (_, theme) in enumerate(numbered)}
        self._parents = {theme.k: theme.parent for theme in themes}
        self._versions = {version.k: version for version in reader.all(FrameworkVersion)}

    def theme(self, k: Key) -> tuple[str, str]:
        """Number and name of a theme; those of all for none."""
        return ("", ALL_THEMES) if k == NO_KEY else (self._numbers.get(k, ""), self._names[k])

    def order_of(self, k: Key) -> tuple[int, str]:
        """Where a theme stands in the framework; open codes and retired ones by name behind it."""
        return (self._order.get(k, len(self._order)), self._names[k])

    def place_of(self, version: Key) -> int:
        """Where a framework version stands in time; codings made under none come first."""
        return self._versions[version].number if version in self._versions else 0

    def version(self, k: Key) -> str:
        """The name of a framework version, "" for none."""
        return self._versions[k].name if k in self._versions else ""

    def main_of(self, themes: Whole) -> Whole:
        """For each theme, the main theme that it stands under."""
        keys = different(themes)
        tops = np.array([self._top(k) for k in keys.tolist()], dtype=np.int64)
        found: Whole = tops[np.searchsorted(keys, themes)] if len(keys) else themes
        return found

    def _top(self, k: Key) -> Key:
        while (parent := self._parents[k]) is not None:
            k = parent
        return k


class _Telling:
    """Makes the lines of one framework version."""

    def __init__(self, naming: _Naming, framework: str, coders: Sequence[Key]) -> None:
        self._naming, self._framework = naming, framework
        self._coders = [naming.people[k] for k in coders]

    def themes(self, lines: Iterable[tuple[Key, Crossed]], units: Mapping[Key, Measured]) -> list[ThemeAgreement]:
        """All themes first, then each. units: what the stretches give as units, theme by theme."""
        each = [(k, part, _Figures.of(part, units.get(k, NOT_VARYING))) for k, part in lines]
        every = _Figures.pooled([figures for _, _, figures in each])
        told = [self._theme(k, [part], figures) for k, part, figures in each]
        return [self._theme(NO_KEY, [part for _, part, _ in each], every), *told]

    def _theme(self, k: Key, parts: Sequence[Crossed], figures: _Figures) -> ThemeAgreement:
        marked = [part.marked != 0 for part in parts]
        everybody = [part.marked == part.there for part in parts]
        pi, found_alpha, found_ac1 = figures.pi.value, figures.alpha.value, figures.ac1.value
        return ThemeAgreement(
            self._framework,
            k,
            *self._naming.theme(k),
            sum(int(part.characters.sum()) for part in parts),
            sum(int(part.characters[some].sum()) for part, some in zip(parts, marked, strict=True)),
            sum(int(part.characters[all_].sum()) for part, all_ in zip(parts, everybody, strict=True)),
            figures.percent,
            figures.kappa,
            pi,
            found_alpha,
            found_ac1,
            figures.units.value,
            NO_VARIATION if pi is None else "",
        )

    def pairs(self, lines: Iterable[tuple[Key, Crossed]]) -> list[PairAgreement]:
        """Every two coders who read a text in common: all themes first, then each."""
        tables = [(k, pair, part.table(*pair)) for k, part in lines for pair in pairs_of(len(self._coders))]
        read = [(k, pair, table) for k, pair, table in tables if table.sum()]
        every = {pair: [table for _, p, table in read if p == pair] for _, pair, _ in read}
        found = [
            self._pair(NO_KEY, pair, sum(some[1:], some[0]), pooled(map(cohen, some))) for pair, some in every.items()
        ]
        return [*found, *(self._pair(k, pair, table, cohen(table)) for k, pair, table in read)]

    def _pair(self, k: Key, pair: tuple[int, int], table: Whole, kappa: Measured) -> PairAgreement:
        (neither, only_other), (only_one, both) = table.tolist()
        alike = (both + neither) / int(table.sum())
        one, other = (self._coders[n] for n in pair)
        names = self._naming.theme(k)
        return PairAgreement(
            self._framework, k, *names, one, other, both, only_one, only_other, neither, alike, kappa.value
        )


@dataclass(frozen=True, slots=True)
class _Figures:
    """The figures of one theme, or of several together. by_pair: Cohen's kappa of every two coders."""

    percent: float | None
    by_pair: dict[tuple[int, int], Measured]
    pi: Measured
    alpha: Measured
    ac1: Measured
    units: Measured

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa, the mean over pairs where there are several."""
        values = [value for one in self.by_pair.values() if (value := one.value) is not None]
        return sum(values) / len(values) if values else None

    @classmethod
    def of(cls, part: Crossed, units: Measured) -> _Figures:
        """Of one theme."""
        ratings = part.ratings()
        tables = {pair: part.table(*pair) for pair in pairs_of(part.coders)}
        by_pair = {pair: cohen(table) for pair, table in tables.items() if table.sum()}
        return cls(percent(ratings), by_pair, fleiss(ratings), alpha(ratings), ac1(ratings), units)

    @classmethod
    def pooled(cls, several: Sequence[_Figures]) -> _Figures:
        """Of several themes together: the mean percentage, and coefficients from disagreements added up."""
        shares = [one.percent for one in several if one.percent is not None]
        pairs = dict.fromkeys(pair for one in several for pair in one.by_pair)
        return cls(
            sum(shares) / len(shares) if shares else None,
            {pair: pooled(one.by_pair[pair] for one in several if pair in one.by_pair) for pair in pairs},
            pooled(one.pi for one in several),
            pooled(one.alpha for one in several),
            pooled(one.ac1 for one in several),
            pooled(one.units for one in several),
        )
