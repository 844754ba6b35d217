"""The corpus that fuzzing starts from, and what it found: each file is read or refused as `benchmarks.fuzz` asks."""

from __future__ import annotations

import pytest

from benchmarks.fuzz_targets import CRAFTED, TARGETS

FILES = sorted(path.relative_to(CRAFTED).as_posix() for path in CRAFTED.glob("*/*"))


@pytest.mark.parametrize("file", FILES)
def test_a_crafted_file_is_read_or_refused(file):
    path = CRAFTED / file

    TARGETS[path.parent.name]()(path.read_bytes())


def test_every_reader_has_something_to_start_from_and_all_of_it_is_small():
    assert {file.partition("/")[0] for file in FILES} == set(TARGETS)
    assert sum((CRAFTED / file).stat().st_size for file in FILES) < 50_000
