from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis.core.chart import CellPlace
from trellis.core.errors import NotFound
from trellis.core.printed_reference import ReferenceKind, reference_in
from trellis.study.bringing import BringIn
from trellis.study.following import Follower


@pytest.fixture
def follow(study, tmp_path):
    sample = add_sample(study)
    timed = "INT: [00:00:10] And then?\nP1: I went home.\n\nINT: [00:01:00] Well.\nP1: [00:01:05] Well, yes.\n"
    (tmp_path / "z.txt").write_text(timed, "utf-8")
    study.sources.bring_in([tmp_path / "z.txt"], BringIn())

    def words(reference: str, case: str = "Denise", bare: ReferenceKind = ReferenceKind.PAGE) -> str:
        with study._work.read() as reader:
            place = CellPlace(1, sample.cases[case], 0, sample.themes["routes"])
            printed = reference_in(reference)
            assert printed is not None
            return Follower(reader, bare).follow(place, printed).words

    return words


def test_a_line_of_a_text_laid_out_in_lines_is_found(follow):
    assert follow("z l. 2") == "P1: I went home."
    assert follow("z l. 4-5").endswith("Well, yes.")


def test_a_time_leads_to_the_turn_in_which_it_falls(follow):
    assert follow("z 00:01:20") == "Well, yes."
    assert follow("z 00:01:00") == "Well."


@pytest.mark.parametrize(
    ("reference", "case", "reason"),
    [
        ("p. 2", "Denise", "has no pages"),
        ("z l. 99", "Denise", "has 6 lines"),
        ("STR09 l. 3", "Denise", "there is no source “STR09” yet"),
        ("turn 99", "Denise", "no turn 99"),
        ("00:10:00", "Denise", "has no times"),
        ("p. 2", "North", "no source is linked to the case yet"),
    ],
)
def test_what_leads_nowhere_says_why(follow, reference, case, reason):
    with pytest.raises(NotFound, match=reason):
        follow(reference, case)
