from __future__ import annotations

import shutil


def test_a_new_study_in_a_synchronised_folder_says_what_to_mind_once(trellis, tmp_path):
    (tmp_path / "Dropbox").mkdir()

    made = trellis("new", "Dropbox/roles.trellis")
    shown = trellis("show", "Dropbox/roles.trellis")

    assert "“Dropbox” is a folder that a cloud service synchronises" in made.err
    assert made.code == 0
    assert "Dropbox" not in shown.err


def test_a_study_that_was_put_back_says_so(trellis, interviews, tmp_path):
    trellis("new", "roles.trellis")
    shutil.copyfile("roles.trellis", "before")
    trellis("import", "roles.trellis", interviews)
    shutil.copyfile("before", "roles.trellis")

    assert "is an earlier state than the one that was here last" in trellis("show", "roles.trellis").err


def test_check_tells_of_a_copy_that_has_more(trellis, interviews, tmp_path):
    trellis("new", "roles.trellis")
    shutil.copyfile("roles.trellis", "copy.trellis")
    trellis("import", "roles.trellis", interviews)

    answer = trellis("check", "copy.trellis")

    assert answer.code == 0
    assert "changes more" in answer.err
