"""The label table of a batch, as people write it: on the command line, in a spreadsheet."""

from __future__ import annotations

import csv
from pathlib import Path

from trellis.core.errors import BadTable, Invalid
from trellis.core.source import SpeakerRole
from trellis.core.speakers import LabelRule
from trellis.reading import ReadOptions


def labels_from(given: list[str], file: Path | None) -> tuple[LabelRule, ...]:
    """The rules in "LABEL=ROLE" or "LABEL=ROLE:CASE" form and in a .csv with the heads label, role, case.

    Raises Invalid or BadTable, telling what was given and what would fit.
    """
    rules = [_rule(text) for text in given]
    if file is not None:
        rules += _from_csv(file)
    return tuple(rules)


def _role(given: str, where: str) -> SpeakerRole:
    wanted = given.strip().casefold()
    for role in SpeakerRole:
        if wanted and role.value.startswith(wanted):
            return role
    fits = ", ".join(f"“{role.value}”" for role in SpeakerRole)
    message = f"{where}: “{given}” is not a speaker's role; give one of {fits}"
    raise Invalid(message)


def _rule(text: str) -> LabelRule:
    label, found, rest = text.partition("=")
    if not found or not label.strip():
        message = (
            f"“{text}” does not say who a label is; write --label 'INT=interviewer' or --label 'P1=participant:Marlene'"
        )
        raise Invalid(message)
    role, _, case = rest.partition(":")
    return LabelRule(label.strip(), _role(role, f"--label {text}"), case.strip())


def _from_csv(file: Path) -> list[LabelRule]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        message = f"{file}: cannot be read as .csv in UTF-8 ({error}); save it so from the spreadsheet"
        raise BadTable(message) from error
    if rows and not {"label", "role"} <= set(rows[0]):
        message = f"{file}: the first line must hold the heads label, role, case; it holds {', '.join(rows[0])}"
        raise BadTable(message)
    return [
        LabelRule(row["label"].strip(), _role(row["role"], f"{file} row {at}"), (row.get("case") or "").strip())
        for at, row in enumerate(rows, 2)
        if row["label"].strip()
    ]


def options_for(
    turns: str, charset: str | None, speakers: list[str] | None = None, not_speakers: list[str] | None = None
) -> ReadOptions:
    """How files are read (see `ReadOptions`). Raises Invalid where there is no such layout."""
    return ReadOptions(
        charset=charset, turns=turns, speakers=tuple(speakers or ()), not_speakers=tuple(not_speakers or ())
    )
