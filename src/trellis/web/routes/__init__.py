"""Routes, one module a noun: parse, one call of `study/`, answer."""
