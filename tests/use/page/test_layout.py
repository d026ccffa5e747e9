"""Boxes and lines → positions: no two boxes overlap, and the same input has the same picture."""

import random

import pytest

from kg.use.page.boxes import Size, crosses, runs_over
from kg.use.page.layout import LANDSCAPE, PORTRAIT, layout
from kg.use.page.packing import pack
from kg.use.page.stress import components, distances

Line = tuple[int, int]


def wheel(spokes: int) -> tuple[int, list[Line]]:
    return spokes + 1, [(0, at) for at in range(1, spokes + 1)]


def made(size: int, lines: int) -> tuple[int, list[Line]]:
    dice = random.Random(5)
    return size, sorted({(dice.randrange(size), dice.randrange(size)) for _ in range(lines)})


GRAPHS = {
    "nothing": (0, []),
    "one": (1, []),
    "loop": (1, [(0, 0)]),
    "two": (2, [(1, 0)]),
    "chain": (9, [(at, at + 1) for at in range(8)]),
    "wheel": wheel(40),
    "alone": (30, []),
    "some": made(90, 120),
    "more": made(300, 500),
}


def boxes(size: int, square: bool = False) -> list[Size]:
    dice = random.Random(3)
    wide = [(30.0 + dice.randrange(120), 25.0 + dice.randrange(50)) for _ in range(size)]
    return [(w, w) for w, _ in wide] if square else wide


def overlaps(places: list[tuple[int, int]], sizes: list[Size]) -> int:
    found = 0
    for i, ((x, y), (w, h)) in enumerate(zip(places, sizes, strict=True)):
        for (x2, y2), (w2, h2) in zip(places[:i], sizes[:i], strict=True):
            found += abs(x - x2) < (w + w2) / 2 and abs(y - y2) < (h + h2) / 2
    return found


@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.parametrize("bunch", [False, True])
def test_no_two_boxes_overlap(name: str, bunch: bool) -> None:
    size, lines = GRAPHS[name]
    sizes = boxes(size, square=bunch)
    places = layout(sizes, lines, bunch=bunch)
    assert len(places) == size
    assert overlaps(places, sizes) == 0


def test_pinned() -> None:
    """The picture is the same on every machine and Python: the numbers themselves."""
    size, lines = GRAPHS["chain"]
    assert layout(boxes(size), lines) == [
        (907, 89), (803, 60), (699, 40), (601, 32), (489, 27), (367, 29), (224, 40), (104, 59), (30, 90),
    ]  # fmt: skip


@pytest.mark.parametrize("aspect", [LANDSCAPE, PORTRAIT])
def test_picture_has_the_shape_of_the_canvas(aspect: float) -> None:
    size, lines = GRAPHS["some"]
    places = layout(boxes(size), lines, aspect)
    width = max(x for x, _ in places) - min(x for x, _ in places)
    height = max(y for _, y in places) - min(y for _, y in places)
    assert 0.6 * aspect < width / height < 1.7 * aspect


def test_leaves_stand_around_their_node() -> None:
    size, lines = wheel(30)
    places = layout([(20.0, 20.0)] * (size + 2), [*lines, (0, size), (size, size + 1)], bunch=True)
    far = max(abs(places[leaf][0] - places[0][0]) + abs(places[leaf][1] - places[0][1]) for leaf in range(1, 31))
    assert far < 300


def test_packing_leaves_no_overlap() -> None:
    frames = [(300.0, 200.0), (100.0, 50.0), (100.0, 50.0), (40.0, 90.0), *[(30.0, 20.0)] * 40]
    corners = pack(frames, LANDSCAPE)
    centres = [(x + w / 2, y + h / 2) for (x, y), (w, h) in zip(corners, frames, strict=True)]
    assert overlaps([(round(2 * x), round(2 * y)) for x, y in centres], [(2 * w, 2 * h) for w, h in frames]) == 0


def test_components_and_distances() -> None:
    assert components(5, [(3, 1), (4, 2), (2, 4)]) == [[0], [1, 3], [2, 4]]
    assert distances([[1], [0, 2], [1]], 0)[2] > distances([[1], [0, 2], [1]], 0)[1] >= 1


def test_lines_that_cross_and_cover() -> None:
    assert crosses((0, 0), (2, 2), (0, 2), (2, 0))
    assert not crosses((0, 0), (2, 2), (3, 0), (5, 2))
    assert runs_over((0, 0), (10, 0), (5, 1), (4, 4))
    assert not runs_over((0, 0), (10, 0), (5, 5), (4, 4))
