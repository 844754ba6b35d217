"""Checks a manuscript of 60 pages against 200 transcripts of 8,000 words: `python -m benchmarks.manuscript`.

The texts are those of the large study (`generator.py`), the quotations 180 stretches of them: a third as they stand, a
third with a word changed, a third with an ellipsis. Prints how long reading, indexing and the rules took, what was
found, and the peak of memory; `--transcripts` and `--pages` take other sizes. The target is 20 seconds.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from pathlib import Path

from benchmarks.generator import INTERVIEWER, Scale, interviews, transcript, vocabulary
from trellis.study.manuscripts import review_manuscript

TARGET_S = 20.0
WORDS_A_PAGE = 400
QUOTATIONS_A_PAGE = 3


def main() -> None:
    """Make the files, check the manuscript, print one line for each figure."""
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="trellis-manuscript-") as kept:
        folder = Path(kept)
        texts = _transcripts(folder, asked.transcripts)
        draft = folder / "draft.md"
        draft.write_text(_manuscript(texts, asked.pages), "utf-8")
        rows = ["participant,file,role,site"]
        rows += [f"{Path(name).stem},{name},role {n % 7},site {n % 3}" for n, name in enumerate(texts)]
        (folder / "people.csv").write_text("\n".join(rows) + "\n", "utf-8")
        begun, cpu = time.perf_counter(), time.process_time()
        review = review_manuscript(draft, folder / "transcripts", folder / "people.csv")
        took, used = time.perf_counter() - begun, time.process_time() - cpu
    found = sum(seen.outcome != "not found" for seen in review.seen)
    print(f"{asked.pages} pages, {review.words:,} words; {review.transcripts} transcripts")
    print(f"quotations: {len(review.seen)} recognised, {found} found; {len(review.remarks)} remarks")
    print(f"wall {took:.1f} s, processor {used:.1f} s (target {TARGET_S:.0f} s)")
    print(f"peak of memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.manuscript", description=__doc__)
    parser.add_argument("--transcripts", type=int, default=200)
    parser.add_argument("--pages", type=int, default=60)
    return parser.parse_args()


def _transcripts(folder: Path, count: int) -> dict[str, str]:
    (folder / "transcripts").mkdir()
    texts = {}
    for interview in interviews(Scale(100))[:count]:
        texts[interview.file_name] = transcript(interview)
        (folder / "transcripts" / interview.file_name).write_text(texts[interview.file_name], "utf-8")
    return texts


def _manuscript(texts: dict[str, str], pages: int) -> str:
    drawn = random.Random(7)
    words = vocabulary()
    parts = ["# A draft", "## Findings"]
    for _ in range(pages):
        for n in range(QUOTATIONS_A_PAGE):
            prose = " ".join(drawn.choice(words) for _ in range(WORDS_A_PAGE // QUOTATIONS_A_PAGE - 30))
            parts += [f"{prose.capitalize()}:", f"> {_quotation(drawn, texts, n)}"]
    return "\n\n".join(parts) + "\n"


def _quotation(drawn: random.Random, texts: dict[str, str], kind: int) -> str:
    """A stretch of a turn: as it stands, with one word changed, or with words left out and marked."""
    name = drawn.choice(sorted(texts))
    turns = [line for line in texts[name].splitlines() if len(line.split()) > 40 and not line.startswith(INTERVIEWER)]
    words = drawn.choice(turns).split()[1:]
    start = drawn.randrange(max(1, len(words) - 35))
    said = words[start : start + 30]
    if kind == 1:
        said[10] = "otherwise"
    if kind == 2:
        said[10:16] = ["…"]
    return f"{' '.join(said)} ({Path(name).stem})"


if __name__ == "__main__":
    main()
