"""Trellis: the open workbench for Framework analysis."""
