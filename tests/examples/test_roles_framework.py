"""The versions of the framework of the roles study follow from each other by its operations."""

from __future__ import annotations

import tomllib

import pytest

from tests.examples.roles_files import ROLES, Row, read_framework

THEME_FIELDS = ("name", "definition", "include", "exclude", "example", "origin")


class Tree:
    """A framework as the rules at the head of operations.toml see it: children in order, names to find them by."""

    def __init__(self, themes: list[Row]) -> None:
        self.fields: dict[str, Row] = {}
        self.children: dict[str, list[str]] = {"": []}
        for theme in themes:
            self.put(theme["number"], theme, theme["number"].rpartition(".")[0], None)

    def put(self, key: str, fields: Row, parent: str, place: int | None) -> None:
        self.fields[key] = {name: fields.get(name, "") for name in THEME_FIELDS}
        self.children.setdefault(key, [])
        siblings = self.children[parent]
        siblings.insert(len(siblings) if place is None else place, key)

    def take(self, key: str) -> tuple[str, int]:
        parent = next(p for p, keys in self.children.items() if key in keys)
        place = self.children[parent].index(key)
        self.children[parent].pop(place)
        return parent, place

    def behind(self, parent: str, sibling: str) -> int:
        return self.children[parent].index(sibling) + 1 if sibling else 0

    def change(self, key: str, fields: Row) -> None:
        self.fields[key] |= {name: fields[name] for name in THEME_FIELDS if name in fields}

    def apply(self, operation: dict) -> None:
        getattr(self, operation["kind"])(operation)

    def add(self, operation: dict) -> None:
        parent = operation["parent"]
        self.put(operation["name"], operation, parent, self.behind(parent, operation["after"]))

    def move(self, operation: dict) -> None:
        self.take(operation["theme"])
        parent = operation["parent"]
        self.children[parent].insert(self.behind(parent, operation["after"]), operation["theme"])

    def rename(self, operation: dict) -> None:
        self.change(operation["theme"], operation)

    redefine = rename

    def split(self, operation: dict) -> None:
        parent, place = self.take(operation["theme"])
        for step, new in enumerate(operation["into"]):
            self.put(new["name"], new, parent, place + step)

    def merge(self, operation: dict) -> None:
        for theme in operation["themes"]:
            if theme != operation["keeps"]:
                self.take(theme)
        self.change(operation["keeps"], operation)

    def retire(self, operation: dict) -> None:
        self.take(operation["theme"])

    def numbered(self, key: str = "", number: str = "") -> list[Row]:
        rows: list[Row] = []
        for place, child in enumerate(self.children[key], start=1):
            own = f"{number}.{place}" if number else str(place)
            rows += [{"number": own, **self.fields[child]}, *self.numbered(child, own)]
        return rows


def read_operations(name: str = "operations.toml") -> list[dict]:
    return tomllib.loads((ROLES / name).read_text(encoding="utf-8"))["operation"]


@pytest.mark.parametrize("version", ["v0", "v1", "v2", "v4"])
def test_numbers_of_a_framework_are_positions(version: str) -> None:
    themes = read_framework(version)

    assert [row["number"] for row in Tree(themes).numbered()] == [theme["number"] for theme in themes]


@pytest.mark.parametrize("version", ["v0", "v1", "v2", "v4"])
def test_every_main_theme_ends_in_other(version: str) -> None:
    themes = read_framework(version)
    last = {theme["number"].partition(".")[0]: theme["name"] for theme in themes}

    assert set(last.values()) == {"Other"}


def test_operations_lead_from_v0_to_v1() -> None:
    tree = Tree(read_framework("v0"))

    for operation in read_operations("operations-v1.toml"):
        tree.apply(operation)

    assert tree.numbered() == read_framework("v1")


def test_a_list_from_the_proposal_has_nothing_that_came_of_the_interviews() -> None:
    assert {theme["origin"] for theme in read_framework("v0")} == {"a priori"}


def test_operations_lead_from_v1_to_v2() -> None:
    tree = Tree(read_framework("v1"))

    for operation in read_operations():
        tree.apply(operation)

    assert tree.numbered() == read_framework("v2")


def test_operations_lead_from_v2_over_v3_to_v4() -> None:
    tree = Tree(read_framework("v2"))

    for operation in [*read_operations("long/definition-change.toml"), *read_operations("operations-v4.toml")]:
        tree.apply(operation)

    assert tree.numbered() == read_framework("v4")


def test_all_seven_kinds_of_operation_occur_with_a_reason_and_a_person() -> None:
    operations = read_operations()

    kinds = {operation["kind"] for operation in operations}

    assert kinds == {"add", "rename", "redefine", "move", "split", "merge", "retire"}
    assert all(operation["reason"] and operation["who"] for operation in operations)
