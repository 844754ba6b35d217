"""Reviewing a study: what a careful referee would ask, what somebody lets stand, and with what the review asks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from trellis.core.attribute import Attribute
from trellis.core.errors import Invalid, NotFound
from trellis.core.keys import Key
from trellis.core.study import Person, Setting
from trellis.core.study_review import StudyReview, Waiver, require_reason
from trellis.report.study_review_json import study_review_values
from trellis.report.study_review_text import study_review_text
from trellis.review.study_checks import STUDY_BY_ID
from trellis.review.study_whole import study_review_of
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.chart_export import export_note, keep
from trellis.study.review_material import ORDER, POPULATION, material_of_study
from trellis.study.work import Work


class ReviewOfStudy:
    """What a careful referee would ask of the study.

    A point is named by its key, the ten letters behind it.
    """

    def __init__(self, work: Work) -> None:
        self._work = work

    def run(self) -> StudyReview:
        """Every rule asked of the study as it is now, with what somebody lets stand; nothing is written."""
        with self._work.read() as reader:
            return self._work.kept.get(reader, "review", lambda: reviewed(reader))

    def waive(self, point: str, reason: str) -> Key:
        """Lets a point stand, with the reason; it comes back when what it rests on changes. Returns the waiver's key.

        Raises NotFound for a point that the review does not raise, Invalid for no reason.
        """
        with self._work.change("review.waive") as change:
            found = reviewed(change).point(point.strip())
            if found is None:
                message = f"the review raises no point “{point}”; trellis review STUDY --all shows the key of each"
                raise NotFound(message)
            for before in change.all(Waiver, point=found.key):
                change.delete(before)
            made = Waiver(
                change.new_key(),
                0,
                found.key,
                found.check,
                require_reason(reason),
                found.rests,
                change.person,
                change.at,
            )
            change.insert(made)
            return made.k

    def unwaive(self, point: str) -> None:
        """Takes back that a point may stand. Raises NotFound."""
        with self._work.change("review.unwaive") as change:
            found = change.all(Waiver, point=point.strip())
            if not found:
                message = f"nobody lets a point “{point}” stand; trellis review STUDY --all shows those that are waived"
                raise NotFound(message)
            for before in found:
                change.delete(before)

    def settle(self, *, order: Iterable[str] | None = None, population: Mapping[str, int] | None = None) -> None:
        """Says with what the review asks who could be recognised; None leaves as it is.

        order: attributes in the order in which they may be left out. population: how many hold a post, by value. What
        is printed of people, and how many must share it, is the report's template's to say. Raises Invalid.
        """
        with self._work.change("review.settle") as change:
            if order is not None:
                names = [attribute.name for attribute in change.all(Attribute)]
                _put(change, ORDER, json.dumps(_known(names, order), ensure_ascii=False))
            if population is not None:
                _put(change, POPULATION, json.dumps(sorted(population.items()), ensure_ascii=False))

    def told(self, review: StudyReview | None = None, *, everything: bool = False) -> str:
        """The review as text: the first page, or everything."""
        return study_review_text(review or self.run(), STUDY_BY_ID, everything=everything)

    def record(self, review: StudyReview | None = None) -> dict[str, Any]:
        """The review as plain values, as JSON takes them."""
        return study_review_values(review or self.run(), STUDY_BY_ID)

    def written(self) -> bytes:
        """The review as a Word document: the same study, the same bytes."""
        from trellis.report.study_review_docx import study_review_docx  # python-docx is slow to load

        with self._work.read() as reader:
            return study_review_docx(reviewed(reader), STUDY_BY_ID, export_note(reader))

    def write(self, path: str | Path, *, overwrite: bool = False) -> Path:
        """Writes the review to a Word document. Raises AlreadyThere, StudyFileError."""
        target = Path(path)
        keep(target, self.written(), replace=overwrite)
        return target


def reviewed(reader: Reader) -> StudyReview:
    """Every rule asked of the study as it is, with what somebody lets stand: a step of the review and of the report."""
    names = {person.k: person.name for person in reader.all(Person)}
    return study_review_of(material_of_study(reader), reader.all(Waiver), names)


def _put(change: Change, name: str, value: str) -> None:
    before = next(iter(change.all(Setting, name=name)), None)
    if before is None:
        change.insert(Setting(name, 0, value))
    else:
        change.update(before, replace(before, value=value))


def _known(names: list[str], order: Iterable[str]) -> list[str]:
    there = {name.casefold(): name for name in names}
    given = [name.strip() for name in order if name.strip()]
    unknown = [name for name in given if name.casefold() not in there]
    if unknown:
        message = f"the study has no attribute “{unknown[0]}”; there are: {', '.join(names)}"
        raise Invalid(message)
    return [there[name.casefold()] for name in given]
