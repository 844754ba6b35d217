"""Write the two lock files: what Trellis runs with, and what its tests and documentation need besides.

Versions and digests only. Where packages come from is for the machine's own settings to say, so no address
gets in. The digests cover every file of a release, so the files serve other machines of the same system too.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
OPTIONS = (
    "--quiet",
    "--generate-hashes",
    "--allow-unsafe",
    "--strip-extras",
    "--no-annotate",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
    "--no-emit-options",
    "--extra=parquet",
)
HEAD = "# Made by `make lock` from pyproject.toml; not edited by hand.\n"


def main() -> None:
    """Compile both files, the second one to the versions of the first."""
    runtime, development = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"
    group = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]["dev"]
    compile_lock(runtime)
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "dev.in"
        wanted.write_text("\n".join([f"-c {runtime}", *group]) + "\n", "utf-8")
        compile_lock(development, str(wanted))


def compile_lock(lock: Path, *more: str) -> None:
    """Pin what pyproject.toml asks for; versions that the file holds stay unless `--upgrade` is given."""
    command = [sys.executable, "-m", "piptools", "compile", *OPTIONS, *sys.argv[1:], f"--output-file={lock}"]
    subprocess.run([*command, "pyproject.toml", *more], cwd=ROOT, check=True)
    lines = [line for line in lock.read_text("utf-8").splitlines() if not line.startswith("#")]
    lock.write_text(HEAD + "\n".join(lines).strip() + "\n", "utf-8")
    print(f"{lock.name}: {sum('==' in line for line in lines)} packages")


if __name__ == "__main__":
    main()
