"""Checklists for a report: filled where the study knows, with a prompt where a person must write."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from trellis.analysis.table import Table
from trellis.core.checklists import Checklist
from trellis.core.report_facts import ReportFacts
from trellis.report.blocks import Block, Grid
from trellis.report.method_words import analysis_sentences, charting_sentences, data_sentences, lengths_sentence

TO_WRITE = "To write: "
"""How what a person has to write begins."""

_Answer = Callable[[ReportFacts], str]


def checklist_blocks(checklist: Checklist, facts: ReportFacts, headings: Mapping[str, str]) -> list[Block]:
    """The checklist as one table. headings: the report's sections by id, for where an item is answered."""
    answers = _ANSWERS[checklist.id]
    rows = []
    for item in checklist.items:
        where, known = answers.get(item.number, ("", _unknown))
        told = known(facts)
        place = headings.get(where, "") if told else ""
        rows.append((item.number, item.name, told or TO_WRITE + item.prompt, place))
    answered = sum(not row[2].startswith(TO_WRITE) for row in rows)
    note = f"{answered} of {len(rows)} items are filled in from the study; the others are for a person to write."
    return [Grid(Table(("no.", "item", "in this study", "section"), tuple(rows), checklist.title, note))]


def _unknown(_facts: ReportFacts) -> str:
    return ""


def _size(facts: ReportFacts) -> str:
    return f"{facts.people} people in {facts.interviews} interviews and focus groups." if facts.people else ""


def _left(facts: ReportFacts) -> str:
    told = [f"{one.name} {one.number}" for one in facts.recruitment]
    told += [f"withdrew later {facts.withdrawn}"] if facts.withdrawn else []
    return f"{', '.join(told)}. The reasons are for you to add." if told else ""


def _guide(facts: ReportFacts) -> str:
    return f"A topic guide with {len(facts.topics)} main topics: {'; '.join(facts.topics)}." if facts.topics else ""


def _repeats(facts: ReportFacts) -> str:
    if not facts.interviews:
        return ""
    waves = ", ".join(f"{wave.name} {wave.people}" for wave in facts.waves)
    told = f" People heard by wave: {waves}." if facts.waves else ""
    return f"{facts.repeats} people were heard more than once.{told}" if facts.repeats else f"None.{told}"


def _recorded(facts: ReportFacts) -> str:
    if not facts.recorded:
        return ""
    return f"A recording or times in the transcript are known for {facts.recorded} of {facts.interviews}."


def _notes(facts: ReportFacts) -> str:
    notes = facts.of_kind("field note") + sum(one.number for one in facts.memos if one.name == "field note")
    return f"{notes} field notes are kept with the study." if notes else ""


def _minutes(facts: ReportFacts) -> str:
    return lengths_sentence(facts) if facts.minutes else ""


def _coders(facts: ReportFacts) -> str:
    if not facts.coders:
        return ""
    double = [f"“{one.name}”" for one in facts.rounds if one.is_double]
    told = f" Several indexed the same words in {', '.join(double)}." if double else ""
    return f"{len(facts.coders)}.{told}"


def _tree(facts: ReportFacts) -> str:
    if not facts.main_themes:
        return ""
    return f"{facts.main_themes} themes with {facts.sub_themes} sub-themes, each with its definition, in the table."


def _derived(facts: ReportFacts) -> str:
    origins = ", ".join(f"{one.name} {one.number}" for one in facts.origins)
    versions = f" {len(facts.versions)} versions are named." if facts.versions else ""
    return f"By origin: {origins}.{versions}" if origins else ""


def _software(facts: ReportFacts) -> str:
    return f"{facts.software}."


def _quoted(facts: ReportFacts) -> str:
    if not facts.quotations:
        return ""
    return f"{facts.quotations} quotations of {facts.quoted} people, each attributed and checked against its source."


def _searched(facts: ReportFacts) -> str:
    if not facts.searched:
        return ""
    return f"For {facts.searched} of {facts.findings} findings a search for cases against it is recorded."


def _questions(facts: ReportFacts) -> str:
    return " ".join(facts.questions)


def _data(facts: ReportFacts) -> str:
    return " ".join(data_sentences(facts)) if facts.sources else ""


def _analysis(facts: ReportFacts) -> str:
    return " ".join([*analysis_sentences(facts), *charting_sentences(facts)]) if facts.codings else ""


def _found(facts: ReportFacts) -> str:
    return f"{facts.findings} findings." if facts.findings else ""


_ANSWERS: dict[str, dict[str, tuple[str, _Answer]]] = {
    "coreq": {
        "12": ("sample", _size),
        "13": ("method", _left),
        "16": ("sample", lambda facts: "In the sample table." if facts.people else ""),
        "17": ("method", _guide),
        "18": ("method", _repeats),
        "19": ("method", _recorded),
        "20": ("method", _notes),
        "21": ("method", _minutes),
        "22": ("framework", lambda facts: facts.saturation),
        "24": ("method", _coders),
        "25": ("framework", _tree),
        "26": ("framework", _derived),
        "27": ("method", _software),
        "29": ("findings", _quoted),
        "30": ("findings", _searched),
    },
    "srqr": {
        "S1": ("", lambda facts: facts.title),
        "S4": ("questions", _questions),
        "S10": ("method", _data),
        "S11": ("method", _guide),
        "S12": ("sample", _size),
        "S14": ("method", _analysis),
        "S16": ("findings", _found),
        "S17": ("findings", _quoted),
    },
}
