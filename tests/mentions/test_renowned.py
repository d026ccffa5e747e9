"""Persons known by their names alone, and rulers with a number."""

import pytest

from kg.mentions.lexicon import rows
from kg.mentions.renowned import renowned, rulers
from kg.mentions.words import cut
from kg.model import Kind
from tests.reader import facts, names

PERSONS: list[tuple[str, list[str]]] = [
    ("国家主席会见西班牙国王费利佩六世。", ["费利佩六世"]),
    ("英国女王伊丽莎白二世去世，查尔斯三世即位。", ["伊丽莎白二世", "查尔斯三世"]),
    ("奥尔加公主是卡洛曼二世之女。", ["奥尔加", "卡洛曼二世"]),
    ("瑞典国王卡尔十六世·古斯塔夫到访。", ["卡尔十六世·古斯塔夫"]),
    ("1812年，拿破仑率军进攻莫斯科。", ["拿破仑"]),
    ("前首相鸠山由纪夫在会上发言，周恩来曾到过这里。", ["鸠山由纪夫", "周恩来"]),
    ("李白和杜甫的诗，苏格拉底的思想，孩子都学。", ["李白", "杜甫", "苏格拉底"]),
    ("俄罗斯总统普京曾与他通话。", ["普京"]),
    ("后来安德鲁和玛莎离开了农场。", ["安德鲁", "玛莎"]),
    ("宋理宗在位时，桓帝的故事流传，唐宪宗下令。", ["宋理宗", "桓帝", "唐宪宗"]),
    # what bears a name is no person, nor is a part of another's name
    ("参观鲁班工坊，获鲁迅文学奖。", []),
    ("代表团在孔子学院和曼德拉大学讲课。", []),
    ("俄军在巴赫穆特方向推进，美军“杜鲁门”号航母抵达。", []),
    ("十九世纪，他在第三世界工作，坚持马克思主义。", []),
    ("油轮“格蕾丝一号”停在安娜堡，刘易斯顿市和埃德森城下雪。", []),
    ("比赛中安德鲁进球，祖国和皇帝，光宗耀祖，敬祖爱国。", []),
    ("杨业峰出席开幕式。", ["杨业峰"]),
    ("学习雷锋精神，雷锋校区扩建，雷锋班成立，古龙页岩油投产。", []),
    ("杜甫领银奖，鲁迅获国家奖。", ["杜甫", "鲁迅"]),
]


def test_table_pins_its_cases() -> None:
    assert len(PERSONS) == 19


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_persons_known_by_name(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.PERSON) == expected


def test_every_person_of_the_list_is_found_in_a_slot_of_its_own() -> None:
    listed = [row[0] for row in (*rows("persons.tsv", 2), *rows("foreign_given_names.tsv"))]
    assert len(listed) > 1600
    for name in listed:
        text = f"“{name}”"
        found = [*renowned(text, cut(text)), *rulers(text, cut(text))]
        assert any(n.text == name for n in found), name
