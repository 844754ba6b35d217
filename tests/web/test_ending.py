from __future__ import annotations

import asyncio
import logging
import signal
import threading
from queue import SimpleQueue

import pytest

from trellis.web import ending
from trellis.web.ending import Ending, WithoutTheCutOff

FOR_EVER_S = 3_600


class Left:
    """What an ending did: whether it said something, and the exit codes that it left with."""

    def __init__(self):
        self.said = threading.Event()
        self.codes: SimpleQueue[int] = SimpleQueue()

    def ending(self, seconds, late=None):
        return Ending(late or self.said.set, seconds=seconds, leave=self.codes.put)

    def code(self):
        return self.codes.get(timeout=60)


@pytest.fixture
def left():
    return Left()


def test_the_end_comes_after_its_time_and_is_told(left):
    left.ending(0).ask(signal.SIGINT)

    assert left.code() == 130
    assert left.said.is_set()


def test_nothing_ends_that_was_not_asked_to(left):
    asked, not_asked = left.ending(0), Left()
    not_asked.ending(0)

    asked.ask(signal.SIGTERM)

    assert left.code() == 143
    assert not_asked.codes.empty()


def test_asked_again_it_ends_at_once(left, monkeypatch):
    monkeypatch.setattr(ending, "TWICE_S", 0)
    one = left.ending(FOR_EVER_S)

    one.ask(signal.SIGINT)
    one.ask(signal.SIGINT)

    assert left.code() == 130


def test_a_signal_that_is_passed_on_twice_is_one(left, monkeypatch):
    monkeypatch.setattr(ending, "TWICE_S", FOR_EVER_S)
    one = left.ending(FOR_EVER_S)

    one.ask(signal.SIGINT)
    one.ask(signal.SIGINT)
    while not one._asked.empty():
        assert left.codes.empty()

    assert left.codes.empty()


def test_a_terminal_that_takes_no_words_does_not_hold_the_end(left, monkeypatch):
    monkeypatch.setattr(ending, "WORDS_S", 0.01)
    taken = threading.Event()

    left.ending(0, late=taken.wait).ask(signal.SIGINT)

    assert left.code() == 130
    taken.set()


def test_what_is_closed_in_order_ends_at_once_without_words(left):
    left.ending(FOR_EVER_S).closed(signal.SIGINT)

    assert left.code() == 130
    assert not left.said.is_set()


@pytest.mark.parametrize(
    ("message", "error", "shown"),
    [
        ("Cancel %s running task(s), timeout graceful shutdown exceeded", None, False),
        ("Exception in ASGI application", asyncio.CancelledError(), False),
        ("Exception in ASGI application", ZeroDivisionError(), True),
        ("Exception in 'lifespan' protocol", None, True),
    ],
)
def test_only_the_cutting_off_is_kept_out_of_the_terminal(message, error, shown):
    cause = None if error is None else (type(error), error, None)
    record = logging.LogRecord("uvicorn.error", logging.ERROR, "", 0, message, (1,), cause)

    assert WithoutTheCutOff().filter(record) is shown
