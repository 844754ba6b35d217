"""What participants agreed to."""

from __future__ import annotations

from dataclasses import replace

from trellis.core.case import Case, Participant, Wave
from trellis.core.chart_view import ChartView
from trellis.core.consent import Consent, ConsentScope
from trellis.core.errors import Invalid
from trellis.core.keys import NO_KEY
from trellis.core.membership import iso_date
from trellis.core.permission import Permission
from trellis.core.quoting import Quoting
from trellis.core.source import Source
from trellis.store.reader import Reader
from trellis.study.resolve import case_named, wave_named
from trellis.study.speaking import spoken_in, withheld_sources
from trellis.study.table import Table
from trellis.study.work import Work


class ConsentsOfStudy:
    """Consent per participant, wave and scope. Consent to be quoted is enforced wherever quotations leave the study."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def record(
        self, case: str, scope: str, *, given: bool = True, on: str | None = None, wave: str | None = None
    ) -> None:
        """Notes what a participant agreed to, or did not. scope: take part, quote, archive, secondary use, contact.

        Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.change("consent.record") as change:
            one = case_named(change, case)
            if one.participant is None:
                message = f"“{one.name}” is a {one.kind.value}; only a participant can consent"
                raise Invalid(message)
            at = NO_KEY if wave is None else wave_named(change, wave).k
            date = None if on is None else iso_date(on)
            made = Consent(one.participant, at, _scope(scope), 0, given=given, on=date, withdrawn_on=None)
            before = change.find(Consent, made.participant, made.wave, made.scope.value)
            if before is None:
                change.insert(made)
            else:
                change.update(before, replace(made, rev=before.rev))

    def agreed(self, scope: str, wave: str | None = None) -> Table:
        """Everybody who agrees to a scope, in a wave where one is given: who may be asked again, quoted, archived.

        Nobody is withheld for want of an answer as long as nobody was asked. Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.read() as reader:
            allowed = Permission(reader.all(Consent), _scope(scope))
            at = NO_KEY if wave is None else wave_named(reader, wave).k
            rows = tuple((one.pseudonym,) for one in reader.all(Participant) if allowed.given(one.k, at))
        return Table(("participant",), rows, f"Agree to: {_scope(scope).value}")

    def quotable(self, table: Table) -> Table:
        """A table of words (with a column `source`) for leaving the study: without those who may not be quoted.

        Its note says how many rows were left out. Raises Invalid for a table without such a column.
        """
        if "source" not in table.columns:
            message = "this table has no column “source”, so whose words are in it cannot be told"
            raise Invalid(message)
        at = table.columns.index("source")
        with self._work.read() as reader:
            silent = withheld_sources(reader, ConsentScope.QUOTE)
            names = {source.name for source in reader.all(Source) if source.k in silent}
        kept = tuple(row for row in table.values if row[at] not in names)
        left_out = len(table.values) - len(kept)
        said = f"{left_out} left out: no consent to quote" if left_out else ""
        return replace(table, values=kept, note=" ".join(filter(None, (table.note, said))))

    def quotable_chart(self, view: ChartView) -> tuple[ChartView, str]:
        """A chart for leaving the study, without the quotations that may not be shown, and a line that says so."""
        with self._work.read() as reader:
            return quotable(reader, view)

    def listing(self) -> Table:
        """Every participant's consents: wave ("" for all), scope, yes, no or withdrawn, when."""
        with self._work.read() as reader:
            people = {person.k: person.pseudonym for person in reader.all(Participant)}
            order = {case.participant: (case.pos, case.k) for case in reader.all(Case)}
            waves = {wave.k: wave.name for wave in reader.all(Wave)}
            listed = reader.all(Consent)
        listed.sort(key=lambda consent: (order.get(consent.participant, ("", 0)), consent.wave, consent.scope.value))
        rows = tuple((people[c.participant], waves.get(c.wave, ""), c.scope.value, _answer(c), c.on) for c in listed)
        return Table(("participant", "wave", "scope", "given", "on"), rows, "Consent")


def quotable(reader: Reader, view: ChartView) -> tuple[ChartView, str]:
    """A chart without the quotations that may not be shown, and a line that says so, "" if nothing was left out."""
    allowed = Permission(reader.all(Consent), ConsentScope.QUOTE)
    if not allowed.is_recorded:
        return view, ""
    quoting = Quoting(allowed, spoken_in(reader))
    kept, withheld = quoting.of(view)
    return kept, f"{withheld} quotations left out: no consent to quote" if withheld else ""


def _answer(consent: Consent) -> str:
    if consent.given:
        return "yes" if consent.withdrawn_on is None else f"withdrawn on {consent.withdrawn_on}"
    return "no"


def _scope(given: str) -> ConsentScope:
    wanted = given.strip().casefold().replace("_", " ")
    for scope in ConsentScope:
        if scope.value == wanted:
            return scope
    message = f"“{given}” is no scope of consent; give one of: {', '.join(scope.value for scope in ConsentScope)}"
    raise Invalid(message)
