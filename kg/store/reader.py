"""Which reader made a store: a hash of all that decides what an article is read as, and how that is written."""

import hashlib
from functools import cache
from importlib.metadata import version

from kg.resources import PACKAGE, data_file, ontology_file

_ROOMS = ("text", "reading", "mentions", "facts", "entities", "rdf")
_LIBRARIES = ("opencc", "rjieba")


@cache
def fingerprint() -> str:
    """64 hexadecimal digits: the same for the same code, word lists and libraries, wherever they are installed."""
    found = hashlib.sha256()
    files = {path.relative_to(PACKAGE).as_posix(): path for room in _ROOMS for path in (PACKAGE / room).rglob("*.py")}
    files["model.py"] = PACKAGE / "model.py"
    files |= {f"data/{path.name}": path for path in data_file("lexicon").glob("*.tsv")}
    files["themes.ttl"] = ontology_file("themes.ttl")
    for name, path in sorted(files.items()):
        found.update(f"{name}\0".encode() + path.read_bytes() + b"\0")
    for library in _LIBRARIES:
        found.update(f"{library} {version(library)}\0".encode())
    return found.hexdigest()
