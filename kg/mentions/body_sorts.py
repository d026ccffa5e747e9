"""Whether a run of nouns only says what sort of body it is, though a place stands before it: 海南中职学校, 上海市三级医院, 教育部工程研究中心1个."""

import re

from kg.mentions.body_edges import Edges
from kg.mentions.gazetteer import gazetteer
from kg.mentions.plain_words import is_plain

_THERE = ("研究所", "研究院", "高校", "院校", "学校", "大学", "医院", "公司", "企业")
_SORTED = ("学校", "院校", "高校", "小学", "小学校", "中学", "中学校")
_A_LOT = re.compile("(?:一批|一系列|若干)[一-鿿]{0,8}\\Z")
# 重庆市属大学, 4所双一流省属师范大学
_BELONGS = re.compile(
    "(?:[省市区县部州]属|“?双一流”?|高水平|地方)(?:师范|理工|工科|农业|医科|财经|综合性?|民族|普通|重点|本科)*\\Z"
)
_BELONGS_FAR = 16  # characters
_OF_A_RANGE = re.compile(
    "(?:全国|区域|地方|综合|专业|行业|学术|群众|公益|民间|社会|非营利)性[一-鿿]{0,6}|(?:全国|省级|市级|地方)(?=\\Z)"
)
_SHORT_SOCIETIES = ("协", "联", "委")
_BUILT = ("建设", "新建", "改建", "扩建", "增设", "开办", "兴办", "设立", "举办")
_OF_ALL = re.compile(
    "招生|(?:学生|师生|教师)?(?:职业)?(?:技能|教学能力|创新创业|文明风采|信息化)+(?:教学)?(?:大赛|竞赛|比赛|活动)|毕业生就业|布局"
)
_VOCATIONAL = ("中等职业学校", "中等职业技术学校", "高等职业学校", "职业院校", "中等专业学校")
_LEARNED = ("高等学校", "院校", "高校", "本科院校", "高等院校")
_SORT = re.compile(
    "(?:家长|老年|[省市部区县州]{1,3}属|协作|合作|受援|驻地|属地|省会|所在地|中职|高职|中高职|中小|公办|民办|义务教育|寄宿制|农村|薄弱|乡村|特色|示范|试点|定点|普通|重点|名牌|完全|知名|高品质|高质量|高水平)\\Z"
)
# 国家中医特色重点医院, 三级甲等综合医院
_SORT_OF_HOSPITAL = re.compile(
    "(?:国家级?|全国|区域|省级|市级|县级)?(?:中医|西医|中西医结合|妇幼|妇产|儿童|肿瘤|精神|传染病|康复|口腔|眼科|骨科|老年|社区|职业病){0,2}"
    "(?:特色|重点|示范|[一二三]级|[甲乙丙]等|综合|专科|公立|民营|教学|标杆|研究型|高水平|非营利性?|互联网|智慧|现代化?|基层|旗舰|区域性?){1,4}"
)
# 上海市三级医院, 沪滇三级医院, 贫困县县级医院: which hospitals of a place or a province are meant.
_HOSPITALS_OF = re.compile(
    "(?:[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新]{2,3}|[一-鿿]{2,8}?(?:省|自治区|市|县|州|区))?(?:贫困县|各|部分|相关)?"
    "(?:[一二三]级(?:[甲乙丙]等)?|[省市县区州乡镇]级|基层|综合|公立|民营|专科){1,3}"
)
# 太原北部地区省直三甲综合医院, 某医院三级甲等综合医院: a rating stands in no name.
_RATED_HOSPITAL = re.compile(
    "[一二三](?:级[甲乙丙]?等?|[甲乙丙]等?)(?:综合性?|专科|公立|民营|中医|中西医结合|妇幼保健|儿童|妇产|肿瘤|口腔|精神病?|教学|大型|现代化|研究型)*\\Z"
)
# 紧密型城市医疗联合体, 医疗卫生服务共同体: of which sort a union of hospitals is.
_UNIONS = ("医联体", "医共体", "联合体", "共同体", "医疗集团")
_SORT_OF_UNION = re.compile(
    "(?:(?:紧密|松散|半紧密)?型|县域|城市|网格化?|城区|市域|区域|跨区域|远程|专科|综合|医疗|卫生|健康|服务|医养|医防|中医药?|融合)+"
)
# 国际性世界一流大学, 国内一流学院, 全国一流综合性师范大学, 技能型高水平大学
_FIRST_RATE = re.compile(
    "(?:(?:国际|国内|世界|全国|区域|西部|东部|中部|行业|全省|亚洲)性?[一-鿿]{0,6}(?:领先|知名|著名)|[一-鿿]{0,8}(?:一流|高水平|特色鲜明的?))"
    "(?:综合性?|应用型|研究型|技能型|创新型|开放式|现代化?|民办|公办|新型|本科|高等|职业|技术|师范|理工|工科|农业|医科|财经|体育|艺术|民族|地方){0,4}"
)
# 职业院校现代产业学院, 特色产业学院
_OF_INDUSTRY = re.compile(
    "(?:(?:职业|本科|高职|高等|普通)?(?:院校|高校|学校))?(?:省级|国家级|示范性?|现代|特色|优势|校企){1,3}产业"
)
# 教育部工程研究中心1个、上海市重点实验室6个: how many of a sort there are.
_HOW_MANY = re.compile("(?:共|有|达|各)?\\d{1,4}余?[个家所](?=[，、。；）和及])")
_PATTERN = re.compile("的?[一-鿿]{0,6}(?:格局|模式|机制|体系|路径|架构)")
_PLANNED = re.compile("[一-鿿]{0,4}“十[一二三四五六七]五”")
# Travel agencies of a place, or of a sort.
_AGENCIES = re.compile(
    "(?:重点|知名|著名|主要|骨干|龙头|大型|中小|组团|地接|出境|入境|国内外?|国际|境外|海外|本地|当地|外地|传统|线上|在线|合作|签约)*+(?:游)?"
)
# What something is made into: 打造成东部沿海地区的中医医疗中心.
_MADE = ("中心", "基地", "学校", "医院", "实验室", "研究院", "研究中心", "创新中心", "公司", "集团", "学院")
_INTO = re.compile("(?:打造|建设成|建成|成为|发展成|办成|建设为|发展为)[^，。；\\n]{2,40}的\\Z")
_IS_TO_BE = re.compile("(?:打造成?为?|建设成为?|成为)[“]?\\Z")
_INTO_FAR = 46  # characters
# “一省一校”, 一村一社: for each one.
_ONE_EACH = re.compile("一[一-鿿]{1,2}一[一-鿿]{1,2}")
# 职业院校和行业协会, 江海普通高等学校, 全省“五好”县级工商联
_KINDS_AND = re.compile(
    "[一-鿿]{0,6}(?:院校|学校|企业|高校|机构|部门|单位|公司|政府|车间|社区)[和与及](?:行业|专业|企业|相关|社会|各类?|产业|有关|社会)?"
)
_LEARNING = re.compile("(?:普通|成人|民办|公办|独立|本科|高职|职业|高等|中等|专科|部属|省属|地方|层次){1,4}")
# 省体育特色项目（篮球）学校, 省示范性（特色）中等职业学校; 全球孔子学院
_STYLED = re.compile(
    "(?:特色|传统|示范|试点|基地|实验)性?(?:项目)?（[一-鿿、]{1,10}）|(?:特色|传统)项目\\Z|（(?:特色|示范|试点|项目)[一-鿿]{0,2}）"
)
_CONFUCIUS = re.compile("(?:全球|海外|世界各地|各国|各地|所有|[一-鿿]{2,14}[和与及])孔子")
# 江海市新春联谊会 is held; 江海市企业家联谊会 is a body.
_PARTIES_HELD = re.compile(
    "(?:新春|迎春|迎新|春节|元旦|中秋|国庆|端午|重阳|圣诞|跨年|周年|答谢|七夕|单身|师生|军民|警民|交友|文艺|球类|篮球|\\d年|[届次])\\Z"
)
_DONE_TO = re.compile("(?:\\A|[一-鿿]{2})(?<![公民])办\\Z|\\A(?:关心|支持|热爱|爱护|回报|回馈|情系|心系|服务|助力)\\Z")
_HIGHER = re.compile("(?:普通|成人|民办|公办|独立设置|职业){0,3}高等")
_OF_LEVEL = re.compile("(?:全[国省市区县州])?(?:“[一-鿿]{2,4}”)?[省市县区州乡]级")
# 西部师范大学教师教育联盟: those of a part of the country; 西南 and 东北 stand in names.
_OF_PART = re.compile(
    "(?:[东中西]部|中西部|沿海|沿边|长三角|珠三角|京津冀|成渝|环渤海|粤港澳|大湾区|[一-鿿]{2}(?:流域|经济[圈带区])|全国)(?:地区)?"
    "(?:师范|理工|职业|高职|医科|财经|政法|农业|民族|应用型|地方|综合性?|技术|高等|重点|一流|高水平|行业|特色)+"
)
_CAMPUS = re.compile("(?:(?!大学|学院|中学|小学|学校)[一-鿿]){1,4}(?:校区|院区)")
_HELD_THERE = re.compile(
    "[一-鿿\\d]{0,12}?(?:隆重|正式|顺利|成功|如期)?(?:举行|召开|举办|开幕|闭幕|启动|落幕|进行|开讲|上演)"
)
_OF_A_PROGRAMME = re.compile("“[^“”]{2,12}(?:计划|工程|项目|行动)”")
_EXPERTS = re.compile("(?:专家|院士|博士后?|科研|企业|研究生|科技特派员|[省市县校国家级]{2,}+)+")  # 院士专家工作站


def of_a_sort(edges: Edges, start: int, suffix: int, end: int, group: str) -> bool:
    """Whether [start, end), which ends in the suffix, is any of a sort and no name."""
    text = edges.text
    head, ending = text[start:suffix], text[suffix:end]
    if ending in _SORTED and _SORT.search(head):
        return True  # 海南中职学校
    if ending in ("大学", "学院") and _BELONGS.search(text, max(0, suffix - _BELONGS_FAR), suffix):
        return True
    if ending in _SORTED and head.endswith("”") and any(c in head for c in "+＋"):
        return True  # 内地“9+3”学校
    if _OF_A_RANGE.fullmatch(head) and group != "Company" and not ending.endswith(_SHORT_SOCIETIES):
        return True  # 全国性公募基金会, but 全国律协
    place = edges.place_at(start)
    if place is None and _A_LOT.search(text, max(0, start - 14), start):
        return True  # 打造一批教育支撑|发展产业研究院
    if place is None and ending in ("幼儿园", *_SORTED) and head.endswith(_BUILT):
        return True  # 在有小学的地域布点建设幼儿园
    if place is not None and text[place.end : end] in _VOCATIONAL and _OF_ALL.match(text, end):
        return True  # 江海市中等职业学校招生咨询会
    if ending in _THERE and head[-1:] in gazetteer().abbreviations and text[suffix - 2] in "在驻":
        return True  # 在闽研究所
    if "+" in head and text.startswith("”", end) and _PATTERN.match(text, end + 1):
        return True  # “国企+产业联盟”发展格局
    if _PLANNED.match(text, start, suffix):
        return True  # 编制“十五五”江海科技中心建设规划
    if ending == "旅行社" and _AGENCIES.fullmatch(text, _past_place(edges, start), suffix):
        return True  # 江海旅行社, 重点组团旅行社
    if ending == "公司" and head.endswith(("上市", "挂牌")):
        return True  # 浦东上市公司
    if ending == "协会" and head in ("商", "行业", "商会"):
        return True  # 国有企业、商协会
    if head.endswith(("所在", "法人")) or (ending in _UNIONS and _SORT_OF_UNION.fullmatch(head)):
        return True  # 队员所在医院, 非独立法人院区
    if ending == "大学" and (
        head in ("上", "上好", "考上", "考", "读", "念", "考取", "读好") or head.endswith(("贫困", "困难"))
    ):
        return True  # “上好大学”的机会, 家庭贫困|大学新生
    if _FORMULA.search(head) or (ending == "幼儿园" and (head.endswith(("山村", "村级", "村办")) or head == "小区")):
        return True  # “1+X”管理中心, 某市山村幼儿园
    if ending == "工作室" and head == "长":
        return True  # 名校（园）长工作室
    if ending == "工作室" and _OF_A_PROGRAMME.fullmatch(head):
        return True  # “甲计划”工作室
    if ending == "医院" and head in ("省立", "市立", "县立", "公立") and text[start - 1 : start] == "的":
        return True  # 最早的省立医院
    if ending == "医院" and (
        _SORT.fullmatch(head)
        or _RATED_HOSPITAL.search(head)
        or _SORT_OF_HOSPITAL.fullmatch(text, _past_place(edges, start), suffix)
        or _HOSPITALS_OF.fullmatch(head)
        or _whole_province(edges, start, suffix)
    ):
        return True
    if ending in _LEARNED and _LEARNING.fullmatch(text, _past_place(edges, start), suffix):
        return True  # 江海普通高校
    if ending in ("大学", "学院", "学校", "院校") and (head.endswith(("类", "型")) or _DONE_TO.search(head)):
        return True  # 扎根大地办|大学, 关心|学校发展
    if ending == "学院" and _OF_INDUSTRY.fullmatch(head):
        return True
    if ending == "学校" and _HIGHER.fullmatch(text, _past_place(edges, start), suffix):
        return True  # 江海普通高等学校
    if (ending in _SORTED and _STYLED.search(head)) or (ending == "学院" and _CONFUCIUS.fullmatch(head)):
        return True
    if ending == "联谊会" and _PARTIES_HELD.search(head):
        return True
    if _KINDS_AND.fullmatch(head) or _OF_LEVEL.fullmatch(head):
        return True
    if (
        ending.endswith("中心")
        and edges.place_at(start) is None
        and (
            _IS_TO_BE.search(text, max(0, start - 6), start)
            or (text[start - 1 : start] == "是" and edges.place_ending(start - 1) is not None)
        )
    ):
        return True  # 上海是国际金融与科技创新中心, 打造南疆教育中心
    if ending in _MADE and _INTO.search(text, max(0, start - _INTO_FAR), start) and edges.place_at(start) is None:
        return True  # 打造成东部地区的中医医疗中心
    if _HOW_MANY.match(text, end) and group != "Company" and not _ends_list(edges, start, ending):
        return True
    if (ending == "学校" and head in ("田间", "农民田间")) or (ending == "工作站" and _EXPERTS.fullmatch(head)):
        return True
    if ending in ("大学", "学院", "学校", "院校") and _OF_PART.fullmatch(head):
        return True
    if _ONE_EACH.fullmatch(text, start, end) or (ending in ("大学", "学院", "学校") and _FIRST_RATE.fullmatch(head)):
        return True
    if ending in ("校区", "院区") and text.endswith("在", 0, start) and _HELD_THERE.match(text, end):
        return True  # 在江海大学青山校区举行: where it is held
    if _CAMPUS.fullmatch(head):
        return True  # 青山校区|图书馆, whose
    if ending == "校董会" and head.endswith("）"):
        return True  # 江海大学（江大）校董会 has its short name inside
    if ending == "联盟" and text.startswith("单位", end) and _SO_MANY.search(text, max(0, start - 8), start):
        return True  # 4个高校|成果转化联盟单位
    return ending == "联盟" and text[start - 1 : start] == "类"  # 茶产业类|劳务品牌联盟


def _ends_list(edges: Edges, start: int, ending: str) -> bool:
    """Whether a school is the last of a list that is counted behind it: 喀什大学、西藏民族大学2所."""
    return (
        ending in ("大学", "学院", "医院")
        and edges.text[start - 1 : start] in ("、", "和")
        and edges.place_at(start) is not None
    )


def _past_place(edges: Edges, start: int) -> int:
    """Where the division ends that stands at a position, if one does."""
    place = edges.place_at(start)
    return start if place is None else place.end


def _whole_province(edges: Edges, start: int, suffix: int) -> bool:
    """Whether nothing but a province stands before 医院: 上海市医院对口支援; 北京医院 is one."""
    place = edges.place_at(start)
    return (
        place is not None
        and place.end == suffix
        and place.divisions[0].level == "province"
        and edges.text[start:suffix] not in ("北京", "海南")
    )


_FORMULA = re.compile("\\d\\+(?:\\d|[A-Z])")
_SO_MANY = re.compile("\\d{1,3}余?[个家][一-鿿]{0,4}\\Z")
_CITIES = frozenset(("北京", "天津", "上海", "重庆"))
# Part of a country or what it is there for, and no name: 南疆幼儿园, 基层幼儿园, 支教学校.
_WHERE = re.compile(
    "[南北东]疆|边境|边疆|山区|海岛|沿海|[苏皖赣粤闽湘鄂豫冀鲁陕]?[东南西北中][部片]?|藏区|牧区|基层|支教|援建|[一-鿿]{2,3}式|受益|中英文|双语"
)
# 珠澳学校, 粤港学校: those of both.
_OF_BOTH = re.compile("[京津沪渝冀苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇陕甘珠深穗厦杭两内]{1,2}[港澳台]{1,2}")
# What is done to schools of a sort: 合理规划幼儿园, 新建改扩建小学.
_ARRANGED = re.compile(
    "(?:合理|科学|统筹|有序|适当|优化|均衡|加快|大力|规划|布局|布点|新建|改建|扩建|改扩建|配建|增设|撤并|整合|调整|建设|兴建|规范|完善|发展|扶持|[举开续兴合创复停]?办|推进|治理|提升)+"
)


def sort_of_school(edges: Edges, start: int, suffix: int, ending: str) -> bool:
    """恩施学校, 宁夏农村学校, 贫困地区薄弱学校: which schools of a place are meant, and none by its name."""
    head = edges.text[start:suffix]
    place = edges.place_at(start)
    if place is not None and place[1] == suffix:
        # 上海中学 and 永嘉中学 are names, 青岭市小学 and 西藏幼儿园 say where they are, and so does 海南中学 where none has a head
        if head + ending in edges.headed_schools:
            return False
        return ending == "学校" or head.endswith("市") or (place[2][0].level == "province" and head not in _CITIES)
    if _WHERE.fullmatch(head) or (ending == "学校" and _OF_BOTH.fullmatch(head)) or _ARRANGED.fullmatch(head):
        return True
    if place is not None and head.endswith("实验"):
        return False  # 青岭县农村实验中学
    return bool(
        re.search(
            "农村|乡村|薄弱|周边|周围|附近|寄宿制|民办|公办|普惠性?|公益性?|示范性|县域|贫困|中小$|义务教育|优质|偏远|城镇|城区|城市|农民工|山区|边远",
            head if place is None else edges.text[place[1] : suffix],  # 青|城市 of 青城市第一中学 is in the place
        )
    ) and (place is None or is_plain(edges, place[1], suffix))


# 普通高中, 非国有博物馆, 京津冀行业协会: many of a kind.
_OF_NONE = re.compile(
    "(?:\\A(?:全[省市区县国]|非|各类?)*|免除|发展|建设|举办|规范|支持|推进)(?:普通|国有|民办|公办|私立|民营)\\Z"
    "|\\A(?:各|有关|相关|京津冀|长三角|珠三角|粤港澳|川渝|成渝|东北)?行业\\Z"
)
_SO_MANY_OF = re.compile(
    "(?:[近约超逾]|(?=\\d))(?:\\d{1,6}|[一二两三四五六七八九十百千]{1,4})[余多]?[名位个所家]"
)  # 近百名|孔子学院院长
_COUNTED = re.compile("[\\d余多几百千两三四五六七八九]个\\Z")  # not 首个某某联盟
_OF_PROVINCE = re.compile("[一-鿿]{1,6}[省市区]孔子")  # 辽宁省孔子学院|合作大学联盟
_OF_MANY = frozenset(("高中", "高级中学", "中学", "小学", "学校", "高校", "博物馆", "医院", "幼儿园", "协会", "企业"))


def is_of_many(text: str, start: int, head: str, ending: str) -> bool:
    """Whether words with a number or of a sort before the last word of a body tell of many: 普通高中, 近百名孔子学院院长, 20个某某局."""
    counted = _SO_MANY_OF.match(head) or _COUNTED.search(text, max(0, start - 3), start)
    of_kind = ending in _OF_MANY and _OF_NONE.search(head)
    return bool(counted or of_kind or _OF_PROVINCE.fullmatch(head))
