"""What a lens judges, found by the names that people use: cases, roles, groups of stakeholders, the study."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from trellis.core.case import Case, CaseKind, Membership, Wave
from trellis.core.errors import Ambiguous, Invalid, NotFound
from trellis.core.judgement import UnitPlace
from trellis.core.keys import NO_KEY, Key
from trellis.core.lens import Lens, Unit
from trellis.core.lens_file import nearest
from trellis.store.reader import Reader
from trellis.study.resolve import folded, keyed, wave_named
from trellis.study.sample_units import Trait, trait

_KINDS: dict[Unit, frozenset[CaseKind]] = {
    Unit.CASE: frozenset(CaseKind),
    Unit.TEAM: frozenset({CaseKind.TEAM}),
    Unit.DYAD: frozenset({CaseKind.PAIR}),
    Unit.GROUP: frozenset({CaseKind.GROUP, CaseKind.TEAM, CaseKind.SITE, CaseKind.ORGANISATION}),
    Unit.ROLE: frozenset({CaseKind.GROUP}),
    Unit.STAKEHOLDERS: frozenset({CaseKind.GROUP}),
}
_NAMED = (Unit.ROLE, Unit.STAKEHOLDERS)
"""Units that need be no case: a name is enough, since nobody of a group may have been interviewed."""
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Given:
    """A unit as people give it. kind: only where a name could be two things."""

    name: str
    wave: str | None = None
    kind: str = ""


class Units:
    """The cases, values and waves among which units are found, and who belongs to them."""

    def __init__(self, reader: Reader, lens: Lens) -> None:
        self._reader = reader
        self.lens = lens
        self.cases = {case.k: case for case in sorted(reader.all(Case), key=lambda case: (case.pos, case.k))}
        self.waves = {wave.k: wave for wave in sorted(reader.all(Wave), key=lambda wave: (wave.pos, wave.k))}
        self._by_name: dict[str, list[Case]] = {}
        for case in self.cases.values():
            self._by_name.setdefault(folded(case.name), []).append(case)

    @cached_property
    def _named_by(self) -> Trait | None:
        """What people are sorted by under the lens's `named_by`, None where the study has no such thing."""
        try:
            return trait(self._reader, self.lens.named_by) if self.lens.named_by else None
        except NotFound:
            return None

    @cached_property
    def _within(self) -> dict[Key, list[Key]]:
        found: dict[Key, list[Key]] = {}
        for link in self._reader.all(Membership):
            found.setdefault(link.parent, []).append(link.child)
        return found

    def place(self, given: Given) -> UnitPlace:
        """The unit that is meant. Raises NotFound, Ambiguous, or Invalid where the lens judges no such thing."""
        fitting = self._fitting(given)
        if not fitting:
            raise self._unknown(given)
        if len(fitting) > 1:
            kinds = ", ".join(f'"{unit}"' for unit, _, _ in fitting)
            message = f"“{given.name}” could be several things to the lens “{self.lens.title}”; give the kind: {kinds}"
            raise Ambiguous(message)
        unit, case, name = fitting[0]
        return UnitPlace(unit, case, self._wave(given, unit), name)

    def _wave(self, given: Given, unit: Unit) -> Key:
        if not given.wave:
            return NO_KEY
        if not self.lens.by_wave:
            units = ", ".join(self.lens.units)
            message = f"the lens “{self.lens.title}” is not judged by wave; it judges: {units}; leave the wave out"
            raise Invalid(message)
        del unit
        return wave_named(self._reader, given.wave).k

    def _fitting(self, given: Given) -> list[tuple[Unit, Key, str]]:
        units = self._units(given.kind)
        if Unit.STUDY in units and (folded(given.name) == "study" or units == (Unit.STUDY,)):
            return [(Unit.STUDY, NO_KEY, "")]
        by_key = keyed(self._reader, Case, given.name)
        cases = [by_key] if by_key is not None else self._by_name.get(folded(given.name), [])
        # One case fits as one thing: the first unit that the lens lists and that suits its kind.
        found = [
            (unit, case.k, "")
            for case in cases
            if (unit := next((unit for unit in units if case.kind in _KINDS.get(unit, ())), None)) is not None
        ]
        name = self._value(given.name)
        known = name is not None and self._named_by is not None and name in self._named_by.levels
        named = next((unit for unit in units if unit in _NAMED), None)
        # Where the people of a role are a case too, that case is the role.
        is_case = any(unit is named for unit, _, _ in found)
        if named is not None and name and not is_case and (known or not found):
            found.append((named, NO_KEY, name))
        return found

    def _value(self, name: str) -> str | None:
        """The name as the attribute's value spells it, or as it is given."""
        levels = () if self._named_by is None else self._named_by.levels
        return next((level for level in levels if folded(level) == folded(name)), " ".join(name.split()) or None)

    def _units(self, kind: str) -> tuple[Unit, ...]:
        if not kind.strip():
            return self.lens.units
        wanted = folded(kind)
        found = tuple(unit for unit in self.lens.units if unit.value == wanted)
        if not found:
            message = f"“{kind}” is not judged by the lens “{self.lens.title}”; what fits: {', '.join(self.lens.units)}"
            raise Invalid(message)
        return found

    def _unknown(self, given: Given) -> NotFound:
        kinds = frozenset(kind for unit in self._units(given.kind) for kind in _KINDS.get(unit, ()))
        names = [case.name for case in self.cases.values() if case.kind in kinds]
        wanted = ", ".join(self._units(given.kind))
        listed = ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
        there = self._by_name.get(folded(given.name), [])
        why = f" (it is a {there[0].kind})" if there else ""
        return NotFound(
            f"“{given.name}” is nothing that the lens “{self.lens.title}” judges{why}; it judges: {wanted}; "
            f"{nearest(given.name, names)}there are: {listed or 'none yet'}"
        )

    def is_new(self, place: UnitPlace) -> bool:
        """Whether a unit goes by a name that no case and no attribute's value has."""
        levels = () if self._named_by is None else self._named_by.levels
        return place.unit in _NAMED and not place.case and place.name not in levels

    def label(self, place: UnitPlace) -> str:
        """What a unit is called."""
        if place.unit is Unit.STUDY:
            return "study"
        return self.cases[place.case].name if place.case in self.cases else place.name

    def wave(self, place: UnitPlace) -> str:
        """The name of a unit's wave, "" for none."""
        return self.waves[place.wave].name if place.wave in self.waves else ""

    def order(self, place: UnitPlace) -> tuple[object, ...]:
        """Where a unit stands in lists: by kind, then in the order of cases or names, then of waves."""
        cases, waves = list(self.cases), list(self.waves)
        kind = list(Unit).index(place.unit)
        case = cases.index(place.case) if place.case in self.cases else len(cases)
        return (kind, case, folded(place.name), waves.index(place.wave) if place.wave in self.waves else -1)

    def members(self, place: UnitPlace) -> tuple[Key, ...]:
        """The cases that a unit is or holds: itself, what belongs to it, those with the value, or all."""
        if place.unit is Unit.STUDY:
            return tuple(self.cases)
        if place.case:
            inside = {place.case}
            ahead = [place.case]
            while ahead:
                more = set(self._within.get(ahead.pop(), ())) - inside
                inside |= more
                ahead += more
            return tuple(k for k in self.cases if k in inside)
        if self._named_by is None:
            return ()
        held = {k for (k, _), value in self._named_by.of_case.items() if value == place.name}
        return tuple(k for k in self.cases if k in held)

    def candidates(self) -> list[UnitPlace]:
        """Everything there is that the lens could judge, in order, without waves; names that somebody judged too."""
        found: dict[UnitPlace, None] = {}
        for unit in self.lens.units:
            if unit is Unit.STUDY:
                found[UnitPlace(unit, NO_KEY, NO_KEY, "")] = None
            elif unit in _NAMED:
                levels = () if self._named_by is None else self._named_by.levels
                found.update((UnitPlace(unit, NO_KEY, NO_KEY, level), None) for level in levels)
            else:
                found.update(
                    (UnitPlace(unit, case.k, NO_KEY, ""), None)
                    for case in self.cases.values()
                    if case.kind in _KINDS[unit] and not any(place.case == case.k for place in found)
                )
        return list(found)


def place_columns(place: UnitPlace) -> tuple[Unit, Key | None, Key, str]:
    """A unit as the columns of a judgement hold it: unit, case, wave, name."""
    return place.unit, place.case or None, place.wave, place.name
