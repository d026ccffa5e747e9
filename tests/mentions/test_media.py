"""Newspapers, sites and stations of a list that says that they are such."""

import pytest

from kg.model import Kind
from tests.reader import facts, names

LISTS: list[tuple[str, list[str]]] = [
    ("会后，岭河日报、云川网、青岭电视台等媒体作了报道。", ["岭河日报", "云川网", "青岭电视台"]),
    (
        "云川教育报、封面新闻以及岭河融媒体中心等近20家中省市媒体到会。",
        ["云川教育报", "封面新闻", "岭河融媒体中心"],
    ),
    ("活动吸引云川晚报、岭河在线等新闻单位关注。", ["云川晚报", "岭河在线"]),
    ("据云川卫视、江海频道和岭河都市报等多家主流媒体报道。", ["云川卫视", "江海频道", "岭河都市报"]),
    (
        "吸引了中国经济网、如皋日报、人民政协网、江海电视台等媒体。",
        ["中国经济网", "如皋日报", "人民政协网", "江海电视台"],
    ),
    # sorts of media, and what is no list of them
    ("通过报纸、广播电视、互联网等媒体宣传，利用校园广播、官方网站、短视频等新媒体推广。", []),
    ("通过地方电视台、手机报、各级广播等媒体发布。", []),
    ("通过学校官网、农村大喇叭广播、应急广播等媒体宣传，云岭等地电视台等媒体转播。", []),
    ("学校购置岭河日报、云川网等媒体平台的服务。", []),
    ("学校开设绘画、视频、云川网等多媒体课程。", []),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_media_of_a_list(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == expected
