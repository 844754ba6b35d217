"""The tests' tree mirrors the source's."""

from __future__ import annotations

import ast
from collections.abc import Collection
from pathlib import PurePosixPath

_DECIDES = (
    ast.If,
    ast.IfExp,
    ast.For,
    ast.While,
    ast.Try,
    ast.Match,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
    ast.BoolOp,
)


def decides(source: str) -> bool:
    """Whether a function of the module branches or loops; a module of plain records has nothing to test."""
    return any(
        isinstance(inner, _DECIDES)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        for inner in ast.walk(node)
    )


def without_test(modules: dict[str, str], tests: Collection[str]) -> list[str]:
    """Modules that decide something and have no test beside them in the mirrored tree.

    modules: path below the package ("reading/docx.py") -> source.
    tests: paths below tests/. For the example any of these will do: reading/test_docx.py,
        reading/test_docx_footnotes.py, reading/docx/test_footnotes.py.
        What a package file (`__init__.py`) decides may be tested by any file of its folder.
    """
    return [
        f"{path}: nothing tests it; write tests/{_expected(PurePosixPath(path))}"
        for path, source in sorted(modules.items())
        if decides(source) and not any(_tests_it(PurePosixPath(path), PurePosixPath(test)) for test in tests)
    ]


def _expected(module: PurePosixPath) -> PurePosixPath:
    return module.with_name(f"test_{module.name}")


def _tests_it(module: PurePosixPath, test: PurePosixPath) -> bool:
    beside = test.parent == module.parent
    if module.stem == "__init__":
        return beside
    named = test.stem == f"test_{module.stem}" or test.stem.startswith(f"test_{module.stem}_")
    return (beside and named) or test.parent == module.parent / module.stem
