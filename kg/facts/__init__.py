"""Facts: what the mentions of a page add up to, one family a file."""

from kg.facts.extract import extract

__all__ = ["extract"]
