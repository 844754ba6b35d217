"""Column worksheets, counted and dated set-wise."""

from __future__ import annotations

from sqlalchemy import Connection

from trellis.core.keys import Key
from trellis.store.queries.plain import Row, rows_of


def confirmed(connection: Connection, theme: Key) -> dict[Key, int]:
    """For each element of a column, the number of the change at which it was last said to be right; 0 for none."""
    rows = rows_of(
        connection,
        "SELECT e.k, coalesce(h.seq, 0) FROM element e LEFT JOIN change h ON h.k = e.confirmed WHERE e.theme = ?",
        [theme],
    )
    return dict(rows)


def elements(connection: Connection) -> list[Row]:
    """(element, theme, number of the change that confirmed it, whether its links ask to look again) of all elements.

    A link asks so where its statement says something else now, or is no longer in the column and nobody said that
    this is known; and so does an element without links. Held against `core.worksheet_rules` by a test.
    """
    asks = (
        "s.k IS NOT NULL AND s.theme = e.theme AND (s.text <> l.words OR s.layer <> l.layer) "
        "OR (s.k IS NULL OR s.theme <> e.theme) AND NOT l.gone"
    )
    return rows_of(
        connection,
        f"SELECT e.k, e.theme, coalesce(h.seq, 0), max(l.element IS NULL OR ({asks})) FROM element e "
        "LEFT JOIN change h ON h.k = e.confirmed LEFT JOIN element_link l ON l.element = e.k "
        "LEFT JOIN statement s ON s.k = l.statement GROUP BY e.k",
        [],
    )


def worksheets(connection: Connection, chart: Key) -> list[Row]:
    """(theme, statements, statements drawn from, elements, of these in no category, categories) of each column.

    Only columns in which something is said or was drawn. Comments are no data.
    """
    said = (
        "SELECT s.theme, count(*) AS said, count(d.statement) AS drawn FROM statement s LEFT JOIN "
        "(SELECT DISTINCT l.statement, e.theme FROM element_link l JOIN element e ON e.k = l.element) d "
        "ON d.statement = s.k AND d.theme = s.theme WHERE s.chart = ? AND s.layer <> 'comment' GROUP BY s.theme"
    )
    found = "SELECT theme, count(*) AS elements, sum(category IS NULL) AS loose FROM element GROUP BY theme"
    groups = "SELECT theme, count(*) AS categories FROM category GROUP BY theme"
    return rows_of(
        connection,
        f"WITH said AS ({said}), found AS ({found}), made AS ({groups}) SELECT t.k, coalesce(said.said, 0), "
        "coalesce(said.drawn, 0), coalesce(found.elements, 0), coalesce(found.loose, 0), coalesce(made.categories, 0) "
        "FROM theme t LEFT JOIN said ON said.theme = t.k LEFT JOIN found ON found.theme = t.k "
        "LEFT JOIN made ON made.theme = t.k "
        "WHERE said.theme IS NOT NULL OR found.theme IS NOT NULL OR made.theme IS NOT NULL ORDER BY t.k",
        [chart],
    )
