"""docs/lexicons.md is made from the heads of the word lists: `make docs` writes it; with --check this compares."""

import re
import sys
from pathlib import Path

from tools.pages import written

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "lexicons.md"
INTRODUCTION = """# The word lists

What `kg` knows of Chinese words stands in `data/lexicon/*.tsv`, one list a file; the patterns that use them are code.
You can read and change them with any editor: a tab between cells, one entry a line, `#` before a line of explanation.
Each file says at its head what it holds, where it comes from and what its columns are; this page is made from those
heads (`make docs`).

**To change one**: edit the file, run `make quick`, and run `make accuracy` to see what it does to the articles with
gold. `kg facts FILE --explain` names the rule and the words behind every fact. A word belongs in a list because the
language has it, never because one article does.

**What is checked**: every list is read when it is first used, and a row that can't be used stops the program with the
file, the line and what is wrong with it (`titles.tsv, line 12: 1 columns, at least 2 are needed`). `make test` reads
all of them.

| file | read by |
|---|---|
"""


def page() -> str:
    """The page as it should be."""
    files = sorted((ROOT / "data" / "lexicon").glob("*.tsv"))
    code = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "kg").rglob("*.py"))}
    rows, parts = [], []
    for file in files:
        lines = file.read_text(encoding="utf-8").splitlines()
        head = [line.removeprefix("#").strip() for line in lines if line.startswith("#")]
        users = [
            f"`{path.relative_to(ROOT)}`"
            for path, text in code.items()
            if re.search(rf"""["'/]{file.stem}(?:\.tsv)?["']""", text)
        ]
        rows.append(f"| [{file.name}](#{file.stem}) | {', '.join(users)} |")
        parts.append(f"## {file.stem}\n\n" + "\n".join(map(_escaped, head)))
    return INTRODUCTION + "\n".join(rows) + "\n\n" + "\n\n".join(parts) + "\n"


def _escaped(line: str) -> str:
    """A line of a head as Markdown, where <, | and * mean themselves."""
    return re.sub(r"([<|*_])", r"\\\1", line) + "  "


if __name__ == "__main__":
    sys.exit(written(PAGE, page()))
