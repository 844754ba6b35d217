"""A framework, and operations on one, as TOML."""

from __future__ import annotations

from typing import Any

import tomli_w

from trellis.core.errors import BadTable, TrellisError
from trellis.core.framework import Operation, Origin
from trellis.core.framework_file import FileOperation, FileTheme, FrameworkFile, OperationsFile, in_number_order
from trellis.core.framework_wording import Rewording, Wording, origin_given
from trellis.exchange.toml_parts import parsed, require_known, tables

FORMAT = 1
_SAID = ("name", "definition", "include", "exclude", "example", "origin")
_HEAD = frozenset({"format", "licence", "title", "version", "date", "by", "reason", "theme"})
_OPERATIONS_HEAD = frozenset({"format", "licence", "from", "to", "reason", "date", "by", "memo", "operation"})
_PLACING = frozenset(
    {"kind", "theme", "themes", "keeps", "parent", "after", "into", "who", "reason", "sub_themes_to", "with_sub_themes"}
)


def read_framework(content: bytes, name: str) -> FrameworkFile:
    """The framework in a TOML file called `name`. Raises BadTable."""
    head = parsed(content, name, _HEAD, FORMAT)
    themes = [_theme(table, at, name) for at, table in enumerate(tables(head, "theme", name), 1)]
    if not themes:
        message = f"{name} holds no [[theme]]; give each theme one, with a number and a name"
        raise BadTable(message)
    return FrameworkFile(
        in_number_order(themes, name),
        title=_text(head, "title", name),
        version=_text(head, "version", name),
        date=_text(head, "date", name),
        by=_names(head, "by", name),
        reason=_text(head, "reason", name),
        licence=_text(head, "licence", name),
    )


def write_framework(framework: FrameworkFile) -> bytes:
    """The framework as TOML, always the same bytes for the same framework."""
    said: dict[str, Any] = {"format": FORMAT}
    for key in ("licence", "title", "version", "date", "by", "reason"):
        value = getattr(framework, key)
        if value:
            said[key] = list(value) if isinstance(value, tuple) else value
    said["theme"] = [
        {"number": theme.number, **{key: str(getattr(theme.words, key)) for key in _SAID}} for theme in framework.themes
    ]
    return tomli_w.dumps(said).encode()


def read_operations(content: bytes, name: str) -> OperationsFile:
    """The operations in a TOML file called `name`. Raises BadTable."""
    head = parsed(content, name, _OPERATIONS_HEAD, FORMAT)
    listed = [_operation(table, at, name) for at, table in enumerate(tables(head, "operation", name), 1)]
    if not listed:
        message = f"{name} holds no [[operation]]; give each operation one, with its kind"
        raise BadTable(message)
    return OperationsFile(
        tuple(listed),
        before=_text(head, "from", name),
        after=_text(head, "to", name),
        reason=_text(head, "reason", name),
        date=_text(head, "date", name),
        by=_names(head, "by", name),
    )


def _text(table: dict[str, Any], key: str, place: str) -> str:
    """As it stands, blanks at its ends too: what is written out comes back the same."""
    value = table.get(key, "")
    if not isinstance(value, str):
        message = f"{place}: “{key}” is {value!r}; give text in quotation marks"
        raise BadTable(message)
    return value


def _names(table: dict[str, Any], key: str, place: str) -> tuple[str, ...]:
    """A list, even of one: "5.2" alone may be meant as 5 and 2. As they stand."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        message = f'{place}: “{key}” is {value!r}; give a list of texts, like ["5.2", "5.3"]'
        raise BadTable(message)
    return tuple(value)


def _theme(table: dict[str, Any], at: int, name: str) -> FileTheme:
    place = f"theme {at}"
    where = f"{name}, {place}"
    require_known(table, frozenset({"number", *_SAID}), where)
    if "number" not in table:
        message = f'{where}: it has no number; give one, like number = "2.3"'
        raise BadTable(message)
    return FileTheme(_text(table, "number", where).rstrip("."), _wording(table, where), place)


def _wording(table: dict[str, Any], place: str) -> Wording:
    name, definition, include, exclude, example = (_text(table, key, place) for key in _SAID[:-1])
    if not name.strip():
        message = f'{place}: it has no name; give one, like name = "Working alone"'
        raise BadTable(message)
    return Wording(name, definition, include, exclude, example, _origin(place, _text(table, "origin", place)))


def _origin(place: str, origin: str) -> Origin:
    try:
        return origin_given(origin)
    except TrellisError as error:
        message = f"{place}: {error}"
        raise BadTable(message) from error


def _operation(table: dict[str, Any], at: int, name: str) -> FileOperation:
    place = f"{name}, operation {at}"
    require_known(table, _PLACING | frozenset(_SAID), place)
    kinds = ", ".join(Operation)
    given = _text(table, "kind", place)
    if given not in list(Operation):
        message = f"{place}: “{given}” is not an operation; what fits: {kinds}"
        raise BadTable(message)
    said = {key: _text(table, key, place) for key in _SAID[:-1] if key in table}
    origin = _origin(place, _text(table, "origin", place)) if "origin" in table else None
    single = _text(table, "theme", place)
    return FileOperation(
        Operation(given),
        (single,) if single else _names(table, "themes", place),
        place,
        _text(table, "keeps", place),
        _text(table, "parent", place),
        _text(table, "after", place) if "after" in table else None,
        Rewording(**said, origin=origin),
        tuple(_split_into(part, place) for part in tables(table, "into", place)),
        _text(table, "who", place),
        _text(table, "reason", place),
        _text(table, "sub_themes_to", place),
        with_sub_themes=table.get("with_sub_themes", False) is True,
    )


def _split_into(table: dict[str, Any], place: str) -> Wording:
    require_known(table, frozenset(_SAID), place)
    return _wording(table, place)
