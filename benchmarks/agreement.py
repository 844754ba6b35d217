"""Agreement by character: all themes, five coders, a million codings. `python -m benchmarks.agreement`.

Beside it the plain way: an array with a byte for every character and coder, theme by theme, and the same formulas
over it. That takes long, so only some of the themes are laid out, and their time is multiplied; on these themes the
two must give the same figures to 1e-9.
"""

from __future__ import annotations

import argparse
import os
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.generator import Scale
from benchmarks.measure import BEST_OF, Figure, Place, best, pace_ms
from trellis.analysis.agreement import Ratings, ac1, alpha, fleiss, light, pairs_of, percent
from trellis.analysis.agreement_by_character import Crossed, Marked, crossed

A_TEXT, LENGTH, THEMES, CODERS = 667, 45_000, 60, 5
"""Codings to a text and characters in it: a large study, coded five times over."""
LAID_OUT = 2
SEED = 11

Figures = tuple[float | None, ...]


def texts_of(codings: int) -> int:
    """How many texts so many codings are made of."""
    return max(codings // A_TEXT, 1)


def drawn(codings: int) -> Marked:
    """Codings at random places: 20 to 600 characters long, every coder at work in every text."""
    chance = np.random.default_rng(SEED)
    start = chance.integers(0, LENGTH - 600, codings)
    return Marked(
        chance.integers(0, THEMES, codings),
        chance.integers(0, CODERS, codings),
        chance.integers(0, texts_of(codings), codings),
        start,
        start + chance.integers(20, 600, codings),
    )


def figures_of(found: Crossed) -> dict[int, Figures]:
    """Percent, kappa, pi, alpha and AC1 of each theme."""
    return {
        theme: (
            percent(part.ratings()),
            light(part.tables()),
            fleiss(part.ratings()).value,
            alpha(part.ratings()).value,
            ac1(part.ratings()).value,
        )
        for theme, part in found.by_theme()
    }


def by_pieces(marked: Marked) -> dict[int, Figures]:
    """As Trellis does it."""
    return figures_of(crossed(marked, dict.fromkeys(range(texts_of(len(marked.theme))), LENGTH), CODERS))


def laid_out(marked: Marked, theme: int) -> Figures:
    """The plain way, for one theme."""
    said = np.zeros((CODERS, texts_of(len(marked.theme)) * LENGTH), dtype=np.int8)
    for at in np.flatnonzero(marked.theme == theme).tolist():
        line = int(marked.text[at]) * LENGTH
        said[marked.coder[at], line + marked.start[at] : line + marked.end[at]] = 1
    yes = np.bincount(said.sum(axis=0), minlength=CODERS + 1)
    counts = np.array([[CODERS - n, n] for n in range(CODERS + 1)], dtype=np.int64)
    ratings = Ratings(counts, yes.astype(np.int64))
    tables = [_crossed(said[one], said[other]) for one, other in pairs_of(CODERS)]
    return percent(ratings), light(tables), fleiss(ratings).value, alpha(ratings).value, ac1(ratings).value


def _some_laid_out(marked: Marked) -> list[Figures]:
    return [laid_out(marked, theme) for theme in range(LAID_OUT)]


def _crossed(one: npt.NDArray[np.int8], other: npt.NDArray[np.int8]) -> npt.NDArray[np.int64]:
    return np.bincount(one * 2 + other, minlength=4).astype(np.int64).reshape(2, 2)


def main() -> None:
    """Measure both at several sizes and print one table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.agreement", description="Agreement by character.")
    parser.add_argument("--codings", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--repeats", type=int, default=BEST_OF)
    asked = parser.parse_args()
    place = Place(Path(), Scale(100), quick=asked.repeats == 1)
    made_of = f"{CODERS} coders, {THEMES} themes, {A_TEXT} codings to a text of {LENGTH:,} characters"
    print(f"load {os.getloadavg()[0]:.1f}, pace {pace_ms():.0f} ms, {made_of}")
    print("| codings | wall | CPU | laid out, wall | CPU | ratio of CPU |")
    print("|---:|---:|---:|---:|---:|---:|")
    for codings in asked.codings:
        marked = drawn(codings)
        ours = best(place, "pieces", partial(by_pieces, marked))
        plain = best(
            Place(Path(), Scale(100), quick=True),
            "laid out",
            partial(_some_laid_out, marked),
        )
        _require_equal(marked)
        print(_line(codings, ours, plain), flush=True)


def _require_equal(marked: Marked) -> None:
    found = by_pieces(marked)
    for theme in range(LAID_OUT):
        for one, other in zip(found[theme], laid_out(marked, theme), strict=True):
            assert (one is None) == (other is None)
            assert one is None or other is None or abs(one - other) < 1e-9


def _line(codings: int, ours: Figure, plain: Figure) -> str:
    times = THEMES / LAID_OUT
    wall, cpu = plain.wall_s * times, plain.cpu_s * times
    return (
        f"| {codings:,} | {ours.wall_s:.2f} s | {ours.cpu_s:.2f} s | {wall:.0f} s | {cpu:.0f} s "
        f"| {cpu / ours.cpu_s:.0f}× |"
    )


if __name__ == "__main__":
    main()
