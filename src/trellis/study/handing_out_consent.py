"""Which sources may leave the study, by what they are handed out for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from trellis.core.consent import ConsentScope
from trellis.core.errors import Invalid
from trellis.core.source import Source
from trellis.core.traces import Traces
from trellis.store.changes import Change
from trellis.store.free_texts import free_texts
from trellis.store.handout import Package
from trellis.store.reader import Reader
from trellis.store.tables import SPEC_NAMED
from trellis.study.new_use import closed_sources
from trellis.study.speaking import said_in, withheld_sources


class Purpose(StrEnum):
    """What a copy of sources is handed out for."""

    WORK = "work"
    ARCHIVE = "archive"
    SECONDARY_USE = "secondary use"


NEEDS = {Purpose.ARCHIVE: ConsentScope.ARCHIVE, Purpose.SECONDARY_USE: ConsentScope.SECONDARY_USE}
"""The scope of consent that a purpose needs; work on the study itself is what people took part in."""


def purpose_given(name: Purpose | str) -> Purpose:
    """The purpose of that name. Raises Invalid."""
    wanted = str(name).strip().casefold().replace("_", " ")
    for purpose in Purpose:
        if purpose.value == wanted:
            return purpose
    message = f"“{name}” is no purpose; give one of: {', '.join(purpose.value for purpose in Purpose)}"
    raise Invalid(message)


def allowed_for(change: Change, sources: Sequence[Source], purpose: Purpose) -> tuple[list[Source], list[Source]]:
    """The sources that may be handed out for a purpose, and those that may not. Raises Invalid for none.

    Withheld are those in which somebody speaks who has not agreed to it, or who withdrew from new use.
    """
    closed = set(closed_sources(change, change.at))
    if purpose in NEEDS:
        closed |= withheld_sources(change, NEEDS[purpose])
    allowed = [source for source in sources if source.k not in closed]
    left_out = [source for source in sources if source.k in closed]
    if left_out and not allowed:
        names = ", ".join(source.name for source in left_out)
        message = f"consent is missing, or was withdrawn, in {names}; nothing was handed out"
        raise Invalid(message)
    return allowed, left_out


def without_words_of(reader: Reader, package: Package, left_out: Iterable[Source]) -> Package:
    """The package without words of the sources that are left out, where colleagues quote six of them in a row."""
    traces = Traces([], [words for source in left_out for words in said_in(reader, source)])
    cleaned = {
        table: [traces.clean(record, free_texts(SPEC_NAMED[table])) for record in records]
        for table, records in package.records.items()
    }
    return Package(cleaned, package.texts)
