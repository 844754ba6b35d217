"""Shared steps of lenses and judgements. They take a reader or the open change; none opens one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from trellis.core.chart import Evidence, EvidenceFor, Side
from trellis.core.errors import Invalid, NotFound
from trellis.core.judgement import Confidence, DeclaredLens, Judgement, Override, UnitPlace
from trellis.core.keys import Key
from trellis.core.lens import Dimension, Lens, Word, folded
from trellis.core.lens_file import nearest, read_lens
from trellis.core.study import Person, Role
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.chart_given import Bearer, Given, Whole, evidence_for
from trellis.study.lens_units import place_columns
from trellis.study.requests import require_seen
from trellis.study.resolve import newest_framework_version

NAMED = ": "
"""Between the id of a cell and the name that somebody here gave it."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a judge says, as it is given; see `core.judgement.Judgement`.

    seen: the revision of the judgement that it takes the place of, NO_KEY for none, None where nobody looked.
    """

    dimension: str
    value: str | tuple[str, ...]
    confidence: str = ""
    judge: str = ""
    word: str | tuple[str, ...] = ()
    evidence: tuple[Given, ...] = ()
    against: tuple[Given, ...] = ()
    rationale: str = ""
    seen: Key | None = None


def newest_lenses(reader: Reader) -> list[DeclaredLens]:
    """The newest version of each lens that the study declared, in the order of titles."""
    newest: dict[str, DeclaredLens] = {}
    for record in sorted(reader.all(DeclaredLens), key=lambda one: (one.number, one.at, one.k)):
        newest[record.ident] = record
    return sorted(newest.values(), key=lambda record: (record.title.casefold(), record.k))


def lens_named(reader: Reader, name: str) -> DeclaredLens:
    """The newest version of the lens of that id or title. Raises NotFound, telling what there is."""
    declared = newest_lenses(reader)
    wanted = folded(name)
    for record in declared:
        if wanted in {folded(record.ident), folded(record.title), f"#{record.k}"}:
            return record
    names = [record.ident for record in declared]
    there = ", ".join(names) or "none yet (trellis lens shipped lists those that come with Trellis)"
    message = f"the study has no lens “{name}”; {nearest(name, names)}there are: {there}; add one: trellis lens add"
    raise NotFound(message)


def versions_of(reader: Reader, ident: str) -> list[DeclaredLens]:
    """Every version of a lens, oldest first."""
    return sorted(reader.all(DeclaredLens, ident=ident), key=lambda one: (one.number, one.at, one.k))


def lens_of(record: DeclaredLens) -> Lens:
    """The lens of a version, with the names that somebody here gave to cells without one."""
    lens = _read(record.text, record.ident)
    given = dict(pair.split(NAMED, 1) for pair in record.names)
    outcomes = tuple(
        replace(one, name=given[one.id]) if not one.name and one.id in given else one for one in lens.outcomes
    )
    return replace(lens, outcomes=outcomes)


@lru_cache(maxsize=64)
def _read(text: str, ident: str) -> Lens:
    return read_lens(text.encode(), f"{ident}.toml")


def judgements_under(reader: Reader, ident: str) -> list[Judgement]:
    """Every judgement under any version of a lens, in the order in which they were made."""
    return [one for version in versions_of(reader, ident) for one in reader.all(Judgement, lens=version.k)]


def fits(lens: Lens, judgement: Judgement) -> bool:
    """Whether a judgement made under an earlier version still fits a lens: its dimension and values are there."""
    admissible = {one.id: one.admissible for one in lens.dimensions}
    return judgement.dimension in admissible and set(judgement.values) <= set(admissible[judgement.dimension])


class Standing:
    """The judgements under a lens by what they are about: unit, dimension, judge."""

    def __init__(self, reader: Reader, record: DeclaredLens) -> None:
        self.record = record
        self.lens = lens_of(record)
        made = judgements_under(reader, record.ident)
        self._there = {(one.place, one.dimension, one.judge): one for one in made}

    def find(self, place: UnitPlace, dimension: str, judge: Key) -> Judgement | None:
        """What a judge said before, None if nothing."""
        return self._there.get((place, dimension, judge))

    def note(self, made: Judgement) -> None:
        """Remembers a judgement that was written."""
        self._there[made.place, made.dimension, made.judge] = made


def put_judgement(change: Change, standing: Standing, place: UnitPlace, said: Said) -> tuple[Judgement, str]:
    """Writes a judgement with its evidence, in the place of the same judge's earlier one; and "new", "changed", "same".

    Raises Invalid, NotFound, Ambiguous, QuoteNotFound, OutOfRange, Outdated.
    """
    lens, record = standing.lens, standing.record
    dimension = lens.dimension(said.dimension)
    values, confidence = values_given(lens, dimension, said.value), confidence_given(said.confidence)
    words = words_given(said.word)
    judge, joining = judge_given(change, said.judge)
    before = standing.find(place, dimension.id, judge)
    require_seen(None if before is None else before.rev, said.seen)
    if any(isinstance(one, Whole) for one in (*said.evidence, *said.against)):
        message = "a judgement rests on words of a source or on a cell; say which"
        raise Invalid(message)
    version = newest_framework_version(change)
    made = Judgement(
        change.new_key() if before is None else before.k,
        0 if before is None else before.rev,
        record.k,
        *place_columns(place),
        dimension.id,
        values,
        confidence,
        judge,
        words,
        " ".join(said.rationale.split()),
        None if version is None else version.k,
        change.person,
        change.at,
    )
    evidence = [
        evidence_for(change, Bearer(EvidenceFor.JUDGEMENT, made.k, side), given)
        for side, listed in ((Side.FOR, said.evidence), (Side.AGAINST, said.against))
        for given in listed
    ]
    if joining is not None:
        change.insert(joining)
    done = _write(change, before, made, evidence)
    standing.note(change.get(Judgement, made.k))
    return made, done


def _write(change: Change, before: Judgement | None, made: Judgement, evidence: list[Evidence]) -> str:
    if before is None:
        change.insert(made, *evidence)
        return "new"
    there = evidence_of_judgement(change, before.k)
    kept = {_about(one): one for one in there}
    given = {_about(one): one for one in evidence}
    same = replace(made, at=before.at, by=before.by, lens=before.lens, framework_version=before.framework_version)
    if same == before and kept.keys() == given.keys():
        return "same"
    change.update(before, made)
    change.delete(*(one for about, one in kept.items() if about not in given))
    change.insert(*(one for about, one in given.items() if about not in kept))
    return "changed"


def _about(one: Evidence) -> tuple[object, ...]:
    """What a piece of evidence points at, and which way."""
    return (one.side, one.version, one.start, one.end, one.chart, one.row, one.wave, one.theme)


def evidence_of_judgement(reader: Reader, k: Key) -> list[Evidence]:
    """What a judgement rests on, for and against, in the order it was linked."""
    return reader.all(Evidence, for_kind=EvidenceFor.JUDGEMENT.value, for_k=k)


def judge_given(change: Change, name: str) -> tuple[Key, Person | None]:
    """The person of that name, who joins as an analyst where nobody is called so; who works, for "".

    The second is the record of somebody who joins, not written yet.
    """
    if not name.strip():
        return change.person, None
    wanted = " ".join(name.split())
    known = {person.name.casefold(): person.k for person in change.all(Person)}
    if wanted.casefold() not in known:
        made = Person(change.new_key(), 0, wanted, Role.ANALYST)
        return made.k, made
    return known[wanted.casefold()], None


def values_given(lens: Lens, dimension: Dimension, given: str | tuple[str, ...]) -> tuple[str, ...]:
    """The admissible values that are given, in the lens's order. Raises Invalid."""
    listed = _split(given)
    if not listed:
        message = f"“{dimension.id}” got no value; what fits: {', '.join(dimension.admissible)}"
        raise Invalid(message)
    found = {lens.value(dimension, one) for one in listed}
    if len(found) > 1 and not dimension.several:
        message = f"“{dimension.id}” takes one value and got {len(found)} ({', '.join(sorted(found))}); decide for one"
        raise Invalid(message)
    if len(found) > 1 and not found <= set(dimension.values):
        message = f"“unknown” and “not evidenced” stand alone; “{dimension.id}” got {', '.join(sorted(found))}"
        raise Invalid(message)
    return tuple(value for value in dimension.admissible if value in found)


def confidence_given(given: str) -> Confidence:
    """The confidence of that name, medium for "". Raises Invalid."""
    if not given.strip():
        return Confidence.MEDIUM
    for one in Confidence:
        if one.value == given.strip().casefold():
            return one
    message = f"“{given}” says nothing of how sure somebody is; what fits: {', '.join(Confidence)}"
    raise Invalid(message)


def words_given(given: str | tuple[str, ...]) -> tuple[str, ...]:
    """Whose word it is, in the order of `Word`. Raises Invalid."""
    known = {folded(word): word for word in Word}
    listed = _split(given)
    for one in listed:
        if folded(one) not in known:
            message = f"“{one}” is no kind of word; {nearest(one, Word)}what fits: {', '.join(Word)}"
            raise Invalid(message)
    found = {known[folded(one)] for one in listed}
    return tuple(word.value for word in Word if word in found)


def _split(given: str | Iterable[str]) -> list[str]:
    """Names with semicolons between, or one by one."""
    listed = given.split(";") if isinstance(given, str) else given
    return [one.strip() for one in listed if one.strip()]


def remove_judgement(change: Change, judgement: Judgement) -> None:
    """Takes a judgement out, with its evidence."""
    change.delete(*evidence_of_judgement(change, judgement.k))
    change.delete(judgement)


def put_override(
    change: Change, record: DeclaredLens, place: UnitPlace, said: tuple[str, str], seen: Key | None
) -> None:
    """Puts an outcome with its reason in the place of the derived one; "" for the outcome takes it away again.

    seen: the revision of the override that it replaces, NO_KEY for none, None where nobody looked.
    Raises Invalid, Outdated.
    """
    outcome, reason = said
    before = [one for v in versions_of(change, record.ident) for one in change.all(Override, lens=v.k)]
    there = [one for one in before if one.place == place]
    require_seen(there[-1].rev if there else None, seen)
    change.delete(*there)
    if not outcome.strip():
        return
    if not reason.strip():
        message = "an override needs a reason: say why the derived outcome does not stand"
        raise Invalid(message)
    known, why = outcome_given(lens_of(record), outcome), " ".join(reason.split())
    columns = place_columns(place)
    change.insert(Override(change.new_key(), 0, record.k, *columns, known, why, change.person, change.at))


def outcome_given(lens: Lens, given: str) -> str:
    """The id of the outcome of that id or name, or the lens's own word for none of them. Raises Invalid."""
    wanted = folded(given)
    for one in lens.outcomes:
        if wanted in {folded(one.id), folded(one.name)} - {""}:
            return one.id
    rest = (lens.rule.otherwise, "indeterminate")
    for word in rest:
        if wanted == folded(word):
            return word
    there = [*(one.name or one.id for one in lens.outcomes), *rest]
    message = (
        f"“{given}” is no outcome of the lens “{lens.title}”; {nearest(given, there)}there are: {', '.join(there)}"
    )
    raise Invalid(message)
