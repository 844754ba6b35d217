"""Measures over columns: retrieval, crosstab, coverage."""
