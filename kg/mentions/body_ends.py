"""Where a body ends at which a post may begin: with its marks, with its term, with what says for where or for whom.

甲学会第九届理事会|理事长, 甲县政协第十届|主席, 甲大学第九任|校长        甲基金会驻华|代表        甲孔子学院中方|院长        甲大学（乙科学院）|校长
甲派出|所长: a body and its head may share a character.
"""

import re
from collections.abc import Container, Iterable

from kg.mentions.body import Body

_COLUMN = re.compile("[ 　]{1,8}")  # between the columns of a list: 某某大学 校长
_IN_BRACKETS = re.compile("（[一-鿿“”·]{2,20}）")
_HEADS = "(?:常务|执行|名誉)?副?(?:主席|主任|会长|理事长|监事长|秘书长)"
_INSERTED = re.compile(
    f"(?:第[一二三四五六七八九十百0-9]{{1,3}}|首)届(?:理事会|监事会|董事会|(?={_HEADS}))"
    f"|第[一二三四五六七八九十]{{1,2}}任(?={_HEADS}|副?[校院所馆]长)"
    "|驻(?:华|中国)(?=(?:首席|副|总|助理)?代表(?![处团队机]))|[中外]方(?=(?:常务|执行)?副?院长)"
)


def body_ends(text: str, bodies: Iterable[Body], title_at: Container[int]) -> dict[int, Body]:
    """Each body by where it ends, and by where what belongs to it ends."""
    ending, bare = dict[int, Body](), dict[int, Body]()
    for body in bodies:
        bare[body.end] = body
        if text.startswith("（", body.end) and (second := _IN_BRACKETS.match(text, body.end)):
            ending[second.end()] = body
        elif inserted := _INSERTED.match(text, body.end):
            ending[inserted.end()] = body
        elif text.startswith("”", body.end) and text[body.start - 1 : body.start] == "“":
            ending[body.end + 1] = body
        elif (gap := _COLUMN.match(text, body.end)) and gap.end() in title_at:
            ending[gap.end()] = body
        elif text.startswith("长", body.end):
            ending |= {start: body for start in (body.end - 1, body.end - 2) if start in title_at}
    return ending | bare
