"""Graphs that are kept: a store on disk that takes changes (`embedded`), and those of other servers."""
