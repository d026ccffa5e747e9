"""Text from an article as it may stand on a page, in one line."""

import unicodedata


def display(text: str) -> str:
    """`text` on one line, without control and format characters.

    Format characters include the bidirectional overrides (U+202E …), which would turn around what stands beside them.
    """
    kept = (_shown(char) for char in text)
    return " ".join("".join(kept).split())


def _shown(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    if category == "Cs":
        return "\N{REPLACEMENT CHARACTER}"
    return "" if category == "Cf" else char
