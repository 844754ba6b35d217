from __future__ import annotations

import subprocess
import sys

WHOLE_ROUND = """
import sys, tempfile, pathlib, os
folder = pathlib.Path(tempfile.mkdtemp())
os.environ["TRELLIS_HOME"] = str(folder / "home")
import trellis
study = trellis.new(folder / "one.trellis", "One", "Ana")
study.history.backup(folder / "two.trellis")
study.history.check()
study.close()
loaded = set()
maps = pathlib.Path("/proc/self/maps")
if maps.exists():
    loaded = {line.split()[-1] for line in maps.read_text().splitlines() if "sqlite" in line.lower()}
print([name for name in sys.modules if name in {"sqlite3", "_sqlite3"}], [n for n in loaded if "sqlcipher3" not in n])
"""


def test_no_other_sqlite_is_loaded_into_the_process():
    told = subprocess.run([sys.executable, "-c", WHOLE_ROUND], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[] []"
