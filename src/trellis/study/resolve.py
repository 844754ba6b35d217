"""Finding things by the names and numbers that people use. Shared steps: they take a reader or an open change.

Wherever a name is taken, the record's key after a hash sign ("#8589934593") is too: a client that shows a record
holds its key, and numbers and names may have moved on since.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

from trellis.core.case import Case, Wave
from trellis.core.chart import Chart
from trellis.core.coding import Coding, Round, Rule
from trellis.core.errors import Ambiguous, NotFound
from trellis.core.framework import FrameworkVersion, Theme, ThemeOperation
from trellis.core.framework_tree import USABLE, Tree
from trellis.core.framework_versions import Printed, became, printed
from trellis.core.keys import Key
from trellis.core.numbering import numbered_themes
from trellis.core.source import Source, Version
from trellis.core.study import Person
from trellis.store.reader import Reader

R = TypeVar("R")
_NUMBER = re.compile(r"\d+(\.\d+)*\.?")
_KEY = re.compile(r"#\d{1,16}")
_SHOWN = 8


def folded(name: str) -> str:
    """A name without case, diacritics and doubled white space, for comparing."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())


def one_named(items: Iterable[R], name: str, called: Callable[[R], str], what: str) -> R:
    """The one item of that name: exactly so spelt, else alike but for case and accents, else beginning so.

    Raises NotFound, telling what there is, or Ambiguous, telling what would fit.
    """
    everything = list(items)
    wanted = folded(name)
    tests: tuple[Callable[[R], bool], ...] = (
        lambda item: called(item) == name,
        lambda item: folded(called(item)) == wanted,
        lambda item: folded(called(item)).startswith(wanted),
    )
    for test in tests:
        fitting = [item for item in everything if test(item)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            message = f"“{name}” fits several {what}s: {_listed(fitting, called)}; give the whole name"
            raise Ambiguous(message)
    message = f"there is no {what} “{name}” in this study; there are: {_listed(everything, called) or 'none'}"
    raise NotFound(message)


def _listed(items: list[R], called: Callable[[R], str]) -> str:
    names = [f"“{called(item)}”" for item in items[:_SHOWN]]
    more = len(items) - _SHOWN
    return ", ".join(names) + (f" and {more} more" if more > 0 else "")


def _exactly(reader: Reader, kind: type[R], name: str) -> R | None:
    """The one record of that name, found by the index on names; None where there is none or several."""
    found = reader.all(kind, name=name)
    return found[0] if len(found) == 1 else None


def handle(k: Key) -> str:
    """The key of a record as it can be given in the place of its name."""
    return f"#{k}"


def keyed(reader: Reader, kind: type[R], given: str) -> R | None:
    """The record whose key is given after a hash sign, None if something else is given."""
    return reader.find(kind, int(given.strip()[1:])) if _KEY.fullmatch(given.strip()) else None


def _named(reader: Reader, kind: type[R], name: str, called: Callable[[R], str], what: str) -> R:
    return keyed(reader, kind, name) or one_named(reader.all(kind), name, called, what)


def source_named(reader: Reader, name: str) -> Source:
    """The source of that name. Raises NotFound or Ambiguous."""
    return _exactly(reader, Source, name) or _named(reader, Source, name, lambda s: s.name, "source")


def case_named(reader: Reader, name: str) -> Case:
    """The case of that name. Raises NotFound or Ambiguous."""
    return _exactly(reader, Case, name) or _named(reader, Case, name, lambda case: case.name, "case")


def wave_named(reader: Reader, name: str) -> Wave:
    """The wave of that name. Raises NotFound or Ambiguous."""
    return _named(reader, Wave, name, lambda wave: wave.name, "wave")


def rule_named(reader: Reader, name: str) -> Rule:
    """The rule of that name. Raises NotFound or Ambiguous."""
    return _named(reader, Rule, name, lambda rule: rule.name, "rule")


def person_named(reader: Reader, name: str) -> Person:
    """The person of that name who works in the study. Raises NotFound or Ambiguous."""
    return _named(reader, Person, name, lambda person: person.name, "person")


def round_named(reader: Reader, name: str) -> Round:
    """The round of that name. Raises NotFound or Ambiguous."""
    return _named(reader, Round, name, lambda found: found.name, "round")


def framework_version_named(reader: Reader, name: str) -> FrameworkVersion:
    """The framework version of that name. Raises NotFound or Ambiguous."""
    return _named(reader, FrameworkVersion, name, lambda version: version.name, "framework version")


def newest_framework_version(reader: Reader) -> FrameworkVersion | None:
    """The framework version that was named last, None if none was."""
    versions = reader.all(FrameworkVersion)
    return max(versions, key=lambda version: version.number, default=None)


def theme_given(reader: Reader, given: str) -> Theme:
    """The theme with this printed number ("2.3") or name, open codes included. Raises NotFound or Ambiguous."""
    by_key = keyed(reader, Theme, given)
    if by_key is not None and by_key.state in USABLE:
        return by_key
    themes = reader.all(Theme)
    if _NUMBER.fullmatch(given.strip()):
        by_number = dict(numbered_themes(themes))
        found = by_number.get(given.strip().rstrip("."))
        if found is None:
            message = f"the framework has no theme {given}; it has: {', '.join(by_number) or 'none yet'}"
            raise NotFound(message + _once(reader, lambda theme: theme.number == given.strip().rstrip(".")))
        return found
    usable = [theme for theme in themes if theme.state in USABLE]
    try:
        return one_named(usable, given, lambda theme: theme.name, "theme")
    except NotFound as error:
        raise NotFound(str(error) + _once(reader, lambda theme: folded(theme.name) == folded(given))) from error


def _once(reader: Reader, meant: Callable[[Printed], bool]) -> str:
    """What became of a theme that older versions had by this number or name; "" if none did."""
    tree = Tree(reader.all(Theme))
    operations = sorted(reader.all(ThemeOperation), key=lambda done: (done.at, done.k))
    for version in sorted(reader.all(FrameworkVersion), key=lambda version: -version.number):
        for theme in printed(version):
            if meant(theme):
                return f"; in {version.name} it was {theme.label}, now {became(theme.k, tree, operations)}"
    return ""


def adopted_round(reader: Reader) -> Round:
    """The round whose codings are the study's index."""
    return next(found for found in reader.all(Round) if found.adopted)


def main_chart(reader: Reader) -> Chart:
    """The study's chart: the first that was made."""
    return reader.all(Chart)[0]


def codings_on(reader: Reader, source: Key) -> list[Coding]:
    """Every coding of a source, on whichever of its texts, found without reading those of other sources."""
    versions = reader.all(Version, source=source)
    return [coding for version in versions for coding in reader.all(Coding, version=version.k)]


def current_text(reader: Reader, source: Source) -> tuple[Version, str]:
    """The version of the source that is read now, with its text."""
    version = reader.get(Version, source.current)
    return version, reader.text(version.sha)
