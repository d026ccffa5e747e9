"""Divisions: which names are found, which division they mean, and what a bad table says."""

from pathlib import Path

import pytest

from kg.mentions.gazetteer import Division, DivisionError, Gazetteer, gazetteer

FIND = [
    # one name
    ("四川省教育厅", [("四川省", "510000")]),
    ("在成都举行", [("成都", "510100")]),
    ("内蒙古、广西两地", [("内蒙古", "150000"), ("广西", "450000")]),
    ("延边州与延边朝鲜族自治州", [("延边州", "222400"), ("延边朝鲜族自治州", "222400")]),
    ("浦东新区", [("浦东新区", "310115")]),
    ("位于万州", [("万州", "500101")]),
    ("酉阳县城", [("酉阳县", "500242")]),
    ("青海海南州", [("青海海南州", "632500")]),
    ("成都", [("成都", "510100")]),
    # a chain stands for its lowest division
    ("四川省成都市武侯区", [("四川省成都市武侯区", "510107")]),
    ("重庆荣昌举行", [("重庆荣昌", "500153")]),
    ("四川武侯区", [("四川武侯区", "510107")]),
    ("广东深圳南山", [("广东深圳南山", "440305")]),
    ("辽宁朝阳", [("辽宁朝阳", "211300")]),
    ("北京朝阳", [("北京朝阳", "110105")]),
    ("山西省阳泉市城区", [("山西省阳泉市城区", "140302")]),
    ("香港东区", [("香港东区", "810003")]),
    ("成都重庆", [("成都", "510100"), ("重庆", "500000")]),
    # the whole of the province is meant by its name, the city by its name, not the county in it
    ("海南", [("海南", "460000")]),
    ("吉林", [("吉林", "220000")]),
    ("通化", [("通化", "220500")]),
    # withdrawn, moved, new
    ("重庆市渝北区", [("重庆市渝北区", "500112")]),
    ("南通市崇川区", [("南通市崇川区", "320613")]),
    ("重庆市两江新区", [("重庆市两江新区", "500157")]),
    ("杭州市临平区、钱塘区", [("杭州市临平区", "330113"), ("钱塘区", "330114")]),
    # zones
    ("横琴粤澳深度合作区", [("横琴粤澳深度合作区", "Z4402")]),
    ("陕西西咸新区", [("陕西西咸新区", "Z6101")]),
    # common words that are names too, and names within other words
    ("维护世界和平", []),
    ("朝阳产业", []),
    ("新城建设", []),
    ("城区改造、北区食堂", []),
    ("上海市场", [("上海", "310000")]),
    ("朝阳市场", []),
    ("西部和河北区域", [("河北", "130000")]),
    ("河北新华书店", [("河北", "130000")]),
    ("中山大学", []),
    ("投资中小学", []),
    ("重大理论", []),
    ("成都市民政局", [("成都市", "510100")]),
    ("", []),
    ("川", []),
]


def test_find_pins_its_cases() -> None:
    assert len(FIND) == 41


@pytest.mark.parametrize(("text", "expected"), FIND, ids=[t or "empty" for t, _ in FIND])
def test_find(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[h.start : h.end], h.divisions[0].code) for h in gazetteer().find(text)] == expected


def test_a_name_that_several_bear_gives_them_all() -> None:
    (hit,) = gazetteer().find("鼓楼区")
    assert [d.code for d in hit.divisions] == ["320106", "320302", "350102", "410204"]


def test_ambiguous_short_names_are_found_on_request() -> None:
    assert gazetteer().find("和平") == []
    (hit,) = gazetteer().find("和平", ambiguous=True)
    assert {"120101", "210102"} < {d.code for d in hit.divisions}


RESOLVE = [
    ("成都", None, "510100"),
    ("重庆荣昌", None, "500153"),
    ("鼓楼区", None, None),
    ("鼓楼区", "福建省", "350102"),
    ("鼓楼区", "江苏省", None),
    ("朝阳", "北京市", "110105"),
    ("朝阳", None, "211300"),
    ("江北区", "重庆市", "500105"),
    ("江北区", None, "330205"),
    ("南区", None, None),
    ("南区", "香港特别行政区", "810004"),
    ("海南", "青海省", "460000"),
    ("没有此地", None, None),
    ("成都和重庆", None, None),
]


def test_resolve_pins_its_cases() -> None:
    assert len(RESOLVE) == 14


@pytest.mark.parametrize(("name", "province", "code"), RESOLVE)
def test_resolve(name: str, province: str | None, code: str | None) -> None:
    places = gazetteer()
    found = places.resolve(name, places.resolve(province) if province else None)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("code", "province"),
    [("510107", "四川省"), ("500153", "重庆市"), ("110000", "北京市"), ("Z4402", "广东省"), ("TW-TPE", "台湾省")],
)
def test_province_of(code: str, province: str) -> None:
    places = gazetteer()
    assert places.province_of(places.by_code[code]).name == province


def test_path_runs_from_the_province_down() -> None:
    places = gazetteer()
    assert [d.name for d in places.path(places.by_code["510107"])] == ["四川省", "成都市", "武侯区"]


def test_the_table_is_whole() -> None:
    places = gazetteer()
    levels = [d.level for d in places.by_code.values()]
    # 34 provinces; 333 prefectures and 20 cities and counties of 台湾; counties with those of 香港 and 澳门
    assert (levels.count("province"), levels.count("prefecture"), levels.count("county")) == (34, 353, 2871)
    assert all(len(name) > 1 for name in places.short)
    assert places.by_name["两江新区"] == (Division("500157", "两江新区", "county", "500000"),)


BAD = [
    ("110000\t北京市\tprovince\t\t北京\t", "", "divisions.tsv, line 2: 6 columns"),
    ("110000\t北京市\tcity\t\t北京\t\t", "", "divisions.tsv, line 2: 北京市 has the level “city”"),
    ("110101\t东城区\tcounty\t110000\t东城\t1\t", "", "divisions.tsv, line 2: no division has the code 110000"),
    ("110000\t北京市\tprovince\t\t京\t\t", "", "divisions.tsv, line 2: a name of one character"),
    ("110000\t北京市\tprovince\t\t\t\t\n110000\t京市\tprovince\t\t\t\t", "", "line 3: the code 110000 stands twice"),
    ("110000\t北京市\tprovince\t\t\t\t", "京\tabbreviation\t120000", "names.tsv, line 1: no division in being"),
    ("110000\t北京市\tprovince\t\t\t\t", "京\tnickname\t110000", "names.tsv, line 1: the kind “nickname” is unknown"),
]


@pytest.mark.parametrize(("table", "names", "message"), BAD)
def test_a_bad_table_is_named_with_its_line(tmp_path: Path, table: str, names: str, message: str) -> None:
    (tmp_path / "divisions.tsv").write_text(f"# comment\n{table}\n", encoding="utf-8")
    (tmp_path / "names.tsv").write_text(f"{names}\n", encoding="utf-8")
    with pytest.raises(DivisionError, match=message):
        Gazetteer(tmp_path / "divisions.tsv", tmp_path / "names.tsv")
