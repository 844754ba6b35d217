"""A lens file (TOML) to a lens, with everything that does not fit: on which line, what was given, what would fit."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from trellis.core.errors import BadLens
from trellis.core.lens import (
    CASE_BY_WAVE,
    OPEN_VALUES,
    Band,
    Count,
    Criterion,
    Dimension,
    Lens,
    Outcome,
    Rule,
    RuleKind,
    Summary,
    Unit,
    Word,
    folded,
)
from trellis.core.toml_lines import Way, line_at, lines_of

FORMAT = 1
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_HEAD = (
    "format", "id", "title", "version", "label", "question", "units", "named_by", "sources", "note", "rule",
    "dimension", "outcome", "summary",
)  # fmt: skip
_DIMENSION = (
    "id", "name", "question", "values", "ordered", "several", "for", "against", "band", "taken_from",
)  # fmt: skip
_RULE = ("kind", "exclusive", "evidenced", "otherwise", "across", "down", "confirmed_by", "unless_confirmed")
_OUTCOME = (
    "id", "name", "meaning", "requires", "any_of", "excludes", "values", "at_least", "of", "across", "down",
)  # fmt: skip
_SUMMARY = ("dimension", "at_least", "every", "none", "some")
_UNITS = (*Unit, CASE_BY_WAVE)

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something in a file that does not fit. line: from 1."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file is: the lens, or None where something does not fit, and everything that does not, by line."""

    lens: Lens | None
    problems: tuple[Problem, ...]


def check_lens(content: bytes) -> Checked:
    """Reads a lens file and lists everything in it that does not fit; never raises for what the file says."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Checked(None, (Problem(line, f"byte {error.start} is not UTF-8; save the file as UTF-8"),))
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Checked(None, (_unreadable(str(error), text),))
    reading = _Reading(lines_of(text))
    lens = reading.lens(said)
    problems = tuple(sorted(set(reading.problems)))
    return Checked(None if problems else lens, problems)


def read_lens(content: bytes, name: str) -> Lens:
    """The lens in a file called `name`. Raises BadLens with the first things that do not fit."""
    checked = check_lens(content)
    if checked.lens is None:
        raise BadLens(name, [str(problem) for problem in checked.problems])
    return checked.lens


def _unreadable(told: str, text: str) -> Problem:
    """Where the TOML itself is broken, in the words of the standard library, which counts lines there."""
    found = re.search(r"\(at line (\d+), column (\d+)\)", told)
    what = told.partition(" (at ")[0]
    line = int(found[1]) if found else max(1, len(text.rstrip().split("\n")))
    fits = "texts stand in quotation marks, lists in [ ], and each [[dimension]] and [[outcome]] in lines of its own"
    return Problem(line, f"this is not TOML: {what}; {fits}")


def nearest(given: str, there: Iterable[str]) -> str:
    """“did you mean …?” for a word that is like one of those that are there, "" otherwise."""
    names = {folded(name): name for name in there}
    close = get_close_matches(folded(given), names, n=1, cutoff=0.6)
    return f"did you mean “{names[close[0]]}”? " if close else ""


class _Reading:
    """Reads the tables of a file, noting what does not fit, and goes on."""

    def __init__(self, lines: dict[Way, int]) -> None:
        self._lines = lines
        self.problems: list[Problem] = []

    def say(self, way: Way, message: str) -> None:
        """Notes that something at a place does not fit."""
        self.problems.append(Problem(line_at(self._lines, way), message))

    def lens(self, said: dict[str, Any]) -> Lens:
        """The lens of the file; its parts are empty where they do not fit."""
        self._known(said, (), _HEAD)
        if said.get("format") != FORMAT:
            self.say(("format",), f"format is {said.get('format')!r}; this Trellis reads format = {FORMAT}")
        units = self._units(said)
        dimensions = tuple(self._dimension(one, way) for one, way in self._tables(said, "dimension"))
        self._apart([(one.id, ("dimension", at, "id")) for at, one in enumerate(dimensions)], "dimension")
        if not dimensions:
            self.say((), "there is no [[dimension]]; a lens needs one at least, with an id, a question and values")
        rule = self._rule(said, dimensions)
        outcomes = tuple(self._outcome(one, way, dimensions, rule) for one, way in self._tables(said, "outcome"))
        self._apart([(one.id, ("outcome", at)) for at, one in enumerate(outcomes)], "outcome")
        if not outcomes and rule.kind is not RuleKind.PROFILE:
            self.say(("rule",), f"a {rule.kind} needs [[outcome]]s; a lens without any is a profile")
        return Lens(
            self._slug(said, (), "id"),
            self._text(said, (), "title", needed=True),
            self._text(said, (), "version", needed=True),
            self._text(said, (), "question", needed=True),
            tuple(dict.fromkeys(Unit(unit) for unit in units if unit != CASE_BY_WAVE)) or (Unit.CASE,),
            CASE_BY_WAVE in units,
            dimensions,
            outcomes,
            rule,
            self._text(said, (), "label"),
            self._texts(said, (), "sources"),
            self._text(said, (), "note"),
            self._text(said, (), "named_by"),
            self._summary(said, dimensions),
        )

    def _known(self, table: dict[str, Any], way: Way, fits: tuple[str, ...]) -> None:
        for key in table:
            if key not in fits:
                hint = nearest(key, fits)
                self.say((*way, key), f"“{key}” means nothing here; {hint}what fits: {', '.join(fits)}")

    def _apart(self, named: list[tuple[str, Way]], what: str) -> None:
        seen: dict[str, Way] = {}
        for name, way in named:
            if name and name in seen:
                first = line_at(self._lines, seen[name])
                self.say(way, f"the {what} “{name}” stands in line {first} already; give each one a name of its own")
            seen.setdefault(name, way)

    def _tables(self, table: dict[str, Any], key: str, way: Way = ()) -> list[tuple[dict[str, Any], Way]]:
        found = table.get(key, [])
        if isinstance(found, list) and all(isinstance(one, dict) for one in found):
            return [(one, (*way, key, at)) for at, one in enumerate(found)]
        self.say((*way, key), f"“{key}” is to be a list of tables; write [[{key}]] above each")
        return []

    def _text(self, table: dict[str, Any], way: Way, key: str, *, needed: bool = False) -> str:
        value = table.get(key, "")
        if not isinstance(value, str):
            self.say((*way, key), f"{key} is {value!r}; give text in quotation marks")
            return ""
        if needed and not value.strip():
            self.say((*way, key) if key in table else way, f'there is no {key} here; give one, as in {key} = "…"')
        return value.strip()

    def _texts(self, table: dict[str, Any], way: Way, key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.say((*way, key), f'{key} is {value!r}; give a list of texts, as in {key} = ["one", "another"]')
            return ()
        return tuple(one.strip() for one in value)

    def _flag(self, table: dict[str, Any], way: Way, key: str) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            self.say((*way, key), f"{key} is {value!r}; give true or false, without quotation marks")
            return False
        return value

    def _number(self, table: dict[str, Any], way: Way, key: str, most: int) -> int:
        value = table.get(key, 1)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
            self.say((*way, key), f"{key} is {value!r}; give a whole number from 1 to {most}")
            return 1
        return value

    def _slug(self, table: dict[str, Any], way: Way, key: str) -> str:
        value = self._text(table, way, key, needed=True)
        if value and not SLUG.fullmatch(value):
            better = "-".join(re.findall(r"[a-z0-9]+", value.casefold())) or "my-lens"
            self.say((*way, key), f"{key} is “{value}”; give small letters, digits and hyphens, as in “{better}”")
        return value

    def _units(self, said: dict[str, Any]) -> tuple[str, ...]:
        given = self._texts(said, (), "units")
        if not given:
            self.say(
                ("units",),
                f'there are no units; give what one judgement is about, as in units = ["case"]. '
                f"What fits: {', '.join(_UNITS)}",
            )
        known = {folded(unit.replace(" x ", " × ")): str(unit) for unit in _UNITS}
        found = [known.get(folded(unit.replace(" x ", " × "))) for unit in given]
        for at, (unit, one) in enumerate(zip(given, found, strict=True)):
            if one is None:
                self.say(("units", at), f"“{unit}” is no unit; {nearest(unit, _UNITS)}what fits: {', '.join(_UNITS)}")
        return tuple(one for one in found if one is not None)

    def _dimension(self, table: dict[str, Any], way: Way) -> Dimension:
        self._known(table, way, _DIMENSION)
        values = self._texts(table, way, "values")
        if not values:
            self.say(
                (*way, "values") if "values" in table else way,
                'there are no values; give at least one, as in values = ["met", "not met"]',
            )
        seen: set[str] = set()
        for at, value in enumerate(values):
            if folded(value) in {folded(one) for one in OPEN_VALUES}:
                self.say((*way, "values", at), f"“{value}” fits every dimension anyway; leave it out of the list")
            elif folded(value) in seen or not value:
                self.say((*way, "values", at), f"“{value}” stands in this list twice, or says nothing; leave it out")
            seen.add(folded(value))
        bands = tuple(self._band(one, at, values) for one, at in self._tables(table, "band", way))
        return Dimension(
            self._slug(table, way, "id"),
            self._text(table, way, "name") or self._text(table, way, "id").replace("-", " "),
            self._text(table, way, "question", needed=True),
            values,
            ordered=self._flag(table, way, "ordered"),
            several=self._flag(table, way, "several"),
            evidence=self._text(table, way, "for"),
            counter_evidence=self._text(table, way, "against"),
            bands=bands,
            taken_from=self._text(table, way, "taken_from"),
        )

    def _band(self, table: dict[str, Any], way: Way, values: tuple[str, ...]) -> Band:
        self._known(table, way, ("name", "values"))
        given = self._texts(table, way, "values")
        return Band(self._text(table, way, "name", needed=True), self._among(given, values, (*way, "values"), "value"))

    def _among(self, given: tuple[str, ...], there: Iterable[str], way: Way, what: str) -> tuple[str, ...]:
        """Those of the names given that are there, as they are spelt there; the others are noted."""
        names = tuple(there)
        known = {folded(name): name for name in names}
        found = []
        for at, name in enumerate(given):
            if folded(name) in known:
                found.append(known[folded(name)])
                continue
            listed = ", ".join(names) or "none"
            self.say((*way, at), f"“{name}” is no {what} here; {nearest(name, names)}there are: {listed}")
        return tuple(found)

    def _one_of(self, given: str, there: Iterable[str], way: Way, what: str) -> str:
        return next(iter(self._among((given,), there, way, what)), "") if given else ""

    def _kind(self, given: str, kinds: type[E], way: Way, otherwise: E) -> E:
        return kinds(self._one_of(given, [str(kind) for kind in kinds], way, "kind of rule") or otherwise)

    def _rule(self, said: dict[str, Any], dimensions: tuple[Dimension, ...]) -> Rule:
        table = said.get("rule")
        way: Way = ("rule",)
        if not isinstance(table, dict):
            fits = ", ".join(f'"{kind}"' for kind in RuleKind)
            self.say(way, f"there is no [rule]; write one with its kind, which is {fits}")
            return Rule(RuleKind.PROFILE)
        self._known(table, way, _RULE)
        kind = self._kind(
            self._text(table, way, "kind", needed=True), RuleKind, (*way, "kind"), RuleKind.DECISION_TABLE
        )
        names = [one.id for one in dimensions]
        axes = {}
        for axis in ("across", "down"):
            named = self._text(table, way, axis, needed=kind is RuleKind.TWO_AXES)
            axes[axis] = self._one_of(named, names, (*way, axis), "dimension")
        if axes["across"] and axes["across"] == axes["down"]:
            self.say((*way, "down"), f"both axes are “{axes['down']}”; give a dimension each")
        given = self._texts(table, way, "confirmed_by")
        words = self._among(given, [str(word) for word in Word], (*way, "confirmed_by"), "kind of word")
        return Rule(
            kind,
            exclusive=self._flag(table, way, "exclusive") or kind in {RuleKind.TWO_AXES, RuleKind.CONJUNCTION},
            evidenced=self._number(table, way, "evidenced", max(1, len(dimensions))),
            otherwise=self._text(table, way, "otherwise") or "none of these",
            across=axes["across"],
            down=axes["down"],
            confirmed_by=tuple(Word(word) for word in words),
            unless_confirmed=self._text(table, way, "unless_confirmed", needed=bool(words)),
        )

    def _outcome(self, table: dict[str, Any], way: Way, dimensions: tuple[Dimension, ...], rule: Rule) -> Outcome:
        self._known(table, way, _OUTCOME)
        blank = rule.kind is RuleKind.TWO_AXES
        name = self._text(table, way, "name", needed=not blank)
        across = self._band_of(table, way, "across", rule.across, dimensions) if blank else ""
        down = self._band_of(table, way, "down", rule.down, dimensions) if blank else ""
        parts = {key: self._criteria(table, way, key, dimensions) for key in ("requires", "any_of", "excludes")}
        if blank:
            parts["requires"] += _of_cell(dimensions, rule, across, down)
        count = self._count(table, way, dimensions) if "at_least" in table or "values" in table else None
        if not any(parts.values()) and count is None and name:
            self.say(way, f"“{name}” says nothing of what it requires; give requires = {{ … }} or values and at_least")
        made = "-".join(re.findall(r"[a-z0-9]+", (name or f"{down}-{across}").casefold()))
        return Outcome(
            self._slug(table, way, "id") if "id" in table else made,
            name,
            self._text(table, way, "meaning"),
            parts["requires"],
            parts["any_of"],
            parts["excludes"],
            count,
            across,
            down,
        )

    def _band_of(
        self, table: dict[str, Any], way: Way, axis: str, dimension: str, dimensions: tuple[Dimension, ...]
    ) -> str:
        given = self._text(table, way, axis, needed=True)
        found = next((one for one in dimensions if one.id == dimension), None)
        if found is None:
            return given
        bands = [band.name for band in found.bands] or list(found.values)
        return self._one_of(given, bands, (*way, axis), f"band of “{found.id}”")

    def _criteria(
        self, table: dict[str, Any], way: Way, key: str, dimensions: tuple[Dimension, ...]
    ) -> tuple[Criterion, ...]:
        said = table.get(key, {})
        if not isinstance(said, dict):
            self.say((*way, key), f'{key} is {said!r}; give dimensions with values, as in {key} = {{ pay = ["low"] }}')
            return ()
        by_id = {one.id: one for one in dimensions}
        found = []
        for name in said:
            at: Way = (*way, key, name)
            known = self._one_of(name, by_id, at, "dimension")
            values = self._texts({name: [said[name]]} if isinstance(said[name], str) else said, (*way, key), name)
            if known:
                found.append(Criterion(known, self._among(values, by_id[known].values, at, f"value of “{known}”")))
        return tuple(found)

    def _count(self, table: dict[str, Any], way: Way, dimensions: tuple[Dimension, ...]) -> Count:
        names = [one.id for one in dimensions]
        of = self._among(self._texts(table, way, "of"), names, (*way, "of"), "dimension") or tuple(names)
        admissible = dict.fromkeys(value for one in dimensions if one.id in of for value in one.values)
        values = self._among(self._texts(table, way, "values"), admissible, (*way, "values"), "value")
        if not values:
            self.say(way, 'at_least counts dimensions with certain values; give them, as in values = ["met"]')
        return Count(self._number(table, way, "at_least", len(of) or 1), values, of)

    def _summary(self, said: dict[str, Any], dimensions: tuple[Dimension, ...]) -> Summary | None:
        table, way = said.get("summary"), ("summary",)
        if not isinstance(table, dict):
            return None
        self._known(table, way, _SUMMARY)
        ordered = {one.id: one for one in dimensions if one.ordered}
        name = self._text(table, way, "dimension", needed=True)
        known = self._one_of(name, ordered, (*way, "dimension"), "ordered dimension")
        need: Callable[[str], str] = lambda key: self._text(table, way, key, needed=True)  # noqa: E731 - said three times
        least = self._one_of(need("at_least"), ordered[known].values if known else (), (*way, "at_least"), "value")
        return Summary(known, least, need("every"), need("none"), need("some"))


def _of_cell(dimensions: tuple[Dimension, ...], rule: Rule, across: str, down: str) -> tuple[Criterion, ...]:
    """What a cell of two axes requires: on each axis, a value of its band."""
    by_id = {one.id: one for one in dimensions}
    found = []
    for axis, band in ((rule.down, down), (rule.across, across)):
        if axis in by_id and band:
            inside = next((one.values for one in by_id[axis].bands if one.name == band), (band,))
            found.append(Criterion(axis, inside))
    return tuple(found)
