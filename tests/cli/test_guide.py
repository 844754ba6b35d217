from __future__ import annotations

from tests.cli.on_new_study import on_new_study


def test_a_guide_and_what_was_covered_of_it(tmp_path, monkeypatch):
    run = on_new_study(tmp_path, monkeypatch)
    (tmp_path / "guide.csv").write_text("number,topic,prompt\n1,Training,\n2,Pay,\n", "utf-8")
    (tmp_path / "coverage.csv").write_text("source,topic,covered\none,1,yes\nnobody,1,yes\none,2,no\n", "utf-8")

    run("guide", "import", str(tmp_path / "guide.csv"))
    run("guide", "cover", "one", "Pay", "partly")
    done = run("guide", "import-coverage", str(tmp_path / "coverage.csv"))

    assert "line 3: there is no source “nobody”" in done.stderr
    assert "one 2: partly stands otherwise here" in done.stderr
    assert run("guide", "show", "--csv").stdout == "number,topic,prompt,themes\n1,Training,,\n2,Pay,,\n"
    assert run("guide", "coverage", "--csv").stdout == "source,1,2\none,yes,partly\n"


def test_topics_are_added_reworded_moved_and_removed(tmp_path, monkeypatch):
    run = on_new_study(tmp_path, monkeypatch)

    assert run("guide", "add", "Training").stderr == "1 Training\n"
    run("guide", "add", "Pay", "--prompt", "Does it pay?")
    run("guide", "add", "Bands", "--under", "Pay")
    run("guide", "move", "Pay", "1")
    run("guide", "edit", "1", "--name", "Money")

    lines = run("guide", "show", "--csv").stdout.splitlines()[1:]
    assert lines == ["1,Money,Does it pay?,", "1.1,Bands,,", "2,Training,,"]
    assert run("guide", "remove", "Money").stderr == "2 topics removed\n"
    assert run("guide", "show", "--csv").stdout.splitlines()[1:] == ["2,Training,,"]


def test_a_topic_feeds_themes_and_a_blank_cell_tells_whether_it_was_asked_about(trellis, tmp_path):
    trellis("new", "s.trellis", "--title", "A study")
    (tmp_path / "one.txt").write_text("INT: How was it?\nADA: I drive, mostly.\n", "utf-8")
    trellis("import", "s.trellis", "one.txt")
    trellis("cases", "add", "s.trellis", "Ada")
    trellis("cases", "link", "s.trellis", "Ada", "one")
    trellis("framework", "add", "s.trellis", "Training")
    trellis("guide", "add", "s.trellis", "Courses")

    assert trellis("guide", "feed", "s.trellis", "1", "Training").code == 0
    trellis("guide", "cover", "s.trellis", "one", "1", "no")

    assert "1,Courses,,1" in trellis("guide", "show", "s.trellis", "--csv").out
    shown = trellis("chart", "cell", "s.trellis", "Ada", "1").out
    assert "By the topic guide not asked: 1 Courses was not covered in one." in " ".join(shown.split())
    assert trellis("guide", "feed", "s.trellis", "1").code == 0
    assert "1,Courses,,\n" in trellis("guide", "show", "s.trellis", "--csv").out
