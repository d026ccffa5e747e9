"""Where the nodes stand: components laid out by stress, their boxes pushed apart, components packed side by side."""

from collections.abc import Sequence
from math import sqrt

from kg.use.page.boxes import GAP, Point, Size, crosses, frame_of, runs_over, separate
from kg.use.page.packing import pack
from kg.use.page.stress import adjacency, components, stress_layout

LANDSCAPE, PORTRAIT = 1.45, 0.55  # width : height of the picture, about that of the canvas on a desktop, on a phone
_LEAF_GAP = 5.0
_COMPONENT_GAP, _SINGLE_GAP = 34.0, 16.0  # around a component of several nodes, of one
_EVEN = 0.6
_TRIED_OFTEN_UP_TO, _TRIED_UP_TO = 80, 160  # nodes
_SEEDS = (7, 11, 23, 31)
_DENSITIES = (0.62, 0.45, 0.85)


def layout(
    sizes: Sequence[Size], edges: Sequence[tuple[int, int]], aspect: float = LANDSCAPE, bunch: bool = False
) -> list[tuple[int, int]]:
    """The centres of boxes of `sizes` (width, height in pixels), joined by `edges`, as integers; no two boxes overlap.

    `aspect` is width : height of the canvas. With `bunch`, for large graphs, the nodes that hang on one other only
    stand close around it.
    Deterministic: depends on the numbers alone, not on hashes, clock or machine.
    """
    near = adjacency(len(sizes), edges)
    placed: list[tuple[list[int], list[Point]]] = []
    for members in components(len(sizes), edges):
        number = {node: at for at, node in enumerate(members)}
        inner = [[number[other] for other in near[node]] for node in members]
        placed.append((members, (bunched if bunch else _component)([sizes[node] for node in members], inner, aspect)))
    result: list[tuple[int, int]] = [(0, 0)] * len(sizes)
    # The largest first; those of one node by height, so that they stand in rows.
    placed.sort(key=lambda part: (-len(part[0]), -sizes[part[0][0]][1] if len(part[0]) == 1 else 0.0, part[0]))
    frames = [frame_of(points, [sizes[node] for node in members]) for members, points in placed]
    gaps = [_COMPONENT_GAP if len(members) > 1 else _SINGLE_GAP for members, _ in placed]
    corners = pack(
        [(r - left + gap, b - top + gap) for (left, top, r, b), gap in zip(frames, gaps, strict=True)], aspect
    )
    for (members, points), frame, (cx, cy) in zip(placed, frames, corners, strict=True):
        for node, (x, y) in zip(members, points, strict=True):
            result[node] = (round(x - frame[0] + cx), round(y - frame[1] + cy))
    return result


def _component(sizes: list[Size], near: list[list[int]], aspect: float) -> list[Point]:
    """The best of a few tries: of the small ones several are made, since they are cheap and differ a lot."""
    if len(sizes) == 1:
        return [(0.0, 0.0)]
    if len(sizes) > _TRIED_UP_TO:
        return _spread(_evened(stress_layout(near)), sizes, _DENSITIES[0], aspect)
    few = len(sizes) > _TRIED_OFTEN_UP_TO
    seeds, densities = (_SEEDS[:2], _DENSITIES[:2]) if few else (_SEEDS, _DENSITIES)
    started = [stress_layout(near, seed) for seed in seeds]
    tries = [_spread(points, sizes, density, aspect) for points in started for density in densities]
    return min(tries, key=lambda points: _badness(points, sizes, near, aspect))


def _evened(points: Sequence[Point]) -> list[Point]:
    """`points` with their thick places thinned: each coordinate half way to its rank among the others."""

    def even(values: list[float]) -> list[float]:
        low, high = min(values), max(values)
        rank = {at: place for place, at in enumerate(sorted(range(len(values)), key=lambda at: (values[at], at)))}
        step = (high - low) / len(values)
        return [_EVEN * (low + rank[at] * step) + (1 - _EVEN) * value for at, value in enumerate(values)]

    return list(zip(even([x for x, _ in points]), even([y for _, y in points]), strict=True))


def _spread(points: Sequence[Point], sizes: Sequence[Size], density: float, aspect: float) -> list[Point]:
    """`points` in pixels, at a unit with which the boxes would cover `density` of the frame; then pushed apart."""
    if aspect < 1:
        points = [(y, x) for x, y in points]  # they spread most from left to right; now from top to bottom
    stretch = max(aspect, 1.0)  # labels are wider than high, so there is no gain in pressing the picture together
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    area = sum((w + GAP) * (h + GAP) for w, h in sizes)
    frame = max((right - left) * max(bottom - top, 1.0), 1.0)
    unit = sqrt(area / (density * frame * stretch))
    return separate([(x * unit * stretch, y * unit) for x, y in points], sizes)


def _badness(points: Sequence[Point], sizes: Sequence[Size], near: Sequence[Sequence[int]], aspect: float) -> float:
    """The height of the smallest field that holds all, raised by lines that cross one another or run over a box."""
    left, top, right, bottom = frame_of(points, sizes)
    lines = [(points[i], points[j], i, j) for i, others in enumerate(near) for j in others if i < j]
    crossings = sum(
        crosses(a, b, c, d)
        for at, (a, b, i, j) in enumerate(lines)
        for c, d, k, m in lines[at + 1 :]
        if i not in (k, m) and j not in (k, m)
    )
    covered = sum(
        runs_over(a, b, points[node], sizes[node])
        for a, b, i, j in lines
        for node in range(len(sizes))
        if node not in (i, j)
    )
    trouble = (crossings + 4 * covered) / (len(lines) + 1)
    return max((right - left) / aspect, bottom - top) * (1 + 0.35 * trouble)


# The golden angle: points turned by it one after the other, each a little farther out, fill a disc evenly (sunflower).
_TURN_COS, _TURN_SIN = -0.7373688780783197, 0.6754902942615238


def bunched(sizes: list[Size], near: list[list[int]], aspect: float) -> list[Point]:
    """A component in which each node with its leaves is laid out as one disc."""
    leaves: list[list[int]] = [[] for _ in sizes]
    core = [node for node, others in enumerate(near) if len(others) > 1] or [0]
    number = {node: at for at, node in enumerate(core)}
    for node, others in enumerate(near):
        if node not in number:
            leaves[others[0]].append(node)
    discs = []
    for node in core:
        cells = [max(sizes[leaf]) + _LEAF_GAP for leaf in leaves[node]]
        radius = max(cells, default=0.0) * sqrt(len(cells) + 1.6)
        discs.append((max(sizes[node][0], 2 * radius), max(sizes[node][1], 2 * radius)))
    centres = _component(discs, [[number[other] for other in near[node] if other in number] for node in core], aspect)
    points: list[Point] = [(0.0, 0.0)] * len(sizes)
    for node, (x, y) in zip(core, centres, strict=True):
        points[node] = (x, y)
        step = max((max(sizes[leaf]) + _LEAF_GAP for leaf in leaves[node]), default=0.0)
        dx, dy = 1.0, 0.0
        for place, leaf in enumerate(leaves[node]):
            far = step * sqrt(place + 1.6)
            points[leaf] = (x + far * dx, y + far * dy)
            dx, dy = dx * _TURN_COS - dy * _TURN_SIN, dx * _TURN_SIN + dy * _TURN_COS
    return separate(points, sizes, _LEAF_GAP)
