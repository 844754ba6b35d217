from __future__ import annotations

from trellis.analysis.voices import GroupVoice, by_group, by_person, share_of_most_quoted

HEARD = {
    "GMHW": 6,
    "STR": 8,
    "PWP": 5,
    "CSW": 4,
    "CDW": 5,
    "support worker": 2,
    "HIW": 2,
    "manager": 5,
}
QUOTED = {"GMHW": 9, "STR": 6, "PWP": 2, "CSW": 1, "CDW": 1, "support worker": 1}
"""A published study's quotations by role (20 with an attribution), and its sample."""


def people() -> dict[int, str]:
    roles = [role for role, count in HEARD.items() for _ in range(count)]
    return dict(enumerate(roles))


def test_groups_that_nobody_of_was_quoted_are_told():
    groups = people()
    first = {role: min(k for k, each in groups.items() if each == role) for role in HEARD}
    spoken = [[first[role]] for role, count in QUOTED.items() for _ in range(count)]

    found = {voice.group: voice for voice in by_group(groups, spoken)}

    assert sum(voice.quotations for voice in found.values()) == 20
    assert {role: voice.quotations for role, voice in found.items() if voice.quotations} == QUOTED
    assert found["HIW"] == GroupVoice("HIW", 2, 0, 0)
    assert found["manager"] == GroupVoice("manager", 5, 0, 0)
    assert found["GMHW"] == GroupVoice("GMHW", 6, 1, 9)


def test_words_of_two_people_count_once_for_their_group():
    assert by_group({1: "a", 2: "a", 3: "b"}, [[1, 2]]) == (GroupVoice("a", 2, 2, 1), GroupVoice("b", 1, 0, 0))


def test_a_person_without_a_quotation_has_none():
    assert by_person([1, 2], [[1], [1, 1]]) == {1: 2, 2: 0}


def test_the_most_quoted_few_have_a_share_of_all():
    assert share_of_most_quoted([4, 3, 2, 1]) == 0.9
    assert share_of_most_quoted([0, 0]) is None
