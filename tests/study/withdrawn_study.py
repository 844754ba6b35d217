"""A study in which one person's words stand in every place that a study has. Fiction."""

from __future__ import annotations

from trellis.core.framework_wording import Wording
from trellis.core.source import SpeakerRole
from trellis.core.speakers import LabelRule
from trellis.reading import read_bytes
from trellis.study.batch import keep_all
from trellis.study.bringing import BringIn, Candidate
from trellis.study.chart_given import Indexed
from trellis.study.memo_about import Topic
from trellis.study.work import silent
from trellis.study.worksheet_given import Datum

SAID = "the marmalade cupboard on Quillfeather Street never once opened for me before noon"
SHORT = "marmalade cupboard"
GROUP = "we three sat under that zeppelin mural and laughed about the rota until seven"
OTHER = "I keep a list of buses, and the list keeps me going most of the week"
INTERVIEWS = {
    "drusilla-one.txt": ("INT: An ordinary day?", f"Drusilla: Well, {SAID}.", "INT: And then?", "Drusilla: Tea."),
    "basil.txt": (
        "INT: An ordinary day?",
        f"Basil: {OTHER}. Drusilla told me about the mural.",
        "INT: And?",
        "Basil: Buses.",
        "INT: Yes?",
        "Basil: Yes.",
    ),
    "group.txt": (
        "INT: What was it like?",
        f"Drusilla: Oh, {GROUP}.",
        f"Basil: {OTHER} even now.",
        "Drusilla: No mural.",
        "INT: And?",
        "Basil: Well.",
        "Drusilla: Well, well.",
    ),
}
WHO = (
    LabelRule("INT", SpeakerRole.INTERVIEWER),
    *(LabelRule(name, SpeakerRole.PARTICIPANT, name) for name in ("Drusilla", "Basil")),
)
CANARIES = ("quillfeather", "marmalade", "zeppelin", "drusilla")


def bring(study):
    texts = [(name, "\n\n".join(turns)) for name, turns in INTERVIEWS.items()]
    candidates = [Candidate(name, name[:-4], read_bytes(name, text.encode()), text.encode()) for name, text in texts]
    keep_all(study._work, iter(candidates), len(candidates), BringIn(labels=WHO), dry_run=False, progress=silent)


def filled(study):
    """The study with Drusilla's interview, Basil's, a group of both; codings, cells, stars and memos on each."""
    bring(study)
    study.sources.correct("drusilla-one", study.sources.text("drusilla-one").replace("Tea.", "Tea, and toast."))
    study.framework.add(Wording("Doors", example=f"“{SAID}”"))
    study.framework.add(Wording("Company"))
    study.framework.name_version("v1", f"because {SAID}")
    mine = study.index.code("drusilla-one", ["1"], quote=SAID)
    theirs = study.index.code("basil", ["2"], quote=OTHER)
    shared = study.index.code("group", ["2"], quote=GROUP)
    study.index.code("group", ["2"], quote=f"{OTHER} even now")
    study.index.annotate(theirs.added[0].k, "compare Drusilla")
    study.chart.write("Drusilla", "1", SAID, evidence=[Indexed(mine.added[0].k)], layer="verbatim", star=True)
    study.chart.write(
        "Basil",
        "2",
        "Lists and buses, unlike Drusilla",
        evidence=[Indexed(theirs.added[0].k), Indexed(shared.added[0].k)],
    )
    study.chart.write("Basil", "2", GROUP, evidence=[Indexed(shared.added[0].k)], layer="verbatim")
    study.worksheets.draw("1", f"Doors that stay shut: {SHORT}", [Datum(1)])
    study.worksheets.draw("2", "Lists, whatever Drusilla does", [Datum(1), Datum(2)])
    study.worksheets.draw("2", f"A {GROUP.split()[5]} overhead", [Datum(2)])
    study.typologies.new("Openers")
    study.typologies.add_dimension("Openers", "Door", values=["open", "shut"])
    study.typologies.place("Openers", "Drusilla", "Door", "shut", note=f"since {SAID}")
    study.typologies.set_aside("Openers", "Basil", "unlike Drusilla, no doors")
    study.memos.add(f"Drusilla again: {SAID}", Topic(case="Drusilla"))
    study.memos.add(f"She said {SAID}, and Basil did not.", Topic(theme="1"))
    return study
