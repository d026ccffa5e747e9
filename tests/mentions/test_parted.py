"""Foreign names in parts: where they begin and end."""

import pytest

from kg.mentions.ordered import Ordered
from kg.mentions.parted import parted, parted_before
from kg.mentions.words import cut

NAMES: list[tuple[str, list[str]]] = [
    ("获奖的是阿尔瓦·林德霍姆。", ["阿尔瓦·林德霍姆"]),
    ("颁奖后，让·莫佩尔和卡佳·维森塔合影。", ["让·莫佩尔", "卡佳·维森塔"]),
    ("她和约翰‧莫里斯来过。", ["约翰‧莫里斯"]),
    ("德国的卡尔·海因茨·莫勒曾在这里任教。", ["卡尔·海因茨·莫勒"]),
    ("王后玛丽·安托瓦在巴黎，弗朗西·夏默于1901年去世。", ["玛丽·安托瓦", "弗朗西·夏默"]),
    ("路易·勒沃的儿子和海因茨·伦敦于1970年", ["路易·勒沃", "海因茨·伦敦"]),
    ("小说家欧·莫里斯的作品", ["欧·莫里斯"]),
    ("云南·大理的春天", []),
    ("文化·旅游融合发展", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_in_parts(text: str, expected: list[str]) -> None:
    assert [text[s:e] for s, e in parted(text, cut(text), Ordered(()))] == expected


def test_one_that_ends_at_a_place() -> None:
    text = "这是托尔斯滕·诺瓦兰导演的作品"
    assert parted_before(text, cut(text), text.index("导演")) == 2
    assert parted_before("没有名字导演", cut("没有名字导演"), 4) is None
    assert parted_before("文化·旅游导演", cut("文化·旅游导演"), 5) is None
