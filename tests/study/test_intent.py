from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.factories import add_source
from tests.study.chart_study import add_sample, writing
from trellis.core.errors import Invalid, NotFound, Outdated
from trellis.core.intent import Experienced
from trellis.core.source import Source, SourceKind
from trellis.study.chart_given import OnCell, Words

GUIDE = "Each worker has supervision every month. Each worker has a desk."


@pytest.fixture(autouse=True)
def guide(study):
    add_sample(study)
    with writing(study) as change:
        made = add_source(change, GUIDE, "guide")
        stored = change.get(Source, made.k)
        change.update(stored, replace(stored, kind=SourceKind.DOCUMENT))


def provide(study) -> int:
    return study.intent.provide("Supervision every month.", Words("guide", "supervision every month"))


def test_provisions_stand_beside_what_each_group_tells(study):
    provide(study)
    study.intent.group_by("Site")
    study.intent.tell(1, "North", "diluted", "every third month")

    chart = study.intent.chart()

    assert (chart.groups, chart.people) == (("South", "North"), (1, 1))
    [row] = chart.rows
    assert [one.words for one in row.evidence] == ["supervision every month"]
    assert [cell and cell.experience.value for cell in row.cells] == [None, Experienced.DILUTED]
    [line] = chart.table().records()
    assert (line["document"], line["North"], line["South"]) == ("guide", "diluted: every third month", "")


def test_what_is_told_rests_on_cells(study):
    provide(study)
    study.intent.group_by("Site")
    study.intent.tell(1, "North", "contradicted")
    study.chart.write("Denise", "1.2", "Nobody told her.")

    study.intent.link(1, "North", OnCell("Denise", "1.2"))

    cell = study.intent.chart().rows[0].cells[1]
    assert cell is not None
    assert [one.words for one in cell.evidence] == ["Nobody told her."]


def test_telling_it_again_replaces(study):
    provide(study)
    study.intent.group_by("Site")
    assert study.intent.tell(1, "North", "diluted") == study.intent.tell(1, "North", "exceeded")


def test_an_interview_provides_nothing(study):
    with pytest.raises(Invalid, match="no document"):
        study.intent.provide("A day.", Words("yusuf", "One day."))


def test_groups_are_chosen_before_they_tell(study):
    provide(study)

    with pytest.raises(Invalid, match="columns first"):
        study.intent.tell(1, "North", "diluted")


def test_a_link_needs_something_told(study):
    provide(study)
    study.intent.group_by("Site")

    with pytest.raises(NotFound, match="say that first"):
        study.intent.link(1, "South", Words("yusuf", "One day."))


def test_a_provision_goes_with_what_is_told_of_it_and_comes_back_by_undo(study):
    provide(study)
    study.intent.group_by("Site")
    study.intent.tell(1, "North", "diluted")
    study.intent.link(1, "North", Words("denise", "Nobody told me"))
    before = study.intent.chart()

    study.intent.remove(1)
    gone = study.intent.chart().rows
    study.history.undo()

    assert (gone, study.intent.chart()) == ((), before)
    assert study.history.check() == []


def test_what_is_told_is_taken_back_with_its_words_and_words_alone_too(study):
    provide(study)
    study.intent.group_by("Site")
    study.intent.tell(1, "North", "diluted", "every third month")
    k = study.intent.link(1, "North", Words("denise", "Nobody told me what it was."), side="against")

    study.intent.unlink(k)
    cell = study.intent.chart().rows[0].cells[1]
    assert cell is not None
    assert cell.evidence == ()
    study.intent.link(1, "North", Words("denise", "Nobody told me what it was."))
    study.intent.untell(1, "North")

    assert study.intent.chart().rows[0].cells == (None, None)
    with pytest.raises(NotFound, match="nothing is said"):
        study.intent.untell(1, "North")


def test_the_words_of_a_provision_stay_with_it(study):
    provide(study)
    [one] = study.intent.chart().rows[0].evidence

    with pytest.raises(Invalid, match="rests on the words of its document"):
        study.intent.unlink(one.k)


def test_what_was_told_otherwise_since_it_was_seen_is_not_overwritten(study):
    provide(study)
    study.intent.group_by("Site")
    study.intent.tell(1, "North", "diluted", seen=0)

    with pytest.raises(Outdated):
        study.intent.tell(1, "North", "exceeded", seen=0)
    with pytest.raises(Outdated):
        study.intent.untell(1, "North", seen=0)


def test_saying_the_same_again_is_no_change(study):
    provide(study)
    study.intent.group_by("Site")
    study.intent.tell(1, "North", "diluted", "every third month")
    cell = study.intent.chart().rows[0].cells[1]

    study.intent.tell(1, "North", "diluted", "every  third month")

    assert study.intent.chart().rows[0].cells[1] == cell
