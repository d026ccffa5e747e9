"""Names that begin further left than their run of nouns: companies' full names, laboratories for materials of a sort, task forces, groups for aid."""

import re
from collections.abc import Mapping

from kg.mentions.beside_names import SOCIETIES, SORT_OF_COMPANY
from kg.mentions.body import Body
from kg.mentions.body_edges import TECHNICAL, Edges
from kg.mentions.body_words import generic, stops
from kg.mentions.common_word import is_word
from kg.mentions.heads import has_a_head
from kg.mentions.known_bodies import LEVEL_ALONE
from kg.mentions.leading import CORPORATE, SEVERALLY
from kg.mentions.lexicon import words
from kg.mentions.likelihood import chinese
from kg.mentions.surname import single_surnames

_ADVERBS = frozenset("又也还并则再均都将仍就即便")
_FUNCTION = _ADVERBS | frozenset(
    "赴抵率偕在由与于至为是及的和对向从以经被把等了着过或到给让使据任兼系共各每该此其他她它我你这那同跟比用有无未不曾已"
)
_HAN_WORD = re.compile("[一-鿿]+")
_AIDERS = re.compile("(?:高校|学校|医院|企业|干部|人才|专家)?(?:团队)?\\Z")
_TASK_VERBS = ("推动", "推进", "促进", "深化", "加快", "落实", "服务", "支持")


def technical(edges: Edges, start: int, barrier: int) -> int:
    """Where a name begins before whose field a word says what sort of it is meant: 江海 + 先进 + 成形技术."""
    index = edges.cut.ending_before(start) if start > barrier and start in edges.cut.boundaries else -1
    if index < 0 or edges.cut.word(index) not in TECHNICAL or edges.cut.starts[index] < barrier:
        return start
    start = edges.cut.starts[index]
    place = edges.place_ending(start)
    return place if place is not None and place >= barrier else start


def formal(edges: Edges, start: int, suffix: int, barrier: int) -> int:
    """Where a company's full name begins, read from where its run of nouns begins: a trade name may look like any words (众业达…).

    A place is the firmest edge; else the name reaches on to a mark, a barrier or a word that no name holds.
    """
    text, cut = edges.text, edges.cut
    inner = [p for p, _ in edges.near(suffix) if start < p < suffix and CORPORATE.search(text, start, p)]
    if inner:
        return inner[-1]  # 参股公司 + 上海某某有限公司
    if start in edges.begins or text.startswith(("中国", "中华", "国家"), start):
        return start
    position = start
    while position > barrier and start - position < 6:
        index = cut.ending_before(position)
        word = cut.word(index)
        left = max(cut.starts[index], barrier)
        at = word[0] == "在" and position == left + 1 and len(word) > 1  # 仪式|在鑫索|公司
        if at or not _HAN_WORD.fullmatch(text, left, position) or word in _FUNCTION:
            position += word in _ADVERBS and text[position : position + 1] in ("同", "与", "和")  # 甲又|同|乙公司
            break
        if len(word) > 1 and (
            word in stops() or word in words("leading_words.tsv") or (start < suffix and word in generic())
        ):
            position += word in SEVERALLY and text.startswith("同", position)
            break
        position = left
        if position in edges.begins:
            break
    if sort := SORT_OF_COMPANY.match(text, position, suffix):
        return sort.end()  # 台企|某某（江海）电子有限公司
    if start - position > 6:
        return start
    place = edges.place_ending(position) if position < start else None
    return place if place is not None and place >= barrier else position


# 人和第一中学, 瑞和小学: the segmenter has a 和 that joins nothing, for one character is no item of a list.
_HE = re.compile(
    "(?P<first>[一-鿿](?<![委局厅办院校会府团处所站台馆司部党妇企警省市县区镇乡村社和与及是由在对向为从以把被等我你您他她它咱这那谁其里内外家师生者们友童亲二三四五六七八九十])(?<!师生)(?<!学生)(?<!家长))和"
    "(?:第?[一二三四五六七八九十]{1,3})?(?:中心|实验|初级|高级|外国语|职业|民族|双语|镇|街道)*\\Z"
)
_NTH = re.compile("[一二三四五六七八九十百零]{1,5}")
_NAMED_SO = ("中学", "小学", "学校", "幼儿园", "高中", "医院", "学院")


def with_split_name(edges: Edges, start: int, suffix: int, end: int) -> int:
    """Where the name of a school or hospital begins that the segmenter parts: 江海市第|七十二中学, 白云区人|和|第一中学."""
    text = edges.text
    if not text.endswith(_NAMED_SO, suffix, end):
        return start
    if text[start - 1 : start] == "第" and _NTH.match(text, start, suffix):
        start -= 1
        place = edges.place_ending(start)
        return start if place is None else place
    if text[start] in "路街巷" and text[start - 2 : start] in words("school_names.tsv"):
        return start - 2  # 团结|路小学
    if start == suffix and has_a_head(text, start - 2, suffix, end):
        return start - 2  # 解放|小学校长王某
    he = _HE.search(text, max(0, suffix - _HE_LONG), suffix)
    if he is None or he.start() >= start:
        return start
    place = edges.place_ending(he.start())
    if he["first"] == "人" and place is not None and text[he.start() - 1] not in "区县镇乡":
        return start  # 北京人和第一中学学生
    opens = not "一" <= text[he.start() - 1 : he.start()] <= "鿿" or text[he.start() - 1] in "镇乡在由到赴至于"
    return place if place is not None else he.start() if opens else start


_HE_LONG = 12  # characters of such a name


_FUNDS = re.compile("(?:公益|慈善|教育|文化|助学|奖学|科技|艺术|爱心|乡村|健康|青少年){0,3}\\Z")
_FUNDS_LONG = 9  # characters
_BEFORE_FOUNDER = frozenset("由与和及是为向对从在于、，。；：！？\n “（《")
_FOUNDER = 2.0  # log-odds of the characters of a founder's name of two


def with_founder(text: str, start: int, suffix: int) -> int:
    """Where a foundation's name begins that opens with the name of who founded it: 何享健|慈善基金会."""
    kinds = _FUNDS.search(text, max(0, suffix - _FUNDS_LONG), suffix)
    edge = kinds.start() if kinds else suffix
    for size in (3, 2):
        name, before = text[edge - size : edge], text[edge - size - 1 : edge - size]
        if edge - size < start <= edge and len(name) == size and (not before or before in _BEFORE_FOUNDER):
            known = name[0] in single_surnames() and name[0] not in _BEFORE_FOUNDER and not is_word(name)
            if known and chinese(name[0], name[1:]) >= (_FOUNDER if size == 2 else 0.0):
                return edge - size
    return start


# 由江海中华共同品质提升暨|就业辅导促进会: the first of two works, from a place on that opens a clause or an item of a list.
_FIRST_WORK = re.compile("(?:(?<![一-鿿])|(?<=由))(?:(?!由)[一-鿿]){6,22}暨\\Z")
_FIRST_WORK_LONG = 24  # characters


def society(edges: Edges, start: int, suffix: int, end: int, barrier: int) -> int:
    """Where a society's name begins that has 暨 before its last work: at the place that is all it can begin with."""
    if edges.text[start - 1 : start] != "暨" or not edges.text.endswith(SOCIETIES, suffix, end):
        return start
    first = _FIRST_WORK.search(edges.text, max(barrier, start - _FIRST_WORK_LONG), start)
    return first.start() if first and first.start() in edges.begins else start


def task_verb(edges: Edges, start: int) -> int:
    """推动…专项组, 江海省推进…领导小组: a task force is often named by what it is to do, the verb included."""
    at = start - 2 if edges.text.endswith("先进", 0, start) else start  # 推进先进某某产业集群发展工作专班
    for verb in _TASK_VERBS:
        begin = at - len(verb)
        if begin < 0 or edges.text[begin:at] != verb:
            continue
        if (place := edges.place_ending(begin)) is not None:
            return place
        if begin == 0 or edges.text[begin - 1] in "，。\n 　、日电）":
            return begin
    return start


def aid_giver(edges: Edges, aid: int, found: Mapping[int, Body]) -> int | None:
    """Where those begin whose aid stands at a position: a division, its level alone, a body with whom it sends."""
    if (place := edges.place_ending(aid)) is not None:
        return place
    if LEVEL_ALONE.search(edges.text, max(0, aid - 2), aid):
        return aid - 1  # 省对口支援某地工作领导小组
    sent = _AIDERS.search(edges.text, max(0, aid - 4), aid)
    body = found.get(sent.start()) if sent else None
    return body.start if body is not None else None  # 教育部高校团队对口支援某大学工作领导小组
