"""An Oxigraph server of the tests' own: on loopback, in memory, for as long as a `with` lasts."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

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
    with (folder / "output").open("wb") as output:
        command = [_PROGRAM, "serve", "--bind", address]
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    try:
        end = time.monotonic() + 30
        while True:
            try:
                build_opener(ProxyHandler({})).open(f"{url}/query?query=ASK%7B%7D", timeout=5).close()
                break
            except (URLError, OSError):
                if time.monotonic() > end or process.poll() is not None:
                    said = (folder / "output").read_text(encoding="utf-8", errors="replace")
                    raise RuntimeError(f"Oxigraph does not answer: {said[-500:]}") from None
                time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)
