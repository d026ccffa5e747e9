"""What each line of a page is for: body, heading, source line, caption or noise.

Pages of the genre are built alike: navigation and masthead, title, source line, paragraphs with headings and pictures
between them, then editors, notices, comment boxes and links. A line is judged by its words first, then by its place.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kg.model import LineRole
from kg.text import signs


class Block(NamedTuple):
    """The repaired characters [start, end) of one line, or of a part of it. Blank lines are no blocks.

    `paragraph` counts the lines that hold text, from 0.
    """

    start: int
    end: int
    role: LineRole
    paragraph: int


class _Line(NamedTuple):
    start: int
    end: int
    text: str
    role: LineRole | None = None  # None: only its place can tell

    def as_(self, role: LineRole | None) -> "_Line":
        """The line with another role."""
        return self if role is self.role else _Line(self.start, self.end, self.text, role)

    @property
    def is_long(self) -> bool:
        """A paragraph, by its looks: it ends like a sentence, or is too long for a heading."""
        return len(self.text) > signs.LONGEST_HEADING or (len(self.text) >= 12 and bool(signs.ENDED.search(self.text)))


_SHORTEST = 7  # characters of a sentence of its own: 副县长某某主持。


def lay_out(text: str) -> tuple[Block, ...]:
    """The blocks of a repaired text, in order."""
    lines = [line.as_(_role_of_words(line.text)) for line in _lines(text)]
    lines = _without_head(lines)
    lines = _placed(lines)
    lines = _without_repeats(lines)
    return tuple(_blocks(lines))


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    while start <= len(text):
        stop = text.find("\n", start)
        if stop < 0:
            stop = len(text)
        stripped = text[start:stop].strip(" ")
        if stripped:
            begin = text.index(stripped[0], start)
            yield _Line(begin, begin + len(stripped), stripped)
        start = stop + 1


def _role_of_words(line: str) -> LineRole | None:
    """The role that the words of the line settle, wherever it stands."""
    if len(line) <= signs.LONGEST_SIGN:
        is_sentence = len(line) >= 12 and bool(signs.SENTENCE.search(line))
        for sign in signs.captions() if is_sentence else signs.signs():
            if sign.shows(line):
                if sign.role is LineRole.CAPTION and signs.MARKED.match(line) and signs.ACTS.search(line):
                    return LineRole.BODY
                return None if sign.role is LineRole.CAPTION and _is_run_in(line) else sign.role
    if signs.NOTICE.match(line):
        return LineRole.NOISE
    if not signs.HAN_CHARACTER.search(line[:2000]):
        return LineRole.NOISE
    return None


def _is_run_in(line: str) -> bool:
    """Whether a caption at the start of the line is followed by the article's own text."""
    match = signs.inner().search(line)
    return bool(match and match["caption"] and len(line) - match.end() > 8)


def _without_head(lines: list[_Line]) -> list[_Line]:
    """What stands above the breadcrumb line belongs to the site, unless the article's own text stands there."""
    total = sum(len(line.text) for line in lines if line.role is None)
    above, end = 0, 0
    for i, line in enumerate(lines):
        if above >= total / 3:
            break
        if signs.is_breadcrumb(line.text):
            end = i + 1
        elif line.role is None:
            above += len(line.text)
    head = (line if line.role is LineRole.SOURCE else line.as_(LineRole.NOISE) for line in lines[:end])
    return [*head, *lines[end:]]


def _placed(lines: list[_Line]) -> list[_Line]:
    """The lines that their words leave open: headings, paragraphs, list items, names of authors, links below the end.

    The last line of a page may be cut off in the middle of a sentence."""
    result: list[_Line] = []
    body_seen = False
    ended = False
    in_list = False
    last = _last_line(lines)
    for i, line in enumerate(lines):
        role = line.role
        if i > last:
            role = role or LineRole.NOISE
        elif role is None:
            if line.is_long and not (ended and len(line.text) < 60 and not signs.SENTENCE.search(line.text)):
                role = LineRole.BODY
            elif ended:
                role = LineRole.NOISE
            elif in_list or (body_seen and (i == len(lines) - 1 or signs.GOES_ON.search(line.text))):
                role = LineRole.BODY
            elif body_seen and len(line.text) > _SHORTEST and line.text.endswith("。"):
                role = LineRole.BODY  # a sentence that fills a line by itself
            elif body_seen and signs.PICTURE.search(line.text):
                role = LineRole.BODY if signs.ACTS.search(line.text) else LineRole.CAPTION
            elif not body_seen and signs.AUTHOR.fullmatch(line.text) and _beside_source(lines, i):
                role = LineRole.SOURCE
            else:
                role = LineRole.HEADING
        if role is LineRole.BODY:
            body_seen = True
            ended = False
            in_list = line.text[-1] in "：:" or (in_list and not line.is_long)
        elif body_seen and role in (LineRole.NOISE, LineRole.SOURCE) and signs.TAIL.search(line.text):
            ended = True
        result.append(line.as_(role))
    return result


def _last_line(lines: list[_Line]) -> int:
    """The line where links to other pages begin, if the article stands above it; else the last line."""
    total = sum(len(line.text) for line in lines if line.role is None)
    above = 0
    for i, line in enumerate(lines):
        if line.role is None:
            above += len(line.text)
        elif (
            line.role is LineRole.NOISE
            and above >= total / 2
            and signs.LINKS.search(line.text)
            and not any(_is_told(below) for below in lines[i + 1 : i + 3])
        ):
            return i
    return len(lines) - 1


_TOLD = 80  # characters


def _is_told(line: _Line) -> bool:
    """Whether a line below 相关报道 is a paragraph of the page itself, and no link with the first words of another."""
    return (
        line.role is None
        and len(line.text) >= _TOLD
        and len(signs.SENTENCE.findall(line.text)) > 1
        and not line.text.endswith(("…", "]", "】", "详细", "全文"))
    )


def _beside_source(lines: list[_Line], i: int) -> bool:
    return any(lines[j].role is LineRole.SOURCE for j in (i - 1, i + 1) if 0 <= j < len(lines))


def _without_repeats(lines: list[_Line]) -> list[_Line]:
    """A line that was there before, whole or as sentences of one, is noise the second time."""
    seen: set[str] = set()
    result = []
    body_seen = False
    for line in lines:
        parts = {p for p in signs.PARTS.split(line.text) if len(p) >= 6}
        if line.role is not LineRole.NOISE and body_seen and (line.text in seen or (parts and parts <= seen)):
            line = line.as_(LineRole.NOISE)
        body_seen = body_seen or line.role is LineRole.BODY
        seen |= parts
        seen.add(line.text)
        result.append(line)
    return result


def _blocks(lines: list[_Line]) -> Iterator[Block]:
    for paragraph, line in enumerate(lines):
        role = line.role or LineRole.BODY
        if role is not LineRole.BODY:
            yield Block(line.start, line.end, role, paragraph)
            continue
        done = 0
        for start, end, part in _inner(line.text):
            if start > done:
                yield Block(line.start + done, line.start + start, role, paragraph)
            yield Block(line.start + start, line.start + end, part, paragraph)
            done = end
        if done < len(line.text):
            yield Block(line.start + done, line.end, role, paragraph)


def _inner(line: str) -> Iterator[tuple[int, int, LineRole]]:
    """The parts of a paragraph that are none of its text: captions run into it, the byline or editor at its end."""
    if not signs.INNER_MARK.search(line):
        return
    for match in signs.inner().finditer(line):
        role = LineRole(match.lastgroup) if match.lastgroup else LineRole.NOISE
        start, end = match.span(match.lastgroup or 0)
        yield start, end, role
