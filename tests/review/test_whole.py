from __future__ import annotations

from tests.review.making import SHEET, TRANSCRIPTS, a_manuscript, a_sample, review, transcripts
from trellis.review.checks import BY_ID
from trellis.review.material import Settings, Waiver
from trellis.review.whole import review_of

HEAD = "# Draft\n\n## Findings\n\n"
FAULT = f"{HEAD}“I had no desk and no computer for the first six weeks” (graduate worker, site 2).\n"


def test_a_review_counts_what_it_looked_at():
    found = review(FAULT)

    assert (found.transcripts, found.people, len(found.seen)) == (len(TRANSCRIPTS), len(SHEET) - 1, 1)


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


def test_a_manuscript_without_quotations_says_so():
    assert [silent.check for silent in review(f"{HEAD}Nothing.\n").silent] == ["verbatim-mismatch"]
