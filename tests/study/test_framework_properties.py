from __future__ import annotations

from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.study.framework_study import charted, coded, resting, with_source, with_themes
from trellis.core.errors import TrellisError
from trellis.core.framework_wording import Rewording, Wording
from trellis.store.installation import Installation
from trellis.store.study_file import create
from trellis.study.study import Study, found

NUMBERS = ("1", "1.1", "1.2", "2", "2.1", "3")
number = st.sampled_from(NUMBERS)
somewhere = st.sampled_from(("", *NUMBERS))
step = st.one_of(
    st.tuples(st.just("add"), st.builds(Wording, st.sampled_from("ABC")), somewhere),
    st.tuples(st.just("rename"), number, st.sampled_from("ABC")),
    st.tuples(st.just("redefine"), number, st.builds(Rewording, definition=st.sampled_from("xy"))),
    st.tuples(st.just("move"), number, somewhere),
    st.tuples(st.just("split"), number, st.just([Wording("P"), Wording("Q")])),
    st.tuples(st.just("merge"), st.lists(number, min_size=1, max_size=2), number),
    st.tuples(st.just("retire"), number),
    st.tuples(st.just("name_version")),
    st.tuples(st.just("accept_moved")),
    st.tuples(st.just("settle"), st.sampled_from(("keep", "remove", "reallocate")), number),
)


def furnished(folder: Path) -> Study:
    """A study with two levels of themes, codings under all of them, some at one place, and cells."""
    ticks = count(1_000_000)
    study = found(create(folder / "s.trellis", Installation(folder / "home"), lambda: next(ticks)), "A study", "Ana")
    with_themes(study, "Alone", ">Roads", ">Cars", "Support", ">Talk", "Team")
    placed = with_source(study)
    for at, given_number in enumerate(NUMBERS):
        coded(study, placed, given_number, note=given_number)
        if at % 2:
            charted(study, placed, given_number, f"Under {given_number}.")
    resting(study, coded(study, placed, "1", 5, 8))
    return study


def attempt(study: Study, what: tuple[object, ...]) -> bool:
    """Does one step; whether it was done and wrote something."""
    before = study.history.number()
    name, *arguments = what
    try:
        if name == "settle":
            how, into = arguments
            some = [item.item for item in study.framework.todo_items()[:2]]
            more = [[into]] if how == "reallocate" else []
            getattr(study.framework, str(how))(some, *more)
        else:
            getattr(study.framework, str(name))(*arguments)
    except TrellisError:
        assert study.history.number() == before
        return False
    return study.history.number() > before


@settings(max_examples=25)
@given(st.lists(step, max_size=7))
def test_any_operations_undone_in_reverse_leave_what_was(steps):
    with TemporaryDirectory() as folder, furnished(Path(folder)) as study:
        dumps = [study.history.dump()]
        dumps += [study.history.dump() for what in steps if attempt(study, what)]

        assert study.history.check() == []
        for before in reversed(dumps[:-1]):
            study.history.undo()
            assert study.history.dump() == before


@settings(max_examples=25)
@given(st.lists(step, max_size=7))
def test_after_any_operations_the_export_comes_in_again_the_same(steps):
    with TemporaryDirectory() as folder, furnished(Path(folder)) as study:
        for what in steps:
            attempt(study, what)
        if not study.framework.tree().rows():
            return
        written = Path(folder) / "framework.toml"
        written.write_bytes(study.framework.export("toml"))

        other = Path(folder) / "other"
        other.mkdir()
        with found(create(other / "s.trellis", Installation(other / "home")), "A study", "Ana") as copy:
            copy.framework.import_file(written)

            assert [row[:4] for row in copy.framework.tree().rows()] == [
                row[:4] for row in study.framework.tree().rows()
            ]
