"use strict";
// What the page was given, indexed, and what the reader has chosen. Everything else reads from here.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const $ = (id) => document.getElementById(id);
const nodes = read("nodes");
const edges = read("edges");
const data = read("data");
const { statements, quotes, articles } = data;
const BIG = nodes.length > data.labelled;

const looks = new Map(data.looks.map(([key, zh, en, color]) => [key, { key, zh, en, color }]));
const relations = new Map(data.relations.map(([key, zh, en]) => [key, [zh, en]]));
const relationOrder = [...relations.keys()];
const byKey = new Map();
const linesOf = nodes.map(() => []); // edges at each node
const statementsOf = nodes.map(() => []);
for (const node of nodes) {
  node.lines = node.label.split("\n");
  byKey.set(node.key, node);
  if (node.iri) byKey.set(node.iri, node);
}
edges.forEach((edge, id) => {
  edge.id = id;
  linesOf[edge.from].push(edge);
  if (edge.to !== edge.from) linesOf[edge.to].push(edge);
});
statements.forEach((statement, id) => {
  statement.id = id;
  statement.articles = new Set(statement.e.map(([quote]) => quotes[quote][0]));
  statementsOf[statement.s].push(statement);
  if (statement.o !== undefined && statement.o !== statement.s) statementsOf[statement.o].push(statement);
});

const state = {
  focus: null, // the number of a node
  hover: null,
  lang: 0, // 0 Chinese, 1 English: the place in each pair of words
  dark: false,
  off: { kinds: new Set(), subs: new Set(), relations: new Set(), articles: new Set() },
};

const nodeShown = (node) =>
  !state.off.kinds.has(node.group) &&
  !(node.sub && state.off.subs.has(node.sub)) &&
  (!state.off.articles.size || (node.articles || []).some((a) => !state.off.articles.has(a)));

const statementShown = (s) =>
  !state.off.relations.has(s.p) &&
  (!state.off.articles.size || [...s.articles].some((a) => !state.off.articles.has(a))) &&
  nodeShown(nodes[s.s]) &&
  (s.o === undefined || nodeShown(nodes[s.o]));

const edgeShown = (edge) => edge.facts.some((id) => statementShown(statements[id]));

const neighboursOf = (id) => {
  const found = new Map(); // node → { out, in }: the edges either way
  for (const edge of linesOf[id]) {
    if (edge.from === edge.to || !edgeShown(edge)) continue;
    const out = edge.from === id;
    const other = out ? edge.to : edge.from;
    if (!found.has(other)) found.set(other, {});
    found.get(other)[out ? "out" : "in"] = edge;
  }
  return found;
};

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const remember = (key, value) => {
  try {
    if (value === undefined) return localStorage.getItem(key);
    localStorage.setItem(key, value);
  } catch { /* a frame without origin has no storage */ }
  return null;
};

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") element.textContent = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
};
