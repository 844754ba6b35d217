from __future__ import annotations

import pytest

from tests.review.making import remarks

DIFFERED = "; where they differed they talked it over"
WHOLE = (
    "The study was approved by a research ethics committee. Everybody gave consent in writing. Interviews took place "
    "between March and June 2009. Nine people were asked, and three declined. Transcripts were indexed by one person "
    "and "
    "a third of them by a second; where they differed they talked it over. "
    "We used the Framework method; each interview was charted by sub-theme. The rooms "
    "were "
    "cold and the kettles loud, and nobody minded. People spoke for as long as they liked and were thanked for it."
)


def said(text: str, head: str = "# D\n\n## Methods\n\n") -> list[str]:
    return [remark.said for remark in remarks(head + text + "\n\n## Findings\n\nIt rained.\n", "method-unsaid")]


def test_methods_that_say_it_all_raise_nothing():
    assert said(WHOLE) == []


@pytest.mark.parametrize(
    ("left_out", "told"),
    [
        ("The study was approved by a research ethics committee. ", "research ethics"),
        ("Everybody gave consent in writing. ", "agreed to take part"),
        ("between March and June 2009", "when the material was collected"),
        ("Nine people were asked, and three declined. ", "did not take part"),
        (
            f"Transcripts were indexed by one person and a third of them by a second{DIFFERED}. ",
            "who indexed",
        ),
        (DIFFERED, "what became of the differences"),
        ("; each interview was charted by sub-theme", "nothing is said of charting"),
    ],
)
def test_what_is_left_out_is_told(left_out, told):
    found = said(WHOLE.replace(left_out, ""))

    assert len(found) == 1
    assert told in found[0]


@pytest.mark.parametrize(
    "instead",
    [
        "in the summer of 2009",
        "from May 2009 on",
        "in 2008–2009",
    ],
)
def test_dates_are_known_in_many_forms(instead):
    assert said(WHOLE.replace("between March and June 2009", instead)) == []


def test_a_year_in_a_reference_is_no_date_of_fieldwork():
    assert len(said(WHOLE.replace("between March and June 2009", "(Ritchie and Spencer, 1994)"))) == 1


def test_a_manuscript_without_methods_or_with_hardly_any_is_not_asked():
    assert said(WHOLE.replace("consent", "time"), "# D\n\n## Introduction\n\n") == []
    assert said("We talked with six people.") == []


def test_another_method_is_not_asked_for_charts():
    assert said(WHOLE.replace("the Framework method; each interview was charted by sub-theme", "grounded theory")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Age was collected (estimated from what was told).", 1),
        ("Ethnicity was recorded, being judged by the interviewer.", 1),
        ("Age was collected, and travel was estimated to take an hour each way for everybody in the county.", 0),
        ("Nobody was asked for an age; ages were estimated.", 0),
        ("Age was not collected but estimated.", 0),
        ("Age was collected.", 0),
    ],
)
def test_what_is_called_collected_and_was_estimated_is_for_the_eyes(text, told):
    assert sum("is an estimate" in each for each in said(text)) == told


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Ethics. People read an information sheet and could stop at any time.", False),
        ("Ethics committee approval was given in 2008.", True),
        ("The committee for ethics in research found that no review was needed.", True),
        ("Approval was granted by the board of the trust (ethics reference 12/3).", True),
        ("The study had no need of ethical review under the rules of the time.", True),
    ],
)
def test_a_heading_alone_is_no_word_on_approval(text, is_told):
    found = said(WHOLE.replace("The study was approved by a research ethics committee.", text))

    assert [each for each in found if "research ethics" in each] == (
        []
        if is_told
        else ["Nowhere is it said whether research ethics approved the study, or that no approval was needed."]
    )


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("People were invited by letter and then by telephone.", False),
        ("Some workers refused tasks that were not theirs.", False),
        ("Twenty-one people were invited by letter.", True),
        ("Of those invited two had moved away.", True),
        ("One post was vacant, and its place in the sample stayed empty.", True),
    ],
)
def test_refusals_count_where_they_are_of_taking_part(text, is_told):
    found = said(WHOLE.replace("Nine people were asked, and three declined.", text))

    assert any("did not take part" in each for each in found) is not is_told


def test_who_indexed_is_told_where_the_analysis_is():
    words = "The transcripts were indexed and charted by theme in the spring of 2009. " * 9
    told = "Nowhere is it said who indexed the material"

    def said(more: str) -> list[str]:
        found = remarks(f"# D\n\n## Methods\n\n{words}{more}\n\n## Findings\n\nIt rained.\n", "method-unsaid")
        return [remark.said for remark in found if remark.said.startswith(told)]

    assert len(said("Of the recordings, one was stopped by two porters.")) == 1
    assert len(said("All were analysed by the method that we describe.")) == 1
    assert said("Two of us indexed six transcripts and settled differences.") == []
