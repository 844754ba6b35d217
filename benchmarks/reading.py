"""What is asked of a study while somebody works: extracts under a theme, words in context, counts."""

from __future__ import annotations

from functools import partial

import regex
from sqlcipher3 import dbapi2 as driver

from benchmarks import bare, generator, large
from benchmarks.measure import Figure, Place, Row, Target, best
from trellis.core.filters import Filters

REGION = "north"
FILTERS = Filters(where=(("region", (REGION,)),))
FIRST_EXTRACTS, ALL_EXTRACTS = (
    "extracts under a theme, one region: first page",
    "extracts under a theme, one region: all",
)
FREQUENT, RARE = 11, 2_000
"""Ranks of the words that are looked for: about 100,000 hits, and about 700, in all 1,500 interviews."""
PATTERN = r"\b{}\w*ri\b"


def retrieval_side(place: Place) -> list[Figure]:
    """`study.index.retrieve`, with words, speakers, cases and names of themes and coders."""
    with large.opened(large.stage(place, "full")) as study:
        first = best(place, FIRST_EXTRACTS, lambda: study.index.retrieve("1", FILTERS))
        found = study.index.retrieve("1", FILTERS, limit=None)
        everything = best(place, ALL_EXTRACTS, lambda: study.index.retrieve("1", FILTERS, limit=None))
    note = f"{len(found.extracts):,} extracts"
    return [first, Figure(ALL_EXTRACTS, everything.wall_s, everything.cpu_s, note)]


_EXTRACTS = """
SELECT s.name, g.name, p.label, p.n, c.start, c."end", substr(o.body, c.start + 1, c."end" - c.start), t.name, w.name
FROM theme_path y JOIN coding c ON c.theme = y.theme JOIN source s ON s.k = c.source
JOIN version v ON v.k = c.version JOIN content o ON o.sha = v.sha
JOIN extent e ON e.source = s.k JOIN kase g ON g.k = e."case"
JOIN attribute_value a ON a.owner = g.k AND a.wave = 0 AND a.value = :value
JOIN attribute b ON b.k = a.attribute AND b.name = 'region'
JOIN theme t ON t.k = c.theme JOIN person w ON w.k = c.coder
LEFT JOIN part p ON p.version = c.version AND p.start = (
  SELECT max(q.start) FROM part q WHERE q.version = c.version AND q.start <= c.start)
WHERE y.ancestor = (SELECT k FROM theme WHERE parent IS NULL ORDER BY pos LIMIT 1)
ORDER BY s.name, c.start LIMIT :most"""


def _fetched(connection: driver.Connection, statement: str, values: dict[str, object]) -> list[tuple[object, ...]]:
    return list(connection.execute(statement, values).fetchall())


def bare_retrieval_side(place: Place) -> list[Figure]:
    """One statement that joins themes, codings, texts, cases and attributes of the same file."""
    connection = bare.reading(large.stage(place, "full"))
    try:
        return [
            best(place, name, partial(_fetched, connection, _EXTRACTS, {"value": REGION, "most": most}))
            for name, most in ((FIRST_EXTRACTS, 100), (ALL_EXTRACTS, -1))
        ]
    finally:
        connection.close()


def _queries() -> dict[str, tuple[str, str]]:
    """By the name of the figure: the query, and the pattern that finds the same in a scan."""
    words = generator.vocabulary()
    phrase = f"{words[0]} {words[2]}"
    return {
        "frequent word in context: first page": (words[FREQUENT], rf"\b{words[FREQUENT]}\b"),
        "rare word in context: first page": (words[RARE], rf"\b{words[RARE]}\b"),
        "phrase in context: first page": (f'"{phrase}"', rf"\b{phrase}\b"),
    }


COUNTED = "phrase: all hits counted"
EXPRESSION = "regular expression: all hits counted"


def search_side(place: Place) -> list[Figure]:
    """`study.search.find` and `.count`: first 200 hits with context, speaker and case; all hits."""
    queries = _queries()
    with large.opened(large.stage(place, "full")) as study:
        figures = [best(place, name, partial(study.search.find, asked)) for name, (asked, _) in queries.items()]
        phrase = queries["phrase in context: first page"][0]
        figures.append(best(place, COUNTED, lambda: study.search.count(phrase)))
        pattern = PATTERN.format(generator.vocabulary()[1][:3])
        figures.append(best(place, EXPRESSION, lambda: study.search.count(pattern, regex=True)))
    return figures


def bare_search_side(place: Place) -> list[Figure]:
    """A scan of all texts, already in memory, by the `regex` package."""
    connection = bare.reading(large.stage(place, "full"))
    texts = [row[0] for row in connection.execute("SELECT body FROM content WHERE body IS NOT NULL")]
    connection.close()
    queries = _queries()
    patterns = {name: scanned for name, (_, scanned) in queries.items()}
    patterns[COUNTED] = queries["phrase in context: first page"][1]
    patterns[EXPRESSION] = PATTERN.format(generator.vocabulary()[1][:3])
    figures = []
    for name, written in patterns.items():
        compiled = regex.compile(written, regex.IGNORECASE)
        figures.append(best(place, name, partial(_scanned, compiled, texts)))
    return figures


def _scanned(pattern: regex.Pattern[str], texts: list[str]) -> int:
    return sum(sum(1 for _ in pattern.finditer(text)) for text in texts)


RETRIEVAL = Row(
    "retrieval",
    "Everything under a theme and its sub-themes, for cases by attribute",
    retrieval_side,
    bare_retrieval_side,
    targets={FIRST_EXTRACTS: Target(cpu_s=0.05), ALL_EXTRACTS: Target(ratio=3)},
)
SEARCH = Row(
    "search",
    "Words in context; beside it a scan of all texts by `regex`",
    search_side,
    bare_search_side,
    targets={name: Target(cpu_s=0.03) for name in _queries()},
)
