from __future__ import annotations

import pytest

from tests.web.served import served
from trellis.bootstrap import new_study


@pytest.fixture
def library(tmp_path, monkeypatch):
    """An empty library, with an installation of its own."""
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRELLIS_LIBRARY", str(tmp_path / "library"))
    monkeypatch.delenv("TRELLIS_PERSON", raising=False)
    monkeypatch.delenv("TRELLIS_PASSPHRASE", raising=False)
    folder = tmp_path / "library"
    folder.mkdir()
    return folder


@pytest.fixture
def server(library):
    with served(library) as running:
        yield running


@pytest.fixture
def client(server):
    with server.client() as signed_in:
        yield signed_in


@pytest.fixture
def roles(library):
    """The name of a study in the library, with nothing in it yet."""
    new_study(library / "roles.trellis", "New roles", "Ana").close()
    return "roles"
