from __future__ import annotations

from tests.review.making import remarks

SAID = (
    ("I had no desk and no computer for the first six weeks", "P1", "STR worker", "site 1"),
    ("On a Monday, with a bus pass and a list of names", "P2", "STR worker", "site 1"),
    ("With a certificate and three surgeries", "P3", "graduate worker", "site 2"),
    ("We help each other out of the office car", "P4", "graduate worker", "site 2"),
)
MANAGERS = (("They hold the people whom nobody else has time for", "P5"), ("To be frank, we took the money", "P6"))


def paper(methods: str, *lines: str) -> str:
    blocks = "\n\nIt was so.\n\n".join(lines)
    return f"# D\n\n## Methods\n\n{methods}\n\n## Findings\n\n{blocks}\n"


def full(words: str, *who: str) -> str:
    return f"“{words}” ({', '.join(who)})."


def patterns(text: str) -> list[str]:
    return [remark.said for remark in remarks(text, "attribution-pattern")]


def test_a_role_that_is_always_named_with_less_is_meant_so():
    lines = [full(*each) for each in SAID] + [full(words, "service manager") for words, _ in MANAGERS]

    assert patterns(paper("We talked.", *lines)) == []


def test_a_role_that_is_named_with_less_now_and_then_is_asked_about():
    lines = [full(*each) for each in SAID[:2]] * 2 + [full(*each[:1], *each[2:3]) for each in SAID[:2]]

    assert any("2 patterns" in each for each in patterns(paper("We talked.", *lines)))


def test_a_paper_that_says_how_it_names_people_and_where_not_is_not_asked():
    lines = [full(*each) for each in SAID[:2]] * 2 + [full(*each[:1], *each[2:3]) for each in SAID[:2]]
    rule = "People are quoted by number and role; the site is given only where three or more held the role there."

    assert [each for each in patterns(paper(rule, *lines)) if "patterns" in each] == []


ROOMS = "“people would know where to find us and we would know who we are”"


def unnamed(last: str) -> list[str]:
    """What is said of words without a name behind twelve quotations with one."""
    lines = [full(*each) for each in SAID] * 3
    return [each for each in patterns(paper("We talked.", *lines, last)) if "Nobody is named" in each]


def test_words_that_nobody_is_named_for_are_told_where_all_others_have_a_name():
    assert unnamed(f"On the rooms there was this: {ROOMS}.") == [
        "Nobody is named for these words; 12 of 13 quotations have a name or role."
    ]


def test_words_whose_speaker_the_passage_names_raise_nothing():
    assert unnamed(f"P4 spoke of rooms: {ROOMS}.") == []
    assert unnamed(f"There was talk of rooms. One graduate worker said: {ROOMS}.") == []


def numbered(*more: str) -> list[str]:
    lines = [full(*each[:2]) for each in SAID] * 3 + list(more)
    rule = "Quotations are identified by number; role and site are not given."
    return [said for said in patterns(paper(rule, *lines)) if "by name or number" in said]


def test_one_attribution_by_role_among_numbers_is_asked_about():
    said = numbered(full("It depends on the day", "female STR worker, 30s"))

    assert said == ["12 attributions say by name or number who speaks; “female STR worker, 30s” does not."]


def test_a_role_that_is_never_numbered_and_several_attributions_by_role_are_meant():
    managers = [full(words, "service manager") for words, _ in MANAGERS]
    workers = [
        full(words, "STR worker") for words in ("It depends on the day", "It was brilliant", "The nurses are fine")
    ]

    assert numbered(*managers) == []
    assert numbered(*workers) == []
