"""From judgements to outcomes: what holds, what cannot, what is open, and what is nearest. Nothing is weighed.

A criterion is met if everybody who judged the dimension gave a value that fits it, failed if nobody did, and open
otherwise: nobody judged it, it is unknown or not evidenced, or judges differ. The order of judgements never matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from trellis.core.lens import OPEN_VALUES, Count, Criterion, Lens, Outcome, RuleKind, Summary, Word

INDETERMINATE = "indeterminate"
NOT_JUDGED = "not judged"


class State(StrEnum):
    """How a criterion or an outcome stands."""

    MET = "met"
    OPEN = "open"
    FAILED = "not met"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one judge says of one dimension of a unit. values: admissible ones. words: whose word it is."""

    dimension: str
    values: tuple[str, ...]
    judge: int
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Met:
    """One criterion and how it stands. text: "pathway: present"; found: what judges said, "" where nobody did."""

    text: str
    state: State
    found: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """An outcome with its criteria. state: met where it holds, not met where it cannot, open otherwise."""

    outcome: str
    label: str
    state: State
    criteria: tuple[Met, ...]

    @property
    def met(self) -> int:
        """How many criteria are met."""
        return sum(one.state is State.MET for one in self.criteria)

    @property
    def missing(self) -> tuple[Met, ...]:
        """The criteria that are not met, or open."""
        return tuple(one for one in self.criteria if one.state is not State.MET)


@dataclass(frozen=True, slots=True)
class Derived:
    """What comes out for a unit.

    outcomes: ids of those that hold, in the lens's order. label: as it is printed, the qualifier in it. nearest:
    outcomes that do not hold, the nearest first. known: dimensions with a value. differing: those on which judges
    differ.
    """

    outcomes: tuple[str, ...]
    label: str
    weighed: tuple[Weighed, ...]
    nearest: tuple[Weighed, ...]
    known: tuple[str, ...]
    differing: tuple[str, ...]
    qualifier: str = ""

    @property
    def runner_up(self) -> Weighed | None:
        """The nearest outcome that does not hold."""
        return next(iter(self.nearest), None)


Answers = Mapping[str, tuple[frozenset[str], ...]]
"""By dimension, the different answers that judges gave, each a set of values."""


def derive(lens: Lens, opinions: Iterable[Opinion], taken: Mapping[str, str] | None = None) -> Derived:
    """What comes out for the unit that these opinions are about.

    taken: for dimensions that nobody judged, values that follow from another lens.
    """
    given = list(opinions)
    answers = answers_of(given, taken or {})
    known = tuple(one.id for one in lens.dimensions if _is_known(answers.get(one.id, ())))
    weighed = tuple(_weighed(outcome, answers) for outcome in lens.outcomes)
    holds = _holding(lens, weighed) if len(known) >= lens.rule.evidenced else ()
    label = _label(lens, weighed, holds, len(known), judged=bool(answers))
    qualifier = _qualifier(lens, given) if holds else ""
    by_nearness = sorted(
        (one for one in weighed if one.outcome not in holds),
        key=lambda one: -Fraction(one.met, max(len(one.criteria), 1)),
    )
    return Derived(
        holds,
        f"{label} ({qualifier})" if qualifier else label,
        weighed,
        tuple(by_nearness),
        known,
        tuple(one.id for one in lens.dimensions if len(answers.get(one.id, ())) > 1),
        qualifier,
    )


def answers_of(opinions: Sequence[Opinion], taken: Mapping[str, str]) -> dict[str, tuple[frozenset[str], ...]]:
    """The different answers to each dimension, in an order that does not depend on who came first."""
    found: dict[str, set[frozenset[str]]] = {}
    for one in opinions:
        found.setdefault(one.dimension, set()).add(frozenset(one.values))
    for dimension, value in taken.items():
        found.setdefault(dimension, {frozenset((value,))})
    return {dimension: tuple(sorted(answers, key=sorted)) for dimension, answers in found.items()}


def _is_open(answer: frozenset[str]) -> bool:
    return answer <= frozenset(OPEN_VALUES)


def _is_known(answers: Sequence[frozenset[str]]) -> bool:
    return any(not _is_open(answer) for answer in answers)


def _stands(dimension: str, values: tuple[str, ...], answers: Answers) -> State:
    """Whether a dimension has one of these values."""
    given = answers.get(dimension, ())
    known = [answer for answer in given if not _is_open(answer)]
    fitting = [answer for answer in known if answer & set(values)]
    if not known:
        return State.OPEN
    if len(fitting) == len(given):
        return State.MET
    return State.OPEN if fitting or len(known) < len(given) else State.FAILED


def _weighed(outcome: Outcome, answers: Answers) -> Weighed:
    criteria = [_met(one, answers) for one in outcome.requires]
    if outcome.any_of:
        criteria.append(_any(outcome.any_of, answers))
    criteria += [_not(one, answers) for one in outcome.excludes]
    if outcome.count is not None:
        criteria += _counted(outcome.count, answers)
    state = _sufficient(outcome.count, answers) if outcome.count is not None else State.MET
    rest = [*criteria[: len(criteria) - (len(outcome.count.dimensions) if outcome.count else 0)]]
    return Weighed(outcome.id, outcome.label, _all([state, *(one.state for one in rest)]), tuple(criteria))


def _all(states: Iterable[State]) -> State:
    found = list(states)
    if State.FAILED in found:
        return State.FAILED
    return State.OPEN if State.OPEN in found else State.MET


def _met(criterion: Criterion, answers: Answers) -> Met:
    text = f"{criterion.dimension}: {' or '.join(criterion.values)}"
    return Met(text, _stands(criterion.dimension, criterion.values, answers), said(answers, criterion.dimension))


def _any(criteria: Sequence[Criterion], answers: Answers) -> Met:
    states = [_stands(one.dimension, one.values, answers) for one in criteria]
    state = State.MET if State.MET in states else State.OPEN if State.OPEN in states else State.FAILED
    text = ", or ".join(f"{one.dimension}: {' or '.join(one.values)}" for one in criteria)
    return Met(text, state, "; ".join(said(answers, one.dimension) or "–" for one in criteria))


def _not(criterion: Criterion, answers: Answers) -> Met:
    state = _stands(criterion.dimension, criterion.values, answers)
    turned = {State.MET: State.FAILED, State.FAILED: State.MET}.get(state, state)
    text = f"{criterion.dimension}: not {' or '.join(criterion.values)}"
    return Met(text, turned, said(answers, criterion.dimension))


def _counted(count: Count, answers: Answers) -> list[Met]:
    return [_met(Criterion(dimension, count.values), answers) for dimension in count.dimensions]


def _sufficient(count: Count, answers: Answers) -> State:
    states = [_stands(dimension, count.values, answers) for dimension in count.dimensions]
    sure, possible = states.count(State.MET), states.count(State.MET) + states.count(State.OPEN)
    if sure >= count.at_least:
        return State.MET
    return State.OPEN if possible >= count.at_least else State.FAILED


def said(answers: Answers, dimension: str) -> str:
    """What judges said of a dimension: values, with a stroke between judges who differ; "" where nobody did."""
    return " / ".join(", ".join(sorted(answer)) for answer in answers.get(dimension, ()))


def _holding(lens: Lens, weighed: Sequence[Weighed]) -> tuple[str, ...]:
    """The outcomes that hold; of those that shut each other out the first, and none while an earlier one is open."""
    if not lens.rule.exclusive:
        return tuple(one.outcome for one in weighed if one.state is State.MET)
    first = next((one for one in weighed if one.state is not State.FAILED), None)
    return (first.outcome,) if first is not None and first.state is State.MET else ()


def _label(lens: Lens, weighed: Sequence[Weighed], holds: tuple[str, ...], known: int, *, judged: bool) -> str:
    if not judged:
        return NOT_JUDGED
    if holds:
        return "; ".join(one.label for one in weighed if one.outcome in holds)
    if known < lens.rule.evidenced or any(one.state is State.OPEN for one in weighed):
        return INDETERMINATE
    return "profile" if lens.rule.kind is RuleKind.PROFILE and not lens.outcomes else lens.rule.otherwise


def _qualifier(lens: Lens, opinions: Sequence[Opinion]) -> str:
    """What an outcome is called besides, where nobody of those the lens names confirms what its criteria rest on."""
    wanted = set(lens.rule.confirmed_by)
    if not wanted:
        return ""
    definite = [one for one in opinions if not _is_open(frozenset(one.values))]
    return "" if any(wanted & set(one.words) for one in definite) else lens.rule.unless_confirmed


def summarised(summary: Summary, order: Sequence[str], answers: Iterable[tuple[frozenset[str], ...]]) -> str:
    """What all units of a lens come to: the value for every known one, none, or some of them. "" where none is known.

    order: values of the dimension from low to high. answers: of each unit. Where judges differ, or say several, the
    lower one counts, so that raising any answer can never make the result worse.
    """
    ranks = {value: rank for rank, value in enumerate(order)}
    lowest = [
        min(ranks[value] for answer in given for value in answer if value in ranks)
        for given in answers
        if any(value in ranks for answer in given for value in answer)
    ]
    if not lowest:
        return ""
    enough = [rank >= ranks[summary.at_least] for rank in lowest]
    if all(enough):
        return summary.every
    return summary.some if any(enough) else summary.none
