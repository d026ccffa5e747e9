"""Bodies to which a list lends a place, and short forms of societies."""

import pytest

from kg.model import Kind
from tests.reader import facts, names

LISTED: list[tuple[str, list[str]]] = [
    (
        "忻州市商务局、文旅局、杂粮产业发展中心以及贸促会承办。",
        ["忻州市商务局", "忻州市文旅局", "忻州市杂粮产业发展中心", "忻州市贸促会"],
    ),
    ("教育部、财政部、就业指导中心负责人讲话。", ["教育部", "财政部"]),
    ("江苏省工业经济联合会召开会议，江苏省工经联发出倡议。", ["江苏省工业经济联合会"]),
    ("山东省老科技工作者协会开会，山东省老科协参加。", ["山东省老科技工作者协会"]),
    (
        "中国下一代教育基金会、中国古代史学会参加，下一代教育很重要。",
        ["中国下一代教育基金会", "中国古代史学会"],
    ),
    ("中国书协与中国书画收藏家协会联合办展。", ["中国书协", "中国书画收藏家协会"]),
    ("中国驻大阪总领事馆主办，中国驻大阪总领馆发布消息。", ["中国驻大阪总领事馆"]),
    # kindergartens under any words behind their division, sorts of them
    (
        "鲁弥士主教幼稚园与珠海市香洲区红树湾伟才中英文幼儿园结为姊妹学校。",
        ["鲁弥士主教幼稚园", "珠海市香洲区红树湾伟才中英文幼儿园"],
    ),
    ("在香洲区举办优质幼儿园，珠海市香洲区新建中英文幼儿园三所。", []),
    # studios with the post of who leads them
    ("双方共建“程越校长工作室”，姚素心班主任工作室成立。", ["程越校长工作室", "姚素心班主任工作室"]),
    # sorts, what something is made into, verbs, what is no company
    ("这是一间革命学校。云岭中学是南宁市普通中学的佼佼者。", ["云岭中学"]),
    ("学校着力打造实训平台，与国内知名的云岭智能科技公司签署协议。", ["云岭智能科技公司"]),
    ("把分院打造成东部沿海地区的中医医疗中心，拓宽学校与企业沟通的渠道。", []),
    (
        "上海是国际金融与科技创新中心，两地打造南疆教育中心。云岭科技创新中心成立。",
        ["云岭科技创新中心"],
    ),
    ("主办单位是柳州市科技服务中心。", ["柳州市科技服务中心"]),
    ("全市召开市政府常务会、市长办公会。岳阳市律师公会参加。", ["岳阳市政府", "岳阳市律师公会"]),
    ("南京市青云路小学教育集团（拉萨分校）揭牌。", ["南京市青云路小学教育集团（拉萨分校）"]),
    ("双方共建“程越名师工作室、姚素心名师工作室”。", ["程越名师工作室", "姚素心名师工作室"]),
    ("盟政协、盟委讨论此事。锡林郭勒盟各地落实。", ["锡林郭勒盟政协", "锡林郭勒盟委"]),
    ("医院是包头医学院的非直属附属医院。来源：网易号", ["包头医学院"]),
]


@pytest.mark.parametrize(("text", "expected"), LISTED)
def test_listed_bodies(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == expected


def test_listed_bodies_pin_their_cases() -> None:
    assert len(LISTED) == 20
