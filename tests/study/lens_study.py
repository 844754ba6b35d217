"""A study with a small lens: does the worker belong to the team? Judged on meetings and tea."""

from __future__ import annotations

from tests.study.chart_study import add_sample
from trellis.study.chart_given import OnCell, Words

LENS = """format = 1
id = "belonging"
title = "Belonging"
version = "1"
question = "Does the worker belong to the team?"
units = ["case", "case × wave", "role", "study"]
named_by = "role"

[rule]
kind = "decision table"
exclusive = true
otherwise = "apart"

[[dimension]]
id = "told"
question = "Did somebody tell them what the job was?"
values = ["no", "yes"]
ordered = true

[[dimension]]
id = "trained"
question = "Were they trained?"
values = ["no", "a day", "long"]
ordered = true

[[dimension]]
id = "came-by"
question = "How did they come to it?"
values = ["factory", "family", "advert"]
several = true

[[outcome]]
name = "of the team"
requires = { told = ["yes"], trained = ["long"] }

[[outcome]]
name = "at its edge"
requires = { told = ["no"], trained = ["a day", "long"] }
"""
TOLD = Words("denise", "Nobody told me what it was.")
DAY = Words("yusuf", "One day.")


def declared(study, *, waves: bool = False):
    """The study of `chart_study` with the lens declared and one cell written."""
    sample = add_sample(study, waves=waves)
    study.lenses.add_text(LENS)
    study.chart.write("Denise", "1.2", "Nobody told her what the job was.")
    return sample


def judged(study):
    """Denise and Yusuf judged, each on what they say; Denise's training rests on a cell."""
    declared(study)
    study.lenses.judge("belonging", "Denise", "told", "no", word="self", evidence=[TOLD], confidence="high")
    study.lenses.judge("belonging", "Denise", "trained", "a day", word="colleague", evidence=[DAY])
    study.lenses.judge("belonging", "Yusuf", "trained", "a day", word="self", evidence=[DAY])
    study.lenses.judge("belonging", "Yusuf", "told", "not evidenced")


CELL = OnCell("Denise", "1.2")
