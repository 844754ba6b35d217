from __future__ import annotations

import pytest

from tests.store.factories import add_source, found_study, intent
from trellis.core.errors import Invalid, Locked, WrongPassphrase
from trellis.store import cipher
from trellis.store.study_file import backup, create, open_study, recrypt, restore

CANARY = "quokkas under the staircase"
PHRASE = "four words of mine"


@pytest.fixture
def locked(tmp_path, installation):
    file = create(tmp_path / "study.trellis", installation, passphrase=PHRASE)
    found_study(file)
    with file.change(intent(file)) as change:
        add_source(change, f"P1: It is {CANARY}.", name=CANARY)
    yield file
    file.close()


def plain_bytes(folder):
    """Every byte of every file in the folder, by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_no_file_beside_an_open_encrypted_study_holds_plain_text(locked, tmp_path):
    locked.at(1).close()
    backup(locked, tmp_path / "saved.trellis")

    found = plain_bytes(tmp_path)

    assert {"study.trellis", "study.trellis-wal", "saved.trellis"} <= found.keys()
    assert [name for name, held in found.items() if b"quokkas" in held or held.startswith(b"SQLite")] == []


def test_the_same_words_are_in_the_bytes_of_a_plain_study(file, tmp_path):
    with file.change(intent(file)) as change:
        add_source(change, f"P1: It is {CANARY}.")

    assert any(b"quokkas" in held for held in plain_bytes(tmp_path).values())


def test_an_encrypted_study_opens_with_its_passphrase(locked, tmp_path, installation):
    before = locked.dump()
    locked.close()

    again = open_study(tmp_path / "study.trellis", installation, passphrase=PHRASE)

    assert again.dump() == before
    assert again.verify() == []
    again.close()


def test_accents_typed_in_either_way_make_the_same_passphrase(tmp_path, installation):
    create(tmp_path / "one.trellis", installation, passphrase="caf\u00e9 au lait").close()

    open_study(tmp_path / "one.trellis", installation, passphrase="cafe\u0301 au lait").close()


def test_a_wrong_passphrase_is_said_in_one_line(locked, tmp_path, capfd):
    locked.close()

    with pytest.raises(WrongPassphrase, match="does not open") as refused:
        open_study(tmp_path / "study.trellis", passphrase="another four words")

    assert "\n" not in str(refused.value)
    assert capfd.readouterr() == ("", "")


def test_a_missing_passphrase_is_asked_for(locked, tmp_path):
    locked.close()

    with pytest.raises(Locked, match="TRELLIS_PASSPHRASE"):
        open_study(tmp_path / "study.trellis")


def test_a_short_passphrase_is_refused_before_a_file_is_made(tmp_path):
    with pytest.raises(Invalid, match="7 characters"):
        create(tmp_path / "one.trellis", passphrase="seven77")

    assert list(tmp_path.iterdir()) == []


def test_the_past_of_an_encrypted_study_can_be_read(locked):
    past = locked.at(1)

    assert past.dump()["source"] == []
    assert past.verify() == []
    past.close()


def test_a_backup_of_an_encrypted_study_opens_with_the_same_passphrase_only(locked, tmp_path, installation):
    backup(locked, tmp_path / "saved.trellis")

    with pytest.raises(Locked):
        restore(tmp_path / "saved.trellis", tmp_path / "again.trellis")
    restore(tmp_path / "saved.trellis", tmp_path / "again.trellis", PHRASE)
    again = open_study(tmp_path / "again.trellis", installation, passphrase=PHRASE)

    assert again.dump() == locked.dump()
    again.close()


def test_a_plain_study_is_written_anew_under_a_passphrase(file, tmp_path, installation):
    with file.change(intent(file)) as change:
        add_source(change, f"P1: It is {CANARY}.")

    recrypt(file, tmp_path / "locked.trellis", PHRASE)
    locked = open_study(tmp_path / "locked.trellis", installation, passphrase=PHRASE)

    assert locked.dump() == file.dump()
    assert locked.verify() == []
    locked.close()
    assert b"quokkas" not in (tmp_path / "locked.trellis").read_bytes()


def test_an_encrypted_study_is_written_anew_in_plain(locked, tmp_path, installation):
    recrypt(locked, tmp_path / "open.trellis", None)
    plain = open_study(tmp_path / "open.trellis", installation)

    assert plain.dump() == locked.dump()
    with plain.read() as reader:
        hits = reader.connection.exec_driver_sql("SELECT count(*) FROM fts WHERE fts MATCH 'quokkas'").scalar_one()
    assert hits == 1
    plain.close()


def test_a_passphrase_for_a_plain_study_is_not_looked_at(file, tmp_path):
    assert cipher.key_of(tmp_path / "study.trellis", PHRASE) is None


def test_the_key_is_in_no_representation(tmp_path):
    assert "x'" not in repr(cipher.new_key(PHRASE))
