"""Example studies: fiction, written for Trellis, CC0. Files, no code."""
