"""Who speaks in which sources, and whose sources are withheld. Shared steps that take a reader."""

from __future__ import annotations

from trellis.core.case import Case, Extent
from trellis.core.consent import Consent, ConsentScope
from trellis.core.keys import Key
from trellis.core.permission import Permission, Spoken
from trellis.core.source import Source, Speaker, SpeakerRole, StoredPart, Version
from trellis.store.reader import Reader


def spoken_in(reader: Reader) -> Spoken:
    """Who speaks in which sources."""
    return Spoken(
        tuple(reader.all(Case)), tuple(reader.all(Source)), tuple(reader.all(Extent)), tuple(reader.all(Speaker))
    )


def withheld_sources(reader: Reader, scope: ConsentScope) -> frozenset[Key]:
    """The sources in which somebody speaks who has not agreed to this scope."""
    allowed = Permission(reader.all(Consent), scope)
    return spoken_in(reader).withheld(allowed) if allowed.is_recorded else frozenset()


def said_in(reader: Reader, source: Source) -> list[str]:
    """What is said in a source by anybody but interviewers; all of it where it has no turns."""
    asks = {one.label for one in reader.all(Speaker, source=source.k) if one.role is SpeakerRole.INTERVIEWER}
    said: list[str] = []
    for version in reader.all(Version, source=source.k):
        text = reader.text(version.sha)
        turns = [part for part in reader.all(StoredPart, version=version.k) if part.label is not None]
        said += [text[part.words : part.end] for part in turns if part.label not in asks] if turns else [text]
    return said
