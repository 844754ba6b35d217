"""Words and habits that stay out of the repository."""

from __future__ import annotations

import ast
import re

# The forbidden names are put together here, so that this file does not hold them itself.
_REGISTRIES = ("py" + "pi.org", "files.python" + "hosted", "registry.npm" + "js", "deb." + "debian.org")
_MACHINE_PATH = re.compile(r"(?<![\w.}/-])/(?:wo" + r"rk|o" + r"pt)/\w")
_TODO = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b(?!.*#\d)")
_ADDRESS = re.compile(r"(?:https?|file|git\+\w+)://|--(?:index-url|extra-index-url|find-links|trusted-host)")


def registry_hosts(text: str) -> list[str]:
    return _lines(text, re.compile("|".join(map(re.escape, _REGISTRIES))), "names a package registry")


def machine_paths(text: str) -> list[str]:
    return _lines(text, _MACHINE_PATH, "names a path of one machine")


def open_ends(text: str) -> list[str]:
    return _lines(text, _TODO, "leaves something to do without the number of its issue (#12)")


def addresses(text: str) -> list[str]:
    return _lines(text, _ADDRESS, "carries an address; lock files hold names, versions and digests")


def catch_alls(source: str) -> list[str]:
    """`except:`, `except Exception`, and `except BaseException` that does not end in a bare `raise`."""
    return [
        f"line {node.lineno}: catches everything; name the errors that can be handled here"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ExceptHandler) and _is_catch_all(node)
    ]


def _lines(text: str, pattern: re.Pattern[str], what: str) -> list[str]:
    return [
        f"line {number}: {what}: {line.strip()[:60]}"
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def _is_catch_all(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = {kind.id for kind in kinds if isinstance(kind, ast.Name)}
    if handler.type is None or "Exception" in names:
        return True
    last = handler.body[-1]
    passes_on = isinstance(last, ast.Raise) and last.exc is None
    return "BaseException" in names and not passes_on
