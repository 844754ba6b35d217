"""A study whose every name and text would run a script if a page or an export let it. Fiction."""

from __future__ import annotations

from pathlib import Path

from trellis.bootstrap import new_study
from trellis.core.framework_wording import Wording
from trellis.study.bringing import GivenFile
from trellis.study.chart_given import OnCell, Words
from trellis.study.memo_about import Topic
from trellis.study.study import Study
from trellis.study.worksheet_given import Datum

RUN = '"><img src=x onerror=window.hit=1><script>window.hit=2</script><svg onload=window.hit=3>'
FORMULA = '=HYPERLINK("http://evil.example","x")'
SAID = f"It was {RUN} and then {FORMULA} again."

LENS = f"""format = 1
id = "hostile"
title = 'Lens {RUN}'
version = "1"
question = '{RUN}'
units = ["case"]
note = '{RUN}'

[rule]
kind = "profile"

[[dimension]]
id = "told"
name = 'Told {RUN}'
question = '{RUN}'
values = ['{RUN}', "no"]
for = '{RUN}'
"""
"""A lens of nothing else."""


def hostile(what: str) -> str:
    """A name of a thing with a script in it."""
    return f"{what} {RUN}"


def make_hostile(path: Path) -> None:
    """Makes the study, led by Ana, as a closed file."""
    with new_study(path, hostile("Title"), "Ana", notice=hostile("Fiction")) as study:
        study.waves.add(hostile("Wave"))
        text = f"INT: How was {RUN}?\nP1: {SAID}\n"
        study.sources.bring_in_given([GivenFile(f"{hostile('file').replace('/', '')}.txt", text.encode)])
        _cases(study)
        _framework(study)
        _chart(study)
        _team(study)
        _interpreted(study)


def _source(study: Study) -> str:
    return str(study.sources.listing().rows()[0][0])


def _cases(study: Study) -> None:
    case = hostile("Case")
    study.cases.add(case, note=hostile("Note"))
    study.cases.set_label("P1", "participant", case=case)
    study.attributes.define(hostile("Attribute"), "text")
    study.attributes.set(case, hostile("Attribute"), FORMULA + RUN)


def _framework(study: Study) -> None:
    study.framework.add(Wording(hostile("Main"), definition=RUN))
    study.framework.add(Wording(hostile("Sub"), RUN, RUN, RUN, RUN), "1")
    study.framework.add_code(Wording(hostile("Code")))
    study.framework.name_version(hostile("v1"), RUN)


def _chart(study: Study) -> None:
    source, case = _source(study), hostile("Case")
    study.index.code(source, "1.1", turn=2, note=RUN)
    study.memos.add(hostile("Memo"), Topic(source=source))
    study.memos.add(hostile("Memo on the study"))
    words = [Words(source, SAID)]
    study.chart.write(case, "1.1", FORMULA + RUN, evidence=words)
    study.chart.write(case, "1.1", SAID, layer="verbatim", evidence=words)
    study.chart.write(case, "1.1", RUN, layer="comment")


def _team(study: Study) -> None:
    """A cell returned by somebody else, something assigned, a round with a disagreement."""
    other = hostile("Ben")
    study.under(other).chart.mark(hostile("Case"), "1.1", "returned", question=RUN)
    study.readings.assign(other, RUN, case=hostile("Case"))
    round_name = hostile("Round")
    study.rounds.open(round_name)
    study.index.code(_source(study), "1.1", turn=2, note=RUN, round=round_name)
    study.under(other).index.code(_source(study), "1", turn=2, note=RUN, round=round_name)
    study.rounds.close(round_name)


def _interpreted(study: Study) -> None:
    """Elements, a typology, a lens with a judgement, findings."""
    case = hostile("Case")
    element = study.worksheets.draw("1.1", RUN, [Datum(1)])
    study.worksheets.add_category("1.1", hostile("Category"), elements=[element], definition=RUN)
    types = hostile("Typology")
    study.typologies.new(types, description=RUN)
    study.typologies.add_dimension(types, hostile("Dimension"), theme="1.1", values=[hostile("Value")], question=RUN)
    study.typologies.place(types, case, hostile("Dimension"), hostile("Value"))
    study.lenses.add_text(LENS)
    study.lenses.judge("hostile", case, "told", RUN, judge="Ana", rationale=RUN, evidence=[OnCell(case, "1.1")])
    study.findings.add(hostile("Finding"), account=RUN)
    study.report.panel.answered(study.report.panel.said("1.1", RUN, hostile("Member")), RUN)
