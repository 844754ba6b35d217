"""The seven operations on a framework, as rules: which themes change, and what is refused.

Each takes the tree as it is and gives the outcome; nothing is written here. What an operation does to
codings and cells stands in `framework_merging` and with the use case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trellis.core.errors import AlreadyThere, Invalid
from trellis.core.framework import Operation, Theme, ThemeState
from trellis.core.framework_tree import Spot, Tree
from trellis.core.framework_wording import Rewording, Wording, means_otherwise, proper_name, reworded
from trellis.core.keys import Key
from trellis.core.order import between, spread


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of an operation on one theme: where it went, and what it was before."""

    kind: Operation
    theme: Key
    into: tuple[Key, ...] = ()
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an operation makes of the themes.

    pairs: themes that change, before and after. made: new themes. records: one for each theme that it is about.
    redefined: themes of which something else is meant now, so that their codings and cells want another look.
    """

    pairs: tuple[tuple[Theme, Theme], ...] = ()
    made: tuple[Theme, ...] = ()
    records: tuple[Record, ...] = ()
    redefined: frozenset[Key] = frozenset()

    def applied(self, tree: Tree) -> Tree:
        """The tree after the operation."""
        after = tree.themes | {new.k: new for _, new in self.pairs} | {new.k: new for new in self.made}
        return Tree(after.values())


def was(tree: Tree, theme: Theme) -> tuple[str, ...]:
    """What a theme is now, for the record: name, definition, include, exclude, parent as text, number, example, origin.

    Then its state.
    """
    parent = "" if theme.parent is None else tree.label(theme.parent)
    said = (theme.name, theme.definition, theme.include, theme.exclude, parent)
    return (*said, tree.number(theme.k), theme.example, theme.origin.value, theme.state.value)


def new_theme(k: Key, words: Wording, parent: Key | None, pos: str, state: ThemeState = ThemeState.ACTIVE) -> Theme:
    """A theme that has not been written yet."""
    return Theme(
        k,
        0,
        parent,
        pos,
        proper_name(words.name),
        words.definition,
        words.include,
        words.exclude,
        words.example,
        words.origin,
        state,
        0,
    )


def _require_new_name(tree: Tree, parent: Key | None, name: str, but: frozenset[Key] = frozenset()) -> None:
    for theme in tree.children(parent):
        if theme.k not in but and theme.name.casefold() == name.casefold():
            message = f"{tree.label(theme.k)} is there already; give another name, or redefine that theme"
            raise AlreadyThere(message)


def add(tree: Tree, k: Key, words: Wording, spot: Spot) -> Outcome:
    """A new theme at a spot. Raises AlreadyThere if a sibling has the name."""
    pos = tree.position(spot)
    made = new_theme(k, words, spot.parent, pos)
    _require_new_name(tree, spot.parent, made.name)
    return Outcome(made=(made,), records=(Record(Operation.ADD, k),))


def open_code(tree: Tree, k: Key, words: Wording) -> Theme:
    """A label of open coding, behind the other codes, not written yet. Raises AlreadyThere for the name of a code."""
    codes = tree.codes()
    made = new_theme(k, words, None, between(codes[-1].pos if codes else None, None), ThemeState.CODE)
    taken = next((code for code in codes if code.name.casefold() == made.name.casefold()), None)
    if taken is not None:
        message = f"there is an open code “{taken.name}” already; index under it, or give another name"
        raise AlreadyThere(message)
    return made


def place(tree: Tree, k: Key, spot: Spot) -> Outcome:
    """An open code becomes a theme, at a spot; its codings stay. Recorded as added. Raises Invalid, AlreadyThere."""
    code = tree.themes[k]
    if code.state is not ThemeState.CODE:
        message = f"{tree.label(k)} is not an open code; a theme that is in the framework is moved"
        raise Invalid(message)
    _require_new_name(tree, spot.parent, code.name)
    placed = replace(code, parent=spot.parent, pos=tree.position(spot), state=ThemeState.ACTIVE)
    return Outcome(((code, placed),), records=(Record(Operation.ADD, k, was=was(tree, code)),))


def rename(tree: Tree, k: Key, name: str) -> Outcome:
    """Another name for the same thing; codings and cells are left alone. Raises AlreadyThere, Invalid."""
    theme = tree.require_usable(k, "be renamed")
    renamed = replace(theme, name=proper_name(name))
    _require_changed(tree, theme, renamed, "name")
    if theme.state is ThemeState.ACTIVE:
        _require_new_name(tree, theme.parent, renamed.name, frozenset({k}))
    return Outcome(((theme, renamed),), records=(Record(Operation.RENAME, k, was=was(tree, theme)),))


def _require_changed(tree: Tree, before: Theme, after: Theme, what: str) -> None:
    if before == after:
        message = f"{tree.label(before.k)} has this {what} already; nothing was changed"
        raise Invalid(message)


def redefine(tree: Tree, k: Key, words: Rewording, *, wording_only: bool = False) -> Outcome:
    """Other words for what belongs under a theme.

    If definition, include or exclude change, its codings are to be checked again, unless only the wording
    was mended (`wording_only`). A name that is given is changed as well. Raises Invalid, AlreadyThere.
    """
    theme = tree.require_usable(k, "be redefined")
    after = reworded(theme, words)
    _require_changed(tree, theme, after, "definition")
    records = [Record(Operation.REDEFINE, k, was=was(tree, theme))]
    if after.name != theme.name:
        _require_new_name(tree, theme.parent, after.name, frozenset({k}))
        records.append(Record(Operation.RENAME, k, was=was(tree, theme)))
    otherwise = means_otherwise(theme, after) and not wording_only
    return Outcome(((theme, after),), records=tuple(records), redefined=frozenset({k} if otherwise else ()))


def move(tree: Tree, k: Key, spot: Spot) -> Outcome:
    """A theme, with all that is under it, to another place; codings and cells are left alone. Raises Invalid."""
    theme = tree.require_active(k, "be moved")
    if spot.parent is not None and tree.is_below(spot.parent, k):
        message = f"{tree.label(k)} cannot be moved under {tree.label(spot.parent)}, which is a part of it"
        raise Invalid(message)
    if spot.after == k:
        message = f"{tree.label(k)} cannot come after itself; name the sibling before it"
        raise Invalid(message)
    moved = replace(theme, parent=spot.parent, pos=tree.position(spot, leaving=k))
    return Outcome(((theme, moved),), records=(Record(Operation.MOVE, k, was=was(tree, theme)),))


def split(tree: Tree, k: Key, into: Sequence[tuple[Key, Wording]], sub_themes_to: Key | None = None) -> Outcome:
    """New themes at the place of an old one, whose codings wait to be allocated, never guessed.

    sub_themes_to: the new theme that takes the old one's sub-themes. Raises Invalid, AlreadyThere.
    """
    theme = tree.require_usable(k, "be split")
    if len(into) < 2:
        message = f"{tree.label(k)} is to be split into {len(into)}; a split needs two themes or more"
        raise Invalid(message)
    names = [proper_name(words.name).casefold() for _, words in into]
    if len(set(names)) < len(names):
        message = f"the themes that {tree.label(k)} is split into have the same name twice; name them apart"
        raise AlreadyThere(message)
    for _, words in into:
        _require_new_name(tree, theme.parent, proper_name(words.name), frozenset({k}))
    under = tree.children(k)
    if under and sub_themes_to not in {new for new, _ in into}:
        message = (
            f"{tree.label(k)} has sub-themes ({', '.join(tree.label(sub.k) for sub in under)}); "
            "say which of the new themes takes them, or move them first"
        )
        raise Invalid(message)
    siblings = tree.children(theme.parent) if theme.state is ThemeState.ACTIVE else tree.codes()
    high = next((other.pos for other in siblings if other.pos > theme.pos), None)
    places = spread(len(into), theme.pos, high)
    made = [
        new_theme(new, words, theme.parent, pos, theme.state) for (new, words), pos in zip(into, places, strict=True)
    ]
    kept = [(sub, replace(sub, parent=sub_themes_to)) for sub in under]
    return Outcome(
        ((theme, replace(theme, state=ThemeState.SPLIT)), *kept),
        tuple(made),
        (Record(Operation.SPLIT, k, tuple(new for new, _ in into), was(tree, theme)),),
    )


def merge(tree: Tree, themes: Sequence[Key], keeps: Key, words: Rewording) -> Outcome:
    """One theme of several: `keeps` stays where it stands and takes the others' codings, cells and sub-themes.

    Raises Invalid if it would go into itself or into one of its own sub-themes, AlreadyThere for a taken name.
    """
    kept = tree.require_usable(keeps, "take others in")
    gone = [tree.require_usable(k, "be merged") for k in dict.fromkeys(themes) if k != keeps]
    if not gone:
        message = f"{tree.label(keeps)} cannot be merged with itself; name at least one other theme"
        raise Invalid(message)
    for theme in gone:
        if tree.is_below(keeps, theme.k):
            message = (
                f"{tree.label(theme.k)} cannot be merged into {tree.label(keeps)}, its own sub-theme; "
                f"keep {tree.label(theme.k)}, or move {tree.label(keeps)} out first"
            )
            raise Invalid(message)
        if kept.state is ThemeState.CODE and theme.state is ThemeState.ACTIVE:
            message = f"{tree.label(theme.k)} cannot be merged into the open code {tree.label(keeps)}; keep the theme"
            raise Invalid(message)
    after = reworded(kept, words)
    if after.name != kept.name:
        _require_new_name(tree, after.parent, after.name, frozenset({keeps, *(theme.k for theme in gone)}))
    records = [Record(Operation.MERGE, theme.k, (keeps,), was(tree, theme)) for theme in gone]
    if after != kept:
        records.append(Record(Operation.MERGE, keeps, (keeps,), was(tree, kept)))
    pairs = [(kept, after), *((theme, replace(theme, state=ThemeState.MERGED)) for theme in gone)]
    return Outcome((*pairs, *_adopted(tree, gone, keeps)), (), tuple(records), frozenset({keeps, *(t.k for t in gone)}))


def _adopted(tree: Tree, gone: list[Theme], keeps: Key) -> list[tuple[Theme, Theme]]:
    """Sub-themes of what goes, behind those of what stays."""
    going = {theme.k for theme in gone}
    orphans = [sub for theme in gone for sub in tree.children(theme.k) if sub.k not in going and sub.k != keeps]
    own = [sub for sub in tree.children(keeps) if sub.k not in going]
    places = spread(len(orphans), own[-1].pos if own else None)
    return [(sub, replace(sub, parent=keeps, pos=pos)) for sub, pos in zip(orphans, places, strict=True)]


def retire(tree: Tree, k: Key, *, with_sub_themes: bool = False) -> Outcome:
    """A theme out of use; its codings stay readable and out of new charts.

    Raises Invalid if it has sub-themes in use and they are not to go with it.
    """
    theme = tree.require_usable(k, "be retired")
    under = tree.below(k)
    if under and not with_sub_themes:
        message = (
            f"{tree.label(k)} has sub-themes in use ({', '.join(tree.label(sub.k) for sub in under)}); "
            "retire them with it, or move them first"
        )
        raise Invalid(message)
    going = [theme, *under]
    return Outcome(
        tuple((old, replace(old, state=ThemeState.RETIRED)) for old in going),
        records=tuple(Record(Operation.RETIRE, old.k, was=was(tree, old)) for old in going),
    )
