from __future__ import annotations

import pytest

from trellis.review.quote_marks import quoted_in


def inside(text: str) -> list[str]:
    return [text[found.start : found.end] for found in quoted_in(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “one two” and left", ["one two"]),
        ("He said ‘one two’ and left", ["one two"]),
        ('He said "one two," and left', ["one two,"]),
        ("He said 'one two.' Then", ["one two."]),
        ("Sie sagte „eins zwei“ dann", ["eins zwei"]),
        ("Elle dit «\u00a0un deux\u00a0» puis", ["un deux"]),
        ("Elle dit « un deux » puis « trois »", ["un deux", "trois"]),
        ('He said “one two" and left', ["one two"]),
        ('He said "one two” and “three”', ["one two", "three"]),
        ('He said “one two" (P1) and “three”', ["one two", "three"]),
        ("3 « 4 and no more", []),
        ("Elle dit «un deux» puis", ["un deux"]),
        ("Hun sa »en to« så", ["en to"]),
        ("‘I don’t know the workers’ role’ (P1)", ["I don’t know the workers’ role"]),
        ("'I don't know what it's for'", ["I don't know what it's for"]),
        ("‘He said “never” to me’, she said", ["He said “never” to me"]),
        ("“He said ‘never’ to me”, she said", ["He said ‘never’ to me"]),
        ("the workers’ role and the team’s view", []),
        ("rock 'n' roll", ["n"]),
        ("a 6' wall and a 5\" board", []),
        ("“one” and “two”", ["one", "two"]),
    ],
)
def test_quoted_stretches_are_found(text, quoted):
    assert inside(text) == quoted


def test_a_mark_that_the_passage_does_not_close_runs_to_its_end():
    found = list(quoted_in("“One paragraph of several", 0, 25))

    assert [(one.start, one.end, one.is_closed) for one in found] == [(1, 25, False)]


def test_a_mark_in_the_middle_that_is_never_closed_opens_nothing():
    assert inside("He said “one two and left") == []
