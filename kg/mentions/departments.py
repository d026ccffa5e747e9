"""Departments, and other bodies that a body named before lends its name, its place or its level.

A department stands right behind its body (教育部 + 职业教育与成人教育司), or in a list behind a sister (教育部职成司、高教司); a bare kind
takes the place of the body before it in the list (某县人民法院、检察院), with titles between them or none.
"""

import re
from collections.abc import Sequence
from functools import cache

from kg.mentions.barriers import last_barrier
from kg.mentions.body import Body
from kg.mentions.body_edges import Edges
from kg.mentions.body_words import is_department, is_served, named_bodies, stops
from kg.mentions.congress import congress, is_of_congress
from kg.mentions.lexicon import alternation, words
from kg.mentions.ministry import of_ministry
from kg.mentions.several import LEVELS
from kg.mentions.sisters import academy_of, of_sister
from kg.mentions.words import Words
from kg.mentions.zones import only_zone

# Classes of body that have departments.
_SUPERIOR = ("GovernmentBody", "PartyBody", "Organization", "EducationInstitution")
_ROOMS = (
    "会议室", "教室", "接待室", "阅览室", "演播室", "活动室", "报告厅", "展示室",
    "休息室", "培训室", "贵宾室", "会客室", "会见室", "洽谈室",
)  # fmt: skip
_JOINTS = "、和与及"
_OF_A_ZONE = ("工委委", "管委会", "管委主", "管委副", "党工委", "工委副", "工委书", "人大工")
_ATTACHED = re.compile("(?P<school>[一-鿿（）]{2,20}?(?:大学|学院))附属")
_OF_NO_OTHER = re.compile("(?:的|非)(?:非?直属)?\\Z")  # 某大学的非直属附属医院: what another body is to it
_NUMBERED_SCHOOL = re.compile(
    "第[一二三四五六七八九十]{1,3}(?:初级|高级|职业|实验|中心)?(?:中学|小学|高中|初中|幼儿园)"
)
_INSTITUTES = ("研究院", "研究所", "分院", "天文台")


# 街道党工委副书记、办事处主任: titles may stand between two bodies of one place.
@cache
def _titled() -> re.Pattern[str]:
    title = alternation(words("titles.tsv"))
    return re.compile(rf"(?:(?:常务|执行)?副?{title}[、，兼]){{1,3}}\Z")


_LEAD = re.compile(
    r"(?:中共)?(?P<lead>[省市区县州旗盟](?=[一-鿿]{2})|自治[区州县旗](?=党委|人大|政府|政协)|[一-鿿]{2,6}?[市县区州旗](?=人民|法院|检察院|委|政府|妇联|残联|总?工会)|(?:中国（[一-鿿]{2,4}）)?[一-鿿]{1,14}?(?:[镇乡]|街道|开发区|园区|片区|保税区|新区|高新区|经开区|自贸区|示范区|度假区|管理区|新城|功能区|合作区|试验区|科学城|科技城|副中心)"
    r"(?=党委|党?工委|政府|管委会|办事处|人大|委))"
)
_OF_TOWN = re.compile(
    "(?:[镇乡]|街道)(?=党委|党?工委|政府|办事处|人大)"
)  # 玉林|街道, which a city has the name of, too
# An organ or a department with a post of it: 政协副主席, 教体局局长.
_ORGAN_POST = re.compile(
    "[一-鿿]{0,10}?(?P<kind>政协|人大常委会|人大|[局委厅])(?:党组|党委|机关)?(?:(?:常务|执行)?副)?(?:主席|主任|书记|局长|厅长|县长|区长|市长|秘书长|委员|成员)"
)
_HEAD_OF_PLACE = re.compile(
    "(?P<level>[省市县区州旗])(?:长|(?:委|政府|人大|政协)|(?:常务|代)?副?(?<=[省市县区州旗副代务])[省市县区州旗]长)"
)
_BELOW = frozenset("局")
_LIST = 120  # characters of a list of persons
_ZONE = re.compile(
    "(?P<zone>[一-鿿]{1,8}开区|(?:中国（[一-鿿]{2,4}）)?[一-鿿]{2,16}(?:开发区|园区|片区|保税区|新区|高新区|经开区|自贸区|示范区|度假区|管理区|新城|功能区|合作区|试验区|科学城|科技城|副中心))(?:党?工委|管委会|(?<=试验区)管理局)"
)
ZONE_ALONE = re.compile(
    "(?P<zone>高新区|经开区|开发区|园区|新区|自贸区|示范区|度假区|管理区|保税区|试验区)(?:党工委|管委会|管理委员会|(?<=试验区)管理局)"
)
_PAGE = 600  # characters in which a zone is named again by its kind alone
_REGION = re.compile("(?:特区|特别行政区)政府(?=[一-鿿]{2,10}(?<![签部连自公联呈专行分])\\Z)")
_REGION_FAR = 18  # characters
_ZONE_NAME = re.compile("开发区|高新区|经开区|新区|自贸区|保税区|示范区|度假区|产业园区|工业园区")
_RANK_OF_ZONE = re.compile("(?:国家级?|省级?|综合|高新技术产业|经济技术|经济|高新技术|[一-鿿]{2})?")
_OWN_OFFICE = re.compile("(?:(?:直属)?机关(?:党委|纪委|工会)|办公室|党政办|综合办)\\Z")
_OF_A_COUNT = "一二两三四五六七八九十几多数余百千各每这那该个家"
# Parts of a committee or a ministry, after another of its parts or its own officers: 市委常委、政法委书记.
_UNITS = frozenset((
    "政法委", "教育工委", "工委", "党工委", "组织部", "宣传部", "统战部", "网信办", "编办", "新闻办", "党校", "教工委", "纪工委", "农工委", "农工部", "机关工委", "社会工作部",
))  # fmt: skip
_SHARING = ("组织部", "宣传部", "统战部")
_STREET = re.compile("[一-鿿]{2,16}?街道(?=党工委|办事处|人大工委)")
_INNER = frozenset(("工会", "团委", "关工委", "妇委会", "机关工会"))
_RULING = ("政府", "市委", "省委", "县委", "区委", "州委", "旗委", "人大", "政协", "人大常委会")
_DOES = ("协调", "指导", "支持", "协助", "配合", "要求", "商请", "委托", "邀请", "通知", "督促")
_OF_FIELDS = ("司", "处", "科", "室", "股")
_BARE = frozenset((
    "政府", "人民政府", "管委会", "管委", "办事处", "街道办", "纪委监委", "纪委", "人大", "人大常委会", "人大工委", "政协", "法院", "检察院", "人民法院", "人民检察院",
))  # fmt: skip


def only_nouns(cut: Words, start: int, end: int) -> bool:
    """Whether no word that ends a name stands in [start, end)."""
    inside = (cut.word(i) for i in range(cut.at(start), cut.at(end - 1) + 1))
    return not any(word in stops() and word not in "和与及" for word in inside)


def _of_committee(place: str) -> str:
    """The division of a committee, any other place as it is: 市委 of its 政法委."""
    return re.sub("(?:党|(?<=[省市区县州旗]))委$", "", place)


def _lent(body: Body) -> bool:
    """Whether a body is a department that has its superior from a sister before it."""
    return bool(body.place) and body.text[-1] in "司处科室"


class Departments:
    """Finds in one text what bodies lend to others; `barriers` are the offsets, in order, that no name may reach over.

    `found` is, everywhere, the bodies found so far, by where they end.
    """

    def __init__(self, text: str, cut: Words, edges: Edges, barriers: Sequence[int]) -> None:
        self.text, self.cut = text, cut
        self._edges, self._barriers = edges, barriers
        self._zones: dict[str, str] = {}  # the place of the only zone of each kind

    def placed(self, body: Body, found: dict[int, Body]) -> Body:
        """The body, with the place that the one before it in a list lends it, where its name has none of its own."""
        name = body.text
        if zone := self.of_zone(body.start, body.end, body.group, found):
            return zone
        if name in _UNITS:
            return body._replace(place=self.lead(body.start, found, unit=True))
        if is_of_congress(name):
            return body._replace(place=congress(self.text, name, self._before_title(body.start, found)))
        if (
            body.group == "GovernmentBody"
            and body.parent_end is None
            and is_department(name)
            and (lead := self.lead(body.start, found) or self._of_list(body.start, found))
        ):
            return body._replace(place=lead)
        if (
            body.parent_end is None
            and name.endswith("局")
            and (superior := of_sister(self.text, self._edges, body.start, found))
        ):
            return body._replace(place=superior)
        if body.parent_end is None and _NUMBERED_SCHOOL.fullmatch(name) and (town := self._town(body.start, found)):
            return body._replace(place=town)
        if body.parent_end is None and name.startswith("附属") and (school := self._university(body.start, found)):
            return body._replace(place=school)
        if (
            body.parent_end is None
            and name.endswith(_INSTITUTES)
            and (academy := academy_of(self.text, self._edges, body, found))
        ):
            return body._replace(place=academy)
        return body

    def _town(self, start: int, found: dict[int, Body]) -> str:
        """The place of the school before in a list, of whose place a numbered one is too: 青岭县第一中学、第二中学."""
        before = found.get(start - 1) if self.text[start - 1 : start] in _JOINTS else None
        if before is None or before.group != "EducationInstitution":
            return ""
        place = self._edges.place_at(before.start)
        return self.text[place.start : place.end] if place else before.place

    def _university(self, start: int, found: dict[int, Body]) -> str:
        """The university named last in the sentence, whose hospital or school is meant: 甲大学副校长兼附属医院院长."""
        left = max(start - _LIST, *(self.text.rfind(mark, max(0, start - _LIST), start) for mark in "。；"))
        before = next((found[e] for e in range(start - 1, left, -1) if e in found), None)
        if before is None or _OF_NO_OTHER.search(self.text, max(0, start - 6), start):
            return ""
        whole = before.place + before.text
        if attached := _ATTACHED.match(whole):
            return attached["school"]
        return whole if whole.endswith(("大学", "学院")) else ""

    def coordinated(self, start: int, end: int, group: str, found: dict[int, Body]) -> Body | None:
        """奉节中学、职教中心; 某县人民法院、检察院: a bare kind after a mark takes the place of the body before it."""
        name = self.text[start:end]
        if group == "EducationInstitution":
            before = found.get(start - 1)
            if end - start < 4 or self.text[start - 1] != "、" or before is None or before.group != group:
                return None
            place = self._edges.place_at(before.start)
            lead = self.text[place[0] : place[1]] if place else ""
        elif name in _UNITS:
            lead = self.lead(start, found, unit=True)
        elif name in _INNER and (bureau := self._titled_body(start, found)) is not None:
            lead = bureau.place + bureau.text  # 县教育局党组成员、工会主席
        elif name in _BARE or name in words("organs.tsv"):
            lead = _of_committee(self.lead(start, found)) or (self._of_list(start, found) if name in _BARE else "")
        else:
            return None
        return Body(start, end, name, group, place=lead) if lead else None

    def _titled_body(self, start: int, found: dict[int, Body]) -> Body | None:
        """The bureau, school or company of whose officer the post before is, in one stack with what starts here."""
        body = self._before_title(start, found)
        return body if body is not None and body.text not in _BARE and not body.text.endswith(_RULING) else None

    def _before_title(self, start: int, found: dict[int, Body]) -> Body | None:
        """The body before the title that ends here."""
        m = _titled().search(self.text, max(0, start - 20), start)
        return found.get(m.start()) if m else None

    def lead(self, start: int, found: dict[int, Body], unit: bool = False) -> str:
        """The place, level or town of the body right before in a list, which stands for this one too."""
        text = self.text
        before = (
            found.get(start - 1 - (text[start - 2 : start] == "以及")) if text[start - 1 : start] in _JOINTS else None
        )
        if before is None and (m := _titled().search(text, max(0, start - 20), start)):
            before = found.get(m.start())
            if before is None and text.startswith("党委", m.start()):
                before = found.get(m.start() + 2)  # 自治区党委|书记、人大常委会主任
            if before is None and unit and text.endswith(_SHARING, 0, m.start() + 1):
                return self.lead(m.start() - 2, found, unit)  # 县委常委、宣传|部长、政法委书记
        if self.text[start : start + 3] in _OF_A_ZONE and (before is None or text.startswith("人大工委", start)):
            return self._zone(start, found)
        if (
            before is not None
            and unit
            and text.endswith("工委", start, start + 3)
            and (zone := _ZONE.match(before.place + before.text))
        ):
            return zone["zone"]  # 高新区管委会…、工委委员
        if before is not None and unit:
            superior = (
                text[before.start : before.parent_end]
                if before.parent_end
                else before.place
                if before.end - before.start < 5
                else ""
            )
            return superior or (before.text if before.group == "PartyBody" and before.text.endswith("委") else "")
        if before is None or before.group not in ("GovernmentBody", "PartyBody", "Organization"):
            return ""
        if text.startswith("管委会", start) and before.text.endswith("党工委"):
            return (before.place + before.text).removesuffix("党工委")  # 某片区党工委委员、管委会副主任
        if before.place:
            zone = _ZONE.match(before.place + before.text) if text.startswith("管委", start) else None
            return zone["zone"] if zone else _of_committee(before.place)  # 高新区党工委书记、管委会主任
        if place := self._edges.place_at(before.start):
            town = _LEAD.match(text, place[1], before.end) or _OF_TOWN.match(text, place[1], before.end)
            return text[before.start : town.end() if town and town.group() not in LEVELS else place[1]]
        lead = _LEAD.match(text, before.start, before.end)
        return lead["lead"] if lead else ""

    def _of_list(self, start: int, found: dict[int, Body]) -> str:
        """The place, or the level, of the organ or the head named last in a list of posts: 县委书记甲，县长乙，政协主席丙、教体局局长丁."""
        text = self.text
        if text[start - 1 : start] not in ("，", "、", "；"):
            return ""
        name = _ORGAN_POST.match(text, start)
        if name is None:
            return ""
        left = max(start - _LIST, *(text.rfind(mark, max(0, start - _LIST), start) for mark in "。\n：（"), 0)
        organ = next((found[e] for e in range(start - 1, left, -1) if e in found), None)
        heads = list(_HEAD_OF_PLACE.finditer(text, organ.end if organ else left, start))
        if heads:
            head = heads[-1]
            named = [
                (begin, h.end("level"))
                for h in heads
                for begin in (self._edges.place_ending(h.end("level")), self._edges.place_ending(h.start("level")))
                if begin is not None and h["level"] == head["level"]
            ]
            place = text[slice(*named[-1])] if named else head["level"]
        elif organ is not None and (organ.group in ("GovernmentBody", "PartyBody") or organ.text in _BARE):
            hit = self._edges.place_at(organ.start)
            lead = _LEAD.match(text, organ.start, organ.end)
            place = _of_committee(organ.place) or (text[hit.start : hit.end] if hit else lead["lead"] if lead else "")
        else:
            return ""
        level = place[-1:]
        return "" if (name["kind"] in _BELOW and level == "省") or (name["kind"] == "厅" and level != "省") else place

    def _zone(self, start: int, found: dict[int, Body]) -> str:
        """The zone or the street whose committee is meant by a bare one later in the list: 甲高新区管委会主任某，工委委员某."""
        of_people = self.text.startswith("人大工委", start)
        low = max(0, start - _LIST)
        for end in range(start - 1, low, -1):
            if self.text[end] == "。":
                break
            if end in found and (street := _STREET.match(found[end].place + found[end].text)):
                return street.group()
            if not of_people and end in found and (zone := _ZONE.match(found[end].place + found[end].text)):
                return zone["zone"]
        if of_people:
            return ""
        named = list(_ZONE_NAME.finditer(self.text, max(low, *(self.text.rfind(m, low, start) for m in "。\n")), start))
        for m in reversed(named):
            for place, end in self._edges.near(m.start()):
                if place < m.start() and end <= m.start() and _RANK_OF_ZONE.fullmatch(self.text, end, m.start()):
                    return self.text[place : m.end()]
        return ""

    def of_zone(self, start: int, end: int, group: str, found: dict[int, Body]) -> Body | None:
        """高新区管委会, of the zone that a body before it names whole: 青岭高新区党工委书记甲，高新区管委会副主任乙."""
        kind = ZONE_ALONE.fullmatch(self.text, start, end)
        if kind is None:
            return None
        for before in range(start - 1, max(start - _PAGE, 0), -1):
            if before in found and (zone := _ZONE.match(found[before].place + found[before].text)):
                place = zone["zone"].removesuffix(kind["zone"])
                if place != zone["zone"]:
                    return Body(start, end, self.text[start:end], group, place=place) if place else None
        if kind["zone"] not in self._zones:
            self._zones[kind["zone"]] = only_zone(self.text, self._edges, kind["zone"])
        place = self._zones[kind["zone"]]
        return Body(start, end, self.text[start:end], group, place=place) if place else None

    def unit(self, suffix: int, end: int, found: dict[int, Body]) -> Body | None:
        """A department right after the body that it belongs to: 教育部 + 职业教育与成人教育司."""
        if self.text.startswith("校董会", suffix):  # 某某大学校董会
            school = found.get(suffix)
            return Body(school.start, end, self.text[school.start : end], school.group, suffix) if school else None
        if self.text.startswith("署", suffix) and not self._of_region(suffix):
            return None
        if self.text.endswith(("等", "各"), 0, suffix):
            return None  # 某某博物馆等|处
        parent = next((found[e] for e in range(suffix - 1, max(suffix - 13, 0), -1) if e in found), None)
        mark = (
            max(self.text.rfind(j, max(suffix - 13, 0), suffix) for j in _JOINTS)
            if parent is None or parent.parent_end or _lent(parent)
            else -1
        )
        joint = max(self.text.rfind(j, max(suffix - 13, 0), suffix) for j in _JOINTS)
        if joint > 0 and (office := _OWN_OFFICE.search(self.text, max(0, joint - 8), joint)):
            bureau = found.get(office.start())  # 教育局直属机关党委、基础教育处
            if bureau is not None and bureau.group in _SUPERIOR and self._is_unit(joint + 1, suffix, end):
                whole = bureau.place + bureau.text
                return Body(joint + 1, end, self.text[joint + 1 : end], bureau.group, place=whole)
        if (twin := self._for_kinds(joint, suffix, end, found)) is not None:
            return twin
        if (
            mark > 0
            and (sister := found.get(mark))
            and (sister.parent_end or _lent(sister))
            and last_barrier(self._barriers, suffix) <= mark + 1
        ):
            if self._edges.place_at(mark + 1) is None and self._is_unit(mark + 1, suffix, end):  # 教育部职成司、高教司
                superior = self.text[sister.start : sister.parent_end] if sister.parent_end else sister.place
                return Body(mark + 1, end, self.text[mark + 1 : end], sister.group, place=superior)
            return None
        barrier, beside = last_barrier(self._barriers, suffix), parent is None or parent.group not in _SUPERIOR
        if parent is None or beside or barrier > parent.end or {"，", "、"} & set(self.text[parent.end : suffix]):
            return of_ministry(self.text, suffix, end, barrier, found, self._is_unit)
        if not self._is_unit(parent.end, suffix, end):
            return None
        if self.text.startswith("务委员", end):
            return None  # 省委组织部|部务委员
        if self.text[suffix:end] == "所" and self.text[suffix - 1] in _OF_A_COUNT:
            return None  # 甲大学、乙大学两所
        if self.text[suffix:end] == "所" and not parent.text.endswith("院"):
            return None  # 俄军指挥所
        if self.text[suffix:end] == "系" and (parent.group != "EducationInstitution" or self._short_word(suffix)):
            return None  # 与教育局联系
        return Body(parent.start, end, self.text[parent.start : end], parent.group, parent.end)

    def _of_region(self, suffix: int) -> bool:
        """Whether a 署 is one of the departments of a special region: 香港特别行政区政府康乐及文化事务署; others are named in full."""
        named = _REGION.search(self.text, max(0, suffix - _REGION_FAR), suffix)
        return named is not None and last_barrier(self._barriers, suffix) <= named.end()

    def _for_kinds(self, joint: int, suffix: int, end: int, found: dict[int, Body]) -> Body | None:
        """国家文物局博物馆与社会文物司: a department for a kind of bodies and for something else, and not both of a museum and a department."""
        kind = (
            found.get(joint)
            if joint > 0 and self.text[joint] in "与和" and self.text[suffix:end] in _OF_FIELDS
            else None
        )
        if kind is None or kind.parent_end is None or last_barrier(self._barriers, suffix) > kind.start:
            return None
        superior, of = found.get(kind.parent_end), self.text[kind.parent_end : joint]
        of_state = superior is not None and superior.group == "GovernmentBody"
        if not is_served(of, of_state) or not self._is_unit(joint + 1, suffix, end):
            return None
        return Body(
            kind.start, end, self.text[kind.start : end], superior.group if superior else kind.group, kind.parent_end
        )

    def _short_word(self, position: int) -> bool:
        """Whether a position lies in a word of two characters: 联系, 体系; not 历史|学系."""
        index = self.cut.at(position)
        return self.cut.starts[index] < position and len(word := self.cut.word(index)) == 2 and word[0] != "学"

    def _is_unit(self, start: int, suffix: int, end: int) -> bool:
        """Whether [start, end) is the name of a department within a body."""
        between = self.text[start:suffix]
        return bool(
            re.fullmatch(r"[一-鿿]{1,12}", between)
            and not re.search(
                r"[的在由对将了为各]|还有|以及|相关|有关|所属|职能|负责人|分管|主办|[系院][与和及]|印发|会同|联合|部署|召开",
                between,
            )
            and between[0] not in "和与及原"
            and not (between.startswith(_DOES) and self.text[start + 2 : end] in named_bodies())  # 甲办协调应急管理部
            and not (
                self.text[end - 1] == "处" and between[-1] in "两多几数" and self.text[suffix:end] == "处"
            )  # 多处阵地
            and (self.text[start:end] not in named_bodies() or self.text.endswith("特别行政区政府", 0, start))
            and self.text[end - 2 : end] not in words("unit_exceptions.tsv")
            and not self.text[start:end].endswith(_ROOMS)
            and (end - start <= 2 or only_nouns(self.cut, start, suffix - 2 * between.endswith("工作")))  # 教师工作司
            and not self._edges.straddled(end)
        )
