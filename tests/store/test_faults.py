"""A store under faults: killed, out of room, read while it changes, changed by two, damaged, tampered with."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

import kg.store.audit
from kg import pipeline
from kg.cli import main
from kg.store import embedded, folder
from kg.store.audit import audit
from kg.store.embedded import add, articles, quads, recorded, remove, sources
from kg.store.errors import BusyError, DamagedError, StoreError
from kg.store.index import digest
from kg.store.registry import Registry
from tests.store.writers import started

KILLS = 100
READERS = 8
CHANGES = 12


def lines(store: Path) -> list[str]:
    with quads(store) as found:
        return sorted(f"{quad} ." for quad in found)


def forked(work: Callable[[], None]) -> int:
    """The number of a process that does this and ends, with 0 if all went well."""
    if number := os.fork():
        return number
    try:
        work()
        os._exit(0)
    except BaseException as error:  # whatever it is: this process must not go on with the tests
        os.write(2, f"{type(error).__name__}: {error}\n".encode())
        os._exit(1)


def seconds_of_a_change_to_and_fro(store: Path, article: Path) -> float:
    start = time.perf_counter()
    add(store, [article])
    remove(store, [str(article)])
    return time.perf_counter() - start


@pytest.mark.slow
def test_killed_at_any_instant_it_opens_as_before_or_after(news: Path, store: Path) -> None:
    chance = random.Random(7)
    extra = news / "c3.txt"
    rest = [path for path in sorted(news.iterdir()) if path != extra]
    add(store, rest)
    states = [pipeline.build(rest).lines, pipeline.build(news).lines]
    found = [0, 0]
    cycle = 0.0
    for number in range(KILLS):
        if number % 10 == 0:  # the machine may be busier than it was
            cycle = seconds_of_a_change_to_and_fro(store, extra)
        child = started(store, extra)
        time.sleep(chance.uniform(0.0, 2 * cycle))
        assert child.is_alive(), "it died of itself"
        child.kill()
        child.join()
        found[states.index(lines(store))] += 1
    assert all(found), "kills on both sides of a commit"
    add(store, [extra])
    assert lines(store) == states[1]
    assert audit(store).good
    assert len(list((store / folder.INDEX).iterdir())) == 1, "what dead writers left is gone"


def test_a_writer_that_died_before_readers_were_told_is_made_good(news: Path, store: Path) -> None:
    add(store, [news / "a1.txt"])
    kept = store.with_name("kept")
    shutil.copytree(store / folder.INDEX / "00000001", kept)
    add(store, [news / "a2.txt"])
    after = lines(store)
    shutil.copytree(kept, store / folder.INDEX / "00000001")
    (store / folder.CURRENT).write_text("00000001\n")  # as if it had died after the commit
    assert lines(store) == after
    assert (store / folder.CURRENT).read_text() == "00000002\n"


def test_killed_in_the_midst_of_its_commit_readers_undo_it(news: Path, store: Path) -> None:
    """The registry is half written then, and says so by its journal."""
    add(store, [news / "a1.txt", news / "a2.txt"])
    before = lines(store)
    script = (
        "import os, sqlite3, sys\n"
        "database = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "for line in ('PRAGMA cache_size = 1', 'PRAGMA cache_spill = 1', 'BEGIN IMMEDIATE'): database.execute(line)\n"
        "database.execute('UPDATE sighting SET record = record || hex(zeroblob(3000))')\n"
        "os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(store / folder.REGISTRY)], timeout=60)
    assert (store / f"{folder.REGISTRY}-journal").stat().st_size > 0
    assert [source.name for source in sources(store)] == ["a1.txt", "a2.txt"]
    assert audit(store).good
    assert lines(store) == before


def test_a_folder_is_given_up_before_another_may_write(
    news: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next writer makes one of the same name."""
    add(store, [news / "a1.txt"])
    given_up = []

    def discard(made: Path) -> None:
        given_up.append(made.name)
        with closing(folder.connect(store, write=True)) as database, pytest.raises(BusyError):
            folder.writing(store, database).__enter__()
        folder.discard(made)

    monkeypatch.setattr(embedded, "discard", discard)
    add(store, [news / "a1.txt"])  # nothing changes
    with pytest.raises(StoreError):
        remove(store, ["a9.txt"])
    assert given_up == ["00000002"] * 2


@pytest.fixture
def little_room(tmp_path: Path) -> Iterator[Path]:
    """A file system of a few megabytes."""
    room = tmp_path / "room"
    room.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(room)], capture_output=True)
    if done.returncode:
        pytest.skip("needs the right to mount a small file system (root)")
    try:
        yield room
    finally:
        subprocess.run(["umount", "-l", str(room)], check=True)


@pytest.mark.parametrize("left", [0, 40_000, 150_000, 400_000, 700_000])
def test_a_full_disk_leaves_what_was_there(
    news: Path, little_room: Path, left: int, capsys: pytest.CaptureFixture[str]
) -> None:
    store = little_room / "a.store"
    add(store, [news / "a1.txt"])
    before = lines(store)
    ballast = little_room / "ballast"
    room = os.statvfs(little_room)
    ballast.write_bytes(b"\0" * (room.f_bavail * room.f_frsize - left))
    code = main(["build", str(news), "--store", str(store), "--quiet"])
    said = capsys.readouterr()
    assert code == 1, said
    assert "nothing was changed" in said.err and "make room" in said.err
    assert lines(store) == before
    ballast.unlink()
    assert main(["build", str(news), "--store", str(store), "--quiet"]) == 0
    assert lines(store) == pipeline.build(news).lines


def test_readers_see_one_state_or_the_other(news: Path, store: Path) -> None:
    extra = news / "c3.txt"
    add(store, [path for path in sorted(news.iterdir()) if path != extra])
    states = {recorded(store)["digest"]}
    add(store, [extra])
    states.add(recorded(store)["digest"])
    stop = store.with_name("stop")

    def read() -> None:
        seen: set[str] = set()
        count = 0
        while not stop.exists():
            with quads(store) as found:
                seen.add(f"{digest(found):x}")
            count += 1
        assert count and seen <= states, f"{count} looks, {len(seen - states)} torn"

    readers = [forked(read) for _ in range(READERS)]
    for _ in range(CHANGES):
        remove(store, [str(extra)])
        add(store, [extra])
    stop.touch()
    assert [os.waitstatus_to_exitcode(os.waitpid(reader, 0)[1]) for reader in readers] == [0] * READERS
    remove(store, [str(extra)])
    assert len(list((store / folder.INDEX).iterdir())) == 1, "states that nobody reads any more are removed"


def meddle(store: Path, statement: str) -> bool:
    """Whether somebody else can change the registry now."""
    with closing(sqlite3.connect(store / folder.REGISTRY, isolation_level=None, timeout=0)) as database:
        try:
            database.execute(statement)
        except sqlite3.OperationalError as error:
            assert "locked" in str(error)
            return False
        return True


def test_the_registry_is_read_as_it_stood_at_one_moment(
    news: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, [news / "a1.txt", news / "a2.txt"])

    def numbers(registry: Registry) -> list[int]:
        found = of_registry(registry)
        meddle(store, "DELETE FROM article WHERE source = 'a1.txt'")
        return found

    of_registry = Registry.numbers
    monkeypatch.setattr(Registry, "numbers", numbers)
    assert [article.id for article in articles(store)] == ["a1", "a2"]


def test_readers_are_never_sent_back(news: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While CURRENT is made good no change can come in between, which it would undo."""
    add(store, [news / "a1.txt"])
    seen: list[bool] = []

    def committed(database: sqlite3.Connection) -> int:
        number = of_folder(database)
        seen.append(meddle(store, "UPDATE meta SET value = '2' WHERE name = 'generation'"))
        return number

    of_folder = folder.committed
    monkeypatch.setattr(folder, "committed", committed)
    assert folder.current(store) == "00000001"
    assert seen == [False]


def test_a_commit_under_way_is_no_damage(news: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(store, [news / "a1.txt"])
    monkeypatch.setattr(embedded, "connect", partial(folder.connect, patience=0))
    with closing(sqlite3.connect(store / folder.REGISTRY, isolation_level=None)) as database:
        database.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BusyError, match="a change is being written"):
            sources(store)


def test_it_may_change_while_it_is_verified(news: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(store, [news / "a1.txt", news / "a2.txt"])

    def texts(registry: Registry) -> Iterator[str]:
        remove(store, ["a1.txt"])
        return of_audit(registry)

    of_audit = kg.store.audit._texts
    monkeypatch.setattr(kg.store.audit, "_texts", texts)
    found = audit(store)
    assert found.good and found.remade and found.articles == 2, found.wrong
    assert [source.name for source in sources(store)] == ["a2.txt"]


def test_a_state_that_is_being_read_is_not_removed(news: Path, store: Path) -> None:
    add(store, [news / "a1.txt"])
    before = lines(store)
    with quads(store) as found:
        add(store, [news / "a2.txt"])
        remove(store, ["a1.txt"])
        assert sorted(f"{quad} ." for quad in found) == before


def test_two_writers_the_second_is_refused(news: Path, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(store, [news / "a1.txt"])
    before = lines(store)
    database = folder.connect(store, write=True)
    with folder.writing(store, database):
        with pytest.raises(BusyError, match="another process is changing"):
            add(store, [news / "a2.txt"])
        assert main(["remove", "a1.txt", "--store", str(store)]) == 1
        assert "wait until it is done" in capsys.readouterr().err
        assert lines(store) == before, "readers are not in the way"
    database.close()
    add(store, [news / "a2.txt"])


def test_two_processes_write_one_after_the_other_or_are_refused(news: Path, store: Path) -> None:
    add(store, [news / "a1.txt"])
    command = [sys.executable, "-m", "kg", "build", "--store", str(store), "--quiet"]
    running = [
        subprocess.Popen([*command, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for path in (news / "a2.txt", news / "a3.txt", news / "a4.txt")
    ]
    there = [news / "a1.txt"]
    for process, path in zip(running, sorted(news.iterdir())[1:4], strict=True):
        _, said = process.communicate(timeout=60)
        assert process.returncode == 0 or "another process is changing" in said, said
        there += [path] if process.returncode == 0 else []
    assert len(there) > 1
    assert lines(store) == pipeline.build(there).lines


def only_index(store: Path) -> Path:
    (found,) = (store / folder.INDEX).iterdir()
    return found


def largest(where: Path, suffix: str) -> Path:
    return max(where.glob(f"*{suffix}"), key=lambda path: path.stat().st_size)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


DAMAGES: dict[str, Callable[[Path], object]] = {
    "CURRENT is missing": lambda store: (store / "CURRENT").unlink(),
    "CURRENT is garbage": lambda store: (store / "CURRENT").write_bytes(b"\xff\x00"),
    "CURRENT leads out": lambda store: (store / "CURRENT").write_text("../../news\n"),
    "the index is missing": lambda store: shutil.rmtree(only_index(store)),
    "all of the index is missing": lambda store: shutil.rmtree(store / folder.INDEX),
    "a file of the index is missing": lambda store: largest(only_index(store), ".sst").unlink(),
    "a file of the index is cut": lambda store: cut(largest(only_index(store), ".sst")),
    "the manifest of the index is gone": lambda store: (only_index(store) / "CURRENT").unlink(),
    "the registry is missing": lambda store: (store / folder.REGISTRY).unlink(),
    "the registry is cut": lambda store: cut(store / folder.REGISTRY),
    "the registry is another file": lambda store: (store / folder.REGISTRY).write_text("an article"),
    "the registry is empty": lambda store: (store / folder.REGISTRY).write_bytes(b""),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_told(news: Path, store: Path, damage: str, capsys: pytest.CaptureFixture[str]) -> None:
    add(store, [news])
    DAMAGES[damage](store)
    if damage.startswith("CURRENT"):  # made good from the registry, which knows what it is to say
        assert lines(store) == pipeline.build(news).lines
        return
    assert main(["verify", str(store)]) == 1
    said = capsys.readouterr().err
    assert "kg: " in said and "fault of kg" not in said and "Traceback" not in said
    for command in (["query", str(store), "-q", "posts"], ["build", str(news / "a1.txt"), "--store", str(store)]):
        assert main(command) in (0, 1)  # what is not looked at may be whole
        assert "fault of kg" not in capsys.readouterr().err


@pytest.mark.parametrize("damage", ["the registry is missing", "the registry is empty"])
def test_a_damaged_store_is_not_taken_for_a_new_one(
    news: Path, store: Path, damage: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(store, [news / "a1.txt"])
    add(store, [news / "a2.txt"])
    DAMAGES[damage](store)
    before = sorted(store.rglob("*"))
    for command in (["build", str(news / "a3.txt"), "--store"], ["remove", "a1.txt", "--store"]):
        assert main([*command, str(store)]) == 1
        assert "damaged" in (said := capsys.readouterr().err) or "存储已损坏" in said
    assert main(["backup", str(store), str(tmp_path / "copy")]) == 1
    assert sorted(store.rglob("*")) == before
    assert (store / folder.CURRENT).read_text() == "00000002\n"


def tampered(statement: str) -> Callable[[Path], None]:
    def run(store: Path) -> None:
        database = sqlite3.connect(store / folder.REGISTRY)
        with database:
            assert database.execute(statement).rowcount > 0
        database.close()

    return run


def index_changed(change: Callable[[Store], object]) -> Callable[[Path], None]:
    def run(store: Path) -> None:
        index = Store(str(only_index(store)))
        change(index)
        index.flush()

    return run


def swap(index: Store) -> None:
    """Another number in place of one, so that there are as many statements as before."""
    value = NamedNode("https://w3id.org/policy-kg/ontology#value")
    quad = next(iter(index.quads_for_pattern(None, value, None)), None) or next(iter(index))
    index.remove(quad)
    index.add(Quad(quad.subject, quad.predicate, Literal("9999999"), quad.graph_name))


def decided_in_vain(store: Path) -> None:
    (store / "decisions.tsv").write_text("merge\tPerson\t岑溪\t陆望舒\twhich?\n", encoding="utf-8")


def decided_otherwise(store: Path) -> None:
    (store / "decisions.tsv").write_text("rename\tOrganization\t浙江省教育厅\t某厅\n", encoding="utf-8")


TAMPERINGS: dict[str, Callable[[Path], object]] = {
    "a statement more": index_changed(
        lambda index: index.add(Quad(NamedNode("http://e.org/a"), NamedNode("http://e.org/b"), Literal("c")))
    ),
    "a statement less": index_changed(lambda index: index.remove(next(iter(index)))),
    "another number": index_changed(swap),
    "another text": tampered(
        "UPDATE article SET text = (SELECT text FROM article WHERE source = 'a2.txt') WHERE source = 'a1.txt'"
    ),
    "another name of a file": tampered("UPDATE article SET source = 'a7.txt' WHERE source = 'a1.txt'"),
    "a file less": tampered("DELETE FROM source WHERE name = 'a1.txt'"),
    "an article less": tampered("DELETE FROM article WHERE source = 'a1.txt'"),
    "another key": tampered("UPDATE sighting SET key = key || 'x' WHERE kind = 'Person'"),
    "another record": tampered("UPDATE sighting SET record = '[[\"x\"]]' WHERE kind = 'Place'"),
    "a part less": tampered("DELETE FROM part WHERE family = 'tenure'"),
    "another sum": tampered("UPDATE total SET value = '[\"某某厅\",true]' WHERE family = 'label'"),
    "how a name was looked at": tampered("UPDATE named SET settled = 'one' WHERE settled = 'several'"),
    "the id of another file": tampered("UPDATE source SET id = 'a2' WHERE name = 'a1.txt'"),
    "a link less": tampered("DELETE FROM link"),
    "another hash": tampered("UPDATE meta SET value = 'abc' WHERE name = 'digest'"),
    "other decisions": decided_otherwise,
    "decisions that can't be carried out": decided_in_vain,
    "decisions that are no text": lambda store: (store / "decisions.tsv").write_bytes(b"\xff\xfe"),
}


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_tampering_is_found(news: Path, store: Path, tampering: str) -> None:
    add(store, [news])
    assert audit(store).good
    TAMPERINGS[tampering](store)
    try:
        found = audit(store)
    except StoreError:
        return
    assert not found.good


def test_a_store_of_a_later_format_is_left_alone(news: Path, store: Path) -> None:
    add(store, [news / "a1.txt"])
    tampered("UPDATE meta SET value = '99' WHERE name = 'format'")(store)
    with pytest.raises(DamagedError, match="a store of format 99"):
        add(store, [news / "a2.txt"])
