"""A judgement says whose word it rests on: that of the people in whose cells and words its evidence stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.examples import peer_files, roles_files
from tests.examples.roles_files import Row, read_rows

ROLE = {row["case"]: row["role"] for row in read_rows("people.csv")} | {"Denise": "STR worker"}
STAKEHOLDER = {row["case"]: row["stakeholder"] for row in peer_files.PEOPLE}
MANAGERS = {
    "senior manager",
    "project manager",
    "manager outside the projects",
    "human resources and risk",
    "commissioner",
}
RESTS = {
    (row["case"], row["theme"]): {one.strip() for one in row["rests_on"].split(";")}
    for row in read_rows("chart-autumn.csv")
    if row["rests_on"]
}
"""On whose cells the rows of groups rest."""


def in_roles(row: Row, case: str) -> str:
    """How somebody stands to what is judged in the roles study."""
    if ROLE[case] == "team manager":
        return "manager"
    if row["kind"] == "case":
        return "self" if case == row["unit"] else "colleague"
    return "self" if row["kind"] == "team" or ROLE[case] == row["unit"] else "colleague"


def in_peer(row: Row, case: str) -> str:
    """How somebody stands to what is judged in the peer study: a group of stakeholders, or peer workers."""
    whose = STAKEHOLDER[case]
    if whose == (row["unit"] if row["lens"] == "recognition" else "peer worker"):
        return "self"
    if whose in MANAGERS:
        return "manager"
    return whose if whose in {"service user", "carer"} else "colleague"


def tellers(piece: str, sources: dict[str, str], documents: set[str]) -> set[str]:
    """Whose words one piece of evidence holds; nobody's where it is a document's."""
    source, words, _ = piece.partition(": ")
    if words and source in documents:
        return set()
    if words:
        return {sources[source]}
    case, theme = piece.split(" × ")[:2]
    return RESTS.get((case, theme), {case})


@pytest.mark.parametrize(
    ("rows", "sources", "documents", "stands"),
    [
        (
            read_rows("judgements.csv"),
            {source: case for case, source in roles_files.CASES.items()},
            set(roles_files.DOCUMENTS),
            in_roles,
        ),
        (
            peer_files.rows_of("judgements.csv"),
            {row["source"]: row["case"] for row in peer_files.PEOPLE},
            set(peer_files.DOCUMENTS),
            in_peer,
        ),
    ],
    ids=["roles", "peer"],
)
def test_the_word_is_that_of_those_in_whose_cells_the_evidence_stands(
    rows: list[Row], sources: dict[str, str], documents: set[str], stands: Callable[[Row, str], str]
) -> None:
    wrong = []
    for row in rows:
        pieces = [piece.strip() for piece in row["for"].split(" | ") if piece.strip()]
        words = {stands(row, case) for piece in pieces for case in tellers(piece, sources, documents)}
        words |= {"document" for piece in pieces if not tellers(piece, sources, documents)}
        if words != {word.strip() for word in row["word"].split(";") if word.strip()}:
            wrong.append((row["lens"], row["unit"], row["dimension"], row["word"], sorted(words)))

    assert len(rows) > 60
    assert wrong == []
