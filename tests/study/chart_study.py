"""A small study to chart: two people and their site, two interviews, three themes, three codings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.store.factories import add_source
from trellis.core.attribute import Attribute, AttributeType, AttributeValue, HowKnown, Owner
from trellis.core.case import Case, CaseKind, Extent, Link, Membership, Wave
from trellis.core.coding import Coding
from trellis.core.framework import Origin, Theme, ThemeState
from trellis.core.source import Source
from trellis.study.resolve import adopted_round
from trellis.study.study import Study

DENISE = (
    "INT: How did you come to it?\n"
    "DENISE: Biscuits, seventeen year. I were a floater, no place of my own to stand.\n"
    "INT: And now?\n"
    "DENISE: Nobody told me what it was. I've wrote it down, there's four."
)
YUSUF = "INT: And training?\nYUSUF: One day. It was fine, it was a day."


@dataclass(frozen=True)
class Sample:
    """Keys of what `add_sample` made."""

    denise: Source
    yusuf: Source
    biscuits: int
    told: int
    day: int
    themes: dict[str, int]
    cases: dict[str, int]


def a_theme(k: int, parent: int | None, pos: str, name: str, defined: int) -> Theme:
    return Theme(k, 0, parent, pos, name, name, "", "", "", Origin.A_PRIORI, ThemeState.ACTIVE, defined)


def writing(study: Study):
    """An open change on the study, for what has no call of its own."""
    return study._work.change("test.write")


def add_sample(study: Study, *, waves: bool = False) -> Sample:
    with writing(study) as change:
        themes = dict(zip(("main", "routes", "training", "plans"), change.new_keys(4), strict=True))
        change.insert(
            a_theme(themes["main"], None, "B", "Coming to the role", change.key),
            a_theme(themes["routes"], themes["main"], "B", "Routes in", change.key),
            a_theme(themes["training"], themes["main"], "C", "Training", change.key),
            a_theme(themes["plans"], None, "C", "Plans", change.key),
        )
        cases = dict(zip(("Denise", "Yusuf", "North"), change.new_keys(3), strict=True))
        change.insert(
            Case(cases["Denise"], 0, CaseKind.PERSON, "Denise", None, "B"),
            Case(cases["Yusuf"], 0, CaseKind.PERSON, "Yusuf", None, "C"),
            Case(cases["North"], 0, CaseKind.SITE, "North", None, "D"),
            Membership(cases["Denise"], cases["North"], "", 0, None),
        )
        site, years = change.new_keys(2)
        change.insert(
            Attribute(site, 0, "Site", Owner.CASE, AttributeType.ORDERED, ("South", "North"), per_wave=False, pos="B"),
            Attribute(years, 0, "Years", Owner.CASE, AttributeType.WHOLE, (), per_wave=False, pos="C"),
            AttributeValue(site, cases["Denise"], 0, 0, "North", HowKnown.TOLD, ""),
            AttributeValue(site, cases["Yusuf"], 0, 0, "South", HowKnown.TOLD, ""),
            AttributeValue(years, cases["Denise"], 0, 0, "12", HowKnown.TOLD, ""),
            AttributeValue(years, cases["Yusuf"], 0, 0, "2", HowKnown.TOLD, ""),
        )
        denise, yusuf = add_source(change, DENISE, "denise"), add_source(change, YUSUF, "yusuf")
        links = change.new_keys(2)
        change.insert(
            Extent(links[0], 0, cases["Denise"], denise.k, None, None, None, Link.SPEAKS),
            Extent(links[1], 0, cases["Yusuf"], yusuf.k, None, None, None, Link.SPEAKS),
        )
        codings = change.new_keys(3)
        change.insert(
            a_coding(change, codings[0], denise, themes["routes"], "Biscuits, seventeen year."),
            a_coding(change, codings[1], denise, themes["training"], "Nobody told me what it was."),
            a_coding(change, codings[2], yusuf, themes["training"], "One day."),
        )
    if waves:
        _add_waves(study, denise, yusuf)
    return Sample(denise, yusuf, codings[0], codings[1], codings[2], themes, cases)


def _add_waves(study: Study, denise: Source, yusuf: Source) -> None:
    with writing(study) as change:
        first, second = change.new_keys(2)
        change.insert(Wave(first, 0, "at start", "B"), Wave(second, 0, "at nine months", "C"))
        for source, wave in ((denise, first), (yusuf, second)):
            before = change.get(Source, source.k)
            change.update(before, replace(before, wave=wave))


def a_coding(change, k: int, source: Source, theme: int, words: str) -> Coding:
    text = DENISE if source.name == "denise" else YUSUF
    start = text.index(words)
    return Coding(
        k, 0, source.k, source.current, start, start + len(words), theme, change.person, adopted_round(change).k,
        None, "", (), change.at,
    )  # fmt: skip
