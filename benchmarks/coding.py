"""Coding: 100,000 at once with history, and one at a time until it is acknowledged."""

from __future__ import annotations

import os
import time
from functools import partial

from benchmarks import bare, generator, large
from benchmarks.generator import CodingDraft
from benchmarks.measure import Figure, Place, Row, Target, once, percentiles
from trellis.analysis.table import Table

RECORDS = "100,000 codings stored as records"
TABLE = "100,000 codings from a table of names"
ONE = "one coding stored"
MANY = 100_000
ALONE = 400


def _drafts(place: Place, lengths: list[int]) -> list[CodingDraft]:
    return list(generator.codings(place.scale.share(MANY), lengths, "bulk"))


def _names_and_lengths(place: Place) -> list[tuple[str, int]]:
    with large.opened(large.stage(place, "framed")) as study, large.work_of(study).read() as reader:
        return [(source.name, version.length) for source, version in large.interviews_in_order(reader)]


def bulk_side(place: Place) -> list[Figure]:
    """Twice: whole records through `Change.insert_all`, and `study.index.bulk` on names, numbers and offsets."""
    with large.opened(large.copied(place, "framed")) as study:
        drafts = large.drafts(study, place.scale.share(MANY), "bulk")
        _, records = once(RECORDS, lambda: large.code(study, drafts))
    named = _names_and_lengths(place)
    heads = ("source", "theme", "start", "end", "coder")
    lines = Table(
        heads,
        tuple(
            (named[d.interview][0], large.number_of(d.theme), d.start, d.end, generator.CODERS[d.coder]) for d in drafts
        ),
    )
    with large.opened(large.copied(place, "framed")) as study:
        done, table = once(TABLE, lambda: study.index.bulk(lines))
        assert done.added + done.already == len(drafts)
        assert not done.bad
    return [records, table]


def bare_bulk_side(place: Place) -> list[Figure]:
    """`executemany` of the same rows into a table with the same two indexes, in one commit."""
    lengths = [length for _, length in _names_and_lengths(place)]
    rows = [
        (k, d.interview + 1, d.interview + 1, d.start, d.end, d.theme, d.coder, 1, None, "", "[]", 0)
        for k, d in enumerate(_drafts(place, lengths), 1)
    ]
    figures = []
    for name in (RECORDS, TABLE):
        connection = bare.create(place.fresh("bare.db"))
        figures.append(once(name, partial(bare.insert_codings, connection, rows))[1])
        connection.close()
    return figures


def one_side(place: Place) -> list[Figure]:
    """`study.index.code`: one change each, with history, on disk before the call returns."""
    named = _names_and_lengths(place)
    drafts = list(generator.codings(ALONE, [length for _, length in named], "one"))
    with large.opened(large.copied(place, "full")) as study:
        walls: list[float] = []
        cpu = time.process_time()
        for draft in drafts:
            began = time.perf_counter()
            study.index.code(named[draft.interview][0], large.number_of(draft.theme), start=draft.start, end=draft.end)
            walls.append(time.perf_counter() - began)
        return percentiles(ONE, walls, time.process_time() - cpu)


def fsync_side(place: Place) -> list[Figure]:
    """What the disk itself takes to keep 4 kB: write and fsync."""
    walls: list[float] = []
    cpu = time.process_time()
    handle = os.open(place.fresh("synced"), os.O_WRONLY | os.O_CREAT)
    try:
        for number in range(ALONE):
            began = time.perf_counter()
            os.pwrite(handle, b"t" * 4096, number * 4096)
            os.fsync(handle)
            walls.append(time.perf_counter() - began)
    finally:
        os.close(handle)
    return percentiles(ONE, walls, time.process_time() - cpu)


BULK = Row(
    "bulk",
    "Codings in bulk",
    bulk_side,
    bare_bulk_side,
    needs="framed",
    targets={RECORDS: Target(ratio=4), TABLE: Target(ratio=4)},
)
SINGLE = Row(
    "one",
    "One coding at a time; beside it the disk's write and fsync of 4 kB",
    one_side,
    fsync_side,
    targets={f"{ONE}, p95": Target(over_s=0.025)},
)
