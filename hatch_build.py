"""Puts the workbench's pages into a wheel: builds them with npm where they are missing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Pages(BuildHookInterface[Any]):
    """Runs before a wheel or source archive is packed; an editable install needs no pages."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Builds the pages, unless they are there or are not wanted. Raises FileNotFoundError if that fails."""
        del build_data
        root = Path(self.root)
        page = root / "src" / "trellis" / "static" / "index.html"
        if version == "editable" or page.is_file():
            return
        npm = shutil.which("npm")
        if npm is not None and (root / "ui" / "package.json").is_file():
            if not (root / "ui" / "node_modules").is_dir():
                subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=root / "ui", check=True)
            subprocess.run([npm, "run", "build"], cwd=root / "ui", check=True)
        if not page.is_file():
            message = "the workbench's pages are not built; with Node 20 or newer run: make ui"
            raise FileNotFoundError(message)
