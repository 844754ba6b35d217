"""The roles study holds together: its words, quotes, numbers and notices (read with the standard library only)."""

from __future__ import annotations

import csv
import re
import tomllib
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROLES = Path(__file__).parents[2] / "src" / "trellis" / "examples" / "roles"
TRANSCRIPTS = sorted((ROLES / "transcripts").iterdir())
INTERVIEWERS = {"INT", "Interviewer", "I", "Int", "Ana", "ANA", "Ben", "BEN", "Fay", "FAY"}
THEME_FIELDS = ("name", "definition", "include", "exclude", "example", "origin")
BLANKS = {"not asked", "asked and nothing said", "not raised", "not applicable"}
SITES = {"Harrow Vale", "Saltmarsh", "Kelder Bank"}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Turn = tuple[str, str]
Row = dict[str, str]


def read_text(path: Path) -> str:
    """The text of a file, a line for each paragraph of a Word document."""
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as package:
        root = ET.fromstring(package.read("word/document.xml"))
    return "\n".join("".join(t.text or "" for t in p.iter(f"{WORD}t")) for p in root.iter(f"{WORD}p"))


def read_turns(path: Path) -> list[Turn]:
    """(label, words) of each turn; a VTT cue is a turn, so a quote must lie within one cue."""
    text = read_text(path)
    if path.suffix == ".vtt":
        return re.findall(r"^<v ([^>]+)>(.+)$", text, re.MULTILINE)
    body = text.split("\n", 2)[2]
    if path.suffix == ".md":
        return re.findall(r"^\*\*([^*]+):\*\* (.+)$", body, re.MULTILINE)
    if re.search(r"^\w+  \d+:\d\d$", body, re.MULTILINE):
        return re.findall(r"^(\w+)  \d+:\d\d\n(.+)$", body, re.MULTILINE)
    return re.findall(r"^(\w+): (?:\[[\d:]+\] )?(.+)$", body, re.MULTILINE)


def read_rows(name: str) -> list[Row]:
    with (ROLES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def read_framework(version: str) -> list[Row]:
    return tomllib.loads((ROLES / f"framework-{version}.toml").read_text(encoding="utf-8"))["theme"]


TURNS = {path.stem: read_turns(path) for path in TRANSCRIPTS}
PEOPLE = {row["case"]: row["source"] for row in read_rows("people.csv")}
SPRING = {row["case"] for row in read_rows("people.csv") if row["date"] < "2009-06"}
LONG = read_turns(ROLES / "long" / "denise-str-worker.txt")
SPOKEN = TURNS | {"denise-str-worker": LONG}
DOCUMENTS = {
    path.stem: re.sub(r"\s+", " ", path.read_text(encoding="utf-8").replace("*", ""))
    for path in (ROLES / "documents").iterdir()
}
CASES = PEOPLE | {"Denise": "denise-str-worker"}
CHARTS = ("chart.csv", "chart-autumn.csv")


def sub_themes(version: str) -> set[str]:
    return {t["number"] for t in read_framework(version) if "." in t["number"] and t["name"] != "Other"}


def times_found(source: str, quote: str) -> int:
    if source in DOCUMENTS:
        return DOCUMENTS[source].count(quote)
    return sum(words.count(quote) for _, words in SPOKEN[source])


class Tree:
    """A framework as the rules at the head of operations.toml see it: children in order, names to find them by."""

    def __init__(self, themes: list[Row]) -> None:
        self.fields: dict[str, Row] = {}
        self.children: dict[str, list[str]] = {"": []}
        for theme in themes:
            self.put(theme["number"], theme, theme["number"].rpartition(".")[0], None)

    def put(self, key: str, fields: Row, parent: str, place: int | None) -> None:
        self.fields[key] = {name: fields.get(name, "") for name in THEME_FIELDS}
        self.children.setdefault(key, [])
        siblings = self.children[parent]
        siblings.insert(len(siblings) if place is None else place, key)

    def take(self, key: str) -> tuple[str, int]:
        parent = next(p for p, keys in self.children.items() if key in keys)
        place = self.children[parent].index(key)
        self.children[parent].pop(place)
        return parent, place

    def behind(self, parent: str, sibling: str) -> int:
        return self.children[parent].index(sibling) + 1 if sibling else 0

    def change(self, key: str, fields: Row) -> None:
        self.fields[key] |= {name: fields[name] for name in THEME_FIELDS if name in fields}

    def apply(self, operation: dict) -> None:
        getattr(self, operation["kind"])(operation)

    def add(self, operation: dict) -> None:
        parent = operation["parent"]
        self.put(operation["name"], operation, parent, self.behind(parent, operation["after"]))

    def move(self, operation: dict) -> None:
        self.take(operation["theme"])
        parent = operation["parent"]
        self.children[parent].insert(self.behind(parent, operation["after"]), operation["theme"])

    def rename(self, operation: dict) -> None:
        self.change(operation["theme"], operation)

    redefine = rename

    def split(self, operation: dict) -> None:
        parent, place = self.take(operation["theme"])
        for step, new in enumerate(operation["into"]):
            self.put(new["name"], new, parent, place + step)

    def merge(self, operation: dict) -> None:
        for theme in operation["themes"]:
            if theme != operation["keeps"]:
                self.take(theme)
        self.change(operation["keeps"], operation)

    def retire(self, operation: dict) -> None:
        self.take(operation["theme"])

    def numbered(self, key: str = "", number: str = "") -> list[Row]:
        rows: list[Row] = []
        for place, child in enumerate(self.children[key], start=1):
            own = f"{number}.{place}" if number else str(place)
            rows += [{"number": own, **self.fields[child]}, *self.numbered(child, own)]
        return rows


def read_operations(name: str = "operations.toml") -> list[dict]:
    return tomllib.loads((ROLES / name).read_text(encoding="utf-8"))["operation"]


@pytest.mark.parametrize("path", sorted(p for p in ROLES.rglob("*.*") if p.suffix != ".csv"), ids=lambda p: p.name)
def test_every_file_opens_with_the_fiction_notice(path: Path) -> None:
    opening = read_text(path)[:120]

    assert "Fiction" in opening
    assert "CC0" in opening


@pytest.mark.parametrize("path", sorted(ROLES.glob("*.csv")), ids=lambda p: p.name)
def test_every_row_of_a_table_carries_the_fiction_notice(path: Path) -> None:
    notices = {row["notice"] for row in read_rows(path.name)}

    assert notices == {"Fiction written for Trellis, CC0"}


@pytest.mark.parametrize("source", TURNS)
def test_an_interview_has_500_to_1200_spoken_words(source: str) -> None:
    words = sum(len(spoken.split()) for _, spoken in TURNS[source])

    assert 500 <= words <= 1200


@pytest.mark.parametrize("source", TURNS)
def test_an_interview_has_two_voices_and_the_participant_speaks_most(source: str) -> None:
    asked = sum(len(words) for label, words in TURNS[source] if label in INTERVIEWERS)
    said = sum(len(words) for label, words in TURNS[source] if label not in INTERVIEWERS)

    assert len({label for label, _ in TURNS[source]}) == 2
    assert said > 2 * asked > 0


@pytest.mark.parametrize("path", [p for p in TRANSCRIPTS if p.suffix != ".vtt"], ids=lambda p: p.name)
def test_no_line_of_a_transcript_falls_outside_its_turns(path: Path) -> None:
    body = [line for line in read_text(path).split("\n")[2:] if line]

    spoken = [words for _, words in TURNS[path.stem]]

    assert [line for line in body if not any(line.endswith(words) for words in spoken)] == [
        line for line in body if re.fullmatch(r"\w+  \d+:\d\d", line)
    ]


@pytest.mark.parametrize("path", sorted((ROLES / "documents").iterdir()), ids=lambda p: p.name)
def test_a_document_has_300_to_600_words(path: Path) -> None:
    assert 300 <= len(path.read_text(encoding="utf-8").split()) <= 600


def test_every_participant_has_a_transcript_and_every_transcript_one() -> None:
    assert sorted(PEOPLE.values()) == sorted(TURNS)


def test_the_sample_has_32_workers_in_seven_roles_and_five_managers_on_three_sites() -> None:
    people = read_rows("people.csv") + read_rows("long/person.csv")
    workers = [row for row in people if row["role"] != "team manager"]

    assert (len(workers), len(people) - len(workers)) == (32, 5)
    assert len({row["role"] for row in workers}) == 7
    assert {row["site"] for row in people} == SITES
    assert {row["team_type"] for row in workers} == {"uni-disciplinary", "multi-disciplinary"}
    assert {row["band"] for row in workers} == {"3", "4", "5", "6"}


def test_the_table_of_people_in_the_readme_counts_them() -> None:
    people = read_rows("people.csv") + read_rows("long/person.csv")
    sites = ("Harrow Vale", "Saltmarsh", "Kelder Bank")
    readme = (ROLES / "README.md").read_text(encoding="utf-8")
    printed = dict(re.findall(r"^\| ([a-zA-Z ]+) \| (\S+ \| \S+ \| \S+ \| \d+) \|$", readme, re.MULTILINE))

    for role in {row["role"] for row in people}:
        counts = [sum(row["role"] == role and row["site"] == site for row in people) for site in sites]
        assert printed[role].replace("-", "0") == " | ".join(map(str, [*counts, sum(counts)]))


def test_a_topic_that_was_not_covered_is_charted_as_not_asked_unless_it_was_told() -> None:
    covered = {(row["source"], row["topic"]): row["covered"] for row in read_rows("guide-coverage.csv")}
    rows = [row for row in read_rows("chart-autumn.csv") if row["case"] in set(PEOPLE) - SPRING]
    blank = {(row["case"], row["theme"]) for row in rows if row["blank"] == "not asked"}
    topic_of = {"1.2": "1.2", "1.3": "1.3", "2.1": "2.1", "2.4": "2.4", "3.1": "3.1", "6.2": "4.3", "8.2": "1.4"}

    asked = [
        (case, theme) for case, theme in blank if theme in topic_of and covered[PEOPLE[case], topic_of[theme]] != "no"
    ]

    assert asked == []


def test_quotas_say_which_combinations_do_not_exist() -> None:
    quotas = {(row["role"], row["site"]): row["exists"] for row in read_rows("quotas.csv")}

    reached = {(row["role"], row["site"]) for row in read_rows("people.csv")}

    assert all(quotas[pair] == "yes" for pair in reached)
    assert len(quotas) == 8 * 3
    assert "no" in quotas.values()


def test_guide_coverage_speaks_of_every_topic_and_source() -> None:
    topics = {row["number"] for row in read_rows("guide.csv") if "." in row["number"]}

    covered = [(row["source"], row["topic"]) for row in read_rows("guide-coverage.csv")]

    assert sorted(covered) == sorted((source, topic) for source in SPOKEN for topic in topics)


@pytest.mark.parametrize("version", ["v0", "v1", "v2", "v4"])
def test_numbers_of_a_framework_are_positions(version: str) -> None:
    themes = read_framework(version)

    assert [row["number"] for row in Tree(themes).numbered()] == [theme["number"] for theme in themes]


@pytest.mark.parametrize("version", ["v0", "v1", "v2", "v4"])
def test_every_main_theme_ends_in_other(version: str) -> None:
    themes = read_framework(version)
    last = {theme["number"].partition(".")[0]: theme["name"] for theme in themes}

    assert set(last.values()) == {"Other"}


def test_operations_lead_from_v0_to_v1() -> None:
    tree = Tree(read_framework("v0"))

    for operation in read_operations("operations-v1.toml"):
        tree.apply(operation)

    assert tree.numbered() == read_framework("v1")


def test_a_list_from_the_proposal_has_nothing_that_came_of_the_interviews() -> None:
    assert {theme["origin"] for theme in read_framework("v0")} == {"a priori"}


def test_operations_lead_from_v1_to_v2() -> None:
    tree = Tree(read_framework("v1"))

    for operation in read_operations():
        tree.apply(operation)

    assert tree.numbered() == read_framework("v2")


def test_operations_lead_from_v2_over_v3_to_v4() -> None:
    tree = Tree(read_framework("v2"))

    for operation in [*read_operations("long/definition-change.toml"), *read_operations("operations-v4.toml")]:
        tree.apply(operation)

    assert tree.numbered() == read_framework("v4")


def test_all_seven_kinds_of_operation_occur_with_a_reason_and_a_person() -> None:
    operations = read_operations()

    kinds = {operation["kind"] for operation in operations}

    assert kinds == {"add", "rename", "redefine", "move", "split", "merge", "retire"}
    assert all(operation["reason"] and operation["who"] for operation in operations)


def test_every_coded_quote_is_found_once_in_its_source() -> None:
    lost = [row for row in read_rows("codings.csv") if times_found(row["source"], row["quote"]) != 1]

    assert lost == []


def test_every_coding_names_a_sub_theme_of_its_version() -> None:
    numbers = {version: {t["number"] for t in read_framework(version)} for version in ("v1", "v2", "v4")}
    numbers["v3"] = numbers["v2"]

    wrong = [
        row
        for row in read_rows("codings.csv")
        if row["theme"] not in numbers[row["version"]] or "." not in row["theme"]
    ]

    assert wrong == []


def test_every_interview_is_indexed_by_one_and_some_by_ben_again() -> None:
    rows = read_rows("codings.csv")

    by_coder = {coder: {row["source"] for row in rows if row["coder"] == coder} for coder in ("Ana", "Fay", "Ben")}

    assert by_coder["Ana"] | by_coder["Fay"] == set(TURNS) | set(DOCUMENTS)
    assert by_coder["Ana"] & by_coder["Fay"] == set()
    assert len(by_coder["Ben"]) == 10


def test_no_coding_is_given_twice_by_one_coder() -> None:
    keys = [(row["source"], row["theme"], row["coder"], row["quote"]) for row in read_rows("codings.csv")]

    assert len(keys) == len(set(keys))


def test_every_case_and_sub_theme_has_statements_or_a_blank_reason() -> None:
    cells = {(row["case"], row["theme"]) for name in CHARTS for row in read_rows(name) if row["case"] in PEOPLE}

    assert cells == {(case, theme) for case in PEOPLE for theme in sub_themes("v4")}


def test_a_spring_case_is_charted_under_v2_and_completed_under_v4() -> None:
    first = {(row["case"], row["theme"]) for row in read_rows("chart.csv")}
    added = {(row["case"], row["theme"]) for row in read_rows("chart-autumn.csv") if row["case"] in SPRING | {"Denise"}}

    assert first == {(case, theme) for case in SPRING for theme in sub_themes("v2")}
    assert added == {(case, "2.4") for case in SPRING | {"Denise"}}


@pytest.mark.parametrize("name", CHARTS)
def test_a_blank_cell_has_a_known_reason_and_no_finding(name: str) -> None:
    rows = read_rows(name)
    blank = {(row["case"], row["theme"]) for row in rows if row["blank"]}

    findings = [row for row in rows if (row["case"], row["theme"]) in blank and row["layer"] in {"summary", "verbatim"}]

    assert {row["blank"] for row in rows if row["blank"]} <= BLANKS
    assert findings == []


@pytest.mark.parametrize("name", CHARTS)
def test_evidence_of_a_cell_is_found_once_in_the_source_of_its_case(name: str) -> None:
    evidence = [row for row in read_rows(name) if row["quote"]]

    lost = [
        row for row in evidence if row["source"] != CASES[row["case"]] or times_found(row["source"], row["quote"]) != 1
    ]

    assert lost == []


@pytest.mark.parametrize("name", CHARTS)
def test_a_summary_of_a_person_has_evidence_and_a_verbatim_phrase_is_exact(name: str) -> None:
    rows = [row for row in read_rows(name) if row["case"] in CASES]

    loose = [row for row in rows if row["layer"] == "summary" and not row["quote"]]
    inexact = [row for row in rows if row["layer"] == "verbatim" and row["text"] not in row["quote"]]

    assert loose == []
    assert inexact == []


@pytest.mark.parametrize("name", CHARTS)
def test_words_in_quotation_marks_in_a_summary_are_the_speaker_s(name: str) -> None:
    rows = [row for row in read_rows(name) if row["case"] in CASES and row["layer"] == "summary"]
    spoken = {source: " ".join(words for _, words in turns).casefold() for source, turns in SPOKEN.items()}

    invented = [
        phrase
        for row in rows
        for phrase in re.findall(r'"([^"]+)"', row["text"])
        if phrase.casefold().rstrip(".,") not in spoken[row["source"]]
    ]

    assert invented == []


@pytest.mark.parametrize("name", CHARTS)
def test_statements_of_a_cell_are_numbered_from_one(name: str) -> None:
    numbers: dict[tuple[str, str], list[int]] = {}
    for row in read_rows(name):
        if row["n"]:
            numbers.setdefault((row["case"], row["theme"]), []).append(int(row["n"]))

    assert all(sorted(set(given)) == list(range(1, max(given) + 1)) for given in numbers.values())


def test_a_group_row_rests_on_cells_of_its_own_people() -> None:
    people = {row["case"]: row for row in read_rows("people.csv") + read_rows("long/person.csv")}
    rows = [row for row in read_rows("chart-autumn.csv") if row["case"] not in CASES]

    foreign = [
        (row["case"], row["theme"], case)
        for row in rows
        for case in row["rests_on"].split(";")
        if row["case"] not in (people[case]["site"], people[case]["role"]) and row["layer"] == "summary"
    ]

    assert {row["case"] for row in rows} >= SITES
    assert foreign == []


def test_a_memo_is_about_something_of_the_study_and_a_decision_says_who_was_there() -> None:
    documents = {path.stem for path in (ROLES / "documents").iterdir()}
    themes = {t["number"] for version in ("v1", "v2", "v4") for t in read_framework(version)}
    memos = read_rows("memos.csv")

    assert {memo["about"] for memo in memos} <= {"", *SPOKEN, *documents, *themes}
    assert all(memo["who_was_there"] for memo in memos if memo["kind"] == "decision")
