// The legend: what there is, how many, and a tick to hide it. Below, every entity as a list, for those who don't use the picture.

const ARTICLES_FIRST = 10;
const LIST_BATCH = 200;
let allArticles = false;

const tally = (items) => {
  const found = new Map();
  for (const item of items) found.set(item, (found.get(item) || 0) + 1);
  return found;
};
const kindCounts = tally(nodes.map((node) => node.group));
const subCounts = new Map([...kindCounts.keys()].map((kind) => [kind, tally(nodes.filter((n) => n.group === kind && n.sub).map((n) => n.sub))]));
const relationCounts = tally(edges.flatMap((edge) => edge.facts.map((id) => statements[id].p)));
const articleCounts = tally(statements.flatMap((s) => [...s.articles]));

const row = (set, key, name, number, mark, others, kind = "") => {
  const box = make("input", { type: "checkbox", "data-key": String(key) });
  box.checked = !set.has(key);
  box.addEventListener("change", () => {
    if (box.checked) set.delete(key);
    else set.add(key);
    filtered();
  });
  const only = make("button", { type: "button", class: "only", text: t("only"), "aria-label": `${t("only")} ${name}`, onclick: () => {
    set.clear();
    others.filter((other) => other !== key).forEach((other) => set.add(other));
    filtered();
  } });
  return make("div", { class: `row ${kind} ${set.has(key) ? "off" : ""}` },
    make("label", { title: name }, box, mark, make("span", { class: "name", text: name, dir: "auto" })), only,
    make("span", { class: "count", text: number }));
};

const heading = (word, set, ...more) => {
  const all = make("button", { type: "button", text: t("all"), onclick: () => { [set, ...more].forEach((s) => s.clear()); filtered(); } });
  return make("h2", {}, t(word), [set, ...more].some((s) => s.size) ? all : null);
};

const drawLegend = () => {
  const { kinds, subs, relations: unsaid, articles: hidden } = state.off;
  const legend = $("legend");
  const scroll = legend.scrollTop;
  const open = legend.querySelector("details")?.open;
  const at = document.activeElement?.dataset?.key && legend.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  legend.replaceChildren(heading("kinds", kinds, subs));
  const present = [...looks.keys()].filter((kind) => kindCounts.has(kind));
  for (const kind of present) {
    legend.append(row(kinds, kind, kindName(kind), kindCounts.get(kind), icon(kind), present));
    const under = [...subCounts.get(kind)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    for (const [sub, number] of under) legend.append(row(subs, sub, subName(sub), number, null, under.map(([s]) => s), "under"));
  }
  legend.append(heading("relations", unsaid));
  const order = [...relationOrder, ...relationCounts.keys()];
  const used = [...new Set(order)].filter((relation) => relationCounts.has(relation));
  for (const relation of used) legend.append(row(unsaid, relation, relationName(relation), relationCounts.get(relation), null, used));
  legend.append(heading("articles", hidden));
  const numbers = articles.map((_, i) => i);
  const first = allArticles ? numbers : numbers.slice(0, ARTICLES_FIRST);
  for (const i of first) legend.append(row(hidden, i, articleName(i), articleCounts.get(i) || 0, null, numbers));
  if (first.length < numbers.length) {
    const text = `${t("others")} ${numbers.length - first.length}`;
    legend.append(make("button", { type: "button", class: "more", text, onclick: () => { allArticles = true; drawLegend(); } }));
  }
  legend.append(entityList(open));
  legend.scrollTop = scroll;
  if (at !== null) [...legend.querySelectorAll("input")].find((box) => box.dataset.key === at)?.focus();
};

const entityList = (open) => {
  const shown = nodes.filter(nodeShown);
  const details = make("details", { id: "list", open }, make("summary", { text: `${t("list")} (${shown.length})` }));
  const order = [...looks.keys()];
  const fill = () => {
    if (!details.open || details.querySelector("ul")) return;
    shown.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group) || linesOf[b.id].length - linesOf[a.id].length || a.id - b.id);
    const list = make("ul");
    const add = (from) => {
      for (const node of shown.slice(from, from + LIST_BATCH)) {
        list.append(make("li", {}, make("button", { type: "button", "data-node": node.key, onclick: () => select(node.id) },
          icon(node.group), make("span", { class: "name", text: node.name, dir: "auto" }))));
      }
      if (shown.length <= from + LIST_BATCH) return;
      const more = make("li", {}, make("button", { type: "button", class: "more", text: t("more"), onclick: () => { more.remove(); add(from + LIST_BATCH); } }));
      list.append(more);
    };
    add(0);
    details.append(list);
  };
  details.addEventListener("toggle", fill);
  fill();
  return details;
};

const filtered = () => {
  applyFilter();
  drawLegend();
  drawCounts();
  if (state.focus !== null && !nodeShown(nodes[state.focus])) select(null);
  else if (state.focus !== null) {
    setFocus(state.focus, false);
    drawPanel();
  }
  network.redraw();
};
