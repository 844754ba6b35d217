from __future__ import annotations

import pytest

from tests.store.factories import add_theme
from tests.study.interviews import add_interview
from trellis.core.case import Case, Extent, Link, Membership, Participant
from trellis.core.errors import AlreadyThere, Invalid, NotFound, OutOfRange
from trellis.core.source import Speaker, SpeakerRole
from trellis.study.case_import import ImportHow
from trellis.study.memo_about import Topic


def records(study, kind, **equal):
    with study._work.read() as reader:
        return reader.all(kind, **equal)


def names(study):
    return [row[0] for row in study.cases.listing().rows()]


@pytest.fixture
def three(study):
    """Ann, Bob and a site, and an interview with a participant who is nobody yet."""
    study.cases.add("Ann")
    study.cases.add("Bob")
    study.cases.add("North", "site")
    add_interview(study, "north-nurse-1", case=False)
    return study


def test_a_person_is_a_participant_and_a_site_is_not(three):
    assert [person.pseudonym for person in records(three, Participant)] == ["Ann", "Bob"]
    assert three.cases.listing().rows()[2][:3] == ("North", "site", None)


def test_two_cases_cannot_have_one_name(three):
    with pytest.raises(AlreadyThere, match="“ann”"):
        three.cases.add("ann")
    with pytest.raises(AlreadyThere):
        three.cases.rename("Ann", "BOB")


def test_a_case_keeps_its_name_in_other_letters(three):
    three.cases.rename("Ann", "ANN")

    assert [person.pseudonym for person in records(three, Participant)] == ["ANN", "Bob"]


@pytest.mark.parametrize(
    ("where", "order"),
    [
        ({"before": "Ann"}, ["North", "Ann", "Bob"]),
        ({"after": "Ann"}, ["Ann", "North", "Bob"]),
        ({}, ["Ann", "Bob", "North"]),
    ],
)
def test_a_case_can_be_moved(three, where, order):
    three.cases.move("North", **where)

    assert names(three) == order


def test_a_case_cannot_be_moved_beside_itself(three):
    with pytest.raises(Invalid, match="itself"):
        three.cases.move("Ann", before="Ann")


def test_a_case_belongs_to_another_for_a_time(three):
    three.cases.belongs("Ann", "North", since="2004-09-01", until="2008-01-31")

    (membership,) = records(three, Membership)
    assert (membership.since, membership.until) == ("2004-09-01", "2008-01-31")
    assert three.cases.listing().rows()[0][5] == "North"


def test_cases_do_not_belong_in_a_circle(three):
    three.cases.belongs("Ann", "North")
    three.cases.belongs("North", "Bob")

    with pytest.raises(Invalid, match="belongs to it"):
        three.cases.belongs("Bob", "Ann")


def test_a_stretch_of_turns_can_be_linked(three):
    three.cases.link("North", "north-nurse-1", how="about", turns=(2, 2))

    (extent,) = records(three, Extent)
    assert (extent.how, extent.start, extent.end) == (Link.ABOUT, 13, 41)
    with pytest.raises(AlreadyThere):
        three.cases.link("North", "north-nurse-1", how="about", segment=(13, 41))


@pytest.mark.parametrize(
    ("where", "error"),
    [
        ({"segment": (5, 500)}, OutOfRange),
        ({"turns": (1, 9)}, NotFound),
        ({"how": "sings"}, Invalid),
        ({"segment": (0, 1), "turns": (1, 1)}, Invalid),
    ],
)
def test_a_stretch_that_is_not_there_cannot_be_linked(three, where, error):
    with pytest.raises(error):
        three.cases.link("Ann", "north-nurse-1", **where)


def test_a_case_on_which_cells_rest_cannot_be_removed(three):
    with three._work.change("test.write") as change:
        add_theme(change, "Training")
    three.chart.write("Ann", "Training", "Two days at the hospital.")

    with pytest.raises(Invalid, match="rest on it"):
        three.cases.remove("Ann")


def test_a_case_that_a_memo_is_about_cannot_be_removed(three):
    three.memos.add("Ask her.", Topic(case="Ann"))

    with pytest.raises(Invalid, match="1 memos"):
        three.cases.remove("Ann")


def test_only_participants_have_a_status(three):
    three.cases.set_status("Bob", "withdrew")

    assert three.cases.listing().rows()[1][2] == "withdrew"
    with pytest.raises(Invalid, match="site"):
        three.cases.set_status("North", "agreed")


def test_labels_are_one_table_over_all_sources(three):
    add_interview(three, "two")

    assert three.cases.labels().rows() == [
        ("INT", "interviewer", None, 2, 0),
        ("P1", "participant", None, 1, 0),
        ("P1", "participant", "two", 1, 0),
    ]


def test_a_label_becomes_somebody_in_one_source(three):
    add_interview(three, "two", case=False)

    three.cases.set_label("p1", "participant", case="Ann", source="north-nurse-1")

    ann = records(three, Case)[0]
    assert [speaker.case for speaker in records(three, Speaker, label="P1")] == [ann.k, None]
    assert [extent.case for extent in records(three, Extent)] == [ann.k]


def test_a_label_that_is_no_participant_after_all_takes_its_case_with_it(study):
    add_interview(study, "one")

    study.cases.set_label("P1", "interviewer")

    assert names(study) == []
    assert records(study, Extent) == []
    assert {speaker.role for speaker in records(study, Speaker)} == {SpeakerRole.INTERVIEWER}


def test_an_interviewer_is_no_case(three):
    with pytest.raises(Invalid, match="Ann"):
        three.cases.set_label("INT", "interviewer", case="Ann")
    with pytest.raises(NotFound, match="INT, P1"):
        three.cases.set_label("P7", "participant")


def test_attributes_come_from_names(three):
    add_interview(three, "unlike the rest")

    done = three.cases.from_names("{site}-{role}-{_}", ImportHow(skip=("role",)))

    assert [(r.value, r.column) for r in done.refused] == [("unlike the rest", "source")]
    assert ("north-nurse-1", "north") in [(row[0], row[1]) for row in three.attributes.table().rows()]


CALLS = {
    "add": lambda s: s.cases.add("Cleo", note="new"),
    "rename": lambda s: s.cases.rename("Ann", "Anna"),
    "remove": lambda s: s.cases.remove("Bob"),
    "move": lambda s: s.cases.move("North", before="Ann"),
    "status": lambda s: s.cases.set_status("Ann", "declined"),
    "belongs": lambda s: s.cases.belongs("Ann", "North", since="2004-09-01"),
    "leaves": lambda s: s.cases.leaves("Bob", "North"),
    "link": lambda s: s.cases.link("Ann", "north-nurse-1"),
    "unlink": lambda s: s.cases.unlink("Bob", "north-nurse-1"),
    "set_label": lambda s: s.cases.set_label("P1", "participant", case="Dora"),
    "unlabel": lambda s: s.cases.set_label("P1", "unknown"),
    "from_names": lambda s: s.cases.from_names("{site}-{role}-{n}"),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_undo_is_exact(three, call):
    three.cases.belongs("Bob", "North")
    three.cases.link("Bob", "north-nurse-1")
    three.cases.set_label("P1", "participant", case="Bob")
    three.consents.record("Bob", "quote")
    before = three.history.dump()

    call(three)
    assert three.history.dump() != before
    three.history.undo()

    assert three.history.dump() == before
    assert three.history.check() == []
