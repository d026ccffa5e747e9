// A shape for each class, on the canvas and in the legend. Frames hold their label, the others have it beside them.

const FRAMES = new Set(["Document", "Outcome"]);
const SVG = "http://www.w3.org/2000/svg";
const FONT_FACE = '"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif';

const corners = {
  Organization: (r) => [[-0.86 * r, -0.86 * r], [0.86 * r, -0.86 * r], [0.86 * r, 0.86 * r], [-0.86 * r, 0.86 * r]],
  Event: (r) => [[0, -1.08 * r], [1.08 * r, 0], [0, 1.08 * r], [-1.08 * r, 0]],
  Program: (r) => [[-r, 0], [-r / 2, -0.9 * r], [r / 2, -0.9 * r], [r, 0], [r / 2, 0.9 * r], [-r / 2, 0.9 * r]],
  Place: (r) => [[-r, -0.8 * r], [r, -0.8 * r], [0, 0.95 * r]],
};

const halfSize = (node) =>
  FRAMES.has(node.group) ? [node.w / 2, node.h / 2] : [node.size, node.size]; // half width and height of the shape

const colours = () => (state.dark
  ? { ground: "#10151b", text: "#e6ebf1", line: "#7dbbff", frame: "#161c24", rim: "#0b0f14", soft: "#9fabb9" }
  : { ground: "#f8fafc", text: "#1a2430", line: "#0a58b5", frame: "#ffffff", rim: "#ffffff", soft: "#566373" });

const drawShape = (ctx, node, x, y, strong) => {
  const ink = colours();
  const color = looks.get(node.group).color;
  const scale = network ? network.getScale() : 1;
  ctx.lineJoin = "round";
  ctx.beginPath();
  if (FRAMES.has(node.group)) {
    const [w, h] = halfSize(node);
    ctx.roundRect(x - w, y - h, 2 * w, 2 * h, node.group === "Outcome" ? h : 5);
    ctx.fillStyle = ink.frame;
    ctx.fill();
    ctx.strokeStyle = color;
    ctx.lineWidth = strong ? 3.5 : 1.8;
    ctx.stroke();
    if (data.font * scale < 6) return;
    ctx.font = `${data.font - 0.5}px ${FONT_FACE}`;
    ctx.fillStyle = ink.text;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    node.lines.forEach((line, i) => ctx.fillText(line, x, y + (i - (node.lines.length - 1) / 2) * data.line));
    return;
  }
  if (node.group === "Person") ctx.arc(x, y, node.size * 0.92, 0, 2 * Math.PI);
  else {
    corners[node.group](node.size).forEach(([dx, dy], i) => (i ? ctx.lineTo(x + dx, y + dy) : ctx.moveTo(x + dx, y + dy)));
    ctx.closePath();
  }
  ctx.fillStyle = color;
  ctx.fill();
  ctx.strokeStyle = strong ? ink.text : ink.rim;
  ctx.lineWidth = strong ? 3 : 1.2;
  ctx.stroke();
};

const icon = (kind) => {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-10 -10 20 20");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  let part;
  if (FRAMES.has(kind)) {
    part = document.createElementNS(SVG, "rect");
    const [w, h] = kind === "Outcome" ? [9, 5.5] : [9, 6.5];
    for (const [name, value] of [["x", -w], ["y", -h], ["width", 2 * w], ["height", 2 * h], ["rx", kind === "Outcome" ? h : 2]]) {
      part.setAttribute(name, value);
    }
    part.setAttribute("fill", "none");
    part.setAttribute("stroke", looks.get(kind).color);
    part.setAttribute("stroke-width", 2);
  } else {
    part = document.createElementNS(SVG, kind === "Person" ? "circle" : "polygon");
    if (kind === "Person") part.setAttribute("r", 8);
    else part.setAttribute("points", corners[kind](9).map((point) => point.join(",")).join(" "));
    part.setAttribute("fill", looks.get(kind).color);
  }
  svg.append(part);
  return svg;
};
