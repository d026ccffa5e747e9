// The words of the page, [Chinese, English].

const WORDS = {
  search: ["搜索实体… ( / )", "Search… ( / )"],
  searchLabel: ["搜索实体", "Search entities"],
  nothing: ["没有找到", "Nothing found"],
  kinds: ["类型", "Classes"],
  relations: ["关系", "Relations"],
  articles: ["来源文章", "Articles"],
  all: ["全部", "all"],
  only: ["仅此", "only"],
  list: ["全部实体", "All entities"],
  more: ["显示更多", "Show more"],
  fit: ["适合窗口", "Fit"],
  copy: ["复制链接", "Copy link"],
  copied: ["已复制链接", "Link copied"],
  notCopied: ["无法复制，请从地址栏复制", "Can't copy: take the address bar"],
  menu: ["筛选", "Filter"],
  dark: ["深色或浅色", "Dark or light"],
  png: ["保存为图片", "Save as picture"],
  close: ["关闭", "Close"],
  zoomin: ["放大", "Zoom in"],
  zoomout: ["缩小", "Zoom out"],
  hint: ["点选或搜索一个实体，查看它的事实与原文证据", "Pick or search an entity to see its facts and the words that say them"],
  focused: ["Esc 返回全图", "Esc shows the whole graph"],
  facts: ["事实与证据", "Facts and evidence"],
  directions: ["提出的方向", "Directions set out"],
  mentions: ["原文提及", "Mentions"],
  alias: ["别名", "Also"],
  code: ["代码", "Code"],
  former: ["曾任", "formerly"],
  by: ["提出者", "by"],
  at: ["场合", "at"],
  characters: ["字符", "characters"],
  filtered: ["条被筛选隐藏", "hidden by the filter"],
  value: ["数值", "Value"],
  counted: ["计数对象", "Counted"],
  written: ["原文写法", "As written"],
  bounds: ["范围", "Bounds"],
  asOf: ["时点", "As of"],
  target: ["目标，非实绩", "a target, not a result"],
  others: ["其余", "others"],
  canvas: ["知识图谱。下方列表与搜索框可用键盘到达每个实体。", "Knowledge graph. Every entity can be reached by keyboard through the search box and the list."],
  legend: ["图例与筛选", "Legend and filter"],
  panel: ["所选实体", "Selected entity"],
};

const KEYS = [
  ["/", "搜索", "search"], ["↑", "", ""], ["↓", "结果", "results"], ["Enter", "聚焦", "focus"],
  ["Esc", "返回全图", "whole graph"], ["f", "适合窗口", "fit"], ["d", "深色", "dark"], ["+", "", ""], ["−", "缩放", "zoom"],
];

const t = (key) => WORDS[key][state.lang];
const kindName = (key) => [looks.get(key).zh, looks.get(key).en][state.lang];
const subName = (key) => (data.subclasses[key] || [key, key])[state.lang];
const relationName = (key) => (relations.get(key) || [key, key])[state.lang];
const articleName = (number) => articles[number].name;
const count = (n, zh, en) => (state.lang ? `${n} ${en}` : `${n} ${zh}`);
