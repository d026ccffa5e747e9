"""What people decide about identity: a file of tab-separated lines that stays as they wrote it.

    action      class         name or IRI       other name or IRI     note
    merge       Organization  星帆科技          杭州星帆科技有限公司    same address
    keep apart  Person        李明 @ a.txt      李明 @ 云岭大学         two people
    rename      Organization  某某职业学院      某某职业大学            the name it goes by

A name may be followed by ` @ ` and an article (its file name or id) or, of a person, a body. `#` begins a comment.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kg.model import Kind

FILE = "decisions.tsv"


class Action(StrEnum):
    """What a decision does."""

    MERGE = "merge"
    APART = "keep apart"
    RENAME = "rename"


_ACTIONS = {**{a.value: a for a in Action}, "合并": Action.MERGE, "分开": Action.APART, "改名": Action.RENAME}
_CLASSES = {
    **{k.value: k for k in Kind},
    **dict(zip(("人物", "机构", "项目", "文件", "活动", "地点"), Kind, strict=True)),
}


class DecisionError(ValueError):
    """A decision that cannot be carried out; the message names file and line, `way_out` says what to do."""

    def __init__(self, where: str, what: str, way_out: str) -> None:
        super().__init__(f"{where}: {what}")
        self.way_out = way_out


class UnknownError(DecisionError):
    """A decision on something that no article names."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the file. `other` is the new name where an entity is renamed."""

    file: str
    line: int
    action: Action
    kind: Kind
    one: str
    other: str
    note: str = ""

    @property
    def where(self) -> str:
        return f"{self.file}, line {self.line}"


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions in a file; raises DecisionError for a file or a line that can't be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DecisionError(str(path), "it is no UTF-8", "save it as UTF-8") from error
    except OSError as error:
        raise DecisionError(str(path), f"it cannot be read: {error.strerror}", "name a file that is there") from error
    return parse_decisions(text, path.name)


def parse_decisions(text: str, file: str = FILE) -> tuple[Decision, ...]:
    """The decisions in the text of a file; raises DecisionError."""
    return tuple(_decisions(text.splitlines(), file))


def _decisions(lines: Iterable[str], file: str) -> Iterable[Decision]:
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        [cells] = csv.reader([line], delimiter="\t")
        cells = [c.strip() for c in cells]
        if cells[0] == "action":
            continue
        where = f"{file}, line {number}"
        if (filled := sum(map(bool, cells[:4]))) < 4:
            raise DecisionError(
                where,
                f"{filled} cell{'s are' if filled != 1 else ' is'} filled, and four are needed",
                "action, class, name or IRI, other name or IRI, note: with a tab between them",
            )
        if cells[0] not in _ACTIONS:
            raise DecisionError(where, f"no action is called “{cells[0]}”", "merge, keep apart or rename")
        if cells[1] not in _CLASSES:
            raise DecisionError(where, f"no class is called “{cells[1]}”", ", ".join(k.value for k in Kind))
        note = cells[4] if len(cells) > 4 else ""
        yield Decision(file, number, _ACTIONS[cells[0]], _CLASSES[cells[1]], cells[2], cells[3], note)
