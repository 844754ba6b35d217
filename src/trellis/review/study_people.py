"""Who could be recognised by how the report will attribute its quotations: `disclosure` of a study."""

from __future__ import annotations

from collections.abc import Iterator

from trellis.analysis.disclosure import DROPPED, Ladder, Row, sharing, smallest_coarsening
from trellis.core.keys import Key
from trellis.core.review import Level
from trellis.core.study_review import At, Point, Target
from trellis.review.study_material import StudyMaterial

_REMINDER = "Content identifies more than labels do."


def disclosed(material: StudyMaterial) -> Iterator[Point]:
    """Attributions that too few people share, alone and over all the quotations of one person, and rare posts.

    Asked of everybody whose quotation is starred in a ready finding. The pattern prints no names, so that
    the quotations of one person are not joined in print, and the attribution alone counts.
    """
    if not material.cases:
        return
    printed = _printed(material)
    attributes = _attributes(material)
    if not printed or not attributes:
        return
    rows = {case.k: _row(material, case.k, attributes) for case in material.cases}
    people = list(rows.values())
    found: dict[Row, list[Key]] = {}
    for k in printed:
        if sharing(rows[k], people) < material.k:
            found.setdefault(rows[k], []).append(k)
    advice = _advice(material, attributes, people, [rows[k] for k in printed]) if found else ""
    for row, keys in found.items():
        told = ", ".join(value for value in row if value != DROPPED)
        count = sharing(row, people)
        who = "one person has" if count == 1 else f"{count} people have"
        said = f"The report's pattern prints “{told}”, and {who} all of it{advice}. {_REMINDER}"
        targets = tuple(Target(At.CASE, material.case(k), k) for k in keys)
        level = Level.SAY_WHY
        yield Point("disclosure", level, said, targets, f"{attributes} {material.k}", 7)
    yield from _posts(material, printed)


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
    return f"; the smallest coarsening after which at least {material.k} share each is to {best.told(ladders)}"


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
