from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.ui.serving import Serving
from tests.ui.slow import BROWSER_SLOWDOWN, most_ms
from trellis.bootstrap import make_example
from trellis.study.demo import Stage

# A slow machine is not a failure.
expect.set_options(timeout=30_000)

STATIC = Path(__file__).parents[2] / "src" / "trellis" / "static"


@pytest.fixture(scope="session", autouse=True)
def pages():
    """The built pages."""
    if not (STATIC / "index.html").is_file():
        pytest.fail("the workbench's pages are not built; run: make ui", pytrace=False)


@pytest.fixture(scope="session")
def example(tmp_path_factory):
    """The example study, charted, as a closed file, made once; each test works on a copy."""
    folder = tmp_path_factory.mktemp("example")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRELLIS_HOME", str(folder / "home"))
        make_example(folder / "roles.trellis", lambda _line: None, Stage.CHARTED).close()
    return folder / "roles.trellis"


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "library"
    folder.mkdir()
    return folder


@pytest.fixture
def serving(library, tmp_path):
    """A workbench over an empty library."""
    running = Serving(library, tmp_path / "home")
    yield running
    running.stop()


@pytest.fixture
def on_example(example, library, tmp_path):
    """A workbench whose library holds a copy of the example study, "roles"."""
    shutil.copy(example, library / "roles.trellis")
    running = Serving(library, tmp_path / "home", person="Cleo")
    yield running
    running.stop()


@pytest.fixture
def browser_context_args(browser_context_args):
    # Without motion a colour is what it is at once, and what is measured is what stays.
    return {
        **browser_context_args,
        "viewport": {"width": 1280, "height": 800},
        "locale": "en-GB",
        "reduced_motion": "reduce",
    }


@pytest.fixture
def page(page):
    """A page of the browser; slowed where late answers are asked for as well."""
    if most_ms():
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": BROWSER_SLOWDOWN})
    return page


@pytest.fixture
def complaints(page):
    """What the browser complained of: errors of scripts, refusals by the security policy, calls to elsewhere."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda line: found.append(line.text) if line.type == "error" else None)
    page.on("request", lambda asked: found.append(asked.url) if not asked.url.startswith("http://127.0.0.1") else None)
    return found


@pytest.fixture
def home(page, serving, complaints):
    """The page, signed in to an empty library."""
    page.goto(serving.link)
    return page


@pytest.fixture
def roles(page, on_example, complaints):
    """The page, signed in, on the overview of the example study."""
    page.goto(on_example.link)
    page.goto(f"{on_example.address}/s/roles/")
    return page
