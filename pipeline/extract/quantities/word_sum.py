"""The arithmetic of numbers in words: what a number is worth while its words are read one by one."""

from __future__ import annotations


class WordSum:
    """A number under way: finished parts with their scale, and what has been read since the last scale word."""

    def __init__(self) -> None:
        self.parts: list[tuple[float, float]] = []
        self.rest: float | None = None
        self.scale: float = 1
        self.closed = False

    @property
    def complete(self) -> bool:
        """Whether it is a number as it stands; a mere fraction waits for its scale word."""
        return self.rest is None or not 0 < self.rest < 1

    @property
    def value(self) -> float:
        """What it is worth so far."""
        return sum(value for _, value in self.parts) + (self.rest or 0)

    def add_half(self) -> None:
        """ "Two and a half", "un milliard et demi": half of what was counted last. Nothing may be added after it."""
        if self.rest is None:
            self.parts.append((0, self.scale / 2))
            self.closed = True
        else:
            self.rest += 0.5

    def multiply(self, scale: float) -> bool:
        """Take a scale word; False when it cannot follow ("million billion" can, "a million million" cannot)."""
        smaller = [value for other, value in self.parts if other < scale]
        if self.closed or (self.rest is None and self.parts and not smaller):
            return False
        count = sum(smaller) + (self.rest or 0) or 1
        self.parts = [part for part in self.parts if part[0] >= scale]
        self.parts.append((scale, count * scale))
        self.rest, self.scale = None, max(self.scale, scale)
        return True

    def take_fraction(self, fraction: float) -> bool:
        """Take a half or a quarter; False when it cannot follow. After a number ("three quarters") it divides that."""
        if self.closed or (self.parts and self.rest is None) or (self.rest or 1) > 9:
            return False
        self.rest = fraction if self.rest is None else self.rest * fraction
        return True

    def add(self, value: float, *, units_first: bool) -> bool:
        """Take a number below a thousand; False when it cannot follow ("two three")."""
        rest = self.rest
        if self.closed:
            return False
        if rest is None:
            if any(scale <= value for scale, _ in self.parts):
                return False
            self.rest = value
        elif value == 100 and 1 <= rest < 100 and rest == int(rest):
            self.rest = rest * 100
        elif _fits(rest, value) or (units_first and 20 <= value < 100 and value % 10 == 0 and 0 < rest % 100 < 10):
            self.rest = rest + value
        else:
            return False
        return True


def _fits(rest: float, value: float) -> bool:
    """Whether value goes into the empty places of rest: 20 + 5, 300 + 15, 60 + 17 (soixante-dix-sept)."""
    if value <= 0 or value != int(value) or rest <= 0:
        return False
    if value < 10:
        return rest % 10 == 0
    if value < 20 and rest % 100 in {60, 80}:
        return True
    return value < 100 and rest % 100 == 0
