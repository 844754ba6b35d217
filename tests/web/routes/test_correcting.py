from __future__ import annotations

from tests.study.indexed_study import OMAR
from tests.web.indexed import index

__all__ = ["index"]

START = OMAR.index("near the bins")
CORRECTED = OMAR.replace("near the bins", "by the skips")


def correct(index, text, rev):
    path = f"{index.base}/reading/{index.sources['omar']}/correction"
    return index.client.post(path, json={"text": text}, headers={"If-Match": f'"{rev}"'})


def source(index):
    return index.get(f"/reading/{index.sources['omar']}").json()


def test_a_correction_is_looked_at_before_it_is_done(index):
    index.code("omar", START, START + len("near the bins"), "Walking")

    told = index.post(f"/reading/{index.sources['omar']}/correction/preview", text=CORRECTED).json()

    assert [one["old"] for one in told["changes"] + told["review"]] == ["near the bins"]
    assert source(index)["text"] == OMAR


def test_a_corrected_text_is_a_new_version_and_what_waits_is_settled(index):
    index.code("omar", START, START + len("near the bins"), "Walking")
    answer = correct(index, CORRECTED, source(index)["rev"])
    assert answer.status_code == 200
    assert (source(index)["text"], source(index)["version"]) == (CORRECTED, 2)

    [waiting] = index.get(f"/reading/{index.sources['omar']}/waiting").json()
    start = CORRECTED.index("by the skips")
    index.post("/waiting/settle", item=waiting["item"], start=start, end=start + 12)

    assert index.get(f"/reading/{index.sources['omar']}/waiting").json() == []
    [coding] = index.beside("omar")["codings"]
    assert CORRECTED[coding["start"] : coding["end"]] == "by the skips"


def test_a_text_that_somebody_corrected_meanwhile_is_not_overwritten(index):
    rev = source(index)["rev"]
    correct(index, CORRECTED, rev)

    assert correct(index, OMAR + "More.\n", rev).status_code == 412


def test_a_text_that_keeps_too_little_is_refused_with_the_reason(index):
    answer = correct(index, "Something else altogether.\n", source(index)["rev"])

    assert answer.status_code == 422
    assert source(index)["version"] == 1


def test_an_item_that_can_be_none_is_refused(index):
    assert index.post("/waiting/settle", item="coding:99999999999999999999").status_code == 422
    assert index.post("/waiting/settle", item="coding:12").status_code == 404
