"""Whether a run of nouns names one body, or only says of which kind it is: 高职院校, 股份制商业银行, 游客接待中心."""

import re

from kg.mentions.body_edges import Edges
from kg.mentions.body_sorts import is_of_many, of_a_sort, sort_of_school
from kg.mentions.body_words import fields_at_end, generic, is_department
from kg.mentions.heads import has_a_head
from kg.mentions.lexicon import words
from kg.mentions.plain_words import common, plain_word
from kg.mentions.several import LEVELS, are_several

_COUNT = re.compile(
    r"(?:众多|诸多|大量|许多|一大批)的?\Z|[\d一二两三四五六七八九十百千万余多数几]{1,6}[余多]?[个所家名位项支批类种座处条间]?\Z"
)
_TOWN = re.compile(
    r"[一-鿿]{1,8}(?:[镇乡村]|街道|社区|苏木|团场|林场|开发区|园区|新区|高新区|自贸区|保税区|管理区|度假区|示范区|科学城|新城|产业园|工业园|科技园|物流园|农业园|集聚区|集中区|旅游区|风景区|试验区|起步区)\Z"
)
# A division that the gazetteer doesn't know, or one of another country: 青岭县, 加利福尼亚州.
_PLACELIKE = re.compile(r"(?!全|各|本|该|我|两|多|某|其他|有关|相关)[一-鿿]{2,8}[省市县区州旗]\Z")
# 闽宁职业教育…共同体, 琼港经济合作…委员会: two provinces by one character each.
_PROVINCES = re.compile(
    "[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新港澳台]{2,4}(?=[一-鿿]{6})(?![东西南北中省市])"
)
_WIDE = ("中国", "国家", "全国", "中华", "中央")
_OF_THE_WORLD = ("世界", "国际", "亚洲", "全球", "亚太")
_UNIQUE = frozenset(("联盟", "联合会", "协会", "学会", "总会", "基金会"))
# A run of common nouns before these says what sort it is.
_LOOSE = frozenset((
    "公司", "中心", "保险", "分行", "支行", "工厂", "事务所", "合作社", "俱乐部", "工作室", "专家组", "医疗队", "救援队", "志愿服务队",
    "指挥部", "编辑部", "办公室", "使馆", "商场", "秘书处", "管理处", "评审委员会", "学术委员会", "国家队", "代表队", "分厂", "总厂", "总院",
))  # fmt: skip
# The page's own school or company, whose parts are no bodies by themselves; any school of a sort.
_SELF = frozenset((
    "学校", "学院", "本校", "该校", "校园", "集团", "公司", "医院", "校", "院", "联盟", "协会", "学会", "基金会", "初级", "高级", "完全", "职业高级",
))  # fmt: skip
# What a level has one of each: 县实验中学.
_LOCAL = frozenset((
    "实验", "机关", "直属机关", "高级", "职业", "第一实验", "第二实验", "特殊教育", "教师进修", "中心", "示范", "第一", "第二", "第三",
))  # fmt: skip
_PROGRAMME = re.compile(
    r"(?:国家|全国|省|市)(?:级)?(?:制造业|技术|产业|企业|重点|工程|地方联合|临床医学)*(?:创新中心|研究中心|实验室|技术中心)|[一-鿿]{0,8}?(?:国际|全国|区域|综合性|成渝|西部|东部|产业)+科技创新中心"
)
_SCHOOLS = frozenset(("学校", "中学", "中学校", "小学", "小学校", "高中", "初中", "幼儿园", "幼稚园"))
_INSTITUTES = frozenset(
    ("科学院", "研究院", "研究所", "学会", "协会", "联合会", "促进会", "基金会", "研究会", "交流中心", "考试院")
)
_RATED_LAB = re.compile(
    "[国省市校院部厅]级|高校|学校|大学|企业|首批|建设|建成|新增|获批|一批|多个|[两三四五六七八九十]个|[级校院站室心所地台业团队人][和与及]|、"
)
_STATE_LAB = re.compile("(?:国家|全国)(?:[与和]?地方联合)?(?:重点|工程|工程技术|技术创新)\\Z")
_HEADED = re.compile("(?:执行|常务|副)?(?:校长|党委|党工委|管委会|书记|主任)")  # 珠海校区校长, after 某大学副校长
# 某某市青少年活动中心 is an institution, 某某镇活动中心 a hall.
_FOR_PEOPLE = re.compile("(?:青少年|少年|儿童|妇女|老年人?|老干部|学生)[一-鿿]{0,4}活动\\Z")
_RANK = re.compile("[一二三四]级|重点|示范|级|属|直|内|外|本级|上|下")
_NEEDS_TWO = ("集团", "药业", "制药", "控股", "重工", "实业", "保险", "银行", "公司")
_ALWAYS_LOOSE = re.compile(
    r"(?:命运|利益|学习|(?<!融合)发展|生命|民族|安全|合作)共同体|(?:养老|医疗|失业|工伤|生育|社会|商业|农业|财产|意外|伤害|责任|健康|大病|基本|存款|车|人寿|人身|重疾|储蓄)保险"
    r"|(?:重点|国家重点|高校|开放|虚拟|省级|国家级|联合|共享|教学|物理|化学|生物|计算机|创新|智能|移动|仿真|专业|校内|标准化|现代化|一流)实验室"
    r"|(?:指挥|信用卡|客户服务|客服|呼叫|新闻|会展|会议|展览|体育|活动|购物|文化|政务|党群服务|为民服务|便民服务|志愿服务|城市副|副|市|人质|重|圆|商业|区域|增长|研发|技术|服务|销售|营销|游客|数据|物流|交易|结算|治疗|诊疗|康复|培训|教学|实训|考试|评估)中心"
)


_GRADES_AND = ("高中等", "初中等", "中学等", "小学等", "幼儿园等")
_ON_FLOOR = re.compile("[一二三四五六七八九十\\d负]{1,2}[楼层]\\Z")
_LABS = ("实验室", "重点实验室", "开放实验室", "校级实验室", "教学实验室", "虚拟仿真实验室", "专业实验室")
_SENT = ("巡视组", "巡察组", "督察组", "督导组", "督查组", "指导组")
_ORDINAL = re.compile("第[一二三四五六七八九十\\d]+")
_LOCAL_NUMBER = re.compile("[省市区县州旗]第?[一二三四五六七八九十]{1,3}")
_VILLAGE = re.compile("(?!乡镇|各|行政|自然|全|农)[一-鿿]{2,12}村")
_DIRECT = re.compile(
    "(?:[省市区县州局厅部委])?(?:直属|所属|下属|属)(?:高校)?(?:附属)?(?:学校|单位|高校|幼儿园|中学|小学|医院|企业|院校)"
    "|(?:直属)?(?:普通|中等|民办|职业)*(?:高等学校|高等院校|职业院校|职业学校|中小学校?)"
)
_OF_TOWN = re.compile(
    "(?![各每全该本此两几多我]|乡镇|城镇|村镇|有关|相关|所属|辖区|农村)[一-鿿]{2,6}(?:(?<!乡)镇|乡|街道)(?:社区)?(?:卫生|便民|党群|政务|养老|退役军人)(?:服务)?中心"
)
_IS_BUILDING = re.compile(
    "(?:建设(?=国家|省级|一流|现代|高水平|未来)|共建|成立|创建|创办|组建|设立|新建|获批|申报|建有|拥有)(?=[一-鿿]{3})"
)
_BIG = re.compile("[两三四五六七八九十][大所家个]")
# 到某地建设|优质学校: of what sort they are to be.
_TO_BE = re.compile(
    "(?:建设|新建|打造|创办|兴办|兴建|举办)(?:一?[批所])?(?:优质|高水平|特色|示范|标准化|现代化|寄宿制|一流|知名|新型)\\Z"
)
_STAGE = re.compile("阶段(?:教育)?\\Z|(?:直属|部属|省属|市属|所属)(?:高校|院校)(?:附属)?\\Z")
_SORT_OF_GROUP = re.compile("[一-鿿]{2,8}?(?:骨干|示范性?|重点)(?:职业)?教育集团")
_OF_LEVEL = re.compile("(?:国家|省|市|区|县|校)级")
_RATED = re.compile(
    "[一二三]级[甲乙丙特]?等?[一-鿿]{0,4}|(?:全国|国家|全省|全市|[省市区县])(?:首批|首家|级)?(?:示范|重点|骨干|优质|百强|百佳|十佳|最佳|样板|标杆|高水平|优秀|龙头|文明)性?[一-鿿]{0,4}"
)
_PRIZED = re.compile("(?:[一-鿿]{2,7}[省市区])?“(?:双一流|双高|双万|211|985|一流)”(?:建设|计划|普通高等|高职|本科)?")
_RATED_KINDS = ("集团", "学校", "大学", "学院", "医院", "公司", "高校", "中学", "小学", "幼儿园")
_ALL_OF_THEM = re.compile(
    "各(?:县|市|区|旗|州|盟)|各级|各类|各地|有关|相关|^直辖市|^计划单列市|(?:^|[与及和、])二级|职能部门|同类$|[辖区境域围]内$|流动$|^跨(?!越|国|界|[省市县区]域)"
)
_LEVELS_ALONE = re.compile(
    "(?!九州)(?:[一二两三四五六七八九十多数]{1,3}[省市区县州旗]){1,3}(?=[一-鿿]{2})|[省市区县州旗](?:市(?![场政容民])|区(?![划域块位])|[县旗州])"
)  # 各区县教育局, 六市四县教育局
# What a school is to another, whatever else is said of it: 姊妹学校, 某市受援学校, 五所基地学校.
_KIND_OF = re.compile(
    r"[^，。；]{0,30}?(?:姊妹|姐妹|友好|结对|手拉手|联盟|基地|合作|共建)(?:学校|书院|学院|中学|小学|高中|幼儿园)"
    r"|[^，。；]{0,30}?(?:帮扶|受援|支援|对口|项目|成员|定点)(?:单位)?(?:学校|中学|小学|高中|幼儿园|医院)"
    r"|[一二两三四五六七八九十百]{1,3}余?所[^，。；]{0,20}"
    r"|[^，。；]{1,8}[省市区]级?(?:特色|现代|示范性?|优秀|重点){1,3}产业学院"  # which a province names so, and not one
)
_WHICHEVER = re.compile(
    "[各每某该此其]|上述|前述|同类|本(?!溪)|直辖市|计划单列市|[省市区县乡镇]{1,3}级|[我贵两三双][院校市省县区国]|有关|相关"
)
_OF_SELF = re.compile("(?:学[校院]|[本该]校)(?=[一-鿿])")


_TALLY = re.compile("(?:[一两二三四五六七八九十][一-鿿]{1,2}){2,8}")  # 两会一刊一库一|中心
# What ends in 局 and is no bureau: 幼儿园布局.
_SITUATION = re.compile("[布格僵困棋危变大全开结终残]局\\Z")
# 管理局 is one word to the segmenter, as 布局 of 战略布局 is, which is no bureau.
_BUREAU_OF = ("管理", "监管", "监督", "事务", "训练", "发展", "服务")


def is_official(edges: Edges, start: int, suffix: int) -> bool:
    """Whether fields of administration stand right before the suffix."""
    return bool(fields_at_end().search(edges.text, start, suffix))


_OF_PARK = re.compile("[一-鿿]{2}(?:国家公园|自然保护区|风景名胜区|湿地公园|森林公园|水利枢纽|灌区|林区|水库)管理\\Z")
_FORCES = ("军区", "军分区", "警备区")
_LIES = ("地处", "位于", "居于", "处于", "坐落于", "坐落在")


def is_specific(edges: Edges, start: int, suffix: int, end: int, group: str, parent_end: int | None) -> bool:
    """Whether the name [start, end) with its suffix tells one body from others of its sort."""
    text = edges.text
    head, ending = text[start:suffix], text[suffix:end]
    rest = head  # without the division that it begins with, whose characters mean nothing else: 天等县, 二七区
    if (place := edges.place_at(start)) is not None:
        rest = text[place.end : suffix]
        if place.end == end:
            return False  # 点军区 is no 军区
        if place.end - suffix in (0, 1) and group in ("GovernmentBody", "PartyBody") and end - place.end > 0:
            return True
    if (
        (ending == "中心" and not rest and text.endswith(_LIES, 0, start))
        or (ending == "中专" and head.endswith(("学校", "学院")))
        or (group == "Company" and text.startswith("镇", end) and end not in edges.begins)
    ):
        return False  # 地处重庆中心; 某师范学校中专毕业; 铁矿镇
    if ending == "电大":
        return place is not None and place.end == suffix  # 江海电大
    if ending in _FORCES and head in LEVELS:
        return True  # 省军区
    if ending == "局" and _SITUATION.search(text, start, end):
        return False
    if ending == "中心" and head.endswith("行政"):
        return False  # 青岭区行政中心, where something is held
    if ending == "领导小组" and parent_end is None and text.endswith(("成立", "建立", "组建", "设立"), 0, start):
        return bool(
            edges.has_place(start, suffix) or head[:1] in LEVELS or head.startswith(_WIDE)
        )  # 成立校地合作领导小组
    if _ON_FLOOR.search(head) or (text[start - 1 : start] == "“" and _TALLY.fullmatch(text, start, end)):
        return False  # 区政府三楼中心接待室
    if are_several(edges, start, suffix, rest, group, parent_end) or (ending == "商会" and head[-1:] in ("磋", "协")):
        return False  # 各市教育局; 磋商会
    if ending.endswith("实验室") and parent_end is not None and text[parent_end:end] in _LABS:
        return False  # 某某大学重点实验室, whichever
    if ending in _SENT and not (
        ((parent_end or head[:2] in ("中央", "国务")) and _ORDINAL.search(head)) or edges.has_place(start, suffix)
    ):
        return False  # 督导组, whose and which
    if ending in ("医联体", "医共体") and (
        (parent_end is not None and text[parent_end:suffix] in ("", "紧密型", "松散型"))
        or head in ("建", "办", "组建", "共建", "构建", "新建")
    ):
        return False  # 甲医院与乙医院医联体, 携手建医联体
    if _OF_LEVEL.match(head) and group in ("Organization", "EducationInstitution"):
        return False  # 国家级技能大师工作室
    if (_RATED.fullmatch(head) or _PRIZED.fullmatch(head)) and ending.endswith(_RATED_KINDS):
        return False  # 全国示范职教集团
    if of_a_sort(edges, start, suffix, end, group):
        return False
    if _ALL_OF_THEM.search(head) or _LEVELS_ALONE.match(rest) or _KIND_OF.fullmatch(text, start, end):
        return False
    if ending.startswith(("厅", "局")) or ending == "委":
        return is_official(edges, start, suffix) or (
            ending == "局"
            and (parent_end is not None or suffix in edges.cut.boundaries or text.endswith(_BUREAU_OF, start, suffix))
            and (
                edges.has_place(start, suffix)
                or head.startswith(_WIDE)
                or parent_end is not None
                or bool(_OF_PARK.search(head))
            )
        )
    if ending.endswith("中心") and _OF_TOWN.fullmatch(text, start, end):
        return True  # 江口镇社区卫生服务中心
    if _WHICHEVER.match(head) or (
        ending == "学部" and (head[-1:] in ("大", "中", "小") or (parent_end is None and len(head) < 3))
    ):
        return False
    if not head and group == "GovernmentBody" and ending.endswith("委") and is_department(ending):
        return True  # 发改委, as 教育局
    if head in LEVELS and (ending in words("organs.tsv") or (group == "GovernmentBody" and ending.endswith("委"))):
        return True  # 市妇联, 市农委
    if group == "GovernmentBody" and head[:1] in LEVELS and is_department(text[start + 1 : end]):
        return True  # 市市场监管局
    if ending in ("校区", "院区") and parent_end is None and not _HEADED.match(text, end):
        return False  # 博爱校区 is a place, until its school is named
    if parent_end is not None and _IS_BUILDING.match(text, parent_end, suffix):
        return False  # 某大学建设国家级未来技术学院
    if parent_end is not None and _BIG.match(text, parent_end):
        return False  # 甲职教集团、乙职教集团|两大职教集团
    if parent_end is not None and _DIRECT.fullmatch(text, parent_end, end):
        return False  # 江海市教育局直属学校
    if ending[:1] in "一二三四五六七八九十" and head.endswith(("大学", "学院", "中学", "学校", "小学", "医院")):
        return False  # 甲大学、乙大学五校
    if ending == "卫生室" and not (edges.has_place(start, suffix) or _VILLAGE.fullmatch(head)):
        return False
    if _STAGE.search(head) or _TO_BE.search(head) or (head.endswith("中小学") and ending == "幼儿园"):
        return False  # 高中阶段教育学校, 某地中小学幼儿园
    if ending == "教育集团" and _SORT_OF_GROUP.fullmatch(text, start, end):
        return False
    if (
        ending == "院区"
        and parent_end is not None
        and text[parent_end:suffix] in ("", "新", "老", "主", "总", "两", "各", "原")
    ):
        return False
    if _LOCAL_NUMBER.fullmatch(head) and ending in ("医院", "中学", "小学", "高中", "幼儿园"):
        return True  # 市六医院
    if ending == "大学" and ((len(head) == len("澳大") and head.endswith("大")) or head.endswith("圆梦")):
        return False  # 澳大|大学展馆, 圆梦|大学
    if (ending == "学院" and len(head) == 1) or (ending == "学校" and head.endswith(_GRADES_AND)):
        return False  # 某某高中|等学校
    if head in _SELF or _OF_SELF.match(head) or _PROGRAMME.fullmatch(text, start, end):
        return False
    if group == "EducationInstitution" and (head in LEVELS or (head[:1] in LEVELS and head[1:] in _LOCAL)):
        return True
    if ending.startswith("团") and ending.endswith("委") and len(ending) == 3:
        return True
    if _GRADED.fullmatch(head):
        return False
    if (head.endswith("中") and ending in ("小学", "小学校")) or (
        ending in ("中心", "学校")
        and head.endswith(("会议", "会展", "展览", "体育", "活动", "购物", "文化"))
        and not _FOR_PEOPLE.search(head)
    ):
        return False
    if is_of_many(text, start, head, ending):
        return False
    if group == "PartyBody":
        return (
            len(head) > 0
            or ending.startswith("自治")
            or ending.endswith("直机关工委")
            or ending in ("省委", "市委", "区委", "县委", "州委", "旗委", "盟委", "州党委")
        )
    if ending == "政协" and head.endswith("人民"):
        return edges.has_place(start, suffix)
    if group == "GovernmentBody":
        return _is_government(edges, start, suffix, ending, parent_end)
    if parent_end is None and (head in _TO or (len(head) == 1 and _is_inside(edges, start))):
        return False  # 凝练|出|实验室, 把|准|医院; 进|学校
    if not head or _COUNT.search(text, max(0, start - 6), start):
        return False
    if text.endswith("命运共同体", start, end):
        return False  # 构建某组织命运共同体
    if parent_end is not None:
        return end - parent_end > 1
    if has_a_head(text, start, suffix, end):
        return True
    if group == "EducationInstitution" and ending in _SCHOOLS and sort_of_school(edges, start, suffix, ending):
        return False
    if _PROVINCES.match(head) and ending in ("共同体", "委员会", "联合体", "联盟"):
        return not text.endswith(("命运共同体", "民族共同体"), start, end)
    if (
        edges.has_place(start, suffix)
        or (head.startswith("首都") and len(head) > 3)
        or (
            head.startswith(_WIDE)
            and (group != "EducationInstitution" or _is_proper(edges, start + 2, suffix, group, ending))
        )
    ):
        return not (
            text.endswith(("命运共同体", "民族共同体", "副中心"), start, end)
            or _ALWAYS_LOOSE.fullmatch(text, start, end)
        )
    if head in ("世界", "国际", "亚洲", "全球"):
        return False
    if _is_founded(text, start, suffix, end):
        return True
    if head.startswith(_OF_THE_WORLD) and len(head) > 3 and ending in _UNIQUE:
        return True  # 世界旅游联盟: there is one
    return _is_proper(edges, start, suffix, group, ending)


_TO = ("进", "入", "到", "赴", "驻")


def _is_inside(edges: Edges, start: int) -> bool:
    """Whether a verb or an adjective of one character stands inside a clause: 凝练|出, 把|准."""
    return "一" <= edges.text[start - 1 : start] <= "鿿" and edges.cut.tags[edges.cut.at(start)][0] in "va"


# Colleges and institutes by their field are sorts of them, but where one is founded or opened it is this one.
_FOUNDED = re.compile("(?:共建|共同建设|成立|组建|设立|建立|创办|开办|建成|合办)(?:了|的)?[“]?\\Z")
_OPENED = re.compile("”?(?:正式|揭牌|挂牌|成立|落户|启用|授牌|签约|院长)")
# 乡村规划高校联盟、乡村产业高校联盟将分别组建: alliances by what they are for.
_ALLIED = re.compile(
    "”?(?:[、和及与]“?[一-鿿]{4,20}联盟”?){0,8}(?:在[一-鿿]{2,12}?(?=揭牌|挂牌|成立))?(?:将|已|也|正|今[天日]|当[天日]|同时|分别|正式|相继|先后|共同|揭牌)*(?:组建|成立|揭牌|宣告|启动)"
)
_VAGUE_ALLIANCE = re.compile("[两三四五六七八九十]|多个|各类|各种|一批|若干|系列|等|[省市国校厅部]级|类")
_BY_FIELD = re.compile("[一-鿿]{2,10}产业学院|[一-鿿]{4,10}研究院|[一-鿿]{2,8}(?:工程师|乡村振兴|网络安全|工匠)学院")
_VAGUE = re.compile(
    "现代产业|特色产业|新型|高水平|[省市国校厅部]级|级|各类|二级|专业性?产业|行业产业|校企|混合所有制|示范|这[些个]|一[批个所]|多[个所家]|若干|[两三四五六七八九十]|学校|企业|我|该|此|全国|首|优质|品牌|重点"
)


def _is_founded(text: str, start: int, suffix: int, end: int) -> bool:
    """Whether a college named by its field alone is one that is founded or opened: 共建智能制造产业学院."""
    if text.endswith("联盟", suffix, end) and suffix - start >= 6:
        return not _VAGUE_ALLIANCE.search(text, start, suffix) and bool(_ALLIED.match(text, end))
    return (
        text.endswith(("学院", "研究院"), suffix, end)
        and bool(_BY_FIELD.fullmatch(text, start, end))
        and not _VAGUE.search(text, start, end)
        and bool(_FOUNDED.search(text, max(0, start - 6), start) or _OPENED.match(text, end))
    )


# 国家一级博物馆, 省级示范高中: a class of bodies.
_GRADED = re.compile("(?:国家|全国|[省市])?(?:[一二三四五特]级|[一二三]类|级)(?:甲等|达标|示范性?|重点|优质)*")
# 省国防科技工业劳动竞赛委员会, which steers what several do
_STEERS = re.compile("[省市区县州][一-鿿]{2,14}(?:竞赛|指导|咨询|评审|协调|领导|评议|专家|组织|仲裁)")
_STREETS = re.compile(
    "[各该我每三四五六七八九十个、和与及等]|本(?!溪)|两(?!当)|多(?!伦)|乡镇|所在|相关|有关|属地|辖区|社区|[省市县区]直|全[市区县]|级"
)


def _is_government(edges: Edges, start: int, suffix: int, ending: str, parent_end: int | None) -> bool:
    head = edges.text[start:suffix]
    if ending in ("教委", "科委") or is_official(edges, start, suffix):
        return True
    if ending in ("政府", "人民政府", "政府办公厅", "政府办", "政府办公室") and (
        head in LEVELS or _TOWN.fullmatch(head)
    ):
        return True
    if ending in ("人大", "人大主席团") and head[-1:] in ("镇", "乡") and _TOWN.fullmatch(head):
        return not edges.text.startswith("主席团", suffix + len(ending))
    if ending in ("行署", "行政公署") and (head == "盟" or head.endswith("地区")):
        return True
    if (
        ending in ("街道办事处", "街道办")
        and 2 <= len(head) <= 4
        and head not in generic()
        and not _STREETS.search(head)
    ):
        return True  # 青云街道办事处
    if _PLACELIKE.fullmatch(head) or (ending == "委员会" and _STEERS.fullmatch(head)):
        return True
    if (
        ending in ("办事处", "街道办", "管委会", "派出所", "司法所", "财政所")
        and len(head) >= 2
        and _TOWN.fullmatch(head)
    ):
        return True
    return bool(head) and (
        edges.has_place(start, suffix)
        or (ending == "委员会" and _PROVINCES.match(head) is not None)
        or head.startswith(_WIDE)
        or (parent_end is not None and ending != "政府")
    )


def _is_proper(edges: Edges, start: int, suffix: int, group: str, ending: str) -> bool:
    cut, text = edges.cut, edges.text
    if start >= suffix:
        return False
    if text[start] in LEVELS and ending in _INSTITUTES:  # 市林业科学院
        return suffix - start > 2 and not _RANK.match(text, start + 1)
    if (rank := _STATE_LAB.search(text, start, suffix)) and rank.start() - start >= 4:
        return not _RATED_LAB.search(text, start, rank.start())  # 语音处理国家工程实验室
    loose = _ALWAYS_LOOSE.search(text[start : suffix + len(ending)])
    if loose and not (ending == "实验室" and loose.start() > 3 and not _RATED_LAB.search(text, start, suffix)):
        return False
    if loose:
        return True  # 火灾科学国家重点实验室
    pieces = [
        (text[max(cut.starts[i], start) : min(cut.ends[i], suffix)], cut.tags[i])
        for i in range(cut.at(start), cut.at(suffix - 1) + 1)
    ]
    known = generic() if pieces[0][0] in LEVELS else common()  # 市中医药研究院
    proper = [(w, tag) for w, tag in pieces if w not in known]
    if not proper:
        return False
    if group == "Company" and suffix - start < 2 and ending in _NEEDS_TWO:
        return False
    if ending in _LOOSE and len(pieces) < 4 and text[start] not in LEVELS:
        return any(not plain_word(w, tag) for w, tag in proper)
    return True
