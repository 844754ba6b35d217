"""Texts corrected in one copy while the other worked on the old text."""

from __future__ import annotations

from tests.study.copies import copied, merged, opened
from tests.study.deeds import TEXT
from tests.study.picking import records
from trellis.core.chart import Evidence
from trellis.core.coding import Coding
from trellis.core.source import Version
from trellis.study.chart_given import Indexed

WORDS = "I drive, mostly"
CORRECTED = TEXT.format(n=0).replace("What is an ordinary day?", "What is an ordinary day like for you?")


def code(study):
    at = study.sources.text("s0").index(WORDS)
    return study.index.code("s0", ["1.1"], start=at, end=at + len(WORDS)).added[0]


def coded(study):
    """Under which version number, and on which words, each coding stands."""
    with study._work.read() as reader:
        versions = {version.k: version for version in reader.all(Version)}
        return [
            (versions[c.version].number, reader.text(versions[c.version].sha)[c.start : c.end])
            for c in reader.all(Coding)
        ]


def test_a_coding_made_on_the_old_text_moves_to_the_corrected_one(ana, ben, tmp_path):
    ana.sources.correct("s0", CORRECTED)
    code(ben)

    done = merged(ana, ben, tmp_path)

    assert coded(ana) == [(2, WORDS)]
    assert done.mended.moved == 1
    assert ana.history.check() == []


def test_our_coding_moves_to_the_text_that_was_corrected_there(ana, ben, tmp_path):
    ben.sources.correct("s0", CORRECTED)
    code(ana)

    done = merged(ana, ben, tmp_path)

    assert coded(ana) == [(2, WORDS)]
    assert (done.mended.moved, done.conflicts) == (1, 0)
    merged(ben, ana, tmp_path)
    assert ben.history.dump() == ana.history.dump()


def test_what_cannot_move_stays_on_the_old_text_and_is_listed(ana, ben, tmp_path):
    ana.sources.correct("s0", TEXT.format(n=0).replace(WORDS, "Nothing"))
    code(ben)

    merged(ana, ben, tmp_path)

    assert coded(ana) == [(1, WORDS)]
    assert [row["what"] for row in ana.sources.review("s0").records()] == ["coding"]
    assert ana.history.check() == []


def test_a_text_corrected_on_both_sides_is_asked_once(ana, ben, tmp_path):
    kept = code(ana)
    third = copied(ana, tmp_path, "Cleo", "c")
    ana.sources.correct("s0", CORRECTED)
    third.sources.correct("s0", CORRECTED.replace("like for you", "for you"))

    done = merged(ana, third, tmp_path)

    assert done.conflicts == 1
    assert [row["what"] for row in ana.apart.conflicts().records()] == ["source"]
    assert sorted(
        version.number
        for version in records(
            ana,
            Version,
        )
    ) == [1, 1, 2, 3]
    assert [words for _, words in coded(ana)] == [WORDS]
    assert records(ana, Coding)[0].k == kept.k
    assert ana.history.check() == []
    third.close()


def test_a_text_corrected_in_the_study_takes_the_codings_of_a_package_along(ana, tmp_path):
    ana.apart.handout("Ben", tmp_path / "p.trellis", ["s0"])
    with opened(tmp_path / "p.trellis", tmp_path / "home-p", "Ben") as ben:
        code(ben)
        ana.sources.correct("s0", CORRECTED)

        done = merged(ana, ben, tmp_path)

    assert coded(ana) == [(2, WORDS)]
    assert (done.mended.moved, done.conflicts) == (1, 0)
    assert ana.history.check() == []


def test_quotations_and_memos_on_the_old_text_move_as_codings_do(ana, ben, tmp_path):
    ana.sources.correct("s0", CORRECTED)
    coding = code(ben)
    ben.chart.write("s0", "1.1", WORDS, layer="verbatim", evidence=[Indexed(coding.k)])

    merged(ana, ben, tmp_path)

    current = max(records(ana, Version), key=lambda version: version.number)
    [evidence] = records(ana, Evidence)
    assert evidence.version == current.k
    assert ana.sources.text("s0")[evidence.start : evidence.end] == WORDS
    assert ana.history.check() == []
