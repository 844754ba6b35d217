"""Sizes: a module or function past its limit holds two ideas."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

MODULE_LINES = 400
FUNCTION_LINES = 50
NESTING = 3
POSITIONAL = 5

_FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
_BLOCKS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.TryStar, ast.Match)


def long_module(source: str, limit: int = MODULE_LINES) -> list[str]:
    lines = source.count("\n")
    return [f"line {lines}: the module ends here, past {limit} lines; split it by idea"] if lines > limit else []


def long_functions(source: str, limit: int = FUNCTION_LINES, allowed: Collection[str] = frozenset()) -> list[str]:
    lines = source.splitlines()
    return [
        f"line {node.lineno}: {node.name} has {count} code lines, more than {limit}"
        for node in functions(ast.parse(source))
        if (count := _code_lines(node, lines)) > limit and node.name not in allowed
    ]


def deep_nesting(source: str, limit: int = NESTING) -> list[str]:
    return [
        f"line {line}: {node.name} nests {depth} deep, more than {limit}; use a guard clause or a function"
        for node in functions(ast.parse(source))
        for depth, line in [_deepest(node.body)]
        if depth > limit
    ]


def many_parameters(source: str, limit: int = POSITIONAL) -> list[str]:
    return [
        f"line {node.lineno}: {node.name} takes {count} positional parameters, more than {limit}; "
        "make the rest keyword-only or one value object"
        for node in functions(ast.parse(source))
        if (count := _positional(node)) > limit
    ]


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, _FUNCTION))


def _code_lines(node: ast.FunctionDef | ast.AsyncFunctionDef, lines: list[str]) -> int:
    skipped: set[int] = set()
    if ast.get_docstring(node, clean=False) is not None:
        first = node.body[0]
        skipped = set(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    return sum(
        1
        for number in range(node.lineno, (node.end_lineno or node.lineno) + 1)
        if number not in skipped and (text := lines[number - 1].strip()) and not text.startswith("#")
    )


def _positional(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
    return len(names) - (names[:1] in (["self"], ["cls"]))


def _deepest(body: list[ast.stmt]) -> tuple[int, int]:
    """The depth and line of the deepest block; a function inside starts anew, `elif` does not go deeper."""
    found = [(0, body[0].lineno if body else 0)]
    for statement in body:
        if not isinstance(statement, _BLOCKS):
            continue
        for inner in _inner_bodies(statement):
            depth, line = _deepest(inner)
            found.append((depth + 1, line if depth else statement.lineno))
    return max(found, key=lambda pair: pair[0])


def _inner_bodies(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    if isinstance(statement, ast.If):
        yield statement.body
        while len(statement.orelse) == 1 and isinstance(statement.orelse[0], ast.If):
            statement = statement.orelse[0]
            yield statement.body
        yield statement.orelse
        return
    yield getattr(statement, "body", [])
    yield getattr(statement, "orelse", [])
    yield getattr(statement, "finalbody", [])
    for branch in (*getattr(statement, "handlers", []), *getattr(statement, "cases", [])):
        yield branch.body
