"""The identity of what articles do not name but state: posts, tenures, periods, outcomes, themes, directions.

Each key is built from IRIs of named entities and from what is stated, so two articles that state the same thing state
it of the same IRI. Where the identity hangs on something the article leaves open (whose outcome, which year), the
article itself is part of the key: nothing is merged on a guess.
"""

from kg.entities.iri import BASE, document_iri, mint
from kg.model import ArticleFacts, Direction, Entity, Kind, Outcome, Ref
from kg.rdf.periods import Period

_SEPARATOR = "\x1f"  # never in a text: control characters are refused when it is read


class UnknownName(ValueError):
    """A fact names something that is not among the entities of its article, or an entity has no IRI."""


def resolve(facts: ArticleFacts, name: str, *kinds: Kind) -> Entity:
    """The entity of this name and the first of these kinds that has one; raises UnknownName."""
    for kind in kinds:
        if entity := facts.index.get(Ref(kind, name)):
            return identified(facts, entity)
    wanted = " / ".join(kind.value for kind in kinds)
    raise UnknownName(f"{facts.page.article.source}: a fact names {name!r}, and no {wanted} has that name")


def identified(facts: ArticleFacts, entity: Entity) -> Entity:
    """The entity itself if it has its IRI; raises UnknownName."""
    if not entity.id:
        raise UnknownName(f"{facts.page.article.source}: {entity.kind.value} {entity.name!r} has no IRI")
    return entity


def post_iri(base: str, title: str, organization: str | None, person: str) -> str:
    """The post of this title in the body with this IRI; where the body is not known, the one of this person alone."""
    return mint(base, "post", _SEPARATOR.join((title, organization or "", "" if organization else person)))


def tenure_iri(base: str, person: str, post: str) -> str:
    """One person in one post."""
    return mint(base, "tenure", f"{person}{_SEPARATOR}{post}")


def period_iri(base: str, period: Period | None, as_written: str | None, article: str) -> str:
    """A dated period is the same for all; one whose year is open, or that could not be read, belongs to the article."""
    if period is not None and period.dated:
        return mint(base, "period", period.edtf)
    return mint(base, "period", _SEPARATOR.join((article, period.edtf if period else "", as_written or "")))


def theme_iri(base: str, label: str) -> str:
    """A theme is its wording."""
    return mint(base, "theme", label)


def subjects(outcome: Outcome, facts: ArticleFacts) -> tuple[Entity, ...]:
    """What the outcome is an outcome of: its programs (or events), then its organization."""
    kinds = (Kind.PROGRAM, Kind.EVENT, Kind.ORGANIZATION)
    found = [resolve(facts, name, *kinds) for name in outcome.programs]
    if outcome.organization:
        found.append(resolve(facts, outcome.organization, Kind.ORGANIZATION, Kind.PLACE))
    return tuple(found)


def outcome_iri(outcome: Outcome, facts: ArticleFacts, base: str = BASE) -> str:
    """The quantity of one thing, of these subjects; of no known subject, it is this article's alone."""
    of = sorted(entity.id for entity in subjects(outcome, facts))
    parts = (
        " ".join(of) or document_iri(base, facts.page.article.sha256),
        outcome.what,
        f"{outcome.value.normalize():f}",
        outcome.modifier.value,
        outcome.unit or "",
        *(f"{bound.normalize():f}" if bound is not None else "" for bound in (outcome.lower, outcome.upper)),
        outcome.as_of or "",
        str(outcome.is_target),
    )
    return mint(base, "outcome", _SEPARATOR.join(parts))


def direction_iri(base: str, direction: Direction, speaker: str) -> str:
    """A point that this speaker set out, by its place in the list and its words."""
    return mint(base, "direction", _SEPARATOR.join((speaker, str(direction.ordinal), direction.text)))
