from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.review.making import SHEET, TRANSCRIPTS, a_manuscript, a_sample, review, transcripts
from trellis.review.checks import BY_ID
from trellis.review.material import Settings, Waiver
from trellis.review.whole import review_of

HEAD = "# Draft\n\n## Findings\n\n"
TORN = """## Methods

We interviewed six people: two STR workers, two graduate workers and two managers (n = 6).

| role | site 1 | total |
|---|---|---|
| STR worker | 2 | 2 |

## Findings

> I had no desk … and no computer for the [first] six weeks (P1, STR worker)

Whereas ‘STR workers’ waited, managers said “I'd be lost without them” — service manager, site 1.
"""
FAULT = f"{HEAD}“I had no desk and no computer for the first six weeks” (graduate worker, site 2).\n"


def test_a_review_counts_what_it_looked_at():
    found = review(FAULT)

    assert (found.transcripts, found.people, len(found.seen)) == (len(TRANSCRIPTS), len(SHEET) - 1, 1)


def test_of_several_places_the_one_that_the_attribution_fits_is_shown():
    found = review(f"{HEAD}“It depends on the day” (P2, STR worker).\n").seen[0]

    assert (found.outcome, found.source) == ("found in 2 places", "p02.txt")


def test_every_remark_answers_a_known_check():
    assert {remark.check for remark in review(FAULT).remarks} <= set(BY_ID)


def test_a_waiver_by_key_or_by_check_and_words_sets_a_remark_apart():
    key = review(FAULT).remarks[0].key
    by_key = Settings(waivers=(Waiver(key, "", "agreed"),))
    by_words = Settings(waivers=(Waiver("attribution-mismatch", "Graduate worker", "agreed"),))
    others = Settings(waivers=(Waiver("attribution-mismatch", "nurse", "agreed"),))

    assert review(FAULT, settings=by_key).standing == ()
    assert review(FAULT, settings=by_words).remarks[0].waived == "agreed"
    assert len(review(FAULT, settings=others).standing) == 1


def test_without_people_the_questions_about_them_keep_quiet_and_say_so():
    nobody = a_sample([])

    found = review_of(a_manuscript(FAULT), transcripts(sample=nobody), nobody, Settings())

    assert found.standing == ()
    assert "disclosure" in {silent.check for silent in found.silent}


@given(st.data())
def test_a_draft_that_was_torn_anywhere_is_reviewed_all_the_same(data):
    text = list(TORN)
    for _ in range(data.draw(st.integers(0, 12))):
        at = data.draw(st.integers(0, len(text) - 1))
        text[at : at + data.draw(st.integers(0, 9))] = data.draw(st.sampled_from("“”‘’\"'()[]…—\n>|#1: "))

    found = review("Words.\n\n" + "".join(text))

    length = len(a_manuscript("Words.\n\n" + "".join(text)).text)
    assert all(0 <= spot.start <= spot.end <= length for remark in found.remarks for spot in remark.spots)


def test_a_manuscript_without_quotations_says_so():
    assert [silent.check for silent in review(f"{HEAD}Nothing.\n").silent] == ["verbatim-mismatch"]
