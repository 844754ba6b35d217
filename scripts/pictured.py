"""The screens that are pictured, how each is come to, and what the example studies are dressed with for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from trellis.bootstrap import open_study
from trellis.study.study import Study
from trellis.study.worksheet_given import Datum

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "src" / "trellis" / "examples" / "roles"
DRAFT = ROOT / "examples" / "check-a-manuscript" / "faulty.md"
ROLES, PEER = "/s/roles", "/s/peer"
COLUMN = "4.3"

Steps = Callable[[Page], None]


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture. name: as its file is called; docs: its name in docs/img, if the documentation shows it."""

    name: str
    path: str
    steps: Steps = lambda _page: None
    docs: str = ""


def dress(library: Path) -> None:
    """Does in the example studies what a team does after the last stage, so that no screen is empty."""
    with open_study(library / "roles.trellis", "Cleo") as study:
        _column(study)
        _types(study)
        _returned(study)


def _column(study: Study) -> None:
    """Elements and categories of “Caseload and saying no”."""
    sheets = study.worksheets
    alone = [
        sheets.draw(COLUMN, "Says no by herself", [Datum(1), Datum(4)]),
        sheets.draw(COLUMN, "Knows the number and keeps to it", [Datum(2)]),
    ]
    asks = [sheets.draw(COLUMN, "Asks the manager first", [Datum(3), Datum(6)])]
    sheets.draw(COLUMN, "Nobody has ever said no", [Datum(5)])
    sheets.add_category(COLUMN, "Held alone", elements=alone, definition="The worker sets the limit and says so.")
    sheets.add_category(COLUMN, "Held together", elements=asks, definition="The limit is set with somebody else.")


def _types(study: Study) -> None:
    """A typology of sites, with every case placed but one."""
    types = study.typologies
    types.new("Kinds of place", kind="site")
    types.add_dimension("Kinds of place", "Who sets the limit", values=["the team", "the manager", "nobody"])
    types.add_dimension("Kinds of place", "Base", values=["shared", "none"])
    sites = sorted(types.now("Kinds of place").units.values())
    for site, limit, base in zip(sites, ("the team", "the manager"), ("shared", "none"), strict=False):
        types.place("Kinds of place", site, "Who sets the limit", limit)
        types.place("Kinds of place", site, "Base", base)
    types.add_type("Kinds of place", "Held places", [("Who sets the limit", "the team"), ("Base", "shared")])


def _returned(study: Study) -> None:
    """Cells that wait for somebody, and who should do what."""
    study.chart.write("Maureen", "8.4", "Asks twice about the lease car.")
    study.under("Dora").chart.mark("Maureen", "8.4", "returned", question="Whose car is it, hers or the team’s?")
    study.readings.assign("Ana", "chart", case="Maureen", due="2026-12-11")
    study.readings.assign("Ben", "index", source="02-dan", due="2026-12-04")


def _read(name: str) -> Steps:
    def steps(page: Page) -> None:
        page.get_by_role("link", name=name).first.click()
        expect(page.get_by_role("region", name=f"Text of {name}")).to_be_visible()

    return steps


def _button(*names: str) -> Steps:
    def steps(page: Page) -> None:
        for name in names:
            page.get_by_role("button", name=re.compile(f"^{name}")).first.click()

    return steps


def _link(*names: str) -> Steps:
    def steps(page: Page) -> None:
        for name in names:
            page.get_by_role("link", name=re.compile(f"^{name}")).first.click()

    return steps


def _keys(*keys: str, typed: str = "") -> Steps:
    def steps(page: Page) -> None:
        for key in keys:
            page.keyboard.press(key)
        page.keyboard.type(typed)

    return steps


def _then(*each: Steps) -> Steps:
    def steps(page: Page) -> None:
        for one in each:
            one(page)

    return steps


def _tab(name: str) -> Steps:
    return lambda page: page.get_by_role("tab", name=re.compile(f"^{name}")).first.click()


def _cell(name: str) -> Steps:
    def steps(page: Page) -> None:
        page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name)).first.get_by_role(
            "gridcell"
        ).first.click()

    return steps


def _files(page: Page) -> None:
    page.get_by_label("Files to bring in").set_input_files(sorted((EXAMPLE / "transcripts").iterdir())[:8])
    expect(page.get_by_role("heading", name=re.compile("would come in|is new|in the study"))).to_be_visible()


def _checked(page: Page) -> None:
    given = (
        ("Choose the manuscript", DRAFT),
        ("Choose the transcripts", sorted((EXAMPLE / "transcripts").iterdir())),
        ("Choose the sample sheet", EXAMPLE / "people.csv"),
    )
    for button, files in given:
        with page.expect_file_chooser() as chosen:
            page.get_by_role("button", name=button, exact=True).press("Enter")
        chosen.value.set_files(files)
    page.get_by_role("button", name="Check the manuscript").press("Enter")
    expect(page.get_by_role("heading", level=2, name="First page")).to_be_visible(timeout=60_000)


def _past(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Read as it was after change")).nth(5).click()
    expect(page.get_by_text("The study as it was")).to_be_visible()


def _typed(page: Page) -> None:
    page.get_by_role("region", name="Text of 01-maureen").focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
    page.keyboard.type("2.3")
    page.wait_for_timeout(300)


def _theme(page: Page) -> None:
    page.get_by_role("treeitem").nth(2).click()


HEARD_TWICE = """async () => {
  const of = async what => (await fetch(`/api/studies/peer/${what}`)).json();
  const [cases, themes] = [await of('cases'), (await of('framework')).themes];
  return [cases.cases.find(each => each.name === 'Leon').k, cases.waves[0].k, themes[1].k].join(':');
}"""


def _waves_aside(page: Page) -> None:
    """The waves side by side, at somebody who was heard in both."""
    page.goto(f"{page.url}?waves=beside&cell={page.evaluate(HEARD_TWICE)}")
    expect(page.get_by_role("complementary", name="The cell").get_by_text("Leon, at referral")).to_be_visible()
    page.get_by_role("grid", name="Framework matrix").focus()
    for _row in range(3):
        page.keyboard.press("ArrowDown")


def _first_case(page: Page) -> None:
    page.get_by_role("rowheader").get_by_role("link").first.click()


SHOTS: tuple[Shot, ...] = (
    Shot("home", "/"),
    Shot("home-new", "/", _button("New study")),
    Shot("home-import", "/", _button("Import a study")),
    Shot("overview", f"{ROLES}/", docs="overview"),
    Shot("overview-peer", f"{PEER}/"),
    Shot("palette", f"{ROLES}/", _keys("Control+k", typed="sup")),
    Shot("shortcuts", f"{ROLES}/chart", _keys("Shift+?")),
    Shot("sample-cases", f"{ROLES}/sample", docs="sample"),
    Shot("sample-add-case", f"{ROLES}/sample", _button("Add a case")),
    Shot("sample-add-attribute", f"{ROLES}/sample", _button("Add an attribute")),
    Shot("sample-table", f"{ROLES}/sample?view=table"),
    Shot("sample-quotas", f"{ROLES}/sample?view=quotas"),
    Shot("sample-waves", f"{PEER}/sample?view=waves"),
    Shot("sample-consent", f"{ROLES}/sample?view=consent"),
    Shot("sample-guide", f"{ROLES}/sample?view=guide"),
    Shot("sources", f"{ROLES}/sources"),
    Shot("sources-preview", f"{PEER}/sources", _files, docs="import-preview"),
    Shot("memos", f"{ROLES}/memos"),
    Shot("framework", f"{ROLES}/framework", _theme, docs="framework"),
    Shot("framework-add", f"{ROLES}/framework", _keys("n")),
    Shot("framework-todo", f"{ROLES}/framework?view=todo"),
    Shot("framework-versions", f"{ROLES}/framework?view=versions"),
    Shot("read", f"{ROLES}/read"),
    Shot("reader", f"{ROLES}/read", _read("01-maureen"), docs="reader"),
    Shot("reader-typed", f"{ROLES}/read", _then(_read("01-maureen"), _typed), docs="read-and-index"),
    Shot("reader-chart", f"{ROLES}/read", _then(_read("01-maureen"), _tab("Chart"))),
    Shot("reader-memos", f"{ROLES}/read", _then(_read("01-maureen"), _tab("Memos"))),
    Shot("reader-source", f"{ROLES}/read", _then(_read("01-maureen"), _tab("Source"))),
    Shot("search", f"{ROLES}/search?q=supervision", docs="search"),
    Shot("sort", f"{ROLES}/sort"),
    Shot("sort-theme", f"{ROLES}/sort", _link("5.1 Formal supervision"), docs="sort"),
    Shot("team", f"{ROLES}/team"),
    Shot("team-open", f"{ROLES}/team", _button("Open a round")),
    Shot("team-round", f"{ROLES}/team", _link("Disagreements of double"), docs="disagreements"),
    Shot("chart", f"{ROLES}/chart", _cell("Dan"), docs="chart"),
    Shot("chart-export", f"{ROLES}/chart", _button("Export")),
    Shot("chart-bring-back", f"{ROLES}/chart", _button("Bring back")),
    Shot("chart-case", f"{ROLES}/chart", _link("Dan")),
    Shot("chart-waves", f"{PEER}/chart", _waves_aside, docs="waves-side-by-side"),
    Shot(
        "chart-case-waves",
        f"{PEER}/chart",
        _first_case,
    ),
    Shot("queue", f"{ROLES}/queue"),
    Shot("explore-crosstab", f"{ROLES}/explore", docs="explore"),
    Shot("explore-together", f"{ROLES}/explore?view=together"),
    Shot("explore-groups", f"{ROLES}/explore?view=groups"),
    Shot("explore-waves", f"{PEER}/explore?view=waves"),
    Shot("explore-saturation", f"{ROLES}/explore?view=saturation"),
    Shot("explore-power", f"{ROLES}/explore?view=power"),
    Shot("explore-voices", f"{ROLES}/explore?view=voices"),
    Shot("suggestions-that-wait", f"{ROLES}/suggestions"),
    Shot("audit", f"{ROLES}/history/audit"),
    Shot("explore-intent", f"{ROLES}/explore?view=intent"),
    Shot("worksheets", f"{ROLES}/worksheet"),
    Shot("worksheet", f"{ROLES}/worksheet", _link(re.escape(COLUMN)), docs="worksheet"),
    Shot("typologies", f"{ROLES}/typologies"),
    Shot("typology", f"{ROLES}/typologies", _link("Kinds of place")),
    Shot("lenses", f"{ROLES}/lenses"),
    Shot("lens-outcomes", f"{ROLES}/lenses/assistant-role", docs="lens"),
    Shot("lens-axes", f"{ROLES}/lenses/workplace-regime"),
    Shot("lens-recognition", f"{PEER}/lenses/recognition"),
    Shot("lens-judge", f"{ROLES}/lenses/assistant-role?view=judge&unit=STR%20worker&kind=role", docs="lens-sheet"),
    Shot("lens-rests", f"{ROLES}/lenses/assistant-role?view=rests"),
    Shot("lens-compare", f"{ROLES}/lenses/assistant-role?view=compare"),
    Shot("lens-about", f"{ROLES}/lenses/assistant-role?view=about"),
    Shot("findings", f"{ROLES}/findings"),
    Shot("finding", f"{ROLES}/findings", _link("1"), docs="finding"),
    Shot("review", f"{ROLES}/review", docs="review"),
    Shot("report", f"{ROLES}/report", docs="report"),
    Shot("report-template", f"{ROLES}/report", _button("Change the template")),
    Shot("panel", f"{ROLES}/panel"),
    Shot("print-chart", f"{ROLES}/print/chart"),
    Shot("print-chart-case", f"{ROLES}/print/chart?by=case&paper=A4"),
    Shot("print-source", f"{ROLES}/read", _then(_read("01-maureen"), _link("Print with line"))),
    Shot("history", f"{ROLES}/history", docs="history"),
    Shot("manuscript", "/manuscript"),
    Shot("manuscript-found", "/manuscript", _checked, docs="manuscript"),
    Shot("past-overview", f"{ROLES}/history", _then(_past, _link("Overview"))),
    Shot("past-chart", f"{ROLES}/chart"),
    Shot("past-framework", f"{ROLES}/framework", _theme),
)
