"""A small study in which one person was heard in both waves. Fiction."""

from __future__ import annotations

from dataclasses import replace

from tests.store.factories import add_source
from tests.study.chart_study import Sample, add_sample, writing
from trellis.core.case import Extent, Link, Wave
from trellis.core.coding import Coding
from trellis.core.source import Source
from trellis.study.resolve import adopted_round
from trellis.study.study import Study

LATER = "INT: And now?\nDENISE: I have a desk now. I stand at it."
START, NINE = "at start", "at nine months"


def heard_twice(study: Study) -> Sample:
    """Denise was heard in both waves, Yusuf in the later one only."""
    sample = add_sample(study, waves=True)
    with writing(study) as change:
        later = add_source(change, LATER, "denise-2")
        wave = next(wave for wave in change.all(Wave) if wave.name == NINE)
        stored = change.get(Source, later.k)
        change.update(stored, replace(stored, wave=wave.k))
        change.insert(Extent(change.new_key(), 0, sample.cases["Denise"], later.k, None, None, None, Link.SPEAKS))
        end = len("INT: And now?\nDENISE: I have a desk now.")
        change.insert(
            Coding(
                change.new_key(), 0, later.k, later.current, 22, end, sample.themes["routes"], change.person,
                adopted_round(change).k, None, "", (), change.at,
            )
        )  # fmt: skip
    return sample
