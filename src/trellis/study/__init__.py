"""What can be done to a study: one module per noun, one call one change."""
