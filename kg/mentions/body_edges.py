"""Where the name of a body begins: read leftwards from the word it ends in, over a run of nouns, to its firm left edge.

Leftwards a name ends before a verb of the genre, a preposition, a title, a person, a count or a mark; the administrative division
that most names begin with is its firmest edge.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache, cached_property

from kg.mentions.beside_names import (
    OCCASIONS,
    SOCIETIES,
)
from kg.mentions.body_words import field, fields_at_end, generic, joined_fields, stops
from kg.mentions.common_word import in_dictionary
from kg.mentions.gazetteer import Hit
from kg.mentions.lexicon import alternation, words
from kg.mentions.words import Words

LONGEST = 34  # characters; a longer run of nouns is no name

# Of what sort the materials or works are that a laboratory is for: 先进成形技术…实验室.
TECHNICAL = frozenset(("先进", "高效", "清洁", "精密", "复杂", "特种", "透明", "多孔", "超细", "绿色", "智能", "柔性", "极端", "高端", "稀有", "轻型", "重型", "超硬", "纳米", "微纳", "安全", "可靠", "稳定"))  # fmt: skip
_ZONES = ("经开区", "高新区", "开发区", "新区", "园区")
_NAMED_SCHOOLS = ("中学", "小学", "高级中学", "高中", "幼儿园", "幼稚园")
_KINDERGARTENS = ("幼儿园", "幼稚园")
_SCHOOL_LONG, _KINDERGARTEN_LONG = 4, 9  # characters of such names: 某某区青禾湾云雀中英文幼儿园
# Words of praise that the names of alliances may have behind their place: 江海省先进装备产业联盟.
_PRAISED = frozenset(("先进", "优秀", "优质"))
_ALLIED = ("联盟", "产业联盟", "协会", "促进会", "联合会")
LABORATORY = ("实验室", "国家实验室", "工程研究中心", "研究中心", "创新中心", "技术创新中心", "研究院", "研究所")
_WORK = re.compile(
    "(?:创新|发展|研究|改革|实践|应用|建设|服务|保护|传承|推广|开发|评价|交流|合作|转化|振兴|治理|促进){1,2}"
)
_OF_WORKS = (*SOCIETIES, "联盟", "共同体", "联合体", "专业委员会")
_WORKS_BEFORE = re.compile(f"{_WORK.pattern}\\Z")
_NUMBERED = ("医院", "中学", "小学", "幼儿园")
_OF_LEVEL = re.compile("(?:(?<![一-鿿])|(?<=[、和与及由]))[市县区州]第?[一二三四五六七八九十]{1,3}\\Z")
_BRACKET = re.compile(r"（([一-鿿]{2,8})）\Z")
_TRADE = re.compile(r"(?:^|[、，。；：“”（）\s])(?P<name>[一-鿿]{2,6})\Z", re.MULTILINE)
_JOINT = re.compile("国家[与和、]?地方\\Z")
_RARE = re.compile("[一-鿿]{1,2}")  # characters that no dictionary knows stand in proper names
_DASHES = frozenset("—-－–")
_REGIONS = ("东盟", "欧盟", "非洲", "欧洲", "亚洲", "拉美", "中亚", "西亚", "南亚", "中东", "东南亚", "阿拉伯国家", "阿拉伯", "葡语国家", "海湾国家",
            "粤港澳大湾区", "大湾区", "长三角", "珠三角", "京津冀", "成渝")  # fmt: skip
# Regions that are called by the first characters of their parts, which the segmenter cuts as it likes.
JOINED = re.compile(
    "一带一路(?![，。、])|(?:京津冀|长株潭|呼包鄂乌?|成德眉资|苏锡常|沪宁杭|沪杭甬|杭绍甬|宁镇扬|厦漳泉|深莞惠|广佛肇|珠中江|武鄂黄黄?|郑洛新|郑汴洛|哈大齐|长吉图|乌昌石"
    "|沪苏浙皖|苏浙皖沪|川渝滇黔|川滇黔渝|云贵川渝?|晋陕豫|鄂豫皖|陕甘宁青?|湘鄂赣|湘鄂渝黔|闽粤赣|闽浙赣皖|鲁豫皖苏?|苏鲁豫皖|蒙晋冀|成渝(?![北中]区))(?:都市圈|城市群|经济圈|经济区|地区)?"
)
_TOWARDS = frozenset("应向与在为到赴对给从和及由至是")
_WIDE = ("中国", "中华", "全国", "国际", "世界", "亚洲")
_AIDING = frozenset(("帮扶", "支援", "援助", "援建", "结对", "对口", "协作", "共建", "助力", "支持", "支教", "牵手"))
_CONTESTS = ("竞赛", "大赛", "比赛", "联赛", "项目")
_QUOTED_VERBS = frozenset(
    ("结对", "牵手", "携手", "联姻", "对接", "走进", "联手", "握手", "牵线", "组团", "入驻", "落户", "拥抱", "探访", "打卡", "点亮", "加盟", "联动", "对话", "结缘", "结亲", "走亲")
)  # fmt: skip
_BETWEEN = frozenset(("联合", "协同", "指导", "组织", "同", "统筹", "协调", "领导", "援助", "合作", "领办", "托管"))
# The segmenter may take 由县, 在市 for words.
_FUSED = re.compile("[由在与和同向对从率到赴为系有以任但而其][省市区县州镇]")
_ADVERBS = frozenset(("充分", "高度", "积极", "深入", "切实", "坚决", "热烈", "认真", "不断", "严格", "全面", "大力", "深刻", "圆满", "顺利", "超额", "自觉",
                      "如期", "扎实", "稳步", "衷心", "提前", "按期", "牢固", "坚定", "着力"))  # fmt: skip
# 任 and what reports begin with are often one word with the name after them: 任中原…公司, 据美国…大使馆.
_OPENERS = "应由经任据在与向对从为系兼原获被请赴到了的是及和有"
# What 和 joins to a school, before it: 大学和中学, 村和小学.
_JOINED_TO_SCHOOLS = "大中小高初专本等省市县区乡镇村州旗厂家师生班企校院" + _OPENERS
_HEADED_SCHOOL = re.compile("中学(?=(?:党委|党总支)?副?(?:书记|校长)(?!们|培训|论坛|联|协|会|高峰|队伍|职级))")
_AND_OTHERS = re.compile(
    "(?<=政协)提案委|等(?:学校|院校|单位|师生|[\\d一二两三四五六七八九十多几])"
)  # 某某高中|等学校师生
_NEVER_FIRST = frozenset("在据被把跟访")  # no name of a body begins so
_NAMED_ANYHOW = ("小学", "中学", "学校", "幼儿园", "高中", "医院")  # by any word: 和平小学
_SCHOOL_AT = ("大学", "学院", "师范", "职业")


_HEADED = "校院馆所园台行社站厂"  # what shares its last character with its head: 图书|馆长


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(alternation(words("titles.tsv")))


@cache
def _countries() -> tuple[str, ...]:
    return ("中国", *sorted(words("countries.tsv")))


class Edges:
    """Finds where names begin in one text. `places` are its administrative divisions."""

    def __init__(self, text: str, cut: Words, places: Sequence[Hit]) -> None:
        self.text, self.cut = text, cut
        self._places = places
        self._place_starts = [p[0] for p in places]
        self.begins = frozenset(self._place_starts)
        self._place_ends = {p[1]: p[0] for p in places}

    @cached_property
    def headed_schools(self) -> frozenset[str]:
        """What the text calls schools by whose head it names, by the two and by the three characters before 中学: 海南中学|校长甲."""
        ends = [m.span() for m in _HEADED_SCHOOL.finditer(self.text)]
        return frozenset(self.text[max(0, start - size) : end] for start, end in ends for size in (2, 3))

    def near(self, position: int) -> list[tuple[int, int]]:
        """The divisions named around a position."""
        low = bisect_right(self._place_starts, position - LONGEST)
        high = bisect_right(self._place_starts, position + 12)
        return [(p[0], p[1]) for p in self._places[low:high]]

    def place_at(self, start: int) -> Hit | None:
        """The division that is named at a position."""
        index = bisect_right(self._place_starts, start) - 1
        return self._places[index] if index >= 0 and self._place_starts[index] == start else None

    def place_around(self, position: int) -> int | None:
        """Where the division begins within whose name a position lies."""
        index = bisect_right(self._place_starts, position - 1) - 1
        return self._place_starts[index] if index >= 0 and position < self._places[index][1] else None

    def place_ending(self, end: int) -> int | None:
        """Where the division begins whose name ends at a position."""
        return self._place_ends.get(end)

    def has_place(self, start: int, suffix: int) -> bool:
        """Whether [start, suffix) names a division; its class word may be the first of the suffix."""
        return any(start <= p[0] and p[1] <= suffix + 1 for p in self.near(suffix))

    def straddled(self, position: int) -> bool:
        """Whether a common word reaches over a position (中国 over the end of 高中); 局局长, 小学校长 and 图书馆长 are none."""
        index = self.cut.at(position) if position < len(self.text) else -1
        return (
            index >= 0
            and self.cut.starts[index] < position
            and in_dictionary(self.cut.word(index))
            and not _titles().match(self.text, position)
            and not _AND_OTHERS.match(self.text, position)
            and not (self.text[position] == "长" and self.text[position - 1] in _HEADED)
        )

    def straddled_into(self, start: int, suffix: int, end: int) -> bool:
        """Whether the name is no more than a common word that reaches into the suffix (部分 into 分校)."""
        if self.text.startswith("政府", suffix):
            return False  # 省政府|办公厅
        index = self.cut.at(suffix)
        return start == self.cut.starts[index] == suffix - 1 < self.cut.ends[index] - 1 < end - 1 and in_dictionary(
            self.cut.word(index)
        )

    def walk(self, suffix: int, barrier: int, found: Mapping[int, object]) -> int:
        """Leftwards from the suffix, word by word, to where the run of nouns begins. `found` are the ends of bodies."""
        text, cut = self.text, self.cut
        position, crossed = suffix, 0
        if text.startswith(_NUMBERED, suffix) and (m := _OF_LEVEL.search(text, max(barrier, suffix - 6), suffix)):
            return m.start()  # 市六医院
        if position not in cut.boundaries:
            position = max(cut.starts[cut.at(position)], barrier)
            if text[position:suffix] in stops():  # 结成联盟 is one word to the segmenter
                administers = fields_at_end().search(text, max(barrier, suffix - 8), suffix)
                if administers is None or administers.start() >= position:
                    return suffix
                position = administers.start()  # 科经|委
        if text[suffix] in "厅局委":  # 省住|建厅
            run_by = fields_at_end().search(text, max(barrier, suffix - 8), suffix)
            if run_by is not None and run_by.start() not in cut.boundaries:
                position = min(position, run_by.start())
        if (placed := self._place_ends.get(suffix + 1)) is not None and position == suffix and placed >= barrier:
            position = placed  # 包头|市委, of which the segmenter has a verb
        while position > barrier and suffix - position < LONGEST:
            place = self._place_ends.get(position)
            if place is not None and place >= barrier:
                position = place
                continue
            index = cut.ending_before(position)
            word, tag = cut.word(index), cut.tags[index]
            start = max(cut.starts[index], barrier)
            if position in self.begins and (
                word == "人为" or (len(word) > 1 and word[-1] in _TOWARDS and not in_dictionary(word))
            ):
                break  # 严奕向 + 遵义四中, a name and a preposition in one; 任命甲等3人为某区…
            if word == "）" and (m := _BRACKET.search(text, max(barrier, position - 12), position)):
                position = m.start()
                if trade := _TRADE.search(text, max(barrier, position - 8), position):
                    position = trade.start("name")  # 卡斯卡特（厦门）…: a trade name may look like any words
                continue
            if word == "”":
                opening = text.rfind("“", max(barrier, position - 14), position)
                quoted = text[opening + 1 : position - 1]
                if (quoted in _QUOTED_VERBS and self.place_at(position) is not None) or (
                    quoted.endswith("计划") and text.startswith("幼儿园", suffix)
                ):
                    break  # “结对”|江海县人民医院, “国培计划”|幼儿园教师
                if position in self.begins and text.startswith(_SCHOOL_AT, suffix):
                    break  # 某省“校园招聘月”|江海大学专场
                if opening < 0 or text[position - 2] in "式。！？，；" or "，" in text[opening:position]:
                    break
                position = opening
                continue
            if word == "暨" and text.startswith(SOCIETIES, suffix) and not text.endswith(OCCASIONS, barrier, start):
                crossed, position = position, start  # 江海品质提升暨就业辅导促进会
                continue
            if (position in self.begins and word in _AIDING) or (word == "连" and text[start - 1] in "，。；\n"):
                break  # 甲医院结对帮扶|织金县中医医院; 连|齐鲁某某学院在内
            works = word in "和与及" and _WORKS_BEFORE.search(text, max(barrier, start - 4), start)
            if works and _WORK.fullmatch(text, position, suffix) and text.startswith(_OF_WORKS, suffix):
                position = start  # 教师教育创新与发展联盟
                continue
            if word == "和" and start > barrier and self._ends_in_he(start, position):
                position = start - 1
                continue
            if word in "和与及暨" and (self._joins(position) or self._named_he(start, position)):
                position = start
                continue
            zone = word == "集聚" and text[position] == "区"
            if zone or word == "·" or (word in _DASHES and self._pairs(start, position)):
                position = start
                continue
            if word == "—" and self._pairs_at_length(start, position):
                position = start - 1
                continue
            if word == "好" and index and cut.tags[index - 1] == "v":
                break  # 维护好|中国医疗队
            if _FUSED.fullmatch(word):
                position = max(cut.starts[index] + 1, barrier)
                break
            if word == "的" and text.startswith("党的群众路线", start - 1):
                position = start - 1  # 某省委党的群众路线教育实践活动第二督导组
                continue
            if word == "再" and re.match("保险|担保|生|制造", text[position : position + 2]):
                position = start
                continue
            if word[-2:] in _CONTESTS and text.startswith((*_SCHOOL_AT, "中专", "中学", "小学", "学校"), suffix):
                break  # 某省职业学校技能竞赛|江海职业中专赛点
            if word == "结合" and text.endswith("中西医", 0, start):
                position = start - 3
                continue
            if word == "之" and text[position] in "城乡都家星光友声旅路窗" and start > barrier:
                position = start  # 博物馆之城联盟
                continue
            if word == "联合" and (joint := _JOINT.search(text, max(barrier, start - 5), start)):
                position = joint.start()  # 国家地方联合工程实验室
                continue
            if (
                (tag == "x" and not _RARE.fullmatch(word))
                or self._is_done(word)
                or (
                    word in stops()
                    and not (word in TECHNICAL and text.startswith(LABORATORY, suffix))
                    and not (word == "地方" and text.startswith("金融", position))
                    and not (word == "地方" and start in self._place_ends and text.startswith("高校", position))
                    and not (word in _PRAISED and start in self._place_ends and text.startswith(_ALLIED, suffix))
                )
            ):
                break
            if not self._nominal(word, tag):
                if named := self._school_name(position, suffix, barrier):
                    position = named  # 武汉经开区三角湖小学
                    continue
                if start in self._place_ends and 1 < len(word) < 4 and tag[0] not in "mrcpud":
                    position = start  # 北京人天集团: after a place any word may be a name
                    continue
                break
            if start in found and (word in _BETWEEN or tag == "p") and not text.startswith("委员会", position):
                break  # 甲厅联合乙厅 are two bodies
            if (
                (tag != "ns" or not in_dictionary(word))  # 和田 is a place, 和青山 none
                and word[0] in _OPENERS
                and len(word) > 1
                and word not in _ZONES  # 经开区
                and start not in self._place_ends  # 上海市向明中学
                and ((word[0] in "由经" and tag.startswith("nr")) or not in_dictionary(word))
            ):
                position = max(cut.starts[index] + 1, barrier)
                break
            whole = word in words("name_verbs.tsv") or start in self._place_ends or len(word) == 1
            if not whole and (
                tag == "i" or (tag == "v" and position == suffix and not text.startswith(("基金会", "集团"), suffix))
            ):  # an idiom; a verb whose object the suffix is
                if named := self._school_name(position, suffix, barrier):
                    position = named
                    continue
                break
            position = start
        if (around := self.place_around(position)) is not None and around >= barrier:
            position = around  # 由定|南县教育局, which the segmenter cuts so
        if crossed and position not in self.begins and not text.startswith(_WIDE, position):
            position = crossed
        if position == barrier and position < suffix and text[position] in "和及与为向对由将把给率携偕任":
            at = cut.index.get(position)
            word = cut.word(at) if at is not None else ""
            named = len(word) > 1 and position + len(word) == suffix and text.startswith(_NAMED_ANYHOW, suffix)
            named = named and in_dictionary(word)  # 和平|小学, 向阳|中学
            position += 0 if named or position in self.begins else 1  # 任县
        if text[position] in _NEVER_FIRST and position not in self.begins:
            position += position < suffix  # 在|世新大学, of which the segmenter has 在世
        if text[position : position + 1] == "（":
            position = text.index("）", position) + 1
        joined = JOINED.search(text, max(barrier, position - 7), position + 8) if position < suffix + 1 else None
        return joined.start() if joined and joined.start() < position <= joined.end() else position

    def _is_done(self, word: str) -> bool:
        """Whether a word is a verb with its adverb (充分考虑) or two verbs (申请加入), one that goes on (肩负着), or a new one with its modal
        (要树牢) or with 等 (颐等续)."""
        return (
            (len(word) > 2 and word[-1] == "着")
            or (len(word) == 4 and (word[:2] in _ADVERBS or stops().issuperset((word[:2], word[2:]))))
            or (len(word) == 3 and (word[0] == "要" or word[1] == "等") and not in_dictionary(word))
        )

    def _nominal(self, word: str, tag: str) -> bool:
        if word in words("name_verbs.tsv"):
            return True
        if tag[0] == "m":
            return bool(re.fullmatch(r"第?[一二三四五六七八九十]{1,3}|[双多]元", word))  # 双元制大学
        if (
            tag[0] in "dt"
            and len(word) == 2
            and _RARE.fullmatch(word)
            and word[1] not in "直属类级式型化"
            and not in_dictionary(word)
        ):
            return True  # 银都: a word that the segmenter guesses
        return tag[0] not in "pcudryeoqt" or tag.endswith("g")  # a lone morpheme may be part of a proper name

    def _named_he(self, start: int, position: int) -> bool:
        """武汉和润…: after a place, 和 before a lone character that is no word is the first of a name."""
        index = self.cut.at(position)
        return (
            start in self._place_ends
            and self.cut.ends[index] - position == 1
            and self.cut.tags[index][0] not in "nrmq"
            and self.text[position] not in "省市区县州旗校院厅局部我该本各"
        )

    def _ends_in_he(self, start: int, position: int) -> bool:
        """中和|中学: 和 right before the kind of a school, with one character before it that is no kind of school itself."""
        left = self.cut.ending_before(start)
        kind = self.text[start - 1] in _JOINED_TO_SCHOOLS
        return (
            self.text.startswith((*_NAMED_SCHOOLS, "学校"), position)
            and self.cut.ends[left] - self.cut.starts[left] == 1
            and "一" <= self.text[start - 1] <= "鿿"
            and (
                not kind
                or start - 1 in self._place_ends
                or (
                    in_dictionary(self.text[start - 1 : position])
                    and self.text[start - 2 : start - 1] not in ("大", "、")
                )
            )
        )

    def _pairs(self, start: int, position: int) -> bool:
        """中国—东盟, 青岭—云溪: whether a dash joins two countries or places in one name."""
        left = self.text[max(0, start - 4) : start]
        return (
            (start in self._place_ends or left.endswith(_countries()) or left.endswith(_REGIONS))
            and self.text[position : position + 1] not in _DASHES
            and (
                position in self.begins
                or self.text.startswith(_countries(), position)
                or self.text.startswith(_REGIONS, position)
            )
        )

    def _pairs_at_length(self, start: int, position: int) -> bool:
        """中国——东盟: whether a dash of two strokes, of which the second starts here, joins two countries or regions in one name."""
        abroad = (*_countries(), *_REGIONS, "中国")
        return (
            self.text.endswith(abroad, 0, start - 1)
            and self.text[start - 1] == "—"
            and self.text.startswith(abroad, position)
        )

    def _joins(self, position: int) -> bool:
        """Whether 和 right before `position` stands inside a department's name (文化和旅游部)."""
        text = self.text
        if any(text.startswith(root, position - 1 - at) for root, at in joined_fields() if position - 1 >= at):
            return True
        left = fields_at_end().search(self.text, max(0, position - 13), position - 1)
        return bool(left and field().match(text, position))

    def _school_name(self, position: int, suffix: int, barrier: int) -> int | None:
        """Where a place ends behind which any words are the name of a school: 成都市树德协进中学."""
        if not self.text.startswith(_NAMED_SCHOOLS, suffix):
            return None
        far = _KINDERGARTEN_LONG if self.text.startswith(_KINDERGARTENS, suffix) else _SCHOOL_LONG
        for end in range(max(suffix - far, barrier), position - 1):
            placed = end in self._place_ends and self.text[end - 1] in "省市县区州旗镇"
            if end in self.cut.boundaries and (placed or self.text.endswith(_ZONES, barrier, end)):
                between = (self.cut.word(i) for i in range(self.cut.at(end), self.cut.at(suffix - 1) + 1))
                return end if not any(w in stops() or w in generic() for w in between) else None
        return None
