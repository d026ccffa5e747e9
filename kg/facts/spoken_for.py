"""For whom somebody speaks at a post without a body: 某部举行发布会，由新闻发言人甲主持; 校长甲代表某某大学."""

import re

from kg.mentions.body import Body
from kg.mentions.found import Found
from kg.mentions.title import Title

_HOLDS = re.compile("(?:(?:今[天日]|近日|日前|\\d{1,2}[日月]|[上下]午)*)(?:举行|召开|举办|就[^，。；]{2,30}举行)")


def spoken_for(found: Found, title: Title) -> str | None:
    """The body that holds what its 新闻发言人 speaks at: 某部举行发布会，由新闻发言人甲主持."""
    sentence = found.sentence_at(title.start) if title.text.endswith("发言人") else None
    if sentence is None:
        return None
    near = found.body_index.within(sentence.start, title.start)
    return next((found.body_name(b) for b in near if _HOLDS.match(found.page.text, b.end)), None)


def speaks_for(found: Found, position: int) -> Body | None:
    """The body that 代表 right after a title names: 蒋某某校长代表某某大学."""
    if not found.page.text.startswith("代表", position):
        return None
    return next((b for b in found.body_index.within(position + 2, position + 40) if b.start == position + 2), None)
