"""The routes of what people see: pages, linked data, and the files that the pages need.

    / · /query · /search · /def · /themes · /about?iri= · /schema.json · /labels · /assets/… · /id/person/ab12[.ttl]

A thing's IRI answers 303 See Other, to the document about it in the form that Accept asks for; the document's address
has an ending. Terms are named with a fragment, so /def and /themes answer themselves ("Cool URIs for the Semantic
Web", 4.1 and 4.2).
"""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote, urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kg.serve import linked, pages, schema
from kg.serve.accept import negotiate
from kg.serve.files import files, zipped
from kg.serve.forms import BY_ENDING, BY_TYPE, FORMS, HTML
from kg.serve.job import Job, Refusal
from kg.serve.service import Service, body_of, refused
from kg.use.sparql import QueryError

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
# The editor runs scripts of ours and asks this service alone; its table puts one style sheet into the page, always the
# same, for the grips of columns.
GRIPS = "'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='"
QUERY_POLICY = (
    POLICY.replace("style-src 'self'", f"style-src 'self' {GRIPS}") + "; script-src 'self'; connect-src 'self'"
)

NAME = 200  # characters that are looked for
LABELS_BODY = 1_000_000  # bytes
VALUE = 1_000  # characters of a parameter


async def home(request: Request) -> Response:
    """What the graph holds."""
    return await _answer(request, "", POLICY, pages.home, "")


async def search(request: Request) -> Response:
    """Things by their name."""
    return await _answer(request, "", POLICY, pages.found, "", request.query_params.get("q", "")[:NAME])


async def query(request: Request) -> Response:
    """The form, and the answer: with `ask` to a named question and its parameters, with `query` to the text itself."""
    asked = request.query_params
    name, text, values = asked.get("ask", ""), asked.get("query", ""), dict[str, str]()
    if len(request.scope["query_string"]) > 3 * _service(request).pool.limits.query + 4096:
        raise Refusal(414, "The query is too long for an address.", "Send it to /sparql by POST.")
    try:
        if name:
            text, values = pages.given(name, {key: value[:VALUE] for key, value in asked.items()})
    except QueryError as error:
        page = pages.query_page("", text, name, dict(asked), error=pages.mistake(str(error)))
        return _html(page, QUERY_POLICY, 400)
    if not text.strip():
        return _html(pages.query_page("", ""), QUERY_POLICY)
    try:
        response = await _service(request).answer(request, pages.answered, "", text, name, values)
    except Refusal as refusal:
        if refusal.status in (400, 403):
            page = pages.query_page("", text, name, values, error=pages.mistake(refusal.message))
        else:
            page = pages.query_page("", text, name, values, problem=(refusal.message, refusal.hint))
        return _html(page, QUERY_POLICY, refusal.status, refusal.headers)
    return _guarded(response, QUERY_POLICY)


async def about(request: Request) -> Response:
    """What has no address of its own: /about?iri=…, /about.ttl?iri=…"""
    iri, ending = request.query_params.get("iri", ""), _path(request).partition(".")[2]
    if not iri:
        return _problem(request, "", Refusal(404, "There is no such page.", "/about?iri=… tells of an IRI."))
    return await _described(request, "", "", iri, ending or _wanted(request))


async def thing(request: Request) -> Response:
    """A thing of the graph: 303 from its IRI to a document; with an ending, the document."""
    path = _path(request)
    root = "../" * path.count("/")
    bare, _, ending = path.rpartition(".")
    if bare and ending in BY_ENDING:
        return await _described(request, root, bare, "", ending)
    try:
        found = await _service(request).pool.run(linked.known, path, "")
    except Refusal as refusal:
        return _problem(request, root, refusal)
    if not found.content:
        return _unknown(request, root, path)
    name = path.rpartition("/")[2]
    headers = {"Location": f"{name}.{_wanted(request)}", "Vary": "Accept", "Link": _alternates(name)}
    return Response(status_code=303, headers=headers)


async def vocabulary(request: Request) -> Response:
    """The vocabulary and the scheme of themes: their terms are fragments of these documents."""
    name, _, ending = _path(request).partition(".")
    ending = ending or _wanted(request)
    headers = {"Vary": "Accept", "Link": _alternates(name), "Content-Location": f"{name}.{ending}", **_REVALIDATED}
    if ending == HTML.ending and name == "themes":
        response = await _answer(request, "", POLICY, pages.themes, "")
        response.headers.update(headers if response.status_code == 200 else {})
        return response
    if ending == HTML.ending:
        return _html(pages.vocabulary_page(""), POLICY, headers=headers)
    content = schema.vocabulary(name, ending)
    return Response(content, headers=headers, media_type=linked.with_charset(BY_ENDING[ending].media_type))


async def terms(request: Request) -> Response:
    """Terms and prefixes, for completion."""
    return Response(schema.schema_json(), headers=_REVALIDATED, media_type="application/json")


async def labels(request: Request) -> Response:
    """The names of the IRIs in the body, a JSON list."""
    body = await body_of(request, LABELS_BODY, _service(request).pool.limits.arrival)
    try:
        iris = json.loads(body)
        if not isinstance(iris, list) or not all(isinstance(iri, str) for iri in iris):
            raise ValueError
    except (ValueError, RecursionError):
        raise Refusal(400, "The body must be a JSON list of IRIs.") from None
    return await _service(request).answer(request, linked.labels, iris)


async def asset(request: Request) -> Response:
    """A file of the pages. Its address has a hash of its content, so it may be kept for ever."""
    name = request.path_params["name"]
    found = files().get(name)
    if found is None:
        raise Refusal(404, "There is no such file.")
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
    small = zipped(name) if "gzip" in request.headers.get("accept-encoding", "") else b""
    if small:
        return Response(small, headers={**headers, "Content-Encoding": "gzip"}, media_type=found.media_type)
    return Response(found.content, headers=headers, media_type=found.media_type)


_ENDINGS = ("", *(f".{ending}" for ending in BY_ENDING))

# The last takes every path that no other route has.
ROUTES = [
    Route("/", home),
    Route("/query", query),
    Route("/search", search),
    *(Route(f"/about{ending}", about) for ending in _ENDINGS),
    *(Route(f"/{name}{ending}", vocabulary) for name in schema.FILES for ending in _ENDINGS),
    Route("/schema.json", terms),
    Route("/labels", labels, methods=["POST"]),
    Route("/assets/{name:path}", asset),
    Route("/{path:path}", thing),
]

_REVALIDATED = {"Cache-Control": "no-cache"}


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


async def _answer(request: Request, root: str, policy: str, job: Job, *arguments: Any) -> Response:
    try:
        return _guarded(await _service(request).answer(request, job, *arguments), policy)
    except Refusal as refusal:
        return _problem(request, root, refusal)


async def _described(request: Request, root: str, path: str, iri: str, ending: str) -> Response:
    name, asked = (path.rpartition("/")[2], "") if path else ("about", f"?{urlencode({'iri': iri})}")
    try:
        response = await _service(request).answer(request, linked.described, root, path, iri, ending)
    except Refusal as refusal:
        return _unknown(request, root, iri or path) if refusal.status == 404 else _problem(request, root, refusal)
    response.headers["Link"] = _alternates(name, asked, ending)
    return _guarded(response, POLICY)


def _guarded(response: Response, policy: str) -> Response:
    if response.headers.get("content-type", "").startswith(HTML.media_type):
        response.headers["Content-Security-Policy"] = policy
    return response


def _path(request: Request) -> str:
    """The path below the service's root, escaped as it was sent."""
    raw: bytes = request.scope.get("raw_path") or quote(request.scope["path"]).encode()
    below = quote(request.scope.get("root_path", "")).rstrip("/") + "/"
    return raw.decode("ascii", "replace").removeprefix(below)


def _wanted(request: Request) -> str:
    """The ending of the form that Accept asks for; raises Refusal 406."""
    return BY_TYPE[negotiate(",".join(request.headers.getlist("accept")), BY_TYPE)].ending


def _alternates(name: str, asked: str = "", but: str = "") -> str:
    others = (form for form in FORMS if form.ending != but)
    return ", ".join(f'<{name}.{form.ending}{asked}>; rel="alternate"; type="{form.media_type}"' for form in others)


def _for_people(request: Request) -> bool:
    return HTML.media_type in request.headers.get("accept", "")


def _html(
    page: tuple[str, bytes], policy: str, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    media_type, content = page
    return Response(content, status, {**_REVALIDATED, "Content-Security-Policy": policy, **(headers or {})}, media_type)


def _problem(request: Request, root: str, refusal: Refusal) -> Response:
    """What went wrong: a page for people, plain text for all others."""
    if not _for_people(request):
        return refused(refusal)
    page = pages.problem(root, refusal.status, refusal.message, refusal.hint)
    return _html(page, POLICY, refusal.status, refusal.headers)


def _unknown(request: Request, root: str, what: str) -> Response:
    if not _for_people(request):
        return PlainTextResponse("The graph says nothing of this IRI.\n", 404)
    return _html(pages.unknown(root, unquote(what)), POLICY, 404)
