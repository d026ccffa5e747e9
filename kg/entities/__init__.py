"""Entities: identity across articles."""

from kg.entities.identify import identify

__all__ = ["identify"]
