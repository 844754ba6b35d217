"""Questions to a study that need more than one table: columns and pages out, one module a noun."""
