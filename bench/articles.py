"""Articles about nobody, for loads: `python bench/articles.py FOLDER --n 500`.

Sentences of a few forms, with names drawn from the project's own word lists: divisions, surnames, characters of given
names, kinds of programs. The same number gives the same articles. They say what articles say, and nothing is true.
"""

import argparse
import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from kg.resources import data_file

GIVEN = "文明华建国志强晓丽红伟芳军杰敏静磊洋艳勇娟涛超秀英霞平刚桂兰玉萍婷雪林峰浩宇欣怡梓涵诗语"
FIELDS = ("教育", "科技", "文化", "卫生健康", "人力资源和社会保障", "农业农村")
PROGRAMS = ("云课堂", "名师共育", "乡村医生培养", "职教协作", "科普进校园", "数字阅读", "青苗", "匠心")


@cache
def cities() -> tuple[str, ...]:
    """Cities in being, by name."""
    lines = data_file("lexicon/divisions.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(
        sorted({row[1] for row in rows if row[2] == "prefecture" and row[1].endswith("市") and row[6:7] in ([], [""])})
    )


@cache
def surnames() -> tuple[str, ...]:
    lines = data_file("lexicon/surnames.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(
        row[0] for row in (line.split("\t") for line in lines if line[:1] not in ("", "#")) if row[1] == "common"
    )


def person(draw: random.Random) -> str:
    return draw.choice(surnames()) + "".join(draw.sample(GIVEN, draw.choice((1, 2, 2, 2))))


def article(number: int) -> str:
    """The text of one article."""
    draw = random.Random(number)
    city, other = draw.sample(cities(), 2)
    field, program = draw.choice(FIELDS), f"{city.removesuffix('市')}{draw.choice(PROGRAMS)}"
    office, there = f"{city}{field}局", f"{other}{field}局"
    school, company = f"{city}师范学院", f"{other}职业技术学院"
    host, guest, dean = person(draw), person(draw), person(draw)
    month, day = draw.randint(1, 12), draw.randint(1, 28)
    event = f"{city}{field}协作推进会"
    plan = f"{city}{field}协作行动方案"
    one, two = draw.randint(2, 90), draw.randint(100, 9000)
    return (
        f"{city}召开{field}协作推进会\n"
        f"{draw.randint(2019, 2025)}年{month}月{day}日，{event}在{city}举行。{office}局长{host}主持会议并讲话，"
        f"{there}局长{guest}、{school}院长{dean}出席并讲话。\n"
        f"会议发布《{plan}》。{school}与{company}签署合作协议。\n"
        f"“{program}”项目由{office}实施，覆盖近{one}万名学生，培训教师{two}余人次。"
        f"活动由{office}、{there}主办。\n"
        f"{host}要求，一是夯实基础；二是加强协作。{company}院长{person(draw)}参加会议。\n"
    )


def write(folder: Path, count: int) -> Sequence[Path]:
    """So many articles, a file each."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:05}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(article(number), encoding="utf-8")
    return paths


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--n", type=int, default=500, help="how many articles (500)")
    options = parser.parse_args()
    print(f"{len(write(options.folder, options.n))} articles in {options.folder}")


if __name__ == "__main__":
    main()
