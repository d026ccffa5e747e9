"""Facts with invented names for the page; those of the sample stand in sample.tsv."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.model import (
    Article,
    ArticleFacts,
    Direction,
    Entity,
    Kind,
    LineRole,
    Modifier,
    Occurrence,
    Outcome,
    Page,
    Ref,
    Relation,
    Release,
    Role,
    Sentence,
    Span,
)

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "sample.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def rows(kind: str) -> list[list[str]]:
    """The rows of sample.tsv that begin with `kind`, without it."""
    return [row[1:] for row in ROWS if row[0] == kind]


@dataclass
class Draft:
    """An article under construction: each sentence with the facts it says."""

    name: str
    title: str
    text: str = ""
    sentences: list[tuple[int, int]] = field(default_factory=list)
    facts: dict[str, list[Any]] = field(default_factory=dict)
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def say(self, sentence: str, *facts: Callable[[Span], Any], only: str = "") -> None:
        """Adds `sentence`; the evidence of its facts is the words `only`, or the sentence without its last mark."""
        start = len(self.text)
        self.text += sentence
        self.sentences.append((start, len(self.text)))
        at = start + sentence.index(only) if only else start
        span = Span(at, at + (len(only) or len(sentence) - 1))
        for make in facts:
            fact = make(span)
            self.facts.setdefault(type(fact).__name__, []).append(fact)

    def done(self, names: dict[str, tuple[Kind, str]]) -> ArticleFacts:
        digest = sha256(self.text.encode()).hexdigest()
        page = Page(
            Article(self.name, f"{self.name}.txt", self.text, digest), self.text, range(len(self.text)),
            tuple(Sentence(a, b, LineRole.BODY, 0) for a, b in self.sentences), self.title, "2031-10-17",
        )  # fmt: skip
        entities = []
        for name, (kind, extra) in names.items():
            spans = [Span(at, at + len(name)) for at in range(len(self.text)) if self.text.startswith(name, at)]
            if spans:
                iri = f"https://w3id.org/policy-kg/id/{kind.value.lower()}/{sha256(name.encode()).hexdigest()[:10]}"
                sub, code = (None, extra or None) if kind is Kind.PLACE else (extra or None, None)
                entities.append(Entity(kind, name, tuple(spans), self.aliases.get(name, ()), sub, code, iri))
        get = self.facts.get
        return ArticleFacts(
            page, tuple(entities), tuple(get("Role", ())), tuple(get("Occurrence", ())), tuple(get("Outcome", ())),
            tuple(get("Relation", ())), tuple(get("Release", ())), tuple(get("Direction", ())),
        )  # fmt: skip


NAMES = {row[1]: (Kind(row[0]), (row[2:] or [""])[0]) for row in rows("entity")}


def ref(name: str) -> Ref:
    return Ref(NAMES[name][0], name)


def relation(subject: Ref, predicate: str, other: Ref) -> Callable[[Span], Relation]:
    return lambda span: Relation((span,), "test", subject, predicate, other)


def rel(subject: str, predicate: str, other: str) -> Callable[[Span], Relation]:
    return relation(ref(subject), predicate, ref(other))


def direction(speaker: str, ordinal: int, text: str, event: str) -> Callable[[Span], Direction]:
    return lambda span: Direction((span,), "test", ref(speaker), ordinal, text, event)


def role(person: str, title: str, body: str | None, former: bool = False) -> Callable[[Span], Role]:
    return lambda span: Role((span,), "test", person, title, body, former)


def outcome(
    written: str, value: int, unit: str, what: str, *programs: str, body: str | None = None
) -> Callable[[Span], Outcome]:
    modifier = Modifier.OVER if "余" in written else Modifier.APPROX if "近" in written else Modifier.EXACT
    return lambda span: Outcome(
        (span,), "test", Decimal(value), modifier, unit, what, written, programs, body,
        lower=Decimal(value) if modifier is Modifier.OVER else None, lower_open=True,
    )  # fmt: skip


def sample_facts() -> tuple[ArticleFacts, ...]:
    """Three articles, about eighty nodes, every kind of fact."""
    drafts = [
        Draft("yunlan-1", "云澜教育协同五年结硕果"),
        Draft("yunlan-2", "砚湖论坛聚焦教师队伍"),
        Draft("yunlan-3", "产教融合对接会签下多项合作"),
    ]
    drafts[0].aliases["云岭省教育厅"] = ("省教育厅", "省厅", "云岭教育厅", "教育厅")
    first = drafts[0]
    meeting = "云澜教育协同发展2031年度工作会议"
    first.say(
        f"金秋十月，硕果盈枝。10月17日，{meeting}以“携手育新、共绘未来”为主题在砚州市召开。",
        lambda span: Occurrence((span,), "test", meeting, "2031-10-17", "10月17日", "砚州市", "携手育新、共绘未来"),
    )
    for number, (person, title, body) in enumerate(rows("role")):
        drafts[number % 3].say(
            f"{body}{title}{person}介绍了情况。", role(person, title, body), only=f"{body}{title}{person}"
        )
    verbs = dict(rows("verb"))
    for number, (subject, predicate, other) in enumerate(rows("rel")):
        drafts[number * 3 // 52 % 3].say(f"{subject}{verbs[predicate]}{other}。", rel(subject, predicate, other))
    first.say(
        "省教育厅持续实施“繁星”行动计划，并与云岭省教育厅各处室联动。",
        rel("云岭省教育厅", "implements", "“繁星”行动计划"),
        only="省教育厅持续实施“繁星”行动计划",
    )
    first.say(
        "会上发布《云澜教育协同发展行动方案（2031—2035年）》和《云澜教师队伍建设白皮书》。",
        lambda s: Release((s,), "test", "《云澜教育协同发展行动方案（2031—2035年）》", meeting),
        lambda s: Release((s,), "test", "《云澜教师队伍建设白皮书》", meeting),
    )
    long = "，".join(["五年来两地坚持一盘棋思维、一体化理念，构建起总协议加行动计划加专项方案的政策体系"] * 3)
    first.say(
        f"{long}，云澜教师协同研修项目惠及近6000名教师，{long}。",
        outcome("近6000名", 6000, "名", "教师", "云澜教师协同研修项目"),
        only="云澜教师协同研修项目惠及近6000名教师",
    )
    first.say("城乡结对帮扶工程结对学校2300余所。", outcome("2300余所", 2300, "所", "学校", "城乡结对帮扶工程"))
    first.say("数字校园共建平台服务35.34万学生。", outcome("35.34万", 353400, "人", "学生", "数字校园共建平台"))
    drafts[1].say(
        "青苗师资培养计划培养青年教师一百余名。", outcome("一百余名", 100, "名", "青年教师", "青苗师资培养计划")
    )
    drafts[1].say("云澜学分互认试点开放课程65门。", outcome("65门", 65, "门", "课程", "云澜学分互认试点"))
    drafts[2].say(
        "砚州职业技术学院建成实训基地50余个。", outcome("50余个", 50, "个", "实训基地", body="砚州职业技术学院")
    )
    first.say("19个试验区落地见效，16个专项工作组运转顺畅。", outcome("19个", 19, "个", "试验区"), only="19个试验区")
    first.say("两地共有学校16个专项工作组。", outcome("16个", 16, "个", "专项工作组"), only="16个专项工作组")
    for speaker, points in (("沈牧遥", "抓好顶层设计 深化资源共享 建强教师队伍"), ("欧阳知微", "完善机制 拓展领域")):
        for number, point in enumerate(points.split(), 1):
            first.say(f"{speaker}指出，要{point}。", direction(speaker, number, point, meeting))
    drafts[2].say(
        "第三届砚湖教育论坛在临川新区举行，青年教师教学技能大赛同期启动。",
        lambda s: Occurrence((s,), "test", "第三届砚湖教育论坛", "--10-20", "10月20日", "临川新区"),
    )
    drafts[2].say("程以南曾任北桥学院院长。", role("程以南", "院长", "北桥学院", former=True))
    drafts[2].say("特约评论员阮清和到场。", role("阮清和", "特约评论员", None))
    return tuple(draft.done(NAMES) for draft in drafts)


def generated_facts(size: int) -> tuple[ArticleFacts, ...]:
    """About `size` nodes in twenty articles: bodies with people, programs and places, tied by shared bodies."""
    groups, articles = max(1, size // 10), []
    for part in range(20):
        draft = Draft(f"made-{part:02}", f"生成文章{part}")
        names: dict[str, tuple[Kind, str]] = {}
        for g in range(part * groups // 20, (part + 1) * groups // 20):
            body, program, city = f"第{g}号实验学校", f"启航计划{g}期", f"青溪镇{g // 8}"
            names |= {body: (Kind.ORGANIZATION, ""), program: (Kind.PROGRAM, ""), city: (Kind.PLACE, "")}
            here = Ref(Kind.ORGANIZATION, body)
            draft.say(
                f"{body}在{city}实施{program}。",
                relation(here, "implements", Ref(Kind.PROGRAM, program)),
                relation(here, "locatedIn", Ref(Kind.PLACE, city)),
            )
            other = f"第{g * 7 % groups}号实验学校"
            names[other] = (Kind.ORGANIZATION, "")
            draft.say(f"{body}与{other}合作。", relation(here, "cooperatesWith", Ref(Kind.ORGANIZATION, other)))
            for n in range(7):
                person = f"人员{g}之{n}"
                names[person] = (Kind.PERSON, "")
                draft.say(f"{body}教师{person}发言。", role(person, "教师", body))
        articles.append(_quick(draft, names))
    return tuple(articles)


def _quick(draft: Draft, names: dict[str, tuple[Kind, str]]) -> ArticleFacts:
    """The article of `draft`; of each name its first mention only."""
    entities = []
    for name, (kind, sub) in names.items():
        at = draft.text.index(name)
        iri = f"https://w3id.org/policy-kg/id/{kind.value.lower()}/{name[:50]}"
        entities.append(Entity(kind, name, (Span(at, at + len(name)),), subclass=sub or None, id=iri))
    return replace(draft.done({}), entities=tuple(entities))


def hub_facts(size: int) -> tuple[ArticleFacts, ...]:
    """One event with `size` bodies around it."""
    draft = Draft("hub", "枢纽")
    event = "云澜地区青年教师教学技能交流展示大会"
    names = {event: (Kind.EVENT, "")}
    for number in range(size):
        body = f"云岭省砚州市第{number}实验中学"
        names[body] = (Kind.ORGANIZATION, "")
        predicate = "organizes" if number % 9 == 0 else "participatesIn"
        draft.say(f"{body}参加{event}。", relation(Ref(Kind.ORGANIZATION, body), predicate, Ref(Kind.EVENT, event)))
    return (_quick(draft, names),)


HOSTILE = (
    "</script><img src=x onerror=hacked()>",
    "<!--<script>hacked()</script>",
    "]]><svg onload=hacked()>",
    '" onmouseover="hacked()" href="javascript:hacked()',
    "{{ 7 * 7 }}{% raw %}",
    "甲\u202e乙\u2066丙",
    "线\u2028段",
    "很长" * 2000,
)


def hostile_facts() -> tuple[ArticleFacts, ...]:
    """Names, titles and words that would run or break the page if they were taken for markup."""
    draft = Draft("hostile", "</title><script>hacked()</script>")
    center = "𠮷祥<b>学校</b>"  # 𠮷 is two UTF-16 units
    for name in HOSTILE:
        facts = (
            role("某人", f"<i>{name[:60]}</i>", center),
            relation(Ref(Kind.ORGANIZATION, center), "implements", Ref(Kind.PROGRAM, name)),
            outcome(f"近9{name[:40]}", 9, "<u>", "<s>", name),
        )
        draft.say(f"𠮷𠮷&amp;“{center}”实(shí)施{name}，", *facts, only=f"{center}”实(shí)施{name}")
    draft.say(
        "某人说，一是<h1>好</h1>。", lambda s: Direction((s,), "test", Ref(Kind.PERSON, "某人"), 1, "<h1>好</h1>")
    )
    names = {name: (Kind.PROGRAM, "") for name in HOSTILE}
    return (_quick(draft, {center: (Kind.ORGANIZATION, "<sub>"), "某人": (Kind.PERSON, ""), **names}),)
