"""What people decide about identity: read, carried out, never passed over."""

from pathlib import Path

import pytest

from kg.entities.decisions import Action, DecisionError, parse_decisions, read_decisions
from kg.entities.explain import explain
from kg.entities.identify import identify, settle
from kg.entities.iri import BASE
from kg.entities.rulings import Known, Rulings
from kg.model import ArticleFacts, Kind
from tests.reader import facts

TEXTS = {
    "a": "江苏省教育厅厅长姚素心出席。星帆科技有限公司参加。",
    "b": "江苏省水利厅副厅长姚素心出席。星帆数科参加。星帆数科有限公司致辞。",
    "c": "甘肃省水利厅副厅长姚素心出席。星帆科技有限公司参加。国土资源部派员出席。",
    "d": "甘肃省科技厅副厅长姚素心出席。自然资源部派员出席。4月9日，太行文旅论坛在长治举行。",
}


def articles() -> list[ArticleFacts]:
    return [facts(text, name=name) for name, text in TEXTS.items()]


def iris(decisions: str, name: str, kind: Kind = Kind.PERSON) -> dict[str, str]:
    """The IRI that each article has for what it calls so, after these decisions."""
    found = identify(articles(), decisions=parse_decisions(decisions))
    return {f.page.article.id: e.id for f in found for e in f.of(kind) if e.name == name}


def parts(decisions: str, name: str, kind: Kind = Kind.PERSON) -> str:
    """Which articles mean one thing by a name: `ab|cd`."""
    groups: dict[str, str] = {}
    for article, iri in iris(decisions, name, kind).items():
        groups[iri] = groups.get(iri, "") + article
    return "|".join(sorted(groups.values()))


# decisions, which articles mean one 姚素心
PEOPLE: list[tuple[str, str]] = [
    ("", "ab|cd"),
    ("# a comment\n\n", "ab|cd"),
    ("merge\tPerson\t姚素心 @ a\t姚素心 @ c", "abcd"),
    ("merge\tPerson\t姚素心 @ 江苏省教育厅\t姚素心 @ 甘肃省水利厅", "abcd"),
    ("合并\t人物\t姚素心 @ a.txt\t姚素心 @ d.txt\tthe same person", "abcd"),
    ("keep apart\tPerson\t姚素心 @ a\t姚素心 @ b", "a|b|cd"),
    ("分开\tPerson\t姚素心 @ b\t姚素心 @ a", "a|b|cd"),
    ("keep apart\tPerson\t姚素心 @ a\t姚素心 @ b\nmerge\tPerson\t姚素心 @ b\t姚素心 @ c", "a|bcd"),
    ("merge\tPerson\t姚素心 @ b\t姚素心 @ c\nkeep apart\tPerson\t姚素心 @ a\t姚素心 @ b", "a|bcd"),
    ("keep apart\tPerson\t姚素心 @ a\t姚素心 @ c", "ab|cd"),  # they are apart as it is
]


@pytest.mark.parametrize(("decisions", "expected"), PEOPLE)
def test_people(decisions: str, expected: str) -> None:
    assert parts(decisions, "姚素心") == expected


def test_an_iri_stays_valid_when_its_entity_is_merged() -> None:
    before = iris("", "姚素心")
    by_iri = f"merge\tPerson\t{before['a']}\t{before['c']}"
    after = iris(by_iri, "姚素心")
    assert set(after.values()) == {before["a"]}  # the first one's
    assert iris(by_iri, "姚素心") == after


def test_an_iri_of_a_smaller_build_stays_valid() -> None:
    [alone] = identify([facts(TEXTS["a"], name="a")])
    iri = next(e.id for e in alone.of(Kind.PERSON))
    with pytest.raises(DecisionError, match="several entities"):  # there are two of the name now
        iris(f"rename\tPerson\t{iri}\t姚某", "姚素心")
    two = identify([facts(TEXTS[n], name=n) for n in "bc"])
    iri = next(e.id for e in two[0].of(Kind.PERSON))
    assert set(iris(f"merge\tPerson\t{iri}\t姚素心 @ c", "姚素心").values()) == {iris("", "姚素心")["a"]}


def test_a_renamed_body_kept_apart_has_its_old_iri() -> None:
    apart = "keep apart\tOrganization\t国土资源部\t自然资源部"
    [merged] = {
        *iris("", "国土资源部", Kind.ORGANIZATION).values(),
        *iris("", "自然资源部", Kind.ORGANIZATION).values(),
    }
    [old] = iris(apart, "国土资源部", Kind.ORGANIZATION).values()
    [new] = iris(apart, "自然资源部", Kind.ORGANIZATION).values()
    assert new == merged != old


def test_one_name_in_two_articles_kept_apart() -> None:
    apart = "keep apart\tOrganization\t星帆科技有限公司 @ a\t星帆科技有限公司 @ c"
    assert parts("", "星帆科技有限公司", Kind.ORGANIZATION) == "ac"
    assert parts(apart, "星帆科技有限公司", Kind.ORGANIZATION) == "a|c"


def test_a_new_name_is_a_label_and_no_new_thing() -> None:
    named = "rename\tPerson\t姚素心 @ a\t姚素心（江苏）"
    assert iris(named, "姚素心") == iris("", "姚素心")
    found = identify(articles(), decisions=parse_decisions(named))
    assert [e.label for f in found for e in f.of(Kind.PERSON)] == ["姚素心（江苏）"] * 2 + [""] * 2


def test_the_order_of_articles_makes_no_difference() -> None:
    decisions = parse_decisions("\n".join(d for d, _ in PEOPLE if d.startswith("keep")))
    forward = {f.page.article.id: f.entities for f in identify(articles(), decisions=decisions)}
    backward = {f.page.article.id: f.entities for f in identify(articles()[::-1], decisions=decisions)}
    assert forward == backward


def test_an_account_names_the_decision() -> None:
    settled = settle(articles(), decisions=parse_decisions("# why\nmerge\tPerson\t姚素心 @ a\t姚素心 @ c\tone person"))
    [account] = explain(settled, "姚素心", Kind.PERSON)
    assert [(r.decision.line, r.decision.action) for r in account.rulings] == [(2, Action.MERGE)]


def test_an_account_says_who_kept_them_apart() -> None:
    apart = "keep apart\tOrganization\t星帆科技有限公司 @ a\t星帆科技有限公司 @ c"
    accounts = explain(settle(articles(), decisions=parse_decisions(apart)), "星帆科技有限公司", Kind.ORGANIZATION)
    assert [[(j.name, j.why) for j in a.apart] for a in accounts] == [[("decided", "decisions.tsv, line 1")]] * 2


def test_an_account_leaves_out_a_merge_that_a_decision_undid() -> None:
    apart = "keep apart\tOrganization\t国土资源部\t自然资源部"
    for decisions, count in (("", 1), (apart, 0)):
        [account] = explain(settle(articles(), decisions=parse_decisions(decisions)), "自然资源部", Kind.ORGANIZATION)
        assert len(account.merged) == count


# lines, what is wrong, the way out
WRONG: list[tuple[str, str, str]] = [
    ("merge\tPerson\t姚素心", "line 1: 3 cells are filled", "with a tab between them"),
    ("merge Person 姚素心 姚素", "line 1: 1 cell is filled", "with a tab between them"),
    ("join\tPerson\t姚素心\t姚素", "line 1: no action is called “join”", "merge, keep apart or rename"),
    ("merge\tPeople\t姚素心\t姚素", "line 1: no class is called “People”", "Person, Organization"),
    ("\nmerge\tPerson\t姚素馨\t姚素心 @ a", "line 2: no Person is called “姚素馨”; did you mean 姚素心?", "delete"),
    ("merge\tPerson\t星帆科技有限公司\t姚素心 @ a", "it is of the class Organization", "delete the line"),
    ("merge\tPerson\t姚素心\t姚素心 @ a", "several entities are called “姚素心”", "姚素心 @ a.txt, 姚素心 @ c.txt"),
    ("merge\tPerson\t姚素心 @ x\t姚素心 @ a", "“姚素心” is not in “x”", "姚素心 @ a.txt"),
    (f"merge\tPerson\t{BASE}person/aaaaaaaaaa\t姚素心 @ a", "no Person has the IRI", "write its name"),
    ("keep apart\tPerson\t姚素心 @ a\t姚素心 @ a", "both names mean the same entity", "姚素心 @ ARTICLE"),
    (
        "merge\tPerson\t姚素心 @ a\t姚素心 @ c\nkeep apart\tPerson\t姚素心 @ b\t姚素心 @ d",
        "line 1: it merges what line 2 of decisions.tsv keeps apart",
        "delete one of the two",
    ),
    (
        "rename\tPerson\t姚素心 @ a\t姚甲\nrename\tPerson\t姚素心 @ b\t姚乙",
        "line 2: the entity is called “姚甲” by another line",
        "delete one of the two",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "what", "way_out"), WRONG)
def test_what_cannot_be_carried_out(lines: str, what: str, way_out: str) -> None:
    with pytest.raises(DecisionError) as error:
        iris(lines, "姚素心")
    assert what in str(error.value)
    assert str(error.value).startswith("decisions.tsv, line ")
    assert way_out in error.value.way_out


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text('action\tclass\tname\tother\tnote\r\nmerge\tPerson\t甲\t"乙"\tnote\r\n', encoding="utf-8-sig")
    [decision] = read_decisions(path)
    assert (decision.where, decision.one, decision.other, decision.note) == ("mine.tsv, line 2", "甲", "乙", "note")
    path.write_bytes("merge\tPerson\t甲\t乙".encode("gb18030"))
    with pytest.raises(DecisionError, match="no UTF-8"):
        read_decisions(path)
    with pytest.raises(DecisionError, match="cannot be read"):
        read_decisions(tmp_path / "none.tsv")


def test_the_tables_pin_their_cases() -> None:
    assert (len(PEOPLE), len(WRONG)) == (10, 12)


def test_a_key_of_another_class_is_in_nobodys_way() -> None:
    """Else what a decision makes of a body would hang on places and programmes that have nothing to do with it, and a
    store, which looks at none of them, would hold other IRIs than a build."""
    short, full, place = (
        ("a", Kind.ORGANIZATION, "云岭医院"),
        ("b", Kind.ORGANIZATION, "四川省云岭医院"),
        ("c", Kind.PLACE, "云岭医院"),
    )
    bodies = [Known(atom, (), atom[2], (), atom[0], atom[0]) for atom in (short, full)]
    apart = parse_decisions("keep apart\tOrganization\t云岭医院\t四川省云岭医院\t")
    found = []
    for sightings in (bodies, [*bodies, Known(place, (), "云岭医院", (), "c", "c")]):
        keys = {s.atom: "四川省云岭医院" if s.kind is Kind.ORGANIZATION else s.key for s in sightings}
        Rulings(sightings, keys, BASE).carry_out(apart)
        found.append(keys[short])
    assert found == ["云岭医院", "云岭医院"]
