"""In whose voice a page speaks at a place: 学校 in what somebody is reported to say is the speaker's, not the page's own."""

import re

# 某某表示，学校…; 程越说：“我校…
_VERB = re.compile("(?:表示|介绍说?|透露|指出|认为|告诉记者|坦言|谈到|强调|说|称)(?:道|到)?[，：,:]")
_QUOTE = 200  # characters of what is quoted
# …”程越说 after what is quoted.
_AFTER = re.compile("”[，。]?(?P<who>[^，。；“”\n]{2,50}?)(?:表示|介绍|透露|指出|认为|告诉记者|坦言|谈到|强调|说)")


def speaks(text: str, start: int, position: int, stop: int) -> tuple[int, int] | None:
    """Where a sentence, or what follows the quotation in it, names who says what stands at a position; None in the page's own voice."""
    lead = None
    for lead in _VERB.finditer(text, start, position):  # noqa: B007 (the last one)
        pass
    if lead is not None:
        return start, lead.start()
    opened = text.rfind("“", max(start, position - _QUOTE), position)
    if opened < 0 or "”" in text[opened:position]:
        return None
    after = _AFTER.search(text, position, min(len(text), max(stop, position + _QUOTE)))
    if after is None or "“" in text[position : after.start()]:
        return None
    return after.span("who")
