"""Steps of the intent × experience chart: they take a reader or an open change."""

from __future__ import annotations

from dataclasses import dataclass, replace

from trellis.core import intent
from trellis.core.attribute import Attribute
from trellis.core.chart import Evidence, EvidenceFor, Side
from trellis.core.errors import Invalid, NotFound
from trellis.core.intent import Experience, Experienced, Provision
from trellis.core.keys import NO_KEY, Key
from trellis.core.order import between
from trellis.core.source import Source, SourceKind
from trellis.core.study import Setting
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.attribute_steps import attribute_named
from trellis.study.chart_given import Bearer, Given, Whole, evidence_for
from trellis.study.evidence_reading import Seen, read_evidence
from trellis.study.requests import require_seen
from trellis.study.resolve import keyed, one_named
from trellis.study.scope import values_at, values_given
from trellis.study.table import Table, Value

GROUPED_BY = "intent groups"
"""Name of the setting that holds the attribute whose values are the columns, by key."""


@dataclass(frozen=True, slots=True)
class ToldBy:
    """How one group tells a provision, with the words it rests on."""

    experience: Experience
    evidence: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class ProvisionRow:
    """A provision with the document's words behind it, and what each group tells of it, None where nothing is said."""

    provision: Provision
    number: int
    evidence: tuple[Seen, ...]
    cells: tuple[ToldBy | None, ...]


@dataclass(frozen=True, slots=True)
class IntentChart:
    """The chart: provisions by groups. groups: values of the attribute; people: how many of each were heard."""

    attribute: str
    groups: tuple[str, ...]
    people: tuple[int, ...]
    rows: tuple[ProvisionRow, ...]

    def table(self) -> Table:
        """The chart as a table: a provision a row, a group a column."""
        heads = ("n", "provision", "document", *self.groups)
        rows: tuple[tuple[Value, ...], ...] = tuple(
            (
                row.number,
                row.provision.text,
                ", ".join(dict.fromkeys(one.source_name for one in row.evidence)),
                *("" if cell is None else _in_words(cell.experience) for cell in row.cells),
            )
            for row in self.rows
        )
        note = "What documents intend stands beside what is told; a document is nobody's experience."
        return Table(heads, rows, "Intent and experience", note)


def _in_words(told: Experience) -> str:
    return f"{told.value.value}: {told.text}" if told.text else told.value.value


def provide(change: Change, text: str, evidence: Given) -> Provision:
    """Adds what a document says is to happen. Raises NotFound, QuoteNotFound, or Invalid for no document."""
    said = " ".join(text.split())
    if not said:
        message = "a provision says in a sentence what is to happen"
        raise Invalid(message)
    listed = in_order(change)
    pos = between(listed[-1].pos if listed else None, None)
    made = Provision(change.new_key(), 0, pos, said, change.person, change.at)
    change.insert(made, _on_document(change, made.k, evidence))
    return made


def _on_document(change: Change, provision: Key, given: Given) -> Evidence:
    record = evidence_for(change, Bearer(EvidenceFor.PROVISION, provision), given)
    source = None if record.source is None else change.get(Source, record.source)
    if source is None or source.kind is not SourceKind.DOCUMENT:
        what = "a cell" if source is None else f"“{source.name}”, which is no document"
        message = f"a provision rests on the words of a document, not on {what}"
        raise Invalid(message)
    return record


def choose_groups(change: Change, attribute: str) -> None:
    """Chooses the attribute whose values are the columns. Raises NotFound, Ambiguous."""
    chosen = Setting(GROUPED_BY, 0, str(attribute_named(change, attribute).k))
    before = change.find(Setting, GROUPED_BY)
    if before is None:
        change.insert(chosen)
    else:
        change.update(before, replace(before, value=chosen.value))


def tell(change: Change, row: Provision, group: str, value: Experienced, text: str) -> Experience:
    """Says how a group tells a provision; saying it again replaces. Raises Invalid."""
    by = attribute_of(change)
    if by is None:
        message = "choose the attribute whose values are the columns first (trellis intent group ATTRIBUTE)"
        raise Invalid(message)
    [named] = values_given(by, [group])
    said = " ".join(text.split())
    there = told_of(change, row, named)
    if there is not None:
        if (there.value, there.text) == (value, said):
            return there
        after = replace(there, value=value, text=said, by=change.person, at=change.at)
        change.update(there, after)
        return after
    made = Experience(change.new_key(), 0, row.k, by.k, named, value, said, change.person, change.at)
    change.insert(made)
    return made


def told_of(reader: Reader, row: Provision, group: str) -> Experience | None:
    """How a group tells a provision, under the attribute that is chosen now; None where nothing is said."""
    by = attribute_of(reader)
    found = [one for one in reader.all(Experience, provision=row.k) if one.group == group]
    return next((one for one in found if by is not None and one.attribute == by.k), None)


def require_told(reader: Reader, row: Provision, group: str, seen: Key | None) -> None:
    """Nothing, if what is said there is what somebody saw; raises Outdated otherwise (`requests.require_seen`)."""
    there = told_of(reader, row, group)
    require_seen(None if there is None else there.rev, seen)


def untell(change: Change, row: Provision, group: str) -> None:
    """Takes back how a group tells a provision, with its evidence. Raises NotFound."""
    there = told_of(change, row, group)
    if there is None:
        message = f"nothing is said of how “{group}” tells it"
        raise NotFound(message)
    change.delete(*change.all(Evidence, for_kind=EvidenceFor.EXPERIENCE.value, for_k=there.k))
    change.delete(there)


def unlink_told(change: Change, k: Key) -> None:
    """Takes words away from what a group tells. Raises NotFound, or Invalid for the words that a provision rests on."""
    found = change.get(Evidence, k)
    if found.for_kind is not EvidenceFor.EXPERIENCE:
        message = "a provision rests on the words of its document; remove the provision, or add it on other words"
        raise Invalid(message)
    change.delete(found)


def link_told(change: Change, row: Provision, group: str, evidence: Given, side: Side) -> Key:
    """Adds the words on which it rests how a group tells a provision. Raises NotFound, QuoteNotFound, Invalid."""
    told = told_of(change, row, group)
    if told is None:
        message = f"nothing is said yet of how “{group}” tells it; say that first (trellis intent tell)"
        raise NotFound(message)
    if isinstance(evidence, Whole):
        message = "it rests on segments or on cells; say which"
        raise Invalid(message)
    record = evidence_for(change, Bearer(EvidenceFor.EXPERIENCE, told.k, side), evidence)
    change.insert(record)
    return record.k


def remove_provision(change: Change, row: Provision) -> None:
    """Takes a provision out with what is told of it."""
    told = change.all(Experience, provision=row.k)
    for one in told:
        change.delete(*change.all(Evidence, for_kind=EvidenceFor.EXPERIENCE.value, for_k=one.k))
    change.delete(*told)
    change.delete(*change.all(Evidence, for_kind=EvidenceFor.PROVISION.value, for_k=row.k))
    change.delete(row)


def chart_of(reader: Reader) -> IntentChart:
    """Provisions by groups, each with its words."""
    by = attribute_of(reader)
    values = {} if by is None else values_at(reader, by, NO_KEY)
    rows = in_order(reader)
    told = [one for one in reader.all(Experience) if by is not None and one.attribute == by.k]
    groups = [] if by is None else list(dict.fromkeys([*by.levels, *sorted({*values.values()})]))
    behind = read_evidence(reader, EvidenceFor.PROVISION, [row.k for row in rows])
    words = read_evidence(reader, EvidenceFor.EXPERIENCE, [one.k for one in told])
    at = {(one.provision, one.group): ToldBy(one, words.get(one.k, ())) for one in told}
    listed = tuple(
        ProvisionRow(row, n, behind.get(row.k, ()), tuple(at.get((row.k, group)) for group in groups))
        for n, row in enumerate(rows, 1)
    )
    people = tuple(sum(value == group for value in values.values()) for group in groups)
    return IntentChart("" if by is None else by.name, tuple(groups), people, listed)


def in_order(reader: Reader) -> list[Provision]:
    """The provisions in their order."""
    return intent.in_order(reader.all(Provision))


def provision_given(reader: Reader, given: str | int) -> Provision:
    """A provision by its number, by "#KEY", or by how it begins. Raises NotFound, Ambiguous."""
    named = str(given).strip()
    by_key = keyed(reader, Provision, named)
    if by_key is not None:
        return by_key
    listed = in_order(reader)
    if named.isdigit() and 1 <= int(named) <= len(listed):
        return listed[int(named) - 1]
    return one_named(listed, named, lambda one: one.text, "provision")


def attribute_of(reader: Reader) -> Attribute | None:
    """The attribute whose values are the columns, None where none was chosen."""
    chosen = reader.find(Setting, GROUPED_BY)
    return None if chosen is None else reader.find(Attribute, int(chosen.value))
