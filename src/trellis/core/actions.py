"""What was done, in words: made on display, since a change's header holds codes only."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "study.create": "made the study",
    "study.describe": "changed title, questions or notice",
    "person.join": "joined the study",
    "source.import": "brought in",
    "source.rename": "renamed a source",
    "source.correct": "corrected a text",
    "source.settle": "settled what a correction left",
    "source.pseudonymise": "replaced a name",
    "source.put_away": "put the names away",
    "source.bring_back": "brought the names back",
    "round.new": "opened a round",
    "round.close": "closed a round",
    "round.adopt": "made a round the index",
    "round.settle": "settled a disagreement",
    "round.carry": "carried a round into the index",
    "history.undo": "undid",
    "history.redo": "redid",
    "history.rekey": "gave what was done here new keys",
}
"""The actions whose codes do not read well by themselves."""


def in_words(action: str) -> str:
    """An action code as a person reads it: "coding.apply" is "apply coding" where nothing better is known."""
    if action in WORDS:
        return WORDS[action]
    noun, _, verb = action.partition(".")
    return f"{verb.replace('_', ' ').replace('-', ' ')} {noun.replace('_', ' ')}".strip()
