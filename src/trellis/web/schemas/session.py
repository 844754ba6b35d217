"""Who is signed in."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.web.schemas.base import Given, Shown


class Session(Shown):
    """Who works, in which library, with which Trellis."""

    person: str
    library: str = Field(description="The folder in which the studies lie.")
    version: str


class PersonName(Given):
    """The name under which changes are recorded."""

    name: Annotated[str, Field(min_length=1, max_length=100, pattern=r"\S")]
