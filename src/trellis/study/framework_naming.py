"""Naming a version of the framework. A shared step on an open change."""

from __future__ import annotations

from trellis.core.errors import AlreadyThere, Invalid
from trellis.core.framework import FrameworkVersion
from trellis.core.framework_versions import snapshot
from trellis.core.framework_wording import proper_name
from trellis.store.changes import Change
from trellis.study.framework_writing import tree_of
from trellis.study.resolve import folded


def named_version(change: Change, name: str, reason: str) -> FrameworkVersion:
    """Keeps the framework as it is under a name. Raises AlreadyThere, Invalid if it has no themes."""
    plain = proper_name(name)
    known = change.all(FrameworkVersion)
    if any(folded(version.name) == folded(plain) for version in known):
        message = f"the framework has a version “{plain}” already, and versions stay as they are; give another name"
        raise AlreadyThere(message)
    themes = snapshot(tree_of(change))
    if not themes:
        message = "the framework has no themes yet; add or import some before you name a version"
        raise Invalid(message)
    number = max((version.number for version in known), default=0) + 1
    version = FrameworkVersion(change.new_key(), 0, number, plain, reason, themes, change.person, change.at)
    change.insert(version)
    return version
