"""Bodies that were renamed, or merged into others: what became of them, since when, and who says so."""

import re
from dataclasses import dataclass
from functools import cache

from kg.entities.body_keys import body_key, path_name, place_in
from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import alternation, rows
from kg.mentions.spelling import spelling


@dataclass(frozen=True, slots=True)
class Renaming:
    """A body's key under its old name, that of its new one, since when, and whether it is the same body (not one that took
    over the work of several)."""

    old: str
    new: str
    since: str
    whole: bool
    source: str


@cache
def _renamed() -> dict[str, Renaming]:
    found = {}
    for names, new, since, how, source in rows("renamed_bodies.tsv", 5):
        for old in names.split("|"):
            key = body_key(old)
            found[key] = Renaming(key, body_key(new), since, how == "renamed", source)
    return found


@cache
def _renamed_fields() -> tuple[re.Pattern[str], dict[str, tuple[str, str, bool]]]:
    """Any old department at the end of a name; its new name, since when, whether it is the same body."""
    found: dict[str, tuple[str, str, bool]] = {}
    for old, new, ends, since, how in rows("renamed_fields.tsv", 5):
        for end in ends.split("|"):
            before, _, after = end.partition(">")
            found[spelling(old + before)] = (spelling(new + (after or before)), since, how == "renamed")
    return re.compile(rf"(?<=[省市区县州旗盟会])(?:{alternation(found)})\Z"), found


def _moved(key: str) -> Renaming | None:
    """A body of a division that goes by another name now: 双流县教育局, since the county became 双流区."""
    hit = place_in(key)
    former = hit.divisions[0] if hit and len(hit.divisions) == 1 else None
    now = gazetteer().successor(former) if former and former.ended else None
    if former is None or now is None or not key.startswith(old := path_name(former)):
        return None
    return Renaming(key, path_name(now) + key[len(old) :], former.ended, True, f"{former.name} became {now.name}")


def renaming(key: str) -> Renaming | None:
    """What became of the body with this key, where the lists know."""
    if (listed := _renamed().get(key) or _moved(key)) is not None:
        return listed
    pattern, fields = _renamed_fields()
    if (m := pattern.search(key)) is None:
        return None
    new, since, whole = fields[m.group()]
    return Renaming(key, key[: m.start()] + new, since, whole, "local reform")


def current_key(key: str) -> str:
    """The key of the body under the name that it goes by now."""
    seen = {key}
    while (became := renaming(key)) is not None and became.whole and became.new not in seen:
        key = became.new
        seen.add(key)
    return key


def renamings(key: str) -> list[Renaming]:
    """Every renaming of a body since it had this key."""
    found: list[Renaming] = []
    while (became := renaming(key)) is not None and became.whole and len(found) < 5:
        found.append(became)
        key = became.new
    return found
