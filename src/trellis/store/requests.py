"""Requests of clients, each with a mark of its own: whether one was carried out, and what it asked for."""

from __future__ import annotations

from sqlalchemy import Connection


def note(connection: Connection, request: str, fingerprint: bytes) -> None:
    """Keeps what a request asks for, as a digest, in the transaction that carries it out."""
    connection.exec_driver_sql("INSERT INTO fingerprint (request, print) VALUES (?, ?)", (request, fingerprint))


def change_of(connection: Connection, request: str) -> int | None:
    """The key of the change that carried a request out, None if none did."""
    found = connection.exec_driver_sql("SELECT k FROM change WHERE request = ?", (request,)).scalar()
    return None if found is None else int(found)


def fingerprint_of(connection: Connection, request: str) -> bytes | None:
    """The digest of what a request asked for, None if it is not known here or was forgotten."""
    found = connection.exec_driver_sql("SELECT print FROM fingerprint WHERE request = ?", (request,)).scalar()
    return None if found is None else bytes(found)


def forget(connection: Connection) -> None:
    """Removes all digests: one of a text that was erased could confirm a guess at it."""
    connection.exec_driver_sql("DELETE FROM fingerprint")
