"""Survey answers out of a table: one source per answer, or one per respondent with the questions over the answers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from trellis.core.document import Document, Notice, Part, PartKind
from trellis.core.errors import BadTable

from .charset import canonical
from .draft import Writer
from .tables import TableSheet, read_table

READER = "survey 1"

_ID_HEAD = re.compile(r"(?:.*\b)?(?:id|respondent|participant|case|number|no|nr|code|key)\b\.?$", re.IGNORECASE)

# A column whose values are this long on average, or whose heads ask, holds answers in words.
_WORDY = 25


class SurveyLayout(StrEnum):
    """What becomes a source."""

    ANSWERS = "answers"
    RESPONDENTS = "respondents"


@dataclass(frozen=True, slots=True)
class SurveyOptions:
    """How to read a survey.

    layout: one source per respondent, or per answer.
    id_column: head of the column with the respondent's id; None looks for one, else rows are numbered.
    questions: heads of the columns with answers in words; empty looks for columns of running text.
    sheet, charset: as in `read_table`.
    """

    layout: SurveyLayout = SurveyLayout.RESPONDENTS
    id_column: str | None = None
    questions: tuple[str, ...] = ()
    sheet: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class SurveySource:
    """One source out of a survey.

    name: unique in the survey; question: the one answered, None where the source holds all of a respondent's.
    attributes: heads and values of the remaining columns, blank ones left out.
    """

    name: str
    respondent: str
    document: Document
    attributes: tuple[tuple[str, str], ...]
    question: str | None = None


_DEFAULT = SurveyOptions()


def read_survey(name: str, data: bytes, options: SurveyOptions = _DEFAULT) -> tuple[SurveySource, ...]:
    """The sources in a table of survey answers, in the order of its rows.

    Raises BadTable where a named column is missing or no column holds answers in words, NotFound for a missing
    sheet, and a subclass of Unreadable for a file that cannot be read.
    """
    table = read_table(name, data, options.sheet, options.charset)
    id_at = _id_column(name, table, options)
    asked = _questions(name, table, options, id_at)
    made: list[SurveySource] = []
    blank = 0
    for row, respondent in zip(table.rows, _respondents(table, id_at), strict=True):
        told = tuple(
            (head, value.strip())
            for at, (head, value) in enumerate(zip(table.header, row, strict=True))
            if at != id_at and at not in asked and head and value.strip()
        )
        answers = [(number, table.header[at], row[at]) for number, at in enumerate(asked, start=1)]
        blank += sum(not answer.strip() for _, _, answer in answers)
        if options.layout is SurveyLayout.RESPONDENTS:
            made.append(SurveySource(respondent, respondent, _of_respondent(respondent, answers), told))
        else:
            made.extend(_of_answers(respondent, answers, told))
    return _with_notices(made, table, blank)


def _of_respondent(respondent: str, answers: list[tuple[int, str, str]]) -> Document:
    writer = Writer()
    for number, question, answer in answers:
        start = writer.begin()
        writer.write(question)
        writer.end(start, PartKind.QUESTION, number=str(number))
        start = writer.begin()
        writer.write(answer.strip("\n"))
        writer.end(start, PartKind.ANSWER, number=str(number))
    draft = writer.draft(READER, title=respondent)
    parts = tuple(Part(block.kind, block.start, block.end, block.start, number=block.number) for block in draft.blocks)
    return Document(draft.text, parts, notices=draft.notices, reader=READER, title=respondent)


def _of_answers(
    respondent: str, answers: list[tuple[int, str, str]], told: tuple[tuple[str, str], ...]
) -> list[SurveySource]:
    made = []
    for number, question, answer in answers:
        if not answer.strip():
            continue
        text, notices = canonical(answer)
        whole = Part(PartKind.ANSWER, 0, len(text), 0, number=str(number))
        document = Document(text, (whole,), notices=notices, reader=READER, title=f"{respondent}: {question}")
        made.append(SurveySource(f"{respondent} Q{number}", respondent, document, told, question))
    return made


def _with_notices(made: list[SurveySource], table: TableSheet, blank: int) -> tuple[SurveySource, ...]:
    """What concerns the whole table is told with the first source."""
    notices = table.notices
    if blank:
        notices = (*notices, Notice("blank-answers", f"{blank} answers are blank in the table"))
    if not made or not notices:
        return tuple(made)
    first = made[0]
    read = first.document
    told = Document(read.text, read.parts, notices=(*read.notices, *notices), reader=READER, title=read.title)
    return (SurveySource(first.name, first.respondent, told, first.attributes, first.question), *made[1:])


def _respondents(table: TableSheet, id_at: int | None) -> list[str]:
    """A name for each row; what appears twice gets a number behind it."""
    given = [row[id_at].strip() if id_at is not None else "" for row in table.rows]
    seen: Counter[str] = Counter()
    names = []
    for number, wanted in enumerate(given, start=1):
        name = wanted or f"row {number}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names


def _id_column(name: str, table: TableSheet, options: SurveyOptions) -> int | None:
    if options.id_column is not None:
        return _column(name, table, options.id_column)
    for at, head in enumerate(table.header):
        values = [row[at].strip() for row in table.rows]
        if _ID_HEAD.match(head) and all(values) and len(set(values)) == len(values):
            return at
    return None


def _questions(name: str, table: TableSheet, options: SurveyOptions, id_at: int | None) -> list[int]:
    if options.questions:
        return [_column(name, table, head) for head in options.questions]
    found = [at for at in range(len(table.header)) if at != id_at and _is_wordy(table, at)]
    if not found:
        heads = ", ".join(head for head in table.header if head)
        raise BadTable(f"{name}: no column holds answers in words; name the questions out of: {heads}")
    return found


def _is_wordy(table: TableSheet, at: int) -> bool:
    answers = [row[at].strip() for row in table.rows if row[at].strip()]
    if not answers:
        return False
    spaced = sum(" " in answer for answer in answers)
    mean = sum(map(len, answers)) / len(answers)
    asks = table.header[at].endswith("?") and len(set(answers)) * 2 > len(answers)
    return spaced * 2 >= len(answers) and (mean >= _WORDY or asks)


def _column(name: str, table: TableSheet, head: str) -> int:
    wanted = " ".join(head.split()).casefold()
    for at, found in enumerate(table.header):
        if found.casefold() == wanted:
            return at
    raise BadTable(f"{name}: there is no column {head!r}; it has: {', '.join(filter(None, table.header))}")
