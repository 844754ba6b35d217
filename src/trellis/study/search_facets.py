"""What a search can be narrowed to: the names that its filters take."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.core.attribute import Attribute, AttributeValue, Owner
from trellis.core.case import Case, Wave
from trellis.core.filters import NOT_KNOWN
from trellis.core.keys import Key
from trellis.core.source import Source, SourceKind
from trellis.store.reader import Reader
from trellis.study.scope import ROLES
from trellis.study.work import Work

MOST_VALUES = 60
"""Values of one attribute beyond which it is no filter to choose from."""


@dataclass(frozen=True, slots=True)
class AttributeFacet:
    """An attribute of cases or sources, with the values that occur."""

    name: str
    of: Owner
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """Sources and cases by key and name, kinds and waves that occur, roles of speakers, attributes with values."""

    sources: tuple[tuple[Key, str], ...]
    cases: tuple[tuple[Key, str], ...]
    kinds: tuple[SourceKind, ...]
    waves: tuple[str, ...]
    speakers: tuple[str, ...]
    attributes: tuple[AttributeFacet, ...]


class Narrowing:
    """The call that says what a search can be narrowed to."""

    _work: Work

    def facets(self) -> Facets:
        """Everything that filters can name."""
        with self._work.read() as reader:
            sources = sorted(reader.all(Source), key=lambda source: (source.name, source.k))
            cases = sorted(reader.all(Case), key=lambda case: (case.name, case.k))
            waves = sorted(reader.all(Wave), key=lambda wave: (wave.pos, wave.k))
            attributes = _attributes(reader)
        kinds = tuple(kind for kind in SourceKind if any(source.kind is kind for source in sources))
        return Facets(
            tuple((source.k, source.name) for source in sources),
            tuple((case.k, case.name) for case in cases),
            kinds,
            tuple(wave.name for wave in waves),
            ROLES,
            attributes,
        )


def _attributes(reader: Reader) -> tuple[AttributeFacet, ...]:
    told: dict[Key, set[str]] = {}
    for value in reader.all(AttributeValue):
        told.setdefault(value.attribute, set()).add(value.value)
    found = sorted(reader.all(Attribute), key=lambda attribute: (attribute.pos, attribute.k))
    return tuple(
        AttributeFacet(one.name, one.of, (*_ordered(one, told[one.k]), NOT_KNOWN))
        for one in found
        if 0 < len(told.get(one.k, ())) <= MOST_VALUES
    )


def _ordered(attribute: Attribute, values: set[str]) -> list[str]:
    """The values in the order of the attribute's levels, others behind them."""
    rank = {level: at for at, level in enumerate(attribute.levels)}
    return sorted(values, key=lambda value: (rank.get(value, len(rank)), value))
