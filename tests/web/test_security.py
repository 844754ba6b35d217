from __future__ import annotations

import stat

import httpx
import pytest

from tests.web.served import served
from trellis.web.security import Door, cookie_name, is_local


def test_nothing_is_told_without_a_session(server):
    with server.stranger() as stranger:
        answer = stranger.get("/api/studies")

    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["slug"] == "not-signed-in"


def test_the_link_lets_a_browser_in(server):
    with server.stranger() as stranger:
        entered = stranger.get(server.door.new_link())

        assert entered.status_code == 303
        assert entered.headers["location"] == "/"
        assert stranger.get("/api/session").status_code == 200


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(server):
    with server.stranger() as stranger:
        cookie = stranger.get(server.door.new_link()).headers["set-cookie"].lower()

    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_link_opens_once(server):
    link = server.door.new_link()
    with server.stranger() as first, server.stranger() as second:
        first.get(link)

        again = second.get(link)

        assert again.status_code == 410
        assert second.get("/api/session").status_code == 401


def test_a_link_that_was_never_given_opens_nothing(server):
    with server.stranger() as stranger:
        assert stranger.get("/open/anything").status_code == 410


def test_a_link_is_good_for_an_hour():
    time = [1000.0]
    door = Door(now=lambda: time[0])
    token = door.new_link().removeprefix("/open/")
    time[0] += 3601

    assert door.enter(token) is None


def test_a_session_ends():
    time = [1000.0]
    door = Door(now=lambda: time[0])
    session = door.enter(door.new_link().removeprefix("/open/"))

    assert door.knows(session)
    time[0] += 15 * 86_400
    assert not door.knows(session)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "", "[::2]:8765"])
def test_another_host_name_is_refused(client, host):
    answer = client.get("/api/studies", headers={"Host": host})

    assert answer.status_code == 403
    assert answer.json()["slug"] == "foreign"


def test_another_host_name_gets_no_page_either(server):
    with server.stranger() as stranger:
        assert stranger.get("/", headers={"Host": "evil.example"}).status_code == 403


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1", "[::1]:80", "LOCALHOST"])
def test_this_machine_is_known_by_its_names(host):
    assert is_local(host)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"X-Trellis": ""},
    ],
)
def test_a_write_from_elsewhere_is_refused(client, headers):
    answer = client.post("/api/studies", json={"title": "Planted"}, headers=headers)

    assert answer.status_code == 403
    assert answer.json()["slug"] == "foreign"
    assert client.get("/api/studies").json()["items"] == []


def test_a_form_of_another_site_is_refused(server, client):
    with httpx.Client(base_url=server.base, cookies=client.cookies) as form:
        answer = form.post("/api/studies", data={"title": "Planted"})

    assert answer.status_code == 403


def test_the_own_page_may_write(server, client):
    answer = client.post(
        "/api/studies", json={"title": "Mine"}, headers={"Origin": server.base, "Sec-Fetch-Site": "same-origin"}
    )

    assert answer.status_code == 201


@pytest.mark.parametrize("path", ["/", "/api/studies", "/api/nowhere", "/open/x", "/studies/roles/chart"])
def test_every_answer_carries_the_protecting_headers(client, path):
    headers = client.get(path).headers

    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_answers_of_the_api_are_not_kept_by_the_browser(client):
    assert client.get("/api/studies").headers["cache-control"] == "no-store"


def test_signing_out_ends_the_session(client):
    assert client.delete("/api/session").status_code == 204
    assert client.get("/api/session").status_code == 401


def test_a_restart_signs_nobody_out(library, tmp_path):
    kept = tmp_path / "sessions.json"
    with served(library, kept) as before, before.client() as client:
        cookie = client.cookies[cookie_name(before.base.removeprefix("http://"))]

    with served(library, kept) as after, after.stranger() as client:
        client.cookies.set(cookie_name(after.base.removeprefix("http://")), cookie)

        assert client.get("/api/session").status_code == 200


def test_what_is_kept_of_sessions_opens_nothing(tmp_path):
    kept = tmp_path / "sessions.json"
    door = Door(kept)
    session = door.enter(door.new_link().removeprefix("/open/"))

    assert session not in kept.read_text()
    assert not any(door.knows(word) for word in kept.read_text().split('"'))
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": "b"}', "\x00"])
def test_a_broken_list_of_sessions_is_an_empty_one(tmp_path, text):
    kept = tmp_path / "sessions.json"
    kept.write_text(text)

    assert not Door(kept).knows("a")
