"""What an event holds or tells of: a press conference, a contest, a session of its own; and what is told only as having gone well.

某某大会今天举行新闻发布会        某某文化节举办摄影大赛        介绍了召开某某大会、完成换届的情况
"""

import re

from kg.mentions.event_name import event_name, is_deictic

_PRESS = re.compile("(?:首[场次]|第[一二三四五六七八九十\\d]+场)?(?:新闻发布会|新闻通气会|记者会|吹风会|记者招待会)")
_NO_OTHER = re.compile(
    "第[一二三四五六七八九十\\d]{1,3}次|\\d[余多]?[场项个次]|、"
)  # its own sessions, and no one event
_TELLS_HOW = re.compile("(?:介绍|汇报|通报|报告|总结|交流|分享)(?:了|[^，。；]{2})")
_HOW_IT_IS = re.compile("[^，。；]{2,60}(?:情况|经验|做法|成果|成效|历程)(?![一-鿿])")


def is_another(text: str, verb_end: int, name: tuple[int, int]) -> bool:
    """Whether the name behind the verb is that of an event of its own, which the event before the verb holds."""
    if _PRESS.match(text, verb_end):
        return True
    own = name[0] == verb_end and not _NO_OTHER.search(text, *name)
    return own and not is_deictic(event_name(text[slice(*name)]))


def is_account(text: str, start: int, verb: int, verb_end: int, end: int) -> bool:
    """Whether a sentence says only that somebody gave an account of how something was held."""
    return _TELLS_HOW.search(text, start, verb) is not None and _HOW_IT_IS.match(text, verb_end, end) is not None
