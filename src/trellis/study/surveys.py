"""Survey answers in words: each answer, or each respondent, as a source, with what else the table says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from trellis.core.case_table import columns_of
from trellis.core.errors import BadTable, NotFound, Unreadable
from trellis.core.source import SourceKind
from trellis.reading import SurveyOptions, SurveySource, bytes_of, read_survey
from trellis.study.batch import keep_all
from trellis.study.bringing import BringIn, Brought, Candidate, Item, Outcome, files_in
from trellis.study.case_import import CaseImport, ImportHow
from trellis.study.case_index import CaseIndex
from trellis.study.cases import case_table, taken
from trellis.study.pending import Pending
from trellis.study.sheet import Sheet
from trellis.study.work import Progress, Work, silent


class SurveysOfStudy:
    """Bringing answers in from spreadsheets."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def bring_in(
        self,
        paths: Iterable[Path],
        survey: SurveyOptions | None = None,
        how: BringIn | None = None,
        *,
        dry_run: bool = False,
        progress: Progress = silent,
    ) -> Brought:
        """Reads tables of answers and keeps them as sources of kind "survey answer", each respondent a case.

        The columns that hold no answers become attributes of the respondents. All of it is one batch. A table
        that cannot be read is named with the reason. dry_run: nothing is written.
        """
        options = survey or SurveyOptions()
        people: dict[str, tuple[tuple[str, str], ...]] = {}
        found: list[Candidate | Item] = []
        for path, name in files_in(list(paths)):
            found += list(_read(path, name, options, people))
        brought = keep_all(self._work, iter(found), len(found), how or BringIn(), dry_run=dry_run, progress=progress)
        if brought.batch is not None and not brought.stopped:
            self._describe(people, brought.batch)
        return brought

    def _describe(self, people: dict[str, tuple[tuple[str, str], ...]], batch: int) -> None:
        """Sets the respondents' attributes, as part of the batch that brought their answers in."""
        heads = tuple(dict.fromkeys(head for pairs in people.values() for head, _ in pairs))
        if not heads:
            return
        rows = tuple((name, *(dict(pairs).get(head, "") for head in heads)) for name, pairs in people.items())
        sheet = Sheet(("case", *heads), rows, tuple(range(2, len(rows) + 2)))
        with self._work.change("survey.describe", batch=batch) as change:
            pending = Pending(change.new_key)
            importing = CaseImport(CaseIndex(change), pending, ImportHow())
            taken(importing, case_table(columns_of(sheet.heads, ()), sheet))
            pending.write(change)


def _read(
    path: Path, name: str, options: SurveyOptions, people: dict[str, tuple[tuple[str, str], ...]]
) -> Iterator[Candidate | Item]:
    try:
        content = bytes_of(path)
        answers = read_survey(name, content, options)
    except Unreadable as error:
        yield Item(name, Outcome.REFUSED, f"{error.reason}; {error.advice}")
    except (BadTable, NotFound) as error:
        yield Item(name, Outcome.REFUSED, str(error))
    else:
        for answer in answers:
            people.setdefault(answer.respondent, answer.attributes)
            yield _candidate(name, content, answer)


def _candidate(name: str, content: bytes, answer: SurveySource) -> Candidate:
    return Candidate(
        f"{name}: {answer.name}", answer.name, answer.document, content, SourceKind.SURVEY_ANSWER, answer.respondent
    )
