"""Content negotiation: what the client takes (RFC 9110, 12.5.1) against what there is."""

from collections.abc import Iterable

from kg.serve.job import Refusal


def negotiate(accept: str | None, offered: Iterable[str]) -> str:
    """The media type to answer with: the one that the client likes best, among equals the first offered.

    A type may be named again by a less exact range; the most exact one counts. Raises Refusal 406.
    """
    types = list(offered)
    ranges = _ranges(accept) if accept and accept.strip() else [("*/*", 1.0)]
    best, liking = "", 0.0
    for media_type in types:
        found = max((_match(media_type, given), quality) for given, quality in ranges)
        if found[0] and found[1] > liking:
            best, liking = media_type, found[1]
    if not best:
        raise Refusal(406, "None of the formats asked for is there.", f"There is: {', '.join(types)}")
    return best


def _match(media_type: str, given: str) -> int:
    """How exactly a range names the type: 3 by name, 2 by its family, 1 by */*, 0 not."""
    if given == media_type:
        return 3
    family, _, rest = given.partition("/")
    if rest == "*" and family == media_type.partition("/")[0]:
        return 2
    return 1 if given == "*/*" else 0


def _ranges(accept: str) -> list[tuple[str, float]]:
    """The media ranges of the header with their q-values; what is malformed counts for nothing."""
    found = []
    for part in accept.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            key, _, value = parameter.partition("=")
            if key.strip() == "q":
                try:
                    quality = min(1.0, max(0.0, float(value)))
                except ValueError:
                    quality = 0.0
        if quality != quality:  # nan
            quality = 0.0
        found.append((name, quality))
    return found
