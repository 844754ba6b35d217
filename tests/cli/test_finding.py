from __future__ import annotations

import json

import pytest

from tests.cli.on_new_study import on_new_study


@pytest.fixture
def run(tmp_path, monkeypatch):
    return on_new_study(tmp_path, monkeypatch)


def listed(run):
    return json.loads(run("finding", "list", "--json").stdout)


def test_a_finding_from_its_claim_to_its_removal(run):
    run("finding", "add", "Most drive alone.", "--output", "concept")
    run("finding", "link", "1", "--source", "one", "--segment", "5-12", "--star")
    run("finding", "looked", "1", "--where", "everywhere", "--found", "nobody", "--done", "nothing")
    run("finding", "status", "1", "ready")

    shown = run("finding", "show", "1").stdout
    assert "1. Most drive alone." in shown
    assert "concept, ready; speaks of everybody" in shown
    assert "“Most” of" in shown
    assert "Evidence for it" in shown
    assert "Looked for cases against it" in shown

    run("finding", "edit", "1", "--statement", "Some drive alone.")
    assert [row["finding"] for row in listed(run)] == ["Some drive alone."]

    run("finding", "remove", "1")
    assert listed(run) == []


def test_evidence_has_to_be_said(trellis):
    trellis("new", "s.trellis", "--title", "A study")
    trellis("finding", "add", "s.trellis", "Most drive alone.")

    refused = trellis("finding", "link", "s.trellis", "1")

    assert refused.code == 1
    assert "say what the evidence is" in refused.err


def test_findings_go_to_a_file_and_come_back(run, tmp_path):
    run("finding", "add", "Most drive alone.")
    run("finding", "export", str(tmp_path / "f.toml"))

    done = run("finding", "import", str(tmp_path / "f.toml"), "--dry-run")

    assert "0 findings with 0 pieces of evidence would come in; 1 were there already" in done.stderr
