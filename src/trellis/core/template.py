"""What a new study may begin with: waves, attributes of cases and a topic guide, all of them there to be changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trellis.core.attribute import AttributeType


class Template(StrEnum):
    """A beginning for a study."""

    BLANK = "blank"
    FRAMEWORK = "framework"
    """People are heard once, and the framework is built from what they say."""
    EVALUATION = "evaluation"
    """A service or scheme is followed: the same questions before and after."""


@dataclass(frozen=True, slots=True)
class Property:
    """An attribute of cases to begin with."""

    name: str
    type: AttributeType
    per_wave: bool = False
    description: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A topic of the guide to begin with, and how it may be put."""

    number: str
    name: str
    prompt: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a template puts into a new study."""

    waves: tuple[str, ...] = ()
    properties: tuple[Property, ...] = ()
    questions: tuple[Question, ...] = ()


_WHO = (
    Property("role", AttributeType.CATEGORY, description="In what capacity somebody takes part."),
    Property("site", AttributeType.CATEGORY, description="Where they work, live or are supported."),
)

BEGINNINGS: dict[Template, Beginning] = {
    Template.BLANK: Beginning(),
    Template.FRAMEWORK: Beginning(
        properties=(
            *_WHO,
            Property("time in role", AttributeType.DECIMAL, description="In years, at the interview."),
        ),
        questions=(
            Question("1", "Background", "Could you tell me how you came to be here?"),
            Question("2", "What happens", "What does an ordinary week have in it?"),
            Question("3", "Others", "Who else is involved, and how do you work or live with them?"),
            Question("4", "What helps and what hinders", "What makes it easier? What gets in the way?"),
            Question("5", "What should change", "If it were yours to decide, what would be different?"),
            Question("6", "Anything else", "Is there something that I should have asked and did not?"),
        ),
    ),
    Template.EVALUATION: Beginning(
        waves=("before", "after"),
        properties=(
            *_WHO,
            Property("organisation", AttributeType.CATEGORY, description="To which the site belongs."),
            Property("in contact", AttributeType.BOOLEAN, per_wave=True, description="With what is evaluated, then."),
        ),
        questions=(
            Question("1", "Expectations", "What did you think it would be? What was it meant to do?"),
            Question("2", "What was put in place", "What was done, by whom, and what was not done?"),
            Question("3", "Working together", "How do the people involved get on with it, and with each other?"),
            Question("4", "What it changed", "What is different now, for whom? How can one tell?"),
            Question("5", "What helped and what hindered", "Why did it go as it did?"),
            Question("6", "What should stay", "What should go on, and what would it take?"),
            Question("7", "Anything else", "Is there something that I should have asked and did not?"),
        ),
    ),
}
