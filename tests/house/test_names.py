from __future__ import annotations

import pytest
from tests.house.allowed import LONG_LISTS, OPENERS, TESTED_ELSEWHERE, WRITERS, covers
from tests.house.lint.mirror import decides, without_test
from tests.house.lint.names import echoing_docstrings, empty_module_name, missing_docstrings
from tests.house.tree import SOURCE, TESTS, below, offences, source_modules

WITHOUT_MIGRATIONS = [path for path in source_modules() if "migrations" not in path.parts]


def test_module_names_say_what_is_inside():
    found = [f"{path} {offence}" for path in source_modules() for offence in empty_module_name(path.stem)]

    assert found == []


def test_every_public_name_is_explained():
    assert offences(WITHOUT_MIGRATIONS, missing_docstrings) == []


def test_docstrings_say_more_than_the_name():
    assert offences(WITHOUT_MIGRATIONS, echoing_docstrings) == []


def test_the_tests_mirror_the_source():
    modules = {below(SOURCE, path): path.read_text("utf-8") for path in WITHOUT_MIGRATIONS}
    untested = {path: text for path, text in modules.items() if not covers(TESTED_ELSEWHERE, path)}

    assert without_test(untested, [below(TESTS, path) for path in TESTS.rglob("test_*.py")]) == []


@pytest.mark.parametrize("allowed", [LONG_LISTS, TESTED_ELSEWHERE, WRITERS, OPENERS])
def test_what_the_lints_pass_over_exists(allowed):
    assert [path for path in allowed if not (SOURCE / path).exists()] == []


def test_an_empty_name_is_caught():
    assert empty_module_name("text_utils")
    assert not empty_module_name("database")


def test_a_missing_docstring_is_caught():
    source = '"""A module."""\ndef f(): ...\ndef _g(): ...\nclass C:\n    """A thing."""\n    def m(self): ...\n'

    assert missing_docstrings(source) == ["line 2: f has no docstring", "line 6: C.m has no docstring"]


def test_a_docstring_that_repeats_the_name_is_caught():
    assert echoing_docstrings('def read_docx():\n    """Reads the docx."""\n')
    assert not echoing_docstrings('def read_docx():\n    """The text of a Word file, with its footnotes."""\n')


def test_a_module_without_a_test_is_caught():
    modules = {"reading/docx.py": "def f(a):\n    return 1 if a else 2\n"}

    assert without_test(modules, ["reading/test_odt.py", "report/test_docx.py"])
    assert not without_test(modules, ["reading/test_docx.py"])
    assert not without_test(modules, ["reading/test_docx_footnotes.py"])
    assert not without_test(modules, ["reading/docx/test_footnotes.py"])


def test_records_need_no_test():
    assert not decides("class Case:\n    name: str\n    def __init__(self):\n        self.x = 1\n")
    assert decides("def f(rows):\n    return [row for row in rows]\n")
