"""Graphs for the pages: a body with hundreds of facts, and one whose every word would like to be markup."""

from kg.model import Kind, Ref
from kg.rdf.quads import quads
from tests.writer import writer

HUB = "云岭省教育厅"
SCRIPT = "</script><img src=x onerror=hacked()>"
HOSTILE = (
    SCRIPT,
    "<!--<script>hacked()</script>",
    '" onmouseover="hacked()" href="javascript:hacked()',
    "' onfocus=hacked() autofocus='",
    "{{ 7 * 7 }}{% raw %}",
    "甲\u202e乙\u2066丙",
    "线\u2028段",
    "javascript:hacked()",
    "很长" * 2000,
)


def hub_lines(posts: int, signings: int) -> list[str]:
    """A body with so many office holders, and as many schools that signed with it, in one article."""
    people = [f"周{chr(0x4E00 + 7 * n)}{chr(0x5000 + 11 * n)}" for n in range(posts)]
    schools = [f"云岭省第{n}实验中学" for n in range(signings)]
    said = [f"{HUB}处长{name}讲话。" for name in people] + [f"{school}与{HUB}签约。" for school in schools]
    sheet = writer("".join(said), "hub.txt", title="枢纽", published="2031-05-06")
    sheet = sheet.entity(Kind.ORGANIZATION, HUB, subclass="GovernmentBody")
    for name, words in zip(people, said[:posts], strict=True):
        sheet = sheet.entity(Kind.PERSON, name).role(name, "处长", HUB, words)
    for school, words in zip(schools, said[posts:], strict=True):
        sheet = sheet.entity(Kind.ORGANIZATION, school, subclass="EducationInstitution")
        one, other = Ref(Kind.ORGANIZATION, school), Ref(Kind.ORGANIZATION, HUB)
        sheet = sheet.relation(one, "signsWith", other, words)
    return quads([sheet.facts])


def hostile_lines() -> list[str]:
    """People and posts with such names, in an article with such a title."""
    text = "。".join(f"{name}任某局{name}" for name in HOSTILE) + "某局"
    sheet = writer(text, "hostile.txt", title="</title><script>hacked()</script>")
    sheet = sheet.entity(Kind.ORGANIZATION, "某局")
    for number, name in enumerate(HOSTILE):
        sheet = sheet.entity(Kind.PERSON, name, key=f"hostile {number}")
        sheet = sheet.role(name, name, "某局", f"{name}任某局{name}")
    return quads([sheet.facts])
