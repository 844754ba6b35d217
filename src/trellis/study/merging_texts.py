"""What a correction of a text, done in one copy, does to what came to stand on the old text in the other.

Shared steps on the open change of a merge.
"""

from __future__ import annotations

from dataclasses import replace

from trellis.core.segment import Segment
from trellis.core.source import Source, Version
from trellis.core.textmap import Carried, Fate, TextMap
from trellis.store import history
from trellis.store.changes import Change
from trellis.store.merging import Brought
from trellis.study.correction_steps import (
    Moving,
    Stretch,
    kind_name,
    movings,
    put,
    segment_of,
    standing_on,
)
from trellis.study.pseudonym_steps import PSEUDONYMISE
from trellis.study.version_maps import map_between


def follow_corrections(change: Change, brought: Brought) -> int:
    """Moves segments to the corrected text by its map, as the correction would have. How many were moved.

    What cannot move stays on the old text, where `trellis correct --review` lists it.
    """
    moved = 0
    for source in change.all(Source):
        versions = change.all(Version, source=source.k)
        if len(versions) > 1:
            current = change.get(Version, source.current)
            moved += sum(_moved(change, old, current, brought) for old in versions if old.k != current.k)
    return moved


def _moved(change: Change, old: Version, current: Version, brought: Brought) -> int:
    """Moves what the copy that did not know of the correction has on an old text."""
    records = [record for record in standing_on(change, old.k) if _unaware(record, current, brought)]
    through = map_between(change, old, current) if records else None
    if through is None:
        return 0
    if _only_names_went(change, old, current):
        listed = [_kept(record, through) for record in records]
    else:
        listed = movings(through, records, change.text(old.sha), change.text(current.sha))
    put(change, listed, old, current)
    return sum(one.carried.moved for one in listed)


def _only_names_went(change: Change, old: Version, current: Version) -> bool:
    """Whether nothing but names was replaced between an earlier version and the current one."""
    later = current
    while later.k != old.k:
        if history.action_of(change.connection, later.rev) != PSEUDONYMISE or later.parent is None:
            return False
        later = change.get(Version, later.parent)
    return True


def _kept(record: Stretch, through: TextMap) -> Moving:
    """A record on the text without names: its words are known to be the same, whichever of them were names."""
    segment = segment_of(record) or Segment(0, 0)
    return Moving(kind_name(record), record, Carried(segment, Fate.WHOLE, through.around(segment)))


def _unaware(record: Stretch, current: Version, brought: Brought) -> bool:
    """Whether a record was written where the correction was not known; what it left behind itself stays."""
    if not brought.theirs.knows(current.rev):
        return not brought.mine.knows(record.rev)
    if not brought.mine.knows(current.rev):
        return not brought.theirs.knows(record.rev)
    return False


def number_versions(change: Change) -> int:
    """Two corrections of one text made apart are numbered one after the other. How many got another number."""
    pairs = []
    for source in change.all(Source):
        versions = sorted(change.all(Version, source=source.k), key=lambda version: (version.number, version.k))
        if len({version.number for version in versions}) < len(versions):
            numbered = enumerate(versions, 1)
            pairs += [(old, replace(old, number=at)) for at, old in numbered if old.number != at]
    change.update_all(pairs)
    return len(pairs)
