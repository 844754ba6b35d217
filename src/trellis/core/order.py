"""Fractional positions: text keys that sort, with room between any two of them.

Two people who insert at different places never touch the same row, so order does not make conflicts.
A position is a string over `DIGITS` that does not end in the lowest digit; it reads as a fraction
between 0 and 1 in base 62.
"""

from __future__ import annotations

from itertools import pairwise

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
BASE = len(DIGITS)
FIRST = DIGITS[BASE // 2]


def between(low: str | None, high: str | None) -> str:
    """A position after `low` and before `high`; None means the beginning or the end.

    Raises ValueError if low does not come before high.
    """
    if low is not None and high is not None and low >= high:
        message = f"no position between {low!r} and {high!r}: the first must come before the second"
        raise ValueError(message)
    if high is None:
        return _after(low or "")
    return _midway(low or "", high)


def _after(low: str) -> str:
    """The shortest position after `low`: raise its first digit that has room."""
    for place, digit in enumerate(low):
        value = DIGITS.index(digit)
        if value < BASE - 1:
            return low[:place] + DIGITS[value + 1]
    return low + FIRST


def _midway(low: str, high: str) -> str:
    prefix = ""
    while True:
        place = len(prefix)
        below = DIGITS.index(low[place]) if place < len(low) else 0
        above = DIGITS.index(high[place]) if place < len(high) else BASE
        if above - below > 1:
            return prefix + DIGITS[(below + above) // 2]
        prefix += DIGITS[below]
        if above - below == 1:
            return prefix + _after(low[place + 1 :])


def spread(count: int, low: str | None = None, high: str | None = None) -> tuple[str, ...]:
    """`count` positions in rising order between low and high, short and evenly apart."""
    if count == 0:
        return ()
    if low is None and high is None:
        width = 1
        while BASE**width <= 2 * count:
            width += 1
        step = BASE**width // (count + 1)
        return tuple(_written(step * (n + 1), width) for n in range(count))
    positions: list[str] = []
    for _ in range(count):
        positions.append(between(positions[-1] if positions else low, high))
    return tuple(positions)


def _written(value: int, width: int) -> str:
    digits = ""
    for _ in range(width):
        value, digit = divmod(value, BASE)
        digits = DIGITS[digit] + digits
    return digits.rstrip(DIGITS[0])


def is_rising(positions: tuple[str, ...]) -> bool:
    """Whether every position comes before the next one."""
    return all(low < high for low, high in pairwise(positions))
