from __future__ import annotations

import pytest

from trellis.bootstrap import new_study, open_study
from trellis.core.errors import CannotUndo, Invalid, NotFound, Outdated, RequestReused
from trellis.core.framework_wording import Wording
from trellis.core.study import StudyRecord
from trellis.study.requests import Expected, Request, under


@pytest.fixture
def study(tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    with new_study(tmp_path / "roles.trellis", "New roles", "Ana") as made:
        yield made


def request(fingerprint=b"a", expected=None):
    return Request("request-00001", fingerprint, expected)


def test_a_request_that_did_nothing_is_not_known(study):
    assert study.history.carried_out(request()) is None


def test_what_a_request_did_is_read_from_the_history(study):
    with under(request()):
        theme = study.framework.add_code(Wording("Supervision"))

    done = study.history.carried_out(request())

    assert (done.action, done.number, done.changes) == ("framework.add_code", 2, 1)
    assert ("theme", (theme.k,)) in [(made.table, made.key) for made in done.made]
    assert done.k == theme.rev


def test_it_is_still_known_when_the_study_is_opened_again(study, tmp_path):
    with under(request()):
        study.framework.add(Wording("Supervision"))
    first = study.history.carried_out(request())

    with open_study(tmp_path / "roles.trellis", "Ben") as again:
        assert again.history.carried_out(request()) == first


def test_what_it_did_is_told_the_same_after_it_was_undone(study):
    with under(request()):
        study.framework.add(Wording("Supervision"))
    first = study.history.carried_out(request())
    study.history.undo()

    assert study.history.carried_out(request()) == first


def test_the_mark_of_one_request_on_another_is_refused(study):
    with under(request()):
        study.framework.add(Wording("Supervision"))

    with pytest.raises(RequestReused):
        study.history.carried_out(request(b"b"))


def test_a_call_that_fails_leaves_the_mark_free(study):
    with under(request()), pytest.raises(Invalid):
        study.describe(title=" ")
    with under(request()):
        study.describe(title="Newer")

    assert study.history.carried_out(request()).number == 2


def test_a_change_that_wrote_nothing_leaves_the_mark_to_the_next(study):
    with under(request()):
        study.describe(title="New roles")
        study.describe(title="Newer")

    assert study.history.carried_out(request()).number == 2


def test_only_the_first_change_under_a_request_carries_its_mark(study):
    with under(request()):
        study.describe(title="Newer")
        study.describe(title="Newest")

    assert study.history.carried_out(request()).number == 2


def test_a_batch_is_told_as_one(study, tmp_path):
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"INT: Who?\n\nP1: {name}.\n")

    with under(request()):
        study.sources.bring_in([tmp_path / f"{name}.txt" for name in ("a", "b", "c")])

    done = study.history.carried_out(request())
    assert (done.changes, done.action) == (3, "source.import")
    assert [made.table for made in done.made].count("source") == 3


def test_an_undo_carries_the_mark(study):
    study.describe(title="Newer")
    with under(request()):
        study.history.undo()

    assert study.history.carried_out(request()).action == "history.undo"


def test_an_undo_that_is_refused_leaves_the_mark_free(study):
    with under(request()), pytest.raises(CannotUndo):
        study.history.undo(1)

    assert study.history.carried_out(request()) is None


def test_a_record_as_the_client_saw_it_is_changed(study):
    about = study.about()

    with under(request(expected=Expected(StudyRecord, (about.k,), about.rev))):
        study.describe(title="Newer")

    assert study.title == "Newer"


def test_a_record_that_is_another_by_now_is_not_changed(study):
    about = study.about()
    study.describe(title="Theirs")

    with under(request(expected=Expected(StudyRecord, (about.k,), about.rev))), pytest.raises(Outdated) as refused:
        study.describe(title="Mine")

    assert study.title == "Theirs"
    assert refused.value.rev == study.about().rev


def test_a_record_that_is_gone_is_outdated_too(study):
    with under(request(expected=Expected(StudyRecord, (7,), 7))), pytest.raises(Outdated) as refused:
        study.describe(title="Mine")

    assert refused.value.rev is None


def test_outside_a_request_nothing_is_marked(study):
    with under(request()):
        pass
    study.describe(title="Newer")

    assert study.history.carried_out(request()) is None


def test_a_line_of_the_history_that_is_not_there_is_not_found(study):
    with pytest.raises(NotFound):
        study.history.line(7)
