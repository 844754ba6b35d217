"""Where the repository's files are, for the house tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "trellis"
TESTS = ROOT / "tests"

_TEXT = frozenset(
    {".cfg", ".css", ".csv", ".html", ".in", ".ini", ".js", ".lock", ".md", ".py", ".sh", ".toml", ".txt"}
    | {".mako", ".yaml", ".yml"}
)
_TOP = ("src", "tests", "docs", "scripts", "benchmarks", "examples", ".ci")


def source_modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def below(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def text_files() -> Iterator[Path]:
    """Every text file of the repository; what tools leave behind is not in these folders."""
    for path in sorted(ROOT.iterdir()):
        if path.is_file() and (path.suffix in _TEXT or path.name in {"Makefile", "LICENSE", ".gitignore"}):
            yield path
    for folder in _TOP:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and (path.suffix in _TEXT or folder == ".ci"):
                yield path


def offences(paths: list[Path], lint: Callable[[str], list[str]]) -> list[str]:
    """What a lint finds in the files, as "path line N: what"."""
    return [f"{below(ROOT, path)} {found}" for path in paths for found in lint(path.read_text("utf-8"))]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """A tool of the environment the tests run in, started at the root on this tree's own source."""
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    settings = {
        **os.environ,
        "PATH": places,
        "PYTHONPATH": str(ROOT / "src"),
        "NO_COLOR": "1",
        "NO_MKDOCS_2_WARNING": "1",
    }
    return subprocess.run(words, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)


def told(answer: subprocess.CompletedProcess[str]) -> str:
    return f"\n{answer.stdout}\n{answer.stderr}"
