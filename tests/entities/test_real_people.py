"""People of public life who bear one name, as articles name them: which are one. Posts as announced and in the news.

Who moved from one province to another, or between a province and a central body, is two as long as no article says so:
among such pairs are as many namesakes as movers, and a wrong merge cannot be seen in the graph, a missing one can.
"""

import pytest

from kg.entities.identify import identify
from kg.model import Kind
from tests.reader import facts

# the name, what one article says, what another says, are they one person?
PEOPLE: list[tuple[str, str, str, bool]] = [
    ("怀进鹏", "教育部部长怀进鹏出席。", "教育部党组书记、部长怀进鹏讲话。", True),
    ("怀进鹏", "工业和信息化部副部长怀进鹏出席。", "教育部部长怀进鹏讲话。", True),
    ("马晓伟", "国家卫生计生委副主任马晓伟出席。", "国家卫生健康委主任马晓伟出席。", True),
    ("万钢", "科技部部长万钢出席。", "中国科协主席万钢致辞。", True),
    ("白春礼", "中科院院长白春礼出席。", "中国科学院院长白春礼致辞。", True),
    ("邱勇", "清华大学校长邱勇致辞。", "清华大学党委书记邱勇讲话。", True),
    ("李言荣", "四川大学校长李言荣致辞。", "电子科技大学校长李言荣讲话。", True),
    ("张宗益", "重庆大学校长张宗益致辞。", "西南政法大学党委副书记张宗益讲话。", True),
    ("丁奎岭", "上海交通大学校长丁奎岭致辞。", "上海交大党委书记丁奎岭讲话。", True),
    ("邓云锋", "山东省教育厅厅长邓云锋致辞。", "山东省委教育工委常务副书记邓云锋讲话。", True),
    ("杨兴平", "四川省副省长杨兴平出席。", "四川省人民政府副省长杨兴平讲话。", True),
    ("胡玉亭", "辽宁省委副书记、大连市委书记胡玉亭出席。", "大连市委书记胡玉亭讲话。", True),
    ("屠呦呦", "中国中医科学院研究员屠呦呦获奖。", "屠呦呦研究员发言。", True),
    ("王毅", "外交部部长王毅出席。", "四川省文化和旅游厅副厅长王毅出席。", False),
    ("王勇", "国务委员王勇出席。", "四川省文化和旅游厅副厅长王勇出席。", False),
    ("李强", "国务院总理李强出席。", "蓬安县教育局局长李强出席。", False),
    ("王建军", "青海省委书记王建军出席。", "中国证监会副主席王建军出席。", False),
    ("张军", "最高人民法院院长张军出席。", "复旦大学经济学院院长张军出席。", False),
    ("李江", "四川省教育厅厅长李江出席。", "上海工程技术大学党委书记李江出席。", False),
    ("刘伟", "中国人民大学校长刘伟出席。", "重庆市财政局局长刘伟出席。", False),
    ("张杰", "上海交通大学校长张杰出席。", "河南省卫生健康委副主任张杰出席。", False),
    ("王磊", "山东省文化和旅游厅厅长王磊出席。", "武汉大学教授王磊发言。", False),
    ("陈刚", "广西壮族自治区党委书记陈刚出席。", "浙江省教育厅副厅长陈刚出席。", False),
    ("王宁", "云南省委书记王宁出席。", "北京语言大学教授王宁发言。", False),
    # movers whom no article shows moving
    ("孙尧", "黑龙江省副省长孙尧出席。", "教育部副部长孙尧出席。", True),
    ("郝平", "教育部副部长郝平出席。", "北京大学校长郝平致辞。", True),
    ("汪劲松", "西北工业大学校长汪劲松致辞。", "四川大学校长汪劲松致辞。", True),
    ("郑栅洁", "安徽省委书记郑栅洁出席。", "国家发展改革委主任郑栅洁出席。", True),
]  # fmt: skip
OPEN = {"孙尧", "郝平", "汪劲松", "郑栅洁"}


@pytest.mark.parametrize(("name", "one", "other", "same"), PEOPLE)
def test_people(name: str, one: str, other: str, same: bool) -> None:
    found = identify([facts(one, "2020-01-05", "one"), facts(other, "2023-01-05", "other")])
    ids = {e.id for f in found for e in f.of(Kind.PERSON) if e.name == name}
    assert all(any(e.name == name for e in f.of(Kind.PERSON)) for f in found)
    assert (len(ids) == 1) is (same and name not in OPEN)


def test_the_table_pins_its_cases() -> None:
    assert len(PEOPLE) == 28
