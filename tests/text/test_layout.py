"""Pages → the role of each line. The shapes are those of real sites, the names are not."""

from itertools import pairwise

import pytest

from kg.model import LineRole
from kg.text.layout import lay_out
from kg.text.repair import repair
from kg.text.signs import Sign, _is_anchored, signs

BODY = "五月十二日，青山大学与白水职业技术学院在青山市签署合作协议，两校领导和有关部门负责人共八十余人参加会议。"
MORE = "会议指出，双方要把合作引向深入，携手推动区域职业教育事业高质量发展，为经济社会发展提供更多技能人才。"
THIRD = "下一步，两校将建立联席会议制度，每年至少召开一次会议，研究解决合作中的重大问题，推动各项任务落地。"

# Each line of a page: the first letter of its role, a space, the line. B body, H heading, S source, C caption, N noise.
PAGES = {
    "school, breadcrumb and footer": f"""
N 首页 | 学校概况 | 新闻中心 | 招生就业
N 当前位置: 首页 > 新闻中心 > 学校要闻 > 正文
H 青山大学与白水职业技术学院签署合作协议
S 发布时间:2024-05-13 09:26:11 来源: 党委宣传部 浏览次数:120
B {BODY}
C 会议现场
B {MORE}
S 撰稿:王小明
S 供稿审核:李小红
S 编审:赵大山
N 上一篇:学校召开教学工作会议
N 下一篇:没有了
N 【返回顶部】 【打印本页】 【关闭窗口】""",
    "blurb of the school above the breadcrumb": f"""
N 资讯 · 信息
N 青山大学创办于1950年,由青山师范学堂和青山工学院合并组建,1985年改用现名。
N 学校要闻
N 您当前的位置: 首页  >  学校要闻  >  正文
H 我校与白水学院携手培养“卓越人才”
S 发布时间:2020-12-04来源: 研究生院 阅读量:[]
B {BODY}
B {MORE}""",
    "newspaper": f"""
N 2020年4月30日 每周二、四、五出版
N 《青山导报》邮发代号00-30
N 国内刊号CN00-0052
N 2020年第33期(总第3450期) 导报一版
N F1 本版新闻
N F2 版面目录
H 王小明到青山、白水专题调研时强调
H 尽快让教学秩序恢复正常
N 《青山导报》2020年第33期(总第3450期) 导报一版
C 王小明(左一)4月26日在青山职业中学调研。
B 本报讯(记者 李小红 赵大山 摄影报道)省教育厅厅长王小明4月26日前往青山市和白水市,开展专题调研。
B {MORE}""",
    "agency, mirrored": f"""
S 2025-10-22 17:37:26 来源:青山消息网 责任编辑:李小红
S 青山消息网2025-10-22号报道
B   中新网青山10月20日电 (记者 王小明)青山市学前教育毛入园率达到93.5%,高等教育毛入学率达到64.25%。
C 图为新闻发布会现场。王小明 摄
B {MORE}
B 今后,青山市将一体推进教育发展、科技创新、人才培养,为现代化建设提供更强劲的教育动能。(完) 【编辑:李小红】
N 凡注明“来源:青山新闻网”的所有作品,未经本网授权,不得转载、摘编或以其他方式""",
    "portal with a user's upload": f"""
B {BODY}
C 会议现场。主办方供图
H 五年深耕:教育协同成为发展“动力源”
B {MORE}
C 青山市委教育工委书记,教育局党组书记、局长王小明讲话。主办方供图
B {THIRD}(李小红)
N 特别声明:以上内容(如有图片或视频亦包括在内)为自媒体平台“青山号”用户上传并发布,本平台仅提供信息存储服务。
N Notice: The content above is uploaded and posted by a user of a social media platform.""",
    "comments and a sentence repeated": f"""
N 当前位置: 首页
H 我校校长王小明出席教育协同发展联席会第五次会议
S 发布时间:2023-06-21 14:29:29
B {BODY}会议期间举行了签约仪式。
N 101f3d1a9026b85c12dadbfcc66c7b98
B {MORE}
S 责任编辑:李小红
N 我要评论 (网友评论仅供其表达个人看法,并不表明本站同意其观点或证实其描述)
N 全部评论 ( 条)
N     会议期间举行了签约仪式。""",
    "author between title and date": f"""
H 2025年职业教育活动周在青山启动
S 创始人
S 2025-05-11 20:40:31
B   青山网5月11日电(王小明)2025年职业教育活动周启动仪式11日在青山举行,两地教育部门负责人出席并致辞。
C 图为启动仪式现场。王小明 摄
B {MORE}
N 相关内容
N 热门资讯
N 创造历史！某某队夺冠 某某编辑 1月24日23时，决赛在某地打响，某某队以二比一获胜，赛后球员接受采访时表示
N 安全工程专业就业前景怎么样""",
    "pictures twice": f"""
N 中新社青山分社正文
N 首页 > scxw > 青山网
H 毗邻地区全方位合作 携手推进教育高质量发展
S 2024年10月30日 09:54 来源:青山网 编辑:李小红
B {BODY}
C  会议现场。赵大山 摄
N 会议现场。赵大山 摄
B {MORE}""",
    "captions without credit": f"""
H 白水学院党政办公室主任一行来我校交流调研
B {BODY}
B 校党委副书记王小明讲话
B {MORE}
B 白水学院科研处处长李小红作交流
C 会议现场
S 文/王小明 李小红
S 图/赵大山""",
    "labels without values": f"""
H 我校开启校地融合发展的新篇章
S 作者:
S 时间:2022-07-19
S 浏览:
S 来源:
B {BODY}
B {MORE}
S (图文:王小明 初审:李小红 编辑:赵大山 审核:王小明)""",
    "list after a colon": f"""
H 首批试点学校名单公布
B {BODY}
B 首批试点学校名单如下:
B 青山大学
B 白水职业技术学院
B {MORE}""",
    "county site, table residue": f"""
N |
H 青山区智能装备产业链发展推进会召开 | |||
N |||
B {BODY}
N |||
N 【打印本页】
N 【关闭窗口】 |""",
    "cut off": f"""
H 青山市与白水市签署合作协议
B {BODY}
B 会议还审议了两市合作""",
    "newspaper online": f"""
N 第2版:新闻
N 标题导航
N 返回本版首页 | 版面导航 | 标题导航
S 2012年11月06日
N 放大 缩小 默认
H   推进义务教育均衡发展
C       10月15日,推进会议在青山市召开。本报记者 王小明 摄
B {BODY}""",
    "Taiwan and Hong Kong": f"""
N 首頁 > 生活
H 青山大學與白水科大簽署合作意向書
C 王小明(中)與李小紅(右)合影。(圖由青山大學提供)
S 記者王小明/青山報導 2013-10-24 03:37
B {BODY}
N 請繼續往下閱讀...
B {MORE}""",
    "words of the page's furniture in the article": f"""
H 京沪两地地铁二维码互联互通
B 今天是第十四个教育日，市民可以通过微信扫码预约参观，现场设有二维码，也可以登录后发表评论。
B 省大数据中心研发出平台，务工人员通过手机扫码就能申报，数据智能比对，分享给用人单位。
B 记者：你们学校什么时候搬到这里来的？
B 新闻稿说，明天出版的报纸将发表评论员文章，题目是《加快建设教育强国》。
S （2024年7月26日）
B {BODY}""",
    "numbered headings": f"""
H 青山市教育工作综述
B {BODY}
H 一、统筹推进
B {MORE}
H (二)深化改革
B {THIRD}""",
    "a machine's time": f"""
H 青山市教育局召开工作推进会
S 青山全攻略 發佈 2022-09-29T18:14:39.236830+00:00
B {BODY}""",
    "governments": f"""
N 今天是：2024年5月13日
N 您的位置：首页 >> 政务公开 >> 工作动态
H 市教育局召开工作推进会
S [ 发布时间：2024-05-13 | 来源：市教育局 | 浏览：269次 ] 字号：大 中 小
B {BODY}
B {MORE}
N 扫一扫在手机打开当前页
N 主办：青山市教育局 地址：青山市青山路1号
N 版权所有 ICP备00000000号 网站地图""",
}

LETTERS = {"B": "body", "H": "heading", "S": "source", "C": "caption", "N": "noise"}


def lines_of(page: str) -> tuple[str, list[LineRole]]:
    lines = page.strip("\n").split("\n")
    return "\n".join(line[2:] for line in lines), [LineRole(LETTERS[line[0]]) for line in lines]


@pytest.mark.parametrize("name", PAGES)
def test_roles(name: str) -> None:
    page, roles = lines_of(PAGES[name])
    text, _ = repair(page)
    first = {block.paragraph: block for block in reversed(lay_out(text))}
    found = [(text[b.start : b.end].strip()[:30], b.role) for _, b in sorted(first.items())]
    assert [role for _, role in found] == roles, found


def test_number_of_pages() -> None:
    assert len(PAGES) == 19
    assert sum(page.count("\n") for page in PAGES.values()) == 148


@pytest.mark.parametrize("sign", signs(), ids=lambda sign: sign.example)
def test_every_sign_fits_its_example(sign: Sign) -> None:
    assert sign.pattern.search(sign.example)
    assert [b.role for b in lay_out(sign.example)] == [sign.role]


PARTS = [
    (
        "图为研讨会现场。王小明 摄“教育必须先行。”李小红表示，人才是关键，要加快推进。",
        [("图为研讨会现场。王小明 摄", "caption"), ("“教育必须先行。”李小红表示，人才是关键，要加快推进。", "body")],
    ),
    (
        "会议现场。主办方供图青山市位于省境东部，职业教育资源丰富。图为签约仪式。王小明 摄 双方还签署协议。",
        [
            ("会议现场。主办方供图", "caption"),
            ("青山市位于省境东部，职业教育资源丰富。", "body"),
            ("图为签约仪式。王小明 摄", "caption"),
            ("双方还签署协议。", "body"),
        ],
    ),
    (
        "各方将加强合作，共同推进改革。（王小明）",
        [("各方将加强合作，共同推进改革。", "body"), ("（王小明）", "source")],
    ),
    (
        "各方将加强合作，共同推进改革。（完）【编辑：王小明】",
        [("各方将加强合作，共同推进改革。", "body"), ("（完）【编辑：王小明】", "source")],
    ),
    (
        "各方将加强合作，共同推进改革。（记者 王小明 通讯员 李小红 赵大山）",
        [("各方将加强合作，共同推进改革。", "body"), ("（记者 王小明 通讯员 李小红 赵大山）", "source")],
    ),
    (
        "各方将加强合作，共同推进改革。（党委宣传部 文/王小明 图/李小红）",
        [("各方将加强合作，共同推进改革。", "body"), ("（党委宣传部 文/王小明 图/李小红）", "source")],
    ),
    ("活动现场。摄像机记录了这一刻，大家都很高兴。", [("活动现场。摄像机记录了这一刻，大家都很高兴。", "body")]),
]


@pytest.mark.parametrize(("line", "parts"), PARTS)
def test_parts_of_a_paragraph(line: str, parts: list[tuple[str, str]]) -> None:
    assert [(line[b.start : b.end].strip(), b.role.value) for b in lay_out(line)] == parts


def test_number_of_parts() -> None:
    assert len(PARTS) == 7
    assert len(signs()) == 43


def test_blocks_cover_the_text_in_order() -> None:
    for page in PAGES.values():
        text, _ = repair(lines_of(page)[0])
        blocks = lay_out(text)
        assert all(a.end <= b.start for a, b in pairwise(blocks))
        assert "".join(text[b.start : b.end] for b in blocks).replace(" ", "") == "".join(text.split())


@pytest.mark.parametrize(
    ("pattern", "anchored"),
    [
        (r"^图为|^下图", True),
        (r"^[（(【\[ ]x(?:a|b)\)", True),
        (r"^[（(【\[ ]x|b", False),
        (r"(?:^a|^b)", False),
        (r"^a\|b", True),
    ],
)
def test_signs_that_are_tried_at_the_head_of_a_line_alone(pattern: str, anchored: bool) -> None:
    assert _is_anchored(pattern) is anchored


def test_every_sign_shows_in_its_example() -> None:
    assert all(sign.shows(sign.example) for sign in signs())
    assert 0 < sum(sign.anchored for sign in signs()) < len(signs())
