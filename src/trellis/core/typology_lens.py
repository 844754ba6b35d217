"""A finished typology as the text of a lens file."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Axis:
    """A dimension as a lens has it: name, question, names of its values, definitions of their categories."""

    name: str
    question: str
    values: tuple[str, ...]
    evidence: str


@dataclass(frozen=True, slots=True)
class Named:
    """A type: name, description, and by number of the axis the values that it admits."""

    name: str
    description: str
    admits: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """A typology that is to be a lens. study: the title of the study that it was built in."""

    name: str
    description: str
    study: str
    by_wave: bool
    axes: tuple[Axis, ...]
    types: tuple[Named, ...]


def lens_text(typology: Finished) -> str:
    """The typology in the form of a lens file (TOML): a decision table, in which each type requires its values."""
    ids = _slugs([axis.name for axis in typology.axes], "dimension")
    units = ["case", "case × wave"] if typology.by_wave else ["case"]
    lines = [
        "format = 1",
        f"id = {_said(_slugs([typology.name], 'typology')[0])}",
        f"title = {_said(typology.name)}",
        'version = "1"',
        f"label = {_said(f'a typology built in the study “{typology.study}”')}",
        f"question = {_said(typology.description or f'Which type of “{typology.name}” is this?')}",
        f"units = {json.dumps(units, ensure_ascii=False)}",
        "",
        "[rule]",
        'kind = "decision table"',
        "exclusive = false",
        f"evidenced = {len(typology.axes)}",
        'otherwise = "no type named"',
    ]
    for k, axis in zip(ids, typology.axes, strict=True):
        question = axis.question or f"Where does this stand on “{axis.name}”?"
        lines += [
            "",
            "[[dimension]]",
            f"id = {_said(k)}",
            f"name = {_said(axis.name)}",
            f"question = {_said(question)}",
        ]
        lines.append(f"values = {json.dumps(list(axis.values), ensure_ascii=False)}")
        if axis.evidence:
            lines.append(f"for = {_said(axis.evidence)}")
    for k, one in zip(_slugs([each.name for each in typology.types], "type"), typology.types, strict=True):
        needs = ", ".join(f"{ids[at]} = {json.dumps(list(values), ensure_ascii=False)}" for at, values in one.admits)
        lines += ["", "[[outcome]]", f"id = {_said(k)}", f"name = {_said(one.name)}"]
        if one.description:
            lines.append(f"meaning = {_said(one.description)}")
        lines.append(f"requires = {{ {needs} }}")
    return "\n".join(lines) + "\n"


def _said(text: str) -> str:
    """A text as TOML writes it: a basic string escapes as JSON does."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _slugs(names: Sequence[str], otherwise: str) -> list[str]:
    """Small letters, digits and hyphens for each name, no two alike."""
    found: list[str] = []
    for name in names:
        bare = "-".join(re.findall(r"[a-z0-9]+", name.casefold())) or otherwise
        slug, n = bare, 2
        while slug in found:
            slug, n = f"{bare}-{n}", n + 1
        found.append(slug)
    return found
