"""SPARQL text, looked at before it is run: what is refused, and what an error means."""

import difflib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urljoin

MAX_DEPTH = 200  # the parser recurses: some thousand open braces would end the process
MAX_LENGTH = 200_000  # characters
UPDATES = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD"])

# Comments, strings and IRIs hold words that are no keywords. Alternatives are tried in order at each character; each is
# linear, and strings may not run over a line unless long.
_TOKEN = re.compile(
    r"""
    \#[^\n\r]*
    | (?P<iri><[^<>"{}|^`\x00-\x20]*>)
    | \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
    | (?P<name>[?$@]\w+ | [\w.-]*:[\w.:%\\-]*)
    | (?P<word>[A-Za-z]\w*)
    | (?P<open>[{(\[]) | (?P<close>[})\]])
    """,
    re.VERBOSE | re.DOTALL,
)

# Oxigraph reads by context and needs no space between words: `trueSERVICE<…>` and `SERVICE:x {` are calls, and in
# `ex:.SERVICE` a call follows a dot. So the word is taken for a call wherever it may be one: it is none in strings,
# comments, IRIs, variables, language tags, the local part of plain names, and as a prefix unless a brace follows.
_NO_CALL = re.compile(r"[?$]\w+|@[a-z]+|((?!\w*service)[a-z]\w*)?:[a-z_]\w*", re.IGNORECASE)
_AS_PREFIX = re.compile(r"service:([a-z_]\w*)?", re.IGNORECASE)
# What looks like an IRI may be a comparison: in `?x<'>'` a string begins where the tokens see none, and a string can
# hide a call. No comparison holds `//` before its first quotation mark or comment.
_MAYBE_LESS = re.compile(r"<(?:(?!//)[^'#])*['#]")


class QueryError(ValueError):
    """A query that cannot be run. `line` and `column` count from 1 and are 0 where no place is known."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(f"line {line}, column {column}: {message}" if line else message)
        self.line = line
        self.column = column


def check(query: str) -> None:
    """Raises QueryError for an update, a call to another server, or nesting that no query needs."""
    if not query.strip():
        raise QueryError("an empty query; try: SELECT ?s ?label { ?s a pk:Person ; rdfs:label ?label }")
    if len(query) > MAX_LENGTH:
        raise QueryError(f"a query of {len(query)} characters; at most {MAX_LENGTH}")
    if "SERVICE" in query.upper():
        _check_calls(query)
    depth, first = 0, True
    for token in _TOKEN.finditer(query):
        if token["open"]:
            depth += 1
            if depth > MAX_DEPTH:
                raise QueryError(f"nested more than {MAX_DEPTH} deep", *place(query, token.start()))
        elif token["close"]:
            depth -= 1
        elif word := (token["word"] or "").upper():
            if first and word in UPDATES:
                raise QueryError(f"{word} would change the graph; queries only read", *place(query, token.start()))
            first = first and word in ("PREFIX", "BASE")


def form(query: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE; "" where the query has none of them as its first word."""
    words = (token["word"].upper() for token in _prologue(query) if token["word"])
    return next((word for word in words if word in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")), "")


def with_prefixes(query: str, prefixes: Mapping[str, str]) -> str:
    """The query with a declaration of each prefix that it does not declare itself, on its first line: so the lines of
    an error stay what they are."""
    own = {token["name"].partition(":")[0] for token in _prologue(query) if token["name"]}
    declared = [f"PREFIX {name}: <{namespace}> " for name, namespace in prefixes.items() if name not in own]
    return "".join(declared) + query


def _prologue(query: str) -> Iterator[re.Match[str]]:
    """The tokens up to the first keyword that is neither PREFIX nor BASE, this one among them."""
    for token in _TOKEN.finditer(query):
        yield token
        if token["word"] and token["word"].upper() not in ("PREFIX", "BASE"):
            return


def _check_calls(query: str) -> None:
    prefix: re.Match[str] | None = None  # the token before, where it is `service:` or `service:x`
    for token in _TOKEN.finditer(query):
        if token[0].startswith("#"):
            continue
        text = token["name"] or token["word"] or ""
        call = None
        if prefix and token["open"]:
            call = prefix
        elif token["iri"] and _MAYBE_LESS.match(token["iri"]):
            call = token
        prefix = token if _AS_PREFIX.fullmatch(text) else None
        if not prefix and "SERVICE" in text.upper() and not _NO_CALL.fullmatch(text):
            call = token
        if call:
            raise QueryError("SERVICE would ask another server; not here", *place(query, call.start()))


def graphs_asked(query: str, base: str = "") -> list[str]:
    """The IRIs after FROM and FROM NAMED; a relative one is resolved against BASE or `base`, and left out without."""
    prefixes, found = dict[str, str](), []
    before: list[str] = []  # the last words and names, in capitals
    for token in _TOKEN.finditer(query):
        text = token[0]
        if text.startswith("#"):
            continue
        if token["iri"]:
            iri = _unescaped(text[1:-1])
            match before:
                case [*_, "BASE"]:
                    base = urljoin(base, iri)
                case [*_, "PREFIX", prefix]:
                    prefixes[prefix] = urljoin(base, iri)
                case [*_, "FROM"] | [*_, "FROM", "NAMED"]:
                    found.append(urljoin(base, iri))
        elif token["name"] and before[-1:] in (["FROM"], ["NAMED"]):
            prefix, colon, local = text.partition(":")
            found.append(prefixes.get(prefix.upper() + colon, "") + re.sub(r"\\(.)", r"\1", local))
        before = [*before[-1:], text.upper()]
    return [iri for iri in found if ":" in iri]


def _unescaped(iri: str) -> str:
    return re.sub(r"\\u([0-9A-Fa-f]{4})|\\U00([0-9A-Fa-f]{6})", lambda m: chr(int(m[1] or m[2], 16)), iri)


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a character, from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


_ERROR = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


@contextmanager
def explained(query: str) -> Iterator[None]:
    """Where a query is run: whatever Oxigraph has against it is a QueryError."""
    try:
        yield
    except SyntaxError as error:
        raise explain(query, error.msg or str(error)) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(str(error)) from error


def explain(query: str, error: str) -> QueryError:
    """What is wrong, in words: Oxigraph names the furthest place that it reached and the rules of its grammar there,
    which is seldom where the mistake is. So the usual mistakes are looked for first."""
    match = _ERROR.match(error)
    if match is None:
        return QueryError(error)
    line, column = int(match[1]), int(match[2])
    text = "\n".join([*query.split("\n")[: line - 1], query.split("\n")[line - 1][: column - 1]])
    if "Prefix not found" in match[3]:
        before = re.search(r"[\w-]*:[\w.-]*$", text)
        name = f" {before[0].partition(':')[0]}:" if before else ""
        return QueryError(f"the prefix{name} is not declared", *place(query, before.start() if before else len(text)))
    if mistake := _usual_mistake(query):
        return mistake
    rest = query[len(text) :].strip()
    found = f"“{rest[:20]}{'…' if len(rest) > 20 else ''}”" if rest else "the end of the query"
    return QueryError(f"not understood at or before {found}", line, column)


def _usual_mistake(query: str) -> QueryError | None:
    """A word that is no keyword, a quotation mark or a bracket that is not closed."""
    open_brackets: list[tuple[str, int]] = []
    end = 0
    for token in _TOKEN.finditer(query):
        gap = query[end : token.start()]
        if quote := re.search("['\"]", gap):
            return QueryError(f"a quotation mark {quote[0]} is not closed", *place(query, end + quote.start()))
        end = token.end()
        word, opened, closed = token["word"], token["open"], token["close"]
        if word and word.upper() not in KEYWORDS and word != "a":
            near = difflib.get_close_matches(word.upper(), KEYWORDS, n=1, cutoff=0.7)
            hint = f"did you mean {near[0]}?" if near else f"a variable is written ?{word}, a term pk:{word}"
            return QueryError(f"{word} is no keyword of SPARQL; {hint}", *place(query, token.start()))
        if opened:
            open_brackets.append((opened, token.start()))
        elif closed:
            if not open_brackets or _PAIRS[open_brackets[-1][0]] != closed:
                return QueryError(f"a {closed} too many", *place(query, token.start()))
            open_brackets.pop()
    if quote := re.search("['\"]", query[end:]):
        return QueryError(f"a quotation mark {quote[0]} is not closed", *place(query, end + quote.start()))
    if open_brackets:
        bracket, start = open_brackets[-1]
        return QueryError(f"a {bracket} is not closed; expected {_PAIRS[bracket]}", *place(query, start))
    return None


_PAIRS = {"{": "}", "(": ")", "[": "]"}

KEYWORDS = frozenset(
    re.findall(
        r"\w+",
        """
    BASE PREFIX SELECT CONSTRUCT DESCRIBE ASK DISTINCT REDUCED AS FROM NAMED WHERE GROUP BY HAVING ORDER ASC DESC
    LIMIT OFFSET VALUES UNDEF OPTIONAL GRAPH SERVICE SILENT BIND MINUS UNION FILTER EXISTS NOT IN TRUE FALSE
    SEPARATOR LATERAL COUNT SUM MIN MAX AVG SAMPLE STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL
    FLOOR ROUND CONCAT STRLEN UCASE LCASE CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES
    SECONDS TIMEZONE TZ NOW UUID STRUUID COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC
    REGEX SUBSTR REPLACE ADJUST TRIPLE SUBJECT PREDICATE OBJECT ISTRIPLE VERSION HASLANG HASLANGDIR LANGDIR
    STRLANGDIR GROUP_CONCAT ENCODE_FOR_URI MD5 SHA1 SHA256 SHA384 SHA512
    """,
    )
)
