"""The study with its names put back: in memory, for one export that the lead asked for."""

from __future__ import annotations

from dataclasses import replace

from trellis.core.chart_view import ChartView
from trellis.core.consent import Redaction
from trellis.core.keys import Key
from trellis.core.pseudonym import Name, NameHit, is_naming
from trellis.core.pseudonym_key import KeyBook
from trellis.core.source import Source, Version, VersionKind
from trellis.core.study import Setting
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.pseudonym_steps import Replacing, replace_in_quotations, replace_in_text
from trellis.study.resolve import current_text

_PUT_BACK = "names put back"


def put_names_back(change: Change, book: KeyBook) -> None:
    """Puts every name back where a replacement stands, with all that rests on the texts; notes stay as they are.

    Made in a copy that nobody keeps. What the log does not know stays, and is counted in the line that exports carry.
    """
    was = {one.redaction: one.was for one in book.log}
    unknown = 0
    for source in change.all(Source):
        standing = sorted(change.all(Redaction, version=source.current), key=lambda one: one.start)
        known = [one for one in standing if one.k in was]
        unknown += len(standing) - len(known)
        if known:
            _put_back(change, source, known, was)
    change.insert(Setting(_PUT_BACK, 0, str(unknown)))


def _put_back(change: Change, source: Source, known: list[Redaction], was: dict[Key, str]) -> None:
    text = current_text(change, source)[1]
    hits = [NameHit(one.start, one.end, text[one.start : one.end], was[one.k]) for one in known]
    names = [Name(hit.spelt, hit.replacement) for hit in dict.fromkeys(hits)]

    def label(given: str) -> str:
        for name in names:
            given = name.within(given)
        return given

    change.delete(*known)
    replace_in_text(change, Replacing(source, hits, label, VersionKind.CORRECTED))
    for name in names:
        replace_in_quotations(change, [source], name)


def without_naming(reader: Reader, view: ChartView) -> ChartView:
    """The chart without attributes that say who somebody is, unless the names were put back."""
    kept = [at for at, name in enumerate(view.attributes) if not is_naming(name)]
    if len(kept) == len(view.attributes) or reader.find(Setting, _PUT_BACK) is not None:
        return view
    rows = tuple(replace(row, header=tuple(row.header[at] for at in kept)) for row in view.rows)
    return replace(view, attributes=tuple(view.attributes[at] for at in kept), rows=rows)


def texts_status(reader: Reader) -> str:
    """One line on the names in the texts of an export."""
    back = reader.find(Setting, _PUT_BACK)
    if back is not None:
        unknown = int(back.value)
        return "IDENTIFIED: real names are in it" + (f", {unknown} are not known to the key" if unknown else "")
    current = {source.current for source in reader.all(Source)}
    done = sum(1 for one in reader.all(Version) if one.kind is VersionKind.PSEUDONYMISED and one.k in current)
    if done and done == len(current):
        return "texts pseudonymised"
    return f"{done} of {len(current)} texts pseudonymised" if done else "texts as imported, no redactions"
