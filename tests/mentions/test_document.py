"""Documents: in book-title marks, nested, agreements without marks; papers, films and songs are none."""

import pytest

from kg.model import Kind
from tests.reader import facts, names, words

DOCUMENTS: list[tuple[str, list[str]]] = [
    ("他在《云岭日报》上发表文章。", []),
    ("签订医疗帮扶协议书。", ["医疗帮扶协议书"]),
    ("会议审议通过《云南省教育督导条例（修订草案）》。", ["云南省教育督导条例（修订草案）"]),
    ("印发《关于学习贯彻〈中华人民共和国学前教育法〉的通知》。", ["关于学习贯彻〈中华人民共和国学前教育法〉的通知"]),
    ("印发《关于落实《学前教育法》的通知》。", ["关于落实《学前教育法》的通知"]),
    ("《贵州日报》记者采访了他。", []),
    ("据《科技日报》报道，新材料问世。", []),
    ("观看电影《雪山来客》。", []),
    ("发布《2024年湖北省科普统计报告》和《湖北省科普资源地图》。", ["2024年湖北省科普统计报告", "湖北省科普资源地图"]),
    ("省教育厅发布《校园食品安全工作指南》《学校食堂操作规范》。", ["校园食品安全工作指南", "学校食堂操作规范"]),
    ("云岭科技大学与星帆集团签署氢能技术联合攻关协议。", ["氢能技术联合攻关协议"]),
    ("两地签署跨区域医疗保障协作备忘录。", ["跨区域医疗保障协作备忘录"]),
    ("签署了《沿江城市文旅合作备忘录》。", ["沿江城市文旅合作备忘录"]),
    ("两校签署了合作协议。", []),
    ("现场签约项目36个。", []),
    ("根据《“健康中国2030”规划纲要》要求。", ["“健康中国2030”规划纲要"]),
    ("学生合唱《我和我的祖国》。", []),
    ("朗诵《沁园春·雪》。", []),
    ("纪录片《大河之源》开播。", []),
    ("合同书签订后，双方将尽快动工。", []),
    ("签订校地人才共育协议和科技特派员服务协议。", ["校地人才共育协议", "科技特派员服务协议"]),
    ("发出《绿色出行倡议书》。", ["绿色出行倡议书"]),
    (
        "出台《关于进一步减轻义务教育阶段学生作业负担和校外培训负担的意见》等文件。",
        ["关于进一步减轻义务教育阶段学生作业负担和校外培训负担的意见"],
    ),
    ("论文发表在《自然》杂志上。", []),
    ("话剧《青春之歌》上演。", []),
    ("《民法典》实施以来，成效明显。", ["民法典"]),
]


def test_documents_pins_its_cases() -> None:
    assert len(DOCUMENTS) == 26


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS)
def test_documents(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.DOCUMENT) == expected


@pytest.mark.parametrize("text", [text for text, expected in DOCUMENTS if expected])
def test_a_mention_is_the_name(text: str) -> None:
    found = facts(text)
    for entity in found.of(Kind.DOCUMENT):
        assert {words(found.page, span) for span in entity.mentions} <= {entity.name, *entity.aliases}
