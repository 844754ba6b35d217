"""The files of the roles study, read with the standard library only."""

from __future__ import annotations

import csv
import re
import tomllib
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

ROLES = Path(__file__).parents[2] / "src" / "trellis" / "examples" / "roles"
TRANSCRIPTS = sorted((ROLES / "transcripts").iterdir())
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
