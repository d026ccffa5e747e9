"""Names right behind a body: each in a list (甲中学张某某、乙中学李某等校长), the first of several (甲局张某某、李某), or as one of its kind."""

import re
from collections.abc import Collection, Iterator, Sequence

from kg.mentions.body import Body
from kg.mentions.chinese_name import ChineseNames
from kg.mentions.person import Name

RULE = "behind a body"
_SLOT = re.compile("[一-鿿]{2,4}(?=[、，等和及赴])")
# 甲公司张某某作为企业代表发言
_AS_ONE_OF = re.compile("[一-鿿]{2,4}(?=作为[^，。；]{0,40}代表)")
_FEWEST = 2  # one slot behind a body may hold anything


def attached(text: str, bodies: Sequence[Body], names: ChineseNames, starts: Collection[int]) -> Iterator[list[Name]]:
    """The names of each list in which two bodies and more are followed by one each, nothing between; and the first name of a list
    behind a body where the next is one of those that start at `starts`."""
    chain: list[Name] = []
    for body in bodies:
        spoke = _AS_ONE_OF.match(text, body.end)
        if spoke and names.fills(body.end, spoke.end()):
            yield [Name(body.end, spoke.end(), spoke.group(), RULE)]
        slot = _SLOT.match(text, body.end)
        name = Name(*slot.span(), slot.group(), RULE) if slot and names.fills(*slot.span()) else None
        if name is not None and text[name.end] == "、" and name.end + 1 in starts:
            yield [name]
        if chain and body.start != chain[-1].end + 1:
            if len(chain) >= _FEWEST:
                yield chain
            chain = []
        if name is not None:
            chain.append(name)
    if len(chain) >= _FEWEST:
        yield chain
