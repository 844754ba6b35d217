"""Steps that write findings in an open change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from trellis.core.chart import Evidence, EvidenceFor, Side
from trellis.core.errors import Invalid, NotFound
from trellis.core.finding import (
    CounterSearch,
    Finding,
    FindingCase,
    FindingLink,
    FindingStatus,
    LinkKind,
    Output,
    Stance,
    require_statement,
)
from trellis.core.finding_file import FileSearch
from trellis.core.keys import NO_KEY, Key
from trellis.core.order import between
from trellis.core.study import StudyRecord
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.chart_given import Bearer, Given, Whole, evidence_for
from trellis.study.finding_scope import About, in_order, links_given
from trellis.study.resolve import case_named, one_named, wave_named


def add_finding(
    change: Change,
    statement: str,
    output: Output,
    status: FindingStatus,
    *,
    account: str = "",
    answers: tuple[str, ...] = (),
) -> Finding:
    """Adds a finding behind the others. Raises Invalid for an empty statement."""
    listed = in_order(change)
    pos = between(listed[-1].pos if listed else None, None)
    finding = Finding(
        change.new_key(), 0, pos, require_statement(statement), account.strip(), output, status, answers, False,
        change.person, change.at,
    )  # fmt: skip
    change.insert(finding)
    return finding


def tie(change: Change, finding: Key, about: About) -> None:
    """Replaces what a finding is tied to, for the kinds of link that are given. Raises NotFound, Ambiguous, Invalid."""
    there = change.all(FindingLink, finding=finding)
    for kind, wanted in links_given(change, finding, about).items():
        before = {(link.about, link.value): link for link in there if link.what is kind}
        after = {(link.about, link.value): link for link in wanted}
        change.delete(*(link for place, link in before.items() if place not in after))
        change.insert(*(link for place, link in after.items() if place not in before))
    _require_no_circle(change, finding)


def _require_no_circle(reader: Reader, finding: Key) -> None:
    follows: dict[Key, list[Key]] = {}
    for link in reader.all(FindingLink, what=LinkKind.FINDING.value):
        follows.setdefault(link.finding, []).append(link.about)
    seen: set[Key] = set()
    ahead = list(follows.get(finding, ()))
    while ahead:
        at = ahead.pop()
        if at == finding:
            message = "these findings would follow from each other in a circle; leave one of the links out"
            raise Invalid(message)
        if at not in seen:
            seen.add(at)
            ahead += follows.get(at, ())


def questions_given(reader: Reader, given: Iterable[str | int]) -> tuple[str, ...]:
    """Research questions of the study by number, from 1, or by how they begin. Raises NotFound, Ambiguous."""
    asked = reader.all(StudyRecord)[0].questions
    found: list[str] = []
    for each in given:
        number = str(each).strip()
        if number.isdigit() and not 1 <= int(number) <= len(asked):
            message = f"the study has {len(asked)} research questions, so there is no {number}"
            raise NotFound(message)
        if number.isdigit():
            found.append(asked[int(number) - 1])
        else:
            found.append(one_named(asked, number, lambda question: question, "research question"))
    return tuple(dict.fromkeys(found))


def place_case(
    change: Change, finding: Key, case: str, stance: Stance | None, *, wave: str | None = None, note: str = ""
) -> None:
    """Keeps how a case stands to a finding; None takes back what was said. Raises NotFound, Ambiguous."""
    who = case_named(change, case).k
    when = NO_KEY if wave is None else wave_named(change, wave).k
    before = change.find(FindingCase, finding, who, when)
    if stance is None:
        if before is not None:
            change.delete(before)
        return
    made = FindingCase(finding, who, when, 0, stance, note.strip(), change.person, change.at)
    if before is None:
        change.insert(made)
    else:
        change.update(before, replace(made, rev=before.rev))


def evidence_on(change: Change, finding: Finding, given: Given, side: Side) -> Evidence:
    """The record of a piece of evidence for a finding. Raises NotFound, Ambiguous, QuoteNotFound, Invalid."""
    if isinstance(given, Whole):
        message = "a finding rests on segments or on cells; say which"
        raise Invalid(message)
    record = evidence_for(change, Bearer(EvidenceFor.FINDING, finding.k, side), given)
    require_new(change, record)
    return record


def require_new(reader: Reader, record: Evidence) -> None:
    """Nothing, unless the same is evidence of the same thing already; raises Invalid then."""
    if not is_new(reader, record):
        message = "this is evidence of it already; take the link away first to let it point another way"
        raise Invalid(message)


def is_new(reader: Reader, record: Evidence) -> bool:
    """Whether nothing of the same words or cell is evidence of the same thing yet."""
    there = reader.all(Evidence, for_kind=record.for_kind.value, for_k=record.for_k)
    return all(_place(one) != _place(record) for one in there)


def _place(one: Evidence) -> Sequence[object]:
    return one.version, one.start, one.end, one.chart, one.row, one.wave, one.theme


def looked(change: Change, finding: Key, search: FileSearch) -> CounterSearch:
    """Keeps a record that somebody looked for cases against a finding. Raises Invalid where a part is empty."""
    where, found = search.where.strip(), search.found.strip()
    if not where or not found:
        message = "say where you looked for cases against it and what you found, even if that was nothing"
        raise Invalid(message)
    note, me = search.note.strip(), change.person
    record = CounterSearch(change.new_key(), 0, finding, where, found, search.done, note, me, change.at)
    change.insert(record)
    return record


def remove_finding(change: Change, finding: Finding) -> None:
    """Takes a finding out with its links, its evidence, how cases stand to it, and the searches against it."""
    following = [link for link in change.all(FindingLink, about=finding.k) if link.what is LinkKind.FINDING]
    change.delete(
        *following,
        *change.all(FindingLink, finding=finding.k),
        *change.all(FindingCase, finding=finding.k),
        *change.all(CounterSearch, finding=finding.k),
        *change.all(Evidence, for_kind=EvidenceFor.FINDING.value, for_k=finding.k),
    )
    change.delete(finding)
