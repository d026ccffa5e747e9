"""Development zones that act as bodies: 青岭国家高新区与某大学签约, 主办方江海经开区; a zone where something lies is a place."""

import re
from collections.abc import Iterator

from kg.mentions.body_edges import Edges
from kg.text.scan import holds

_KIND = re.compile(
    "(?:国家级?|省级)?(?:高新技术产业开发区|高新技术开发区|高新区|经济技术开发区|经开区)(?!管|党|工委|纪|(?:(?![与和同在将签了])[一-鿿]){0,6}(?:局|院|校|(?<![举主承协])办)|(?:(?![与和同在将签了])[一-鿿]){2,10}(?:公司|医院|小学|中学|幼儿园|园区|基地))"
)
_ACTS = re.compile(
    "（(?:以下|下)?简称|(?:已|还|将|也|正式|成功|共同|联合|双方){0,2}(?:[与同和][^，。；、]{2,24}?(?:签|合作|共建|联合|携手|举[行办])|(?:现场|分别)?签[署订约](?!仪式|活动|现场)|主办|承办|协办|举办|举行|召开|拿出|出台|组织|揭牌|挂牌|获批|晋升|升级为|在[^，。；]{2,20}?(?:评价|考核|评比)中|(?:近年来|今年以来|坚持|进一步|积极|大力|持续|不断|着力|深入|加快|抢抓|充分|主动|聚焦)(?:[^，。；]{0,8}?)(?:集聚|聚焦|推进|推动|优化|打造|培育|引进|构建|完善|深化|实施)|集聚了?|聚焦|出台|推出|印发|发布|制定|牵头|(?:在[^，。；]{2,30}，)?(?:新?组建|成立|设立|创办|开办|启动|实施)(?:了|起)?(?!以来|于|后|时|之|大会|仪式|活动|典礼|[\\d一二三四五六七八九十]+周?年|建设\\d|暨)(?=[一-鿿“])|为依托|为牵头|(?:、[^，。；、在]{2,16}){1,4}?(?:负责人|代表)?(?:共同|分别|正式)?签[署订])"
)
_ACTS_ALONE = re.compile("(?:主办方|承办方|协办方|主办单位|承办单位|指导|支持|授予|批准|批复同意|牵手|携手)\\Z")
# What a zone of a place is called: 上海|紫竹|高新区; 江海国家级|高新区 has no name of its own.
_OWN = re.compile("(?!国家|省级|市级|高新|新区|综合)[一-鿿](?:(?![省市区县州镇在与和同的到赴入])[一-鿿]){1,2}")
_OWN_NAME = 3
# 我校与云溪经济技术开发区签署: a zone whose full kind leaves nothing else that stands before it to be but its name.
_NAMED = re.compile(
    "[与和同、](?P<name>(?!国家|省级|市级|当地|属地|有关|相关|多个|各|我|本|该|全|两|[三四五]|所在|高新)[一-鿿]{2,3})\\Z"
)
_NAMED_LONG = 4
_WITH = re.compile("[与同和]\\Z")
_SIGNS = re.compile("(?:正式|成功|共同|就[^，。；]{2,20})?(?:签[署订约]|合作|共建|达成|携手)")


def zones(text: str, edges: Edges) -> Iterator[tuple[int, int]]:
    """Where the zones of a place are named that do something, sign or are founded."""
    for m in _KIND.finditer(text) if holds(text, ("高新", "经济技术开发区", "经开区")) else ():
        start = _begins(edges, m)
        if start is None:
            continue
        if (
            _ACTS.match(text, m.end())
            or _ACTS_ALONE.search(text, max(0, start - 6), start)
            or (_WITH.search(text, max(0, start - 1), start) and _SIGNS.match(text, m.end()))
        ) and not text.endswith(("在", "位于", "落户", "来到", "走进", "入驻", "地处", "赴", "为"), 0, start):
            yield start, m.end()


def _begins(edges: Edges, zone: re.Match[str]) -> int | None:
    """Where the place before a zone begins, or the zone that is a division of its own."""
    start = edges.place_ending(zone.start())
    if start is not None:
        return start
    for own in range(2, _OWN_NAME + 1):  # 上海紫竹高新区
        start = edges.place_ending(zone.start() - own)
        if start is not None and _OWN.fullmatch(edges.text, zone.start() - own, zone.start()):
            return start
    whole = edges.place_ending(zone.end())
    if whole is not None and whole < zone.start():
        return whole
    named = _NAMED.search(edges.text, max(0, zone.start() - _NAMED_LONG), zone.start())
    return named.start("name") if named and len(zone.group()) > _NAMED_LONG else None


_SAME_ZONE = {
    "高新区": re.compile("(?:国家级?)?(?:高新技术产业开发区|高新技术开发区|高新区)"),
    "经开区": re.compile("(?:国家级?)?(?:经济技术开发区|经开区)"),
}


def only_zone(text: str, edges: Edges, kind: str) -> str:
    """The place of the one zone of its kind that a text names: 江海 for 高新区管委会 beside 江海高新技术产业开发区."""
    named = _SAME_ZONE.get(kind)
    places = set()
    for m in named.finditer(text) if named else ():
        start = _begins(edges, m)
        if start is not None:
            places.add(text[start : m.start()].removesuffix("市"))
    return places.pop() if len(places) == 1 else ""
