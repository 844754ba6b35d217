from __future__ import annotations

import json


def test_a_lens_file_is_checked_line_by_line(trellis, tmp_path):
    good = trellis("lens", "shipped", "recognition").out
    (tmp_path / "mine.toml").write_text(good.replace("ordered", "orderd", 1), encoding="utf-8")

    answer = trellis("lens", "check", "mine.toml")

    assert answer.code == 1
    assert "mine.toml, line 29: “orderd” means nothing here; did you mean “ordered”?" in answer.err


def test_the_file_of_every_shipped_lens_fits(trellis, tmp_path):
    names = [row["lens"] for row in json.loads(trellis("lens", "shipped", "--json").out)]

    for name in names:
        (tmp_path / "one.toml").write_text(trellis("lens", "shipped", name).out, encoding="utf-8")
        assert trellis("lens", "check", "one.toml").code == 0


def test_what_fits_is_told_in_a_line(trellis, tmp_path):
    (tmp_path / "actor.toml").write_text(trellis("lens", "shipped", "workplace-actor").out, encoding="utf-8")

    assert "“Workplace actor”, conjunction, 4 dimensions, 2 outcomes" in trellis("lens", "check", "actor.toml").err


def test_a_lens_of_a_study_from_its_declaration_to_its_end(trellis):
    trellis("new", "s.trellis")
    trellis("lens", "add", "s.trellis", "workplace-regime")
    trellis("lens", "name", "s.trellis", "workplace-regime", "high-high", "measured care")

    assert json.loads(trellis("lens", "list", "s.trellis", "--json").out)[0]["lens"] == "workplace-regime"
    assert trellis("lens", "show", "s.trellis", "workplace-regime").out.startswith("format = 1")

    trellis("lens", "remove", "s.trellis", "workplace-regime")
    assert json.loads(trellis("lens", "list", "s.trellis", "--json").out) == []
