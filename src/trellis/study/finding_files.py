"""Findings out of a file and into one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from trellis.core.case import Wave
from trellis.core.errors import BadTable, TrellisError
from trellis.core.finding import Finding, FindingCase, FindingLink, LinkKind
from trellis.core.finding_file import FileCase, FileEvidence, FileFinding, FileSearch, FindingsFile
from trellis.core.finding_view import FindingEvidence, FindingView
from trellis.core.keys import Key
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.chart_reading import names_of_themes
from trellis.study.finding_scope import About, Scoping, in_order
from trellis.study.finding_writing import add_finding, evidence_on, looked, place_case, questions_given, tie
from trellis.study.interpretation_files import bring_interpretation, given_in, interpretation_of
from trellis.study.resolve import folded, handle

MOST_TOLD = 20
"""Faults of a file that its message lists."""


@dataclass(frozen=True, slots=True)
class FindingsIn:
    """What became of a file of findings. same: statements that the study had already."""

    new: int
    evidence: int
    same: tuple[str, ...]


def bring_findings(change: Change, content: FindingsFile, name: str) -> FindingsIn:
    """Writes the findings of a file into the open change.

    A finding whose statement is there already is passed over. Raises BadTable with every fault of the file, so that
    they can be mended together; then nothing of it is kept.
    """
    there = {folded(finding.statement): finding.k for finding in in_order(change)}
    keys: list[Key] = []
    same: list[str] = []
    faults: list[str] = []
    evidence = 0
    for one in content.findings:
        known = there.get(folded(one.statement))
        if known is not None:
            keys.append(known)
            same.append(one.statement)
            continue
        k, told = _write(change, one)
        keys.append(k)
        faults += told
        evidence += len(one.evidence)
    for k, one in zip(keys, content.findings, strict=True):
        faults += _follow(change, k, one, keys)
    faults += bring_interpretation(change, content)
    if faults:
        more = f"\nand {len(faults) - MOST_TOLD} more" if len(faults) > MOST_TOLD else ""
        message = f"{name} does not fit this study; nothing of it was kept:\n" + "\n".join(faults[:MOST_TOLD]) + more
        raise BadTable(message)
    return FindingsIn(len(keys) - len(same), evidence, tuple(same))


def _write(change: Change, one: FileFinding) -> tuple[Key, list[str]]:
    """Writes one finding; its key, and what of it does not fit."""
    faults: list[str] = []
    answers: tuple[str, ...] = ()
    try:
        answers = questions_given(change, one.answers)
    except TrellisError as error:
        faults.append(f"{one.at}: {error}")
    finding = add_finding(change, one.statement, one.output, one.status, account=one.account, answers=answers)
    about = About(cases=one.cases, waves=one.waves, where=one.where, themes=one.themes)
    steps: list[tuple[str, Callable[[], None]]] = [(one.at, partial(tie, change, finding.k, about))]
    steps += [(each.at, partial(_rest, change, finding, each)) for each in one.evidence]
    steps += [(f"{one.at}, case {n}", partial(_place, change, finding.k, each)) for n, each in enumerate(one.places, 1)]
    steps += [(f"{one.at}, looked {n}", partial(_look, change, finding.k, s)) for n, s in enumerate(one.searches, 1)]
    for at, step in steps:
        try:
            step()
        except TrellisError as error:
            faults.append(f"{at}: {error}")
    return finding.k, faults


def _rest(change: Change, finding: Finding, given: FileEvidence) -> None:
    change.insert(evidence_on(change, finding, given_in(given), given.side))


def _place(change: Change, finding: Key, one: FileCase) -> None:
    place_case(change, finding, one.case, one.stance, wave=one.wave or None, note=one.note)


def _look(change: Change, finding: Key, one: FileSearch) -> None:
    looked(change, finding, one)


def _follow(change: Change, k: Key, one: FileFinding, keys: Sequence[Key]) -> Iterable[str]:
    wrong = [number for number in one.follows if not 1 <= number <= len(keys)]
    if wrong:
        yield f"{one.at}: it follows from finding {wrong[0]}, and the file has {len(keys)}"
        return
    if one.follows:
        try:
            tie(change, k, About(follows=[handle(keys[number - 1]) for number in one.follows]))
        except TrellisError as error:
            yield f"{one.at}: {error}"


def findings_file(reader: Reader, views: Sequence[FindingView]) -> FindingsFile:
    """Findings as a file holds them, in their order."""
    naming = _Naming(reader)
    numbers = {view.finding.k: view.number for view in views}
    findings = tuple(naming.finding(view, numbers) for view in views)
    return replace(interpretation_of(reader), findings=findings)


class _Naming:
    """The names of what findings are tied to."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._scoping = Scoping(reader)
        self._waves = {wave.k: wave.name for wave in reader.all(Wave)}
        self._themes = names_of_themes(reader)

    def finding(self, view: FindingView, numbers: dict[Key, int]) -> FileFinding:
        """One finding in names."""
        said, links = view.finding, self._reader.all(FindingLink, finding=view.finding.k)
        where: dict[str, list[str]] = {}
        for link in links:
            if link.what is LinkKind.ATTRIBUTE and link.about in self._scoping.attributes:
                where.setdefault(self._scoping.attributes[link.about].name, []).append(link.value)
        cases = tuple(self._scoping.cases[one.about].name for one in links if one.what is LinkKind.CASE)
        waves = tuple(self._waves[one.about] for one in links if one.what is LinkKind.WAVE)
        return FileFinding(
            f"finding {view.number}",
            said.statement,
            said.output,
            said.status,
            said.account,
            said.answers,
            tuple(theme.number or theme.name for theme in view.themes),
            cases,
            waves,
            tuple((name, tuple(values)) for name, values in where.items()),
            tuple(numbers[one.k] for one in view.follows if one.k in numbers),
            tuple(self._evidence(one) for one in view.evidence),
            tuple(self._case(one) for one in self._reader.all(FindingCase, finding=said.k)),
            tuple(FileSearch(one.where, one.found, one.done, one.note) for one in view.searches),
        )

    def _evidence(self, one: FindingEvidence) -> FileEvidence:
        if one.cell_case is not None and one.theme is not None:
            case, theme = self._scoping.cases[one.cell_case].name, self._themes.get(one.theme, "")
            return FileEvidence("", one.side, case=case, theme=theme, wave=self._waves.get(one.wave, ""))
        return FileEvidence("", one.side, one.source_name, "", one.start, one.end, star=one.star)

    def _case(self, one: FindingCase) -> FileCase:
        name = self._scoping.cases[one.case].name
        return FileCase(name, one.stance, self._waves.get(one.wave, ""), one.note)
