"""Two hundred hostile requests, each as the bytes that are sent, with what may come back.

They are made, not collected: each family is a shape of attack times a list of variants.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

# What may come back. An attack that the engine does in linear time may as well be answered.
REFUSED = frozenset(range(400, 500)) | {503}
HARMLESS = REFUSED | {200, 304}


@dataclass(frozen=True, slots=True)
class Attack:
    """`sent` goes over one connection; `allowed` are the statuses of the answer, 0 stands for a closed connection."""

    name: str
    sent: bytes
    allowed: frozenset[int] = REFUSED


def attacks(listener: int) -> list[Attack]:
    """All of them; `listener` is a port of this machine that must hear nothing."""
    found = [
        *_products(),
        *_huge_answers(),
        *_paths(),
        *_nesting(),
        *_doubling(),
        *_patterns(),
        *_calls(listener),
        *_updates(listener),
        *_encodings(),
        *_media_types(),
        *_broken_http(),
    ]
    assert len({attack.name for attack in found}) == len(found)
    return found


def get(query: str | bytes, *headers: str, graphs: str = "") -> bytes:
    """A query by GET."""
    return request("GET", f"/sparql?query={quote(query, safe='')}{graphs}", *headers)


def post(body: bytes, media_type: str | None = "application/sparql-query", *headers: str) -> bytes:
    """A body by POST."""
    given = [] if media_type is None else [f"Content-Type: {media_type}"]
    return request("POST", "/sparql", *given, f"Content-Length: {len(body)}", *headers) + body


def request(method: str, target: str, *headers: str) -> bytes:
    """The head of a request."""
    lines = [f"{method} {target} HTTP/1.1", "Host: 127.0.0.1", "Connection: close", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1")


def sparql(name: str, query: str, allowed: frozenset[int] = REFUSED) -> Attack:
    """A hostile query, by POST."""
    return Attack(name, post(query.encode()), allowed)


def _products() -> Iterator[Attack]:
    """Joins without a common variable: 10^9 rows and more of even a small graph."""
    three = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
    four = f"{three} . ?j ?k ?l"
    for size, pattern in (("three", three), ("four", four)):
        for form, query in {
            "count": f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}",
            "distinct": f"SELECT (COUNT(DISTINCT ?a) AS ?n) {{ {pattern} }}",
            "sum": f"SELECT (SUM(STRLEN(STR(?a))) AS ?n) {{ {pattern} }}",
            "sample": f"SELECT (SAMPLE(?i) AS ?n) {{ {pattern} }}",
            "order": f"SELECT ?a {{ {pattern} }} ORDER BY ?i ?f ?c LIMIT 1",
            "group": f"SELECT ?a ?d ?g (COUNT(*) AS ?n) {{ {pattern} }} GROUP BY ?a ?d ?g",
            "having": f"SELECT ?a {{ {pattern} }} GROUP BY ?a HAVING (COUNT(*) < 0)",
            "concat": f"SELECT (GROUP_CONCAT(?c) AS ?n) {{ {pattern} }}",
            "filter": f"ASK {{ {pattern} FILTER(?a = ?a && STR(?c) = CONCAT(STR(?f), STR(?i), '!')) }}",
            "never": f"SELECT * {{ {pattern} FILTER(CONCAT(STR(?a), STR(?f), STR(?i)) = '') }}",
            "offset": f"SELECT * {{ {pattern} }} OFFSET 999999999",
            "exists": f"SELECT * {{ ?x ?y ?z FILTER NOT EXISTS {{ {pattern} FILTER(STR(?a) = 'nobody') }} }}",
            "optional": f"SELECT (COUNT(*) AS ?n) {{ ?x ?y ?z OPTIONAL {{ {pattern} }} }}",
            "minus": f"SELECT (COUNT(*) AS ?n) {{ {pattern} MINUS {{ ?a ?x ?y . ?i ?z ?w . ?f ?v ?u }} }}",
            "union": f"SELECT (COUNT(*) AS ?n) {{ {{ {pattern} }} UNION {{ {pattern} }} }}",
            "subquery": f"SELECT (COUNT(*) AS ?n) {{ {{ SELECT * {{ {pattern} }} }} }}",
            "construct": f"CONSTRUCT {{ ?a ?b ?i }} {{ {pattern} FILTER(CONCAT(STR(?a), STR(?f), STR(?i)) = '') }}",
            "describe": f"DESCRIBE ?a {{ {pattern} FILTER(CONCAT(STR(?a), STR(?f), STR(?i)) = '') }}",
            "graphs": f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?x {{ ?p ?q ?r }} {pattern} }}",
        }.items():
            yield sparql(f"product of {size}, {form}", query)
    values = " ".join(map(str, range(40)))
    many = " ".join(f"VALUES ?v{i} {{ {values} }}" for i in range(8))
    yield sparql("product of lists", f"SELECT (COUNT(*) AS ?n) {{ {many} }}")
    sums = " + ".join(f"?v{i}" for i in range(8))
    yield sparql("product of lists, sums", f"SELECT (MAX({sums}) AS ?n) {{ {many} }}")


def _huge_answers() -> Iterator[Attack]:
    """Answers that never end."""
    product = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
    for accept in (
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ):
        yield Attack(f"huge answer, {accept}", get(f"SELECT * {{ {product} }}", f"Accept: {accept}"))
    for accept in ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"):
        yield Attack(f"huge graph, {accept}", get(f"CONSTRUCT {{ ?a ?e ?i }} {{ {product} }}", f"Accept: {accept}"))
    yield sparql("huge answer, one value", "SELECT (GROUP_CONCAT(STR(?c)) AS ?x) { ?a ?b ?c . ?d ?e ?f }")
    yield sparql("huge graph, described", "DESCRIBE ?a ?d { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")


def _paths() -> Iterator[Attack]:
    """Paths over everything, from everywhere to everywhere."""
    anything = "(<urn:none>|!<urn:none>)"
    for name, path in {
        "star": f"{anything}*",
        "star and back": f"({anything}|^{anything})*",
        "star of stars": f"(({anything}*)/({anything}*))*",
        "plus of plus": f"(({anything}+)+)+",
    }.items():
        yield sparql(f"path {name}", f"SELECT (COUNT(*) AS ?n) {{ ?a {path} ?b . ?c {path} ?d . ?e {path} ?f }}")
    chain = "/".join([anything] * 30)
    yield sparql(
        "path chain", f"SELECT (COUNT(*) AS ?n) {{ ?a ({chain}|^({chain})) ?b . ?c {anything}* ?d . ?e ?f ?g }}"
    )
    yield sparql(
        "path in a subquery",
        f"SELECT (COUNT(*) AS ?n) {{ ?s ?p ?o {{ SELECT ?x ?y {{ ?x ({anything}|^{anything})* ?y }} }} ?q ?r ?t }}",
    )


def _nesting() -> Iterator[Attack]:
    """Nests that overflow a stack."""
    for depth in (201, 3_000, 15_000):
        for name, text in {
            "groups": f"SELECT * {{ {'{' * depth} ?s ?p ?o {'}' * depth} }}",
            "groups left open": f"SELECT * {'{' * depth}",
            "brackets": f"SELECT * {{ FILTER({'(' * depth}1{')' * depth}) }}",
            "blank nodes": f"SELECT * {{ ?s ?p {'[ ?q ' * depth} 1 {']' * depth} }}",
            "lists": f"SELECT * {{ ?s ?p {'(' * depth} 1 {')' * depth} }}",
            "paths": f"SELECT * {{ ?s {'(' * depth}<urn:p>{')*' * depth} ?o }}",
        }.items():
            yield sparql(f"nested {name}, {depth}", text)
    for name, text in {
        "negations": f"SELECT * {{ FILTER({'!' * 50_000}1) }}",
        "additions": f"SELECT ({'+'.join(['1'] * 30_000)} AS ?x) {{ ?s ?p ?o . ?a ?b ?c }}",
        "alternatives": f"SELECT * {{ FILTER({'||'.join(['?x'] * 15_000)}) ?x ?y ?z . ?a ?b ?c . ?d ?e ?f }}",
        "unions": "SELECT * { " + "UNION".join(["{?s ?p ?o}"] * 3_000) + " ?a ?b ?c . ?d ?e ?f }",
        "sequence": f"SELECT (COUNT(*) AS ?n) {{ ?s {'/'.join(['^<urn:p>?'] * 5_000)} ?o . ?a ?b ?c . ?d ?e ?f }}",
        "optionals": "SELECT * { ?a ?b ?c " + "".join(f"OPTIONAL {{?a{i} ?b{i} ?c{i}}}" for i in range(1_500)) + " }",
        "close brackets": "SELECT * { " + "}" * 60_000,
    }.items():
        yield sparql(f"long {name}", text, HARMLESS)


def _doubling() -> Iterator[Attack]:
    """Values that double with each step."""
    for steps in (28, 40, 60):
        for name, start, step in (
            ("concat", "'xxxxxxxx'", "CONCAT(?x{0}, ?x{0})"),
            ("replace", "'xxxxxxxx'", "REPLACE(?x{0}, 'x', 'xx')"),
            ("encode", "'%%%%%%%%'", "ENCODE_FOR_URI(?x{0})"),
            ("squares", "7", "?x{0} * ?x{0}"),
        ):
            chain = " ".join(f"BIND({step.format(i)} AS ?x{i + 1})" for i in range(steps))
            harmless = HARMLESS if name in ("squares", "encode") else REFUSED  # numbers overflow into an error
            query = f"SELECT (STRLEN(STR(?x{steps})) AS ?n) {{ BIND({start} AS ?x0) {chain} }}"
            yield sparql(f"doubling {name}, {steps}", query, harmless)


def _patterns() -> Iterator[Attack]:
    """Regular expressions that take exponential time where they are tried by backtracking."""
    for number, pattern in enumerate(
        (
            "^(a+)+$",
            "^(a|a)*$",
            "^(a|aa)+$",
            "^(.*)*x$",
            "(.*){1,900}y",
            "(a?){500}a{500}",
            "((a{100}){100}){100}",
            "(x+x+)+y",
            "^(([a-z])+.)+[A-Z]([a-z])+$",
            "([a-zA-Z]+)*z",
            "(?i)(ſ|s|K|k)*q$",
            r"(\\p{L}{1,400}){1,200}",
        )
    ):
        text = "a" * 20_000
        yield sparql(f"pattern {number}", f"ASK {{ FILTER(REGEX('{text}!', '{pattern}')) }}", HARMLESS)
        rows = "?s ?p ?o . ?a ?b ?c . ?d ?e ?f"
        tried = f"SELECT (COUNT(*) AS ?n) {{ {rows} FILTER(!REGEX(CONCAT(STR(?o), STR(?c), STR(?f)), '{pattern}')) }}"
        yield sparql(f"pattern {number} on every row", tried)


def _calls(listener: int) -> Iterator[Attack]:
    """Whatever might make the service ask another server, or read a file."""
    away = f"http://127.0.0.1:{listener}/"
    prefix = f"PREFIX : <{away}> "
    for name, text in {
        "plain": "SELECT * { SERVICE <AWAY> { ?s ?p ?o } }",
        "silent": "SELECT * { SERVICE SILENT <AWAY> { ?s ?p ?o } }",
        "small": "SELECT * { service<AWAY>{ ?s ?p ?o } }",
        "variable": "SELECT * { VALUES ?x { <AWAY> } SERVICE ?x { ?s ?p ?o } }",
        "after a filter": "SELECT * { FILTER(1<2)SERVICE<AWAY>{?s ?p ?o} }",
        "hidden in a string": "SELECT * { FILTER(1<'>')SERVICE<AWAY>{?s ?p ?o} FILTER('a'!='b') }",
        "hidden by a comment": "SELECT * { FILTER(1<#>'''\n 2)SERVICE<AWAY>{?s ?p ?o} } #'''",
        "hidden by an escape": "SELECT * { BIND(<urn:\\u0061'> AS ?z) SERVICE <AWAY>{?s ?p ?o} BIND(<urn:'> AS ?y) }",
        "as a prefix": "SELECT * { BIND(1 AS ?y) SERVICE:x{?s ?p ?o} }",
        "as a prefix alone": "SELECT * { BIND(1 AS ?y) SERVICE:{?s ?p ?o} }",
        "after a word": "SELECT * { OPTIONAL { ?x ?y true } OPTIONAL { ?x ?y trueSERVICE<AWAY>{?s ?p ?o} } }",
        "after a number": "SELECT * { OPTIONAL { ?x ?y 1e1SERVICE<AWAY>{?s ?p ?o} } }",
        "after a dot": "SELECT * { OPTIONAL { ?x ?y :.SERVICE<AWAY>{?s ?p ?o} } }",
        "silent together": "SELECT * { BIND(1 AS ?y)SERVICESILENT<AWAY>{?s ?p ?o} }",
        "with a comment": "SELECT * { BIND(1 AS ?y) SERVICE#\n<AWAY>#\n{?s ?p ?o} }",
        "in a subquery": "SELECT * { { SELECT * { SERVICE <AWAY> { ?s ?p ?o } } } }",
        "in exists": "ASK { FILTER EXISTS { SERVICE <AWAY> { ?s ?p ?o } } }",
        "from": "SELECT * FROM <AWAY> { ?s ?p ?o }",
        "from named": "SELECT * FROM NAMED <AWAY> { GRAPH ?g { ?s ?p ?o } }",
        "from a prefix": "SELECT * FROM :graph { ?s ?p ?o }",
        "from a base": "BASE <AWAY> SELECT * FROM <graph> { ?s ?p ?o }",
        "from a file": "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "from a file named": "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
    }.items():
        yield sparql(f"call {name}", prefix + text.replace("AWAY", away))
    for parameter in ("default-graph-uri", "named-graph-uri"):  # of an empty graph, by the protocol
        graphs = f"&{parameter}={quote(away, safe='')}"
        yield Attack(f"call {parameter}", get("SELECT * { GRAPH ?g { ?s ?p ?o } }", graphs=graphs), HARMLESS)


def _updates(listener: int) -> Iterator[Attack]:
    """Whatever would change the graph."""
    away = f"http://127.0.0.1:{listener}/"
    for number, update in enumerate(
        (
            f"LOAD <{away}>",
            "LOAD <file:///etc/passwd>",
            "DROP ALL",
            "CLEAR DEFAULT",
            "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
            "DELETE WHERE { ?s ?p ?o }",
        )
    ):
        yield sparql(f"update {number} as a query", update)
        yield Attack(f"update {number}", post(update.encode(), "application/sparql-update"))
        form = f"update={quote(update, safe='')}".encode()
        yield Attack(f"update {number} in a form", post(form, "application/x-www-form-urlencoded"))
    for method in ("PUT", "DELETE", "PATCH"):
        yield Attack(f"update by {method}", request(method, "/sparql?default", "Content-Length: 0"))


def _encodings() -> Iterator[Attack]:
    """Bytes that are no text."""
    form = "application/x-www-form-urlencoded"
    yield Attack("bytes of UTF-16", post("ASK {}".encode("utf-16")))
    yield Attack("bytes of GB18030", post("ASK { ?s ?p '教育部' }".encode("gb18030")))
    yield Attack("charset UTF-16", post("ASK {}".encode("utf-16"), "application/sparql-query; charset=utf-16"))
    yield Attack("overlong", post(b"ASK { ?s ?p '\xc0\xaf' }"))
    yield Attack("surrogates", post(b"ASK { ?s ?p '\xed\xa0\x80' }"))
    yield Attack("cut short", post(b"ASK { ?s ?p '\xe6\x95"))
    yield Attack("zeros", post(b"\0" * 1000))
    yield Attack("zero in a query", post(b"ASK { ?s ?p 'a\0b' } \0"), HARMLESS)
    yield Attack("percent of Latin-1", get(b"ASK { ?s ?p '\xe9' }"))
    yield Attack("half a percent", request("GET", "/sparql?query=ASK%2"))
    yield Attack("percent of nothing", request("GET", "/sparql?query=%"))
    yield Attack("form of bytes", post(b"query=\xff\xfe", form))
    yield Attack("gzip", post(b"\x1f\x8b\x08" + b"\0" * 100, "application/sparql-query", "Content-Encoding: gzip"))
    yield Attack("escapes", post(b"ASK { ?s ?p '\\uD800' }"))
    yield Attack("bidi", post("ASK { ?s ?p '\u202e' \u202e }".encode()))


def _media_types() -> Iterator[Attack]:
    """What is sent or asked for in another format."""
    for media_type in (
        *("text/plain", "application/json", "application/xml", "multipart/form-data; boundary=x"),
        *("application/sparql-query-", "", ";", "*/*", "application/sparql-query, text/plain"),
    ):
        yield Attack(f"body of {media_type!r}", post(b"ASK {}", media_type))
    yield Attack("body of no type", post(b"ASK {}", None))
    for accept in (
        "image/png",
        "text/*;q=0, application/*;q=0",
        "application/sparql-results+json;q=0, x/y",
        "," * 5000,
    ):
        yield Attack(f"accept {accept[:40]}", get("ASK {}", f"Accept: {accept}"))
    yield Attack("two queries", request("GET", "/sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D"))
    yield Attack("a thousand parameters", request("GET", "/sparql?" + "&".join(f"a{i}=1" for i in range(1_500))))
    yield Attack("no query in a form", post(b"x=1", "application/x-www-form-urlencoded"))
    yield Attack("empty query", post(b""))


def _broken_http() -> Iterator[Attack]:
    """What is no HTTP, or too much of it, or only half of it."""
    closed = REFUSED | {0}
    long = "x" * 300_000
    yield Attack("huge address", request("GET", f"/sparql?query={'a' * 210_000}"), closed)
    yield Attack("huger address", request("GET", f"/sparql?query={long * 4}"), closed)
    yield Attack("huge path", request("GET", f"/{'a' * 100_000}"), closed)
    yield Attack("huge query", post(b"ASK { } #" + b"x" * 70_000))
    yield Attack("huge body", post(b"x" * 5_000_000), closed)
    yield Attack("a body that is announced", request("POST", "/sparql", "Content-Length: 99999999999999999999"), closed)
    yield Attack("a flood of headers", request("GET", "/sparql", *(f"X-{i}: {i}" * 9 for i in range(20_000))), closed)
    yield Attack("a long header", request("GET", "/sparql", f"X: {long * 2}"), closed)
    yield Attack("half a head", b"GET /sparql?query=ASK%20%7B%7D HTTP/1.1\r\nHost: x\r\nX: ", frozenset({0}))
    yield Attack("a byte", b"G", frozenset({0}))
    yield Attack("nothing", b"", frozenset({0}))
    type_and_length = ("Content-Type: application/sparql-query", "Content-Length: 100")
    yield Attack("half a body", request("POST", "/sparql", *type_and_length) + b"ASK", REFUSED)
    chunked = "Transfer-Encoding: chunked"
    yield Attack("half a chunk", request("POST", "/sparql", type_and_length[0], chunked) + b"ff\r\nASK", closed)
    yield Attack("bad chunks", request("POST", "/sparql", type_and_length[0], chunked) + b"zz\r\nASK\r\n", closed)
    yield Attack("two lengths", request("POST", "/sparql", "Content-Length: 1", "Content-Length: 2") + b"xx", closed)
    yield Attack("length and chunks", request("POST", "/sparql", "Content-Length: 1", chunked) + b"0\r\n\r\n", closed)
    yield Attack("negative length", request("POST", "/sparql", "Content-Length: -1"), closed)
    yield Attack("no HTTP", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 200, closed)
    yield Attack("another version", b"GET /sparql HTTP/9.9\r\n\r\n", HARMLESS | {0})
    yield Attack("zero in a header", b"GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n", closed)
    yield Attack("a line folded", b"GET /nothing HTTP/1.1\r\nHost: x\r\n X: a\r\n\r\n", closed)
    yield Attack("no host", b"GET /nothing HTTP/1.1\r\n\r\n", closed)
    yield Attack("a path upwards", request("GET", "/../../../../etc/passwd"))
    yield Attack("a path upwards, escaped", request("GET", "/%2e%2e/%2e%2e/etc/passwd%00"))
    yield Attack("a strange method", request("SPARQL\x7f", "/sparql"), closed)
    yield Attack("a proxy's method", request("CONNECT", "127.0.0.1:1"), closed)
    yield Attack("an upgrade", request("GET", "/nothing", "Upgrade: websocket", "Connection: Upgrade"), closed)
    product = get("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }").replace(b"Connection: close\r\n", b"")
    yield Attack("pipelined", product * 50)
