"""Rules that find places to read: a search expression and a theme; what they find waits until it is accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from trellis.analysis.table import Table, Value
from trellis.core.coding import Coding, Rule, Suggestion, SuggestionState
from trellis.core.errors import AlreadyThere, Invalid, NotFound
from trellis.core.filters import EVERYTHING, Filters
from trellis.core.keys import Key
from trellis.core.query import understood
from trellis.core.segment import Segment
from trellis.core.sentence import sentences_around
from trellis.core.source import Source
from trellis.core.turns import clock
from trellis.store import suggestions as stored
from trellis.store.changes import Change
from trellis.store.queries import texts
from trellis.store.reader import Reader
from trellis.study.coding import Coded, add, coder_given, open_round
from trellis.study.resolve import folded, newest_framework_version, rule_named, theme_given
from trellis.study.search import Looking, Spot
from trellis.study.suggestion_states import theme_words, with_states
from trellis.study.voices import Voices
from trellis.study.work import Work


class Widen(StrEnum):
    """How far a hit is widened to what is suggested."""

    SENTENCE = "sentence"
    TURN = "turn"
    HIT = "hit"


@dataclass(frozen=True, slots=True)
class Suggested:
    """What running a rule did: how many places it suggests in all, and how many of them are new."""

    places: int
    new: int


class Rules:
    """The calls about rules and what they suggest."""

    _work: Work

    def rule(self, name: str, query: str, theme: str) -> Rule:
        """Keeps a search expression that suggests codings under a theme.

        Raises BadQuery, NotFound, Ambiguous, AlreadyThere, Invalid.
        """
        understood(query)
        with self._work.change("rule.new") as change:
            if not name.strip():
                message = "a rule needs a name; give one, such as “car”"
                raise Invalid(message)
            if any(folded(rule.name) == folded(name) for rule in change.all(Rule)):
                message = f"there is a rule “{name}” already; choose another name"
                raise AlreadyThere(message)
            under = theme_given(change, theme)
            made = Rule(change.new_key(), change.key, name.strip(), query, under.k, change.person, change.at)
            change.insert(made)
            return made

    def rules(self) -> Table:
        """Every rule: its query, its theme, how many places wait, were accepted, were rejected."""
        with self._work.read() as reader:
            themes = theme_words(reader)
            rows: list[tuple[Value, ...]] = []
            for rule in reader.all(Rule):
                states = [state for _, state in with_states(reader, rule, self._work.person_name)]
                counts = (states.count(state) for state in SuggestionState)
                rows.append((rule.name, rule.query, themes[rule.theme], *counts))
        return Table(("rule", "query", "theme", "waiting", "accepted", "rejected"), tuple(rows), "Rules")

    def suggest(self, rule: str, filters: Filters = EVERYTHING, *, widen: Widen | str = Widen.SENTENCE) -> Suggested:
        """Runs a rule: what it finds waits as suggestions, widened to sentence, turn or not ("hit").

        What was rejected before stays rejected; what waits and is found no more is forgotten. Nothing of this is
        in history. Raises NotFound, Ambiguous, BadQuery, Invalid.
        """
        how = widen_given(widen)
        with self._work.change("rule.suggest") as change:
            found = rule_named(change, rule)
            spots = list(Looking(change, understood(found.query), filters, self._work.person_name).spots())
            places = dict.fromkeys(widened(change, spots, how, found.theme))
            return Suggested(len(places), stored.suggest(change.connection, found.k, places))

    def suggestions(self, rule: str, state: str | None = None) -> Table:
        """What a rule suggests, with words: all of it, or what is "waiting", "accepted" or "rejected".

        The first column is the number by which a suggestion is accepted or rejected. Raises NotFound, Ambiguous.
        """
        with self._work.read() as reader:
            found = rule_named(reader, rule)
            listed = [
                (one, is_)
                for one, is_ in with_states(reader, found, self._work.person_name)
                if state in {None, is_.value}
            ]
            voices = Voices(reader, ((one.version, one.start, one.end) for one, _ in listed))
            bodies = texts.bodies(reader.connection, dict.fromkeys(one.version for one, _ in listed))
            names = {source.k: source.name for source in reader.all(Source)}
            theme = theme_words(reader)[found.theme]
        rows: list[tuple[Value, ...]] = []
        for one, is_ in listed:
            place = voices.place(one.version, one.start)
            words = bodies[one.version][one.start : one.end]
            time = clock(place.from_ms)
            rows.append((one.k, names[one.source], place.part, time, place.label, words, theme, is_.value))
        columns = ("suggestion", "source", "part", "time", "speaker", "words", "theme", "state")
        return Table(columns, tuple(rows), f"Suggested by “{found.name}”")

    def accept(
        self,
        rule: str,
        keys: Sequence[Key] | None = None,
        *,
        coder: str | None = None,
        round: str | None = None,
        note: str = "",
    ) -> Coded:
        """Makes suggestions into codings that name the rule as their origin. keys: None for all that wait.

        Raises NotFound, Ambiguous, Invalid, NotAllowed.
        """
        with self._work.change("index.accept") as change:
            found = rule_named(change, rule)
            chosen = _chosen(change, found, keys, self._work.person_name)
            version = newest_framework_version(change)
            by, in_round = coder_given(change, coder).k, open_round(change, round).k
            drafts = [
                Coding(
                    k=0,
                    rev=0,
                    source=one.source,
                    version=one.version,
                    start=one.start,
                    end=one.end,
                    theme=one.theme,
                    coder=by,
                    round=in_round,
                    framework_version=None if version is None else version.k,
                    note=note,
                    origins=(f"rule:{found.k}",),
                    at=change.at,
                )
                for one in chosen
            ]
            return add(change, drafts)

    def reject(self, rule: str, keys: Sequence[Key] | None = None) -> int:
        """Sets suggestions aside; they are not suggested again. keys: None for all that wait.

        Like all that becomes of suggestions it stands outside history; `let_wait` takes it back.
        Returns how many. Raises NotFound, Ambiguous.
        """
        with self._work.change("rule.reject") as change:
            chosen = _chosen(change, rule_named(change, rule), keys, self._work.person_name)
            stored.mark(change.connection, [one.k for one in chosen], SuggestionState.REJECTED)
            return len(chosen)

    def let_wait(self, rule: str, keys: Sequence[Key]) -> int:
        """Takes it back that suggestions were rejected: they wait again. What was not rejected stays as it is.

        Returns how many. Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.change("rule.let_wait") as change:
            chosen = _chosen(change, rule_named(change, rule), keys, self._work.person_name)
            rejected = [one.k for one in chosen if one.state is SuggestionState.REJECTED]
            stored.mark(change.connection, rejected, SuggestionState.WAITING)
            return len(rejected)


def widen_given(given: Widen | str) -> Widen:
    """The way to widen of that name. Raises Invalid."""
    try:
        return Widen(given)
    except ValueError as error:
        message = f"“{given}” is no way to widen; there are: {', '.join(Widen)}"
        raise Invalid(message) from error


def widened(reader: Reader, spots: Sequence[Spot], how: Widen, theme: Key) -> list[stored.Found]:
    """The places that hits are widened to, under a theme; in the order of the hits, some of them perhaps equal."""
    bodies = texts.bodies(reader.connection, dict.fromkeys(spot.version for spot in spots))
    found: list[stored.Found] = []
    for spot in spots:
        turn = Segment(spot.words, spot.words + len(spot.body))
        place = Segment(spot.start, spot.end)
        if how is Widen.SENTENCE:
            place = sentences_around(place, bodies[spot.version], turn)
        elif how is Widen.TURN:
            place = turn
        found.append((spot.source, spot.version, place.start, place.end, theme))
    return found


def _chosen(change: Change, rule: Rule, keys: Sequence[Key] | None, viewer: str) -> list[Suggestion]:
    """The suggestions meant. Raises NotFound for a number that is none, Invalid for a text that has changed."""
    states = {one.k: (one, state) for one, state in with_states(change, rule, viewer)}
    if keys is None:
        chosen = [one for one, state in states.values() if state is SuggestionState.WAITING]
    else:
        missing = [k for k in keys if k not in states]
        if missing:
            message = f"“{rule.name}” has no suggestion {missing[0]}; run it again, or look at what it suggests"
            raise NotFound(message)
        chosen = [states[k][0] for k in keys]
    for k in dict.fromkeys(one.source for one in chosen):
        source = change.get(Source, k)
        if any(one.source == k and one.version != source.current for one in chosen):
            message = f"{source.name} has been corrected since “{rule.name}” was run; run it again"
            raise Invalid(message)
    return chosen
