"""What follows from the facts: closures that the ontology declares, each in a graph that names its rule.

    ?district pk:partOf ?city . ?city pk:partOf ?province  ⟹  ?district pk:partOf ?province

The rules are run in Oxigraph until nothing new follows. They are those axioms of the ontology that people ask by, and
no more: an OWL 2 RL reasoner finds the same for the same properties.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pyoxigraph import DefaultGraph, NamedNode, Quad, QuerySolutions, Store

from kg.rdf.read import read_quads
from kg.rdf.serialize import background_graphs, base_of
from kg.rdf.terms import PREFIXES, PROV, RDFS
from kg.resources import ontology_file

RULES_BASE = "https://w3id.org/policy-kg/rules#"
GRAPHS = "graph/inferred/"
_GENERATED = NamedNode(f"{PROV}wasGeneratedBy")
_EVIDENCE = ("Span", "spanOf")  # what spans are to other vocabularies would double every graph and answers no question


@dataclass(frozen=True, slots=True)
class Rule:
    """`where` binds ?s and ?o; then `s predicate o` holds. `chinese` and `english` say it in words."""

    name: str
    predicate: str
    where: str
    chinese: str
    english: str


RULES = (
    Rule("part-of", "pk:partOf",
         "?s pk:partOf/pk:partOf ?o",
         "部分的部分也是部分", "a part of a part is a part"),
    Rule("in-division", "pk:inDivision",
         "?s pk:inDivision/pk:partOf ?o",
         "机构属于其区划所在的上级区划", "a body of a district is of its city and province"),
    Rule("located-in-part", "pk:locatedIn",
         "?s pk:locatedIn/pk:partOf ?o",
         "位于某地即位于其上级区划", "what is held in a city is held in its province"),
    Rule("located-at-venue", "pk:locatedIn",
         "?s pk:locatedIn/pk:inDivision ?o",
         "在某场所举行即在其所在区划举行", "what is held at a venue is held in its division"),
    Rule("cooperates-with", "pk:cooperatesWith",
         "?o pk:cooperatesWith ?s",
         "合作是相互的", "cooperation is mutual"),
    Rule("signs-with", "pk:signsWith",
         "?o pk:signsWith ?s",
         "签约是相互的", "signing is mutual"),
    Rule("works-for", "pk:worksFor",
         "?tenure pk:tenureOf ?s ; pk:tenureAt ?o",
         "任职者任职于该机构", "who holds or held a post works or worked for its body"),
    Rule("member-of", "pk:memberOf",
         "?s pk:memberOf/pk:partOf ?o",
         "分支的成员也是整体的成员", "a member of a branch is a member of the whole"),
)  # fmt: skip


def infer(quads: Iterable[Quad]) -> list[str]:
    """N-Quads lines of what follows from these quads and is not stated, sorted; each rule has its graph
    `{base}graph/inferred/{rule}`, which says so by prov:wasGeneratedBy."""
    return sorted(f"{quad} ." for quad in _inferred(list(quads)))


def with_inferred(quads: Iterable[Quad]) -> list[Quad]:
    """The quads, and what follows from them in the default graph beside the facts, with the divisions and themes: for
    queries that need not ask what was stated."""
    quads = list(quads)
    sources = background_graphs(base_of(quads))
    more = [*(q for q in quads if q.graph_name in sources), *_inferred(quads)]
    return [*quads, *(Quad(q.subject, q.predicate, q.object) for q in more)]


def _inferred(quads: list[Quad]) -> set[Quad]:
    """What follows and is not stated, in the graphs of the rules, with what those say of themselves."""
    base = base_of(quads)
    sources = background_graphs(base)
    working = Store()
    working.bulk_extend(
        Quad(q.subject, q.predicate, q.object)
        for q in quads
        if isinstance(q.graph_name, DefaultGraph) or q.graph_name in sources
    )
    found: set[Quad] = set()
    grown = True
    while grown:
        grown = False
        for rule in (*RULES, *_alignments()):
            graph = NamedNode(f"{base}{GRAPHS}{rule.name}")
            for quad in _follows(working, rule):
                working.add(quad)
                found.add(Quad(quad.subject, quad.predicate, quad.object, graph))
                found.add(Quad(graph, _GENERATED, NamedNode(RULES_BASE + rule.name), graph))
                grown = True
    return found


def _follows(store: Store, rule: Rule) -> list[Quad]:
    query = f"SELECT DISTINCT ?s ?o {{ {rule.where} FILTER(?s != ?o) FILTER NOT EXISTS {{ ?s {rule.predicate} ?o }} }}"
    answer = store.query(query, prefixes=PREFIXES)
    assert isinstance(answer, QuerySolutions)
    prefix, _, name = rule.predicate.partition(":")
    predicate = NamedNode(PREFIXES[prefix] + name) if prefix in PREFIXES else NamedNode(rule.predicate[1:-1])
    found = []
    for row in answer:
        subject, value = row["s"], row["o"]
        if isinstance(subject, NamedNode) and value is not None:
            found.append(Quad(subject, predicate, value))
    return found


@cache
def _alignments() -> tuple[Rule, ...]:
    """A rule for each term of ours that the ontology puts under another: what is a pk:Person is a foaf:Person."""
    rules = []
    for quad in read_quads(ontology_file("policy-kg.ttl")):
        if not (isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)):
            continue
        name = quad.subject.value.rpartition("#")[2]
        if name in _EVIDENCE:
            continue
        if quad.predicate.value == f"{RDFS}subClassOf":
            where = f"?s a {quad.subject} BIND({quad.object} AS ?o)"
            rules.append(
                Rule(
                    f"superclass-{name}",
                    "rdf:type",
                    where,
                    "子类的实例也是父类的实例",
                    "a member of a class is one of its superclass",
                )
            )
        elif quad.predicate.value == f"{RDFS}subPropertyOf":
            where = f"?s {quad.subject} ?o"
            rules.append(
                Rule(
                    f"superproperty-{name}",
                    str(quad.object),
                    where,
                    "子属性蕴含父属性",
                    "a property implies the one above it",
                )
            )
    return tuple(sorted(rules, key=lambda r: (r.name, r.predicate, r.where)))
