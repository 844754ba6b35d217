"""A change between waves rests on words and cells of its own, beside the two cells that it compares."""

from __future__ import annotations

import pytest

from tests.study.copies import copied, merged, opened
from tests.study.picking import records
from tests.study.waves_study import NINE, START, heard_twice
from trellis.core.chart import Evidence, EvidenceFor, Side
from trellis.core.chart_rules import Stale
from trellis.core.errors import CannotUndo, Invalid, NotFound, QuoteNotFound
from trellis.core.wave_change import WaveChange
from trellis.store.installation import Installation
from trellis.store.study_file import create
from trellis.study.chart_given import Indexed, OnCell, Whole, Words
from trellis.study.study import found

DESK = Words("denise-2", "I have a desk now.")


@pytest.fixture
def said(study):
    """Denise has a desk now, it is said."""
    sample = heard_twice(study)
    study.chart.write("Denise", "1.1", "No place of her own.", wave=START)
    study.chart.write("Denise", "1.1", "Has a desk.", wave=NINE)
    study.waves.say("Denise", "1.1", "reverses", "from none to one")
    return sample


def of(study):
    return study.waves.change_at("Denise", "1.1")


def test_words_and_cells_are_linked_for_and_against_and_shown_with_the_change(study, said):
    study.chart.write("Denise", "1.2", "Nobody told her.", wave=START)
    study.waves.link("Denise", "1.1", DESK)
    study.waves.link("Denise", "1.1", OnCell("Denise", "1.2", START), side="qualifies")
    study.waves.link("Denise", "1.1", Indexed(said.biscuits), side=Side.AGAINST)

    words = [(one.side.value, one.words) for one in of(study).evidence]
    [row] = [row for row in study.waves.longitudinal(["1.1"]).table().records() if row["case"] == "Denise"]
    [in_time] = study.waves.time_ordered("Denise", ["1.1"]).steps

    assert words == [
        ("for", "I have a desk now."),
        ("qualifies", "Nobody told her."),
        ("against", "Biscuits, seventeen year."),
    ]
    assert "denise-2, turn 2: “I have a desk now.”" in row["also rests on"]
    assert "against: denise, turn 2: “Biscuits, seventeen year.”" in row["also rests on"]
    assert in_time.evidence == of(study).evidence
    assert study.history.check() == []


def test_what_is_indexed_is_linked_with_its_coding(study, said):
    study.waves.link("Denise", "1.1", DESK)

    [one] = of(study).evidence
    assert one.coding is not None


def test_where_nothing_is_said_nothing_can_be_linked(study, said):
    with pytest.raises(NotFound, match="nothing is said of Denise and Training from at start to at nine months"):
        study.waves.link("Denise", "1.2", DESK)

    assert study.waves.change_at("Denise", "1.2") is None


def test_what_cannot_be_evidence_of_a_change_is_refused(study, said):
    study.waves.link("Denise", "1.1", DESK)
    before = study.history.dump()

    with pytest.raises(Invalid, match="evidence of it already"):
        study.waves.link("Denise", "1.1", DESK)
    with pytest.raises(Invalid, match="the two cells that it compares already"):
        study.waves.link("Denise", "1.1", OnCell("Denise", "1.1", NINE))
    with pytest.raises(Invalid, match="segments or on cells"):
        study.waves.link("Denise", "1.1", Whole())
    with pytest.raises(Invalid, match="no way for evidence to point"):
        study.waves.link("Denise", "1.1", Words("denise-2", "I stand at it."), side="beside")
    with pytest.raises(QuoteNotFound):
        study.waves.link("Denise", "1.1", Words("denise-2", "a sofa"))

    assert study.history.dump() == before


def test_evidence_is_turned_and_taken_away_and_each_is_undone(study, said):
    k = study.waves.link("Denise", "1.1", DESK)

    study.waves.turn(k, "against")
    assert [one.side for one in of(study).evidence] == [Side.AGAINST]
    study.waves.unlink(k)
    assert of(study).evidence == ()

    study.history.undo()
    study.history.undo()
    assert [one.side for one in of(study).evidence] == [Side.FOR]


def test_evidence_of_something_else_is_not_touched(study, said):
    study.findings.add("A claim.")
    k = study.findings.link(1, DESK)

    with pytest.raises(NotFound, match="no change between waves has evidence number"):
        study.waves.unlink(k)
    with pytest.raises(NotFound):
        study.waves.turn(k, "against")


def test_saying_it_again_keeps_the_evidence_and_taking_it_back_takes_it_along(study, said):
    study.waves.link("Denise", "1.1", DESK)

    study.waves.say("Denise", "1.1", "emerges", "a desk")
    assert [one.words for one in of(study).evidence] == ["I have a desk now."]
    study.waves.unsay("Denise", "1.1")
    assert records(study, WaveChange) == []
    assert [one for one in records(study, Evidence) if one.for_kind is EvidenceFor.WAVE_CHANGE] == []

    study.history.undo()
    assert [one.words for one in of(study).evidence] == ["I have a desk now."]
    assert study.history.check() == []


def test_what_was_said_is_not_undone_from_under_its_evidence(study, said):
    number = study.history.number()
    study.waves.link("Denise", "1.1", DESK)

    with pytest.raises(CannotUndo, match=r"wave\.link"):
        study.history.undo(number)


def test_evidence_does_not_come_back_to_a_change_that_was_taken_back(study, said):
    study.waves.unlink(study.waves.link("Denise", "1.1", DESK))
    number = study.history.number()
    study.waves.unsay("Denise", "1.1")

    with pytest.raises(CannotUndo, match=r"wave\.unsay"):
        study.history.undo(number)
    assert study.history.check() == []


def test_a_change_is_stale_once_its_own_words_were_corrected_until_it_is_confirmed(study, said):
    study.waves.link("Denise", "1.1", Words("denise-2", "I stand at it."))
    assert of(study).stale == ()

    study.sources.correct("denise-2", study.sources.text("denise-2").replace("stand at it", "stood at it once"))
    assert of(study).stale == (Stale.TEXT_CHANGED,)
    [row] = [row for row in study.waves.longitudinal(["1.1"]).table().records() if row["case"] == "Denise"]
    assert row["stale"] == "the text it rests on was corrected"

    study.waves.confirm("Denise", "1.1")
    assert of(study).stale == ()
    study.history.undo()
    assert of(study).stale == (Stale.TEXT_CHANGED,)


def test_confirming_covers_the_two_cells_as_well(study, said):
    study.chart.write("Denise", "1.1", "And a drawer.", wave=NINE)
    assert of(study).stale == (Stale.CELL_CHANGED,)

    study.waves.confirm("Denise", "1.1")

    assert of(study).stale == ()


def test_the_words_of_the_change_count_for_the_review(study, said):
    def points(check):
        return [one.said for one in study.review.run().points if one.check == check and "reverses" in one.said]

    assert len(points("evidence-missing")) == 2
    study.waves.link("Denise", "1.1", DESK)
    assert [f"of “{START}” rests on nothing" in one for one in points("evidence-missing")] == [True]
    study.waves.link("Denise", "1.1", Words("denise", "no place of my own to stand"), side="against")
    assert len(points("evidence-missing")) == 1
    assert points("evidence-stale") == []
    study.sources.correct("denise-2", study.sources.text("denise-2").replace("a desk now", "a small desk now"))
    assert any("was corrected since this was said" in one for one in points("evidence-stale"))


def test_the_history_tells_of_which_change_it_was(study, said):
    study.waves.link("Denise", "1.1", DESK)

    line = study.history.page(most=1)[0]
    assert line.words == "gave a change between waves evidence"
    assert line.about == f"Denise ({START} to {NINE}), 1.1 Routes in"
    study.waves.say("Denise", "1.1", "emerges")
    assert study.history.page(most=1)[0].about == f"Denise ({START} to {NINE}), 1.1 Routes in"


def test_a_correction_that_leaves_the_words_in_doubt_says_whose_they_are(study, said):
    study.waves.link("Denise", "1.1", Words("denise-2", "I stand at it."))
    done = study.sources.correct("denise-2", "INT: And now?\nDENISE: I have a desk now. Boats.", replace=True)

    assert done is not None
    assert [item.about for item in study.sources.review_items() if item.item.startswith("evidence")] == [
        "change between waves"
    ]


@pytest.fixture
def ana(tmp_path):
    study = found(create(tmp_path / "a.trellis", Installation(tmp_path / "home-a")), "A study", "Ana")
    heard_twice(study)
    for wave, text in ((START, "No place."), (NINE, "Has a desk.")):
        study.chart.write("Denise", "1.1", text, wave=wave)
    yield study
    study.close()


def words(study):
    return sorted(one.words for one in of(study).evidence)


def test_two_copies_that_say_something_of_one_place_meet_with_the_words_of_both(ana, tmp_path):
    with copied(ana, tmp_path) as ben:
        for study, quote in ((ana, "I have a desk now."), (ben, "I stand at it.")):
            study.waves.say("Denise", "1.1", "emerges", "a desk")
            study.waves.link("Denise", "1.1", Words("denise-2", quote))

        assert merged(ana, ben, tmp_path).conflicts == 0
        merged(ben, ana, tmp_path)

        assert words(ana) == words(ben) == ["I have a desk now.", "I stand at it."]
        assert ana.history.check() == ben.history.check() == []
        assert merged(ana, ben, tmp_path).nothing_new


def test_two_copies_that_link_the_same_words_have_them_once(ana, tmp_path):
    ana.waves.say("Denise", "1.1", "emerges")
    with copied(ana, tmp_path) as ben:
        ana.waves.link("Denise", "1.1", DESK)
        ben.waves.link("Denise", "1.1", DESK)

        merged(ana, ben, tmp_path)

        assert words(ana) == ["I have a desk now."]


def test_words_linked_in_one_copy_keep_a_change_that_the_other_took_back_and_it_is_asked(ana, tmp_path):
    ana.waves.say("Denise", "1.1", "emerges")
    with copied(ana, tmp_path) as ben:
        ana.waves.unsay("Denise", "1.1")
        ben.waves.link("Denise", "1.1", DESK)

        done = merged(ana, ben, tmp_path)

        assert done.conflicts == 1
        assert words(ana) == ["I have a desk now."]
        assert ana.history.check() == []
        [row] = ana.apart.conflicts().records()
        assert row["what"] == "change between waves"


def test_a_package_for_an_analyst_holds_the_changes_with_the_words_that_it_has(ana, tmp_path):
    ana.waves.say("Denise", "1.1", "emerges")
    ana.waves.link("Denise", "1.1", DESK)
    ana.waves.link("Denise", "1.1", Words("yusuf", "One day."), side="against")
    ana.team.add("Cy", "analyst")
    ana.apart.handout("Cy", tmp_path / "p.trellis", role="analyst", sources=["denise", "denise-2"])

    with opened(tmp_path / "p.trellis", tmp_path / "home-p", "Cy") as package:
        assert words(package) == ["I have a desk now."]
        assert package.history.check() == []
