"""`trellis search`: words in context."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Annotated

import typer
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from trellis.cli.common import AsCsv, AsJson, Form, Person, StudyName, form, opened, say, show
from trellis.cli.filtering import Cases, InRound, Kinds, Sources, Speakers, Under, Waves, Where, chosen
from trellis.cli.leaving import show_words
from trellis.cli.pseudonyms import Identified, KeyFile, as_wanted
from trellis.core.around import words_after, words_before
from trellis.core.turns import clock
from trellis.study.search import AROUND, PAGE, Found, Hit
from trellis.study.table import Table

_NARROWEST = 60
_WIDEST = 160


def search(
    study: StudyName,
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help="Words, phrases, prefix*, NEAR(a b, 5), AND, OR, NOT, /pattern/.")
    ],
    *,
    sources: Sources = None,
    kinds: Kinds = None,
    waves: Waves = None,
    cases: Cases = None,
    speakers: Speakers = None,
    theme: Under = None,
    where: Where = None,
    in_round: InRound = None,
    regex: Annotated[bool, typer.Option("--regex", help="QUERY is a regular expression.")] = False,
    count: Annotated[bool, typer.Option("--count", help="Only say how much is found.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="Hits on a page.")] = PAGE,
    after: Annotated[str | None, typer.Option(metavar="CURSOR", help="Go on after the page that named it.")] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    identified: Identified = False,
    key: KeyFile = None,
    person: Person = None,
) -> None:
    """Words in context, without regard to case and accents, by source and position.

    Example: trellis search roles12 "NEAR(car supervision, 10)" --speaker participant
    """
    filters = chosen(
        sources=sources,
        kinds=kinds,
        waves=waves,
        cases=cases,
        speakers=speakers,
        theme=theme,
        where=where,
        in_round=in_round,
    )
    how = form(as_json=as_json, as_csv=as_csv)
    with opened(study, person) as whole, as_wanted(whole, "search", identified=identified, key=key) as work:
        if count:
            found = work.search.count(query, filters, regex=regex)
            show(Table(("hits", "parts", "sources"), ((found.hits, found.parts, found.sources),)), how)
            return
        around = AROUND if how is not Form.TABLE else _width()
        page = work.search.find(query, filters, regex=regex, limit=limit, after=after, around=around)
        if how is Form.TABLE:
            _show_in_context(page)
        else:
            show_words(whole, page.table(), how, identified=identified)
    if page.next is not None:
        say(f"there is more; go on with --after {page.next}")


def _width() -> int:
    return min(max(Console().width, _NARROWEST), _WIDEST)


def _show_in_context(page: Found) -> None:
    """One line a hit, the hits below one another, sources as headings."""
    console = Console(highlight=False, soft_wrap=True)
    if not page.hits:
        say("nothing found")
    places = [_place(hit) for hit in page.hits]
    margin = max((cell_len(place) for place in places), default=0)
    side = max((_width() - margin - 4) // 2 - 6, 10)
    source = ""
    for hit, place in zip(page.hits, places, strict=True):
        if hit.source != source:
            source = hit.source
            console.print(Text(source, style="bold underline" if sys.stdout.isatty() else ""))
        console.print(_line(hit, set_cell_size(place, margin), side))


def _place(hit: Hit) -> str:
    time = clock(hit.from_ms)
    return "  " + " ".join(piece for piece in (str(hit.part), time, hit.speaker) if piece)


def _line(hit: Hit, place: str, side: int) -> Text:
    left = _fitting(_flat(hit.left), side, lambda words, most: words_before(words, len(words), most))
    right = _fitting(_flat(hit.right), side, lambda words, most: words_after(words, 0, most))
    line = Text(f"{place}  ", style="dim")
    line.append(" " * max(side - cell_len(left), 0) + left, style="not dim")
    line.append(_flat(hit.words), style="bold not dim reverse")
    line.append(right, style="not dim")
    return line


def _fitting(words: str, side: int, cut: Callable[[str, int], str]) -> str:
    """As many whole words as take up no more than `side` columns; some letters take two."""
    most = side
    while cell_len(fitting := cut(words, most)) > side and most > 0:
        most -= max((cell_len(fitting) - side) // 2, 1)
    return fitting


def _flat(words: str) -> str:
    """The words on one line; every line break and tab is one space, so that nothing moves."""
    return "".join(" " if letter.isspace() else letter for letter in words)


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("search")(search)
