"""Names as they stand in the picture: cleaned for display, wrapped into lines, with their width in em."""

LINE_EM = 10.0  # a label wraps at about ten Chinese characters
MAX_LINES = 3
_NO_START = frozenset("》”’）〉」』】、，。；：！？·…)]},.;:!?%％")
_NO_END = frozenset("《“‘（〈「『【([{")
_NARROW_EM = 0.58
_FIRST_WIDE = 0x1100  # from Hangul Jamo on, scripts are drawn as wide as they are high
_WIDE_PUNCTUATION = frozenset("“”‘’…—·")


def width(text: str) -> float:
    """The width of `text` in em: 1 for a Chinese character, about half for a Latin one."""
    return sum(1.0 if ord(c) >= _FIRST_WIDE or c in _WIDE_PUNCTUATION else _NARROW_EM for c in text)


def _pieces(text: str) -> list[str]:
    """What may not be torn apart: Latin words and numbers, a character with the punctuation that clings to it."""
    pieces: list[str] = []
    for char in text:
        word = char.isascii() and char.isalnum()
        glued = bool(pieces) and (
            char in _NO_START
            or pieces[-1][-1] in _NO_END
            or (word and pieces[-1][-1].isascii() and pieces[-1][-1].isalnum() and len(pieces[-1]) < LINE_EM)
        )
        if glued and width(pieces[-1] + char) <= LINE_EM:
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def wrap(text: str, line_em: float = LINE_EM, max_lines: int = MAX_LINES) -> tuple[str, ...]:
    """`text` in at most `max_lines` lines of about equal length; what does not fit ends in …."""
    total = width(text)
    wanted = max(1, min(max_lines, -int(-total // line_em)))
    limit = min(line_em, max(total / wanted + 0.8, 4.0))  # lines of like length: 12 characters are 6 + 6, not 10 + 2
    lines = [""]
    for piece in _pieces(text):
        if lines[-1] and width(lines[-1] + piece) > limit and len(lines) <= max_lines:
            lines.append("")
        lines[-1] += piece
    if len(lines) > max_lines or width(lines[-1]) > line_em + 1:
        lines = lines[:max_lines]
        last = lines[-1]
        while width(last) > line_em - 1:
            last = last[:-1]
        lines[-1] = last + "…"
    return tuple(line.strip() for line in lines)
