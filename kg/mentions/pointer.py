"""Words that mean a body within one article alone: 我校, 学校, 该校, 该联盟, 该公司, 联盟.

我校 is the page's own school; 该 and a kind is the last body of that kind named before; a bare 联盟 is the only one that the article names.
Where the article does not settle it, the words point to nothing.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from kg.mentions.body import Body
from kg.mentions.lexicon import heads
from kg.text.scan import matches

if TYPE_CHECKING:
    from kg.mentions.found import Found

_KINDS = "校|学校|大学|学院|院|中学|小学|医院|研究院|研究所|研究会|实验室|联盟|公司|集团|企业|银行|中心|协会|学会|商会|基金会|联合会|组织|机构|局|厅|部|委|馆|园|社|支队|法院|检察院|专班|工作组|领导小组"
_POINTER = re.compile(
    # What follows must not make another word of it: 该委员会, 该部分, 该社区, 该局面.
    rf"(?P<own>我校|本校)|(?P<that>[该本])(?P<kind>{_KINDS})(?![级类型长市区县省次届年月周报刊网人着来书地科系员分门队会面])"
    # 医院、学校、企业 are a list of sorts, 学会感恩 is a verb.
    r"|(?<![一-鿿])(?P<bare>学校|联盟|集团|(?<!、)(?:公司|医院|协会|学会(?![了做用在与感珍如怎])|商会|研究院|研究所)(?!、))"
    r"(?![间内外教]|改革|发展的大力支持|化|军)"
)
# Where one may begin.
_HEAD = heads(
    (*(f"{that}{kind}" for that in "该本" for kind in _KINDS.split("|")), "我校", "学校", "联盟", "集团", "公司", "医院", "协会", "学会", "商会", "研究")
)  # fmt: skip
_FURTHER = 1  # paragraphs before that of the pointer in which its body may stand
_POSTS = 14  # characters of the posts behind a pointer
_SCHOOLS = ("校", "学校")
_OFFICES = "处部室办科"


class Pointer(NamedTuple):
    """text[start:end] means the body called `body`."""

    start: int
    end: int
    text: str
    body: str


def pointers(found: "Found") -> Iterator[Pointer]:
    """Every pointer in running text whose body the article settles, in order."""
    only = cache(partial(_only, found))
    for m in matches(_POINTER, _HEAD, found.page.text):
        if not found.is_read(m.start()) or found.body_index.around(m.start(), m.end()):
            continue
        if body := _body(found, m, only):
            yield Pointer(m.start(), m.end(), m.group(), body)


def _only(found: "Found", kind: str) -> list[tuple[int, str]]:
    """The only body of a kind that the article names, and where it first stands; nothing where there are several or none."""
    alike = [(b.start, found.body_name(b)) for b in found.bodies if _is_of(b, kind)]
    return alike[:1] if len({name for _, name in alike}) == 1 else []


def _body(found: "Found", m: re.Match[str], only: Callable[[str], list[tuple[int, str]]]) -> str | None:
    if m["own"] or m["bare"] == "学校":
        return found.own_school(m.start())
    if m["bare"]:
        return next((name for start, name in only(m["bare"]) if start < m.start()), None)
    kind = m["kind"]
    near = found.body_index.within(found.paragraph_start(m.start(), _FURTHER), m.start())
    alike = [b for b in near if _is_of(b, kind)]
    if kind == "院" and found.page.text.find("检察长", m.end(), m.end() + _POSTS) >= 0:
        alike = [b for b in alike if b.text.endswith("检察院")]  # 该院党组书记、检察长
    name = found.body_name(alike[-1]) if alike else None
    if name and kind in _SCHOOLS and name[-1] in _OFFICES:
        return found.superiors.get(name, name)  # 该校 after 某某大学招生就业处
    return name


def _is_of(body: Body, kind: str) -> bool:
    if kind in _SCHOOLS:
        return body.group == "EducationInstitution" and not body.text.endswith("幼儿园")
    if kind == "企业":
        return body.group == "Company"
    return body.text.endswith(kind) or (kind in ("公司", "集团") and body.text.endswith(("公司", "集团")))
