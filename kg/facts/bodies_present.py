"""Which bodies and places took part in an event, and of which their heads did."""

import re
from collections.abc import Iterator

from kg.facts.attended_event import NO_EVENT, NOT_YET, meant
from kg.facts.doers import list_from
from kg.facts.gatherings import Gatherings
from kg.facts.parties import JOINT, apart, list_ending, parties_of, places_at
from kg.facts.represented import heads_came
from kg.facts.speakers import relation
from kg.mentions.found import Found
from kg.model import Kind, Relation, Sentence

# 甲大学、乙大学等30所高校参加会议; 丙省以主宾省形式参会: they themselves, no one from them.
_CAME = re.compile(
    r"(?:、[^，。；、与和的]{2,8}?(?=[也均都]派[员人])|(?:、[^，。；、与和的]{2,10}){1,3}(?=等\d))?(?:[两三四五六七八九十]校(?=[派选均都也参]))?(?:等(?:在内的)?[^，。；、人员]{0,16}?(?:高校|企业|单位|院校|学校|机构|部门|公司|省[市份区]|[市县]区|家|所|媒体(?:(?:以及|[和及、])[^，。；：]{2,40}?)?))?"
    r"(?:分别|共同|均|也|还|受邀|应邀|组团|组队|派员|派人|派专人|(?:选派|委派|派出?)了?(?:骨干|优秀|学科|专业|青年|部分|(?:\d{1,3}|[一两三四五六七八九十]{1,3})[余多]?[名位]|多[名位])*(?:代表(?!团|队)|教师|老师|学生|师生|专家|队员|选手|队伍|人员|干部)|组织|再次|首次|现场|线上|于\d{4}年|以[^，。；]{2,16}(?:形式|身份|方式))*"
    r"(?:(?:出席|参加|参与)了?(?P<event>[^，。；：]{0,30})|参会|参展|与会|(?<=[员人表师生家队手伍部])(?:到会|参赛))|"
    # 等34所大陆高校的代表共计120余人参加了会议
    r"等(?:在内的)?\d{1,4}[余多]?[所家个](?P<who>[^，。；：]{2,40}?)(?:，[^，。；：]{2,40}?)?(?:(?:出席|参加|参与)了?(?P<held>[^，。；：]{0,30})|参会|参展|与会|到会|齐聚|汇聚|云集)|"
    # 等院校、科研机构，以及开发区骨干企业的代表共120余人参加大会
    # 来自甲、乙的12位专家齐聚某地，参加…
    r"(?:等[^，。；：]{0,20}?)?的(?P<some>(?:\d{1,5}|[一二两三四五六七八九十百千]{1,6})[余多]?[人名位])(?:[一-鿿]{0,6}?(?:专家|学者|代表|嘉宾|师生|选手|教师|医师|负责人|学生|学员|家长|同学|干部)){0,3}(?:共?聚[^，。；：]{2,12}，|齐聚[^，。；：]{2,12}，|云集[^，。；：]{2,12}，)?(?:(?:出席|参加|参与)了?(?P<there>[^，。；：]{2,40})|参会|与会)|"
    r"(?:等[^，。；：]{2,30}?)?(?:，?(?:以及|[及和、])[^，。；：与]{2,30}?)?的?(?P<sent>(?:学生|教师|师生|青年|校长|园长)代表|骨干教师|教研员|(?:教务主任|校长|园长|老师|教师|干部|学员|同学|学生|学子|家长)(?=[应受共参与出一也])|代表|负责人|负责同志|专家|学者|嘉宾|师生)(?:[、和]?(?:学者|代表|嘉宾|师生))*(?:共计?|合计|等|约|近|超)*(?:\d{1,5}[余多]?[人名位]|(?<=的.{2})|(?<=的.{4}))(?:应邀|受邀|共同|一同|也|还)*(?:(?:出席|参加|参与)(?:了?(?P<counted>[^，。；：]{2,30})|(?=[，。；]))|参会|与会)"
)
# 来自甲、乙等34所大陆高校，丙、丁等21所高校…参加; 甲局、乙局等部门，丙大学、丁协会等院校、科研机构和协会，戊公司…
_SORT = "(?:高校|企业|单位|院校|学校|机构|公司|部门|协会|学会|商会|医院|组织|媒体)"
_MORE = re.compile(
    rf"等(?:在内的)?(?:\d{{1,4}}[余多]?[所家个])?[^，。；、]{{0,20}}?{_SORT}(?:[、和及与][^，。；、和及与]{{0,6}}?{_SORT}){{0,4}}[，、和以及]{{1,2}}(?:来自)?"
)
_SENT = re.compile("派|[应受]邀(?:出席|参加|参与)\\Z")  # 也派人参加
_SO_MANY = re.compile("等(?:在内的)?\\d")  # 甲、乙等20家单位参加
_LISTED_OR_MORE = re.compile(f"(?:（[^（）]{{1,20}}）)?(?:{JOINT.pattern}|{_MORE.pattern})")
_FROM = re.compile("(?:来自(?:[^，。；、]{0,8}的)?|包括|邀请|，以及)\\Z")
_FAR = 16  # characters before a list
_NOT_THERE = re.compile("拒绝|缺席|未能|没有|婉拒")
_AFTER = re.compile("会后|赛后|会前")
_ONLY_FROM = frozenset(["教务主任", "校长", "园长", "老师", "教师", "干部", "学员", "同学", "学生", "学子", "家长"])
_CAME_WORDS = re.compile("到会|参赛|出席|参加|参与|参会|参展|与会|齐聚|汇聚|云集")


def bodies_there(found: Found, events: Gatherings, sentence: Sentence) -> Iterator[Relation]:
    text = found.page.text
    if _CAME_WORDS.search(text, sentence.start, sentence.end) is None:
        return
    parties = apart([*parties_of(found, sentence.start, sentence.end), *places_at(found, sentence.start, sentence.end)])
    parties = [p for p in parties if text[p[0] - 1 : p[0]] != "（" or text[p[1] : p[1] + 1] != "）"]  # 甲集团（乙大学）
    for i, (start, end, _) in enumerate(parties):
        came = _CAME.match(text, end, sentence.end)
        if came is None or _NOT_THERE.search(came.group()) or _AFTER.match(text, sentence.start):
            continue
        words = came["event"] if came["who"] is came["sent"] is None else came["held"] or came["counted"]
        words = came["there"] if came["some"] else words
        many = _SENT.search(came.group()) or _SO_MANY.match(came.group())
        bare = words == "" and many and text[came.end() : came.end() + 1] in "，。；"
        if words is not None and not bare and (not _NAMED.search(words) or NO_EVENT.search(words)):
            continue
        event = meant(events, words, start) if words else events.current(start)
        chain = list_ending(text, parties[: i + 1], _LISTED_OR_MORE)
        if came["sent"] in _ONLY_FROM and not text.endswith("自", 0, chain[0][0]):
            continue  # 甲中学校长参加: the head, not the school
        first = chain[0][0]
        opens = text[first - 1 : first]
        if event is None or (
            first > sentence.start
            and opens not in "，。；：、\n "
            and not _FROM.search(text, max(sentence.start, first - _FAR), first)
        ):
            continue
        from_there = (
            came["who"] or came["sent"] or came["some"]
        ) is not None or opens == "自"  # a place sends people, and is not there itself
        for begin, _, who in (p for p in chain if not (from_there and p[2].kind is Kind.PLACE)):
            yield relation(found, who, "participatesIn", event, begin, came.end(), "body that took part")


# 参赛的22所高校中有甲、乙等
_CAME_AMONG = re.compile(
    "(?:参赛|参展|参会|与会|到会|参加(?:本次|此次|这次|该)?(?:会议|大会|活动|论坛|峰会|比赛|大赛|竞赛|联赛|展会|博览会|仪式))的[^，。；：]{0,10}?(?:高校|院校|学校|大学|企业|单位|机构|公司|队伍|代表队)(?:中|里|当中)?，?(?:就|还|分别)*(?:[有是]|包括)：?"
)


def among_those(found: Found, events: Gatherings, sentence: Sentence) -> Iterator[Relation]:
    """The bodies that a sentence names among those that came."""
    text = found.page.text
    for m in _CAME_AMONG.finditer(text, sentence.start, sentence.end):
        event = events.current(m.start())
        for _, end, who in list_from(text, parties_of(found, m.end(), sentence.end), m.end()) if event else ():
            assert event is not None
            yield relation(found, who, "participatesIn", event, m.start(), end, "body that took part")


def heads_there(found: Found, events: Gatherings, sentence: Sentence) -> Iterator[Relation]:
    """甲局、乙公司等单位主要负责人参加仪式."""
    text = found.page.text
    for chain, m in heads_came(found, sentence):
        words, verb = m["event"] or "", m.start("verb")
        if (words and (not _NAMED.search(words) or NO_EVENT.search(words))) or NOT_YET.search(
            text, max(sentence.start, verb - 2), verb
        ):
            continue
        event = meant(events, words, chain[0][0])
        for begin, _, who in chain if event else ():
            assert event is not None
            yield relation(found, who, "participatesIn", event, begin, m.end(), "body whose heads took part")


_NAMED = re.compile("会|仪式|典礼|活动|论坛|展|赛|节|式")
