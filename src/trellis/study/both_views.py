"""The identified text behind a pseudonymised one, and where what stands on the one stands on the other. Steps."""

from __future__ import annotations

from dataclasses import dataclass, replace

from trellis.core.coding import Coding, Suggestion
from trellis.core.memo import Memo
from trellis.core.segment import Segment
from trellis.core.source import Source, Version, VersionKind, VersionMap
from trellis.core.textmap import TextMap, identity
from trellis.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Behind:
    """The identified version behind the pseudonymised one that is read now. through: from this one to that one."""

    version: Version
    through: TextMap

    def coding(self, coding: Coding) -> Coding:
        """A coding of the text that is read now, where it stands on the identified one."""
        place = self.through.around(Segment(coding.start, coding.end))
        return replace(coding, version=self.version.k, start=place.start, end=place.end)

    def memo(self, memo: Memo, current: int) -> Memo:
        """The same for a memo on words of the version `current`; others stay as they are."""
        if memo.version != current or memo.start is None or memo.end is None:
            return memo
        place = self.through.around(Segment(memo.start, memo.end))
        return replace(memo, version=self.version.k, start=place.start, end=place.end)

    def suggestion(self, one: Suggestion) -> Suggestion:
        """The same for what a rule suggests."""
        place = self.through.around(Segment(one.start, one.end))
        return replace(one, version=self.version.k, start=place.start, end=place.end)


def behind(reader: Reader, source: Source) -> Behind | None:
    """The identified version behind the text that is read now.

    None if that text is not pseudonymised, if the identified one was put away, and for whoever may not see it.
    """
    version = reader.get(Version, source.current)
    if version.kind is not VersionKind.PSEUDONYMISED:
        return None
    through = identity(version.length)
    while version.kind is VersionKind.PSEUDONYMISED:
        parent = None if version.parent is None else reader.find(Version, version.parent)
        known = None if parent is None else reader.find(VersionMap, parent.k, version.k)
        if parent is None or known is None:
            return None
        through = through.then(TextMap(known.blocks, parent.length, version.length).inverse())
        version = parent
    return Behind(version, through)
