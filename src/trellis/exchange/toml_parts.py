"""Values out of a parsed TOML file, each checked, with messages that say where, what was given and what would fit."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from typing import Any, TypeVar

from trellis.core.errors import BadTable, TrellisError

R = TypeVar("R")


def parsed(content: bytes, name: str, known: frozenset[str], number: int) -> dict[str, Any]:
    """The tables of a TOML file called `name` in format `number`. Raises BadTable."""
    try:
        head = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        message = f"{name} is not UTF-8 text (byte {error.start}); save it as UTF-8"
        raise BadTable(message) from error
    except tomllib.TOMLDecodeError as error:
        message = f"{name} is not valid TOML: {error}"
        raise BadTable(message) from error
    require_known(head, known, name)
    if head.get("format", number) != number:
        message = f"{name} has format {head['format']}; this Trellis reads format {number}"
        raise BadTable(message)
    return head


def require_known(table: dict[str, Any], known: frozenset[str], place: str) -> None:
    """Nothing, if every key of a table means something; raises BadTable otherwise."""
    for key in table:
        if key not in known:
            message = f"{place}: “{key}” means nothing here; what fits: {', '.join(sorted(known))}"
            raise BadTable(message)


def tables(head: dict[str, Any], key: str, place: str) -> list[dict[str, Any]]:
    """The list of tables under a key, empty where there is none. Raises BadTable."""
    found = head.get(key, [])
    if isinstance(found, list) and all(isinstance(table, dict) for table in found):
        return found
    message = f"{place}: “{key}” is to be a list of tables; write [[{key}]] above each"
    raise BadTable(message)


def text(table: dict[str, Any], key: str, place: str, *, needed: bool = False) -> str:
    """The text under a key, "" where there is none. Raises BadTable, also where it is needed and not there."""
    value = table.get(key, "")
    if not isinstance(value, str):
        message = f"{place}: “{key}” is {value!r}; give text in quotation marks"
        raise BadTable(message)
    if needed and not value.strip():
        message = f"{place}: it has no “{key}”; give one"
        raise BadTable(message)
    return value.strip()


def names(table: dict[str, Any], key: str, place: str) -> tuple[str, ...]:
    """The texts under a key; one text alone and numbers will do. Raises BadTable."""
    value = table.get(key, [])
    listed = value if isinstance(value, list) else [value]
    if not all(isinstance(name, str | int) and not isinstance(name, bool) for name in listed):
        message = f'{place}: “{key}” is {value!r}; give a list of texts, like ["5.2", "5.3"]'
        raise BadTable(message)
    return tuple(str(name).strip() for name in listed)


def whole(table: dict[str, Any], key: str, place: str) -> int | None:
    """The whole number under a key, None where there is none. Raises BadTable."""
    value = table.get(key)
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    message = f"{place}: “{key}” is {value!r}; give a whole number"
    raise BadTable(message)


def flag(table: dict[str, Any], key: str, place: str) -> bool:
    """Whether a key is true, False where it is not there. Raises BadTable."""
    value = table.get(key, False)
    if isinstance(value, bool):
        return value
    message = f"{place}: “{key}” is {value!r}; give true or false"
    raise BadTable(message)


def named(table: dict[str, Any], key: str, place: str, of: Callable[[str], R], default: R | None = None) -> R:
    """What the text under a key names. Raises BadTable, with the place, where it names nothing."""
    given = text(table, key, place, needed=default is None)
    if not given and default is not None:
        return default
    try:
        return of(given)
    except TrellisError as error:
        message = f"{place}: {error}"
        raise BadTable(message) from error
