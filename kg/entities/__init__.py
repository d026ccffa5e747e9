"""Entities: identity across articles."""
