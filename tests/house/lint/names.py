"""Names and docstrings."""

from __future__ import annotations

import ast
import re

EMPTY_NAMES = frozenset({"data", "helper", "helpers", "info", "manager", "misc", "tools", "util", "utils"})
_FILLERS = frozenset(("a", "an", "and", "by", "for", "from", "in", "into", "of", "on", "the", "this", "to"))
_WORD = re.compile(r"[a-z]+")


def empty_module_name(name: str) -> list[str]:
    """name: the module's file name without `.py`."""
    if set(name.lower().split("_")) & EMPTY_NAMES:
        return [f"line 1: {name} says nothing; name the module after what it holds"]
    return []


def missing_docstrings(source: str) -> list[str]:
    tree = ast.parse(source)
    return [
        f"line {getattr(node, 'lineno', 1)}: {name} has no docstring"
        for name, node in [("the module", tree), *_public(tree)]
        if not ast.get_docstring(node)
    ]


def echoing_docstrings(source: str) -> list[str]:
    """A docstring that only says the name's own words again tells nothing."""
    return [
        f"line {node.lineno}: the docstring of {name} only repeats the name"
        for name, node in _public(ast.parse(source))
        if (said := _words(ast.get_docstring(node) or "")) and said <= _words(_spaced(name))
    ]


def _public(
    tree: ast.Module,
) -> list[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]]:
    found: list[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]] = []
    for node in tree.body:
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            continue
        if not node.name.startswith("_"):
            found += [(node.name, node), *_public_methods(node)]
    return found


def _public_methods(
    node: ast.AST,
) -> list[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]]:
    if not isinstance(node, ast.ClassDef):
        return []
    return [
        (f"{node.name}.{inner.name}", inner)
        for inner in node.body
        if isinstance(inner, (ast.FunctionDef, ast.AsyncFunctionDef)) and not inner.name.startswith("_")
    ]


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").replace(".", " ")


def _words(text: str) -> set[str]:
    return {word.removesuffix("s") for word in _WORD.findall(text.lower())} - _FILLERS
