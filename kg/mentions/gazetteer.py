"""Administrative divisions of China in a text: 四川省成都市武侯区, 重庆荣昌, 内蒙古, and which division a name means.

Full names and short names are found longest match first; names that touch and stand in one line of descent
(四川 + 成都市 + 武侯区) become one hit for the lowest. Short names that are also common words (和平, 朝阳) count only
in such a chain.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from kg.mentions.lexicon import Beginnings, heads
from kg.resources import data_file

_NAME = 40  # characters; no longer name is looked at twice
_RANK = {"province": 0, "prefecture": 1, "county": 2, "zone": 3}
# After a full name the class word may belong to the next word: 北京市场, 朝阳市场, 河北区域.
_RUNS_ON = frozenset(("市场", "市值", "区域", "区间", "区段", "区位"))
# 基金会|和县教体局: of another county. No other division is 和 and a bare rank.
_OFFICE_ENDS = frozenset("会局院校厅委司部办府队组社团")


class DivisionError(ValueError):
    """A table of divisions that cannot be used; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Division:
    """One division. `level` is province, prefecture, county or zone; `parent` a code, empty for a province.

    `ended` is the year in which it was withdrawn or renamed, empty if it is in being.
    """

    code: str
    name: str
    level: str
    parent: str
    ended: str = ""


class Hit(NamedTuple):
    """text[start:end] names one of `divisions`: more than one where several share the name, the highest first."""

    start: int
    end: int
    divisions: tuple[Division, ...]


class Gazetteer:
    """All divisions, by code and by name.

    `by_name` maps full names and `short` short names and aliases (成都, 延边州) to the divisions that bear them, those
    in being before those withdrawn, the highest first; `ambiguous` are the short names that are also common words;
    `abbreviations` maps one character (川, 渝, 蓉) to its division.
    """

    def __init__(self, divisions: Path, names: Path) -> None:
        self.by_code: dict[str, Division] = {}
        self._former: dict[str, Division] = {}
        by_name: dict[str, list[Division]] = {}
        short: dict[str, list[Division]] = {}
        clear: set[str] = set()
        table = _table(divisions, 7)
        for where, (code, name, level, parent, brief, ambiguous, ended) in table:
            if level not in _RANK or (not parent) != (level == "province"):
                raise DivisionError(f"{where}: {name} has the level “{level}” and the parent “{parent}”")
            if len(name) < 2 or len(brief) == 1:
                raise DivisionError(f"{where}: a name of one character ({name}, {brief})")
            division = Division(code, name, level, parent, ended)
            index = self._former if ended else self.by_code
            if code in index and not ended:
                raise DivisionError(f"{where}: the code {code} stands twice")
            index[code] = division
            by_name.setdefault(name, []).append(division)
            if brief:
                short.setdefault(brief, []).append(division)
                if not ambiguous:
                    clear.add(brief)
        for where, (_, _, _, parent, *_) in table:
            if parent and self.at(parent) is None:
                raise DivisionError(f"{where}: no division has the code {parent}")
        self.abbreviations: dict[str, Division] = {}
        decoys: set[str] = set()
        generic: set[str] = set()
        for where, (name, kind, code) in _table(names, 3):
            if kind == "decoy":
                decoys.add(name)
            elif kind == "generic":
                generic.add(name)
            elif code not in self.by_code:
                raise DivisionError(f"{where}: no division in being has the code “{code}”")
            elif kind == "abbreviation":
                self.abbreviations[name] = self.by_code[code]
            elif kind == "alias":
                short.setdefault(name, []).append(self.by_code[code])
                clear.add(name)
            else:
                raise DivisionError(f"{where}: the kind “{kind}” is unknown")
        self.by_name: Mapping[str, tuple[Division, ...]] = {n: _ordered(d) for n, d in by_name.items()}
        self.short: Mapping[str, tuple[Division, ...]] = {n: self._dominant(_ordered(d)) for n, d in short.items()}
        self.ambiguous = frozenset(short) - clear
        self._successors = _successors(by_name, short)
        self._names: dict[str, tuple[Division, ...]] = {**self.short, **self.by_name}
        self._plain = frozenset(self._names) - self.ambiguous - generic
        self._generic = frozenset(generic)
        # No decoy that is itself a name; the first two characters of every name tell which lengths to try.
        self._decoys = frozenset(decoys.difference(self._names))
        lengths: dict[str, set[int]] = {}
        for name in (*self._names, *self._decoys):
            lengths.setdefault(name[:2], set()).add(len(name))
        self._heads, self._beginnings = heads(lengths), Beginnings(lengths)
        self._lengths = {head: tuple(sorted(sizes, reverse=True)) for head, sizes in lengths.items()}
        self._in_name = lru_cache(maxsize=1 << 16)(self._find)

    def find(self, text: str, ambiguous: bool = False) -> list[Hit]:
        """All divisions that `text` names, left to right, none overlapping; in linear time.

        A short name that is also a common word is left out, unless a parent stands right before it (辽宁朝阳) or
        `ambiguous` is set. A short name may still lie across two words: ask the segmenter where that matters.
        """
        if len(text) > _NAME:
            return self._find(text, ambiguous)
        return list(self._in_name(text, ambiguous))  # one name of a body is asked about by several rules

    def find_in_page(self, text: str) -> list[Hit]:
        """As `find`, in a whole page."""
        return self._read(text, False, self._beginnings.places(text))

    def _find(self, text: str, ambiguous: bool) -> list[Hit]:
        places = [m.start() for m in self._heads.finditer(text)]
        return self._read(text, ambiguous, [i for i in places if text[i : i + 2] in self._lengths])

    def _read(self, text: str, ambiguous: bool, places: Iterable[int]) -> list[Hit]:
        """The divisions that begin at some of the places."""
        hits: list[Hit] = []
        lengths, end = self._lengths, 0
        for i in places:
            if i < end:
                continue
            parents = hits[-1].divisions if hits and hits[-1].end == i else ()
            for size in lengths[text[i : i + 2]]:
                name = text[i : i + size]
                if name in self._decoys:
                    end = i + len(name)
                    break
                if name not in self._names:
                    continue
                divisions = self._names[name]
                chained = tuple(d for d in divisions if self._descends(d, parents, name not in self._plain))
                if not (chained or ambiguous or name in self._plain):
                    continue
                stop = i + len(name)
                if text[stop - 1 : stop + 1] in _RUNS_ON or (name == "和县" and text[i - 1 : i] in _OFFICE_ENDS):
                    continue
                if chained:
                    hits[-1] = Hit(hits[-1].start, stop, chained)
                else:
                    hits.append(Hit(i, stop, divisions))
                end = stop
                break
        return hits

    def province_of(self, division: Division) -> Division:
        """The province that `division` lies in: itself for a province."""
        while division.parent:
            division = self._parent(division)
        return division

    def path(self, division: Division) -> tuple[Division, ...]:
        """The division and all that it lies in, the province first."""
        found = [division]
        while found[0].parent:
            found.insert(0, self._parent(found[0]))
        return tuple(found)

    def resolve(self, name: str, province: Division | None = None) -> Division | None:
        """The one division that `name` (full, short, or a chain: 重庆荣昌) means, None if there is none or no telling.

        With a province, its own divisions come first. Among several, one in being is preferred, then the highest.
        """
        divisions = self._names.get(name, ()) if province or name not in self._generic else ()
        if not divisions:
            hits = self.find(name)
            divisions = hits[0].divisions if len(hits) == 1 and hits[0][:2] == (0, len(name)) else ()
        if province is not None:
            divisions = tuple(d for d in divisions if self.province_of(d).code == province.code) or divisions
        if len(divisions) > 1 and _order(divisions[0])[:2] == _order(divisions[1])[:2]:
            return None
        return divisions[0] if divisions else None

    def at(self, code: str) -> Division | None:
        """The division with this code: one in being, else one that was withdrawn."""
        return self.by_code.get(code) or self._former.get(code)

    def successor(self, division: Division) -> Division | None:
        """What a division that was withdrawn is now under another name: 双流区 of 双流县; None where it became a part of several."""
        return self._successors.get(division)

    def _parent(self, division: Division) -> Division:
        parent = self.at(division.parent)
        assert parent is not None  # checked when the table was read
        return parent

    def _descends(self, division: Division, parents: Iterable[Division], directly: bool) -> bool:
        """Whether the division lies in one of `parents`; `directly`: as the next level down."""
        for parent in parents:
            if division.parent == parent.code or (not directly and parent in self.path(division)[:-1]):
                return True
        return False

    def _dominant(self, divisions: tuple[Division, ...]) -> tuple[Division, ...]:
        """Whom a short name means: the province (海南), the city that the others lie in (通化), or else any of them."""
        first, *others = divisions
        if first.level == "province" or all(first in self.path(d) for d in others):
            return (first,)
        return divisions


def _successors(by_name: Mapping[str, list[Division]], short: Mapping[str, list[Division]]) -> dict[Division, Division]:
    """The divisions that were withdrawn → the one in being of the same rank, place and short name (双流县 → 双流区); one of a
    single character with 县 → the only one that begins with it (开县 → 开州区)."""
    beside: dict[tuple[str, str, str], list[Division]] = {}
    for division in (d for divisions in by_name.values() for d in divisions if not d.ended):
        beside.setdefault((division.parent, division.level, division.name[0]), []).append(division)
    found: dict[Division, Division] = {}
    for divisions in short.values():
        for old in (d for d in divisions if d.ended):
            now = [d for d in divisions if not d.ended and (d.parent, d.level) == (old.parent, old.level)]
            if len(now) == 1 and not now[0].name.endswith("自治州"):
                found[old] = now[0]
    for old in (d for divisions in by_name.values() for d in divisions if d.ended and len(d.name) == 2):
        now = [d for d in beside.get((old.parent, old.level, old.name[0]), ()) if len(d.name) == 3]
        if len(now) == 1 and old not in found:
            found[old] = now[0]
    return found


def _order(division: Division) -> tuple[bool, int, str]:
    return bool(division.ended), _RANK[division.level], division.code


def _ordered(divisions: list[Division]) -> tuple[Division, ...]:
    """Those in being, the highest first; withdrawn ones where there is no other in their province."""
    if len(divisions) == 1:
        return (divisions[0],)
    divisions.sort(key=_order)
    provinces = {d.code[:2] for d in divisions if not d.ended}
    return tuple(d for d in divisions if not d.ended or d.code[:2] not in provinces)


def _table(path: Path, columns: int) -> list[tuple[str, list[str]]]:
    """The rows of a file with where each stands (“divisions.tsv, line 12”)."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line and not line.startswith("#"):
            where = f"{path.name}, line {number}"
            cells = line.split("\t")
            if len(cells) != columns or not cells[0]:
                raise DivisionError(f"{where}: {len(cells)} columns, not {columns}, or an empty first one")
            found.append((where, cells))
    return found


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the project's own tables, read once."""
    return Gazetteer(data_file("lexicon/divisions.tsv"), data_file("lexicon/division_names.tsv"))
