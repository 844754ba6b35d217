"""What is printed of somebody who is quoted: one pattern for a whole report, made coarser where too few share it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trellis.core.errors import Invalid
from trellis.core.keys import Key

_FIELD = re.compile(r"\{([^{}]*)\}")
NOBODY_NAMED = "a participant"


@dataclass(frozen=True, slots=True)
class Attributing:
    """The attributions of a sample under one pattern.

    attributes: what the pattern names, in its order. of_case: what is printed of each case. coarser: how many cases
    have less printed of them than the pattern asks.
    """

    attributes: tuple[str, ...]
    of_case: Mapping[Key, str]
    coarser: int

    def of(self, case: Key) -> str:
        """What is printed of a case; for one outside the sample nothing that would tell it apart."""
        return self.of_case.get(case, NOBODY_NAMED)


def fields_of(pattern: str) -> tuple[str, ...]:
    """The attributes that a pattern names, in order. Raises Invalid for a brace without its other."""
    if set(_FIELD.sub("", pattern)) & set("{}"):
        message = f"the attribution “{pattern}” has a brace without its other; write it as in “{{role}}, {{site}}”"
        raise Invalid(message)
    return tuple(name.strip() for name in _FIELD.findall(pattern))


def attributing(attributes: Sequence[str], values: Mapping[Key, Sequence[str]], k: int) -> Attributing:
    """What is printed of everybody: values of attributes, as many from the front as at least k people share.

    values: for each case of the sample, a value for each attribute, "" for none. The same attributes are printed of
    everybody who is printed alike so far, so that what is left out of one does not tell another apart.
    """
    kept: dict[Key, tuple[str, ...]] = {case: tuple(each) for case, each in values.items()}
    for length in range(len(attributes), 0, -1):
        shared = Counter(each for each in kept.values() if len(each) == length)
        small = {each[:-1] for each, number in shared.items() if number < k}
        # Whoever shares the coarser words joins them: one person alone with them would be told by what is missing.
        kept = {
            case: each[:-1] if len(each) == length and (shared[each] < k or _is_lonely(each, small, kept, k)) else each
            for case, each in kept.items()
        }
    printed = {case: ", ".join(value for value in each if value) or NOBODY_NAMED for case, each in kept.items()}
    coarser = sum(len(each) < len(attributes) for each in kept.values())
    return Attributing(tuple(attributes), printed, coarser)


def _is_lonely(each: tuple[str, ...], small: set[tuple[str, ...]], kept: Mapping[Key, tuple[str, ...]], k: int) -> bool:
    """Whether those who would be left with the coarser words are fewer than k, so that this one must join them."""
    if each[:-1] not in small:
        return False
    length = len(each)
    own = [other for other in kept.values() if len(other) == length and other[:-1] == each[:-1]]
    sizes = Counter(own)
    return sum(number for number in sizes.values() if number < k) < k
