"""What is in the way of a label: boxes that it may not cover, and lines that it had better not cross."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import NamedTuple


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


class Line(NamedTuple):
    """A line of the ground through these points; ``weight`` says how much a unit of it disturbs what is written over it."""

    points: Sequence[tuple[float, float]]
    weight: float = 1


class Segment(NamedTuple):
    x: float
    y: float
    end_x: float
    end_y: float
    weight: float

    @property
    def box(self) -> Box:
        return Box(min(self.x, self.end_x), min(self.y, self.end_y), max(self.x, self.end_x), max(self.y, self.end_y))

    def inside(self, box: Box) -> float:
        """The weight of what of it lies in the box (Liang and Barsky 1984)."""
        if max(self.x, self.end_x) < box.left or max(self.y, self.end_y) < box.top:
            return 0.0
        if min(self.x, self.end_x) > box.right or min(self.y, self.end_y) > box.bottom:
            return 0.0
        across, down = self.end_x - self.x, self.end_y - self.y
        first, last = 0.0, 1.0
        for moved, room in (
            (-across, self.x - box.left),
            (across, box.right - self.x),
            (-down, self.y - box.top),
            (down, box.bottom - self.y),
        ):
            if moved == 0:
                if room < 0:
                    return 0.0
            elif moved < 0:
                first = max(first, room / moved)
            else:
                last = min(last, room / moved)
        return self.weight * hypot(across, down) * (last - first) if first < last else 0.0


class Boxes:
    """Boxes by the squares of a grid, so that a box is compared with its neighbours alone."""

    def __init__(self, side: float):
        self.side, self.squares = side, defaultdict(list)

    def add(self, box: Box) -> None:
        for square in _squares(box, self.side):
            self.squares[square].append(box)

    def meets(self, box: Box) -> bool:
        squares = self.squares
        return any(square in squares and any(map(box.meets, squares[square])) for square in _squares(box, self.side))


class Lines:
    """Lines by the squares of a grid, laid once for all labels and steps."""

    def __init__(self, lines: Iterable[Line] = (), side: float = 32):
        self.side, self.squares, self.segments = side, defaultdict(list), []
        for line in lines:
            for start, end in pairwise(line.points):
                segment = Segment(*start, *end, line.weight)
                for square in _squares(segment.box, side):
                    self.squares[square].append(len(self.segments))
                self.segments.append(segment)

    def crossing(self, box: Box) -> float:
        """The weight of all that runs through the box."""
        squares, segments = self.squares, self.segments
        found = {number for square in _squares(box, self.side) if square in squares for number in squares[square]}
        return sum(segments[number].inside(box) for number in found)


def _squares(box: Box, side: float) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // side), int(box.right // side) + 1):
        for row in range(int(box.top // side), int(box.bottom // side) + 1):
            yield column, row
