"""The heads of many schools, who meet, travel or learn together: no body ends in the word for their schools."""

import re

_HEADS_MEET = re.compile(
    "[校院]长(?:农业|教育|国际|全球|高端|高峰|圆桌|合作|交流|发展|创新|战略){0,3}(?:论坛|联席|会议|峰会|对话|沙龙|大会)"
)
_OF_SEVERAL = re.compile(
    "[—–－-][一-鿿]{2,6}\\Z|(?:[两海峡]岸|中外|内地|世界|全球|国际|亚洲|亚太|省|[内两三]地|港澳)\\Z"
)
_GRADES = ("中学", "小学", "高中", "初中", "中小学")
# A title that names whom a body is for: 校长培训中心, 院长联谊会.
NO_POST = re.compile(
    "(?:校长|园长|院长|馆长|书记|教师|经理)(?:培训|进修|联谊|协会|联盟|研修|发展|学院|俱乐部|论坛|工作室|联席|(?:考察|访问|参访|访华|参观|交流|代表)团)|部长(?:组织|会议)"
    "|(?:教师|专家|院士|法官|学生|干部)(?:工作|教育|管理|服务)[司处部局办科室]"
)


def are_heads(text: str, suffix: int, end: int) -> bool:
    """Whether the word at [suffix, end) is that for the schools of such heads: 两岸大学|校长农业论坛, 高中|校长访华团."""
    if text[suffix:end] in _GRADES and NO_POST.match(text, end):
        return True  # 中学校长培训中心
    return bool(_HEADS_MEET.match(text, end) and _OF_SEVERAL.search(text, max(0, suffix - 8), suffix))
