// The query page with JavaScript: yasgui's editor in place of the text area, its table in place of ours. It asks this
// service alone: completion comes from schema.json, names from labels.
"use strict";

(async () => {
  const form = document.getElementById("ask");
  const area = document.getElementById("query");
  const state = document.getElementById("state");
  const hint = document.getElementById("hint");
  const place = document.getElementById("yasr");
  const served = document.getElementById("results");
  const root = form.dataset.root;
  const at = (path) => new URL(root + path, document.baseURI).href;
  const { Yasqe, Yasr } = window.Yasgui;
  const LABELS = 2000; // IRIs whose names are asked for at once
  const AGAIN = 400; // rows up to which a served answer is drawn again, to be sorted and filtered

  // Completion. The completers that come with the editor ask public hosts: none of them is left.
  const schema = await fetch(at("schema.json")).then((answer) => answer.json()).catch(() => ({ prefixes: {}, terms: [] }));
  const byName = new Map();
  const shorten = (iri) => {
    for (const [prefix, namespace] of Object.entries(schema.prefixes)) {
      if (iri.startsWith(namespace)) return `${prefix}:${iri.slice(namespace.length)}`;
    }
    return `<${iri}>`;
  };
  for (const term of schema.terms) byName.set(shorten(term.iri), term);
  let wanted = false; // by Ctrl-Space: then all is offered, where nothing is typed yet
  const matching = (kind, typed) => {
    const [prefix, rest] = (typed || "").split(":");
    const known = rest !== undefined && schema.prefixes[prefix];
    const text = (known ? known + rest : typed || "").toLowerCase();
    if (!text && !wanted) return [];
    wanted = false;
    const local = (iri) => iri.slice(Math.max(iri.lastIndexOf("#"), iri.lastIndexOf("/")) + 1).toLowerCase();
    const fits = (term) => !text || term.iri.toLowerCase().startsWith(text) || local(term.iri).startsWith(text)
      || term.zh.includes(text) || term.en.toLowerCase().includes(text);
    return schema.terms.filter((term) => term.kind === kind && fits(term)).map((term) => term.iri);
  };
  // What stands before the cursor, without and in the word that is being typed: one in Chinese is no token of SPARQL, but
  // names a term here.
  const typedIn = (editor) => {
    const { line, ch } = editor.getDoc().getCursor();
    const before = editor.getDoc().getLine(line).slice(0, ch);
    const typed = /[^\s{}()[\].;,|/^<>"']*$/.exec(before)[0];
    return [before.slice(0, before.length - typed.length), typed];
  };
  const completer = (name, kind, valid = Yasqe.Autocompleters[name].isValidCompletionPosition) => ({
    ...Yasqe.Autocompleters[name],
    name,
    bulk: false,
    isValidCompletionPosition: (editor) => {
      const [before, typed] = typedIn(editor);
      if (!/\p{Script=Han}/u.test(typed)) return valid(editor);
      return !/^[?$"'<#]/.test(typed) && (kind === "class") === /(^|[\s;.{])(a|rdf:type)\s+$/.test(before);
    },
    autoShow: true,
    preProcessToken: (editor, token) => {
      const { line, ch } = editor.getDoc().getCursor();
      const typed = typedIn(editor)[1];
      return { ...token, string: typed, autocompletionString: typed, from: { line, ch: ch - typed.length } };
    },
    get: (editor, token) => matching(kind, token && token.autocompletionString),
    postProcessSuggestion: (editor, token, iri) => shorten(iri),
    postprocessHints: (editor, hints) => hints.map((one) => {
      const term = byName.get(one.text);
      return term ? { ...one, displayText: `${one.text}  ${term.zh} ${term.en}` } : one;
    }),
  });
  Yasqe.registerAutocompleter(completer("class", "class"), false);
  Yasqe.registerAutocompleter(completer("property", "property"), false);
  Yasqe.registerAutocompleter({
    ...Yasqe.Autocompleters.prefixes,
    persistenceId: null,
    get: () => Object.entries(schema.prefixes).map(([prefix, namespace]) => `${prefix}: <${namespace}>`),
  }, false);

  // The table: a name in place of an IRI, linked to its page here; sorted and found by it. Every word is escaped here, and
  // none is parsed by others.
  const names = new Map();
  const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
  const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  const text = (value) => value
    .replace(unseen, (one) => `⟨U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`)
    .replace(/[&<>"']/g, (one) => escapes[one]);
  const shown = (value) => (value.type === "uri" ? (names.get(value.value) || [shorten(value.value)])[0] : value.value);
  const cell = (value) => {
    const [, note, address] = (value.type === "uri" && names.get(value.value)) || [];
    const title = value.type === "uri" ? ` title="${text(value.value)}"` : "";
    const word = address
      ? `<a class="iri" href="${text(at(address))}"${title}><bdi>${text(shown(value))}</bdi></a>`
      : `<bdi${title}>${text(shown(value))}</bdi>`;
    return `<div><span>${word}${note ? ` <span class="note"><bdi>${text(note)}</bdi></span>` : ""}</span></div>`;
  };
  const table = Yasr.plugins.table.prototype;
  const columns = table.getColumns;
  table.getColumns = function () {
    const [first, ...others] = columns.call(this);
    const render = (value, type) => {
      if (value === "") return "";
      return type === "display" || type === "type" ? cell(value) : text(shown(value));
    };
    return [first, ...others.map((column) => ({ ...column, title: text(column.name), render }))];
  };

  // The service knows the usual prefixes; the editor, and other services, want them declared.
  const declare = () => {
    const declared = editor.getPrefixesFromQuery();
    const code = editor.getValue().replace(/#[^\n]*|<[^<>\s]*>|"[^"\n]*"|'[^'\n]*'/g, " ");
    for (const [prefix, namespace] of Object.entries(schema.prefixes)) {
      if (!(prefix in declared) && new RegExp(`(^|[^\\w-])${prefix}:`).test(code)) editor.addPrefixes({ [prefix]: namespace });
    }
  };

  const nameAll = async (response) => {
    let bindings;
    try {
      bindings = JSON.parse(response.content).results.bindings;
    } catch {
      return;
    }
    const iris = new Set();
    for (const row of bindings) for (const cell of Object.values(row)) if (cell.type === "uri") iris.add(cell.value);
    const wanted = [...iris].filter((iri) => !names.has(iri)).slice(0, LABELS);
    if (!wanted.length) return;
    const answer = await fetch(at("labels"), {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(wanted),
    });
    if (!answer.ok) return;
    for (const [iri, known] of Object.entries(await answer.json())) names.set(iri, known);
  };

  const editor = new Yasqe(document.getElementById("editor"), {
    value: area.value,
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: () => permalink(),
    autocompleters: ["variables", "class", "property", "prefixes"],
    prefixCcApi: null,
    showQueryButton: false,
    resizeable: true,
    editorHeight: `${Math.min(Math.max(area.value.split("\n").length + 1, 9), 22) * 21 + 14}px`,
    requestConfig: { endpoint: at("sparql"), method: "POST", headers: {} },
  });
  editor.setOption("extraKeys", { ...editor.getOption("extraKeys"), "Ctrl-Space": () => { wanted = true; editor.autocomplete(); } });
  const yasr = new Yasr(place, {
    persistenceId: null, prefixes: () => schema.prefixes, defaultPlugin: "table", pluginOrder: ["table", "response"],
  });
  yasr.plugins.table.config = { ...yasr.plugins.table.config, openIriInNewWindow: false };

  const permalink = () => at(`query?${new URLSearchParams({ query: editor.getValue() })}`);
  const show = (on) => {
    place.hidden = !on;
    if (served) served.hidden = on;
  };
  let running = false;
  const mistake = (message) => {
    const found = /line (\d+), column (\d+)/.exec(message);
    if (!found) return;
    const [line, column] = [Number(found[1]) - 1, Number(found[2]) - 1];
    editor.getDoc().setCursor({ line, ch: column });
    editor.getDoc().addLineClass(line, "background", "mistake");
  };
  const run = async (note = true) => {
    if (running) return editor.abortQuery();
    running = true;
    declare();
    state.textContent = "正在查询… running";
    document.getElementById("error")?.remove();
    for (let line = 0; line < editor.lineCount(); line += 1) editor.getDoc().removeLineClass(line, "background", "mistake");
    try {
      await editor.query();
      if (note) history.pushState(null, "", permalink());
    } catch {
      // drawn by the handler below
    } finally {
      running = false;
    }
  };
  editor.on("queryResponse", async (_, response, duration) => {
    const failed = response instanceof Error;
    state.textContent = failed ? "" : `${Math.max(1, Math.round(duration))} ms`;
    if (failed) mistake(response.message);
    else await nameAll(response).catch(() => {});
    show(true);
    yasr.setResponse(response, duration);
  });
  editor.on("queryAbort", () => { state.textContent = "已停止 stopped"; });
  editor.on("change", () => { area.value = editor.getValue(); });
  editor.getWrapperElement().setAttribute("aria-label", "SPARQL");
  editor.getInputField().setAttribute("aria-label", "SPARQL");
  form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  window.addEventListener("popstate", () => location.reload());

  area.hidden = true;
  hint.hidden = false;
  const wrong = document.querySelector("#error[data-line]");
  if (wrong) mistake(`line ${wrong.dataset.line}, column ${wrong.dataset.column}`);
  declare();
  if (served && served.dataset.rows > 0 && served.dataset.rows <= AGAIN) run(false);
  window.policyKg = { editor, yasr, run, schema };
})();
