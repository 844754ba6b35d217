from __future__ import annotations


def prepared(trellis, interviews):
    trellis("new", "roles")
    trellis("import", "roles", interviews)


def test_a_dry_run_shows_what_rests_on_a_person_and_removes_nothing(trellis, interviews):
    prepared(trellis, interviews)

    shown = trellis("withdraw", "roles", "str-1", "--dry-run")

    assert shown.code == 0
    assert "str-1" in shown.out
    assert "str-1" in trellis("show", "roles").out


def test_removing_is_refused_until_somebody_says_yes(trellis, interviews):
    prepared(trellis, interviews)

    refused = trellis("withdraw", "roles", "str-1")
    done = trellis("withdraw", "roles", "str-1", "--yes")

    assert "cannot be undone" in refused.err
    assert "withdrawn 1" in done.err
    assert "str-1" not in trellis("show", "roles").out
    assert trellis("check", "roles").code == 0


def test_a_name_typed_wrongly_removes_nothing(trellis, interviews, monkeypatch):
    prepared(trellis, interviews)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: "Moira")

    assert "nothing was removed" in trellis("withdraw", "roles", "str-1").err


def test_no_further_contact_is_recorded_and_removes_nothing(trellis, interviews):
    prepared(trellis, interviews)

    done = trellis("withdraw", "roles", "str-1", "--level", "no further contact", "--from", "2026-03-31")

    assert "recorded: no further contact" in done.err
    assert "str-1" in trellis("show", "roles").out
