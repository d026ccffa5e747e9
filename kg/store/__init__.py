"""Where graphs live: embedded, or on a SPARQL server."""
