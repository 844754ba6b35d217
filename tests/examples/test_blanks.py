"""A blank that says who asked agrees with what the interview covered of the topic guide."""

from __future__ import annotations

import pytest

from tests.examples import peer_files
from tests.examples.roles_files import CASES, CHARTS, Row, read_rows

WORKERS = {
    "1.1": "1.1",
    "1.2": "1.2",
    "1.3": "1.3",
    "2.1": "2.1",
    "2.2": "2.2",
    "2.3": "2.3",
    "2.4": "2.4",
    "3.1": "3.1",
    "4.3": "3.4",
    "5.1": "4.1",
    "5.2": "4.2",
    "6.2": "4.3",
    "6.3": "4.4",
    "8.2": "1.4",
}
"""Sub-themes of the roles study, and the topic that asks after each."""
PEERS = {"2.1": "2.1", "1.2": "2.2", "2.2": "2.3", "3.1": "2.4", "3.2": "2.4", "4.3": "2.3"}
CARERS = {"1.1": "3.1", "1.2": "3.1", "5.3": "3.2"}
STAFF = {"1.1": "1.2", "1.2": "1.3", "1.3": "1.3", "4.1": "1.5"}


def covered(rows: list[Row]) -> dict[tuple[str, str], str]:
    return {(row["source"], row["topic"]): row["covered"] for row in rows}


def wrong(blank: str, how: str | None) -> bool:
    """Whether a blank says “not asked” of what was asked outright, or “nothing said” where nobody asked."""
    return how is not None and ((blank == "not asked" and how == "yes") or (blank != "not asked" and how == "no"))


def asked(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row["blank"] in {"not asked", "asked and nothing said"}]


def test_a_blank_of_the_roles_study_agrees_with_the_topics_covered() -> None:
    topics = covered(read_rows("guide-coverage.csv"))
    blank = [row for name in CHARTS for row in asked(read_rows(name)) if row["theme"] in WORKERS]

    at_odds = [
        (row["case"], row["theme"], row["blank"])
        for row in blank
        if wrong(row["blank"], topics.get((CASES[row["case"]], WORKERS[row["theme"]])))
    ]

    assert len(blank) > 40
    assert at_odds == []


@pytest.mark.parametrize(("who", "asks"), [("peer worker", PEERS), ("carer", CARERS), ("staff", STAFF)])
def test_a_blank_of_the_peer_study_agrees_with_the_topics_covered(who: str, asks: dict[str, str]) -> None:
    topics = covered(peer_files.rows_of("guide-coverage.csv"))
    spoken = {
        row["case"]: row["source"]
        for row in peer_files.PEOPLE
        if (row["stakeholder"] if row["stakeholder"] in {"peer worker", "carer", "service user"} else "staff") == who
    }
    blank = [row for row in asked(peer_files.rows_of("chart.csv")) if row["theme"] in asks and row["case"] in spoken]

    at_odds = [
        (row["case"], row["theme"], row["blank"])
        for row in blank
        if wrong(row["blank"], topics.get((spoken[row["case"]], asks[row["theme"]])))
    ]

    assert blank
    assert at_odds == []
