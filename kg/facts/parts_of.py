"""partOf of departments, institutes and subsidiaries: 某省教育厅职业教育处 → 某省教育厅, 某大学化学系 → 某大学."""

import re
from collections.abc import Iterator

from kg.facts.doers import doers
from kg.facts.parties import org, parties_of
from kg.mentions.body import Body
from kg.mentions.body_words import full_name
from kg.mentions.found import Found
from kg.model import Kind, Relation

_STANDING = ("领导小组", "指挥部", "工作专班")  # what has but its office


def _is_department(text: str, body: Body) -> bool:
    """Whether a body is a department or institute of the one that its name begins with; a party organ's own organs are not."""
    if body.group in ("PartyBody", "Company") or body.parent_end is None:
        return False
    parent, own = text[body.start : body.parent_end], text[body.parent_end : body.end]
    return (
        (own[-1] in "部司处科室" and (not own.endswith("办公室") or parent.endswith(_STANDING)))
        or (own[-1] == "系" and parent.endswith(("大学", "学院")))
        or full_name(parent) == "中国科学院"
        or (parent.endswith(("大学", "科学院")) and own.endswith(("学院", "研究院", "研究所", "医院")))
    )


# 甲公司是乙集团（投资成立）的全资子公司.
_SUBSIDIARY = re.compile(
    "(?:（[^（）]{2,30}）)?(?:则|均|都)?(?:是|为|系|作为)(?P<whole>[^，。；]{2,40}?)(?:在[^，。；的]{2,12})?(?:(?:独资|合资|投资|出资|控股|参股|旗下|下属|直属)*(?P<founded>成立|设立|组建|创办|兴办)?的?)"
    "(?:全资|控股|独资|直属|核心|重要|一级|二级)*(?:子公司|子集团|分公司|所属企业|下属企业|下属公司|所属公司)(?=[，。；、]|\\Z)"
)


def subsidiaries(found: Found) -> Iterator[Relation]:
    """A company that is said to be another's subsidiary is part of it, and founded by it where that is said."""
    text = found.page.text
    for body in found.bodies if "公司" in text or "企业" in text else ():
        m = _SUBSIDIARY.match(text, body.end) if body.group == "Company" and found.is_read(body.start) else None
        whole = found.bodies_ending.get(m.end("whole")) if m else None
        if (
            m is None
            or whole is None
            or whole.start < m.start("whole")
            or found.body_name(whole) == found.body_name(body)
        ):
            continue
        span, own, other = found.page.span(body.start, m.end()), org(found.body_name(body)), org(found.body_name(whole))
        yield Relation((span,), "subsidiary", own, "partOf", other)
        if m["founded"]:
            yield Relation((span,), "founds", other, "establishes", own)


# 学校坐落于某市，隶属于某厅.
_BELONGS = re.compile(
    "(?:目前|行政|业务|直接|现|均|都|是|为|系){0,4}(?:隶属|直属|从属)(?:于|关系(?:为|是))?(?P<whole>[^，。；、]{2,30}?)(?=[管领主的，。；、和与]|\\Z)(?:管理|领导|主管)?的?(?=[，。；、和与]|\\Z)"
)


def belonging(found: Found) -> Iterator[Relation]:
    """A body that is said to belong to another, in its own clause or in one that goes on with it."""
    text = found.page.text
    for m in _BELONGS.finditer(text) if "属" in text else ():
        sentence = found.sentence_at(m.start())
        whole = found.bodies_ending.get(m.end("whole"))
        if sentence is None or whole is None or whole.start != m.start("whole"):
            continue
        parties = [p for p in parties_of(found, sentence.start, m.start()) if p[2].kind is Kind.ORGANIZATION]
        said = (
            parties[-1:]
            if parties and parties[-1][1] == m.start()
            else doers(found, sentence.start, m.start(), parties).own
        )
        other = org(found.body_name(whole))
        for start, _, one in said:
            if one != other:
                yield Relation((found.page.span(start, m.end()),), "belongs to", one, "partOf", other)


def departments(found: Found) -> Iterator[Relation]:
    """A department is part of the body whose name its own begins with."""
    for body in found.bodies:
        if body.parent_end is not None and found.is_read(body.start) and _is_department(found.page.text, body):
            whole = found.body_name(body)
            if not whole.endswith(found.page.text[body.parent_end : body.end]):
                continue  # a short form of its name
            parent = found.resolver.as_named(whole[: len(whole) - (body.end - body.parent_end)])
            if parent and parent != whole:
                yield Relation(
                    (found.page.span(body.start, body.end),), "department", org(whole), "partOf", org(parent)
                )
