"""The signs by which a line of a news page shows what it is for: the rows of page_lines.tsv, and some that need code.

They are written for repaired text: full-width punctuation, simplified script. Every repeat is bounded.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from kg.model import LineRole
from kg.resources import data_file
from kg.text.script import HAN

LONGEST_HEADING = 45
LONGEST_SIGN = 200
"""Lines longer than this are paragraphs, whatever words they begin with (but see NOTICE)."""

HAN_CHARACTER = re.compile(f"[{HAN}]")
ENDED = re.compile("。|[；…][”’）】》]*$|[！？]”?$")
SENTENCE = re.compile("[。！？]")
PARTS = re.compile("[。！？]")
GOES_ON = re.compile("[；，、：]$")


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern that settles the role of a line, with a line that shows it."""

    role: LineRole
    pattern: re.Pattern[str]
    example: str
    anchored: bool  # every alternative begins with ^: `search` would try each place of the line in vain
    shows: Callable[[str], re.Match[str] | None]  # whether a line has the sign


_NO_SYNTAX = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]")  # escaped characters and sets of them


@cache
def signs() -> tuple[Sign, ...]:
    """The rows of the table, in order."""
    text = data_file("lexicon/page_lines.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    defined = {row[0].removeprefix("define "): row[1] for row in rows if row[0].startswith("define ")}
    return tuple(_sign(row[0], _filled(row[1], defined), row[2]) for row in rows if not row[0].startswith("define "))


def _sign(role: str, pattern: str, example: str) -> Sign:
    compiled, anchored = re.compile(pattern), _is_anchored(pattern)
    return Sign(LineRole(role), compiled, example, anchored, compiled.match if anchored else compiled.search)


@cache
def captions() -> tuple[Sign, ...]:
    """Those of captions, which may be sentences."""
    return tuple(sign for sign in signs() if sign.role is LineRole.CAPTION)


def _is_anchored(pattern: str) -> bool:
    """Whether every alternative of a pattern begins with ^."""
    depth, begins = 0, True
    for c in _NO_SYNTAX.sub("x", pattern):
        if begins and c != "^":
            return False
        depth += (c == "(") - (c == ")")
        begins = c == "|" and depth == 0
    return True


def _filled(pattern: str, defined: dict[str, str]) -> str:
    for name, meaning in defined.items():
        pattern = pattern.replace(f"<{name}>", meaning)
    return pattern


@cache
def _photo() -> str:
    text = data_file("lexicon/page_lines.tsv").read_text(encoding="utf-8")
    return next(line.split("\t")[1] for line in text.splitlines() if line.startswith("define photo\t"))


NOTICE = re.compile(
    r"[【（★※*·■● \[]{0,3}(?:特别|版权|免责|郑重|重要|转载|侵权|本网|本站|网站|法律)(?:声明|提示|告知|提醒)"
    r"[】）\]]? ?(?:[：:]|$)"
    r"|[【（★※* \[]{0,3}声明[】）\]]? ?[：:]"
    r"|[【（★※* \[]{0,3}(?:凡(?:本[网站]|注明|标注|未注明|来源|转载)|本[网站]|本平台|本文|本稿件|以上(?:内容|文章|图文)"
    r"|文章(?:来源|内容)|图文来源|内容来源).{0,60}(?:转载|授权|版权|立场|观点|侵权|证实|投资建议|网络|自媒体|删除|不代表|与本[网站]无关)"
    r"|[（【]?(?:转载请|未经.{0,20}(?:授权|许可|允许|同意)|如(?:有|涉及?|发现).{0,12}(?:侵权|版权)|如需转载|欢迎转载|Notice|免责|不得转载|违者"
    r"|.{0,20}(?:用户上传并发布|仅提供信息存储(?:空间)?服务)|请(?:尽快|及时)?与?(?:我们|本[网站])联系)"
)

_CRUMB = re.compile(
    r"(?:当前|所在|现在|浏览)的?(?:位置|栏目|页面)|^(?:您|你)(?:现在|当前)?(?:所)?(?:在|的位置)"
    r"|^(?:网站)?首页 ?[>›»/\-→·]|[>›»→] ?正文$"
)
# 某某学院 > 学院要闻: a site and one of its channels
_CHANNEL = re.compile("[^>›»→]{2,30} ?[>›»→]{1,2} ?[^>›»→]{0,10}(?:新闻|要闻|动态|资讯|公告|头条|快讯|速递|聚焦|专题)")
_ARROWS = re.compile("[>›»→]")


def is_breadcrumb(line: str) -> bool:
    """首页 > 新闻 > 正文"""
    if len(line) > 100 or SENTENCE.search(line):
        return False
    return bool(_CRUMB.search(line) or _CHANNEL.fullmatch(line)) or len(_ARROWS.findall(line)) >= 2


PICTURE = re.compile(
    "(?:现场|合影|留念|剪影|掠影|一角|揭牌|签约|合照|场景|全景|外景|致辞|讲话|发言|主持|报告|授牌|颁奖|参观|座谈|交流|仪式|签字)$"
)
ACTS = re.compile(
    f"(?:书记|主任|[局厅市县区州校院部处司科站所馆园社台行]长|主席|秘书长|董事长|总经理|总裁|会长|理事长|巡视员|调研员|校长助理)"
    f"[{HAN}·]{{2,12}}?(?:在|出席|主持|致|讲|发[言表]|宣布|宣读|代表|介绍|参加|作)"
)
"""Whoever holds a post does something: such a line tells as much as the article does, also below a picture."""
MARKED = re.compile("[▲△↑↓■▼◆] ?(?!.*(?:摄|供图|提供|资料图)[）)]?$)")
"""A line under a picture, with the sign that points at it and nobody who took it."""
AUTHOR = re.compile(f"(?:记者|通讯员|作者|编辑)?[ ：]?[{HAN}]{{2,5}}(?:[ 、][{HAN}]{{2,4}}){{0,5}}")
LINKS = re.compile(
    r"^\W{0,3}(?:相关|延伸|推荐|热门|热点|精彩|最新|往期|友情|猜你|为您推荐|上一|下一|上篇|下篇)|评论|版权所有|ICP备"
)
"""Below a line with one of these, after the article, nothing belongs to it."""
TAIL = re.compile(
    "相关|上一|下一|上篇|下篇|评论|编辑|责编|审核|声明|版权|转载|热门|推荐|最新|分享|关闭|打印|扫|来源|作者|供稿|撰稿|浏览"
)
"""Below a line with one of these, after the article, short lines are links and remarks."""


INNER_MARK = re.compile("[摄图（【\\[](?:(?<=[摄图])|(?<=[。！？”].)|(?<=[。！？”] .))")
"""A line without one of these has no parts that `inner` would find: no photographer, no bracket after a sentence."""


@cache
def inner() -> re.Pattern[str]:
    """The parts of a paragraph that are none of its text, as groups named by their role.

    A caption that was run into the sentence that follows (图为……。某某 摄“……), and what stands at the end:
    （记者 某某）, （完）, 【编辑：某某】.
    """
    photo = _photo()
    scene = "现场|合影|签约仪式|启动仪式|开幕式|座谈会|致辞|讲话|发言"
    caption = (
        rf"(?:^|(?<=[。！？”]))(?P<caption> ?(?:图为[^。！？]{{2,80}}|[^。！？，]{{0,30}}(?:{scene}))。"
        rf"[^。，：！？“”]{{0,24}}?{photo}(?:[）)]|(?= |[{HAN}“《]|$)) ?)"
    )
    writers = "记者|本报记者|本网记者|通讯员|作者|来源|稿源|文|图|图文|供稿|撰稿"
    byline = (
        rf"（(?:完|(?:{writers})[ ：:/／][^（）]{{1,60}}"
        rf"|[^（）。，；：、\d]{{2,8}}(?: [^（）。，；：、\d]{{2,4}}){{0,3}}"
        rf"|[^（）。，；]{{0,16}}(?:{writers})[ ：:/／][^（）。]{{2,60}})）"
    )
    editor = r"[【（\[](?:责任)?(?:编辑|责编|责任编辑|记者|作者|来源)[：: ][^】）\]]{1,30}[】）\]]?"
    return re.compile(rf"{caption}|(?<=[。！？”])(?P<source> ?(?:{byline} ?(?:{editor})?|{editor})[ |]{{0,3}})$")
