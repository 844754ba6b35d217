"""Bringing in a table of cases: what becomes of each column and each row. Steps of `study/cases.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from trellis.core.attribute import Attribute, AttributeValue, HowKnown, Owner, parse_value
from trellis.core.attribute_types import TypeOf, declared, guessed, how_known
from trellis.core.case import Case, CaseKind, Membership, Participant, Recruitment, Wave
from trellis.core.case_table import CaseColumns, CaseRow, Refused, case_kind
from trellis.core.consent import Consent
from trellis.core.errors import BadTable, Invalid
from trellis.core.keys import NO_KEY, Key
from trellis.core.order import between
from trellis.study.attribute_steps import completed, grown
from trellis.study.case_index import CaseIndex
from trellis.study.case_sources import describe_sources, join_sources
from trellis.study.pending import Pending
from trellis.study.resolve import folded
from trellis.study.table import Table


@dataclass(frozen=True, slots=True)
class ImportHow:
    """How a table of cases is to be brought in.

    types: column -> type ("ordered:3,4,5,6"). known: column -> told, recorded or estimated (recorded if not named).
    groups: column -> kind of the group cases that its values name ("site", "team", "organisation").
    per_wave: columns whose values vary by wave. skip: columns to leave out. replace: overwrite what differs.
    """

    types: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    per_wave: Sequence[str] = ()
    skip: Sequence[str] = ()
    replace: bool = False


@dataclass(frozen=True, slots=True)
class Differs:
    """Something that stands otherwise in the study than in the table. line: the spreadsheet's."""

    line: int
    case: str
    column: str
    here: str
    given: str


@dataclass(frozen=True, slots=True)
class CasesIn:
    """What became of a table of cases, or would.

    attributes: column, its type and how its values are known. left: values that stood there already.
    differs: not overwritten unless asked for. refused: with what would fit.
    """

    attributes: tuple[tuple[str, TypeOf, HowKnown], ...] = ()
    skipped: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    linked: int = 0
    values: int = 0
    left: int = 0
    differs: tuple[Differs, ...] = ()
    refused: tuple[Refused, ...] = ()

    def columns(self) -> Table:
        """Each attribute column with its type, categories and provenance."""
        rows = tuple(
            (name, kind.type.value, ", ".join(kind.levels) or None, how.value) for name, kind, how in self.attributes
        )
        note = f"Left out: {', '.join(self.skipped)}." if self.skipped else ""
        return Table(("column", "type", "categories", "how known"), rows, "Attributes", note)

    def problems(self) -> Table:
        """What was refused and what differs, by line."""
        refused = [(r.line, "refused", r.column, r.value, r.reason) for r in self.refused]
        differs = [
            (d.line, "differs", d.column, d.given, f"{d.case} has “{d.here}”; kept, unless it is to be replaced")
            for d in self.differs
        ]
        rows = tuple(sorted(refused + differs, key=lambda row: row[0]))
        return Table(("line", "outcome", "column", "given", "why"), rows, "To look at")

    def joined(self, other: CasesIn) -> CasesIn:
        """This part of a long table together with the next one."""
        return CasesIn(
            other.attributes,
            other.skipped,
            self.new + other.new,
            self.renamed + other.renamed,
            self.linked + other.linked,
            self.values + other.values,
            self.left + other.left,
            self.differs + other.differs,
            self.refused + other.refused,
        )


class CaseImport:
    """Takes rows one by one, noting in `pending` what is to be written and here what is to be told."""

    def __init__(self, index: CaseIndex, pending: Pending, how: ImportHow) -> None:
        self.index = index
        self.pending = pending
        self.how = how
        self.new: list[str] = []
        self.renamed: list[tuple[str, str]] = []
        self.claimed: set[Key] = set()
        self.linked = 0
        self._values = self._left = 0
        self._differs: list[Differs] = []
        self.refused: list[Refused] = []
        self._attributes: dict[str, Attribute] = {}
        self._known: dict[str, HowKnown] = {}

    def prepare(self, columns: CaseColumns, rows: Sequence[CaseRow]) -> None:
        """Finds or defines the attribute of each column, from all its values. Raises BadTable, Invalid."""
        names = {folded(name): name for name, _ in columns.attributes}
        how = self.how
        for asked in (*how.types, *how.known, *how.groups, *how.per_wave):
            if folded(asked) not in names:
                message = f"the table has no attribute column “{asked}”; it has: {', '.join(names.values())}"
                raise BadTable(message)
        types = {folded(name): declared(given) for name, given in how.types.items()}
        known = {folded(name): how_known(given) for name, given in how.known.items()}
        varying = {folded(name) for name in how.per_wave} | _varying(rows)
        for name, _ in columns.attributes:
            values = [value for row in rows for column, value in row.values if column == name]
            key = folded(name)
            self._known[name] = known.get(key, HowKnown.RECORDED)
            self._attributes[name] = self._attribute(name, values, types.get(key), per_wave=key in varying)

    def _attribute(self, name: str, values: list[str], kind: TypeOf | None, *, per_wave: bool) -> Attribute:
        before = self.index.attributes.get(folded(name))
        if before is None:
            chosen = completed(kind, values) if kind is not None else guessed(values)
            last = max((attribute.pos for attribute in self.index.attributes.values()), default=None)
            pos = between(last, None)
            k = self.pending.draw()
            made = Attribute(k, 0, name, Owner.CASE, chosen.type, chosen.levels, per_wave=per_wave, pos=pos)
            self.index.attributes[folded(name)] = self.pending.add(made)
            return made
        if kind is not None and kind.type is not before.type:
            message = f"“{name}” is {before.type.value} in this study, not {kind.type.value}; change it there first"
            raise Invalid(message)
        after = self.pending.edit(before, levels=grown(before, values).levels)
        self.index.attributes[folded(name)] = after
        return after

    def take(self, row: CaseRow) -> None:
        """Notes everything that one row says."""
        self.refused.extend(row.refused)
        case = join_sources(self, row)
        if case is None:
            return
        wave = self._wave(row.wave)
        case = self._describe(case, row, NO_KEY if wave is None else wave.k)
        describe_sources(self, row, wave)
        for column, given in row.values:
            self._value(row, case, self._attributes[column], given, wave)
            self._group(case, column, given)

    def result(self, skipped: tuple[str, ...]) -> CasesIn:
        """What there is to tell so far."""
        attributes = tuple(
            (name, TypeOf(attribute.type, attribute.levels), self._known[name])
            for name, attribute in self._attributes.items()
        )
        return CasesIn(
            attributes,
            skipped,
            tuple(self.new),
            tuple(self.renamed),
            self.linked,
            self._values,
            self._left,
            tuple(self._differs),
            tuple(self.refused),
        )

    def new_case(self, name: str, kind: CaseKind) -> Case:
        """Notes a case behind the others, a person with their participant record."""
        participant = None
        if kind is CaseKind.PERSON:
            person = self.pending.add(Participant(self.pending.draw(), 0, name, Recruitment.TOOK_PART))
            self.index.participants[person.k] = person
            participant = person.k
        last = max((case.pos for case in self.index.cases.values()), default=None)
        case = self.pending.add(Case(self.pending.draw(), 0, kind, name, participant, between(last, None)))
        self.index.keep(case)
        self.new.append(name)
        return case

    def rename(self, case: Case, name: str) -> Case:
        """Notes another name for a case and its participant."""
        self.renamed.append((case.name, name))
        after = self.pending.edit(case, name=name)
        self.index.keep(after)
        if case.participant is not None:
            person = self.index.participants[case.participant]
            self.index.participants[person.k] = self.pending.edit(person, pseudonym=name)
        return after

    def differs(self, row: CaseRow, column: str, here: str, given: str) -> bool:
        """Notes a difference, and tells whether the table's word is to be taken."""
        if not self.how.replace:
            self._differs.append(Differs(row.line, row.case, column, here, given))
        return self.how.replace

    def _describe(self, case: Case, row: CaseRow, wave: Key) -> Case:
        if (
            row.kind is not None
            and row.kind is not case.kind
            and self.differs(row, "kind", case.kind.value, row.kind.value)
        ):
            case = self.pending.edit(case, kind=row.kind)
            self.index.keep(case)
        person = None if case.participant is None else self.index.participants[case.participant]
        if person is None:
            return case
        if row.status is not None and row.status is not person.status:
            self.index.participants[person.k] = self.pending.edit(person, status=row.status)
        for scope, given in row.consents:
            place = (person.k, wave, scope)
            before = self.index.consents.get(place)
            if before is None:
                record = Consent(person.k, wave, scope, 0, given=given, on=None, withdrawn_on=None)
                self.index.consents[place] = self.pending.add(record)
            elif before.given != given and self.differs(
                row, f"consent {scope.value}", _yes(given=before.given), _yes(given=given)
            ):
                self.index.consents[place] = self.pending.edit(before, given=given)
        return case

    def _wave(self, name: str) -> Wave | None:
        if not name:
            return None
        known = self.index.waves.get(folded(name))
        if known is None:
            last = max((wave.pos for wave in self.index.waves.values()), default=None)
            known = self.pending.add(Wave(self.pending.draw(), 0, name, between(last, None)))
            self.index.waves[folded(name)] = known
        return known

    def _value(self, row: CaseRow, case: Case, attribute: Attribute, given: str, wave: Wave | None) -> None:
        if attribute.per_wave and wave is None:
            self.refused.append(Refused(row.line, attribute.name, given, "it varies by wave; fill the wave column"))
            return
        try:
            value = parse_value(attribute, given)
        except Invalid as error:
            self.refused.append(Refused(row.line, attribute.name, given, str(error)))
            return
        place = (attribute.k, case.k, wave.k if attribute.per_wave and wave is not None else NO_KEY)
        before = self.index.values.get(place)
        if before is not None and before.value == value:
            self._left += 1
            return
        how = self._known[attribute.name]
        if before is None:
            record = AttributeValue(*place, 0, value, how, "")
            self.index.values[place] = self.pending.add(record)
        elif self.differs(row, attribute.name, before.value, value):
            self.index.values[place] = self.pending.edit(before, value=value, how_known=how)
        else:
            return
        self._values += 1

    def _group(self, case: Case, column: str, given: str) -> None:
        wanted = {folded(name): kind for name, kind in self.how.groups.items()}.get(folded(column))
        if wanted is None:
            return
        group = self.index.case(given) or self.new_case(given, case_kind(wanted))
        if (case.k, group.k) not in self.index.memberships and case.k != group.k:
            self.index.memberships.add((case.k, group.k))
            self.pending.add(Membership(case.k, group.k, "", 0, None))


def _yes(*, given: bool) -> str:
    return "yes" if given else "no"


def _varying(rows: Sequence[CaseRow]) -> set[str]:
    """Columns in which one case has different values in different waves."""
    met: dict[tuple[str, str], tuple[str, str]] = {}
    found: set[str] = set()
    for row in rows:
        for column, value in row.values:
            wave, first = met.setdefault((folded(row.case), column), (row.wave, value))
            if row.wave and wave != row.wave and first.casefold() != value.casefold():
                found.add(folded(column))
    return found
