"""A finding as text: the claim, whom it speaks of, its cases list by list, its evidence in words."""

from __future__ import annotations

from collections.abc import Iterator

from trellis.core.chart import Side
from trellis.core.finding_placing import Basis, Group
from trellis.core.finding_view import FindingPlace, FindingView

_HEADS = {
    Side.FOR: "Evidence for it",
    Side.QUALIFIES: "Evidence that qualifies it",
    Side.AGAINST: "Evidence against it",
}


def finding_text(view: FindingView) -> str:
    """The finding as a terminal shows it."""
    return "\n".join(_lines(view))


def _lines(view: FindingView) -> Iterator[str]:
    said = view.finding
    yield f"{view.number}. {said.statement}"
    yield f"   {said.output.value}, {said.status.value}; speaks of {'; '.join(view.scope) or 'everybody'}"
    if view.themes:
        yield "   from " + ", ".join(f"{one.number} {one.name}".strip() for one in view.themes)
    if view.follows:
        yield "   follows from " + ", ".join(f"{one.number}. {one.statement}" for one in view.follows)
    for question in said.answers:
        yield f"   answers: {question}"
    words = ", ".join(f"“{one.words(said.statement)}”" for one in view.quantifiers)
    yield f"   {words} of {view.base} asked" if words else f"   {view.base} asked"
    yield from _places(view)
    for side, head in _HEADS.items():
        listed = [one for one in view.evidence if one.side is side]
        if listed:
            yield ""
            yield head
        for one in listed:
            who = ", ".join(one.case_names) or "nobody's words"
            star, stale = ("*" if one.star else ""), (f" [{one.stale.value}]" if one.stale else "")
            yield f"  {one.k}{star} {who} ({' '.join(filter(None, (one.source_name, one.reference)))}){stale}"
            yield f"    “{one.words}”" if one.source is not None else f"    {one.words}"
    for search in view.searches:
        yield ""
        yield f"Looked for cases against it: {search.by}, in {search.where}; found {search.found}; {search.done.value}."
    for reason in (*view.stale, *view.wanting):
        yield ""
        yield f"Wants: {reason}"


def _places(view: FindingView) -> Iterator[str]:
    for group in Group:
        listed = view.of(group)
        if listed:
            yield ""
            yield f"{group.value.capitalize()} ({len(listed)})"
            yield from (_place(one) for one in listed)
    if view.outside:
        yield ""
        yield f"From outside what it speaks of ({len(view.outside)})"
        yield from (_place(one) for one in view.outside)


def _place(one: FindingPlace) -> str:
    wave = f" ({one.wave_name})" if one.wave_name else ""
    basis = "" if one.basis in {Basis.NOTHING, Basis.SAID} else f" [{one.basis.value}]"
    return f"  {one.name}{wave}{basis}{': ' + one.note if one.note else ''}"
