"""Putting what a template holds into a new study. A shared step: it takes the open change."""

from __future__ import annotations

from trellis.core.attribute import Attribute, Owner
from trellis.core.case import Wave
from trellis.core.order import spread
from trellis.core.sample import Topic
from trellis.core.template import BEGINNINGS, Template
from trellis.store.changes import Change


def begin(change: Change, template: Template) -> None:
    """Adds the template's waves, attributes and topics."""
    beginning = BEGINNINGS[template]
    waves, properties, questions = beginning.waves, beginning.properties, beginning.questions
    change.insert_all(Wave(change.new_key(), 0, name, pos) for name, pos in zip(waves, spread(len(waves)), strict=True))
    change.insert_all(
        Attribute(change.new_key(), 0, one.name, Owner.CASE, one.type, (), one.per_wave, pos, one.description)
        for one, pos in zip(properties, spread(len(properties)), strict=True)
    )
    change.insert_all(
        Topic(change.new_key(), 0, None, pos, one.number, one.name, one.prompt)
        for one, pos in zip(questions, spread(len(questions)), strict=True)
    )
