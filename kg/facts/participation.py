"""Who spoke at an event, chaired it, took part in it, held it."""

import re
from collections.abc import Iterator

from kg.facts.absent import Absent
from kg.facts.attendance import attendance
from kg.facts.gathering import Gathering
from kg.facts.gatherings import Gatherings
from kg.facts.headlines import headlines
from kg.facts.holders import holders
from kg.facts.inverted import inverted
from kg.facts.labels import labelled
from kg.facts.speakers import People, Person, person, relation
from kg.facts.speeches import speeches
from kg.facts.told import Told
from kg.mentions.found import Found
from kg.model import LineRole, Relation, Sentence

_SPEECH = "报告|发言|讲话|致辞|陈词|开场白|演讲|说明|讲座|动员|总结|部署|点评|授课|讲解|汇报|分享|表态|介绍|辅导|宣讲|交流|主旨|解读|培训|推介|(?<!权威)发布(?!会)"
# 就…进行了深入交流, 就…进行调研: no speech.
_WITH_OTHERS = "[^，。；]{0,6}?(?:座谈|交流(?!发言)|磋商|洽谈|商讨|沟通|对接|探讨|讨论|协商|会商|会谈|谈判|调研|考察|走访|检查|督导|督查|视察|访问|审议|表决|调查|采访)"
_FORMAL = (
    r"致[^，。；]{0,6}?[辞词]|致欢迎|传达了?(?=[^，。；]{2,40}(?:精神|要求|讲话|指示|批示|通知|意见)|文件)|上了?(?:“[^“”]{2,12}课”|(?![^，。；]{0,8}\d)[^，。；]{0,12}(?:党课|第一课|思政课|最后一课)(?!\d))|讲话|讲了话|发言|演讲|宣读|宣布|公布了?(?=[^，。；]{2,40}(?:名单|结果|决定|方案|章程))|梳理了|主旨|授课|主讲|开讲|讲授|讲解了|通报|部署|汇报|"
    rf"(?<![合工协操写创动制运])[作做]了?(?:[^，。；《]{{0,12}}《[^《》]{{1,40}}》)?[^，。；]{{0,60}}?(?:{_SPEECH})|讲(?=《)|报告的题目[是为]|(?<![合工协操写创动制运])[作做]了|带来了?[^，。；]{{0,40}}?(?:报告|演讲|讲座|致辞|讲话|发言|授课|宣讲|党课|分享)|报告了|答(?:了?记者|中外记者)提?问|[作回]答(?:了?[^，。；]{{0,16}}?提问|了?(?:(?:在场|现场|中外)?(?:记者|媒体)(?:关心|提出)?的?)?(?:相关|有关)问题|时|说|道|，)|就[^，。；]{{2,60}}?(?:(?<![合工协操写创动制运])[作做]|进行)了?+(?!{_WITH_OTHERS})|就[^。；]{{2,90}}?(?:(?<![合工协操写创动制运])[作做]了?(?:{_SPEECH})|提出了[^，。；]{{0,16}}(?:建议|意见|计划|思路|设想|要求))|"
    rf"代表[^，。；]{{2,30}}?(?:致辞|讲话|发言|宣读|，?对|，?向[^，。；]{{0,30}}?(?:表示|致以|报告|汇报)|，?(?:表示|感谢))|推介|发表[^，。；]{{0,30}}|总结|进行了?(?:[^，。；]{{0,12}}(?:点评|推介|宣讲|总结|解读|汇报|通报|动员|授课))(?=[，。；])|参与发布(?=[。，；])|发布新闻|发布了?(?!会)[^，。；]{{2,60}}?(?:情况|背景|意义)"
)
_SPEAK = (
    rf"{_FORMAL}|指出|指(?=[，：])|强调|表示|介绍|讲起|说起|说(?!明书|法|唱)|认为|要求|提出|透露|谈到|谈了|提到|坦言|建议|呼吁|解读|看来|分享|续?称(?!号|赞|职|为|呼|作|道|其|得)|(?:这样|如是)(?:评价|说|讲|介绍)|直言|承诺(?!书)|补充|感慨|表态|倡议|寄语|勉励|道贺|致谢|讲了|讲到|谈起|"
    r"交流(?:发言|了?[^，。；]{0,20}?(?:经验|做法|体会|模式|心得|案例|举措))|梳理|(?:建言|出谋划策)|(?<=[上登]台)交流|道谢|叮嘱|重申|表达了?[^，。；]{0,30}?(?:感谢|谢意|关切|关注|赞赏|赞同|慰问|问候|看法|观点|祝愿|祝贺|决心|期望|期待|愿望|敬意|不舍|信心|意愿|欢迎)|回忆|感叹|解释说|点评|寄望|感谢|希望|祝贺(?!视频|信|词)|期待|(?<![热隆重烈挚])欢迎(?!仪式|宴会|晚宴)|回顾|阐述|讲述|提及|谈及|肯定了?|高度评价|充分肯定|在[^，。；]{0,8}(?:致辞|讲话|发言)[中时]|"
    r"(?<![相针绝应核校])对(?![口接外内手象照话岸标比应付立])[^，。；]{2,60}?(?:(?:给予|作出|做出)(?!了?[^，。；]{0,4}?(?:处[罚分理置]|救[助治援]|补[助贴偿]|奖励|资助|赔偿|贡献|判[决处]|裁[决定]|批示|反应|牺牲|治疗))|[作做]了?[^，。；]{0,10}?(?:总结|部署|说明|介绍|点评|汇报|解读|阐述|讲解|安排|回顾|报告)|点明|指明|明确|表示|提出|进行了?+(?!(?:国事|正式|工作|友好|私人|事务性?|历史性|为期[^，。；]{1,6}的?)*(?:访问|参访|考察|调研|视察|走访|慰问|检查|督导|采访|打击|制裁|空袭))|予以|寄予|评价[很颇甚极])"
)
# Between a name and its verb of speech stand a title, an adverbial, an occasion; no other person and no comma but one.
_LIGHT = (
    r"其后|首先|率先|(?:应邀|受邀)(?![出参前来])|通过(?:视频|线上|网络|远程)(?:连线|方式|形式)?|如是|这样|，(?=分别|先后|依次|相继|(?<=[登上]台，)(?:结合|围绕|从|就|以|分享|讲述|讲起)|对[^，。；]{2,40}?[作做])|(?<=等)，(?=就|围绕|结合|聚焦)|，(?=则?从[^，。；]{2,16}?(?:角度|视角|方面|层面|维度))|第[一二三四五六七八九十]个|头一个|紧接着|还|也|亦|则|随后|最后|打头|带头|压轴|同台|同场|同席|分别|先后|依次|相继|上台|登台|现场|线上|在线|视频|(?:全面|简要|详细|系统|深入|细致|生动|深情|动情|逐一|扼要|简明)地?|重点|特别|着重|围绕|热情|重要|先|接着|接下来|又|再|"
    r"到会|到场(?=致|[作做]|讲|发)|参会|与会|[一二两三四五六七八九十\d]{1,3}[位名](?:[一-鿿]{0,8}?(?:领导|嘉宾|专家|学者|代表|院士|教授|负责人|同志|校长|老师|成员|企业家|委员|(?:毕业生|学生|同学|队员|志愿者|校友|选手)(?=登台|上台|先后|依次|分别|发言|[作做]|分享|讲述|结合)))|等(?:也|还|(?:\d{1,2}|[一二两三四五六七八九十])?[名位]?(?:(?:(?!等)[一-鿿]){0,6}?(?:领导|嘉宾|专家|学者|代表|委员|院士|教授|负责人|同志|成员)){1,3})?|(?>(?:作为|以)[^，。；]{2,12}?(?:(?<=身份)|，|(?<!以)(?=在|发[言表布]|(?<![合工协操写创动制运])[作做]|致(?!力)|上[台午]|就)))|在致辞[中时]?|致辞时|讲话时|总结时|对此|\d{1,2}日|当天|当时(?=在[^，。；]{2,12}上)"
)
# Each phrase runs as far as a verb can follow and is never taken up again: words that many phrases could share out
# among themselves would cost their power.
_PHRASES = "|".join(
    rf"(?>(?:{words})[^，。；：]{{2,{most}}}(?=(?:{_LIGHT})*+(?:，受[^，。]{{2,10}}委托，|{_SPEAK})))"
    for words, most in (
        ("在|围绕|就|把|从|以", 50),
        ("代表|代(?=[一-鿿]{0,8}[长任席])|对|向|给(?![予出])(?![^，。；]{0,12}(?:电话|信|短信|记者|寄))|结合", 30),
    )
)
# 和与会人员一起交流
_PHRASES += rf"|(?>(?:和|与|向|同|为)(?:与会|在场|参会|到场|现场|大家)[^，。；]{{0,8}}?(?=(?:{_LIGHT})*+(?:[在就把从以对向]|围绕|代表|结合|{_SPEAK})))"
# 为开幕式致辞, 为大家作报告; but 为学校提建议 is no speech.
_PHRASES += rf"|(?>为[^，。；：]{{2,30}}?(?=致[^，。；]{{0,6}}?[辞词]|[作做]了?[^，。；]{{0,30}}?(?:{_SPEECH})))"
# 甲在某地举办新书分享会: the name of a meeting.
_NO_MEETING = (
    "(?!(?<=分享|推介|汇报|通报|介绍|报告|宣讲|发布|演讲|说明|解读|发言|交流|讲解|表态|总结)会(?![议上场后中]))"
)
_SAYS = re.compile(
    r"(?:同志|院士|教授|一行|女士|先生|博士|[（(](?:[^（）()]{1,12}|[A-Za-z .·’-]{2,40})[)）])?"
    r"(?:(?>(?:出席|参加|到会)[^，。；：]{0,20}，(?=介绍|解读|通报|回答|发布)|主持[^，。；：]{0,12}，?并|(?:接受|接过|领取)[^，。；：]{0,16}，?并|为[^，。；：]{2,40}，?并|(?:(?:应邀)?(?:出席|参加|参与|莅临|亲临|观摩|观看|参观|巡视)|[到参与赴]会|到(?:场|(?:活动|仪式|大赛|比赛)?现场))[^，。；：]{0,40}，?并|应邀参加[^，。]{2,40}，并|(?:安排|部署|通报|传达|总结|回顾|介绍|宣读|肯定|(?:组织|带领)?学习|领学)了?[^，。；：]{2,60}，?并(?=发表|[作做]|讲|致|提|[就对][^，。；]{2,40}?[作做]了?)|"
    rf"以[^，。；：]{{2,50}}为(?:主题|题)|在介绍(?:了)?[^，。；：]{{2,30}}(?:之后|以后|的同时|的基础上)，|，?受[^，。]{{2,20}}委托，?)|{_PHRASES}|{_LIGHT}){{0,12}}(?P<verb>{_SPEAK}){_NO_MEETING}"
)
_FORMAL_AT = re.compile(_FORMAL)
# What a student says who stands on the stage, not before a microphone.
_IN_ANOTHER = re.compile(
    "在[^，。；]{2,12}?(?:上|中|里|站|台)(?<!会上)(?<!式上)(?<!礼上)(?<!坛上)(?<!台上)(?<!动上)|村民大会|家长会|班会"
)
_ON_STAGE = re.compile("发言\\Z|演讲\\Z|致辞\\Z|[作做]了?[^，。；]{0,20}?(?:发言|演讲|报告|分享|表态)\\Z")
_PLURAL = (
    *(f"{n}{kind}" for n in "两三四五六七八九十" for kind in "位名"),
    "分别",
    "先后",
    "依次",
    "相继",
    "等",
    "共同",
    "到会",
    "出席",
    "参加",
    "应邀",
    "围绕",
    "就",
)
_AND = re.compile("(?:女士|先生|同志|博士|教授|院士)?[、和与及]")
_TIGHT = ("、", "和", "与", "及", "以及", "同志和", "同志、")
_LIST_GAP = re.compile(
    r"(?:（[^（）]{1,40}）)?(?:女士|先生|同志|博士|教授|院士)?(?:[、和，与及；]|以及){1,2}[^。：]{0,60}"
)
# 甲围绕…，乙结合…，丙从…，分别作了发言
_OWN_TOPIC = re.compile(
    "(?:女士|先生|同志|博士|教授|院士)?(?:分别|则)?(?:围绕|就|以|结合|从|针对|聚焦|立足|站在|紧扣)[^。；：]{2,60}[，、][^，。；：]{0,40}"
)
_IN_TURN = re.compile("[^。；]{0,60}?，?(?:分别|先后|依次|相继|逐一|一一)")
_INVITED = re.compile("(?:(?<!申)请到?了?)[^。；，]{0,40}\\Z")  # 邀请甲，乙介绍…
_BACK = 110  # characters; the event that somebody chaired is named no further before
_INTERVIEW = re.compile(
    "采访|告诉记者|[对向](?:[一-鿿]{1,6})?记者|受访|接受[^，。；]{2,20}专访|会后|赛后|(?<!宣读)(?<!宣读了)(?:批示|贺信|来信)|书面|为题撰文"
)
_CHAIR = re.compile(
    r"(?:（[A-Za-z .·’-]{2,40}）)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:上午|下午|晚上?)?(?:在[^，。；]{1,12}?)?(?:[一-鿿]{2,8}?)?(?:担任[^，。；]{0,10})?"
    r"主持(?!词|稿|编|制|设计|工作|的|研[制究发]|建设|开发|完成|修|撰|人(?:[一-鿿]{2,3}[^一-鿿]|分享|发言|作?交流|介绍|讲话|表态|及|和|们|代表))"
    r"(?:人)?(?:召开|了|并)?(?:会议|大会|本次|此次|开幕|仪式|论坛|座谈|交流|签约|。|，|召开)?"
)
_IN_NAME_OF = re.compile("(?<=[他她])代表[^，。；：]{2,20}[和与及、]\\Z")
_APART = re.compile("[，。；：]")  # 由甲、乙主持: one list under 由
_TURNS = re.compile("(?:先后|分别|共同|轮流|轮番|依次|联合)")
# 主持由甲担任.
_OFFICE = re.compile("(?:担任|负责|承担|担纲)(?=[，。；])|的?主持下")
_PRESIDED = re.compile("主持(?:工作|任务)?(?:则|均|，)?由[^，。；由]{0,40}\\Z")
# Fairs, festivals and contests: what an exhibitor or a player says there is no speech.
_SHOW = re.compile(
    "(?:节|展|赛|博览会|交易会|展销会|运会|[博贸洽交]会|嘉年华|马拉松|营|演[出练习训]|晚会|音乐会|演唱会|周|月)\\Z"
)

# Who opens it or reads out the words of others is there above all, whether or not that is a speech.
_OPENS = re.compile(
    "宣读|宣布[^。；]{0,60}?(?:开幕|闭幕|启动|开始|开赛|开跑|开班|开营|开工|开馆|开园|开业|开播|揭牌|成立|投产|通车|竣工|启用)"
)
# A line of its own that points at the picture below it is as good as running text.
_POINTS = ("▽", "▼", "↓", "△", "▲", "↑")

# 对余某某一行表示欢迎, 首先代表郝部长对…: somebody else speaks.
_ANOTHER = re.compile(
    "(?:对|向|受|(?<![可所难加予])以|转达了?|陪同|介绍|祝贺|感谢|欢迎|会见|邀请(?=\\Z)|(?:^|(?<=[，。；：先还并别也]))代表|(?<=同志|先生|女士)代)\\Z"
)


def participation(told: Told) -> Iterator[Relation]:
    """speaksAt, hosts, participatesIn and organizes of one page."""
    found, events = told.found, told.events
    yield from holders(found, events)
    if events.main is None:
        return
    people, text = People(found), found.page.text
    absent = Absent(found, people)
    body = next((s.start for s in found.page.sentences if s.role is LineRole.BODY), len(text))
    for sentence in found.page.sentences:
        if sentence.role is LineRole.BODY or (
            sentence.role is LineRole.HEADING and text.endswith(_POINTS, sentence.start, sentence.end)
        ):
            yield from _spoken(found, events, people, absent, sentence)
        elif sentence.role in (LineRole.HEADING, LineRole.CAPTION) and sentence.start > body:
            yield from _captioned(found, events, people, sentence)
    yield from headlines(found, events, people)
    yield from labelled(found, events, people)
    yield from inverted(found, events, people)
    yield from speeches(found, events, people)
    yield from attendance(found, events, people)


def _spoken(found: Found, events: Gatherings, people: People, absent: Absent, sentence: Sentence) -> Iterator[Relation]:
    text = found.page.text
    named = people.within(sentence.start, sentence.end)
    quoted = -1  # where begins what somebody is said to say
    for i, p in enumerate(named):
        after = people.title_after(p.end)
        chair = _CHAIR.match(text, after) or _OFFICE.match(text, after)
        if chair and not (
            chair.re is _OFFICE
            and not chair.group().endswith("下")
            and not _PRESIDED.search(text, max(sentence.start, p.start - _BACK), p.start)
        ):
            event = _chaired(found, events, sentence, p, chair)
            if event is not None:
                start = _chair_start(text, sentence.start, p.start)
                by = text.rfind("由", sentence.start, p.start)
                turns = _TURNS.search(chair.group()) or (by >= 0 and not _APART.search(text, by, p.start))
                listed = [q for q in named[: i + 1] if q.start > by]
                chairs = _speakers(found, people, listed, "分别") if turns else [p]
                for q in chairs:
                    yield relation(
                        found, person(q.name), "hosts", event, min(start, q.start), chair.end(), "in the chair"
                    )
        says, after = _says(people, text, p, after)
        if says is not None and _IN_NAME_OF.search(text, max(sentence.start, p.start - _BACK), p.start):
            continue  # 他代表甲局和某局长祝贺
        if says is None or quoted in (p.start, people.title_before(p.start)):
            continue  # 甲说，乙主席指出…
        if says["verb"] in _SAID_ON and text.startswith(("，", "："), says.end()):
            quoted = says.end() + 1
        if _is_another(text, people, named[: i + 1], sentence.start) or (
            p.name in people.lay and (not _ON_STAGE.search(says.group()) or _IN_ANOTHER.search(says.group()))
        ):
            continue
        if _INTERVIEW.search(text, after, min(says.end() + 4, sentence.end)):
            continue
        if text.startswith("的", says.end()) and says["verb"] in _SAID:
            continue  # 践行甲提出的倡议
        if _OF_ELSEWHERE.match(text, after) and _HANDS_ON.search(text, sentence.start, p.start):
            continue  # 传达了甲在某某会议上的讲话
        event = _occasion(events, text[after : says.end()], text[sentence.start : p.start], p.start)
        if event is not None and not _is_speech_here(says.group()):
            elsewhere = absent.is_to_come(event) or absent.is_over(event, p.start) or absent.is_met(event, p.start)
            event = None if p.name in absent.writers or elsewhere else event
        if event is None or (
            _SHOW.search(event.name)
            and not _is_speech(found, says.group(), p.start)
            and not (says["verb"] in ("指出", "强调") and found.title_of.get(p.start))
        ):
            continue
        words = "分别" if text[after - 1] == "，" else text[after : says.end()]  # 甲局局长乙，丙局局长丁，介绍了情况
        for q in _speakers(found, people, named[: i + 1], words):
            yield relation(found, person(q.name), "speaksAt", event, q.start, says.end(), "verb of speech")
            if _OPENS.match(text, says.start("verb")):
                yield relation(
                    found, person(q.name), "participatesIn", event, q.start, says.end(), "declared at the event"
                )


# 甲局局长乙，介绍…情况: what a comma parts from who does it.
_GIVES = re.compile(
    "，(?=(?:分别|共同)?(?:介绍|解读|通报)[^，。；]{2,40}(?:情况|工作|成果|成效|措施|做法|内容|政策|文件|进展|安排|经验)|(?:分别|共同)?回答[^，。；]{0,12}(?:提问|问题)|致[欢开贺闭]?[迎幕]?[辞词])"
)


def _says(people: People, text: str, p: Person, after: int) -> tuple[re.Match[str] | None, int]:
    """The verb of speech of a person, and where what leads to it begins: behind a comma where the clause only names them."""
    if (comma := _GIVES.match(text, after)) and _only_named(people, text, p):
        after = comma.end()
    return _SAYS.match(text, after), after


# A line under a picture or between paragraphs: 某校校长甲致欢迎词.
_CAPTION = re.compile(
    "(?:同志|先生|女士|教授|院士)?(?:在[^，。；]{2,20}[上中])?(?:(?P<chair>主持(?!人|词)[^，。；]{0,16})|致[^，。；]{0,6}[辞词]|讲话|发言|总结讲话|"
    "[作做][^，。；]{0,24}(?:报告|讲话|发言|致辞|演讲|讲座|分享|介绍)|介绍[^。；]{2,60}|宣布[^，。；]{2,30}|宣读[^，。；]{2,30})\\s*"
)


def _captioned(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    named = people.within(sentence.start, sentence.end) or _known(found, sentence)
    said = _CAPTION.fullmatch(found.page.text, people.title_after(named[-1].end), sentence.end) if named else None
    event = events.current(sentence.start) if said else None
    if said is None or event is None or "采访" in found.page.text[sentence.start : sentence.end]:
        return
    for p in _speakers(found, people, named, "分别"):
        predicate = "hosts" if said["chair"] else "speaksAt"
        yield relation(found, person(p.name), predicate, event, p.start, said.end(), "line of its own")


_LONGEST_NAME = 20  # characters


def _known(found: Found, sentence: Sentence) -> list[Person]:
    """Those whom the running text names, where a line below a picture names them too."""
    text, named = found.page.text, dict[str, Person]()
    begins = {name[:2] for name in found.persons}
    for at in [i for i in range(sentence.start, sentence.end - 1) if text[i : i + 2] in begins]:
        for end in range(at + 2, min(at + _LONGEST_NAME, sentence.end) + 1):
            if (name := text[at:end]) in found.persons:
                named.setdefault(name, Person(at, end, name))
    return list(named.values())


_OF_ELSEWHERE = re.compile("(?:同志)?在[^，。；]{2,50}?[上中时]的(?:重要)?(?:讲话|发言|批示|指示|致辞|报告)")
_HANDS_ON = re.compile("传达|学习|贯彻|落实|领会|重温")
_SAID_ON = frozenset(("说", "表示", "指出", "强调", "认为", "介绍", "称", "谈到", "提到"))
_SAID = ("提出", "指出", "强调", "要求", "倡议", "期待", "希望", "建议", "承诺", "重申", "阐述", "肯定")


def _is_speech_here(words: str) -> bool:
    """Whether words say of themselves that they were spoken at an event: 致辞, 在会上表示."""
    return _FORMAL_AT.search(words) is not None or _IN.search(words) is not None


_SPOKEN = re.compile("致辞|致词|讲话|发言(?!人)|[会式]上|论坛上")


def _is_speech(found: Found, words: str, position: int) -> bool:
    """Whether words are a speech also at a fair or a contest: by their verb, by where, or after another's speech."""
    if _FORMAL_AT.search(words) or words.startswith("在"):
        return True
    return _SPOKEN.search(found.page.text, found.paragraph_start(position), position) is not None


def _speakers(found: Found, people: People, named: list[Person], words: str) -> list[Person]:
    """The list of those who spoke that ends with the last person: 甲、乙分别致辞."""
    text, group = found.page.text, [named[-1]]
    for q in reversed(named[:-1]):
        titled, first = people.title_before(group[0].start), group[0].start
        gap = text[people.title_after(q.end) : titled if titled > q.start else first]  # 副校长甲和乙 share a title
        if _IN_TURN.match(words) and _OWN_TOPIC.fullmatch(gap) and not people.acts(gap):
            group.insert(0, q)
            continue
        if not _LIST_GAP.fullmatch(gap) or people.chain([q], group[0].start) != [q]:
            break
        alone = not words.removeprefix("，").startswith(_PLURAL) and len(group) == 1 and not _AND.match(gap)
        if alone and gap[0] == "，" and _only_named(people, text, q, whole=not _FORMAL_AT.search(words)):
            alone = False
        if alone and not _INVITED.search(text, max(0, q.start - _BACK), people.title_before(q.start)):
            break
        group.insert(0, q)
    return group


def _is_another(text: str, people: People, named: list[Person], left: int) -> bool:
    """Whether the list that ends with the last person is of those to or for whom somebody else speaks: 对甲、乙同志表示感谢."""
    first = named[-1]
    for q in reversed(named[:-1]):
        if text[people.title_after(q.end) : people.title_before(first.start)] not in _TIGHT:
            break
        first = q
    starts = (first.start, people.title_before(first.start))
    if text.endswith("代表", left, starts[1]) and people.ends_at(starts[1] - 2):
        return True  # 甲代表省委书记乙感谢大家
    return any(_ANOTHER.search(text, left, at) for at in starts)


def _only_named(people: People, text: str, p: Person, *, whole: bool = False) -> bool:
    """Whether a clause says no more of somebody than who it is (…，青山大学校长甲，…): one of a list, whose verb comes later. A `whole`
    one opens with their body or their title."""
    clause = max(text.rfind(mark, 0, p.start) for mark in "，。；：\n") + 1
    first = next(iter(people.within(clause, p.end)), p)  # 副厅长甲、乙，专员丙
    titled = people.title_before(first.start)
    opens = (
        not whole or titled == clause or any(b.start == clause for b in people.found.body_index.within(clause, titled))
    )
    return opens and titled < first.start and not people.acts(text[clause : p.start])


def _chair_start(text: str, left: int, start: int) -> int:
    by = text.rfind("由", left, start)
    return max(max(text.rfind(mark, left, by) for mark in "，。；") + 1, left) if by >= 0 and start - by < 40 else start


def _chaired(found: Found, events: Gatherings, sentence: Sentence, p: Person, chair: re.Match[str]) -> Gathering | None:
    """The event of which somebody was in the chair: 会议由甲主持, 甲主持会议, 甲主持召开…会."""
    text = found.page.text
    before = re.search(
        r"(?P<what>[^，。；、]{2,60}?)由[^，。；由]{0,40}\Z", text[max(sentence.start, p.start - _BACK) : p.start]
    )
    if before and (event := events.at_name(before["what"], p.start)):
        return event
    m = re.search(r"主持人?(?:召开|了|并)?(?P<what>[^，。；]{2,40})?", text[chair.start() : sentence.end])
    if m is None or not m["what"]:
        return events.current(p.start)
    what = re.split("并|，", m["what"])[0]
    return events.at_name(what, p.start)


_YEAR = re.compile("(?:早在)?(?P<year>(?:19|20)\\d\\d)年[，\\d]")  # 2013年，甲在某大学演讲时提出
_OPENING = re.compile(r"^(?:在)?(?P<what>[^，。；]{2,60}?)[上中]，")
_IN = re.compile(
    r"在(?P<what>[^，。；]{2,32}?)[上中里](?:郑重|首次|正式|公开|明确|庄严|再次|多次|曾)?(?:[^一-鿿]|$|指|提|强|表|介|说|致|发|讲|作|做|公|宣|分|透|汇|就|对)"
)


def _occasion(events: Gatherings, words: str, opening: str, position: int) -> Gathering | None:
    """The event at which something was said: named between name and verb, or at the head of the sentence, else the one told of."""
    if m := _IN.search(words):
        return events.at_name(re.sub("(?:上的)?(?:致辞|致词|讲话|发言|演讲|报告|总结)+\\Z", "", m["what"]), position)
    if m := re.search(r"(?:出席|参加)(?P<what>[^，。；]{2,40})(?:，并|并)", words):
        return events.at_name(m["what"], position)
    if (m := _OPENING.match(opening)) and (event := events.at_name(m["what"], position)):
        return event
    now, year = events.current(position), None if "以来" in opening else _YEAR.match(opening)
    there = _SPOKEN.search(words)
    return None if now and year and not there and not (now.day and now.day.iso.startswith(year["year"])) else now
