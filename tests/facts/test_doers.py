"""Who does what a clause tells that does not name them: over several clauses, with whom, to whom they came."""

import pytest

from tests.reader import facts, occurrence, triples

SAID = ("organizes", "signs", "signsWith", "establishes", "implements", "publishes", "cooperatesWith")

CARRIED: list[tuple[str, set[str]]] = [
    (
        "9月16日，云岭市科技局联合青禾师范学院，邀请百余家企业，在青禾会展中心举办新材料产业对接会。",
        {
            "云岭市科技局 organizes 新材料产业对接会",
            "青禾师范学院 organizes 新材料产业对接会",
            "云岭市科技局 cooperatesWith 青禾师范学院",
        },
    ),
    (
        "2月18日，在云岭省教育厅的指导下，青禾师范学院举办说明会，并召开就业工作推进会。",
        {"青禾师范学院 organizes 就业工作推进会"},
    ),
    ("2月18日上午，青禾师范学院礼堂内，举行青禾教育发展论坛。", set()),  # where, and not who
    ("3月2日，青禾师范学院表示，举办青禾教育发展论坛。", set()),
    (
        "10月14日，青禾师范学院与星帆集团签约，共建云岭产业研究院。",
        {
            "青禾师范学院 establishes 云岭产业研究院",
            "星帆集团 establishes 云岭产业研究院",
            "青禾师范学院 signsWith 星帆集团",
        },
    ),
    (
        "云岭科技大学依托国家实验室，联合星帆集团，成立了云岭先进材料研究院。",
        {"云岭科技大学 establishes 云岭先进材料研究院", "星帆集团 establishes 云岭先进材料研究院"},
    ),
    (
        "2024年11月，云岭科技大学牵头，与星帆集团、青禾药业集团等企业共同组建了深蓝渔业研究院。",
        {
            "云岭科技大学 establishes 深蓝渔业研究院",
            "星帆集团 establishes 深蓝渔业研究院",
            "青禾药业集团 establishes 深蓝渔业研究院",
        },
    ),
    (
        "青禾师范学院响应省里号召，与武侯区人民政府签订协议，合作举办青禾师范学院附属中学。",
        {
            "青禾师范学院 establishes 青禾师范学院附属中学",
            "武侯区人民政府 establishes 青禾师范学院附属中学",
            "青禾师范学院 signsWith 武侯区人民政府",
        },
    ),
    (
        "青禾师范学院联合武侯区教育局、云岭教育发展基金会，共同发起“薪火”乡村教师成长计划。",
        {
            "青禾师范学院 implements “薪火”乡村教师成长计划",
            "武侯区教育局 implements “薪火”乡村教师成长计划",
            "云岭教育发展基金会 implements “薪火”乡村教师成长计划",
            "青禾师范学院 cooperatesWith 武侯区教育局",
            "青禾师范学院 cooperatesWith 云岭教育发展基金会",
        },
    ),
    (
        "2月27日，云岭省教育厅召开新闻发布会，正式发布《云岭省职业教育行动计划》。",
        {"云岭省教育厅 organizes 新闻发布会", "云岭省教育厅 publishes 云岭省职业教育行动计划"},
    ),
    (
        "近日，青禾师范学院党委书记李明华一行赴云岭职业学院考察交流，并签署对口帮扶协议。",
        {
            "青禾师范学院 signsWith 云岭职业学院",
            "青禾师范学院 cooperatesWith 云岭职业学院",
            "青禾师范学院 signs 对口帮扶协议",
            "云岭职业学院 signs 对口帮扶协议",
        },
    ),
    (
        "8月10日，青禾师范学院校长李明华率队访问云岭科技大学，双方签署学术交流备忘录。",
        {
            "青禾师范学院 signsWith 云岭科技大学",
            "青禾师范学院 signs 学术交流备忘录",
            "云岭科技大学 signs 学术交流备忘录",
        },
    ),
    (
        "8月10日，青禾师范学院校长李明华率队访问云岭科技大学、四川大学，双方签署学术交流备忘录。",
        set(),
    ),  # with which
    (
        "青禾师范学院书记李明华、星帆集团董事长王晓峰共同为“星帆产业学院”揭牌，并代表双方签署了共建协议。",
        {
            "青禾师范学院 signsWith 星帆集团",
            "青禾师范学院 cooperatesWith 星帆集团",
            "青禾师范学院 signs 共建协议",
            "星帆集团 signs 共建协议",
            "李明华 signs 共建协议",
            "王晓峰 signs 共建协议",
        },
    ),
    (
        "青禾师范学院与星帆集团签署省校合作协议。青禾师范学院院长李明华、星帆集团董事长王晓峰代表双方签约。",
        {
            "青禾师范学院 signsWith 星帆集团",
            "青禾师范学院 cooperatesWith 星帆集团",
            "青禾师范学院 signs 省校合作协议",
            "星帆集团 signs 省校合作协议",
            "李明华 signs 省校合作协议",
            "王晓峰 signs 省校合作协议",
        },
    ),
    (
        "为落实《云岭一体化发展规划纲要》，青禾师范学院与星帆集团签署了《水域保洁合作协议》。",
        {
            "青禾师范学院 signsWith 星帆集团",
            "青禾师范学院 cooperatesWith 星帆集团",
            "青禾师范学院 signs 水域保洁合作协议",
            "星帆集团 signs 水域保洁合作协议",
        },
    ),
    (
        "云岭医科大学附属医院与青禾研究所达成战略合作，共同开展航天医学研究。",
        {"云岭医科大学附属医院 cooperatesWith 青禾研究所"},
    ),
    ("青禾师范学院与星帆集团达成合作协议的意向。", set()),
    (
        "10月，青禾师范学院校长李明华率团访问云岭科技大学、四川大学，分别与两校签署备忘录。",
        {"青禾师范学院 signsWith 云岭科技大学", "青禾师范学院 signsWith 四川大学"},
    ),
    (
        "5月21日，武侯区与崇明区举行协作座谈会。会上，武侯区委书记李明华介绍情况，双方签署《协作框架协议》。",
        {
            "武侯区 organizes 协作座谈会",
            "崇明区 organizes 协作座谈会",
            "武侯区 signs 协作框架协议",
            "崇明区 signs 协作框架协议",
            "武侯区 signsWith 崇明区",
            "武侯区 cooperatesWith 崇明区",
        },
    ),
    (
        "云岭健康产业大会上发布了《云岭健康产业蓝皮书》，青禾师范学院、星帆集团签署了康复城共建协议。",
        {
            "青禾师范学院 signs 康复城共建协议",
            "星帆集团 signs 康复城共建协议",
            "青禾师范学院 signsWith 星帆集团",
            "青禾师范学院 cooperatesWith 星帆集团",
        },
    ),
    (
        "4月7日，云岭轻工业联合会会长李明华一行莅临青禾师范学院考察，参观了星帆博物馆。其间，双方签署协作协议。",
        {
            "云岭轻工业联合会 signsWith 青禾师范学院",
            "云岭轻工业联合会 cooperatesWith 青禾师范学院",
            "云岭轻工业联合会 signs 协作协议",
            "青禾师范学院 signs 协作协议",
        },
    ),
    ("4月7日，云岭轻工业联合会会长李明华一行访问四川大学、成都大学。其间，双方签署备忘录。", set()),
    (
        "青禾师范学院党委书记、校长率队走访武侯区，与区政府签订协议，共建青禾师范学院武侯研究院。",
        {
            "青禾师范学院 signsWith 武侯区政府",
            "青禾师范学院 establishes 青禾师范学院武侯研究院",
            "武侯区政府 establishes 青禾师范学院武侯研究院",
        },
    ),
    (
        "云岭大学、星帆集团在青禾市第一小学共同启动“薪火”教师成长计划。",
        {"云岭大学 implements “薪火”教师成长计划", "星帆集团 implements “薪火”教师成长计划"},
    ),
    (
        "青禾师范学院与武侯区教育局签订集团化办学意向书，正式成立青禾师范学院附属中学。",
        {
            "青禾师范学院 signsWith 武侯区教育局",
            "青禾师范学院 cooperatesWith 武侯区教育局",
            "青禾师范学院 signs 集团化办学意向书",
            "武侯区教育局 signs 集团化办学意向书",
            "青禾师范学院 establishes 青禾师范学院附属中学",
            "武侯区教育局 establishes 青禾师范学院附属中学",
        },
    ),
    (
        "1月12日，云岭市文旅局邀请青禾市文旅局及20家旅行社负责人召开冬春旅游推介会。",
        {"云岭市文旅局 organizes 冬春旅游推介会"},
    ),
    (
        "受中国足协委托，梅州市体育局承办2024年全国青少年足球锦标赛，比赛3月1日至14日在五华县举行。",
        {"梅州市体育局 organizes 2024年全国青少年足球锦标赛"},
    ),
    (
        "青禾市教育局联合青禾师范学院，面向乡村教师实施“领雁工程”。",
        {
            "青禾市教育局 implements 领雁工程",
            "青禾师范学院 implements 领雁工程",
            "青禾市教育局 cooperatesWith 青禾师范学院",
        },
    ),
    (
        "青禾师范学院与星帆集团举行“数字教育”战略合作协议续签仪式。",
        {
            "青禾师范学院 signsWith 星帆集团",
            "青禾师范学院 cooperatesWith 星帆集团",
            "青禾师范学院 organizes “数字教育”战略合作协议续签仪式",
            "星帆集团 organizes “数字教育”战略合作协议续签仪式",
        },
    ),
    (
        "青禾师范学院将与星帆集团共建“星帆产业学院”，日前双方已签署意向协议。",
        {
            "青禾师范学院 signsWith 星帆集团",
            "青禾师范学院 establishes 星帆产业学院",
            "星帆集团 establishes 星帆产业学院",
            "青禾师范学院 signs 意向协议",
            "星帆集团 signs 意向协议",
        },
    ),
    (
        "云岭大学联合星帆集团、青禾学院，面向全省开展师资培训，并与两家单位签署合作协议。",
        {
            "云岭大学 signsWith 星帆集团",
            "云岭大学 cooperatesWith 星帆集团",
            "云岭大学 signsWith 青禾学院",
            "云岭大学 cooperatesWith 青禾学院",
        },
    ),
]


def test_carried_pins_its_cases() -> None:
    assert len(CARRIED) == 32


@pytest.mark.parametrize(("text", "expected"), CARRIED)
def test_carried(text: str, expected: set[str]) -> None:
    assert triples(facts(text), SAID) == expected


TOOK_PART: list[tuple[str, set[str]]] = [
    (
        "5月12日，青禾减灾宣传活动在云岭市举行，云岭市红十字会、云岭市地震局等20余家单位参加。",
        {"云岭市红十字会 participatesIn 青禾减灾宣传活动", "云岭市地震局 participatesIn 青禾减灾宣传活动"},
    ),
    ("5月12日，青禾减灾宣传活动在云岭市举行，云岭市红十字会参加。", set()),
    (
        "8月15日，首届青禾奶业大会在云岭市启幕，星帆集团、光明某业等80余家企业参展。",
        {"星帆集团 participatesIn 首届青禾奶业大会"},
    ),
    (
        "9月12日，全国教师发展研讨会举行，来自云岭科技大学、四川大学的专家学者参会。",
        {"云岭科技大学 participatesIn 全国教师发展研讨会", "四川大学 participatesIn 全国教师发展研讨会"},
    ),
    (
        "12月11日，青禾教育工作推进会召开。云岭科技大学、星帆集团作典型发言。",
        {"云岭科技大学 participatesIn 青禾教育工作推进会", "星帆集团 participatesIn 青禾教育工作推进会"},
    ),
    (
        "12月11日，青禾教育工作推进会召开。云岭科技大学校长李明华作典型发言。星帆集团捐款。",
        set(),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOOK_PART)
def test_bodies_that_took_part(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("participatesIn",)) == expected


HELD: list[tuple[str, str]] = [
    ("6月29日，青禾师范学院举行2024届毕业典礼暨学位授予仪式。", "2024届毕业典礼暨学位授予仪式 | 2024-06-29"),
    ("5月28日，云岭市政府在临猗县共同主办全国苹果产业技术交流会。", "全国苹果产业技术交流会 | --05-28 | 临猗县"),
    ("11月30日，国新办举行发布会，农业农村部副部长李明华介绍情况。", "发布会 | --11-30"),
    ("2月18日，青禾师范学院举办专题讲座，并召开就业工作推进会。", "就业工作推进会 | --02-18"),
    ("6月29日，12届毕业典礼顺利举行。", ""),
    ("3月5日，云岭市卫生局在青禾宾馆召开全市健康督查反馈会。", "全市健康督查反馈会 | --03-05 | 青禾宾馆"),
    ("3月5日，云岭市卫生局在青禾宾馆举办第三届青禾诗歌节。", "第三届青禾诗歌节 | --03-05 | 青禾宾馆"),
    ("3月5日，云岭市卫生局在青禾宾馆举办师德能力提升班。", "师德能力提升班 | --03-05 | 青禾宾馆"),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_what_was_held(text: str, expected: str) -> None:
    assert [occurrence(o) for o in facts(text).occurrences] == ([expected] if expected else [])
