"""Findings with their evidence as TOML."""

from __future__ import annotations

from typing import Any

import tomli_w

from trellis.core.errors import BadTable
from trellis.core.finding import FindingStatus, Output, done_from, output_from, stance_from, status_from
from trellis.core.finding_file import (
    FileCase,
    FileChange,
    FileEvidence,
    FileFinding,
    FileProvision,
    FileSearch,
    FindingsFile,
)
from trellis.exchange.findings_parts import read_changes, read_evidence, read_powers, read_provisions
from trellis.exchange.toml_parts import named, names, parsed, require_known, tables, text

FORMAT = 1
_HEAD = frozenset({"format", "licence", "finding", "change", "groups", "provision", "power"})
_FINDING = frozenset(
    {
        "statement", "output", "status", "account", "answers", "themes", "cases", "waves", "where", "follows",
        "evidence", "case", "looked",
    }
)  # fmt: skip
_CASE = frozenset({"case", "stance", "wave", "note"})
_LOOKED = frozenset({"where", "found", "done", "note"})


def read_findings_file(content: bytes, name: str) -> FindingsFile:
    """The findings in a TOML file called `name`. Raises BadTable."""
    head = parsed(content, name, _HEAD, FORMAT)
    found = [_finding(table, f"{name}, finding {n}") for n, table in enumerate(tables(head, "finding", name), 1)]
    made = FindingsFile(
        tuple(found),
        text(head, "licence", name),
        tuple(read_changes(tables(head, "change", name), name)),
        text(head, "groups", name),
        tuple(read_provisions(tables(head, "provision", name), name)),
        tuple(read_powers(tables(head, "power", name), name)),
    )
    if not (found or made.changes or made.provisions or made.powers):
        message = f"{name} holds no [[finding]]; give each finding one, with a statement"
        raise BadTable(message)
    return made


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
        tuple(read_evidence(one, f"{at}, evidence {n}") for n, one in enumerate(tables(table, "evidence", at), 1)),
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
    if content.groups:
        said["groups"] = content.groups
    listed = {
        "finding": [_written(one) for one in content.findings],
        "change": [_written_change(one) for one in content.changes],
        "provision": [_written_provision(one) for one in content.provisions],
        "power": [{"dimension": p.dimension.value, "place": p.place, "reason": p.reason} for p in content.powers],
    }
    said |= {key: tables for key, tables in listed.items() if tables}
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


def _written_change(one: FileChange) -> dict[str, Any]:
    said = {"case": one.case, "theme": one.theme, "from": one.earlier, "to": one.later, "kind": one.kind.value}
    return _said({**said, "text": one.text, "evidence": [_written_evidence(each) for each in one.evidence]})


def _written_provision(one: FileProvision) -> dict[str, Any]:
    told = [
        _said(
            {
                "group": each.group,
                "value": each.value.value,
                "text": each.text,
                "evidence": [_written_evidence(e) for e in each.evidence],
            }
        )
        for each in one.told
    ]
    return _said({"text": one.text, "document": one.document, "quote": one.quote, "told": told})


def _said(table: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if value not in ("", [], {}, None, False)}
