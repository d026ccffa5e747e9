"""A headless Chromium for tests, driven over its debugging pipe."""

import base64
import json
import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)


class Browser:
    """Chromium over its debugging pipe: JSON messages that end in NUL, on file descriptors 3 and 4."""

    def __init__(self, program: str, profile: Path, *flags: str) -> None:
        to_read, self._out = os.pipe()
        self._in, to_write = os.pipe()
        # The shell puts the pipe's ends on 3 and 4, which Chromium expects; by way of 8 and 9, so that none is lost.
        plumbing = f'exec 8<&{to_read} 9>&{to_write}; exec "$@" 3<&8 4>&9 8<&- 9>&-'
        self._process = subprocess.Popen(
            ["bash", "-c", plumbing, "sh", program, *FLAGS, *flags, f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(to_read, to_write),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(to_write)
        self._number = 0
        self._buffer = b""
        self._contexts: list[str] = []
        self.events: list[dict[str, Any]] = []

    def call(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        """One command and its answer; events that come in between are kept in `events`."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            chunk = os.read(self._in, 1 << 20)
            if not chunk:
                raise RuntimeError("Chromium ended")
            self._buffer += chunk
        message, _, self._buffer = self._buffer.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer

    def open(
        self,
        page: Path | str,
        fragment: str = "",
        size: tuple[int, int] = (1400, 900),
        features: Sequence[tuple[str, str]] = (),
        script: bool = True,
    ) -> "Tab":
        """A tab that has loaded `page`: a file, or an address."""
        context = self.call("Target.createBrowserContext")["browserContextId"]  # storage of its own
        target = self.call("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        tab = Tab(self, session)
        for domain in ("Page", "Runtime", "Network", "Log"):
            tab.call(f"{domain}.enable")
        tab.call("Emulation.setDeviceMetricsOverride", width=size[0], height=size[1], deviceScaleFactor=1, mobile=False)
        media = [{"name": "prefers-reduced-motion", "value": "reduce"}, *({"name": n, "value": v} for n, v in features)]
        tab.call("Emulation.setEmulatedMedia", features=media)
        if not script:
            tab.call("Emulation.setScriptExecutionDisabled", value=True)
        url = page if isinstance(page, str) else page.as_uri()
        tab.call("Page.navigate", url=url + (f"#{fragment}" if fragment else ""))
        if script:
            tab.wait("document.readyState === 'complete'")
        else:
            time.sleep(1)
        self._contexts.append(context)
        return tab

    def close_tabs(self) -> None:
        """Closes every tab with its storage, and forgets what happened there."""
        while self._contexts:
            self.call("Target.disposeBrowserContext", browserContextId=self._contexts.pop())
        self.events.clear()

    def close(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._in)
        os.close(self._out)


@dataclass
class Tab:
    """One page in the browser."""

    browser: Browser
    session: str

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        return self.browser.call(method, self.session, **params)

    def js(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page; an exception there is one here."""
        answer = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True, userGesture=True
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(
                str(answer["exceptionDetails"].get("exception", {}).get("description", answer["exceptionDetails"]))
            )
        return answer["result"].get("value")

    def wait(self, expression: str, seconds: float = 20) -> None:
        """Returns once `expression` is true."""
        end = time.monotonic() + seconds
        while not self.js(expression):
            if time.monotonic() > end:
                raise TimeoutError(expression)
            time.sleep(0.05)

    def key(self, key: str) -> None:
        """Presses one key: a character, or a name such as Enter."""
        text = key if len(key) == 1 else "\r" if key == "Enter" else ""
        codes = {"Enter": 13, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38, "Tab": 9}
        code = codes.get(key) or ord(key.upper())
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, text=text, windowsVirtualKeyCode=code)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def type(self, text: str) -> None:
        self.call("Input.insertText", text=text)

    def click(self, x: float, y: float) -> None:
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def frame(self) -> "Tab":
        """The one frame in the page, which has a process of its own when it is sandboxed."""
        targets = self.browser.call("Target.getTargets")["targetInfos"]
        (target,) = (target["targetId"] for target in targets if target["type"] == "iframe")
        inside = Tab(
            self.browser, self.browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        )
        inside.call("Runtime.enable")
        return inside

    def picture(self, path: Path) -> None:
        """Saves what the tab shows as PNG."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def events(self, method: str) -> list[dict[str, Any]]:
        return [
            e["params"] for e in self.browser.events if e.get("method") == method and e.get("sessionId") == self.session
        ]
