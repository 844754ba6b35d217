"""Migrations: how a study file of an older Trellis becomes one of today, history included."""
