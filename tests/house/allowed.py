"""What the house lints pass over, each with its reason.

Extend a list only with a reason that will still hold.
"""

from __future__ import annotations

# path below src/trellis -> functions of it that are one long list or table, not a long thought.
LONG_LISTS: dict[str, frozenset[str]] = {}

# Paths below src/trellis of modules that decide something and are tested elsewhere: path -> where and why.
TESTED_ELSEWHERE: dict[str, str] = {}

# Paths below src/trellis that may write with SQL. `store/changes.py` is the only writer of study tables;
# the others write what stands outside history: derived tables, the search index, the history itself.
WRITERS: dict[str, str] = {
    "store/changes.py": "the change: the one writer of study tables",
    "store/changes/": "the same, as a package",
    "store/derived.py": "theme paths and numbers, rebuilt from study tables at any time",
    "store/history.py": "the history's own tables",
    "store/migrations/": "carry a file from one format to the next, outside history",
    "store/past.py": "builds an earlier state in a copy",
    "store/search.py": "the search index, rebuilt from the texts at any time",
    "store/undo.py": "puts before-images back, as a change",
}

# Paths below src/trellis/store and src/trellis/study that open files, none of them a study file:
# path -> which file.
OPENERS: dict[str, str] = {}


def covers(allowed: dict[str, str], path: str) -> bool:
    """Whether a path is in the list, itself or by a folder (which ends in "/")."""
    return any(path == entry or (entry.endswith("/") and path.startswith(entry)) for entry in allowed)
