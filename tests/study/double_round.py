"""A closed blind round that Ana and Ben have indexed: one stretch alike, four read differently. Fiction."""

from __future__ import annotations

from tests.study.indexed_study import JANET, filled

ROUND = "double"


def where(quote):
    start = JANET.index(quote)
    return {"start": start, "end": start + len(quote)}


SLOWLY, TWICE = "Slowly. I’d walk round the car park", "and nobody knew my name."
NOBODY, WALKED = "The Übung of it wore me out.", "She walked a lot."
ALIKE = "Nobody knew my name, no."


def code(study, theme, quote, coder, **more):
    more.setdefault("round", ROUND)
    return study.index.code("janet", theme, coder=coder, **where(quote), **more).added[0]


def coded(study, *, closed=True):
    """The study of indexed_study: in janet they agree once and differ in theme, presence, theme, presence."""
    filled(study)
    study.rounds.open(ROUND, blind=True)
    for coder in ("Ana", "Ben"):
        code(study, "1.1", ALIKE, coder)
    code(study, "1.2", SLOWLY, "Ana", note="the walking")
    code(study, "1.1", SLOWLY, "Ben")
    code(study, "1.1", TWICE, "Ana")
    code(study, "2", NOBODY, "Ana")
    code(study, "1.1", NOBODY, "Ben")
    code(study, "1.2", WALKED, "Ben")
    if closed:
        study.rounds.close(ROUND)
    return study


def index(study):
    """What stands in the adopted index: words, number of the theme, coder."""
    return [(one.words, one.number, one.coder) for one in study.index.retrieve(limit=None).extracts]
