"""Dropping files into the workbench."""

from __future__ import annotations

import uuid

INTERVIEW = (
    "INT: What is an ordinary day?\n\nP1: [00:00:12] There is no such thing. I drive, mostly.\n\n"
    "INT: Where to?\n\nP1: Wherever {name} is.\n"
)


def interviews(*names: str) -> dict[str, bytes]:
    return {f"{name}.txt": INTERVIEW.format(name=name).encode() for name in names}


def upload(client, files: dict[str, bytes], study: str = "roles") -> str:
    batch = uuid.uuid4().hex
    for n, (name, content) in enumerate(files.items()):
        answer = client.put(f"/api/studies/{study}/uploads/{batch}/{n}", params={"name": name}, content=content)
        assert answer.status_code == 200, answer.text
    return batch


def start(client, batch: str, study: str = "roles", headers=None, **how):
    return client.post(f"/api/studies/{study}/imports", json={"upload": batch, **how}, headers=headers)


def ended(server, job: str):
    """Waits until a job has ended; no clock is asked."""
    assert server.jobs.get(job).ended.wait(60)
