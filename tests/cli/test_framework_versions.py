from __future__ import annotations

import json

from tests.cli.test_framework_operations import ROLES, names, run

__all__ = ["run"]


def test_a_list_is_rehearsed_and_done(run):
    before = names(run)

    rehearsed = run("apply", str(ROLES / "operations.toml"), "--dry-run", "--json")
    assert names(run) == before
    done = run("apply", str(ROLES / "operations.toml"), "--json")

    assert json.loads(done.stdout) == json.loads(rehearsed.stdout)
    assert "8.3 Change in services" in names(run)


def test_versions_are_named_listed_and_compared(run):
    run("rename", "5", "Help", "--reason", "plainer")

    assert "version v1.0.1 is named" in run("version").stderr
    listed = json.loads(run("versions", "--json").stdout)
    compared = json.loads(run("compare", "v1", "v1.0.1", "--json").stdout)

    assert [row["version"] for row in listed] == ["v1.0.1", "v1"]
    assert [(row["change"], row["reason"]) for row in compared] == [("renamed", "plainer")]


def test_an_old_number_is_found(run):
    run("retire", "2.1")

    found = json.loads(run("find", "2.1", "--json").stdout)

    assert [(row["in"], row["name"], row["now"]) for row in found] == [
        ("today", "Forms and targets", "2.1 Forms and targets"),
        ("v1", "Tasks and the usual week", "retired"),
    ]


def test_operations_are_listed_with_their_reasons(run):
    run("retire", "2.1", "--reason", "unused")

    assert (
        run("operations", "--csv")
        .stdout.splitlines()[1]
        .endswith(",Ana,retire,2.1 Tasks and the usual week,retired,unused")
    )
