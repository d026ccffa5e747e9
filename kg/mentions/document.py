"""Names of documents: in book-title marks, announced after 印发 without them, and agreements that are signed.

Book-title marks also stand around films, songs, newspapers, speeches and articles. What ends like a document
(方案, 意见) is one unless the words beside it speak of such a work; any other title is one only where it is issued.
"""

import re
from functools import cache

from kg.mentions.adopted import SIGN, Titled, adopted
from kg.mentions.lexicon import alternation, rows, words
from kg.mentions.same_agreement import AGREEMENT, is_of_others, same_agreements
from kg.mentions.words import Words
from kg.text.scan import holds

HEADLINE = "title of the page"
"""The rule by which a document is read that a page brings."""

_TITLED = re.compile(r"《([^《》\n]{2,60}(?:《[^《》\n]{1,40}》[^《》\n]{0,40})?)》")
# A newspaper, a magazine, a programme of a station is no document that somebody issues or signs.
_PRESS = re.compile(
    r"(?:日报|晚报|晨报|早报|时报|导报|周报|商报|快报|青年报|教育报|科技报|文摘报|周刊|月刊|半月刊|季刊|旬刊|杂志|学报|画报|文摘|期刊|新闻联播|频道|客户端|公众号|(?<![通公预警])报|之声)\Z"
)
_WORK = "电影|影片|电视剧|剧集|短剧|微电影|纪录片|专题片|宣传片|短片|动画片?|舞剧|话剧|歌剧|音乐剧|儿童剧|情景剧|京剧|豫剧|川剧|越剧|评剧|昆曲|黄梅戏|秦腔|粤剧|沪剧|花鼓戏|戏曲|剧目|小品|相声|快板|舞蹈|歌舞|歌曲|组歌|主题曲|合唱曲?|独唱|乐曲|交响乐|国画|油画|画作|雕塑|小说|散文|诗歌|诗集|长诗|绘本|漫画|图书|新书|著作|专著|教材|课本|丛书|论文|文章|评论|社论|通讯|课程|慕课|微课|党课|课文|节目|栏目|专栏|综艺|晚会|演讲|报告会|讲座|游戏|书籍|杂志|期刊|作品|故事|名著|经典|古籍|朗诵|诵读|表演|演唱|演奏|高唱|唱响|观看|吟诵"
_WORK_BEFORE = re.compile(rf"(?:{_WORK}|系列报道|特别节目|评论员|来源：|执教|讲授|诗|剧|曲|歌|舞|词)[：“]?\Z")
_WORK_AFTER = re.compile(
    rf"(?:的|等|中的|系列|大型|这[部首本篇个]|一[文书课曲歌剧诗片]|在线|日前|近日){{0,2}}(?:{_WORK}|(?:发表|刊[发登载])(?:了|的)?[^，。；]{{0,12}}(?:研究|论文|文章|成果|评论|社论|报道)|记者|主编|剧组|报道|邮发|编辑部|编委|公演|首演|上演|演出|开播|播出|热播|首播|开演|首映|上映|公映|杀青|开机|系列|选段|剧照)"
)
# 作了题为《甲》的报告, 以《甲》为题: the title of a speech or of a lesson.
_SPEECH_BEFORE = re.compile(r"(?:题为|题目(?:是|为)|为题|主题为|标题(?:是|为)|主讲|宣讲|讲解了?|题目：|题：)[了：“]?\Z")
_SPEECH_AFTER = re.compile(
    r"(?:为题|为主题|的?(?:主题|专题|学术|主旨|精彩|特邀|大会|工作|辅导|英文|\d{1,3}分钟)*(?:报告会?|演讲|讲座|发言|致辞|授课|党课|讲话|分享|宣讲|交流|微宣讲|发言稿)(?!》|》?[、，]?[^。]{0,6}(?:发布|印发)))"
)
_SPOKEN_BEFORE = re.compile(r"(?:[作做]了?|围绕|以)(?:题为|主题)?[“]?\Z")
_ISSUED = "印发|发布|下发|转发|出台|颁布|公布|发出|制定|制订|修订|编制|编印|起草|审议|通过|签署|签[订定]|签下|落实|贯彻|执行|施行|实施|遵守|根据|依据|按照|依照|对照|解读|宣读|推出|发表|提交|批准|批复|达成|备案|汇编|研制|拟定|明确"
_ISSUED_BEFORE = re.compile(
    rf"(?:{_ISSUED}|白皮书|蓝皮书|绿皮书)(?:实施|通过|发布|出台|印发)?[了的过]?(?:首[个部份批]|新版|新修订的?|全国首[个部份]|了|最新|首次|全新|以及|和|的|一批|系列){{0,3}}[“]?\Z"
)
_ISSUED_AFTER = re.compile(
    rf"(?:等|文件|已|将|正式|也|同步|同时|日前|近日|的|（[^（）]{{1,30}}）|全文|自\d{{1,4}}[年月日\d]{{0,9}}|起|于\d{{1,4}}[年月日\d]{{0,9}}){{0,3}}(?:{_ISSUED}|提出|规定|指出|要求|白皮书|蓝皮书|绿皮书|生效|落地|文件|有关规定|精神|征求意见)"
)
_CHAINED = re.compile(r"》(?:、|，|和|及|与|以及|或|等?和)?《")

_AGREEMENT_AT = re.compile(AGREEMENT)
_BEFORE_SIGN = re.compile(
    rf"(?P<name>{AGREEMENT})(?:\d{{1,2}}日)?(?:上午|下午|晚)?(?:正式|成功|顺利|共同|的)?(?=签署|签[订定]|签约|达成|上(?:共同|分别|现场|正式|郑重|联合)*签[字名约下]|(?:则|也|均|将|已|又|再|分别)?由[^，。；]{{2,80}}签[订署])"
)
# 甲大学与乙医院合作协议: the parties are no part of the name.
_PARTY = re.compile(
    r"[^的]{0,60}(?:公司|大学|学院|医院|局|委(?!员?会)|委员会|政府|集团|中心|协会|学会|厅|学校|中学|小学|银行|研究院|研究所|校区|院区|北区|南区|园区|管委会)(?=[一-鿿]{2,}\Z)"
    r"|[一-鿿]{1,12}?[省市县区州旗盟](?=(?:战略|全面|深度|框架|友好|校地|教育|人才|科技|产业|对口|合作|共建|帮扶|结对|协作)[一-鿿]*\Z)"
)
_BARE = re.compile(
    r"(?:这次|此次|本次|这项|这份|该|上述|了|项|份|个|批|多项|系列|相关|有关|领域|方面|一|双方|三方|多方|各方|在|共同|分别|几|若干|广泛|数|多|大批|诸多|不少|[一二两三四五六七八九十\d]{1,8}+[项份个]){0,8}(?:合作)?"
    + AGREEMENT
    + r"|各[类项种].*|[近逾超约]?[\d一二两三四五六七八九十百千多几数]+[余多]?[项份个批].*|若干.*|(?:一)?系列.*"
)
_PACT = re.compile("(?:[三四五]方)?合作框架协议书?|[三四五]方合作协议书?")
# 签署合作备忘录，; not 合作协议, of which a page may tell many.
_PLAIN_PACT = re.compile("合作(?:谅解备忘录|备忘录|意向书)")
_SIGNED_ONE = re.compile("(?<!分别)(?<!先后)(?<!相继)(?<!国家)签(?:署|订|下)了?\\Z")
_BACK = 8  # characters
_NO_PART = frozenset(
    (
        "举行", "召开", "举办", "开展", "促成", "推动", "关于", "就", "将", "达成", "签署", "签订", "见证", "出席", "参加", "参与", "推进",
        "共同", "商讨", "洽谈", "祝贺", "庆祝", "恭喜", "预祝", "感谢", "欢迎", "期待", "希望", "标志", "随着", "为了", "围绕", "认为",
        "表示", "续签", "新签", "补签", "换签", "改签",
    )
)  # fmt: skip
# 印发关于…的通知: the name of a document that stands without marks.
_ABOUT = (
    r"(?P<name>关于(?:(?![、和与及]关于)[^，。；！？《》“”\n]){4,60}?的(?:紧急|补充|联合)?(?:通知|通告|公告|决定|决议|若干意见|若干措施|若干规定|指导意见|实施意见|意见|实施方案|方案|实施办法|办法|规定|措施|批复|复函|函"
    r"|[一-鿿]{0,8}报告(?=[、，。；和与及]))(?:（(?:试行|草案|暂行)）)?)(?![一-鿿]{0,2}精神)"
)
_ANNOUNCED = re.compile(
    r"(?:宣布|印发|发布|下发|转发|出台|颁布|公布|发出|制定|制订|审议通过|表决通过|通过)(?:了|的)?[“]?" + _ABOUT
)
# 宣读了某省教育厅关于…的决定: with the body that issued it.
_READ_OUT = re.compile("(?:宣读|传达)了?" + _ABOUT.replace("关于", "(?:(?!关于)[一-鿿]){2,24}?关于", 1))
_AND_ABOUT = re.compile("[、和与及]" + _ABOUT)  # 通过关于甲的报告、关于乙的决定
# A page that is the document itself: its title stands on a line of its own.
_HEADLINE = re.compile(
    r"(?:\A|(?<=\n))[ 　]{0,6}(?P<name>(?=[一-鿿])(?:(?:(?!宣布|发布|印发|召开|举行|学习|贯彻|解读|传达|出台|公布|下发|审议|通过|落实|宣读|转发)[一-鿿、 　]){2,40}?)?"
    r"关于[^，。；！？《》“”\n 　]{4,60}的(?:通知|公告|通告|公示|决定|意见|实施意见|指导意见|若干措施|批复|通报|函)(?:（[^（）\n]{1,16}）)?"
    r"|[一-鿿]{2,20}20\d\d年[一-鿿]{2,24}统计公报(?:（[^（）\n]{1,16}）)?)[ 　]{0,6}(?=\n|\Z)"
)
_LISTS = ("名单", "名录", "榜单", "目录", "报告", "公报", "皮书", "指南")
# 首批…认定名单由…公布, 发布“甲乙100强”名单
_LISTED = re.compile(
    r"(?:公布|发布|公示|印发)(?:了|的)?(?P<given>(?:20\d\d年(?:度)?)?(?:第[一二三四五六七八九十\d]{1,3}批|首批)[一-鿿]{4,24}名单"
    r"|20\d\d年(?:度)?[一-鿿]{4,24}(?:报告|公报|白皮书|蓝皮书|绿皮书|申报指南|发展指南)(?=[，。；])"
    r"|(?:20\d\d年度?)?(?:第[一二三四五六七八九十\d]{1,3}批|首批)?“[^“”，。；\n]{4,30}”[一-鿿]{0,4}(?:名单|名录|榜单|目录))"
    r"|(?P<name>(?:20\d\d年(?:度)?)?(?:第[一二三四五六七八九十\d]{1,3}批|首批)[一-鿿]{4,24}名单)"
    r"(?=(?:近日|日前|已|正式|由[^，。；]{2,40}|今[天日]|对外){1,3}(?:公布|发布|公示|出炉|揭晓))"
)


@cache
def _kinds() -> tuple[re.Pattern[str], frozenset[str]]:
    table = rows("document_kinds.tsv", 2)
    ends = re.compile(
        alternation(r[0] for r in table)
        + r"(?:\d\.0|20\d\d(?:[-—－]20\d\d)?年?)?(?:（[^（）]{1,24}）|\([^()]{1,24}\))?\Z"
    )
    return ends, frozenset(r[0] for r in table if r[1] == "short")


# 国家教育事业发展“十三五”规划, without book-title marks
_OF_FIVE_YEARS = re.compile(
    "(?<![一-鿿《])(?:(?:[和与及、]|落实|贯彻|对照|编制|根据|按照|依据|围绕|实施)(?:好|了)?)?(?P<name>(?![和与及])(?:国家|全国|[一-鿿]{2,6}?[省市区县]|(?<=规划[、和])[一-鿿]{2})(?:(?!公布|发布|印发|出台|召开)[一-鿿]){2,14}?“十[一二三四五]五”[一-鿿]{0,8}?规划(?:纲要)?)(?![一-鿿]{0,2}[》期建编的]|[一-鿿]{0,4}(?:课题|项目|教材|名单|立项))"
)


# 某某联盟章程指出
_CHARTER = re.compile(
    "(?<![一-鿿《“])(?P<name>(?!(?:根据|按照|依据|依照|遵守|遵照|各|全体|本|该|大会|会议|表决|审议|通过|讨论|修改|修订|制定|学习))[一-鿿]{4,24}?(?:联盟|协会|学会|集团|商会|研究会|基金会|共同体|大学|学院)章程)(?=指出|规定|明确|提出|强调|要求)"
)


@cache
def _laws() -> re.Pattern[str]:
    """A law that is named as one: 按照新修订的|职业教育法."""
    led = "(?:根据|按照|依据|依照|遵照|遵守|贯彻|执行|违反|颁布|公布|修订|修正|施行|实施|宣传|学习|落实)(?:了|好|实施)?(?:新|最新)?(?:修订|修正|颁布|实施|施行|出台)?后?的?"
    return re.compile(
        f"{led}(?P<law>{alternation(words('laws.tsv'))})(?![律规治定人院学官庭案语务制则纪宝外例]|(?:修订|修正)?草案)"
    )


def _is_alone(text: str, d: Titled) -> bool:
    """Whether an agreement without a name is all that is signed, and no other one of the page is called so."""
    if not _PLAIN_PACT.fullmatch(d.text) or text[d.end : d.end + 1] not in ("，", "。", "；"):
        return False
    once = len(re.findall(f"签[署订下]了?{d.text}", text)) == 1
    return once and _SIGNED_ONE.search(text, max(0, d.start - _BACK), d.start) is not None


# 某某共建协议10月20日在某地签订; not 甲大学与乙集团合作协议, which names who signs
_SIGNED_ON = re.compile(
    "^[ 　]*+(?P<name>(?:(?!记者|获悉|介绍|表示|大学|学院|集团|公司|政府|[局厅委院])[^，。；：“”《》\\n与和、的说这]){4,40}?(?:协议书?|备忘录))(?:[于在])?(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日(?:[上下]午)?(?:在[^，。；]{2,14})?"
    "(?:正式|成功|顺利|共同)*(?:签订|签署|签约)(?=[，。；])",
    re.M,
)


def titles_of_documents(text: str, cut: Words) -> list[Titled]:
    """All that a text names as documents are named, in order; works among them (see `Titled.is_work`)."""
    found = _marked(text)
    for m in SIGN.finditer(text):
        found += _after(text, m.end())
    for m in _BEFORE_SIGN.finditer(text):
        if (start := _run(text, cut, m.start())) is not None:
            end = m.start() + len(m["name"])
            if text[start - 1 : start] in tuple("与和同跟、—－-–一二三四五六七八九十") and (
                party := _PARTY.match(text[start:end])
            ):
                start += party.end()
            to = text.rfind("对", start, m.start()) + 1 if text.startswith("的", end) else 0
            if text[to : to + 1] in tuple("口外接台等") or text[to - 2 : to - 1] in tuple("绝反面针"):
                to = 0  # 对口支援协议的签订
            start = to or start  # 甲|对|某某合作协议的签订表示祝贺
            found.append(Titled(start, end, text[start:end], "agreement signed"))
    found += [Titled(*m.span("name"), m["name"], "agreement signed") for m in _SIGNED_ON.finditer(text)]
    for m in _ANNOUNCED.finditer(text) if "关于" in text else ():
        found.append(Titled(m.start("name"), m.end("name"), m["name"], "announced without marks"))
        after = _AND_ABOUT.match(text, m.end())
        while after is not None:
            found.append(Titled(*after.span("name"), after["name"], "announced without marks"))
            after = _AND_ABOUT.match(text, after.end())
    for m in _READ_OUT.finditer(text) if "关于" in text else ():
        found.append(Titled(*m.span("name"), m["name"], "announced without marks"))
    for m in _HEADLINE.finditer(text) if "关于" in text or "公报" in text else ():
        found.append(Titled(*m.span("name"), m["name"], HEADLINE))
    for m in _LISTED.finditer(text) if holds(text, _LISTS) else ():
        if text.rfind("《", max(0, m.start() - 60), m.start()) > text.rfind("》", max(0, m.start() - 60), m.start()):
            continue  # 《关于公布…名单的通知》
        group = "given" if m["given"] else "name"
        found.append(Titled(m.start(group), m.end(group), m[group], "announced without marks"))
    found += adopted(text)
    for m in _OF_FIVE_YEARS.finditer(text) if "五”" in text else ():
        found.append(Titled(*m.span("name"), m["name"], "plan of five years"))
    for m in _CHARTER.finditer(text) if "章程" in text else ():
        found.append(Titled(*m.span("name"), m["name"], "charter without marks"))
    for m in _laws().finditer(text) if "法" in text else ():
        found.append(Titled(*m.span("law"), m["law"], "law without marks"))
    for m in _QUOTED.finditer(text) if "“" in text else ():
        group = next(g for g in ("given", "issued", "said") if m[g])
        taken = any(f.start < m.end(group) and m.start(group) <= f.end for f in found)
        if not taken and not _BARE.fullmatch(m[group]):
            found.append(Titled(m.start(group), m.end(group), m[group], "quoted and issued"))
    for m in _ARTICLES.finditer(text) if "条”" in text else ():
        found.append(Titled(m.start("name"), m.end("name"), m["name"], "announced without marks"))
    unique: dict[tuple[int, int], Titled] = {}
    for d in found:
        if (
            d.rule != "agreement signed"
            or (
                not d.text[0].isdigit()  # 2.2亿元采购协议
                and "《" not in text[d.start : d.end]
                and (not _BARE.fullmatch(d.text) or _PACT.fullmatch(d.text) or _is_alone(text, d))
            )
        ):
            unique.setdefault((d.start, d.end), d)
    return same_agreements(text, _by_full_name(text, sorted(unique.values(), key=lambda d: d.start)))


# 会议通过“甲乙宣言”, “甲乙备忘录”由双方签署
_QUOTED = re.compile(
    "(?:(?:通过|发布|发表|签署|签订|签了?|宣读|达成|发出|形成)了?“(?P<given>[^“”《》，。；！？\\n]{3,30}(?:宣言|倡议书?|备忘录|协议书?|公约|声明|协定))”"
    "|(?:印发|出台|发布|公布|制定|编制)了?“(?P<issued>[^“”《》，。；！？\\n]{4,40}(?:方案|办法|意见|指南|规范|[白蓝绿]皮书|报告|规划|纲要|条例))”"
    "|“(?P<said>[^“”《》，。；！？\\n]{3,30}(?:宣言|倡议书?|备忘录|协议书?|公约|声明|协定))”(?=(?:正式|也|已|同时|现场)?(?:发布|通过|签署|出炉|由[^，。；]{2,40}(?:签署|签订|发布|宣读))))"
)
# 落实“科创十条”文件精神: measures called by how many they are.
_ARTICLES = re.compile(
    "(?<=“)(?P<name>(?![一二三四五六七八九十两几])[一-鿿]{2,8}?(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[1-9]\\d)条)(?=”)"
)


def _marked(text: str) -> list[Titled]:
    """What stands in book-title marks. Of titles in a row, what is said of one holds for its neighbours."""
    found: list[Titled] = []
    ends, _ = _kinds()
    chain: list[tuple[Titled, bool | None]] = []
    previous = -1
    for m in [*_TITLED.finditer(text), None] if "《" in text else ():
        if chain and (m is None or not _CHAINED.fullmatch(text, previous - 1, m.start() + 1)):
            told = [verdict for _, verdict in chain if verdict is not None]
            for title, verdict in chain:
                is_document = bool(ends.search(title.text)) and not _PRESS.search(title.text)
                if verdict is None and not is_document and told:
                    verdict = told[0] if told[0] == told[-1] else None
                if not (is_document if verdict is None else verdict):
                    title = title._replace(rule="title of a work")
                found.append(title)
            chain = []
        if m is not None:
            chain.append((Titled(m.start(1), m.end(1), m[1], "book-title marks"), _verdict(text, m, ends)))
            previous = m.end()
    return found


def _verdict(text: str, m: re.Match[str], ends: re.Pattern[str]) -> bool | None:
    """What the words around a title say: a document (True), a work (False), or nothing."""
    start, end = m.span()
    before = text[max(0, start - 14) : start]
    if _PRESS.search(m[1]) or _WORK_BEFORE.search(before) or _SPEECH_BEFORE.search(before):
        return False
    speech = _SPEECH_AFTER.match(text, end)
    if speech and speech.group() == "报告" and _ISSUED_BEFORE.search(before):
        return True  # 发布《2023年世界卫生统计》报告
    if speech and (_SPOKEN_BEFORE.search(before) or speech.group() in ("为题", "为主题") or not ends.search(m[1])):
        return False
    if _WORK_AFTER.match(text, end):
        return False
    if ends.search(m[1]) or _ISSUED_BEFORE.search(before) or _ISSUED_AFTER.match(text, end):
        return True
    return None


_SENT_WITH = re.compile("》的?(?P<kind>通知)(?=[，。；（])")  # 印发《甲方案》的通知
_DEFINED = re.compile(r"》?(?:（[^（）]{0,20}）)?[（(](?:以下)?(?:统?简称)为?：?[“《](?P<short>[^”》]{2,20})[”》]")


_YEARS = re.compile("（(?:(?:19|20)\\d\\d年?(?:[-—－–~～至]+(?:19|20)?\\d\\d年?)?(?:度|版)?|试行|暂行)）\\Z")


def _plain_years(name: str) -> str:
    """A name whose years are written one way."""
    return re.sub("[-—－–~～至]+", "-", name.replace("年", ""))


_ISSUER = re.compile("[一-鿿、]{2,60}?(?:政府|[厅局委部院会])(?:办公[厅室])?(?=关于[^《》]{8})")


_ISSUES = re.compile(
    "(?P<who>[一-鿿]{2,3}(?:政府|[厅局委部院会]|大学|学院))(?:近日|日前|联合|共同|正式|也|又)*(?:印发|发布|出台|下发|制定|公布)了?《\\Z"
)


def _is_anothers(text: str, d: Titled, whole: str) -> bool:
    """Whether another body than the one in a full title is said to issue a document: 江海市教育局印发《关于…的意见》."""
    said = _ISSUES.search(text, max(0, d.start - 40), d.start)
    return said is not None and said["who"][-4:] not in whole


def _by_full_name(text: str, found: list[Titled]) -> list[Titled]:
    """《意见》 under the name of the document that it stands for: the one it was said to stand for, else the last of that kind."""
    _, shorts = _kinds()
    defined: dict[str, str] = {}
    last: dict[str, str] = {}
    years: dict[str, set[str]] = {}  # each name without the years or 试行 at its end → the names with them
    for d in found:
        if not d.is_work and (m := _YEARS.search(d.text)):
            years.setdefault(d.text[: m.start()], set()).add(d.text)
    issued: dict[str, set[str]] = {}  # 关于… → the names with who issued it before that
    for d in found:
        if not d.is_work and (by := _ISSUER.match(d.text)):
            issued.setdefault(d.text[by.end() :], set()).add(d.text)
    result: list[Titled] = []
    written: dict[str, str] = {}
    for d in found:
        d = d._replace(text=written.setdefault(d.text.replace("○", "〇"), d.text))  # 二○三五年, 二〇三五年
        if not d.is_work:
            if (m := _YEARS.search(d.text)) and len(alike := years[d.text[: m.start()]]) > 1:
                same = [n for n in alike if _plain_years(n) == _plain_years(d.text)]
                d = d._replace(text=max(same, key=lambda n: (len(n), n)))  # （2010-2020） of （2010—2020年）
            elif len(dated := years.get(d.text, ())) == 1:
                d = d._replace(text=next(iter(dated)))  # 《某省发展报告》, 《某省发展报告（2006—2015）》
            elif len(whole := issued.get(d.text, ())) == 1 and not _is_anothers(text, d, next(iter(whole))):
                d = d._replace(text=next(iter(whole)))  # 《关于…的意见》 of 《某某厅关于…的意见》
            elif d.text in defined:
                d = d._replace(text=defined[d.text])
            elif d.text in shorts and not is_of_others(text, d):
                d = d._replace(text=last.get(d.text, d.text))
            else:
                plain = re.sub(r"（[^（）]*）\Z", "", d.text)
                last.update({plain[-n:]: d.text for n in range(2, 7) if plain[-n:] in shorts})
                if sent := _SENT_WITH.match(text, d.end):
                    last[sent["kind"]] = d.text
                if said := _DEFINED.match(text, d.end):
                    defined[said["short"]] = d.text
        result.append(d)
    return result


# 介绍了签约的背景和协议: some other thing and an agreement of no name.
_OTHER_AND = re.compile(f"(?<=[^，。；、]{{2}})[和与及]{AGREEMENT}\\Z")


# 达成的所有协议, 第一份自由贸易协定: what sort or number they are.
_ANY_PACT = re.compile("(?:\\A|的)(?:所有|全部|任何|各[类项]|第[一二三]份|首[份项]|多[个份项])")
_FIRST = re.compile("[ 　]*(?:首个|首份)?")  # 签署 首个某某备忘录


# 签订“甲”“乙”等三项合作协议
_QUOTED_LIST = re.compile(
    f"了?(?:“[^“”]{{4,60}}”[、和]?){{2,12}}等?(?:[两三四五六七八九十\\d]{{1,3}}[项份个])[一-鿿]{{0,6}}?{AGREEMENT}"
)
# 签署“甲协议”和“乙协议”
_IN_MARKS = "“[^“”]{2,60}?(?:协议书?|备忘录|合同|意向书)”"
_QUOTED_EACH = re.compile(f"了?{_IN_MARKS}(?:(?:[、和与及]|以及){_IN_MARKS}){{1,8}}")
_ONE_QUOTED = re.compile("“([^“”]{4,60})”")
_AFTERWARDS = ("之后", "以后", "以来", "之前")


def _after(text: str, position: int) -> list[Titled]:
    """Agreements named after 签署, several in a list."""
    found: list[Titled] = []
    if text.startswith(_AFTERWARDS, position):
        return found  # 签约之后双方要照协议办
    if several := _QUOTED_LIST.match(text, position) or _QUOTED_EACH.match(text, position):
        return [
            Titled(q.start(1), q.end(1), q[1], "agreement signed")
            for q in _ONE_QUOTED.finditer(text, several.start(), several.end())
        ]
    while True:
        stop = re.search(r"[，。；！？\n《]", text[position : position + 80])
        clause_end = position + (stop.start() if stop else 80)
        m = _AGREEMENT_AT.search(text, position, clause_end)
        if m is None:
            return found
        if SIGN.search(text, position, m.start()):
            return found  # 甲签约乙 丙签订丁协议: of the second verb
        start = position
        for joint in re.finditer(r"[“‘]|关于|了", text[position : m.start()]):
            if joint.group() == "了":
                start = position + joint.end()
        if first := _FIRST.match(text, start, m.start()):
            start = first.end()
        start += text[start] in "“‘" and not set("”’") & set(text[start : m.end()])
        name = text[start : m.end()]
        if _OTHER_AND.search(name) or _ANY_PACT.search(name):
            return found
        if "、" not in name and "的" not in name:
            found.append(Titled(start, m.end(), name, "agreement signed"))
        elif "的" in name:
            tail = start + name.rindex("的") + 1
            if tail < m.start():
                found.append(Titled(tail, m.end(), text[tail : m.end()], "agreement signed"))
        if text[m.end() : m.end() + 1] not in "、和":
            return found
        position = m.end() + 1


def _run(text: str, cut: Words, end: int) -> int | None:
    """Where the nouns before an agreement begin, a quotation at their head included."""
    position = end
    while position > 0:
        index = cut.ending_before(position)
        word, tag = cut.word(index), cut.tags[index]
        if word == "”":
            opening = text.rfind("“", max(0, position - 16), position)
            return opening if opening >= 0 else None
        if (tag[0] not in "nvajbs" and word != "类") or word in _NO_PART or word == "暨":
            break
        position = cut.starts[index]
    return position if position < end else None
