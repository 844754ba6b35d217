"""A small study with two rounds of interviews, for the tests of what a paper says of a round. Fiction, CC0."""

from __future__ import annotations

from tests.review.making import Rows, a_manuscript, a_sample, transcripts
from trellis.core.review import Remark
from trellis.review.material import Settings
from trellis.review.whole import review_of

SHEET = (
    ("participant", "file", "wave", "role", "town", "date"),
    ("Ada", "ada-1.txt", "baseline visit", "carer", "Elm Cross", "2015-01-10"),
    ("Ada", "ada-2.txt", "one year", "carer", "Elm Cross", "2016-01-12"),
    ("Bram", "bram-1.txt", "baseline visit", "carer", "Elm Cross", "2015-02-10"),
    ("Bram", "bram-2.txt", "one year", "carer", "Elm Cross", "2016-02-02"),
    ("Cleo", "cleo-1.txt", "baseline visit", "carer", "Port Ash", "2015-02-11"),
    ("Cleo", "cleo-2.txt", "one year", "carer", "Port Ash", "2016-02-20"),
    ("Dov", "dov-1.txt", "baseline visit", "carer", "Port Ash", "2015-03-01"),
    ("Esi", "esi.txt", "", "manager", "Port Ash", "2015-03-09"),
)

_TALKS = {
    "ada-1.txt": "Int: How is the flat?\nAda: The damp comes through the wall behind the cot and nobody answers.\n",
    "ada-2.txt": "Int: And the garden, do you use it?\nAda: They mended the wall and the cot stands there again\n",
    "bram-1.txt": "Int: How is the flat?\nBram: I sleep in the kitchen since the window went in the big wind.\n",
    "bram-2.txt": "Int: And the garden?\nBram: The window is in, and I am back in my own bed by the sea side.\n",
    "cleo-1.txt": "Int: How is the flat?\nCleo: It is small and it is mine and I would not swap it for a castle.\n",
    "cleo-2.txt": "Int: Do you go into the garden?\nCleo: I grow beans now, and the boy next door counts them.\n",
    "dov-1.txt": "Int: How is the flat?\nDov: Cold, and then warm, and then the meter runs out on a Sunday night.\n",
    "esi.txt": "Int: What do carers need?\nEsi: A manager who picks up the telephone, which I mostly do myself.\n",
}
TEXTS = {
    name: f"{talk}Int: Thank you.\n{talk.splitlines()[1].partition(':')[0]}: That is all right.\n"
    for name, talk in _TALKS.items()
}


def found(text: str, check: str, *, rows: Rows = SHEET) -> list[Remark]:
    """What a check says of a paper on this study, by a sheet with rows or with columns for its rounds."""
    sample = a_sample(rows)
    review = review_of(a_manuscript(text), transcripts(TEXTS, sample), sample, Settings())
    return [remark for remark in review.standing if remark.check == check]
