from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress

import httpx
import pytest

from tests.web import hanging
from trellis.bootstrap import open_study
from trellis.core.errors import Invalid
from trellis.web.ending import END_S, TWICE_S
from trellis.web.serving import HOST, listening


def test_only_this_machine_is_listened_to():
    with listening(0) as held:
        assert held.getsockname()[0] == "127.0.0.1"


def test_a_port_that_is_asked_for_and_taken_is_refused():
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()

        with pytest.raises(Invalid, match="is taken"):
            listening(taken.getsockname()[1])


def test_where_the_usual_port_is_taken_another_one_serves():
    with listening(None) as first:
        first.listen()
        with listening(None) as second:
            assert first.getsockname()[1] != second.getsockname()[1]


def test_small_answers_are_sent_at_once():
    with listening(0) as held:
        assert held.proto == socket.IPPROTO_TCP


class Hanging:
    """A workbench that is a program of its own, at work on something that never ends."""

    def __init__(self, folder, path, seconds):
        words = [sys.executable, hanging.__file__, str(folder), str(seconds)]
        self.program = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        address = httpx.URL(self.line()).join(path)
        threading.Thread(target=self._ask, args=(address,), daemon=True).start()
        assert self.line() == "at work"

    @staticmethod
    def _ask(address):
        with suppress(httpx.HTTPError):  # cut off with the rest
            httpx.get(address, timeout=None)

    def line(self):
        assert self.program.stdout is not None
        return self.program.stdout.readline().strip()

    def press(self):
        self.program.send_signal(signal.SIGINT)

    def told(self):
        """What it says until its end."""
        return self.program.communicate(timeout=120)[0]


@pytest.fixture
def begin(library):
    begun = []

    def start(path, seconds=END_S):
        begun.append(Hanging(library, path, seconds))
        return begun[-1]

    yield start
    for one in begun:
        one.program.kill()
        one.program.communicate()


def test_a_read_that_goes_on_for_ever_holds_nothing_up_and_the_study_is_closed_in_order(begin, library):
    one = begin("/read")

    one.press()

    assert one.told() == ""
    assert one.program.returncode == 130
    assert [path.name for path in library.glob("roles.trellis*")] == ["roles.trellis"]
    with open_study(library / "roles.trellis", "Ana") as study:
        assert study.title == "Written before"


def test_a_job_that_does_not_stop_is_cut_off_and_that_is_said(begin):
    one = begin("/job", seconds=0)

    one.press()

    assert one.told() == "cut off\n"
    assert one.program.returncode == 130


def test_pressed_again_it_ends(begin):
    one = begin("/job", seconds=3_600)

    while one.program.poll() is None:
        one.press()
        with suppress(subprocess.TimeoutExpired):
            one.program.wait(TWICE_S)

    assert one.told() == "cut off\n"
