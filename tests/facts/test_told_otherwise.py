"""The same things told the other way round: who did it comes last, or stands beside the noun of what they did."""

import pytest

from tests.reader import facts, triples

_EVENT = "福建省乡村教育振兴大会"
_OPENING = f"4月18日，{_EVENT}在福州召开。"

TOLD_OTHERWISE: list[tuple[str, set[str]]] = [
    ("姜珩的讲话通过视频进行。副省长姜珩人在外地。", {"姜珩 speaksAt"}),
    ("青禾师范学院院长卓凡的致辞中提到，学校将全力以赴。", {"卓凡 speaksAt"}),
    ("大家认真学习副省长姜珩的讲话。", set()),
    ("副省长姜珩的讲话精神要落到实处。", set()),
    ("在欢迎辞中，青禾师范学院院长卓凡向远道而来的客人发出邀请。", {"卓凡 speaksAt"}),
    ("致辞环节，副省长姜珩、青禾师范学院院长卓凡先后登台。", {"姜珩 speaksAt", "卓凡 speaksAt"}),
    ("题为《乡村教育》的主旨报告由青禾师范学院院长卓凡带来。", {"卓凡 speaksAt"}),
    ("青禾师范学院院长卓凡带来题为《乡村教育》的主旨报告。", {"卓凡 speaksAt"}),
    ("用青禾师范学院院长卓凡的话说，乡村学校大有可为。", {"卓凡 speaksAt"}),
    ("福建省教育厅厅长陆闻铮率先致辞。", {"陆闻铮 speaksAt"}),
    ("有记者提问，副省长姜珩作答时表示，经费逐年增加。", {"姜珩 speaksAt"}),
    ("副省长姜珩对乡村学校的工作评价很高。", {"姜珩 speaksAt"}),
    ("青禾师范学院院长卓凡报告了去年的工作。", {"卓凡 speaksAt"}),
    ("青禾师范学院院长卓凡以别致的开场方式热情欢迎客人。", {"卓凡 speaksAt"}),
    ("介绍情况的是青禾师范学院院长卓凡。", {"卓凡 speaksAt"}),
    ("主持由青禾师范学院院长卓凡担任。", {"卓凡 hosts"}),
    ("青禾师范学院院长卓凡负责。", set()),
    ("各市市长齐聚大会，他们是：福州市市长姜珩、泉州市市长耿朗。", {"姜珩 participatesIn", "耿朗 participatesIn"}),
    ("副省长姜珩、福州市副市长耿朗一起来到会场。", {"姜珩 participatesIn", "耿朗 participatesIn"}),
    ("为支教基地揭牌的是副省长姜珩和福州市副市长耿朗。", {"姜珩 participatesIn", "耿朗 participatesIn"}),
    ("副省长姜珩把聘书颁发给青禾师范学院院长卓凡。", {"姜珩 participatesIn", "卓凡 participatesIn"}),
    ("副省长姜珩、青禾师范学院院长卓凡一道，揭开了基地的牌匾。", {"姜珩 participatesIn", "卓凡 participatesIn"}),
    ("福建省教育厅主办本届大会，承办方为青禾师范学院。", {"福建省教育厅 organizes", "青禾师范学院 organizes"}),
    ("主办这次大会的是福建省教育厅和福州市人民政府。", {"福建省教育厅 organizes", "福州市人民政府 organizes"}),
    (
        "大会由教育部指导，福建省教育厅和青禾师范学院一道举办。",
        {"福建省教育厅 organizes", "青禾师范学院 organizes"},
    ),
    ("福州市市长姜珩、福建省教育厅厅长陆闻铮先后主持了会议。", {"姜珩 hosts", "陆闻铮 hosts"}),
    ("副省长姜珩和学生代表200余人参加了线下现场会议。", {"姜珩 participatesIn"}),
    (
        "来自云岭科技大学、青禾师范学院等34所大陆高校，江右大学等21所海外高校，专家学者共计120余人出席大会。",
        {"云岭科技大学 participatesIn", "青禾师范学院 participatesIn", "江右大学 participatesIn"},
    ),
    (
        "包括云岭科技大学、青禾师范学院等在内的33所高校的院长100余人齐聚福州。",
        {"云岭科技大学 participatesIn", "青禾师范学院 participatesIn"},
    ),
    ("来自福州市、泉州市等6个市州的学员参加了大会。", set()),
    ("本次大会虽由福建省教育厅联合企业举办，却面向全国。", {"福建省教育厅 organizes"}),
    (f"{_EVENT}是福建省教育厅会同有关部门联合举办的会议。", {"福建省教育厅 organizes"}),
    ("会议听取了青禾师范学院院长卓凡关于支教工作的情况汇报。", {"卓凡 speaksAt"}),
    ("会议听取了接受卓凡辞去职务的报告。", set()),
    ("青禾师范学院院长卓凡从办学历史讲起。", {"卓凡 speaksAt"}),
    ("青禾师范学院院长卓凡接受捐赠并致答谢辞。", {"卓凡 speaksAt"}),
    ("大会在副省长姜珩的主持下进行。", {"姜珩 hosts"}),
    ("会议分别由福州市市长姜珩、福建省教育厅厅长陆闻铮主持。", {"姜珩 hosts", "陆闻铮 hosts"}),
    ("作为大会的主办单位，福建省教育厅精心筹备。", {"福建省教育厅 organizes"}),
    ("福建省教育厅、福州市人民政府联合召开这次大会。", {"福建省教育厅 organizes", "福州市人民政府 organizes"}),
    ("大会的承办单位是青禾师范学院。", {"青禾师范学院 organizes"}),
    ("大会的主办单位是福建省教育厅，承办单位是青禾师范学院。", {"福建省教育厅 organizes", "青禾师范学院 organizes"}),
    ("副省长姜珩率队参会。", {"姜珩 participatesIn"}),
    ("副省长姜珩向青禾师范学院授牌。", {"姜珩 participatesIn"}),
    ("星帆集团董事长卓凡代表企业捐赠设备。", {"卓凡 participatesIn"}),
    ("副省长姜珩通过视频致辞。", {"姜珩 speaksAt"}),
    ("副省长姜珩应邀作专题报告。", {"姜珩 speaksAt"}),
    (
        "副省长姜珩，福建省教育厅厅长陆闻铮，分别从不同角度谈了看法。",
        {"姜珩 speaksAt", "陆闻铮 speaksAt"},
    ),
    ("副省长姜珩与福建省教育厅厅长陆闻铮先后上台交流。", {"姜珩 speaksAt", "陆闻铮 speaksAt"}),
    ("大会邀请到副省长姜珩、青禾师范学院院长卓凡等专家。", {"姜珩 participatesIn", "卓凡 participatesIn"}),
    ("福建省化学会邀请到青禾师范学院院长卓凡。", set()),
    (
        "云岭科技大学校长蒋惟清来了。\n\n云岭科技大学校长蒋惟清讲话\n\n福建省教育厅厅长陆闻铮主持大会\n\n代表们很高兴。",
        {"蒋惟清 speaksAt", "陆闻铮 hosts"},
    ),
    ("大家到齐了。\n\n青禾师范学院院长卓凡主持人工智能项目\n\n代表们很高兴。", set()),
]


def test_told_otherwise_pins_its_cases() -> None:
    assert len(TOLD_OTHERWISE) == 53


@pytest.mark.parametrize(("text", "expected"), TOLD_OTHERWISE)
def test_told_otherwise(text: str, expected: set[str]) -> None:
    said = triples(facts(_OPENING + text), ("hosts", "speaksAt", "participatesIn", "organizes"))
    spoken = {t.replace("speaksAt", "participatesIn") for t in said if " speaksAt " in t}
    assert {t.removesuffix(" " + _EVENT) for t in said - spoken} == expected
