"""Members and founders that a list names after its label: 成员单位有10所，包括甲、乙; 发起单位共有8家，分别是甲、乙; 以甲为核心单位."""

import re
from collections.abc import Iterator

from kg.facts.parties import org
from kg.mentions.found import Found
from kg.mentions.organization import Body
from kg.model import LineRole, Relation, Sentence

_LABEL = re.compile(
    r"(?P<kind>成员|会员|常务理事|理事|副?理事长|副?会长|副?主席|核心|牵头|首批成员|发起|创始|共建|倡议)(?:单位|学校|高校|院校|企业|园|(?<=成员)(?=包括|分别|有|为|是|：))"
    r"(?:目前|现)?(?:共|共有|有|为|是|包括|分别)*\d*[家所个]?(?:[^，。；：]{0,12}[，：](?=即|包括|分别|有|为|是)|：)?(?:即|包括|分别|有|为|是|：)+"
)
_CORE = re.compile(r"以(?P<who>[^，。；]{2,40})为(?:核心|牵头|龙头|理事长|盟主)(?:单位|学校|园)?")
# Without one of these there is no such list.
_ANY = re.compile(
    "|".join(
        f"{kind}(?:单位|学校|高校|院校|企业|园)"
        for kind in ("成员", "会员", "理事", "理事长", "会长", "主席", "核心", "牵头", "发起", "创始", "共建", "倡议")
    )
    + "|成员(?:包括|分别|有|为|是|：)|为(?:核心|牵头|龙头|理事长|盟主)"
)
_GROUP = ("联盟", "集团", "联合体", "共同体", "协会", "学会", "联合会", "商会", "协作体", "医联体")
_FOUNDERS = frozenset(("发起", "创始", "共建", "倡议"))


def memberships(found: Found) -> Iterator[Relation]:
    """memberOf and establishes of the labelled lists of one page."""
    text = found.page.text
    for sentence in found.page.sentences if _ANY.search(text) else ():
        if sentence.role is LineRole.BODY and _ANY.search(text, sentence.start, sentence.end):
            yield from _labelled(found, sentence)


def _labelled(found: Found, sentence: Sentence) -> Iterator[Relation]:
    text = found.page.text
    for pattern in (_LABEL, _CORE):
        for m in pattern.finditer(text, sentence.start, sentence.end):
            group = _group(found, m.start())
            if group is None:
                continue
            listed = pattern is _LABEL
            start, end = (m.end(), _stop(text, m.end(), sentence.end)) if listed else m.span("who")
            name = found.body_name(group)
            predicate = "establishes" if listed and m["kind"] in _FOUNDERS else "memberOf"
            for body in found.body_index.within(start, end):
                member = found.body_name(body)
                if member != name:
                    spans = (found.page.span(m.start(), max(m.end(), body.end)),)
                    yield Relation(spans, "labelled list", org(member), predicate, org(name))


def _stop(text: str, start: int, end: int) -> int:
    """Where a list ends: at the next label at the latest."""
    again = _LABEL.search(text, start, end)
    return again.start() if again else end


def _group(found: Found, position: int) -> Body | None:
    """The association named last before a position, in its paragraph."""
    near = found.body_index.within(found.paragraph_start(position), position)
    groups = [b for b in near if b.text.endswith(_GROUP) or b.group == "Alliance"]
    return groups[-1] if groups else None
