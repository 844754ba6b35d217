from __future__ import annotations

import re

import pytest

from trellis.review.tellers import is_document, is_of_document, speaks_of_document, tells


def told(sentence, who):
    """Whether the sentence gives what stands for its quotation ("…") to somebody."""
    before, after = sentence.split("“…”")
    found = re.search(rf"\b{who}s?\b", before + after)
    return found is not None and tells(before, after, *found.span())


@pytest.mark.parametrize(
    "sentence",
    [
        "One manager said: “…”.",
        "A manager at site 2 explained that “…”.",
        "The manager, who was new, recalled “…”.",
        "According to one manager, “…”.",
        "As a manager put it, “…”.",
        "A manager from the north put it like this: “…”.",
        "One of the managers remembered “…”.",
        "In a manager's words, “…”.",
        "“…”, said one manager.",
        "“…”, a manager added.",
        "“…”, as one manager put it.",
    ],
)
def test_who_says_the_words_is_known_by_the_verb(sentence):
    assert told(sentence, "manager")


@pytest.mark.parametrize(
    "sentence",
    [
        "Unlike the managers, she said “…”.",
        "Where a manager had found a desk, work began: “…”.",
        "The managers did not know it; a nurse said “…”.",
        "Asked about managers, a nurse said “…”.",
        "A manager said so, but a nurse thought “…”.",
        "What managers had promised, nurses described as “…”.",
        "A nurse said “…” and managers agreed.",
        "“…”, said a nurse of her manager.",
        "The manager's desk was there, “…”.",
        "Her manager said nothing about “…”.",
    ],
)
def test_who_is_only_spoken_of_says_nothing(sentence):
    assert not told(sentence, "manager")


@pytest.mark.parametrize(
    "before",
    [
        "The workforce plan said that they would be ",
        "The trust's annual return calls them ",
        "A manager showed us a slide that said ",
        "The sign on the door read ",
        "The board said that it was ",
        "The evaluation of the first year could ",
        "The annual return said that it was ",
    ],
)
def test_a_document_or_a_body_may_be_quoted(before):
    assert speaks_of_document(before, ".")


def test_a_document_behind_the_words_is_quoted_too():
    assert speaks_of_document("They were to be ", ", as the annual plan put it.")
    assert not speaks_of_document("In this form of work, one said ", ".")
    assert speaks_of_document("She read it out: ", ", it said.")
    assert not speaks_of_document("One worker said ", ", and read the plan to us, as she told.")


def test_words_are_of_a_document_by_its_verb_or_by_where_they_stand():
    assert is_of_document("The leaflet says ", ".")
    assert is_of_document("A manager pointed to the phrase in the policy ", ".")
    assert not is_of_document("Of the policy one worker said ", ".")


@pytest.mark.parametrize(("words", "is_one"), [("job description, p. 2", True), ("worker, site 2", False)])
def test_brackets_may_name_a_document(words, is_one):
    assert is_document(words) is is_one
