"""Counts the turns of a folder of Markdown transcripts twice: as Trellis recognises them, and by a plain pattern.

usage: python benchmarks/turns_check.py FOLDER

The pattern knows one layout only, the speaker in bold before a colon at the start of a line, and is independent of
the package: it reads the raw file. Prints totals, and every file where the two differ in turns, speakers or times.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from trellis.reading import read_path

BOLD_NAME = re.compile(r"^\*\*([^*\n]+?)(?::\*\*|\*\*:)", re.MULTILINE)
STAGE = {"Break", "Outro", "Intro"}
TIME = re.compile(r"\\\[(?:(\d+):)?(\d+):(\d\d)(?:\.(\d+))?\\\]")


def counted(path: Path) -> tuple[Counter[str], list[int]]:
    """Turns per speaker and the first time of each turn that has one, straight from the Markdown."""
    raw = path.read_text(encoding="utf-8")
    names = list(BOLD_NAME.finditer(raw))
    ends = [name.start() for name in names[1:]] + [len(raw)]
    speakers: Counter[str] = Counter()
    times = []
    for name, end in zip(names, ends, strict=True):
        if name.group(1) in STAGE:
            continue
        speakers[name.group(1)] += 1
        stage = re.search(r"^(?:Intro|Outro|Break):", raw[name.end() : end], re.MULTILINE)
        time = TIME.search(raw, name.end(), name.end() + stage.start() if stage else end)
        if time:
            hours, minutes, seconds, part = time.groups()
            whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
            times.append(whole * 1000 + int((part or "0").ljust(3, "0")))
    return speakers, times


def recognised(path: Path) -> tuple[Counter[str], list[int], float]:
    """The same from Trellis, and how sure it was."""
    document = read_path(path)
    spoken = [part for part in document.parts if part.label is not None]
    times = [part.from_ms for part in spoken if part.from_ms is not None]
    return Counter(part.label or "" for part in spoken), times, document.turns.confidence if document.turns else 0.0


def main(folder: Path) -> int:
    """Print the comparison; 0 if every file agrees."""
    total: Counter[str] = Counter()
    differing = 0
    paths = sorted(folder.rglob("*.md"))
    for path in paths:
        if path.name == "README.md":
            continue
        speakers, times = counted(path)
        found, found_times, confidence = recognised(path)
        both = speakers & found
        total.update(
            files=1,
            turns=speakers.total(),
            turns_found=both.total(),
            turns_extra=(found - speakers).total(),
            times=len(times),
            times_found=sum(a == b for a, b in zip(times, found_times, strict=False)),
            recognised=confidence >= 0.5,
        )
        if speakers != found or times != found_times:
            differing += 1
            print(f"{path.name}: missed {dict(speakers - found)} extra {dict(found - speakers)}")
            print(f"    times only in the file {sorted(set(times) - set(found_times))[:5]}, ", end="")
            print(f"only recognised {sorted(set(found_times) - set(times))[:5]}")
    print(f"{total['recognised']} of {total['files']} files recognised, {differing} differ")
    print(f"{total['turns_found']} of {total['turns']} turns with their speaker, {total['turns_extra']} others")
    print(f"{total['times_found']} of {total['times']} times")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
