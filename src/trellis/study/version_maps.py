"""Where words of one version of a source stand in the text that is read now. Steps; they take a reader or a change."""

from __future__ import annotations

from trellis.core.errors import Conflict, NotFound
from trellis.core.keys import Key
from trellis.core.segment import Segment
from trellis.core.source import Source, Version, VersionMap
from trellis.core.textmap import Fate, TextMap, carried, identity
from trellis.store.reader import Reader


def map_between(reader: Reader, old: Version, current: Version) -> TextMap | None:
    """The map from an earlier version to the current one, by way of those between; None if it does not descend."""
    through = identity(current.length)
    later = current
    while later.k != old.k:
        step = None if later.parent is None else reader.find(VersionMap, later.parent, later.k)
        if step is None:
            return None
        earlier = reader.get(Version, step.from_version)
        through = TextMap(step.blocks, earlier.length, later.length).then(through)
        later = earlier
    return through


def standing_now(reader: Reader, source: Source, segment: Segment, version: Key | None) -> Segment:
    """Where a segment that was chosen in a version of a source stands in the text that is read now.

    segment: code points of that version. version: by key; None for the one that is read now.
    Raises NotFound, OutOfRange, and Conflict where a correction has changed the words since.
    """
    if version is None or version == source.current:
        return segment
    old = reader.find(Version, version)
    if old is None or old.source != source.k:
        message = f"{source.name} has no version {version}; read the source again and choose the words there"
        raise NotFound(message)
    current = reader.get(Version, source.current)
    through, was = map_between(reader, old, current), _text(reader, old)
    if through is not None and was is not None:
        found = carried(through, segment.within(old.length), was, reader.text(current.sha))
        if found.fate is Fate.WHOLE and found.place is not None:
            return found.place
    message = (
        f"{source.name} was corrected after these words were chosen, and they do not stand there any more as they did; "
        "nothing was written: choose them again in the text as it is now"
    )
    raise Conflict(message)


def _text(reader: Reader, version: Version) -> str | None:
    """The text of a version, None if it was erased."""
    try:
        return reader.text(version.sha)
    except NotFound:
        return None
