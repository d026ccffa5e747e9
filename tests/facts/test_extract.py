"""Everything together: spans that are true, lines that say nothing, damage, accuracy on our articles, size."""

import json
import re
from collections import Counter
from functools import cache
from itertools import pairwise

import pytest

from kg.model import ArticleFacts, Kind, LineRole, Span
from kg.pipeline import Build
from kg.resources import data_file
from kg.use.facts_json import facts_object
from tests.reader import all_facts, facts, is_byline, names, occurrence, posts, role_of_line, triples, words
from tests.scorer import FAMILIES, Score, score

# A page of a site, with what says nothing around what does.
PAGE = """首页 > 新闻中心 > 要闻

滇池流域生态治理大会在昆明召开

2025-04-10 09:12:33 来源：云岭日报 作者：裴若谷

4月9日，滇池流域生态治理大会在昆明国际会展中心召开。大会由云南省生态环境厅主办，以“清水共治”为主题。

云南省生态环境厅党组书记、厅长姚素心，昆明市副市长耿朗出席会议。会议由云南省生态环境厅副厅长韦知行主持。

图为云南省水利厅厅长陆闻铮在展区参观。 罗恺 摄

姚素心指出，一是严控污染源；二是修复湿地。会上发布了《滇池治理白皮书》。

云岭科技大学与太行集团签署《水环境联合研究协议》。

上一篇：贵州省教育厅厅长费庭芳调研职业教育
责任编辑：祁望舒
版权所有 云岭日报社
"""

# Characters of other scripts, pinyin in brackets, doubled romanisation.
DAMAGED = [
    ("雲南省生態環境廳廳長姚素心出席會議。", {"姚素心 厅长 云南省生态环境厅"}),
    ("云南省生态环(huán)境厅厅长姚素心出席会议。", {"姚素心 厅长 云南省生态环境厅"}),
    ("云南省生態環(huán)境廳(tīng)廳長姚素心出席會議。", {"姚素心 厅长 云南省生态环境厅"}),
]


@cache
def _page() -> ArticleFacts:
    return facts(PAGE)


def test_a_page_says_what_it_says() -> None:
    found = _page()
    assert names(found, Kind.PERSON) == ["裴若谷", "姚素心", "耿朗", "韦知行"]
    assert posts(found) == {
        "姚素心 党组书记 云南省生态环境厅",
        "姚素心 厅长 云南省生态环境厅",
        "耿朗 副市长 昆明市人民政府",
        "韦知行 副厅长 云南省生态环境厅",
    }
    assert [occurrence(o) for o in found.occurrences] == [
        "滇池流域生态治理大会 | 2025-04-09 | 昆明国际会展中心 | 清水共治"
    ]
    assert triples(found, ["organizes", "hosts", "signsWith", "locatedIn"]) == {
        "云南省生态环境厅 organizes 滇池流域生态治理大会",
        "韦知行 hosts 滇池流域生态治理大会",
        "云岭科技大学 signsWith 太行集团",
        "滇池流域生态治理大会 locatedIn 昆明国际会展中心",
    }
    assert [(r.document, r.event) for r in found.releases] == [("滇池治理白皮书", "滇池流域生态治理大会")]
    assert [(d.speaker.name, d.ordinal, d.text) for d in found.directions] == [
        ("姚素心", 1, "严控污染源"),
        ("姚素心", 2, "修复湿地"),
    ]


def test_lists_stand_in_order_of_first_mention() -> None:
    first = [min(e.mentions) for e in _page().entities]
    assert first == sorted(first)


@pytest.fixture(scope="session")
def told(demo: Build) -> list[ArticleFacts]:
    """What the articles that come with kg say, and the page above."""
    return [*demo.facts, _page()]


def _spans(found: ArticleFacts) -> list[Span]:
    return [s for e in found.entities for s in e.mentions] + [s for f in all_facts(found) for s in f.evidence]


def test_offsets_rise(told: list[ArticleFacts]) -> None:
    for found in told:
        page = found.page
        assert len(page.offsets) == len(page.text)
        assert all(a < b for a, b in pairwise(page.offsets))
        assert page.offsets[-1] < len(page.article.text)


def test_every_span_lies_within_the_text(told: list[ArticleFacts]) -> None:
    for found in told:
        assert _spans(found)
        assert all(0 <= s.start < s.end <= len(found.page.article.text) for s in _spans(found))


def test_a_mention_is_a_name(told: list[ArticleFacts]) -> None:
    for found in told:
        for entity in found.of(Kind.PERSON):
            assert {words(found.page, s) for s in entity.mentions} == {entity.name}
        for entity in found.of(Kind.DOCUMENT):
            assert {words(found.page, s) for s in entity.mentions} == {entity.name}


def test_evidence_holds_the_words_of_its_fact(told: list[ArticleFacts]) -> None:
    for found in told:
        page = found.page
        for role in found.roles:
            assert all(role.person in words(page, s) for s in role.evidence)
            if not is_byline(role):
                assert all(role.title.removeprefix("原") in words(page, s) for s in role.evidence)
        for outcome in found.outcomes:
            assert any(outcome.as_written in words(page, s) for s in outcome.evidence)
        for release in found.releases:
            assert all(release.document in words(page, s) for s in release.evidence)
        for direction in found.directions:
            assert all(direction.text in words(page, s) for s in direction.evidence)
        for o in found.occurrences:
            said = [words(page, s) for s in o.evidence]
            assert o.theme is None or any(o.theme in w for w in said)


STANDS_FOR_A_BODY = re.compile("[双两三四多各]方|该.|[我本学]校")


def test_a_relation_names_an_end_or_what_stands_for_it(told: list[ArticleFacts]) -> None:
    for found in told:
        for relation in found.relations:
            ends = [found.index[relation.subject], found.index[relation.object]]
            spoken = {words(found.page, s) for e in ends for s in e.mentions}
            said = [words(found.page, s) for s in relation.evidence]
            assert any(name in w for w in said for name in spoken) or any(map(STANDS_FOR_A_BODY.search, said))


def test_only_text_and_headings_say_anything(told: list[ArticleFacts]) -> None:
    read = {LineRole.BODY, LineRole.HEADING}
    for found in told:
        wrote = {r.person for r in found.roles if is_byline(r)}
        facts_read = [f for f in all_facts(found) if not f.rule.startswith("byline")]
        assert all(role_of_line(found.page, s) <= read for f in facts_read for s in f.evidence)
        for e in found.entities:
            if e.kind is not Kind.PERSON or e.name not in wrote:
                assert all(role_of_line(found.page, s) <= read for s in e.mentions)


def test_every_end_of_a_fact_is_an_entity(told: list[ArticleFacts]) -> None:
    for found in told:
        people, bodies = set(names(found, Kind.PERSON)), set(names(found, Kind.ORGANIZATION))
        assert {r.person for r in found.roles} <= people
        assert {r.organization for r in found.roles if r.organization} <= bodies
        assert all(r.subject in found.index and r.object in found.index for r in found.relations)
        assert {o.event for o in found.occurrences} <= set(names(found, Kind.EVENT))


def test_no_fact_stands_twice(told: list[ArticleFacts]) -> None:
    for found in told:
        posts_said = Counter((r.person, r.title, r.organization) for r in found.roles)
        said = Counter((r.subject, r.predicate, r.object) for r in found.relations)
        assert set(posts_said.values()) | set(said.values()) == {1}
        assert max(Counter(e.ref for e in found.entities).values()) == 1


@pytest.mark.parametrize(("text", "expected"), DAMAGED)
def test_damage_does_not_matter(text: str, expected: set[str]) -> None:
    found = facts(text)
    assert posts(found) == expected
    for entity in found.entities:
        for s in entity.mentions:
            assert words(found.page, s) in (entity.name, *entity.aliases)


FLOOR = {
    "persons": 0.95,
    "roles": 0.93,
    "organizations": 0.93,
    "documents": 0.95,
    "events": 0.9,
    "relations": 0.75,
}


@pytest.fixture(scope="session")
def scores(demo: Build) -> dict[str, Score]:
    """The scores over all articles by family."""
    total = dict.fromkeys(FAMILIES, Score())
    for found in demo.facts:
        gold = json.loads(data_file(f"gold/{found.page.article.id}.json").read_text(encoding="utf-8"))
        for family, one in score(gold, facts_object(found)).items():
            total[family] += one
    return total


@pytest.mark.parametrize("family", FAMILIES)
def test_accuracy_does_not_fall(family: str, scores: dict[str, Score]) -> None:
    assert scores[family].f1 >= FLOOR[family], (scores[family].wrong, scores[family].missed)


def test_the_scorer_sees_what_is_wrong_and_what_is_missing(demo: Build) -> None:
    found = demo.facts[0]
    gold = json.loads(data_file(f"gold/{found.page.article.id}.json").read_text(encoding="utf-8"))
    seen = facts_object(found)
    blind = seen | {"persons": seen["persons"][1:], "relations": []}
    assert score(gold, blind)["persons"].missed == (seen["persons"][0]["name"],)
    assert score(gold, blind)["relations"].f1 == 0
    wrong = seen | {"documents": [*seen["documents"], {"name": "某某办法"}]}
    assert score(gold, wrong)["documents"].wrong == ("某某办法",)


# A text may end anywhere: right behind a list of authors, in the middle of a name.
@pytest.mark.parametrize("text", ["作者:程潜、", "山水林田", "记者欧阳", "由东方"])
def test_a_text_that_breaks_off_is_read(text: str) -> None:
    assert all(s.end <= len(text) for s in _spans(facts(text)))


# What a line may hold to keep a reader busy. There is no clock: who is not linear does not come to the end.
LONG = [
    "陆闻笙、姚素心、",
    "副厅长陆闻笙、局长姚素心、",
    "大学",
    "云岭大学、",
    "“",
    "“”",
    "《",
    "书记",
    "在",
    "召开",
    "签署",
    "4月9日",
    "市教育局、",
    "（",
    "与",
    "一是",
    "7",
    "　",
]


@pytest.mark.slow
@pytest.mark.parametrize("unit", LONG)
def test_a_long_line_comes_to_its_end(unit: str) -> None:
    length = 100_000
    found = facts("浙江省教育厅副厅长" + unit * (length // len(unit)) + "出席。")
    assert all(s.end <= length + 20 for s in _spans(found))


def test_a_number_in_the_name_of_a_document_counts_nothing() -> None:
    found = facts("省里贯彻“职教20条”文件精神，出台“人才新政30条”，建成学校40所。")
    assert [str(o.value) for o in found.outcomes] == ["40"]
