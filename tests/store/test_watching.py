from __future__ import annotations

import pytest

from tests.store.factories import intent
from trellis.core.keys import NO_KEY
from trellis.core.study import Setting
from trellis.store.study_file import open_study
from trellis.store.watching import MOST_AT_ONCE


@pytest.fixture
def watch(file):
    made = file.watch()
    yield made
    made.close()


def write(file, name, **more):
    with file.change(intent(file, **more)) as change:
        change.insert(Setting(name, NO_KEY, "a"))


def numbers(watch):
    return [entry.seq for entry, _ in watch.news()]


def test_what_was_there_before_is_no_news(watch):
    assert watch.news() == []


def test_what_is_written_is_news_once(file, watch):
    write(file, "a")
    write(file, "b")

    assert numbers(watch) == [2, 3]
    assert numbers(watch) == []


def test_news_name_the_request(file, watch):
    write(file, "a", request="request-00001")

    assert [request for _, request in watch.news()] == ["request-00001"]


def test_what_another_connection_writes_is_news(file, watch, installation):
    other = open_study(file.database.path, installation)
    write(other, "a")
    other.close()

    assert numbers(watch) == [2]


def test_much_news_comes_in_portions(file, watch):
    for n in range(MOST_AT_ONCE + 3):
        write(file, str(n))

    assert len(watch.news()) == MOST_AT_ONCE
    assert len(watch.news()) == 3
    assert watch.news() == []


def test_a_watch_keeps_nobody_from_emptying_the_log(file, watch):
    write(file, "a")
    watch.news()

    file.database.checkpoint()

    log = file.database.path.with_name("study.trellis-wal")
    assert log.stat().st_size == 0
