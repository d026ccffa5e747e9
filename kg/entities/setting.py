"""What a name says only within its article: bare bodies (市教育局), divisions that share a name (鼓楼区), generic titles.

The key of a body or place is the same for all spellings of its name; where the name alone does not tell which of several look-alikes
is meant and the article does not settle it, the key holds the article, so that nothing else can have it.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from kg.entities.body_keys import divisions_in, named_in_full, path_name, place_in, settle_name
from kg.entities.body_names import of_other_state
from kg.entities.iri import division_key
from kg.mentions.body_words import full_name, is_department
from kg.mentions.gazetteer import Division, Hit, gazetteer
from kg.mentions.lexicon import rows
from kg.mentions.resolve import SELF_SCHOOL
from kg.mentions.spelling import spelling
from kg.model import ArticleFacts, Entity, Kind

_PARTY = re.compile("(?:中共|中国共产党)(?=.)")
_NATIONAL = ("国家", "中央", "国务院", "全国", "中国", "中华", "最高", "联合国", "国际", "世界")
_WIDE = re.compile("区块链|市场(?!监)|市域|县域|区域|省际|州际|旗舰|盟")
# What every place or school has one of; the words before it tell nothing.
_EVERYWHERE = re.compile(
    r"[一-鿿]{2,6}[厅局委办]|(?:党|校党|团|校团|机关党)委|党组|总?工会|妇联|科协|残联|文联|工商联|政协|红十字会|人大(?:常委会)?|纪委监委|监委|团[省市区县州]委|(?:人民)?(?:政府|法院|检察院)"
    r"|(?:市?委)?(?:组织|宣传|统战|武装|政法|社会工作)部|[一-鿿]{2,4}(?:[处科]|(?<!实验)室)|党校"
    r"|(?:高新|经开|经济技术开发|高新技术产业开发|高新技术|开发|新|园|保税|综保|自贸|示范|度假|风景|景|工业园|产业园|城|郊|东|西)区"
    r"(?:管委会|党工委|[一-鿿]{0,8}[厅局委办]|政府|[一-鿿]{0,4}[中小]学)?"
    r"|[一-鿿]{1,5}(?:镇|乡|街道|社区|村)(?:政府|党委|办事处|党工委|[村居]委会|委|党支部|[一-鿿]{0,4}(?:[中小]学|幼儿园|卫生院))?"
    r"|(?:方舱|定点|三甲|三级|二级|公立|民营|综合|专科|基层|接种|隔离|核酸|疫苗)+(?:医院|医疗机构|医疗中心|点|门诊部?)"
    r"|(?:第?[一二三四五六七八九十]{1,2}|人民|中心|实验|职业|职教|中医|机关|附属|高级|育才|希望|妇幼)"
    r"(?:人民|实验|职业|技术|教育|高级|中心){0,3}(?:[中小]学?|学校|幼儿园|医院|中心|保健院)"
    # set up anew for each contest, task or congress; an institute by its field alone
    r"|[一-鿿]{0,12}(?:组委会|组织委员会|筹委会|执委会|评委会|评审委员会|(?:领导|协调|工作|推进|攻坚)小组|工作组|专班|专家组)"
    r"|(?:教育|科学|文化|卫生|健康|财政|经济|法制|监察|司法|民族|宗教|外事|华侨|环境|资源|保护|农业|农村|社会|建设|城乡|人口|预算|内务|提案|文史|学习|和|与){1,6}委员会"
    r"|[一-鿿]{2,4}研究所|(?:革命|历史|烈士|抗战)+(?:纪念馆|博物馆|陈列馆)|行政区政府|驻[多外各][一-鿿]{0,2}使?领?馆|(?:军乐|仪仗|文工|歌舞)[团队]"
)
_VENUE = re.compile(
    r"(?:(?:学校|本校|校|院|国际|学术|大学生|文化|艺术|行政|教学|综合|机关|多功能|体育|人民|主|分|大|小|第|号|[一二三四五六七八九十\d])*"
    r"(?:楼|报告厅|会议室|会议厅|礼堂|体育馆|图书馆|体育场|会议中心|会展中心|展览中心|活动中心|交流中心|博览中心|广场|校区|操场|剧院|音乐厅|宾馆|酒店|校园|校内|现场))+"
)
_TITLE_WORD = (
    "办学|育人|产教融合|科技|科研|创新|医疗|健康|体育|产业|金融|银企|银政|招商引资|投资|入驻|捐赠|采购|租赁|保密|知识产权|成果转化|技术转让|委托|定向|订单|学生|师资|姊妹|结对|资源共享|共享|研究|研发|开发|医联体|校校|院校|院地|政校|政企|村企|东西部|协作|"
    "工作|实施|战略|框架|合作|校企|校地|行动|年度|总体|试点|建设|管理|发展|改革|重点|任务|项目|活动|政府|全面|深化|双方|三方|多方|产学研|"
    "人才|培养|联合|共建|服务|安全|生产|责任|目标|学习|培训|教育|教学|招生|就业|实习|实践|基地|组织|专项|有关|关于|印发|开展|做好|加强|"
    "推进|推动|进一步|协同|帮扶|对口|友好|协议|规划|计划|停火|和平|和解|自由贸易|自贸|税收|双边|多边|减产|最终|临时|谅解|航空|贸易|"
    "经济|技术|文化|旅游|和|与|的|及|暨|（试行）|（征求意见稿）|《|》|“|”"
)
_TITLE_KIND = (
    "协议书?|协定|准则|读本|建议|条约|备忘录|合同书?|意向书|责任书|要点|方案|意见|通知|公告|通告|通报|公报|办法|细则|规定|规则|章程|制度|规划|计划|总结|报告|清单|"
    "指南|手册|倡议书?|承诺书|声明|宣言|聘书|证书|纲要|决定|决议|批复|函|请示|纪要|简报|标准|条例|白皮书|蓝皮书|年报|目录"
)
_TIME = r"(?:20\d\d|[一二]〇[〇一二三四五六七八九]{2})(?:[—－-]20\d\d)?(?:年(?!度)|学年)?|第?[一二三四]季度|[上下]半年|[一二三四五\d]年"
_GENERIC_TITLE = re.compile(rf"(?:{_TITLE_WORD}|{_TIME}){{0,40}}(?:{_TITLE_KIND})(?:（试行）|（征求意见稿）)?")
# Kinds of programme and what they are commonly about: 专项整治行动, 公共服务平台, 国家自主创新示范区 name no one of their kind.
_GENERIC_PROGRAM = re.compile(
    "(?:国家级?|[省市县]级|[一二三四五六七八九十百]+大|重点|重大|专项|整治|公共|服务|综合|建设|发展|自由贸易|自贸|自主|创新|产业|工业|人才|培养|培训|教育|教学|改革|提升|合作|联合|共建|"
    "精准|扶贫|帮扶|民生|实事|惠民|就业|创业|招聘|志愿|信息化?|数字化?|智能|绿色|示范|试点|试验|实验|先行|一体化|攻坚|[0-9一二两三四五六七八九十]年|年度?)*"
    "(?:行动|计划|工程|项目|平台|活动|战略|[试实]?[验点]?区|示范区|先行区|走廊|论坛|大赛|比赛|竞赛|赛)(?:项目|计划|工程)?"
)
_RELATIVE_TITLE = re.compile("[全本我][省市区县州校院]|[省市区县州]|学校|学院")
_YEAR = re.compile(r"20\d\d|二〇[〇一二三四五六七八九]{2}")
_HEAD = 2000  # characters in which an article says what place it is about
_CAPITAL = "110000"
_FOREMOST = 16  # characters of a name in which a bare department may end


# Sorts of body of which there are many, though the name begins as that of one: 国家医学中心; 中央委员会, of each party.
_SORT = re.compile(
    "(?:中央|全国)(?:代表大会|委员会|常务委员会|常委会|执行委员会)+|(?:[附就]近|当地|周边|某)[一-鿿]{1,8}|[一-鿿]{2,8}某部|援[一-鿿]{0,2}医疗队|"
    "(?:国家级?|全国|国际)(?:重点|示范性?|区域|工程|技术|产业|制造业|创新|研究|医学|医疗|临床|教学|联合|专业|科技|国际|大学生?|职业教育|高水平)*"
    "(?:中心|实验室|基地|学校|学院|大学|院校|高校|委员会|组织|企业|医院|公园|机构|政府)"
)
# Halls of the State in 北京 of which there is one each; the city before their name may be left out.
_HALLS = frozenset(
    (
        "人民大会堂",
        "钓鱼台国宾馆",
        "中南海",
        "京西宾馆",
        "国家会议中心",
        "国家博物馆",
        "天安门广场",
        "雁栖湖国际会议中心",
    )
)


def name_of_venue(name: str, hit: Hit) -> str | None:
    """人民大会堂 of 北京人民大会堂."""
    rest = name[hit.end :]
    return rest if hit.start == 0 and rest in _HALLS and hit.divisions[0].name == "北京市" else None


@dataclass(frozen=True)
class Setting:
    """What one article settles about the names in it."""

    facts: ArticleFacts

    @property
    def mark(self) -> str:
        """What ties a key to this article."""
        return "|" + self.facts.page.article.sha256

    @cached_property
    def _divisions(self) -> frozenset[str]:
        """The codes of the divisions in which the article's bodies and places lie, as far as their names say so."""
        found: set[str] = set()
        for e in self.facts.entities:
            if e.kind in (Kind.ORGANIZATION, Kind.PLACE):
                hit = place_in(e.name.removeprefix("中国共产党").removeprefix("中共"))
                if hit and len(hit.divisions) == 1:
                    found.update(d.code for d in gazetteer().path(hit.divisions[0]))
        return frozenset(found)

    @cached_property
    def around(self) -> frozenset[str]:
        """The codes of the provinces that the article's bodies and places lie in."""
        return frozenset(code for code in self._divisions if code.endswith("0000"))

    @cached_property
    def is_central(self) -> bool:
        """Whether the article names a central body, or no place but the capital."""
        if any(self.body(e.name) in central_bodies() for e in self.facts.of(Kind.ORGANIZATION)):
            return True
        found = gazetteer().find(self.facts.page.text[:_HEAD])
        return {gazetteer().province_of(d).code for hit in found for d in hit.divisions} <= {_CAPITAL}

    def which(self, hit: Hit) -> Division | None:
        """The one division that a hit means: the only bearer of its name, or the only one where the article's bodies are."""
        if len(hit.divisions) == 1:
            return hit.divisions[0]
        near = [d for d in hit.divisions if gazetteer().province_of(d).code in self._divisions]
        if len(near) > 1 and len({gazetteer().province_of(d).code for d in near}) == 1:
            near = [d for d in near if d.parent in self._divisions]
        return near[0] if len(near) == 1 else None

    def division(self, entity: Entity) -> Division | None:
        """The division that a body is of or a venue lies in: the one at the head of its name, if the name names no other
        (北京师范大学珠海分校)."""
        if entity.kind not in (Kind.ORGANIZATION, Kind.PLACE) or entity.code:
            return None
        name = _PARTY.sub("", entity.name, count=1) if _PARTY.match(entity.name) else entity.name
        found = divisions_in(name)
        if not found or found[0].start or found[0].end == len(name):
            return None
        division = self.which(found[0])
        if division is None or any(division not in gazetteer().path(d) for hit in found[1:] for d in hit.divisions[:1]):
            return None
        return division

    def body(self, name: str) -> str:
        """The identity key of a body."""
        placed = settle_name(name)
        if placed.hit is None:
            return placed.key + ("" if placed.known or not is_bare(placed.name) else self.mark)
        division = self.which(placed.hit)
        return placed.within(division) if division is not None else placed.key + self.mark

    def place(self, entity: Entity) -> str:
        """The identity key of a place: the division's code, or its name, after its division where it names one."""
        hit = place_in(entity.name)
        if hit is not None and (venue := name_of_venue(entity.name, hit)):
            return venue
        if hit is not None and hit.start == 0:
            division = self.which(hit)
            if hit.end == len(entity.name):
                if division is not None:
                    return division_key(division.code)
                if entity.code and not named_in_full(entity.name, hit):
                    return division_key(entity.code)
                return entity.name + self.mark
            if named_in_full(entity.name, hit):
                return path_name(division) + entity.name[hit.end :] if division is not None else entity.name + self.mark
        if entity.code:
            return division_key(entity.code)
        if hit is None and (_VENUE.fullmatch(entity.name) or is_bare(entity.name)):
            return entity.name + self.mark
        return entity.name

    def program(self, key: str) -> str:
        """The identity key of a programme: `key` is its name; one that names no more than its kind is of the article."""
        return key + self.mark if _GENERIC_PROGRAM.fullmatch(key) else key

    def document(self, name: str, key: str) -> str:
        """The identity key of a document: that of its title, `key`; of a generic title with its issuer or the article."""
        if not (_GENERIC_TITLE.fullmatch(name) or _RELATIVE_TITLE.match(name)):
            return key
        issuers = {
            self.body(r.subject.name)
            for r in self.facts.relations
            if r.predicate == "publishes" and r.object.name == name and r.subject.kind is Kind.ORGANIZATION
        }
        return f"{key}|{min(issuers)}" if issuers and _YEAR.search(name) else key + self.mark


@cache
def central_bodies() -> frozenset[str]:
    """The keys of national and international bodies."""
    return frozenset(spelling(row[0]) for row in rows("bodies.tsv", 2))


def is_bare(name: str) -> bool:
    """Whether a body's name without a place tells it from no other of its sort: 市教育局, 教育厅职教处, 我校, 第一中学."""
    if _SORT.fullmatch(name) and full_name(name) == name:
        return True
    if name.startswith(_NATIONAL) or of_other_state(name):
        return False
    if name in SELF_SCHOOL or _EVERYWHERE.fullmatch(name) or _EVERYWHERE.fullmatch(spelling(name)):
        return True
    if name[0] in "省市区县州旗盟" and not _WIDE.match(name):
        return True
    ends = [m.end() for m in re.finditer("[厅局委办会]", name[:_FOREMOST])]
    return any(is_department(name[:end]) for end in ends)
