"""An Oxigraph server of the tests' own: on loopback, in memory, for as long as a `with` lasts."""

import shutil
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

from tests.exchange.running import running

_PROGRAM = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
MISSING = "" if _PROGRAM else "needs the package oxigraph, which `make setup` puts beside this Python"


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """Start a server in an empty folder, and stop it; the URL under which it has /query, /update and /store."""
    assert _PROGRAM
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    url = f"http://{address}"

    def ask() -> None:
        build_opener(ProxyHandler({})).open(f"{url}/query?query=ASK%7B%7D", timeout=5).close()

    with running("Oxigraph", [_PROGRAM, "serve", "--bind", address], folder, ask, 30):
        yield url
