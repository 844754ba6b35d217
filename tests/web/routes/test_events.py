from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from tests.web.listening import listening
from tests.web.served import served
from trellis.bootstrap import new_study


def rename(client, title, study="roles", **headers):
    rev = client.get(f"/api/studies/{study}").json()["rev"]
    return client.patch(f"/api/studies/{study}", json={"title": title}, headers={"If-Match": f'"{rev}"', **headers})


def test_a_change_is_told(client, roles):
    client.get("/api/studies/roles")
    with listening(client) as stream:
        written = rename(client, "Newer", **{"Idempotency-Key": "request-00001"}).json()

        event = stream.next()

        assert stream.id == str(written["rev"])
        assert (event["kind"], event["study"], event["number"]) == ("change", "roles", written["change"])
        assert (event["person"], event["action"]) == ("Ana", "study.describe")
        assert event["request"] == "request-00001"


def test_what_another_process_writes_is_told(client, roles, library):
    client.get("/api/studies/roles")
    with listening(client) as stream:
        command = [sys.executable, "-m", "trellis.cli.main", "memo", "add", "roles", "Look again.", "--as", "Ben"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

        told = [stream.next(), stream.next()]

    assert [event["person"] for event in told] == ["", "Ben"]
    assert told[1]["action"].startswith("memo")


def test_one_stream_tells_of_all_open_studies(client, roles, library):
    new_study(library / "peers.trellis", "Peers", "Ana").close()
    client.get("/api/studies/roles")
    client.get("/api/studies/peers")
    with listening(client) as stream:
        rename(client, "One")
        first = stream.next()
        rename(client, "Two", "peers")
        second = stream.next()

    assert [first["study"], second["study"]] == ["roles", "peers"]


def test_a_stream_goes_on_where_it_broke_off(client, roles):
    client.get("/api/studies/roles")
    with listening(client) as stream:
        rename(client, "One")
        stream.next()
        last = stream.id
    rename(client, "Two")
    rename(client, "Three")

    with listening(client, last) as stream:
        told = [stream.next()["number"], stream.next()["number"]]

    assert told == [3, 4]


def test_a_stream_goes_on_from_the_history_after_a_restart(library, roles):
    with served(library) as before, before.client() as client:
        first = rename(client, "One").json()
        rename(client, "Two")

    with (
        served(library) as after,
        after.client() as client,
        listening(client, str(first["rev"]), study="roles") as stream,
    ):
        event = stream.next()

    assert (event["kind"], event["number"]) == ("change", 3)


def test_a_client_that_missed_what_nobody_can_tell_is_told_to_read_again(client, roles):
    with listening(client, "12345", study="roles") as stream:
        assert stream.next() == {"kind": "reset", "study": "roles"}


def test_a_locked_study_is_read_again_once_it_is_open(client, library):
    new_study(library / "secret.trellis", "Secret", "Ana", passphrase="a long passphrase").close()

    with listening(client, "12345", study="secret") as stream:
        assert stream.next() == {"kind": "reset", "study": "secret"}


@pytest.mark.parametrize("last", ["", "x", "-1", "1e9"])
def test_an_id_that_is_none_begins_anew(client, roles, last):
    client.get("/api/studies/roles")
    with listening(client, last) as stream:
        rename(client, "One")

        assert stream.next()["number"] == 2


def test_streams_end_when_the_server_does(library, roles):
    ended = threading.Event()
    with served(library) as server, server.client() as client:
        greeted = threading.Event()

        def listen():
            with listening(client) as stream:
                greeted.set()
                if stream.has_ended():
                    ended.set()

        listener = threading.Thread(target=listen)
        listener.start()
        assert greeted.wait(60)
        server.stop()
        listener.join()

    assert ended.is_set()


def test_nobody_listens_without_a_session(server):
    with server.stranger() as stranger:
        assert stranger.get("/api/events").status_code == 401
