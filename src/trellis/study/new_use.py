"""Withdrawal from new use: nothing new may come to rest on what somebody said, from the cut-off date on."""

from __future__ import annotations

import datetime as dt

from trellis.core.case import Case
from trellis.core.consent import Withdrawal
from trellis.core.errors import NotAllowed
from trellis.core.keys import Key
from trellis.core.permission import ended_use
from trellis.core.source import Source
from trellis.store.changes import Change
from trellis.store.images import Image
from trellis.store.mapping import CODECS
from trellis.store.reader import Reader
from trellis.study.speaking import spoken_in

_MAKES_NEW = ("index.", "chart.", "rule.", "lens.", "finding.", "intent.", "wave.say", "wave.link")
"""Actions that make something new of what people said; what carries along what is there is not among them."""
_RESTS_ON = {
    "coding": "source",
    "evidence": "source",
    "statement": "row",
    "finding_case": "case",
    "judgement": "case",
    "wave_change": "row",
}
"""What comes to rest on words, by table, and the column that says on whose."""

_ABOUT_CASES = frozenset({"statement", "finding_case", "judgement", "wave_change"})


def closed_sources(reader: Reader, now: int) -> dict[Key, str]:
    """The sources of which nothing new may be made at a time (ms since 1970), each with the date from which."""
    ended = ended_use(reader.all(Withdrawal), _day(now))
    spoken = spoken_in(reader) if ended else None
    return {} if spoken is None else {k: day for who, day in ended.items() for k in spoken.of([who])}


def require_no_new_use(change: Change, action: str) -> None:
    """Nothing, if what the change wrote rests on nobody who withdrew from new use; raises NotAllowed otherwise."""
    if not action.startswith(_MAKES_NEW):
        return
    ended = ended_use(change.all(Withdrawal), _day(change.at))
    if not ended:
        return
    closed = closed_sources(change, change.at)
    rows = {case.k: ended[case.participant] for case in change.all(Case) if case.participant in ended}
    for image in change.writer.images():
        about = _rests_on(image)
        if about in closed or (image.table in _ABOUT_CASES and about in rows):
            raise _refusal(change, about, closed, rows)


def _rests_on(image: Image) -> Key:
    """What a new row rests on; 0 for one that was there before or rests on no words."""
    if image.before is not None or image.after is None or image.table not in _RESTS_ON:
        return 0
    return image.after[CODECS[image.table].columns.index(_RESTS_ON[image.table])] or 0


def _refusal(reader: Reader, about: Key, closed: dict[Key, str], rows: dict[Key, str]) -> NotAllowed:
    source = reader.find(Source, about)
    name = source.name if source is not None else reader.get(Case, about).name
    day = closed.get(about) or rows.get(about, "")
    message = (
        f"nothing new may rest on “{name}”: somebody who speaks there withdrew from new use on {day}; "
        "what rested on it before stays"
    )
    return NotAllowed(message)


def _day(at: int) -> str:
    return dt.datetime.fromtimestamp(at / 1000, dt.UTC).date().isoformat()
