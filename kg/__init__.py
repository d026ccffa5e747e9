"""policy-kg: Chinese policy news in, an evidenced knowledge graph out.

    graph = kg.build(["news/"])

`read`, `extract` and `build` are the library; what they return is described in `kg.model` and `kg.pipeline`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.pipeline import Build, build, extract, read

__version__ = "0.1.0"
__all__ = ["Build", "build", "extract", "read"]


def __getattr__(name: str) -> Any:
    """Load the pipeline when it is first asked for: `import kg` stays quick, and so does `kg --help`."""
    if name in __all__:
        from kg import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
