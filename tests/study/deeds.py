"""Random deeds over the whole of `study/`: what anybody might do next, on whatever is there."""

from __future__ import annotations

from random import Random

from tests.store.factories import in_memory_bare
from tests.study.picking import Deed, a_case, a_source, a_theme, one, records
from tests.study.small_lens import A_LENS
from tests.study.wave_deeds import SAYING
from trellis.core.case import Wave
from trellis.core.chart import Blank, CellState, Side, Statement
from trellis.core.coding import Coding
from trellis.core.disagreement import Outcome
from trellis.core.errors import TrellisError
from trellis.core.finding import Done, Finding, Stance
from trellis.core.framework_wording import Rewording, Wording
from trellis.core.judgement import Judgement
from trellis.core.memo import Memo
from trellis.core.source import Source
from trellis.core.typology import DimensionValue, Typology, TypologyDimension
from trellis.core.worksheet import Category, Element, ElementLink
from trellis.reading import read_bytes
from trellis.study.batch import keep_all
from trellis.study.bringing import BringIn, Candidate
from trellis.study.chart_given import Indexed, OnCell
from trellis.study.demo_roles import ROLES
from trellis.study.finding_scope import About
from trellis.study.resolve import handle
from trellis.study.study import Study, found
from trellis.study.work import silent

TEXT = (
    "INT: What is an ordinary day?\n\nP1: There is no such thing. I drive, mostly, number {n}.\n\n"
    "INT: Where to?\n\nP1: Wherever Moira is. She moves, 🙂 and so do I.\n"
)


def a_study(folder) -> Study:
    """A small study in memory: two sources, two main themes with sub-themes, two cases."""
    study = found(in_memory_bare(folder), "A study", "Ana")
    for n in range(2):
        bring(study, n)
    for name in ("Work", "Team"):
        study.framework.add(Wording(name))
        study.framework.add(Wording(f"{name} one"), name)
        study.framework.add(Wording(f"{name} two"), name)
    return study


def bring(study: Study, n: int) -> None:
    text = TEXT.format(n=n)
    candidate = Candidate(f"s{n}.txt", f"s{n}", read_bytes(f"s{n}.txt", text.encode()), text.encode())
    keep_all(study._work, iter([candidate]), 1, BringIn(), dry_run=False, progress=silent)  # no files


def a_finding(study: Study, chance: Random) -> str:
    return f"#{one(study, chance, Finding)}"


def code(study: Study, chance: Random) -> object:
    start = chance.randrange(80)
    themes = [a_theme(study, chance) for _ in range(chance.randint(1, 2))]
    return study.index.code(a_source(study, chance), themes, start=start, end=start + chance.randint(1, 40))


def write(study: Study, chance: Random) -> object:
    evidence = [Indexed(one(study, chance, Coding))] if chance.random() < 0.6 and records(study, Coding) else []
    star = bool(evidence) and chance.random() < 0.5
    text = f"She says {chance.random():.3f}"
    return study.chart.write(a_case(study, chance), a_theme(study, chance), text, evidence=evidence, star=star)


def correct(study: Study, chance: Random) -> object:
    """Puts words right, takes some out or puts some in, at one or two places; sometimes another text altogether."""
    name = a_source(study, chance)
    text = study.sources.text(name)
    for _ in range(chance.randint(1, 2)):
        at = chance.randrange(len(text) + 1)
        put = chance.choice(["", " Aye. ", "e\u0301", "🙂", "\n\nMOIRA: Then they all went home again.\n\n"])
        text = text[:at] + put + text[at + chance.randint(0, 12) :]
    return study.sources.correct(name, chance.choice([text, text, text.replace(" ", "\n"), "P1: Boats."]), replace=True)


def settle_review(study: Study, chance: Random) -> None:
    item = chance.choice(study.sources.review_items()).item
    if chance.random() < 0.5:
        study.sources.settle_review(item, drop=True)
    else:
        study.sources.settle_review(item, start=(at := chance.randrange(8)), end=at + chance.randint(1, 9))


def withdraw(study: Study, chance: Random) -> object:
    level = chance.choice(["no further contact", "no new use"])
    return study.withdrawals.withdraw(a_case(study, chance), level, cut_off="2026-03-31")


def a_round(study: Study, chance: Random) -> str:
    return str(chance.choice(study.rounds.listing().records())["round"])


def second_reading(study: Study, chance: Random) -> object:
    """Another coder on words that are indexed already, under the same theme or another one."""
    coding = chance.choice(records(study, Coding))
    theme = chance.choice([a_theme(study, chance), a_theme(study, chance)])
    name = next(source.name for source in records(study, Source) if source.k == coding.source)
    return study.index.code(name, [theme], start=coding.start, end=coding.end, coder=chance.choice(["Cy", "Dee", None]))


def settle(study: Study, chance: Random) -> object:
    name = a_round(study, chance)
    item = chance.choice(study.rounds.disagreements(name).items)
    outcome = chance.choice(list(Outcome))
    whose = chance.choice(item.chosen).coder if outcome is Outcome.ADOPTED else None
    return study.rounds.settle(name, item.number, outcome, f"because {chance.random():.3f}", adopt=whose)


def another_round(study: Study, chance: Random) -> str:
    """A round that is not the index."""
    return str(chance.choice([row for row in study.rounds.listing().records() if not row["index"]])["round"])


DEEDS: dict[str, Deed] = {
    "bring in": lambda s, c: bring(s, c.randint(2, 6)),
    "rename source": lambda s, c: s.sources.rename(a_source(s, c), f"source {c.randint(1, 99)}"),
    "correct": correct,
    "another text": lambda s, c: s.sources.correct(
        a_source(s, c), f"INT: And?\n\nP1: No. {c.random():.3f}", replace=True
    ),
    "settle review": settle_review,
    "add theme": lambda s, c: s.framework.add(Wording(f"theme {c.randint(1, 999)}"), c.choice(["", a_theme(s, c)])),
    "rename theme": lambda s, c: s.framework.rename(a_theme(s, c), f"renamed {c.randint(1, 999)}"),
    "redefine": lambda s, c: s.framework.redefine(a_theme(s, c), Rewording(definition=f"about {c.random():.3f}")),
    "move": lambda s, c: s.framework.move(a_theme(s, c), c.choice(["", a_theme(s, c)])),
    "split": lambda s, c: s.framework.split(a_theme(s, c), [Wording(f"half {c.random():.4f}") for _ in range(2)]),
    "merge": lambda s, c: s.framework.merge([a_theme(s, c), (kept := a_theme(s, c))], kept),
    "retire": lambda s, c: s.framework.retire(a_theme(s, c), with_sub_themes=c.random() < 0.5),
    "name version": lambda s, c: s.framework.name_version(f"v{c.randint(1, 99)}", "a reason"),
    "code": code,
    "code again": code,
    "remove coding": lambda s, c: s.index.remove(one(s, c, Coding)),
    "recode": lambda s, c: s.index.recode([one(s, c, Coding)], a_theme(s, c)),
    "resize": lambda s, c: s.index.resize(one(s, c, Coding), (at := c.randrange(60)), at + c.randint(1, 30)),
    "annotate": lambda s, c: s.index.annotate(one(s, c, Coding), f"note {c.random():.3f}"),
    "fast list": lambda s, c: s.index.fast_list(a_source(s, c), f"T{c.randint(1, 4)} {a_theme(s, c)} a note"),
    "new round": lambda s, c: s.rounds.open(f"round {c.randint(1, 99)}"),
    "close round": lambda s, c: s.rounds.close(another_round(s, c)),
    "second reading": second_reading,
    "read again": second_reading,
    "settle": settle,
    "settle another": settle,
    "carry round": lambda s, c: s.rounds.carry(another_round(s, c)),
    "code in round": lambda s, c: s.index.code(
        a_source(s, c), [a_theme(s, c)], start=0, end=c.randint(5, 9), round=another_round(s, c)
    ),
    "adopt round": lambda s, c: s.rounds.adopt(str(c.choice(s.rounds.listing().records())["round"])),
    "rule": lambda s, c: s.index.rule(f"rule {c.randint(1, 99)}", "drive OR moira", a_theme(s, c)),
    "accept": lambda s, c: (
        s.index.suggest(name := str(c.choice(s.index.rules().records())["rule"])),
        s.index.accept(name),
    ),
    "write": write,
    "write more": write,
    "edit": lambda s, c: s.chart.edit(one(s, c, Statement), f"Or rather {c.random():.3f}"),
    "remove statement": lambda s, c: s.chart.remove(one(s, c, Statement)),
    "reorder": lambda s, c: s.chart.reorder(one(s, c, Statement), c.randint(1, 3)),
    "link": lambda s, c: s.chart.link(one(s, c, Statement), Indexed(one(s, c, Coding))),
    "blank": lambda s, c: s.chart.blank(a_case(s, c), a_theme(s, c), c.choice(list(Blank)).value),
    "state": lambda s, c: s.chart.set_state(a_case(s, c), a_theme(s, c), c.choice(list(CellState)).value),
    "withdraw": withdraw,
    "find": lambda s, c: s.findings.add(f"Most {c.random():.3f}.", About(themes=[a_theme(s, c)], cases=[a_case(s, c)])),
    "reword finding": lambda s, c: s.findings.edit(a_finding(s, c), statement=f"Few say {c.random():.3f}."),
    "rest finding": lambda s, c: s.findings.link(
        a_finding(s, c), Indexed(one(s, c, Coding)), side=c.choice(list(Side))
    ),
    "rest on cell": lambda s, c: s.findings.link(a_finding(s, c), OnCell(a_case(s, c), a_theme(s, c))),
    "place case": lambda s, c: s.findings.place(a_finding(s, c), a_case(s, c), c.choice([*Stance, None])),
    "look for cases": lambda s, c: s.findings.looked(a_finding(s, c), "all", f"{c.random():.3f}", c.choice(list(Done))),
    "remove finding": lambda s, c: s.findings.remove(a_finding(s, c)),
    "confirm": lambda s, c: s.chart.confirm(a_case(s, c), a_theme(s, c)),
}


def an_attribute(study: Study, chance: Random) -> str:
    return str(chance.choice(study.attributes.listing().records())["attribute"])


def a_wave(study: Study, chance: Random) -> str:
    return str(chance.choice(records(study, Wave)).name)


def judge(study: Study, chance: Random) -> object:
    """Judges a case, or now and then a role, on words that are indexed, on a cell, or on nothing."""
    unit = chance.choice([a_case(study, chance), a_case(study, chance), f"role {chance.randint(1, 3)}"])
    dimension, value = chance.choice([("pay", "low"), ("pay", "high"), ("contact", "some"), ("contact", "unknown")])
    evidence: list[Indexed | OnCell] = []
    if records(study, Coding) and chance.random() < 0.6:
        evidence.append(Indexed(one(study, chance, Coding)))
    if records(study, Statement) and chance.random() < 0.4:
        evidence.append(OnCell(a_case(study, chance), a_theme(study, chance)))
    against = [] if chance.random() < 0.7 else evidence[:1]
    name = chance.choice(["", "Cy"])
    return study.lenses.judge(
        "a-lens", unit, dimension, value, judge=name, evidence=evidence, against=against, rationale="Because."
    )


JUDGING: dict[str, Deed] = {
    "declare": lambda s, c: s.lenses.add_text(A_LENS.format(n=c.randint(1, 9))),
    "name cell": lambda s, c: s.lenses.name_cell("a-lens", "low-some", f"cell {c.randint(1, 9)}"),
    "judge": judge,
    "judge more": judge,
    "unjudge": lambda s, c: s.lenses.withdraw_judgement(one(s, c, Judgement)),
    "confirm judgement": lambda s, c: s.lenses.confirm(one(s, c, Judgement)),
    "override": lambda s, c: s.lenses.override("a-lens", a_case(s, c), "indeterminate", f"so {c.random():.3f}"),
}
"""Deeds on lenses and what is judged under them."""


DESCRIBING: dict[str, Deed] = {
    "add case": lambda s, c: s.cases.add(f"case {c.randint(1, 99)}", c.choice(["person", "site", "team"])),
    "rename case": lambda s, c: s.cases.rename(a_case(s, c), f"renamed {c.randint(1, 99)}"),
    "move case": lambda s, c: s.cases.move(a_case(s, c), before=a_case(s, c)),
    "remove case": lambda s, c: s.cases.remove(a_case(s, c)),
    "belong": lambda s, c: s.cases.belongs(a_case(s, c), a_case(s, c)),
    "link case": lambda s, c: s.cases.link(a_case(s, c), a_source(s, c), how=c.choice(["speaks", "about"])),
    "label": lambda s, c: s.cases.set_label("P1", c.choice(["participant", "interviewer"]), case=a_case(s, c)),
    "define attribute": lambda s, c: s.attributes.define(f"a{c.randint(1, 9)}", c.choice(["whole", "text"])),
    "set attribute": lambda s, c: s.attributes.set(a_case(s, c), an_attribute(s, c), str(c.randint(1, 9))),
    "unset attribute": lambda s, c: s.attributes.unset(a_case(s, c), an_attribute(s, c)),
    "remove attribute": lambda s, c: s.attributes.remove(an_attribute(s, c)),
    "quota": lambda s, c: s.sample.set_quota({an_attribute(s, c): str(c.randint(1, 9))}, c.randint(1, 5)),
    "add wave": lambda s, c: s.waves.add(f"wave {c.randint(1, 9)}"),
    "attend": lambda s, c: s.waves.attend(a_case(s, c), a_wave(s, c), c.choice(["lost", "completed"])),
    "consent": lambda s, c: s.consents.record(a_case(s, c), "quote", given=c.random() < 0.5),
    "guide": lambda s, _: s.guide.import_guide(ROLES / "guide.csv"),
    "cover": lambda s, c: s.guide.cover(a_source(s, c), "1.1", c.choice(["yes", "partly", "no"])),
    "feed topic": lambda s, c: s.guide.feed("1.1", [a_theme(s, c) for _ in range(c.randint(0, 2))]),
    "memo": lambda s, c: s.memos.add(f"memo {c.random():.3f}"),
    "edit memo": lambda s, c: s.memos.edit(one(s, c, Memo), text=f"or {c.random():.3f}"),
    "remove memo": lambda s, c: s.memos.remove(one(s, c, Memo)),
    "read": lambda s, c: s.readings.mark(a_source(s, c), on=f"2026-03-{c.randint(10, 28)}"),
}
"""Deeds on who took part, what was asked and what was noted."""


def draw(study: Study, chance: Random) -> object:
    """Draws an element from one or two statements of a column."""
    first = chance.choice(records(study, Statement))
    column = [statement.k for statement in records(study, Statement) if statement.theme == first.theme]
    of = [first.k, chance.choice(column)]
    return study.worksheets.draw(handle(first.theme), f"element {chance.random():.3f}", of)


def group(study: Study, chance: Random) -> None:
    category = chance.choice(records(study, Category))
    element = chance.choice([each for each in records(study, Element) if each.theme == category.theme])
    study.worksheets.group([element.k], chance.choice([handle(category.k), handle(category.k), None]))


def add_category(study: Study, chance: Random) -> object:
    element = chance.choice(records(study, Element))
    name = f"category {chance.randint(1, 999)}"
    return study.worksheets.add_category(handle(element.theme), name, elements=[element.k])


def of_category(study: Study, chance: Random) -> tuple[str, str]:
    category = chance.choice(records(study, Category))
    return handle(category.theme), handle(category.k)


def relink(study: Study, chance: Random) -> object:
    element = chance.choice(records(study, Element))
    statement = chance.choice([one for one in records(study, Statement) if one.theme == element.theme])
    return study.worksheets.link(element.k, [statement.k])


def two_elements(study: Study, chance: Random) -> list[int]:
    first = chance.choice(records(study, Element))
    return [first.k, chance.choice([one.k for one in records(study, Element) if one.theme == first.theme])]


def a_typology(study: Study, chance: Random) -> Typology:
    return chance.choice(records(study, Typology))


def a_dimension(study: Study, chance: Random) -> tuple[str, str]:
    """A typology and a dimension of it."""
    one = chance.choice(records(study, TypologyDimension))
    return handle(one.typology), str(one.name)


def a_value(study: Study, chance: Random) -> tuple[str, str, str]:
    """A typology, a dimension, a value."""
    value = chance.choice(records(study, DimensionValue))
    one = next(each for each in records(study, TypologyDimension) if each.k == value.dimension)
    return handle(one.typology), str(one.name), str(value.name)


def place_on(study: Study, chance: Random) -> None:
    typology, dimension, value = a_value(study, chance)
    study.typologies.place(typology, a_case(study, chance), dimension, value, also=chance.random() < 0.3)


def name_type(study: Study, chance: Random) -> object:
    typology, dimension, value = a_value(study, chance)
    return study.typologies.add_type(typology, f"type {chance.random():.4f}", [(dimension, value)])


TYPING: dict[str, Deed] = {
    "new typology": lambda s, c: s.typologies.new(f"typology {c.random():.4f}"),
    "add dimension": lambda s, c: s.typologies.add_dimension(
        handle(a_typology(s, c).k), f"dimension {c.random():.4f}", values=["yes", "no"]
    ),
    "add value": lambda s, c: s.typologies.add_value(*a_dimension(s, c), f"value {c.random():.4f}"),
    "rename value": lambda s, c: s.typologies.rename_value(*a_value(s, c), f"value {c.random():.4f}"),
    "remove value": lambda s, c: s.typologies.remove_value(*a_value(s, c)),
    "remove dimension": lambda s, c: s.typologies.remove_dimension(*a_dimension(s, c)),
    "remove typology": lambda s, c: s.typologies.remove(handle(a_typology(s, c).k)),
    "place on": place_on,
    "place on another": place_on,
    "set aside": lambda s, c: s.typologies.set_aside(
        handle(a_typology(s, c).k), a_case(s, c), f"says {c.random():.3f}"
    ),
    "name type": name_type,
}
"""Deeds on types of cases."""

MAPPING: dict[str, Deed] = {
    "draw": draw,
    "draw more": draw,
    "reword": lambda s, c: s.worksheets.reword(one(s, c, Element), f"in short {c.random():.3f}"),
    "relink": relink,
    "unlink": lambda s, c: s.worksheets.unlink((link := c.choice(records(s, ElementLink))).element, link.statement),
    "join elements": lambda s, c: s.worksheets.join(two_elements(s, c)),
    "remove element": lambda s, c: s.worksheets.remove([one(s, c, Element)]),
    "order element": lambda s, c: s.worksheets.order(one(s, c, Element), c.randint(1, 4)),
    "confirm element": lambda s, c: s.worksheets.confirm([one(s, c, Element)]),
    "move element": lambda s, c: s.worksheets.move([one(s, c, Element)], a_theme(s, c)),
    "add category": add_category,
    "group": group,
    "change category": lambda s, c: s.worksheets.change_category(*of_category(s, c), kind=f"class {c.random():.3f}"),
    "remove category": lambda s, c: s.worksheets.remove_category(*of_category(s, c)),
}
"""Deeds on what is drawn from the chart."""

EVERY: dict[str, Deed] = {**DEEDS, **DESCRIBING, **MAPPING, **TYPING, **JUDGING, **SAYING}


def do(study: Study, name: str, chance: Random) -> str | None:
    """Does one deed. What the study said against it, if it refused; None if it was done or there was nothing to do."""
    try:
        EVERY[name](study, chance)
    except TrellisError as refusal:
        return str(refusal)
    except IndexError:
        return "nothing there to do it to"
    return None
