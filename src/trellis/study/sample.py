"""The sample of a study: the frame with its quotas, the table to publish, how long the interviews were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from trellis.analysis.sample_table import NEVER
from trellis.analysis.table import Value
from trellis.core.attribute import Attribute, parse_value
from trellis.core.errors import BadTable, Invalid
from trellis.core.keys import NO_KEY
from trellis.core.sample import Quota
from trellis.store.changes import Change
from trellis.store.queries import sample as queries
from trellis.study.attribute_steps import attribute_named, grown
from trellis.study.chart_export import export_note
from trellis.study.report_templates import kept_template
from trellis.study.sample_counting import INTERVIEWS, PEOPLE, Counting, PrintedBy, counted_table, printed_by
from trellis.study.sample_units import people, trait
from trellis.study.sheet import sheet_in
from trellis.study.table import Table
from trellis.study.table_export import table_file
from trellis.study.work import Work

_FIXED = ("target", "exists", "notice", "note")
_NO = frozenset({"no", "n", "false", "0"})


@dataclass(frozen=True, slots=True)
class QuotasIn:
    """What became of a table of quotas."""

    new: int
    changed: int
    same: int


class SampleOfStudy:
    """Whom the study set out to hear, and whom it heard."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def table(
        self,
        rows: str | None = None,
        columns: str | None = None,
        *,
        of: str = PEOPLE,
        sub: str | None = None,
        wave: str | None = None,
        total: bool = True,
    ) -> Table:
        """How many people or interviews there are of each sort, as it is published.

        rows, columns, sub: attributes, or kinds of group that people belong to ("site"); without rows it is counted by
        what the report prints. of: "people" (those who
        took part) or "interviews" (focus groups included). sub: splits every count ("11 + 2"). wave: only its
        interviews, and its values of attributes that vary.
        "-" stands where a quota says that there can be nobody, 0 where there is nobody.
        Raises NotFound, Ambiguous, Invalid.
        """
        if of not in {PEOPLE, INTERVIEWS}:
            message = f"“{of}” cannot be counted; give people or interviews"
            raise Invalid(message)
        with self._work.read() as reader:
            if rows is None:
                printed = printed_by(reader, kept_template(reader)[0])
                rows, columns = printed.rows, columns or printed.columns or None
            if not rows:
                message = "there is nothing to count people by; name an attribute or a kind of group for the rows"
                raise Invalid(message)
            return counted_table(reader, Counting(rows, columns, of, sub, wave, total))

    def printed_by(self) -> PrintedBy:
        """What the table counts by in the study's report: role by site, where there are both."""
        with self._work.read() as reader:
            return printed_by(reader, kept_template(reader)[0])

    def document(self, table: Table, ending: str) -> bytes:
        """A table of the sample as a file for a paper: ".docx" or ".xlsx". Raises NotSupported."""
        with self._work.read() as reader:
            note = export_note(reader)
        return table_file(table, note, ending)

    def set_quota(self, where: Mapping[str, str], target: int | None, *, exists: bool = True) -> None:
        """Says how many are wanted of one sort, or that there can be none of it. Raises NotFound, Invalid."""
        with self._work.change("sample.set_quota") as change:
            _put(change, _where(change, where), target, exists=exists)

    def remove_quota(self, where: Mapping[str, str]) -> None:
        """Takes one quota out of the frame. Raises NotFound, Invalid."""
        with self._work.change("sample.remove_quota") as change:
            wanted = _where(change, where)
            found = [quota for quota in change.all(Quota) if quota.where == wanted]
            if not found:
                message = f"there is no quota for {', '.join(where.values())}"
                raise Invalid(message)
            change.delete(*found)

    def import_quotas(self, path: Path) -> QuotasIn:
        """Brings in the frame from a .csv or .xlsx: attribute columns, `target`, `exists` (yes or no).

        A sort that is in the frame already takes the file's numbers. Raises Unreadable, BadTable, Invalid.
        """
        sheet = sheet_in(path)
        listed = sheet.records()
        names = [head for head in sheet.heads if head.strip().casefold() not in _FIXED]
        if not names:
            message = f"{path.name} has no column of an attribute; its heads are: {', '.join(sheet.heads)}"
            raise BadTable(message)
        counted = {"new": 0, "changed": 0, "same": 0}
        with self._work.change("sample.import_quotas") as change:
            attributes = {name: attribute_named(change, name) for name in names}
            places = {name: sheet.heads.index(name) for name in names}
            for name, attribute in attributes.items():
                after = grown(attribute, [row[places[name]] for row in sheet.rows])
                change.update(attribute, after)
            for (line, record), row in zip(listed, sheet.rows, strict=True):
                where = {name: row[places[name]] for name in names if row[places[name]].strip()}
                exists = record.get("exists", "yes").casefold() not in _NO
                target = _target(record.get("target", ""), line)
                counted[_put(change, _where(change, where), target, exists=exists)] += 1
        return QuotasIn(**counted)

    def quotas(self) -> Table:
        """The frame: each quota with its target, what has been reached and what is missing."""
        with self._work.read() as reader:
            attributes = {attribute.k: attribute for attribute in reader.all(Attribute)}
            listed = reader.all(Quota)
            used = sorted({k for quota in listed for k, _ in quota.where}, key=lambda k: attributes[k].pos)
            traits = {k: trait(reader, attributes[k].name) for k in used}
            cases = people(reader)
        listed.sort(key=lambda quota: (tuple(_rank(traits[k].levels, dict(quota.where).get(k)) for k in used), quota.k))
        rows: list[tuple[Value, ...]] = []
        for quota in listed:
            where = dict(quota.where)
            reached = sum(all(traits[k].of(case.k, NO_KEY) == v for k, v in quota.where) for case in cases)
            missing = None if quota.target is None or not quota.exists else max(0, quota.target - reached)
            target = quota.target if quota.exists else NEVER
            never = not quota.exists and not reached
            rows.append((*(where.get(k) for k in used), target, NEVER if never else reached, missing))
        heads = (*(attributes[k].name for k in used), "target", "reached", "missing")
        return Table(heads, tuple(rows), "Sampling frame", "“-”: does not occur in the sampling frame.")

    def durations(self) -> Table:
        """How long each interview was in minutes, and where that is known from; range, median and total below."""
        with self._work.read() as reader:
            lengths = [length for length in queries.durations(reader.connection) if length.seconds]
        rows: list[tuple[Value, ...]] = [
            (one.source, round(one.seconds / 60, 1), one.known_from, one.held_on) for one in lengths
        ]
        minutes = sorted(one.seconds / 60 for one in lengths)
        note = "No interview has a length or times in its transcript."
        if minutes:
            note = (
                f"{len(minutes)} interviews, {minutes[0]:.0f} to {minutes[-1]:.0f} minutes, median "
                f"{median(minutes):.0f}, together {sum(minutes) / 60:.1f} hours. A length from the transcript ends "
                "with the last time written there."
            )
        return Table(("source", "minutes", "known from", "held on"), tuple(rows), "Length of interviews", note)

    def lengths(self) -> Table:
        """How many words each source has: all, the participants', the interviewers'."""
        with self._work.read() as reader:
            counted = queries.words(reader.connection)
        rows = tuple((one.source, one.kind, one.words, one.participants, one.interviewers) for one in counted)
        total = sum(one.words for one in counted)
        note = f"{len(counted)} sources, {total} words; labels and time stamps are not counted."
        return Table(("source", "kind", "words", "participants", "interviewers"), rows, "Words", note)


def _rank(levels: tuple[str, ...], value: str | None) -> int:
    return levels.index(value) if value in levels else len(levels)


def _where(change: Change, where: Mapping[str, str]) -> tuple[tuple[int, str], ...]:
    """Attribute keys with canonical values, sorted. Raises NotFound, Ambiguous, Invalid."""
    found = [(attribute_named(change, name), value) for name, value in where.items()]
    if not found:
        message = "a quota needs at least one attribute, as in role=nurse"
        raise Invalid(message)
    return tuple(sorted((attribute.k, parse_value(attribute, value)) for attribute, value in found))


def _put(change: Change, where: tuple[tuple[int, str], ...], target: int | None, *, exists: bool) -> str:
    before = next((quota for quota in change.all(Quota) if quota.where == where), None)
    if before is None:
        change.insert(Quota(change.new_key(), 0, where, target, exists))
        return "new"
    if (before.target, before.exists) == (target, exists):
        return "same"
    change.update(before, Quota(before.k, before.rev, where, target, exists))
    return "changed"


def _target(given: str, line: int) -> int | None:
    if given in {"", "-", "–"}:
        return None
    if not given.isdecimal():
        message = f"line {line}: “{given}” is no number of people; give a whole number, or nothing"
        raise BadTable(message)
    return int(given)
