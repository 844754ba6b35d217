"""House lints: pure functions from source text to a list of offences, each "line N: what, and what to do"."""
