"""Bytes in many encodings → the one text, or a refusal that says why."""

import codecs
import gzip

import pytest

from kg.reading.decode import decode
from kg.reading.errors import InputError

SIMPLE = "十月十七日，青山市教育工作会议在白水区召开。两地教育部门负责人出席会议并讲话，提出三点要求。\n"
TRADITIONAL = "十月十七日，青山市教育工作會議在白水區召開。兩地教育部門負責人出席會議並講話，提出三點要求。\n"
# A clean page may be one long list of names, whose characters are not those of running text.
NAMES = (
    "丁旭东 马骁勇 王钰涵 尹翠珊 邓煜霖 石磊 卢婉莹 冯浩瀚 吕梓萱 乔俊熙 任倩雯 刘沛霖 许晏清 孙沁怡 杜泓毅 苏婧妍 "
    "李晟睿 杨韵芝 吴熠辉 何悦彤 沈柏林 宋雅岚 张昊苍 陈凝霜 范韬略 林蔚然 罗飒爽 周弈铭 郑皓轩 胡蕴涵 侯靖宇 姜妙菡 "
    "贺霆钧 袁芷若 夏沐晨 徐煊赫 高璐瑶 郭凌霄 黄绮梦 梁澈远 彭瀚文 蒋怀瑾 韩朔风 程曦和 曾钧鸿 谢婵娟 雷震霄 谭梓洋"
)
READ = [
    (NAMES.encode("gb18030"), NAMES, "gb18030"),
    (SIMPLE.encode(), SIMPLE, "utf-8"),
    (SIMPLE.replace("\n", "\r\n").encode(), SIMPLE.replace("\n", "\r\n"), "utf-8"),
    (codecs.BOM_UTF8 + SIMPLE.encode(), SIMPLE, "utf-8"),
    (codecs.BOM_UTF16_LE + SIMPLE.encode("utf-16-le"), SIMPLE, "utf-16-le"),
    (codecs.BOM_UTF16_BE + SIMPLE.encode("utf-16-be"), SIMPLE, "utf-16-be"),
    (SIMPLE.encode("utf-32"), SIMPLE, "utf-32-le"),
    (SIMPLE.encode("utf-16-le"), SIMPLE, "utf-16-le"),
    (SIMPLE.encode("utf-16-be"), SIMPLE, "utf-16-be"),
    (SIMPLE.encode("gb18030"), SIMPLE, "gb18030"),
    (SIMPLE[:10].encode("gbk"), SIMPLE[:10], "gb18030"),
    (TRADITIONAL.encode("gb18030"), TRADITIONAL, "gb18030"),
    (TRADITIONAL.encode("big5"), TRADITIONAL, "big5hkscs"),
    (TRADITIONAL[:12].encode("big5"), TRADITIONAL[:12], "big5hkscs"),
    ("教育局衞生處".encode("big5hkscs"), "教育局衞生處", "big5hkscs"),
    ("教育厅".encode("gb18030"), "教育厅", "gb18030"),
    ("成渝地區(qū)雙城經(jīng)濟(jì)圈".encode("gb18030"), "成渝地區(qū)雙城經(jīng)濟(jì)圈", "gb18030"),
]


@pytest.mark.parametrize(("data", "text", "encoding"), READ)
def test_reads(data: bytes, text: str, encoding: str) -> None:
    assert decode(data, "a.txt") == (text, encoding)


REFUSED = [
    (b"%PDF-1.7 ...", "a PDF file", "plain text"),
    (b"PK\x03\x04...", "a Word, Excel or zip file", "plain text"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word or Excel file", "plain text"),
    (b"{\\rtf1 ...", "an RTF file", "plain text"),
    (b"<!DOCTYPE html><html>...", "a saved web page", "plain text"),
    (codecs.BOM_UTF8 + b"\n <HTML><body>...", "a saved web page", "plain text"),
    (gzip.compress(b"a", mtime=0), "a compressed file", "plain text"),
    (b"\x89PNG\r\n", "a picture", "plain text"),
    (b"abc\0def\xff\xfe\x01", "binary data", "plain text"),
    (SIMPLE.encode()[:-2], "cut off in the middle of a character", "UTF-8"),
    (SIMPLE.encode("gb18030")[:31] + b"\xff\xff" + SIMPLE.encode("gb18030")[31:], "in no encoding", "--encoding"),
    ("日本の首相は会議で演説した。".encode("shift_jis"), "in no encoding", "--encoding"),
    ("대한민국 교육부 장관".encode("euc-kr"), "in no encoding", "--encoding"),
    (bytes(range(128, 256)) * 10, "in no encoding", "--encoding"),
    (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "not UTF-16-LE", "--encoding"),
]


@pytest.mark.parametrize(("data", "what", "way_out"), REFUSED)
def test_refuses(data: bytes, what: str, way_out: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "news/a.txt")
    assert what in caught.value.what
    assert way_out in caught.value.way_out
    assert str(caught.value).startswith("news/a.txt: ")


DECLARED = [
    (SIMPLE.encode("gb18030"), "gbk", SIMPLE),
    (TRADITIONAL.encode("big5"), "Big5", TRADITIONAL),
    (SIMPLE.encode("utf-16"), "utf-16", SIMPLE),
    (codecs.BOM_UTF8 + SIMPLE.encode(), "utf8", SIMPLE),
]


@pytest.mark.parametrize(("data", "encoding", "text"), DECLARED)
def test_declared_encoding(data: bytes, encoding: str, text: str) -> None:
    assert decode(data, "a.txt", encoding)[0] == text


@pytest.mark.parametrize(
    ("encoding", "what"), [("klingon", "unknown encoding"), ("utf-8", "not UTF-8"), ("hex", "encoding")]
)
def test_declared_encoding_refused(encoding: str, what: str) -> None:
    with pytest.raises(InputError, match=what):
        decode(SIMPLE.encode("gb18030"), "a.txt", encoding)


def test_number_of_cases() -> None:
    assert (len(READ), len(REFUSED), len(DECLARED)) == (17, 15, 4)
