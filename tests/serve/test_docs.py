"""What docs/serving.md would have people copy is understood by those it is for."""

import argparse
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kg.cli import serve
from tests.serve.server import ROOT

TEXT = (ROOT / "docs" / "serving.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    return str(found)


def run(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_limit_is_there() -> None:
    parser = argparse.ArgumentParser()
    serve.arguments(parser)
    options = {option for action in parser._actions for option in action.option_strings} - {"-h", "--help"}
    assert {option for option in options if f"`{option}" not in TEXT and option not in TEXT} == set()
    assert set(re.findall(r"`(--[\w-]+)", TEXT)) <= options


@pytest.mark.skipif(not (shutil.which("nginx") and shutil.which("openssl")), reason="needs nginx and openssl")
def test_nginx_takes_it(tmp_path: Path) -> None:
    key, certificate = tmp_path / "kg.key", tmp_path / "kg.pem"
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=kg.example.org"]
    run(*request, "-keyout", key, "-out", certificate)
    text = block("nginx").replace("/etc/ssl/kg.key", str(key)).replace("/etc/ssl/kg.pem", str(certificate))
    assert str(key) in text and str(certificate) in text
    configuration = tmp_path / "nginx.conf"
    configuration.write_text(f"pid {tmp_path}/nginx.pid;\nevents {{}}\nhttp {{\n{text}\n}}\n")
    run("nginx", "-t", "-q", "-p", tmp_path, "-c", configuration)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd-analyze")
def test_systemd_takes_it(tmp_path: Path) -> None:
    text, changed = re.subn("ExecStart=[^ ]*", "ExecStart=/bin/true", block("ini"))
    assert changed == 1
    unit = tmp_path / "kg.service"
    unit.write_text(text)
    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, encoding="utf-8", timeout=60)
    assert not [line for line in done.stderr.splitlines() if "kg.service" in line], done.stderr
