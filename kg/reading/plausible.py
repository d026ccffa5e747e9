"""Is this Chinese? Measured by how common its characters are: wrongly decoded text consists of rare ones."""

import re
from dataclasses import dataclass

from kg.text.script import HAN, to_simplified

SAMPLE = 20_000
"""So many characters from the start of a text are looked at (and as many more from its middle)."""

# The most frequent characters of news Chinese, and those of its titles and bodies.
_COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经去法学如都同现当"
    "没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重"
    "并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教原东声提立及比员解水名真论处走义各入"
    "几口认条平系气题活更别打女变四总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基"
    "书非则界达光放强即难且权思王完设式路记南品住类求据程北边张该交规万取望觉术领共确传师观清今切院让识带导争运"
    "省县委厅局处校职育议党召开签约协联盟双城圈川渝京沪专组推动促进服创培养研究究院培训融技课质优均衡编辑来源发布记者讯报网首届举办"
    "讲话指出强调要求书记副主任持出席参加代表单位企项目工程计划方案意见精神贯彻落实近习平总学深入持续支撑引领格局"
)
# The most frequent surnames, and the characters that most given names consist of: a list of names holds few others.
_NAMES = _COMMON | frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付邹熊孟秦邱侯江尹"
    "薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫汤康易乔赖"
    "伟芳娜敏静丽磊军洋勇艳杰娟涛超霞平刚桂英华玉兰红燕鹏飞雪云峰波志建斌辉宇浩欣怡轩梓涵晨博俊雨佳琪嘉诚春梅秀珍凤琴荣祥福贵庆东亮永健世广兴良仁宁富顺信"
    "胜松善厚裕哲新清敬震振壮昌盛彬谦亨根忠礼德维克伦翔旭航弘邦承乐绍功厉坚彪策腾楠榕弘锋鑫晓莉萍颖慧巧淑惠珠翠雅芝娥莲环妹香莺媛瑞凡琼勤贞桃"
)
_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]")
_HANGUL = re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")
_LETTER = re.compile(r"[^\W\d_]")

COMMON_ENOUGH = 0.35
"""Share of common characters among the Chinese ones. News has 0.55 to 0.8, wrongly decoded text below 0.2."""

FEW = 100
COMMON_IN_FEW = 0.22
"""A sentence of fewer Chinese characters may have chanced on rare ones."""

NAMED_ENOUGH = 0.4
"""Share of the characters of names, the common ones among them. Lists of names have 0.5 to 0.8, garbage below 0.12."""

A_LIST = 20
"""Fewer Chinese characters are no list of names."""

HAN_ENOUGH = 0.2
"""Share of Chinese characters among all letters."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Counts over the sample of a text."""

    letters: int
    han: int
    common: int
    named: int
    kana: int
    hangul: int

    @property
    def han_share(self) -> float:
        return self.han / self.letters if self.letters else 0.0

    @property
    def common_share(self) -> float:
        return self.common / self.han if self.han else 0.0

    @property
    def is_chinese(self) -> bool:
        """Chinese characters in plenty, and such as are read, not the leavings of a wrong encoding."""
        foreign = self.kana + self.hangul
        return self.han > 0 and self.han_share >= HAN_ENOUGH and self.is_read and foreign <= 0.15 * (self.han + foreign)

    @property
    def is_read(self) -> bool:
        """Whether people read such characters, or only a wrong decoding brings them together."""
        enough = COMMON_ENOUGH if self.han >= FEW else COMMON_IN_FEW
        return self.common_share >= enough or (self.han >= A_LIST and self.named >= NAMED_ENOUGH * self.han)

    @property
    def plausibility(self) -> float:
        """From 0 (no Chinese) to 1; for comparing two ways to decode the same bytes."""
        return self.han_share * self.common_share


def measure(text: str) -> Measure:
    """Count the kinds of letters in a sample of the text."""
    sample = text if len(text) <= 2 * SAMPLE else text[:SAMPLE] + text[len(text) // 2 : len(text) // 2 + SAMPLE]
    simplified = to_simplified(sample)
    han = _HAN.findall(simplified)
    return Measure(
        letters=len(_LETTER.findall(sample)),
        han=len(han),
        common=sum(map(_COMMON.__contains__, han)),
        named=sum(map(_NAMES.__contains__, han)),
        kana=len(_KANA.findall(sample)),
        hangul=len(_HANGUL.findall(sample)),
    )
