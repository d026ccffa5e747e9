"""The names that titles stand beside: after a title, in a list that shares one, before a title, in a list before one."""

import re
from collections.abc import Iterator

from kg.mentions.common_word import in_dictionary, is_no_name, is_word
from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import words
from kg.mentions.person import Name, Namer
from kg.mentions.title import Title
from kg.mentions.trailing import lists_before

# What stands between a title and the name: 副院长（主持工作）甲, 创始人之一乙, 市长、我校杰出校友丙.
_ASIDE = re.compile(
    "（[^（）]{1,10}）(?=[一-鿿])|之一(?=[一-鿿])"
    "|[，、](?:(?:[我本]校|我院|[一-鿿]{2,10}(?:大学|学院))(?:[一-鿿]{0,10}\\d{2,4}[级届])?|[一-鿿]{0,10}\\d{2,4}[级届])[一-鿿]{0,8}?校友(?=[一-鿿])(?!会|总会|代表|企业|联络|办|工作|企业家)"
)
_WHEN = re.compile("[在当][^，。；、]{2,36}\\Z")
# 校长现为甲教授, 首任会长是乙
_IS = re.compile("(?:现[为是]|[为是](?![和于同从向由但都连全应能自来到]))(?=[一-鿿]{2})")
_HAN = re.compile("[一-鿿]")
_TOWARDS = frozenset("向对与和同由给为")  # before a surname with a title: 向姚局长
_NO_POST = ("rank", "press")
_POSTS = ("长", "书记", "主任", "主席", "总裁", "总经理", "主委", "负责人")
# 新闻发言人：某厅副厅长 甲: whatever stands in the slot is a name.
_LABEL = re.compile("(?:新闻发言人|主持人|发布人|发言人|主讲人|报告人|嘉宾|答记者问)：")
_LABELLED = 120  # characters of a line with a label
_REST = re.compile("[一-鿿·]{2,10}(?=[ 　]*(?:\\n|\\Z))")
_ADDRESSED = re.compile("先生|女士|小姐|同志|教授|博士|院士|老师")
# What stands after a surname where no name is given: 客户经理王女士.
_ONLY_ADDRESSED = re.compile("先生|女士|小姐|太太|师傅|总|某某?|[他她它我你您]们?")


_COMES_HERE = re.compile(
    "来[一-鿿]来[校院](?:视察|考察|调研)|来[京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇藏陕甘青宁港澳台](?:视察|考察|调研|指导|访问|检查)"
)
_IS_BODY = re.compile("研究[院所]|研究中心|[大中小]学(?!生)|学院|公司|集团|医院|协会|学会")


# 会长由郦某出任, 组长由李某某、王某担任
_BY = re.compile(
    "由(?:[一-鿿]{2,4}[、和]){0,4}[一-鿿]{2,4}(?:同志|教授|先生|女士)?(?:共同|分别|兼|继续)?(?:出任|担任|兼任|接任|当选|充任)"
)


def names(text: str, namer: Namer, titles: list[Title]) -> list[tuple[Name, Title]]:
    """Every name that a title stands beside, with that title; a list after one title shares it (副校长甲、乙)."""
    found: list[tuple[Name, Title]] = []
    title_starts = {t.start for t in titles}
    divisions = gazetteer().by_name
    for title in titles:
        position = title.end
        while position < len(text) and text[position] in " 　" and position - title.end < 2:
            position += 1
        spaced = position > title.end
        if text[position : position + 1] == "时" and _WHEN.search(text, max(0, title.start - 40), title.start):
            continue  # 在会见某国武官|时发表讲话
        if aside := _ASIDE.match(text, position):  # 副院长（主持工作）甲
            position = aside.end()
        elif not spaced and title.text.endswith(_POSTS) and (told := _IS.match(text, position)):  # 校长现为甲教授
            if namer.chinese.surname_at(title.start - 1) and not _HAN.match(text, title.start - 2):
                continue  # 殷院长为甲颁发聘书
            if told.group() == "为" and namer.before(title) is not None:
                continue  # 殷某某院长为甲颁发聘书
            position = told.end()
        if _COMES_HERE.match(text, position):
            continue  # 总书记|来川视察
        if position in title_starts or (position + 1 in title_starts and text[position] in "任兼原现"):
            continue  # 局长任顾问
        if text[position : position + 1] == "由" and _BY.match(text, position):
            position += 1  # 会长由|郦某出任
        end = namer.at(position, firm=spaced)
        if end is not None and text[position] == "任" and _is_placed(text, position + 1):
            continue  # 由甲区区长|任乙县县委书记
        if (
            end is not None
            and text[position] == "任"
            and is_word(text[position + 1 : end])
            and not namer.chinese.closed(end)
            and _post_near(title_starts, end)
        ):
            continue  # 辅导员任学堂管理员
        if end is not None and title.text == "代表" and _BODY_GOES_ON.match(text, end):
            continue  # 代表孔子学院发言
        if (
            end is not None
            and text[position:end] in words("countries.tsv")
            and (title.text == "代表" or spaced or not namer.chinese.closed(end))
        ):
            continue  # 代表|卢旺达总理
        if end is None and spaced and (last := namer.at(position)) and _ADDRESSED.match(text, last):
            end = last  # 党组成员 甲先生
        if (
            end is not None
            and not spaced
            and aside is None
            and position > title.end
            and not namer.chinese.ends_well(end)
        ):
            end = None  # 会长是否
        if end is None and spaced:
            end = _after_label(text, position)
        if (
            end
            and text[position] in "和与及同"
            and (namer.at(position + 1) == end or _is_office(text, end, title_starts))
        ):
            continue  # 甲副处长和张某副处长, 书记和教办主任
        surname = end == position + 2 and end in title_starts and text[position] in _TOWARDS
        if surname and (namer.before(title) is not None or _surname_before(namer, title.start)):
            continue  # 钱某某校长向姚局长汇报, 徐校长向庄书记汇报
        rule = "title+name"
        while end is not None and divisions.keys().isdisjoint(
            (text[position : end + 1], text[position:end])
        ):  # 代表崇明区
            called = text[position:end]
            if is_no_name(called) and (len(set(called)) == 1 or called[0] in "来抵和与及"):
                break  # 总书记|殷殷嘱托, 教师|来穗参加
            if _ONLY_ADDRESSED.fullmatch(text, position + 1, end) or _begins_a_word(namer, position, end):
                break
            if text[end : end + 1] in "的地" and in_dictionary(text[position:end]) and namer.before(title) is not None:
                break  # 习近平主席|卓越的…
            found.append((Name(position, end, text[position:end], rule), title))
            if end >= len(text) or text[end] not in "、和及与":
                break
            position, rule = end + 1, "title+list"
            end = namer.listed(position)
            if end is not None and _IS_BODY.match(text, end):
                break  # 主任甲和古文化研究院院长乙
            if end is not None and text[position:end] in gazetteer().short and text[end : end + 1] == "、":
                break  # 副市长甲及保山、腾冲农业部门负责人
    found = _without_others(text, found)
    followed = {t.end for _, t in found}
    for title in titles:
        if title.end not in followed:
            found += [(Name(s, e, text[s:e], "list+title"), title) for s, e in lists_before(namer.chinese, title)]
    known = frozenset(n.text for n, _ in found)
    ends = frozenset(t.end for t in titles)
    by_start = {t.start: t for t in titles}
    taken = {n.start for n, _ in found} | {n.end for n, _ in found}
    doubly = {n.start: n for n, t in found if n.rule == "title+name" and t.group == "party"}
    ranked = {n.end: n for n, t in found if t.group == "rank" and n.rule == "title+name"}
    for title in titles:
        if title.start in ranked and title.end not in followed and title.group not in _NO_POST:  # 教授甲院长
            found.append((ranked[title.start]._replace(rule="name+title"), title))
            continue
        start = namer.before(title, known)
        if start in doubly and title.end not in followed:
            named = doubly[start]  # 某大学党委书记|甲|校长
            found += [(named._replace(rule="name+title"), title)] if named.end == title.start else []
            continue
        if start is None or start in taken or is_no_name(text[start : title.start]):
            continue
        if start in ends and start + 2 == title.start and text[start] in _TOWARDS:
            continue  # 徐校长向庄书记汇报
        if title.end not in followed or text[start : title.start] in known:  # 新华文轩总经理甲
            name = Name(start, title.start, text[start : title.start], "name+title")
            found += [(name, t) for t in (title, *_and_also(namer, title, by_start, followed))]
    return sorted(found, key=lambda pair: (pair[0].start, pair[1].start))


def _surname_before(namer: Namer, position: int) -> bool:
    """Whether nothing but a surname stands before a post: 徐|校长."""
    return namer.chinese.surname_at(position - 1) and not _HAN.match(namer.text, max(0, position - 2), position - 1)


_NEAR = 6  # characters from a name to a post that rather belongs to it


def _post_near(title_starts: set[int], end: int) -> bool:
    return not title_starts.isdisjoint(range(end, end + _NEAR))


_BODY_GOES_ON = re.compile("学院|大学|中学|小学|学校|书院|医院|研究院|公司|集团|银行|协会|学会|基金会")
_ORGAN = re.compile("[县市区省州旗]?(?:委|政协|人大|政府|人民政府|县长|市长|区长|副[县市区]长)")


def _is_placed(text: str, start: int) -> bool:
    """Whether a division of two or three characters is named at a position before its organ or the head of one: 缙云|县委."""
    short = gazetteer().short
    return any(text[start : start + n] in short and _ORGAN.match(text, start + n) for n in (2, 3))


def _after_label(text: str, position: int) -> int | None:
    """Where the name ends that closes a line with a label for who speaks: 主持人：某部副处长 甲."""
    rest = _REST.match(text, position)
    if rest is None:
        return None
    least = max(0, position - _LABELLED)
    line = text.rfind("\n", least, position) + 1
    return rest.end() if (line or not least) and _LABEL.match(text, line) else None


def _is_office(text: str, end: int, title_starts: set[int]) -> bool:
    """Whether an office ends here that a post follows."""
    return text[end - 1] in "办处科室局委院所" and end in title_starts


def _begins_a_word(namer: Namer, start: int, end: int) -> bool:
    """Whether a name is no more than the beginning of a longer common word: 代表齐聚一堂."""
    index = namer.cut.index.get(start)
    return index is not None and namer.cut.ends[index] > end + 1 and is_word(namer.cut.word(index))


def _and_also(namer: Namer, title: Title, by_start: dict[int, Title], followed: set[int]) -> Iterator[Title]:
    """The posts that 兼 adds to one behind a name, up to a mark: 甲副会长兼秘书长，乙."""
    text = namer.text
    while text.startswith("兼", title.end) and (also := by_start.get(title.end)) is not None:
        if also.end in followed or not (namer.chinese.ends_well(also.end) or text[also.end] == "兼"):
            return
        yield also
        title = also


def _without_others(text: str, found: list[tuple[Name, Title]]) -> list[tuple[Name, Title]]:
    """Without those whom 和 or 与 joins to a list and who bear a title of their own elsewhere: 院长甲与乙签约, after 副县长乙."""
    own: dict[str, set[str]] = {}
    for name, title in found:
        if name.rule == "title+name":
            own.setdefault(name.text, set()).add(title.text)
    return [
        (name, title)
        for name, title in found
        if name.rule == "title+name" or text[name.start - 1] == "、" or title.text in own.get(name.text, (title.text,))
    ]
