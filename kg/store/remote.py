"""A SPARQL 1.1 server: questions, updates and whole graphs over HTTP.

Every request has a limit of time and of size. What a busy server or a broken line leaves undone is asked again, a
little later each time: all requests made here can be sent twice without harm. Redirects are not followed, so that
credentials go to the host that was named and to no other; certificates are checked.
"""

import html
import ipaddress
import re
import time
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import quote, urlsplit

import httpx
from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QueryResultsFormat, Triple, parse_query_results

from kg.rdf.terms import XSD
from kg.store.credentials import Authentication, CredentialError, Credentials

Term = NamedNode | BlankNode | Literal | Triple

TIMEOUT = 60.0  # seconds for an answer
MAX_ANSWER = 100_000_000  # bytes
ATTEMPTS = 5
FIRST_PAUSE = 0.5  # seconds, doubled each time
LONGEST_PAUSE = 30.0  # what a server may ask for with Retry-After

JSON = "application/sparql-results+json"
_BUSY = (429, 502, 503, 504)
_SHOWN_LINES, _SHOWN_CHARACTERS = 3, 300  # of what a server says about an error
_BOOLEAN = NamedNode(f"{XSD}boolean")


class ServerError(Exception):
    """What a server did not do, and what it said. `status` is 0 where it said nothing; `way_out` may be empty."""

    def __init__(self, message: str, way_out: str = "", status: int = 0) -> None:
        super().__init__(message)
        self.way_out = way_out
        self.status = status


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of status 2xx: its media type without parameters, its headers, its body."""

    media_type: str
    headers: Mapping[str, str]
    body: bytes


class Server:
    """One server, under the URL of its SPARQL queries; a context manager. `note` is told of each wait.

    `timeout` is the time in seconds within which an answer must be there, whole.
    """

    def __init__(
        self,
        url: str,
        given: Credentials = Credentials(),  # noqa: B008  frozen
        *,
        timeout: float = TIMEOUT,
        note: Callable[[str], None] = lambda text: None,
    ) -> None:
        self.url = check_url(url)
        self.timeout = timeout
        self._given, self._note = given, note
        self._authentication = Authentication(given)
        self._warned = self._reached = False
        self._certificates = httpx.create_ssl_context()
        self._client = self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def query(self, text: str, accept: str = JSON, default_graph: str | None = None) -> Answer:
        """The answer to a query, as the server sends it."""
        # As a form: Virtuoso 7.2.5 never answers a query that is sent as application/sparql-query.
        form = {"query": text} | ({"default-graph-uri": default_graph} if default_graph else {})
        return self.request("POST", self.url, data=form, headers={"Accept": accept})

    def select(self, text: str) -> list[tuple[Term | None, ...]]:
        """The rows of a SELECT query."""
        answer = self.query(text)
        return solutions(answer, self)[1]

    def ask(self, text: str) -> bool:
        """The answer to an ASK query."""
        return boolean(self.query(text), self)

    def update(self, url: str, text: str) -> None:
        """Carry out an update at the URL where the server takes them."""
        self.request("POST", url, content=text.encode(), headers={"Content-Type": "application/sparql-update"})

    def put_graph(self, url: str, graph: str | None, triples: str, add: bool = False) -> None:
        """Graph Store Protocol: these N-Triples become the graph (None: the default graph), or are added to it."""
        headers = {"Content-Type": "application/n-triples"}
        self.request("POST" if add else "PUT", _named(url, graph), content=triples.encode(), headers=headers)

    def delete_graph(self, url: str, graph: str) -> None:
        """Graph Store Protocol: the graph goes; one that is not there is no error."""
        try:
            self.request("DELETE", _named(url, graph))
        except ServerError as error:
            if error.status != httpx.codes.NOT_FOUND:
                raise

    def request(
        self,
        method: str,
        url: str,
        *,
        content: bytes | None = None,
        data: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """One request, asked again where that may help. Raises ServerError."""
        pause = FIRST_PAUSE
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._once(method, url, content, data, headers)
            except _Again as again:
                if attempt == ATTEMPTS or (again.broken and not self._reached):
                    raise again.error from None
                wait = min(again.after or pause, LONGEST_PAUSE)
                self._note(f"{again.error}; again in {wait:g} s ({attempt} of {ATTEMPTS - 1})")
                time.sleep(wait)
                pause *= 2
        raise AssertionError("the last attempt returns or raises")

    def _once(
        self,
        method: str,
        url: str,
        content: bytes | None,
        data: Mapping[str, str] | None,
        headers: Mapping[str, str] | None,
    ) -> Answer:
        end = time.monotonic() + self.timeout
        host = urlsplit(url).netloc
        try:
            with self._client.stream(
                method, url, content=content, data=data, headers=headers, auth=self._authentication
            ) as response:
                self._reached = True
                body, good = bytearray(), response.is_success
                for chunk in response.iter_bytes():
                    body += chunk
                    if len(body) > MAX_ANSWER:
                        raise ServerError(
                            f"{host} answers more than {MAX_ANSWER // 1_000_000} MB", "narrow the query, or add a LIMIT"
                        )
                    if time.monotonic() > end:
                        raise httpx.ReadTimeout("")
                    if not good and len(body) > 10_000:
                        break
        except httpx.TimeoutException as error:
            self._reopen()
            waited = f"{host} does not answer within {self.timeout:g} s"
            raise ServerError(waited, "give it more: --timeout SECONDS") from error
        except (httpx.NetworkError, httpx.RemoteProtocolError) as error:
            self._reopen()
            failed = ServerError(f"{host} can't be reached: {self._plain(str(error)) or type(error).__name__}", _UP)
            if "CERTIFICATE" in str(error):
                raise ServerError(str(failed), "SSL_CERT_FILE names the certificates that are trusted") from error
            raise _Again(failed, broken=True) from error
        except (httpx.RequestError, httpx.InvalidURL, UnicodeError) as error:
            self._reopen()
            raise ServerError(f"{host} is not understood: {self._plain(str(error))}") from error
        except ServerError:
            self._reopen()
            raise
        if not good:
            # A server that refuses may leave the rest of the request unread on the line, and read it as the next one.
            self._reopen()
            self._refused(response, host, bytes(body))
        self._warn_of_open_lines(url)
        media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Answer(media_type, response.headers, bytes(body))

    def _refused(self, response: httpx.Response, host: str, body: bytes) -> None:
        status, said = response.status_code, self._plain(body.decode("utf-8", "replace"))
        reason = f"{host} answers {status} {response.reason_phrase}".rstrip() + (f": {said}" if said else "")
        if response.has_redirect_location:
            target = self._plain(response.headers["location"])
            raise ServerError(f"{host} points to {target}, and is not followed there", "name that URL itself", status)
        if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
            known = "they may be wrong, or lack the right to do this" if self._given else "none are set"
            way_out = f"credentials come from KG_SPARQL_USER and KG_SPARQL_PASSWORD, or KG_SPARQL_TOKEN; {known}"
            raise ServerError(reason, way_out, status)
        if status in _BUSY:
            after = response.headers.get("retry-after", "")
            raise _Again(ServerError(reason, "try again later", status), float(after) if after.isdecimal() else 0)
        raise ServerError(reason, status=status)

    def _warn_of_open_lines(self, url: str) -> None:
        if self._given and self._authentication.in_clear and not self._warned:
            self._warned = True
            if urlsplit(url).scheme == "http" and not is_loopback(url):
                self._note(f"the credentials go to {urlsplit(url).hostname} unencrypted; https:// would hide them")

    def _plain(self, text: str) -> str:
        """What a server says, made harmless: its first lines without markup, control characters and secrets."""
        text = text[: 4 * _SHOWN_CHARACTERS]
        if text.lstrip().startswith("<"):
            text = html.unescape(re.sub("<[^<>]*>", " ", text))
        lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
        said = self._given.hidden(" / ".join(lines[:_SHOWN_LINES]))
        said = "".join("�" if unicodedata.category(c).startswith("C") else c for c in said)
        return said if len(said) <= _SHOWN_CHARACTERS else f"{said[:_SHOWN_CHARACTERS]}…"

    def strange(self, answer: Answer, expected: str) -> ServerError:
        """The error for an answer that is none of SPARQL."""
        said = self._plain(answer.body[:2000].decode("utf-8", "replace")) or "nothing"
        kind = answer.media_type or "no media type"
        return ServerError(
            f"{urlsplit(self.url).netloc} answers no {expected} but {self._plain(kind)}: {said}",
            "is this the URL where SPARQL queries go?",
        )

    def _open(self) -> httpx.Client:
        return httpx.Client(
            timeout=httpx.Timeout(self.timeout, connect=min(10.0, self.timeout)),
            # What stays on this machine goes past proxies.
            trust_env=not is_loopback(self.url),
            verify=self._certificates,
            follow_redirects=False,
            headers={"User-Agent": "policy-kg"},
        )

    def _reopen(self) -> None:
        self._client.close()
        self._client = self._open()


_UP = "is the server running, and the URL right?"


class _Again(Exception):
    """What may go well the next time, `after` so many seconds (0: not told); `broken`: no answer came at all."""

    def __init__(self, error: ServerError, after: float = 0, broken: bool = False) -> None:
        self.error, self.after, self.broken = error, after, broken


def check_url(url: str) -> str:
    """`url` itself if a server can be asked there. Raises CredentialError where it holds a password, ValueError where
    it is none of http or https; neither repeats what may be a secret."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise ValueError("not a URL; for example http://localhost:3030/news/sparql") from None
    if parts.username is not None or parts.password is not None:
        raise CredentialError("a URL with a password in it can be read by others on this machine")
    if parts.scheme not in ("http", "https") or not host:
        raise ValueError(f"not an http or https URL: {url}; for example http://localhost:3030/news/sparql")
    return url


def is_loopback(url: str) -> bool:
    """Whether the URL is of this machine."""
    host = urlsplit(url).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def solutions(answer: Answer, server: Server) -> tuple[tuple[str, ...], list[tuple[Term | None, ...]]]:
    """The columns and rows of an answer to SELECT, in SPARQL 1.1 JSON; raises ServerError."""
    found = _results(answer.body)
    if found is None or isinstance(found, bool):
        raise server.strange(answer, "table")
    return found


def boolean(answer: Answer, server: Server) -> bool:
    """Yes or no; raises ServerError."""
    found = _results(answer.body)
    if isinstance(found, bool):
        return found
    # Virtuoso 7.2.5 answers a table of one column instead: a row with 1, or none.
    rows = None if found is None or len(found[0]) != 1 else [[getattr(t, "value", "") for t in row] for row in found[1]]
    if rows not in ([], [["0"]], [["1"]]):
        raise server.strange(answer, "yes or no")
    return rows == [["1"]]


def _results(body: bytes) -> tuple[tuple[str, ...], list[tuple[Term | None, ...]]] | bool | None:
    """What SPARQL 1.1 JSON says, as plain data; None where it is none."""
    try:
        found = parse_query_results(body, format=QueryResultsFormat.JSON)
        if isinstance(found, QueryBoolean):
            return bool(found)
        columns = tuple(variable.value for variable in found.variables)
        return columns, [tuple(map(_canonical, row)) for row in found]
    except (SyntaxError, ValueError):
        return None


def _canonical(term: Term | None) -> Term | None:
    """xsd:boolean as true or false: 1 and 0 are other ways to write them, which Virtuoso prefers."""
    if isinstance(term, Literal) and term.datatype == _BOOLEAN and term.value in ("0", "1"):
        return Literal("true" if term.value == "1" else "false", datatype=_BOOLEAN)
    return term


def _named(url: str, graph: str | None) -> str:
    return f"{url}{'&' if '?' in url else '?'}{'graph=' + quote(graph, safe='') if graph else 'default'}"
