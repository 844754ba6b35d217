from __future__ import annotations

import threading

import pytest

from trellis.core.errors import Invalid, NotFound, RequestReused
from trellis.study.library import Library
from trellis.study.requests import Request
from trellis.study.work import Step
from trellis.web.events import Events
from trellis.web.jobs import MOST_KEPT, Download, Jobs, JobState
from trellis.web.workspace import Workspace


@pytest.fixture
def events(tmp_path):
    return Events(Workspace(Library(tmp_path), "Ana"))


@pytest.fixture
def jobs(events):
    made = Jobs(events)
    yield made
    made.close()


def request(id="request-00001", fingerprint=b"a"):
    return Request(id, fingerprint)


def over(job):
    assert job.ended.wait(60)
    return job


def test_a_job_ends_with_what_it_gives(jobs):
    job = over(jobs.start("roles", "count", request(), lambda _progress: 7))

    assert (job.state, job.result) == (JobState.DONE, 7)


def test_an_equal_request_finds_the_same_job(jobs):
    first = jobs.start("roles", "count", request(), lambda _progress: 7)

    assert jobs.start("roles", "count", request(), lambda _progress: 8) is first


def test_another_request_under_the_same_mark_is_refused(jobs):
    jobs.start("roles", "count", request(), lambda _progress: 7)

    with pytest.raises(RequestReused):
        jobs.start("roles", "count", request(fingerprint=b"b"), lambda _progress: 8)


def test_what_trellis_knows_is_told_as_the_problem(jobs):
    def fail(_progress):
        raise Invalid("the sheet has no heads")

    job = over(jobs.start("roles", "count", request(), fail))

    assert job.state is JobState.FAILED
    assert (job.problem.slug, job.problem.detail) == ("invalid", "the sheet has no heads")


def test_what_trellis_does_not_know_is_told_without_its_words(jobs):
    def fail(_progress):
        raise ZeroDivisionError("something private")

    job = over(jobs.start("roles", "count", request(), fail))

    assert (job.state, job.problem.status) == (JobState.FAILED, 500)
    assert "private" not in job.problem.detail


def test_a_job_is_stopped_at_its_next_step(jobs):
    running, asked = threading.Event(), threading.Event()
    done = []

    def work(progress):
        for n in range(3):
            progress(Step(n, 3, str(n)))
            done.append(n)
            running.set()
            assert asked.wait(60)

    job = jobs.start("roles", "count", request(), work)
    assert running.wait(60)
    jobs.stop(job.id)
    asked.set()
    over(job)

    assert (job.state, done) == (JobState.STOPPED, [0])
    assert job.problem.slug == "stopped"


def test_a_job_that_has_not_begun_never_does(jobs):
    hold = threading.Event()
    for n in range(2):
        jobs.start("roles", "hold", request(f"holding-{n}"), lambda _progress: hold.wait(60))
    job = jobs.start("roles", "count", request(), lambda _progress: 7)

    jobs.stop(job.id)
    hold.set()

    assert over(job).state is JobState.STOPPED
    assert job.result is None


def test_closing_ends_what_runs(events):
    jobs = Jobs(events)
    running = threading.Event()

    def work(progress):
        while True:
            progress(Step(1, 2, "on and on"))
            running.set()

    job = jobs.start("roles", "count", request(), work)
    assert running.wait(60)
    jobs.close()

    assert job.state is JobState.STOPPED


def test_old_jobs_are_forgotten_and_running_ones_are_not(jobs):
    hold = threading.Event()
    running = jobs.start("roles", "hold", request("running-1"), lambda _progress: hold.wait(60))
    for n in range(MOST_KEPT + 1):
        over(jobs.start("roles", "count", request(f"request-{n:05}"), lambda _progress: Download("a", "b", b"")))

    assert jobs.get(running.id) is running
    with pytest.raises(NotFound):
        jobs.get("request-00000")
    hold.set()


def test_the_jobs_of_a_study_come_newest_first(jobs):
    jobs.start("roles", "one", request("request-1"), lambda _progress: 1)
    jobs.start("peers", "two", request("request-2"), lambda _progress: 2)
    jobs.start("roles", "three", request("request-3"), lambda _progress: 3)

    assert [job.what for job in jobs.of("roles")] == ["three", "one"]
