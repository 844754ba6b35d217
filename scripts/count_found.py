"""Counts what a check of the example manuscripts finds of their keys: caught, missed, false alarms.

    python scripts/count_found.py

A fault with a text is caught if a remark stands on words of it; one without, if a remark of a kind that asks about it
is there. On the faulty paper any other remark is a false alarm, unless it is for your eyes; on the sound one every
remark is. A remark on a decoy is one in any case.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trellis.study.manuscripts import review_manuscript

EXAMPLES = Path(__file__).parents[1] / "src" / "trellis" / "examples"
STUDIES = ("roles", "peer")
ABSENCES = {
    "F-A1": {"method-unsaid"},
    "F-A14": {"method-unsaid"},
    "F-A10": {"voice-missing"},
    "F-B3": {"sample-arithmetic"},
    "F-B11": {"voice-missing"},
    "voice-missing": {"voice-missing"},
}
"""Kinds of fault that are something missing, with the checks that would ask for it."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark of a review: its check, level and sentence, and the words that it stands on, plain."""

    check: str
    level: str
    said: str
    words: tuple[str, ...]

    def stands_on(self, text: str) -> bool:
        """Whether the remark is about words of this text; a bare number counts by the row that is named."""
        plain = _plain(text)
        if all(words.isdigit() for words in self.words):
            row = text.strip("| ").partition("|")[0].strip()
            return bool(row) and row in self.said
        return any(words and (words in plain or plain in words) for words in self.words if not words.isdigit())


def remarks_of(study: str, name: str) -> list[Remark]:
    """Everything that a check says of one manuscript of an example."""
    folder = EXAMPLES / study
    manuscripts = folder / "manuscripts"
    review: Any = review_manuscript(manuscripts / f"{name}.docx", folder / "transcripts", manuscripts / "sample.csv")
    return [
        Remark(r.check, str(r.level), r.said, tuple(_plain(spot.words) for spot in r.spots)) for r in review.remarks
    ]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold().replace("’", "").replace("'", "")))


def counted(study: str) -> None:
    """Prints one study's line, then what was missed and what was raised without cause."""
    with (EXAMPLES / study / "manuscripts" / "key.csv").open(encoding="utf-8", newline="") as lines:
        key = list(csv.DictReader(lines))
    faults = [row for row in key if row["kind"] == "fault"]
    decoys = [row for row in key if row["kind"] == "decoy"]
    found = remarks_of(study, "faulty")
    used: set[int] = set()
    caught = []
    for row in faults:
        fits = [
            at
            for at, remark in enumerate(found)
            if (remark.stands_on(row["text"]) if row["text"] else remark.check in ABSENCES.get(row["flag"], ()))
        ]
        used.update(fits)
        caught += [row["id"]] if fits else []
    hit = [row["id"] for row in decoys if any(remark.stands_on(row["text"]) for remark in found)]
    stray = [r for at, r in enumerate(found) if at not in used and r.level != "for your eyes"]
    sound = remarks_of(study, "sound")
    loud = [r for r in sound if r.level != "for your eyes"]
    print(
        f"| {study} | {len(caught)} of {len(faults)} | {len(hit)} of {len(decoys)} | {len(stray)} of {len(found)} "
        f"| {len(loud)} of {len(sound)} |"
    )
    print("  missed:", ", ".join(row["id"] for row in faults if row["id"] not in caught))
    for where, listed in (("faulty", stray), ("sound", loud)):
        for remark in listed:
            print(f"  {where}: {remark.level}, {remark.check}: {remark.said[:100]}")


def main() -> None:
    """Prints every study."""
    print("| study | faults caught | decoys raised | without cause, faulty | without cause, sound |")
    for study in STUDIES:
        counted(study)


if __name__ == "__main__":
    main()
