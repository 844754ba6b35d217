from __future__ import annotations

from tests.house.allowed import LONG_LISTS
from tests.house.lint.sizes import deep_nesting, long_functions, long_module, many_parameters
from tests.house.tree import ROOT, SOURCE, below, offences, source_modules

TEST_MODULES = sorted((ROOT / "tests").rglob("*.py"))


def test_modules_hold_one_idea():
    assert offences([*source_modules(), *TEST_MODULES], long_module) == []


def test_functions_hold_one_idea():
    found = [
        f"{path} {offence}"
        for path, source in ((below(SOURCE, path), path.read_text("utf-8")) for path in source_modules())
        for offence in long_functions(source, allowed=LONG_LISTS.get(path, frozenset()))
    ]

    assert found == []


def test_test_functions_are_short_too():
    assert offences(TEST_MODULES, long_functions) == []


def test_the_normal_path_is_not_indented():
    assert offences(source_modules(), deep_nesting) == []


def test_functions_take_few_positional_parameters():
    assert offences(source_modules(), many_parameters) == []


def test_a_long_module_is_caught():
    assert long_module("x = 1\n" * 401)
    assert not long_module("x = 1\n" * 400)


def test_a_long_function_is_caught_without_counting_docstring_and_comments():
    long = "def f():\n" + "    x = 1\n" * 50
    spoken = 'def f():\n    """A fact.\n\n    More.\n    """\n' + "    # why\n\n" * 40 + "    x = 1\n" * 49

    assert long_functions(long) == ["line 1: f has 51 code lines, more than 50"]
    assert long_functions(spoken) == []
    assert long_functions(long, allowed={"f"}) == []


def test_deep_nesting_is_caught():
    deep = "def f():\n for a in b:\n  if a:\n   with c:\n    while d:\n     pass\n"

    assert [line.partition(";")[0] for line in deep_nesting(deep)] == ["line 5: f nests 4 deep, more than 3"]
    assert not deep_nesting(deep, limit=4)


def test_a_long_chain_of_elif_is_not_deep():
    chain = "def f(a):\n if a == 1:\n  pass\n" + " elif a == 2:\n  pass\n" * 6 + " else:\n  pass\n"

    assert deep_nesting(chain, limit=1) == []


def test_nesting_in_a_handler_counts():
    assert deep_nesting("def f():\n try:\n  pass\n except E:\n  if a:\n   pass\n", limit=1)


def test_a_sixth_positional_parameter_is_caught():
    assert many_parameters("def f(a, b, c, d, e, g): ...")
    assert not many_parameters("def f(self, a, b, c, d, e, *, g, h): ...")
