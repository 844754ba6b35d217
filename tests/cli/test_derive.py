from __future__ import annotations


def test_a_study_is_made_from_part_of_another_and_leads_back(trellis, tmp_path):
    trellis("new", "s.trellis", "--title", "A study")
    (tmp_path / "one.txt").write_text("INT: How was it?\nP1: I drive, mostly.\n", "utf-8")
    trellis("import", "s.trellis", "one.txt")

    made = trellis("derive", "s.trellis", "-o", "c.trellis", "--title", "Driving", "--purpose", "Why drive?")
    told = trellis("derived", "c.trellis")
    back = trellis("context", "c.trellis", "one", "21-28", "--parent", "s.trellis")

    assert "made c.trellis: 1 sources, 0 codings, 0 cells" in made.err
    assert "Made from “A study”" in " ".join(told.out.split())
    assert ">>I drive<<, mostly." in back.out
