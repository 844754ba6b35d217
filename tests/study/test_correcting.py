from __future__ import annotations

from dataclasses import replace

import pytest

from tests.study.chart_study import DENISE, add_sample, writing
from trellis.core.case import Extent, Link
from trellis.core.chart import Evidence
from trellis.core.chart_rules import Stale
from trellis.core.coding import Coding
from trellis.core.consent import Redaction
from trellis.core.document import PartKind
from trellis.core.errors import AlreadyThere, EmptyFile, Invalid, NotFound, QuoteNotFound
from trellis.core.memo import About, Memo, MemoKind
from trellis.core.source import Source, Speaker, SpeakerRole, StoredPart, Version, VersionKind, VersionMap
from trellis.study.bringing import BringIn
from trellis.study.chart_given import Indexed, Stretch

PUT_RIGHT = DENISE.replace("seventeen year.", "seventeen year in all.").replace("INT: And now?", "INT: So, and now?")
CUT = DENISE.replace("Biscuits, seventeen year. ", "")
REWRAPPED = DENISE.replace(" ", "\n ").replace("\n \n", "\n")
OTHER = "\n".join(f"P{n}: Something else was told, of {n} boats and the sea they went to." for n in range(9))


@pytest.fixture
def sample(study):
    return add_sample(study)


def records(study, kind, **equal):
    with study._work.read() as reader:  # a test looks behind the door
        return reader.all(kind, **equal)


def words_of(study, record):
    with study._work.read() as reader:
        return reader.text(reader.get(Version, record.version).sha)[record.start : record.end]


def coded_words(study):
    return {coding.k: words_of(study, coding) for coding in records(study, Coding)}


def the_cell(study, case="Denise", theme="1.1"):
    view = study.chart.matrix([theme], [case], words=True)
    return view.cell(view.rows[0], view.columns[0])


def test_a_correction_is_a_new_version_and_the_old_one_stays(study, sample):
    told = study.sources.correct("denise", PUT_RIGHT)

    assert study.sources.text("denise") == PUT_RIGHT
    assert told.version == 2
    first, second = records(study, Version, source=sample.denise.k)
    assert (second.kind, second.number, second.parent) == (VersionKind.CORRECTED, 2, first.k)
    assert [(one.from_version, one.to_version) for one in records(study, VersionMap)] == [(first.k, second.k)]
    assert study.history.check() == []


def test_codings_move_with_their_words_and_changed_ones_are_told(study, sample):
    study.index.code("denise", "1.1", quote="floater, no place of my own")
    wide = study.index.code("denise", "1.2", turn=2).added[0].k

    told = study.sources.correct("denise", PUT_RIGHT)

    words = coded_words(study)
    assert words[sample.told] == "Nobody told me what it was."
    assert words[wide].startswith("Biscuits, seventeen year in all. I were")
    assert {item.item for item in told.changes} >= {f"coding:{wide}"}
    assert {coding.version for coding in records(study, Coding, source=sample.denise.k)} == {
        records(study, Source, k=sample.denise.k)[0].current
    }


def test_rewrapped_lines_move_everything(study, sample):
    study.index.code("denise", "1.1", turns="1-3")
    before = {k: words.split() for k, words in coded_words(study).items()}

    told = study.sources.correct("denise", REWRAPPED)

    assert (told.changed, told.review) == (0, ())
    assert {k: words.split() for k, words in coded_words(study).items()} == before


def test_what_cannot_move_stays_reachable_and_is_listed_with_its_old_words(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Indexed(sample.biscuits)])

    told = study.sources.correct("denise", CUT)

    assert [(item.what, item.old) for item in told.review] == [
        ("coding", "Biscuits, seventeen year."),
        ("evidence", "Biscuits, seventeen year."),
    ]
    assert coded_words(study)[sample.biscuits] == "Biscuits, seventeen year."
    listed = study.sources.review("denise").records()
    assert [row["item"] for row in listed] == [item.item for item in told.review]
    assert [extract.words for extract in study.index.retrieve("1.1").extracts] == ["Biscuits, seventeen year."]
    assert the_cell(study).stale == (Stale.TEXT_CHANGED,)
    assert study.history.check() == []


def test_evidence_on_the_same_words_is_not_stale_after_a_correction(study, sample):
    study.chart.write("Denise", "1.2", "Not told.", evidence=[Indexed(sample.told)])
    study.chart.write(
        "Denise", "1.2", "Four of it.", evidence=[Stretch("denise", DENISE.index("there's four"), len(DENISE))]
    )

    study.sources.correct("denise", PUT_RIGHT)

    cell = the_cell(study, theme="1.2")
    assert [line.evidence[0].words for line in cell.statements] == ["Nobody told me what it was.", "there's four."]
    assert cell.stale == ()


@pytest.mark.parametrize("indexed", [True, False])
def test_evidence_whose_words_changed_is_stale_until_it_is_said_to_be_right(study, sample, indexed):
    turn = DENISE.index("Biscuits"), DENISE.index("\nINT: And")
    coding = study.index.code("denise", "1.1", start=turn[0], end=turn[1]).added[0].k
    evidence = Indexed(coding) if indexed else Stretch("denise", turn[0], turn[1] - 1)
    study.chart.write("Denise", "1.1", "Long in biscuits.", evidence=[evidence])

    study.sources.correct("denise", PUT_RIGHT)

    assert the_cell(study).stale == (Stale.TEXT_CHANGED,)
    study.chart.confirm("Denise", "1.1")
    assert the_cell(study).stale == ()


def test_stale_evidence_does_not_become_fresh_by_a_correction(study, sample):
    study.chart.write("Denise", "1.2", "Not told.", evidence=[Indexed(sample.told)])
    study.index.annotate(sample.told, "Listen again.")

    study.sources.correct("denise", PUT_RIGHT)

    assert the_cell(study, theme="1.2").stale != ()


def test_verbatim_statements_that_the_new_text_does_not_bear_out_are_told(study, sample):
    quote = "a floater, no place of my own to stand"
    study.chart.write("Denise", "1.1", quote, layer="verbatim")
    study.chart.write("Denise", "1.2", "Nobody told me what it was.", layer="verbatim")

    told = study.sources.correct("denise", DENISE.replace("no place of my own to", "no real place of my own to"))

    assert [(one.case, one.text) for one in told.misquoted] == [("Denise", quote)]
    assert ("verbatim", "Denise") in {(row[1], row[2]) for row in told.table().rows()}


def add_stretches(study, sample):
    """A margin memo, a link to a stretch and a redaction on Denise's text."""
    start, end = DENISE.index("a floater"), DENISE.index(", no place")
    with writing(study) as change:
        memo, extent, redaction = change.new_keys(3)
        k, version = sample.denise.k, sample.denise.current
        change.insert(
            Memo(memo, 0, MemoKind.MARGIN, About.SOURCE, k, version, start, end, "!", (), None, "", change.person, 1),
            Extent(extent, 0, sample.cases["North"], k, version, start, end, Link.ABOUT),
            Redaction(redaction, 0, k, version, start, end, "[role]", None),
        )


@pytest.mark.parametrize("kind", [Memo, Extent, Redaction])
def test_memos_links_and_redactions_on_stretches_move_too(study, sample, kind):
    add_stretches(study, sample)

    study.sources.correct("denise", PUT_RIGHT)

    [moved] = [record for record in records(study, kind) if record.start is not None]
    assert moved.version == records(study, Source, k=sample.denise.k)[0].current
    assert words_of(study, moved) == "a floater"


@pytest.mark.parametrize("text", [PUT_RIGHT, CUT, REWRAPPED])
def test_a_correction_is_undone_exactly(study, sample, text):
    add_stretches(study, sample)
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Indexed(sample.biscuits)])
    before = study.history.dump()

    study.sources.correct("denise", text)
    after = study.history.dump()
    study.history.undo()

    assert study.history.dump() == before
    assert study.sources.text("denise") == DENISE
    study.history.redo()
    assert study.history.dump() == after
    assert study.history.check() == []


def test_a_dry_run_tells_the_same_and_writes_nothing(study, sample):
    before = study.history.dump()

    told = study.sources.correct("denise", CUT, dry_run=True)

    assert study.history.dump() == before
    assert told == study.sources.correct("denise", CUT)


def test_an_unrelated_text_is_refused_and_moves_nothing_by_itself(study, sample):
    with pytest.raises(Invalid, match=r"keeps \d+% of the words of “denise”"):
        study.sources.correct("denise", OTHER)

    told = study.sources.correct("denise", OTHER, replace=True)

    assert (told.moved, told.changed) == (0, 0)
    assert {item.item for item in told.review} == {f"coding:{sample.biscuits}", f"coding:{sample.told}"}


def test_the_text_that_is_there_already_is_no_correction(study, sample):
    with pytest.raises(AlreadyThere, match="has already"):
        study.sources.correct("denise", DENISE)


def test_an_empty_text_is_refused(study, sample):
    with pytest.raises(EmptyFile):
        study.sources.correct("denise", " \n")


def test_search_finds_the_words_of_the_new_text_only(study, sample):
    study.sources.correct("denise", DENISE.replace("Biscuits", "Bakery"))

    assert [hit.source for hit in study.search.find("bakery").hits] == ["denise"]
    assert study.search.find("biscuits").hits == ()


def settle(study, sample, **how):
    """Settles Denise's first coding after a cut that it could not survive."""
    study.sources.correct("denise", CUT)
    study.sources.settle_review(f"coding:{sample.biscuits}", **how)


SETTLINGS = {
    "by a quotation": ({"quote": "I were a floater"}, "I were a floater"),
    "by offsets": ({"start": 37, "end": 53}, CUT[37:53]),
}


@pytest.mark.parametrize("how", SETTLINGS)
def test_what_could_not_move_is_put_somewhere(study, sample, how):
    given, words = SETTLINGS[how]
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Indexed(sample.biscuits)])

    settle(study, sample, **given)

    assert coded_words(study)[sample.biscuits] == words
    assert [words_of(study, one) for one in records(study, Evidence)] == [words]
    assert study.sources.review().rows() == []
    assert the_cell(study).stale != ()
    assert study.history.check() == []


def test_a_proposal_is_taken_when_it_is_good(study, sample):
    study.sources.correct("denise", DENISE.replace("Biscuits, seventeen year.", "Crackers, all my life, I was."))
    item = study.sources.review("denise").records()[0]

    study.sources.settle_review(str(item["item"]), proposed=True)

    assert coded_words(study)[sample.biscuits] == item["proposal"]
    assert "Crackers" in str(item["proposal"])


def test_where_there_is_no_proposal_none_can_be_taken(study, sample):
    with pytest.raises(Invalid, match="no proposal"):
        settle(study, sample, proposed=True)


def test_a_dropped_coding_leaves_its_words_to_what_rests_on_them(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Indexed(sample.biscuits)])

    settle(study, sample, drop=True)

    assert sample.biscuits not in coded_words(study)
    [evidence] = records(study, Evidence)
    assert (evidence.coding, words_of(study, evidence)) == (None, "Biscuits, seventeen year.")
    assert [row["what"] for row in study.sources.review().records()] == ["evidence"]


def test_dropping_a_memo_keeps_its_text_and_dropping_a_link_takes_it_away(study, sample):
    add_stretches(study, sample)
    study.sources.correct("denise", OTHER, replace=True)
    for row in study.sources.review("denise").records():
        study.sources.settle_review(str(row["item"]), drop=True)

    [memo] = records(study, Memo)
    assert (memo.text, memo.version, memo.start) == ("!", None, None)
    assert [one for one in records(study, Extent) if one.start is not None] == []
    assert study.sources.review("denise").rows() == []


@pytest.mark.parametrize("how", [{"quote": "I were a floater"}, {"drop": True}])
def test_settling_is_undone_exactly(study, sample, how):
    study.sources.correct("denise", CUT)
    before = study.history.dump()

    study.sources.settle_review(f"coding:{sample.biscuits}", **how)
    study.history.undo()

    assert study.history.dump() == before


REFUSED = {
    "nothing of that name": ({"item": "coding:1", "drop": True}, NotFound),
    "no kind": ({"item": "coffee:1", "drop": True}, NotFound),
    "two ways at once": ({"drop": True, "proposed": True}, Invalid),
    "no way at all": ({}, Invalid),
    "words that are not there": ({"quote": "in the moonlight"}, QuoteNotFound),
}


@pytest.mark.parametrize("reason", REFUSED)
def test_settling_is_refused_for(study, sample, reason):
    study.sources.correct("denise", CUT)
    how, error = REFUSED[reason]

    with pytest.raises(error):
        study.sources.settle_review(**{"item": f"coding:{sample.biscuits}", **how})


def test_what_stands_in_the_text_as_it_is_does_not_wait_for_review(study, sample):
    with pytest.raises(NotFound, match="does not wait for review"):
        study.sources.settle_review(f"coding:{sample.told}", drop=True)


def test_a_coding_is_not_put_where_its_twin_stands(study, sample):
    study.sources.correct("denise", CUT)
    twin = study.index.code("denise", "1.1", quote="I were a floater").added[0]

    with pytest.raises(AlreadyThere, match=f"coding {twin.k}"):
        study.sources.settle_review(f"coding:{sample.biscuits}", quote="I were a floater")


def test_what_waits_is_followed_through_later_corrections(study, sample):
    study.sources.correct("denise", CUT)
    study.sources.correct("denise", CUT.replace("I were a floater", "I was always a floater"))

    [row] = study.sources.review("denise").records()

    assert (row["version"], row["old words"]) == (1, "Biscuits, seventeen year.")


TRANSCRIPT = (
    "INT: What is an ordinary day?\n\nP1: There is no such thing. I drive, mostly.\n\nINT: Where to?\n\nP1: To Moira.\n"
)


@pytest.fixture
def interview(study, tmp_path):
    file = tmp_path / "str-1.txt"
    file.write_text(TRANSCRIPT, encoding="utf-8")
    study.sources.bring_in([file], BringIn())
    return file


def turns(study, name="str-1"):
    return [(row["speaker"], row["words"]) for row in study.sources.parts(name).records()]


def test_turns_and_speakers_are_recognised_anew(study, interview):
    interview.write_text(
        TRANSCRIPT + "\nDAUGHTER: She means Monday.\n\nINT: Yes.\n\nDAUGHTER: She does.\n", encoding="utf-8"
    )

    told = study.sources.correct("str-1", interview)

    assert told.labels == ("DAUGHTER",)
    assert turns(study)[4] == ("DAUGHTER", "She means Monday.")
    speakers = {one.label: one for one in records(study, Speaker)}
    assert speakers["DAUGHTER"].role is SpeakerRole.PARTICIPANT
    assert speakers["P1"].case is not None


def test_a_speaker_whose_label_was_put_right_is_still_the_same_case(study, interview):
    interview.write_text(TRANSCRIPT.replace("P1:", "Maureen:"), encoding="utf-8")

    study.sources.correct("str-1", interview)

    speakers = {one.label: one.case for one in records(study, Speaker)}
    assert speakers["Maureen"] == speakers["P1"]
    assert speakers["Maureen"] is not None


def test_the_files_of_both_versions_are_kept(study, interview):
    corrected = TRANSCRIPT.replace("ordinary", "usual")
    interview.write_text(corrected, encoding="utf-8")

    study.sources.correct("str-1", interview)

    assert study.sources.original("str-1") == TRANSCRIPT.encode()
    assert study.sources.original("str-1", version=2) == corrected.encode()
    assert [(row["version"], row["file"]) for row in study.sources.versions("str-1").records()] == [
        (1, "str-1.txt"),
        (2, "str-1.txt"),
    ]


def test_a_version_that_is_not_there_has_no_file(study, interview):
    with pytest.raises(NotFound, match="no version 7"):
        study.sources.original("str-1", version=7)


CAPTIONS = (
    "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v INT>What is an ordinary day?\n\n"
    "00:00:05.000 --> 00:00:09.000\n<v P1>There is no such thing. I drive, mostly.\n\n"
    "00:00:10.000 --> 00:00:19.000\n<v INT>Where to, if I may ask?\n"
)


def test_times_and_voices_of_captions_survive_an_edit_as_plain_text(study, tmp_path):
    (tmp_path / "day.vtt").write_text(CAPTIONS, encoding="utf-8")
    study.sources.bring_in([tmp_path / "day.vtt"])
    before = study.sources.parts("day").records()
    edited = study.sources.write_text("day", tmp_path / "day.txt")
    edited.write_text(edited.read_text(encoding="utf-8").replace("mostly", "most of it"), encoding="utf-8")

    study.sources.correct("day", edited)

    after = study.sources.parts("day").records()
    keep = ("kind", "speaker", "time")
    assert [[row[name] for name in keep] for row in after] == [[row[name] for name in keep] for row in before]
    assert after[1]["words"] == "There is no such thing. I drive, most of it."
    assert study.history.check() == []


def test_the_text_written_out_is_the_text_and_overwrites_nothing(study, interview, tmp_path):
    written = study.sources.write_text("str-1", tmp_path / "edit.txt")

    assert written.read_text(encoding="utf-8") == TRANSCRIPT
    with pytest.raises(AlreadyThere):
        study.sources.write_text("str-1", tmp_path / "edit.txt")


def test_a_pseudonymised_text_stays_one_when_it_is_corrected(study, sample):
    with writing(study) as change:
        version = change.get(Version, sample.denise.current)
        change.update(version, replace(version, kind=VersionKind.PSEUDONYMISED))

    study.sources.correct("denise", PUT_RIGHT)

    assert [one.kind for one in records(study, Version, source=sample.denise.k)][1] is VersionKind.PSEUDONYMISED


def test_parts_of_the_new_version_do_not_overlap_and_cover_the_words(study, sample):
    study.sources.correct("denise", PUT_RIGHT)

    parts = records(study, StoredPart, version=records(study, Source, k=sample.denise.k)[0].current)

    assert [part.kind for part in parts] == [PartKind.TURN] * 4
