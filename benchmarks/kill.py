"""Kills a busy process at random moments and looks what is left: `python -m benchmarks.kill --times 1000`.

After each kill: the study opens, everything that was acknowledged is there, the check finds nothing, and the next
change can be made. Exit code 1 if anything is missing. A killed process loses nothing that the system holds for the
disk, so this proves that changes are whole and answers honest; tests/store/test_power_cut.py proves the disk.
"""

from __future__ import annotations

import argparse
import gzip
import multiprocessing
import os
import platform
import random
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, fields
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from pathlib import Path

from trellis.core.errors import TrellisError

OLDER = Path(__file__).parents[1] / "tests" / "store" / "versions" / "v1.trellis.gz"
HEADS = ("killed during", "times", "before any answer", "answers", "done, not answered", "lost", "unsound", "stuck")
# A study loads these when they are first used; loaded before, so that the kill meets the work.
WORKED_WITH = [
    f"trellis.study.{name}" for name in ("sources", "index", "coding", "chart", "framework", "working_apart")
]
FRESH_EVERY = 40
LONGEST_MS = 500
STARTING = 0.2


@dataclass(slots=True)
class Tally:
    """What became of the kills of one kind of work. early: killed before anything was answered."""

    what: str
    times: int = 0
    early: int = 0
    answers: int = 0
    unanswered: int = 0
    lost: list[str] = field(default_factory=list)
    unsound: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)

    def row(self) -> list[str]:
        """Its line of the table; of what went wrong, how many."""
        values = [getattr(self, one.name) for one in fields(self)]
        return [str(len(value)) if isinstance(value, list) else str(value) for value in values]

    def wrong(self) -> list[str]:
        """Everything that should not have happened, in words."""
        return [*(f"lost: {one}" for one in self.lost), *self.unsound, *self.stuck]


def main() -> int:
    """Kill as often as asked and print one table."""
    asked = _asked()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.study.busy", *WORKED_WITH])
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="trellis-kill-", dir=asked.folder) as kept:
        os.environ["TRELLIS_HOME"] = str(Path(kept) / "home")
        killers = [Killer(context, Path(kept), kind, asked.seed) for kind in asked.only]
        share, rest = divmod(asked.times, len(killers))
        with ThreadPoolExecutor(asked.at_once) as pool:
            done = [pool.submit(one.kill, share + (at < rest), asked.minutes) for at, one in enumerate(killers)]
            tallies = [one.result() for one in done]
    print(_table(tallies, time.monotonic() - begun))
    wrong = [f"{tally.what}: {said}" for tally in tallies for said in tally.wrong()]
    print("\n".join(wrong), file=sys.stderr)
    return 1 if wrong else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.kill", description="Kills a busy process again and again."
    )
    parser.add_argument("--times", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", choices=[*KINDS], default=[*KINDS])
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop when this long has passed")
    parser.add_argument("--folder", type=Path)
    return parser.parse_args()


class Killer:
    """Kills one kind of work, on a fresh study every now and then."""

    def __init__(self, context: BaseContext, folder: Path, what: str, seed: int) -> None:
        self._context = context
        self._folder = folder / what
        self._folder.mkdir()
        self._what = what
        self._chance = random.Random(f"{seed} {what}")
        self._tally = Tally(what)

    def kill(self, times: int, minutes: float) -> Tally:
        """Kill so often, or as long as there is time."""
        until = time.monotonic() + minutes * 60
        said: set[str] = set()
        path = self._folder
        for at in range(times):
            if time.monotonic() > until:
                break
            if at % FRESH_EVERY == 0:
                said = set()
                path = self._folder / str(at)
                path.mkdir()
                KINDS[self._what].prepare(path)
            answered = self._strike(path)
            self._count(path, said, answered)
            said |= answered
        return self._tally

    def _strike(self, path: Path) -> set[str]:
        """What a process answered before it was killed."""
        ours, theirs = self._context.Pipe(duplex=False)
        busy = self._context.Process(target=_work, args=(path, self._what, theirs), daemon=True)
        busy.start()
        theirs.close()
        if self._chance.random() > STARTING:
            ours.recv_bytes()  # it has opened the study
        time.sleep(self._chance.uniform(0, KINDS[self._what].longest_ms) / 1000)
        busy.kill()
        busy.join()
        answered = set()
        try:
            while True:
                answered.add(ours.recv_bytes().decode())
        except EOFError:
            ours.close()
        return answered - {"open"}

    def _count(self, path: Path, said: set[str], answered: set[str]) -> None:
        tally = self._tally
        tally.times += 1
        tally.early += not answered
        tally.answers += len(answered)
        try:
            left = KINDS[self._what].look(path, answered)
        except TrellisError as error:
            tally.stuck.append(f"{path.name}: {type(error).__name__}: {error}")
            return
        tally.lost += sorted((said | answered) - left.there)
        tally.unsound += left.problems
        tally.unanswered += left.more - len(answered)


@dataclass(frozen=True, slots=True)
class Left:
    """What a kill left behind. more: how many things were done since the kill before."""

    there: set[str]
    more: int
    problems: list[str]


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of work is prepared, how what it left is looked at, and after how long it is killed at the latest."""

    prepare: Callable[[Path], None]
    look: Callable[[Path, set[str]], Left]
    longest_ms: int = LONGEST_MS


def _work(path: Path, what: str, told: Connection) -> None:
    """The process that is killed. Answers each thing once it is done."""
    from tests.study.busy import WORK

    import trellis

    if what == "new study":
        _make_studies(path, told)
    if what == "migration":
        _migrate_studies(path, told)
    study = trellis.open(path / "busy.trellis", "Ana")
    n = study.history.number()
    told.send_bytes(b"open")
    while True:
        n += 1
        told.send_bytes(WORK[what](study, path, n).encode())


def _make_studies(path: Path, told: Connection) -> None:
    import trellis

    told.send_bytes(b"open")
    n = len(list(path.glob("*.trellis")))
    while True:
        n += 1
        trellis.new(path / f"{n}.trellis", "Made", "Ana").close()
        told.send_bytes(f"{n}.trellis".encode())


def _migrate_studies(path: Path, told: Connection) -> None:
    """Opens one study of the first format after another, which carries it to today's."""
    import trellis

    told.send_bytes(b"open")
    older = gzip.decompress(OLDER.read_bytes())
    n = len(list(path.glob("*.trellis")))
    while True:
        n += 1
        draft = path / f"{n}.draft"
        draft.write_bytes(older)
        file = draft.rename(path / f"{n}.trellis")
        trellis.open(file, "Ana").close()
        told.send_bytes(file.name.encode())


def _prepare(path: Path) -> None:
    from tests.study.busy import prepare

    prepare(path / "busy.trellis")
    (path / "seen").write_text("\n".join(sorted(_there(path))))


def _there(path: Path) -> set[str]:
    from tests.study.test_killed import there

    import trellis

    with trellis.open(path / "busy.trellis", "Ana") as study:
        return there(study)


def _look(path: Path, _answered: set[str]) -> Left:
    """Open, look, check, and make the next change."""
    from tests.study.test_killed import there

    import trellis
    from trellis.core.framework_wording import Wording

    before = set((path / "seen").read_text().splitlines())
    with trellis.open(path / "busy.trellis", "Ana") as study:
        found = there(study)
        problems = [f"{one.slug} {one.where}: {one.message}" for one in study.history.check()]
        study.framework.add(Wording(f"after {study.history.number()}"))
    (path / "seen").write_text("\n".join(sorted(found)))
    return Left(found, len(found - before), problems)


def _look_at_made(path: Path, answered: set[str]) -> Left:
    """Every study that was made is whole; the one in the making can be made again."""
    import trellis
    from trellis.core.errors import StudyFileError

    found, problems, more = set(), [], 0
    for file in sorted(path.glob("*.trellis")):
        try:
            study = trellis.open(file, "Ana")
        except StudyFileError:
            if file.name in answered:
                continue
            study = trellis.new(file, "Made again", "Ana")
        else:
            more += file.name not in answered and study.title == "Made" and not (path / f"{file.name} seen").exists()
        with study:
            problems += [f"{one.slug} {one.where}: {one.message}" for one in study.history.check()]
            found.add(file.name)
        (path / f"{file.name} seen").touch()
    return Left(found, more + len(answered), problems)


def _look_at_migrated(path: Path, answered: set[str]) -> Left:
    """Every study that was said to be of today's format is; the others open, and all of them hold everything."""
    import trellis
    from trellis.store.database import open_file
    from trellis.store.tables import SCHEMA

    found, problems, more = set(), [], 0
    for file in sorted(path.glob("*.trellis")):
        database = open_file(file, readonly=True)
        with database.read() as connection:
            schema = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        database.close()
        if schema == SCHEMA:
            found.add(file.name)
            more += file.name not in answered and not (path / f"{file.name} seen").exists()
        if not (path / f"{file.name} seen").exists():
            with trellis.open(file, "Ana") as study:
                problems += [f"{one.slug} {one.where}: {one.message}" for one in study.history.check()]
                problems += [] if study.history.dump()["coding"] else [f"{file.name}: its codings are gone"]
        (path / f"{file.name} seen").touch()
    return Left(found, more + len(answered), problems)


KINDS = {
    "import": Kind(_prepare, _look),
    "coding": Kind(_prepare, _look),
    "cell": Kind(_prepare, _look),
    "merge": Kind(_prepare, _look, longest_ms=4000),
    "migration": Kind(lambda _path: None, _look_at_migrated, longest_ms=1500),
    "new study": Kind(lambda _path: None, _look_at_made, longest_ms=1500),
}


def _table(tallies: list[Tally], seconds: float) -> str:
    whole = ["all", *(str(sum(int(tally.row()[at]) for tally in tallies)) for at in range(1, len(HEADS)))]
    lines = [HEADS, tuple("---" if at == 0 else "--:" for at in range(len(HEADS)))]
    body = "\n".join("| " + " | ".join(line) + " |" for line in [*lines, *(tally.row() for tally in tallies), whole])
    command = " ".join(["python -m benchmarks.kill", *sys.argv[1:]])
    return f"{command}\n{platform.platform()}, {os.cpu_count()} cores, {seconds:.0f} s\n\n{body}"


if __name__ == "__main__":
    sys.exit(main())
