"""The pages that a newcomer follows, followed to the letter."""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: str, language: str) -> list[str]:
    return [code for found, code in BLOCK.findall((DOCS / page).read_text("utf-8")) if found == language]


def test_the_notebook_runs_from_top_to_bottom(tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRELLIS_LIBRARY", str(tmp_path / "library"))
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}

    for code in blocks("tutorial/in-a-notebook.md", "python"):
        exec(compile(code, "in-a-notebook.md", "exec"), names)  # our own page

    assert (tmp_path / "matrix.xlsx").exists()
    assert (tmp_path / "matrix.html").exists()
