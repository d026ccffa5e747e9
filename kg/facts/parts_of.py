"""partOf of departments and institutes: 某省教育厅职业教育处 → 某省教育厅, 某大学化学系 → 某大学."""

from collections.abc import Iterator

from kg.facts.parties import org
from kg.mentions.body import Body
from kg.mentions.body_words import full_name
from kg.mentions.found import Found
from kg.model import Relation

_STANDING = ("领导小组", "指挥部", "工作专班")  # what has but its office


def _is_department(text: str, body: Body) -> bool:
    """Whether a body is a department or institute of the one that its name begins with; a party organ's own organs are not."""
    if body.group in ("PartyBody", "Company") or body.parent_end is None:
        return False
    parent, own = text[body.start : body.parent_end], text[body.parent_end : body.end]
    return (
        (own[-1] in "部司处科室" and (not own.endswith("办公室") or parent.endswith(_STANDING)))
        or (own[-1] == "系" and parent.endswith(("大学", "学院")))
        or full_name(parent) == "中国科学院"
        or (parent.endswith(("大学", "科学院")) and own.endswith(("学院", "研究院", "研究所", "医院")))
    )


def departments(found: Found) -> Iterator[Relation]:
    """A department is part of the body whose name its own begins with."""
    for body in found.bodies:
        if body.parent_end is not None and found.is_read(body.start) and _is_department(found.page.text, body):
            whole = found.body_name(body)
            if not whole.endswith(found.page.text[body.parent_end : body.end]):
                continue  # a short form of its name
            parent = found.resolver.as_named(whole[: len(whole) - (body.end - body.parent_end)])
            if parent and parent != whole:
                yield Relation(
                    (found.page.span(body.start, body.end),), "department", org(whole), "partOf", org(parent)
                )
