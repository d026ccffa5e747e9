"""Persons whom no title stands beside: found by their characters, the words around them and how the words are cut."""

import pytest

from kg.mentions import lexicon
from kg.mentions.lexicon import LexiconError, scores
from kg.model import Kind
from tests.reader import facts, names

PERSONS: list[tuple[str, list[str]]] = [
    ("“我们村的路修好了。”李春梅说，今年收入比去年多。", ["李春梅"]),
    ("在男子组决赛中，陈志强以优异成绩夺得冠军。", ["陈志强"]),
    ("王秀兰的儿子考上了大学。", ["王秀兰"]),
    ("荣获一等奖的有：张晓明、刘玉华、赵建国。", ["张晓明", "刘玉华", "赵建国"]),
    ("会上，周建民表示，要抓好落实。", ["周建民"]),
    ("毕业后，孙伟回到家乡创业。", ["孙伟"]),
    ("欧阳志华告诉记者，大棚里种的是草莓。", ["欧阳志华"]),
    ("罗西尼表示，双方将继续合作。", ["罗西尼"]),
    ("黄佳雪，女，汉族，1985年6月生，现任副处长。", ["黄佳雪"]),
    ("林永和先生：1966年12月出生，硕士。", ["林永和"]),
    ("颁奖嘉宾里有阿尔瓦·林德霍和其他来宾。", ["阿尔瓦·林德霍"]),
    ("昨天，让·莫佩尔与卡佳·维森塔同台演出。", ["让·莫佩尔", "卡佳·维森塔"]),
    ("新片由托尔斯滕·诺瓦兰执导。", ["托尔斯滕·诺瓦兰"]),
    ("志愿者王秋生在门口等候。", ["王秋生"]),
    ("潘德罗夫斯基当天抵达。", ["潘德罗夫斯基"]),
    ("西尔莫纳和卡尔维诺夫表示欢迎。", ["西尔莫纳", "卡尔维诺夫"]),
    ("国王西尔莫纳和太后卡莉维娅出席。", ["西尔莫纳", "卡莉维娅"]),
    ("联赛中，主力中场阿尔本蒂斯和前锋博雷利诺都缺阵。", ["阿尔本蒂斯", "博雷利诺"]),
    ("新闻秘书佩尔维诺夫表示，价格下跌。", ["佩尔维诺夫"]),
    ("经济学家田代秀敏指出，形势复杂。", ["田代秀敏"]),
    ("2010年，艾云华则在演唱会后离开。", ["艾云华"]),
    ("外交大臣费尔桑米拉亲王到访，前锋莫塔莱维奇停赛。", ["费尔桑米拉", "莫塔莱维奇"]),
    ("王先生和李女士是小区的住户。", []),
    ("拥有境外永久居留权，职称为高级工程师。", []),
    # none of these is a person
    ("高水平对外开放不断推进，产业发展迈上新台阶。", []),
    ("乌克兰和塞尔维亚的代表参加了会议。", []),
    ("文明城市创建工作全面展开，成效明显。", []),
    ("金华的企业在白银和石家庄都有分厂。", []),
    ("查干湖的冬捕吸引了许多游客。", []),
    ("项目位于东南方向，交通方便。", []),
    ("全国各族青年要立大志、明大德、成大才、担大任。", []),
    ("从严治党，任重道远。", []),
    ("山里有温泉，环境宁静，白云就在脚下。", []),
    ("韩方愿同中方合作，马方也表示欢迎。", []),
    ("代表团访问了马尼拉和比什凯克。", []),
    ("广州和深圳今年的高考时间一样。", []),
    ("代表团访问了曼德勒、埃拉特和毛伊岛，参观了养心殿。", []),
    ("台风“艾云尼”来袭，科普工作不停，罪犯被收押。", []),
    ("横田基地的污水流入河中，苏绣和宋锦参展。", []),
    ("科尔贝茨是瑞士的城镇，位于该国东部，科尔贝茨说德语。", []),
    ("塔塔尔、哈萨克、乌孜别克等民族的代表参加。", []),
    ("军队在库尔扬诺沃、马尔蒂茨克等多个方向推进。", []),
    ("栾川站启动仪式在栾川县举行，栾川群众参观了展览。", []),
]


def test_table_pins_its_cases() -> None:
    assert len(PERSONS) == 43


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_persons_without_a_title(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.PERSON) == expected


def test_a_cell_that_is_no_number_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "rows", lambda name, columns: (("before:title", "2,5"),))
    with pytest.raises(LexiconError, match=r"^no-number.tsv, before:title: 2,5 is no number"):
        scores("no-number.tsv")
