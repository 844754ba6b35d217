"""Where recordings lie on this computer: rows of this copy of the file, outside history, in no package and no dump."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from trellis.core.recording import RecordingFile


def places(connection: Connection) -> dict[str, RecordingFile]:
    """Every recording whose place is known here, by its digest."""
    rows = connection.exec_driver_sql("SELECT sha, path, media, size, mtime_ns FROM recording_place").fetchall()
    return {row[0]: RecordingFile(*row) for row in rows}


def keep_place(connection: Connection, file: RecordingFile) -> None:
    """Notes where a recording lies; instead of where it lay before."""
    connection.exec_driver_sql(
        "INSERT INTO recording_place (sha, path, media, size, mtime_ns) VALUES (?, ?, ?, ?, ?) ON CONFLICT (sha) DO "
        "UPDATE SET path = excluded.path, media = excluded.media, size = excluded.size, mtime_ns = excluded.mtime_ns",
        (file.sha, file.path, file.media, file.size, file.mtime_ns),
    )


def forget_places(connection: Connection, digests: Iterable[str]) -> None:
    """Forgets where these recordings lie, those aside that a source still names."""
    for sha in digests:
        connection.exec_driver_sql(
            "DELETE FROM recording_place WHERE sha = ?1 AND NOT EXISTS (SELECT 1 FROM source WHERE recording = ?1)",
            (sha,),
        )
