"""The panel: what its members said, and what was done about it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.web.schemas.base import Given, Key, Shown
from trellis.web.schemas.reading import Words


class PanelPointShown(Shown):
    """What a member of the panel said of a theme. did: what was done about it, null where nothing is answered."""

    k: Key
    theme: str
    theme_k: Key
    by: str
    said: str
    did: str | None


class PanelPointGiven(Given):
    """What a member of the panel said of a theme. by: what the member goes by; somebody new joins the study's panel."""

    theme: Key
    words: Annotated[Words, Field(min_length=1)]
    by: Annotated[str, Field(min_length=1, max_length=200)]


class PanelAnswerGiven(Given):
    """What was done about a point."""

    words: Annotated[Words, Field(min_length=1)]
