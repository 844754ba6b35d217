"""A study whose every name and text would run a script if a page or an export let it. Fiction."""

from __future__ import annotations

from pathlib import Path

from trellis.bootstrap import new_study
from trellis.core.framework_wording import Wording
from trellis.study.bringing import GivenFile
from trellis.study.chart_given import Words
from trellis.study.memo_about import Topic
from trellis.study.study import Study

RUN = '"><img src=x onerror=window.hit=1><script>window.hit=2</script><svg onload=window.hit=3>'
FORMULA = '=HYPERLINK("http://evil.example","x")'
SAID = f"It was {RUN} and then {FORMULA} again."


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
