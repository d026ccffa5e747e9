"""Punctuation: one form for each mark, one for one, so that a rule needs to know only one.

In a line with Chinese characters: ，。；：（）！？“”‘’ and ·, spaces as plain spaces. Numbers (1,200; 3.5; 14:26),
addresses of pages and English runs keep theirs.
"""

import re
from collections.abc import Callable
from itertools import cycle

from kg.text.script import HAN

_HAS_HAN = re.compile(f"[{HAN}]")
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\t\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " "),
        **dict(zip("｡､﹐﹑﹒﹔﹕﹖﹗﹙﹚﹝﹞︰", "。、，、.；：？！（）（）：", strict=True)),
        **dict(zip("．％＋－／＆＠＃＝＊＿～〜＂＇", ".%+-/&@#=*_~~\"'", strict=True)),
        **dict(zip("「」｢｣『』〝〞﹁﹂﹃﹄", "“”“”‘’“”“”‘’", strict=True)),
        **dict.fromkeys("•‧∙⋅・･ᐧ・˙", "·"),
        **dict.fromkeys("―─━", "—"),
        **dict.fromkeys("丨∣❘", "|"),  # the first is a character of the dictionary that only parts titles
    }
)
_PLAIN_CLASS = re.compile("[" + re.escape("".join(map(chr, _PLAIN))) + "]")

# It begins with a set of characters, which `re` finds quickly; the groups look back at the one that was found.
_MARK = re.compile(
    r"[,，;:!?().∶\"'hw](?:"
    r"(?P<address>(?:(?<=h)ttps?://|(?<=w)ww\.)[A-Za-z0-9/:._?=&%#~+,;@!-]*[A-Za-z0-9/=])"
    r"|(?P<clock>(?<=\d[:∶])(?=\d))"
    r"|(?P<thousands>(?<=\d[,，])(?=\d{3}(?!\d)))"
    r"|(?P<english>(?<=[A-Za-z][,;:]) ?(?=[A-Za-z]))"
    r"|(?P<mark>(?<![，hw])))"
)
_ANY_MARK = re.compile("[,，;:!?().∶\"'](?:(?<!，)|(?<=\\d，)(?=\\d))")  # what most lines hold none of
# The usual characters in which foreign names are written; a dot between two of them parts a name.
_TRANSCRIBES = frozenset(
    "阿埃艾爱安奥巴班本比彼波伯布查达戴丹德登迪蒂杜多恩尔法菲费夫弗福盖戈格古哈海汉赫霍基吉加贾杰卡凯坎柯科克肯库拉莱兰朗劳雷里利莉列林琳卢鲁路伦罗洛马玛"
    "迈曼梅米莫姆纳奈内尼妮诺帕佩皮普奇乔切琼丘让瑞萨塞森沙史斯什舒丝苏索塔泰坦特提图托瓦万韦维温沃乌伍希锡夏肖谢辛雅亚延扬耶伊尤约泽扎詹朱兹佐得力买吐逊吾不依孜热江木曼顿哥贝娜丽莎茜娅黛薇芙蕾洁宾芬蒙穆努欧孙滕翁休修亨布都古祖宋颂适猜蓬披汶颇理"
)
_FULL = {",": "，", ";": "；", ":": "：", "∶": "：", "!": "！", "(": "（", ")": "）"}
_CHINESE = re.compile(f"[{HAN}“”‘’《》（）【】，。；：！？、…—·]")
_QUOTES = re.compile("[“”]")
_ASKS = re.compile("[吗呢么何谁哪几吧啥]|多少|多大|多久|怎|是否|能否|可否|有没有|是不是|会不会|能不能")
_STOPS = re.compile("[。！？；\n]")


def unify_marks(text: str) -> str:
    """The text with each punctuation mark in its one form, of the same length."""
    text = _PLAIN_CLASS.sub(lambda m: _PLAIN[ord(m[0])], text)
    return "\n".join(_line(line) if _HAS_HAN.search(line) else line for line in text.split("\n"))


def _line(line: str) -> str:
    if _ANY_MARK.search(line):
        line = _MARK.sub(_Marks(line), line)
    if "“" not in line and "”" not in line:
        return line
    return _QUOTES.sub(_turns(), line) if _is_turned(_QUOTES.findall(line)) else line


def _is_turned(quotes: list[str]) -> bool:
    """Whether the quotes of a line all look one way (”甲”乙”丙”) or are all the wrong way round (”甲“)."""
    if not quotes or len(quotes) % 2:
        return False
    return len(set(quotes)) == 1 or quotes == ["”", "“"] * (len(quotes) // 2)


def _turns() -> Callable[[re.Match[str]], str]:
    marks = cycle("“”")
    return lambda _: next(marks)


class _Marks:
    """Exchanges the marks of one line, remembering which quotes are open."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.double = 0
        singles = [i for i, c in enumerate(line) if c == "'" and self._chinese_beside(i)] if "'" in line else []
        self.singles = set(singles) if len(singles) % 2 == 0 else set()
        self.single = 0

    def _chinese_beside(self, i: int) -> bool:
        around = self.line[max(0, i - 1) : i] + self.line[i + 1 : i + 2]
        return bool(_CHINESE.search(around))

    def __call__(self, match: re.Match[str]) -> str:
        if match.lastgroup == "clock":
            return ":"
        if match.lastgroup == "thousands":
            return ","
        if match.lastgroup != "mark":
            return match[0]
        mark, i = match[0], match.start()
        if mark == '"':
            self.double += 1
            return "“" if self.double % 2 else "”"
        if mark == "'":
            if i not in self.singles:
                return mark
            self.single += 1
            return "‘" if self.single % 2 else "’"
        if mark == "?":
            return self._question(i)
        if mark == ".":
            return self._stop(i)
        return _FULL[mark]

    def _question(self, i: int) -> str:
        """A question mark, or the sign that a character was lost (刘?兵) or the dot between the parts of a name."""
        before, after = self.line[i - 1 : i], self.line[i + 1 : i + 2]
        if before == "?" or after == "?" or (before == " " and _HAS_HAN.match(after)):
            return "?"
        if not after or not _HAS_HAN.match(after) or not before or not _HAS_HAN.match(before):
            return "？" if _CHINESE.match(before or " ") or _CHINESE.match(after or " ") else "?"
        clause = _STOPS.split(self.line[max(0, i - 60) : i])[-1]
        if _ASKS.search(clause):
            return "？"
        return "·" if before in _TRANSCRIBES and after in _TRANSCRIBES else "?"  # 彼得?史密斯

    def _stop(self, i: int) -> str:
        """A full stop typed as a dot stands at the end of a line or of a quotation."""
        before, after = self.line[i - 1 : i], self.line[i + 1 : i + 2]
        if before in _TRANSCRIBES and after in _TRANSCRIBES:
            return "·"  # 彼得.史密斯
        ends = not after.strip() or after in "”’"
        return "。" if ends and before and re.match(f"[{HAN}”’）》%]", before) else "."
