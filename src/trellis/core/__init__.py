"""Records and rules of a Framework study. Standard library only."""
