"""A blind round, open: Ana leads and codes in it, Ben codes in it, Lea leads and does not, Zoe audits. Fiction."""

from __future__ import annotations

import pytest

from tests.study.copies import opened
from tests.study.double_round import NOBODY, ROUND, SLOWLY, TWICE, coded
from trellis.core.coding import Coding
from trellis.core.errors import NotAllowed, NotFound
from trellis.core.filters import Filters
from trellis.core.framework_wording import Rewording
from trellis.core.memo import Memo
from trellis.core.study import Person, Role
from trellis.study.memo_about import Topic

HERE = Filters(round=ROUND)
READERS = ["Ana", "Ben", "Lea", "Zoe", "Somebody new"]


@pytest.fixture
def blind(study):
    coded(study, closed=False)
    with study._work.change("test.people") as change:
        change.insert(Person(change.new_key(), 0, "Lea", Role.LEAD), Person(change.new_key(), 0, "Zoe", Role.AUDITOR))
    return study


def working_as(study, name):
    study._work.person_name = name
    return study


def coders_seen(study):
    return {one.coder for one in study.index.retrieve(None, HERE, limit=None).extracts}


SEEN = [("Ana", {"Ana"}), ("Ben", {"Ben"}), ("Lea", {"Ana", "Ben"}), ("Zoe", {"Ana", "Ben"}), ("Somebody new", set())]


@pytest.mark.parametrize(("name", "coders"), SEEN)
def test_whoever_codes_in_it_retrieves_only_their_own(blind, name, coders):
    assert coders_seen(working_as(blind, name)) == coders


def test_naming_the_other_coder_shows_nothing(blind):
    found = working_as(blind, "Ben").index.retrieve(None, Filters(round=ROUND, coder=("Ana",)), limit=None)

    assert found.extracts == ()


def test_listing_counts_coverage_and_crosstabs_are_of_their_own(blind):
    working_as(blind, "Ben")

    assert len(blind.index.listing(HERE)) == 4
    assert blind.index.number_of_codings(None, HERE) == 4
    assert {row["coders"] for row in blind.index.coverage(HERE).records()} == {"Ben", ""}
    assert sum(row["own codings"] for row in blind.index.counts(HERE).records()) == 4
    assert [row["total"] for row in blind.index.crosstab("site", "2", HERE, count="segments").records()] == [0]
    assert TWICE in str(blind.index.unindexed("janet", HERE).rows())
    assert blind.rounds.listing().records()[1]["codings"] == 4


def test_a_search_within_a_theme_looks_in_their_own(blind):
    within = Filters(round=ROUND, theme="1.2")

    assert working_as(blind, "Ana").search.count("park", within).hits == 1
    assert working_as(blind, "Ben").search.count("park", within).hits == 0


def test_the_list_of_what_to_look_at_again_holds_their_own(blind):
    blind.framework.redefine("1.2", Rewording(definition="On foot"))

    assert {item.coder for item in working_as(blind, "Ben").framework.todo_items()} == {"Ben"}
    assert {item.coder for item in working_as(blind, "Lea").framework.todo_items()} == {"Ana", "Ben"}


def test_what_a_correction_could_not_move_is_listed_of_their_own(blind):
    blind.sources.correct("janet", blind.sources.text("janet").replace(NOBODY, ""))

    [mine] = working_as(blind, "Ben").sources.review_items("janet")
    assert "(Ben)" in mine.about


def test_a_suggestion_does_not_tell_that_somebody_else_has_indexed_it(blind):
    blind.index.rule("walk", "walk", "1.2")
    blind.index.suggest("walk", widen="hit")
    blind.index.accept("walk", round=ROUND)

    assert {row["state"] for row in blind.index.suggestions("walk").records()} == {"accepted"}
    assert {row["state"] for row in working_as(blind, "Ben").index.suggestions("walk").records()} == {"waiting"}
    assert blind.index.rules().records()[0]["accepted"] == 0


def test_memos_of_others_on_their_codings_are_not_listed(blind):
    with blind._work.read() as reader:
        coding = next(one for one in reader.all(Coding) if one.note == "the walking")
    blind.memos.add("She means the walk itself", Topic(coding=coding.k))

    assert len(blind.memos.listing()) == 1
    assert len(working_as(blind, "Ben").memos.listing()) == 0


def test_a_coding_that_is_not_seen_is_not_changed_either(blind):
    with blind._work.read() as reader:
        ana = next(one for one in reader.all(Coding) if one.note == "the walking")
    working_as(blind, "Ben")

    with pytest.raises(NotFound, match="no coding"):
        blind.index.annotate(ana.k, "guessed the key")


def test_disagreements_and_figures_wait_for_the_round_to_be_closed_whoever_asks(blind):
    for name in READERS:
        with pytest.raises(NotAllowed, match="close it first"):
            working_as(blind, name).rounds.disagreements(ROUND)


def test_an_open_blind_round_does_not_become_the_index(blind):
    with pytest.raises(NotAllowed, match="close it first"):
        blind.rounds.adopt(ROUND)


def test_once_it_is_closed_everybody_sees_all_of_it(blind):
    blind.rounds.close(ROUND)

    for name in READERS:
        assert coders_seen(working_as(blind, name)) == {"Ana", "Ben"}


def test_an_open_round_that_is_not_blind_hides_nothing(study):
    coded(study)
    study.rounds.open("together")
    for coder in ("Ana", "Ben"):
        study.index.code("janet", "1.1", coder=coder, round="together", turn=2)

    found = working_as(study, "Ben").index.retrieve(None, Filters(round="together"), limit=None)

    assert {one.coder for one in found.extracts} == {"Ana", "Ben"}


@pytest.mark.parametrize("role", ["coder", "analyst"])
def test_a_package_for_a_coder_of_it_holds_no_word_of_the_others_choices(blind, tmp_path, role):
    with blind._work.read() as reader:
        ana = next(one for one in reader.all(Coding) if one.note == "the walking")
    blind.memos.add("She means the walk itself", Topic(coding=ana.k))
    blind.framework.redefine("1.2", Rewording(definition="On foot"))
    to = "Ben" if role == "coder" else "Fay"

    blind.apart.handout(to, tmp_path / "p.trellis", role=role)

    with opened(tmp_path / "p.trellis", tmp_path / "home-p", to) as package, package._work.read() as reader:
        double = {found["round"]: found for found in package.rounds.listing().records()}[ROUND]
        assert double["codings"] == (4 if to == "Ben" else 0)
        assert "Ana" not in {reader.get(Person, coding.coder).name for coding in reader.all(Coding)}
        assert [memo for memo in reader.all(Memo) if memo.about == ana.k] == []
    held = (tmp_path / "p.trellis").read_bytes()
    assert b"the walking" not in held
    assert b"the walk itself" not in held


def test_a_package_made_after_it_was_closed_holds_both_readings_and_what_was_settled(blind, tmp_path):
    blind.rounds.close(ROUND)
    blind.rounds.settle(ROUND, 1, "both stand", "two things")

    blind.apart.handout("Ben", tmp_path / "p.trellis")

    with opened(tmp_path / "p.trellis", tmp_path / "home-p", "Ben") as package:
        assert coders_seen(package) == {"Ana", "Ben"}
        assert package.rounds.disagreements(ROUND, standing="settled").items[0].words == SLOWLY
        assert package.history.check() == []


def test_a_round_opened_again_by_undo_keeps_what_was_settled_out_of_packages(blind, tmp_path):
    blind.rounds.close(ROUND)
    closed = blind.history.number()
    blind.rounds.settle(ROUND, 1, "both stand", "two things")
    blind.history.undo(closed)

    blind.apart.handout("Ben", tmp_path / "p.trellis")

    with opened(tmp_path / "p.trellis", tmp_path / "home-p", "Ben") as package:
        assert package.history.dump()["settlement"] == package.history.dump()["settled_coding"] == []


def test_the_history_names_no_place_of_anothers_codings(blind):
    told = {}
    for who in ("Ben", "Lea"):
        lines = working_as(blind, who).history.page(most=200)
        told[who] = [line.about for line in lines if line.action == "index.code"]

    assert told["Ben"].count("") == 4
    assert "" not in told["Lea"]
    assert any(about.startswith("janet, 2") for about in told["Lea"])
    assert not any(about.startswith("janet, 2") for about in told["Ben"])
