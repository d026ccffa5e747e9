"""Names of bodies: found at the word they end in, then read leftwards to where they begin.

A name of a body is a chain of nouns that ends in a known word (大学, 教育局, 联盟); bodies without a place in their name, the organs
of other countries and departments of a body named before are found beside them.
"""

import re
from collections.abc import Sequence

from kg.mentions.barriers import last_barrier, word_barriers
from kg.mentions.body import Body
from kg.mentions.body_edges import Edges
from kg.mentions.body_kinds import is_official, is_specific
from kg.mentions.body_words import is_department, suffix_hits
from kg.mentions.centres import is_centre
from kg.mentions.colleges import whose
from kg.mentions.congress import before_term, committee
from kg.mentions.departments import Departments, only_nouns
from kg.mentions.far_edges import aid_giver, formal, society, task_verb, with_founder, with_split_name
from kg.mentions.gazetteer import Hit
from kg.mentions.groups import ends_idiom, is_honour, of_group, reached_into, subsidiary
from kg.mentions.heads_together import NO_POST, are_heads
from kg.mentions.known_bodies import known_bodies
from kg.mentions.leading import AIDS, MAKES, SCHOOLS, trim
from kg.mentions.lexicon import words
from kg.mentions.plain_words import is_plain
from kg.mentions.several import LEVELS
from kg.mentions.transcribed import transcribing
from kg.mentions.twin_fields import with_twin
from kg.mentions.whole_bodies import PARTIES, of_party, with_party
from kg.mentions.words import Words

_TASK_FORCE = ("组", "小组", "专班", "领导小组")
_REGIONS = frozenset(["华东", "华北", "华南", "华中", "西南", "西北", "东北", "中国", "香港", "澳门"])
# 市委市政府 are two bodies.
_TWIN = re.compile("[省市区县州]?(?:人民政府|政府|人大|政协|纪委|委(?!员会))")
# Companies by their full form: what stands before is a name even where it looks like common words.
_FORMAL = re.compile("(?:有限责任|股份有限|有限|股份|集团)公司|总公司")
# 江海省对口支援某州前方指挥部: whom a province helps stands in the name of those whom it sent.
_AID = re.compile("(?:对口(?:支援|帮扶|协作|合作|援助)|援)\\Z")
_BRANCH_NAME = re.compile(
    "(?!和)(?:(?![了举行设建立办成的在是有与及由到新老各主本两三四五六七八九十个多])[一-鿿]){2,4}\\Z"
)
_AID_TEAMS = ("指挥部", "工作队", "工作组", "医疗队", "领导小组")
_OF_GROUP = re.compile("(?:吸纳|吸收|接纳|增补|新增|成员|会员)了?(?:单位|学校|院校|高校)?(?=[一-鿿]{2})")
_NO_END = re.compile(
    "部署(?!名)|[局厅院部处]务会|(?<=大)学(?:园区|城(?!市))|(?<=[高初])中等(?:职业|专业|教育)"
)  # 合作交流|部署, 教育局|局务会议
_TAKES = re.compile("[一-鿿]任\\Z|同\\Z")  # 甲任|北京某大学校长, 甲集团同|西安某大学
_BELOW = ("旗下", "下属", "所属")
_HAS = re.compile("(?<=[一-鿿]{2})(?:建有|设有|拥有|放进|写进|走进|融入|引入|引进)(?=[一-鿿]{2})")
_IS_OF_ALL = re.compile("是(?=全[省国市县区州]|我[省国市县区州])")
_ANY_BUREAU = re.compile("的\\Z|[厅局委办署]（\\Z|（[市县区]）\\Z")  # 二十余个城市的|文化和旅游局, 各省教育厅（|教委）
_STATE = re.compile("国务院|中共中央|中央|全国|最高")
_OFFICES = frozenset(("办公室", "工会", "团委", "秘书处", "编辑部", "指挥部", "党委"))
_BRANCHES = frozenset(("分行", "支行", "中心支行", "分公司", "支公司", "分厂", "分社", "分所", "分店", "分局", "直属库"))  # fmt: skip
# 江海大学校领导 are of 江海大学, though 学校 is a word.
_OF_SCHOOL = re.compile(
    "(?<=大学|学院)[一-鿿]{1,3}(?:系|学院|研究院)|(?<=大学|学院|中学|小学)校(?:领导|长|友|办|党委|园|方|团委|史|工会|报|医院|纪委|区|内|外|训|庆|董事|务)"
)
_SHARED = ("学院", "办公室", "研究院", "研究中心", "研究所", "学会", "协会", "研究会", "实验室", "联合会", "促进会", "商会", "教育集团", "职教集团",
           "创新中心", "产业联盟", "创新联盟", "技术联盟", "专业委员会", "专委会", "教学指导委员会", "共同体", "联合体", "发展中心", "考试中心", "服务中心", "促进中心")  # fmt: skip
_SHARED_ALWAYS, _DASHES = frozenset(_SHARED[:9]), frozenset("—-－–")  # with 及 too
_JOINT = ("研究院", "研究中心", "实验室", "研究所", "中心")  # what two bodies have together
_COMMITTEES_IN = tuple(kind + "党工委" for kind in "局厅院校司")
_HELD_BY = re.compile("(?:组委会|执委会|筹委会|组织委员会|执行委员会|筹备委员会)(?:办公室|秘书处)?\\Z")
_JOINTLY = ("部省共建", "省部共建", "部市共建", "省市共建", "部区共建")
_TERM = re.compile("第[一二三四五六七八九十百0-9]{1,3}届(?:理事会|监事会|董事会)\\Z")  # of the society before it
_NTH = re.compile("第[一二三四五六七八九十百0-9]{1,4}[届次]\\Z")
_NTH_LONG = 6  # characters
_OF_NATION = ("中国科学院", "中国工程院", "国家", "国务院", "中央")


class Bodies:
    """Finds bodies in one text; `barriers` are offsets no name may reach over (ends of titles and of persons' names)."""

    def __init__(self, text: str, cut: Words, barriers: Sequence[int], places: Sequence[Hit]) -> None:
        self.text, self.cut = text, cut
        posts = (b for b in barriers if not NO_POST.search(text, max(0, b - 2), b + 3))
        named = {p for h in places for p in range(h.start + 1, h.end)}  # 任|城区
        takes = (h.start for h in places if _TAKES.search(text, max(0, h.start - 2), h.start))
        self._barriers = sorted([*posts, *takes, *(b for b in word_barriers(text) if b not in named)])
        self._edges = Edges(text, cut, places)
        self._departments = Departments(text, cut, self._edges, self._barriers)
        self._known: frozenset[int] = frozenset()  # ends of bodies found as a whole

    def find(self) -> list[Body]:
        """Every body, the longest where one stands inside another, in order of the text."""
        found = known_bodies(self.text, self.cut, self._edges, self._barriers)
        self._known = frozenset(found)
        for start, end, group in suffix_hits(self.text):
            if self.text[end - 1] == "委" and self.text.startswith("员会", end):
                end += 2
            body = self._read(start, end, group, found)
            if body is not None:
                old = found.get(body.end)
                if old is None or (body.start < old.start and self._widens(body, old)):
                    found[body.end] = body
        chosen: list[Body] = []
        for body in sorted(found.values(), key=lambda b: (b.start, -b.end)):
            if not chosen or body.start >= chosen[-1].end:
                chosen.append(body)
        return chosen

    def _widens(self, body: Body, old: Body) -> bool:
        """Whether a longer name replaces one found before; a name of the national list only gains a place or a superior."""
        if old.end not in self._known or body.parent_end is not None:
            return True
        return self._edges.place_at(body.start) is not None and not old.text.startswith(_OF_NATION)  # 江海省|中国科学院

    def _barrier(self, position: int) -> int:
        return last_barrier(self._barriers, position)

    def _read(self, suffix: int, end: int, group: str, found: dict[int, Body]) -> Body | None:
        """The body whose last word, of a group of kinds, is [suffix, end), or None."""
        text = self.text
        if group == "unit":
            if text[suffix:end] == "系" and text.endswith(("系", "院"), 0, suffix):
                return None  # 物理系|系主任
            return self._departments.unit(suffix, end, found)
        if text.startswith(("学部", "管理处"), suffix) and (unit := self._departments.unit(end - 1, end, found)):
            return unit  # 某某大学医学部
        if self._ends_none(suffix, end):
            return None
        end = self._with_brackets(suffix, end, group)
        barrier = self._barrier(suffix)
        if is_honour(text, suffix, end):
            return None
        if text.endswith(("委员会", "委"), 0, end) and (below := committee(text, end, found)):
            return below
        if (quoted := self._quoted(suffix, end, group, found)) and not self._pair(quoted.start, suffix, found):
            return quoted
        left = trim(self._edges, self._edges.walk(suffix, barrier, found), suffix, end)
        if left is None or _IS_OF_ALL.search(text, max(0, left - 1), suffix) or text.endswith(_BELOW, left, suffix):
            return None  # 某某保健院是全省业务指导中心, 某某集团旗下公司
        left = next(
            (m + len(w) for w in _BELOW if (m := text.rfind(w, left, suffix)) > left), left
        )  # 某集团旗下|三亚学院
        if inner := list(_HAS.finditer(text, left, suffix)):
            left = inner[-1].end()  # 研究院建有|国家重点实验室
        start = self._past_words(left, suffix, end, group)
        if start == suffix and (branch := self._branch(suffix, end, barrier, found)):
            return branch
        start = self._from_whole(start, suffix, end, group, barrier, found)
        if group in ("EducationInstitution", "Organization"):
            start = with_split_name(self._edges, start, suffix, end)
        if self._edges.straddled_into(start, suffix, end) or (
            group == "EducationInstitution" and self._holds_ministry(start, suffix, found)
        ):
            return None
        start = self._with_others(start, suffix, end, group, barrier, found)
        whole = found[end] if end in self._known else None
        if whole is not None and whole.start in found and start <= whole.start and _STATE.match(text, whole.start):
            return whole  # 教育部国务院扶贫办 are two
        start, parent_end = self._superior(start, suffix, end, group, found)
        start, parent_end = self._dashed(start, suffix, end, parent_end, found)
        if text.endswith(PARTIES, 0, start):  # 民建省委 is no committee of the Communist Party
            start, end, group = with_party(text, start, end)
        elif group == "PartyBody" and (party := of_party(text, start, end)) is not None:
            return party
        if parent_end is not None and text[suffix:end] in _OFFICES and found[parent_end].group == "Company":
            return None  # a company's office is no body of its own
        if (
            group == "Company"
            and _FORMAL.search(text, suffix, end)
            and not of_group(self._edges, start, parent_end, suffix, end, found)
        ):
            start = self._formal(start, suffix, barrier, found)
        if (
            group == "GovernmentBody"
            and parent_end is None
            and _ANY_BUREAU.search(text, max(0, start - 3), start)
            and is_department(text[start:end])
        ):
            return None
        if (place := before_term(self._edges, start, end)) is not None:
            return Body(place[0], end, text[slice(*place)] + text[start:end], group)  # 某县第十届政协
        if text[start] == "（":
            return None  # 完美（中国）公司, of which no more was read
        if not is_specific(self._edges, start, suffix, end, group, parent_end):
            return self._of_another(start, suffix, end, group, found)
        if group in ("Organization", "Alliance") and text[start:end].endswith(_TASK_FORCE):
            start = task_verb(self._edges, start)
        ours = group in ("GovernmentBody", "PartyBody") and text.startswith("中国", start)
        start += 2 * bool(ours and self._edges.place_at(start + 2))  # 中国|云南省教育厅
        start += text[start] == "前" and text[start + 1].isascii()  # 前|TCL集团总裁
        if parent_end is None and text[suffix:end] == "基金会":
            start = with_founder(text, start, suffix)
        start -= 2 * bool(
            text.endswith("健康", 0, start) and text.find("行动", start, suffix) > 0
        )  # 健康|江海行动领导小组
        start -= 4 * text.endswith(_JOINTLY, 0, start)  # 部省共建|国家某某领导小组
        name = text[start:end]
        if group == "GovernmentBody" and name.endswith("委员会") and not is_official(self._edges, start, end - 3):
            group = "Organization"
        if parent_end is None and (lender := whose(self._edges, start, end, found)):
            return Body(start, end, name, group, place=lender)
        return self._departments.placed(Body(start, end, name, group, parent_end), found)

    def _ends_none(self, suffix: int, end: int) -> bool:
        """Whether no body ends in the word at [suffix, end), by the words around it."""
        text = self.text
        return bool(
            (suffix == end - 1 and ends_idiom(self.cut, suffix, end))  # 统揽全局
            or text.endswith(("场所", "级政府", "层政府", "党委政府", "往一处"), 0, end)  # 某省县级政府, 基层政府
            or _NO_END.match(text, end - 1)
            or (self._edges.straddled(end) and not _OF_SCHOOL.match(text, end))
            or (suffix == end - 3 and _TERM.search(text, max(0, suffix - 6), end))
            or text.endswith(("办公会", "子公司", *_COMMITTEES_IN), 0, end)  # 某区教育局党工委 acts as the bureau
            or are_heads(text, suffix, end)
        )

    def _with_brackets(self, suffix: int, end: int, group: str) -> int:
        """Where a name ends that may have a place in brackets at its end: 中国地质大学（武汉）."""
        text = self.text
        close = text.find("）", end, end + 10) if text[end : end + 1] == "（" else -1
        if close < 0:
            return end
        inside = text[end + 1 : close]
        named = (
            inside in _REGIONS
            or (group == "EducationInstitution" and inside.endswith(("集团", "分校", "校区")))
            or (end + 1, close) in self._edges.near(end)
        )
        return close + 1 if named else end

    def _past_words(self, start: int, suffix: int, end: int, group: str) -> int:
        """Where a name begins behind words that are no part of it: 新时代|中医医院, 维护|区委."""
        text = self.text
        if start and text.startswith("新时代", start - 1):
            start = min(start + 2, suffix)
        elif text.startswith("开创新时代", start):  # to the segmenter 开|创新
            start = min(start + 5, suffix)
        alone = text[start] == "同" and self._barrier(start) == start and self._edges.place_at(start) is None
        if (
            alone
            and start
            and start + 2 < suffix
            and ("一" <= text[start - 1] <= "鿿" or re.search(f"(?<!同){re.escape(text[start + 1 : end])}", text))
        ):
            start += 1  # 李某某|同|南博集团董事; at the head of a clause, where the page names 南博集团
        if group == "PartyBody" and text[suffix] in LEVELS and text[start:suffix] in words("name_verbs.tsv"):
            start = suffix
        return start

    def _from_whole(self, start: int, suffix: int, end: int, group: str, barrier: int, found: dict[int, Body]) -> int:
        """Where a name begins that reaches into a body or a name that stands before its last word."""
        text = self.text
        before = found.get(suffix)
        office = suffix in self._known or text[suffix:end] in ("办公室", "秘书处")
        if before is not None and before.start >= barrier and (office or before.group == "EducationInstitution"):
            start = min(start, before.start)  # 某省对口支援工作领导小组|秘书处, 某大学文学与新闻学院|校友会
        if group == "EducationInstitution":
            if text.startswith("中共", start) and not text.startswith("委员会", end):
                start += 2  # 中共|某某学院党委委员, but 中共某某大学委员会 is one name
            word = self.cut.ending_before(start) if barrier < start < suffix else None
            if word and self.cut.word(word) in transcribing() and self.cut.word(word - 1) in words("countries.tsv"):
                start = max(self.cut.starts[word - 1], barrier)  # 葡萄牙|米|尼奥大学
        if _HELD_BY.search(text, suffix - 3, end) and (
            nth := _NTH.search(text, max(barrier, start - _NTH_LONG), start)
        ):
            place = self._edges.place_ending(nth.start())
            level = nth.start() - 1
            if place is None and text[level : level + 1] in LEVELS and not "一" <= text[level - 1 : level] <= "鿿":
                place = level  # 、省第十五届|运动会组委会
            start = start if place is None else place  # 某省第二十届|运动会组委会
        return start

    def _holds_ministry(self, start: int, suffix: int, found: dict[int, Body]) -> bool:
        """Whether another body's 部 stands in the name: 委派|高等教育部|综合大学司."""
        if "部" not in self.text[start:suffix]:
            return False
        ends = (found.get(e) for e in range(start + 3, suffix))
        return any(b is not None and b.start > start and b.text.endswith("部") for b in ends)

    def _with_others(self, start: int, suffix: int, end: int, group: str, barrier: int, found: dict[int, Body]) -> int:
        """Where a name begins that has a second field before 与, those whose aid it organizes, or a first work before 暨."""
        text = self.text
        if (
            start - 1 > barrier
            and text[start - 1 : start] in ("与", "和", "及")
            and text.endswith(_SHARED, start, end)
            and (text[start - 1] != "及" or text[suffix:end] in _SHARED_ALWAYS)
        ):
            start = with_twin(self._edges, start, suffix, barrier, found)
        if (
            group == "Organization"
            and text.endswith(_AID_TEAMS, suffix, end)
            and (aid := _AID.search(text, barrier, start))
        ):
            giver = aid_giver(self._edges, aid.start(), found)
            start = start if giver is None or giver < barrier else giver
        return society(self._edges, start, suffix, end, barrier)

    def _superior(
        self, start: int, suffix: int, end: int, group: str, found: dict[int, Body]
    ) -> tuple[int, int | None]:
        """Where a name begins and where the superior ends that it begins with, if any."""
        text = self.text
        parent_end = next((e for e in range(end - 1, start, -1) if e in found and found[e].start == start), None)
        adjoining = found.get(start)
        of_company = text[suffix:end] in _BRANCHES
        if group == "Company" and of_company:
            adjoining = reached_into(start, suffix, self._known, found) or adjoining
            start = adjoining.end if adjoining and adjoining.start < start < adjoining.end else start
        if parent_end is not None and self._is_beside(parent_end, group, found):
            if group == "EducationInstitution":
                adjoining = None
            start, parent_end = parent_end + 1, None
        if (
            adjoining is not None
            and (group != "Company" or of_company or subsidiary(self._edges, adjoining, suffix, end))
            and not _TWIN.match(text, start)
            and self._barrier(suffix) <= adjoining.start
        ):
            return adjoining.start, start
        if parent_end is None:
            return start, None
        apart = AIDS.match(text, parent_end, suffix) or _OF_GROUP.match(text, parent_end, suffix)
        if apart and text.endswith(SCHOOLS, suffix, end):
            return apart.end(), None  # 甲大学结对帮扶|乙学院, 某某联盟成员|乙学院
        agreed = text[suffix:end] == "大学" and text.endswith("人民政府", 0, parent_end)  # 《甲市人民政府乙大学协议》
        return (parent_end, None) if agreed or _TWIN.match(text, parent_end) else (start, parent_end)

    def _is_beside(self, parent_end: int, group: str, found: dict[int, Body]) -> bool:
        """Whether 和 behind a body joins a second one, where the segmenter cuts across: 甲学校|和|平坝区学校, 省卫健委|和|省教育厅."""
        text = self.text
        placed = self._edges.place_at(parent_end + 1) is not None
        if group == "EducationInstitution":
            return text[parent_end] in "和与" and found[parent_end].group == group and placed
        return group == "GovernmentBody" and text[parent_end] in "和与及" and (text[parent_end + 1] in LEVELS or placed)

    def _of_another(self, start: int, suffix: int, end: int, group: str, found: dict[int, Body]) -> Body | None:
        """The body that a name means which is none by itself: it belongs to a body or zone that the text names before."""
        text = self.text
        if lender := whose(self._edges, start, end, found):
            return Body(start, end, text[start:end], group, place=lender)
        if text.startswith("附属", start) and not text.endswith("中小学", start, end):
            # 甲大学附属某医院书记、附属儿童医院院长
            attached = self._departments.placed(Body(start, end, text[start:end], group), found)
            return attached if attached.place else None
        if is_centre(text, start, end, found) and (lead := self._departments.lead(start, found)):
            return Body(start, end, text[start:end], "Organization", place=lead)
        zone = self._departments.of_zone(start, end, group, found)
        return zone if zone or start < suffix else self._departments.coordinated(suffix, end, group, found)

    def _branch(self, suffix: int, end: int, barrier: int, found: dict[int, Body]) -> Body | None:
        """某某小学明道分校: what stands between a school and its 分校 is the name of the branch, whatever it means as a word."""
        named = (
            _BRANCH_NAME.search(self.text, max(barrier, suffix - 4), suffix)
            if self.text.startswith("分校", suffix)
            else None
        )
        for school in (found.get(e) for e in range(named.start(), suffix - 1)) if named else ():
            if school is not None and school.group == "EducationInstitution" and school.start >= barrier:
                return Body(school.start, end, self.text[school.start : end], school.group, school.end)
        return None

    def _pair(self, start: int, suffix: int, found: dict[int, Body]) -> Body | None:
        """The body before a dash in a name: “甲大学—乙公司”."""
        if _DASHES.isdisjoint(self.text[start:suffix]):
            return None
        dash = max(self.text.rfind(mark, start, suffix) for mark in _DASHES)
        return found.get(dash) if dash > start else None

    def _dashed(
        self, start: int, suffix: int, end: int, parent_end: int | None, found: dict[int, Body]
    ) -> tuple[int, int | None]:
        """Where a name begins, and its superior ends, that has a body and a dash before it or within it: 甲大学-乙大学某某研究院 is
        both's, 甲大学—乙公司 are two."""
        text, left = self.text, self._pair(start, suffix, found)
        if left is None and text[start - 1 : start] in _DASHES and start - 1 in found:
            left = found[start - 1]
        if left is None:
            return start, parent_end
        second = left.end + 1
        if text.endswith(_JOINT, suffix, end) and any(
            e in found and found[e].start == second for e in range(second + 2, suffix)
        ):
            return left.start, None
        return second, parent_end if parent_end is not None and parent_end > second else None

    def _quoted(self, suffix: int, end: int, group: str, found: dict[int, Body]) -> Body | None:
        """“某某与某某研究院”: what stands alone in quotation marks is the whole name."""
        if self.text[end : end + 1] != "”":
            return None
        start = self.text.rfind("“", max(0, end - 24), suffix) + 1
        named = self.text.endswith("工作室", 0, end)  # “陆闻笙名师工作室”
        if named and (mark := self.text.rfind("、", start, suffix)) in found:
            start = mark + 1  # “甲名师工作室、乙名师工作室”
        if (
            not start
            or (self._barrier(suffix) > start and not named)
            or re.search("[，。！？；：、”]", self.text[start:suffix])
        ):
            return None
        if (
            not only_nouns(self.cut, start, suffix)
            or re.match(r"[一二两三四五六七八九十\d]+[个所家]", self.text[start:suffix])
            or not is_specific(self._edges, start, suffix, end, group, None)
            or MAKES.match(self.text, start)
        ):
            return None
        return Body(start, end, self.text[start:end], group)

    def _formal(self, start: int, suffix: int, barrier: int, found: dict[int, Body]) -> int:
        """Where the name of a company in its full form begins: further left while nothing in it is a name."""
        if (
            self.text[start - 1 : start] in ("与", "和")
            and start - 1 > barrier
            and start - 1 not in found
            and is_plain(self._edges, start, suffix)
        ):
            further = self._edges.walk(start - 1, barrier, found)  # 中国软件与技术服务股份有限公司
            start = further if further < start - 1 else start  # but 分别与|某某公司签约
        return formal(self._edges, start, suffix, barrier)
