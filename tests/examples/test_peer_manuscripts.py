"""The two manuscripts of the peer study: the sound one keeps to its evidence, the key of the faulty one is right."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.examples.peer_files import PEER, PEOPLE, TURNS, rows_of
from tests.examples.roles_files import read_text
from tests.examples.test_manuscripts import words

FOLDER = PEER / "manuscripts"
NOT_SPOKEN = {"Having a say"}
SAMPLE = rows_of("manuscripts/sample.csv")
KEY = rows_of("manuscripts/key.csv")
SOUND = (FOLDER / "sound.md").read_text(encoding="utf-8")
FAULTY = (FOLDER / "faulty.md").read_text(encoding="utf-8")
TEXTS = {source: words(" ".join(said for _, said in turns)) for source, turns in TURNS.items()} | {
    path.stem: words(path.read_text(encoding="utf-8")) for path in (PEER / "documents").iterdir()
}
QUOTED = [(found[1], SOUND[found.end() : found.end() + 60]) for found in re.finditer(r"“([^”]+)”", SOUND)]
FEWEST_IN_A_GROUP = 3


def sources_of(quotation: str) -> set[str]:
    """Where a quotation stands, in a transcript or document."""
    return {source for source, text in TEXTS.items() if words(quotation) in text}


@pytest.mark.parametrize("name", ["sound", "faulty"])
def test_the_word_document_says_what_the_text_says(name: str) -> None:
    written = (FOLDER / f"{name}.md").read_text(encoding="utf-8")

    plain = re.sub(r"(?m)^(#+ |> |\d+\. (?=[A-Za-z]))|^\|[-| ]+\|$", "", written.replace("*", "").replace("|", " "))

    assert words(read_text(FOLDER / f"{name}.docx")) == words(plain)


def test_every_quotation_of_the_sound_paper_is_in_a_source() -> None:
    lost = [said for said, _ in QUOTED if said not in NOT_SPOKEN and not sources_of(said)]

    assert lost == []


def test_every_attribution_of_the_sound_paper_is_the_speaker_s_group_and_wave() -> None:
    roles = {row["source"]: row["role"] for row in SAMPLE}
    waves = {row["source"]: row["wave"] for row in SAMPLE}
    wrong = []
    for said, after in QUOTED:
        given = re.match(r" \(([^),]+)(?:, (at referral|nine months))?", after)
        if given and given[1].casefold() in roles.values():
            found = {(roles.get(source), waves.get(source)) for source in sources_of(said)}
            wrong += [said] if (given[1].casefold(), given[2] or "") not in found else []

    assert wrong == []


def test_no_group_that_the_sound_paper_attributes_to_is_small() -> None:
    people = {(row["case"], row["role"]) for row in SAMPLE}
    sizes = Counter(role for _, role in people)

    assert set(sizes) == {"manager", "professional", "colleague", "peer worker", "carer", "service user"}
    assert min(sizes.values()) >= FEWEST_IN_A_GROUP


def test_nobody_is_quoted_who_did_not_agree() -> None:
    quiet = {row["source"] for row in PEOPLE if row["consent_quote"] == "no"}

    assert [said for said, _ in QUOTED if sources_of(said) and sources_of(said) <= quiet] == []


def test_the_table_of_the_sound_paper_counts_the_sample() -> None:
    people = {(row["case"], row["stakeholder"], row["organisation"]) for row in PEOPLE}
    places = ("Castle Dock", "Chalk Coast", "Brackenshaw", "Tarnside")
    printed = dict(re.findall(r"^\| ([A-Z][a-z ]+) \| ((?:[–\d]+ \| ){4}\d+) \|$", SOUND, re.MULTILINE))

    for group in {stakeholder for _, stakeholder, _ in people}:
        counts = [sum(found[1:] == (group, place) for found in people) for place in places]
        assert printed[group.capitalize()].replace("–", "0") == " | ".join(map(str, [*counts, sum(counts)]))


def test_the_sample_of_the_manuscripts_is_that_of_the_study() -> None:
    people = {row["source"]: row for row in PEOPLE}

    assert [row["source"] for row in SAMPLE] == [row["source"] for row in PEOPLE]
    assert all(
        row[name] == people[row["source"]][name] for row in SAMPLE for name in ("case", "wave", "stakeholder", "gender")
    )


def test_there_are_thirty_faults_and_a_dozen_decoys_at_least() -> None:
    kinds = Counter(row["kind"] for row in KEY)

    assert kinds["fault"] >= 30
    assert kinds["decoy"] >= 12


def test_what_the_key_says_stands_in_the_faulty_paper() -> None:
    assert [row["id"] for row in KEY if row["text"] not in FAULTY] == []


def test_no_fault_is_in_the_sound_paper_and_every_decoy_is() -> None:
    shared = {"F10"}  # faulty by what was taken from behind it

    planted = {row["id"] for row in KEY if row["kind"] == "fault" and row["text"] and row["text"] in SOUND}
    lost = [row["id"] for row in KEY if row["kind"] == "decoy" and row["text"] not in SOUND]

    assert planted == shared
    assert lost == []


def test_the_key_numbers_faults_and_decoys_in_order_and_says_what_each_is() -> None:
    faults = [row["id"] for row in KEY if row["kind"] == "fault"]
    decoys = [row["id"] for row in KEY if row["kind"] == "decoy"]

    assert faults == [f"F{number:02d}" for number in range(1, len(faults) + 1)]
    assert decoys == [f"D{number:02d}" for number in range(1, len(decoys) + 1)]
    assert all(row["section"] and row["what"] for row in KEY)


def test_the_folder_holds_what_its_readme_names() -> None:
    named = set(re.findall(r"`(\w+\.\w+)`", (FOLDER / "README.md").read_text(encoding="utf-8")))

    assert {path.name for path in FOLDER.iterdir()} - {"README.md"} == named
