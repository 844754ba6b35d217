"""Counts what the manuscript check finds of the faults planted in the roles study's paper.

    python scripts/check_planted.py          # a table, and the numbers
    python scripts/check_planted.py --brief  # the numbers alone

A fault counts as caught where a remark of the check named here for it has a spot in the paragraph or table of its
words in key.csv; a fault that is something left out or everywhere, where such a remark says the words given here.
A remark that no fault accounts for is a false alarm, and so is every remark on the sound paper. A decoy is struck
where the spot of any remark meets its words.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from trellis.core.manuscript import Manuscript
from trellis.core.review import Remark, Review
from trellis.reading import read_manuscript
from trellis.study.manuscripts import review_manuscript

ROLES = Path(__file__).resolve().parents[1] / "src" / "trellis" / "examples" / "roles"
FOLDER = ROLES / "manuscripts"

EXPECTED: dict[str, tuple[str, str]] = {
    "F01": ("sample-arithmetic", ""),
    "F02": ("sample-arithmetic", ""),
    "F03": ("second-hand", ""),
    "F04": ("reference-missing", ""),
    "F07": ("method-unsaid", "did not take part"),
    "F08": ("sample-arithmetic", ""),
    "F09": ("sample-arithmetic", ""),
    "F10": ("method-unsaid", ""),
    "F11": ("method-unsaid", "when the material was collected"),
    "F12": ("sample-arithmetic", ""),
    "F13": ("numbering-gap", ""),
    "F15": ("reference-missing", ""),
    "F16": ("method-unsaid", ""),
    "F17": ("method-unsaid", "nothing is said of charting"),
    "F18": ("method-unsaid", "ethics"),
    "F19": ("attribution-pattern", "attributions"),
    "F20": ("quantifier-unbased", ""),
    "F21": ("quantifier-unbased", ""),
    "F22": ("numbering-gap", ""),
    "F23": ("verbatim-mismatch", ""),
    "F24": ("verbatim-mismatch", ""),
    "F25": ("attribution-not-in-sample", ""),
    "F27": ("quotation-spliced", ""),
    "F28": ("attribution-mismatch", ""),
    "F29": ("attribution-mismatch", ""),
    "F30": ("attribution-mismatch", ""),
    "F31": ("disclosure", ""),
    "F32": ("disclosure", ""),
    "F33": ("prompted", ""),
    "F34": ("second-hand", ""),
    "F35": ("sample-arithmetic", ""),
    "F36": ("evidence-reused", ""),
    "F37": ("attribution-mismatch", ""),
    "F39": ("wave-artefact", ""),
    "F40": ("voice-missing", "team manager"),
    "F41": ("contrast-one-sided", ""),
    "F42": ("note-left-in", ""),
    "F43": ("contrast-confounded", "go together"),
    "F44": ("second-hand", ""),
    "F46": ("second-hand", ""),
    "F47": ("reference-missing", ""),
}
"""For each fault that a check could find: the check, and, for one that is something left out, words of the remark.

Those that are not here ask for a reading that no check makes: F05, F06, F14, F26, F38, F45.
"""

ALSO: dict[str, str] = {"F36": "attribution-mismatch"}
"""A second check that answers the same fault."""


def main() -> int:
    """Print what was caught; 1 where the sound paper raises something of the level "wrong"."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--brief", action="store_true")
    brief = parser.parse_args().brief
    faulty, sound = reviewed("faulty"), reviewed("sound")
    manuscript = read_manuscript("faulty.docx", (FOLDER / "faulty.docx").read_bytes())
    with (FOLDER / "key.csv").open(encoding="utf-8", newline="") as lines:
        key = list(csv.DictReader(lines))
    faults = [row for row in key if row["kind"] == "fault"]
    decoys = [row for row in key if row["kind"] == "decoy"]
    found = {row["id"]: answering(row, manuscript, faulty) for row in faults}
    accounted = {remark for remarks in found.values() for remark in remarks}
    alarms = [remark for remark in faulty.remarks if remark not in accounted]
    if not brief:
        for row in faults:
            told = found[row["id"]][0].said if found[row["id"]] else "MISSED"
            print(f"{row['id']} {row['text'][:40]!r:44} {told}")
        for remark in (*alarms, *sound.remarks):
            print(f"FALSE ALARM {remark.level} {remark.check}: {remark.said}")
    struck = [row["id"] for row in decoys for remark in faulty.remarks if meets(remark, row["text"], manuscript.text)]
    caught = sum(bool(remarks) for remarks in found.values())
    print(f"faults {len(faults)}: caught {caught}, missed {len(faults) - caught}")
    print(f"false alarms on the faulty paper {len(alarms)}, on the sound one {len(sound.remarks)}")
    print(f"decoys {len(decoys)}: struck {len(set(struck))} {' '.join(sorted(set(struck)))}".rstrip())
    return int(any(remark.level.value == "wrong" for remark in sound.remarks))


def reviewed(name: str) -> Review:
    """The review of one of the two papers, as the command makes it."""
    return review_manuscript(FOLDER / f"{name}.docx", ROLES / "transcripts", FOLDER / "sample.csv")


def answering(row: dict[str, str], manuscript: Manuscript, review: Review) -> list[Remark]:
    """The remarks that answer a fault."""
    check, words = EXPECTED.get(row["id"], ("", ""))
    checks = {check, ALSO.get(row["id"], check)}
    return [
        remark
        for remark in review.remarks
        if remark.check in checks
        and words in remark.said.casefold()
        and (words or beside(remark, row["text"], manuscript))
    ]


def beside(remark: Remark, words: str, manuscript: Manuscript) -> bool:
    """Whether a spot of the remark is in the passage of the words, or, of a number, in a table that holds it."""
    at = manuscript.text.find(words)
    tables = [p.n for p in manuscript.passages if p.rows and words in manuscript.text[p.start : p.end]]
    passages = set(tables) if words.isdecimal() else {manuscript.passage_at(at).n}
    return bool(words) and any(spot.paragraph in passages for spot in remark.spots)


def meets(remark: Remark, words: str, text: str) -> bool:
    """Whether a spot of the remark meets the words, wherever they stand in the manuscript."""
    at = text.find(words)
    return bool(words) and at >= 0 and any(s.start < at + len(words) and at < s.end for s in remark.spots)


if __name__ == "__main__":
    raise SystemExit(main())
