"""Cases by attributes as records, for a grid that people edit. A shared step."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.core.attribute import Attribute, AttributeValue, Owner
from trellis.core.case import Case, CaseKind, Participant, Recruitment, Wave
from trellis.core.keys import Key
from trellis.store.reader import Reader


@dataclass(frozen=True, slots=True)
class GridCase:
    """A case as a row. status: how far its participant has come, None for a case that is no participant."""

    k: Key
    rev: Key
    name: str
    kind: CaseKind
    status: Recruitment | None


@dataclass(frozen=True, slots=True)
class CaseGrid:
    """Everything that the grid shows: rows, columns and waves in their order, and the values that there are."""

    cases: tuple[GridCase, ...]
    attributes: tuple[Attribute, ...]
    waves: tuple[Wave, ...]
    values: tuple[AttributeValue, ...]


def case_grid(reader: Reader) -> CaseGrid:
    """The cases of the study by their attributes."""
    status = {person.k: person.status for person in reader.all(Participant)}
    cases = sorted(reader.all(Case), key=lambda case: (case.pos, case.k))
    columns = case_attributes(reader)
    shown = {attribute.k for attribute in columns}
    return CaseGrid(
        tuple(GridCase(c.k, c.rev, c.name, c.kind, status.get(c.participant or -1)) for c in cases),
        columns,
        tuple(sorted(reader.all(Wave), key=lambda wave: (wave.pos, wave.k))),
        tuple(value for value in reader.all(AttributeValue) if value.attribute in shown),
    )


def case_attributes(reader: Reader) -> tuple[Attribute, ...]:
    """The attributes of cases in their order."""
    found = [attribute for attribute in reader.all(Attribute) if attribute.of is Owner.CASE]
    return tuple(sorted(found, key=lambda attribute: (attribute.pos, attribute.k)))
