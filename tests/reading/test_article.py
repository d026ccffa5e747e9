"""Files → articles."""

import hashlib
import io
from itertools import permutations
from pathlib import Path

import pytest

from kg.model import Article
from kg.reading import article as module
from kg.reading.article import Duplicate, read_article, read_bytes, unique_ids
from kg.reading.errors import InputError
from tests.reading.test_decode import NAMES

TEXT = "十月十七日，青山市教育工作会议在白水区召开。\r\n两地教育部门负责人出席会议并讲话，提出三点要求。\n"


def test_an_article_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "会议.2025.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    article = read_article(path)
    assert article == Article("会议.2025", "会议.2025.txt", TEXT, hashlib.sha256(TEXT.encode()).hexdigest())


def test_one_long_list_of_names() -> None:
    assert read_bytes(NAMES.encode(), "a.txt").text == NAMES


def test_one_text_in_several_encodings_has_one_sha256() -> None:
    encodings = ("utf-8", "utf-8-sig", "utf-16", "gb18030")
    assert len({read_bytes(TEXT.encode(e), "a.txt").sha256 for e in encodings}) == 1


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    article = read_article("-")
    assert (article.id, article.source, article.text) == ("stdin", "-", TEXT)


def test_a_name_that_is_no_text_can_be_written() -> None:
    article = read_bytes(TEXT.encode(), "news/b\udcff\nc.txt")
    assert article.source == "b\ufffd_c.txt"
    article.id.encode("utf-8")


REFUSED = [
    (b"", "empty"),
    (b" \r\n\t\n", "empty"),
    ("\ufeff\u3000\n".encode(), "empty"),
    ("会议召开。\n第二行\x07有铃声".encode(), r"control character U\+0007 in line 2, column 4"),
    ("会议\0召开".encode(), "binary data"),
    ("会议召开\x1b[31m".encode(), r"U\+001B in line 1, column 5"),
    ("会议召开\ufdd0。".encode(), r"U\+FDD0"),
    ("会议召开\uffff。".encode(), r"U\+FFFF"),
    ("会议召开\x0b。".encode(), r"U\+000B"),
    (b"The meeting was held in October and everybody came.", "not a Chinese text .*: 0% of its letters"),
    ("The Ministry of Education 教育部 met in October.".encode(), r"not a Chinese text .*: \d% of its letters"),
    (b"1234567890 !!", "not a Chinese text"),
    ("日本の文部科学大臣は、東京都で開催された会議で演説しました。教育について。".encode(), "looks Japanese"),
    ("대한민국 교육부 장관은 서울에서 열린 회의에 참석했다. 教育部".encode(), "looks Korean"),
    (TEXT.encode().decode("gb18030", "replace").encode(), "garbled .*UTF-8 that was read as GBK"),
    (TEXT.encode().decode("cp1252", "replace").encode(), "garbled .*UTF-8 that was read as Latin-1"),
    (TEXT.encode().decode("latin-1").replace("\x0b", "").encode(), "garbled|control"),
    (TEXT.encode("gb18030").decode("latin-1").encode(), "garbled .*GBK that was read as Latin-1"),
    (
        TEXT.encode("gb18030").decode("big5hkscs", "replace").encode(),
        "garbled .*GBK that was read as Big5",
    ),
    (TEXT[:7].encode("gb18030").decode("big5hkscs", "ignore").encode(), "garbled|common use"),
    (NAMES.encode().decode("gb18030", "replace").encode(), "garbled .*UTF-8 that was read as GBK"),
    (NAMES.encode("gb18030").decode("big5hkscs", "ignore").encode(), "garbled|common use"),
]


@pytest.mark.parametrize(("data", "what"), REFUSED)
def test_refuses(data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what) as caught:
        read_bytes(data, "news/a.txt")
    assert str(caught.value).startswith("news/a.txt: ")
    assert caught.value.way_out.endswith(".")


def test_number_of_cases() -> None:
    assert len(REFUSED) == 22


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 100)
    with pytest.raises(InputError, match="larger than"):
        read_bytes(TEXT.encode(), "a.txt")


def test_missing_and_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(InputError, match="a folder"):
        read_article(tmp_path)


def of(name: str, text: str) -> Article:
    return Article(Path(name).stem, name, text, hashlib.sha256(text.encode()).hexdigest())


def test_ids_are_unique_whatever_the_order() -> None:
    articles = [of("a.txt", "一"), of("a.md", "二"), of("b.txt", "三"), of("c.txt", "三")]
    expected = [f"a-{a.sha256[:6]}" for a in sorted(articles[:2], key=lambda a: a.sha256)] + ["b"]
    for order in permutations(articles):
        kept, left_out = unique_ids(order)
        assert [a.id for a in kept] == expected
        assert left_out == (Duplicate("c.txt", "b.txt"),)


def test_an_id_made_unique_does_not_hit_another() -> None:
    one, two = of("a.txt", "一"), of("a.md", "二")
    third = of(f"a-{one.sha256[:6]}.txt", "三")
    kept, _ = unique_ids([one, two, third])
    assert len({a.id for a in kept}) == 3
    assert third in kept
