"""kg.store.embedded: whatever the way, a store holds what one build of its articles holds."""

import os
import random
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from kg import pipeline
from kg.entities.decisions import DecisionError, read_decisions
from kg.reading.errors import InputError
from kg.store import embedded
from kg.store.audit import audit
from kg.store.backup import backup
from kg.store.embedded import Report, add, quads, recorded, remove
from kg.store.errors import DamagedError, StoreError
from kg.store.index import digest
from tests.store.corpus import TEXTS


def lines(store: Path) -> list[str]:
    with quads(store) as found:
        return sorted(f"{quad} ." for quad in found)


def built(paths: Sequence[Path], **options: object) -> list[str]:
    return pipeline.build(sorted(paths), **options).lines if paths else []  # type: ignore[arg-type]


def check(store: Path, paths: Sequence[Path], **options: object) -> None:
    """The store holds what a build of these articles holds, and notes how much that is."""
    held = lines(store)
    assert held == built(paths, **options)
    with quads(store) as found:
        assert f"{digest(found):x}" == recorded(store)["digest"]
    assert recorded(store)["statements"] == str(len(held))


def test_the_corpus_is_one_in_which_articles_change_what_is_known_of_each_others_things(news: Path) -> None:
    """Else the tests below would prove little: nearly every article makes another one's lines others."""
    paths = sorted(news.iterdir())
    everything = set(built(paths))
    telling = [path for path in paths if not set(built([p for p in paths if p != path])) <= everything]
    assert len(telling) >= 9, [path.name for path in telling]


@pytest.mark.parametrize("seed", range(5))
def test_grown_in_any_order_with_any_removals(news: Path, store: Path, seed: int) -> None:
    chance = random.Random(seed)
    everything = sorted(news.iterdir())
    there: set[Path] = set()
    for _ in range(10):
        if there and chance.random() < 0.4:
            gone = chance.sample(sorted(there), min(len(there), chance.choice((1, 1, 2, 4))))
            remove(store, [str(path) for path in gone])
            there -= set(gone)
        else:
            new = chance.sample(everything, chance.choice((1, 1, 2, 5)))
            add(store, new)
            there |= set(new)
        check(store, sorted(there))
    found = audit(store)
    assert found.good and found.remade, found.wrong


def test_many_at_once_go_by_in_batches(news: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.change.BATCH", 3)
    monkeypatch.setattr("kg.store.change.KEPT", 2)
    paths = sorted(news.iterdir())
    add(store, [news])
    check(store, paths)
    remove(store, [path.name for path in paths[2:13]])
    check(store, paths[:2] + paths[13:])
    assert audit(store).good


def names(report: Report) -> dict[str, list[str]]:
    return {
        name: found
        for name in ("added", "changed", "unchanged", "removed", "doubles")
        if (found := getattr(report, name))
    }


def test_again_changed_and_removed(news: Path, store: Path) -> None:
    first = add(store, [news / "a1.txt", news / "a2.txt"])
    assert names(first) == {"added": ["a1.txt", "a2.txt"]}
    assert (first.articles, first.generation) == (2, 1)
    before = sorted(p.name for p in store.rglob("*")), (store / "registry.db").read_bytes()

    again = add(store, [news / "a1.txt", news / "a2.txt"])
    assert names(again) == {"unchanged": ["a1.txt", "a2.txt"]}
    assert again.generation == 1
    assert before == (sorted(p.name for p in store.rglob("*")), (store / "registry.db").read_bytes())

    (news / "a2.txt").write_text(TEXTS["a2.txt"].replace("陆望舒", "梅若涵"), encoding="utf-8")
    third = add(store, [news])
    assert names(third)["changed"] == ["a2.txt"] and names(third)["unchanged"] == ["a1.txt"]
    check(store, sorted(news.iterdir()))
    assert any("梅若涵" in line for line in lines(store))

    last = remove(store, ["a2.txt"])
    assert names(last) == {"removed": ["a2.txt"]} and last.articles == len(TEXTS) - 1
    assert not any("梅若涵" in line for line in lines(store))


def test_the_last_article_leaves_an_empty_graph(news: Path, store: Path) -> None:
    add(store, [news / "a1.txt"])
    remove(store, ["a1.txt"])
    check(store, [])
    add(store, [news / "a3.txt"])
    check(store, [news / "a3.txt"])


def test_one_text_under_two_names_is_one_article(news: Path, store: Path) -> None:
    copy = Path(shutil.copy(news / "a2.txt", news / "a0-copy.txt"))
    add(store, [news / "a2.txt"])
    report = add(store, [copy])
    assert names(report) == {"doubles": ["a0-copy.txt"]} and report.articles == 1
    check(store, [copy, news / "a2.txt"])
    assert any('"a0-copy.txt"' in line for line in lines(store)), "the graph names the first of them"
    remove(store, [str(copy)])
    check(store, [news / "a2.txt"])
    assert audit(store).good


def test_files_of_one_name_in_two_folders_are_two_articles(news: Path, store: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "a1.txt"
    other.parent.mkdir()
    other.write_text(TEXTS["b2.txt"], encoding="utf-8")
    add(store, [news / "a1.txt"])
    add(store, [other])
    check(store, [news / "a1.txt", other])
    with pytest.raises(StoreError, match="several articles called a1") as error:
        remove(store, ["a1.txt"])
    assert "news/a1.txt" in error.value.way_out
    remove(store, [str(other)])
    check(store, [news / "a1.txt"])


@pytest.mark.parametrize("how", ["path", "name", "id", "hash", "iri"])
def test_an_article_is_named_in_several_ways(news: Path, store: Path, how: str) -> None:
    add(store, [news / "a1.txt", news / "a2.txt"])
    (sha256,) = (s.sha256 for s in embedded.sources(store) if s.name == "a2.txt")
    word = {
        "path": str(news / "a2.txt"),
        "name": "a2.txt",
        "id": "a2",
        "hash": sha256[:10],
        "iri": f"{embedded.base_of(store)}doc/{sha256[:12]}#char=1,2",
    }[how]
    remove(store, [word])
    check(store, [news / "a1.txt"])


def test_what_is_not_there_can_not_be_removed(news: Path, store: Path) -> None:
    add(store, [news / "a1.txt", news / "a2.txt"])
    before = lines(store)
    with pytest.raises(StoreError, match="has no article a3"):
        remove(store, ["a1.txt", "a3.txt"])
    assert lines(store) == before, "all or nothing"


def test_inputs_that_can_not_be_read_leave_what_was_there(news: Path, store: Path) -> None:
    add(store, [news / "a1.txt"])
    (news / "a1.txt").write_bytes(b"\xff\xfe\x00\xd8garbage\x00")
    (news / "a2.txt").write_text(TEXTS["a2.txt"], encoding="utf-8")
    report = add(store, [news / "a1.txt", news / "a2.txt"])
    assert len(report.skipped) == 1 and names(report) == {"added": ["a2.txt"]}
    assert report.articles == 2, "the old a1.txt is still there"
    with pytest.raises(InputError):
        add(store, [news / "a1.txt"])


def test_a_store_keeps_its_base(news: Path, store: Path) -> None:
    add(store, [news / "a1.txt"], base="https://example.org/kg/")
    add(store, [news / "a2.txt"])
    check(store, [news / "a1.txt", news / "a2.txt"], base="https://example.org/kg/")
    with pytest.raises(StoreError, match="has the base"):
        add(store, [news / "a3.txt"], base="https://example.com/")
    with pytest.raises(ValueError, match="not an absolute IRI"):
        add(store.with_name("b.store"), [news / "a3.txt"], base="nonsense")
    assert not (store.with_name("b.store") / "CURRENT").exists()


def test_a_folder_with_other_things_is_no_store(news: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="with other things in it"):
        add(news, [news / "a1.txt"])
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="is a file"):
        add(tmp_path / "file", [news / "a1.txt"])
    with pytest.raises(StoreError, match="there is no store"):
        remove(tmp_path / "nowhere", ["a1.txt"])
    with pytest.raises(StoreError, match="there is no store"):
        add(tmp_path / "nowhere", [])
    assert not (tmp_path / "nowhere").exists()


DECISIONS = (
    "merge\tOrganization\t宁波市教育局\t杭州市教育局\tone, says who edits\n"
    "keep apart\tPerson\t陆望舒 @ a1.txt\t陆望舒 @ c3.txt\ttwo of one name\n"
    "rename\tOrganization\t宁波海曙智造有限公司\t海曙智造\t\n"
)


def test_decisions_are_kept_and_wait_for_their_articles(news: Path, store: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text(DECISIONS, encoding="utf-8")
    report = add(store, [news / "a1.txt", news / "a3.txt"], decisions=file)
    assert [d.line for d in report.waiting] == [1, 2]
    assert any('"海曙智造"' in line for line in lines(store))
    chance, order = random.Random(3), sorted(news.iterdir())
    chance.shuffle(order)
    for path in order:
        report = add(store, [path])
    assert not report.waiting
    check(store, order, decisions=read_decisions(file))
    assert audit(store).good

    remove(store, ["c3.txt"])  # the second decision waits again, and the others hold
    kept = [d for d in read_decisions(file) if d.line != 2]
    check(store, [p for p in order if p.name != "c3.txt"], decisions=kept)

    (store / "decisions.tsv").write_text("# none\n", encoding="utf-8")
    add(store, [])
    check(store, [p for p in order if p.name != "c3.txt"])


def test_a_decision_that_can_not_be_carried_out_changes_nothing(news: Path, store: Path, tmp_path: Path) -> None:
    add(store, [news])
    before = lines(store)
    (store / "decisions.tsv").write_text("merge\tPerson\t岑溪\t陆望舒\twhich?\n", encoding="utf-8")
    with pytest.raises(DecisionError, match="several entities are called"):
        remove(store, ["a1.txt"])
    assert lines(store) == before
    (tmp_path / "other.tsv").write_text(DECISIONS, encoding="utf-8")
    with pytest.raises(StoreError, match="decisions of its own"):
        add(store, [], decisions=tmp_path / "other.tsv")


def test_another_version_of_the_reader_reads_all_again(
    news: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "fingerprint", lambda: "older")
    add(store, [news / "a1.txt", news / "a2.txt"])
    for path in news.iterdir():
        if path.name in ("a1.txt", "a2.txt"):
            path.rename(path.with_suffix(".moved"))  # texts are kept: no file is needed
    monkeypatch.undo()
    report = remove(store, ["a1.txt"])
    assert report.reread == 2
    assert recorded(store)["reader"] != "older"
    assert audit(store).good and audit(store).remade


def test_a_copy_is_a_store_of_its_own(news: Path, store: Path, tmp_path: Path) -> None:
    add(store, [news / "a1.txt", news / "a2.txt"])
    (store / "decisions.tsv").write_text("# none yet\n", encoding="utf-8")
    copy = tmp_path / "copy.store"
    with quads(store):  # while somebody reads
        backup(store, copy)
    before = lines(store)
    add(store, [news / "a3.txt"])
    remove(store, ["a1.txt"])
    assert lines(copy) == before and audit(copy).good
    assert (copy / "decisions.tsv").exists()
    with pytest.raises(StoreError, match="is there already"):
        backup(store, copy)

    shutil.rmtree(store)  # restored: the copy takes the place of the store
    copy.rename(store)
    assert lines(store) == before
    add(store, [news / "a3.txt"])
    check(store, [news / "a1.txt", news / "a2.txt", news / "a3.txt"])


def test_an_article_goes_by_the_words_in_which_it_is_told(
    news: Path, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What `kg remove` and the facts call an article is what it takes."""
    other = tmp_path / "other" / "a1.txt"
    other.parent.mkdir()
    other.write_text(TEXTS["b2.txt"], encoding="utf-8")
    add(store, [news / "a1.txt", other])
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError) as error:
        remove(store, ["a1.txt"])
    first, second = error.value.way_out.removeprefix("write one of: ").split(", ")
    ids = {article.sha256: article.id for article in embedded.articles(store)}
    (kept,) = (s for s in embedded.sources(store) if s.path == second)
    remove(store, [first])
    add(store, [news / "a1.txt"])
    remove(store, [ids[kept.sha256]])
    check(store, [news / "a1.txt"])


def test_an_article_has_the_id_that_a_build_gives_it(news: Path, store: Path, tmp_path: Path) -> None:
    """A second name of one text is nobody's id, and does not take it from another."""
    shutil.copy(news / "a1.txt", news / "b.txt")
    other = tmp_path / "other" / "b.txt"
    other.parent.mkdir()
    other.write_text(TEXTS["a2.txt"], encoding="utf-8")
    paths = [news / "a1.txt", news / "b.txt", other]
    add(store, paths)
    built_ids = [facts.page.article.id for facts in pipeline.build(paths).facts]
    assert [article.id for article in embedded.articles(store)] == built_ids == ["a1", "b"]


def test_files_whose_names_are_no_characters(news: Path, store: Path) -> None:
    folder = os.path.join(os.fsencode(news), b"\xff")
    os.mkdir(folder)
    odd = Path(os.fsdecode(os.path.join(folder, b"\xfe.txt")))
    odd.write_text(TEXTS["a2.txt"], encoding="utf-8")
    add(store, [news / "a1.txt", odd])
    check(store, [news / "a1.txt", odd])
    assert names(add(store, [odd])) == {"unchanged": ["\ufffd.txt"]}
    remove(store, [str(odd)])
    check(store, [news / "a1.txt"])


def test_a_folder_that_holds_an_index_of_something_else_is_no_store(news: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "index" / ".drafts").mkdir(parents=True)
    (site / "index" / ".drafts" / "page").write_text("x")
    with pytest.raises(StoreError, match="with other things in it"):
        add(site, [news / "a1.txt"])
    assert (site / "index" / ".drafts" / "page").exists()
    other = tmp_path / "other"
    other.mkdir()
    with closing(sqlite3.connect(other / "registry.db")) as database:
        database.execute("CREATE TABLE container (name TEXT)")
    with pytest.raises(StoreError, match="something else than a registry"):
        add(other, [news / "a1.txt"])


def test_what_is_not_ours_under_the_index_stays(news: Path, store: Path) -> None:
    add(store, [news / "a1.txt"])
    (store / "index" / ".notes").mkdir()
    add(store, [news / "a2.txt"])
    assert sorted(p.name for p in (store / "index").iterdir()) == [".notes", "00000002"]


def test_decisions_that_can_not_be_carried_out_are_not_kept(news: Path, store: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text("keep apart\tPerson\t陆望舒\t陆望舒\twho?\n", encoding="utf-8")
    add(store, [news / "a1.txt"])
    with pytest.raises(DecisionError, match=r"mine\.tsv, line 1"):
        add(store, [news / "a2.txt"], decisions=file)
    assert not (store / "decisions.tsv").exists()
    add(store, [news / "a2.txt"])
    check(store, [news / "a1.txt", news / "a2.txt"])

    file.write_text("rename\tPerson\t无此人\t某人\t\n", encoding="utf-8")
    assert [d.line for d in add(store, [], decisions=file).waiting] == [1]
    assert (store / "decisions.tsv").read_bytes() == file.read_bytes(), "one that waits is kept"


def test_a_store_that_was_never_filled_is_not_called_damaged(news: Path, store: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text("keep apart\tPerson\t陆望舒\t陆望舒\twho?\n", encoding="utf-8")
    with pytest.raises(DecisionError):
        add(store, [news / "a1.txt"], decisions=file)
    for look in (embedded.sources, lines):
        with pytest.raises(StoreError, match="nothing was put into the store yet") as error:
            look(store)
        assert not isinstance(error.value, DamagedError)
    add(store, [news / "a1.txt"])
    check(store, [news / "a1.txt"])
