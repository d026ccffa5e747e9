// The search box: names and other names, the best first; arrows, Enter, Esc.

const FOUND = 40;
const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
let index = null; // made at the first search
let results = [];
let chosen = 0;

const lookUp = (query) => {
  index ||= nodes.map((node) => [plain(node.name), (node.alias || []).map(plain)]);
  const wanted = plain(query);
  if (!wanted) return [];
  const rated = [];
  nodes.forEach((node, id) => {
    const [name, others] = index[id];
    const rate = name === wanted ? 0 : name.startsWith(wanted) ? 1 : others.some((o) => o === wanted) ? 1
      : name.includes(wanted) ? 2 : others.some((o) => o.includes(wanted)) ? 3 : 9;
    if (rate < 9) rated.push([rate, -linesOf[id].length, id]);
  });
  rated.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  return rated.slice(0, FOUND).map(([, , id]) => id);
};

const drawResults = () => {
  const list = $("results");
  const query = $("search").value;
  const open = plain(query) !== "";
  list.hidden = !open;
  $("search").setAttribute("aria-expanded", open);
  list.replaceChildren();
  if (!open) return $("search").removeAttribute("aria-activedescendant");
  results.forEach((id, i) => list.append(make("li", {
    id: `result-${i}`, role: "option", "aria-selected": i === chosen ? "true" : "false",
    onmousedown: (event) => { event.preventDefault(); pick(i); },
  }, icon(nodes[id].group), make("span", { class: "name", text: nodes[id].name, dir: "auto" }),
  make("small", { text: `${kindName(nodes[id].group)} · ${linesOf[id].length}` }))));
  if (!results.length) list.append(make("li", { class: "none", text: t("nothing") }));
  else {
    $("search").setAttribute("aria-activedescendant", `result-${chosen}`);
    $(`result-${chosen}`).scrollIntoView({ block: "nearest" });
  }
};

const closeResults = () => {
  $("results").hidden = true;
  $("search").setAttribute("aria-expanded", "false");
};

const pick = (i) => {
  if (results[i] === undefined) return;
  $("search").value = "";
  closeResults();
  $("search").blur();
  select(results[i]);
};

const startSearch = () => {
  const box = $("search");
  box.addEventListener("input", () => {
    results = lookUp(box.value);
    chosen = 0;
    drawResults();
  });
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && results.length) {
      event.preventDefault();
      chosen = (chosen + step + results.length) % results.length;
      drawResults();
    } else if (event.key === "Enter") pick(chosen);
    else if (event.key === "Escape") {
      box.value = "";
      closeResults();
      box.blur();
    } else return;
    event.stopPropagation();
  });
  box.addEventListener("blur", closeResults);
  box.addEventListener("focus", () => { if (box.value) drawResults(); });
};
