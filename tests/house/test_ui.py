"""The workbench's own rules: types, style, tests, who imports whom, and types made from today's API."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import pytest
from tests.house.tree import ROOT, below, told

UI = ROOT / "ui"
SOURCES = sorted(path for path in (UI / "src").rglob("*") if path.suffix in {".ts", ".tsx"})
IMPORT = re.compile(r"""(?:from|import)\s*\(?\s*["']@/([a-z]+)/([a-z-]+)""")
FIRST_CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")
# Layer -> the layers it may import. A feature may import itself; no feature imports another.
MAY_IMPORT = {
    "app": {"app", "api", "shared", "features"},
    "features": {"api", "shared"},
    "shared": {"api", "shared"},
    "api": {"api"},
}


def run_in_ui(*words: str) -> subprocess.CompletedProcess[str]:
    npx = shutil.which("npx")
    assert npx is not None, "Node 20 or newer is missing"
    settings = {**os.environ, "NO_COLOR": "1", "CI": "true"}
    return subprocess.run(
        [npx, "--no-install", *words], cwd=UI, env=settings, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "words",
    [("tsc", "--noEmit"), ("eslint", "--max-warnings", "0", "src"), ("vitest", "run")],
    ids=["types", "style", "tests"],
)
def test_the_pages_keep_their_rules(words):
    answer = run_in_ui(*words)

    assert answer.returncode == 0, told(answer)


def strangers(layer: str, feature: str, text: str) -> list[str]:
    """What a file of a layer imports and may not."""
    return [
        f"{there}/{name}"
        for there, name in IMPORT.findall(text)
        if there not in MAY_IMPORT[layer] and not (there == layer == "features" and name == feature)
    ]


def test_features_do_not_know_each_other():
    found = []
    for path in SOURCES:
        layer, _, rest = below(UI / "src", path).partition("/")
        if layer in MAY_IMPORT:
            feature = rest.partition("/")[0]
            found += [
                f"{below(ROOT, path)} imports {name}" for name in strangers(layer, feature, path.read_text("utf-8"))
            ]

    assert found == []


def test_a_feature_that_imports_another_is_caught():
    assert strangers("features", "chart", 'import { x } from "@/features/reader/x";') == ["features/reader"]
    assert strangers("features", "chart", 'import { x } from "@/features/chart/x";') == []


def styled(sheet: str) -> set[str]:
    """The classes that a stylesheet's selectors begin with."""
    bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    selectors = (one for head in re.findall(r"([^{}]+)\{", bare) for one in head.split(","))
    return {found[1] for one in selectors if not one.strip().startswith("@") and (found := FIRST_CLASS.search(one))}


def test_no_class_is_styled_by_two_features():
    # Every stylesheet that was ever needed stays in the page, so each of two would style the other's elements.
    by_class: dict[str, set[str]] = {}
    for path in (UI / "src" / "features").rglob("*.css"):
        feature = below(UI / "src" / "features", path).partition("/")[0]
        for name in styled(path.read_text("utf-8")):
            by_class.setdefault(name, set()).add(feature)

    assert {name: features for name, features in by_class.items() if len(features) > 1} == {}


def test_a_class_is_found_in_each_form_of_selector():
    sheet = ".one { } /* .no { } */ @media print { mark.two[data-x], .three > .no { } } .four.no { }"

    assert styled(sheet) == {"one", "two", "three", "four"}


def test_pages_hold_one_idea_each():
    long = [
        below(ROOT, path)
        for path in SOURCES
        if path.name != "schema.d.ts" and path.read_text("utf-8").count("\n") > 400
    ]

    assert long == []


def test_the_types_are_made_from_todays_api(tmp_path):
    made = tmp_path / "schema.d.ts"

    answer = run_in_ui("openapi-typescript", "src/api/openapi.json", "--default-non-nullable=false", "-o", str(made))

    assert answer.returncode == 0, told(answer)
    assert made.read_text("utf-8") == (UI / "src/api/schema.d.ts").read_text("utf-8"), "run: npm run types --prefix ui"
