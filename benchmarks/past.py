"""Taking back, reading the past, checking: what the history is for."""

from __future__ import annotations

from benchmarks import bare, large
from benchmarks.measure import Figure, Place, Row, once

UNDO_CODING, UNDO_IMPORT = "undo of the batch of all codings", "undo of the import of the last wave"
PAST, CHECK = "the study as it was before the codings", "check of everything"


def history_side(place: Place) -> list[Figure]:
    """`study.history.undo`, `study.at`, `study.history.check`."""
    with large.opened(large.copied(place, "framed")) as study:
        before = study.history.number()
        large.code(study, large.drafts(study, place.scale.share(200_000)))
        was, past = once(PAST, lambda: study.at(before))
        was.close()
        problems, check = once(CHECK, study.history.check)
        assert problems == []
        _, coding = once(UNDO_CODING, study.history.undo)
    with large.opened(large.copied(place, "texts")) as study:
        _, imported = once(UNDO_IMPORT, study.history.undo)
        waves = study.sources.listing()
        assert {row[waves.columns.index("wave")] for row in waves.values} == {"wave 1", "wave 2"}
    return [coding, imported, past, check]


def bare_history_side(place: Place) -> list[Figure]:
    """DELETE of the same rows; a copy of the file in memory; SQLite's own integrity check."""
    waves = large.transcripts(place)
    connection = bare.create(place.fresh("bare.db"))
    bare.import_all(connection, waves)
    rows = [
        (k, k % 97, k % 97, k, k + 283, k % 60, k % 5, 1, None, "", "[]", 0) for k in range(place.scale.share(200_000))
    ]
    bare.insert_codings(connection, rows)
    _, past = once(PAST, lambda: bare.into_memory(connection))
    _, check = once(CHECK, lambda: connection.execute("PRAGMA integrity_check").fetchall())
    _, coding = once(UNDO_CODING, lambda: bare.delete_codings(connection))
    _, imported = once(UNDO_IMPORT, lambda: bare.delete_wave(connection, 2))
    connection.close()
    return [coding, imported, past, check]


ROW = Row("history", "Undo, the past, the check", history_side, bare_history_side, needs="framed")
