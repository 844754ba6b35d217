"""Reporting checklists: what they ask, and what a person has to write where a study cannot know.

Sources: COREQ, Tong, Sainsbury and Craig 2007 (32 items); SRQR, O'Brien and colleagues 2014 (21 items). Names of items
are theirs, shortened; the prompts are ours.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One item. prompt: what a person is asked to write."""

    number: str
    domain: str
    name: str
    prompt: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """A checklist with its items in their order."""

    id: str
    title: str
    items: tuple[ChecklistItem, ...]


_TEAM, _DESIGN, _ANALYSIS = "Research team and reflexivity", "Study design", "Analysis and findings"

_COREQ: tuple[tuple[str, str, str], ...] = (
    (_TEAM, "Interviewer or facilitator", "Who held the interviews or groups?"),
    (_TEAM, "Credentials", "What are the researchers' qualifications?"),
    (_TEAM, "Occupation", "What was their occupation at the time?"),
    (_TEAM, "Gender", "What is the researchers' gender?"),
    (_TEAM, "Experience and training", "What experience or training did they have?"),
    (_TEAM, "Relationship established", "Did they know the participants before the study began?"),
    (
        _TEAM,
        "Participant knowledge of the interviewer",
        "What did participants know of the researcher?",
    ),
    (_TEAM, "Interviewer characteristics", "Which interests and assumptions of the researcher bear on the topic?"),
    (_DESIGN, "Methodological orientation and theory", "Which orientation and theory stand behind the study?"),
    (_DESIGN, "Sampling", "How were participants chosen, and why so?"),
    (_DESIGN, "Method of approach", "How were they approached?"),
    (_DESIGN, "Sample size", "How many took part?"),
    (_DESIGN, "Non-participation", "How many declined or left, and why?"),
    (_DESIGN, "Setting of data collection", "Where was it held?"),
    (_DESIGN, "Presence of non-participants", "Was anybody else there?"),
    (_DESIGN, "Description of sample", "Who are the participants, in what matters here?"),
    (_DESIGN, "Interview guide", "What was asked, and was it piloted?"),
    (_DESIGN, "Repeat interviews", "Was anybody heard more than once?"),
    (_DESIGN, "Audio or visual recording", "How was it recorded?"),
    (_DESIGN, "Field notes", "Were notes made during or after?"),
    (_DESIGN, "Duration", "How long was it?"),
    (_DESIGN, "Data saturation", "Was saturation considered, and how?"),
    (_DESIGN, "Transcripts returned", "Did participants see their transcripts?"),
    (_ANALYSIS, "Number of data coders", "How many people coded?"),
    (_ANALYSIS, "Description of the coding tree", "What does the framework look like?"),
    (_ANALYSIS, "Derivation of themes", "Which themes were given beforehand, which came from the data?"),
    (_ANALYSIS, "Software", "What was used to manage the data?"),
    (_ANALYSIS, "Participant checking", "Did participants comment on the findings?"),
    (_ANALYSIS, "Quotations presented", "Do quotations stand behind the findings, and is each attributed?"),
    (_ANALYSIS, "Data and findings consistent", "Do data and findings agree?"),
    (_ANALYSIS, "Clarity of major themes", "Are the main themes clear in the findings?"),
    (_ANALYSIS, "Clarity of minor themes", "Are diverse cases and minor themes described?"),
)

_SRQR: tuple[tuple[str, str, str], ...] = (
    ("Title and abstract", "Title", "Does the title name the topic and the approach?"),
    ("Title and abstract", "Abstract", "Background, purpose, methods, results, conclusions in brief."),
    ("Introduction", "Problem formulation", "What is known, and why does it matter?"),
    ("Introduction", "Purpose or research question", "What did the study ask?"),
    ("Methods", "Qualitative approach and research paradigm", "Which approach, which paradigm, and why?"),
    (
        "Methods",
        "Researcher characteristics and reflexivity",
        "Who are the researchers, and how did that matter?",
    ),
    ("Methods", "Context", "Where and when, in which setting?"),
    ("Methods", "Sampling strategy", "How were people, documents and events chosen, and when was it enough?"),
    ("Methods", "Ethical issues", "Approval, consent, and what protects people and their data."),
    ("Methods", "Data collection methods", "What was collected, when, and what changed on the way?"),
    ("Methods", "Instruments and technologies", "Guides, recorders and the like, and how they changed."),
    ("Methods", "Units of study", "How many people, documents and events, and how far did they take part?"),
    ("Methods", "Data processing", "Transcription, entry, checking, pseudonyms, coding."),
    ("Methods", "Data analysis", "How were themes found and developed, by whom?"),
    (
        "Methods",
        "Techniques to enhance trustworthiness",
        "What was done so that findings can be trusted?",
    ),
    ("Results", "Synthesis and interpretation", "What was found?"),
    ("Results", "Links to empirical data", "Which quotations, notes and texts stand behind it?"),
    (
        "Discussion",
        "Integration with prior work, transferability",
        "How does it fit with what is known?",
    ),
    ("Discussion", "Limitations", "How far can the findings be trusted, and where do they end?"),
    ("Other", "Conflicts of interest", "Which are there, and what was done about them?"),
    ("Other", "Funding", "Who paid, and what part did they have?"),
)


def _listed(id: str, title: str, sign: str, items: tuple[tuple[str, str, str], ...]) -> Checklist:
    numbered = (ChecklistItem(f"{sign}{at}", *each) for at, each in enumerate(items, 1))
    return Checklist(id, title, tuple(numbered))


COREQ = _listed("coreq", "COREQ checklist", "", _COREQ)
SRQR = _listed("srqr", "SRQR checklist", "S", _SRQR)
