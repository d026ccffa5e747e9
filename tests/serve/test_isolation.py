"""A process that has given up its network can't reach even this machine."""

import socket
import subprocess
import sys

import pytest

from tests.serve.server import ROOT

TRY = """
import socket, sys
from kg.serve import isolation
if not getattr(isolation, sys.argv[1])():
    sys.exit("can't be had")
try:
    socket.create_connection(("127.0.0.1", int(sys.argv[2])), 5)
except OSError as error:
    print("refused", error)
else:
    print("reached")
"""


@pytest.mark.parametrize("way", ["network_of_its_own", "no_sockets", "without_network"])
def test_nothing_is_reached(way: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        command = [sys.executable, "-c", TRY, way, str(listener.getsockname()[1])]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60)
        if "can't be had" in done.stderr:
            pytest.skip(f"{way}: this machine doesn't allow it")
        assert done.stdout.startswith("refused"), done
        with pytest.raises(TimeoutError):
            listener.accept()
