"""Words over which no name of a body reaches: 现任, 本报讯, 媒体称; and the last one before a word."""

import re
from bisect import bisect_right
from collections.abc import Sequence

# No name reaches over these: 开幕式上 + a team, 揭牌仪式暨 + a hospital, 现任 + a company, 本报讯 + a bank, 媒体称 + a bank, 继 + a task force.
# It begins with a set of characters, which `re` finds quickly, and looks back at what makes one of them an edge.
_EDGE = re.compile(
    r"[任据讯电称在受应掌上暨括有继从由同是到赴调以员传](?=[一-鿿（“A-Za-z])"
    r"(?:(?<=成员包括)|(?<=同志调)|(?<=有)(?:(?<=还有)|(?<=成员有)|(?<=[，：]有)|(?<=企业有)|(?<=单位有)|(?<=[学院高分]校有)|(?<=机构有))(?![色机限研线氧轨关])|(?<=是)(?<!求是)|(?<=[曾已将再又后队][到赴])|(?<=[出接执]掌)|(?<=[历现曾兼时担出就升转改调接连再续卸聘留今月年后日]任)|(?<=[任据])(?<![一-鿿].)(?!务|职|期|命|教|点|地|理)"
    r"|(?<=[讯电])(?:(?<=[本日晚]报.)|(?<=本刊.)|(?<=[社网].)|(?<=\d日.))"
    r"|(?<=称)(?:(?<=[一-鿿]据.)|(?<=报道.)|(?<=媒体.)|(?<=人士.)|(?<=律师.)|(?<=专家.)|(?<=消息.)|(?<=记者.)|(?<=分析.)|(?<=分析师.))"
    r"|(?<=上)(?:(?<=[仪幕闭]式.)|(?<=[典礼展会动赛坛]上)(?<=(?:典礼|[大年峰]会|论坛|活动|比赛|会议).))|(?<=暨)(?<=[式礼动会议训坛].)"
    r"|(?<=同)(?:(?<=[愿将会可并再已还]同)|(?=[省市县区州](?:[教科人财发卫文农商民公工体住交]|委|政府))|(?=[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔滇藏陕甘青宁蒙新](?:师|工|财|农|医)?大)|(?<![一-鿿].)(?=[一-鿿]{2,4}?[省市县区州])(?![济仁安江心德乡]))"
    r"|(?<=记者从)|(?<=由)(?:(?<![一-鿿].)|(?<=[先再又则将仍均都也已改转并还]由))(?!来|于|此|衷)"
    r"|(?<=[年月日今]在)|(?<=集团以)(?=[一-鿿]{2,10}[学校院司]为)|(?<=网传)|(?<=盟成员)(?=[一-鿿]{2,10}[学校院司])|(?<=[局厅委校院部处]在)(?=[局厅委校院部处])|(?<=继)(?<![一-鿿].)(?![续承任电])|(?<=享受)(?=国务院|政府|省)|(?<=应)(?<![一-鿿].)(?![用急对届聘考征试当战]))"
)


def word_barriers(text: str) -> list[int]:
    """Offsets that no name reaches over, beside titles and persons."""
    return [m.end() for m in _EDGE.finditer(text)]


def last_barrier(barriers: Sequence[int], position: int) -> int:
    """The last offset up to `position` that no name may reach over, 0 without one."""
    index = bisect_right(barriers, position)
    return barriers[index - 1] if index else 0
