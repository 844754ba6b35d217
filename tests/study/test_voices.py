from __future__ import annotations

import pytest

from tests.study.indexed_study import JANET, filled
from trellis.core.case import Case, Extent, Link
from trellis.core.document import PartKind
from trellis.core.source import StoredPart
from trellis.study import voices
from trellis.study.resolve import source_named
from trellis.study.voices import Voices


@pytest.fixture
def work(study):
    return filled(study)._work


def names(reader, *stretches: tuple[int, int]) -> list[set[str]]:
    janet = source_named(reader, "janet")
    called = {case.k: case.name for case in reader.all(Case)}
    heard = Voices(reader, [(janet.current, *stretch) for stretch in stretches])
    rows = [(janet.k, janet.current, *stretch) for stretch in stretches]
    return [{called[case] for case in cases} for cases in heard.cases_of(rows)]


EVERYWHERE = [(at, at + 3) for at in range(0, len(JANET) - 3, 2)]


def test_the_parts_sought_one_by_one_are_those_that_matter(work, monkeypatch):
    with work.read() as reader:
        alone = [names(reader, stretch)[0] for stretch in EVERYWHERE]
        sought = names(reader, *EVERYWHERE)
        monkeypatch.setattr(voices, "FEW_A_VERSION", 0)

        assert names(reader, *EVERYWHERE) == sought == alone
    assert {frozenset(found) for found in alone} == {frozenset(), frozenset({"Janet"}), frozenset({"Lil"})}


def test_a_linked_stretch_counts_in_its_own_version(work):
    with work.change("test.link") as change:
        janet, omar = source_named(change, "janet"), next(case for case in change.all(Case) if case.name == "Omar")
        change.insert(Extent(change.new_key(), 0, omar.k, janet.k, janet.current, 0, 10, Link.SPEAKS))

    with work.read() as reader:
        assert names(reader, (0, 4), (12, 14)) == [{"Omar"}, set()]


def test_a_place_knows_its_part_speaker_time_and_page(work):
    with work.change("test.page") as change:
        janet = source_named(change, "janet")
        change.insert(StoredPart(janet.current, 99, 0, PartKind.PAGE, 0, len(JANET), 0, None, None, "7", None, None))
    start = JANET.index("Slowly")

    with work.read() as reader:
        place = Voices(reader, [(janet.current, start, start + 3)]).place(janet.current, start)
        nowhere = Voices(reader, []).place(janet.current, 0)

    assert (place.part, place.label, place.role, place.from_ms, place.page) == (2, "P1", "participant", 120_000, "7")
    assert nowhere.part is None
