"""Newspapers, sites and stations in a list that says that they are such: 岭河日报、云川网、青山电视台等媒体."""

import re
from collections.abc import Sequence

from kg.mentions.body import Body
from kg.mentions.ordered import Ordered, Placed

_SORT = re.compile(
    "等(?:在内的)?[^，。；：、！？“”《》（）\n等]{0,16}?(?:(?<!多)媒体(?!人|平台|融合|中心|素养|技术|教室|资源|艺术|矩阵|号|集团)|新闻(?:单位|机构))"
)
_KIND = (
    "(?:日|晚|晨|早|商|快|时|周|都市|教育|教师|青年|工人|农民|经济|科技|卫生|健康|旅游|文化|法治|法制|工商|工业|农村|电力|交通|消费者?|中医药)报"
    "|网|电视台|卫视|电台|广播|频道|传媒|传媒中心|融媒|融媒体|融媒体中心|新闻|通讯社|新闻社|在线|客户端|杂志|周刊|视频|之声|发布"
)
_NAME = re.compile(f"(?P<own>[一-鿿A-Za-z·]{{2,12}}?)(?:{_KIND})\\Z")
# 校园广播、互联网等媒体: sorts of them.
_GENERAL = re.compile(
    "(?:[各本当]地|各[级类大家]|地方|校园|主流|中央|全国|国家|[省市县区州]级|传统|移动|公交|户外|楼宇|数字|有线|无线|卫星|官方|门户|专业|行业|公众|党政|党|社会|农村|社区|机关|知名|相关|"
    "互联|局域|因特|万维|网络|微信|微博|手机|报纸?|报刊|广播|电视|电台|新闻|信息|短|长|音|宣传|专题|综合|政务|政府|学校|我[省市县区州校院])+\\Z|互联|局域|[一-鿿]{0,8}(?:官|喇叭|应急|村村通|红领巾|课间|等地|数据)\\Z"
)
# What a list begins after.
_LEAD = re.compile(
    "以及|邀请到?|邀约|吸引|来自|包括|组织(?!人事)|通过|利用|接受|在(?!线)|有(?![线色])|对(?!外)|如(?!皋)|向(?!上)|(?<!财)经(?![济贸典])|(?<![数证])据|(?<!自)由"
    "|和(?![平谐田县])|[了被受获让请及与]"
)
_JOINTS = re.compile("以及|[、和与及]")
_MARK = re.compile("[，。；：！？\n“”‘’（）()《》]")
_SPAN = 200  # characters of a list
_SHORTEST = 3  # characters of such a name


# 云川网党委副书记、总编辑甲: an outlet whose head is named.
_HEADED = re.compile(
    "(?<![一-鿿])(?P<name>[一-鿿]{2,6}(?:网|在线|客户端))(?=(?:党委|党组|党总支)?副?书记|(?:执行|常务)?副?总(?:编辑?|裁|经理)|董事长|台长|社长)"
)


# 中国教师研修网: a site of the nation.
_NATIONAL = re.compile(
    "(?<![驻来自在])(?:中国(?!联通|互联|移动|物联)|全国(?=[一-鿿]{2,9}[育训修]网))(?:(?!最大|统一|一张|覆盖|形成|建成|构建|打造|搭建)(?![的各])[一-鿿]){2,10}?"
    "(?<![联电路管物水油气道交信货星法天蛛渔商])网(?=[、，。等和与（主总副执常]|联合|讯)"
)
_NO_SITE = re.compile(
    "(?:服务|营销|销售|监测|安全|保障|交通|救援|物流|通信|高铁|铁路|公路|关系|社交|朋友|骨干|科教|宽带|教育科研|计算机|电力)网\\Z"
)


def media(text: str, bodies: Sequence[Body]) -> list[Body]:
    """The names of such lists that no body among `bodies` has, in order of the text."""
    taken: Ordered[Placed] = Ordered(bodies)
    found: dict[int, Body] = {}
    for m in _SORT.finditer(text) if "媒体" in text or "新闻单位" in text else ():
        least = max(0, m.start() - _SPAN)
        for mark in _MARK.finditer(text, least, m.start()):
            least = mark.end()
        joints = [j.span() for j in _JOINTS.finditer(text, least, m.start())]
        begins, ends = [least, *(end for _, end in joints)], [*(start for start, _ in joints), m.start()]
        for begin, last in reversed(list(zip(begins, ends, strict=True))):
            if taken.touches(begin, last):
                continue
            for lead in _LEAD.finditer(text, begin, last):
                begin = lead.end()
            name = _NAME.match(text, begin, last)
            if name is None or last - begin < _SHORTEST or _GENERAL.match(name["own"]):
                break
            found[last] = Body(begin, last, text[begin:last], "Organization")
    for m in _HEADED.finditer(text) if "网" in text or "在线" in text or "客户端" in text else ():
        if not taken.touches(*m.span("name")) and not _GENERAL.match(m["name"][:-1]):
            found.setdefault(m.end(), Body(*m.span("name"), m["name"], "Organization"))
    for m in _NATIONAL.finditer(text) if "网" in text else ():
        if not taken.touches(*m.span()) and not _NO_SITE.search(m.group()):
            found.setdefault(m.end(), Body(*m.span(), m.group(), "Organization"))
    return [found[end] for end in sorted(found)]
