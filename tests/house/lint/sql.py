"""SQL stays in the store, study tables are written in one place, and nothing else opens a study file."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

_READ = r"select\b.+?\bfrom\s+\w|pragma\s+\w|begin\s+(immediate|deferred|exclusive)|vacuum\b|attach\s+database"
_WRITE = r"insert\s+(or\s+\w+\s+)?into\s+\w|replace\s+into\s+\w|update\s+\w+\s+set\s|delete\s+from\s+\w"
_SHAPE = r"(create|drop|alter)\s+(virtual\s+|unique\s+|temp\s+)?(table|index|view|trigger)\s+\w"


def _pattern(*parts: str) -> re.Pattern[str]:
    """Statements at the start of a string, in capitals or small letters; "Select a theme from" is English."""
    small = "|".join(parts)
    capitals = re.sub(r"\\.|[a-z]", lambda found: found[0] if found[0][0] == "\\" else found[0].upper(), small)
    return re.compile(rf"\s*(?:(?:with\s.+?|WITH\s.+?)\)\s*)?(?:{small}|{capitals})", re.DOTALL)


_ANY = _pattern(_READ, _WRITE, _SHAPE)
_WRITES = _pattern(_WRITE)
# An order to the search index is spelt like a row for it; a temporary table is gone with the connection.
_NO_WRITE = re.compile(r"\s*(INSERT\s+INTO\s+(\w+)\s*\(\s*\2\b|(INSERT\s+INTO|DELETE\s+FROM)\s+temp\.)")
_WRITERS = frozenset({"insert", "update", "delete"})
_BEHIND_HISTORY = (
    (re.compile(r"\bON\s+(DELETE|UPDATE)\s+(CASCADE|SET\s)", re.IGNORECASE), "a cascade"),
    (re.compile(r"\bCREATE\s+(TEMP\s+)?TRIGGER\b", re.IGNORECASE), "a trigger"),
    (re.compile(r"\bAUTOINCREMENT\b"), "a key drawn by the database"),
)
_BEHIND_HISTORY_KEYWORDS = {
    "ondelete": "a cascade",
    "onupdate": "a value set behind the change",
    "server_default": "a database default",
    "server_onupdate": "a value set by the database",
    "sqlite_autoincrement": "a key drawn by the database",
}
_OPENERS = frozenset({"read_bytes", "write_bytes", "read_text", "write_text"})
_COPIERS = frozenset({"copy", "copy2", "copyfile", "copyfileobj", "move"})


def statements(source: str) -> list[str]:
    """SQL in a string, docstrings left out."""
    return [
        f"line {line}: SQL outside the store: {' '.join(text.split())[:40]!r}; give store/queries a function"
        for line, text in _strings(ast.parse(source))
        if _ANY.match(text)
    ]


def writes(source: str) -> list[str]:
    """Writing statements: SQL in strings, SQLAlchemy's insert, update, delete and the tables' methods."""
    tree = ast.parse(source)
    names = _imported_writers(tree)
    found = [(line, text) for line, text in _strings(tree) if _WRITES.match(text) and not _NO_WRITE.match(text)]
    found += [
        (node.lineno, ast.unparse(node))
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _is_write(node, names)
    ]
    return [f"line {line}: writes past the change: {' '.join(text.split())[:40]!r}" for line, text in sorted(found)]


def behind_history(source: str) -> list[str]:
    """Whatever lets the database change rows that the change object has not read."""
    tree = ast.parse(source)
    found = [(line, what) for line, text in _strings(tree) for form, what in _BEHIND_HISTORY if form.search(text)]
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in _BEHIND_HISTORY_KEYWORDS:
            found.append((node.value.lineno, _BEHIND_HISTORY_KEYWORDS[node.arg]))
        elif isinstance(node, ast.keyword) and node.arg == "autoincrement" and _is_true(node.value):
            found.append((node.value.lineno, "a key drawn by the database"))
    return [f"line {line}: {what} changes rows behind history's back" for line, what in sorted(found)]


def opens_files(source: str) -> list[str]:
    """Opening or copying a file; on a study file that drops the database's locks (ADR 2)."""
    return [
        f"line {node.lineno}: {ast.unparse(node.func)}() opens a file; only the driver opens a study"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and _is_open(node.func)
    ]


def _strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            skipped.update(id(part) for part in node.values)
            yield node.lineno, "".join(_text_of(part) for part in node.values)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.lineno, node.value


def _text_of(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "x"


def _imported_writers(tree: ast.Module) -> set[str]:
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlalchemy")
        for alias in node.names
        if alias.name in _WRITERS
    }


def _is_write(node: ast.Call, names: set[str]) -> bool:
    if isinstance(node.func, ast.Name):
        return node.func.id in names
    if not isinstance(node.func, ast.Attribute) or node.func.attr not in _WRITERS:
        return False
    # A table's insert() takes nothing; list.insert(0, x) and dict.update(more) take something.
    of_library = isinstance(node.func.value, ast.Name) and node.func.value.id in {"sa", "sql", "sqlalchemy"}
    return of_library or not (node.args or node.keywords)


def _is_true(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is True


def _is_open(called: ast.expr) -> bool:
    if isinstance(called, ast.Name):
        return called.id == "open"
    if not isinstance(called, ast.Attribute):
        return False
    if called.attr in _OPENERS:
        return True
    owner = called.value.id if isinstance(called.value, ast.Name) else ""
    return (called.attr in _COPIERS and owner == "shutil") or (called.attr == "open" and owner in {"io", "os"})
