"""A study with two interviews and a framework in the library, for the routes of reading and indexing. Fiction."""

from __future__ import annotations

import pytest

from tests.study.indexed_study import filled
from trellis.bootstrap import new_study


class Indexed:
    """The study's address, and the keys that its routes are asked with."""

    def __init__(self, client) -> None:
        self.client = client
        self.base = "/api/studies/index"
        self.sources = {one["name"]: one["k"] for one in client.get(f"{self.base}/reading").json()}
        self.themes = {one["name"]: one["k"] for one in client.get(f"{self.base}/framework").json()["themes"]}

    def get(self, path: str, **query):
        return self.client.get(f"{self.base}{path}", params=query)

    def post(self, path: str, **given):
        return self.client.post(f"{self.base}{path}", json=given)

    def beside(self, name: str) -> dict:
        return self.get(f"/reading/{self.sources[name]}/beside").json()

    def code(self, name: str, start: int, end: int, *themes: str):
        keys = [self.themes[theme] for theme in themes]
        return self.post(f"/reading/{self.sources[name]}/codings", start=start, end=end, themes=keys)


@pytest.fixture
def index(library, client):
    with new_study(library / "index.trellis", "Index", "Ana") as study:
        filled(study)
        study.index.rule("walking", "walk OR walked", "1.2")
        study.index.suggest("walking", widen="hit")
    return Indexed(client)
