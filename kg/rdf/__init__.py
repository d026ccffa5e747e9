"""Entities and facts as RDF: N-Quads as the record of truth, everything else made from them."""
