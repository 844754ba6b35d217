from __future__ import annotations

import json

from tests.cli.on_new_study import on_new_study


def test_a_cell_is_returned_and_answered(tmp_path, monkeypatch):
    run = on_new_study(tmp_path, monkeypatch)
    run("framework", "add", "Training")
    run("chart", "write", "one", "1", "Two days at the hospital.")
    run("queue", "return", "one", "1", "Which one?", "--as", "Ben")

    def queue(who):
        rows = json.loads(run("queue", "show", "--json", "--as", who).stdout)
        return [(row["waits"], row["what"], row["last said"]) for row in rows]

    assert queue("Ana") == [("to answer", "one × 1 Training", "Which one?")]
    run("queue", "answer", "one", "1", "St Anne's.")

    assert queue("Ben")[0] == ("answered", "one × 1 Training", "St Anne's.")
