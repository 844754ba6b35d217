"""Corrections beside their limits: `python -m benchmarks.correct` prints time and memory for texts of given sizes.

Not a row of the table, since nothing in plain SQLite does the same: the limits are 200 ms for 50,000 characters with
600 codings, and 200 MB for 300,000 characters without line breaks.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from random import Random

from trellis.analysis.correction import carry, compare
from trellis.core.segment import Segment

WORDS = [f"w{n}" for n in range(3_000)]
USUAL = [1 / (n + 1) for n in range(3_000)]
CODINGS = 600
ROUNDS = 5


def speech(chance: Random, length: int, between: str) -> str:
    """Turns of three to forty words, common words being common."""
    turns: list[str] = []
    while sum(map(len, turns)) < length:
        turns.append(
            f"{chance.choice(['INT', 'P1'])}: {' '.join(chance.choices(WORDS, USUAL, k=chance.randint(3, 40)))}."
        )
    return between.join(turns)


def edited(chance: Random, text: str, edits: int) -> str:
    """The text with words exchanged, put in and left out."""
    words = text.split(" ")
    for _ in range(edits):
        at = chance.randrange(len(words))
        words[at : at + chance.randint(0, 1)] = [chance.choice(WORDS)] * chance.randint(0, 1)
    return " ".join(words)


def told(name: str, old: str, new: str) -> str:
    """A line: the best CPU time of comparing and carrying, what became of the codings, peak memory so far."""
    chance = Random(1)
    starts = [chance.randrange(len(old) - 30) for _ in range(CODINGS)]
    segments = [Segment(at, min(len(old), at + chance.randint(20, 400))) for at in starts]
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.process_time()
        found = carry(compare(old, new), segments, old, new)
        best = min(best, time.process_time() - begun)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    fates = ", ".join(f"{count} {fate}" for fate, count in sorted(Counter(one.fate.value for one in found).items()))
    return f"{name}: {best * 1000:.0f} ms, {peak} MB at most, {fates}"


def main() -> None:
    """Prints a line for each text."""
    chance = Random(1)
    interview = speech(chance, 50_000, "\n")
    flat = speech(chance, 300_000, " ")
    rewrapped = "\n".join(interview.split(" "))
    for name, old, new in (
        ("50,000 characters, 30 edits", interview, edited(chance, interview, 30)),
        ("50,000 characters, 300 edits", interview, edited(chance, interview, 300)),
        ("50,000 characters, every line broken elsewhere", interview, rewrapped),
        ("50,000 characters, an unrelated text", interview, speech(chance, 50_000, "\n")),
        ("300,000 characters without line breaks, 300 edits", flat, edited(chance, flat, 300)),
    ):
        sys.stdout.write(told(name, old, new) + "\n")


if __name__ == "__main__":
    main()
