"""The example studies that ship with Trellis, made step by step as a team would have made them."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from trellis.core.errors import AlreadyThere
from trellis.study import demo_peer, demo_roles
from trellis.study.demo_stages import Stage, Told
from trellis.study.demo_steps import EXAMPLES
from trellis.study.study import Study

__all__ = ["About", "Example", "Stage", "Told", "about_example", "copy_files", "fill"]


class Example(StrEnum):
    """An example study, by the name of its folder."""

    ROLES = "roles"
    PEER = "peer"


@dataclass(frozen=True, slots=True)
class About:
    """What an example begins with. notice: that it is fiction; lead: who made it."""

    title: str
    questions: tuple[str, ...]
    notice: str
    lead: str


def about_example(example: Example = Example.ROLES) -> About:
    """Title, research questions, notice and lead of an example study."""
    written = tomllib.loads((EXAMPLES / example / "study.toml").read_text(encoding="utf-8"))
    lead = next(person["name"] for person in written["person"] if person["does"] == "lead")
    return About(written["title"], tuple(written["questions"]), written["label"], lead)


def copy_files(target: Path, example: Example = Example.ROLES) -> None:
    """Copies an example's files into a new folder. Raises AlreadyThere if something stands there."""
    try:
        shutil.copytree(EXAMPLES / example, target, ignore=shutil.ignore_patterns("__pycache__"))
    except FileExistsError as error:
        message = f"{target} is there already; name a folder that is not"
        raise AlreadyThere(message) from error


def fill(study: Study, told: Told, upto: Stage | None = None, example: Example = Example.ROLES) -> None:
    """Fills a new study with an example, telling each step. `study` must be open as its lead (see `about_example`).

    Every step is a change (or a batch) of its own, under the name of who did it, so that the history reads as
    the team's work did. A step of a later stage than `upto` (None: the last one) is left out.
    """
    stages = list(Stage)
    upto = upto or stages[-1]
    for stage, step in _STEPS[example]:
        if stages.index(stage) <= stages.index(upto):
            step(study, told)


_STEPS: dict[Example, tuple[tuple[Stage, Callable[[Study, Told], None]], ...]] = {
    Example.ROLES: demo_roles.STEPS,
    Example.PEER: demo_peer.STEPS,
}
