"""An article → a page: repaired, its lines told apart, cut into sentences, with title, day and publisher."""

import re
from datetime import date
from itertools import zip_longest

from kg.model import Article, LineRole, Page, Sentence
from kg.text import dates
from kg.text.layout import Block, lay_out
from kg.text.repair import repair
from kg.text.sentences import cut_sentences


def read_page(article: Article) -> Page:
    """The page of an article. Sentences are in order and never empty; those of headings and noise carry their role."""
    text, offsets = repair(article.text)
    blocks = lay_out(text)
    sentences = tuple(
        Sentence(start, end, block.role, block.paragraph)
        for block in blocks
        for start, end in cut_sentences(text, block.start, block.end)
    )
    dateline = _dateline(text, blocks)
    day = _published(text, blocks, dateline)
    return Page(
        article=article,
        text=text,
        offsets=offsets,
        sentences=sentences,
        title=_title(text, blocks),
        published=day.isoformat() if day else None,
        publisher=_publisher(text, blocks, dateline),
    )


def publication_year(page: Page) -> int | None:
    """The year in which a page was published, as far as the page says so."""
    return int(page.published[:4]) if page.published else None


_TITLE_EDGES = "·■★▲●◆○□☆※| "
# 标题_新闻频道_某某网
_TITLE_SITE = re.compile(r"(?:[_|丨]| [-—]{1,2} ?)[^_|丨，。]{2,16}(?:网|报|台|门户|频道|官网|新闻中心|要闻)\Z")


def _title(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The fullest of the headings above the first paragraph."""
    headings: list[str] = []
    for i, block in enumerate(blocks):
        if block.role is LineRole.BODY and not _is_greeting(block, blocks[i + 1 : i + 5]):
            break
        if block.role is LineRole.HEADING:
            headings.append(_TITLE_SITE.sub("", text[block.start : block.end].strip(_TITLE_EDGES)))
    return max(headings, key=len, default=None)


def _is_greeting(block: Block, following: tuple[Block, ...]) -> bool:
    """Whether a short paragraph is a site's own, above the title: a heading and a source line come next."""
    roles = [b.role for b in following if b.role is not LineRole.NOISE]
    return block.end - block.start < 60 and roles[:2] == [LineRole.HEADING, LineRole.SOURCE]


def _published(text: str, blocks: tuple[Block, ...], dateline: dates.Dateline | None) -> date | None:
    labelled: list[date] = []
    other: list[date] = []
    mastheads: list[date] = []
    for block in blocks:
        if block.role not in (LineRole.SOURCE, LineRole.NOISE) or block.end - block.start > 200:
            continue
        line = text[block.start : block.end]
        found = dates.find_dates(line)
        if block.role is LineRole.NOISE:
            mastheads += found if "出版" in line else []
        else:
            (labelled if dates.is_labelled(line) else other).extend(found)
    return dates.publication_day(labelled + other + mastheads, dateline)


def _dateline(text: str, blocks: tuple[Block, ...]) -> dates.Dateline | None:
    for block in blocks:
        if block.role is LineRole.BODY:
            found = dates.find_dateline(text[block.start : min(block.end, block.start + 80)])
            if found:
                return found
    return None


def _publisher(text: str, blocks: tuple[Block, ...], dateline: dates.Dateline | None) -> str | None:
    """来源：X; else who stands before the date; else the agency of the dateline; else who reports in their own name."""
    for block, following in zip_longest(blocks, blocks[1:]):
        if block.role is LineRole.SOURCE and block.end - block.start <= 200:
            name = dates.find_publisher(text[block.start : block.end])
            if name is None and following and dates.is_open_source(text[block.start : block.end]):
                name = dates.find_publisher("来源：" + text[following.start : min(following.end, following.start + 40)])
            if name:
                return name
    sources = (text[b.start : min(b.end, b.start + 60)] for b in blocks if b.role is LineRole.SOURCE)
    if outlet := next(filter(None, map(dates.find_outlet, sources)), None):
        return outlet
    if dateline and not dateline.agency.startswith("本"):
        return dateline.agency
    bodies = (text[b.start : min(b.end, b.start + 60)] for b in blocks if b.role is LineRole.BODY)
    return next(filter(None, map(dates.find_own_report, bodies)), None)
