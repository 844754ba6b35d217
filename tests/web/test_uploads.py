from __future__ import annotations

import pytest

from trellis.core.errors import NotFound, TooLarge
from trellis.web import uploads as module
from trellis.web.uploads import Uploads, shown_name


@pytest.fixture
def uploads():
    made = Uploads()
    yield made
    made.close()


def test_a_file_comes_back_as_it_was_sent(uploads):
    batch = uploads.open("roles", "batch-0001")
    one, other = batch.begin("one.txt"), batch.begin("other.txt")
    for piece in (b"first ", b"second ", b"third"):
        batch.add(one, piece)
        batch.add(other, piece.upper())
    batch.keep(1, one)
    batch.keep(0, other)

    assert [(n, held.name, held.size) for n, held in batch.files()] == [(0, "other.txt", 18), (1, "one.txt", 18)]
    assert (batch.bytes_of(one), batch.bytes_of(other)) == (b"first second third", b"FIRST SECOND THIRD")


def test_a_file_that_broke_off_is_not_in_the_batch(uploads):
    batch = uploads.open("roles", "batch-0001")
    batch.add(batch.begin("one.txt"), b"half")

    assert batch.files() == []


def test_a_batch_belongs_to_its_study(uploads):
    uploads.open("roles", "batch-0001")

    with pytest.raises(NotFound):
        uploads.get("peers", "batch-0001")


def test_a_discarded_batch_is_gone_and_may_be_discarded_again(uploads):
    uploads.open("roles", "batch-0001")
    uploads.discard("roles", "batch-0001")
    uploads.discard("roles", "batch-0001")

    with pytest.raises(NotFound):
        uploads.get("roles", "batch-0001")


def test_a_batch_that_is_too_large_is_refused_with_what_to_do(uploads, monkeypatch):
    monkeypatch.setattr(module, "MOST_UPLOAD_BYTES", 10)
    batch = uploads.open("roles", "batch-0001")

    with pytest.raises(TooLarge, match="import what is there"):
        batch.add(batch.begin("one.txt"), b"x" * 11)


@pytest.mark.parametrize("name", ["a.txt", "folder/a.txt", "Gespräch 1.docx"])
def test_plain_names_stay(name):
    assert shown_name(name) == name
