from __future__ import annotations

import pytest

from trellis.bootstrap import new_study, open_study


@pytest.fixture
def study(tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    with new_study(tmp_path / "roles.trellis", "New roles", "Ana") as made:
        yield made


@pytest.fixture
def watch(study):
    made = study.watch()
    yield made
    made.close()


def test_a_change_is_told_in_words_with_who_made_it(study, watch):
    study.describe(title="Newer")

    (told,) = watch.news()

    assert (told.number, told.person, told.words) == (2, "Ana", "changed title, questions or notice")
    assert told.k == study.about().rev


def test_somebody_elses_change_is_told(study, watch, tmp_path):
    with open_study(tmp_path / "roles.trellis", "Ben") as other:
        other.describe(title="By Ben")

    assert [told.person for told in watch.news()][-1] == "Ben"


def test_a_closed_watch_has_no_news(study, watch):
    study.describe(title="Newer")
    watch.close()

    assert watch.news() == []


def test_what_was_done_after_a_change_is_told(study):
    study.describe(title="One")
    k = study.about().rev
    study.describe(title="Two")
    study.describe(title="Three")

    assert [told.number for told in study.history.after(k)] == [3, 4]


def test_after_a_change_that_is_not_in_the_history_nothing_can_be_told(study):
    assert study.history.after(12345) is None
