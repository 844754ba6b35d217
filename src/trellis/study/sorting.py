"""Sort and review: every extract of a theme across cases, and which of them have been reviewed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trellis.core.attribute import Owner
from trellis.core.case import Case
from trellis.core.coding import Coding, LookedOver
from trellis.core.errors import Invalid
from trellis.core.filters import EVERYTHING, NOT_KNOWN, Filters
from trellis.core.keys import NO_KEY, Key
from trellis.store.reader import Reader
from trellis.study.blindness import seen_coding
from trellis.study.resolve import folded
from trellis.study.retrieval import Extract, Gathering
from trellis.study.scope import Scope, attribute_named, values_at
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class Sorted:
    """An extract as it is sorted: the coding behind it, its group, and whether it was reviewed as it stands now.

    theme: key of its theme, rev: of the coding. groups: one for each case it belongs to, else its source's name;
    with an attribute, the values of these cases. reviewed: False also where the coding was changed since.
    """

    extract: Extract
    theme: Key
    rev: Key
    version: Key
    groups: tuple[str, ...]
    reviewed: bool


class Sorting:
    """The calls that a page for sorting extracts stands on."""

    _work: Work

    def extracts_to_sort(self, theme: str, by: str | None = None, filters: Filters = EVERYTHING) -> list[Sorted]:
        """Everything indexed under a theme and its sub-themes, by group, source and place.

        by: an attribute of cases; the case itself if not given. Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.read() as reader:
            gathering = Gathering(reader, filters, self._work.person_name, theme)
            rows = list(gathering.codings())
            extracts = gathering.extracts(rows)
            groups = _groups(reader, gathering.scope, extracts, by)
            seen = {one.coding: one.seen for one in reader.all(LookedOver)}
            revs = {row.k: reader.get(Coding, row.k).rev for row in rows}
        found = [
            Sorted(extract, row.theme, revs[row.k], row.version, group, seen.get(row.k) == revs[row.k])
            for row, extract, group in zip(rows, extracts, groups, strict=True)
        ]
        return sorted(found, key=lambda one: (folded(one.groups[0]), folded(one.extract.source), one.extract.start))

    def review_extracts(self, keys: Sequence[Key], *, on: bool = True) -> int:
        """Notes that extracts were reviewed, or takes that back; how many notes changed. Raises NotFound, Invalid."""
        if not keys:
            message = "no extract is named; give the keys of their codings"
            raise Invalid(message)
        with self._work.change("index.review") as change:
            codings = [seen_coding(change, k) for k in dict.fromkeys(keys)]
            marks = {coding.k: change.find(LookedOver, coding.k) for coding in codings}
            wrong = [one for one in codings if ((mark := marks[one.k]) is not None and mark.seen == one.rev) is not on]
            for coding in wrong:
                mark = marks[coding.k]
                if mark is not None:
                    change.delete(mark)
                if on:
                    change.insert(LookedOver(coding.k, 0, coding.rev, change.person, change.at))
            return len(wrong)


def _groups(reader: Reader, scope: Scope, extracts: Sequence[Extract], by: str | None) -> list[tuple[str, ...]]:
    """The groups of each extract: its cases, or the values that these have of an attribute in the source's wave."""
    if by is None:
        return [extract.cases or (extract.source,) for extract in extracts]
    attribute = attribute_named(reader, by)
    if attribute.of is not Owner.CASE:
        message = f"“{attribute.name}” is an attribute of sources; extracts are grouped by one of cases"
        raise Invalid(message)
    keys = {case.name: case.k for case in reader.all(Case)}
    told = {wave: values_at(reader, attribute, wave) for wave in {*scope.wave_of.values(), NO_KEY}}
    return [
        tuple(dict.fromkeys(told[scope.wave_of[one.source_key]].get(keys[case], NOT_KNOWN) for case in one.cases))
        or (NOT_KNOWN,)
        for one in extracts
    ]
