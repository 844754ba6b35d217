"""Lenses that come with Trellis, each as operationalised by Trellis after its sources. Files, no code."""
