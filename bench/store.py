"""What one changed article costs in a store, by the size of the store: python bench/store.py FOLDER [SIZE…]

The store grows to each size (of the articles of the folder, by name); then some are taken out and put in again, one at
a time, in processes of their own as `kg build --store` and `kg remove` are. Printed are medians of seconds of CPU, and
their ratio to those of the smallest store.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kg.store.embedded import Report, add, recorded

SIZES = (100, 300, 1000, 3000, 10000)
CHANGES = 9


def cpu(*command: str) -> float:
    """Seconds of CPU of a command of kg, and what it waited for the disk left out."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "kg", *command], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def size_of(folder: Path) -> int:
    """Bytes of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> None:
    """Print a line for each size."""
    articles = sorted(Path(sys.argv[1]).iterdir())
    sizes = [int(word) for word in sys.argv[2:]] or [size for size in SIZES if size < len(articles)]
    fixed = statistics.median(cpu("--version") for _ in range(5))
    print(f"one process that does nothing: {fixed:.2f} s of CPU, taken away below")
    print(
        "articles  statements  MB of index  of registry  grown: ms/article  added  ratio  removed  ratio  query  ratio"
    )
    first: tuple[float, ...] = ()
    with tempfile.TemporaryDirectory() as folder:
        store, there = Path(folder) / "store", 0
        for size in sizes:
            start = time.process_time()
            report: Report = add(store, articles[there:size])
            grown = (time.process_time() - start) * 1000 / max(1, size - there)
            there = size
            picked = articles[: size : max(1, size // CHANGES)][:CHANGES]
            gone = [cpu("remove", str(path), "--store", str(store), "--quiet") - fixed for path in picked]
            come = [cpu("build", str(path), "--store", str(store), "--quiet") - fixed for path in picked]
            point = "ASK { ?d <http://purl.org/dc/terms/source> '" + picked[0].name + "' }"
            asked = [cpu("query", str(store), point) - fixed for _ in range(5)]
            medians = tuple(map(statistics.median, (come, gone, asked)))
            first = first or medians
            ratios = [now / then for now, then in zip(medians, first, strict=True)]
            print(
                f"{size:8}  {report.statements:10}  {size_of(store / 'index') / 1e6:11.0f}  "
                f"{(store / 'registry.db').stat().st_size / 1e6:11.0f}  "
                f"{grown:17.0f}  {medians[0]:5.2f}  {ratios[0]:5.2f}  {medians[1]:7.2f}  {ratios[1]:5.2f}  "
                f"{medians[2]:5.2f}  {ratios[2]:5.2f}",
                flush=True,
            )
            assert recorded(store)["statements"] == str(report.statements), "what was taken out was put in again"


if __name__ == "__main__":
    main()
