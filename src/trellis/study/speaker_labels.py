"""What speaker labels stand for, after import. Steps of `study/cases.py`."""

from __future__ import annotations

from trellis.core.case import Case, Extent, Link
from trellis.core.errors import Invalid, NotFound
from trellis.core.source import Source, Speaker, SpeakerRole
from trellis.reading.labels import fold_label
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.case_index import CaseIndex
from trellis.study.keeping import case_for
from trellis.study.pending import Pending


def role_named(given: str) -> SpeakerRole:
    """The speaker's role that a word begins. Raises Invalid."""
    wanted = given.strip().casefold()
    for role in SpeakerRole:
        if wanted and role.value.startswith(wanted):
            return role
    message = f"“{given}” is no speaker's role; give one of: {', '.join(role.value for role in SpeakerRole)}"
    raise Invalid(message)


def speakers_under(reader: Reader, label: str, source: Source | None) -> list[Speaker]:
    """Every speaker whose label is this one but for case and marks, in one source or in all. Raises NotFound."""
    wanted = fold_label(label)
    listed = reader.all(Speaker) if source is None else reader.all(Speaker, source=source.k)
    found = [speaker for speaker in listed if fold_label(speaker.label) == wanted]
    if not found:
        known = sorted({speaker.label for speaker in listed})
        message = f"nobody speaks under “{label}”; the labels are: {', '.join(known[:20]) or 'none'}"
        raise NotFound(message)
    return found


def assign(change: Change, speakers: list[Speaker], role: SpeakerRole, case: str | None) -> None:
    """Gives labels a role, and a case: the one named, else the one they had if they still are a participant's.

    A case that no label of a source stands for any more loses the source, and goes if nothing else is known of it.
    """
    if case is not None and role is not SpeakerRole.PARTICIPANT:
        message = f"only a participant is a case; {role.value} cannot be “{case}”"
        raise Invalid(message)
    named = None if case is None else case_for(change, case)
    index = CaseIndex(change)
    pending = Pending(change.new_key)
    for speaker in speakers:
        kept = speaker.case if role is SpeakerRole.PARTICIPANT else None
        after = pending.edit(speaker, role=role, case=named or kept)
        listed = index.speakers[speaker.source]
        listed[listed.index(speaker)] = after
        _relink(index, pending, speaker, after)
    pending.write(change)


def _relink(index: CaseIndex, pending: Pending, before: Speaker, after: Speaker) -> None:
    extents = index.extents.setdefault(after.source, [])
    if after.case is not None and not any(_whole(extent, after.case) for extent in extents):
        extents.append(pending.add(Extent(pending.draw(), 0, after.case, after.source, None, None, None, Link.SPEAKS)))
    gone = before.case
    if gone is None or gone == after.case or any(s.case == gone for s in index.speakers[after.source]):
        return
    for extent in [extent for extent in extents if _whole(extent, gone)]:
        extents.remove(extent)
        pending.remove(extent)
    _forget_if_bare(index, pending, index.cases[gone], index.sources[after.source])


def _forget_if_bare(index: CaseIndex, pending: Pending, case: Case, source: Source) -> None:
    linked = any(extent.case == case.k for extents in index.extents.values() for extent in extents)
    if linked or not index.is_provisional(case, source) or not index.is_bare(case):
        return
    pending.remove(case)
    index.forget(case)
    if case.participant is not None:
        pending.remove(index.participants[case.participant])


def _whole(extent: Extent, case: int) -> bool:
    return extent.case == case and extent.how is Link.SPEAKS and extent.start is None
