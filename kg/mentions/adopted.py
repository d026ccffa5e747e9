"""Documents that are adopted or put out without marks: charters, plans of a place, reports, appeals; and agreements under their parties."""

import re
from typing import NamedTuple

from kg.mentions.gazetteer import gazetteer
from kg.mentions.program_words import REGIONS
from kg.text.scan import holds

SIGN = re.compile(r"(?:签署|签[订定]|签下|达成|签约|续签)(?:了|好|的(?:就?是|为))?")
# 审议通过甲联盟章程和…: what is adopted, or put out, under a name of its own and without marks.
_ADOPTS = re.compile("通过|印发|出台|下发|颁布|公布|发布|编制|制定|制订|修订")
_CHARTER = re.compile(
    "(?:了|的)?(?P<name>[一-鿿]{0,24}?(?:联盟|集团|学会|协会|商会|共同体|联合体|联合会|研究会|理事会|基金会|研究院|研究所|中心|委员会|促进会|合作社)章程(?:修正案|修订案|（草案）|草案)?)(?![一-鿿]{0,2}(?:制[定订]|规定|要求))"
)
# 联盟章程（草案）付诸表决
_VOTED = re.compile(
    "(?<=[，。；\n])(?P<name>[一-鿿]{0,20}?(?:联盟|集团|学会|协会|商会|共同体|联合体|联合会|研究会|理事会|基金会|研究院|委员会|促进会)章程(?:（草案）|草案)?)"
    "(?=(?:付诸|提[交请]|获得?|经|得以|顺利|一致|正式){1,3}[^，。；]{0,8}?(?:表决|审议|通过))"
)
_FOR_PLACE = re.compile(
    "(?:了|的)?(?P<name>(?![了的])[一-鿿“”\\d]{6,40}?(?:实施方案|工作方案|行动方案|建设方案|总体方案|实施意见|指导意见|实施办法|管理办法|暂行办法|实施细则|管理条例|若干措施|若干规定|专项规划|发展规划|规划纲要|工作计划|工作要点)(?:（[^（）]{2,16}）)?)(?=[，。；、和及等]|\\Z)"
)
_LAYS_DOWN = re.compile("，(?:进一步)?(?:明确|规定|提出|要求|细化|就[^，。；]{2,20}作出)")
# 宣读了全民健身倡议书, 共同发布青年创业宣言: what is read out or proclaimed without marks.
_READS_OUT = re.compile(
    "(?:宣读|发布|发出|发起|通过|签署|推出)(?:了|的)?(?P<name>(?![一二三四五六七八九十]|多|该|本|此|这|了|的|题为|关于)[一-鿿]{4,20}?(?:倡议书|宣言|公约|共同声明|联合声明|行动倡议))(?=[，。；、和及]|\\Z)"
)
_REPORTED = re.compile(
    "(?:了|的)?(?:[首一][份部个]|最新)*(?P<name>(?:20\\d\\d年度?)?(?!了|的|[首一两三多几数系][次批份部项种个列篇]|一系列|相关|有关|最新|近期)[一-鿿]{4,24}?(?:(?:分析|监测|研究|发展|调查|调研|质量|评估|指数|蓝皮书|年度)报告|白皮书|蓝皮书|绿皮书|红皮书))(?=[，。；、和及等]|\\Z)"
)
# 落实甲市政府与乙大学的战略合作协议: between whom it is, as its name.
_WHO = "(?:政府|大学|学院|学校|集团|公司|医院|银行|研究院|委员会|[教科卫]育?[委厅局])"
_PARTIES = re.compile(
    f"(?:落实|履行|执行|推进|推动|依据|根据|按照|围绕|把|将|细化)(?:好|了)?(?P<name>[一-鿿]{{2,16}}?{_WHO}[与和同][一-鿿]{{2,20}}?{_WHO}的?(?:全面|战略|深化|框架|市校|校地|校企|省校|教育|合作|共建|帮扶|对口)+(?:框架)?协议书?)"
)

_LISTS = tuple("、和及与")

ANNOUNCED = "announced without marks"
"""The rule by which a document is read that somebody adopts or puts out without marks."""

CARRIED_OUT = "agreement carried out"
"""The rule by which an agreement is read that was signed before."""


class Titled(NamedTuple):
    """A document named at [start, end), marks excluded, and what it is called: by its full name, where a short one stands there."""

    start: int
    end: int
    text: str
    rule: str

    @property
    def is_work(self) -> bool:
        """A film, a book, a speech: named in the same marks, but no document."""
        return self.rule == "title of a work"


def adopted(text: str) -> list[Titled]:
    """Charters, plans of a place, reports that are adopted or put out without marks, and agreements under their parties."""
    found: list[Titled] = []
    for verb in _ADOPTS.finditer(text):
        position = verb.end()
        while True:
            m = _CHARTER.match(text, position)
            plan = None if m else _FOR_PLACE.match(text, position)
            m = m or plan
            if m is None and verb.group() == "发布":
                m = _REPORTED.match(text, position)
            if m is None or "的" in m["name"] or m["name"].count("“") != m["name"].count("”"):
                break
            if (
                plan is None
                or _LAYS_DOWN.match(text, m.end())
                or m["name"].startswith((*REGIONS, "“十"))
                or ((hits := gazetteer().find(m["name"])) and hits[0].start == 0)
            ):
                found.append(Titled(m.start("name"), m.end("name"), m["name"], ANNOUNCED))
            if text[m.end() : m.end() + 1] not in _LISTS:
                break
            position = m.end() + 1
    for m in _VOTED.finditer(text) if "章程" in text else ():
        found.append(Titled(m.start("name"), m.end("name"), m["name"], ANNOUNCED))
    for m in _READS_OUT.finditer(text) if holds(text, ("倡议", "宣言", "公约", "声明")) else ():
        if "的" not in m["name"] and not SIGN.search(m["name"]):
            found.append(Titled(m.start("name"), m.end("name"), m["name"], ANNOUNCED))
    for m in _PARTIES.finditer(text) if "协议" in text else ():
        found.append(Titled(m.start("name"), m.end("name"), m["name"], CARRIED_OUT))
    return found
