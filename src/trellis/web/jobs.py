"""Work that takes longer than a request: it runs in a thread, can be watched and stopped, and keeps its result.

A job is known by the mark of the request that started it, so an equal request finds the same job. What it wrote is in
the study's history; what it merely told is kept until the server ends.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum

from trellis.core.errors import NotFound, RequestReused, Stopped, TrellisError
from trellis.study.requests import Request, under
from trellis.study.work import Progress, Step
from trellis.web.errors import problem_of, unexpected
from trellis.web.events import Events, Told
from trellis.web.schemas.base import Problem

AT_ONCE = 2
"""Jobs that run at the same time; the others wait for their turn."""
MOST_KEPT = 50
TELL_EVERY_S = 0.2


class JobState(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    """The server ended while it ran, or since; what it wrote is in the history."""


ENDED = frozenset({JobState.DONE, JobState.STOPPED, JobState.FAILED, JobState.INTERRUPTED})


@dataclass(frozen=True, slots=True)
class Download:
    """A file that a job made."""

    name: str
    media_type: str
    content: bytes


@dataclass(slots=True)
class Job:
    """A piece of work. result: what it told, once it is done; problem: why it failed."""

    id: str
    study: str
    what: str
    request: Request
    state: JobState = JobState.WAITING
    step: Step | None = None
    result: object = None
    problem: Problem | None = None
    stop_asked: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)
    told_at: float = 0.0


class Jobs:
    """The jobs of this process."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._guard = threading.Lock()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="trellis-job")

    def start(self, study: str, what: str, request: Request, deed: Callable[[Progress], object]) -> Job:
        """Begins a job, or gives the one that an equal request began. Raises RequestReused.

        deed: given what to tell its progress to; its result is kept. It runs under the request, so the first change
        that it makes carries the request's mark.
        """
        with self._guard:
            before = self._jobs.get(request.id)
            if before is not None:
                if before.request.fingerprint != request.fingerprint:
                    raise RequestReused(request.id)
                return before
            job = Job(request.id, study, what, request)
            self._jobs[job.id] = job
            self._forget_old()
        future = self._pool.submit(self._run, job, deed)
        future.add_done_callback(lambda done: self._end(job, done))
        return job

    def interrupted(self, study: str, what: str, request: Request) -> Job:
        """A job that a server which has ended since began: all that is known of it is in the history."""
        job = Job(request.id, study, what, request, JobState.INTERRUPTED)
        job.ended.set()
        with self._guard:
            return self._jobs.setdefault(job.id, job)

    def find(self, id: str) -> Job | None:
        """The job with this id, None if there is none."""
        with self._guard:
            return self._jobs.get(id)

    def get(self, id: str) -> Job:
        """The job with this id. Raises NotFound."""
        job = self.find(id)
        if job is None:
            message = f"there is no job “{id[:64]}”; jobs are forgotten when the workbench ends, what they wrote stays"
            raise NotFound(message)
        return job

    def of(self, study: str) -> list[Job]:
        """The jobs of a study, newest first."""
        with self._guard:
            return [job for job in reversed(self._jobs.values()) if job.study == study]

    def stop(self, id: str) -> Job:
        """Asks a job to end after its last whole change. Raises NotFound."""
        job = self.get(id)
        job.stop_asked.set()
        return job

    def stop_all(self) -> None:
        """Asks every job to end after its last whole change."""
        with self._guard:
            for job in self._jobs.values():
                job.stop_asked.set()

    def close(self) -> None:
        """Stops every job after its last whole change, and waits for that."""
        self.stop_all()
        self._pool.shutdown(wait=True)

    def _run(self, job: Job, deed: Callable[[Progress], object]) -> object:
        def told(step: Step) -> None:
            job.step = step
            if job.stop_asked.is_set():
                message = f"stopped after {step.done} of {step.total}; what was finished before is kept"
                raise Stopped(message)
            self._tell_progress(job)

        if job.stop_asked.is_set():
            message = "stopped before it began; nothing was done"
            raise Stopped(message)
        job.state = JobState.RUNNING
        self._tell(job)
        with under(job.request):
            return deed(told)

    def _end(self, job: Job, done: Future[object]) -> None:
        error = done.exception()
        if error is None:
            job.result = done.result()
            job.state = JobState.STOPPED if job.stop_asked.is_set() and was_stopped(job.result) else JobState.DONE
        elif isinstance(error, TrellisError):
            job.state = JobState.STOPPED if isinstance(error, Stopped) else JobState.FAILED
            job.problem = problem_of(error)
        else:
            job.state, job.problem = JobState.FAILED, unexpected(error)
        self._events.nudge()
        self._tell(job)
        job.ended.set()

    def _tell_progress(self, job: Job) -> None:
        """Tells how far the job is, a few times a second at most."""
        now = time.monotonic()
        if now - job.told_at >= TELL_EVERY_S:
            job.told_at = now
            self._tell(job)

    def _tell(self, job: Job) -> None:
        step = job.step
        self._events.tell(
            [
                Told(
                    "job",
                    {
                        "study": job.study,
                        "job": job.id,
                        "what": job.what,
                        "state": job.state.value,
                        "done": 0 if step is None else step.done,
                        "total": None if step is None else step.total,
                        "step": "" if step is None else step.what,
                    },
                )
            ]
        )

    def _forget_old(self) -> None:
        ended = [id for id, job in self._jobs.items() if job.state in ENDED]
        for id in ended[: max(0, len(self._jobs) - MOST_KEPT)]:
            del self._jobs[id]


def was_stopped(result: object) -> bool:
    """Whether a result says of itself that the work was stopped before its end."""
    return bool(getattr(result, "stopped", False))
