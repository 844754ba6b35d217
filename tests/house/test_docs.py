from __future__ import annotations

import re
import tomllib

import pytest
from scripts.make_reference import commands, help_of
from tests.house.tree import ROOT, SOURCE, run, told

from trellis.core import errors

DOCS = ROOT / "docs"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
COMMANDS = [words for words, command in commands() if words and not hasattr(command, "commands")]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")

    answer = run("mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder))

    assert answer.returncode == 0, told(answer)
    return folder


def test_the_site_builds_without_a_warning(site):
    assert (site / "reference" / "cli" / "index.html").exists()


def test_the_site_fetches_nothing_from_elsewhere(site):
    fetched = re.compile(r'(?:src|<link[^>]+href)="?(?:https?:)?//[^"\s>]+', re.IGNORECASE)
    pages = sorted(site.rglob("*.html"))

    assert {found for page in pages for found in fetched.findall(page.read_text("utf-8"))} == set()


def test_the_generated_reference_is_fresh():
    answer = run("python", "scripts/make_reference.py", "--check")

    assert answer.returncode == 0, told(answer)


def test_every_command_is_shown_in_a_page_that_somebody_wrote():
    pages = [*DOCS.glob("*.md"), *DOCS.glob("tutorial/*.md"), *DOCS.glob("how-to/*.md")]
    written = "\n".join(page.read_text("utf-8") for page in pages)

    assert [words for words in COMMANDS if not _shown(words).search(written)] == []


def test_help_ends_with_a_line_that_can_be_pasted():
    last = {words: help_of(words).splitlines()[-1].strip().removeprefix("Example: ") for words in COMMANDS}

    assert {words: line for words, line in last.items() if not _shown(words).match(line)} == {}


def _shown(words: tuple[str, ...]) -> re.Pattern[str]:
    """The command as somebody would type it: `trellis chart export`, `trellis chart "My study" export`."""
    return re.compile(r"\btrellis " + r"(?: (?:\S+|\"[^\"]+\"))? ".join(map(re.escape, words)) + r"\b")


def test_every_error_has_its_line():
    page = (DOCS / "reference" / "errors.md").read_text("utf-8")
    slugs = {
        kind.slug for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.TrellisError)
    }

    assert {slug for slug in slugs if f"| `{slug}` |" not in page} == set()
    assert set(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE)) == slugs


def test_every_dependency_has_its_line():
    page = (DOCS / "dependencies.md").read_text("utf-8")
    project = PYPROJECT["project"]
    wanted = [
        *project["dependencies"],
        *(name for extra in project["optional-dependencies"].values() for name in extra),
        *PYPROJECT["dependency-groups"]["dev"],
    ]
    names = {re.split(r"[\[<>=~! ]", requirement)[0] for requirement in wanted}

    assert names == set(re.findall(r"^\| `([\w.-]+)` \|", page, re.MULTILINE))


def test_every_decision_is_listed():
    page = (DOCS / "adr" / "index.md").read_text("utf-8")
    records = sorted(path.name for path in (DOCS / "adr").glob("0*.md"))

    assert re.findall(r"\]\((0.+?\.md)\)", page) == records
    assert [name[:4] for name in records] == [f"{number:04}" for number in range(1, len(records) + 1)]


def test_the_changelog_names_what_is_coming_or_this_version():
    version = re.search(r'"(.+)"', (SOURCE / "core" / "version.py").read_text("utf-8").splitlines()[-1])
    heads = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)

    assert version
    assert heads[0] in {"Unreleased", version[1]}


def test_the_readme_gives_the_two_commands():
    readme = (ROOT / "README.md").read_text("utf-8")

    assert re.findall(r"^    (make \w+)", readme, re.MULTILINE) == ["make demo", "make test"]
