"""The signatories of what is signed: the persons and bodies named before the verb, and whom 双方, 三方 and 两家企业 mean."""

import re
from collections.abc import Mapping
from itertools import pairwise

from kg.facts.doers import list_from, visitors
from kg.facts.parties import Party, acting_places, chain_of, org, parties_of, places_of
from kg.facts.speakers import ASIDE
from kg.mentions.body import Body
from kg.mentions.found import Found
from kg.mentions.person import Name
from kg.model import LineRole

SIGN = re.compile(
    r"(?:正式|共同|成功|现场|分别|联合)?(?:签署|签[订定]|签约缔结|签约|缔结(?!的|计划|关系的)|签下|签了约|续签|完成了?签约|达成|签了?(?=《)|签了(?=[^，。；]{0,16}(?:协议|合同|备忘录|意向书))|(?:(?<=[双各三]方)|(?<=[双各三]方分别)|(?<=[书议同录》]上)|(?<=[书议同录》]上(?:共同|分别|现场|正式|郑重|先后|联合)))签(?:字|名|下名字|下了))"
)
# 签约仪式 and 签约金额 are nouns; 签署…令 is no agreement.
# 家庭医生签约服务 and 签约率 are no signing of bodies.
NO_SIGNING = re.compile(
    "——|仪式|活动|[^，。；]{2,12}(?:签署|签约|签字)仪式|(?:启动|捐赠|挂牌|颁牌|开工|开班|颁奖|成立)(?:仪式|活动|大会)|授牌|揭牌|暨|和揭牌|现场|金额|(?:项目|服务)(?![一-鿿]{0,8}(?:协议|合同|意向书|备忘录))|额|率|(?<=签约)(?:单位|企业)|(?:单位|企业)(?!(?:(?!按照|履行|将|的)[一-鿿]){2,14}(?:协议|合同|意向书|备忘录))|各方|双方(?=[，。；、的和与将在就])|方(?=[，。；、的和与代])|客商|嘉宾|院校|居民|患者|人[口数群]|家庭|医生|[^，。；《]{0,10}(?:主席|国务院)?令"
    # 签约机构, 签约代表: who signs somewhere, with whom it does not say; but 签署机构改革协议
    "|(?<=签约)(?:代表|机构|领域|总额|范围|高校|学校|院所|医院|公司|园区|银行|商[家户]|作[家者]|球员|运动员|主播|演员|歌手|艺人|选手|教练|[大会]会|环节|对象|情况|数|总数|农户|客户|用户|供应商|经销商|伙伴|品牌)"
    # 各新签约5项, 新签约45项: how much was signed
    "|(?<=[各新]签约)\\d|(?<=[各新]签约)[一二两三四五六七八九十]+[项个]"
    # 代表县委、县政府对两家医院合作签约表示祝贺
    "|(?:的?(?:圆满|顺利)?成功(?:举行|签署)?)?(?:表示|致以|送上)(?:了?(?:最?热烈|衷心|诚挚|由衷)的?)?(?:祝贺|欢迎|感谢)"
)
# 甲与乙(分别)(代表双方)签署: what may stand between the last of those who sign and the verb.
_TO_SIGN = re.compile(
    "(?:等\\d{1,2}[位名][^，。；、]{0,8})?(?:[^，。；：]{2,40}，(?:并(?=(?:分别|共同|各自)*代表[双各三两四][方校院地家])|(?=[两二三四]人(?:分别|共同)?代表)))?(?:同志|先生|女士)?(?:，(?=分别|共同))?(?:等?(?:[^，。；、]{1,8})?(?:出席|参加)[^，。；]{2,16}，?并)?(?:(?:[两二三四五六七八]|\\d)(?:人|位)|(?:作为|以)[^，。；]{2,20}(?:，|身份)|[作做]为[^，。；]{1,12}?代表|受[^，。；]{2,16}委托，|分别|各自|共同|现场|正式|先后|一起|(?>在[^，。；]{2,16}?(?=，|分别|各自|共同|现场|正式|先后|一起|[作做]为|代表|受|\\Z))){0,6}(?:代表[^，。；]{1,30}?(?:，[与和同][^，。；]{2,20}?)?，?)?(?:，?(?:分别|各自|共同|现场|正式|先后|一起|当场|在《[^《》]{2,60}》上|在[^，。；]{0,24}?上)){0,4}"
    "(?:，?分别[与和同][^，。；]{2,24}?(?:代表|负责人))?在?"
)
_EACH_OF, _COMMA = re.compile("分别|双方|共同|(?:出席|参加)[^，。；]{2,16}并"), re.compile("，[^，。；：]{2,40}")
_WITH = re.compile(
    "(?:代表[^，。；]{1,30}?)?(?:又|还|也|则|再|随后|分别|先后|依次)?[、与和同及][^，。；：]{0,40}|以及[^，。；：]{0,40}|代表(?![^，。；]{0,24}?(?:讲话|致[辞词]|发言|赠|介绍|表示|汇报|主持|揭牌|颁|授|欢迎|感谢))[^，。；]{1,30}，[^，。；：]{0,40}"
)
BESIDE = 8  # characters
_NO_MORE = re.compile(
    "(?:已|也|还|又|双方|分别|先后|共同|正式|现场|成功|联合|当场|顺利|近日|日前|方面)*"
)  # 甲学校与永川区正式 + 签署
NUMBER = {"双": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
# 5家企业与甲大学签署: the last list of five.
COUNTED = re.compile(
    r"(\d{1,2}|[两三四五六七八九十])[家所个](?:重点|知名|龙头|骨干|成员)?(?P<kind>企业|单位|高校|学校|院校|公司|医院|研究院|研究所|协会|学会|联盟|集团)"
)
# 访问甲、乙，双方签署: with each of whom, it does not say.
VISITED = re.compile("(?:访问|走访|参访|拜访|考察|调研|到访|前往|赴)了?\\Z")
# 甲代表乙对两校|签署协议表示祝贺
FOR_BOTH = re.compile("对(?:两|双|三|四|各)[校方地院家市县区](?:此次|本次)?\\Z")
SIDES = re.compile(
    "(双|两|三|四|五|六)(?:方|(?<=两)(?:[市省县区州地校院局厅馆]|省[市区]|市[县区]|区[市县])(?=正式|共同|政府|负责人|领导|代表|主要|有关|相关|再次|再度|又|再|先后|还|已|\\Z))(?:主要|有关|相关)?(?:代表|负责人|领导)?(?:现场|共同|正式|分别)?"
)
_OF_KIND = {
    **{kind: (kind,) for kind in ("研究院", "研究所", "协会", "学会", "联盟", "集团")},
    "企业": ("公司", "集团", "厂"), "公司": ("公司", "集团"), "医院": ("医院", "卫生院"), "高校": ("大学", "学院", "学校"),
    "院校": ("大学", "学院", "学校"), "学校": ("大学", "学院", "学校", "中学", "小学", "中心", "一中"),
}  # fmt: skip


def is_told(found: Found, position: int) -> bool:
    """Whether a position stands in the running text and not in a heading or a caption."""
    sentence = found.sentence_at(position)
    return sentence is not None and sentence.role is LineRole.BODY


def clause_before(text: str, start: int, position: int) -> int:
    """Where the clause that holds a position begins, no further back than `start`; 0 where it began before."""
    return max(text.rfind("，", start, position), text.rfind("；", start, position)) + 1


def signers_before(found: Found, left: int, verb: int) -> list[Name]:
    """The persons who sign with their own hand: 甲校长与乙董事长代表双方 + 签署."""
    text, chain = found.page.text, list[Name]()
    for n in reversed(found.people_index.within(left, verb)):
        title = found.title_at.get(n.end)
        end = title.end if title and title.text != "代表" else n.end
        end = aside.end() if (aside := ASIDE.match(text, end)) else end
        if not chain:
            if not _TO_SIGN.fullmatch(text, end, verb):
                break
        elif not _WITH.fullmatch(text, end, chain[0].start) and not (
            _EACH_OF.search(text, chain[-1].end, verb) and _COMMA.fullmatch(text, end, chain[0].start)
        ):
            break
        chain.insert(0, n)
    return chain


def body_served(found: Found, signer: Name, employers: Mapping[str, str]) -> str | None:
    """The body for which a person signs: the one named after 代表, else the one they serve."""
    if found.page.text.startswith("代表", signer.end):
        named = found.body_index.within(signer.end, signer.end + 34)
        if named and named[0].start == signer.end + 2:
            return found.body_name(named[0])
    return employers.get(signer.text)


def in_a_post(found: Found, party: Party) -> bool:
    """Whether a committee only stands in somebody's post (县委常委张某某与县财政局签订…)."""
    after = found.title_at.get(party[1])
    return after is not None and after.group == "party" and party[2].name.endswith("委")


def with_place_beside(found: Found, linked: list[Party], verb: int) -> list[Party] | None:
    """永川区与甲学校签署: the parties with the place that signs beside them."""
    text, (start, _, _), (_, end, _) = found.page.text, linked[0], linked[-1]
    for party in acting_places(found, max(0, start - 14), verb):
        if party[1] == start - 1 and text[party[1]] in "与和同":
            return [party, *linked]
        if party[0] == end + 1 and text[end] in "与和同" and _NO_MORE.fullmatch(text, party[1], verb):
            return [*linked, party]
    return None


def _two_before(found: Found, position: int) -> list[Party]:
    """The two of a sentence before in the paragraph: 甲区与乙市举行座谈会。会上，双方…; 甲会长一行莅临乙大学考察。期间，双方…"""
    text = found.page.text
    places = acting_places(found, found.paragraph_start(position, 99), position)
    for a, b in reversed(list(pairwise(places))):
        opens = text[a[0] - 1 : a[0]] in ("", "，", "。", "\n", "在", "开", "办", "行") and _MEET.match(text, b[1])
        if opens and text[a[1] : b[0]] in ("与", "和", "同", "·", "—", "－", "——", "-", "–") and a[2] != b[2]:
            return [(position, position + 2, p[2]) for p in (a, b)]
    now = found.sentence_at(position)
    told = found.sentence_at(now.start - 1) if now else None
    if now is None or told is None or told.paragraph != now.paragraph or parties_of(found, now.start, position):
        return []
    two = list_from(text, parties_of(found, told.start, told.end), told.start)
    alike = _OF_SIDE.get(text[position + 1 : position + 2])  # 两局: both are such
    fit = alike is not None and all(p[2].name.endswith(alike) for p in two)
    if (
        fit and len(two) == NUMBER["双"] and _THEY_MEET.match(text, two[-1][1], told.end)
    ):  # 甲、乙会商会议召开。会上，两局…
        return [(position, position + 2, p[2]) for p in two]
    pair = visitors(found, told.start, parties_of(found, told.start, told.end))
    listed = bool(pair) and text[pair[1][1]] in "、和与及"  # 访问了甲、乙。双方…
    return [] if listed else [(position, position + 2, p[2]) for p in pair]


_SCHOOLS = ("大学", "学院", "学校", "中学", "小学", "一中", "高校")
_OF_SIDE = {"校": _SCHOOLS, "院": ("院",), "局": ("局",), "厅": ("厅",), "馆": ("馆", "博物院"), "方": ("",)}
_THEY_MEET = re.compile(
    "[^，。；、]{0,12}(?:会商|座谈|交流|联席|协商)[^，。；、]{0,6}会|(?:在[^，。；]{2,16})?(?:举行|召开)[^，。；、]{0,10}(?:会商|座谈|交流|洽谈)"
)
_MEET = re.compile(
    "(?:日前|近日|今[日天]|昨[日天]|周[一二三四五六日])?(?:在[^，。；]{1,16})?(?:联合|共同)?(?:举行|召开|举办|开展|就|围绕|签署|签订)|[^，。；]{0,8}(?:座谈|交流|联席|对接)[^，。；]{0,6}会"
)


def _headed(found: Found, position: int) -> list[Party]:
    """The two bodies that a heading says sign, where the running text names both."""
    for sentence in found.page.sentences:
        if sentence.role is not LineRole.HEADING:
            continue
        verb = SIGN.search(found.page.text, sentence.start, sentence.end)
        if not verb or NO_SIGNING.match(found.page.text, verb.end()):
            continue
        linked = chain_of(found.page.text, parties_of(found, sentence.start, sentence.end))
        linked = linked or places_of(found, sentence.start, verb.start())
        told = {found.body_name(b) for b in found.bodies if is_told(found, b.start)}
        told |= {found.place_named(h) for h in found.hits if is_told(found, h.start)}
        if len(linked) == NUMBER["双"] and all(p[2].name in told for p in linked) and linked[0][2] != linked[1][2]:
            return [(position, position + 2, p[2]) for p in linked]
    return []


def bodies_of_sides(found: Found, position: int, number: int) -> list[Party]:
    """The bodies that 三方 means: the last list of so many bodies before it. They stand elsewhere, so their place is the word's."""
    text, chain = found.page.text, list[Body]()
    if number == NUMBER["双"] and (two := _headed(found, position) or _two_before(found, position)):
        return two
    for body in reversed(found.body_index.within(found.paragraph_start(position, 99), position)):
        if chain and re.fullmatch("[、和与及同]|以及", text[body.end : chain[0].start]):
            chain.insert(0, body)
            continue
        if len(chain) == number:
            break
        chain = [body]
    if (
        number == len(chain) == NUMBER["双"]
        and text[chain[0].end : chain[1].start] == "、"
        and chain[0].text[-2:] != chain[1].text[-2:]
    ):
        return []  # 区委、区政府 are no two sides
    if number == NUMBER["双"] and chain and VISITED.search(text, max(0, chain[0].start - 4), chain[0].start):
        return []  # 甲校长访问乙大学、丙大学, 两校…
    if number == NUMBER["双"] and chain and (text[chain[0].start - 1] == "、" or text.startswith("等", chain[-1].end)):
        return []  # the last two of a list
    names = dict.fromkeys(found.body_name(b) for b in chain)
    return [(position, position + 2, org(n)) for n in names] if len(names) == number else []


def bodies_counted(found: Found, counted: re.Match[str], parties: list[Party]) -> list[Party]:
    """The bodies that 两家企业 means: the last list of so many, else all of that kind before it if there are so many."""
    number = number_of(counted[1])
    if listed := bodies_of_sides(found, counted.start(), number):
        return listed
    before = found.body_index.within(found.paragraph_start(counted.start(), 99), counted.start())
    others = {p[2].name for p in parties}
    names = dict.fromkeys(
        name
        for b in before
        if b.text.endswith(_OF_KIND.get(counted["kind"], ())) and (name := found.body_name(b)) not in others
    )
    return [(*counted.span(), org(n)) for n in names] if 1 < len(names) == number else []


def number_of(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else "零一两三四五六七八九十".index(numeral)
