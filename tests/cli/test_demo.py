from __future__ import annotations


def test_the_example_study_is_made_and_left_alone_the_second_time(trellis, tmp_path):
    first = trellis("demo", "roles", "--stage", "raw")
    second = trellis("demo", "roles")

    assert first.code == second.code == 0
    assert "fiction, written for Trellis" in first.err
    assert "is there already and was left as it is" in second.err
    assert (tmp_path / "library" / "roles.trellis").exists()


def test_an_example_that_stops_early_points_only_at_what_is_there(trellis):
    early = trellis("demo", "early", "--stage", "v0")

    assert "trellis framework show early" in early.err
    assert "trellis finding list early" not in early.err
