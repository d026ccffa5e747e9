"""Boxes about points: pushed apart until none overlap, their frame, and which lines run over them."""

from collections.abc import Sequence

Point = tuple[float, float]
Size = tuple[float, float]

GAP = 10.0
_PASSES, _PASSES_LARGE = 60, 10  # before all get more room
_LARGE = 160


def separate(points: Sequence[Point], sizes: Sequence[Size], gap: float = GAP) -> list[Point]:
    """`points` moved as little as need be until no two boxes come nearer than `gap`."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    half_w = [(w + gap + 1) / 2 for w, _ in sizes]  # one pixel more for the rounding to integers
    half_h = [(h + gap + 1) / 2 for _, h in sizes]
    large = len(points) > _LARGE
    while True:
        for _ in range(_PASSES_LARGE if large else _PASSES):
            if not _push(xs, ys, half_w, half_h):
                return list(zip(xs, ys, strict=True))
        xs = [x * 1.04 for x in xs]  # too dense to settle: give all a little more room
        ys = [y * 1.04 for y in ys]


def _push(xs: list[float], ys: list[float], half_w: Sequence[float], half_h: Sequence[float]) -> bool:
    """One pass over the overlapping pairs, each pushed apart along the shorter way; False if there is none."""
    cell_w, cell_h = 2 * max(half_w), 2 * max(half_h)
    cells: dict[tuple[int, int], list[int]] = {}
    for i, (x, y) in enumerate(zip(xs, ys, strict=True)):
        cells.setdefault((int(x // cell_w), int(y // cell_h)), []).append(i)
    moved = False
    for (cx, cy), members in cells.items():
        for nx, ny in ((cx, cy), (cx + 1, cy), (cx - 1, cy + 1), (cx, cy + 1), (cx + 1, cy + 1)):
            others = cells.get((nx, ny))
            if others is None:
                continue
            same = others is members
            for at, i in enumerate(members):
                for j in others[at + 1 :] if same else others:
                    dx, dy = xs[j] - xs[i], ys[j] - ys[i]
                    over_x = half_w[i] + half_w[j] - (dx if dx >= 0 else -dx)
                    if over_x <= 1e-6:
                        continue
                    over_y = half_h[i] + half_h[j] - (dy if dy >= 0 else -dy)
                    if over_y <= 1e-6:
                        continue
                    moved = True
                    if over_x < over_y:
                        shift = over_x / 2 if dx >= 0 else -over_x / 2
                        xs[i] -= shift
                        xs[j] += shift
                    else:
                        shift = over_y / 2 if dy >= 0 else -over_y / 2
                        ys[i] -= shift
                        ys[j] += shift
    return moved


def frame_of(points: Sequence[Point], sizes: Sequence[Size]) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the boxes."""
    pairs = list(zip(points, sizes, strict=True))
    return (
        min(x - w / 2 for (x, _), (w, _) in pairs),
        min(y - h / 2 for (_, y), (_, h) in pairs),
        max(x + w / 2 for (x, _), (w, _) in pairs),
        max(y + h / 2 for (_, y), (_, h) in pairs),
    )


def crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the ways a–b and c–d cross."""

    def side(p: Point, q: Point, r: Point) -> bool:
        return (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) != side(a, b, d) and side(c, d, a) != side(c, d, b)


def runs_over(a: Point, b: Point, centre: Point, size: Size) -> bool:
    """Whether the way a–b runs over the box of `size` about `centre`."""
    (x, y), (w, h) = centre, (size[0] / 2, size[1] / 2)
    if max(a[0], b[0]) < x - w or min(a[0], b[0]) > x + w or max(a[1], b[1]) < y - h or min(a[1], b[1]) > y + h:
        return False
    first, second = ((x - w, y - h), (x + w, y + h)), ((x - w, y + h), (x + w, y - h))
    return crosses(a, b, *first) or crosses(a, b, *second)
