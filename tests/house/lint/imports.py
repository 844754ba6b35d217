"""Imports that the contracts cannot see: what is not of ours and not installed either."""

from __future__ import annotations

import ast
import sys
from collections.abc import Collection, Iterator


def outside_standard_library(source: str, ours: str = "trellis.core") -> list[str]:
    """Imports of a core module that are neither the standard library nor the core itself."""
    return [
        f"line {line}: imports {name}; the core stands on the standard library alone"
        for line, name in imported(source)
        if name.partition(".")[0] not in sys.stdlib_module_names and name != ours and not name.startswith(f"{ours}.")
    ]


def imports_of(source: str, refused: Collection[str], why: str) -> list[str]:
    return [
        f"line {line}: imports {name}; {why}" for line, name in imported(source) if name.partition(".")[0] in refused
    ]


def imported(source: str) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.lineno, node.module
