"""Where the files that ship with the package stand: in an installed wheel under kg/, in a checkout beside it."""

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


@cache
def folder(name: str) -> Path:
    """The folder `name` (data or ontology): kg/_data in a wheel, ../data in a checkout."""
    for candidate in (PACKAGE / f"_{name}", PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"policy-kg is not installed whole: neither {name}/ nor kg/_{name}/ is there")


def data_file(name: str) -> Path:
    """A file below data/, for example lexicon/titles.tsv."""
    return folder("data") / name


def ontology_file(name: str) -> Path:
    """A file below ontology/, for example policy-kg.ttl."""
    return folder("ontology") / name
