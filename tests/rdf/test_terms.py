"""kg.rdf.terms: terms as they stand in N-Quads, read back by two parsers."""

from decimal import Decimal

import pyoxigraph
import pytest
import rdflib

from kg.rdf.terms import boolean, decimal, integer, iri, quoted, tagged, typed

HOSTILE = [
    "双引号\"与'单引号",
    "换\n行\r\n制\t表",
    "<script>alert(1)</script>",
    "> . <urn:a> <urn:b> <urn:c> .",
    "反斜杠\\ 和 \\u0041 \\n",
    "下一行\u0085分行\u2028分段\u2029",
    "退格\b换页\f响铃\x07删除\x7f",
    '"""三引号"""',
    "表情🎓𠮷",
    "零宽\u200b组合e\u0301",
    "",
    " 空格 ",
    "%E5%9B%BD ${x} {{y}}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_survives(text: str) -> None:
    line = f"<urn:s> <urn:p> {quoted(text)} ."
    assert "\n" not in line
    (quad,) = pyoxigraph.parse(line.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    assert quad.object == pyoxigraph.Literal(text)
    ((_, _, value),) = rdflib.Graph().parse(data=line, format="nt")
    assert value == rdflib.Literal(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_with_a_language_survives(text: str) -> None:
    line = f"<urn:s> <urn:p> {tagged(text, 'zh-hans')} <urn:g> ."
    (quad,) = pyoxigraph.parse(line.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    assert quad.object == pyoxigraph.Literal(text, language="zh-hans")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("353400", "353400"),
        ("35.340", "35.34"),
        ("1840829.00", "1840829"),
        ("1E+4", "10000"),
        ("0.50", "0.5"),
        ("-0.0", "0"),
        ("-3.10", "-3.1"),
        ("100", "100"),
        ("0", "0"),
        ("123456789012345678901234567890.5", "123456789012345678901234567890.5"),
    ],
)
def test_decimals(value: str, text: str) -> None:
    assert decimal(Decimal(value)) == f'"{text}"^^<http://www.w3.org/2001/XMLSchema#decimal>'


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_no_decimals(value: str) -> None:
    with pytest.raises(ValueError, match="not a decimal"):
        decimal(Decimal(value))


def test_a_store_rewrites_no_literal() -> None:
    terms = [
        decimal(Decimal("35.340")),
        integer(7),
        boolean(False),
        typed("2025-10-17", "date"),
        tagged("厅", "zh-hans"),
    ]
    store = pyoxigraph.Store()
    for i, term in enumerate(terms):
        store.load(f"<urn:s{i}> <urn:p> {term} .".encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    assert {str(quad.object) for quad in store} == set(terms)


@pytest.mark.parametrize("text", ["", "http://a b", "http://a>", 'http://a"', "http://a\\", "http://a\n", "http://{a}"])
def test_no_iris(text: str) -> None:
    with pytest.raises(ValueError, match="not an IRI"):
        iri(text)
