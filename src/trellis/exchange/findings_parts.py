"""What a file of findings holds besides findings: evidence, changes between waves, provisions, information power."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from trellis.core.chart import Side
from trellis.core.errors import BadTable, Invalid
from trellis.core.finding_file import FileChange, FileEvidence, FilePower, FileProvision, FileTold
from trellis.core.information_power import dimension_from
from trellis.core.intent import experienced_from
from trellis.core.wave_change import change_type_from
from trellis.exchange.toml_parts import flag, named, require_known, tables, text, whole

_EVIDENCE = frozenset({"side", "source", "quote", "start", "end", "case", "theme", "wave", "star"})
_CHANGE = frozenset({"case", "theme", "from", "to", "kind", "text", "evidence"})
_PROVISION = frozenset({"text", "document", "quote", "told"})
_TOLD = frozenset({"group", "value", "text", "evidence"})
_POWER = frozenset({"dimension", "place", "reason"})


def read_evidence(table: dict[str, Any], at: str) -> FileEvidence:
    """A piece of evidence out of a table. at: where it stands. Raises BadTable."""
    require_known(table, _EVIDENCE, at)
    made = FileEvidence(
        at,
        named(table, "side", at, side_from, Side.FOR),
        text(table, "source", at),
        text(table, "quote", at),
        whole(table, "start", at),
        whole(table, "end", at),
        text(table, "case", at),
        text(table, "theme", at),
        text(table, "wave", at),
        flag(table, "star", at),
    )
    is_segment = made.source and (made.quote or (made.start is not None and made.end is not None))
    is_cell = made.case and made.theme and not made.source
    if not is_segment and not is_cell:
        message = f"{at}: give a source with a quote (or with start and end), or the case and theme of a cell"
        raise BadTable(message)
    return made


def side_from(given: str) -> Side:
    """Which way evidence points, by name. Raises Invalid."""
    try:
        return Side(given.casefold())
    except ValueError as error:
        message = f"“{given}” is no way for evidence to point; there are: {', '.join(Side)}"
        raise Invalid(message) from error


def read_changes(listed: Sequence[dict[str, Any]], name: str) -> Iterator[FileChange]:
    """Changes between waves. Raises BadTable."""
    for n, table in enumerate(listed, 1):
        at = f"{name}, change {n}"
        require_known(table, _CHANGE, at)
        case, theme = text(table, "case", at, needed=True), text(table, "theme", at, needed=True)
        kind = named(table, "kind", at, change_type_from)
        words, earlier, later = (text(table, key, at) for key in ("text", "from", "to"))
        yield FileChange(at, case, theme, kind, words, earlier, later, _evidence_in(table, at))


def read_provisions(listed: Sequence[dict[str, Any]], name: str) -> Iterator[FileProvision]:
    """What documents intend, with what each group tells. Raises BadTable."""
    for n, table in enumerate(listed, 1):
        at = f"{name}, provision {n}"
        require_known(table, _PROVISION, at)
        words, document, quote = (text(table, key, at, needed=True) for key in ("text", "document", "quote"))
        told = (_told(one, f"{at}, told {m}") for m, one in enumerate(tables(table, "told", at), 1))
        yield FileProvision(at, words, document, quote, tuple(told))


def _told(table: dict[str, Any], at: str) -> FileTold:
    require_known(table, _TOLD, at)
    value = named(table, "value", at, experienced_from)
    return FileTold(text(table, "group", at, needed=True), value, text(table, "text", at), _evidence_in(table, at))


def _evidence_in(table: dict[str, Any], at: str) -> tuple[FileEvidence, ...]:
    listed = tables(table, "evidence", at)
    return tuple(read_evidence(one, f"{at}, evidence {n}") for n, one in enumerate(listed, 1))


def read_powers(listed: Sequence[dict[str, Any]], name: str) -> Iterator[FilePower]:
    """Places on the dimensions of information power. Raises BadTable."""
    for n, table in enumerate(listed, 1):
        at = f"{name}, power {n}"
        require_known(table, _POWER, at)
        place, reason = whole(table, "place", at), text(table, "reason", at, needed=True)
        yield FilePower(at, named(table, "dimension", at, dimension_from), place or 0, reason)
