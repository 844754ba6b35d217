"""Trellis beside Taguette, in one run on one machine: `python -m benchmarks.peers --transcripts 200 --minutes 3`.

Makes an environment in a temporary folder, installs Taguette there, starts it as its users do and drives it over its
own HTTP interface. It is not part of the tests. Both get the same .html transcripts, since Taguette sends every other
text format through Calibre, which would be another program's time.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import subprocess
import sys
import tempfile
import time
import unicodedata
import venv
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import trellis
from benchmarks import generator, large
from benchmarks.generator import CodingDraft
from benchmarks.measure import Figure, once
from benchmarks.taguette import Taguette
from trellis.analysis.table import Table
from trellis.core.framework_wording import Wording
from trellis.study.bringing import BringIn
from trellis.study.study import Study

PACKAGE = "taguette"
THEMES = 60
IMPORT, ONE, BULK = "import of {} transcripts", "{} codings, one by one", "{} codings from a table"
SEGMENTS, EXPORT = "segments of one theme, all of them", "all codings as .csv"


@dataclass(frozen=True, slots=True)
class Job:
    """What both were given, and what was kept of each."""

    files: list[Path]
    drafts: list[CodingDraft]


def main() -> int:
    """Measures both and prints one table."""
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="trellis-peers-", dir=asked.folder) as kept:
        folder = Path(kept)
        program, version = _installed(folder)
        large.home(folder)
        files = _transcripts(folder / "transcripts", asked.transcripts)
        lengths = [len(_words(file)) - 400 for file in files]
        drafts = list(generator.codings(asked.codings, lengths, "peers"))
        theirs, done = _taguette(program, folder, Job(files, drafts), asked.minutes * 60)
        ours = _trellis(folder, Job(files, drafts[:done]))
    print(f"Trellis {trellis.__version__} beside Taguette {version}; load {os.getloadavg()[0]:.1f}")
    print(_table(ours, theirs, (len(files), done)))
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description="Trellis beside Taguette.")
    parser.add_argument("--transcripts", type=int, default=1_000, help="how many of 8,000 words")
    parser.add_argument("--codings", type=int, default=100_000, help="how many to try")
    parser.add_argument("--minutes", type=float, default=10, help="after which coding one by one stops")
    parser.add_argument("--folder", type=Path, help="where everything is made (a temporary folder in it)")
    return parser.parse_args()


def _installed(folder: Path) -> tuple[Path, str]:
    """Taguette's program in an environment of its own, and its version."""
    home = folder / "environment"
    venv.create(home, with_pip=True)
    python = home / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    subprocess.run([python, "-m", "pip", "install", "--quiet", PACKAGE], env=clean, check=True)
    told = f"from importlib.metadata import version; print(version('{PACKAGE}'))"
    answer = subprocess.run([python, "-c", told], env=clean, check=True, capture_output=True, text=True)
    return python.with_name(PACKAGE), answer.stdout.strip()


def _transcripts(folder: Path, count: int) -> list[Path]:
    """The transcripts as .html, a paragraph a turn; in ASCII, since Taguette counts bytes and Trellis code points."""
    folder.mkdir()
    files = []
    for interview in islice(generator.interviews(generator.Scale(100)), count):
        plain = unicodedata.normalize("NFKD", generator.transcript(interview)).encode("ascii", "ignore").decode()
        turns = "\n".join(f"<p>{html.escape(turn)}</p>" for turn in plain.split("\n\n") if turn.strip())
        files.append(folder / f"interview {interview.number:04}.html")
        files[-1].write_text(f"<html><body>\n{turns}\n</body></html>\n", encoding="utf-8")
    return files


def _words(file: Path) -> str:
    return file.read_text("utf-8").replace("<p>", "").replace("</p>", "")


def _taguette(program: Path, folder: Path, job: Job, most_s: float) -> tuple[dict[str, Figure], int]:
    """What Taguette took, and how many codings it made in the time."""
    with Taguette(program, folder) as theirs:

        def timed(name: str, work: Callable[[], object]) -> tuple[object, Figure]:
            wall, cpu = time.perf_counter(), theirs.cpu_s()
            result = work()
            return result, Figure(name, time.perf_counter() - wall, theirs.cpu_s() - cpu)

        tags = [theirs.add_tag(f"theme {n}") for n in range(THEMES)]
        documents: list[int] = []
        _, imported = timed(IMPORT, lambda: documents.extend(theirs.add_document(file) for file in job.files))

        def code() -> int:
            until = time.monotonic() + most_s
            for done, draft in enumerate(job.drafts):
                if time.monotonic() > until:
                    return done
                theirs.add_highlight(documents[draft.interview], draft.start, draft.end, tags[draft.theme % THEMES])
            return len(job.drafts)

        done, coded = timed(ONE, code)
        number = int(str(done))
        found, segments = timed(SEGMENTS, lambda: theirs.highlights("theme 1"))
        _, exported = timed(EXPORT, theirs.export_highlights)
    # "theme 1" begins the names of ten more, which Taguette lists as well; Trellis is asked for the same ones.
    assert found == sum(_begins_with_one(draft) for draft in job.drafts[:number])
    return {IMPORT: imported, ONE: coded, SEGMENTS: segments, EXPORT: exported}, number


def _begins_with_one(draft: CodingDraft) -> bool:
    return str(draft.theme % THEMES).startswith("1")


def _trellis(folder: Path, job: Job) -> dict[str, Figure]:
    """The same through the calls that the command line and the workbench make."""
    figures: dict[str, Figure] = {}
    with trellis.new(folder / "one.trellis", "Peers", large.PERSON) as study:
        _themes(study)
        _, figures[IMPORT] = once(IMPORT, lambda: study.sources.bring_in(job.files, BringIn()))
        _, figures[ONE] = once(ONE, lambda: _coded(study, job))
        found, figures[SEGMENTS] = once(SEGMENTS, lambda: _segments(study))
        _, figures[EXPORT] = once(EXPORT, lambda: study.index.listing().to_csv())
        assert found == sum(_begins_with_one(draft) for draft in job.drafts)
        study.history.backup(folder / "bulk.trellis")
    with trellis.open(folder / "bulk.trellis", large.PERSON) as study:
        study.rounds.open("again")
        _, figures[BULK] = once(BULK, lambda: study.index.bulk(_lines(job), round="again"))
    return figures


def _themes(study: Study) -> None:
    """Under one main theme those that "theme 1" begins for Taguette, under another the rest."""
    study.framework.add(Wording("begins with 1"))
    study.framework.add(Wording("others"))
    for n in range(THEMES):
        study.framework.add(Wording(f"theme {n}"), "begins with 1" if str(n).startswith("1") else "others")


def _coded(study: Study, job: Job) -> None:
    for draft in job.drafts:
        name = job.files[draft.interview].stem
        study.index.code(name, f"theme {draft.theme % THEMES}", start=draft.start, end=draft.end)


def _lines(job: Job) -> Table:
    rows = tuple((job.files[d.interview].stem, f"theme {d.theme % THEMES}", d.start, d.end) for d in job.drafts)
    return Table(("source", "theme", "start", "end"), rows)


def _segments(study: Study) -> int:
    extracts = study.index.retrieve("begins with 1", limit=None)
    json.dumps(extracts.table().records())
    return len(extracts.extracts)


def _table(ours: dict[str, Figure], theirs: dict[str, Figure], counts: tuple[int, int]) -> str:
    files, codings = counts
    lines = ["| what | Trellis CPU | wall | Taguette CPU | wall | CPU ratio |", "|---|---:|---:|---:|---:|---:|"]
    for name, figure in ours.items():
        peer = theirs.get(name) or theirs[ONE]
        ratio = peer.cpu_s / max(figure.cpu_s, 0.001)
        mine, other = (f"{one.cpu_s:.2f} s | {one.wall_s:.2f} s" for one in (figure, peer))
        told = name.format(f"{files if name == IMPORT else codings:,}")
        lines.append(f"| {told} | {mine} | {other} | {ratio:.1f}× |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
