from __future__ import annotations

import pytest

from trellis.core import errors
from trellis.web import errors as web
from trellis.web.errors import CurrentRecord, problem_of, status_of, unexpected


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.Invalid("x"), 422),
        (errors.OutOfRange(1, 2, 1), 422),
        (errors.Damaged("a.docx", "x", "y"), 422),
        (errors.TooLarge("a.docx", "x", "y"), 413),
        (errors.NotFound("x"), 404),
        (errors.Ambiguous("x"), 409),
        (errors.AlreadyThere("x"), 409),
        (errors.Conflict("x"), 409),
        (errors.RequestReused("x"), 409),
        (errors.Outdated(1, 2), 412),
        (errors.CannotUndo("x"), 409),
        (errors.NotAllowed("x"), 403),
        (errors.NewerFormat("x"), 409),
        (errors.Locked("x"), 423),
        (errors.WrongPassphrase("x"), 403),
        (errors.Busy("x"), 503),
        (web.NotSignedIn("x"), 401),
        (web.Foreign("x"), 403),
        (web.PreconditionMissing("x"), 428),
    ],
)
def test_each_error_has_its_status(error, status):
    assert status_of(error) == status


def test_every_error_of_the_core_has_a_status():
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.TrellisError)]

    assert all(any(above in web.STATUS for above in kind.__mro__) for kind in kinds)


def test_a_problem_says_what_the_core_says():
    problem = problem_of(errors.NotFound("there is no theme 7"))

    assert (problem.slug, problem.type, problem.detail) == ("not-found", "urn:trellis:not-found", "there is no theme 7")


def test_a_problem_brings_the_current_record_and_the_later_change():
    assert problem_of(CurrentRecord(errors.Outdated(9, 7), {"rev": 9})).current == {"rev": 9}
    assert problem_of(errors.CannotUndo("x", 7)).later == 7


def test_what_is_not_known_is_not_told_to_the_browser(caplog):
    problem = unexpected(ZeroDivisionError("private words"))

    assert (problem.status, "private" in problem.detail) == (500, False)
    assert "private words" in caplog.text
