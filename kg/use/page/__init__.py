"""The view: one HTML file that shows the graph and, for every statement, the words of the article that say it."""

from kg.use.page.build import build_page
from kg.use.page.notebook import notebook_html

__all__ = ["build_page", "notebook_html"]
