"""A study with two waves to look at in the browser: four people and their team, one lost, one refused. Fiction."""

from __future__ import annotations

from pathlib import Path

import pytest

from trellis.bootstrap import new_study
from trellis.core.framework_wording import Wording
from trellis.study.bringing import GivenFile
from trellis.study.chart_given import Words
from trellis.study.study import Study

FIRST, LATER = "at referral", "at nine months"
NAMES = ("Halima", "Owen", "Priya", "Tom")
TEXTS = {
    ("Halima", FIRST): "INT: How was it before?\nHALIMA: I did not go past the gate. My sister did the shops.\n"
    "INT: And who comes?\nHALIMA: A nurse, Tuesdays. We talk about the tablets and then she goes.",
    ("Halima", LATER): "INT: And now?\nHALIMA: I go to the market on my own, Fridays. "
    "The worker walked it with me first.\nINT: Who comes now?\n"
    "HALIMA: Nobody comes, I ring if I want somebody. That is how I like it.",
    ("Owen", FIRST): "INT: How was it before?\nOWEN: I sat in. The telly and me.\n"
    "INT: And who comes?\nOWEN: He took me for a coffee, which I thought was daft, and then it was not.",
    ("Owen", LATER): "INT: And now?\nOWEN: I am back where I was. They stopped the walks in the spring.\n"
    "INT: Who comes now?\nOWEN: A form comes.",
    ("Priya", FIRST): "INT: How was it before?\nPRIYA: Fine, I thought. It was my mother who rang them.\n"
    "INT: And who comes?\nPRIYA: Two of them, and they never say the same thing.",
    ("Tom", FIRST): "INT: How was it before?\nTOM: Bad. I could not do the stairs.\n"
    "INT: And who comes?\nTOM: She does the stairs with me. One a day.",
}  # fmt: skip
THEMES = {"Getting about": ("Going out", "Who goes along"), "Help at home": ("Who comes", "What they do")}
HOURS = {"Halima": ("6", "1"), "Owen": ("3", "0"), "Priya": ("4", ""), "Tom": ("5", "")}
SITES = {"Halima": "Tarnley", "Owen": "Tarnley", "Priya": "Overby", "Tom": "Overby"}
STATEMENTS = (
    ("Halima", "1.1", FIRST, "summary", "Did not leave the house; her sister shopped.", "I did not go past the gate."),
    ("Halima", "1.1", LATER, "summary", "Goes to the market alone on Fridays.", "I go to the market on my own"),
    ("Halima", "1.2", LATER, "verbatim", "The worker walked it with me first.", "The worker walked it with me first."),
    ("Halima", "2.1", FIRST, "summary", "A nurse on Tuesdays, about tablets.", "A nurse, Tuesdays."),
    ("Halima", "2.1", LATER, "summary", "Nobody comes, by choice.", "Nobody comes, I ring if I want somebody."),
    ("Owen", "1.1", FIRST, "summary", "Sat in with the television.", "I sat in."),
    ("Owen", "1.1", LATER, "summary", "Back where he was since the walks stopped.", "I am back where I was."),
    ("Owen", "2.1", LATER, "comment", "A form comes: ask him what it says.", ""),
    ("Priya", "2.1", FIRST, "summary", "Two workers who contradict each other.", "they never say the same thing"),
    ("Tom", "2.2", FIRST, "verbatim", "She does the stairs with me.", "She does the stairs with me."),
)  # fmt: skip


def make_two_waves(path: Path, home: Path) -> None:
    """Makes the study as a closed file. home: of the installation that makes it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRELLIS_HOME", str(home))
        study = new_study(path, "Getting out again", "Cleo", notice="Fiction, written for Trellis. CC0.")
        _sources(study)
        _people(study)
        _chart(study)
        study.close()


def _sources(study: Study) -> None:
    for wave in (FIRST, LATER):
        study.waves.add(wave)
    for (name, wave), text in TEXTS.items():
        file = f"{name.lower()}-{1 if wave == FIRST else 2}.txt"
        study.sources.bring_in_given([GivenFile(file, text.encode)])
        study.waves.place_sources(wave, file.removesuffix(".txt"))


def _people(study: Study) -> None:
    study.attributes.define("Site", "text")
    study.attributes.define("Hours", "whole", per_wave=True)
    for name in NAMES:
        study.attributes.set(name, "Site", SITES[name])
        for wave, hours in zip((FIRST, LATER), HOURS[name], strict=True):
            if hours:
                study.attributes.set(name, "Hours", hours, wave=wave)
    study.cases.add("The team at Overby", "team")
    study.waves.attend("Priya", LATER, "refused", reason="had had enough of questions")
    study.waves.attend("Tom", LATER, "lost")


def _chart(study: Study) -> None:
    for theme, below in THEMES.items():
        study.framework.add(Wording(theme))
        for name in below:
            study.framework.add(Wording(name, f"What was said on {name.lower()}."), parent=theme)
    study.framework.name_version("v1")
    for case, theme, wave, layer, text, words in STATEMENTS:
        source = f"{case.lower()}-{1 if wave == FIRST else 2}"
        evidence = [Words(source, words)] if words else []
        study.chart.write(case, theme, text, layer=layer, wave=wave, evidence=evidence)
    study.chart.blank("Owen", "1.2", "not asked", wave=LATER)
    study.chart.write("The team at Overby", "2.1", "Two workers a household, by the rota.")
