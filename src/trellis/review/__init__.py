"""The questions that a careful referee would ask, one module a family of rules, as plain functions over records."""
