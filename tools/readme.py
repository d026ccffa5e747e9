"""The outputs in README.md are real: this script writes them there (`make readme`), or with --check compares.

A block that begins with `$ kg …` holds what that command prints in a folder that has data/ in it. That of `$ make demo`
holds the lines of the setup and then what `kg demo -o out` prints, that of `$ make accuracy` the tables of
bench/accuracy.py; that of `$ make test` is not touched.
"""

import os
import re
import subprocess
import sys
import tempfile
from difflib import unified_diff
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(
    r"(?<=^```console\n)\$ (?P<command>(?:kg |make demo|make accuracy).*)\n(?P<output>(?:.*\n)*?)(?=^```$)",
    re.MULTILINE,
)
SETUP = "Making .venv …\nInstalling the locked dependencies into .venv …\n"


def renewed(text: str) -> str:
    """The text with the outputs of today."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "data").symlink_to(ROOT / "data")
        return BLOCK.sub(lambda block: f"$ {block['command']}\n{printed(block['command'], folder)}", text)


def printed(command: str, folder: str) -> str:
    """What a command prints there, stderr included."""
    made = command == "make demo"
    scripts = {"make demo": "kg demo -o out", "make accuracy": f"'{sys.executable}' '{ROOT}/bench/accuracy.py'"}
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),  # this tree, whichever is installed
        "XDG_STATE_HOME": f"{folder}/.state",
        "COLUMNS": "120",
    }
    done = subprocess.run(
        scripts.get(command, command),
        shell=True,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
    )
    if done.returncode:
        raise SystemExit(f"{command}: exit code {done.returncode}\n{done.stdout}")
    return (SETUP if made else "") + done.stdout


def main() -> int:
    """0 if README.md is as it should be, or has been written."""
    old = README.read_text(encoding="utf-8")
    new = renewed(old)
    if sys.argv[1:] == ["--check"]:
        difference = list(unified_diff(old.splitlines(), new.splitlines(), "README.md", "real output", lineterm=""))
        print("\n".join(difference))
        return bool(difference)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
