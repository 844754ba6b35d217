"""The guards stand before every operation of the API: whoever adds a route cannot forget them."""

from __future__ import annotations

import json
import re
import socket

import httpx
import pytest
from scripts.make_openapi import TARGET

from tests.web.served import served
from trellis.web.security import cookie_name

PATHS = json.loads(TARGET.read_text("utf-8"))["paths"]
OPERATIONS = [
    (method.upper(), re.sub(r"\{[^}]*\}", "1", path))
    for path, item in PATHS.items()
    for method in item
    if method in {"get", "post", "put", "patch", "delete"}
]
READS = [(method, path) for method, path in OPERATIONS if method == "GET"]
WRITES = [(method, path) for method, path in OPERATIONS if method != "GET"]
IN_A_STUDY = [path for path, item in PATHS.items() if "{study}" in path and "get" in item]
FOREIGN = (
    {"Origin": "https://evil.example"},
    {"Sec-Fetch-Site": "cross-site"},
    {"X-Trellis": ""},
    {"Content-Type": "application/x-www-form-urlencoded", "X-Trellis": ""},
)


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    folder = tmp_path_factory.mktemp("guards")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("TRELLIS_HOME", str(folder / "home"))
        (folder / "library").mkdir()
        with served(folder / "library") as server:
            yield server


@pytest.fixture
def signed_in(running):
    """A browser that is let in; one that has signed out is not missed."""
    session = running.door.enter(running.door.new_link().removeprefix("/open/"))
    cookie = f"{cookie_name(running.base.removeprefix('http://'))}={session}"
    with httpx.Client(base_url=running.base, headers={"X-Trellis": "1", "Cookie": cookie}, timeout=60) as client:
        yield client


def test_there_are_operations_to_guard():
    assert len(READS) > 20
    assert len(WRITES) > 20


def test_no_operation_tells_anything_without_a_session(running):
    with running.stranger() as stranger:
        open_to_all = [one for one in OPERATIONS if stranger.request(*one).status_code != 401]

    assert open_to_all == []


def test_no_operation_answers_to_another_host_name(signed_in):
    answered = [
        one
        for one in OPERATIONS
        if signed_in.request(*one, headers={"Host": "rebound.evil.example"}).status_code != 403
    ]

    assert answered == []


@pytest.mark.parametrize(
    "headers", FOREIGN, ids=lambda given: " ".join(f"{name}={said}" for name, said in given.items())
)
def test_no_write_is_taken_from_another_site(signed_in, headers):
    taken = [one for one in WRITES if signed_in.request(*one, headers=headers).status_code != 403]

    assert taken == []


def test_no_write_takes_a_body_without_measure(running, signed_in):
    heads = ({"Content-Length": str(10**12)}, "413"), ({"Transfer-Encoding": "chunked"}, "422")
    taken = [
        (method, path, head)
        for method, path in WRITES
        for head, refused in heads
        if "/uploads/" not in path and answered(running, signed_in, method, path, head) != refused
    ]

    assert taken == []


def answered(running, signed_in, method, path, head):
    """The status that comes back although nothing of the body has been sent."""
    host, _, port = running.base.removeprefix("http://").partition(":")
    given = {"Host": f"{host}:{port}", "Connection": "close", "X-Trellis": "1", "Cookie": signed_in.headers["Cookie"]}
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {said}" for name, said in (given | head).items()), "", ""]
    with socket.create_connection((host, int(port)), timeout=60) as line:
        line.sendall("\r\n".join(lines).encode())
        return line.recv(64).split()[1].decode()


@pytest.mark.parametrize(
    "name", ["..", "../..", "..%2f..%2fetc%2fpasswd", "%2e%2e", "..%5c..%5cx", "a%00b", "~", ".hidden", "a%2fb", "%ff"]
)
def test_no_name_of_a_study_leads_out_of_the_library(signed_in, name):
    found = []
    for path in IN_A_STUDY:
        asked = re.sub(r"\{[^}]*\}", "1", path.replace("{study}", name))
        answer = signed_in.get(asked)
        # A name with a slash in it is another address, at which there is the page or nothing.
        found += [asked] if answer.status_code < 400 and not answer.text.startswith("<!doctype html>") else []

    assert found == []
