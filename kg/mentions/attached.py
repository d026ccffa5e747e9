"""Names that stand right behind a body: each in a list (甲中学张某某、乙中学李某等校长, 甲公司王某、乙集团赵某作交流), or as one of its kind."""

import re
from collections.abc import Iterator, Sequence

from kg.mentions.body import Body
from kg.mentions.chinese_name import ChineseNames
from kg.mentions.person import Name

RULE = "behind a body"
_SLOT = re.compile("[一-鿿]{2,4}(?=[、，等和及赴])")
# 甲公司张某某作为企业代表发言
_AS_ONE_OF = re.compile("[一-鿿]{2,4}(?=作为[^，。；]{0,40}代表)")
_FEWEST = 2  # one slot behind a body may hold anything


def attached(text: str, bodies: Sequence[Body], names: ChineseNames) -> Iterator[list[Name]]:
    """The names of each list in which two bodies and more are followed by one each, nothing between."""
    chain: list[Name] = []
    for body in bodies:
        spoke = _AS_ONE_OF.match(text, body.end)
        if spoke and names.fills(body.end, spoke.end()):
            yield [Name(body.end, spoke.end(), spoke.group(), RULE)]
        slot = _SLOT.match(text, body.end)
        if chain and body.start != chain[-1].end + 1:
            if len(chain) >= _FEWEST:
                yield chain
            chain = []
        if slot and names.fills(body.end, slot.end()):
            chain.append(Name(body.end, slot.end(), slot.group(), RULE))
    if len(chain) >= _FEWEST:
        yield chain
