"""The page around the data: our template filled by pyvis, vis-network inlined, a policy that forbids all else."""

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyvis
from markupsafe import Markup
from pyvis.network import Network

TEMPLATE = Path(__file__).parent / "template"
SCRIPTS = (
    "state.js",
    "words.js",
    "shapes.js",
    "canvas.js",
    "focus.js",
    "panel.js",
    "search.js",
    "legend.js",
    "main.js",
)


def _dumps(value: object, **options: Any) -> str:
    """JSON in UTF-8; U+2028 and U+2029 end a line in JavaScript of old, so they are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), **options)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _read(path: Path) -> str:
    """A script or style sheet to stand between its tags as it is."""
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    if "</script" in text.lower() or "</style" in text.lower() or "<!--" in text:
        raise ValueError(f"{path.name} can't be inlined: it would end its own element")
    return text


def _version(path: Path) -> list[int]:
    """[9, 1, 2] of …/vis-9.1.2/vis-network.min.js; pyvis ships an older one besides."""
    return [int(part) for part in path.parent.name.removeprefix("vis-").split(".")]


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"


def render(network: Network, data: dict[str, Any], **words: Any) -> str:
    """The HTML of `network` with `data` for the scripts and `words` for the template, which escapes them."""
    vis = _read(max((Path(pyvis.__file__).parent / "lib").glob("vis-*/vis-network.min.js"), key=_version))
    vis = vis.partition("//# sourceMappingURL")[0]  # developer tools would ask for a file that is not there
    script = "(() => {\n" + "\n".join(_read(TEMPLATE / name) for name in SCRIPTS) + "})();\n"
    style = _read(TEMPLATE / "style.css")
    policy = (
        f"default-src 'none'; script-src {_hash(vis)} {_hash(script)}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    network.set_template_dir(str(TEMPLATE), "page.html")
    network.templateEnv.autoescape = True
    network.templateEnv.policies["json.dumps_function"] = _dumps
    network.templateEnv.globals.update(
        policy=policy, vis=Markup(vis), script=Markup(script), style=Markup(style), data=data, **words
    )
    return str(network.generate_html())
