"""Counts what the manuscript check finds of the faults planted in the papers on the two example studies.

    python scripts/check_planted.py          # a table, and the numbers
    python scripts/check_planted.py --brief  # the numbers alone
    PYTHONPATH=other/src python scripts/check_planted.py  # what the rules of another checkout find

A fault counts as caught where a remark of the check named for it in `planted.py` has a spot in the paragraph or table
of its words in key.csv, for the second pairs in the sentence or table; a fault that is something left out, where such a
remark says the words given there. A remark that no fault accounts for is a false alarm, and so is every remark on the
sound paper; one that `planted.py` says follows from a fault elsewhere is neither. A decoy is struck where the spot of
a false alarm meets its words.
"""

from __future__ import annotations

import argparse
import csv

from planted import PAIRS, Pair

from trellis.core.manuscript import Manuscript
from trellis.core.review import Remark, Review
from trellis.reading import read_manuscript
from trellis.review.prose import Prose
from trellis.study.manuscripts import review_manuscript


def main() -> int:
    """Print what was caught; 1 where a sound paper raises something of the level "wrong"."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--brief", action="store_true")
    brief = parser.parse_args().brief
    return max([counted(pair, brief=brief) for pair in PAIRS])


def counted(pair: Pair, *, brief: bool) -> int:
    """Print what was caught of one paper; 1 where the sound one raises something of the level "wrong"."""
    faulty, sound = reviewed(pair, "faulty"), reviewed(pair, "sound")
    manuscript = read_manuscript("faulty.docx", (pair.papers / "faulty.docx").read_bytes())
    with (pair.papers / "key.csv").open(encoding="utf-8", newline="") as lines:
        key = list(csv.DictReader(lines))
    faults = [row for row in key if row["kind"] == "fault"]
    decoys = [row for row in key if row["kind"] == "decoy"]
    found = {row["id"]: answering(row, manuscript, faulty, pair) for row in faults}
    accounted = {remark for remarks in found.values() for remark in remarks}
    alarms = [r for r in faulty.remarks if r not in accounted and (r.check, r.said) not in pair.follows]
    if not brief:
        for row in faults:
            told = found[row["id"]][0].said if found[row["id"]] else "MISSED"
            print(f"{row['id']} {row['text'][:40]!r:44} {told}")
        for remark in (*alarms, *sound.remarks):
            print(f"FALSE ALARM {remark.level} {remark.check}: {remark.said}")
    struck = [row["id"] for row in decoys for remark in alarms if meets(remark, row["text"], manuscript.text)]
    caught = sum(bool(remarks) for remarks in found.values())
    print(f"{pair.name}: faults {len(faults)}, caught {caught}, missed {len(faults) - caught}")
    print(f"{pair.name}: false alarms on the faulty paper {len(alarms)}, on the sound one {len(sound.remarks)}")
    print(f"{pair.name}: decoys {len(decoys)}, struck {len(set(struck))} {' '.join(sorted(set(struck)))}".rstrip())
    return int(any(remark.level.value == "wrong" for remark in sound.remarks))


def reviewed(pair: Pair, name: str) -> Review:
    """The review of one of the papers, as the command makes it."""
    return review_manuscript(pair.papers / f"{name}.docx", pair.given(), pair.papers / "sample.csv")


def answering(row: dict[str, str], manuscript: Manuscript, review: Review, pair: Pair) -> list[Remark]:
    """The remarks that answer a fault."""
    check, words = pair.expected.get(row["id"], ("", ""))
    more = pair.also.get(row["id"], ()) if check else ()
    return [
        remark
        for remark in review.remarks
        if (remark.check == check and words and words in remark.said.casefold())
        or (remark.check in {check, *more} and not words and beside(remark, row["text"], manuscript, pair))
        or (remark.check in more and words and beside(remark, row["text"], manuscript, pair))
    ]


def beside(remark: Remark, words: str, manuscript: Manuscript, pair: Pair) -> bool:
    """Whether a spot of the remark is in the passage or sentence of the words, or, of a number, in a table with it."""
    at = manuscript.text.find(words)
    passage = manuscript.passage_at(at)
    if pair.by_sentence and words and not passage.rows:
        around = Prose(manuscript).sentences(at, at + len(words))
        return any(spot.start < around[-1].end and around[0].start < spot.end for spot in remark.spots)
    tables = [p.n for p in manuscript.passages if p.rows and words in manuscript.text[p.start : p.end]]
    passages = set(tables) if words.isdecimal() else {passage.n}
    return bool(words) and any(spot.paragraph in passages for spot in remark.spots)


def meets(remark: Remark, words: str, text: str) -> bool:
    """Whether a spot of the remark meets the words, wherever they stand in the manuscript."""
    at = text.find(words)
    return bool(words) and at >= 0 and any(s.start < at + len(words) and at < s.end for s in remark.spots)


if __name__ == "__main__":
    raise SystemExit(main())
