"""Findings with their evidence as TOML."""

from __future__ import annotations

from typing import Any

import tomli_w

from trellis.core.chart import Side
from trellis.core.errors import BadTable, Invalid
from trellis.core.finding import FindingStatus, Output, done_from, output_from, stance_from, status_from
from trellis.core.finding_file import FileCase, FileEvidence, FileFinding, FileSearch, FindingsFile
from trellis.exchange.toml_parts import flag, named, names, parsed, require_known, tables, text, whole

FORMAT = 1
_HEAD = frozenset({"format", "licence", "finding"})
_FINDING = frozenset(
    {
        "statement", "output", "status", "account", "answers", "themes", "cases", "waves", "where", "follows",
        "evidence", "case", "looked",
    }
)  # fmt: skip
_EVIDENCE = frozenset({"side", "source", "quote", "start", "end", "case", "theme", "wave", "star"})
_CASE = frozenset({"case", "stance", "wave", "note"})
_LOOKED = frozenset({"where", "found", "done", "note"})


def read_findings_file(content: bytes, name: str) -> FindingsFile:
    """The findings in a TOML file called `name`. Raises BadTable."""
    head = parsed(content, name, _HEAD, FORMAT)
    found = [_finding(table, f"{name}, finding {n}") for n, table in enumerate(tables(head, "finding", name), 1)]
    if not found:
        message = f"{name} holds no [[finding]]; give each finding one, with a statement"
        raise BadTable(message)
    return FindingsFile(tuple(found), text(head, "licence", name))


def _finding(table: dict[str, Any], at: str) -> FileFinding:
    require_known(table, _FINDING, at)
    return FileFinding(
        at,
        text(table, "statement", at, needed=True),
        named(table, "output", at, output_from, Output.RANGE),
        named(table, "status", at, status_from, FindingStatus.DRAFT),
        text(table, "account", at),
        names(table, "answers", at),
        names(table, "themes", at),
        names(table, "cases", at),
        names(table, "waves", at),
        _where(table, at),
        _follows(table, at),
        tuple(_evidence(one, f"{at}, evidence {n}") for n, one in enumerate(tables(table, "evidence", at), 1)),
        tuple(_case(one, f"{at}, case {n}") for n, one in enumerate(tables(table, "case", at), 1)),
        tuple(_search(one, f"{at}, looked {n}") for n, one in enumerate(tables(table, "looked", at), 1)),
    )


def _where(table: dict[str, Any], at: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    given = table.get("where", {})
    if not isinstance(given, dict):
        message = f'{at}: “where” is {given!r}; give attributes with their values, like {{ role = ["STR worker"] }}'
        raise BadTable(message)
    return tuple((attribute, names(given, attribute, at)) for attribute in given)


def _follows(table: dict[str, Any], at: str) -> tuple[int, ...]:
    given = names(table, "follows", at)
    if not all(one.isdigit() for one in given):
        message = f"{at}: “follows” is {list(given)}; give numbers of findings in this file, like [1, 4]"
        raise BadTable(message)
    return tuple(int(one) for one in given)


def _evidence(table: dict[str, Any], at: str) -> FileEvidence:
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


def _case(table: dict[str, Any], at: str) -> FileCase:
    require_known(table, _CASE, at)
    stance = named(table, "stance", at, stance_from)
    return FileCase(text(table, "case", at, needed=True), stance, text(table, "wave", at), text(table, "note", at))


def _search(table: dict[str, Any], at: str) -> FileSearch:
    require_known(table, _LOOKED, at)
    where, found = text(table, "where", at, needed=True), text(table, "found", at, needed=True)
    return FileSearch(where, found, named(table, "done", at, done_from), text(table, "note", at))


def write_findings_file(content: FindingsFile) -> bytes:
    """Findings as TOML, always the same bytes for the same findings."""
    said: dict[str, Any] = {"format": FORMAT}
    if content.licence:
        said["licence"] = content.licence
    said["finding"] = [_written(one) for one in content.findings]
    return tomli_w.dumps(said, multiline_strings=True).encode()


def _written(one: FileFinding) -> dict[str, Any]:
    said: dict[str, Any] = {
        "statement": one.statement,
        "output": one.output.value,
        "status": one.status.value,
        "account": one.account,
        "answers": list(one.answers),
        "themes": list(one.themes),
        "cases": list(one.cases),
        "waves": list(one.waves),
        "where": {attribute: list(values) for attribute, values in one.where},
        "follows": list(one.follows),
        "evidence": [_written_evidence(each) for each in one.evidence],
        "case": [_said({"case": p.case, "stance": p.stance.value, "wave": p.wave, "note": p.note}) for p in one.places],
        "looked": [
            _said({"where": s.where, "found": s.found, "done": s.done.value, "note": s.note}) for s in one.searches
        ],
    }
    return _said(said)


def _written_evidence(one: FileEvidence) -> dict[str, Any]:
    fields = ("source", "quote", "start", "end", "case", "theme", "wave", "star")
    return _said({"side": one.side.value, **{name: getattr(one, name) for name in fields}})


def _said(table: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if value not in ("", [], {}, None, False)}
