from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from trellis.cli import contents
from trellis.cli.contents import CONTENTS, PARTS, commands_of
from trellis.cli.main import app


def test_every_command_of_a_module_stands_in_the_list_and_no_other():
    listed = {(entry.module, name) for name, entry in CONTENTS.items()}

    assert listed == {(module, name) for module, _ in listed for name in commands_of(module)}


def test_every_module_with_commands_stands_in_the_list():
    modules = {path.stem: path.read_text("utf-8") for path in Path(contents.__file__).parent.glob("*.py")}
    gathered = {
        name for name, text in modules.items() if re.search(r"^def register\(|^app = typer", text, re.MULTILINE)
    }
    within = {name for text in modules.values() for name in re.findall(r"(\w+)\.app\b|_group in \(([^)]*)\)", text)}
    nested = {word for found in within for word in re.findall(r"\w+", " ".join(found))}

    assert gathered - nested - {"main"} == {entry.module for entry in CONTENTS.values()}


def test_help_lists_each_command_with_its_line_uncut():
    told = CliRunner().invoke(app, ["--help"]).output

    for name, entry in CONTENTS.items():
        assert f"  {name} " in told
        assert entry.line in told


def test_help_lists_the_commands_under_the_stages_of_the_method():
    told = CliRunner().invoke(app, ["--help"]).output

    stages = [f"{heading}:\n" for heading in PARTS]
    assert [told.index(stage) for stage in stages] == sorted(told.index(stage) for stage in stages)
    assert told.index("4 Chart:") < told.index("  chart ") < told.index("5 Interpret:")


def test_a_command_that_is_not_there_is_refused_with_what_is_near():
    told = CliRunner().invoke(app, ["serch"])

    assert told.exit_code == 2
    assert "search" in told.output


def test_help_imports_nothing_that_works_on_studies():
    code = (
        "import sys\nfrom typer.testing import CliRunner\nfrom trellis.cli.main import app\n"
        "CliRunner().invoke(app, ['--help'])\n"
        "print([name for name in ('sqlalchemy', 'numpy', 'docx', 'trellis.study') if name in sys.modules])"
    )

    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert answer.stdout == "[]\n"


def test_showing_a_study_imports_no_library_for_documents_and_counts(tmp_path):
    code = (
        "import sys, trellis\nfrom trellis.cli.contents import commands_of\n"
        f"trellis.new({str(tmp_path / 'a.trellis')!r}, 'A', 'Ana').close()\n"
        "commands_of('study')\n"
        "print([name for name in ('numpy', 'docx', 'lxml', 'openpyxl') if name in sys.modules])"
    )

    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert answer.stdout == "[]\n"
