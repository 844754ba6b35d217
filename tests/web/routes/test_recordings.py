from __future__ import annotations

import pytest

from tests.study.recordings import recorded
from tests.web.indexed import index

__all__ = ["index"]


@pytest.fixture
def tape(tmp_path):
    return recorded(tmp_path / "tapes" / "omar.wav")


def linked(index, tape):
    return index.post(f"/reading/{index.sources['omar']}/recording", file=str(tape))


def test_a_recording_is_linked_and_played_in_ranges(index, tape):
    assert linked(index, tape).json()["action"] == "recording.link"
    address = f"/reading/{index.sources['omar']}/recording"
    told = index.get(address).json()
    assert (told["name"], told["media"], told["can_play"], told["is_video"]) == ("omar.wav", "audio/wav", True, False)

    whole = index.get(f"{address}/file")
    some = index.client.get(f"{index.base}{address}/file", headers={"Range": "bytes=0-11"})
    beyond = index.client.get(f"{index.base}{address}/file", headers={"Range": "bytes=99999999-"})

    assert (whole.status_code, whole.content, whole.headers["content-type"]) == (200, tape.read_bytes(), "audio/wav")
    assert (some.status_code, some.content[:4], some.headers["content-range"]) == (
        206,
        b"RIFF",
        f"bytes 0-11/{tape.stat().st_size}",
    )
    assert beyond.status_code == 416


def test_nothing_but_what_was_linked_is_served(index, tape, tmp_path):
    (tmp_path / "secret.txt").write_text("nothing for pages", encoding="utf-8")
    address = f"/reading/{index.sources['omar']}/recording"

    refused = index.post(address, file=str(tmp_path / "secret.txt"))
    assert (refused.status_code, refused.json()["slug"]) == (422, "not-supported")
    assert index.get(f"{address}/file").status_code == 404

    linked(index, tape)
    tape.unlink()
    tape.symlink_to(tmp_path / "secret.txt")
    assert index.get(f"{address}/file").status_code == 404
    assert index.get(address).json()["standing"] == "other"
    for way in ("..%2f..%2fsecret.txt", "../../../secret.txt", "%00"):
        assert "nothing for pages" not in index.client.get(f"{index.base}{address}/file/{way}").text


def test_a_stranger_gets_nothing(index, tape, server):
    linked(index, tape)

    with server.stranger() as stranger:
        answer = stranger.get(f"{index.base}/reading/{index.sources['omar']}/recording/file")

    assert answer.status_code == 401


def test_a_link_is_taken_away(index, tape):
    linked(index, tape)
    address = f"{index.base}/reading/{index.sources['omar']}/recording"

    index.client.delete(address)

    assert index.client.get(address).json() is None
    assert index.get(f"/reading/{index.sources['omar']}").json()["recording"] is False


def test_a_recording_is_chosen_from_a_folder(index, tape):
    told = index.get("/recordings/folder", folder=str(tape.parent)).json()

    assert (told["files"], told["folders"], told["above"]) == (["omar.wav"], [], str(tape.parent.parent))
    assert index.get("/recordings/folder", folder=str(tape)).status_code == 404
