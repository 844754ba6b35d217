"""Saturation of a study: which themes each interview is the first to have, and how that settles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from trellis.analysis.saturation import Ask, Saturation, Spread, new_in_each, over_orders, saturation
from trellis.core.errors import Invalid
from trellis.core.filters import EVERYTHING, Filters
from trellis.core.keys import Key
from trellis.core.source import Source, SourceKind
from trellis.store.reader import Reader
from trellis.study.indexed import indexed
from trellis.study.resolve import newest_framework_version
from trellis.study.scope import Scope
from trellis.study.table import Table, Value
from trellis.study.work import Work

NO_DOCUMENTS = tuple(kind.value for kind in SourceKind if kind is not SourceKind.DOCUMENT)
"""Documents are no interviews, so they do not saturate."""
MOST_ORDERS = 10_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What to ask, as people say it. threshold: per cent. orders: how many to draw; seed: the same, the same orders."""

    base: int = 4
    run: int = 2
    threshold: str = "5"
    sliding: bool = True
    orders: int = 1000
    seed: int = 1

    def to_ask(self) -> Ask:
        """The sizes and the threshold as numbers. Raises Invalid."""
        if not (self.base >= 1 and self.run >= 1):
            message = f"base and run are numbers of interviews from 1 on, not {self.base} and {self.run}"
            raise Invalid(message)
        if not 0 <= self.orders <= MOST_ORDERS:
            message = f"the number of orders is from 0 to {MOST_ORDERS}, not {self.orders}"
            raise Invalid(message)
        try:
            share = Fraction(Decimal(self.threshold.strip().rstrip("%")))
        except InvalidOperation as error:
            message = f"“{self.threshold}” is no threshold; give per cent, as in 5 or 0"
            raise Invalid(message) from error
        return Ask(self.base, self.run, share / 100, self.sliding)


@dataclass(frozen=True, slots=True)
class Heard:
    """One interview in the order that counts. new: themes it is the first to have; seen: themes so far."""

    source: Key
    name: str
    held_on: str | None
    themes: int
    new: int
    seen: int


@dataclass(frozen=True, slots=True)
class SaturationOfStudy:
    """What came of it, with what has to be printed beside it: what was asked, in which order, under which framework.

    spread: over orders drawn at random; it is the honest answer, since the one order that interviews had is chance.
    """

    asked: Asked
    heard: tuple[Heard, ...]
    result: Saturation
    spread: Spread
    framework_version: str
    themes: int

    @property
    def said(self) -> str:
        """The result in a sentence, as a report prints it: "6 (+2)" is the sixth interview, with a run of two after."""
        ask = self.asked
        how = f"base {ask.base}, run {ask.run}, threshold {ask.threshold.rstrip('%')} %"
        if not self.result.base_themes:
            return f"Undefined: the first {ask.base} interviews have no themes ({how})."
        if self.result.reached is None:
            return f"Not reached in {len(self.heard)} interviews ({how})."
        return f"Reached at interview {self.result.reached} (+{ask.run}) of {len(self.heard)} ({how})."

    def table(self) -> Table:
        """Interview by interview: new themes, themes so far, and the ratio of the run that ends there."""
        rows = tuple(self._row(n, one) for n, one in enumerate(self.heard, 1))
        heads = (
            "n",
            "source",
            "held on",
            "new themes",
            "themes so far",
            "new in run",
            "ratio",
            "low",
            "middle",
            "high",
        )
        order = "by date, then name" if any(one.held_on for one in self.heard) else "by name"
        share = f"{len(self.spread.reached)} of {self.spread.orders} random orders reached it"
        half = self.spread.place(Fraction(1, 2))
        share += "" if half is None else f", half of them by interview {half}"
        note = f"{self.said} Order: {order}. Framework: {self.framework_version or 'no named version'}. {share}."
        return Table(heads, rows, "Saturation", note)

    def _row(self, n: int, one: Heard) -> tuple[Value, ...]:
        run = next((each for each in self.result.runs if each.last == n), None)
        ratio = None if run is None else round(float(run.ratio), 4)
        band = tuple(line[n - 1] if line else None for line in (self.spread.low, self.spread.middle, self.spread.high))
        return (n, one.name, one.held_on, one.new, one.seen, None if run is None else run.new, ratio, *band)


class Saturating:
    """The call that asks after saturation."""

    _work: Work

    def saturation(self, asked: Asked | None = None, filters: Filters = EVERYTHING) -> SaturationOfStudy:
        """How many themes each interview is the first to have, and where that settles (Guest, Namey and Chen 2020).

        Interviews in the order of their dates; documents do not count. Themes are those that words are indexed under
        themselves. Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.read() as reader:
            return saturation_of(self._work, reader, asked or Asked(), filters)


def saturation_of(work: Work, reader: Reader, asked: Asked, filters: Filters = EVERYTHING) -> SaturationOfStudy:
    """What `Saturating.saturation` says, where the study is being read. Raises NotFound, Ambiguous, Invalid."""
    ask = asked.to_ask()
    found, scope = indexed(work, reader, filters if filters.kind else replace(filters, kind=NO_DOCUMENTS))
    listed = _in_order(reader, scope)
    version = newest_framework_version(reader)
    themes, sources = found.theme.keys[found.theme.at].tolist(), found.source.keys[found.source.at].tolist()
    having: dict[Key, set[int]] = {source.k: set() for source in listed}
    for theme, source in zip(themes, sources, strict=True):
        having[source].add(theme)
    seen = [having[source.k] for source in listed]
    new = new_in_each(seen)
    heard = tuple(
        Heard(source.k, source.name, source.held_on, len(seen[n]), new[n], sum(new[: n + 1]))
        for n, source in enumerate(listed)
    )
    spread = over_orders(seen, ask, orders=asked.orders, seed=asked.seed)
    name = "" if version is None else version.name
    return SaturationOfStudy(asked, heard, saturation(new, ask), spread, name, sum(new))


def _in_order(reader: Reader, scope: Scope) -> list[Source]:
    there = {text.source for text in scope.texts}
    listed = [source for source in reader.all(Source) if source.k in there]
    return sorted(listed, key=lambda source: (source.held_on is None, source.held_on or "", source.name, source.k))
