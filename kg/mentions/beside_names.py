"""Words that stand right before the name of a body and are no part of it: who comes from it, what it is to others, what was held."""

import re

# 赛项裁判员 + 江海大学: who comes from a body stands before its place.
PERSON = re.compile(
    r"(?:裁判[员长]?|运动员|教练员?|评委|嘉宾|代表|选手|队员|学员|专家|教师|导师|作者|校友|毕业生|志愿者|辅导员|获得者|主讲人"
    r"|发布会|[签启揭开闭授]\S{0,3}仪式|座谈会|推进会|研讨会|开幕式|闭幕式|培训|研修|进修|访学|跟岗|(?:[一二三特]等|示范|组织|贡献|创新|优秀|先进|金|银|铜|大)奖)\Z"  # a heading that leaves a mark out
)
GUEST = re.compile("[一-鿿]{0,6}?(?:选手|嘉宾|裁判员|获得者|主讲人)(?=[一-鿿]{2})")  # no name holds these
# What a school or a company is to the others stands before its name: 集团成员校春光小学, 国家重点龙头企业云岭集团.
ROLE_OF = re.compile(
    "[一-鿿]{0,12}?(?:(?:成员|理事|核心|龙头|牵头|领办|领航|托管|结对|基地|联盟|支援|受援|帮扶|加盟|共建)校|(?:会长|理事长|理事|成员|承办|主办|牵头|依托|支持|协办)单位(?!联席|联络|代表|服务|管理|协调|工作|交流|发展|促进))"
    "(?=[一-鿿]{2})(?![所的等和与及之])"
)
# But 某省民营企业发展促进会 is there for companies.
SORT_OF_COMPANY = re.compile(
    "[一-鿿]{0,12}?(?:龙头|骨干|上市|领军|知名|标杆|重点|民营|国有|台资|外资|港资|合资|中央)企业(?=[一-鿿]{2})(?![所的等和与及之])|[台民国央外港]企(?=[一-鿿]{2})"
)
COMPANIES = ("公司", "集团", "厂", "银行", "股份", "实业", "控股")
# 市示范性幼儿园 + 松江区…: a kind of body before a place stands beside the name.
KIND_BEFORE = re.compile(r"(?:性|级|类|重点|示范)(?:幼儿园|小学|中学|高中|学校|学院|大学|医院|企业|银行)\Z")
# 江海品质提升暨就业辅导促进会 is one body; what stands with 暨 behind an occasion is another.
SOCIETIES = ("促进会", "协会", "学会", "研究会", "联谊会", "联合会", "协进会", "商会", "同业公会", "基金会", "交流会", "校友会")  # fmt: skip
OCCASIONS = ("会", "式", "节", "赛", "礼", "动", "坛", "展", "班", "行", "训", "年", "”", "》")
# 学院联合|江海大学: behind a word for any body of a sort 联合 is a verb.
ALLY = re.compile(
    "(?:学校|学院|大学|高校|医院|公司|集团|企业|单位|部门|团队|研究[院所]|中心|[协学商]会|基金会|联盟)联合(?=[一-鿿]{2})"
)
