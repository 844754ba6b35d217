from __future__ import annotations

from tests.web.indexed import index

__all__ = ["index"]


def written(index, **given):
    return index.post("/memos", **given)


def test_memos_on_the_study_a_theme_and_words_are_in_one_list(index):
    theme = index.themes["Walking"]
    written(index, text="on the study", kind="decision")
    written(index, text="on the theme", theme=theme)
    index.post(f"/reading/{index.sources['omar']}/memos", text="on words", start=0, end=5)

    listed = {one["text"]: one for one in index.get("/memos").json()}

    assert listed["on the study"]["about"] == "study"
    assert (listed["on the theme"]["about_kind"], listed["on the theme"]["about_key"]) == ("theme", theme)
    assert (listed["on words"]["start"], listed["on words"]["by"]) == (0, "Ana")


def test_the_newest_comes_first(index):
    written(index, text="first")
    written(index, text="second")

    assert [one["text"] for one in index.get("/memos").json()][:2] == ["second", "first"]


def test_a_memo_needs_words_and_one_thing(index):
    assert written(index, text="").status_code == 422
    both = {"theme": index.themes["Walking"], "source": index.sources["omar"]}
    assert written(index, text="on two", **both).status_code == 422
