from __future__ import annotations

import json

from tests.cli.on_new_study import on_new_study


def test_who_read_what_and_who_should(tmp_path, monkeypatch):
    run = on_new_study(tmp_path, monkeypatch)

    assert run("memo", "unread", "--csv").stdout == "source,kind\none,interview\n"
    run("memo", "read", "one", "--on", "2009-02-10", "--how", "listened")
    assert run("memo", "readings", "--csv").stdout == "source,Ana\none,2009-02-10 (listened)\n"
    run("memo", "read", "one", "--not")
    assert run("memo", "readings", "--csv").stdout == "source,Ana\none,\n"

    run("memo", "assign", "Ana", "index", "--source", "one")
    number = json.loads(run("memo", "assignments", "--json").stdout)[0]["assignment"]
    run("memo", "done", str(number))
    assert json.loads(run("memo", "assignments", "--json").stdout) == []
