from __future__ import annotations

import json


def test_a_new_study_is_made_in_the_library_by_its_name(trellis, tmp_path):
    answer = trellis("new", "roles", "--title", "New roles", "--question", "What do they do?")

    assert answer.code == 0
    assert (tmp_path / "library" / "roles.trellis").exists()
    assert "trellis import roles FOLDER" in answer.err


def test_a_taken_name_is_one_clear_line(trellis):
    trellis("new", "roles")

    answer = trellis("new", "roles")

    assert answer.code == 1
    assert answer.err.startswith("trellis: ")
    assert "exists already" in answer.err
    assert answer.err.count("\n") == 1


def test_a_study_is_shown_with_its_sources(trellis, interviews):
    trellis("new", "roles", "--question", "What do they do?")
    trellis("import", "roles", interviews)

    answer = trellis("show", "roles", "--json")

    assert "What do they do?" in answer.err
    assert [row["source"] for row in json.loads(answer.out)] == ["str-1", "str-2"]


def test_a_source_is_shown_part_by_part(trellis, interviews):
    trellis("new", "roles")
    trellis("import", "roles", interviews)

    answer = trellis("show", "roles", "str-1", "--csv")

    assert answer.out.splitlines()[2] == '2,turn,P1,00:00:12,,31,86,"There is no such thing. I drive, mostly."'


def test_the_study_is_shown_as_it_was(trellis, interviews):
    trellis("new", "roles")
    trellis("import", "roles", interviews)

    assert json.loads(trellis("show", "roles", "--at", "1", "--json").out) == []


def test_undo_and_redo_say_what_they_did(trellis, interviews):
    trellis("new", "roles")
    trellis("import", "roles", interviews)

    assert "change 3 is undone" in trellis("undo", "roles").err
    assert "is there again" in trellis("redo", "roles").err
    assert trellis("redo", "roles").err == "there is nothing of yours to redo\n"


def test_history_lists_an_import_as_one(trellis, interviews):
    trellis("new", "roles")
    trellis("import", "roles", interviews)

    rows = json.loads(trellis("history", "roles", "--json").out)

    assert [(row["what"], row["changes"]) for row in rows] == [("brought in", 2), ("made the study", 1)]


def test_a_sound_study_is_said_to_be_sound(trellis, interviews):
    trellis("new", "roles")
    trellis("import", "roles", interviews)

    answer = trellis("check", "roles", "--repair")

    assert answer.code == 0
    assert answer.err.startswith("sound: 3 changes verified")


def test_a_study_goes_into_a_backup_and_comes_out_of_it(trellis, interviews, tmp_path):
    trellis("new", "roles")
    trellis("import", "roles", interviews)

    assert trellis("backup", "roles", tmp_path / "saved.trellis").code == 0
    assert trellis("restore", tmp_path / "saved.trellis", "again").code == 0
    assert len(json.loads(trellis("show", "again", "--json").out)) == 2
    assert trellis("check", "again").code == 0


def test_a_study_that_is_not_there_is_one_clear_line(trellis):
    answer = trellis("show", "nothing")

    assert answer.code == 1
    assert "there is no study at" in answer.err


PHRASE = "four words of mine"


def test_an_encrypted_study_opens_for_every_command_once_the_passphrase_is_given(trellis, monkeypatch):
    monkeypatch.setenv("TRELLIS_PASSPHRASE", PHRASE)
    made = trellis("new", "locked", "--encrypted")
    shown = trellis("show", "locked")

    monkeypatch.delenv("TRELLIS_PASSPHRASE")
    refused = trellis("show", "locked")
    monkeypatch.setenv("TRELLIS_PASSPHRASE", "four other words")
    wrong = trellis("show", "locked")

    assert (made.code, shown.code, refused.code, wrong.code) == (0, 0, 1, 1)
    assert "needs a passphrase" in refused.err
    assert "does not open" in wrong.err
    assert len(wrong.err.splitlines()) == 1


def test_a_passphrase_is_asked_for_at_a_terminal(trellis, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("trellis.cli.common.getpass", lambda _: PHRASE)

    assert trellis("new", "locked", "--encrypted").code == 0
    assert trellis("show", "locked").code == 0


def test_two_different_new_passphrases_make_no_study(trellis, monkeypatch, tmp_path):
    typed = iter(["four words of mine", "four words of mind"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("trellis.cli.common.getpass", lambda _: next(typed))

    assert "differ" in trellis("new", "locked", "--encrypted").err
    assert not (tmp_path / "library" / "locked.trellis").exists()


def test_a_study_is_encrypted_and_decrypted_into_new_files(trellis, monkeypatch):
    trellis("new", "plain")
    monkeypatch.setenv("TRELLIS_PASSPHRASE", PHRASE)

    encrypted = trellis("encrypt", "plain", "locked")
    decrypted = trellis("decrypt", "locked", "open")
    monkeypatch.delenv("TRELLIS_PASSPHRASE")

    assert "still there as it was" in encrypted.err
    assert decrypted.code == 0
    assert trellis("check", "locked").code == 1
    assert trellis("check", "open").code == 0
