"""What a report of a study has in it, in which order, and what its own words are: data that users change."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    """What the study can write of itself."""

    SUMMARY = "summary"
    QUESTIONS = "questions"
    METHOD = "method"
    SAMPLE = "sample"
    FRAMEWORK = "framework"
    FINDINGS = "findings"
    LENSES = "lenses"
    CHARTS = "charts"
    LIMITATIONS = "limitations"
    COREQ = "coreq"
    SRQR = "srqr"
    OWN = "own"
    """Nothing but the words of the template."""


@dataclass(frozen=True, slots=True)
class SectionWanted:
    """A section. heading: "" for none; text: the user's own words, printed first; a blank line parts paragraphs."""

    section: Section
    heading: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class ReportTemplate:
    """What a report is to be like.

    attribution: what is printed of somebody who is quoted: names of attributes in braces, as in "{role}, {site}"; ""
    takes the attributes that stand beside cases in the chart. k: how many people of the sample must share an
    attribution; a finer one is made coarser from its end. sample_rows, sample_columns: what the sample table counts by.
    most_rows: a chart of more cases than this is left to its own export. title: "" for the study's.
    references: whether sources and cases are named, so that every claim walks back; without them the report is for
    readers who must not be able to put together what one person said.
    """

    sections: tuple[SectionWanted, ...]
    title: str = ""
    attribution: str = ""
    k: int = 3
    sample_rows: str = ""
    sample_columns: str = ""
    most_rows: int = 20
    references: bool = True


STANDARD = ReportTemplate(
    (
        SectionWanted(Section.SUMMARY, "Summary"),
        SectionWanted(Section.QUESTIONS, "Research questions"),
        SectionWanted(Section.METHOD, "How the study was done"),
        SectionWanted(Section.SAMPLE, "Who took part"),
        SectionWanted(Section.FRAMEWORK, "The thematic framework"),
        SectionWanted(Section.FINDINGS, "Findings"),
        SectionWanted(Section.LENSES, "Through the lenses"),
        SectionWanted(Section.LIMITATIONS, "Limitations"),
        SectionWanted(Section.CHARTS, "Charts"),
        SectionWanted(Section.COREQ, "COREQ checklist"),
        SectionWanted(Section.SRQR, "SRQR checklist"),
    )
)


@dataclass(frozen=True, slots=True)
class SectionOutline:
    """A section as a report would have it. to_write: what it asks of a person; words: how many it has, tables too."""

    section: Section
    heading: str
    to_write: tuple[str, ...]
    words: int
