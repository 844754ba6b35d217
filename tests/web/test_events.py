from __future__ import annotations

import threading

import pytest

from trellis.bootstrap import new_study
from trellis.study.library import Library
from trellis.web.events import MOST_KEPT, Events, Told, reset_of
from trellis.web.workspace import Workspace


@pytest.fixture
def workspace(library):
    new_study(library / "roles.trellis", "New roles", "Ana").close()
    made = Workspace(Library(library), "Ana")
    yield made
    made.close()


@pytest.fixture
def events(workspace):
    return Events(workspace)


def told(k):
    return Told("change", {"study": "roles", "number": k}, k)


def test_an_event_is_encoded_on_lines_of_its_own():
    event = Told("change", {"study": "a\nb", "words": "“so”"}, 7)

    assert (
        event.encoded()
        == 'event: change\ndata: {"kind": "change", "study": "a\\nb", "words": "“so”"}\nid: 7\n\n'.encode()
    )


def test_what_is_no_change_has_no_id():
    assert b"id:" not in reset_of("roles").encoded()


def test_a_new_stream_begins_at_the_end(events):
    events.tell([told(1), told(2)])

    assert events.resume(None, ()) == ([], 2)


def test_a_stream_goes_on_after_the_event_that_was_heard_last(events):
    events.tell([told(1), told(2), told(3)])

    begin, at = events.resume(2, ())

    assert (begin, events._since(at)[0]) == ([], [told(3)])


def test_who_is_too_far_behind_is_told_to_read_again(events, workspace):
    workspace.study("roles")
    events.tell(told(k) for k in range(MOST_KEPT + 5))

    missed, end = events._since(2)

    assert missed[0] == reset_of("roles")
    assert (len(missed), end) == (MOST_KEPT + 1, MOST_KEPT + 5)


def test_what_the_log_does_not_hold_comes_from_the_history(events, workspace):
    study = workspace.study("roles")
    study.describe(title="One")
    k = study.about().rev
    study.describe(title="Two")

    begin, _ = events.resume(k, ["roles"])

    assert [event.data["number"] for event in begin] == [3]


def test_an_unknown_event_is_a_reset_of_every_study_that_is_shown(events):
    begin, _ = events.resume(12345, ["roles", "nothing"])

    assert begin == [reset_of("nothing"), reset_of("roles")]


def test_one_look_that_fails_does_not_end_the_looking(events, workspace, monkeypatch):
    study = workspace.study("roles")
    failing = iter([ZeroDivisionError])
    looked = workspace.news

    def news():
        for error in failing:
            raise error
        return looked()

    told: list[type[BaseException] | None] = []
    monkeypatch.setattr(threading, "excepthook", lambda failed: told.append(failed.exc_type))
    monkeypatch.setattr(workspace, "news", news)
    events.start()
    study.describe(title="Newer")
    while not events._log:
        events.nudge()
    events.stop()
    events.join()

    assert [event.kind for event in events._log] == ["change"]
    assert told == [ZeroDivisionError]
