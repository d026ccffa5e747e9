"""Who asks: a user and a password, or a token, from the environment, and how they are shown to a server."""

import base64
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field

import httpx

USER, PASSWORD, TOKEN = "KG_SPARQL_USER", "KG_SPARQL_PASSWORD", "KG_SPARQL_TOKEN"


class CredentialError(ValueError):
    """Credentials that are not whole, or stand where others read them."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What the environment holds; empty where it holds nothing. Never printed: `repr` leaves the secrets out."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.user or self.token)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What no message may show, the longest first, in each form in which it travels."""
        pair = base64.b64encode(f"{self.user}:{self.password}".encode()).decode() if self.user else ""
        return tuple(sorted(filter(None, {self.password, self.token, pair}), key=len, reverse=True))

    def hidden(self, text: str) -> str:
        """The text without any secret: a server may send back what it was sent."""
        for secret in self.secrets:
            text = text.replace(secret, "•••")
        return text


def credentials(environment: Mapping[str, str]) -> Credentials:
    """What the environment holds; raises CredentialError for a password without a user, and the like."""
    user, password, token = (environment.get(name, "") for name in (USER, PASSWORD, TOKEN))
    if token and (user or password):
        raise CredentialError(f"both {TOKEN} and {USER} or {PASSWORD} are set; one way is enough")
    if bool(user) != bool(password):
        raise CredentialError(f"{USER if user else PASSWORD} is set, {PASSWORD if user else USER} is not")
    try:
        token.encode("ascii"), user.encode(), password.encode()
    except UnicodeEncodeError:
        raise CredentialError(f"{USER}, {PASSWORD} or {TOKEN} holds characters that can't be sent") from None
    return Credentials(user, password, token)


class Authentication(httpx.Auth):
    """Shows credentials in the way that the server asks for: a token at once, a password by Digest or Basic only when
    the server asks. The way it asked for is remembered, so that later requests go once."""

    requires_response_body = False

    def __init__(self, given: Credentials) -> None:
        self._given = given
        self._way: httpx.Auth | None = None
        self.in_clear = bool(given.token)  # whether what is sent can be read on the way, unless the way is encrypted

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._given.token:
            request.headers["Authorization"] = f"Bearer {self._given.token}"
            yield request
            return
        if not self._given:
            yield request
            return
        if self._way is None:
            response = yield request
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return
            self._way = self._asked(response.headers.get_list("www-authenticate"))
        yield from self._way.auth_flow(request)

    def _asked(self, challenges: list[str]) -> httpx.Auth:
        if any(challenge.lower().lstrip().startswith("digest") for challenge in challenges):
            return httpx.DigestAuth(self._given.user, self._given.password)
        self.in_clear = True
        return httpx.BasicAuth(self._given.user, self._given.password)
