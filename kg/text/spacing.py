"""Spaces that stand for nothing: around the digits of a number or date (9 月 28 日), in names of two characters that
were set as wide as those of three (张 三), between all characters of a line; a ? where a space was
lost; and marks typed twice (，，).
"""

import re
from collections.abc import Iterator
from functools import cache

import rjieba

from kg.resources import data_file
from kg.text.draft import Cut
from kg.text.script import HAN

_UNITS = "年月日号时点分亿万千百余多名个所项家人位场次届期篇门类元%"
_SPACES = re.compile(
    rf" (?:(?<=[{HAN}] ) ?(?=\d{{1,8}}(?:[.,]\d{{1,4}})? {{1,2}}[{_UNITS}])"
    rf"|(?<=\d ) ?(?=[{_UNITS}])"
    r"|(?<=\d[年月] ) ?(?=\d{1,2} ?[月日])"
    rf"|(?:(?<=[{HAN}]\d )|(?<=[{HAN}]\d\d )|(?<=[{HAN}]\d\d\d ))(?=\d{{3}}[{HAN}]))"  # 1 200所
    rf"|\?(?:(?<= \?)|(?<=\n\?))\?*(?=[{HAN}\d“《])"  # a space or an indent that was lost
    r"|，(?=[，。；])|“(?=“)|”(?<=””)"  # marks typed twice
    rf"| (?<=[{HAN}] )(?=（\d)"  # 国培计划 （2013）
)
# 总 投 入 214.16 亿 元: single characters with a space between any two of them.
_SPREAD = re.compile(
    rf"(?<![{HAN}\w])[{HAN}] (?:(?:[{HAN}][，。、；：”）》]?|[“（《][{HAN}]|\d[\d.]{{0,12}}) ){{5,400}}(?=[{HAN}])"
)
_SPACE = re.compile(" ")
# 世界经 济与政治: a space where a line broke, in running text and apart from others.
_BROKEN = re.compile(
    rf"(?<=[{HAN}，、。；“”（])(?P<left>[{HAN}]{{1,8}}) (?P<right>[{HAN}]{{1,8}})(?=[{HAN}，、。；“”）])"
)


@cache
def _wide_names() -> re.Pattern[str]:
    """张 三 in a list, behind a post or 记者, before a post in a line; several with spaces between (李 敏 邱 琦)."""
    lines = data_file("lexicon/surnames.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    surname = "[" + "".join(row[0] for row in rows if len(row[0]) == 1 and row[2] in "12") + "]"
    name = rf"{surname} {{1,3}}[{HAN}]"
    return re.compile(
        rf"(?<=[、，：；（/长记任理席授士员者])(?P<gap> {{0,2}})(?P<names>{name}(?: {{1,3}}{name}){{0,9}})"
        r"(?=[ 、，。；）\n]|等|出席|参加|主持|致辞|讲话|陪同|\Z)"
        rf"|(?<=\n)(?P<of_line>{surname} {{1,3}}[{HAN}])(?= {{1,6}}[{HAN}]{{4,40}}[长任记席员事授士师监理（、，])"
    )


_PAIR = re.compile(rf"(?P<first>[{HAN}])(?P<space> {{1,3}})[{HAN}]")


_PAIRED = 4  # characters of two pieces that are too short to tell


def _is_broken(left: str, right: str) -> bool:
    """Whether a common word reaches over the space between two pieces, with one character in one: 经|济, 杂志|社."""
    at = 0
    for word, tag in rjieba.tag(left + right, False):
        end = at + len(word)
        if at < len(left) < end:
            alone = 1 in (len(left) - at, end - len(left)) and not tag.startswith(("nr", "ns"))
            return alone and at in _edges(left) and end - len(left) in _edges(right)
        at = end
    return False


def _edges(piece: str) -> set[int]:
    """Where the words of a piece of text begin and end, by the dictionary alone."""
    edges = {0}
    for word, _ in rjieba.tag(piece, False):
        edges.add(max(edges) + len(word))
    return edges


def find_spaces(text: str) -> Iterator[Cut]:
    """What to drop from a text whose spaces are plain ones, in order."""
    cuts = [match.span() for match in _SPACES.finditer(text)]
    if " " not in text:
        yield from (Cut(*span) for span in cuts)
        return
    for match in _wide_names().finditer(text):
        names = match.span("names" if match["names"] else "of_line")
        cuts += [pair.span("space") for pair in _PAIR.finditer(text, *names)]
    for match in _BROKEN.finditer(text):
        if len(match.group()) > _PAIRED and _is_broken(match["left"], match["right"]):
            cuts.append((match.end("left"), match.start("right")))
    for match in _SPREAD.finditer(text) if text.count(" ") > 5 else ():
        cuts += [space.span() for space in _SPACE.finditer(text, *match.span())]
    done = 0
    for start, end in sorted(set(cuts)):
        if start >= done:
            yield Cut(start, end)
            done = end
