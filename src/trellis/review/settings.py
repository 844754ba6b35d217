"""What the user has settled about a review, out of a .toml file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from trellis.core.errors import Invalid
from trellis.review.checks import BY_ID
from trellis.review.material import DEFAULT_K, Settings, Waiver

_KEY = re.compile("[0-9a-f]{8}")
_KNOWN = ("k", "order", "groups", "population", "waiver")


def settings_of(name: str, data: bytes) -> Settings:
    """The settings that a file holds. Raises Invalid, naming the entry, what was given and what would fit."""
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{name} is no TOML file: {error}; write lines such as k = 3, and [[waiver]] above check and reason"
        raise Invalid(message) from error
    for key in values:
        if key not in _KNOWN:
            raise Invalid(f"{name}: there is no setting “{key}”; it takes {', '.join(_KNOWN)}")
    return Settings(
        k=_k(name, values.get("k", DEFAULT_K)),
        order=_texts(name, "order", values.get("order", [])),
        groups=tuple((attribute, _pairs(name, "groups", group)) for attribute, group in _table(name, values, "groups")),
        population=tuple((value, _count(name, value, n)) for value, n in _table(name, values, "population")),
        waivers=tuple(_waiver(name, n, entry) for n, entry in enumerate(values.get("waiver", []), start=1)),
    )


def _k(name: str, given: object) -> int:
    if isinstance(given, int) and not isinstance(given, bool) and given >= 1:
        return given
    raise Invalid(f"{name}: k is {given!r}; give a whole number from 1, such as 3")


def _count(name: str, value: str, given: object) -> int:
    if isinstance(given, int) and not isinstance(given, bool) and given >= 0:
        return given
    raise Invalid(f"{name}: population of “{value}” is {given!r}; give how many people hold such a post")


def _texts(name: str, key: str, given: object) -> tuple[str, ...]:
    if isinstance(given, list) and all(isinstance(each, str) for each in given):
        return tuple(given)
    raise Invalid(f'{name}: {key} is {given!r}; give a list of names, such as ["site", "gender"]')


def _table(name: str, values: Mapping[str, Any], key: str) -> list[tuple[str, Any]]:
    given = values.get(key, {})
    if isinstance(given, dict):
        return list(given.items())
    raise Invalid(f"{name}: {key} is {given!r}; write it as a table, [{key}], with a line for each value")


def _pairs(name: str, key: str, given: object) -> tuple[tuple[str, str], ...]:
    if isinstance(given, dict) and all(isinstance(wide, str) for wide in given.values()):
        return tuple(given.items())
    raise Invalid(f'{name}: {key} holds {given!r}; write a line such as "HIW" = "NPA worker" below [{key}.role]')


def _waiver(name: str, n: int, entry: object) -> Waiver:
    fields = entry if isinstance(entry, dict) else {}
    check, reason = fields.get("check"), fields.get("reason")
    if not isinstance(check, str) or not (check in BY_ID or _KEY.fullmatch(check)):
        raise Invalid(f"{name}: waiver {n} is for {check!r}; give the id of a check, or the key of a remark")
    if not isinstance(reason, str) or not reason.strip():
        raise Invalid(f"{name}: waiver {n} ({check}) gives no reason; add reason = “why it may stand”")
    return Waiver(check, str(fields.get("words", "")), reason.strip())
