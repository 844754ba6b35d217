"""Themes by the numbers and names of any framework version, each looked up once."""

from __future__ import annotations

from trellis.core.errors import NotFound
from trellis.core.framework import FrameworkVersion, Operation, Theme, ThemeOperation, ThemeState
from trellis.core.keys import Key
from trellis.core.numbering import numbered_themes
from trellis.store.reader import Reader
from trellis.study.resolve import folded, framework_version_named, one_named, theme_given

_USABLE = frozenset({ThemeState.ACTIVE, ThemeState.CODE})


class ThemeLookup:
    """Finds the theme that a number or name means, in the framework as it is or in one of its versions."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._themes = {theme.k: theme for theme in reader.all(Theme)}
        self._numbers = {number: theme.k for number, theme in numbered_themes(self._themes.values())}
        self._merged = {
            done.theme: done.into[0]
            for done in reader.all(ThemeOperation)
            if done.kind is Operation.MERGE and done.into
        }

    def version(self, name: str) -> FrameworkVersion:
        """The framework version of that name. Raises NotFound or Ambiguous."""
        return framework_version_named(self._reader, name)

    def theme(self, given: str, version: FrameworkVersion | None) -> Key:
        """The theme that may be indexed under. What has been merged since leads to where it went.

        Raises NotFound or Ambiguous; NotFound also for a theme that was split or retired since.
        """
        if version is None:
            numbered = self._numbers.get(given.strip().rstrip("."))
            return theme_given(self._reader, given).k if numbered is None else numbered
        return self._usable(self._in_version(given, version), given, version)

    def _in_version(self, given: str, version: FrameworkVersion) -> Key:
        wanted = given.strip().rstrip(".")
        by_number = {row[2]: row[0] for row in version.themes}
        if wanted in by_number:
            return by_number[wanted]
        if wanted[:1].isdecimal() and not any(folded(row[3]) == folded(given) for row in version.themes):
            message = f"{version.name} has no theme {given}; it has: {', '.join(by_number) or 'none'}"
            raise NotFound(message)
        return one_named(version.themes, given, lambda row: row[3], f"{version.name} theme")[0]

    def _usable(self, k: Key, given: str, version: FrameworkVersion) -> Key:
        seen: set[Key] = set()
        while k in self._merged and self._themes[k].state is ThemeState.MERGED and k not in seen:
            seen.add(k)
            k = self._merged[k]
        theme = self._themes.get(k)
        if theme is None or theme.state not in _USABLE:
            state = "gone" if theme is None else theme.state.value
            message = (
                f"theme {given} of {version.name} is {state} now; name the theme of today that these words belong to"
            )
            raise NotFound(message)
        return k
