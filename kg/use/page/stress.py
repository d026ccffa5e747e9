"""Positions from distances in the graph: stress, brought down by stochastic gradient descent (Zheng et al. 2018).

Only + - * / and the square root are used, which IEEE 754 rounds alike on every machine, and a seeded generator:
the same graph has the same picture everywhere.
"""

from collections.abc import Sequence
from heapq import heappop, heappush
from math import sqrt
from random import Random

from kg.use.page.boxes import Point

EXACT_UP_TO = 220  # nodes; above, distances to some pivots stand for those to all
PIVOTS = 24
_STEPS_LOG2 = 5  # 2 ** 5 + 1 rounds for a small graph
_STEPS_LOG2_LARGE = 4
_PIVOT_PULL = 0.25


def components(size: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The connected components, each sorted, in order of their first node."""
    near = adjacency(size, edges)
    seen = [False] * size
    found: list[list[int]] = []
    for root in range(size):
        if seen[root]:
            continue
        seen[root] = True
        queue = [root]
        for node in queue:
            for other in near[node]:
                if not seen[other]:
                    seen[other] = True
                    queue.append(other)
        found.append(sorted(queue))
    return found


def adjacency(size: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The sorted neighbours of each node, without loops."""
    near: list[set[int]] = [set() for _ in range(size)]
    for a, b in edges:
        if a != b:
            near[a].add(b)
            near[b].add(a)
    return [sorted(others) for others in near]


def distances(near: Sequence[Sequence[int]], root: int) -> list[float]:
    """The distances from `root`; an edge at a node of many neighbours is longer, so that they find room around it."""
    far = [-1.0] * len(near)
    heap = [(0.0, root)]
    while heap:
        distance, node = heappop(heap)
        if far[node] >= 0.0:
            continue
        far[node] = distance
        for other in near[node]:
            if far[other] < 0.0:
                heappush(heap, (distance + _length(len(near[node]), len(near[other])), other))
    return far


def _length(degree: int, other: int) -> float:
    return 1.0 + 0.12 * (sqrt(max(degree, other)) - 1.0)


def stress_layout(near: Sequence[Sequence[int]], seed: int = 7) -> list[Point]:
    """Positions of a connected graph; an edge is about one unit long."""
    size = len(near)
    random = Random(seed)
    if size == 1:
        return [(0.0, 0.0)]
    spread = sqrt(size)
    xs = [random.random() * spread for _ in range(size)]
    ys = [random.random() * spread for _ in range(size)]
    large = size > EXACT_UP_TO
    terms = _pivot_terms(near) if large else _all_terms(near)
    for eta in _schedule(terms, _STEPS_LOG2_LARGE if large else _STEPS_LOG2):
        random.shuffle(terms)
        for i, j, wanted, both in terms:
            dx, dy = xs[i] - xs[j], ys[i] - ys[j]
            length = sqrt(dx * dx + dy * dy)
            if length < 1e-9:
                dx, dy, length = 1e-3, 1e-3 * (1 + i % 3), 2e-3
            move = eta / (wanted * wanted)
            if move > 1.0:
                move = 1.0
            pull = move * (length - wanted) / length
            if both:
                pull *= 0.5
                xs[j] += pull * dx
                ys[j] += pull * dy
            else:
                pull *= _PIVOT_PULL
            xs[i] -= pull * dx
            ys[i] -= pull * dy
    return _turned(list(zip(xs, ys, strict=True)))


_Term = tuple[int, int, float, bool]


def _all_terms(near: Sequence[Sequence[int]]) -> list[_Term]:
    terms: list[_Term] = []
    for i in range(len(near)):
        far = distances(near, i)
        terms.extend((i, j, far[j], True) for j in range(i))
    return terms


def _pivot_terms(near: Sequence[Sequence[int]]) -> list[_Term]:
    """Edges pull both ends; distances to pivots, each far from those before it, move the other end only."""
    terms: list[_Term] = [
        (i, j, _length(len(near[i]), len(near[j])), True) for i in range(len(near)) for j in near[i] if j < i
    ]
    nearest = [float("inf")] * len(near)
    pivot = max(range(len(near)), key=lambda node: (len(near[node]), -node))
    for _ in range(min(PIVOTS, len(near))):
        far = distances(near, pivot)
        terms.extend((i, pivot, far[i], False) for i in range(len(near)) if i != pivot)
        nearest = [min(a, b) for a, b in zip(nearest, far, strict=True)]
        pivot = max(range(len(near)), key=lambda node: (nearest[node], -node))
    return terms


def _schedule(terms: Sequence[_Term], log2: int) -> list[float]:
    """Step sizes falling geometrically; the ratio is a power-of-two root, which square roots give exactly."""
    longest = max(wanted for _, _, wanted, _ in terms)
    shortest = min(wanted for _, _, wanted, _ in terms)
    first, last = longest * longest, 0.1 * shortest * shortest
    ratio = last / first
    for _ in range(log2):
        ratio = sqrt(ratio)
    steps = [first]
    for _ in range(2**log2):
        steps.append(steps[-1] * ratio)
    return steps


def _turned(points: list[Point]) -> list[Point]:
    """`points` about their centre, turned so that they spread most from left to right."""
    count = len(points)
    cx, cy = sum(x for x, _ in points) / count, sum(y for _, y in points) / count
    xx = sum((x - cx) * (x - cx) for x, _ in points)
    yy = sum((y - cy) * (y - cy) for _, y in points)
    xy = sum((x - cx) * (y - cy) for x, y in points)
    half = (xx - yy) / 2
    ax, ay = half + sqrt(half * half + xy * xy), xy  # the longer eigenvector of the covariance
    norm = sqrt(ax * ax + ay * ay)
    if norm < 1e-9:
        ax, ay, norm = (1.0, 0.0, 1.0) if xx >= yy else (0.0, 1.0, 1.0)
    ax, ay = ax / norm, ay / norm
    return [((x - cx) * ax + (y - cy) * ay, (y - cy) * ax - (x - cx) * ay) for x, y in points]
