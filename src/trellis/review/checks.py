"""Every check that a manuscript alone can answer, as its page in the reference tells it."""

from __future__ import annotations

from trellis.core.review import Check, Group

CHECKS: tuple[Check, ...] = (
    Check(
        "verbatim-mismatch",
        Group.WORDS,
        "Is the quotation what was said?",
        "words printed as somebody's stand in no transcript, or differ from it without a mark: changed, added, gone",
        "the difference is one of typography, capitals, spelling, short forms, numbers as words, sounds such as “um”, "
        "a stutter, a transcriber's note, or square brackets hold the author's words; short terms and words "
        "with a reference to the literature are not taken for quotations",
        "copy the words from the transcript; mark what is left out with … and what is put in with [brackets]",
    ),
    Check(
        "quotation-spliced",
        Group.WORDS,
        "Do the pieces of the quotation belong together?",
        "an ellipsis, or nothing, joins words from different transcripts, turns or in another order, or drops a “not” "
        "that belongs to the words beside it",
        "an ellipsis leaves out whole clauses of one turn, or stands for a pause",
        "print two quotations, print the question between the turns, or put the words back",
    ),
    Check(
        "hedge-lost",
        Group.WORDS,
        "Is the claim as sure as the words were?",
        "an ellipsis takes out “maybe” or “I'm not sure”; or a sentence that leaves no doubt leads to "
        "words that say it perhaps is",
        "the sentence says whose view it is, or is no surer than the words",
        "keep the hedge in the quotation, or in the sentence: “felt”, “thought”, “in one worker's view”",
    ),
    Check(
        "prompted",
        Group.WORDS,
        "Whose words are they, if the question held the answer?",
        "the quotation is hardly more than a yes to a question that put the words into the participant's mouth",
        "the participant goes on in words of their own, or the question is printed with the answer",
        "print the question, choose other words, or say that it was agreed to when put",
    ),
    Check(
        "attribution-mismatch",
        Group.SPEAKERS,
        "Did those who are named say it?",
        "the words stand in the turns of somebody whom the attribution does not fit, or in the interviewer's",
        "the same words were also said by somebody whom it fits, or it is not known who speaks in the transcript",
        "correct the attribution, or the label in the transcript",
    ),
    Check(
        "attribution-not-in-sample",
        Group.SPEAKERS,
        "Does anybody in the sample fit the attribution?",
        "it names somebody, a combination of attributes, or a role that no row of the sheet has",
        "there is no sheet, or the attribution's words say nothing that the sheet knows of",
        "correct the attribution, or add the row; say in the methods who else was asked",
    ),
    Check(
        "attribution-pattern",
        Group.SPEAKERS,
        "Are all attributions worded alike?",
        "some follow another pattern than the rest, or one value of an attribute goes by several names",
        "there are fewer than four, or they stand in a table's own column",
        "choose one pattern for the whole report and keep to it",
    ),
)
"""The checks, grouped as they are read."""

BY_ID = {check.id: check for check in CHECKS}
"""Each check by its id."""
