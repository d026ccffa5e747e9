"""On which day an article has it that its people held their posts: that of what it reports, not that of its printing.

The last day of the event that it reports; without one, the last day named in the first sentence of the running text that names any;
without that, the day of publication. Days that lie long before publication are history, and report nothing.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from kg.mentions.found import Found
from kg.model import LineRole, Occurrence

_NEWS = timedelta(days=31)


def reported_day(found: Found, occurrences: Iterable[Occurrence]) -> str | None:
    """An ISO day, month or year, None where the article leaves it open."""
    published = found.page.published
    held = [day for o in occurrences if (day := o.until or o.date) and _is_news(day, published)]
    if held:
        return held[0]
    return _lead_day(found) or published


def _lead_day(found: Found) -> str | None:
    for sentence in found.page.sentences:
        if sentence.role is not LineRole.BODY:
            continue
        named = [day.until or day.iso for day in found.day_index.within(sentence.start, sentence.end)]
        if news := [day for day in named if _is_news(day, found.page.published)]:
            return news[-1]
        if named:
            return None
    return None


def _is_news(day: str, published: str | None) -> bool:
    """Whether a day is a full one, and not long before publication or after it."""
    try:
        said = date.fromisoformat(day)
        return published is None or timedelta() <= date.fromisoformat(published) - said <= _NEWS
    except ValueError:  # the year is open, or publication is known by its month alone
        return False
