from __future__ import annotations

from fastapi.routing import APIRoute

from trellis.study.library import Library
from trellis.web.app import make_app, routers
from trellis.web.workspace import Workspace


def test_every_module_of_routes_is_served(tmp_path):
    app = make_app(Workspace(Library(tmp_path), "Ana"))
    served = set(app.openapi()["paths"])

    assert len(routers()) >= 5
    assert {
        f"/api{route.path}" for router in routers() for route in router.routes if isinstance(route, APIRoute)
    } <= served


def test_the_description_is_served_to_who_is_signed_in(server, client):
    with server.stranger() as stranger:
        assert stranger.get("/api/openapi.json").status_code == 401
    assert client.get("/api/openapi.json").json()["info"]["title"] == "Trellis"


def test_a_path_of_the_api_that_is_not_there_is_a_problem(client):
    answer = client.get("/api/nowhere")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_method_that_is_not_there_is_a_problem(client):
    answer = client.put("/api/studies", json={})

    assert answer.status_code == 405
    assert answer.headers["content-type"] == "application/problem+json"
