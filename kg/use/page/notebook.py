"""The page inside a notebook cell."""

from html import escape


def notebook_html(page: str, height: int | str = 640) -> str:
    """`page` in an iframe of its own, for `_repr_html_`: it may run its scripts and save a picture, and nothing else.

    `height` is a number of pixels or a CSS length. The iframe has no origin, so the page reaches neither the
    notebook's cookies nor its document.
    """
    size = f"{height}px" if isinstance(height, int) else height
    return (
        '<iframe title="知识图谱 · knowledge graph" sandbox="allow-scripts allow-downloads" '
        f'style="width:100%;height:{escape(size)};border:1px solid #8884;border-radius:8px" '
        f'srcdoc="{escape(page)}"></iframe>'
    )
