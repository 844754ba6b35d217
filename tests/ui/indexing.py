"""A study with one long interview and a framework of twenty-five sub-themes, to be indexed by keyboard. Fiction."""

from __future__ import annotations

from pathlib import Path

from trellis import examples
from trellis.bootstrap import new_study
from trellis.core.framework_wording import Wording
from trellis.study.study import Study

TRANSCRIPTS = Path(examples.__file__).parent / "roles" / "transcripts"
WORDS = 8_000
EMOJI = "P1: We went 👩‍👩‍👧 out. It was née\u0301 grand 🏳️‍🌈, so we laughed 😀😀!\nINT: Did you?\nP1: Aye, we did.\n"


def long_interview() -> str:
    """Turns of the example's interviews, one after the other, to eight thousand words."""
    lines: list[str] = []
    words = 0
    for file in sorted(TRANSCRIPTS.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            speaker, colon, said = line.partition(":")
            if not colon or len(speaker) > 12 or len(said.split()) < 4:
                continue
            asked = speaker.strip().upper() in {"INT", "INTERVIEWER", "ANA", "BEN", "I"}
            lines.append(f"{'INT' if asked else 'P1'}: {said.strip()}")
            words += len(said.split())
            if words >= WORDS:
                return "\n".join(lines) + "\n"
    return "\n".join(lines) + "\n"


def study_to_index(library: Path, texts: dict[str, str]) -> None:
    """Makes the study “index” in the library, with these sources, led by Ana."""
    with new_study(library / "index.trellis", "To index", "Ana") as study:
        for main in range(1, 6):
            study.framework.add(Wording(f"Theme {main}"))
            for sub in range(1, 6):
                study.framework.add(
                    Wording(f"Part {main}-{sub}", definition=f"What belongs to {main}-{sub}"), str(main)
                )
        _bring_in(study, library.parent, texts)


def _bring_in(study: Study, folder: Path, texts: dict[str, str]) -> None:
    files = []
    for name, text in texts.items():
        files.append(folder / f"{name}.txt")
        files[-1].write_text(text, "utf-8")
    study.sources.bring_in(files)
