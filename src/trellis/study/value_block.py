"""A block of values pasted from a spreadsheet: what each would change, and why some cannot. Steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from trellis.core.attribute import Attribute, AttributeValue, HowKnown, parse_value
from trellis.core.errors import Ambiguous, Invalid, NotFound
from trellis.core.keys import Key
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.attribute_steps import attribute_named, grown, owner_named, wave_of_value
from trellis.study.resolve import wave_named


@dataclass(frozen=True, slots=True)
class Pasted:
    """One value of a block: of which case, attribute and wave (by name or handle), as it stood in the spreadsheet."""

    case: str
    attribute: str
    value: str
    wave: str | None = None


class Outcome(StrEnum):
    """What becomes of a pasted value."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class BlockLine:
    """What becomes of one pasted value. before: "" where nothing stood. why: for what is refused."""

    case: str
    attribute: str
    wave: str
    before: str
    after: str
    outcome: Outcome
    why: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """A line, and the records before and after where something is to be written."""

    line: BlockLine
    before: AttributeValue | None = None
    after: AttributeValue | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A block ready to be written. columns: its attributes as they were and as they become with new categories."""

    columns: tuple[tuple[Attribute, Attribute], ...]
    planned: tuple[Planned, ...]

    @property
    def lines(self) -> tuple[BlockLine, ...]:
        """What becomes of each value."""
        return tuple(one.line for one in self.planned)

    def write(self, change: Change) -> None:
        """Writes what is new or changed."""
        change.update_all([pair for pair in self.columns if pair[0] != pair[1]])
        made = [one.after for one in self.planned if one.after is not None and one.before is None]
        change.insert(*made)
        change.update_all([(one.before, one.after) for one in self.planned if one.before is not None and one.after])


def block_of(reader: Reader, given: Sequence[Pasted], how: HowKnown, *, new_categories: bool) -> Block:
    """What a block would do. Values that are empty change nothing and are left out.

    new_categories: categories without an order take values that they do not have yet. A place that comes twice is
    refused the second time. Raises NotFound, Ambiguous.
    """
    filled = [one for one in given if one.value.strip()]
    columns: dict[Key, tuple[Attribute, Attribute]] = {}
    found: dict[str, Attribute] = {}
    for name in dict.fromkeys(one.attribute for one in filled):
        attribute = attribute_named(reader, name)
        values = [one.value for one in filled if one.attribute == name]
        found[name] = grown(attribute, values) if new_categories else attribute
        columns[attribute.k] = (attribute, found[name])
    return Block(tuple(columns.values()), tuple(_planned(reader, filled, found, how)))


def _planned(
    reader: Reader, given: Sequence[Pasted], attributes: dict[str, Attribute], how: HowKnown
) -> Iterator[Planned]:
    met: set[tuple[Key, Key, Key]] = set()
    for one in given:
        attribute = attributes[one.attribute]
        line = BlockLine(one.case, attribute.name, one.wave or "", "", one.value, Outcome.REFUSED)
        try:
            case = owner_named(reader, attribute, one.case)
            wave = None if one.wave is None or not attribute.per_wave else wave_named(reader, one.wave)
            line = replace(line, case=case.name, wave="" if wave is None else wave.name)
            at = wave_of_value(attribute, wave)
            value = parse_value(attribute, one.value)
        except (Ambiguous, Invalid, NotFound) as error:
            yield Planned(replace(line, why=str(error)))
            continue
        line = replace(line, after=value)
        place = (attribute.k, case.k, at)
        if place in met:
            yield Planned(replace(line, why="the block has a value for this place twice"))
            continue
        met.add(place)
        before = reader.find(AttributeValue, *place)
        if before is not None and before.value == value:
            yield Planned(replace(line, before=value, outcome=Outcome.SAME))
        elif before is None:
            yield Planned(replace(line, outcome=Outcome.NEW), None, AttributeValue(*place, 0, value, how, ""))
        else:
            told = replace(line, before=before.value, outcome=Outcome.CHANGED)
            yield Planned(told, before, replace(before, value=value, how_known=how))
