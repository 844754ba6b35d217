from __future__ import annotations

import pytest

from trellis.core.errors import NotFound, Stopped
from trellis.study.work import Step
from trellis.web.manuscripts import IDLE_S, MOST_CHECKS, ManuscriptChecks, Part

DRAFT = ("draft.md", "She said “I drive there every day” (P1).".encode())
TALK = ("p1.txt", b"INT: And?\n\nP1: I drive there every day.\n")


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_an_idle_check_is_gone():
    clock = Clock()
    checks = ManuscriptChecks(clock)
    checks.open("first-check")
    clock.now = IDLE_S + 1

    with pytest.raises(NotFound):
        checks.get("first-check")


def test_of_too_many_checks_the_one_untouched_longest_goes():
    checks = ManuscriptChecks()
    for n in range(MOST_CHECKS):
        checks.open(f"check-{n}")
    checks.get("check-0")

    checks.open("one-more")

    checks.get("check-0")
    with pytest.raises(NotFound):
        checks.get("check-1")


def test_a_check_that_is_stopped_keeps_no_file_and_finds_nothing():
    checks = ManuscriptChecks()
    check = checks.open("first-check")
    check.keep(Part.MANUSCRIPT, 0, DRAFT)
    check.keep(Part.TRANSCRIPT, 0, TALK)

    def stop(_step):
        message = "stopped"
        raise Stopped(message)

    with pytest.raises(Stopped):
        check.carry_out(2, stop)

    assert check.files == {}
    with pytest.raises(NotFound):
        checks.checked("first-check")


def test_each_transcript_is_told_before_it_is_read():
    check = ManuscriptChecks().open("first-check")
    check.keep(Part.MANUSCRIPT, 0, DRAFT)
    check.keep(Part.TRANSCRIPT, 0, TALK)
    steps: list[Step] = []

    check.carry_out(2, steps.append)

    assert [(step.done, step.total) for step in steps] == [(0, 1), (1, 1)]
    assert steps[0].what == "p1.txt"
