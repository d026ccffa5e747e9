// The picture: vis-network draws shapes and lines where the layout put them; labels are drawn on top of it, each only
// where it touches no other label, the more connected first, at a size that can be read at any zoom.

let network = null;
if (innerWidth < 0.8 * innerHeight) for (const node of nodes) [node.x, node.y] = node.portrait;
const place = nodes.map(({ x, y }) => ({ x, y })); // where each node stands now
const drawn = { labels: [], lines: [] }; // boxes of the labels last drawn, in pixels of the canvas

const visNode = (node) => ({
  id: node.id, x: node.x, y: node.y, label: "", shape: "custom", hidden: !nodeShown(node),
  ctxRenderer: ({ ctx, x, y }) => {
    const [w, h] = halfSize(node);
    return { drawNode: () => drawShape(ctx, node, x, y, state.hover === node.id), nodeDimensions: { width: 2 * w, height: 2 * h } };
  },
});
const visEdge = (edge) => ({
  id: edge.id, from: edge.from, to: edge.to, hidden: !edgeShown(edge), arrows: BIG ? "" : edge.arrows,
});

const visNodes = new vis.DataSet(nodes.map(visNode));
const visEdges = new vis.DataSet(edges.map(visEdge));

const applyFilter = () => {
  const changed = (set, items, shown) =>
    set.update(items.filter((item) => set.get(item.id).hidden === shown(item)).map((item) => ({ id: item.id, hidden: !shown(item) })));
  changed(visNodes, nodes, nodeShown);
  changed(visEdges, edges, edgeShown);
};

// Rectangles already taken, in a grid of cells, so that each question looks at a few of them only.
const makeRoom = () => {
  const cells = new Map();
  const CELL = 72;
  const each = ([x0, y0, x1, y1], visit) => {
    for (let cx = Math.floor(x0 / CELL); cx <= Math.floor(x1 / CELL); cx++) {
      for (let cy = Math.floor(y0 / CELL); cy <= Math.floor(y1 / CELL); cy++) if (visit(`${cx},${cy}`)) return true;
    }
    return false;
  };
  return {
    take: (box, owner) => each(box, (cell) => {
      if (!cells.has(cell)) cells.set(cell, []);
      cells.get(cell).push([box, owner]);
    }),
    free: (box, owner) => !each(box, (cell) => (cells.get(cell) || []).some(([[x0, y0, x1, y1], whose]) =>
      whose !== owner && box[0] < x1 && box[2] > x0 && box[1] < y1 && box[3] > y0)),
  };
};

const scatter = (id) => Math.imul(id + 1, 2654435761) >>> 0; // of equals, some from everywhere
const priority = nodes.map((node) => node.id).sort((a, b) => linesOf[b].length - linesOf[a].length || scatter(a) - scatter(b));

const screen = () => {
  const canvas = network.canvas.frame.canvas;
  const scale = network.getScale();
  const view = network.getViewPosition();
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  return {
    width, height, scale, ratio: canvas.width / width,
    at: ({ x, y }) => [(x - view.x) * scale + width / 2, (y - view.y) * scale + height / 2],
  };
};

const widths = new Map();
const textWidth = (ctx, text) => { // in em
  if (!widths.has(text)) {
    const kept = ctx.font;
    ctx.font = `100px ${FONT_FACE}`;
    widths.set(text, ctx.measureText(text).width / 100);
    ctx.font = kept;
  }
  return widths.get(text);
};

const writeLines = (ctx, lines, x, top, size, ink) => {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.strokeStyle = ink.ground;
  ctx.lineWidth = 3.5;
  lines.forEach((line, i) => {
    const y = top + (i + 0.5) * size * (data.line / data.font);
    ctx.strokeText(line, x, y);
    ctx.fillStyle = ink.text;
    ctx.fillText(line, x, y);
  });
};

// Labels for the nodes `ids`, most important first: below, above, right or left of the shape, or not at all.
const drawLabels = (ctx, ids, room, view, size, limit) => {
  const ink = colours();
  ctx.font = `${size}px ${FONT_FACE}`;
  const high = size * (data.line / data.font);
  let left = limit; // labels to draw; and of the candidates, so many may fail
  let tries = 4 * limit;
  for (const id of ids) {
    const node = nodes[id];
    if (FRAMES.has(node.group)) continue;
    const [x, y] = view.at(place[id]);
    if (x < -80 || y < -60 || x > view.width + 80 || y > view.height + 60) continue;
    if (left <= 0 || tries-- <= 0) break;
    const r = node.size * view.scale + 1.5;
    const w = Math.max(...node.lines.map((line) => textWidth(ctx, line))) * size;
    const h = node.lines.length * high;
    const spots = [[x, y + r], [x, y - r - h], [x + r + w / 2 + 3, y - h / 2], [x - r - w / 2 - 3, y - h / 2]];
    for (const [cx, top] of spots) {
      const box = [cx - w / 2 - 1, top, cx + w / 2 + 1, top + h];
      if (!room.free(box, id) || box[0] < 0 || box[1] < 0 || box[2] > view.width || box[3] > view.height) continue;
      room.take(box, id);
      drawn.labels.push({ id, box });
      writeLines(ctx, node.lines, cx, top, size, ink);
      left--;
      break;
    }
  }
};

const takeShapes = (room, ids, view) => {
  for (const id of ids) {
    const [x, y] = view.at(place[id]);
    if (x < -200 || y < -100 || x > view.width + 200 || y > view.height + 100) continue;
    const [w, h] = halfSize(nodes[id]).map((half) => half * view.scale);
    room.take([x - w, y - h, x + w, y + h], id);
    if (FRAMES.has(nodes[id].group)) drawn.labels.push({ id, box: [x - w, y - h, x + w, y + h] });
  }
};

const drawAll = (ctx) => {
  drawn.labels = [];
  drawn.lines = [];
  const view = screen();
  ctx.save();
  ctx.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  const room = makeRoom();
  if (state.focus !== null) drawFocus(ctx, room, view);
  else {
    const ids = priority.filter((id) => nodeShown(nodes[id]));
    const far = BIG && view.scale < 0.55;
    if (!far) takeShapes(room, ids, view);
    const first = state.hover === null ? ids : [state.hover, ...ids.filter((id) => id !== state.hover)];
    const size = Math.min(17, Math.max(BIG ? 11 : 10, data.font * view.scale));
    drawLabels(ctx, first, room, view, size, far ? 90 : 600);
  }
  ctx.restore();
};

// The whole picture with its labels, in the middle of the canvas.
const frameOf = (ids) => {
  const frame = [Infinity, Infinity, -Infinity, -Infinity];
  for (const id of ids) {
    const node = nodes[id];
    const [w, h] = halfSize(node);
    const [wide, low] = FRAMES.has(node.group) || BIG ? [w, h] : [node.w / 2, node.h - node.size];
    const { x, y } = place[id];
    frame[0] = Math.min(frame[0], x - wide);
    frame[1] = Math.min(frame[1], y - h);
    frame[2] = Math.max(frame[2], x + wide);
    frame[3] = Math.max(frame[3], y + low);
  }
  return frame;
};

const covered = () => // pixels of the canvas under the panel, which is a sheet on a phone
  matchMedia("(max-width: 760px)").matches && !$("panel").hidden ? 0.54 * $("canvas").clientHeight : 0;

const show = (ids, largest, animate) => {
  if (!ids.length) return;
  look(frameOf(ids), largest, animate);
};

const look = ([x0, y0, x1, y1], largest, animate) => {
  const { clientWidth: width, clientHeight: height } = $("canvas");
  const low = covered() + 40; // room for the hint
  const scale = Math.min(largest, (width - 72) / (x1 - x0 || 1), (height - low - 16) / (y1 - y0 || 1));
  const position = { x: (x0 + x1) / 2, y: (y0 + y1) / 2 + (low - 12) / 2 / scale };
  network.moveTo({ position, scale, animation: animate && !calm.matches ? { duration: 320, easingFunction: "easeInOutQuad" } : false });
};

const fitAll = (animate) => show(nodes.filter(nodeShown).map((node) => node.id), 1.3, animate);

const startCanvas = () => {
  const options = read("options");
  options.edges.color = { color: "rgba(125,140,160,.5)", hover: "rgba(125,140,160,.9)", inherit: false };
  options.interaction.hideEdgesOnDrag = BIG && edges.length > 4000;
  options.interaction.hideEdgesOnZoom = BIG && edges.length > 4000;
  if (BIG) options.edges.arrows = { to: { enabled: false } };
  network = new vis.Network($("canvas"), { nodes: visNodes, edges: visEdges }, options);
  network.on("afterDrawing", drawAll);
  network.on("click", ({ nodes: [id] }) => (id === undefined ? select(null) : select(id)));
  network.on("hoverNode", ({ node }) => { state.hover = node; $("canvas").firstChild.style.cursor = "pointer"; network.redraw(); });
  network.on("blurNode", () => { state.hover = null; $("canvas").firstChild.style.cursor = ""; network.redraw(); });
  network.on("dragging", ({ nodes: [id] }) => { if (id !== undefined) Object.assign(place[id], network.getPosition(id)); });
  let size = "";
  new ResizeObserver(() => {
    const now = `${$("canvas").clientWidth}x${$("canvas").clientHeight}`;
    if (now === size) return;
    size = now;
    network.setSize("100%", "100%");
    network.redraw();
    if (state.focus === null) fitAll(false);
    else showFocus(false);
  }).observe($("canvas"));
};
