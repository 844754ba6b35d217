"""Import: transcripts from disk to a study in which they can be searched, their turns recognised."""

from __future__ import annotations

import trellis
from benchmarks import bare, large
from benchmarks.measure import Figure, Place, Row, Target, once

NAME = "import of all interviews"


def trellis_side(place: Place) -> list[Figure]:
    """Through `study.sources.bring_in`: read, recognised, in history, one durable change a source."""
    waves = large.transcripts(place)
    path = place.fresh("imported.trellis")
    with trellis.new(path, "A large study", large.PERSON) as study:
        _, figure = once(NAME, lambda: large.bring_in(study, waves))
        listed = study.sources.listing()
        turns = listed.columns.index("turns")
        assert len(listed.values) == place.scale.interviews
        assert sum(int(row[turns] or 0) > 50 for row in listed.values) == len(listed.values), "turns are missing"
    path.replace(place.folder / "texts.trellis")
    return [figure]


def bare_side(place: Place) -> list[Figure]:
    """Read, hashed, cut at blank lines and stored with the same search index, one commit a file."""
    waves = large.transcripts(place)
    connection = bare.create(place.fresh("bare.db"))
    _, figure = once(NAME, lambda: bare.import_all(connection, waves))
    connection.close()
    return [figure]


ROW = Row(
    "import",
    "Import of text transcripts of 8,000 words",
    trellis_side,
    bare_side,
    needs="files",
    targets={NAME: Target(ratio=3)},
)
