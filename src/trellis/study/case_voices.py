"""Which case alone speaks in which source: so that a person can be named by the transcript, and the other way round."""

from __future__ import annotations

from trellis.core.case import Case, Extent, Link
from trellis.core.keys import Key
from trellis.core.source import Source
from trellis.store.reader import Reader


def speaking_cases(reader: Reader) -> list[tuple[str, Key]]:
    """The name of each source in which one case alone speaks, with that case."""
    names = {source.k: source.name for source in reader.all(Source)}
    speaking: dict[Key, set[Key]] = {}
    for extent in reader.all(Extent):
        if extent.how is Link.SPEAKS:
            speaking.setdefault(extent.source, set()).add(extent.case)
    return [(names[source], next(iter(cases))) for source, cases in sorted(speaking.items()) if len(cases) == 1]


def lone_sources(reader: Reader) -> list[tuple[str, Key]]:
    """The name of each case that speaks in one source alone, with that source."""
    names = {case.k: case.name for case in reader.all(Case)}
    sources: dict[Key, set[Key]] = {}
    for extent in reader.all(Extent):
        if extent.how is Link.SPEAKS:
            sources.setdefault(extent.case, set()).add(extent.source)
    return [(names[case], next(iter(own))) for case, own in sorted(sources.items()) if len(own) == 1]
