"""What the page calls the classes and relations, in Chinese and English, and how it draws the classes.

Colours are those of Okabe and Ito, which people with any of the common colour-vision deficiencies can tell apart;
every class has a shape of its own besides.
"""

from dataclasses import dataclass

from kg.model import Kind


@dataclass(frozen=True, slots=True)
class Look:
    """A class in the legend: its key, names, colour and the vis-network shape nearest to what is drawn."""

    key: str
    zh: str
    en: str
    color: str
    shape: str


OUTCOME = "Outcome"

LOOKS = (
    Look(Kind.ORGANIZATION.value, "机构", "Organization", "#0072B2", "square"),
    Look(Kind.PERSON.value, "人物", "Person", "#CC79A7", "dot"),
    Look(Kind.PROGRAM.value, "项目", "Program", "#D55E00", "hexagon"),
    Look(Kind.EVENT.value, "事件", "Event", "#009E73", "diamond"),
    Look(Kind.DOCUMENT.value, "文件", "Document", "#E69F00", "box"),
    Look(Kind.PLACE.value, "地区", "Place", "#56B4E9", "triangleDown"),
    Look(OUTCOME, "成果", "Outcome", "#7A8594", "ellipse"),
)

SUBCLASSES = {
    "GovernmentBody": ("政府机构", "Government body"),
    "PartyBody": ("党组织", "Party body"),
    "EducationInstitution": ("教育机构", "Education institution"),
    "Company": ("企业", "Company"),
    "Alliance": ("联盟", "Alliance"),
    "PolicyDocument": ("政策文件", "Policy document"),
}

# The order is that of the legend. What stands after `outcome` is shown in the panel and has no line in the picture.
RELATIONS = {
    "role": ("任职于", "holds a post in"),
    "organizes": ("主办", "organizes"),
    "hosts": ("主持", "hosts"),
    "participatesIn": ("参加", "takes part in"),
    "speaksAt": ("发言", "speaks at"),
    "signs": ("签署", "signs"),
    "signsWith": ("签约", "signs with"),
    "publishes": ("发布", "publishes"),
    "releasedAt": ("发布于", "released at"),
    "implements": ("实施", "implements"),
    "establishes": ("成立", "establishes"),
    "cooperatesWith": ("合作", "cooperates with"),
    "memberOf": ("成员", "member of"),
    "partOf": ("隶属", "part of"),
    "locatedIn": ("位于", "located in"),
    "outcome": ("成果", "outcome"),
    "post": ("职务", "post"),
    "date": ("日期", "date"),
    "theme": ("主题", "theme"),
    "direction": ("方向", "direction"),
    "quantity": ("数字", "quantity"),
}

MODIFIERS = {
    "exact": ("正好", "exactly"),
    "approx": ("约", "about"),
    "atLeast": ("不少于", "at least"),
    "over": ("超过", "over"),
    "atMost": ("不超过", "at most"),
}
