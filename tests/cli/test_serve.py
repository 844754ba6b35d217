from __future__ import annotations

import os
import re
import signal
import subprocess
import sys

import httpx
import pytest


@pytest.fixture
def serving(tmp_path):
    """Starts `trellis serve` with these words, until the test ends."""
    started = []

    def start(*words):
        env = {**os.environ, "TRELLIS_HOME": str(tmp_path / "home"), "TRELLIS_LIBRARY": str(tmp_path / "library")}
        command = [sys.executable, "-m", "trellis.cli.main", "serve", "--no-browser", "--port", "0", *words]
        program = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=env)
        started.append(program)
        assert program.stderr is not None
        for line in program.stderr:
            if found := re.search(r"http://127\.0\.0\.1:\d+/open/\S+", line):
                return program, found[0]
        pytest.fail("it ended without a link")

    yield start
    for program in started:
        program.kill()
        program.wait()
        if program.stderr is not None:
            program.stderr.close()


def test_the_printed_link_opens_the_workbench(serving, tmp_path):
    _, link = serving("--as", "Ana")

    with httpx.Client(timeout=60) as browser:
        entered = browser.get(link)
        session = browser.get(httpx.URL(link).join("/api/session")).json()

    assert entered.status_code == 303
    assert (session["person"], session["library"]) == ("Ana", str(tmp_path / "library"))


def test_another_folder_is_served_where_asked(serving, tmp_path):
    _, link = serving("--library", str(tmp_path / "other"))

    with httpx.Client(timeout=60) as browser:
        browser.get(link)

        assert browser.get(httpx.URL(link).join("/api/session")).json()["library"] == str(tmp_path / "other")


def test_ctrl_c_stops_it_though_a_browser_listens(serving):
    program, link = serving()
    with httpx.Client(timeout=60) as browser:
        browser.get(link)
        with browser.stream("GET", httpx.URL(link).join("/api/events")) as stream:
            next(stream.iter_lines())
            program.send_signal(signal.SIGINT)

            assert program.wait(60) in {0, 130, -signal.SIGINT}


def test_what_was_answered_is_there_after_a_kill_and_is_answered_the_same(serving, trellis):
    trellis("new", "roles")
    mark = {"X-Trellis": "1", "Idempotency-Key": "request-00001"}
    program, link = serving()
    with httpx.Client(timeout=60) as browser:
        browser.get(link)
        path = httpx.URL(link).join("/api/studies/roles")
        mark["If-Match"] = f'"{browser.get(path).json()["rev"]}"'
        first = browser.patch(path, json={"title": "Written before"}, headers=mark)
        program.kill()
        program.wait()

    _, link = serving()
    with httpx.Client(timeout=60) as browser:
        browser.get(link)
        path = httpx.URL(link).join("/api/studies/roles")
        second = browser.patch(path, json={"title": "Written before"}, headers=mark)

        assert browser.get(path).json()["title"] == "Written before"

    assert (first.status_code, second.status_code) == (200, 200)
    assert second.json() == first.json()
    assert trellis("check", "roles").code == 0
