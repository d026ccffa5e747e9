"""Lines broken at a fixed width are joined; all others stay."""

from kg.text.repair import repair
from kg.text.wrapping import find_wraps

PARAGRAPH = (
    "十月十七日，青山市教育工作会议在白水区召开，两地教育部门负责人、高校代表、企业嘉宾参加会议，系统总结五年来"
    "教育协同发展的成果，研究部署下一阶段工作。会议指出，要把合作引向深入，携手推动区域教育事业高质量发展，为经济"
    "社会发展提供更多人才，让人民群众有更多获得感，各地各校要抓好落实，确保完成全年各项目标任务，不断开创新局面。"
)


def broken(width: int) -> str:
    return "\n".join(PARAGRAPH[i : i + width] for i in range(0, len(PARAGRAPH), width))


def test_a_broken_paragraph_is_whole_again() -> None:
    text, offsets = repair("会议召开\n" + broken(25) + "\n  第二段在这里开始，是新的一段。")
    assert text == "会议召开\n" + PARAGRAPH + "\n  第二段在这里开始，是新的一段。"
    assert len(offsets) == len(text)


def test_lines_with_numbers_are_as_wide() -> None:
    lines = broken(25).split("\n")
    lines[::2] = [line[:20] + "2025年10月" for line in lines[::2]]
    assert repair("\n".join(lines))[0].count("\n") == 0


def test_ordinary_lines_stay() -> None:
    pages = (
        PARAGRAPH + "\n" + PARAGRAPH[:60] + "\n" + PARAGRAPH[:90],
        "\n".join(["青山大学", "白水学院", "青山市教育局", "白水市第一中学", "青山职业技术学院"] * 3),
        "\n".join(PARAGRAPH[:25] + "。" for _ in range(10)),
        "\n".join([PARAGRAPH[:25], ""] * 10),
        broken(25)[:70],
        "",
    )
    assert [list(find_wraps(page)) for page in pages] == [[]] * 6


def test_the_lines_of_a_column_are_joined_and_headlines_are_not() -> None:
    assert repair(broken(15))[0] == PARAGRAPH
    headlines = [
        "青山市召开教育工作推进会",
        "白水区职教集团今日揭牌成立",
        "临溪学院百名学子赴基层实习",
        "全市中小学校长培训班开班了",
        "省教育厅调研组来我市调研",
        "我市新增三所省级示范高中",
        "高考报名工作将于下周启动",
        "教师招聘面试公告正式发布",
    ]
    assert list(find_wraps("\n".join(headlines * 2))) == []
