from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.study import withdrawn_study
from tests.study.deeds import EVERY, a_study, do
from tests.study.indexed_study import filled
from trellis.core.errors import NotFound
from trellis.core.source import Source
from trellis.core.study import Person, Role
from trellis.study.memo_about import Topic

PHASES = [phase for phase in Phase if phase is not Phase.shrink]
anything = settings(max_examples=10, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
deeds = st.lists(
    st.sampled_from([*sorted(EVERY), *["code", "correct", "new round", "label"] * 5]), min_size=8, max_size=30
)


@pytest.fixture
def indexed(study):
    return filled(study)


def test_a_sheet_has_the_text_its_turns_and_who_speaks_in_them(indexed):
    sheet = indexed.sources.sheet("janet")

    parts, voices = sheet.parts, {voice.label: voice for voice in sheet.voices}
    assert sheet.text[parts.words[0] : parts.end[0]] == "How did the first weeks go?"
    assert (parts.n[:2], parts.label[:2], parts.from_ms[:2]) == ((1, 2), ("INT", "P1"), (60_000, 120_000))
    assert (voices["P1"].case_name, voices["INT"].case_name, sheet.wave) == ("Janet", "", "first")


def test_a_sheet_names_the_cases_that_the_source_is_linked_to(indexed):
    assert [name for _, name in indexed.sources.sheet("omar").cases] == ["Omar"]


def test_codings_come_in_order_with_note_and_coder(indexed):
    later = indexed.index.code("janet", "1.2", turn=4).added[0]
    first = indexed.index.code("janet", "1.1", turn=2, note="hm", coder="Ben").added[0]

    sheet = indexed.sources.sheet("janet")

    assert (sheet.codings.k, sheet.codings.note) == ((first.k, later.k), ("hm", ""))
    assert [name for _, name in sheet.coders] == ["Ana", "Ben"]


def test_a_source_is_found_by_its_key_as_well(indexed):
    k = indexed.sources.sheet("janet").source.k

    assert indexed.sources.sheet(k).source.name == "janet"
    with pytest.raises(NotFound):
        indexed.sources.sheet(17)


def test_memos_on_the_source_on_its_words_and_on_its_codings_come_along(indexed):
    coding = indexed.index.code("janet", "1.1", turn=2).added[0]
    indexed.memos.add("On all of it.", Topic(source="janet"))
    indexed.memos.add("On these words.", Topic(source="janet", segment=(5, 9)))
    indexed.memos.add("On the coding.", Topic(coding=coding.k))
    indexed.memos.add("On another.", Topic(source="omar"))

    memos = indexed.sources.sheet("janet").memos

    assert [memo.text for memo in memos] == ["On all of it.", "On these words.", "On the coding."]


def test_redactions_stand_where_the_pseudonym_stands(study):
    told = withdrawn_study.filled(study)
    told.pseudonyms.open("seven buses to Quill")
    told.pseudonyms.replace("Drusilla", "Al", bracketed=True)

    sheet = told.sources.sheet("basil")

    assert [sheet.text[one.start : one.end] for one in sheet.redactions] == ["[Al]"]


def test_codings_of_another_round_are_shown_on_request(indexed):
    indexed.rounds.open("spring")
    indexed.index.code("janet", "1.1", turn=2, round="spring")

    assert indexed.sources.sheet("janet").codings.k == ()
    assert len(indexed.sources.sheet("janet", round="spring").codings.k) == 1


def test_codings_that_a_correction_left_behind_are_counted(indexed):
    indexed.index.code("janet", "1.1", quote="Slowly.")
    indexed.sources.correct("janet", "INT: And?\nP1: Boats, mostly, and the tide.", replace=True)

    sheet = indexed.sources.sheet("janet")

    assert (sheet.codings.k, sheet.unsettled) == ((), 1)


@pytest.mark.parametrize(("role", "seen"), [(Role.CODER, 1), (Role.ANALYST, 1), (Role.LEAD, 1)])
def test_an_open_blind_round_keeps_from_whoever_codes_what_others_coded(indexed, role, seen):
    indexed.rounds.open("spring", blind=True)
    mine = indexed.index.code("janet", "1.1", turn=2, round="spring").added[0]
    others = indexed.index.code("janet", "1.1", turn=4, round="spring", coder="Ben").added[0]
    indexed.memos.add("On Ben's coding.", Topic(coding=others.k))
    with indexed._work.change("test.role") as change:
        before = change.get(Person, mine.coder)
        change.update(before, replace(before, role=role))

    sheet = indexed.sources.sheet("janet", round="spring")

    assert (len(sheet.codings.k), sheet.hidden, len(sheet.memos)) == (seen, 2 - seen, seen - 1)


def test_a_closed_blind_round_shows_everybodys_codings(indexed):
    indexed.rounds.open("spring", blind=True)
    mine = indexed.index.code("janet", "1.1", turn=2, round="spring").added[0]
    indexed.index.code("janet", "1.1", turn=4, round="spring", coder="Ben")
    indexed.rounds.close("spring")
    with indexed._work.change("test.role") as change:
        before = change.get(Person, mine.coder)
        change.update(before, replace(before, role=Role.CODER))

    assert len(indexed.sources.sheet("janet", round="spring").codings.k) == 2


@anything
@given(deeds, st.integers(0, 2**32))
def test_after_random_deeds_a_sheet_says_what_text_parts_and_retrieval_say(tmp_path, names, seed):
    study, chance = a_study(tmp_path), Random(seed)
    for name in names:
        do(study, name, chance)

    with study._work.read() as reader:
        sources = reader.all(Source)
    for source in sources:
        sheet = study.sources.sheet(source.k)
        coded = [row for row in study.index.listing().records() if row["source"] == source.name]
        assert sheet.text == study.sources.text(source.name)
        assert [sheet.text[a:b] for a, b in zip(sheet.parts.words, sheet.parts.end, strict=True)] == [
            row["words"] for row in study.sources.parts(source.name).records()
        ]
        assert {*sheet.codings.k} <= {row["coding"] for row in coded}
        assert len(sheet.codings.k) + sheet.unsettled == len(coded)
        assert sheet.change == study.history.number()
    study.close()
