"""What more speaks for and against a name without a title than its characters and the words right beside it, in points.

Whether a dictionary has the characters at all, what sort of word stands around them (a verb of a person's doing, a noun for
people or kin), what follows a preposition (于 before a year, 与 before a pronoun), where in its clause the name stands. The table
name_context.tsv holds the points for three kinds of candidates: `native` begin with a surname, `foreign` are written as foreign
names are, `word` are other words that the segmenter takes for names. Most candidates are hopeless: what costs least is asked first.
"""

from functools import cache, lru_cache

from kg.mentions.common_word import dictionary_cut
from kg.mentions.lexicon import scores
from kg.mentions.likelihood import chinese, foreign
from kg.mentions.person_words import after_names, leads, says
from kg.mentions.surname import compound_surnames
from kg.mentions.transcribed import transcribing
from kg.mentions.words import Words

_PREPOSITIONS = frozenset("于在因被以向与和从对由为把将受随")
_OPEN = frozenset("。；！？\n")
_DATES = frozenset("年月日")
# Below it no evidence outweighs what is known.
_LEAST_OF_WORD = {"foreign": -2.0, "word": -1.5}
_LEAST = -3.4  # of the characters of a native name, how they are cut, and what stands right beside them
_LEAST_AS_KNOWN = -2.4  # the same with what a dictionary has them as


@cache
def _points() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for (kind, key), points in scores("name_context.tsv", 3):
        table.setdefault(kind, {})[key] = points
    return table


@cache
def scale() -> float:
    """What a point of the characters of a native name, or of what stands right beside it, counts here."""
    return _points()["native"]["scale"]


@lru_cache(maxsize=1 << 16)
def of_characters(name: str) -> float:
    """The points that a native name has here before anything else is known: for its size and its characters."""
    worth = _points()["native"]
    size = 2 if len(name) > 3 or name[:2] in compound_surnames() else 1
    total = worth["base"] + worth.get(f"given:{len(name) - size}", 0.0)
    return total + worth.get(f"odds:{_step(chinese(name[:size], name[size:]) / 2, -3, 4)}", 0.0)


@lru_cache(maxsize=1 << 14)
def _of_other(kind: str, name: str) -> float:
    """The same for a `foreign` name or a `word`, with what a dictionary has the characters as."""
    worth = _points()[kind]
    total = worth["base"] + worth.get(f"known:{_known(name)}", 0.0) + worth.get(f"size:{min(len(name), 6)}", 0.0)
    if kind == "foreign":
        return total + worth.get(f"odds:{_step(foreign(name) / 2, -1, 7)}", 0.0)
    if transcribing().issuperset(name):
        return total + worth.get(f"foreign:{_step(foreign(name) / 2, -1, 7)}", 0.0)
    return total + worth.get(f"odds:{_step(chinese('', name), -3, 4)}", 0.0)


class Context:
    """Weighs the candidates of one text once more."""

    def __init__(self, text: str, cut: Words) -> None:
        self.text, self.cut = text, cut

    def of_native(self, start: int, end: int, points: float) -> float | None:
        """The points of a name that begins with a surname and has `points` without its context; None if it is hopeless."""
        cut, name = self.cut, self.text[start:end]
        total = of_characters(name) + scale() * points
        if total < _LEAST:
            return None
        worth, known = _points()["native"], _known(name)
        total += worth.get(f"known:{known}", 0.0)
        index = cut.index.get(start)
        if index is not None and cut.ends[index] == end:
            is_name = "nr" if cut.kinds[index] == "nr" else "other"
            total += worth.get(f"one:no:{is_name}" if known == "no" else f"one:yes:{is_name}", 0.0)
        elif end not in cut.boundaries:
            total += worth.get("across", 0.0)
        return None if total < _LEAST_AS_KNOWN else total + self._around(worth, start, end)

    def of_other(self, kind: str, start: int, end: int, points: float) -> float | None:
        """The same for a `foreign` name or a `word`."""
        if points < _LEAST_OF_WORD[kind]:
            return None
        text, cut, worth = self.text, self.cut, _points()[kind]
        total = _of_other(kind, text[start:end]) + worth["scale"] * points
        if kind == "foreign":
            index = cut.index.get(start)
            if index is not None and cut.ends[index] == end:
                total += worth.get(f"one:{cut.kinds[index]}", 0.0)
            if start > 0 and text[start - 1] in transcribing():
                total += worth.get("goes on before", 0.0)
            if text[end : end + 1] in transcribing():
                total += worth.get("goes on behind", 0.0)
        return total + self._around(worth, start, end)

    def _around(self, worth: dict[str, float], start: int, end: int) -> float:
        """What the words before and behind are worth, and the place in the clause."""
        text, total = self.text, 0.0
        if leads(text, start):
            total += worth.get("leads", 0.0)
        if says().begins(text, end):
            total += worth.get("says", 0.0)
        elif after_names().match(text, end):
            total += worth.get("after", 0.0)
        else:
            total += self._then(worth, end)
        before = text[start - 1] if start else "\n"
        if before in _OPEN:
            return total + worth.get("speaks" if text[end : end + 1] == "：" else "opens", 0.0)
        if before == "，":
            return total + worth.get("dated clause" if text[start - 2 : start - 1] in _DATES else "clause", 0.0)
        return total

    def _then(self, worth: dict[str, float], end: int) -> float:
        """What the word behind a name is worth, with the one behind that."""
        cut, index = self.cut, self.cut.index.get(end)
        if index is None or index + 1 >= len(cut.starts):
            return 0.0
        tag = cut.tags[index][0]
        if cut.word(index) in _PREPOSITIONS:
            sort = "preposition"
        elif tag == "d":
            sort = "adverb"
        elif tag == "v":
            return worth.get("verb:1" if cut.ends[index] - cut.starts[index] == 1 else "verb:2", 0.0)
        else:
            return 0.0
        following = index + 1
        if says().begins(self.text, cut.starts[following]):
            return worth.get(f"{sort}:says", 0.0)
        return worth.get(f"{sort}:{cut.tags[following][0]}", 0.0)


def _step(odds: float, least: int, most: int) -> int:
    return max(least, min(most, int(odds // 1)))


def _known(name: str) -> str:
    """What a dictionary has these characters as: `no` if it lacks them."""
    cut = dictionary_cut(name)
    if len(cut) > 1:
        return "no"
    tag = cut[0][1]
    return tag if tag in ("nrfg", "ns", "nz", "nt") else tag[:2] if tag[:2] == "nr" else tag[0]
