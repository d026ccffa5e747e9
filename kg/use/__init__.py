"""What one does with a graph: ask, export, look at it, check it."""
