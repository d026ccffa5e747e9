"""Two short articles and a thing that each of them names: is it one? Posts that pass on, bodies of one name, parts."""

import pytest

from kg.entities import identify
from kg.entities.explain import explain
from kg.entities.identify import settle
from kg.model import Kind
from tests.reader import facts

PERSON, BODY, DOCUMENT, PROGRAM = Kind.PERSON, Kind.ORGANIZATION, Kind.DOCUMENT, Kind.PROGRAM

# what it is about, class, an article, a name in it, another article, a name in it, are they one?
PAIRS: list[tuple[str, Kind, str, str, str, str, bool]] = [
    (
        "a post passes on: the holders are two, the body one",
        PERSON,
        "2021年3月5日，湖北省教育厅厅长姚素心出席座谈会。",
        "姚素心",
        "2024年6月2日，湖北省教育厅厅长费庭芳出席推进会。",
        "费庭芳",
        False,
    ),
    (
        "a post passes on: the body stays",
        BODY,
        "2021年3月5日，湖北省教育厅厅长姚素心出席座谈会。",
        "湖北省教育厅",
        "2024年6月2日，省教育厅党组书记、厅长费庭芳在武汉调研。湖北省教育厅有关处室参加。",
        "湖北省教育厅",
        True,
    ),
    (
        "who held the post before goes on to another of the province",
        PERSON,
        "2021年3月5日，湖北省教育厅厅长姚素心出席座谈会。",
        "姚素心",
        "2024年6月2日，湖北省政协副主席、省教育厅原厅长姚素心应邀到会。",
        "姚素心",
        True,
    ),
    (
        "one name, another body, another province",
        PERSON,
        "2024年6月2日，湖北省教育厅副厅长姚素心出席。",
        "姚素心",
        "2024年6月9日，云南省玉溪市第三中学校长姚素心发言。",
        "姚素心",
        False,
    ),
    (
        "a common name, another body of the same province",
        PERSON,
        "2024年6月2日，湖北省教育厅副厅长王磊出席。",
        "王磊",
        "2024年6月9日，湖北省襄阳市第三中学教师王磊发言。",
        "王磊",
        False,
    ),
    (
        "a rare name, another body of the same province",
        PERSON,
        "2024年6月2日，湖北省教育厅副厅长姚素心出席。",
        "姚素心",
        "2024年6月9日，湖北省襄阳市第三中学校长姚素心发言。",
        "姚素心",
        True,
    ),
    (
        "a common name without a body, with a calling that is no office",
        PERSON,
        "2024年6月2日，湖北省教育厅副厅长王磊出席。",
        "王磊",
        "2024年6月9日，湖北省举行表彰会，青年教师王磊发言。",
        "王磊",
        False,
    ),
    (
        "a common name without a post, and nothing in common",
        PERSON,
        "2024年6月2日，一汽集团公司总经理助理王刚受到处分。",
        "王刚",
        "2012年12月4日，马凯、王刚、李建国参加座谈会。",
        "王刚",
        False,
    ),
    (
        "a common name without a post, in an article about the province",
        PERSON,
        "2024年6月2日，湖北省教育厅副厅长王磊出席。",
        "王磊",
        "2024年6月3日，湖北省召开职业教育推进会，王磊出席。",
        "王磊",
        True,
    ),
    (
        "a minister of a common name, and a villager",
        PERSON,
        "2024年6月2日，教育部副部长王磊出席。",
        "王磊",
        "2024年6月3日，四川省大邑县举行农技培训，村民王磊参加。",
        "王磊",
        False,
    ),
    (
        "central committees of two parties",
        BODY,
        "2022年12月2日，民革第十四届中央委员会举行会议，中央委员会作报告。",
        "中央委员会",
        "2022年12月9日，农工党第十七届中央委员会举行会议，中央委员会作报告。",
        "中央委员会",
        False,
    ),
    (
        "two commissions with one office, and one of them",
        BODY,
        "2024年6月2日，中央纪委国家监委印发通知。",
        "中央纪委国家监委",
        "2024年6月9日，国家监委印发通知。",
        "国家监委",
        False,
    ),
    (
        "a common name, the same post in two counties",
        PERSON,
        "2024年6月2日，四川省大邑县县长王磊出席。",
        "王磊",
        "2024年6月9日，四川省仪陇县县长王磊发言。",
        "王磊",
        False,
    ),
    (
        "a renamed department",
        BODY,
        "2017年6月2日，湖北省环境保护厅印发通知。",
        "湖北省环境保护厅",
        "2024年6月9日，湖北省生态环境厅印发通知。",
        "湖北省生态环境厅",
        True,
    ),
    (
        "a department merged from two is neither",
        BODY,
        "2017年6月2日，襄阳市旅游局印发通知。",
        "襄阳市旅游局",
        "2024年6月9日，襄阳市文化和旅游局印发通知。",
        "襄阳市文化和旅游局",
        False,
    ),
    (
        "a department merged from three is not that of two",
        BODY,
        "2017年6月2日，襄阳市文化广电新闻出版局印发通知。",
        "襄阳市文化广电新闻出版局",
        "2024年6月9日，襄阳市文化广电和旅游局印发通知。",
        "襄阳市文化广电和旅游局",
        False,
    ),
    (
        "a short form of a merged department",
        BODY,
        "2024年6月2日，襄阳市文化广电和旅游局印发通知。",
        "襄阳市文化广电和旅游局",
        "2024年6月9日，襄阳市文广旅局印发通知。",
        "襄阳市文广旅局",
        True,
    ),
    (
        "a joint department is not one of the fields",
        BODY,
        "2024年6月2日，仪陇县教育科技和体育局印发通知。",
        "仪陇县教育科技和体育局",
        "2024年6月9日，仪陇县教育局印发通知。",
        "仪陇县教育局",
        False,
    ),
    (
        "a joint department with and without 和",
        BODY,
        "2024年6月2日，仪陇县教育科技和体育局印发通知。",
        "仪陇县教育科技和体育局",
        "2024年6月9日，仪陇县教育科技体育局印发通知。",
        "仪陇县教育科技体育局",
        True,
    ),
    (
        "superior and subordinate: a ministry and its academy",
        BODY,
        "2024年6月2日，教育部印发通知。",
        "教育部",
        "2024年6月9日，教育部教育考试院发布公告。",
        "教育部教育考试院",
        False,
    ),
    (
        "superior and subordinate: a department and its examination office",
        BODY,
        "2024年6月2日，湖北省教育厅印发通知。",
        "湖北省教育厅",
        "2024年6月9日，湖北省教育考试院发布公告。",
        "湖北省教育考试院",
        False,
    ),
    (
        "one short form in two provinces",
        BODY,
        "2024年6月2日，湖北省召开推进会，省教育厅、省财政厅参加。",
        "湖北省教育厅",
        "2024年6月9日，云南省召开推进会，省教育厅、省财政厅参加。",
        "云南省教育厅",
        False,
    ),
    (
        "one short form that two articles explain each in its way",
        BODY,
        "2024年6月2日，云岭职业教育联盟（以下简称“职教联盟”）成立，职教联盟设在昆明。",
        "云岭职业教育联盟",
        "2024年6月9日，荆楚职业教育联盟（以下简称“职教联盟”）成立，职教联盟设在武汉。",
        "荆楚职业教育联盟",
        False,
    ),
    (
        "a school and its affiliated school",
        BODY,
        "2024年6月2日，云岭师范大学举行典礼。",
        "云岭师范大学",
        "2024年6月9日，云岭师范大学附属小学举行典礼。",
        "云岭师范大学附属小学",
        False,
    ),
    (
        "affiliated schools of one university",
        BODY,
        "2024年6月2日，云岭师范大学附属小学举行典礼。",
        "云岭师范大学附属小学",
        "2024年6月9日，云岭师范大学附属中学举行典礼。",
        "云岭师范大学附属中学",
        False,
    ),
    (
        "a short form of an affiliated school",
        BODY,
        "2024年6月2日，云岭师范大学附属中学举行典礼。",
        "云岭师范大学附属中学",
        "2024年6月9日，云岭师大附中举行典礼。",
        "云岭师大附中",
        True,
    ),
    (
        "a school and its campus",
        BODY,
        "2024年6月2日，襄阳市第三中学举行典礼。",
        "襄阳市第三中学",
        "2024年6月9日，襄阳市第三中学东津校区举行典礼。",
        "襄阳市第三中学东津校区",
        False,
    ),
    (
        "schools of one name in two cities",
        BODY,
        "2024年6月2日，襄阳市第三中学举行典礼。",
        "襄阳市第三中学",
        "2024年6月9日，玉溪市第三中学举行典礼。",
        "玉溪市第三中学",
        False,
    ),
    (
        "schools of one name in two counties of one province",
        BODY,
        "2024年6月2日，大邑县实验小学举行典礼。",
        "大邑县实验小学",
        "2024年6月9日，仪陇县实验小学举行典礼。",
        "仪陇县实验小学",
        False,
    ),
    (
        "a school that is no longer a college",
        BODY,
        "2017年6月2日，贵阳医学院举行典礼。",
        "贵阳医学院",
        "2024年6月9日，贵州医科大学举行典礼。",
        "贵州医科大学",
        True,
    ),
    (
        "a hospital of every place",
        BODY,
        "2022年4月2日，武汉市防控疫情。方舱医院设床位千张。",
        "方舱医院",
        "2022年4月9日，长春市防控疫情。方舱医院设床位千张。",
        "方舱医院",
        False,
    ),
    (
        "a sort of centre of which the State has many",
        BODY,
        "2024年6月2日，国家医学中心落户武汉。",
        "国家医学中心",
        "2024年6月9日，国家医学中心落户昆明。",
        "国家医学中心",
        False,
    ),
    (
        "a ministry of another country by its short name",
        BODY,
        "2024年6月2日，俄罗斯国防部发布消息。",
        "俄罗斯国防部",
        "2024年6月9日，俄国防部发布消息。",
        "俄国防部",
        True,
    ),
    (
        "a ministry of another country and that of this one",
        BODY,
        "2024年6月2日，新加坡教育部发布消息。",
        "新加坡教育部",
        "2024年6月9日，教育部发布消息。",
        "教育部",
        False,
    ),
    (
        "an office of another country",
        BODY,
        "2024年6月2日，英国国家统计局发布消息。",
        "英国国家统计局",
        "2024年6月9日，英国国家统计局发布数据。",
        "英国国家统计局",
        True,
    ),
    (
        "an intangible heritage centre by its short name",
        BODY,
        "2024年6月2日，湖北省非物质文化遗产保护中心发布名录。",
        "湖北省非物质文化遗产保护中心",
        "2024年6月9日，湖北省非遗保护中心发布名录。",
        "湖北省非遗保护中心",
        True,
    ),
    (
        "agreements of one title among other parties",
        DOCUMENT,
        "2024年6月2日，云岭师范大学与玉溪市签署《合作办学协议》。",
        "合作办学协议",
        "2024年6月9日，荆楚科技大学与襄阳市签署《合作办学协议》。",
        "合作办学协议",
        False,
    ),
    (
        "an agreement that is told by its title",
        DOCUMENT,
        "2024年6月2日，双方签署《长江经济带航道共建协议》。",
        "长江经济带航道共建协议",
        "2024年6月9日，多方学习《长江经济带航道共建协议》。",
        "长江经济带航道共建协议",
        True,
    ),
]


@pytest.mark.parametrize(("about", "kind", "one", "name", "other", "also", "same"), PAIRS, ids=[p[0] for p in PAIRS])
def test_article_pairs(about: str, kind: Kind, one: str, name: str, other: str, also: str, same: bool) -> None:
    found = identify([facts(one, name="one"), facts(other, name="other")])
    first, second = ({e.name: e.id for e in f.of(kind)} for f in found)
    assert name in first and also in second, (list(first), list(second))
    assert (first[name] == second[also]) is same


def test_the_table_pins_its_cases() -> None:
    assert len(PAIRS) == len({p[0] for p in PAIRS}) == 38


def test_bodies_that_one_word_means_are_told_apart_in_the_account() -> None:
    texts = ("太行职业教育联盟成立。会上，联盟发布倡议。", "云岭高校联盟成立。会上，联盟发布倡议。")
    made = settle([facts(t, name=t) for t in texts])
    accounts = explain(made, "联盟")
    assert [a.listed.name for a in accounts] == ["云岭高校联盟", "太行职业教育联盟"]
    assert [(j.name, j.why) for j in accounts[0].apart] == [
        ("too little known", "联盟 means another body in every article")
    ]
