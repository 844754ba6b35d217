from __future__ import annotations

import httpx
import pytest

from tests.web.served import served
from trellis.web import pages


@pytest.fixture
def built(tmp_path, monkeypatch):
    """A page as the build leaves it."""
    static = tmp_path / "static"
    (static / "assets").mkdir(parents=True)
    (static / "index.html").write_text("<!doctype html><title>Trellis</title>")
    (static / "assets" / "app-1a2b.js").write_text("go()")
    (static / "icon.svg").write_text("<svg/>")
    (tmp_path / "secret.txt").write_text("secret")
    monkeypatch.setattr(pages, "STATIC", static)
    return static


@pytest.fixture
def visitor(built, library):
    with served(library) as server, httpx.Client(base_url=server.base) as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/studies/roles/chart", "/anything/else?x=1"])
def test_the_page_routes_by_itself(visitor, path):
    answer = visitor.get(path)

    assert answer.text.startswith("<!doctype html><title>Trellis")
    assert answer.headers["cache-control"] == "no-cache"


def test_files_with_a_digest_in_their_name_are_kept_for_ever(visitor):
    answer = visitor.get("/assets/app-1a2b.js")

    assert answer.text == "go()"
    assert "immutable" in answer.headers["cache-control"]
    assert "javascript" in answer.headers["content-type"]


def test_other_files_are_asked_for_again(visitor):
    assert visitor.get("/icon.svg").headers["cache-control"] == "no-cache"


def test_a_file_of_an_older_build_is_not_found(visitor):
    assert visitor.get("/assets/app-old.js").status_code == 404


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "/%00"])
def test_nothing_outside_the_build_is_served(visitor, path):
    assert "secret" not in visitor.get(path).text


def test_without_a_build_the_page_says_how_to_make_it(library, tmp_path, monkeypatch):
    monkeypatch.setattr(pages, "STATIC", tmp_path / "nothing")
    with served(library) as server, httpx.Client(base_url=server.base) as client:
        answer = client.get("/")

    assert answer.status_code == 503
    assert "npm run build" in answer.text


def test_whoever_is_in_already_may_follow_an_old_link(server, client):
    link = server.door.new_link()
    client.get(link)

    assert client.get(link).status_code == 303
