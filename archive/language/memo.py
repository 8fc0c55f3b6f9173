"""What was made of words, kept for the next time a word is met."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Memo(dict[str, T]):
    """What ``make`` gives for each word asked for, at most ``most`` at a time: then all is forgotten and made again.

    It costs a look-up a fifth of an ``lru_cache``, which counts when every word of every text is looked up.
    """

    def __init__(self, make: Callable[[str], T], most: int):
        super().__init__()
        self.make, self.most = make, most

    def __missing__(self, word: str) -> T:
        made = self.make(word)
        if len(self) >= self.most:
            self.clear()
        self[word] = made
        return made
