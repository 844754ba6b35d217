"""Manuscripts, transcripts and samples for the tests of the review. All of it is fiction, written for Trellis (CC0)."""

from __future__ import annotations

from collections.abc import Sequence

from trellis.core.manuscript import Manuscript
from trellis.core.review import Remark, Review
from trellis.reading import LabelRole, read_bytes, read_manuscript, role_of
from trellis.review.casting import Heard, cast
from trellis.review.material import Material, Settings
from trellis.review.people import Sample, sample_of
from trellis.review.transcripts import Transcript
from trellis.review.whole import material_of, review_of

SHEET = (
    ("participant", "file", "role", "site", "gender"),
    ("P1", "p01.txt", "STR worker", "1", "female"),
    ("P2", "p02.txt", "STR worker", "1", "male"),
    ("P3", "p03.txt", "graduate mental health worker", "2", "female"),
    ("P4", "p04.txt", "graduate mental health worker", "2", "male"),
    ("P5", "p05.txt", "service manager", "1", "female"),
    ("P6", "p06.txt", "service manager", "2", "male"),
)

TRANSCRIPTS = {
    "p01.txt": """Interviewer: How did you start?
P1: I had no desk and no computer for the first six weeks, um, and nobody told me what the job was supposed to be.
Interviewer: So would you say that you felt isolated?
P1: Yes, definitely.
Interviewer: And now?
P1: I don't think the team is unfriendly. They are busy, and I do not see them for weeks. It's a lonely job, really,
but I like the clients and I would not say that anybody meant it badly.
Interviewer: What about the meetings?
P1: I go to the meetings on a Monday. Maybe they listen to what I say, I'm not sure. It depends on the day.
""",
    "p02.txt": """Interviewer: How did you start?
P2: On a Monday, with a bus pass and a list of names. It was brilliant, because they let me shadow for a month.
Interviewer: And the team?
P2: It depends on the day. The nurses are fine and the doctors have never learned my name, to be honest with you.
""",
    "p03.txt": """Interviewer: How did you start?
P3: With a certificate and three surgeries. The referrals come from anybody who can find the form, they ignore the
criteria, and then the waiting list grows and grows until I stop looking at it.
Interviewer: Who decides?
P3: The practice manager books straight into my diary, and I open it in the morning and there they are.
""",
    "p04.txt": """Interviewer: How did you start?
P4: I was promised supervision every week and I have had it twice in a year. We help each other out of the office car.
Interviewer: What would change it?
P4: A room. If we had a room of our own, people would know where to find us and we would know who we are.
""",
    "p05.txt": """Interviewer: What are the workers for?
P5: They hold the people whom nobody else has time for. I'd be lost without them, and I have told the board so.
""",
    "p06.txt": """Interviewer: What are the workers for?
P6: To be frank, we took the money and then we looked for something for them to do. That has sorted itself out since.
""",
}


Rows = Sequence[Sequence[str]]


def a_sample(rows: Rows = SHEET) -> Sample:
    return sample_of(rows)


def transcripts(texts: dict[str, str] = TRANSCRIPTS, sample: Sample | None = None) -> tuple[Transcript, ...]:
    read = []
    for name, text in texts.items():
        document = read_bytes(name, text.encode())
        heard = [
            Heard(
                p.start,
                p.words,
                p.end,
                p.label or "",
                bool(p.label) and role_of(p.label or "") is LabelRole.INTERVIEWER,
            )
            for p in document.parts
        ]
        read.append((name, document.text, heard))
    return cast(read, a_sample() if sample is None else sample)


def a_manuscript(text: str, name: str = "draft.md") -> Manuscript:
    return read_manuscript(name, text.encode())


def material(
    text: str, *, rows: Rows = SHEET, settings: Settings | None = None, more: dict[str, str] | None = None
) -> Material:
    sample = a_sample(rows)
    return material_of(
        a_manuscript(text), transcripts({**TRANSCRIPTS, **(more or {})}, sample), sample, settings or Settings()
    )


def review(
    text: str, *, rows: Rows = SHEET, settings: Settings | None = None, more: dict[str, str] | None = None
) -> Review:
    sample = a_sample(rows)
    return review_of(
        a_manuscript(text), transcripts({**TRANSCRIPTS, **(more or {})}, sample), sample, settings or Settings()
    )


def remarks(text: str, check: str, *, rows: Rows = SHEET, settings: Settings | None = None) -> list[Remark]:
    return [remark for remark in review(text, rows=rows, settings=settings).standing if remark.check == check]
