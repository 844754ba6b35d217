"""Counts what the manuscript check finds of the faults planted in the papers of the two example studies.

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

EXAMPLES = Path(__file__).resolve().parents[1] / "src" / "trellis" / "examples"

Expected = dict[str, tuple[str, str]]

ROLES: Expected = {
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

PEER: Expected = {
    "F01": ("sample-arithmetic", ""),
    "F04": ("reference-missing", ""),
    "F05": ("reference-missing", ""),
    "F07": ("contrast-confounded", "go together"),
    "F10": ("sample-arithmetic", ""),
    "F11": ("sample-arithmetic", "all managers"),
    "F12": ("sample-arithmetic", "carer"),
    "F13": ("method-unsaid", ""),
    "F14": ("sample-arithmetic", ""),
    "F15": ("sample-arithmetic", "took part in it"),
    "F18": ("numbering-gap", ""),
    "F19": ("method-unsaid", "who indexed"),
    "F20": ("method-unsaid", "nothing is said of charting"),
    "F21": ("method-unsaid", "ethics"),
    "F22": ("verbatim-mismatch", ""),
    "F23": ("attribution-pattern", "attributions"),
    "F24": ("attribution-not-in-sample", ""),
    "F25": ("quantifier-unbased", ""),
    "F26": ("quotation-spliced", ""),
    "F27": ("evidence-off-scope", ""),
    "F28": ("evidence-off-scope", ""),
    "F29": ("quotation-spliced", ""),
    "F30": ("second-hand", ""),
    "F31": ("voice-missing", "carer"),
    "F33": ("quantifier-unbased", ""),
    "F34": ("attribution-mismatch", ""),
    "F35": ("quotation-spliced", ""),
    "F36": ("attribution-mismatch", ""),
    "F37": ("disclosure", ""),
    "F38": ("verbatim-mismatch", ""),
    "F39": ("wave-artefact", ""),
    "F40": ("disclosure", ""),
    "F42": ("attribution-not-in-sample", ""),
    "F44": ("attribution-mismatch", ""),
    "F45": ("second-hand", ""),
    "F46": ("consent", ""),
    "F47": ("evidence-reused", ""),
    "F48": ("single-voice", ""),
    "F49": ("note-left-in", ""),
    "F50": ("quantifier-unbased", ""),
    "F51": ("outside-claim", ""),
    "F52": ("wave-artefact", ""),
    "F55": ("numbering-gap", ""),
    "F56": ("contrast-one-sided", ""),
    "F58": ("second-hand", ""),
    "F59": ("reference-missing", ""),
}
"""The same for the peer study's paper. Its other faults ask for a reading that no check makes."""

ALSO: dict[str, tuple[str, ...]] = {
    "F36": ("attribution-mismatch", "evidence-reused"),
    "F47": ("attribution-mismatch",),
    "F21": ("method-unsaid",),
    "F24": ("disclosure",),
    "F23": ("disclosure", "attribution-not-in-sample"),
    "F11": ("sample-arithmetic",),
    "F12": ("sample-arithmetic",),
}
"""Further checks that answer the same fault, in the paragraph or table of its words."""


def main() -> int:
    """Print what was caught; 1 where a sound paper raises something of the level "wrong"."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--brief", action="store_true")
    brief = parser.parse_args().brief
    return max([counted("roles", ROLES, brief=brief), counted("peer", PEER, brief=brief)])


def counted(study: str, expected: Expected, *, brief: bool) -> int:
    """Print what was caught of one paper; 1 where the sound one raises something of the level "wrong"."""
    folder = EXAMPLES / study / "manuscripts"
    faulty, sound = reviewed(study, "faulty"), reviewed(study, "sound")
    manuscript = read_manuscript("faulty.docx", (folder / "faulty.docx").read_bytes())
    with (folder / "key.csv").open(encoding="utf-8", newline="") as lines:
        key = list(csv.DictReader(lines))
    faults = [row for row in key if row["kind"] == "fault"]
    decoys = [row for row in key if row["kind"] == "decoy"]
    found = {row["id"]: answering(row, manuscript, faulty, expected) for row in faults}
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
    print(f"{study}: faults {len(faults)}, caught {caught}, missed {len(faults) - caught}")
    print(f"{study}: false alarms on the faulty paper {len(alarms)}, on the sound one {len(sound.remarks)}")
    print(f"{study}: decoys {len(decoys)}, struck {len(set(struck))} {' '.join(sorted(set(struck)))}".rstrip())
    return int(any(remark.level.value == "wrong" for remark in sound.remarks))


def reviewed(study: str, name: str) -> Review:
    """The review of one of the papers, as the command makes it."""
    folder = EXAMPLES / study
    papers = folder / "manuscripts"
    return review_manuscript(papers / f"{name}.docx", folder / "transcripts", papers / "sample.csv")


def answering(row: dict[str, str], manuscript: Manuscript, review: Review, expected: Expected) -> list[Remark]:
    """The remarks that answer a fault."""
    check, words = expected.get(row["id"], ("", ""))
    more = ALSO.get(row["id"], ()) if check else ()
    return [
        remark
        for remark in review.remarks
        if (remark.check == check and words and words in remark.said.casefold())
        or (remark.check in {check, *more} and not words and beside(remark, row["text"], manuscript))
        or (remark.check in more and words and beside(remark, row["text"], manuscript))
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
