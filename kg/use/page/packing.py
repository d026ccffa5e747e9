"""Frames side by side in a field."""

from collections.abc import Sequence
from itertools import islice
from math import sqrt

from kg.use.page.boxes import Point, Size


def pack(sizes: Sequence[Size], aspect: float) -> list[Point]:
    """Top left corners of frames of `sizes`, side by side in a field of about the aspect of the canvas."""
    if not sizes:
        return []
    area = sum(w * h for w, h in sizes)
    widest = max(w for w, _ in sizes)
    best: tuple[float, list[Point]] | None = None
    for step in range(12):
        field = max(widest, sqrt(area * aspect) * (0.8 + 0.1 * step))
        corners, height = _skyline(sizes, field)
        used = max(x + w for (x, _), (w, _) in zip(corners, sizes, strict=True))
        waste = max(used / aspect, height)  # the height of the smallest field of the right aspect that holds all
        if best is None or waste < best[0] - 1e-6:
            best = (waste, corners)
    assert best is not None
    return best[1]


def _skyline(sizes: Sequence[Size], field: float) -> tuple[list[Point], float]:
    """Each frame as high up as it goes below those before it, in a field of the given width; and the height used."""
    line: list[tuple[float, float, float]] = [(0.0, field, 0.0)]  # left, right, depth
    corners: list[Point] = []
    height = 0.0
    for w, h in sizes:
        best: tuple[float, float] | None = None
        for at, (left, _, depth) in enumerate(line):
            if left + w > field + 1e-6:
                break
            if best is not None and depth >= best[0] - 1e-6:
                continue  # it only gets deeper to the right
            for a, _, d in islice(line, at + 1, None):
                if a >= left + w - 1e-6:
                    break
                depth = max(depth, d)
            if best is None or depth < best[0] - 1e-6:
                best = (depth, left)
        assert best is not None  # a frame is never wider than the field
        depth, left = best
        corners.append((left, depth))
        height = max(height, depth + h)
        cut: list[tuple[float, float, float]] = []
        for a, b, d in line:
            if a < left:
                cut.append((a, min(b, left), d))
            if b > left + w:
                cut.append((max(a, left + w), b, d))
        cut.append((left, left + w, depth + h))
        line = _merged(sorted(cut))
    return corners, height


def _merged(line: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    merged: list[tuple[float, float, float]] = []
    for a, b, d in line:
        if b - a < 1e-6:
            continue
        if merged and merged[-1][2] == d:
            merged[-1] = (merged[-1][0], b, d)
        else:
            merged.append((a, b, d))
    return merged
