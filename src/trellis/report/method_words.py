"""How a study was done, in sentences with its own numbers. What it does not know is asked of a person, not made up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from trellis.core.report_facts import Counted, ReportFacts, RoundMade
from trellis.report.blocks import Block, Head, Prompt, Words


def method_blocks(facts: ReportFacts) -> list[Block]:
    """The method section: design, sample and data, familiarisation, framework, index, chart, interpretation."""
    return [
        Prompt("Say why this approach, which theory stands behind it, and where, when and in which setting."),
        Words(" ".join(data_sentences(facts))),
        Prompt("Say how people were chosen and approached, who held the interviews, and which approvals there are."),
        Head(2, "Analysis"),
        Words(" ".join(analysis_sentences(facts))),
        *([] if not facts.versions else [Words(" ".join(version_sentences(facts)))]),
        Words(" ".join(charting_sentences(facts))),
    ]


def data_sentences(facts: ReportFacts) -> list[str]:
    """Who was heard, in what, for how long."""
    said = [f"{_many(facts.people, 'person', 'people')} took part."]
    if facts.recruitment:
        said.append(f"Of others who were asked: {_list(facts.recruitment)}.")
    if facts.withdrawn:
        said.append(f"{_many(facts.withdrawn, 'participant', 'participants')} withdrew later, wholly or in part.")
    if facts.sources:
        said.append(f"The data are {_sources(facts.sources)}, together {facts.words:,} words.")
    if facts.minutes:
        said.append(lengths_sentence(facts))
    if facts.waves:
        each = "; ".join(f"{wave.name}, {wave.sources} with {wave.people} people" for wave in facts.waves)
        said.append(f"The {_heard(facts)} were held in {_many(len(facts.waves), 'wave', 'waves')}: {each}.")
    if facts.repeats:
        said.append(f"{_many(facts.repeats, 'person was', 'people were')} heard more than once.")
    if facts.topics:
        many = _many(len(facts.topics), "main topic", "main topics")
        said.append(f"The topic guide had {many}: {'; '.join(facts.topics)}.")
    return said


def lengths_sentence(facts: ReportFacts) -> str:
    """How long the interviews were, as far as it is known."""
    low, high = facts.minutes[0], facts.minutes[-1]
    known = "" if len(facts.minutes) == facts.interviews else f" (known for {len(facts.minutes)})"
    middle = f"with a median of {median(facts.minutes):.0f}{known}"
    return f"The {_heard(facts)} lasted from {low:.0f} to {high:.0f} minutes, {middle}."


def analysis_sentences(facts: ReportFacts) -> list[str]:
    """Reading, framework and index."""
    said = ["The material was analysed by Framework analysis (Ritchie and Spencer 1994)."]
    if facts.readers:
        each = _and([f"{one.name} {one.number}" for one in facts.readers])
        said.append(f"Sources read whole, as far as it was noted: {each}.")
    themes = f"{_many(facts.main_themes, 'theme', 'themes')} with {_many(facts.sub_themes, 'sub-theme', 'sub-themes')}"
    said.append(f"The thematic framework has {themes}.")
    if facts.origins:
        said.append(f"By where themes came from: {_list(facts.origins)}.")
    if facts.codings:
        who = _many(len(facts.coders), "coder", "coders")
        said.append(
            f"{_many(facts.indexed, 'source was', 'sources were')} indexed by {who} with {facts.codings:,} codings."
        )
    said += [_round(one) for one in facts.rounds if one.is_double]
    if facts.memos:
        said.append(f"Memos were kept: {_list(facts.memos)}.")
    said.append(f"{facts.software} was used to manage the data; it suggests no codings, values or findings by itself.")
    return said


def version_sentences(facts: ReportFacts) -> list[str]:
    """How the framework came to be what it is."""
    verb = "was" if len(facts.versions) == 1 else "were"
    said = [f"{_many(len(facts.versions), 'version', 'versions')} of the framework {verb} named."]
    if facts.operations:
        said.append(f"Between them themes were changed by these operations, each recorded: {_list(facts.operations)}.")
    return said


def charting_sentences(facts: ReportFacts) -> list[str]:
    """The chart, and what was found in it."""
    filled = sum(one.number for one in facts.cells)
    if not filled and not facts.blanks:
        return ["Nothing has been charted yet."]
    said = [f"The chart has {filled:,} filled cells with {facts.statements:,} statements."]
    if facts.cells:
        said.append(f"By how far they are: {_list(facts.cells)}.")
    if facts.blanks:
        said.append(f"Cells that are blank for a reason: {_list(facts.blanks)}.")
    if facts.findings:
        looked = _many(facts.searched, "finding", "findings")
        said.append(f"For {looked} of {facts.findings} a search for cases against it is recorded.")
    return said


def _round(one: RoundMade) -> str:
    blind = ", blind to each other" if one.is_blind else ""
    settled = f" {_many(one.settled, 'disagreement was', 'disagreements were')} settled." if one.settled else ""
    sources = _many(one.sources, "source was", "sources were")
    return f"In the round “{one.name}” {sources} indexed more than once, by {one.coders} coders in all{blind}.{settled}"


def _heard(facts: ReportFacts) -> str:
    return "interviews and focus groups" if facts.of_kind("focus group") else "interviews"


def _sources(counted: Sequence[Counted]) -> str:
    return _and([_many(one.number, one.name, f"{one.name}s") for one in counted])


def _many(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"


def _list(counted: Iterable[Counted]) -> str:
    return ", ".join(f"{one.name} {one.number:,}" for one in counted)


def _and(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
