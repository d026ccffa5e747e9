"""How long each pattern of the rules takes on its worst input: `python bench/patterns.py [--over 100]`.

The inputs are the RUNS below, and the words of the pattern (if they are no long list), each over and over: what a
repetition can read in two ways takes twice as long with every word.

Milliseconds of CPU for 100,000 characters, the slowest first; the exit status is 1 if a pattern needs more than --over.
"""

import argparse
import importlib
import inspect
import pkgutil
import re
import sys
import time
from collections.abc import Iterator
from types import ModuleType

from kg.use.tables import text_table

PACKAGES = ("kg.text", "kg.mentions", "kg.facts", "kg.entities")
LENGTH = 100_000
FEW = 100  # words of a pattern beyond which it is a list
RUNS = {
    "one character": "学",
    "numeral": "一",
    "ten": "十",
    "digits": "1",
    "letters": "a",
    "list marks": "、",
    "的": "的",
    "commas": "，",
    "full stops": "。",
    "spaces": " ",
    "line ends": "\n",
    "dots": "·",
    "brackets opened": "（",
    "brackets closed": "）",
    "quotes opened": "“",
    "quotes closed": "”",
    "titles opened": "《",
    "colons": "：",
    "和": "和",
    "years": "2024年",
    "days": "3月8日",
    "money": "1,200.5亿元",
    "shares": "百分之五",
    "names": "张伟、",
    "spoken": "王明说",
    "titles of posts": "副市长",
    "bodies": "教育局",
    "schools": "某某大学",
    "by": "由中国",
    "at": "在北京",
    "held": "召开会议",
    "signed": "签署协议",
    "founded": "联合成立",
    "present": "出席",
    "carried": "实施计划",
    "quoted": "“学习”",
    "titled": "《办法》",
    "bracketed": "（学）",
    "sources": "来源：",
    "reports": "记者 ",
    "pictures": "图为",
    "links": "http://",
    "readings": "区(qu)",
    "wide": "９ 月 ",
    "adverbs": "正式隆重联合共同",
    "generic": "工作教育建设发展",
    "levels": "省市区县",
    "hosts": "由某某主办",
    "a sentence": "近日，某省教育厅厅长王明在北京出席会议并讲话，",
    "a list": "甲大学、乙大学、丙学院和",
}


def patterns() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    """Every compiled pattern of the rules (module constants, and what cached functions without arguments return), and
    whether it is searched for anywhere."""
    found: dict[re.Pattern[str], tuple[str, bool]] = {}
    for package in PACKAGES:
        for info in pkgutil.walk_packages(importlib.import_module(package).__path__, package + "."):
            module = importlib.import_module(info.name)
            for name, value in sorted(vars(module).items()):
                if hasattr(value, "cache_info") and value.__module__ == info.name:
                    if value.__wrapped__.__code__.co_argcount:
                        continue
                    value = value()
                for inner, pattern in _inside(value):
                    called, searched = found.get(pattern, (f"{info.name}.{name}{inner}", False))
                    found[pattern] = called, searched or _is_searched(module, name)
    return ((name, pattern, searched) for pattern, (name, searched) in found.items())


def _is_searched(module: ModuleType, name: str) -> bool:
    """Whether a pattern is looked for anywhere in a text; if not, it is tried at a place that something else found."""
    source = re.sub(r"^from [\w.]+ import (?:\([^)]*\)|.*)$", "", inspect.getsource(module), flags=re.MULTILINE)
    source = re.sub(rf"^(?:def )?{name}\b", "", source, flags=re.MULTILINE)
    return re.search(rf"\b{name}\b(?:\(\))?(?!(?:\(\))?\.(?:match|fullmatch)\b)", source) is not None


def _inside(value: object) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield "", value
    elif isinstance(value, tuple | list):
        for i, item in enumerate(value):
            yield from ((f"[{i}]{inner}", pattern) for inner, pattern in _inside(item))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from ((f"[{key}]{inner}", pattern) for inner, pattern in _inside(item))
    elif isinstance(pattern := getattr(value, "pattern", None), re.Pattern):
        yield ".pattern", pattern


def seconds(pattern: re.Pattern[str], text: str, searched: bool) -> float:
    begun = time.process_time()
    for _ in pattern.finditer(text) if searched else (pattern.match(text), pattern.fullmatch(text)):
        pass
    return time.process_time() - begun


def worst(pattern: re.Pattern[str], searched: bool) -> tuple[float, str]:
    """The milliseconds for 100,000 characters of the worst input, and which that is."""
    words = dict.fromkeys(re.findall("[一-鿿]{1,8}", pattern.pattern))
    own = {word: word for word in words} if len(words) <= FEW else {}
    return max((_scaled(pattern, unit, searched) * 1000, name) for name, unit in {**own, **RUNS}.items())


def _scaled(pattern: re.Pattern[str], unit: str, searched: bool) -> float:
    """The seconds for 100,000 characters of a unit, and one that ends it; what is clearly slow, or quick, on the few is
    not tried on the many."""
    for length, quick in ((25, 0.0), (50, 0.0), (100, 0.0), (LENGTH // 100, 0.02), (LENGTH // 10, 0.05), (LENGTH, 0.0)):
        text = (unit * (length // len(unit) + 1))[: length - 1] + "图"
        taken = seconds(pattern, text, searched) * LENGTH / length
        for _ in range(3 * (length < LENGTH // 10 and taken > 0.05)):  # not what the machine does beside
            taken = min(taken, seconds(pattern, text, searched) * LENGTH / length)
        if taken < quick or taken > 0.3:
            break
    return taken


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--over", type=float, default=100.0, help="milliseconds from which on a pattern is shown (100)")
    over = parser.parse_args().over
    every = []
    for done, (name, pattern, searched) in enumerate(patterns()):
        print(f"\r{done} patterns", end="", file=sys.stderr)
        every.append((*worst(pattern, searched), name))
    print("\r", end="", file=sys.stderr)
    slow = sorted((row for row in every if row[0] > over), reverse=True)
    rows = [(f"{taken:,.0f}", text, name) for taken, text, name in slow]
    if rows:
        print(text_table(("ms", "worst input", "pattern"), rows))
    print(f"{len(rows)} of {len(every)} patterns take more than {over:g} ms for {LENGTH:,} characters")
    return 1 if rows else 0


if __name__ == "__main__":
    sys.exit(main())
