"""Random deeds on what changed between waves, and on what that rests on."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.study.picking import Deed, a_case, a_source, a_theme, one, records
from trellis.core.chart import Evidence, EvidenceFor, Side, Statement
from trellis.core.coding import Coding
from trellis.core.wave_change import ChangeType, WaveChange
from trellis.study.chart_given import Given, Indexed, OnCell, Stretch
from trellis.study.resolve import handle
from trellis.study.study import Study
from trellis.study.waves import WavesOfStudy


def a_change(study: Study, chance: Random) -> tuple[str, str, dict[str, str]]:
    """A case, a theme and two waves of which something is said."""
    said = chance.choice(records(study, WaveChange))
    waves = {name: handle(k) for name, k in (("earlier", said.earlier), ("later", said.later))}
    return handle(said.row), handle(said.theme), waves


def say_change(study: Study, chance: Random) -> None:
    kind, words = chance.choice(list(ChangeType)), f"in short {chance.random():.3f}"
    if records(study, WaveChange) and chance.random() < 0.4:
        case, theme, waves = a_change(study, chance)
        study.waves.say(case, theme, kind, words, **waves)
    else:
        study.waves.say(a_case(study, chance), a_theme(study, chance), kind, words)


def rest_change(study: Study, chance: Random) -> object:
    """Gives a change words that are indexed, words as they stand, or a cell."""
    case, theme, waves = a_change(study, chance)
    given: list[Given] = [Stretch(a_source(study, chance), start := chance.randrange(40), start + 9)]
    if records(study, Coding):
        given.append(Indexed(one(study, chance, Coding)))
    if records(study, Statement):
        given.append(OnCell(a_case(study, chance), a_theme(study, chance)))
    return study.waves.link(case, theme, chance.choice(given), side=chance.choice(list(Side)), **waves)


def rested(study: Study, chance: Random) -> int:
    found = [each.k for each in records(study, Evidence) if each.for_kind is EvidenceFor.WAVE_CHANGE]
    return int(chance.choice(found))


def on_change(deed: Callable[..., object]) -> Deed:
    """A deed on a change between waves of which something is said."""

    def done(study: Study, chance: Random) -> object:
        case, theme, waves = a_change(study, chance)
        return deed(study.waves, case, theme, **waves)

    return done


SAYING: dict[str, Deed] = {
    "say change": say_change,
    "rest change": rest_change,
    "rest change more": rest_change,
    "turn words of change": lambda s, c: s.waves.turn(rested(s, c), c.choice(list(Side))),
    "take words of change": lambda s, c: s.waves.unlink(rested(s, c)),
    "confirm change": on_change(WavesOfStudy.confirm),
    "unsay change": on_change(WavesOfStudy.unsay),
}
"""Deeds on what changed between waves."""
