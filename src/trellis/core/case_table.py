"""A spreadsheet of people: which column is what, and what each row says."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from trellis.core.case import CaseKind, Recruitment
from trellis.core.consent import ConsentScope
from trellis.core.errors import BadTable, Invalid

E = TypeVar("E", bound=StrEnum)
_CASE = ("case", "participant", "pseudonym", "name")
_SOURCE = ("source", "sources", "file", "transcript")
_DATE = ("date", "held on", "interview date", "interviewed on")
_MINUTES = ("duration min", "duration minutes", "duration (min)", "minutes")
_SKIPPED = ("notice", "licence")
_CONSENT = {f"consent {scope.value}": scope for scope in ConsentScope} | {"consent": ConsentScope.TAKE_PART}
_YES = frozenset({"yes", "y", "true", "1", "given"})
_NO = frozenset({"no", "n", "false", "0", "refused", "not given"})
_NOTHING = ("", "-", "–")


@dataclass(frozen=True, slots=True)
class CaseColumns:
    """Which column of a table holds what, by place; None where the table has none.

    attributes: name and place of every other column.
    """

    case: int | None
    source: int | None
    kind: int | None
    wave: int | None
    status: int | None
    date: int | None
    minutes: int | None
    consents: tuple[tuple[ConsentScope, int], ...]
    attributes: tuple[tuple[str, int], ...]
    skipped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A value of a table that does not fit. line: as the spreadsheet numbers it, the heads being line 1."""

    line: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class CaseRow:
    """What one row says of one case. values: column name and what is written, empty ones left out."""

    line: int
    case: str
    sources: tuple[str, ...] = ()
    kind: CaseKind | None = None
    wave: str = ""
    status: Recruitment | None = None
    date: str = ""
    minutes: str = ""
    consents: tuple[tuple[ConsentScope, bool], ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    refused: tuple[Refused, ...] = field(default=())


def columns_of(heads: Sequence[str], skip: Collection[str] = ()) -> CaseColumns:
    """Recognises the columns by their heads; those it does not know are attributes.

    A head such as "consent_quote" or "Consent: quote" is a consent. Raises BadTable where no column says which
    case a row is about, or a head stands twice.
    """
    names = [_plain(head) for head in heads]
    twice = sorted({head for head, name in zip(heads, names, strict=True) if name and names.count(name) > 1})
    if twice:
        message = f"the head {', '.join(f'“{head}”' for head in twice)} stands over several columns; rename one of them"
        raise BadTable(message)
    skipped = {_plain(name) for name in skip} | set(_SKIPPED)
    place = {name: at for at, name in enumerate(names) if name and name not in skipped}

    def first(known: Sequence[str]) -> int | None:
        return next((place[name] for name in known if name in place), None)

    case, source = first(_CASE), first(_SOURCE)
    if case is None and source is None:
        message = f"no column says which case a row is about; name one “case” or “source” (found: {', '.join(heads)})"
        raise BadTable(message)
    taken = (case, source, first(("kind",)), first(("wave",)), first(("status",)), first(_DATE), first(_MINUTES))
    consents = tuple((scope, place[name]) for name, scope in _CONSENT.items() if name in place)
    used = {at for at in taken if at is not None} | {at for _, at in consents}
    attributes = tuple((heads[at].strip(), at) for at in place.values() if at not in used)
    left = tuple(heads[at].strip() for at, name in enumerate(names) if name in skipped)
    return CaseColumns(*taken, consents=consents, attributes=attributes, skipped=left)


def row_of(columns: CaseColumns, line: int, cells: Sequence[str]) -> CaseRow | None:
    """What a row says, with the values refused that do not fit. None for a row without a case."""

    def at(place: int | None) -> str:
        written = cells[place].strip() if place is not None and place < len(cells) else ""
        return "" if written in _NOTHING else written

    sources = tuple(part.strip() for part in at(columns.source).split(";") if part.strip())
    name = at(columns.case) or (sources[0] if sources else "")
    if not name:
        return None
    refused: list[Refused] = []
    kind: CaseKind | None = None
    status: Recruitment | None = None
    try:
        kind = case_kind(at(columns.kind)) if at(columns.kind) else None
    except Invalid as error:
        refused.append(Refused(line, "kind", at(columns.kind), str(error)))
    try:
        status = recruitment(at(columns.status)) if at(columns.status) else None
    except Invalid as error:
        refused.append(Refused(line, "status", at(columns.status), str(error)))
    consents = []
    for scope, place in columns.consents:
        written = at(place).casefold()
        if written in _YES | _NO:
            consents.append((scope, written in _YES))
        elif written:
            refused.append(Refused(line, f"consent {scope.value}", at(place), "it takes yes or no"))
    return CaseRow(
        line,
        name,
        sources,
        kind,
        at(columns.wave),
        status,
        at(columns.date),
        at(columns.minutes),
        tuple(consents),
        tuple((column, at(place)) for column, place in columns.attributes if at(place)),
        tuple(refused),
    )


def case_kind(given: str) -> CaseKind:
    """The kind of case with this name. Raises Invalid."""
    return _named(CaseKind, given, "kind of case")


def recruitment(given: str) -> Recruitment:
    """The recruitment status with this name. Raises Invalid."""
    return _named(Recruitment, given, "recruitment status")


def _named(kinds: type[E], given: str, what: str) -> E:
    wanted = _plain(given)
    for kind in kinds:
        if kind.value == wanted:
            return kind
    message = f"“{given}” is no {what}; it takes one of: {', '.join(kind.value for kind in kinds)}"
    raise Invalid(message)


def _plain(head: str) -> str:
    return " ".join(head.casefold().replace("_", " ").replace(":", " ").split())
