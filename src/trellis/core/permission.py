"""What may be done with what a participant said: consent looked up by participant and wave, and withdrawal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trellis.core.case import Case, Extent, Link
from trellis.core.consent import Consent, ConsentScope, Withdrawal, WithdrawalLevel
from trellis.core.keys import NO_KEY, Key
from trellis.core.source import Source, Speaker


class Permission:
    """Whether participants have agreed to one scope.

    Where the study has recorded nobody's answer for the scope, only those are withheld who withdrew. As soon as it has
    one, whoever has not said yes is taken to have said no. An answer for a wave counts before the one for all waves.
    """

    def __init__(self, consents: Iterable[Consent], scope: ConsentScope) -> None:
        told = [consent for consent in consents if consent.scope is scope]
        self._answers = {(consent.participant, consent.wave): _holds(consent) for consent in told}
        self._asked = any(not _only_withdrawn(consent) for consent in told)
        self.is_recorded = bool(told)

    def given(self, participant: Key, wave: Key) -> bool:
        """Whether the participant agrees, in this wave (0: outside any)."""
        general = self._answers.get((participant, NO_KEY), not self._asked)
        return self._answers.get((participant, wave), general)


def _holds(consent: Consent) -> bool:
    return consent.given and consent.withdrawn_on is None


def _only_withdrawn(consent: Consent) -> bool:
    """Whether the row says no more than that somebody withdrew: they were never asked for this scope."""
    return not consent.given and consent.withdrawn_on is not None


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who speaks in which sources, as far as the study knows: by links and by labels."""

    cases: tuple[Case, ...]
    sources: tuple[Source, ...]
    extents: tuple[Extent, ...]
    speakers: tuple[Speaker, ...]

    def pairs(self) -> set[tuple[Key, Key]]:
        """(source, participant) for everybody who speaks in a source."""
        participant = {case.k: case.participant for case in self.cases if case.participant is not None}
        linked = [(one.source, one.case) for one in self.extents if one.how is Link.SPEAKS]
        linked += [(one.source, one.case) for one in self.speakers if one.case is not None]
        return {(source, participant[case]) for source, case in linked if case in participant}

    def withheld(self, allowed: Permission) -> frozenset[Key]:
        """The sources in which somebody speaks who has not agreed; one of several who share it is enough."""
        waves = {source.k: source.wave or NO_KEY for source in self.sources}
        return frozenset(
            source for source, who in self.pairs() if source in waves and not allowed.given(who, waves[source])
        )

    def of(self, participants: Iterable[Key]) -> frozenset[Key]:
        """The sources in which one of these participants speaks."""
        wanted = set(participants)
        return frozenset(source for source, who in self.pairs() if who in wanted)


def ended_use(withdrawals: Iterable[Withdrawal], day: str) -> dict[Key, str]:
    """The participants of whose words nothing new may be made on a day (ISO), each with the date from which."""
    return {
        one.participant: one.cut_off
        for one in withdrawals
        if one.level is WithdrawalLevel.NO_NEW_USE and one.cut_off <= day
    }
