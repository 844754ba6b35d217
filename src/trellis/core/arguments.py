"""What people write on a command line: "NAME=VALUE", "3-12", "1,3,7-9"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from trellis.core.errors import Invalid

_RANGE = re.compile(r"(\d+)(?:[-–](\d+))?")


def pairs_in(given: Iterable[str]) -> Mapping[str, str]:
    """What "NAME=VALUE" arguments say, the value after the first sign of equality. Raises Invalid."""
    found: dict[str, str] = {}
    for text in given:
        name, sign, value = text.partition("=")
        if not sign or not name.strip() or not value.strip():
            message = f"“{text}” is not of the form NAME=VALUE"
            raise Invalid(message)
        found[name.strip()] = value.strip()
    return found


def range_in(given: str | None) -> tuple[int, int] | None:
    """Two numbers written as "3-12", or one that stands for both; None for nothing. Raises Invalid."""
    if given is None:
        return None
    found = _RANGE.fullmatch(given.strip())
    if found is None:
        message = f"“{given}” is no range; write two numbers as in 3-12"
        raise Invalid(message)
    return int(found[1]), int(found[2] or found[1])


MOST_NUMBERS = 10_000


def numbers_in(given: str) -> list[int]:
    """The numbers that "1,3,7-9" names, in the order given, each once. Raises Invalid, also for very many."""
    found: list[int] = []
    for part in given.replace(",", " ").split():
        matched = _RANGE.fullmatch(part)
        span = None if matched is None else (int(matched[1]), int(matched[2] or matched[1]))
        if span is None or span[1] - span[0] >= MOST_NUMBERS:
            message = f"“{part}” names no numbers, or very many; write some as in 1,3,7-9"
            raise Invalid(message)
        found += range(span[0], span[1] + 1)
    if not found:
        message = f"“{given}” names no numbers; write them as in 1,3,7-9"
        raise Invalid(message)
    return list(dict.fromkeys(found))
