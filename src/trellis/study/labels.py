"""The label table of a batch, as people write it: on the command line, in a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from trellis.core.errors import Invalid
from trellis.core.source import SpeakerRole
from trellis.core.speakers import LabelRule
from trellis.reading import ReadOptions, SurveyLayout, SurveyOptions
from trellis.study.sheet import sheet_in


def labels_from(given: list[str], file: Path | None) -> tuple[LabelRule, ...]:
    """The rules in "LABEL=ROLE" or "LABEL=ROLE:CASE" form and in a .csv or .xlsx with the heads label, role, case.

    Raises Invalid or BadTable, telling what was given and what would fit.
    """
    rules = [_rule(text) for text in given]
    if file is not None:
        rules += _from_table(file)
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


def _from_table(file: Path) -> list[LabelRule]:
    rows = sheet_in(file).records("label", "role")
    return [
        LabelRule(row["label"], _role(row["role"], f"{file.name} row {line}"), row.get("case", ""))
        for line, row in rows
        if row["label"]
    ]


def options_for(
    turns: str, charset: str | None, speakers: list[str] | None = None, not_speakers: list[str] | None = None
) -> ReadOptions:
    """How files are read (see `ReadOptions`). Raises Invalid where there is no such layout."""
    return ReadOptions(
        charset=charset, turns=turns, speakers=tuple(speakers or ()), not_speakers=tuple(not_speakers or ())
    )


def survey_options(layout: str, respondent: str | None, questions: list[str] | None) -> SurveyOptions:
    """How a table of answers is read (see `SurveyOptions`). Raises Invalid where there is no such layout."""
    fits = {"answers": SurveyLayout.ANSWERS, "respondents": SurveyLayout.RESPONDENTS}
    if layout not in fits:
        message = f"a survey is read as one source per answer or per respondent; “{layout}” is neither"
        raise Invalid(f"{message}: give --survey answers or --survey respondents")
    return SurveyOptions(fits[layout], respondent, tuple(questions or ()))
