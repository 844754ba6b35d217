"""The review queue: what waits for whom, and answering what was asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from trellis.core.case import Case, Wave
from trellis.core.chart import Cell, CellState
from trellis.core.errors import Invalid
from trellis.core.framework import Theme
from trellis.core.keys import NO_KEY, Key
from trellis.core.memo import About, Assignment, AssignmentState, Memo, MemoKind
from trellis.core.numbering import numbered_themes
from trellis.core.review_queue import (
    Assigned,
    CellAsked,
    Queue,
    Spoken,
    ToReview,
    waits_for_answer,
    waits_for_review,
    was_returned_by,
)
from trellis.core.source import Source
from trellis.core.study import Person
from trellis.store.reader import Reader
from trellis.study.chart_given import place_given
from trellis.study.chart_writing import cell_at
from trellis.study.resolve import main_chart
from trellis.study.table import Table, Value
from trellis.study.work import Work

_Spot = tuple[Key, Key, Key]


class QueueOfStudy:
    """Cells returned and to be reviewed, and who should do what."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def now(self) -> Queue:
        """What waits for the person who works: to answer, to look at, to review, to do; and what others have to do."""
        with self._work.read() as reader:
            me = next((one.k for one in reader.all(Person) if self._is_me(one)), NO_KEY)
            return _Reading(reader).queue(me)

    def answer(self, case: str, theme: str, text: str, *, wave: str | None = None) -> Key:
        """Answers what was asked on a cell: the answer is kept as a memo on it, and the cell is charted again.

        Raises NotFound, Ambiguous, or Invalid for a cell that was not returned or an answer without words.
        """
        with self._work.change("chart.answer") as change:
            place = place_given(change, case, theme, wave)
            cell = cell_at(change, place)
            if cell is None or cell.state is not CellState.RETURNED:
                message = f"{case} / {theme} was not returned with a question; write a memo on the cell instead"
                raise Invalid(message)
            if not text.strip():
                message = "an answer needs words"
                raise Invalid(message)
            memo = Memo(
                change.new_key(), 0, MemoKind.ANALYTIC, About.CELL_ROW, cell.row, None, None, None, text.strip(), (),
                None, "", change.person, change.at, cell.theme, cell.wave,
            )  # fmt: skip
            change.insert(memo)
            change.update(cell, replace(cell, state=CellState.CHARTED))
            return memo.k

    def _is_me(self, person: Person) -> bool:
        return person.name.casefold() == self._work.person_name.casefold()


class _Reading:
    """One state of the study, as the queue needs it."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._people = {one.k: one.name for one in reader.all(Person)}
        self._cases = {case.k: case.name for case in reader.all(Case)}
        self._waves = {wave.k: wave.name for wave in reader.all(Wave)}
        self._sources = {source.k: source.name for source in reader.all(Source)}
        themes = reader.all(Theme)
        self._numbers = {theme.k: number for number, theme in numbered_themes(themes)}
        self._themes = {theme.k: theme.name for theme in themes}
        self._order = {k: at for at, k in enumerate(self._numbers)}

    def queue(self, me: Key) -> Queue:
        """What waits for this person."""
        chart = main_chart(self._reader).k
        charted = self._reader.all(Cell, chart=chart, state=CellState.CHARTED.value)
        returned = self._reader.all(Cell, chart=chart, state=CellState.RETURNED.value)
        talk = self._talk()
        asked = [cell for cell in (*returned, *charted) if was_returned_by(cell, talk.get(_spot(cell), ()), me)]
        open_ones = [one for one in self._reader.all(Assignment) if one.state is AssignmentState.OPEN]
        named = [self._assigned(one) for one in sorted(open_ones, key=lambda one: (one.due or "9999", one.k))]
        mine = {one.k for one in open_ones if one.person == me}
        return Queue(
            tuple(self._asked(cell, talk) for cell in self._in_order(returned) if waits_for_answer(cell, me)),
            tuple(self._asked(cell, talk) for cell in self._in_order(asked)),
            self._to_review([cell for cell in charted if waits_for_review(cell, me)]),
            tuple(one for one in named if one.k in mine),
            tuple(one for one in named if one.k not in mine),
        )

    def _in_order(self, cells: Iterable[Cell]) -> list[Cell]:
        last = len(self._order)
        return sorted(cells, key=lambda cell: (self._order.get(cell.theme, last), self._cases[cell.row], cell.wave))

    def _talk(self) -> dict[_Spot, list[Memo]]:
        found: dict[_Spot, list[Memo]] = {}
        memos = self._reader.all(Memo, about_kind=About.CELL_ROW.value)
        for memo in sorted(memos, key=lambda memo: (memo.at, memo.k)):
            found.setdefault((memo.about, memo.wave, memo.theme or NO_KEY), []).append(memo)
        return found

    def _asked(self, cell: Cell, talk: dict[_Spot, list[Memo]]) -> CellAsked:
        said = tuple(
            Spoken(memo.author or self._people.get(memo.by, ""), memo.text, memo.at)
            for memo in talk.get(_spot(cell), ())
        )
        return CellAsked(
            cell.row,
            cell.wave,
            cell.theme,
            self._cases[cell.row],
            self._waves.get(cell.wave, ""),
            self._numbers.get(cell.theme, ""),
            self._themes[cell.theme],
            cell.state,
            self._people.get(cell.by, ""),
            said,
        )

    def _to_review(self, cells: Iterable[Cell]) -> tuple[ToReview, ...]:
        counted = Counter((cell.theme, cell.by) for cell in cells)
        last = len(self._order)
        order = sorted(counted, key=lambda each: (self._order.get(each[0], last), self._people.get(each[1], "")))
        return tuple(
            ToReview(
                theme, self._numbers.get(theme, ""), self._themes[theme], self._people.get(by, ""), counted[theme, by]
            )
            for theme, by in order
        )

    def _assigned(self, one: Assignment) -> Assigned:
        theme = None if one.theme is None else f"{self._numbers.get(one.theme, '')} {self._themes[one.theme]}".strip()
        case = None if one.case is None else self._cases.get(one.case)
        wave = self._waves.get(one.wave or NO_KEY)
        source = None if one.source is None else self._sources.get(one.source)
        about = " × ".join(each for each in (source, case, theme) if each) + (f" ({wave})" if wave else "")
        person = self._people[one.person]
        return Assigned(one.k, person, one.task, one.source, one.theme, one.case, about, one.due, one.state)


def _spot(cell: Cell) -> _Spot:
    return cell.row, cell.wave, cell.theme


def queue_table(queue: Queue) -> Table:
    """The queue as a table, a line for each thing that waits."""
    heads = ("waits", "what", "who", "last said", "due")
    rows: list[tuple[Value, ...]] = []
    for waits, cells in (("to answer", queue.to_answer), ("returned by you", queue.returned)):
        for one in cells:
            said = one.talk[-1].text if one.talk else None
            state = waits if one.state is CellState.RETURNED else "answered"
            rows.append((state, _cell_name(one), one.writer, said, None))
    rows += [
        ("to review", f"{one.number} {one.theme_name}: {one.cells} cells".strip(), one.writer, None, None)
        for one in queue.to_review
    ]
    for waits, assigned in (("yours", queue.mine), ("assigned", queue.others)):
        rows += [(waits, " ".join(filter(None, (one.task, one.about))), one.person, None, one.due) for one in assigned]
    return Table(heads, tuple(rows), "Queue")


def _cell_name(one: CellAsked) -> str:
    return f"{one.name} × {one.number} {one.theme_name}" + (f" ({one.wave_name})" if one.wave_name else "")
