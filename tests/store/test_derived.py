from __future__ import annotations

from dataclasses import replace

from tests.store.factories import add_source, add_theme, intent
from trellis.core.framework import Theme
from trellis.core.source import StoredPart
from trellis.store import derived


def hits(file, word):
    with file.read() as reader:
        found = "SELECT highlight(fts, 0, '<', '>') FROM fts WHERE fts MATCH ? ORDER BY rowid"
        return [row[0] for row in reader.connection.exec_driver_sql(found, (word,)).fetchall()]


def test_words_are_found_without_case_and_accents_and_without_the_label(file):
    with file.change(intent(file)) as change:
        add_source(change, "INT: int?\nP1: Übung 🙂 macht den Meister.")

    assert hits(file, "ubung") == ["<Übung> 🙂 macht den Meister."]
    assert hits(file, "p1") == []


def test_a_part_that_changes_is_found_as_it_now_is(file):
    with file.change(intent(file)) as change:
        source = add_source(change, "P1: first words then others")
    with file.change(intent(file)) as change:
        part = change.get(StoredPart, source.current, 1)
        change.update(part, replace(part, words=part.start + 10))

    assert hits(file, "first") == []
    assert hits(file, "others") == ["words then <others>"]


def test_paths_reach_from_every_theme_to_each_of_its_ancestors(file):
    with file.change(intent(file)) as change:
        top = add_theme(change, "top")
        middle = add_theme(change, "middle", top.k)
        bottom = add_theme(change, "bottom", middle.k)
    with file.change(intent(file)) as change:
        now = change.get(Theme, bottom.k)
        change.update(now, replace(now, parent=top.k))

    with file.read() as reader:
        paths = reader.connection.exec_driver_sql("SELECT ancestor, theme, depth FROM theme_path").fetchall()

    assert {tuple(path) for path in paths} == {
        (top.k, top.k, 0),
        (middle.k, middle.k, 0),
        (bottom.k, bottom.k, 0),
        (top.k, middle.k, 1),
        (top.k, bottom.k, 1),
    }


def test_a_rebuild_finds_the_same_again(file):
    with file.change(intent(file)) as change:
        add_source(change, "P1: a kettle and a cup")
    before = hits(file, "kettle")

    with file.database.write() as connection:
        connection.exec_driver_sql("INSERT INTO fts(fts) VALUES('delete-all')")
        derived.rebuild(connection)

    assert hits(file, "kettle") == before != []
    assert file.verify() == []


def test_words_of_many_parts_go_with_them_and_the_others_are_still_found(file):
    with file.change(intent(file)) as change:
        add_source(change, "P1: one that stays")
        large = add_source(change, "\n".join(f"P1: line {n} goes" for n in range(derived.REBUILD_FROM)), "large")
    with file.change(intent(file)) as change:
        change.delete(*change.all(StoredPart, version=large.current))

    assert hits(file, "goes") == []
    assert hits(file, "stays") == ["one that <stays>"]


def test_many_parts_that_change_are_found_as_they_now_are(file):
    with file.change(intent(file)) as change:
        large = add_source(change, "\n".join(f"P1: line {n} stays" for n in range(derived.REBUILD_FROM)), "large")
    with file.change(intent(file)) as change:
        parts = change.all(StoredPart, version=large.current)
        change.update_all((part, replace(part, words=part.words + len("line "))) for part in parts)

    assert hits(file, "line") == []
    assert len(hits(file, "stays")) == derived.REBUILD_FROM
