"""The name of an event behind the verb that holds it: 召开|第三届某某论坛."""

import re

from kg.mentions.event_name import SESSION, ends_name, kind, last_of

_ROOM = re.compile(
    r"室|体育[馆场]|厅|中心|馆|纪要|议程|主题|由(?![^，。；由]{2,60}?(?:主持|召集|致辞|宣布))|代表|期间|精神|组委会|方案|通知|公报|工作人员|志愿者|主席|纪念|奖"
)
_TIMES = re.compile(r"(?:共|累计|达|近|超|约)?\d{1,9}(?:\.\d{1,4})?[万千百]?[余多]?[场次期届]")
# 举办|两场以上招聘会, 30余场招聘会: so many of a sort, and none by its name.
_MANY = re.compile(
    r"(?:共|累计|近|超|约)?(?:(?:\d{1,4}|[两二三四五六七八九十])[场次期]以上|[多数][十百]?[场次期]|\d{1,4}[余多][场次期])"
)
# 通过召开某某会等方式: what kinds of things are done.
_WAYS = re.compile("(?:、[^，。；]{1,30}?)?等(?:多种|各种|多样|一系列)?(?:方式|形式|途径|渠道|手段|举措|措施|载体)")
_SHOWN = re.compile("展[演示销品]")
_HEADS = re.compile(
    r"(?:的|了|以.{2,40}?为主?题的?|为期.{1,4}天的|主题[为是](?:“[^”]{2,60}”|.{2,40}?)的|题为|一场|一次|首场|隆重|盛大|本(?:学期|学年|年度|季度|月|周)|20\d\d年(?:度)?(?=第?[一二三四五六七八九十首]+[次届]))*"
)
# What ends the words after the verb: another thing done, another event held.
_PAST = re.compile(
    "了|等|(?<!合)并|获悉|听取|研究|审议|传达|学习贯彻|(?<=”)在[^，。]{2,20}(?:举行|召开|举办|开幕|启动)|[ 　]"
)
# As far as a clause goes, over what stands in brackets behind a title (《…意见》（云发〔2024〕1号，简称《意见》）新闻发布会).
_CLAUSE = re.compile("(?:(?<=》)（[^（）\\n]{1,60}）|[^，。；！？\\n])*+")


_NTH = re.compile("第[一二三四五六七八九十]{1,3}[次届][一-鿿]{0,8}会议?\\Z|第[一二三四五六七八九十]{1,3}次会议\\Z")
_IS_ONE = re.compile("，?(?:是|为|成为)一[次场项届]")  # 人才节由甲举办，是一次重大引才活动
_FAR = 400  # characters behind the verb
_LONGEST = 80  # characters of a name with what leads to it


def _is_list(text: str, start: int, end: int) -> bool:
    """Whether each of the words between 、 names an event: 甲捐赠仪式、乙与丙签约仪式、丁揭牌仪式."""
    return all(len(item) <= _LONGEST and ends_name(item, 0, len(item)) for item in text[start:end].split("、"))


def named_behind(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The event's name after the verb: up to the last word for an event before the clause ends."""
    if _IS_ONE.match(text, start):
        return None
    end = min(end, start + _FAR)
    clause = _CLAUSE.match(text, start, end)
    limit = clause.end() if clause else end
    if text.count("“", start, limit) > text.count("”", start, limit):  # a title in quotation marks may hold a comma
        close = text.find("”", limit, min(end, limit + 40))
        more = re.search(r"[，。；！？\n]", text[close:end]) if close > 0 else None
        if close > 0:
            limit = close + (more.start() if more else end - close)
    last = None
    for m in kind().finditer(text, start, limit):
        if last is not None and _PAST.search(text, last, m.start()):
            break
        if text.count("“", start, m.end()) > text.count("”", start, m.end()) and text[m.end() : m.end() + 1] != "”":
            continue
        if _SHOWN.match(text, m.end() - 1):
            continue
        if last is None and text[m.end() : m.end() + 1] == "由" and _NTH.search(text, start, m.end()):
            last = m.end()  # 召开的第一次会议|由校长组成理事会
            break
        if text[m.end() : m.end() + 1] not in "精筹员务" and not _ROOM.match(text, m.end()):
            last = m.end() + (text[m.end() : m.end() + 1] == "”" and "“" in text[start : m.start()])
    if last is None or _TIMES.match(text, last) or _WAYS.match(text, last) or _MANY.match(text, start):
        return None
    if session := SESSION.match(text, last, limit):
        last = session.end()  # 系列新闻发布会|某市专场
    if last - start > _LONGEST and (last - start > 3 * _LONGEST or not _is_list(text, start, last)):
        return None
    head = _HEADS.match(text[start:last])
    begin = start + (head.end() if head else 0)
    begin += text[begin] == "："
    begin += last_of(text[begin:last])
    if (colon := text.find("：", begin, last)) > 0 and ends_name(text, begin, colon):
        begin = colon + 1  # 两场仪式：〔名称〕和〔名称〕
    return (begin, last) if last - begin >= 2 else None
