import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kg.model import (
    Article,
    ArticleFacts,
    Direction,
    Entity,
    Kind,
    Modifier,
    Occurrence,
    Outcome,
    Page,
    Ref,
    Relation,
    Release,
    Role,
    Span,
)
from kg.pipeline import build
from kg.use.facts_json import facts_json, facts_object

TEXT = "9月3日,青(qīng)川省教育厅厅长林知远在云溪县发布《青川方案》,“启明行动”培训近6000名教师,占87.88%。"
TEXT += "林知远指出:一是抓好落实。"


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def entity(kind: Kind, name: str, *mentions: Span, aliases: tuple[str, ...] = ()) -> Entity:
    return Entity(kind, name, mentions, aliases, id=f"https://example.org/id/{kind.lower()}/{name}")


COUNT = Outcome((at("6000名"),), "count", Decimal(6000), Modifier.APPROX, "名", "教师", "近6000")

OFFICE = "青(qīng)川省教育厅"
PERSON, BODY = "林知远", "青川省教育厅"
FACTS = ArticleFacts(
    Page(Article("a1", "a1.txt", TEXT, "f" * 64), TEXT, range(len(TEXT)), (), "标题", "2025-09-03", None),
    entities=(
        entity(Kind.PERSON, "后来者", at("抓好")),
        entity(Kind.PERSON, PERSON, at(PERSON)),
        entity(Kind.ORGANIZATION, BODY, at(OFFICE), aliases=("教育厅",)),
        entity(Kind.PROGRAM, "启明行动", at("启明行动")),
        entity(Kind.DOCUMENT, "青川方案", at("青川方案")),
        entity(Kind.EVENT, "方案发布会", at("发布")),
        entity(Kind.EVENT, "无日期的会", at("指出")),
        entity(Kind.PLACE, "云溪县", at("云溪县")),
    ),
    roles=(Role((at("厅长"), at(OFFICE), at("厅长")), "post", PERSON, "厅长", BODY),),
    occurrences=(
        Occurrence((at("在云溪县"),), "place", "方案发布会", place="云溪县"),
        Occurrence((at("9月3日"),), "day", "方案发布会", "2025-09-03", "9月3日", theme="启明"),
    ),
    outcomes=(
        replace(COUNT, programs=("启明行动", "另一行动"), lower=Decimal(5000), lower_open=True),
        replace(
            COUNT,
            value=Decimal("87.88"),
            modifier=Modifier.EXACT,
            unit="%",
            organization=BODY,
            as_of="2025",
            is_target=True,
        ),
    ),
    relations=(
        Relation((at("发布"),), "verb", Ref(Kind.ORGANIZATION, BODY), "publishes", Ref(Kind.DOCUMENT, "青川方案")),
    ),
    releases=(Release((at("发布《青川方案》"),), "at", "青川方案", "方案发布会"),),
    directions=(Direction((at("抓好落实"),), "list", Ref(Kind.PERSON, PERSON), 1, "抓好落实", "方案发布会"),),
)


@pytest.fixture(autouse=True)
def any_subject(monkeypatch: pytest.MonkeyPatch) -> None:
    """The IRI of an outcome is another module's business."""
    monkeypatch.setattr("kg.use.facts_json.outcome_iri", lambda outcome, facts, base: f"{base}outcome/{outcome.value}")


def test_the_keys_stand_in_their_order() -> None:
    line = facts_json(FACTS)
    assert "\n" not in line
    said = json.loads(line)
    assert list(said)[:13] == [
        "id",
        "source",
        "sha256",
        "title",
        "published",
        "publisher",
        "persons",
        "organizations",
        "programs",
        "documents",
        "events",
        "outcomes",
        "relations",
    ]
    assert [list(said[family][0])[:n] for family, n in (("persons", 4), ("events", 5), ("outcomes", 7))] == [
        ["id", "name", "mentions", "roles"],
        ["id", "name", "date", "place", "evidence"],
        ["id", "value", "modifier", "unit", "what", "program", "evidence"],
    ]


def test_the_article_is_described() -> None:
    said = facts_object(FACTS)
    assert {key: said[key] for key in ("id", "source", "sha256", "title", "published", "publisher")} == {
        "id": "a1",
        "source": "a1.txt",
        "sha256": "f" * 64,
        "title": "标题",
        "published": "2025-09-03",
        "publisher": None,
    }


def test_lists_stand_in_order_of_first_mention() -> None:
    assert [p["name"] for p in facts_object(FACTS)["persons"]] == [PERSON, "后来者"]


def test_offsets_show_what_stands_in_the_file() -> None:
    (body,) = facts_object(FACTS)["organizations"]
    ((start, end),) = body["mentions"]
    assert (TEXT[start:end], body["name"], body["aliases"]) == (OFFICE, BODY, ["教育厅"])


@pytest.mark.parametrize(
    ("text", "body", "named"),
    [
        ("浙江省副省长林知远到会。", "浙江省人民政府", []),
        ("浙江省人民政府副省长林知远到会。", "浙江省人民政府", ["浙江省人民政府"]),
        ("泰国总理林知远到会。", "泰国", []),
        ("泰国驻华大使林知远到会。", "泰国", []),
        ("加拿大安大略省省长林知远到会。", "加拿大安大略省", []),
    ],
)
def test_a_government_or_state_that_only_its_head_implies_is_named_in_the_post_alone(
    text: str, body: str, named: list[str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (facts,) = build([tmp_path / "a.txt"]).facts
    said = facts_object(facts)
    assert [role["organization"] for role in said["persons"][0]["roles"]] == [body]
    assert [o["name"] for o in said["organizations"]] == named
    if not body.endswith("省"):
        assert {e.subclass for e in facts.entities if e.name == body} == {"GovernmentBody"}


def test_a_person_has_roles_with_their_evidence_once() -> None:
    person, other = facts_object(FACTS)["persons"]
    (role,) = person["roles"]
    assert (role["title"], role["organization"], role["former"]) == ("厅长", BODY, False)
    assert [TEXT[a:b] for a, b in role["evidence"]] == [OFFICE, "厅长"]
    assert other["roles"] == []


def test_an_event_gathers_what_several_sentences_say_of_it() -> None:
    event, bare = facts_object(FACTS)["events"]
    assert (event["date"], event["place"], event["theme"]) == ("2025-09-03", "云溪县", "启明")
    assert [TEXT[a:b] for a, b in event["evidence"]] == ["9月3日", "在云溪县"]
    assert (bare["date"], bare["place"], bare["evidence"]) == (None, None, bare["mentions"])


def test_a_document_knows_where_it_was_released() -> None:
    assert [d["releasedAt"] for d in facts_object(FACTS)["documents"]] == ["方案发布会"]


def test_outcomes() -> None:
    many, share = facts_object(FACTS, "https://example.org/")["outcomes"]
    assert (many["id"], many["value"], type(many["value"])) == ("https://example.org/outcome/6000", 6000, int)
    assert (many["modifier"], many["program"], many["programs"]) == ("approx", "启明行动", ["启明行动", "另一行动"])
    assert (many["lower"], many["upper"], many["lowerOpen"], many["upperOpen"]) == (5000, None, True, False)
    assert (share["value"], share["unit"], share["program"], share["organization"]) == (87.88, "%", None, BODY)
    assert (share["asOf"], share["isTarget"], share["asWritten"]) == ("2025", True, "近6000")


def test_numbers_print_as_they_are_written() -> None:
    line = facts_json(FACTS)
    assert '"value": 6000,' in line
    assert '"value": 87.88,' in line


def test_relations_and_directions_name_both_ends() -> None:
    said = facts_object(FACTS)
    (relation,) = said["relations"]
    assert (relation["subject"], relation["predicate"], relation["object"]) == (BODY, "publishes", "青川方案")
    (direction,) = said["directions"]
    assert (direction["speaker"], direction["event"], direction["ordinal"], direction["text"]) == (
        PERSON,
        "方案发布会",
        1,
        "抓好落实",
    )
    assert said["places"][0]["name"] == "云溪县"
