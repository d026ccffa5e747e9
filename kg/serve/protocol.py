"""SPARQL 1.1 Protocol: what a request asks, https://www.w3.org/TR/sparql11-protocol/#query-operation."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from kg.serve.job import Refusal

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
READ_ONLY = "This service only reads: it takes queries, no updates."


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and the graphs that it is asked of; none named: those of the query itself, or all."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


def asked_by_get(query_string: bytes) -> Asked | None:
    """What GET asks; None where there are no parameters, which asks for the description of the service."""
    parameters = _parameters(query_string)
    return _asked(parameters) if parameters else None


def asked_by_post(query_string: bytes, content_type: str | None, body: bytes) -> Asked:
    """What POST asks: a form, or a query as it is with the graphs in the address."""
    media_type, charset = media_type_of(content_type)
    if media_type == UPDATE:
        raise Refusal(403, READ_ONLY)
    if media_type not in (FORM, QUERY):
        what = f"A body of {media_type} is not understood." if media_type else "The body has no Content-Type."
        raise Refusal(415, what, f"Send {FORM} or {QUERY}.", {"Accept-Post": f"{FORM}, {QUERY}"})
    if charset not in ("", "utf-8", "utf8", "us-ascii"):
        raise Refusal(415, "The body is in another charset than UTF-8.", "Send UTF-8.")
    in_address = _parameters(query_string)
    if "query" in in_address or "update" in in_address:
        raise Refusal(400, "POST has its query in the body, not in the address.")
    if media_type == FORM:
        return _asked(in_address | _parameters(body))
    return _asked(in_address | {"query": [_text(body, "The query")]})


def media_type_of(content_type: str | None) -> tuple[str, str]:
    """The media type and the charset of a Content-Type, in lower case; "" where there is none."""
    name, *parameters = (content_type or "").lower().split(";")
    given = dict(parameter.strip().partition("=")[::2] for parameter in parameters)
    return name.strip(), given.get("charset", "").strip('" ')


def _asked(parameters: Mapping[str, list[str]]) -> Asked:
    if "update" in parameters:
        raise Refusal(403, READ_ONLY)
    queries = parameters.get("query", [])
    if len(queries) != 1:
        wrong = "There is no query." if not queries else "There is more than one query."
        raise Refusal(400, wrong, "Name one: query=SELECT…")
    return Asked(
        queries[0], tuple(parameters.get("default-graph-uri", ())), tuple(parameters.get("named-graph-uri", ()))
    )


def _parameters(encoded: bytes) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    try:
        text = encoded.decode("ascii", "strict") if encoded.isascii() else _text(encoded, "The form")
        for name, value in parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000):
            found.setdefault(name, []).append(value)
    except UnicodeDecodeError:
        raise Refusal(400, "A parameter is not UTF-8.") from None
    except ValueError:
        raise Refusal(400, "Too many parameters.") from None
    return found


def _text(body: bytes, what: str) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise Refusal(400, f"{what} is not UTF-8: byte {error.start}.") from None
