"""For hatchling: a wheel ships what tools/web.py brings; an editable install doesn't wait for it.

KG_WEB=0 leaves it out of a wheel too.
"""

import importlib.util
import os
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WebHook(BuildHookInterface):  # type: ignore[misc]  # hatchling is there at a build alone
    """The files of kg/serve/assets/yasgui/, made before the wheel is packed."""

    PLUGIN_NAME = "custom"

    def _web(self) -> ModuleType | None:
        path = Path(self.root) / "tools" / "web.py"
        spec = importlib.util.spec_from_file_location("kg_tools_web", path)
        if os.environ.get("KG_WEB") == "0" or spec is None or spec.loader is None:
            return None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def dependencies(self) -> list[str]:
        """npm as a Python package, where the build needs npm and has none."""
        web = self._web()
        return [web.NODE] if web and not web.built() and web.npm() is None else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Before the wheel is packed; what can't be had is told, and is no reason to fail."""
        web = self._web() if version == "standard" else None
        if web is None:
            return
        try:
            web.build()
        except web.Unreachable as error:
            self.app.display_warning(f"The query page will be a plain form: {error}")
