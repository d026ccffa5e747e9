// The neighbourhood of one node: what it comes from stands to its left, what it leads to at its right, on an ellipse wide
// enough that no two labels touch. The rest fades and stays where it is; when the focus goes, all go back.

const MOST = 240; // neighbours that are spread out; all are in the panel
let spread = new Map(); // node → where it stood before
let veil = [];

const overlap = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
const boxAt = (id, { x, y }) => {
  const node = nodes[id];
  const [w, h] = halfSize(node);
  const wide = FRAMES.has(node.group) ? w : node.w / 2;
  const low = FRAMES.has(node.group) ? h : node.h - node.size;
  return [x - wide - 6, y - h - 5, x + wide + 6, y + low + 5];
};

const egoPlaces = (id, found) => {
  const order = (other) => {
    const edge = found.get(other).out || found.get(other).in;
    return relationOrder.indexOf(statements[edge.facts[0]].p);
  };
  const all = [...found.keys()].sort((a, b) => linesOf[b].length - linesOf[a].length || a - b).slice(0, MOST);
  const sorted = all.sort((a, b) => order(a) - order(b) || (nodes[a].name < nodes[b].name ? -1 : 1));
  const out = sorted.filter((other) => found.get(other).out);
  const into = sorted.filter((other) => !found.get(other).out);
  const total = sorted.length;
  const rings = total <= 22 ? 1 : total <= 60 ? 2 : 3;
  const centre = place[id];
  const { clientWidth: width, clientHeight: height } = $("canvas");
  const aspect = Math.sqrt(Math.min(1.5, Math.max(0.8, width / (height - covered() || 1)))); // the ellipse as the canvas
  const angles = new Map();
  const fan = (side, middle) => side.forEach((other, i) => {
    const span = 2 * Math.PI * (side.length / total);
    angles.set(other, [middle - span / 2 + ((i + 0.5) / side.length) * span, i % rings]);
  });
  fan(out, 0);
  fan(into.reverse(), Math.PI);
  for (let grow = 1; ; grow *= 1.06) {
    const spots = new Map([[id, centre]]);
    for (const [other, [angle, ring]] of angles) {
      const far = grow * (1 + 0.5 * ring);
      spots.set(other, { x: centre.x + 208 * aspect * far * Math.cos(angle), y: centre.y + (208 / aspect) * far * Math.sin(angle) });
    }
    const boxes = [...spots].map(([other, spot]) => boxAt(other, spot));
    const clash = boxes.some((box, i) => boxes.some((other, j) => j > i && overlap(box, other)));
    if (!clash || grow > 12) return spots;
  }
};

let moving = 0;
const moveAll = (targets, done) => {
  const from = new Map([...targets.keys()].map((id) => [id, { ...place[id] }]));
  const start = performance.now();
  const turn = ++moving;
  const step = (now) => {
    if (turn !== moving) return;
    const part = calm.matches || document.hidden ? 1 : Math.min(1, Math.max(0, (now - start) / 320));
    const eased = part * part * (3 - 2 * part);
    for (const [id, to] of targets) {
      const at = from.get(id);
      put(id, { x: at.x + (to.x - at.x) * eased, y: at.y + (to.y - at.y) * eased });
    }
    network.redraw();
    if (part < 1) requestAnimationFrame(step);
    else if (done) done();
  };
  step(start + (calm.matches ? 1000 : 0));
};
const put = (id, { x, y }) => {
  Object.assign(place[id], { x, y });
  network.moveNode(id, x, y);
};

const setFocus = (id, animate) => {
  const back = new Map(spread);
  spread = new Map();
  if (id === null) {
    veil = [];
    moveAll(back);
    return;
  }
  for (const [other, spot] of back) put(other, spot); // at once: the rest is hidden behind the veil
  const found = neighboursOf(id);
  const spots = egoPlaces(id, found);
  for (const other of spots.keys()) spread.set(other, { ...place[other] });
  veil = [...spots].map(([other]) => other);
  if (animate && !calm.matches) moveAll(spots);
  else {
    moving++;
    for (const [other, spot] of spots) put(other, spot);
  }
  const [x0, y0, x1, y1] = [...spots].map(([other, spot]) => boxAt(other, spot)).reduce(
    (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]);
  focusFrame = [x0, y0, x1, y1];
  showFocus(animate);
};

let focusFrame = null;
const showFocus = (animate) => look(focusFrame, 1.25, animate);

// Where the way from the middle of a shape towards a point leaves it.
const border = (id, [x, y], [tx, ty], scale) => {
  const [w, h] = halfSize(nodes[id]).map((half) => (half + 2) * scale);
  const [dx, dy] = [tx - x, ty - y];
  const long = Math.hypot(dx, dy) || 1;
  const part = FRAMES.has(nodes[id].group)
    ? Math.min(dx ? w / Math.abs(dx) : Infinity, dy ? h / Math.abs(dy) : Infinity)
    : (w + 2) / long;
  return [x + dx * Math.min(part, 0.48), y + dy * Math.min(part, 0.48)];
};

const edgeWords = (edge) => {
  const shown = edge.facts.map((id) => statements[id]).filter(statementShown);
  const words = shown.map((s) => (s.p === "role" ? (s.f ? `${t("former")} ` : "") + s.t : relationName(s.p)));
  const text = [...new Set(words)].join("、");
  return [...text].length > 13 ? `${[...text].slice(0, 12).join("")}…` : text;
};

const drawFocus = (ctx, room, view) => {
  const ink = colours();
  ctx.globalAlpha = 0.87;
  ctx.fillStyle = ink.ground;
  ctx.fillRect(0, 0, view.width, view.height);
  ctx.globalAlpha = 1;
  const id = state.focus;
  const ids = veil.filter((other) => nodeShown(nodes[other]));
  const inside = new Set(ids);
  const middle = view.at(place[id]);
  const size = Math.min(16, Math.max(10.5, data.font * view.scale));
  const spokes = [];
  const many = ids.length > 16;
  for (const edge of linesOf[id]) {
    const other = edge.from === id ? edge.to : edge.from;
    if (other === id || !inside.has(other) || !edgeShown(edge)) continue;
    const far = view.at(place[other]);
    const [a, b] = [border(id, middle, far, view.scale), border(other, far, middle, view.scale)];
    const [from, to] = edge.from === id ? [a, b] : [b, a];
    ctx.strokeStyle = ctx.fillStyle = ink.line;
    ctx.lineWidth = many ? 1.2 : 1.7;
    ctx.beginPath();
    ctx.moveTo(...from);
    ctx.lineTo(...to);
    ctx.stroke();
    const turn = Math.atan2(to[1] - from[1], to[0] - from[0]);
    ctx.beginPath();
    ctx.moveTo(...to);
    const tip = many ? 6.5 : 10;
    for (const side of [0.42, -0.42]) ctx.lineTo(to[0] - tip * Math.cos(turn + side), to[1] - tip * Math.sin(turn + side));
    ctx.closePath();
    ctx.fill();
    spokes.push([edge, a, b]);
  }
  ctx.save();
  const ratio = view.ratio;
  const [ox, oy] = view.at({ x: 0, y: 0 });
  ctx.setTransform(ratio * view.scale, 0, 0, ratio * view.scale, ratio * ox, ratio * oy);
  for (const other of ids) drawShape(ctx, nodes[other], place[other].x, place[other].y, other === id || other === state.hover);
  ctx.restore();
  takeShapes(room, ids, view);
  const hovered = state.hover !== null && inside.has(state.hover) ? [state.hover] : [];
  drawLabels(ctx, [id, ...hovered, ...ids.filter((other) => other !== id && other !== hovered[0])], room, view, size, 400);
  drawSpokeWords(ctx, room, spokes, Math.max(10.5, size - 2), ink);
};

const drawSpokeWords = (ctx, room, spokes, size, ink) => {
  ctx.font = `${size}px ${FONT_FACE}`;
  for (const [edge, a, b] of spokes) {
    const text = edgeWords(edge);
    const [w, h] = [textWidth(ctx, text) * size + 8, size + 6];
    for (const part of [0.6, 0.5, 0.7, 0.4, 0.8, 0.3]) {
      const [x, y] = [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
      const box = [x - w / 2, y - h / 2, x + w / 2, y + h / 2];
      if (!room.free(box, `line ${edge.id}`)) continue;
      room.take(box, `line ${edge.id}`);
      drawn.lines.push({ id: edge.id, box });
      ctx.fillStyle = ink.ground;
      ctx.beginPath();
      ctx.roundRect(...box.slice(0, 2), w, h, 4);
      ctx.fill();
      ctx.fillStyle = ink.line;
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      ctx.fillText(text, x, y + 0.5);
      break;
    }
  }
};
