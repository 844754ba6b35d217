from __future__ import annotations

from tests.web.indexed import index

__all__ = ["index"]

PASSPHRASE = "seven buses to Quill"


def replacing(index, way="foresee", **more):
    return index.post(f"/pseudonyms/{way}", name="Omar", pseudonym="Ali", **more)


def test_replacing_is_foreseen_with_the_forms_of_the_name(index):
    told = replacing(index).json()

    assert [one["form"] for one in told["forms"] if one["replaced"]]
    assert told["places"] == sum(one["times"] for one in told["forms"] if one["replaced"])
    assert index.get("/pseudonyms").json() == {"exists": False, "is_open": False, "begun": False, "may_replace": True}


def test_a_name_is_replaced_once_the_file_of_names_is_open_and_undone(index):
    before = index.get(f"/reading/{index.sources['omar']}").json()["text"]
    assert replacing(index, "replace").status_code == 423

    index.post("/pseudonyms/open", passphrase=PASSPHRASE)
    assert replacing(index, "replace").json()["action"] == "source.pseudonymise"
    assert index.get("/pseudonyms").json()["begun"] is True

    index.post("/undo")
    assert index.get(f"/reading/{index.sources['omar']}").json()["text"] == before


def test_both_views_show_the_codings(index):
    name = next(one for one in index.sources if "Omar" in index.get(f"/reading/{index.sources[one]}").json()["text"])
    index.post("/pseudonyms/open", passphrase=PASSPHRASE)
    replacing(index, "replace")

    opened = index.get(f"/reading/{index.sources[name]}").json()
    named = index.get(f"/reading/{index.sources[name]}", version=opened["identified"]).json()
    beside = index.get(f"/reading/{index.sources[name]}/beside", identified=True).json()

    assert ("Omar" in opened["text"], "Omar" in named["text"]) == (False, True)
    assert all(coding["end"] <= len(named["text"]) for coding in beside["codings"])


def test_a_wrong_passphrase_is_told(index):
    index.post("/pseudonyms/open", passphrase=PASSPHRASE)

    assert index.post("/pseudonyms/open", passphrase="eight buses to Quill").status_code == 403
