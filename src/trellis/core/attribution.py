"""The one pattern after which a report says who spoke: "{role}, {site}"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trellis.core.errors import Invalid

NAME = "name"
"""What stands for the pseudonym in a pattern."""

_SLOT = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A pattern of attributes between other words. attributes: in the order of printing, `NAME` for the pseudonym."""

    pattern: str

    @property
    def attributes(self) -> tuple[str, ...]:
        """What it prints of somebody."""
        return tuple(slot.strip() for slot in _SLOT.findall(self.pattern))

    def told(self, values: Mapping[str, str]) -> str:
        """The attribution of somebody.

        values: by attribute, in small letters; one without a value is left out with what stands before it.
        """
        parts: list[str] = []
        at = 0
        for slot in _SLOT.finditer(self.pattern):
            before, value = self.pattern[at : slot.start()], values.get(slot[1].strip().casefold(), "")
            at = slot.end()
            if value:
                parts += [before if parts else before.lstrip(" ,;–—-"), value]
        return ("".join(parts) + self.pattern[at:]).strip()


def attribution_from(pattern: str, attributes: Sequence[str]) -> Attribution:
    """The pattern that is written. attributes: those of the study. Raises Invalid, telling what there is."""
    made = Attribution(" ".join(pattern.split()))
    known = {name.casefold(): name for name in (*attributes, NAME)}
    unknown = [each for each in made.attributes if each.casefold() not in known]
    if not made.attributes or unknown or re.sub(_SLOT, "", made.pattern).strip("{}") != re.sub(_SLOT, "", made.pattern):
        listed = ", ".join(f"{{{name}}}" for name in known.values())
        given = f"no attribute “{unknown[0]}”" if unknown else "no attribute in braces"
        message = f"“{pattern}” holds {given}; write a pattern such as {{role}}, {{site}} out of {listed}"
        raise Invalid(message)
    return made
