"""Who unveils, starts or hands over something at an event: 甲、乙共同为…揭牌, 甲把旗帜授予乙, 为…揭牌的是甲."""

import re
from collections.abc import Iterator

from kg.facts.gatherings import Gatherings
from kg.facts.inverted import following
from kg.facts.speakers import People, person, relation
from kg.mentions.found import Found
from kg.mentions.other_times import elsewhen
from kg.model import Relation, Sentence

_UNVEIL = re.compile(
    r"(?=[共一同分先联携等，为颁授揭剪赠上按推启触开点转发鸣把将向从现注担作代拉])(?:(?:共同|一起|一同|一道)(?:为[^，。；]{2,24}?)?(?:启幕|揭幕)(?=[，。；])|(?:共同|一起|一同|一道|分别|先后|联合|携手|等领导|等嘉宾|，(?=[揭按推启触开点转剪]))*(?:为[^，。；]{2,44}?(?:揭牌|揭幕|授牌|颁奖|剪彩|授旗|颁发|授予|授(?=“)|拨穗|[扶拨]正?流苏|[发鸣]枪|鸣[笛锣哨]|发令|开球|点睛)|(?:颁奖|授旗|授牌|揭幕|揭牌|剪彩)(?=[，。；])|赠送“|上台(?:领奖|剪彩)|(?:(?<=[共一联携][同起道合手])|(?<=[共一联携][同起道合手]，))(?:按下|推动|启动|触摸|开启|点亮|转动|剪彩|揭牌|揭幕|揭开|揭下|拉下|[发鸣]枪|鸣[笛锣哨]|开球|点睛)|"
    r"(?P<gives>[把将][^，。；]{1,24}?(?:颁发|授予|颁授|递交|递|交|移交|赠送?)(?:给|到)?|向(?=[^，。；]{2,40}?(?:授旗|授牌|颁奖|颁发|颁授|赠书|赠送|授予|授(?=“)|捐)))|(?P<takes>从(?=[^，。；]{2,40}?手[中里上]?(?:接过|接受|领取|接下)))|(?:现场|上台)?颁发了?[^，。；]{0,12}(?:证书|聘书|奖[牌杯状金]|牌匾|锦旗)(?=[，。；])|(?:按[下动]|推动|触[摸动]|开启|转动|点亮)(?:活动|仪式|大会|大赛)?的?(?:启动|按钮|推杆|启幕)[一-鿿]{0,4}(?=[，。；])|(?:启动|点亮|开启|推动|触摸|触动|转动|注入)[一-鿿]{0,8}(?:光柱|水晶球|启动球|能量球|大屏幕?|彩灯|灯塔|巨轮|转盘|舵盘|装置|按钮|推杆)(?=[，。；])|推杆启动|上台(?:推杆|签约|签字|揭牌|启动|授牌|颁奖)|担任[^，。；]{0,12}(?:评委|裁判长?|点评嘉宾|评审)(?=[，。；])|作为[^，。；]{1,12}代表(?:，?(?:上台|现场|分别|共同|正式))*(?:签署|签订|签[约字])|代表[^，。；]{2,24}?(?:捐赠|(?:(?<=[双各两三]方)|(?<=[双各两三]方(?:分别|共同))|上台|现场)签[约字]|接受捐赠|承接|接收|接牌|接旗|领奖|受捐|受牌|接过)))"
)
_HANDED = re.compile("授[旗牌予“]|颁[奖发授]|赠|捐")
# 为…揭牌的是甲和乙.
_UNVEILED_BY = re.compile(
    "(?:为[^，。；]{2,40}?(?=[揭授颁剪])(?:揭牌|揭幕|授牌|颁奖|剪彩|授旗|颁发[^，。；]{0,16}|授予[^，。；]{0,16})|(?:共同)?(?:按下|启动|剪彩|揭开)[^，。；]{0,20}|代表[^，。；]{2,24}?(?:在[^，。；]{1,24}上)?(?:签字|签约|落笔|签名|签署[^，。；]{0,24}|签订[^，。；]{0,24}))的(?:嘉宾|领导|还|分别|代表|，)*(?:有|是|为)[：:]?"
)
# Without one of these nothing is unveiled.
_UNVEILED = re.compile(
    "揭牌|揭幕|授牌|授“|拨穗|流苏|颁奖|剪彩|授旗|颁发|授予|枪|鸣|发令|开球|点睛|领奖|承接|接收|接过|接受|领取|接下|共同|一道|一起|一同|携手|联手|联合|颁授|递|交|赠|按[下动]|启动|揭开|签|捐|落笔|推杆|上台|评委|裁判|评审|启幕|按钮|光柱|水晶球|启动球|能量球|大屏|彩灯|灯塔|巨轮|转盘|舵盘|装置|推杆"
)
# By these alone, without what it is done to: on no other day, and by nobody who is sent.
_BARE = ("颁奖", "授旗", "授牌", "揭幕", "揭牌", "剪彩", "赠送“")
_OTHERWISE = re.compile("\\d月\\d|\\d年|委托|将由|为[^，。；]{1,12}\\Z|时任|老校长|回忆")
_NEAR = 8  # characters
_ANOTHER = re.compile("(?:[、和及与]|以及)[^，。；、]{3,26}")  # 甲、乙和丙大学教授某, whose name was not read
_OFTEN = re.compile("累计|多次|连续|每年|历年|多年|近年|陆续|屡次|常年|长期")


def unveiled(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    """甲、乙共同为…揭牌, 甲把旗帜授予乙, 为…揭牌的是甲: they were there."""
    text = found.page.text
    if _UNVEILED.search(text, sentence.start, sentence.end) is None:
        return
    for m in _UNVEIL.finditer(text, sentence.start, sentence.end):
        event = events.current(m.start())
        chain = people.chain(people.within(sentence.start, m.start()), m.start())
        if event is None or not chain:
            continue
        last = people.title_after(chain[-1].end)
        if m.start() - last > _NEAR and not _ANOTHER.fullmatch(text, last, m.start()):
            continue
        if m.group() in _BARE and _OTHERWISE.search(text, sentence.start, m.start()):
            continue
        if elsewhen(text, sentence.start, m.start()) or _OFTEN.search(text, chain[-1].end, m.end()):
            continue  # 曾为…揭牌, 多年来向…捐资
        to = m["gives"] or m["takes"]
        stop = sentence.end
        if to and to.startswith("向") and (handed := _HANDED.search(text, m.end(), sentence.end)):
            stop = handed.start()  # 向乙赠送丙的画作
        given = following(people, text, m.end(), stop, alone=True) if to else []
        if to and not given and not to.startswith("向"):
            continue
        for p in (*chain, *given):
            start, end = min(p.start, m.start()), max(p.end, m.end())
            yield relation(found, person(p.name), "participatesIn", event, start, end, "unveiled at the event")
    for m in _UNVEILED_BY.finditer(text, sentence.start, sentence.end):
        event = events.current(m.start())
        for p in following(people, text, m.end(), sentence.end) if event else ():
            assert event is not None
            yield relation(found, person(p.name), "participatesIn", event, m.start(), p.end, "unveiled at the event")
