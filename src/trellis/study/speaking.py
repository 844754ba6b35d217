"""Who speaks in which sources, and whose sources are withheld. Shared steps that take a reader."""

from __future__ import annotations

from trellis.core.case import Case, Extent
from trellis.core.consent import Consent, ConsentScope
from trellis.core.keys import Key
from trellis.core.permission import Permission, Spoken
from trellis.core.source import Source, Speaker
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
