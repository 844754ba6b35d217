"""A lens of two axes, small enough for random deeds to judge under. `{n}` is its version."""

from __future__ import annotations

A_LENS = """format = 1
id = "a-lens"
title = "A lens"
version = "{n}"
question = "What is it?"
units = ["case", "role"]
[rule]
kind = "two axes"
down = "pay"
across = "contact"
[[dimension]]
id = "pay"
question = "How much?"
values = ["low", "high"]
[[dimension]]
id = "contact"
question = "How often?"
values = ["none", "some"]
[[outcome]]
down = "low"
across = "some"
"""
