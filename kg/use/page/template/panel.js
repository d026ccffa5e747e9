// The panel: what is said of the selected node, each statement with the sentence that says it, the evidence marked.

const BATCH = 25;

const link = (id) => make("a", {
  href: `#${encodeURIComponent(nodes[id].key)}`, text: nodes[id].name, dir: "auto",
  onclick: (event) => { event.preventDefault(); select(id); },
});

const merged = (marks) => {
  const joined = [];
  for (const [start, end] of marks) {
    const last = joined[joined.length - 1];
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
};

// Offsets count code points; a JavaScript string counts UTF-16 units.
const quoteOf = ([number, spans]) => {
  const [article, from, text, cut] = quotes[number];
  const points = Array.from(text);
  const part = (start, end) => points.slice(start - from, end - from).join("");
  const block = make("blockquote", { dir: "auto" }, cut & 1 ? "…" : null);
  let at = from;
  const marks = merged(spans);
  for (const [start, end] of marks) {
    block.append(part(at, start), make("mark", { text: part(start, end), "data-start": start, "data-end": end }));
    at = end;
  }
  block.append(part(at, from + points.length), cut & 2 ? "…" : "");
  const where = marks.map(([start, end]) => `${start}–${end}`).join(", ");
  const date = articles[article].date ? ` · ${articles[article].date}` : "";
  const cite = make("cite", {}, make("bdi", { text: `《${articleName(article)}》` }), " ", make("span", { text: `${t("characters")} ${where}${date}` }));
  return [block, cite];
};

const shownEvidence = (evidence) => evidence.filter(([quote]) => !state.off.articles.has(quotes[quote][0]));

const evidenceOf = (evidence, parent, first = 2) => {
  const all = shownEvidence(evidence);
  all.slice(0, first).forEach((one) => parent.append(...quoteOf(one)));
  if (all.length > first) {
    const button = make("button", { type: "button", class: "more", text: `${t("more")} (${all.length - first})` });
    button.addEventListener("click", () => {
      button.remove();
      evidenceOf(all.slice(first), parent, 20);
    });
    parent.append(button);
  }
};

const said = (statement, id) => {
  const line = make("p", { class: "said" });
  const word = (name, text) => line.append(make("span", { class: name, text, dir: "auto" }));
  const other = statement.s === id ? statement.o : statement.s;
  if (other === undefined) {
    word("relation", relationName(statement.p));
    word("title", statement.p === "post" && statement.n ? `${statement.t}（${statement.n}）` : statement.t);
    if (statement.p === "date" && statement.n) word("relation", `（${statement.n}）`);
  } else {
    const out = statement.s === id;
    if (!out) word("arrow", "←");
    word("relation", relationName(statement.p));
    if (out) word("arrow", "→");
    line.append(link(other));
    if (statement.t) word("title", statement.t);
  }
  if (statement.f) word("relation", `(${t("former")})`);
  return line;
};

const pointed = (statement, id) => {
  const line = make("p", { class: "said" }, make("span", { class: "ordinal", text: statement.i }));
  line.append(make("span", { class: "title", text: statement.t, dir: "auto" }));
  const other = statement.s === id ? statement.o : statement.s;
  if (other !== undefined) line.append(make("span", { class: "relation", text: t(statement.s === id ? "at" : "by") }), link(other));
  return line;
};

const listOf = (items, draw) => {
  const list = make("ul");
  const add = (from) => {
    for (const item of items.slice(from, from + BATCH)) list.append(draw(item));
    if (items.length <= from + BATCH) return;
    const button = make("button", { type: "button", class: "more", text: `${t("more")} (${items.length - from - BATCH})` });
    const row = make("li", {}, button);
    button.addEventListener("click", () => { row.remove(); add(from + BATCH); });
    list.append(row);
  };
  add(0);
  return list;
};

const facts = (id) => {
  return statementsOf[id].filter((s) => s.p !== "direction").sort((a, b) =>
    relationOrder.indexOf(a.p) - relationOrder.indexOf(b.p) || (a.s === id ? 0 : 1) - (b.s === id ? 0 : 1) || a.id - b.id);
};

const detailsOf = (node) => {
  const list = make("dl");
  const row = (name, text, kind) => text && list.append(make("dt", { text: name }), make("dd", { text, class: kind, dir: "auto" }));
  row(t("alias"), (node.alias || []).join("、"));
  row(t("code"), node.code);
  const q = node.quantity;
  if (q) {
    const modifier = q.modifier === "exact" ? "" : `${(data.modifiers[q.modifier] || [q.modifier, q.modifier])[state.lang]} `;
    row(t("value"), `${modifier}${q.value} ${q.unit}`);
    row(t("counted"), q.what);
    row(t("written"), q.written);
    const low = q.lower && `${q.lowerOpen ? ">" : "≥"} ${q.lower}`;
    const high = q.upper && `${q.upperOpen ? "<" : "≤"} ${q.upper}`;
    if (q.modifier !== "exact") row(t("bounds"), [low, high].filter(Boolean).join("， "));
    row(t("asOf"), q.asOf);
    if (q.target) row("", t("target"));
  }
  row("IRI", node.iri, "iri");
  return list;
};

const drawPanel = () => {
  const panel = $("panel");
  panel.hidden = state.focus === null;
  panel.setAttribute("aria-label", t("panel"));
  panel.replaceChildren();
  if (state.focus === null) return;
  const id = state.focus;
  const node = nodes[id];
  const close = make("button", { type: "button", class: "close", text: "×", "aria-label": t("close"), onclick: () => select(null) });
  const chips = make("div", { class: "chips" }, make("span", { class: "chip" }, icon(node.group), kindName(node.group)));
  if (node.sub) chips.append(make("span", { class: "chip", text: subName(node.sub) }));
  panel.append(make("div", { class: "head" }, make("h2", { text: node.name, dir: "auto" }), close), chips, detailsOf(node));

  const every = facts(id);
  const shown = every.filter(statementShown);
  const item = (draw) => (statement) => {
    const row = make("li", { class: "fact" }, draw(statement, id));
    evidenceOf(statement.e, row);
    return row;
  };
  if (every.length) {
    const hidden = every.length - shown.length;
    const note = hidden ? ` · ${hidden} ${t("filtered")}` : "";
    panel.append(make("h3", { text: `${t("facts")} (${shown.length})${note}` }), listOf(shown, item(said)));
  }
  const directions = statementsOf[id].filter((s) => s.p === "direction" && statementShown(s));
  if (directions.length) {
    directions.sort((a, b) => a.s - b.s || a.i - b.i);
    panel.append(make("h3", { text: `${t("directions")} (${directions.length})` }), listOf(directions, item(pointed)));
  }
  const mentions = shownEvidence(node.mentions || []);
  if (mentions.length && !node.quantity) {
    const details = make("details", { open: !every.length && !directions.length }, make("summary", { text: `${t("mentions")} (${mentions.length})` }));
    const fill = () => details.open && !details.querySelector("ul") && details.append(listOf(mentions, (one) => make("li", { class: "fact" }, ...quoteOf(one))));
    details.addEventListener("toggle", fill);
    fill();
    panel.append(details);
  }
  panel.scrollTop = 0;
};
