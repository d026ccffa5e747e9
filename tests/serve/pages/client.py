"""What a client asks of a service on this machine, and what it is told."""

import http.client
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin


@dataclass(frozen=True)
class Reply:
    """One answer; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8-sig")

    @property
    def page(self) -> "Page":
        page = Page()
        page.feed(self.text)
        page.close()
        return page


@dataclass(frozen=True)
class Service:
    """A service on a port of 127.0.0.1."""

    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, accept: str = "text/html", method: str = "GET", body: bytes | None = None,
            **headers: str) -> Reply:  # fmt: skip
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            more = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, {"Accept": accept, **more})
            answer = connection.getresponse()
            return Reply(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()


class Page(HTMLParser):
    """What a page is made of: each element with its attributes, its text, and its links."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    @property
    def addresses(self) -> list[str]:
        """What href, src and action name."""
        return [a[name] for _, a in self.elements for name in ("href", "src", "action") if name in a]

    def targets(self, base: str) -> set[str]:
        """Where its addresses lead, without their fragments."""
        return {urldefrag(urljoin(base, address)).url for address in self.addresses}
