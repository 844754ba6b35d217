"""Changes between waves, provisions and information power out of a file of findings and into one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from trellis.core.attribute import Attribute
from trellis.core.case import Case, Wave
from trellis.core.errors import TrellisError
from trellis.core.finding_file import FileChange, FileEvidence, FilePower, FileProvision, FileTold, FindingsFile
from trellis.core.information_power import PowerStatement
from trellis.core.wave_change import WaveChange
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.chart_given import Given, OnCell, Stretch, Words
from trellis.study.chart_reading import names_of_themes
from trellis.study.evidence_reading import Seen
from trellis.study.finding_writing import is_new
from trellis.study.intent_steps import attribute_of, chart_of, choose_groups, link_told, provide, tell
from trellis.study.powering import state_power
from trellis.study.wave_evidence import change_evidence, read_changes
from trellis.study.wave_saying import say_change


def given_in(one: FileEvidence) -> Given:
    """What a file gives as evidence."""
    if not one.source:
        return OnCell(one.case, one.theme, one.wave or None)
    if one.quote:
        return Words(one.source, one.quote, one.star)
    return Stretch(one.source, one.start or 0, one.end or 0, one.star)


def bring_interpretation(change: Change, content: FindingsFile) -> Iterator[str]:
    """Writes what a file holds besides findings into the open change; what of it does not fit, with its place."""
    steps: list[tuple[str, Callable[[], object]]] = []
    if content.groups:
        steps.append(("groups", partial(choose_groups, change, content.groups)))
    steps += [(one.at, partial(_change, change, one)) for one in content.changes]
    there = {row.provision.text for row in chart_of(change).rows}
    for one in content.provisions:
        if one.text not in there:
            steps.append((one.at, partial(_provision, change, one)))
    steps += [(one.at, partial(_power, change, one)) for one in content.powers]
    for at, step in steps:
        try:
            step()
        except TrellisError as error:
            yield f"{at}: {error}"


def _change(change: Change, one: FileChange) -> None:
    k = say_change(change, one.case, one.theme, one.kind, one.text, waves=(one.earlier or None, one.later or None))
    said = change.get(WaveChange, k)
    for evidence in one.evidence:
        record = change_evidence(change, said, given_in(evidence), evidence.side)
        if is_new(change, record):
            change.insert(record)


def _provision(change: Change, one: FileProvision) -> None:
    row = provide(change, one.text, Words(one.document, one.quote))
    for told in one.told:
        tell(change, row, told.group, told.value, told.text)
        for evidence in told.evidence:
            link_told(change, row, told.group, given_in(evidence), evidence.side)


def _power(change: Change, one: FilePower) -> None:
    said = [each for each in change.all(PowerStatement) if each.dimension is one.dimension]
    last = max(said, key=lambda each: (each.at, each.k), default=None)
    if last is None or (last.place, last.reason) != (one.place, one.reason):
        state_power(change, one.dimension, one.place, one.reason)


def interpretation_of(reader: Reader) -> FindingsFile:
    """What the study holds besides findings, as a file holds it."""
    by = attribute_of(reader)
    groups = "" if by is None else reader.get(Attribute, by.k).name
    provisions = tuple(_Naming(reader).provisions())
    powers = sorted(reader.all(PowerStatement), key=lambda one: (one.at, one.k))
    last = {one.dimension: FilePower("", one.dimension, one.place, one.reason) for one in powers}
    return FindingsFile(
        changes=tuple(_Naming(reader).changes()), groups=groups, provisions=provisions, powers=tuple(last.values())
    )


class _Naming:
    """The names of cases, waves and themes."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._cases = {case.k: case.name for case in reader.all(Case)}
        self._waves = {wave.k: wave.name for wave in reader.all(Wave)}
        self._themes = names_of_themes(reader)

    def changes(self) -> Iterator[FileChange]:
        """What was said of changes between waves."""
        for read in read_changes(self._reader):
            one = read.change
            waves = (self._waves[one.earlier], self._waves[one.later])
            about = (self._cases[one.row], self._themes[one.theme], one.kind, one.text, *waves)
            yield FileChange("", *about, self._all(read.evidence))

    def provisions(self) -> Iterator[FileProvision]:
        """What documents intend, with what is told of it."""
        chart = chart_of(self._reader)
        for row in chart.rows:
            told = tuple(
                FileTold(each.experience.group, each.experience.value, each.experience.text, self._all(each.evidence))
                for each in row.cells
                if each is not None
            )
            document = row.evidence[0] if row.evidence else None
            name, words = ("", "") if document is None else (document.source_name, document.words)
            yield FileProvision("", row.provision.text, name, words, told)

    def _all(self, evidence: Sequence[Seen]) -> tuple[FileEvidence, ...]:
        return tuple(self._evidence(one) for one in evidence)

    def _evidence(self, one: Seen) -> FileEvidence:
        if one.cell_case is not None and one.theme is not None:
            case, theme = self._cases[one.cell_case], self._themes.get(one.theme, "")
            return FileEvidence("", one.side, case=case, theme=theme, wave=self._waves.get(one.wave, ""))
        return FileEvidence("", one.side, one.source_name, "", one.start, one.end, star=one.star)
