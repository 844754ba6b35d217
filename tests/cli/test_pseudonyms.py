from __future__ import annotations

import pytest

WORDS = "seven buses to Quill"


@pytest.fixture
def prepared(trellis, interviews, monkeypatch):
    monkeypatch.setenv("TRELLIS_KEY_PASSPHRASE", WORDS)
    trellis("new", "roles")
    trellis("import", "roles", interviews)
    return trellis


def test_a_dry_run_shows_forms_and_places_and_makes_no_key(prepared, tmp_path):
    shown = prepared("pseudonym", "replace", "roles", "Moira", "Maria", "--dry-run")

    assert shown.code == 0
    assert "Wherever" in shown.out
    assert list((tmp_path / "library").glob("*-key")) == []


def test_replacing_is_refused_until_somebody_says_yes_and_the_key_is_listed(prepared, tmp_path):
    refused = prepared("pseudonym", "replace", "roles", "Moira", "Maria")
    done = prepared("pseudonym", "replace", "roles", "Moira", "Maria", "--yes")

    assert "say --yes" in refused.err
    assert "1 places are replaced" in done.err
    assert (tmp_path / "library" / "roles.trellis-key").exists()
    assert "Maria" in prepared("pseudonym", "key", "roles", "--csv").out
    assert "str-1" in prepared("pseudonym", "key", "roles", "--log", "--csv").out
    assert prepared("check", "roles").code == 0


def test_the_key_is_not_told_without_its_passphrase(prepared, monkeypatch):
    prepared("pseudonym", "replace", "roles", "Moira", "Maria", "--yes")

    monkeypatch.setenv("TRELLIS_KEY_PASSPHRASE", "quite another one")
    wrong = prepared("pseudonym", "key", "roles")
    monkeypatch.delenv("TRELLIS_KEY_PASSPHRASE")
    none = prepared("pseudonym", "key", "roles")

    assert (wrong.code, wrong.out) == (none.code, none.out) == (1, "")
    assert "does not open" in wrong.err
    assert "set TRELLIS_KEY_PASSPHRASE" in none.err


def test_the_passphrase_can_be_changed(prepared, monkeypatch):
    prepared("pseudonym", "replace", "roles", "Moira", "Maria", "--yes")
    monkeypatch.setenv("TRELLIS_NEW_KEY_PASSPHRASE", "nine trains to Ford")

    assert "opens with the new passphrase" in prepared("pseudonym", "passphrase", "roles").err

    assert prepared("pseudonym", "key", "roles").code == 1
    monkeypatch.setenv("TRELLIS_KEY_PASSPHRASE", "nine trains to Ford")
    assert "Moira" in prepared("pseudonym", "key", "roles").out


def test_texts_are_listed_and_declared_free_of_names(prepared):
    prepared("memo", "add", "roles", "Moira again", "--source", "str-1")

    assert "2 texts count as pseudonymised now" in prepared("pseudonym", "checked", "roles").err
    assert prepared("pseudonym", "status", "roles", "--csv").out.count("yes") == 2
    assert "memo" in prepared("pseudonym", "left", "roles", "Moira").out


def test_names_that_the_study_knows_are_candidates(prepared):
    assert prepared("pseudonym", "candidates", "roles").code == 0


def test_somebody_who_says_no_replaces_nothing(prepared, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.confirm", lambda *_, **__: False)

    assert "nothing was replaced" in prepared("pseudonym", "replace", "roles", "Moira", "Maria").err
    assert "Moira" in prepared("show", "roles", "str-1").out


def test_who_sees_what_is_set_and_listed(prepared, tmp_path):
    prepared("handout", "roles", "--to", "Ben", "-o", tmp_path / "p.trellis")

    assert "pseudonymised only" in prepared("pseudonym", "reader", "roles", "Ben").out
    assert "str-1" not in prepared("show", "roles", "--as", "Ben").out
    assert "pseudonymised only" not in prepared("pseudonym", "reader", "roles", "Ben", "--everything").out
    assert "only these can be set" in prepared("pseudonym", "reader", "roles", "Ana").err


def test_real_names_leave_the_study_only_when_they_are_asked_for(prepared, tmp_path):
    prepared("pseudonym", "replace", "roles", "Moira", "Maria", "--yes")
    prepared("framework", "add", "roles", "Driving")
    prepared("index", "code", "roles", "str-1", "1", "--quote", "Wherever Maria is")

    for words in (("index", "retrieve", "roles"), ("index", "list", "roles"), ("search", "roles", "wherever")):
        assert "Moira" not in prepared(*words, "--csv").out
        assert "Moira" in prepared(*words, "--csv", "--identified").out
    assert "Moira" not in prepared("index", "unindexed", "roles", "--csv", "--identified").out
    assert "Moira" in prepared("search", "roles", "Moira", "--identified", "--csv").out
    prepared("text", "roles", "str-1", "-o", tmp_path / "named.txt", "--identified")
    assert "Moira" in (tmp_path / "named.txt").read_text("utf-8")
    assert "exported with real names" in prepared("history", "roles").out
    assert "only its lead" in prepared("search", "roles", "Moira", "--identified", "--as", "Ben").err


def test_names_are_put_away_and_brought_back(prepared, tmp_path):
    prepared("pseudonym", "replace", "roles", "Moira", "Maria", "--yes")
    prepared("memo", "add", "roles", "Moira again", "--source", "str-1")
    prepared("backup", "roles", tmp_path / "saved.trellis")

    away = prepared("pseudonym", "put-away", "roles")

    assert "1 earlier texts are put away" in away.err
    assert "still in memo" in away.err
    assert "saved.trellis" in away.err
    assert "bring-back" in prepared("undo", "roles", "--change", "4").err
    assert prepared("check", "roles").code == 0
    assert prepared("pseudonym", "bring-back", "roles").code == 0
    assert prepared("check", "roles").code == 0
    assert prepared("undo", "roles", "--change", "4").code == 0
    assert "Moira" in prepared("show", "roles", "str-1").out
