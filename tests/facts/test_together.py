"""What several people do together: heads who start a programme for their bodies, those who come along."""

import pytest

from tests.reader import facts, triples

TOGETHER: list[tuple[str, set[str]]] = [
    (
        "云岭基金会理事长李明华、星帆集团董事长王晓峰共同启动“医路同行”公益项目。",
        {"云岭基金会 implements “医路同行”公益项目", "星帆集团 implements “医路同行”公益项目"},
    ),
    (
        "云岭基金会理事长李明华出席，星帆集团董事长王晓峰启动“医路同行”公益项目。",
        {"星帆集团 implements “医路同行”公益项目"},
    ),
    (
        "4月12日，校企合作座谈会在昆明学院举行，校长王力宾等陪同调研并参加座谈会。",
        {"王力宾 participatesIn 校企合作座谈会", "校企合作座谈会 locatedIn 昆明学院"},
    ),
    (
        "11月22日，县委中心组学习会召开，县委书记陈代文主持，县委副书记张伟，县政协主席周明及其他县级领导参加学习。",
        {"张伟 participatesIn 县委中心组学习会", "周明 participatesIn 县委中心组学习会"},
    ),
    (
        "3月21日，职业教育工作会议召开。会上，武侯区教育局局长李明华按下启动按钮，四川大学校长王晓峰担任大赛评委。",
        {"李明华 participatesIn 职业教育工作会议", "王晓峰 participatesIn 职业教育工作会议"},
    ),
    (
        "3月21日，职业教育工作会议召开。武侯区教育局局长李明华颁发聘书，四川大学校长王晓峰曾多次颁发证书。",
        {"李明华 participatesIn 职业教育工作会议"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOGETHER)
def test_together(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("implements", "participatesIn", "locatedIn")) == expected


def test_both_heads_of_a_visited_school() -> None:
    said = facts("4月12日，云南省教育厅副厅长朱华山到昆明学院调研，校党委书记何华、校长王力宾等陪同。")
    assert {(r.person, r.organization) for r in said.roles if r.person != "朱华山"} == {
        ("何华", "昆明学院"),
        ("王力宾", "昆明学院"),
    }


def test_no_programme_begins_with_whoever_chairs_it() -> None:
    assert not [e for e in facts("无锡职业技术学院院长龚方红主持论坛。").entities if e.kind.value == "Program"]


def test_who_comes_on_a_visit_is_not_of_our_school() -> None:
    said = facts("高雄医学大学校长杨俊毓率团来访，我校校长黄如花会见了来宾。")
    assert {(r.person, r.organization) for r in said.roles} == {("杨俊毓", "高雄医学大学"), ("黄如花", None)}


@pytest.mark.parametrize("speech", ["宣读贺信", "进行点评", "作专场推介", "进行了宣讲"])
def test_speeches_by_their_verb(speech: str) -> None:
    said = facts(f"3月21日，职业教育工作会议召开。会上，武侯区教育局局长李明华{speech}。")
    assert "李明华 speaksAt 职业教育工作会议" in triples(said, ("speaksAt",))


def test_who_sends_a_letter_is_not_there() -> None:
    said = facts("3月21日，职业教育工作会议召开。武侯区教育局局长李明华发来贺信表示祝贺。")
    assert not triples(said, ("speaksAt",))


def test_those_who_sign_for_the_sides_after_the_signing_is_told() -> None:
    said = facts(
        "双柏县与嘉定区签订了《结对帮扶协议书》，嘉定区教育局副局长许晓芳、双柏县副县长李茂泽分别代表双方签字。"
    )
    assert triples(said, ("signs", "signsWith")) == {
        "双柏县 signs 结对帮扶协议书",
        "嘉定区 signs 结对帮扶协议书",
        "许晓芳 signs 结对帮扶协议书",
        "李茂泽 signs 结对帮扶协议书",
        "双柏县 signsWith 嘉定区",
    }


def test_a_hospital_under_two_names() -> None:
    said = facts("四川大学与青羊区第二医院（新桥医院）签约，新桥医院院长刘勇军致辞。")
    assert {(r.person, r.organization) for r in said.roles} == {("刘勇军", "青羊区第二医院")}
    assert triples(said, ("signsWith",)) == {"四川大学 signsWith 青羊区第二医院"}


def test_visitors_sign_for_their_place_with_the_place_they_come_to() -> None:
    said = facts("上虞区人大常委会副主任丁志强一行来金口河区开展交流，并与我区签署对口帮扶协议。")
    assert triples(said, ("signsWith",)) == {"上虞区 signsWith 金口河区"}


def test_two_places_that_hold_a_ceremony_leave_the_signing_to_their_bodies() -> None:
    said = facts(
        "黄浦区、崇明区合作办学签约仪式举行，合作办学协议由黄浦区教育局局长姚晓红和崇明区教育局局长姚李超签订。"
    )
    assert "黄浦区 signs 合作办学协议" not in triples(said, ("signs",))
    assert "黄浦区教育局 signs 合作办学协议" in triples(said, ("signs",))


@pytest.mark.parametrize(
    ("title", "said_by", "whose"),
    [
        ("江海材料研究院来我院调研交流", "江海材料研究院副院长李明华一行来我院调研", None),
        ("我院与江海材料研究院签约", "我院与江海材料研究院签约", None),
        ("江海材料研究院 新闻", "四川大学校长李明华一行来我院调研", "江海材料研究院"),
    ],
)
def test_who_comes_to_our_institute_is_another(title: str, said_by: str, whose: str | None) -> None:
    said = facts(f"{title}\n\n3月21日，{said_by}。我院院长王晓峰参加。")
    assert [r.organization for r in said.roles if r.person == "王晓峰"] == [whose]


@pytest.mark.parametrize(
    "told",
    [
        "四川大学联合成都大学，共同举办第三届职业教育论坛。",
        "四川大学联合成都大学，邀请武侯区教育局，共同举办第三届职业教育论坛。",
    ],
)
def test_those_of_an_earlier_clause_hold_something_together(told: str) -> None:
    held = triples(facts(told), ("organizes",))
    assert held == {"四川大学 organizes 第三届职业教育论坛", "成都大学 organizes 第三届职业教育论坛"}


def test_what_somebody_asks_for_is_not_held_by_them() -> None:
    said = facts("四川大学希望成都大学派人参加，共同举办第三届职业教育论坛。")
    assert not triples(said, ("organizes",))
