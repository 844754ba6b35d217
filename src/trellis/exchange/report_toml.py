"""Report templates as TOML: which sections, in which order, under which headings, with which words of your own."""

from __future__ import annotations

from typing import Any

import tomli_w

from trellis.core.attributed import fields_of
from trellis.core.errors import BadTable
from trellis.core.report_template import STANDARD, ReportTemplate, Section, SectionWanted
from trellis.exchange.toml_parts import flag, named, parsed, require_known, tables, text, whole

FORMAT = 1
_HEAD = frozenset(
    {"format", "title", "attribution", "k", "sample_rows", "sample_columns", "most_rows", "references", "section"}
)  # fmt: skip
_SECTION = frozenset({"id", "heading", "text"})


def read_report_template(content: bytes, name: str) -> ReportTemplate:
    """The template in a TOML file called `name`. Raises BadTable, Invalid."""
    head = parsed(content, name, _HEAD, FORMAT)
    sections = [_section(table, f"{name}, section {at}") for at, table in enumerate(tables(head, "section", name), 1)]
    if not sections:
        message = f"{name} has no section; write [[section]] above each, with its id: {_ids()}"
        raise BadTable(message)
    pattern = text(head, "attribution", name)
    fields_of(pattern)
    return ReportTemplate(
        tuple(sections),
        text(head, "title", name),
        pattern,
        _at_least(head, "k", 1, STANDARD.k, name),
        text(head, "sample_rows", name),
        text(head, "sample_columns", name),
        _at_least(head, "most_rows", 0, STANDARD.most_rows, name),
        flag(head, "references", name) if "references" in head else STANDARD.references,
    )


def write_report_template(template: ReportTemplate) -> bytes:
    """The template as TOML, to be changed by hand: reading it again gives the template."""
    head: dict[str, Any] = {
        "format": FORMAT,
        "title": template.title,
        "attribution": template.attribution,
        "k": template.k,
        "sample_rows": template.sample_rows,
        "sample_columns": template.sample_columns,
        "most_rows": template.most_rows,
        "references": template.references,
        "section": [{"id": one.section.value, "heading": one.heading, "text": one.text} for one in template.sections],
    }
    return tomli_w.dumps(head).encode("utf-8")


def _section(table: dict[str, Any], place: str) -> SectionWanted:
    require_known(table, _SECTION, place)
    section = named(table, "id", place, _id)
    return SectionWanted(section, text(table, "heading", place), text(table, "text", place))


def _id(given: str) -> Section:
    try:
        return Section(given)
    except ValueError as error:
        message = f"“{given}” is no section; there are: {_ids()}"
        raise BadTable(message) from error


def _ids() -> str:
    return ", ".join(section.value for section in Section)


def _at_least(head: dict[str, Any], key: str, least: int, default: int, place: str) -> int:
    given = whole(head, key, place)
    if given is None:
        return default
    if given < least:
        message = f"{place}: “{key}” is {given}; give {least} or more"
        raise BadTable(message)
    return given
