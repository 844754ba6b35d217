"""What documents say is to happen, beside how those concerned tell it: the intent × experience chart."""

from __future__ import annotations

from trellis.core.chart import Side
from trellis.core.intent import Experienced, experienced_from
from trellis.core.keys import Key
from trellis.study.chart_given import Given
from trellis.study.intent_steps import (
    IntentChart,
    chart_of,
    choose_groups,
    link_told,
    provide,
    provision_given,
    remove_provision,
    require_told,
    tell,
    unlink_told,
    untell,
)
from trellis.study.work import Work


class IntentOfStudy:
    """What documents intend, and how each group tells it. A provision is named by number, "#KEY" or how it begins."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def provide(self, text: str, evidence: Given) -> Key:
        """Adds what a document says is to happen, resting on the document's words, and returns its key.

        Raises NotFound, Ambiguous, QuoteNotFound, or Invalid where the source is no document.
        """
        with self._work.change("intent.provide") as change:
            return provide(change, text, evidence).k

    def group_by(self, attribute: str) -> None:
        """Chooses the attribute of cases whose values are the columns, such as role. Raises NotFound, Ambiguous."""
        with self._work.change("intent.group") as change:
            choose_groups(change, attribute)

    def tell(
        self, provision: str | int, group: str, value: Experienced | str, text: str = "", *, seen: Key | None = None
    ) -> Key:
        """Says how a group tells a provision: as intended, diluted, exceeded, contradicted or unknown to staff.

        Saying it again replaces. seen: the revision of what was said before, NO_KEY for nothing, None where nobody
        looked. Raises NotFound, Ambiguous, Invalid, Outdated.
        """
        what = experienced_from(value)
        with self._work.change("intent.tell") as change:
            row = provision_given(change, provision)
            require_told(change, row, group, seen)
            return tell(change, row, group, what, text).k

    def untell(self, provision: str | int, group: str, *, seen: Key | None = None) -> None:
        """Takes back how a group tells a provision, with its evidence. Raises NotFound, Ambiguous, Outdated."""
        with self._work.change("intent.untell") as change:
            row = provision_given(change, provision)
            require_told(change, row, group, seen)
            untell(change, row, group)

    def link(self, provision: str | int, group: str, evidence: Given, *, side: Side | str = Side.FOR) -> Key:
        """Adds the words on which it rests how a group tells a provision. Raises NotFound, QuoteNotFound, Invalid."""
        with self._work.change("intent.link") as change:
            return link_told(change, provision_given(change, provision), group, evidence, Side(side))

    def unlink(self, evidence: Key) -> None:
        """Takes words away from what a group tells. Raises NotFound, or Invalid for the words of a document."""
        with self._work.change("intent.unlink") as change:
            unlink_told(change, evidence)

    def remove(self, provision: str | int) -> None:
        """Takes a provision out with what is told of it. Raises NotFound, Ambiguous."""
        with self._work.change("intent.remove") as change:
            remove_provision(change, provision_given(change, provision))

    def chart(self) -> IntentChart:
        """Provisions by groups, each with its words."""
        with self._work.read() as reader:
            return chart_of(reader)
