from __future__ import annotations

from tests.store.factories import add_source, intent
from trellis.core.document import PartKind
from trellis.core.source import StoredPart
from trellis.store.queries import texts as queries


def test_sources_come_by_name(file):
    with file.change(intent(file)) as change:
        add_source(change, name="two")
        add_source(change, name="one")

    with file.read() as reader:
        assert [text.name for text in queries.texts(reader.connection)] == ["one", "two"]


def test_the_parts_that_a_segment_touches_are_sought(file):
    text = "P1: one\nP1: two\nP1: three\nP1: four"
    with file.change(intent(file)) as change:
        source = add_source(change, text)
        page = StoredPart(source.current, 9, 0, PartKind.PAGE, 8, len(text), 8, None, None, "2", None, None)
        change.insert(page)

    def sought(start: int, end: int) -> list[int]:
        with file.read() as reader:
            return [part.n for part in queries.parts_at(reader.connection, [(source.current, start, end)])]

    assert sought(0, 3) == [1]
    assert sought(10, 20) == [2, 3]
    assert sought(7, 9) == [1, 2]
    assert sought(30, 34) == [4]
    with file.read() as reader:
        everything = queries.parts(reader.connection, [source.current])
        assert queries.parts_at(reader.connection, [(source.current, 0, len(text))]) == everything
        assert queries.pages(reader.connection, [source.current]) == [(source.current, 8, len(text), "2")]


def test_a_text_that_was_erased_is_left_out(file):
    with file.change(intent(file)) as change:
        source = add_source(change)
        lost = add_source(change, "P1: gone", "lost")
        change.connection.exec_driver_sql("UPDATE content SET body = NULL WHERE body = 'P1: gone'")

    with file.read() as reader:
        assert list(queries.bodies(reader.connection, [source.current, lost.current])) == [source.current]
