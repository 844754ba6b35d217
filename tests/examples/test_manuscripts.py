"""The two manuscripts of the roles study: the sound one keeps to its evidence, the key of the faulty one is right."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.examples.roles_files import ROLES, SPOKEN, read_rows, read_text

FOLDER = ROLES / "manuscripts"
NOT_SPOKEN = {"How work arrives"}
FEWEST_IN_A_ROLE = 3


def words(text: str) -> str:
    """The words of a text, without its punctuation, case and emphasis."""
    return " ".join(re.findall(r"[a-z0-9%£]+", text.casefold().replace("’", "").replace("'", "")))


def texts() -> dict[str, str]:
    """Each transcript (both voices apart from their labels) and document, in words."""
    spoken = {source: words(" ".join(said for _, said in turns)) for source, turns in SPOKEN.items()}
    documents = {path.stem: words(path.read_text(encoding="utf-8")) for path in (ROLES / "documents").iterdir()}
    return spoken | documents


def quotations(name: str) -> list[tuple[str, str]]:
    """(what stands between quotation marks, the 60 characters after it)."""
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    return [(found[1], text[found.end() : found.end() + 60]) for found in re.finditer(r"“([^”]+)”", text)]


def sources_of(quotation: str) -> set[str]:
    """Where all pieces of a quotation stand, in a transcript or document."""
    pieces = [words(piece) for piece in re.split(r"\[…\]", quotation)]
    return {source for source, text in texts().items() if all(piece in text for piece in pieces)}


def key(kind: str) -> list[dict[str, str]]:
    return [row for row in read_rows("manuscripts/key.csv") if row["kind"] == kind]


@pytest.mark.parametrize("name", ["sound", "faulty"])
def test_the_word_document_says_what_the_text_says(name: str) -> None:
    written = (FOLDER / f"{name}.md").read_text(encoding="utf-8")

    plain = re.sub(r"(?m)^(#+ |> |\d+\. (?=[A-Z]))|^\|[-| ]+\|$", "", written.replace("*", "").replace("|", " "))

    assert words(read_text(FOLDER / f"{name}.docx")) == words(plain)


def test_every_quotation_of_the_sound_paper_is_in_a_source() -> None:
    lost = [said for said, _ in quotations("sound") if said not in NOT_SPOKEN and not sources_of(said)]

    assert lost == []


def test_every_attribution_of_the_sound_paper_is_the_speaker_s_role() -> None:
    roles = {row["source"]: row["role"].casefold() for row in read_rows("manuscripts/sample.csv")}

    wrong = [
        (said, given[1])
        for said, after in quotations("sound")
        if (given := re.match(r" \(([^),]+)", after))
        if given[1].casefold() in roles.values() and given[1].casefold() not in {roles.get(s) for s in sources_of(said)}
    ]

    assert wrong == []


def test_no_role_that_the_sound_paper_attributes_to_is_small() -> None:
    sizes = Counter(row["role"].casefold() for row in read_rows("manuscripts/sample.csv"))

    named = {given[1].casefold() for _, after in quotations("sound") if (given := re.match(r" \(([^),]+)\)", after))}

    assert all(sizes[role] >= FEWEST_IN_A_ROLE for role in named if role in sizes)
    assert len(named & set(sizes)) >= len(sizes) - 1


def test_the_sample_of_the_manuscripts_is_that_of_the_study() -> None:
    people = {row["case"]: row for row in read_rows("people.csv") + read_rows("long/person.csv")}

    sample = read_rows("manuscripts/sample.csv")

    assert {row["case"] for row in sample} == set(people)
    assert all(row[name] == people[row["case"]][name] for row in sample for name in ("role", "site", "band", "gender"))


def test_what_the_key_says_stands_in_the_faulty_paper() -> None:
    text = (FOLDER / "faulty.md").read_text(encoding="utf-8")

    missing = [row["id"] for row in read_rows("manuscripts/key.csv") if row["text"] not in text]

    assert missing == []


def test_no_fault_is_in_the_sound_paper_and_every_decoy_is() -> None:
    sound = (FOLDER / "sound.md").read_text(encoding="utf-8")
    shared = {"F08", "F09", "F14"}  # faulty by what was taken from beside them

    planted = [row["id"] for row in key("fault") if row["text"] and row["text"] in sound]
    lost = [row["id"] for row in key("decoy") if row["text"] not in sound]

    assert set(planted) <= shared
    assert lost == []


def test_the_key_numbers_faults_and_decoys_in_order() -> None:
    faults, decoys = [row["id"] for row in key("fault")], [row["id"] for row in key("decoy")]

    assert faults == [f"F{number:02d}" for number in range(1, len(faults) + 1)]
    assert decoys == [f"D{number:02d}" for number in range(1, len(decoys) + 1)]


def test_every_line_of_the_key_says_what_it_is() -> None:
    with (FOLDER / "key.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))

    assert all(row["section"] and row["what"] for row in rows)
    assert {row["notice"] for row in rows} == {"Fiction written for Trellis, CC0"}


def test_the_folder_holds_what_its_readme_names() -> None:
    named = set(re.findall(r"`(\w+\.\w+)`", (FOLDER / "README.md").read_text(encoding="utf-8")))

    assert {Path(path).name for path in FOLDER.iterdir()} - {"README.md"} == named
