from __future__ import annotations

from dataclasses import replace

from tests.store.factories import intent
from trellis.core.recording import RecordingFile
from trellis.store import recordings as stored

TAPE = RecordingFile("a" * 64, "/tapes/joan.wav", "audio/wav", 8044, 1)


def test_a_place_is_known_by_the_digest_and_takes_the_older_ones_place(file):
    with file.change(intent(file)) as change:
        stored.keep_place(change.connection, TAPE)
        stored.keep_place(change.connection, replace(TAPE, path="/tapes/moved.wav"))

        assert stored.places(change.connection) == {TAPE.sha: replace(TAPE, path="/tapes/moved.wav")}


def test_places_are_no_part_of_history(file):
    before = file.dump()

    with file.change(intent(file)) as change:
        stored.keep_place(change.connection, TAPE)

    assert file.dump() == before
    assert file.verify() == []


def test_a_place_is_forgotten(file):
    with file.change(intent(file)) as change:
        stored.keep_place(change.connection, TAPE)
        stored.forget_places(change.connection, [TAPE.sha])

        assert stored.places(change.connection) == {}
