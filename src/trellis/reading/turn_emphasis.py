"""Turns told by looks alone: the question in bold or italics, the answer in plain letters."""

from __future__ import annotations

from trellis.core.document import PartKind

from . import options as layouts
from .draft import Block, Draft
from .turn_marks import Layout, Mark, tempered

# Nobody is named in such a text; these stand for the two voices in the label table.
QUESTION, ANSWER = "Question", "Answer"


def by_emphasis(draft: Draft) -> Layout | None:
    """Questions are paragraphs wholly in bold or italics, what follows each is the answer.

    Needs two questions at least, of which half end in a question mark; text before the first is no turn.
    """
    paragraphs = [block for block in draft.blocks if block.kind in {PartKind.PARAGRAPH, PartKind.LIST_ITEM}]
    looks = [(block, _is_emphasised(draft, block)) for block in paragraphs]
    questions = [block for block, emphasised in looks if emphasised]
    if len(questions) < 2 or not 0.08 <= len(questions) / len(paragraphs) <= 0.75:
        return None
    asked = sum("?" in draft.text[block.end - 5 : block.end] for block in questions)
    if asked * 2 < len(questions):
        return None
    marks = _alternating(looks)
    length = paragraphs[-1].end - paragraphs[0].start
    confidence = 0.6 + 0.2 * (asked / len(questions))
    return Layout(layouts.EMPHASIS, tempered(confidence, marks, length), tuple(marks))


def _alternating(looks: list[tuple[Block, bool]]) -> list[Mark]:
    marks: list[Mark] = []
    for block, emphasised in looks:
        label = QUESTION if emphasised else ANSWER
        if (marks and marks[-1].label == label) or (not marks and not emphasised):
            continue
        marks.append(Mark(block.start, block.start, label))
    return marks


def _is_emphasised(draft: Draft, block: Block) -> bool:
    return draft.emphasis.get(block.start, block.start) >= block.end - 1
