"""kg.store.remote against servers that do what they should not."""

import socket
import time
from collections.abc import Iterator
from itertools import count

import pytest

from kg.store import remote
from kg.store.credentials import CredentialError, Credentials, credentials
from kg.store.remote import Server, ServerError, check_url
from tests.store.server import Behaviour, Memory, Reply, Request, serving

DBA = Credentials("dba", "s3cret-pass")
YES = Reply(200, b'{"head":{},"boolean":true}', "application/sparql-results+json")


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "FIRST_PAUSE", 0.01)


def endless() -> Iterator[bytes]:
    while True:
        time.sleep(0.05)
        yield b" "


def broken() -> Iterator[bytes]:
    yield b'{"head":'


@pytest.mark.parametrize(
    ("reply", "said", "requests"),
    [
        (
            Reply(500, b"Virtuoso 37000 Error\nSPARQL query:\nASK {}\nmore"),
            "answers 500 Internal Server Error: Virtuoso 37000 Error / SPARQL query: / ASK {}",
            1,
        ),
        (
            Reply(500, b"<html><head><title>Out</title></head><body>of &lt;order&gt;</body></html>", "text/html"),
            "500 Internal Server Error: Out of <order>",
            1,
        ),
        (Reply(400, b"\x1b[31mred\x07 \xe2\x80\xaetext \xff"), "400 Bad Request: �[31mred� �text �", 1),
        (Reply(404, b""), "answers 404 Not Found", 1),
        (Reply(503, b"busy"), "answers 503 Service Unavailable: busy", remote.ATTEMPTS),
        (Reply(429, b"", headers={"Retry-After": "0"}), "answers 429", remote.ATTEMPTS),
        (Reply(200, b"<html>hello</html>", "text/html"), "answers no yes or no but text/html: hello", 1),
        (
            Reply(200, b"", "application/sparql-results+json"),
            "answers no yes or no but application/sparql-results+json: nothing",
            1,
        ),
        (Reply(200, b"\x00\xff" * 50), "answers no yes or no", 1),
        (Reply(200, b'{"head":{"vars":["x","y"]},"results":{"bindings":[]}}'), "answers no yes or no", 1),
        (
            Reply(302, b"", headers={"Location": "http://localhost:1/elsewhere"}),
            "points to http://localhost:1/elsewhere, and is not followed",
            1,
        ),
        (Reply(200, broken()), "can't be reached: peer closed connection", remote.ATTEMPTS),
    ],
)
def test_what_a_server_should_not_answer(reply: Reply, said: str, requests: int) -> None:
    with serving(lambda request: reply) as running, Server(running.url) as server:
        with pytest.raises(ServerError) as caught:
            server.ask("ASK {}")
        assert said in str(caught.value)
        assert str(caught.value).startswith(running.host)
        assert len(running.requests) == requests


def silent(request: Request) -> Reply:
    time.sleep(5)
    return YES


@pytest.mark.parametrize("behaviour", [silent, lambda request: Reply(200, endless())])
def test_a_server_that_never_answers(behaviour: Behaviour) -> None:
    with serving(behaviour) as running, Server(running.url, timeout=0.5) as server:
        start = time.monotonic()
        with pytest.raises(ServerError, match=r"does not answer within 0\.5 s") as caught:
            server.ask("ASK {}")
        assert time.monotonic() - start < 4
        assert "--timeout" in caught.value.way_out
        assert len(running.requests) == 1


def test_an_answer_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "MAX_ANSWER", 1_000_000)
    pieces = (b" " * 100_000 for _ in count())
    with (
        serving(lambda request: Reply(200, pieces)) as running,
        Server(running.url) as server,
        pytest.raises(ServerError, match="more than 1 MB"),
    ):
        server.ask("ASK {}")


def test_a_server_that_is_down() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/sparql"
        with Server(url) as server, pytest.raises(ServerError, match="can't be reached") as caught:
            server.ask("ASK {}")
    assert caught.value.way_out == "is the server running, and the URL right?"


def test_a_server_that_recovers() -> None:
    replies = iter([Reply(503, b"starting", headers={"Retry-After": "0"}), Reply(200, broken()), Reply(429), YES])
    notes: list[str] = []
    with serving(lambda request: next(replies)) as running, Server(running.url, note=notes.append) as server:
        assert server.ask("ASK {}")
        assert len(running.requests) == 4
        assert len({request.body for request in running.requests}) == 1
    assert [note.partition("again in ")[2] for note in notes] == [
        "0.01 s (1 of 4)",
        "0.02 s (2 of 4)",
        "0.04 s (3 of 4)",
    ]


def asks_for(challenge: str, authorization: str) -> Behaviour:
    def behaviour(request: Request) -> Reply:
        if request.headers.get("authorization", "").startswith(authorization):
            return YES
        return Reply(401, b"who are you?", headers={"WWW-Authenticate": challenge})

    return behaviour


@pytest.mark.parametrize(
    ("given", "challenge", "authorization", "requests"),
    [
        (DBA, 'Basic realm="x"', "Basic ZGJhOnMzY3JldC1wYXNz", 3),
        (DBA, 'Digest realm="x", nonce="1", qop="auth", algorithm=MD5', 'Digest username="dba", realm="x"', 4),
        (Credentials(token="t0ken"), "Bearer", "Bearer t0ken", 2),
    ],
)
def test_credentials_are_shown_as_the_server_asks(
    given: Credentials, challenge: str, authorization: str, requests: int
) -> None:
    behaviour = asks_for(challenge, authorization)
    with serving(behaviour) as running, Server(running.url, given) as server:
        assert server.ask("ASK {}")
        assert server.ask("ASK {}")
        assert len(running.requests) == requests
        assert given.token or "authorization" not in running.requests[0].headers


@pytest.mark.parametrize("given", [DBA, Credentials(token="t0ken"), Credentials()])
def test_refused(given: Credentials) -> None:
    def echo(request: Request) -> Reply:
        said = f"{given.user} {given.password} {given.token} {request.headers.get('authorization')} may not"
        return Reply(401, said.encode(), headers={"WWW-Authenticate": 'Basic realm="x"'})

    with (
        serving(echo) as running,
        Server(running.url, given) as server,
        pytest.raises(ServerError, match="answers 401") as caught,
    ):
        server.ask("ASK {}")
    told = f"{caught.value} {caught.value.way_out} {given!r} {server!r}"
    assert "KG_SPARQL_USER" in told
    assert not [secret for secret in given.secrets if secret in told]
    assert ("none are set" in told) is not bool(given)


def test_credentials_go_to_no_other_host() -> None:
    with serving(lambda request: YES) as other:
        replies = iter(
            [
                Reply(401, b"", headers={"WWW-Authenticate": "Basic"}),
                *[Reply(307, b"", headers={"Location": other.url})] * 2,
            ]
        )
        with serving(lambda request: next(replies)) as running, Server(running.url, DBA) as server:
            with pytest.raises(ServerError, match="points to"):
                server.ask("ASK {}")
            assert "authorization" in running.requests[-1].headers
        assert not other.requests


def test_this_machine_is_asked_past_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda request: Reply(502)) as proxy, serving(lambda request: YES) as running:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        with Server(running.url) as server:
            assert server.ask("ASK {}")
        assert not proxy.requests


@pytest.mark.parametrize(
    ("url", "error", "said"),
    [
        ("http://dba:s3cret@localhost/sparql", CredentialError, "a URL with a password in it"),
        ("http://dba@localhost/sparql", CredentialError, "a URL with a password in it"),
        ("ftp://localhost/sparql", ValueError, "not an http or https URL: ftp://localhost/sparql"),
        ("http:///sparql", ValueError, "not an http or https URL"),
        ("http://[::1/sparql", ValueError, "not a URL"),
        ("http://localhost:port/", ValueError, "not a URL"),
    ],
)
def test_urls_that_are_refused(url: str, error: type[ValueError], said: str) -> None:
    with pytest.raises(error, match=said) as caught:
        check_url(url)
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    "environment",
    [
        {"KG_SPARQL_USER": "dba"},
        {"KG_SPARQL_PASSWORD": "x"},
        {"KG_SPARQL_USER": "dba", "KG_SPARQL_PASSWORD": "x", "KG_SPARQL_TOKEN": "y"},
        {"KG_SPARQL_TOKEN": "密码"},
    ],
)
def test_credentials_that_are_not_whole(environment: dict[str, str]) -> None:
    with pytest.raises(CredentialError):
        credentials(environment)


def test_no_credentials_are_none() -> None:
    assert not credentials({})
    assert credentials({"KG_SPARQL_TOKEN": "x"})


def test_virtuoso_says_yes_and_no_in_tables() -> None:
    yes, no = (
        b'{"head":{"vars":["__ASK_RETVAL"]},"results":{"bindings":[%s]}}' % row
        for row in (b'{"__ASK_RETVAL":{"type":"literal","value":"1"}}', b"")
    )
    replies = iter([Reply(200, yes), Reply(200, no)])
    with serving(lambda request: next(replies)) as running, Server(running.url) as server:
        assert (server.ask("ASK {}"), server.ask("ASK {}")) == (True, False)


def test_booleans_come_as_true_and_false() -> None:
    with serving(Memory()) as running, Server(running.url) as server:
        query = 'SELECT * { VALUES ?x { "1"^^<http://www.w3.org/2001/XMLSchema#boolean> "0" } } ORDER BY ?x'
        assert {str(row[0]) for row in server.select(query)} == {
            '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>',
            '"0"',
        }
