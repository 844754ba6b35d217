"""Write ui/src/api/openapi.json from the application's routes, with no server running.

`--check` writes nothing and fails when the file is stale; a test asks that.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from trellis.study.library import Library
from trellis.web.app import make_app
from trellis.web.workspace import Workspace

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "ui" / "src" / "api" / "openapi.json"


def main() -> int:
    """Write the description, or say that it is stale."""
    text = described()
    if "--check" in sys.argv[1:]:
        stale = not TARGET.exists() or TARGET.read_text("utf-8") != text
        if stale:
            print(f"{TARGET.relative_to(ROOT)} is stale; run `python scripts/make_openapi.py`")
        return 1 if stale else 0
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text, "utf-8")
    return 0


def described() -> str:
    """The OpenAPI description as deterministic JSON."""
    with TemporaryDirectory() as empty:
        app = make_app(Workspace(Library(Path(empty)), ""))
        return json.dumps(app.openapi(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.exit(main())
