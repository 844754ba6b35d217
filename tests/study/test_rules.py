from __future__ import annotations

import pytest

from tests.study.indexed_study import filled
from trellis.core.coding import Coding
from trellis.core.errors import AlreadyThere, BadQuery, Invalid, NotFound
from trellis.core.filters import Filters


@pytest.fixture
def indexed(study):
    made = filled(study)
    made.index.rule("walks", "walk*", "1.2")
    return made


def words(study, rule: str = "walks", state: str | None = None) -> list[str]:
    return [row["words"] for row in study.index.suggestions(rule, state).records()]


def test_what_a_rule_finds_waits_widened_to_its_sentence(indexed):
    found = indexed.index.suggest("walks", Filters(speaker=("participant",)))

    assert (found.places, found.new) == (2, 2)
    assert words(indexed) == ["I’d walk round the car park — twice — and nobody knew my name.", "She walked a lot."]
    assert len(indexed.index.listing()) == 0


def test_hits_and_turns_may_be_asked_for(indexed):
    indexed.index.suggest("walks", Filters(case=("Janet",)), widen="hit")
    assert words(indexed) == ["walk"]

    indexed.index.suggest("walks", Filters(case=("Janet",)), widen="turn")
    assert words(indexed)[0].startswith("Slowly. I’d walk")
    assert len(words(indexed)) == 1


def test_accepted_suggestions_are_codings_that_name_their_rule(indexed):
    indexed.index.suggest("walks")
    first = indexed.index.suggestions("walks").records()[0]["suggestion"]

    coded = indexed.index.accept("walks", [first], coder="Ben", note="read")

    assert [coding.origins[0].partition(":")[0] for coding in coded.added] == ["rule"]
    assert [row[2:] for row in indexed.index.rules().rows()] == [("1.2 Walking", 4, 1, 0)]
    with indexed._work.read() as reader:
        assert reader.all(Coding) == list(coded.added)


def test_undo_lets_accepted_suggestions_wait_again(indexed):
    indexed.index.suggest("walks")
    before = indexed.history.dump()

    indexed.index.accept("walks")

    assert words(indexed, state="waiting") == []
    indexed.history.undo()
    assert indexed.history.dump() == before
    assert len(words(indexed, state="waiting")) == 5


def test_what_was_rejected_can_wait_again_and_the_rest_stays(indexed):
    indexed.index.suggest("walks")
    first, second, *_ = [row[0] for row in indexed.index.suggestions("walks").rows()]
    indexed.index.accept("walks", [second])
    indexed.index.reject("walks", [first])
    made = indexed.history.number()

    assert indexed.index.let_wait("walks", [first, second]) == 1

    states = {row[0]: row[-1] for row in indexed.index.suggestions("walks").rows()}
    assert (states[first], states[second]) == ("waiting", "accepted")
    assert indexed.history.number() == made


def test_what_was_rejected_is_not_suggested_again(indexed):
    indexed.index.suggest("walks")
    first = indexed.index.suggestions("walks").records()[0]["suggestion"]

    assert indexed.index.reject("walks", [first]) == 1

    assert indexed.index.suggest("walks").new == 0
    assert len(words(indexed, state="rejected")) == 1
    assert len(indexed.index.accept("walks").added) == 4


def test_a_rule_that_cannot_be_is_refused(indexed):
    with pytest.raises(BadQuery):
        indexed.index.rule("broken", "walk (", "1.2")
    with pytest.raises(AlreadyThere):
        indexed.index.rule("Walks", "walk", "1.2")
    with pytest.raises(Invalid, match="needs a name"):
        indexed.index.rule("", "walk", "1.2")
    with pytest.raises(NotFound, match="no rule"):
        indexed.index.suggest("runs")
    with pytest.raises(NotFound, match="no suggestion 99"):
        indexed.index.accept("walks", [99])
    with pytest.raises(Invalid, match="no way to widen"):
        indexed.index.suggest("walks", widen="page")


def test_keeping_a_rule_is_undone_exactly(indexed):
    before = indexed.history.dump()

    indexed.index.rule("bins", "bins", "2")

    indexed.history.undo()
    assert indexed.history.dump() == before
    assert indexed.history.check() == []
