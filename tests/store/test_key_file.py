from __future__ import annotations

import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.core.errors import Invalid, NewerFormat, NotFound, StudyFileError, WrongPassphrase
from trellis.store.key_file import beside, create, read, rewrap, unlock, write

STUDY = "6c0e8c2e-0000-4000-8000-000000000001"
WORDS = "seven buses to Quill"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "s.trellis-key"


def test_the_file_lies_beside_the_study(tmp_path):
    assert beside(tmp_path / "s.trellis") == tmp_path / "s.trellis-key"


def test_pieces_come_back_with_the_passphrase_and_are_in_no_byte_of_the_file(path):
    create(path, STUDY, WORDS, [b"Janet is Maria", b"Q" * 5_000])

    secret = unlock(path, STUDY, WORDS)

    assert read(path, secret) == [b"Janet is Maria", b"Q" * 5_000]
    held = path.read_bytes()
    assert b"Janet" not in held
    assert b"QQQQ" not in held
    assert WORDS.encode() not in held
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_writing_twice_the_same_gives_other_bytes(path):
    secret = create(path, STUDY, WORDS, [b"Janet"])
    before = path.read_bytes()

    write(path, secret, [b"Janet"])

    assert path.read_bytes() != before
    assert read(path, secret) == [b"Janet"]


def test_a_wrong_passphrase_is_one_clear_line(path):
    create(path, STUDY, WORDS, [])

    with pytest.raises(
        WrongPassphrase, match=r"^the passphrase does not open .*s\.trellis-key; there is no other way in$"
    ):
        unlock(path, STUDY, "seven trains to Quill")


def test_another_passphrase_takes_the_place_of_the_first(path):
    secret = create(path, STUDY, WORDS, [b"Janet"])

    rewrap(path, secret, "nine trains to Ford")

    assert read(path, unlock(path, STUDY, "nine trains to Ford")) == [b"Janet"]
    with pytest.raises(WrongPassphrase):
        unlock(path, STUDY, WORDS)
    assert read(path, secret) == [b"Janet"]


def test_writing_keeps_the_passphrase_that_somebody_set_meanwhile(path):
    secret = create(path, STUDY, WORDS, [b"Janet"])
    rewrap(path, unlock(path, STUDY, WORDS), "nine trains to Ford")

    write(path, secret, [b"Omar"])

    assert read(path, unlock(path, STUDY, "nine trains to Ford")) == [b"Omar"]


def test_a_short_passphrase_is_refused_and_nothing_is_made(path):
    with pytest.raises(Invalid, match="5 characters"):
        create(path, STUDY, "short", [])

    assert not path.exists()


def test_the_file_of_another_study_is_refused_by_name(path):
    create(path, STUDY, WORDS, [])

    with pytest.raises(StudyFileError, match="another study"):
        unlock(path, STUDY[:-1] + "2", WORDS)


def test_a_file_that_is_there_is_not_written_over(path):
    create(path, STUDY, WORDS, [b"Janet"])

    with pytest.raises(StudyFileError, match="exists already"):
        create(path, STUDY, WORDS, [])


def test_a_missing_file_is_told(path):
    with pytest.raises(NotFound, match="no file of pseudonyms"):
        unlock(path, STUDY, WORDS)


@pytest.mark.parametrize("at", [0, 14, 40, 200, -1])
def test_a_byte_that_was_altered_anywhere_is_noticed(path, at):
    secret = create(path, STUDY, WORDS, [b"Janet"])
    held = bytearray(path.read_bytes())
    held[at] ^= 1
    path.write_bytes(held)

    with pytest.raises((StudyFileError, WrongPassphrase)):
        read(path, unlock(path, STUDY, WORDS))
    assert secret.study == STUDY


@pytest.mark.parametrize("length", [0, 5, 15, 100, -1])
def test_a_file_that_was_cut_is_noticed(path, length):
    create(path, STUDY, WORDS, [b"Janet"])
    path.write_bytes(path.read_bytes()[:length])

    with pytest.raises(StudyFileError):
        unlock(path, STUDY, WORDS)


def test_pieces_cannot_change_places(path):
    secret = create(path, STUDY, WORDS, [b"one", b"two"])
    head, _, tail = path.read_bytes().rpartition(b'"pieces":[')
    pieces, end = tail.split(b"]}", 1)
    one, two = pieces.split(b"},{")
    swapped = two.removesuffix(b"}").replace(b"{", b"")
    sealed = end[len(end) // 2 :] + end[: len(end) // 2]
    path.write_bytes(head + b'"pieces":[{' + swapped + b"},{" + one.removeprefix(b"{") + b"}]}" + sealed)

    with pytest.raises(StudyFileError, match="another one"):
        read(path, secret)


def test_a_cost_that_would_hold_the_computer_up_is_not_believed(path):
    create(path, STUDY, WORDS, [])
    path.write_bytes(path.read_bytes().replace(b'"memory_kib":65536', b'"memory_kib":99999'))
    held = path.read_bytes().replace(b'"rounds":3', b'"rounds":9').replace(b'"lanes":4', b'"lanes":0')
    path.write_bytes(held)

    with pytest.raises(StudyFileError, match="no file of pseudonyms"):
        unlock(path, STUDY, WORDS)


def test_a_newer_format_asks_for_a_newer_trellis(path):
    create(path, STUDY, WORDS, [])
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":9'))

    with pytest.raises(NewerFormat, match="update Trellis"):
        unlock(path, STUDY, WORDS)


def test_a_folder_that_may_not_be_written_leaves_the_file_as_it_is(path):
    secret = create(path, STUDY, WORDS, [b"Janet"])
    path.with_name(f".{path.name}.part").mkdir()

    with pytest.raises(StudyFileError, match="cannot be written"):
        write(path, secret, [b"Omar"])

    assert read(path, secret) == [b"Janet"]


@given(st.binary(max_size=400))
def test_any_other_file_is_refused_in_one_line(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("k") / "s.trellis-key"
    for written in (content, b"TRELLIS-KEY\n" + content, b"TRELLIS-KEY\n\x00\x00\x00\x02{}" + content):
        path.write_bytes(written)
        with pytest.raises(StudyFileError, match="no file of pseudonyms"):
            unlock(path, STUDY, WORDS)
