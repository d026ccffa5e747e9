"""The graph over HTTP: SPARQL, linked data, and pages for people."""
