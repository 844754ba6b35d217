"""Who could be recognised by how the report attributes quotations and by what it counts: `disclosure` of a study."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from trellis.analysis.complementary import Holding, Place, Totals, holding
from trellis.analysis.disclosure import DROPPED, Ladder, Row, sharing, smallest_coarsening
from trellis.core.attributed import attributing
from trellis.core.keys import Key
from trellis.core.review import Level
from trellis.core.study_review import At, Point, Target
from trellis.review.study_material import StudyMaterial

_MOST_TOLD = 6
_REMINDER = "Content identifies more than labels do."


def disclosed(material: StudyMaterial) -> Iterator[Point]:
    """Attributions that too few people share, alone and over all the quotations of one person, and rare posts.

    Asked of everybody whose quotation is starred in a ready finding. The pattern prints no names, so that
    the quotations of one person are not joined in print, and the attribution alone counts.
    """
    if not material.cases:
        return
    yield from _table(material)
    printed = _printed(material)
    attributes = _attributes(material)
    if not printed or not attributes:
        return
    yield from _attributions(material, printed, attributes)
    yield from _posts(material, printed)


def _attributions(material: StudyMaterial, printed: list[Key], attributes: list[str]) -> Iterator[Point]:
    """Everybody quoted whose whole attribution too few share: what the report prints of them instead, in one point."""
    rows = {case.k: _row(material, case.k, attributes) for case in material.cases}
    people = list(rows.values())
    found = [k for k in printed if sharing(rows[k], people) < material.k]
    if not found:
        return
    kept = attributing(material.printed, {k: _values(material, k) for k in rows}, material.k)
    wholes = {k: ", ".join(value for value in _values(material, k) if value) for k in found}
    told = [f"“{kept.of(k)}” for {material.case(k)} (“{wholes[k]}”)" for k in found]
    rest = f"; and of {len(told) - _MOST_TOLD} more" if len(told) > _MOST_TOLD else ""
    n = "one person" if len(found) == 1 else f"{len(found)} people"
    said = (
        f"Of {n} quoted fewer than {material.k} share the whole attribution, so the report prints less of them: "
        f"{'; '.join(told[:_MOST_TOLD])}{rest}{_advice(material, attributes, people, [rows[k] for k in printed])}. "
        f"{_REMINDER}"
    )
    targets = tuple(Target(At.CASE, material.case(k), k) for k in found)
    yield Point("disclosure", Level.LOOK, said, targets, f"{sorted(wholes.items())} {material.k}", 4)


def _values(material: StudyMaterial, k: Key) -> tuple[str, ...]:
    """A value for each attribute of the pattern, in its order; "" for none."""
    return tuple("/".join(sorted(material.values([k], name))) for name in material.printed)


def _table(material: StudyMaterial) -> Iterator[Point]:
    """Small numbers of the report's sample table, and what its totals tell of them if they are held back."""
    names = {name.casefold(): name for name in material.attributes}
    rows, columns = (names.get(name.casefold(), "") for name in material.table)
    if not rows or not material.ready:
        return
    counts = Counter((_value(material, case.k, rows), _value(material, case.k, columns)) for case in material.cases)
    found = holding(counts, material.k, Totals(rows=bool(columns)))
    if not found.small:
        return
    told, n = f"{rows} by {columns}" if columns else rows, len(found.small)
    said = (
        f"The sample table ({told}) prints {'a number' if n == 1 else f'{n} numbers'} below {material.k}: "
        f"{_places(found.small)}. {_held(found)}"
    )
    yield Point("disclosure", Level.LOOK, said, (Target(At.SAMPLE, told),), str(sorted(counts.items())), 3)


def _value(material: StudyMaterial, k: Key, attribute: str) -> str:
    return "/".join(sorted(material.values([k], attribute))) or ("not recorded" if attribute else "")


def _held(found: Holding) -> str:
    """What it takes to hold small numbers back."""
    if not found.out:
        return "Held back, they do not come out of the totals."
    those = "it comes" if len(found.small) == 1 else f"{len(found.out)} of them come"
    said = f"Held back alone, {those} out of the totals"
    if found.more is None:
        return f"{said}, and so they do whatever else is held back; print a coarser table, or no totals."
    return f"{said}; with {_places(found.more)} held back as well, none does."


def _places(places: Sequence[Place]) -> str:
    told = [f"{row}, {column}" if column else row for row, column in places]
    rest = f"; and {len(told) - _MOST_TOLD} more" if len(told) > _MOST_TOLD else ""
    return "; ".join(told[:_MOST_TOLD]) + rest


def _printed(material: StudyMaterial) -> list[Key]:
    """Everybody who will be quoted, in the order of the findings."""
    starred = (one for view in material.ready for one in view.evidence if one.star)
    return list(dict.fromkeys(k for one in starred for k in one.cases if k in material.by_case))


def _attributes(material: StudyMaterial) -> list[str]:
    """What the pattern prints, in the order in which it may be coarsened."""
    names = {name.casefold(): name for name in material.attributes}
    wanted = [names[name.casefold()] for name in material.printed if name.casefold() in names]
    stated = [name for name in material.order if name in wanted]
    rest = [name for name in wanted if name not in stated]
    return [*stated, *sorted(rest, key=lambda name: name in material.roles)]


def _row(material: StudyMaterial, k: Key, attributes: list[str]) -> Row:
    values = [material.values([k], attribute) for attribute in attributes]
    return tuple("/".join(sorted(each)) if each else DROPPED for each in values)


def _advice(material: StudyMaterial, attributes: list[str], people: list[Row], printed: list[Row]) -> str:
    ladders = [Ladder(attribute) for attribute in attributes]
    best = smallest_coarsening(people, ladders, material.k, printed)
    if best is None or not any(best.steps):
        return ""
    return f". The smallest coarsening after which at least {material.k} share each is to {best.told(ladders)}"


def _posts(material: StudyMaterial, printed: list[Key]) -> Iterator[Point]:
    """Posts that too few people hold in the population, of those who will be quoted."""
    posts = {value.casefold(): count for value, count in material.population}
    shown = {attribute.casefold() for attribute in material.printed}
    for k in printed[: len(material.cases)]:
        for attribute, value in material.by_case[k].values:
            count = posts.get(value.casefold(), material.k)
            if attribute.casefold() in shown and count < material.k:
                who = "one person holds" if count == 1 else f"{count} people hold"
                said = f"“{value}” is a post that {who}: ask them, or paraphrase."
                target = Target(At.CASE, material.case(k), k, number=count)
                yield Point("disclosure", Level.SAY_WHY, said, (target,), value, 6)
