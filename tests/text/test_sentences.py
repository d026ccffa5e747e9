"""Text → sentences."""

import pytest

from kg.text.sentences import LONGEST, cut_sentences

LONG = "推动教育协同发展走深走实，" * 6

CASES = [
    ("会议召开。他出席！为何？", ["会议召开。", "他出席！", "为何？"]),
    ("一是改革；二是创新。", ["一是改革；二是创新。"]),
    ("他说：“工作要抓紧。”随后，他来到学校。", ["他说：“工作要抓紧。”", "随后，他来到学校。"]),
    ("“工作要抓紧。”王小明说，要落实。", ["“工作要抓紧。”王小明说，要落实。"]),
    ("主题为“你好！明天”的活动举行。", ["主题为“你好！明天”的活动举行。"]),
    ("印发《教育怎么办？十问》的通知。", ["印发《教育怎么办？十问》的通知。"]),
    ("成果丰硕（见上文。）。会议结束。", ["成果丰硕（见上文。）。", "会议结束。"]),
    (f"“{LONG}。再推进。”王小明说。", [f"“{LONG}。", "再推进。”", "王小明说。"]),
    ("开幕……的时候到了。好……", ["开幕……的时候到了。", "好……"]),
    ("  第一句。 第二句  ", ["第一句。", "第二句"]),
    ("没有句号的一行", ["没有句号的一行"]),
    ("王?明强调，要落实。", ["王?明强调，要落实。"]),
    ("甲、乙出席仪式??h委副书记王小明主持。", ["甲、乙出席仪式", "??h委副书记王小明主持。"]),
    ("“开头没有关上。第二句。", ["“开头没有关上。", "第二句。"]),
    ("", []),
    ("。", ["。"]),
]


@pytest.mark.parametrize(("text", "sentences"), CASES)
def test_cuts(text: str, sentences: list[str]) -> None:
    assert [text[a:b] for a, b in cut_sentences(text, 0, len(text))] == sentences


def test_number_of_cases() -> None:
    assert len(CASES) == 16


def test_stays_within_bounds() -> None:
    text = "前文。中间一句。后文。"
    assert [text[a:b] for a, b in cut_sentences(text, 3, 8)] == ["中间一句。"]


def test_a_sentence_without_end_is_cut() -> None:
    text = "推动发展，" * 1000
    spans = list(cut_sentences(text, 0, len(text)))
    assert max(b - a for a, b in spans) <= LONGEST
    assert "".join(text[a:b] for a, b in spans) == text
    assert all(text[b - 1] == "，" for _, b in spans)
