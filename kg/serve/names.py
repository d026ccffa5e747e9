"""What things are called on a page: a label where there is one, else what they say."""

from dataclasses import dataclass
from functools import cache

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Store, Triple

from kg.model import Kind
from kg.rdf.terms import DCTERMS, PK, PREFIXES, PROV, RDF, RDFS, SIMPLIFIED, SKOS, shortened
from kg.rdf.vocabulary import terms
from kg.use.display import display

Term = NamedNode | BlankNode | Literal | Triple

LABELS = tuple(NamedNode(iri) for iri in (f"{RDFS}label", f"{SKOS}prefLabel"))
TYPE = NamedNode(f"{RDF}type")
DEFAULT = DefaultGraph()

# The main classes: a GovernmentBody is shown as an Organization.
KINDS = (
    "NewsArticle",
    *(kind.value for kind in Kind),
    "Post",
    "Tenure",
    "Outcome",
    "Direction",
    "Period",
    "Theme",
    "Span",
)

# The properties of others that the graph uses, Chinese and English; our own have their labels from the ontology.
_OTHERS = {
    f"{RDF}type": ("类别", "class"),
    f"{RDFS}label": ("名称", "label"),
    f"{SKOS}prefLabel": ("名称", "label"),
    f"{SKOS}altLabel": ("别名", "also called"),
    f"{SKOS}notation": ("代码", "code"),
    f"{SKOS}definition": ("定义", "definition"),
    f"{SKOS}broader": ("上位主题", "broader theme"),
    f"{SKOS}inScheme": ("所属主题表", "in scheme"),
    f"{SKOS}topConceptOf": ("主题表顶层", "top of the scheme"),
    f"{DCTERMS}issued": ("发表日期", "published"),
    f"{DCTERMS}publisher": ("发布者", "publisher"),
    f"{DCTERMS}source": ("文件名", "file"),
    f"{DCTERMS}title": ("标题", "title"),
    f"{PROV}wasGeneratedBy": ("推导规则", "inferred by"),
    f"{PROV}wasDerivedFrom": ("出自", "derived from"),
}

# A property read from its object's side.
_INVERSE = {
    "about": ("相关内容", "about this"),
    "asOf": ("截至此时的成效", "outcomes as of then"),
    "cooperatesWith": ("合作", "cooperates with"),
    "establishes": ("成立者", "established by"),
    "hosts": ("主持人", "hosted by"),
    "implements": ("实施者", "implemented by"),
    "inDivision": ("当地机构与场所", "bodies and venues there"),
    "inPost": ("任职", "held by"),
    "locatedIn": ("在此举行或位于此", "held or located here"),
    "memberOf": ("成员", "members"),
    "occurredDuring": ("此时的活动", "events then"),
    "organizes": ("主办者", "organized by"),
    "outcomeOf": ("成效", "outcomes"),
    "partOf": ("下属", "parts"),
    "participatesIn": ("参加者", "participants"),
    "postIn": ("职务", "posts"),
    "publishes": ("发布者", "published by"),
    "releasedAt": ("发布的文件", "released there"),
    "signs": ("签署者", "signed by"),
    "signsWith": ("签约", "signs with"),
    "spanOf": ("片段", "spans"),
    "speaksAt": ("讲话人", "speakers"),
    "statedAt": ("会上提出的要求", "directions set out there"),
    "statedBy": ("提出的要求", "directions set out"),
    "tenureAt": ("任职者", "office holders"),
    "tenureDuring": ("此时的任职", "tenures then"),
    "tenureOf": ("职务", "posts held"),
    "theme": ("以此为主题的活动", "events of this motto"),
    "worksFor": ("任职者", "people"),
}

_OUTSIDE = {SKOS + "Concept": ("概念", "concept"), SKOS + "ConceptScheme": ("概念表", "concept scheme")}


@cache
def term_words() -> dict[str, tuple[str, str]]:
    """Chinese and English labels of every class and property that the graph uses, by IRI."""
    return {f"{PK}{term.name}": (term.chinese, term.english) for term in terms()} | _OTHERS | _OUTSIDE


def words(property: str, incoming: bool = False) -> tuple[str, str]:
    """What a property is called, Chinese and English; `incoming` is read from its object's side."""
    if incoming and (inverse := _INVERSE.get(property.removeprefix(PK))) and property.startswith(PK):
        return inverse
    chinese, english = term_words().get(property, ("", shortened(property)))
    return (f"{chinese} ←", f"{english} of") if incoming else (chinese, english)


@dataclass(frozen=True, slots=True)
class Naming:
    """A thing's name, on one line and without characters that steer; `note` is what tells it from its like: days,
    bounds, a code; `kind` the local name of its class, "" where it has none of ours."""

    name: str
    note: str = ""
    kind: str = ""


class Names:
    """The names of the things of one store, each looked up once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, Naming] = {}

    def of(self, term: Term) -> Naming:
        """The name of a thing, or a literal's text."""
        if isinstance(term, NamedNode):
            if term.value not in self._known:
                self._known[term.value] = Naming(display(term.value))  # for what leads back to itself
                self._known[term.value] = self._named(term)
            return self._known[term.value]
        return Naming(display(str(term) if isinstance(term, Triple) else term.value))

    def told(self, node: NamedNode) -> bool:
        """Whether any graph says something of it: what is a property alone has no page."""
        patterns = ((node, None, None, None), (None, None, node, None))
        return any(next(iter(self._store.quads_for_pattern(*one)), None) for one in patterns)

    def values(self, subject: NamedNode, property: str) -> list[Term]:
        """The objects in the default graph, in order."""
        found = self._store.quads_for_pattern(subject, NamedNode(property), None, DEFAULT)
        return sorted((quad.object for quad in found), key=str)

    def text(self, subject: NamedNode, name: str) -> str:
        """The least value of one of our own properties as text, "" where there is none."""
        return next((self.of(value).name for value in self.values(subject, f"{PK}{name}")), "")

    def node(self, subject: NamedNode, name: str) -> NamedNode | None:
        """The least thing that one of our own properties leads to."""
        return next((v for v in self.values(subject, f"{PK}{name}") if isinstance(v, NamedNode)), None)

    def kinds(self, subject: NamedNode) -> list[str]:
        """The local names of its classes of ours."""
        types = (v.value for v in self.values(subject, TYPE.value) if isinstance(v, NamedNode))
        return [iri.removeprefix(PK) for iri in types if iri.startswith(PK)]

    def label(self, subject: NamedNode) -> str:
        """A label in simplified Chinese, else in any language, whichever graph gives it; "" where there is none."""
        for property in LABELS:
            found = {q.object for q in self._store.quads_for_pattern(subject, property, None, None)}
            literals = sorted(
                (value.language != SIMPLIFIED, value.value) for value in found if isinstance(value, Literal)
            )
            if literals:
                return display(literals[0][1])
        return ""

    def period(self, period: NamedNode | None) -> str:
        """Its days, else its words."""
        if period is None:
            return ""
        first, last = self.text(period, "earliest"), self.text(period, "latest")
        if first and last:
            return first if first == last else f"{first} – {last}"
        return self.text(period, "asWritten") or self.text(period, "edtf")

    def bounds(self, outcome: NamedNode) -> str:
        """`> 700,000 且 < 800,000`; "" where the number is exact."""
        said = []
        lower, upper = self.text(outcome, "lower"), self.text(outcome, "upper")
        if lower == upper and self.text(outcome, "modifier") == "exact":
            return ""
        if lower:
            said.append(f"{'>' if self.text(outcome, 'lowerOpen') == 'true' else '≥'} {grouped(lower)}")
        if upper:
            said.append(f"{'<' if self.text(outcome, 'upperOpen') == 'true' else '≤'} {grouped(upper)}")
        return ", ".join(said)

    def _named(self, node: NamedNode) -> Naming:
        if node.value in term_words():
            return Naming(" ".join(filter(None, term_words()[node.value])))
        kinds = self.kinds(node)
        kind = next((k for k in KINDS if k in kinds), min(kinds, default=""))
        name, note = _SAID[kind](self, node) if kind in _SAID else ("", "")
        return Naming(self.label(node) or name or display(shortened(node.value, PREFIXES)), note, kind)


def grouped(number: str) -> str:
    """1840829 → 1,840,829; what is no number stays as it is."""
    whole, dot, rest = number.partition(".")
    digits = whole.removeprefix("-")
    return f"{int(whole):,}{dot}{rest}" if digits.isascii() and digits.isdigit() and len(digits) < 30 else number


def _outcome(names: Names, node: NamedNode) -> tuple[str, str]:
    target = "目标 target" if names.text(node, "isTarget") == "true" else ""
    as_of = names.period(names.node(node, "asOf"))
    note = " · ".join(filter(None, (names.bounds(node), as_of and f"截至 as of {as_of}", target)))
    return f"{names.text(node, 'counts')} {names.text(node, 'asWritten')}".strip(), note


def _tenure(names: Names, node: NamedNode) -> tuple[str, str]:
    person, post = names.node(node, "tenureOf"), names.node(node, "inPost")
    said = [names.of(one).name for one in (person, post) if one]
    former = "曾任 former" if names.text(node, "isFormer") == "true" else ""
    return " · ".join(said), " · ".join(filter(None, (names.period(names.node(node, "tenureDuring")), former)))


def _event(names: Names, node: NamedNode) -> tuple[str, str]:
    return "", names.period(names.node(node, "occurredDuring"))


def _direction(names: Names, node: NamedNode) -> tuple[str, str]:
    return f"{names.text(node, 'ordinal')}. {names.text(node, 'text')}", ""


def _article(names: Names, node: NamedNode) -> tuple[str, str]:
    day = next((names.of(v).name for v in names.values(node, f"{DCTERMS}issued")), "")
    return next((names.of(v).name for v in names.values(node, f"{DCTERMS}source")), ""), day


def _span(names: Names, node: NamedNode) -> tuple[str, str]:
    return names.text(node, "exact"), f"{names.text(node, 'start')}–{names.text(node, 'end')}"


def _place(names: Names, node: NamedNode) -> tuple[str, str]:
    return "", next((names.of(v).name for v in names.values(node, f"{SKOS}notation")), "")


_SAID = {
    "Direction": _direction,
    "Event": _event,
    "NewsArticle": _article,
    "Outcome": _outcome,
    "Period": lambda names, node: (names.period(node), ""),
    "Place": _place,
    "Span": _span,
    "Tenure": _tenure,
}
