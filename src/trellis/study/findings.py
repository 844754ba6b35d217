"""Findings: the claims of a study, the cases that carry them or do not, and the words they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from trellis.core.chart import Evidence, EvidenceFor, Side
from trellis.core.errors import Invalid, NotFound
from trellis.core.finding import (
    CounterSearch,
    Done,
    Finding,
    FindingStatus,
    Output,
    Stance,
    done_from,
    output_from,
    require_statement,
    stance_from,
    status_from,
)
from trellis.core.finding_file import FileSearch
from trellis.core.finding_placing import Group
from trellis.core.finding_view import FindingView
from trellis.core.keys import Key
from trellis.core.order import between
from trellis.exchange.findings_toml import read_findings_file, write_findings_file
from trellis.reading import bytes_of
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.chart_given import Given
from trellis.study.chart_writing import seen_now
from trellis.study.finding_files import FindingsIn, bring_findings, findings_file
from trellis.study.finding_reading import read_findings
from trellis.study.finding_scope import About, finding_given, in_order
from trellis.study.finding_tables import cases_table, counter_table, findings_table
from trellis.study.finding_writing import (
    add_finding,
    evidence_on,
    looked,
    place_case,
    questions_given,
    remove_finding,
    tie,
)
from trellis.study.table import Table
from trellis.study.work import Work

_NOTHING = About()


class FindingsOfStudy:
    """What the study claims, on which words, for which cases, and who looked for cases against it.

    A finding is named by its number in the list, by "#KEY", or by how its statement begins.
    """

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(
        self,
        statement: str,
        about: About = _NOTHING,
        *,
        output: Output | str = Output.RANGE,
        status: FindingStatus | str = FindingStatus.DRAFT,
        answers: Iterable[str | int] = (),
        account: str = "",
    ) -> Key:
        """Adds a finding behind the others, and returns its key.

        output: concept, range and nature, typology, association, explanation or recommendation. answers: research
        questions by number or by how they begin. account: what the report says below it.
        Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.change("finding.add") as change:
            kind, asked = output_from(output), questions_given(change, answers)
            finding = add_finding(change, statement, kind, status_from(status), account=account, answers=asked)
            tie(change, finding.k, about)
            return finding.k

    def edit(
        self,
        finding: str | int,
        *,
        statement: str | None = None,
        account: str | None = None,
        output: Output | str | None = None,
    ) -> None:
        """Puts a finding in other words, or says that it is another output; None leaves as it is.

        Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.change("finding.edit") as change:
            before = finding_given(change, finding)
            after = replace(
                before,
                statement=before.statement if statement is None else require_statement(statement),
                account=before.account if account is None else account.strip(),
                output=before.output if output is None else output_from(output),
            )
            change.update(before, after)

    def tie(self, finding: str | int, about: About) -> None:
        """Says what a finding speaks of, the themes it comes from and the findings it follows from.

        Replaces what stood there of the kinds that are given. Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.change("finding.tie") as change:
            tie(change, finding_given(change, finding).k, about)

    def answer(self, finding: str | int, questions: Iterable[str | int]) -> None:
        """Says which research questions a finding answers, by number or by how they begin; none: takes it back.

        Raises NotFound, Ambiguous.
        """
        with self._work.change("finding.answer") as change:
            before = finding_given(change, finding)
            change.update(before, replace(before, answers=questions_given(change, questions)))

    def set_status(self, finding: str | int, status: FindingStatus | str) -> None:
        """Says how far a finding is: draft, ready (the review asks about it from now on) or dropped.

        Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.change("finding.status") as change:
            before = finding_given(change, finding)
            change.update(before, replace(before, status=status_from(status)))

    def print_numbers(self, finding: str | int, *, on: bool = True) -> None:
        """Lets counts of cases stand in print beside a finding, or takes that back. The lead's alone.

        Raises NotFound, Ambiguous, NotAllowed.
        """
        with self._work.change("finding.numbers") as change:
            before = finding_given(change, finding)
            change.update(before, replace(before, numbers=on))

    def move(self, finding: str | int, to: int) -> None:
        """Moves a finding to the place `to` in the list, from 1; past the end means last. Raises NotFound."""
        with self._work.change("finding.move") as change:
            moved = finding_given(change, finding)
            others = [other for other in in_order(change) if other.k != moved.k]
            at = max(0, min(to - 1, len(others)))
            low = others[at - 1].pos if at else None
            high = others[at].pos if at < len(others) else None
            change.update(moved, replace(moved, pos=between(low, high)))

    def remove(self, finding: str | int) -> None:
        """Takes a finding out with all that belongs to it. Raises NotFound, Ambiguous."""
        with self._work.change("finding.remove") as change:
            remove_finding(change, finding_given(change, finding))

    def place(
        self, finding: str | int, case: str, stance: Stance | str | None, *, wave: str | None = None, note: str = ""
    ) -> None:
        """Says how a case stands to a finding, in a wave or in all; None takes back what was said.

        stance: holds, with qualification, contrary, not asked or silent. It goes before what evidence and chart show.
        Raises NotFound, Ambiguous, Invalid.
        """
        given = None if stance is None else stance_from(stance)
        with self._work.change("finding.place") as change:
            place_case(change, finding_given(change, finding).k, case, given, wave=wave, note=note)

    def link(self, finding: str | int, evidence: Given, *, side: Side | str = Side.FOR) -> Key:
        """Adds a segment or a cell as evidence, and returns the key of the link.

        side: for, against or qualifies. Raises NotFound, Ambiguous, QuoteNotFound, Invalid.
        """
        with self._work.change("finding.link") as change:
            record = evidence_on(change, finding_given(change, finding), evidence, _side(side))
            change.insert(record)
            return record.k

    def turn(self, evidence: Key, side: Side | str) -> None:
        """Lets a piece of evidence point another way: for, against or qualifies. Raises NotFound, Invalid."""
        with self._work.change("finding.turn") as change:
            before = _evidence(change, evidence)
            change.update(before, replace(before, side=_side(side)))

    def unlink(self, evidence: Key) -> None:
        """Takes a piece of evidence away. Raises NotFound."""
        with self._work.change("finding.unlink") as change:
            change.delete(_evidence(change, evidence))

    def star(self, evidence: Key, *, on: bool = True) -> None:
        """Marks a segment as a quotation to print, or takes the mark away. Raises NotFound, Invalid."""
        with self._work.change("finding.star") as change:
            before = _evidence(change, evidence)
            if before.source is None:
                message = "a star marks a segment as a quotation to print; this evidence is a cell"
                raise Invalid(message)
            change.update(before, replace(before, star=on))

    def confirm(self, finding: str | int) -> None:
        """Says that a finding still holds on its evidence as it is now. Raises NotFound, Ambiguous."""
        with self._work.change("finding.confirm") as change:
            k = finding_given(change, finding).k
            resting = change.all(Evidence, for_kind=EvidenceFor.FINDING.value, for_k=k)
            change.update_all((one, replace(one, seen=seen_now(change, one))) for one in resting)

    def looked(self, finding: str | int, where: str, found: str, done: Done | str, *, note: str = "") -> Key:
        """Keeps that you looked for cases against a finding: where, what you found, what was done to the claim.

        done: "nothing", "revised", "bounded" (to a context) or "kept" (with the exception stated).
        Raises NotFound, Ambiguous, Invalid.
        """
        given = done_from(done)
        with self._work.change("finding.looked") as change:
            return looked(change, finding_given(change, finding).k, FileSearch(where, found, given, note)).k

    def unlook(self, search: Key) -> None:
        """Takes back the record of a search. Raises NotFound."""
        with self._work.change("finding.unlook") as change:
            change.delete(change.get(CounterSearch, search))

    def all(self) -> list[FindingView]:
        """The findings in their order, each with its cases, its evidence and what it lacks."""
        with self._work.read() as reader:
            return read_findings(reader)

    def get(self, finding: str | int) -> FindingView:
        """One finding with everything that belongs to it. Raises NotFound, Ambiguous."""
        with self._work.read() as reader:
            return read_findings(reader, [finding_given(reader, finding).k])[0]

    def record(self, k: Key) -> Finding | None:
        """A finding by its key, None if it is gone."""
        with self._work.read() as reader:
            return reader.find(Finding, k)

    def listing(self) -> Table:
        """Every finding in its order: status, output, how many cases stand where, evidence, what it lacks."""
        return findings_table(self.all())

    def cases(self, finding: str | int, group: Group | str | None = None) -> Table:
        """The cases of a finding, list by list, and what each place rests on. Raises NotFound, Ambiguous, Invalid."""
        return cases_table(self.get(finding), None if group is None else _group(group))

    def counter(self, finding: str | int) -> Table:
        """The cases that were charted and do not carry the claim, with what their cells say.

        Raises NotFound, Ambiguous.
        """
        return counter_table(self.get(finding))

    def import_file(self, path: str | Path, *, dry_run: bool = False) -> FindingsIn:
        """Findings with their evidence from a TOML file; one change, and nothing if one of them does not fit.

        A finding whose statement the study has already is passed over. Raises BadTable, NotFound, QuoteNotFound.
        """
        content = read_findings_file(bytes_of(Path(path)), Path(path).name)
        opened = self._work.rehearsal if dry_run else self._work.change
        with opened("finding.import") as change:
            return bring_findings(change, content, Path(path).name)

    def written(self, *, licence: str = "") -> bytes:
        """The findings as a TOML file that `import_file` takes; the same study, the same bytes."""
        with self._work.read() as reader:
            return write_findings_file(replace(findings_file(reader, read_findings(reader)), licence=licence))


def _side(given: Side | str) -> Side:
    try:
        return Side(str(given).strip().casefold())
    except ValueError as error:
        message = f"“{given}” is no way for evidence to point; there are: {', '.join(Side)}"
        raise Invalid(message) from error


def _group(given: Group | str) -> Group:
    wanted = " ".join(str(given).casefold().replace("_", " ").replace("-", " ").split())
    try:
        return Group(wanted)
    except ValueError as error:
        message = f"“{given}” is no list of cases; there are: {', '.join(Group)}"
        raise Invalid(message) from error


def _evidence(change: Change | Reader, k: Key) -> Evidence:
    found = change.find(Evidence, k)
    if found is None or found.for_kind is not EvidenceFor.FINDING:
        message = f"no finding has evidence number {k}; the list of its evidence shows the numbers"
        raise NotFound(message)
    return found
