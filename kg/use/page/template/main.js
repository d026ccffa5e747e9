// Choosing a node, the address bar, the keyboard, the buttons; and the start.

const fromAddress = () => {
  let key = location.hash.slice(1);
  try {
    key = decodeURIComponent(key);
  } catch { /* a bare % in a hash that someone typed */ }
  return byKey.has(key) ? byKey.get(key).id : null;
};

const select = (id, { keep = true, animate = true } = {}) => {
  if (id !== null && !nodeShown(nodes[id])) { // reached from the address or a link: the filter gives way
    Object.values(state.off).forEach((set) => set.clear());
    applyFilter();
  }
  const changed = state.focus !== id;
  state.focus = id;
  state.hover = null;
  drawPanel();
  drawLegend();
  drawCounts();
  $("side").classList.remove("open");
  $("menu").setAttribute("aria-expanded", "false");
  $("hint").textContent = id === null ? t("hint") : t("focused");
  network.setSize("100%", "100%"); // the panel took or gave back room
  if (changed) {
    setFocus(id, animate);
    (id === null ? $("canvas") : $("panel")).focus({ preventScroll: true }); // so that a reader by keyboard goes on there
  }
  if (id === null) fitAll(animate && changed);
  if (keep && changed) {
    try {
      history.pushState(null, "", id === null ? location.pathname + location.search : `#${encodeURIComponent(nodes[id].key)}`);
    } catch { /* a sandboxed frame has no history */ }
  }
};

const drawCounts = () => {
  const facts = statements.filter(statementShown).length;
  const shown = nodes.filter(nodeShown).length;
  $("counts").textContent = [count(shown, "个实体", shown === 1 ? "entity" : "entities"), count(facts, "条事实", facts === 1 ? "fact" : "facts"),
    count(articles.length, "篇文章", articles.length === 1 ? "article" : "articles")].join(" · ");
};

const drawWords = () => {
  document.documentElement.lang = ["zh-Hans", "en"][state.lang];
  for (const id of ["fit", "copy", "menu"]) $(id).textContent = t(id);
  for (const id of ["png", "dark", "zoomin", "zoomout"]) {
    $(id).title = t(id);
    $(id).setAttribute("aria-label", t(id));
  }
  $("lang").textContent = ["EN", "中"][state.lang];
  $("lang").setAttribute("aria-label", ["English", "中文"][state.lang]);
  $("search").placeholder = t("search");
  $("search").setAttribute("aria-label", t("searchLabel"));
  $("side").setAttribute("aria-label", t("legend"));
  $("canvas").setAttribute("aria-label", t("canvas"));
  $("hint").textContent = state.focus === null ? t("hint") : t("focused");
  $("keys").replaceChildren(...KEYS.map(([key, zh, en]) => make("span", {}, make("kbd", { text: key }), [zh, en][state.lang])));
  drawCounts();
  drawLegend();
  drawPanel();
  network.redraw();
};

const setDark = (dark) => {
  state.dark = dark;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  $("dark").setAttribute("aria-pressed", String(dark));
  if (network) network.redraw();
};

let hideToast = 0;
const toast = (text) => {
  $("toast").textContent = text;
  $("toast").classList.add("on");
  clearTimeout(hideToast);
  hideToast = setTimeout(() => $("toast").classList.remove("on"), 1800);
};

const copyLink = async () => {
  try {
    await navigator.clipboard.writeText(location.href);
    toast(t("copied"));
  } catch { // no clipboard in a file or a frame: the old way
    const area = make("textarea");
    area.value = location.href;
    document.body.append(area);
    area.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch { /* forbidden as well */ }
    area.remove();
    toast(t(done ? "copied" : "notCopied"));
  }
};

const savePicture = () => {
  const source = network.canvas.frame.canvas;
  const picture = make("canvas", { width: source.width, height: source.height });
  const ctx = picture.getContext("2d");
  ctx.fillStyle = colours().ground;
  ctx.fillRect(0, 0, picture.width, picture.height);
  ctx.drawImage(source, 0, 0);
  picture.toBlob((blob) => {
    const address = URL.createObjectURL(blob);
    make("a", { href: address, download: `${document.title || "graph"}.png` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  });
};

const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor });
const toggleDark = () => {
  setDark(!state.dark);
  remember("policy-kg-theme", state.dark ? "dark" : "light");
};

const keyboard = (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input[type=search], textarea")) return;
  const actions = {
    "/": () => { $("side").classList.add("open"); $("search").focus(); },
    Escape: () => select(null), f: () => (state.focus === null ? fitAll(true) : showFocus(true)), d: toggleDark,
    "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8),
  };
  if (!actions[event.key]) return;
  event.preventDefault();
  actions[event.key]();
};

const start = () => {
  for (const part of document.querySelectorAll(".tools, #side, #stage, #keys")) part.hidden = false;
  const wanted = remember("policy-kg-theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  setDark(wanted ? wanted === "dark" : system.matches);
  system.addEventListener("change", () => { if (!remember("policy-kg-theme")) setDark(system.matches); });
  state.lang = remember("policy-kg-lang") === "1" ? 1 : 0;
  startCanvas();
  startSearch();
  drawWords();
  fitAll(false);
  $("fit").addEventListener("click", () => (state.focus === null ? fitAll(true) : showFocus(true)));
  $("png").addEventListener("click", savePicture);
  $("copy").addEventListener("click", copyLink);
  $("dark").addEventListener("click", toggleDark);
  $("lang").addEventListener("click", () => { state.lang = 1 - state.lang; remember("policy-kg-lang", String(state.lang)); drawWords(); });
  $("zoomin").addEventListener("click", () => zoom(1.25));
  $("zoomout").addEventListener("click", () => zoom(0.8));
  $("menu").addEventListener("click", () => $("menu").setAttribute("aria-expanded", String($("side").classList.toggle("open"))));
  document.addEventListener("keydown", keyboard);
  addEventListener("popstate", () => select(fromAddress(), { keep: false }));
  addEventListener("hashchange", () => select(fromAddress(), { keep: false }));
  const first = fromAddress();
  if (first !== null) select(first, { keep: false, animate: false });
  document.fonts?.ready.then(() => { widths.clear(); network.redraw(); });
};

start();
// For scripts around the page and for tests: what is where.
window.policyKg = Object.freeze({
  select: (key) => select(key === null ? null : byKey.get(key).id),
  shown: () => ({ // what vis-network draws
    nodes: visNodes.get({ filter: (node) => !node.hidden }).map(({ id }) => nodes[id].key),
    lines: visEdges.get({ filter: (edge) => !edge.hidden }).length,
  }),
  labels: () => drawn.labels.map(({ id, box }) => ({ key: nodes[id].key, box })),
  lineLabels: () => drawn.lines.map(({ box }) => box),
  at: (key) => screen().at(place[byKey.get(key).id]),
  scale: () => network.getScale(),
});
