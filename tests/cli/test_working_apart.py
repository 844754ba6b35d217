from __future__ import annotations

import json

import pytest


@pytest.fixture
def roles(trellis, interviews):
    assert trellis("new", "roles").code == 0
    assert trellis("import", "roles", interviews).code == 0
    assert trellis("framework", "add", "roles", "Work").code == 0
    return "roles"


def code(trellis, study, quote, person):
    answer = trellis("index", "code", study, "str-1", "1", "--quote", quote, "--as", person)
    assert answer.code == 0, answer.err


def test_a_package_goes_out_and_comes_back(trellis, roles, tmp_path):
    out = tmp_path / "for-ben.trellis"
    made = trellis("handout", roles, "--to", "Ben", "--sources", "str-1", "-o", out)
    assert made.code == 0
    assert "trellis merge" in made.err
    code(trellis, out, "There is no such thing", "Ben")

    told = trellis("merge", roles, out, "--dry-run")
    assert "nothing was changed" in told.err
    done = trellis("merge", roles, out, "--json")

    assert json.loads(done.out)[0]["what"] == "coding"
    assert "came in: 1" in done.err
    assert "nothing new" in trellis("merge", roles, out).err
    assert trellis("check", roles).code == 0


def test_a_package_without_a_name_lies_beside_the_study(trellis, roles, tmp_path):
    assert trellis("handout", roles, "--to", "Ben").code == 0

    assert (tmp_path / "library" / "roles-for-ben.trellis").exists()


def test_conflicts_are_listed_and_settled(trellis, roles, tmp_path):
    copy = tmp_path / "copy.trellis"
    trellis("backup", roles, copy)
    trellis("framework", "rename", roles, "1", "Labour")
    trellis("framework", "rename", copy, "1", "Toil", "--as", "Ben")

    merged = trellis("merge", roles, copy)
    assert "to settle, ours stays until then (trellis merge roles --conflicts): 1" in merged.err
    listed = json.loads(trellis("merge", roles, "--conflicts", "--json").out)
    assert (listed[0]["ours"], listed[0]["theirs"]) == ("Labour", "Toil")
    assert trellis("merge", roles, "--settle", "1").code == 2
    settled = trellis("merge", roles, "--settle", "1", "--take", "theirs")

    assert "none wait" in settled.err
    assert "nothing waits" in trellis("merge", roles, "--conflicts").err
    assert "Toil" in trellis("framework", "show", roles).out


def test_keys_that_do_not_collide_are_left_alone(trellis, roles, tmp_path):
    copy = tmp_path / "copy.trellis"
    trellis("backup", roles, copy)

    answer = trellis("rekey", copy, roles, "-o", tmp_path / "new.trellis")

    assert answer.code != 0
    assert "merge them as they are" in answer.err
    assert not (tmp_path / "new.trellis").exists()


def test_merge_alone_says_what_it_needs(trellis, roles):
    answer = trellis("merge", roles)

    assert answer.code == 2
    assert "give a package" in answer.err


def test_an_encrypted_package_needs_its_passphrase(trellis, roles, tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_PASSPHRASE", "a long enough passphrase")
    out = tmp_path / "for-ben.trellis"
    assert trellis("handout", roles, "--to", "Ben", "--encrypted", "-o", out).code == 0
    code(trellis, out, "There is no such thing", "Ben")
    monkeypatch.delenv("TRELLIS_PASSPHRASE")

    assert "needs a passphrase" in trellis("merge", roles, out).err
    monkeypatch.setenv("TRELLIS_PASSPHRASE", "a long enough passphrase")
    assert "takes it back" in trellis("merge", roles, out).err


def test_a_package_of_an_encrypted_study_is_encrypted(trellis, tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_PASSPHRASE", "a long enough passphrase")
    assert trellis("new", "locked", "--encrypted").code == 0
    out = tmp_path / "for-ben.trellis"

    assert trellis("handout", "locked", "--to", "Ben", "-o", out).code == 0

    assert not out.read_bytes().startswith(b"SQLite")


def test_a_pseudonymised_package_asks_for_the_key_once_names_were_replaced(trellis, interviews, tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_KEY_PASSPHRASE", "seven buses to Quill")
    trellis("new", "roles")
    trellis("import", "roles", interviews)
    refused = trellis("handout", "roles", "--to", "Ben", "--pseudonymised", "-o", tmp_path / "p.trellis")
    trellis("pseudonym", "replace", "roles", "Moira", "Maria", "--yes")
    trellis("pseudonym", "checked", "roles")

    done = trellis("handout", "roles", "--to", "Ben", "--pseudonymised", "-o", tmp_path / "p.trellis")

    assert "not pseudonymised: str-1" in refused.err
    assert done.code == 0
    assert b"Moira" not in (tmp_path / "p.trellis").read_bytes()


def test_who_has_not_agreed_is_left_out_of_what_is_archived_and_named(trellis, interviews, tmp_path):
    trellis("new", "roles")
    trellis("import", "roles", interviews)
    trellis("cases", "consent", "roles", "str-1", "archive")

    made = trellis("handout", "roles", "--to", "An archive", "--for", "archive", "-o", tmp_path / "p.trellis")

    assert "left out, for want of consent or after a withdrawal: str-2" in made.err
    assert b"Ted" not in (tmp_path / "p.trellis").read_bytes()
