"""What the service serves, as OpenAPI 3.1 has it."""

from typing import Any

from kg.serve.query import GRAPHS, TABLES

TEXT = {"text/plain": {"schema": {"type": "string"}}}
REFUSED = {
    "400": "No query, or more than one, or one that is not understood.",
    "403": "An update, a call to another server, or a graph that is not here.",
    "405": "Another method.",
    "406": "No such format.",
    "408": "The body did not arrive in time.",
    "413": "A body or query that is too long.",
    "414": "An address that is too long.",
    "415": "A body of another media type.",
    "503": "Too many queries, or one that takes too much time or memory or has too long an answer.",
}


def openapi(url: str, version: str) -> dict[str, Any]:
    """The description; `url` is that of the service without a path, `version` that of the software."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "policy-kg", "version": version, "description": "A knowledge graph, to be read only."},
        "servers": [{"url": url}],
        "paths": {
            "/sparql": {
                "get": _operation(
                    "Ask a query; without one, the description of the service.",
                    _answers(),
                    parameters=[_parameter("query"), *map(_graph_parameter, ("default-graph-uri", "named-graph-uri"))],
                ),
                "post": _operation(
                    "Ask a query that is in the body.",
                    _answers(),
                    requestBody={
                        "required": True,
                        "content": {
                            "application/sparql-query": {"schema": {"type": "string"}},
                            "application/x-www-form-urlencoded": {"schema": _form()},
                        },
                    },
                ),
            },
            "/.well-known/void": {"get": _operation("The description of the graph.", _described())},
            "/health": {"get": _operation("Whether queries can be answered.", _health("200", "503"))},
            "/health/live": {"get": _operation("Whether the service is alive.", _health("200"))},
            "/health/ready": {"get": _operation("Whether queries can be answered.", _health("200", "503"))},
            "/metrics": {"get": _operation("Figures for Prometheus.", {"200": _answer("Figures.", TEXT)})},
            "/openapi.json": {
                "get": _operation(
                    "This.", {"200": _answer("This.", {"application/json": {"schema": {"type": "object"}}})}
                )
            },
        },
    }


def _operation(summary: str, responses: dict[str, Any], **rest: Any) -> dict[str, Any]:
    return {"summary": summary, "responses": responses, **rest}


def _answer(what: str, content: dict[str, Any]) -> dict[str, Any]:
    return {"description": what, "content": content}


def _answers() -> dict[str, Any]:
    kinds: dict[str, Any] = {media_type: {} for media_type in (*TABLES, *GRAPHS)}
    return {
        "200": _answer("The answer, in the format asked for.", kinds),
        "304": {"description": "As you have it."},
        **{status: _answer(what, TEXT) for status, what in REFUSED.items()},
    }


def _described() -> dict[str, Any]:
    return {
        "200": _answer("RDF.", {media_type: {} for media_type in GRAPHS}),
        **{status: _answer(REFUSED[status], TEXT) for status in ("406", "503")},
    }


def _health(*statuses: str) -> dict[str, Any]:
    schema = {"type": "object", "required": ["status"], "properties": {"status": {"type": "string"}}}
    return {
        status: _answer("Yes." if status == "200" else "No.", {"application/json": {"schema": schema}})
        for status in statuses
    }


def _parameter(name: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": {"type": "string"}}


def _graph_parameter(name: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": {"type": "array", "items": {"type": "string", "format": "iri"}}}


def _form() -> dict[str, Any]:
    graphs = {"type": "array", "items": {"type": "string", "format": "iri"}}
    properties = {"query": {"type": "string"}, "default-graph-uri": graphs, "named-graph-uri": graphs}
    return {"type": "object", "required": ["query"], "properties": properties}
