"""Articles → pages: title, day and publisher."""

import hashlib

import pytest

from kg.model import Article, LineRole
from kg.text.page import publication_year, read_page

BODY = "青山大学与白水学院在青山市签署合作协议，两校领导和有关部门负责人共八十余人参加会议。"


def article(text: str) -> Article:
    return Article("a", "a.txt", text, hashlib.sha256(text.encode()).hexdigest())


# head of a page, first paragraph → title, published, publisher
CASES = [
    (
        "两校签署合作协议\n发布时间:2024-05-13 09:26 来源:青山日报 编辑:王小明",
        BODY,
        "两校签署合作协议",
        "2024-05-13",
        "青山日报",
    ),
    ("2024年5月13日 09:26 来源：青山网", BODY, None, "2024-05-13", "青山网"),
    ("", BODY, None, None, None),
    ("", "中新网青山5月14日电 (王小明)" + BODY, None, None, "中新网"),
    ("", "新华社青山2023年5月14日电（记者王小明）" + BODY, None, "2023-05-14", "新华社"),
    # the day of the page and that of the dateline
    ("2025-10-22 17:37 来源:青山消息网", "中新网青山10月20日电 " + BODY, None, "2025-10-22", "青山消息网"),
    ("2025-01-02 来源:青山网", "中新网青山12月30日电 " + BODY, None, "2025-01-02", "青山网"),
    # a copy with a date of its own, half a year later; its source is a code
    ("发布时间:2024-11-22 14:26:26 来源: sp20241122", "中新网 青山5月14日电 " + BODY, None, "2024-05-14", "中新网"),
    ("发布时间:2024-03-22 来源: sp1", "中新网 青山11月14日电 " + BODY, None, "2023-11-14", "中新网"),
    # labels on lines of their own
    ("两校签署合作协议\n来源：\n青山日报", BODY, "两校签署合作协议", None, "青山日报"),
    ("两校签署合作协议\n发布时间：\n2017年03月02日", BODY, "两校签署合作协议", "2017-03-02", None),
    # a labelled date goes before any other
    ("2024-05-20\n两校签署合作协议\n发布时间：2024-05-13", BODY, "两校签署合作协议", "2024-05-13", None),
    # a newspaper's masthead
    (
        "2020年4月30日 每周二、四、五出版\n王小明调研时强调\n尽快恢复正常的教学秩序",
        BODY,
        "尽快恢复正常的教学秩序",
        "2020-04-30",
        None,
    ),
    (
        "青山经济日报 2022年12月17日 星期六 第02版：要闻\n两校签署合作协议",
        BODY,
        "两校签署合作协议",
        "2022-12-17",
        "青山经济日报",
    ),
    ("", "本报讯(记者 王小明)" + BODY, None, None, None),
    ("", "青山教育报—青山教育网讯(记者 王小明)" + BODY, None, None, "青山教育报"),
    ("", "本报青山4月10日讯(记者 王小明)" + BODY, None, None, None),
    # a site's greeting, bullets and names of sites around the title
    (
        "欢迎您登录青山人官方网站！！\n2019年青山科普日启动\n发布时间：2019-09-16",
        BODY,
        "2019年青山科普日启动",
        "2019-09-16",
        None,
    ),
    (
        "您的位置：首页>热点 >\n  • 两校签署合作协议\n2022-03-30 来源: 青山日报",
        BODY,
        "两校签署合作协议",
        "2022-03-30",
        "青山日报",
    ),
    ("两校签署合作协议_要闻_青山教育网\n2022-03-30", BODY, "两校签署合作协议_要闻", "2022-03-30", None),
    ("亚洲国产精品在线观看|欧美一区二区三区,国产aⅴ大片\n两校签署合作协议", BODY, "两校签署合作协议", None, None),
    ("繁体简体\n【 第1页 第2页 】\n两校签署合作协议", BODY, "两校签署合作协议", None, None),
    # the table of a government's page, and source lines with much in them
    (
        "索引号: 0024/0016 | 发布机构: 青山市教育局 |\n生成日期: 2022-04-14 | 公开方式: 公开 |\n关于校园安全的通知",
        BODY,
        "关于校园安全的通知",
        "2022-04-14",
        "青山市教育局",
    ),
    (
        "两校签署合作协议\n青山门户网站 www.qs.gov.cn 2010年09月02日 来源:教育局网站",
        BODY,
        "两校签署合作协议",
        "2010-09-02",
        "教育局网站",
    ),
    (
        "两校签署合作协议\n日期:2026-02-06 17:45来源:县教育局 供稿:县教育局 浏览量:",
        BODY,
        "两校签署合作协议",
        "2026-02-06",
        "县教育局",
    ),
    ("两校签署合作协议\n来源:规划处(发展研究中心) 责编:王明", BODY, "两校签署合作协议", None, "规划处（发展研究中心）"),
    ("", "新闻网讯(记者 王小明)" + BODY, None, None, None),
    ("", "青山日报社/观山新闻3月24日讯 " + BODY, None, None, "青山日报社"),
    ("两校签署合作协议\n青山网 2023-05-14 17:32:34", BODY, "两校签署合作协议", "2023-05-14", "青山网"),
    ("两校签署合作协议\n来自:青山市人民政府 作者:要闻 访问量:14", BODY, "两校签署合作协议", None, "青山市人民政府"),
    ("两校签署合作协议\n时间:04-17 来源:青山大学 出处:www.qs.cn", BODY, "两校签署合作协议", None, "青山大学"),
    (
        "两校签署合作协议\n2023-05-14",
        BODY + "(来源:青山市人民政府) |\n" + BODY[:9],
        "两校签署合作协议",
        "2023-05-14",
        "青山市人民政府",
    ),
    # no dates
    ("发布时间：2024-13-45", BODY, None, None, None),
    ("两校签署合作协议\n2023-02-30", BODY, "两校签署合作协议", None, None),
]


@pytest.mark.parametrize(("head", "body", "title", "published", "publisher"), CASES)
def test_what_a_page_says_of_itself(
    head: str, body: str, title: str | None, published: str | None, publisher: str | None
) -> None:
    page = read_page(article(f"{head}\n{body}\n{BODY[5:]}"))
    assert (page.title, page.published, page.publisher) == (title, published, publisher)
    assert publication_year(page) == (int(published[:4]) if published else None)


def test_number_of_cases() -> None:
    assert len(CASES) == 34


def test_sentences_carry_role_and_paragraph() -> None:
    page = read_page(article("標題在此\n\n會議(yì)召開。兩校簽約。(王小明)\n\n会议现场。李小红 摄"))
    found = [(page.text[s.start : s.end], s.role, s.paragraph) for s in page.sentences]
    assert found == [
        ("标题在此", LineRole.HEADING, 0),
        ("会议召开。", LineRole.BODY, 1),
        ("两校签约。", LineRole.BODY, 1),
        ("（王小明）", LineRole.SOURCE, 1),
        ("会议现场。", LineRole.CAPTION, 2),
        ("李小红 摄", LineRole.CAPTION, 2),
    ]


def test_spans_show_the_damaged_text() -> None:
    text = "推動成渝地區(qū)雙城經(jīng)濟(jì)圈建設(shè)。"
    page = read_page(article(text))
    start = page.text.index("地区双城经济圈")
    span = page.span(start, start + 7)
    assert text[span.start : span.end] == "地區(qū)雙城經(jīng)濟(jì)圈"
